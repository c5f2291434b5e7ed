"""Where two wordings differ, word by word: for marking the words, and for saying it in a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

#: Words of a wording that are compared; a sentence of more is a list or a fault of the page, and comparing
#: takes time that grows with the square of its length.
LONGEST = 400

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_OWNED = re.compile(r"…|\.\s?\.\s?\.|\[")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; ``differs`` where the other wording does not have it."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in the second wording in the place of what stands in the first; either may be empty."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two wordings side by side. ``shared`` is the share of words in common, 0 to 1 (Dice's coefficient).

    ``altered`` says whether they differ between words that both have: a wording that only begins later, ends
    earlier or leaves words out openly ("…", "[") is shorter, but not other.
    """

    first: tuple[Piece, ...]
    second: tuple[Piece, ...]
    changes: tuple[Change, ...]
    shared: float
    altered: bool


def compare(first: str, second: str) -> Comparison:
    """Two wordings compared by their words; case, accents' encoding and punctuation make no difference.

    >>> compare("We answer force with silence.", "“We answer force with violence”").changes
    (Change(first='silence', second='violence'),)
    """
    a, b = _words(first), _words(second)
    matcher = SequenceMatcher(None, [_same(w[0]) for w in a], [_same(w[0]) for w in b], autojunk=False)
    steps = matcher.get_opcodes()
    differing = [(i, j, k, m) for tag, i, j, k, m in steps if tag != "equal"]
    # At an edge, what only one wording has makes it longer; anything else is a difference within.
    inner = [
        (i, j, k, m)
        for i, j, k, m in differing
        if (i < j and k < m) or not (i == 0 or j == len(a) or k == 0 or m == len(b))
    ]
    same = sum(j - i for tag, i, j, _, _ in steps if tag == "equal")
    return Comparison(
        _pieces(first, [a[i:j] for i, j, _, _ in differing]),
        _pieces(second, [b[k:m] for _, _, k, m in differing]),
        tuple(Change(_text(first, a[i:j]), _text(second, b[k:m])) for i, j, k, m in differing),
        2 * same / (len(a) + len(b)) if a or b else 1.0,
        any(not _owned(first, a, i, j) and not _owned(second, b, k, m) for i, j, k, m in inner),
    )


def _words(text: str) -> list[re.Match[str]]:
    return list(islice(_WORD.finditer(text), LONGEST))


def _same(word: str) -> str:
    """What two words are compared by: ``O’Neil`` is ``o'neil``."""
    return unicodedata.normalize("NFKC", word).casefold().replace("’", "'")


def _text(text: str, words: Sequence[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()] if words else ""


def _pieces(text: str, differing: Sequence[Sequence[re.Match[str]]]) -> tuple[Piece, ...]:
    pieces, reached = [], 0
    for words in differing:
        if words:
            start, end = words[0].start(), words[-1].end()
            pieces += [Piece(text[reached:start], False), Piece(text[start:end], True)]
            reached = end
    pieces.append(Piece(text[reached:], False))
    return tuple(piece for piece in pieces if piece.text)


def _owned(text: str, words: Sequence[re.Match[str]], start: int, end: int) -> bool:
    """Whether the wording says itself that it leaves out or puts in words here."""
    low = words[start - 1].end() if start else 0
    high = words[end].start() if end < len(words) else len(text)
    return _OWNED.search(text, low, high) is not None
