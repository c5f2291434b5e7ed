"""Where spans begin and end in a text: at words, at quotation marks, and nowhere a reader would not cut."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from rashomon.reading.text.quotations import DOUBLE, MARKS, Quotation
from rashomon.records import Span, overlap, shared

# How much of a quotation's letters a content must hold to be taken for the whole of it. Anything from 0.3 to 0.8 gives the same
# who-said-what F1 on PolNeAR dev within 0.1; quotations that the tagger loses track of, as in letters, are what it is for.
SNAP = 0.5


def letters(text: str, spans: Iterable[Span]) -> int:
    """How many letters and digits the spans hold."""
    return sum(sum(map(str.isalnum, text[s.start : s.end])) for s in spans)


class Letters:
    """The letters and digits of a text, counted once: for those who ask about hundreds of its spans."""

    def __init__(self, text: str) -> None:
        self._before = array("q", accumulate(map(str.isalnum, text), initial=0))

    def of(self, spans: Iterable[Span]) -> int:
        """How many the spans hold."""
        return sum(self._before[s.end] - self._before[s.start] for s in spans)


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
    are.
    """

    def __init__(self, spans: Iterable[tuple[Span, int]]) -> None:
        self._spans = sorted(spans, key=lambda numbered: (numbered[0].start, numbered[0].end, numbered[1]))
        self._starts = [s.start for s, _ in self._spans]
        # The farthest end up to each span: none before can hold what ends beyond it.
        self._farthest = list(accumulate((s.end for s, _ in self._spans), max))

    def of(self, inner: Span) -> Iterator[int]:
        """The numbers of the spans that have all of ``inner``, the one that starts nearest to it first."""
        at = bisect_right(self._starts, inner.start)
        while at and self._farthest[at - 1] >= inner.end:
            at -= 1
            if self._spans[at][0].end >= inner.end:
                yield self._spans[at][1]

    def of_all(self, inner: Iterable[Span]) -> set[int]:
        """The numbers of which a span has all of each of ``inner``, be it one span or several."""
        return set.intersection(*({*self.of(s)} for s in inner))

    def meeting(self, other: Span) -> list[int]:
        """The numbers of the spans that share a character with ``other``, in text order."""
        out = []
        at = bisect_left(self._starts, other.end)
        while at and self._farthest[at - 1] > other.start:
            at -= 1
            if self._spans[at][0].end > other.start:
                out.append(self._spans[at][1])
        return out[::-1]


def holds(outer: Iterable[Span], inner: Span) -> bool:
    """Whether one of the outer spans has all of the inner one."""
    return any(s.start <= inner.start and inner.end <= s.end for s in outer)
