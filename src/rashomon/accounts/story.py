"""The accounts of one story: a pure function of its reports, readings and statements."""

from __future__ import annotations

from rashomon.accounts.altered import altered
from rashomon.accounts.clashes import clashes
from rashomon.accounts.denials import denials
from rashomon.accounts.estimates import estimates
from rashomon.accounts.omissions import omissions
from rashomon.accounts.origins import origins
from rashomon.accounts.records import Accounts
from rashomon.accounts.timeline import timeline
from rashomon.accounts.told import Told


def accounts(told: Told) -> Accounts:
    """Where a story's reports had things from, when they were said, and where they part; the same whatever else is there."""
    found = estimates(told)
    where = origins(told, found)
    return Accounts(
        told.story.id,
        where.origins,
        found,
        where.carryings,
        where.independence,
        (*clashes(told, found), *altered(told), *denials(told)),
        timeline(told),
        omissions(told),
    )
