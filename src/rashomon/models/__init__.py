"""The models that ship with the package: data files, their cards, and the way to find them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import onnxruntime


def model_path(name: str) -> Path:
    """The path of a packaged model file or folder, such as ``tokenizer.json``."""
    return Path(__file__).parent / name


def session(path: Path) -> onnxruntime.InferenceSession:
    """The graph in an .onnx file, run on one thread: work is spread over reports, by processes, and comes out the same."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Adding and normalising in one operator is ten times slower in onnxruntime 1.31 than in two: a quarter of a run.
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
