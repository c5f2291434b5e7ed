"""Candidate keys: which sentences of a large ledger are worth comparing, without comparing all pairs.

Two sentences are candidates where they share a key, and a key depends on its sentence alone: so it does not matter what else the
ledger holds, nor in which order it came. Three kinds, for three ways of saying a thing again:

- **rare words**, two at a time, of the six rarest: names, figures and words that few sentences have;
- **shingles** of three content words in a row, for what is repeated word for word, a fragment too (Broder 1997);
- **meaning with a rare word**: a cell of meaning, of 1,024 found by k-means, the two nearest, and one of the six rarest words (an
  inverted index by cell, Jégou, Douze and Schmid 2011, made finer by words).

Rarity is the word's place in the sentence model's vocabulary, which goes by how often a word is used in English.
Measured by ``python -m bench.collation.crowd``: how many pairs of translations meet under a key, and how many others do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.collation.likeness import FUNCTION_WORDS, WORD, stem
from rashomon.models import model_path

RARE = 6
"""Rarest words of a sentence that make keys. Of pairs of translations that are near (cosine 0.6) 92% share two of six, 95% two
of seven; each more means five keys more for every sentence."""
CELLS = 2
"""Nearest cells of meaning that make keys: 84% of such pairs share one with a rare word; 95% with four, for twice the keys."""
SHINGLE = 3
"""Content words in a row."""

_OUTSIDE = 40_000
"""The rank of a word that the vocabulary of some 30,000 does not have, and longer words are rarer."""
_MASK = (1 << 63) - 1
_SCALE = np.float32(256)


def keys(text: str, cells: Sequence[int]) -> list[int]:
    """The keys of a sentence, each once, ascending: numbers of 63 bits. ``cells`` are its nearest (:func:`nearest_cells`)."""
    content = [stem(word) for word in WORD.findall(text) if word.lower() not in FUNCTION_WORDS]
    numbers = [_number(word) for word in content]
    ranks = {n: -rank(word) for n, word in zip(numbers, content, strict=True)}
    rare = sorted(ranks, key=lambda n: (ranks[n], n))[:RARE]
    found = {_mixed(1, *sorted(pair)) for pair in combinations(rare, 2)}
    found |= {_mixed(2, n, cell) for n in rare for cell in cells}
    found |= {_mixed(3, *run) for run in _runs(numbers)}
    return sorted(found)


def nearest_cells(vectors: NDArray[np.float32]) -> NDArray[np.int64]:
    """The :data:`CELLS` nearest cells of each row of unit length, (n, CELLS), each row ascending.

    Vectors and centres are rounded to whole numbers first, so that sums are exact and no cell depends on what else is looked up.
    """
    whole = np.rint(vectors * _SCALE)
    out = np.empty((len(vectors), CELLS), dtype=np.int64)
    for start in range(0, len(vectors), 4096):
        near = whole[start : start + 4096] @ _centres().T
        # A whole number and the index after it: equal sums go to the first cell.
        order = near.astype(np.int64) * len(_centres()) - np.arange(len(_centres()))
        out[start : start + 4096] = np.sort(np.argpartition(-order, CELLS - 1, axis=1)[:, :CELLS], axis=1)
    return out


def meetings(
    owners: NDArray[np.int64], found: NDArray[np.int64], most: int = 20_000_000
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Every two owners that share a key, lower and higher, each pair once, in parts of about ``most`` meetings.

    ``owners`` and ``found`` are of one length: whose each key is, ascending. Pairs come in order of the lower owner.
    """
    if not len(found):
        return
    order = np.lexsort((owners, found))
    of, key = owners[order], found[order]
    # Where each key's run of owners ends: an owner meets those that stand after it in its runs.
    edges = np.flatnonzero(np.concatenate([key[1:] != key[:-1], [True]])) + 1
    ends = edges[np.searchsorted(edges, np.arange(len(key)), side="right")]
    by_owner = np.argsort(of, kind="stable")
    counts = (ends - np.arange(len(key)) - 1)[by_owner]
    totals = np.cumsum(counts)
    start = 0
    while start < len(by_owner):
        stop = int(np.searchsorted(totals, (totals[start - 1] if start else 0) + most, side="right"))
        stop = max(stop, start + 1)
        # Whole owners only, so that a pair met under two keys is met in one part.
        last = of[by_owner[stop - 1]]
        stop = int(np.searchsorted(of[by_owner], last, side="right"))
        places, many = by_owner[start:stop], counts[start:stop]
        lower = np.repeat(of[places], many)
        within = np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
        higher = of[np.repeat(places + 1, many) + within]
        if len(lower):
            pairs = np.unique(lower * np.int64(owners.max() + 1) + higher)
            yield pairs // (owners.max() + 1), pairs % (owners.max() + 1)
        start = stop


def _runs(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(len(numbers) - SHINGLE + 1):
        yield numbers[start : start + SHINGLE]


def _mixed(kind: int, *parts: int) -> int:
    """One number of 63 bits from several: a polynomial with an odd factor, as of a rolling hash (Karp and Rabin 1987)."""
    mixed = kind
    for part in parts:
        mixed = (mixed * 0x9E3779B97F4A7C15 + part) & 0xFFFFFFFFFFFFFFFF
        mixed ^= mixed >> 29
    return mixed & _MASK


@lru_cache(maxsize=500_000)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")


@lru_cache(maxsize=500_000)
def rank(word: str) -> int:
    """How rare a word is: its place in the vocabulary, whole, or with an ending that its stem has lost."""
    vocabulary = _vocabulary()
    for form in (word, word + "e", word + "s"):
        if form in vocabulary:
            return vocabulary[form]
    return _OUTSIDE + len(word)


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, int]:
    return dict(Tokenizer.from_file(str(model_path("tokenizer.json"))).get_vocab())


@lru_cache(maxsize=1)
def _centres() -> NDArray[np.float32]:
    with np.load(model_path("cells.npz")) as kept:
        return np.asarray(kept["centres"], dtype=np.float32)


@lru_cache(maxsize=1)
def centre() -> NDArray[np.float64]:
    """What all cells have in common: their mean, of unit length."""
    mean = _centres().mean(axis=0, dtype=np.float64)
    return np.asarray(mean / np.linalg.norm(mean), dtype=np.float64)
