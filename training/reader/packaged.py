"""The weights of a packaged reader, for a training to go on from where the run that made them is gone.

``training.reader.export`` keeps the names of biases and leaves those of most matrices to the graph: a matrix is found by the bias
that is added to its product. Rounded ones come back as the numbers that they stand for, so exporting them again rounds nothing
anew.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

_ROUNDED, _SCALE, _ZERO = "_quantized", "_scale", "_zero_point"
_THROUGH = ("Cast", "Mul")  # from a product of integers to the number it stands for
_SEGMENT = "reader.encoder.embeddings.token_type_embeddings.weight"


def weights(folder: Path) -> dict[str, Tensor]:
    """``state_dict`` of the :class:`training.reader.model.Reader` that ``folder`` holds as reader.onnx and linker.onnx."""
    tagger = _named(onnx.load(folder / "reader.onnx").graph)
    first = tagger.pop("select")  # a segment's vector, of which one alone is used
    tagger[_SEGMENT] = np.stack([first, np.zeros_like(first)])
    linker = _named(onnx.load(folder / "linker.onnx").graph)
    out = {name.removeprefix("reader."): value for name, value in {**tagger, **linker}.items()}
    return {n: torch.from_numpy(v.astype(np.float32)) for n, v in out.items() if not n.startswith("val_")}


def _named(graph: onnx.GraphProto) -> dict[str, NDArray[np.float32]]:
    """The graph's floating-point weights, rounded ones made whole, by the names that the module gave them."""
    held = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {
        name: value for name, value in held.items() if value.dtype == np.float32 and not name.endswith(_SCALE)
    }
    for name, value in held.items():
        if name.endswith(_ROUNDED):
            own = name.removesuffix(_ROUNDED)
            out[own] = (value.astype(np.float32) - held[own + _ZERO]) * held[own + _SCALE]
    taking = {source: node for node in graph.node for source in node.input}
    for node in graph.node:
        if node.op_type not in ("MatMul", "MatMulInteger"):
            continue
        matrix, added = node.input[1].removesuffix(_ROUNDED), taking[node.output[0]]
        while added.op_type in _THROUGH:
            added = taking[added.output[0]]
        bias = next((i for i in added.input if i in held and i.endswith(".bias")), None)
        if bias is not None and matrix in out:
            out[bias.removesuffix("bias") + "weight"] = out.pop(matrix).T
    return out
