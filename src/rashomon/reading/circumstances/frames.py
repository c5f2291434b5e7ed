"""The words around a saying that tell of it: its own sentence, less what is said in it and what belongs to other sayings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from rashomon.capitals import DOTTED
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.edges import Holders
from rashomon.records import AttributionKind, Span

HIDDEN = "\0"
"""Stands for each character of a frame that is somebody's words or another saying's; no pattern crosses it."""

_REACH = 1_000
"""Characters before a cue at which another attribution may begin whose parts lie in the same sentence."""


_ANOTHER_DOES = re.compile(
    r"\b(?:after|before|since|when|while|until)\s+(?:(?:the|an?|his|her|its|their)\s+)?(?:[a-z][\w-]*\s+){0,2}"
    rf"(?:{DOTTED}\s+){{1,4}}(?:(?:had|has|have)\s+)?(?:spoke|spoken|met|told|said|wrote|sent|held|gave|[a-z]{{2,}}ed)\s"
)
"""A clause behind a cue in which somebody else does something: *said a day after President Lee spoke with the Front by phone*."""

_CLAUSE_OF_CUE = re.compile(rf"\b(?:after|before|since|when|while|until)\s+{HIDDEN}+\s+(?:\w+ly\s+)?$")
"""A cue in a clause of its own: *through a spokesman, in the weeks since Reade publicly accused him*."""


class Parts(Protocol):
    """What has a source, a cue and a content and may stand inside another: an attribution, or what is to become one."""

    @property
    def source(self) -> tuple[Span, ...]: ...

    @property
    def cue(self) -> tuple[Span, ...]: ...

    @property
    def content(self) -> tuple[Span, ...]: ...

    @property
    def kind(self) -> AttributionKind: ...

    @property
    def inside(self) -> int | None: ...


class Nested(Protocol):
    """What may stand inside another of its kind."""

    @property
    def inside(self) -> int | None: ...


def outwards(number: int, found: Sequence[Nested]) -> Iterator[int]:
    """The attributions that one stands inside, from the innermost out."""
    seen = {number}  # people mend nestings: no circle may turn for ever
    at = found[number].inside
    while at is not None and at not in seen:
        yield at
        seen.add(at)
        at = found[at].inside


@dataclass(frozen=True, slots=True)
class Frame:
    """The sentence of a source and a cue; ``words`` are its characters from ``start`` on, hidden ones as :data:`HIDDEN`.

    ``cue`` is where source or cue stand, ``others`` are the cues of other sayings in the sentence.
    """

    start: int
    words: str
    cue: Span
    others: tuple[Span, ...]

    def near(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The match of a pattern nearest to the cue that no other cue parts from it; its offsets count from ``start``."""
        fits = [
            (max(self.cue.start - at.end, at.start - self.cue.end, 0), at.start, m)
            for m in pattern.finditer(self.words)
            if not self._parted(at := self.span(m))
        ]
        return min(fits, key=lambda fit: fit[:2])[2] if fits else None

    def span(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Where a match, or a group of it, stands in the text."""
        return Span(self.start + match.start(group), self.start + match.end(group))

    def _parted(self, at: Span) -> bool:
        low, high = (at.end, self.cue.start) if at.end <= self.cue.start else (self.cue.end, at.start)
        before = at.end <= self.cue.start
        words = self.words[max(0, low - self.start) : (high if before else at.end) - self.start]
        if (_CLAUSE_OF_CUE if before else _ANOTHER_DOES).search(words):
            return True
        return any(low <= c.start and c.end <= high for c in self.others)


class Frames:
    """The frames of a report's attributions; ``found`` stand in text order, as a reading has them."""

    def __init__(self, text: str, found: Sequence[Parts]) -> None:
        self._text, self._found = text, found
        self._spans = sorted(
            (span, i) for i, f in enumerate(found) for span in (*f.source, *f.cue, *f.content)
        )
        self._starts = [span.start for span, _ in self._spans]
        self._longest = max((span.end - span.start for span, _ in self._spans), default=0)
        self._contents: dict[int, Holders] = {}

    def of(self, number: int) -> Frame | None:
        """The frame of an attribution, its source hidden unless it has no cue; ``None`` where neither is expressed."""
        f = self._found[number]
        spans = f.cue or f.source
        if not spans:
            return None
        cue = Span(spans[0].start, spans[-1].end)
        within = self._around(f, cue)
        start, end = sentence_around(self._text, cue.start, cue.end, within)
        own = {*f.source, *f.cue}
        hidden = [*f.content, *(f.source if f.cue else ())]
        others = []
        holders = set(outwards(number, self._found))
        for span, i in self._in(start, end):
            if i == number or i in holders or span in own:
                continue
            hidden.append(span)
            if span in self._found[i].cue:
                others.append(span)
        words = list(self._text[start:end])
        for span in hidden:
            low, high = max(span.start, start), min(span.end, end)
            for first, last in ((low, min(high, cue.start)), (max(low, cue.end), high)):
                if first < last:
                    words[first - start : last - start] = HIDDEN * (last - first)
        return Frame(start, "".join(words), cue, tuple(others))

    def _around(self, f: Parts, cue: Span) -> Span | None:
        """The stretch of the outer content that a nested attribution's cue stands in."""
        if f.inside is None:
            return None
        content = self._found[f.inside].content
        if f.inside not in self._contents:  # an endless sentence may be told in thousands of pieces
            self._contents[f.inside] = Holders((piece, n) for n, piece in enumerate(content))
        held = next(self._contents[f.inside].of(cue), None)
        return None if held is None else content[held]

    def _in(self, start: int, end: int) -> Iterator[tuple[Span, int]]:
        """Every part that reaches into a stretch, with its attribution."""
        first = bisect_left(self._starts, start - min(self._longest, _REACH))
        for span, i in self._spans[first : bisect_left(self._starts, end)]:
            if span.end > start:
                yield span, i
