"""Trains the learned parts of the English reader and writes them as the reader loads them.

usage: python -m train.train OUT --texts FOLDER [FOLDER ...] --encoder FOLDER
           [--half odd|even] [--share 0.25|0.5|1] [--epochs N] [--seed N]

Each FOLDER of --texts holds NAME.txt and NAME.gold.json. --half takes every second text by number of the first
folder (the others whole), --share the first part of them in an order that the seed fixes. OUT gets encoder.onnx
(8 bits), heads.npz, tokenizer.json, thresholds.toml, and checkpoint.pt, from which a broken run goes on. On two
cores an epoch over 60,000 words takes about a minute and a half.
"""

from __future__ import annotations

import argparse
import math
import pickle
import random
import re
import shutil
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch

from secondsource.read.english.learned.encoder import WordPieces
from train.export import export
from train.labels import Example, examples
from train.net import Net

_ENCODER_RATE, _HEAD_RATE = 8e-5, 8e-4
_TOKENS_A_STEP = 500


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains, exports, says how it went; the exit status is 0."""
    options = _options(arguments)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    pieces = WordPieces(options.encoder / "tokenizer.json")
    texts = _chosen(_read(options, pieces), options)
    print(f"{len(texts)} texts, {sum(len(t.pieces.starts) for t in texts)} tokens", flush=True)
    net = Net(options.encoder)
    for table in net.encoder.get_input_embeddings().parameters():
        table.requires_grad = False  # rare words keep their places beside those that the texts don't hold
    _fit(net, texts, pieces, options)
    export(net, options.out)
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    shutil.copy(Path(__file__).with_name("thresholds.toml"), options.out / "thresholds.toml")
    return 0


def _read(options: argparse.Namespace, pieces: WordPieces) -> list[list[Example]]:
    """The examples of each folder; kept in OUT, since reading takes a minute."""
    kept = options.out / "examples.pkl"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # noqa: S301 - written by this very recipe
    read = [list(examples([folder], pieces)) for folder in options.texts]
    kept.write_bytes(pickle.dumps(read))
    return read


def _chosen(folders: list[list[Example]], options: argparse.Namespace) -> list[Example]:
    first, *others = folders
    if options.half:
        first = [t for t in first if (int(re.sub(r"\D", "", t.name)) % 2 == 1) == (options.half == "odd")]
    random.shuffle(first)
    first = first[: math.ceil(len(first) * options.share)]
    return [*first, *(t for folder in others for t in folder)]


def _fit(net: Net, texts: list[Example], pieces: WordPieces, options: argparse.Namespace) -> None:
    encoder = [p for p in net.encoder.parameters() if p.requires_grad]
    held = {id(p) for p in net.encoder.parameters()}
    heads = [p for p in net.parameters() if id(p) not in held]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": _ENCODER_RATE}, {"params": heads, "lr": _HEAD_RATE}], weight_decay=0.01
    )
    steps = options.epochs * len(_batches(list(texts)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    checkpoint = options.out / "checkpoint.pt"
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        net.load_state_dict(state["net"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["epoch"] + 1
    net.train()
    started = time.monotonic()
    for epoch in range(first, options.epochs):
        random.Random(f"{options.seed} {epoch}").shuffle(texts)  # noqa: S311 - order, no secret
        total = 0.0
        for batch in _batches(texts):
            states = net.states(batch, pieces.opening, pieces.closing)
            loss = sum((net.loss(t, s) for t, s in zip(batch, states, strict=True)), torch.zeros(()))
            optimizer.zero_grad()
            (loss / len(batch)).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss)
        print(f"epoch {epoch}: loss {total / len(texts):.3f}, {time.monotonic() - started:.0f} s", flush=True)
        state = {
            "net": net.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
        }
        torch.save({**state, "epoch": epoch}, checkpoint)


def _batches(texts: list[Example]) -> list[list[Example]]:
    """The texts in order, some together until they hold enough tokens for a step."""
    batches: list[list[Example]] = [[]]
    held = 0
    for text in texts:
        if held >= _TOKENS_A_STEP:
            batches.append([])
            held = 0
        batches[-1].append(text)
        held += len(text.pieces.starts)
    return batches


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--half", choices=("odd", "even"))
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
