"""How a reader in training stands: token-level scores on dev, quicker than reading it with the whole program."""

from __future__ import annotations

import random
from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from rashomon.reading.tagging.decode import MENTIONS, PARTS, spans
from training.reader.augment import Matter, nested
from training.reader.corpus import Document
from training.reader.losses import picks, score
from training.reader.model import Reader
from training.reader.targets import IGNORE, example


@torch.no_grad()
def evaluate(reader: Reader, dev: list[Document]) -> dict[str, float]:
    """In percent: exact F1 of the spans of each part and of mentions, links right on gold spans, and F1 of the spans inside
    contents, measured on sentences put there.
    """
    reader.eval()
    counts = {k: np.zeros(3) for k in (*PARTS, "mention", "inner")}
    right = asked = 0
    for document in dev:
        e = example(document)
        (s,) = score(reader, [e.tokens])
        found = spans(functional.log_softmax(s.parts, 1).cpu().numpy(), PARTS)
        for k in PARTS:
            counts[k] += _counted(
                ((p.kind, p.first, p.last) for p in found if p.kind == k),
                ((g.kind, g.first, g.last) for g in e.linked.spans if g.kind == k),
            )
        silver = functional.one_hot(torch.from_numpy(np.maximum(e.mentions, 0)), s.mentions.shape[1]).float()
        counts["mention"] += _counted(
            (
                (m.kind, m.first, m.last)
                for m in spans(functional.log_softmax(s.mentions, 1).cpu().numpy(), MENTIONS)
            ),
            ((m.kind, m.first, m.last) for m in spans(silver.log().numpy(), MENTIONS)),
        )
        if e.linked.spans:
            for scores, answers in picks(reader, e.tokens, s.states, e.linked):
                right += int((scores.argmax(1) == answers).sum())
                asked += len(answers)
    rng = random.Random(1)
    matter = Matter(dev)
    for document in dev:
        counts["inner"] += _inner(reader, nested(document, matter, rng))
    return {k: _f1(c) for k, c in counts.items()} | {"link": round(100 * right / max(1, asked), 1)}


def _inner(reader: Reader, document: Document) -> tuple[int, int, int]:
    e = example(document)
    known = e.inner != IGNORE
    scores = functional.log_softmax(score(reader, [e.tokens])[0].inner, 1).cpu().numpy()
    scores[~known, 1:] = -np.inf
    return _counted(
        ((s.kind, s.first, s.last) for s in spans(scores, PARTS) if known[s.first]),
        ((s.kind, s.first, s.last) for s in e.within.spans),
    )


def _counted(
    found: Iterable[tuple[str, int, int]], gold: Iterable[tuple[str, int, int]]
) -> tuple[int, int, int]:
    a, b = set(found), set(gold)
    return len(a & b), len(a), len(b)


def _f1(counts: NDArray[np.float64]) -> float:
    return round(200 * float(counts[0]) / max(1.0, float(counts[1] + counts[2])), 1)
