"""The transformer encoder of all-MiniLM-L6-v2 (a BERT, Devlin et al. 2019) in plain torch.

Six layers, 384 wide, 12 heads, exact GELU, layers normalised after the residual (eps 1e-12). Parameters carry the names of
the published ``model.safetensors``, so that they load without a table.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


class Embeddings(nn.Module):
    """Token ids of shape (batch, length) to vectors: word, position and (always the first) segment embedding."""

    def __init__(self, vocabulary: int, positions: int, width: int) -> None:
        super().__init__()
        self.word_embeddings = nn.Embedding(vocabulary, width)
        self.position_embeddings = nn.Embedding(positions, width)
        self.token_type_embeddings = nn.Embedding(2, width)
        self.LayerNorm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, ids: Tensor, features: Tensor | None = None) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        added = self.position_embeddings(positions) + self.token_type_embeddings.weight[0]
        if features is not None:
            added = added + features
        return self.LayerNorm(self.word_embeddings(ids) + added)


class Layer(nn.Module):
    """Self-attention and a feed-forward block, each added to its input and normalised."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.dropout = nn.Dropout(dropout)
        own = nn.Module()
        own.query, own.key, own.value = (nn.Linear(width, width) for _ in range(3))
        output = nn.Module()
        output.dense, output.LayerNorm = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.attention = nn.Module()
        self.attention.self, self.attention.output = own, output
        self.intermediate, self.output = nn.Module(), nn.Module()
        self.intermediate.dense = nn.Linear(width, 4 * width)
        self.output.dense, self.output.LayerNorm = nn.Linear(4 * width, width), nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        def by_head(y: Tensor) -> Tensor:
            return y.unflatten(-1, (self.heads, -1)).transpose(1, 2)

        own = self.attention.self
        mixed = functional.scaled_dot_product_attention(
            by_head(own.query(x)), by_head(own.key(x)), by_head(own.value(x)), attn_mask=mask
        )
        output = self.attention.output
        x = output.LayerNorm(x + self.dropout(output.dense(mixed.transpose(1, 2).flatten(2))))
        inner = functional.gelu(self.intermediate.dense(x))
        return self.output.LayerNorm(x + self.dropout(self.output.dense(inner)))


class Encoder(nn.Module):
    """Token ids to one state a token: (batch, length) integers to (batch, length, width) numbers."""

    def __init__(
        self,
        vocabulary: int = 30522,
        positions: int = 512,
        width: int = 384,
        heads: int = 12,
        layers: int = 6,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.embeddings = Embeddings(vocabulary, positions, width)
        self.encoder = nn.Module()
        self.encoder.layer = nn.ModuleList(Layer(width, heads, dropout) for _ in range(layers))

    def forward(self, ids: Tensor, mask: Tensor | None = None, features: Tensor | None = None) -> Tensor:
        """``mask`` is (batch, length), true at tokens and false at padding; ``None`` where nothing is padded.

        ``features`` (batch, length, width) is added to the embeddings, for what the vocabulary cannot tell.
        """
        attended = None if mask is None else mask[:, None, None, :].bool()
        states: Tensor = self.embeddings(ids, features)
        for layer in self.encoder.layer:
            states = layer(states, attended)
        return states

    @classmethod
    def pretrained(cls, path: Path, dropout: float = 0.0) -> Encoder:
        """Load all-MiniLM-L6-v2's ``model.safetensors``; raises ``RuntimeError`` if a parameter is missing or unknown."""
        weights = load_file(path)
        unused = [name for name in weights if name.startswith("pooler.") or name.endswith("position_ids")]
        for name in unused:
            del weights[name]
        encoder = cls(dropout=dropout)
        encoder.load_state_dict(weights)
        return encoder.eval()
