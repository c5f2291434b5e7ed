"""The day that is named right beside a figure: *3,000 new cases on Monday*, *On 5 May 3,000 cases were found*.

Of what is counted day by day, two figures of two days are two counts, however near the days. A day beside a word of saying is the
saying's. *2,000 deaths in a day* and *1,500 a day* are of any day, and of no toll.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from rashomon.calendar_words import ANY_MONTH, ANY_WEEKDAY, SHORT_MONTHS, WEEKDAYS
from rashomon.reading.times.days import iso_day
from rashomon.records import Figure, Reading, Report

_MONTH = rf"(?:(?:{ANY_MONTH})|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
_DAY = rf"(?P<day>{ANY_WEEKDAY}\b|{_MONTH}\s+\d{{1,2}}\b(?!,?\s+\d)|\d{{1,2}}\s+(?:{ANY_MONTH})\b)"
_BEHIND = re.compile(
    rf"(?!\s*[“”\"])(?:(?!\b(?i:said|says|told|according|announced|reported|after|before|since|from|until|by|from|compared|and|but|while)\b)"
    rf"[^,;:.!?\n“”\"(—–]){{0,60}}?\s(?:on\s+)?{_DAY}(?!\s+(?i:said|night|to|and|through))"
)
_BEFORE = re.compile(
    rf"(?:^|[.!?\n]\s*)(?:On\s+)?{_DAY},?\s+(?:(?!\b(?i:said|says|told|announced|that|after|since)\b)[^,;:.!?\n“”\"]){{0,60}}$",
)
_RATE = re.compile(
    r"\s*,?\s*(?:\w+\s+)?(?:(?:a|per|each|every)\s+(?:day|week|month|year|hour)\b|daily\b|(?:in|within|over)\s+"
    r"(?:an?|one|a single|24|(?:the\s+)?(?:past|last|previous)(?:\s+(?:\d+|[a-z]+))?"
    r"|the\s+space\s+of\s+\w+)\s+(?:day|hour|week|month)s?\b"
    r"|(?:over|in|during)\s+the\s+course\s+of\s+(?:\w+day\b|yesterday|the\s+(?:day|night)\b))",
    re.I,
)

_AVERAGE = re.compile(
    r"\b(?:averag(?:es?|ed|ing)|daily\s+(?:\w+\s+)?(?:average|toll|count)s?\s+of|at\s+a\s+rate\s+of)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_LEAD = 90
_COUNTED_DAILY = re.compile(
    r"\b(?:report(?:ed|s|ing)|record(?:ed|s|ing)|register(?:ed|s|ing)|logg(?:ed|ing)|confirm(?:ed|s|ing)|add(?:ed|s|ing)|there\s+were)"
    r"\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)


def named_day(report: Report, reading: Reading, figure: Figure) -> date | None:
    """The day named beside a figure, in its clause, as the reading has it, else the last such day at the report's date.

    None where none is named, or nothing tells which it is.
    """
    text, end = report.text, figure.whole_end
    m = _BEHIND.match(text, end, end + _LEAD) or _BEFORE.search(
        text, max(0, figure.start - _LEAD), figure.start
    )
    if m is None:
        return None
    start, stop = m.span("day")
    read = (
        iso_day(d.earliest)
        for d in reading.dates
        if d.start < stop and start < d.end and d.earliest == d.latest and d.relation is None
    )
    return next(read, None) or _seen_from(iso_day(report.published), m["day"].lower())


def _seen_from(published: date | None, words: str) -> date | None:
    """The last day of a name that a report of that date can tell of."""
    if published is None:
        return None
    if words in WEEKDAYS:
        return published - timedelta(days=(published.weekday() - WEEKDAYS.index(words)) % len(WEEKDAYS))
    number, month = sorted(words.split())
    try:
        found = date(published.year, SHORT_MONTHS.index(month[:3]) + 1, int(number))
        return found if found <= published else found.replace(year=found.year - 1)
    except ValueError:
        return None


def is_counted_daily(report: Report, figure: Figure) -> bool:
    """Whether a figure is of what may be counted day by day: of no event, of things, or reported or recorded of a day."""
    if figure.event is None or figure.unit == "thing":
        return True
    return _COUNTED_DAILY.search(report.text, max(0, figure.start - _LEAD), figure.start) is not None


def of_a_day(text: str, figure: Figure) -> bool:
    """Whether people in an event are those of a day or week, or of every one: ``2,000 deaths in a day``, ``1,500 a day``."""
    return figure.event is not None and (
        _RATE.match(text, figure.whole_end, figure.whole_end + 48) is not None
        or _AVERAGE.search(text, max(0, figure.start - 48), figure.start) is not None
    )
