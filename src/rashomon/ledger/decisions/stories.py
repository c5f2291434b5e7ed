"""A person's decisions about which reports are one story, as corrections; how they apply is in collation/stories/decisions.py."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from rashomon.corrections import targets
from rashomon.corrections.standing import moments
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.ledger.decisions.dividing import told_apart
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables import load
from rashomon.records import Correction, CorrectionKind, Story


def same(connection: sqlite3.Connection, one: str, other: str, who: str, why: str) -> Correction:
    """The correction, not yet written, that says that two stories are one; each by the beginning of its id."""
    a, b = (_story(connection, given) for given in (one, other))
    if a.id == b.id:
        raise LedgerError(
            f"story {other}", "both are one story already", f"see: rashomon show story {a.id[:8]}"
        )
    target, new = (targets.of_story(story.reports[0]) for story in (a, b))
    return new_correction(who, why, CorrectionKind.MERGE, target, old=f"“{a.title}” and “{b.title}”", new=new)


def split(
    connection: sqlite3.Connection, story: str, reports: Sequence[str], who: str, why: str
) -> tuple[Correction, ...]:
    """The corrections, not yet written, that say that these reports tell another story than the rest, all of them one.

    Raises LedgerError where a report is not of the story, or where none is given or left for the rest.
    """
    found = _story(connection, story)
    foreign = "does not stand in this story"
    ids = told_apart(connection, f"story {found.id[:8]}", found.reports, reports, foreign)
    apart = [report for report in found.reports if report in ids]
    rest = [report for report in found.reports if report not in ids]
    return tuple(
        new_correction(
            who,
            why,
            CorrectionKind.SPLIT,
            targets.of_story(report),
            old=targets.of_story(rest[0]),
            new=targets.of_story(apart[0]),
            # Replayed in order of time; the first of these is what the others stand with.
            decided_at=moment,
        )
        for moment, report in zip(moments(), apart, strict=False)
    )


def _story(connection: sqlite3.Connection, prefix: str) -> Story:
    found = next(load.load_stories(connection, [lookup.resolve(connection, "story", prefix)]))
    if not found.reports:
        raise LedgerError(f"story {prefix}", "it has no report any more", "read the reports again")
    return found
