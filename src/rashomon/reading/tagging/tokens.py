"""A report's text as the reader's input: word pieces with their offsets, and what each one's surroundings look like.

The encoder is uncased and sees a window at a time; two features per token give back what it would lose: the case of
the word, which names and lists live by, and where the token stands in a quotation, which only the whole report tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.models import model_path
from rashomon.reading.text.quotations import DOUBLE, Quotation, quotations
from rashomon.records import Span

CLS, SEP = 101, 102
NEWLINE = 1  # [unused0]: a run of newlines; the vocabulary has no piece for a paragraph's end
ELISION = 2  # [unused1]: the middle of a long quotation, left out of the window

# Case of the word a piece belongs to.
CASE_OTHER, CASE_LOWER, CASE_TITLE, CASE_UPPER, CASE_DIGIT, CASE_MIXED = range(6)
CASES = 6

# Where a piece stands towards quotation marks.
QUOTE_OUT, QUOTE_OPEN, QUOTE_CONTINUES, QUOTE_IN, QUOTE_NESTED, QUOTE_UNCLOSED, QUOTE_CLOSE, QUOTE_SINGLE = (
    range(8)
)
QUOTES = 8

# The window the model was trained at, in tokens, its two markers left out; run at twice that, a model loses 3.5 points.
WINDOW = 254

# A closed quotation of several paragraphs and more than FOLD tokens is read with its middle left out, so that its head,
# its tail and the words around it stand in one window. Its inside is read on its own.
FOLD, FOLD_HEAD, FOLD_TAIL = 110, 48, 24

# The vocabulary has no pieces for a word of more characters: it is one unknown token, however long it is.
LONGEST_WORD = 100

_LINE = re.compile(r"[^\r\n]+")
_UNKNOWN = re.compile(rf"(?<![A-Za-z0-9])[A-Za-z0-9]{{{LONGEST_WORD + 2},}}")
_WORD = re.compile(r"\w+")

_LETTERS = "A-Za-z0-9À-ÖØ-öø-ſ"
_MARKS = r"""!-/:-Z\\\]^_`{|}~“”„«»‘’‚–—…•"""
_PLAIN = re.compile(rf"[ \t\u00a0{_LETTERS}{_MARKS}]*")
"""A line whose words and marks have the same pieces wherever they stand: no white space but these, no character that the
vocabulary drops, no bracket that may begin the name of one of its own tokens."""
_WORD_OR_MARK = re.compile(rf"[{_LETTERS}]+|[^ \t\u00a0]")
WORDS_KEPT = 1 << 14
"""Words whose pieces, or case, are remembered: one report's and those that most reports share; none beyond the longest."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """``n`` tokens of a report: vocabulary ids, character offsets into its text, features; and windows as ranges.

    A newline token covers the run of newlines, an elision token the characters left out.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    case: NDArray[np.int64]
    quote: NDArray[np.int64]
    windows: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The tokens (half-open) that have some of the characters ``start`` to ``end``; the first is the last where none has."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        return first, max(first, int(np.searchsorted(self.starts, end, side="left")))


@cache
def vocabulary() -> Tokenizer:
    """The packaged word-piece vocabulary (that of all-MiniLM-L6-v2), neither padding nor truncating."""
    tokenizer = Tokenizer.from_file(str(model_path("tokenizer.json")))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def tokenise(
    text: str,
    regions: Sequence[Span],
    *,
    fold: bool = True,
    marks: Sequence[Quotation] | None = None,
    strangers: bool = False,
) -> Tokens:
    """The tokens of the given stretches of ``text`` (in order, apart), a newline token between any two lines.

    ``marks`` are the quotations of the stretches, where they are already known. Stretches that are ``strangers`` to one another
    share no window.
    """
    if marks is None:
        marks = [q for r in regions for q in quotations(text, r.start, r.end)]
    lines = [Span(*m.span()) for r in regions for m in _LINE.finditer(text, r.start, r.end)]
    lines = [s for s in lines if text[s.start : s.end].strip()]
    short = [_without_long_words(text[s.start : s.end]) for s in lines]
    ids: list[int] = []
    starts_at: list[int] = []
    ends_at: list[int] = []
    for line, (words, cut) in zip(lines, short, strict=True):
        if ids:
            ids.append(NEWLINE)
            starts_at.append(ends_at[-1])
            ends_at.append(line.start)
        own, first, last = _pieces_of_line(words)
        ids += own
        starts_at += [line.start + _at(s, cut) for s in first] if cut else [line.start + s for s in first]
        ends_at += [line.start + _at(e, cut) for e in last] if cut else [line.start + e for e in last]
    starts, ends = (np.array(places, dtype=np.int64) for places in (starts_at, ends_at))
    keep, elided = _folds(text, marks, starts) if fold else (np.ones(len(ids), dtype=bool), {})
    values = np.array(ids, dtype=np.int64)
    for at, until in elided.items():
        values[at], ends[at] = ELISION, until
    case = _cases(text, starts, ends)
    quote = _quotes(marks, starts)
    values, starts, ends, case, quote = (a[keep] for a in (values, starts, ends, case, quote))
    cuts = [int(np.searchsorted(starts, r.start)) for r in regions[1:]] if strangers else []
    windows = [
        (first + a, first + b)
        for first, last in zip([0, *cuts], [*cuts, len(values)], strict=True)
        for a, b in _windows(values[first:last])
    ]
    return Tokens(values, starts, ends, case, quote, tuple(windows))


Pieces = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""The vocabulary's pieces of some words: ids, and where each starts and ends in them."""


def _pieces_of_line(line: str) -> Pieces:
    """What the vocabulary makes of a line: of a plain one word by word, which is several times faster."""
    if _PLAIN.fullmatch(line) is None:
        return _pieces(line)
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    whole = _whole_words()
    for m in _WORD_OR_MARK.finditer(line):
        word, (start, end) = m.group(), m.span()
        known = whole.get(word.lower()) if word.isascii() else None
        if known is not None:
            ids.append(known)
            starts.append(start)
            ends.append(end)
        else:
            own, first, last = (_pieces_of_word if len(word) <= LONGEST_WORD else _pieces)(word)
            ids += own
            starts += [start + s for s in first]
            ends += [start + e for e in last]
    return ids, starts, ends


@cache
def _whole_words() -> dict[str, int]:
    """The words in small letters that are one piece of the vocabulary, with its id."""
    return vocabulary().get_vocab()


@lru_cache(maxsize=WORDS_KEPT)
def _pieces_of_word(word: str) -> Pieces:
    return _pieces(word)


def _pieces(words: str) -> Pieces:
    found = vocabulary().encode(words, add_special_tokens=False)
    return tuple(found.ids), tuple(s for s, _ in found.offsets), tuple(e for _, e in found.offsets)


def _without_long_words(line: str) -> tuple[str, list[tuple[int, int]]]:
    """A line whose words that have no pieces are cut down to what tells so, so that megabytes without a space cost little.

    Beside it, for each such word, where it ends in the shorter line and how many characters are left out up to there.
    """
    pieces, cut, reached, left_out = [], [], 0, 0
    for m in _UNKNOWN.finditer(line):
        end = m.start() + LONGEST_WORD + 1
        pieces.append(line[reached:end])
        cut.append((end - left_out, left_out := left_out + m.end() - end))
        reached = m.end()
    return ("".join([*pieces, line[reached:]]), cut) if cut else (line, cut)


def _at(offset: int, cut: Sequence[tuple[int, int]]) -> int:
    """An offset into a line, from one into what :func:`_without_long_words` made of it."""
    before = bisect_right(cut, offset, key=lambda word: word[0])
    return offset + cut[before - 1][1] if before else offset


def _folds(
    text: str, marks: Sequence[Quotation], starts: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], dict[int, int]]:
    """Which tokens stay, and for each elision token the offset that it covers up to."""
    keep = np.ones(len(starts), dtype=bool)
    elided: dict[int, int] = {}
    done = -1
    for q in marks:
        if q.start < done or not q.closed or q.mark not in DOUBLE or "\n" not in text[q.start : q.end]:
            continue
        first, last = (int(i) for i in np.searchsorted(starts, [q.start, q.end]))
        if last - first <= FOLD:
            continue
        head, tail = first + FOLD_HEAD, last - FOLD_TAIL
        elided[head] = int(starts[tail])
        keep[head + 1 : tail] = False
        done = q.end
    return keep, elided


def _cases(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    out = np.full(len(starts), CASE_OTHER, dtype=np.int64)
    words_at, kinds = _words(text)
    if not len(words_at):
        return out
    where = np.searchsorted(words_at, starts, side="right") - 1
    lettered = np.fromiter((text[s].isalnum() for s in starts.tolist()), dtype=np.bool_, count=len(starts))
    told = (where >= 0) & lettered & (ends > starts)
    out[told] = kinds[where[told]]
    return out


@lru_cache(maxsize=1)
def _words(text: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the words of a text start, and the case of each. Kept for one text, whose contents are read after it."""
    words = list(_WORD.finditer(text))
    starts = np.array([m.start() for m in words], dtype=np.int64)
    cases = ((_known_case if m.end() - m.start() <= LONGEST_WORD else _case)(m.group()) for m in words)
    return starts, np.fromiter(cases, dtype=np.int64, count=len(words))


def _case(word: str) -> int:
    if word.isdigit():
        return CASE_DIGIT
    if word.islower():
        return CASE_LOWER
    if word.isupper():
        return CASE_UPPER if len(word) > 1 else CASE_TITLE
    return CASE_TITLE if word[0].isupper() and word[1:].islower() else CASE_MIXED


_known_case = lru_cache(maxsize=WORDS_KEPT)(_case)


def _quotes(marks: Sequence[Quotation], starts: NDArray[np.int64]) -> NDArray[np.int64]:
    out = np.full(len(starts), QUOTE_OUT, dtype=np.int64)
    for q in marks:
        first, last = (int(i) for i in np.searchsorted(starts, [q.start, q.end]))
        if q.mark not in DOUBLE:
            inner = out[first:last]
            inner[inner == QUOTE_OUT] = QUOTE_SINGLE
            continue
        deeper = np.any(out[first:last] == QUOTE_IN) or q.depth > 0
        out[first:last] = QUOTE_NESTED if deeper else QUOTE_IN if q.closed else QUOTE_UNCLOSED
        if first < last:
            out[first] = QUOTE_CONTINUES if q.continues else QUOTE_OPEN
            if q.closed:
                out[last - 1] = QUOTE_CLOSE
    return out


def _windows(ids: NDArray[np.int64]) -> tuple[tuple[int, int], ...]:
    """Ranges of at most WINDOW tokens, cut at paragraphs where possible."""
    breaks = [int(i) + 1 for i in np.flatnonzero(ids == NEWLINE)] + [len(ids)]
    windows: list[tuple[int, int]] = []
    first = at = 0
    for b in breaks:
        while b - first > WINDOW:
            cut = at if at > first else first + WINDOW
            windows.append((first, cut))
            first = cut
        at = b
    if at > first:
        windows.append((first, at))
    return tuple(windows)
