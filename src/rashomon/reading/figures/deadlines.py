"""Deadlines: dates by which something is to happen, as figures whose unit is ``date``.

A date is a number as ISO 8601 writes it without hyphens: 31 August 2021 is 20210831. ``by August 31`` has only a high
end, ``a deadline of August 31`` is that day. A day and month without a year is the next such day after the report's date;
where the report has none, the deadline is not known and there is no figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rashomon.calendar_words import WEEKDAYS
from rashomon.reading.figures.cited import Cited
from rashomon.reading.times.date_words import A_MONTH
from rashomon.reading.times.seen import month_number
from rashomon.records import Figure, Span

_DIGIT = re.compile(r"\d")
_MONTH = rf"(?P<month>{A_MONTH})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = tuple(
    re.compile(form, re.I)
    for form in (
        rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+(?P<year>\d{{4}}))?",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}(?!\w)(?:,?\s+(?P<year>\d{{4}}))?",
    )
)
_UNTIL = re.compile(
    r"\b(?:no later than|by|until|till|before|up to)\s+"
    rf"(?:midnight\s+(?:on\s+)?|(?:{'|'.join(WEEKDAYS)}),?\s+|the\s+)*$",
    re.I,
)
_BOUND = re.compile(
    r"\b(?:will|must|would|should|have to|has to|had to|pledged|promised|plans?|expected|ordered|until)\b",
    re.I,
)
_NAMED = re.compile(
    r"\bdeadlines?\b[^.;]{0,30}$|^[’'s]*\s+(?:withdrawal\s+|pull-?out\s+|self-imposed\s+)?deadline\b", re.I
)


def deadlines(
    text: str,
    sentence: Span,
    published: str | None,
    cited: Cited,
) -> Iterator[Figure]:
    """The deadlines of one sentence; ``published`` is the report's date where it is known."""
    if _DIGIT.search(text, sentence.start, sentence.end) is None:
        return
    for form in _WRITTEN:
        for m in form.finditer(text, sentence.start, sentence.end):
            before = text[max(sentence.start, m.start() - 40) : m.start()]
            after = text[m.end() : min(sentence.end, m.end() + 40)]
            until = _UNTIL.search(before)
            named = bool(_NAMED.search(before) or _NAMED.search(after))
            bound = until is not None and _BOUND.search(text, sentence.start, m.start()) is not None
            if not named and not bound:
                continue
            day = _day(m, published)
            if day is None:
                continue
            number = float(day.year * 10_000 + day.month * 100 + day.day)
            span = Span(m.start(), m.end())
            exact = named and until is None
            why = (
                "a deadline is named"
                if exact
                else f"“{' '.join((until or m).group().split())}” before a date"
            )
            yield Figure(
                span.start, span.end, number if exact else None, number, number, "date", None, None, None, None,
                cited.at(span), False, why,
            )  # fmt: skip


def _day(m: re.Match[str], published: str | None) -> date | None:
    month, number = month_number(m["month"]), int(m["day"])
    try:
        if m["year"]:
            return date(int(m["year"]), month, number)
        if published is None or len(published) < 10:
            return None
        told = date.fromisoformat(published[:10])
        found = date(told.year, month, number)
        return found if found >= told else date(told.year + 1, month, number)
    except ValueError:
        return None
