"""Where spans begin and end in a text: at words, at quotation marks, and nowhere a reader would not cut."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from rashomon.reading.text.quotations import DOUBLE, MARKS, Quotation
from rashomon.records import Span, overlap, shared

# How much of a quotation's letters a content must hold to be taken for the whole of it. Anything from 0.3 to 0.8 gives the same
# who-said-what F1 on PolNeAR dev within 0.1; quotations that the tagger loses track of, as in letters, are what it is for.
SNAP = 0.5


LONG = 4_000
"""Characters of a span from which on its letters are read from a count over the whole text, which is kept for the next."""


def letters(text: str, spans: Iterable[Span]) -> int:
    """How many letters and digits the spans hold."""
    return sum(
        sum(map(str.isalnum, text[s.start : s.end])) if s.end - s.start < LONG else _counted(text).of([s])
        for s in spans
    )


class Letters:
    """The letters and digits of a text, counted once: for those who ask about hundreds of its spans."""

    def __init__(self, text: str) -> None:
        self._before = array("q", accumulate(map(str.isalnum, text), initial=0))

    def of(self, spans: Iterable[Span]) -> int:
        """How many the spans hold."""
        return sum(self._before[s.end] - self._before[s.start] for s in spans)


_counted = lru_cache(maxsize=1)(Letters)
"""Those of the text that was asked about last: the letters of a speech are asked for by everything that stands in it."""


def snapped(text: str, span: Span, marks: Sequence[Quotation]) -> Span:
    """The span grown to the edges of the quotations that it begins with, or holds most of."""
    start, end = span.start, span.end
    for q in marks:
        if (q.mark not in DOUBLE and not q.closed) or not overlap(q, span):
            continue
        begins = abs(span.start - q.start) <= 1
        if begins or letters(text, [shared(q, span)]) >= SNAP * letters(text, [Span(q.start, q.end)]):
            start, end = min(start, q.start), max(end, q.end)
    return Span(start, end)


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those with no letter between them made one."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and not any(map(str.isalnum, text[out[-1].end : s.start])):
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        else:
            out.append(s)
    return tuple(out)


def bare(text: str, span: Span) -> Span:
    """The span without the white space and quotation marks around it."""
    start, end = span.start, span.end
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


class Holders:
    """Spans with numbers, to be asked which of them hold another span or meet it, in time that hardly depends on how many there
    are, be they apart or within one another.
    """

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._spans = sorted(spans, key=lambda numbered: (numbered[0].start, numbered[0].end, numbered[1]))
        self._starts = [s.start for s, _ in self._spans]
        # For each span the place of the last before it that ends farther on: all between end where it does, or before.
        self._farther: list[int] = []
        for n, (s, _) in enumerate(self._spans):
            at = n - 1
            while at >= 0 and self._spans[at][0].end <= s.end:
                at = self._farther[at]
            self._farther.append(at)

    def of(self, inner: Span) -> Iterator[int]:
        """The numbers of the spans that have all of ``inner``, the one that starts nearest to it first."""
        return (self._spans[at][1] for at in self._ending(inner.end, bisect_right(self._starts, inner.start)))

    def of_all(self, inner: Iterable[Span]) -> set[int]:
        """The numbers of which a span has all of each of ``inner``, be it one span or several."""
        return set.intersection(*({*self.of(s)} for s in inner))

    def meeting(self, other: Span) -> list[int]:
        """The numbers of the spans that share a character with ``other``, in text order."""
        places = self._ending(other.start + 1, bisect_left(self._starts, other.end))
        return [self._spans[at][1] for at in places][::-1]

    def _ending(self, least: int, before: int) -> Iterator[int]:
        """The places of the spans that end at ``least`` or behind it, from the last before place ``before`` back."""
        at = before - 1
        while at >= 0:
            if self._spans[at][0].end >= least:
                yield at
                at -= 1
            else:
                at = self._farther[at]


class Stretches:
    """What some spans cover, to be asked whether another shares a character with it while more are added."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, spans: Iterable[Span]) -> None:
        """Cover these too."""
        for s in spans:
            first, last = self._meeting(s)
            start = min([s.start, *self._starts[first:last]])
            end = max([s.end, *self._ends[first:last]])
            self._starts[first:last] = [start]
            self._ends[first:last] = [end]

    def meets(self, span: Span) -> bool:
        """Whether any shares a character with ``span``."""
        first, last = self._meeting(span)
        return first < last

    def _meeting(self, span: Span) -> tuple[int, int]:
        """The places of the stretches that do, half-open."""
        return bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)


def holds(outer: Iterable[Span], inner: Span) -> bool:
    """Whether one of the outer spans has all of the inner one."""
    return any(s.start <= inner.start and inner.end <= s.end for s in outer)
