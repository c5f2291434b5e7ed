"""From where a time is seen, and what its words share: numbers, units, parts, and the year of a day that tells none."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from rashomon.calendar_words import SHORT_MONTHS
from rashomon.reading.times.date_words import NUMBERS
from rashomon.reading.times.days import Days
from rashomon.reading.times.spotting import Found
from rashomon.reading.times.tense import Tense

Answer = tuple[Days | None, str]
"""The days that an expression leads to, ``None`` for undecided, and why, in words."""


@dataclass(frozen=True, slots=True)
class Seen:
    """From which days a time is seen: ``base``, with where that comes from in words, and the time told last before."""

    base: Days | None
    base_words: str
    anchor: Days | None = None
    tense: Tense | None = None

    @property
    def lacking(self) -> str:
        """What is not known of the base, as a clause."""
        return f"{self.base_words} is not known" + (" to the day" if self.base is not None else "")

    @property
    def day(self) -> date | None:
        """The base, if it is a single day."""
        return self.base.earliest if self.base is not None and self.base.one else None


def number_of(words: str) -> int:
    low = words.lower().split()[0]
    if low.isdigit():
        return int(low)
    tens, _, ones = low.partition("-")
    return NUMBERS[tens] + (NUMBERS[ones] if ones else 0)


def unit_of(words: str) -> str:
    low = words.lower()
    return "century" if low.startswith("centur") else low.rstrip("s")


def ordinal(words: str) -> int:
    return int(re.match(r"\d+", words).group())  # type: ignore[union-attr]


def month_number(words: str) -> int:
    return SHORT_MONTHS.index(words[:3].lower()) + 1


_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "midway": "mid",
    "late": "late",
    "end": "late",
}


def part_of(words: str | None) -> str | None:
    for word in (words or "").lower().replace("-", " ").split():
        if word in _PARTS:
            return _PARTS[word]
    return None


def in_year(found: Found, seen: Seen, make: Callable[[int], Days | None], unit: str) -> Answer:
    """Which year a month or a day of no year is in: as the tense has it, or else the nearest."""
    base = seen.base
    if base is None or base.length > 366:
        found.partial = _partial(make)
        return None, f"no year is told, and {seen.lacking}"
    around = []
    for year in range(base.earliest.year - 4, base.latest.year + 5):
        try:
            days = make(year)
        except ValueError:
            continue
        if days is not None:
            around.append(days)
    if base.length > 31:
        found.partial = _partial(make)
        return None, f"no year is told, and {seen.lacking}"
    past = [d for d in around if d.earliest <= base.latest]
    future = [d for d in around if d.latest >= base.earliest]
    nearest = min(around, key=lambda d: (away(d, base), d))
    if seen.tense is Tense.FUTURE and future and away(future[0], base) > 200 and away(nearest, base) <= 31:
        # Half a year off against a month: the clause's verb is another's. Set by hand on the development half.
        return nearest, f"the {unit} of that name nearest to {seen.base_words}"
    if seen.tense is Tense.PAST and past:
        return past[-1], f"the last {unit} of that name up to {seen.base_words}, as it is told in the past"
    if seen.tense is Tense.FUTURE and future:
        return future[
            0
        ], f"the next {unit} of that name from {seen.base_words} on, as it is told of the future"
    return nearest, f"the {unit} of that name nearest to {seen.base_words}"


def _partial(make: Callable[[int], Days | None]) -> str | None:
    """A day of no year as EDTF has it; ``None`` where it is another one every year, as Thanksgiving is."""
    days, another = make(2000), None
    with suppress(ValueError):  # 29 February
        another = make(2001)
    if days is None or not days.one:
        return None
    day = days.earliest.isoformat()[5:]
    return f"XXXX-{day}" if another is None or another.earliest.isoformat()[5:] == day else None


def away(days: Days, base: Days) -> int:
    return max((days.earliest - base.latest).days, (base.earliest - days.latest).days, 0)


def which_year(which: str, seen: Seen) -> int | None:
    base = seen.base
    if base is None or base.earliest.year != base.latest.year:
        return None
    return base.earliest.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
