"""The reader's network: encoder with case and quotation features, three taggers, and the linker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from rashomon.reading.tagging.decode import MENTIONS, PARTS, TokenSpan, tag_count
from rashomon.reading.tagging.link import FEATURES, PICKS
from rashomon.reading.tagging.tokens import CASES, CLS, QUOTES, SEP, Tokens
from training.encoder import Encoder, shape_of
from training.reader import packaged


class Reader(nn.Module):
    """Tokens to tag scores and states, spans to links.

    ``parts`` tags attributions as seen from outside, ``inner`` what stands inside their contents, ``mentions`` names,
    dates and figures.
    """

    def __init__(self, encoder: Encoder, hidden: int = 192, dropout: float = 0.1) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        if encoder.shape.buckets:  # torch fuses attention only where what is added to it needs no gradient
            self.encoder.encoder.relative_attention_bias.weight.requires_grad_(False)
        self.case = nn.Embedding(CASES + 1, width)  # the last: a window's markers
        self.quote = nn.Embedding(QUOTES + 1, width)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.quote.weight)
        self.drop = nn.Dropout(dropout)
        self.parts = nn.Linear(width, tag_count(PARTS))
        self.inner = nn.Linear(width, tag_count(PARTS))
        self.mentions = nn.Linear(width, tag_count(MENTIONS))
        self.linker = Linker(width, hidden, dropout)

    @classmethod
    def start(cls, weights: Path, dropout: float = 0.1) -> Reader:
        """An untrained reader over an encoder's published weights (``.safetensors``); or, to go on from with another
        configuration, the average of a run's (``state.pt``) or a packaged reader (``reader.onnx``).
        """
        if weights.suffix == ".pt":
            return cls._of(torch.load(weights, weights_only=True, map_location="cpu")["average"], dropout)
        if weights.suffix == ".onnx":
            return cls._of(packaged.weights(weights.parent), dropout)
        return cls(Encoder.pretrained(weights, dropout), dropout=dropout)

    @classmethod
    def trained(cls, *runs: Path) -> Reader:
        """The reader of a run folder, the average of its weights along the way, ready to read; of several runs the mean of theirs
        (model soups, Wortsman et al. 2022). One may be the packaged reader (``reader.onnx``) that the others went on from, for
        what they forgot (WiSE-FT, Wortsman et al. 2022).
        """
        averages = [_weights(run) for run in runs]
        mean = {name: torch.stack([a[name] for a in averages]).mean(0) for name in averages[0]}
        return cls._of(mean).eval()

    @classmethod
    def _of(cls, weights: Mapping[str, Tensor], dropout: float = 0.0) -> Reader:
        reader = cls(Encoder(shape_of(weights), dropout), dropout=dropout)
        reader.load_state_dict(weights)
        return reader

    @property
    def device(self) -> torch.device:
        """Where its weights are, and its input must be."""
        return self.parts.weight.device

    def forward(
        self, ids: Tensor, case: Tensor, quote: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """(batch, length) integers to scores of parts, inner parts and mentions (batch, length, tags), and states."""
        states = self.encoder(ids, mask, self.case(case) + self.quote(quote))
        dropped = self.drop(states)
        return self.parts(dropped), self.inner(dropped), self.mentions(dropped), states


def _weights(run: Path) -> Mapping[str, Tensor]:
    """The average of a run's weights, or those of a packaged reader."""
    if run.suffix == ".onnx":
        return packaged.weights(run.parent)
    state: Mapping[str, Mapping[str, Tensor]] = torch.load(
        run / "state.pt", weights_only=True, map_location="cpu"
    )
    return state["average"]


class Linker(nn.Module):
    """Scores a child span (cue, content) against candidate parents (source, cue) and against none."""

    def __init__(self, width: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.width = 3 * width
        self.project = nn.ModuleDict({k: nn.Linear(3 * width, hidden) for k in PARTS})
        self.none = nn.ModuleDict({k: nn.Linear(hidden, 1) for k in ("cue", "content")})
        self.pair = nn.ModuleDict(
            {
                k: nn.Sequential(nn.Linear(3 * hidden + FEATURES, hidden), nn.ReLU(), nn.Linear(hidden, 1))
                for k in ("cue", "content")
            }
        )
        self.drop = nn.Dropout(dropout)

    def span_states(self, states: Tensor, spans: Sequence[TokenSpan]) -> Tensor:
        """As rashomon.reading.tagging.link.span_states, with gradients."""
        first = torch.tensor([s.first for s in spans], device=states.device)
        last = torch.tensor([s.last for s in spans], device=states.device)
        sums = torch.cat([torch.zeros(1, states.shape[1], device=states.device), states.cumsum(0)])
        mean = (sums[last] - sums[first]) / (last - first)[:, None]
        return torch.cat([states[first], states[last - 1], mean], 1)

    def forward(
        self, raw: Tensor, child: Tensor, near: Tensor, features: Tensor, absent: Tensor, kind: str
    ) -> Tensor:
        """Scores (n, 1 + k) of picking none, then each candidate; inputs as from rashomon.reading.tagging.link.pairs."""
        own = self.drop(self.project[kind](raw[child]))
        parents = self.drop(self.project[dict(PICKS)[kind]](raw)[near])
        return self.scores(own, parents, features, absent, kind)

    def scores(self, own: Tensor, parents: Tensor, features: Tensor, absent: Tensor, kind: str) -> Tensor:
        """As ``forward``, of projected spans: children (n, hidden) and the candidates of each (n, k, hidden)."""
        wide = own[:, None].expand_as(parents)
        some = self.pair[kind](torch.cat([wide, parents, wide * parents, features], -1))[..., 0]
        return torch.cat([self.none[kind](own), some.masked_fill(absent, -1e4)], 1)


def batch(texts: Sequence[Tokens]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """The windows of some reports in order, each between CLS and SEP, padded: ids, case, quote, mask (windows, length)."""
    windows = [(tokens, a, b) for tokens in texts for a, b in tokens.windows]
    length = max(b - a for _, a, b in windows) + 2
    rows = len(windows)
    ids = torch.zeros(rows, length, dtype=torch.long)
    case = torch.full((rows, length), CASES)
    quote = torch.full((rows, length), QUOTES)
    mask = torch.zeros(rows, length, dtype=torch.bool)
    for row, (tokens, a, b) in enumerate(windows):
        n = b - a
        ids[row, 0], ids[row, n + 1] = CLS, SEP
        ids[row, 1 : n + 1] = torch.from_numpy(tokens.ids[a:b])
        case[row, 1 : n + 1] = torch.from_numpy(tokens.case[a:b])
        quote[row, 1 : n + 1] = torch.from_numpy(tokens.quote[a:b])
        mask[row, : n + 2] = True
    return ids, case, quote, mask


def unbatch(values: Tensor, mask: Tensor) -> Tensor:
    """The rows of a batch end to end, markers and padding left out: (tokens, …)."""
    inner = mask.clone()
    inner[:, 0] = False
    inner[torch.arange(len(mask), device=mask.device), mask.sum(1) - 1] = False
    return values[inner]
