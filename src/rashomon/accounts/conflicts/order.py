"""In which order the sides of a conflict stand, and the members of a side: by the days of their reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rashomon.accounts.records import Conflict
from rashomon.records import Report

#: Behind every date: what no report tells the day of stands last.
_LAST = "~"


def by_date(conflict: Conflict, reports: Mapping[str, Report]) -> Conflict:
    """A conflict whose first side is that which a report has first, and so on; within a side the earliest member is the first.

    Where days are the same, or not known, sides and members stand as they did: of figures the smaller before the larger, what is
    denied before its denial.
    """

    def day(report: str) -> str:
        return reports[report].published or _LAST

    first: dict[int, str] = {}
    for m in conflict.members:
        first[m.side] = min(first.get(m.side, _LAST), day(m.report))
    place = {side: n for n, side in enumerate(sorted(first, key=lambda side: (first[side], side)))}
    members = (replace(m, side=place[m.side]) for m in conflict.members)
    return replace(conflict, members=tuple(sorted(members, key=lambda m: (m.side, day(m.report)))))
