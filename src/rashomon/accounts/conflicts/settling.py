"""Where a report says what would settle a matter, or that it is not settled."""

from __future__ import annotations

import re

from rashomon.records import Report, Span

_OPEN = (
    r"could not be (?:independently )?(?:confirmed|verified)|ha(?:s|ve) not been (?:independently )?(?:confirmed|verified)"
    r"|inquest|autops\w+|coroner|will publish|to be published"
)
_ANY = re.compile(
    rf"\b(?:{_OPEN}|investigat\w+|inquiry|video|footage|record(?:s|ing)?|court will)\b",
    re.I,
)
_NUMBER = re.compile(rf"\b(?:{_OPEN})\b", re.I)
"""Of a number less counts: who investigates a shooting seldom counts its dead."""


def settling(report: Report, near: Span, *, number: bool = False) -> tuple[tuple[str, int, int], ...]:
    """Where the report says, in the paragraph around a place, what would settle a matter, or a ``number``, or that it is not
    settled: the report's id, first character and end.
    """
    start = max(0, near.start - 200, report.text.rfind("\n", 0, near.start))
    line = report.text.find("\n", near.end)
    end = min(len(report.text), near.end + 250, *([line] if line >= 0 else []))
    told = (_NUMBER if number else _ANY).finditer(report.text, start, end)
    return tuple((report.id, m.start(), m.end()) for m in told)[:2]
