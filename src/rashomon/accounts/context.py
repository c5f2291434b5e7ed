"""The sentence that words of a report stand in."""

from __future__ import annotations

from rashomon.reading.sentences import sentences
from rashomon.records import Report, Span

#: Characters on either side of words in which their sentence is looked for.
_AROUND = 400


def sentences_around(report: Report, start: int, end: int) -> list[Span]:
    """The sentences that characters ``start`` to ``end`` of a report touch, as far as they are near: most often one."""
    text = report.text
    # No sentence reaches beyond an empty line.
    low = max(0, start - _AROUND, text.rfind("\n\n", max(0, start - _AROUND), start))
    behind = text.find("\n\n", end, end + _AROUND)
    high = min(len(text), end + _AROUND) if behind < 0 else behind
    return [s for s in sentences(text, low, high) if s.start < end and start < s.end]
