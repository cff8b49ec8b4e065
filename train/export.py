"""The trained net written as what the reader loads: the encoder for ONNX Runtime in 8 bits, the heads as arrays."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from train.net import Net


class _States(nn.Module):
    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        states: Tensor = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return states


def export(net: Net, out: Path) -> None:
    """Writes encoder.onnx and heads.npz (half precision) into `out`."""
    net.eval()
    arrays = {
        name.removeprefix("heads."): value.numpy().astype(np.float16)
        for name, value in net.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(out / "heads.npz", **arrays)
    ids = torch.ones(1, 16, dtype=torch.long)
    axes = {0: "windows", 1: "pieces"}
    with TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            _States(net.encoder),
            (ids, ids),
            whole,
            input_names=["input_ids", "attention_mask"],
            output_names=["states"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "states": axes},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, out / "encoder.onnx", weight_type=QuantType.QInt8)


if __name__ == "__main__":
    trained = Net(Path(sys.argv[1]))
    trained.load_state_dict(torch.load(sys.argv[2], weights_only=False)["net"])
    export(trained, Path(sys.argv[3]))
