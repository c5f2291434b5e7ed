"""With what a report begins, where it has no headline."""

from __future__ import annotations

from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.surface import surface
from rashomon.records import Report, Span, Voice
from rashomon.reports.published import behind_dateline

_LOOKED_AT = 1000
"""Characters of a passage in which its first sentence is looked for."""
_SHOWN_OF = (Voice.BODY, Voice.EMBEDDED, Voice.CAPTION, Voice.BYLINE)


def opening(report: Report) -> Span | None:
    """The first sentence of a report's own words, behind its dateline; of a report without any, of what else it shows.

    ``None`` for one that has only comments and site furniture.
    """
    for voice in _SHOWN_OF:
        for p in report.passages:
            if p.voice is voice and report.text[p.start : p.end].strip():
                start = min(behind_dateline(report.text, p.start), p.end)
                found = sentences(surface(report.text), start, min(p.end, start + _LOOKED_AT))
                return found[0] if found else Span(p.start, p.end)
    return None
