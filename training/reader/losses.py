"""What the reader is trained to lower: cross-entropy against annotation, or against teachers' probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from rashomon.reading.tagging.decode import PARTS, spans, tag_count
from rashomon.reading.tagging.link import PICKS, Surroundings, pairs
from rashomon.reading.tagging.tokens import Tokens
from training.reader.labelled import Labelled
from training.reader.model import Reader, batch, unbatch
from training.reader.targets import IGNORE, Example, Linked, choices, with_predicted


@dataclass(frozen=True)
class Weights:
    """How much each part of a loss counts, the tags of sources, cues and contents being 1.

    ``soft`` is the teachers' share of the loss where a document has both annotation and labels; ``state`` the weight of what
    the reader's states miss of the first teacher's.
    """

    link: float = 0.5
    mention: float = 0.3
    inner: float = 0.3
    soft: float = 0.5
    state: float = 1.0


@dataclass(frozen=True)
class Scores:
    """The network's output for a report, a row a token."""

    parts: Tensor
    inner: Tensor
    mentions: Tensor
    states: Tensor


def score(reader: Reader, texts: Sequence[Tokens]) -> list[Scores]:
    """Run the network over all windows of some reports at once."""
    ids, case, quote, mask = (values.to(reader.device) for values in batch(texts))
    with torch.autocast(reader.device.type, dtype=torch.bfloat16):
        rows = [unbatch(values, mask).float() for values in reader(ids, case, quote, mask)]
    lengths = [len(t) for t in texts]
    return [Scores(*each) for each in zip(*(torch.split(r, lengths) for r in rows), strict=True)]


def annotated_loss(reader: Reader, e: Example, s: Scores, weights: Weights) -> Tensor:
    """Against gold attributions and silver mentions."""
    loss = functional.cross_entropy(s.parts, torch.from_numpy(e.parts).to(reader.device))
    loss = loss + weights.mention * _known(s.mentions, e.mentions) + weights.inner * _known(s.inner, e.inner)
    return loss + weights.link * _links(reader, e.tokens, s, e.linked, e.within)


def _known(scores: Tensor, tags: NDArray[np.int64]) -> Tensor:
    """The cross-entropy against the tags that are known; 0 where none is."""
    if not (tags != IGNORE).any():
        return scores.sum() * 0
    return functional.cross_entropy(scores, torch.from_numpy(tags).to(scores.device), ignore_index=IGNORE)


def labelled_loss(
    reader: Reader, mirror: nn.Linear, row: Labelled, e: Example, s: Scores, weights: Weights
) -> Tensor:
    """Against what teachers see, and against annotation as well where there is some; it may be of insides alone.

    ``mirror`` makes the first teacher's states of the reader's (the hints of FitNets, Romero et al. 2015).
    """
    content = tag_count(PARTS[:-1])  # the first of its two tags, which are the last
    held = row.parts[:, content:].astype(np.float32).sum(1) > 0.5
    held &= e.inner == IGNORE  # where no annotator has read
    loss = _soft(s.parts, row.parts) + weights.mention * _soft(s.mentions, row.mentions)
    if held.any():
        loss = loss + weights.inner * _soft(
            s.inner[torch.from_numpy(held).to(reader.device)], row.inner[held]
        )
    loss = loss + weights.link * _links(reader, e.tokens, s, row.linked, row.within)
    loss = loss + weights.state * _missed(mirror(s.states), row)
    if not row.annotated:
        return loss + weights.inner * _known(s.inner, e.inner)
    return weights.soft * loss + (1 - weights.soft) * annotated_loss(reader, e, s, weights)


def _soft(scores: Tensor, chances: NDArray[np.float16]) -> Tensor:
    wanted = torch.from_numpy(chances.astype(np.float32)).to(scores.device)
    return -(wanted * functional.log_softmax(scores, 1)).sum(1).mean()


def _missed(states: Tensor, row: Labelled) -> Tensor:
    """The share of the variance of a teacher's states that some states leave unexplained; more than 1 if they are worse than
    its mean.
    """
    wanted = torch.from_numpy(row.states.astype(np.float32) * (row.largest / 127)).to(states.device)
    return (states - wanted).square().mean() / (wanted - wanted.mean(0)).square().mean().clamp(min=1e-6)


def _links(reader: Reader, tokens: Tokens, s: Scores, linked: Linked, within: Linked) -> Tensor:
    """Cross-entropy of the picks, over the given spans and over those that the tagger itself finds."""
    predicted = spans(functional.log_softmax(s.parts, 1).detach().cpu().numpy(), PARTS)
    sets = [linked, with_predicted(linked, predicted), within]
    losses = [_link_loss(reader, tokens, s.states, each) for each in sets if each.spans]
    return torch.stack(losses).mean() if losses else s.states.sum() * 0


def _link_loss(reader: Reader, tokens: Tokens, states: Tensor, linked: Linked) -> Tensor:
    losses = [
        functional.cross_entropy(scores, right) for scores, right in picks(reader, tokens, states, linked)
    ]
    return torch.stack(losses).sum() if losses else states.sum() * 0


def picks(reader: Reader, tokens: Tokens, states: Tensor, linked: Linked) -> list[tuple[Tensor, Tensor]]:
    """For cues and for contents: scores of none and each candidate (n, 1 + k), and which one is right (n)."""
    around = Surroundings(tokens, linked.spans)
    raw = reader.linker.span_states(states, linked.spans)
    out = []
    for child, parent in PICKS:
        asked = choices(linked, child, parent)
        if asked:
            inputs = pairs(around, linked.spans, [i for i, _, _ in asked], [near for _, near, _ in asked])
            on = {k: torch.from_numpy(v).to(states.device) for k, v in inputs.items()}
            right = torch.tensor([answer for _, _, answer in asked], device=states.device)
            out.append((reader.linker(raw, **on, kind=child), right))
    return out
