"""Package a trained reader: ``python -m training.reader.export --run RUN [--to src/rashomon/models]``.

Writes ``reader.onnx`` (encoder and both taggers, int8 weights and activations as in :mod:`training.embeddings.export`)
and ``linker.npz`` (float16). The graph takes one window a run: dynamic int8 scales its activations over all that it is
given, so a window read beside others would be read differently.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from rashomon.reading.tokens import CASES, QUOTES, WINDOW
from training.encoder import Encoder
from training.reader.model import Reader

MODELS = Path(__file__).parents[2] / "src" / "rashomon" / "models"


class Tagger(nn.Module):
    """One window (1, length) to log-probabilities of part tags and mention tags, and states."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        parts, mentions, states = self.reader(ids, case, quote)
        return functional.log_softmax(parts, -1), functional.log_softmax(mentions, -1), states


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True, help="folder written by training.reader.train")
    parser.add_argument("--to", type=Path, default=MODELS)
    parser.add_argument("--fp32", action="store_true", help="do not round to integers (for comparison)")
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    reader = Reader(Encoder())
    reader.load_state_dict(torch.load(args.run / "state.pt", weights_only=True)["average"])
    reader.eval()
    args.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export(reader, plain)
        if args.fp32:
            (args.to / "reader.onnx").write_bytes(plain.read_bytes())
        else:
            quantize_dynamic(
                plain,
                args.to / "reader.onnx",
                op_types_to_quantize=["MatMul", "Gather"],
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
            )
    weights = {k: v.numpy().astype(np.float16) for k, v in reader.linker.state_dict().items()}
    np.savez(args.to / "linker.npz", **weights)  # type: ignore[arg-type]


def export(reader: Reader, path: Path) -> None:
    """Write the plain graph."""
    ids = torch.randint(1000, 2000, (1, 9))
    length = torch.export.Dim("length", max=WINDOW + 2)
    program = torch.onnx.export(
        Tagger(reader),
        (ids, torch.randint(0, CASES, (1, 9)), torch.randint(0, QUOTES, (1, 9))),
        dynamo=True,
        opset_version=18,
        input_names=["ids", "case", "quote"],
        output_names=["parts", "mentions", "states"],
        dynamic_shapes=({1: length}, {1: length}, {1: length}),
        verbose=False,
    )
    assert program is not None
    program.save(path, external_data=False)


if __name__ == "__main__":
    main()
