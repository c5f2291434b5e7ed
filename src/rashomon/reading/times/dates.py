"""Times that a report tells, resolved to days: an interval from the earliest to the latest day, with a reason, or undecided.

A grammar of our own finds the expressions (:mod:`.date_words`, :mod:`.occasions`); each is
resolved against the day it is seen from: the report's date, inside a quotation the date of saying where that is told, and for
*later*, *the next day*, *that year* the time told last before it. The tense of the clause tells which Monday is meant
(:mod:`.tense`). What these leave open stays undecided.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rashomon.reading.times.days import Days, day, month, season, third, years
from rashomon.reading.times.occasions import events, yearly
from rashomon.reading.times.relative_dates import (
    anaphora,
    calendar_unit,
    counted_from,
    deictic,
    eve,
    shift,
    span,
    weekday,
    within,
)
from rashomon.reading.times.seen import (
    Answer,
    Seen,
    away,
    in_year,
    month_number,
    ordinal,
    part_of,
    which_year,
)
from rashomon.reading.times.spotting import Found
from rashomon.reading.times.tense import tense
from rashomon.records import Relation


@dataclass(frozen=True, slots=True)
class Time:
    """A resolved expression. ``partial`` is ``XXXX-08-16`` where day and month are told and the year is not known."""

    start: int
    end: int
    days: Days | None
    why: str
    relation: Relation | None = None
    partial: str | None = None


def resolve(text: str, found: Found, seen: Seen) -> Time:
    """The days of one expression. A calendar that ends before them leaves it undecided."""
    where = Seen(seen.base, seen.base_words, seen.anchor, seen.tense or tense(text, found.start, found.end))
    try:
        if found.after is not None:
            other = resolve(text, found.after, seen)
            days, why = counted_from(
                found, other.days, f"“{text[found.after.start : found.after.end]}”, {other.why}"
            )
        else:
            days, why = _HOW[found.form](found, where)
    except (ValueError, OverflowError):
        days, why = None, "the calendar has no such day"
    partial = found.partial if days is None else None
    return Time(found.start, found.end, days, why, found.relation, partial)


def _nothing(found: Found, seen: Seen) -> Answer:
    return None, "the words leave the day open"


def _year_told(found: Found, seen: Seen) -> int | None:
    g = found.match.groupdict()
    if g.get("year"):
        return int(g["year"])
    return which_year(g["which"], seen) if g.get("which") else None


def _day(found: Found, seen: Seen) -> Answer:
    number, of = ordinal(found.match["day"]), month_number(found.match["month"])
    if (year := _year_told(found, seen)) is not None:
        return day(date(year, of, number)), "the day is told in full"
    date(2000, of, number)  # no day of any year: ValueError
    return in_year(found, seen, lambda y: day(date(y, of, number)), "day")


def _iso(found: Found, seen: Seen) -> Answer:
    return day(
        date(*(int(found.match[part]) for part in ("year", "month", "day")))
    ), "the day is told in full"


def _days(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    first_month = g["month"] or g["month2"]
    last_month = g["month2"] or g["month"]
    first, last = (
        (ordinal(g["day"]), month_number(first_month)),
        (ordinal(g["day2"]), month_number(last_month)),
    )
    year = g["year2"] or g["year"]

    def make(y: int) -> Days:
        begin, end = date(y, first[1], first[0]), date(y, last[1], last[0])
        if end < begin:
            begin = begin.replace(year=y - 1)
        return Days(begin, end)

    if year:
        return make(int(year)), "first and last day are told"
    return in_year(found, seen, make, "stretch")


def _month(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    number, part = month_number(g["month"]), part_of(g.get("part"))

    def make(y: int) -> Days:
        whole = month(y, number)
        return third(whole, part) if part else whole

    if (year := _year_told(found, seen)) is not None:
        return make(year), "month and year are told"
    prep = (g.get("prep") or "").lower()
    if prep in ("last", "next", "this") and seen.base is not None and seen.base.length <= 31:
        base = seen.base
        around = [make(y) for y in range(base.earliest.year - 1, base.earliest.year + 2)]
        if prep == "last":
            return max(
                d for d in around if d.latest < base.earliest
            ), f"the last one before {seen.base_words}"
        if prep == "next":
            return min(d for d in around if d.earliest > base.latest), f"the next one after {seen.base_words}"
    return in_year(found, seen, make, "month")


def _quarter(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    year = int(g["year"]) if g["year"] else which_year(g["which"], seen)
    if year is None:
        return None, f"the year is counted from the report's date, and {seen.lacking}"
    first = {"first": 1, "second": 4, "third": 7, "fourth": 10, "last": 10}[g["nth"].lower()]
    return Days(month(year, first).earliest, month(year, first + 2).latest), "quarter and year are told"


def _decade(found: Found, seen: Seen) -> Answer:
    words = found.match["decade"].strip("’'")
    first = int(words) if len(words) == 4 else 1900 + int(words)
    whole = years(first, first + 9)
    part = part_of(found.match["part"])
    return (third(whole, part) if part else whole), "the decade is told"


def _century(found: Found, seen: Seen) -> Answer:
    number = int(found.match["century"])
    return years(number * 100 - 99, number * 100), "the century is told"


def _season(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    name = g["season"].lower()
    part = part_of(g["part"])

    def make(y: int) -> Days:
        whole = season(y, name)
        return third(whole, part) if part else whole

    if g["year"]:
        return make(int(g["year"])), "season and year are told"
    if g["whose"] and (year := which_year(g["whose"], seen)) is not None:
        return make(year), f"counted from {seen.base_words}"
    base = seen.base
    if base is None or base.length > 92:
        return None, f"no year is told, and {seen.lacking}"
    around = [make(y) for y in range(base.earliest.year - 2, base.earliest.year + 3)]
    which = (g["which"] or "").lower()
    if which in ("last", "the past", "the last", "this past"):
        return max(
            d for d in around if d.latest < base.earliest
        ), f"the last one that was over by {seen.base_words}"
    if which in ("next", "the coming", "this coming"):
        return min(d for d in around if d.earliest > base.latest), f"the next one after {seen.base_words}"
    if which == "this":
        return min(around, key=lambda d: away(d, base)), f"the one nearest to {seen.base_words}"
    return in_year(found, seen, make, "season")


def _years(found: Found, seen: Seen) -> Answer:
    first, last = int(found.match["first"]), found.match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return (
        (years(first, end), "first and last year are told")
        if end > first
        else (None, "the years run backwards")
    )


def _year(found: Found, seen: Seen) -> Answer:
    whole, part = years(int(found.match["year"])), part_of(found.match["part"])
    return (third(whole, part) if part else whole), "the year is told"


def _event(found: Found, seen: Seen) -> Answer:
    fits = list(events(found.match))
    if _ANNIVERSARY.search(found.match.string, max(0, found.start - 30), found.start):
        when = fits[-1].earliest
        return in_year(found, seen, lambda y: day(when.replace(year=y)), "anniversary")
    if len(fits) > 1 and seen.base is not None:
        # Of several that bear the name, the last one before the report's date.
        fits = [d for d in fits if d.latest <= seen.base.latest][-1:]
    if len(fits) == 1:
        return fits[0], "the event is known"
    whens = " or ".join(d.earliest.isoformat() for d in events(found.match))
    return None, f"it may be {whens}, and {seen.lacking}"


_ANNIVERSARY = re.compile(r"\banniversary of (?:the )?$", re.I)


def _yearly(found: Found, seen: Seen) -> Answer:
    when = yearly(found.match)
    told = re.match(
        r"(?:,? (?:of |in )?)((?:1[5-9]|20)\d\d)\b", found.match.string[found.end : found.end + 9]
    )

    def make(y: int) -> Days | None:
        on = when(y)
        return day(on) if on is not None else None

    if told:
        return make(int(told.group(1))), "the year is told"
    return in_year(found, seen, make, "day")


_HOW: dict[str, Callable[[Found, Seen], Answer]] = {
    "days": _days, "day": _day, "iso": _iso, "month": _month, "quarter": _quarter, "decade": _decade, "century": _century,
    "season": _season, "deictic": deictic, "span": span, "unit": calendar_unit, "weekday": weekday, "shift": shift,
    "in": within, "eve": eve, "anaphora": anaphora, "years": _years, "year": _year, "vague": _nothing, "event": _event,
    "yearly": _yearly,
}  # fmt: skip
