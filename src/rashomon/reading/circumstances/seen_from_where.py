"""From where each time of a report is seen: the report's date or its dateline's, the day it was said, or the time told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from rashomon.reading.circumstances.dates_of_saying import dates_the_report
from rashomon.reading.circumstances.frames import Parts, outwards
from rashomon.reading.times.dates import Time, resolve
from rashomon.reading.times.days import Days, published
from rashomon.reading.times.seen import Seen
from rashomon.reading.times.spotting import Found
from rashomon.reading.times.tense import Tense
from rashomon.records import AttributionKind

_FAR = 600
"""Characters back, at most, to the time that *the next day* follows: a paragraph or two. Set by hand on the development half."""

_PARTS_OF_DAY = frozenset("night morning afternoon evening".split())

LONG = 366
"""Days: a longer time is of years, and nothing is seen from it, nor is it when somebody says something now."""

_NEAR = timedelta(days=7)
"""How far, at most, a dateline's day is from the report's date: a page that is written on, or comes out later. Set by hand."""

_SHORT = 31
"""Days of the longest time of saying that is cut at the report's day; that of a year stays what the words say."""

_TO_COME = re.compile(
    r"(?:\b(?:will|shall|(?:would|may|might|could)(?!\s+not)|(?:due|set|going|scheduled|expected|likely|plan\w*|intend\w*|hop\w+|about|is|are"
    r"|was|were)\s+to)|[’']ll)\s+(?:(?:also|then|not|\w+ly|be|have)\s+)*$",
    re.I,
)
_A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_to_come(text: str, f: Parts) -> bool:
    """Whether a saying is announced: ``will say``, ``is expected to tell``."""
    frame = f.cue or f.source
    if not frame:
        return False
    first = frame[0]
    space = re.search(r"[\s,]", text[first.start : first.end])
    return bool(
        _TO_COME.search(text, max(0, first.start - 40), first.start)
        or (space and _TO_COME.match(text, first.start, first.start + space.end()))
    )


class Resolver:
    """Resolves each expression once, those first that others are seen from."""

    def __init__(
        self,
        text: str,
        spots: Sequence[Found],
        owners: Sequence[int | None],
        found: Sequence[Parts],
        said: Sequence[int | None],
        report_date: str | None,
    ) -> None:
        self._text, self._spots, self._owners, self._found, self._said = text, spots, owners, found, said
        date_of_report = published(report_date)
        words = f"the report’s date, {report_date}" if date_of_report else "the report’s date"
        self._report = Seen(date_of_report, words)
        self._done: dict[int, Time] = {}
        self._open: set[int] = set()
        written = self._dateline()
        if written is not None:
            self._report = Seen(written, f"the dateline’s date, {written.earliest.isoformat()}")
        known = [d.latest for d in (date_of_report, written) if d is not None]
        self._last = max(known, default=None)
        self._past = {
            n for n, f in zip(said, found, strict=True) if n is not None and not is_to_come(text, f)
        }

    def all(self) -> list[Time]:
        """Every expression, in order."""
        return [self._time(n) for n in range(len(self._spots))]

    def by_then(self, n: int) -> Time:
        """An expression that tells when something was said, as far as the report's day."""
        time, last = self._time(n), self._last
        if time.days is None or last is None or time.days.latest <= last:
            return time
        if time.days.earliest > last:
            told = _A_YEAR.search(self._text, time.start, time.end)
            return time if told else replace(time, days=None, partial=self._spots[n].partial)
        if time.days.length > _SHORT:
            return time
        return replace(time, days=Days(time.days.earliest, last))

    def _dateline(self) -> Days | None:
        """The day of the report's dateline, where it is near the report's date or that is not known."""
        base = self._report.base
        number = next((n for n, s in enumerate(self._spots) if dates_the_report(self._text, s)), None)
        if number is None:
            return None
        for which in (
            None,
            Tense.PAST,
            Tense.FUTURE,
        ):  # no verb tells its year: it is the one near the report's date
            time = resolve(self._text, self._spots[number], replace(self._report, tense=which))
            days = time.days
            if days is None or not days.one:
                continue
            if base is None or base.earliest - _NEAR <= days.earliest <= base.latest + _NEAR:
                self._done[number] = time
                return days
        return None

    def _time(self, n: int) -> Time:
        if n not in self._done:
            self._open.add(n)
            seen = self._seen(n)
            time = resolve(self._text, self._spots[n], seen)
            after = self._last is not None and time.days is not None and time.days.earliest > self._last
            if after and n in self._past and self._spots[n].form in ("weekday", "unit"):
                # Said, so not after the report: the last such day, week or weekend.
                time = resolve(self._text, self._spots[n], replace(seen, tense=Tense.PAST))
            self._done[n] = time
        return self._done[n]

    def _same_part_of_day(self, n: int, near: Sequence[int]) -> int | None:
        """The time told last of a night, where *that night* stands: *Sunday night*, not the *Monday* on which that was said."""
        spot = self._spots[n]
        unit = (spot.match.groupdict().get("unit") or "").lower() if spot.form == "anaphora" else ""
        if unit not in _PARTS_OF_DAY:
            return None
        told = ((m, self._spots[m]) for m in near)
        return next((m for m, s in told if unit in self._text[s.start : s.end + len(unit) + 1].lower()), None)

    def _seen(self, n: int) -> Seen:
        base, words, anchor = self._report.base, self._report.base_words, None
        owner = self._owners[n]
        for outer in () if owner is None else (owner, *outwards(owner, self._found)):
            told = self._said[outer]
            if told is not None and (days := self._time(told).days) is not None and days.length <= LONG:
                if self._found[outer].kind is not AttributionKind.INDIRECT and days.one:
                    base, words = days, f"the day it was said, {days.earliest.isoformat()}"
                anchor = days
                break
        # The time told before in the same voice, else in any.
        start = self._spots[n].start
        near = [m for m in range(n - 1, -1, -1) if start - self._spots[m].end <= _FAR]
        before = self._same_part_of_day(n, near)
        if before is None:
            before = next(
                (m for m in near if self._owners[m] == owner), None if anchor else next(iter(near), None)
            )
        if before is not None and (before in self._done or before not in self._open):
            anchor = self._time(before).days or anchor
        return Seen(base, words, anchor)
