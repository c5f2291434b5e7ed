"""When things were said and when they happen: the times of a report, each seen from where it stands.

In the report's own words a time is seen from the report's date, or the day of its dateline where the two are near; inside a
quotation from the date of saying, where the words around it tell that. Which time is the date of saying is decided by where it
stands in the attribution's own sentence. What a report says that somebody said was said by then.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.reading.circumstances.clauses import stands_apart
from rashomon.reading.circumstances.dates_of_saying import (
    OF_THING,
    TOLD_OF_THING,
    dates_of_saying,
    dates_the_report,
    innermost,
    says_now,
)
from rashomon.reading.circumstances.frames import Parts
from rashomon.reading.circumstances.seen_from_where import LONG, Resolver, is_to_come
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.edges import Holders
from rashomon.reading.times.dates import Time
from rashomon.reading.times.days import as_edtf
from rashomon.reading.times.spotting import spot
from rashomon.records import DateExpression, Sentence, Span


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of a report; ``said`` has for each attribution the index of the one that tells when it was said."""

    dates: tuple[DateExpression, ...]
    said: tuple[int | None, ...]
    said_on: tuple[str | None, ...]
    _things: frozenset[int]

    def happened(self, sentence: Sentence) -> int | None:
        """Which time tells when what a sentence says happens: of those that are no date of saying, the narrowest.

        *Before Monday*, *since 2009*, *Monday's debate* and a dateline's day tell no day on which it happens.
        """
        first = bisect_left(self.dates, sentence.start, key=lambda d: d.start)
        if first == len(self.dates) or self.dates[first].start >= sentence.end:
            return None
        said = set(self.said)
        fit = []
        for n in range(first, len(self.dates)):
            d = self.dates[n]
            if d.end > sentence.end:
                break
            if d.earliest is not None and d.relation is None and n not in said and n not in self._things:
                fit.append((_length(d), n))
        return min(fit)[1] if fit else None


def timing(text: str, regions: Sequence[Span], found: Sequence[Parts], report_date: str | None) -> Timing:
    """The times in the given stretches of a text; ``report_date`` is when it was published, as far as it is known."""
    spots = spot(text, regions)
    contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
    owners = [innermost(contents, s, found) for s in spots]
    said = dates_of_saying(text, spots, owners, found)
    resolver = Resolver(text, spots, owners, found, said, report_date)
    times = resolver.all()
    dates = tuple(
        DateExpression(
            t.start,
            t.end,
            t.days.earliest.isoformat() if t.days else None,
            t.days.latest.isoformat() if t.days else None,
            t.why,
            t.relation,
        )
        for t in times
    )
    said_on = tuple(
        None if n is None else _known(times[n] if is_to_come(text, f) else resolver.by_then(n))
        for n, f in zip(said, found, strict=True)
    )
    # Who says it now did not say it in the 1990s.
    now = [
        n is not None and _over_years(times[n]) and says_now(text, f)
        for n, f in zip(said, found, strict=True)
    ]
    said_on = tuple(None if is_now else day for day, is_now in zip(said_on, now, strict=True))
    said = [None if is_now else n for n, is_now in zip(said, now, strict=True)]
    things = frozenset(
        n
        for n, t in enumerate(times)
        if OF_THING.match(text, t.end)
        or dates_the_report(text, spots[n])
        or stands_apart(text, spots[n].start, spots[n].end)
        or TOLD_OF_THING.search(text[sentence_around(text, t.start, t.end)[0] + 1 : t.start])
    )
    return Timing(dates, tuple(said), said_on, things)


def _over_years(time: Time) -> bool:
    return time.days is not None and time.days.length > LONG


def _known(time: Time) -> str | None:
    return as_edtf(time.days) if time.days is not None else time.partial


def _length(d: DateExpression) -> int:
    return (date.fromisoformat(d.latest or "") - date.fromisoformat(d.earliest or "")).days
