"""Times that are counted from another: *yesterday*, *on Monday*, *last week*, *two days ago*, *the next day*."""

from __future__ import annotations

from datetime import timedelta

from rashomon.calendar_words import WEEKDAYS
from rashomon.reading.times import days as calendar_days
from rashomon.reading.times.days import Days, day, month, third, week, weekend, years
from rashomon.reading.times.seen import Answer, Seen, number_of, part_of, unit_of
from rashomon.reading.times.spotting import Found
from rashomon.reading.times.tense import Tense


def deictic(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    if seen.day is None:
        return None, f"counted from a day, and {seen.lacking}"
    if g["number"]:
        there = calendar_days.same_day(seen.day, unit_of(g["unit"]), -1)
        return day(there), f"counted from {seen.base_words}, to the day"
    shift = 0
    if g["two"]:
        shift = -2 if "before" in g["two"].lower() else 2
    elif g["last"]:
        shift = -1
    elif g["word"]:
        shift = {"yesterday": -1, "tomorrow": 1}.get(g["word"].lower(), 0)
    return day(seen.day + timedelta(days=shift)), f"counted from {seen.base_words}"


_CALENDAR = ("day", "week", "weekend", "month", "year")


def span(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    if g["vague"]:
        return None, "how many is not told"
    if seen.day is None:
        return None, f"counted from a day, and {seen.lacking}"
    unit, number, way = unit_of(g["unit"]), number_of(g["number"] or "one"), g["way"].lower()
    if unit in ("hour", "minute", "weekend"):
        return None, "hours are not counted in days" if unit != "weekend" else "which weekends is not told"
    if (
        not g["number"]
        and way in ("next", "previous", "following")
        and unit in _CALENDAR
        and seen.anchor is not None
    ):
        return _beside(unit, -1 if way == "previous" else 1, seen.anchor)
    if way in ("previous", "following"):
        return None, "what it is counted from is not told"
    there = calendar_days.same_day(seen.day, unit, -number if way in ("past", "last") else number)
    return Days(min(there, seen.day), max(there, seen.day)), f"counted from {seen.base_words}"


def calendar_unit(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    unit, which, base = g["unit"].lower(), g["which"].lower(), seen.base
    part = (g["part"] or "").lower()
    if base is None:
        return None, f"counted from the report's date, and {seen.lacking}"
    step = {"last": -1, "next": 1}.get(which, 0)
    precise = {"week": 7, "weekend": 1, "month": 31, "year": 366, "decade": 366, "century": 366}[unit]
    if base.length > precise:
        return None, f"counted from a {unit}, and {seen.lacking}"
    here = base.earliest
    if unit == "weekend":
        whole = weekend(here)
        if which in ("last", "the", "this past"):
            forward = which == "the" and seen.tense is Tense.FUTURE
            step = 0 if whole.earliest < here or forward else -1
        elif which == "next":
            step = 1
        elif seen.tense is Tense.PAST and whole.earliest > here:
            step = -1
        whole = weekend(here + timedelta(weeks=step))
    elif unit == "week":
        if which == "this past" and not part:
            return Days(here - timedelta(days=7), here), f"so long up to {seen.base_words}"
        whole = week(here + timedelta(weeks=step))
    elif unit == "month":
        if which == "this past" and not part:
            return Days(calendar_days.same_day(here, "month", -1), here), f"so long up to {seen.base_words}"
        whole = month(here.year, here.month + step)
    elif unit == "year":
        if which == "this past" and not part:
            return Days(calendar_days.same_day(here, "year", -1), here), f"so long up to {seen.base_words}"
        whole = years(here.year + step)
    else:
        size = 10 if unit == "decade" else 100
        first = (here.year // size + step) * size + (unit == "century")
        whole = years(first, first + size - 1)
    if part == "earlier" and whole.earliest <= here:
        return Days(whole.earliest, min(here, whole.latest)), f"counted from {seen.base_words}"
    if part == "later" and here <= whole.latest:
        return Days(max(here, whole.earliest), whole.latest), f"counted from {seen.base_words}"
    named = part_of(part)
    return (third(whole, named) if named and unit != "weekend" else whole), f"counted from {seen.base_words}"


def weekday(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    name, how = g["weekday"], (g["how"] or "").lower()
    if g["plural"] or how in ("every", "each"):
        return None, "it names every one of these days"
    if how in ("a", "an", "one", "some"):
        return None, f"which {name} is not told"
    wanted = WEEKDAYS.index(name.lower())
    if how in ("the following", "the next", "the previous", "the same", "that"):
        return _weekday_told(wanted, how, seen.anchor)
    here = seen.day
    if here is None:
        return None, f"counted from a day, and {seen.lacking}"
    if g["which"]:
        step = {"last": -1, "this": 0, "next": 1}[g["which"].lower()]
        monday = week(here).earliest + timedelta(weeks=step)
        return day(monday + timedelta(days=wanted)), f"the week is counted from {seen.base_words}"
    back = (here.weekday() - wanted) % 7
    last, following = here - timedelta(days=back), here + timedelta(days=(wanted - here.weekday()) % 7)
    if how == "last":
        last = last if back else here - timedelta(days=7)
        if last >= week(here).earliest:
            # "last Monday" on a Wednesday is the one of this week to some, of the week before to others.
            return Days(
                last - timedelta(days=7), last
            ), f"the last {name} before {seen.base_words}, or that of the week before"
        return day(last), f"the last {name} before {seen.base_words}"
    if how == "next":
        return day(
            week(here).earliest + timedelta(days=7 + wanted)
        ), f"the {name} of the week after {seen.base_words}"
    if how == "this past":
        return day(last if back else here - timedelta(days=7)), f"the last {name} before {seen.base_words}"
    if back == 0:
        return day(here), f"{seen.base_words} is a {name}"
    if (how in ("this", "this coming") and seen.tense is not Tense.PAST) or seen.tense is Tense.FUTURE:
        return day(following), f"the first {name} after {seen.base_words}, as it is told of the future"
    told = ", as it is told in the past" if seen.tense is Tense.PAST else ""
    return day(last), f"the last {name} up to {seen.base_words}{told}"


def _weekday_told(wanted: int, how: str, anchor: Days | None) -> Answer:
    """*The following*, *the previous*, *that* Monday (0) to Sunday (6), as seen from the time told before."""
    if anchor is None or not anchor.one:
        return None, "the day that it is counted from is not told"
    here = anchor.earliest
    forth = (wanted - here.weekday()) % 7
    if how == "the previous":
        back = (here.weekday() - wanted) % 7
        return day(here - timedelta(days=back or 7)), "counted from the time told before"
    if how in ("the same", "that"):
        near = min((forth, forth - 7), key=abs)
        return day(here + timedelta(days=near)), "the one nearest to the time told before"
    return day(here + timedelta(days=forth or 7)), "counted from the time told before"


def counted_from(found: Found, anchor: Days | None, words: str) -> Answer:
    """So many units before or after a time that is told."""
    g = found.match.groupdict()
    if g.get("vague"):
        return None, "how many is not told"
    if anchor is None:
        return None, f"counted from {words}"
    way = (g.get("way") or "before").lower()
    unit = "day" if g.get("eve") else unit_of(g["unit"])
    if unit in ("night", "evening", "morning"):
        unit = "day"
    if unit in ("hour", "minute"):
        return None, "hours are not counted in days"
    if unit in ("decade", "century"):
        return None, f"a {unit} is too long to be counted to a year"
    number = number_of(g["number"]) if g.get("number") else 1
    back = way in ("before", "earlier", "previously", "prior to", "prior", "ahead of", "preceding", "ago")
    if anchor.length > (1 if unit == "day" else 31 if unit in ("week", "month") else 366):
        return None, f"counted from {words}, which is no {'day' if unit in ('day', 'week') else unit}"
    start = anchor.earliest if back else anchor.latest
    return calendar_days.plus(start, unit, -number if back else number), f"counted from {words}"


def shift(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    if g["vague"]:
        return None, "how many is not told"
    if (g["more"] or "").lower() in ("more than", "over", "at least", "less than"):
        return None, "the words give a bound only"
    way = g["way"].lower()
    if way in ("ago", "hence", "from now", "from today"):
        precise = 1 if unit_of(g["unit"]) in ("day", "week") else 31 if unit_of(g["unit"]) == "month" else 366
        if seen.base is None or seen.base.length > precise:
            return None, f"counted from the report's date, and {seen.lacking}"
        return counted_from(found, day(seen.base.earliest), seen.base_words)
    if way in ("before", "after", "following", "prior to", "ahead of") and not _ends(found):
        return None, "the time that it is counted from is not told"
    return (
        counted_from(found, seen.anchor, "the time told before")
        if seen.anchor
        else (None, "the time that it is counted from is not told")
    )


def _ends(found: Found) -> bool:
    """Whether nothing follows that it could count from: ``two days before.``"""
    rest = found.match.string[found.end : found.end + 3].strip()
    return not rest or rest[0] in '.,;:!?)”"'


def within(found: Found, seen: Seen) -> Answer:
    g = found.match.groupdict()
    if (
        seen.tense is Tense.PAST
        or seen.day is None
        or unit_of(g["unit"]) in ("hour", "minute", "decade", "century")
    ):
        return None, "how long it took, or from when, is not told in days"
    if g["in"].lower() == "within":
        return Days(
            seen.day, calendar_days.same_day(seen.day, unit_of(g["unit"]), number_of(g["number"]))
        ), f"counted from {seen.base_words}"
    return calendar_days.plus(
        seen.day, unit_of(g["unit"]), number_of(g["number"])
    ), f"counted from {seen.base_words}"


def eve(found: Found, seen: Seen) -> Answer:
    if found.match["eve"] or not _ends(found):
        return None, "the time that it is counted from is not told"
    if seen.anchor is None:
        return None, "the time that it is counted from is not told"
    return counted_from(found, seen.anchor, "the time told before")


def anaphora(found: Found, seen: Seen) -> Answer:
    unit, which, anchor = found.match["unit"].lower(), found.match["which"].lower(), seen.anchor
    if anchor is None:
        return None, "the time that it refers to is not told"
    step = (
        1
        if which in ("the next", "the following")
        else -1
        if which in ("the previous", "the preceding")
        else 0
    )
    return _beside("day" if unit in ("night", "morning", "afternoon", "evening") else unit, step, anchor)


def _beside(unit: str, step: int, anchor: Days) -> Answer:
    """The day, week, weekend, month or year of the time told before, or the one beside it."""
    here = anchor.earliest
    if unit == "day" and anchor.one:
        days = day(here + timedelta(days=step))
    elif unit == "week" and anchor.length <= 7:
        days = week(here + timedelta(weeks=step))
    elif unit == "weekend" and anchor.length <= 7:
        days = weekend(here + timedelta(weeks=step))
    elif unit == "month" and anchor.latest <= month(here.year, here.month).latest:
        days = month(here.year, here.month + step)
    elif unit == "year" and anchor.latest.year == here.year:
        days = years(here.year + step)
    else:
        return None, f"the time told before is no single {unit}"
    return days, "counted from the time told before"
