"""What a report is compared by when stories are found: bags of weighted words, its sentences' meaning, candidate keys.

A profile is a function of its report and reading alone. Words weigh by their place in the sentence model's vocabulary, which goes
by how often a word is used in English, and not by how many reports of the ledger have them: what else the ledger holds makes no
difference to how alike two reports are, and a report that comes in changes nothing between those that are there.

Weights and vectors are rounded to whole numbers, so that every sum of products is exact, whatever is computed beside it.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.collation.sentences.embed import WIDTH, unpack
from rashomon.collation.sentences.keys import centre, rank
from rashomon.collation.sentences.likeness import FUNCTION_WORDS, WORD, stem
from rashomon.records import OWN_VOICES, Reading, Report

BAGS = ("words", "caps", "low", "bigrams", "lead", "leadcaps", "nums")
"""All words; those with a capital; those without; pairs of words in a row; the first words; names in the beginning; figures and
names of days and months. Function words are in none."""

LEAD, BEGINNING = 60, 120
"""Content words that count as the first ones, and within which a name is in the beginning."""
FIRST = 3
"""Sentences that make a report's beginning by meaning."""
KEYED = 12
"""Words that make keys, two at a time: those that weigh most. Meaning finds whom keys do not."""
TOP = 8
"""Foremost words of a bag, of which it is asked how many the other report has."""

_SCALE = 4096
_WHOLE = np.float32(256)
_COMMON = 150
"""Rank from which a word begins to weigh. Set by hand."""
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bag:
    """Words by number, ascending, and their weights: a vector of length 4096, rounded.

    ``foremost`` are the weights of the :data:`TOP` that weigh most, in the same order, 0 for the others.
    """

    numbers: Numbers
    weights: Numbers
    foremost: Numbers


@dataclass(frozen=True, slots=True)
class Profile:
    """A report as it is compared. ``sentences`` are vectors (n, 384), ``mean``, ``lead`` (of the first three) and ``apart`` (the
    mean less what all English sentences have in common) one each, of whole numbers; ``keys`` ascending."""

    report: str
    length: int
    bags: tuple[Bag, ...]
    sentences: NDArray[np.float32]
    mean: NDArray[np.float32]
    lead: NDArray[np.float32]
    apart: NDArray[np.float32]
    keys: tuple[int, ...]


def profile(report: Report, reading: Reading | None) -> Profile:
    """The profile of a report. Without a reading, it has no meaning but its words."""
    counts = _counts(report)
    bags = tuple(_bag(counts[name]) for name in BAGS)
    vectors = [s.vector for s in reading.sentences if s.vector] if reading else []
    return assembled(
        report.id, int(sum(counts["words"].values())), bags, vectors, tuple(_keys(bags[0], counts["bigrams"]))
    )


def assembled(
    report: str, length: int, bags: tuple[Bag, ...], vectors: Sequence[bytes], keys: tuple[int, ...]
) -> Profile:
    """A profile from its words and from the packed vectors of the report's sentences."""
    rows = unpack(vectors) if vectors else np.zeros((1, WIDTH), dtype=np.float32)
    mean = rows.mean(axis=0, dtype=np.float64)
    unit = mean / max(float(np.linalg.norm(mean)), 1e-9)
    return Profile(
        report,
        length,
        bags,
        np.rint(rows * _WHOLE),
        _whole(mean),
        _whole(rows[:FIRST].mean(axis=0, dtype=np.float64)),
        _whole(unit - (unit @ centre()) * centre()),
        keys,
    )


def _whole(vector: NDArray[np.float64]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    # Below this there is nothing but rounding: no sentence, or none that is anything but common.
    scaled = vector * (float(_WHOLE) / length) if length > 1e-6 else vector * 0
    return np.asarray(np.rint(scaled), dtype=np.float32)


def _counts(report: Report) -> dict[str, Counter[str]]:
    """How often each word of each bag stands in the report's own voices."""
    bags: dict[str, Counter[str]] = {name: Counter() for name in BAGS}
    seen = 0
    for sequence in _words(report):
        for word, stemmed in sequence:
            lower = word.lower()
            if lower in FUNCTION_WORDS:
                continue
            seen += 1
            calendar = lower in _CALENDAR
            named = word[0].isupper() and not calendar
            for name, counts in (
                ("words", True),
                ("caps", named),
                ("low", word[0].islower()),
                ("lead", seen <= LEAD),
                ("leadcaps", named and seen <= BEGINNING),
                ("nums", calendar or word[0].isdigit()),
            ):
                if counts:
                    bags[name][stemmed] += 1
        for (one, first), (two, second) in pairwise(sequence):
            if one.lower() not in FUNCTION_WORDS or two.lower() not in FUNCTION_WORDS:
                bags["bigrams"][f"{first} {second}"] += 1
    return bags


def _words(report: Report) -> Iterator[list[tuple[str, str]]]:
    for passage in report.passages:
        if passage.voice in OWN_VOICES:
            found = WORD.findall(report.text, passage.start, passage.end)
            yield [(word, stem(word)) for word in found]


def _bag(counts: Counter[str]) -> Bag:
    weights = {_number(word): (1 + math.log(many)) * _rarity(word) for word, many in counts.items()}
    numbers = np.array(sorted(weights), dtype=np.int64)
    values = np.array([weights[n] for n in numbers.tolist()], dtype=np.float64)
    length = math.sqrt(math.fsum((values * values).tolist()))
    whole = np.rint(values * (_SCALE / length)).astype(np.int64) if length else np.zeros(0, dtype=np.int64)
    return bag_of(numbers, whole)


def bag_of(numbers: Numbers, weights: Numbers) -> Bag:
    """A bag, with its foremost words."""
    foremost = np.zeros_like(weights)
    # Of equal weights those of the least numbers, which stand first.
    order = np.argsort(-weights, kind="stable")[:TOP]
    foremost[order] = weights[order]
    return Bag(numbers, weights, foremost)


@lru_cache(maxsize=500_000)
def _rarity(words: str) -> float:
    """How much a word tells, or two in a row; 0.7 for the commonest, 5.6 for one that the vocabulary does not have."""
    return sum(math.log(2 + rank(word) / _COMMON) for word in words.split())


def _keys(words: Bag, in_a_row: Iterable[str]) -> list[int]:
    """A key for every two of the foremost words, but for two that stand in a row: a name of two words is no more than one."""
    order = np.lexsort((words.numbers, -words.weights))[:KEYED]
    foremost = sorted(words.numbers[order].tolist())
    beside = {frozenset(map(_number, two.split())) for two in in_a_row}
    return sorted(
        _number(f"{one} {other}")
        for one, other in combinations(foremost, 2)
        if frozenset((one, other)) not in beside
    )


@lru_cache(maxsize=500_000)
def _number(words: str) -> int:
    """Words as a number of 63 bits."""
    return (
        int.from_bytes(hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1
    )
