"""Where a report says what would settle a matter, or that it is not settled."""

from __future__ import annotations

import re

from rashomon.records import Report, Span

_SETTLES = re.compile(
    r"\b(?:could not be (?:independently )?(?:confirmed|verified)|has not been (?:confirmed|verified)|investigat\w+"
    r"|inquest|autops\w+|coroner|inquiry|video|footage|record(?:s|ing)?|will publish|court will|to be published)\b",
    re.I,
)


def settling(report: Report, near: Span) -> tuple[tuple[str, int, int], ...]:
    """Where the report says, in the paragraph around a place, what would settle a matter or that it is not settled."""
    start = max(0, near.start - 200, report.text.rfind("\n", 0, near.start))
    line = report.text.find("\n", near.end)
    end = min(len(report.text), near.end + 250, *([line] if line >= 0 else []))
    return tuple((report.id, m.start(), m.end()) for m in _SETTLES.finditer(report.text, start, end))[:2]
