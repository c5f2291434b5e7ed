"""Package a trained reader: ``python -m training.reader.export --run RUN [--to src/rashomon/models]``.

Any run will do, a teacher's too (``rashomon --model`` reads with it). Writes ``reader.onnx`` (encoder and taggers, int8
weights and activations as in :mod:`training.embeddings.export`) and ``linker.onnx`` (fp32). The graph takes one window a run:
dynamic int8 scales its activations over all that it is given, so a window read beside others would be read differently.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from rashomon.reading.link import FEATURES, NEAREST, PICKS
from rashomon.reading.tokens import CASES, QUOTES, WINDOW
from training.reader.model import Linker, Reader

MODELS = Path(__file__).parents[2] / "src" / "rashomon" / "models"


class Tagger(nn.Module):
    """One window (1, length) to log-probabilities of part, inner and mention tags, and states."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor) -> tuple[Tensor, ...]:
        *scores, states = self.reader(ids, case, quote)
        return *(functional.log_softmax(s, -1) for s in scores), states


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", type=Path, required=True, help="folder written by training.reader.train")
    parser.add_argument("--to", type=Path, default=MODELS)
    parser.add_argument("--fp32", action="store_true", help="do not round to integers (for comparison)")
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    reader = Reader.trained(args.run)
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
    export_linker(reader.linker, args.to / "linker.onnx")


def export(reader: Reader, path: Path) -> None:
    """Write the plain graph. From operator set 20 on, GELU is one operator and not five."""
    ids = torch.randint(1000, 2000, (1, 9))
    length = torch.export.Dim("length", max=WINDOW + 2)
    program = torch.onnx.export(
        Tagger(reader),
        (ids, torch.randint(0, CASES, (1, 9)), torch.randint(0, QUOTES, (1, 9))),
        dynamo=True,
        opset_version=20,
        input_names=["ids", "case", "quote"],
        output_names=["parts", "inner", "mentions", "states"],
        dynamic_shapes=({1: length}, {1: length}, {1: length}),
        verbose=False,
    )
    assert program is not None
    program.save(path, external_data=False)


class Picks(nn.Module):
    """Both scorers of the linker in one graph: what cues pick and what contents pick, of the same inputs."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(
        self, raw: Tensor, child: Tensor, near: Tensor, features: Tensor, absent: Tensor
    ) -> tuple[Tensor, ...]:
        return tuple(self.linker(raw, child, near, features, absent, kind) for kind, _ in PICKS)


def export_linker(linker: Linker, path: Path) -> None:
    """Write the linker's graph; only the asked-for output is computed."""
    spans, children = torch.export.Dim("spans"), torch.export.Dim("children")
    inputs = (
        torch.randn(9, linker.project["cue"].in_features),
        torch.tensor([1, 2, 3]),
        torch.randint(0, 9, (3, NEAREST)),
        torch.rand(3, NEAREST, FEATURES),
        torch.zeros(3, NEAREST, dtype=torch.bool),
    )
    program = torch.onnx.export(
        Picks(linker),
        inputs,
        dynamo=True,
        opset_version=20,
        input_names=["raw", "child", "near", "features", "absent"],
        output_names=[kind for kind, _ in PICKS],
        dynamic_shapes=({0: spans}, {0: children}, {0: children}, {0: children}, {0: children}),
        verbose=False,
    )
    assert program is not None
    program.save(path, external_data=False)


if __name__ == "__main__":
    main()
