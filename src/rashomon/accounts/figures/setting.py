"""Where and when it was that a figure is of, as far as its report tells, so that figures of two events are not set against each
other: a place that the figure's own sentence does not name is the one told last in its paragraph, else before it in the
report, else the dateline's; a day likewise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from itertools import chain

from rashomon.reading.figures.places_of_figures import is_everywhere
from rashomon.reading.times.days import iso_day
from rashomon.records import Figure, MentionKind, Reading, Report, Sentence, Span
from rashomon.reports.published import dateline

#: By how much two reports' days of one thing may differ: a night has two days, and so has an hour abroad. Further apart are the
#: raids of a campaign. Set by that, not tuned.
_ABOUT = timedelta(days=1)

#: How far back what a report does not date may lie. Set by how long news is news, not tuned.
_BACK = timedelta(days=14)

_WITHIN = re.compile(
    r"(?:,?\s+(?:city|town|village|district|county|province|region|state|governorate|oblast|prefecture))?"
    r"(?:,|,?\s+(?:in|of))\s+(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?",
    re.I,
)
"""What stands between a place and the larger one that it is in: *Lidva district, Harn*."""

_WRITTEN_AT = re.compile(
    r"\s*[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{1,40}(?:,[^—–\n.]{0,40})?\s*(?:\([^)\n]{2,30}\)\s*)?(?:—|–|--?)\s"
)
"""A dateline without a date: ``HARN, Torvena (MPA) —``."""

_AND = re.compile(r"\s+and\s+(?:in\s+)?(?:the\s+)?")
_EVERYWHERE = "the world"
"""The place of what is told of all places."""

_WORD = re.compile(r"\w+")


class Beside(IntEnum):
    """Where the place of a figure is told: in its own sentence, elsewhere in its paragraph, or further off."""

    SENTENCE = 0
    PARAGRAPH = 1
    FURTHER = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """``place`` is the name told nearest, None where there is none, ``beside`` where that stands; ``within`` has all names told
    with it.

    ``first`` and ``last`` are the days between which it was, None where nothing bounds it.
    """

    report: str = ""
    place: str | None = None
    beside: Beside = Beside.FURTHER
    within: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None


class Places:
    """Which places the reports of a story name, anywhere in them."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._words = {r.id: f" {' '.join(_WORD.findall(r.text.casefold()))} " for r in reports}
        self._named: dict[tuple[str, str], bool] = {}

    def one(self, a: Setting, b: Setting) -> bool | None:
        """Whether two settings can be of one place; None where one of them names none.

        One event has many places: a lock, its delta, the town with the clinic. So two can be one where both reports name both,
        or, of one told far from its figure, where its report names the other; not where the sentences of both tell theirs.
        """
        if a.place is None or b.place is None:
            return None
        if a.place in b.within or b.place in a.within:
            return True
        if max(a.beside, b.beside) is Beside.SENTENCE:
            return False
        near, far = sorted(((a.beside, a.report, a.place), (b.beside, b.report, b.place)))
        known = self._names(far[1], near[2]), self._names(near[1], far[2])
        if near[0] is Beside.FURTHER:
            return any(known)
        return known[0] and (known[1] or far[0] is Beside.FURTHER)

    def _names(self, report: str, place: str) -> bool:
        if (report, place) not in self._named:
            self._named[report, place] = f" {place} " in self._words[report]
        return self._named[report, place]


def one_time(a: Setting, b: Setting) -> bool:
    """Whether two settings can be of one time."""
    apart = (x.last is not None and y.first is not None and x.last < y.first for x, y in ((a, b), (b, a)))
    return not any(apart)


class Settings:
    """The settings of the figures of one report."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self._report, self._reading = report, reading
        self._paragraphs = [Span(p.start, p.end) for p in report.passages]
        told = (s for s in reading.sentences if s.happened is not None)
        self._happened = sorted(told, key=lambda s: (s.start, -s.end))
        self._starts = [p.start for p in self._paragraphs]
        self._places = [Span(m.start, m.end) for m in reading.mentions if m.kind is MentionKind.PLACE]
        self._written_at = {p for p in self._places if self._of_dateline(p)}

    def of(self, figure: Figure) -> Setting:
        """Where and when it was that a figure is of."""
        paragraph = self._paragraph(figure.start)
        return Setting(self._report.id, *self._place(figure, paragraph), *self._days(figure, paragraph))

    def _paragraph(self, at: int) -> Span:
        n = bisect_right(self._starts, at) - 1
        return self._paragraphs[n] if n >= 0 else Span(0, len(self._report.text))

    def _of_dateline(self, place: Span) -> bool:
        text, start = self._report.text, self._paragraph(place.start).start
        # A line may end in a mark of its own (U+2028) where the paragraph goes on.
        line = max(text.rfind(mark, start, place.start) for mark in "\n\u2028\u2029")
        start = max(start, line + 1)
        if (m := _WRITTEN_AT.match(text, start, start + 160)) is not None and place.end <= m.end():
            return True
        dated = dateline(text, start)
        return dated is not None and place.end <= dated[0]

    def _place(self, figure: Figure, paragraph: Span) -> tuple[str | None, Beside, frozenset[str]]:
        if figure.place is not None and figure.place not in self._written_at:
            at = figure.place
            behind = (p for p in self._places if p.start > at.start)
            names = next(self._chains(chain((at,), behind)))
            return names[0], Beside.SENTENCE, frozenset(names)
        if is_everywhere(self._report.text, figure):
            return _EVERYWHERE, Beside.SENTENCE, frozenset((_EVERYWHERE,))
        places = [p for p in self._places if p not in self._written_at]
        here = [p for p in places if paragraph.start <= p.start < paragraph.end]
        before = [p for p in here if p.start < figure.start]
        for told, where, last in (
            (before, Beside.PARAGRAPH, True),
            (here, Beside.PARAGRAPH, False),
            ([p for p in places if p.start < figure.start], Beside.FURTHER, True),
            (sorted(self._written_at, key=lambda p: p.start), Beside.FURTHER, False),
            (places, Beside.FURTHER, False),
        ):
            if told:
                if self._joined(told[-1 if last else 0], here):
                    return None, Beside.FURTHER, frozenset()
                chains = list(self._chains(told))
                return chains[-1 if last else 0][0], where, frozenset(chain.from_iterable(chains))
        return None, Beside.FURTHER, frozenset()

    def _joined(self, place: Span, here: Iterable[Span]) -> bool:
        """Whether a place is named together with another: *across Torvena and Orm* a figure is of neither alone."""
        return any(
            _AND.fullmatch(self._report.text, first.end, second.start) is not None
            for other in here
            for first, second in [sorted((place, other))]
            if first.end < second.start <= first.end + len(" and in the ")
        )

    def _chains(self, places: Iterable[Span]) -> Iterator[list[str]]:
        """Places in text order, each with those right behind it that it is told to be in: *Lidva district, Harn province*."""
        names: list[str] = []
        end = 0
        for p in places:
            if names and not _WITHIN.fullmatch(self._report.text, end, min(p.start, end + 60)):
                yield names
                names = []
            names.append(self._name(p))
            end = p.end
        if names:
            yield names

    def _name(self, place: Span) -> str:
        words = _WORD.findall(self._report.text[place.start : place.end].casefold())
        return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)

    def _days(self, figure: Figure, paragraph: Span) -> tuple[date | None, date | None]:
        """The day of what its sentence says, or the last one before it in its paragraph, with the day before; else all days that
        are told of before it and near the report's; else what is still told of on that day."""
        told = [s for s in self._happened if s.start <= figure.start]
        here = [days for s in told if s.start >= paragraph.start and any(days := self._when(s))]
        if here:
            first, last = here[-1]
            return first and first - _ABOUT, last
        written = iso_day(self._report.published)
        if written is None:
            return None, None
        lately = [
            (first, last)
            for first, last in map(self._when, told)
            if first and last and written - _BACK <= first and last <= written
        ]
        if lately:
            return min(first for first, _ in lately) - _ABOUT, max(last for _, last in lately)
        return written - _BACK, written

    def _when(self, sentence: Sentence) -> tuple[date | None, date | None]:
        """The days of what a sentence says."""
        when = self._reading.dates[sentence.happened or 0]
        return (iso_day(when.earliest), iso_day(when.latest)) if when.relation is None else (None, None)
