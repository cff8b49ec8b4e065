"""Which lever pulls: the reading score if one stage of the reader made no error, on annotated texts.

usage: python bench/reading/levers.py [--data FOLDER] [--half odd|even]

Without --data it takes `training` of SECONDSOURCE_DATA (default ../shared/data), its even half. Names are given by
reading again with the annotated names as mentions; every other row corrects fields of the statements that pair
with annotated ones, adds what was missed or drops what was false. The scorer is tools/score_reading.py beside
the data.
"""

from __future__ import annotations

import argparse
import copy
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from spacy.tokens import Doc

from secondsource.read.english import EnglishReader, parsed
from secondsource.read.english.who.found_mention import FoundMention
from secondsource.read.english.who.mentions import Found, find_mentions
from secondsource.read.english.who.named_mentions import SpanOf, Words
from secondsource.records import ActorKind, Mention

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from bench.reading.articles import annotated_document, choose, lines_of, texts_and_scorer, write
from bench.reading.intervals import load_scorer

Paired = tuple[dict[str, Any], dict[str, Any]]

# What a stage gives, as fields of a statement and of the event that it may tell.
STAGES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "who says it, and how": (("chain", "stance"), ()),
    "who did it": ((), ("by",)),
    "to whom, where, when, with what toll": ((), ("on", "place", "when", "killed", "injured")),
    "all fields": (("chain", "stance"), ("by", "type", "on", "place", "when", "killed", "injured")),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads, corrects, scores, prints a row a stage; the exit status is 2 where the data is absent."""
    options = _options(arguments)
    found_data = texts_and_scorer(options.data, "training")
    if found_data is None:
        return 2
    folder, scorer_file = found_data
    scorer = load_scorer(scorer_file)
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Path(scratch) / "gold"
        chosen.mkdir()
        names = choose(folder, chosen, options.half)
        out = Path(scratch) / "predictions.jsonl"
        write(chosen, names, out, EnglishReader())
        print(f"{folder.name}, {options.half} half: {len(names)} texts")
        articles, found = scorer.load(str(chosen), str(out))
        _print_row("as it reads", scorer, articles, found)
        with out.open("w", encoding="utf-8") as lines:
            for name in names:
                lines.writelines(_read_with_names(chosen, name, articles[name]))
        _print_row("names given", scorer, articles, scorer.load(str(chosen), str(out))[1])
        for stage, (own, of_event) in STAGES.items():
            right = _corrected(scorer, articles, found, own, of_event)
            _print_row(f"right: {stage}", scorer, articles, right)
        _print_row("nothing false", scorer, articles, _without_false(scorer, articles, found))
        for kind in scorer.KINDS:
            _print_row(f"no {kind} missed", scorer, articles, _none_missed(scorer, articles, found, kind))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="folder of NAME.txt and NAME.gold.json")
    parser.add_argument(
        "--half", choices=("odd", "even"), default="even", help="only texts with odd or even numbers"
    )
    return parser.parse_args(arguments)


def _print_row(title: str, scorer: Any, articles: dict[str, Any], found: dict[str, Any]) -> None:
    tallies = scorer.score(articles, found)[0]
    all_, claims = (scorer.prf(*tallies[row])[2] for row in ("all", "claims"))
    print(f"{title:48} all {all_:.3f}  claims {claims:.3f}")


def _read_with_names(folder: Path, name: str, article: Any) -> list[str]:
    """The statements read where the annotated names are given, a line each."""
    with patch.object(parsed, "find_mentions", _given(article.text, _surfaces(article))):
        return [f"{line}\n" for line in lines_of(annotated_document(folder, name), EnglishReader())]


def _surfaces(article: Any) -> list[str]:
    """Every annotated name of the text, the longest first."""
    return sorted({name for names in article.actors.values() for name in names}, key=len, reverse=True)


def _given(text: str, surfaces: list[str]) -> Callable[..., Found]:
    """A stage of mentions that gives the annotated names beside what the reader's own finds elsewhere."""

    def find(doc: Doc, span: SpanOf, words: Words, *, is_lower: bool) -> Found:
        found = find_mentions(doc, span, words, is_lower=is_lower)
        places = [(span(i, i + 1).start, span(i, i + 1).end) for i in range(len(doc))]
        named = _named(text, surfaces, places, span)
        held = {i for m in named for i in range(m.start, m.end)}
        others = [m for m in found.mentions if not any(i in held for i in range(m.start, m.end))]
        by_head = {m.head: m for m in found.mentions}
        kept = [by_head[m.head] if _is_same(by_head.get(m.head), m) else m for m in named]
        mentions = tuple(sorted([*kept, *others], key=lambda m: (m.start, -m.end)))
        return Found(mentions=mentions, aliases=found.aliases, equations=found.equations)

    return find


def _named(text: str, surfaces: list[str], places: list[tuple[int, int]], span: SpanOf) -> list[FoundMention]:
    taken: set[int] = set()
    out: list[FoundMention] = []
    for surface in surfaces:
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            held = [i for i, (start, end) in enumerate(places) if start < match.end() and end > match.start()]
            if not held or any(i in taken for i in held):
                continue
            taken.update(held)
            start, end = held[0], held[-1] + 1
            mention = Mention(span=span(start, end), name=surface, kind=ActorKind.GROUP)
            out.append(
                FoundMention(start=start, end=end, head=end - 1, mention=mention, role="name", is_named=True)
            )
    return out


def _is_same(ours: FoundMention | None, given: FoundMention) -> bool:
    """Whether the reader found that name itself, and so knows more of it than its words."""
    return ours is not None and given.mention.name in ours.mention.name


def _corrected(
    scorer: Any,
    articles: dict[str, Any],
    found: dict[str, Any],
    own: tuple[str, ...],
    of_event: tuple[str, ...],
) -> dict[str, Any]:
    """The statements found, with those fields as annotated where they pair with an annotated one."""
    out = {}
    for name, article in articles.items():
        statements = copy.deepcopy(found.get(name, []))
        for i, j, *_ in scorer.pair(article, statements):
            right = _as_given(article, article.statements[i])
            for key in own:
                statements[j][key] = right[key]
            if right["kind"] == "event":
                statements[j]["event"] |= {key: right["event"][key] for key in of_event}
        out[name] = statements
    return out


def _without_false(scorer: Any, articles: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    out = {}
    for name, article in articles.items():
        statements = found.get(name, [])
        paired = {j for _, j, *_ in scorer.pair(article, statements)}
        out[name] = [s for j, s in enumerate(statements) if j in paired]
    return out


def _none_missed(scorer: Any, articles: dict[str, Any], found: dict[str, Any], kind: str) -> dict[str, Any]:
    out = {}
    for name, article in articles.items():
        statements = list(found.get(name, []))
        paired = {i for i, *_ in scorer.pair(article, statements)}
        out[name] = statements + [
            _as_given(article, s)
            for i, s in enumerate(article.statements)
            if s["kind"] == kind and i not in paired and not s["optional"]
        ]
    return out


def _as_given(article: Any, statement: dict[str, Any]) -> dict[str, Any]:
    """An annotated statement in the form of one that was read."""

    def name(key: str) -> str:
        return str(article.actors[key][0])

    body = dict(statement[statement["kind"]])
    kind = statement["kind"]
    if kind == "event":
        body["by"] = [{"name": name(x["actor"]), "status": x["status"]} for x in body["by"]]
        body["on"] = [{"name": words} for words in body["on"]]
        body["place"] = {"name": body["place"][0]} if body["place"] else None
        for toll in ("killed", "injured"):
            body[toll] = {"low": body[toll][0], "high": body[toll][1]} if body[toll] else None
    if kind in {"event", "emergence"}:
        body["when"] = {"edtf": body["when"], "assumed": ["year"]} if body["when"] else None
    for key in ("from", "to", "actor", "by"):
        if kind != "event" and isinstance(body.get(key), str):
            body[key] = name(body[key])
    chain = [{"name": name(key), "start": 0} for key in statement["chain"]]
    return {**{k: statement[k] for k in ("kind", "start", "end", "stance")}, "chain": chain, kind: body}


if __name__ == "__main__":
    sys.exit(main())
