"""The transformer encoders that the models start from, in plain torch.

Two published shapes: all-MiniLM-L6-v2, a BERT (Devlin et al. 2019), and all-mpnet-base-v2, an MPNet (Song et al. 2020), which
adds to each attention score a learned bias for the distance between the two tokens. Exact GELU, layers normalised after
the residual. Both read the same word pieces; token ids are BERT's everywhere, MPNet's own are made from them inside.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

CLS, SEP = 101, 102


@dataclass(frozen=True)
class Shape:
    """What tells two encoders apart: ``heads`` of ``head`` numbers each look at a time, ``between`` is the width between the two
    matrices of a feed-forward block. ``buckets`` of distances are MPNet's; 0 for a BERT.
    """

    vocabulary: int
    width: int
    layers: int
    head: int
    between: int
    positions: int = 512
    heads: int = 12
    buckets: int = 0


MINILM = Shape(vocabulary=30522, width=384, layers=6, head=32, between=1536)
MPNET = Shape(vocabulary=30527, width=768, layers=12, head=64, between=3072, positions=514, buckets=32)

# MPNet puts <s>, <pad>, </s> and <unk> before BERT's vocabulary, and counts positions from after its padding's id.
_MOVED, _FIRST, _LAST, _FIRST_POSITION = 4, 0, 2, 2
_FARTHEST = 128


class Embeddings(nn.Module):
    """Token ids of shape (batch, length) to vectors: word, position and (a BERT's first) segment embedding."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(shape.vocabulary, shape.width)
        self.position_embeddings = nn.Embedding(shape.positions, shape.width)
        self.token_type_embeddings = None if shape.buckets else nn.Embedding(2, shape.width)
        self.LayerNorm = nn.LayerNorm(shape.width, eps=1e-5 if shape.buckets else 1e-12)

    def forward(self, ids: Tensor, features: Tensor | None = None) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        if self.token_type_embeddings is None:
            ids = (ids + _MOVED).masked_fill(ids == CLS, _FIRST).masked_fill(ids == SEP, _LAST)
            added = self.position_embeddings(positions + _FIRST_POSITION)
        else:
            added = self.position_embeddings(positions) + self.token_type_embeddings.weight[0]
        if features is not None:
            added = added + features
        out: Tensor = self.LayerNorm(self.word_embeddings(ids) + added)
        return out


class Dropout(nn.Module):
    """As torch's own, ``share`` rounded to 256ths: a random byte for each number, where torch draws them one by one on a CPU."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.dropped = round(256 * share)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.dropped:
            return x
        drawn = torch.empty(-(-x.numel() // 8), dtype=torch.int64, device=x.device).random_(-(2**63), None)
        kept = drawn.view(torch.uint8)[: x.numel()].view(x.shape) >= self.dropped
        return x * (kept.to(x.dtype) * (256 / (256 - self.dropped)))


class Packing:
    """A padded batch without its padding, for all that looks at each token alone; ``mask`` (batch, length) is true at tokens."""

    def __init__(self, mask: Tensor) -> None:
        self._shape = mask.shape
        self._places = mask.flatten().nonzero()[:, 0]

    def pack(self, padded: Tensor) -> Tensor:
        """(batch, length, width) to (tokens, width)."""
        return padded.flatten(0, 1).index_select(0, self._places)

    def unpack(self, packed: Tensor) -> Tensor:
        """(tokens, width) to (batch, length, width), zero at the padding."""
        empty = packed.new_zeros(self._shape.numel(), packed.shape[1])
        return empty.index_copy(0, self._places, packed).view(*self._shape, -1)


# What the published weights are called decides what the parts of a layer are.


class Looks(nn.Module):
    """What each token asks, answers to and gives."""

    def __init__(self, width: int, looked: int) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, looked) for _ in range(3))


class Dense(nn.Module):
    """A matrix."""

    def __init__(self, taken: int, given: int) -> None:
        super().__init__()
        self.dense = nn.Linear(taken, given)


class Output(Dense):
    """A matrix and the normalisation of what its product is added to."""

    def __init__(self, taken: int, given: int, eps: float) -> None:
        super().__init__(taken, given)
        self.LayerNorm = nn.LayerNorm(given, eps=eps)


class Attention(nn.Module):
    """The matrices of self-attention."""

    def __init__(self, width: int, looked: int, eps: float) -> None:
        super().__init__()
        self.self = Looks(width, looked)
        self.output = Output(looked, width, eps)


class Layer(nn.Module):
    """Self-attention and a feed-forward block, each added to its input and normalised."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width, eps = shape.width, 1e-5 if shape.buckets else 1e-12
        self.heads = shape.heads
        self.dropout = Dropout(dropout)
        self.attention = Attention(width, shape.heads * shape.head, eps)
        self.intermediate = Dense(width, shape.between)
        self.output = Output(shape.between, width, eps)

    def forward(self, x: Tensor, bias: Tensor | None, packing: Packing | None = None) -> Tensor:
        """``bias`` is added to the attention scores (…, heads or 1, length or 1, length), or masks them where boolean.

        ``x`` is (batch, length, width), or with a ``packing`` what that makes of it.
        """
        own = self.attention.self
        mixed = self._mixed(own.query(x), own.key(x), own.value(x), bias, packing)
        output = self.attention.output
        x = output.LayerNorm(x + self.dropout(output.dense(mixed)))
        inner = functional.gelu(self.intermediate.dense(x))
        out: Tensor = self.output.LayerNorm(x + self.dropout(self.output.dense(inner)))
        return out

    def _mixed(
        self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None, packing: Packing | None
    ) -> Tensor:
        """The values that each token attends to, of the shape of the three."""
        if (
            bias is None and torch.compiler.is_exporting()
        ):  # one operator of onnxruntime's, 8% of a run faster
            fused: Tensor = torch.onnx.ops.symbolic(
                "com.microsoft::MultiHeadAttention",
                (query, key, value),
                {"num_heads": self.heads},
                dtype=query.dtype,
                shape=query.shape,
                version=1,
            )
            return fused

        def by_head(y: Tensor) -> Tensor:
            padded = y if packing is None else packing.unpack(y)
            return padded.view(*padded.shape[:-1], self.heads, -1).transpose(1, 2)

        query, key, value = by_head(query), by_head(key), by_head(value)
        if bias is not None and bias.is_floating_point():
            bias = bias.to(query.dtype)
        if torch.compiler.is_exporting():  # the exporter cannot take apart the fused form with a bias
            odds = query @ key.transpose(2, 3) / math.sqrt(query.shape[-1])
            odds = odds if bias is None else odds + bias
            mixed = odds.softmax(-1) @ value
        else:
            mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        mixed = mixed.transpose(1, 2).flatten(2)
        return mixed if packing is None else packing.pack(mixed)


class Layers(nn.Module):
    """The layers in order and, an MPNet's, what the distance between two tokens adds to their attention."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.layer = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        if shape.buckets:
            self.relative_attention_bias = nn.Embedding(shape.buckets, shape.heads)


class Encoder(nn.Module):
    """Token ids to one state a token: (batch, length) integers to (batch, length, width) numbers."""

    def __init__(self, shape: Shape = MINILM, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.embeddings = Embeddings(shape)
        self.encoder = Layers(shape, dropout)

    def forward(self, ids: Tensor, mask: Tensor | None = None, features: Tensor | None = None) -> Tensor:
        """``mask`` is (batch, length), true at tokens and false at padding; ``None`` where nothing is padded.

        ``features`` (batch, length, width) is added to the embeddings, for what the vocabulary cannot tell.
        """
        bias = None if mask is None else mask[:, None, None, :].bool()
        if self.shape.buckets:
            distance = self._distance_bias(ids.shape[1])
            bias = distance if bias is None else distance.masked_fill(~bias, -1e9)
            if torch.is_autocast_enabled(ids.device.type):
                bias = bias.to(torch.get_autocast_dtype(ids.device.type))
        states: Tensor = self.embeddings(ids, features)
        packing = None if mask is None else Packing(mask.bool())
        if packing is not None:
            states = packing.pack(states)
        for layer in self.encoder.layer:
            states = layer(states, bias, packing)
        return states if packing is None else packing.unpack(states)

    def _distance_bias(self, length: int) -> Tensor:
        """(1, heads, length, length); distances are told apart one by one up to a quarter of the buckets, then by logarithm."""
        positions = torch.arange(length, device=self.encoder.relative_attention_bias.weight.device)
        distance = positions[:, None] - positions[None, :]
        half = self.shape.buckets // 2
        exact = half // 2
        far = distance.abs().clamp(min=1).float()
        by_log = exact + (torch.log(far / exact) / math.log(_FARTHEST / exact) * (half - exact)).long()
        bucket = torch.where(distance.abs() < exact, distance.abs(), by_log.clamp(max=half - 1))
        bucket = bucket + half * (distance < 0)
        values: Tensor = self.encoder.relative_attention_bias(bucket)
        return values.permute(2, 0, 1)[None]

    @classmethod
    def pretrained(cls, path: Path, dropout: float = 0.0) -> Encoder:
        """Load either published ``model.safetensors``; raises ``RuntimeError`` if a parameter is missing or unknown."""
        weights = {
            _our_name(name): value
            for name, value in load_file(path).items()
            if not name.startswith("pooler.") and not name.endswith("position_ids")
        }
        encoder = cls(shape_of(weights), dropout)
        encoder.load_state_dict(weights)
        return encoder.eval()


def shape_of(weights: Mapping[str, Tensor]) -> Shape:
    """Which encoder some weights belong to, by their names; layers, heads and what is between are counted."""
    base = MPNET if any(name.endswith("relative_attention_bias.weight") for name in weights) else MINILM
    layers = 1 + max(int(m.group(1)) for name in weights if (m := re.search(r"layer\.(\d+)\.", name)))
    rows = {name.partition("layer.0.")[2]: len(value) for name, value in weights.items()}
    heads = rows["attention.self.query.weight"] // base.head
    return replace(base, layers=layers, heads=heads, between=rows["intermediate.dense.weight"])


_OURS = {"attn.q": "self.query", "attn.k": "self.key", "attn.v": "self.value", "attn.o": "output.dense"}


def _our_name(name: str) -> str:
    """BERT's name of a parameter of either model."""
    name = re.sub(r"attn\.[qkvo]", lambda m: _OURS[m.group()], name)
    return name.replace("attention.LayerNorm", "attention.output.LayerNorm")
