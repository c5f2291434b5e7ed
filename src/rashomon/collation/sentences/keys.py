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

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, WORD, enough, stem
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
_MASK = np.uint64((1 << 63) - 1)
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_BLOCK = 4096
"""Sentences that are taken at a time."""
_SCALE = np.float32(256)


def keys(text: str, cells: Sequence[int]) -> list[int]:
    """The keys of a sentence, each once, ascending: numbers of 63 bits. ``cells`` are its nearest (:func:`nearest_cells`)."""
    found = _keys([_content(text)[1]], np.array([cells], dtype=np.int64))[1]
    return [int(key) for key in found]


def keys_of(
    texts: Sequence[str], vectors: NDArray[np.floating]
) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]:
    """The keys of many sentences, some thousand sentences at a time: owners, ascending, and the key of each, of one length.

    An owner, an index in ``texts``, stands as often as it has keys. Sentences that say too little to be matched by
    themselves (:func:`~.likeness.telling`) have none. ``vectors`` are theirs, (len(texts), 384).
    """
    for start in range(0, len(texts), _BLOCK):
        said = [_content(text) for text in texts[start : start + _BLOCK]]
        rows = [k for k, (words, content) in enumerate(said) if enough(words, len(set(content)))]
        if not rows:
            continue
        own = vectors[start : start + _BLOCK][rows].astype(np.float32, copy=False)
        owners, found = _keys([said[k][1] for k in rows], nearest_cells(own))
        yield np.array(rows, dtype=np.int32)[owners] + np.int32(start), found


Word = tuple[int, int]
"""A content word's rarity, the rarest least, and its number."""


def _content(text: str) -> tuple[int, list[Word]]:
    """How many different words a sentence has, and its content words in order."""
    words = [_word(word) for word in WORD.findall(text)]
    return len({its_stem for its_stem, _ in words}), [word for _, word in words if word]


def _keys(
    said: Sequence[Sequence[Word]], cells: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Owners, ascending, and their keys, ascending, of sentences given by their content words, with the cells of each (n, c)."""
    rare = np.zeros((len(said), RARE), dtype=np.uint64)
    many = np.zeros(len(said), dtype=np.int64)
    for k, content in enumerate(said):
        rarest = sorted(set(content))[:RARE]
        many[k] = len(rarest)
        rare[k, : len(rarest)] = [number for _, number in rarest]
    every = np.arange(len(said))
    owners, found = [], []
    for i, j in combinations(range(RARE), 2):
        both = every[many > j]
        one, other = rare[both, i], rare[both, j]
        owners.append(both)
        found.append(_mixed(1, np.minimum(one, other), np.maximum(one, other)))
    for i in range(RARE):
        there = every[many > i]
        for cell in cells.T:
            owners.append(there)
            found.append(_mixed(2, rare[there, i], cell[there].astype(np.uint64)))
    # Words in a row: all sentences' words one after another, and those that stand far enough from a sentence's end.
    numbers = np.array([number for content in said for _, number in content], dtype=np.uint64)
    lengths = np.array([len(content) for content in said], dtype=np.int64)
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(len(numbers))
    starts = np.flatnonzero(left >= SHINGLE)
    owners.append(np.repeat(every, lengths)[starts])
    found.append(_mixed(3, *(numbers[starts + k] for k in range(SHINGLE))))
    of, key = np.concatenate(owners), np.concatenate(found)
    order = np.lexsort((key, of))
    of, key = of[order], key[order]
    once = (
        np.concatenate([[True], (of[1:] != of[:-1]) | (key[1:] != key[:-1])])
        if len(of)
        else np.zeros(0, bool)
    )
    return of[once], key[once]


def nearest_cells(vectors: NDArray[np.float32]) -> NDArray[np.int64]:
    """The :data:`CELLS` nearest cells of each row of unit length, (n, CELLS), each row ascending.

    Vectors and centres are rounded to whole numbers first, so that sums are exact and no cell depends on what else is looked up.
    """
    whole = np.rint(vectors * _SCALE)
    out = np.empty((len(vectors), CELLS), dtype=np.int64)
    for start in range(0, len(vectors), _BLOCK):
        near = whole[start : start + _BLOCK] @ _centres().T
        rows = np.arange(len(near))
        for nth in range(CELLS):
            best = near.argmax(axis=1)  # of equal sums the first cell's
            out[start : start + _BLOCK, nth] = best
            near[rows, best] = -np.inf
    out.sort(axis=1)
    return out


def _mixed(kind: int, *parts: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Numbers of 63 bits, each from several: a polynomial with an odd factor, as of a rolling hash (Karp and Rabin 1987)."""
    mixed = np.full(parts[0].shape, kind, dtype=np.uint64)
    for part in parts:
        mixed = mixed * _FACTOR + part  # of what runs over, the lower 64 bits stay
        mixed ^= mixed >> np.uint64(29)
    return (mixed & _MASK).astype(np.int64)


@lru_cache(maxsize=500_000)
def _word(word: str) -> tuple[str, Word | None]:
    """A word's stem; for a content word, how rare it is and its number."""
    its_stem = stem(word)
    return its_stem, None if word.lower() in FUNCTION_WORDS else (-rank(its_stem), _number(its_stem))


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
