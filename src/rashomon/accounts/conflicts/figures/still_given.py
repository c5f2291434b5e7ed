"""Whether a page still gives a figure, or has since put another in its place."""

from __future__ import annotations

import re

from rashomon.accounts.conflicts.figures.sides import Events, Member
from rashomon.collation.copies.versions import TELLS_OF_EARLIER

_EARLIER_COUNT = re.compile(
    r"\b(?:earlier|previous|initial)\s+(?:\w+\s+)?(?:toll|count|figure|estimate|tally|number)\s+(?:\w+\s+)?(?:of|at)\s+$",
    re.I,
)
_ENDED = re.compile(r"[.!?]\s|\n")
_NEAR = 200
"""Characters on either side of a figure in which its sentence tells of an earlier version."""


def stands(events: Events, member: Member) -> bool:
    """Whether a page still gives a figure: not one of a version that a later one has taken the place of, nor one that it calls
    that (``an earlier version of this report said six``, ``raising an earlier toll of six``)."""
    report, _, figure = events.figure(member)
    if report.id in events.told.superseded or _EARLIER_COUNT.search(
        report.text, max(0, figure.start - 60), figure.start
    ):
        return False
    near = report.text[max(0, figure.start - _NEAR) : figure.end + _NEAR]
    at = figure.start - max(0, figure.start - _NEAR)
    return all(_ENDED.search(near, *sorted((m.end(), at))) for m in TELLS_OF_EARLIER.finditer(near))
