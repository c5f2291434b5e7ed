"""What an outlet left out: statements of a story that most other outlets carry and this one does not.

A report that came out before the first report of a statement could not have it, and leaves nothing out; nor does an undated
copy of its text. Outlets of one declared family, and copies of one text, count once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rashomon.accounts.records import Omission
from rashomon.accounts.told import Told
from rashomon.records import Report

#: Fewer other outlets than this have no "most".
FEWEST = 3


def omissions(told: Told) -> tuple[Omission, ...]:
    """The omissions of one story, an outlet's only where none of its reports of the story carries the statement."""
    units = {report.id: _unit(told, report) for report in told.reports}
    reports: defaultdict[str, list[Report]] = defaultdict(list)
    for report in told.reports:
        reports[units[report.id]].append(report)
    out = []
    for statement in told.statements:
        wordings = told.wordings(statement)
        carrying = {units[w.report] for w in wordings}
        dates = {r.published for r in told.reports if r.id in {w.report for w in wordings}}
        first = min((d for d in dates if d is not None), default=None)
        for unit, own in reports.items():
            others = len(reports) - 1
            if unit in carrying or others < FEWEST or 2 * len(carrying) <= others:
                continue
            late = [r for r in own if first is None or _day(r, own) is None or (_day(r, own) or "") >= first]
            if late:
                out.append(Omission(told.story.id, late[0].id, statement.id, len(carrying), others))
    return tuple(sorted(out, key=lambda o: (o.report, -o.carried, o.statement)))


def _day(report: Report, own: Sequence[Report]) -> str | None:
    """A report's date; a copy without one is as old as the earliest known of its text."""
    return report.published or min((r.published for r in own if r.published), default=None)


def _unit(told: Told, report: Report) -> str:
    family = told.families.get(report.id)
    return told.unit(report) if family is None else f"family:{family}"
