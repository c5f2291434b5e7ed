"""Stretches of days, and the arithmetic of weeks, months, seasons and years on them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"winter": 12, "spring": 3, "summer": 6, "fall": 9, "autumn": 9}
"""Each season by its first month; winter begins in the year before."""

_FIRST, _LAST = date.min.year + 1, date.max.year - 1


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From ``earliest`` to ``latest``, both included."""

    earliest: date
    latest: date

    @property
    def one(self) -> bool:
        """Whether it is a single day."""
        return self.earliest == self.latest

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.latest - self.earliest).days + 1


def iso_day(told: str | None) -> date | None:
    """The day that an ISO date begins with; None where it has none.

    >>> iso_day("2031-04-05T23:10:00"), iso_day("2031-04")
    (datetime.date(2031, 4, 5), None)
    """
    try:
        return None if told is None else date.fromisoformat(told[:10])
    except ValueError:
        return None


def day(when: date) -> Days:
    """A single day."""
    return Days(when, when)


def month(year: int, number: int) -> Days:
    """A calendar month; ``number`` may lie beyond 1 to 12, and counts on into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return Days(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def years(first: int, last: int | None = None) -> Days:
    """A calendar year, or several."""
    return Days(date(first, 1, 1), date(last or first, 12, 31))


def week(when: date) -> Days:
    """The week, Monday to Sunday, of a day."""
    monday = when - timedelta(days=when.weekday())
    return Days(monday, monday + timedelta(days=6))


def weekend(when: date) -> Days:
    """The Saturday and Sunday of a day's week."""
    sunday = week(when).latest
    return Days(sunday - timedelta(days=1), sunday)


def season(year: int, name: str) -> Days:
    """A season by its three months: the winter of 2031 ends in February 2031."""
    first = SEASONS[name]
    start = month(year - (name == "winter"), first)
    return Days(start.earliest, month(start.earliest.year, first + 2).latest)


def plus(when: date, unit: str, number: int) -> Days:
    """``number`` units from a day: the day, the day give or take three of a week, the calendar month or year.

    Raises ValueError or OverflowError beyond the years that a calendar has.
    """
    if unit == "day":
        return day(when + timedelta(days=number))
    if unit == "week":
        around = when + timedelta(weeks=number)
        return Days(around - timedelta(days=3), around + timedelta(days=3))
    if unit == "weekend":
        return weekend(when + timedelta(weeks=number))
    if unit == "month":
        return month(when.year, when.month + number)
    if unit == "year":
        return years(when.year + number)
    raise ValueError(f"{unit} is no unit of days")


def same_day(when: date, unit: str, number: int) -> date:
    """The day that is exactly so many units away; 29 February leads to 28 February where there is none."""
    if unit in ("day", "week"):
        return when + timedelta(days=number * (7 if unit == "week" else 1))
    months = number * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    there = month(when.year, when.month + months)
    return there.earliest.replace(day=min(when.day, there.latest.day))


def third(whole: Days, which: str) -> Days:
    """The early, mid(dle) or late part of a month, year, decade or longer stretch.

    A month's are 1 to 10, 11 to 20 and the rest; a decade's 0 to 3, 4 to 6 and 7 to 9; of a week late is from Thursday on;
    every other stretch has three of about equal length.
    """
    place = {"early": 0, "mid": 1, "late": 2}[which]
    first, last = whole.earliest, whole.latest
    if whole.length == 7:
        bounds = ((0, 2), (2, 4), (3, 6))[place]
        return Days(first + timedelta(days=bounds[0]), first + timedelta(days=bounds[1]))
    if whole.length <= 31:
        cuts = (first, first + timedelta(days=10), first + timedelta(days=20), last + timedelta(days=1))
    elif (first.month, first.day) == (1, 1) and 3650 <= whole.length <= 3653:
        cuts = (first, date(first.year + 4, 1, 1), date(first.year + 7, 1, 1), last + timedelta(days=1))
    elif first.day == 1:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        second, rest = (month(first.year, first.month + n * months // 3).earliest for n in (1, 2))
        cuts = (first, second, rest, last + timedelta(days=1))
    else:
        step = whole.length // 3
        cuts = (
            first,
            first + timedelta(days=step),
            first + timedelta(days=2 * step),
            last + timedelta(days=1),
        )
    return Days(cuts[place], cuts[place + 1] - timedelta(days=1))


def published(iso: str | None) -> Days | None:
    """The days that a report's date leaves open: ``2031-04-05``, ``2031-04``, ``2031``; ``None`` where there is none.

    >>> published("2031-02").latest.isoformat()
    '2031-02-28'
    """
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", iso or "")
    if match is None or not _FIRST <= int(match[1]) <= _LAST:
        return None
    try:
        if match[3]:
            return day(date(int(match[1]), int(match[2]), int(match[3])))
        if match[2]:
            date(int(match[1]), int(match[2]), 1)  # no such month: ValueError
            return month(int(match[1]), int(match[2]))
        return years(int(match[1]))
    except ValueError:
        return None


def as_edtf(days: Days) -> str:
    """As ISO 8601-2 has it: a day, a month, a year, or ``first/last``.

    >>> as_edtf(month(2031, 2)), as_edtf(day(date(2031, 2, 3)))
    ('2031-02', '2031-02-03')
    """
    first, last = days.earliest, days.latest
    if days.one:
        return first.isoformat()
    if days == month(first.year, first.month):
        return first.isoformat()[:7]
    if days == years(first.year):
        return first.isoformat()[:4]
    return f"{first.isoformat()}/{last.isoformat()}"


def easter(year: int) -> date:
    """Easter Sunday of the Western churches (the anonymous Gregorian algorithm, Nature 1876; Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7  # noqa: E741
    m = (a + 11 * h + 22 * l) // 451
    number, rest = divmod(h + l - 7 * m + 114, 31)
    return date(year, number, rest + 1)


def nth_weekday(year: int, number: int, weekday: int, n: int) -> date:
    """The n-th (from 1; -1 is the last) Monday (0) to Sunday (6) of a month."""
    if n < 0:
        last = month(year, number).latest
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))
