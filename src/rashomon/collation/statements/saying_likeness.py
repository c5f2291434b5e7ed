"""How likely two sentences of two reports, each said by somebody, are one saying: by small trees over what both have in common.

Words and meaning alone (:func:`..sentences.likeness.whole`) treat alike what the same source said and what two sources did, a
quotation and an act ("was charged with"). Here the words count by how rare they are, from either side and in a row, and beside
them who is said to have said it: one speaker, or sources without a name that are called alike; the same cue; quotation marks.
More in common never makes two sentences less likely one, nor does what contradicts make them likelier: the trees are grown so. A
score depends on the two sentences and their attributions alone, so it is the same whatever else a ledger holds.

Trees, their making and their limits: ``models/sayings.md``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from rashomon.collation.sentences.keys import rank
from rashomon.collation.sentences.likeness import FUNCTION_WORDS, WORD, stem
from rashomon.collation.statements.apart import other_voice
from rashomon.collation.statements.claims import numbers_differ, opposite
from rashomon.collation.statements.items import Item, by_one_speaker, differ, speaks_for
from rashomon.models import model_path
from rashomon.models.trees import Trees, from_json

RISING = {
    "meaning": 1,  # cosine of the vectors
    "covered, less": 1,  # part of the words' weight, of the lighter sentence's, that both have
    "covered, more": 1,  # the same of the heavier one's
    "shared": 1,  # that weight
    "run": 1,  # words in a row that both have
    "run, part": 1,  # of the shorter one's words
    "stretch": 1,  # the shorter one's letters beside the most like stretch of the longer
    "figures": 1,  # how many both give
    "other figures": -1,  # how many only one gives
    "nobody known": 0,  # neither speaker is
    "one speaker": 1,
    "source words": 1,  # how many both sources have, where one speaker is not known
    "source, part": 1,  # of the shorter source's
    "no source": 0,  # how many of the two have none
    "source kind": 1,  # both are nameless, and of one kind: two officials
    "other kind": -1,
    "other voice": -1,  # what describes one source cannot be the other
    "cue": 1,  # a word that both cues have
    "quoted": 0,  # how many of the two stand at quotation marks
    "opposite": -1,  # one denies the other
    "other numbers": -1,  # both number one thing, not alike
}
"""What the trees ask of two sentences, and whether more of it makes them likelier (1) or less likely (-1) to be one saying."""

FEATURES = tuple(RISING)

_COMMON, _RARE = 200, 40_000
"""Places in the vocabulary: a word weighs by the logarithm of its own in the first, as much as one of the second at most."""
_FUNCTION = 0.2
"""What a function word weighs. Set by hand."""
_STEPS = 1024
"""Steps of a cosine: a border between two does not part what only sums in another order."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words: their stems in order, what each weighs, from 0 to 1, and all of them together."""

    order: tuple[str, ...]
    weights: dict[str, float]
    total: float


@lru_cache(maxsize=50_000)
def words(text: str) -> Words:
    """Read a text once."""
    order = tuple(stem(m.group()) for m in WORD.finditer(text))
    weights = {word: weight(word) for word in order}
    return Words(order, weights, sum(weights.values()))


@lru_cache(maxsize=500_000)
def weight(word: str) -> float:
    """How much a word tells, 0 to 1, by how rare it is in English."""
    if word in FUNCTION_WORDS:
        return _FUNCTION
    return min(1.0, math.log1p(rank(word) / _COMMON) / math.log1p(_RARE / _COMMON))


@lru_cache(maxsize=50_000)
def _told(text: str) -> frozenset[str]:
    """The telling words of a source or a cue."""
    return frozenset(stem(m.group()) for m in WORD.finditer(text)) - FUNCTION_WORDS


def measured(one: Item, other: Item, cosine: float) -> list[float]:
    """The :data:`FEATURES` of two sentences, whichever is given first; ``cosine`` is that of their vectors."""
    first, second = words(one.text), words(other.text)
    common = first.weights.keys() & second.weights.keys()
    shared = sum(sorted(first.weights[word] for word in common))
    least, most = sorted((first.total, second.total))
    run = longest_run(first.order, second.order)
    figures, others = one.profile.figures, other.profile.figures
    known = by_one_speaker(one, other)
    sources = (_told(one.source), _told(other.source))
    both = 0 if known else len(sources[0] & sources[1])
    return [
        round(cosine * _STEPS) / _STEPS,
        shared / max(least, 1e-6),
        shared / max(most, 1e-6),
        shared,
        run,
        run / max(1, min(len(first.order), len(second.order))),
        _stretch(one.text.lower(), other.text.lower()),
        len(figures & others),
        len(figures ^ others),
        one.speaker is None and other.speaker is None,
        known,
        both,
        0.0 if known else both / max(1, min(map(len, sources))),
        0 if known else sum(not source for source in sources),
        not known and one.kind is not None and one.kind == other.kind,
        not known and None not in (one.kind, other.kind) and one.kind != other.kind,
        not known and other_voice(one, other),
        not _told(one.cue).isdisjoint(_told(other.cue)),
        one.quoted + other.quoted,
        opposite(one.text, other.text, one.denied, other.denied),
        numbers_differ(one.text, other.text),
    ]


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words in a row both have.

    >>> longest_run("we march at dawn".split(), "they march at dawn today".split())
    3
    """
    places: dict[str, list[int]] = {}
    for at, word in enumerate(other):
        places.setdefault(word, []).append(at)
    best = 0
    before: dict[int, int] = {}
    for word in one:
        here = {at: before.get(at - 1, 0) + 1 for at in places.get(word, ())}
        best = max(best, *here.values()) if here else best
        before = here
    return best


def _stretch(one: str, other: str) -> float:
    return fuzz.partial_ratio(*sorted((one, other), key=lambda text: (len(text), text))) / 100


@dataclass(frozen=True, slots=True)
class Model:
    """The trees, and the ``least`` log-odds by which two sentences are one saying."""

    trees: Trees
    least: float


@lru_cache(maxsize=1)
def model() -> Model:
    """The packaged model."""
    kept = json.loads(model_path("sayings.json").read_text(encoding="utf-8"))
    return Model(from_json(kept["trees"], FEATURES), kept["least"])


def likely(one: Item, other: Item, cosine: float) -> float:
    """The log-odds that two sentences are one saying."""
    return model().trees.odds_of(measured(one, other, cosine))


def who(one: Item, other: Item) -> str:
    """What speaks for one source or another, in words."""
    if by_one_speaker(one, other):
        return "one speaker"
    if speaks_for(one, other):
        return "one speaks for the other"
    if differ(one.speaker, other.speaker):
        return "two speakers"
    if one.kind is not None and one.kind == other.kind:
        return f"the source of both is {one.kind.value}"
    if not _told(one.source).isdisjoint(_told(other.source)):
        return "sources called alike"
    return "a speaker is not known"
