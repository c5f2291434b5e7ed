"""The accounts of one story: a pure function of its reports, readings and statements."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.accounts.conflicts.altered import altered
from rashomon.accounts.conflicts.both_ways import both_ways
from rashomon.accounts.conflicts.deeds.done_or_not import done_or_not
from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.conflicts.figures.clashes import clashes
from rashomon.accounts.conflicts.figures.measures import measures
from rashomon.accounts.conflicts.figures.ordinals import ordinals
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.conflicts.figures.sized import sized
from rashomon.accounts.conflicts.figures.things import things
from rashomon.accounts.conflicts.figures.votes import votes
from rashomon.accounts.conflicts.opposed import opposed
from rashomon.accounts.conflicts.order import by_date
from rashomon.accounts.conflicts.quoted_apart import quoted_apart
from rashomon.accounts.figures.estimates import estimates
from rashomon.accounts.omissions import omissions
from rashomon.accounts.origins import origins
from rashomon.accounts.records import Accounts, Conflict
from rashomon.accounts.timeline import timeline
from rashomon.accounts.told import Told
from rashomon.records import overlap


def accounts(told: Told) -> Accounts:
    """Where a story's reports had things from, when they were said, and where they part; the same whatever else is there."""
    found = estimates(told)
    where = origins(told, found)
    tied = denials(told)
    events = Events(told)
    quoted = altered(told)
    counted = tuple(clashes(events, found))
    deeds = tuple(c for c in done_or_not(told) if not tied_by(tied, c))
    parted = (
        *counted,
        *things(events),
        *measures(events),
        *sized(events),
        *votes(events),
        *ordinals(events),
        *quoted,
        *quoted_apart(told, quoted),
        *tied,
        *(c for c in deeds if not counted_as_none(told, counted, c)),
        *(c for c in opposed(told) if not tied_by((*tied, *deeds), c)),
        *both_ways(told),
    )
    reports = {report.id: report for report in told.reports}
    return Accounts(
        told.story.id,
        where.origins,
        found,
        where.carryings,
        where.independence,
        tuple(by_date(c, reports) for c in parted),
        timeline(told),
        omissions(told),
    )


def counted_as_none(told: Told, figures: Sequence[Conflict], deed: Conflict) -> bool:
    """Whether the figures set the same words against each other already: *no guard was killed* against *two guards were*."""
    texts = {report.id: report.text for report in told.reports}

    def of(figure: Conflict, side: int, none: bool) -> set[int]:
        return {
            f.side
            for f in figure.members
            for m in deed.members
            if m.side == side and m.report == f.report and overlap(m, f)
            if not none or texts[f.report][f.start : f.end].lower().split()[0] in ("no", "none", "nobody")
        }

    return any(of(figure, 1, True) and of(figure, 0, False) - of(figure, 1, True) for figure in figures)


def tied_by(denials: Sequence[Conflict], conflict: Conflict) -> bool:
    """Whether one of the denials sets the same words against each other already."""

    def has(denial: Conflict, side: int) -> bool:
        return any(
            m.side == side and m.report == d.report and overlap(m, d)
            for m in conflict.members
            for d in denial.members
        )

    return any(has(denial, 0) and has(denial, 1) for denial in denials)
