"""Package a trained reader: ``python -m training.reader.export --run RUN… [--to src/rashomon/models]``.

``--run`` may be repeated: the mean of runs with different seeds is packaged, a packaged ``reader.onnx`` among them if wished.
Any run will do, a teacher's too (``rashomon --model`` reads with it). Writes ``reader.onnx`` (encoder and taggers, int8 weights
and activations as in :mod:`training.embeddings.export`) and ``linker.onnx`` (fp32). The graph takes one window a run: dynamic
int8 scales its activations over all that it is given, so a window read beside others would be read differently.
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

from rashomon.reading.tagging.decode import PARTS
from rashomon.reading.tagging.link import FEATURES, NEAREST, PICKS
from rashomon.reading.tagging.tokens import CASES, QUOTES, WINDOW
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
    parser.add_argument(
        "--run",
        type=Path,
        action="append",
        required=True,
        help="a folder written by training.reader.train, or a packaged reader.onnx; may be repeated",
    )
    parser.add_argument("--to", type=Path, default=MODELS)
    parser.add_argument("--fp32", action="store_true", help="do not round to integers (for comparison)")
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    reader = Reader.trained(*args.run)
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
    """What cues and contents pick, in one run: each span is projected once, as the kind that it is.

    ``sources``, ``cues`` and ``contents`` (1 + spans of the kind, 3 × width) begin with a row that stands for no candidate; what
    is near are rows of the kind that is picked.
    """

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker

    def forward(
        self,
        sources: Tensor,
        cues: Tensor,
        contents: Tensor,
        cue_near: Tensor,
        cue_features: Tensor,
        cue_absent: Tensor,
        content_near: Tensor,
        content_features: Tensor,
        content_absent: Tensor,
    ) -> tuple[Tensor, ...]:
        raw = {"source": sources, "cue": cues, "content": contents}
        projected = {kind: self.linker.project[kind](states) for kind, states in raw.items()}
        asked = {
            "cue": (cue_near, cue_features, cue_absent),
            "content": (content_near, content_features, content_absent),
        }
        out = []
        for child, parent in PICKS:
            near, features, absent = asked[child]
            out.append(
                self.linker.scores(projected[child][1:], projected[parent][near], features, absent, child)
            )
        return tuple(out)


def export_linker(linker: Linker, path: Path) -> None:
    """Write the linker's graph."""
    rows = {kind: torch.export.Dim(f"{kind}_rows", min=1) for kind in PARTS}
    example = {f"{kind}s": torch.randn(4, linker.width) for kind in PARTS}
    shapes = {f"{kind}s": {0: rows[kind]} for kind in PARTS}
    for child, _ in PICKS:
        example |= {
            f"{child}_near": torch.randint(0, 4, (3, NEAREST)),
            f"{child}_features": torch.rand(3, NEAREST, FEATURES),
            f"{child}_absent": torch.zeros(3, NEAREST, dtype=torch.bool),
        }
        shapes |= {f"{child}_{name}": {0: rows[child] - 1} for name in ("near", "features", "absent")}
    program = torch.onnx.export(
        Picks(linker),
        kwargs=example,
        dynamo=True,
        opset_version=20,
        input_names=list(example),
        output_names=[kind for kind, _ in PICKS],
        dynamic_shapes=shapes,
        verbose=False,
    )
    assert program is not None
    program.save(path, external_data=False)


if __name__ == "__main__":
    main()
