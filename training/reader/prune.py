"""Make a reader smaller: ``python -m training.reader.prune --polnear DIR --weights FILE --heads N --between N --to FILE.pt``.

Of each layer's attention heads, and of the units between the matrices of its feed-forward block, as many stay as are asked for:
those that the loss would miss most, by its first-order change if they were nought, over some of the training articles (Michel
et al. 2019; Molchanov et al. 2017). What is left is to be trained on (``training.reader.train --weights FILE.pt``).
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from torch import Tensor, nn

from training.encoder import Layer
from training.reader import corpus
from training.reader.losses import Weights, annotated_loss, score
from training.reader.model import Reader
from training.reader.targets import example

ARTICLES = 40
"""On how many of the training articles it is measured what would be missed."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="a state.pt or a packaged reader.onnx")
    parser.add_argument("--heads", type=int, required=True, help="how many heads a layer keeps")
    parser.add_argument("--between", type=int, required=True, help="how many units between its two matrices")
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    reader = Reader.start(args.weights, 0.0).eval()
    articles = corpus.read(args.polnear / "train")
    random.Random(1).shuffle(articles)
    units, heads = missed(reader, articles[:ARTICLES])
    torch.save({"average": pruned(reader, units, heads, args.between, args.heads)}, args.to)


def missed(reader: Reader, articles: list[corpus.Document]) -> tuple[list[Tensor], list[Tensor]]:
    """How much the loss would miss each unit between (units) and each head (heads), a row a layer."""
    layers = [layer for layer in reader.encoder.encoder.layer if isinstance(layer, Layer)]
    shape = reader.encoder.shape
    units = [torch.zeros(shape.between) for _ in layers]
    heads = [torch.zeros(shape.heads) for _ in layers]
    taken: dict[nn.Module, Tensor] = {}

    def keep(module: nn.Module, given: tuple[Tensor]) -> None:
        given[0].retain_grad()
        taken[module] = given[0]

    ends = [m for layer in layers for m in (layer.output.dense, layer.attention.output.dense)]
    hooks = [m.register_forward_pre_hook(keep) for m in ends]
    for article in articles:
        e = example(article)
        (scores,) = score(reader, [e.tokens])
        reader.zero_grad()
        annotated_loss(reader, e, scores, Weights()).backward()  # type: ignore[no-untyped-call]
        for n, layer in enumerate(layers):
            units[n] += _change(taken[layer.output.dense], 1)
            heads[n] += _change(taken[layer.attention.output.dense], shape.head)
    for hook in hooks:
        hook.remove()
    return units, heads


def _change(values: Tensor, together: int) -> Tensor:
    """The change of the loss, to the first order, if so many numbers together were nought, summed over all tokens."""
    assert values.grad is not None
    change = (values * values.grad).detach().float()
    return change.view(-1, change.shape[-1] // together, together).sum(2).abs().sum(0)


def pruned(
    reader: Reader, units: list[Tensor], heads: list[Tensor], between: int, kept_heads: int
) -> dict[str, Tensor]:
    """The weights with the ``between`` most missed units and the ``kept_heads`` most missed heads of each layer."""
    out = dict(reader.state_dict())
    size = reader.encoder.shape.head
    for n in range(len(units)):
        at = f"encoder.encoder.layer.{n}."
        unit = units[n].topk(between).indices.sort().values
        head = heads[n].topk(kept_heads).indices.sort().values
        looked = (head[:, None] * size + torch.arange(size)).flatten()
        for name in ("query", "key", "value"):
            for kind in ("weight", "bias"):
                out[f"{at}attention.self.{name}.{kind}"] = out[f"{at}attention.self.{name}.{kind}"][looked]
        out[f"{at}attention.output.dense.weight"] = out[f"{at}attention.output.dense.weight"][:, looked]
        for kind in ("weight", "bias"):
            out[f"{at}intermediate.dense.{kind}"] = out[f"{at}intermediate.dense.{kind}"][unit]
        out[f"{at}output.dense.weight"] = out[f"{at}output.dense.weight"][:, unit]
    return out


if __name__ == "__main__":
    main()
