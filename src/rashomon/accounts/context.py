"""The sentence that words of a report stand in."""

from __future__ import annotations

from rashomon.reading.text.sentences import sentences
from rashomon.records import Report, Span, overlap

#: Characters on either side of words in which their sentence is looked for.
_AROUND = 400


def window(report: Report, start: int, end: int) -> tuple[int, int]:
    """As much of a report's text about characters ``start`` to ``end`` as their sentence is looked for in."""
    text = report.text
    # No sentence reaches beyond an empty line.
    before = text.rfind("\n\n", max(0, start - _AROUND), start)
    behind = text.find("\n\n", end, end + _AROUND)
    return (
        max(0, start - _AROUND) if before < 0 else before,
        min(len(text), end + _AROUND) if behind < 0 else behind,
    )


def touching(text: str, start: int, end: int) -> list[Span]:
    """The sentences of a text that characters ``start`` to ``end`` touch."""
    asked = Span(start, end)
    return [s for s in sentences(text, 0, len(text)) if overlap(s, asked)]


def sentences_around(report: Report, start: int, end: int) -> list[Span]:
    """The sentences that characters ``start`` to ``end`` of a report touch, as far as they are near: most often one."""
    low, high = window(report, start, end)
    near = touching(report.text[low:high], start - low, end - low)
    return [Span(low + s.start, low + s.end) for s in near]
