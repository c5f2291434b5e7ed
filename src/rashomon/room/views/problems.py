"""What could not be read, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.ledger.shown import listed
from rashomon.records import Problem
from rashomon.room.readers import Desk
from rashomon.room.views.entries import Stretch


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Problems, of which ``failed`` in all could not be read; the rest are notes, and stand behind."""

    stretch: Stretch
    failed: int
    problems: tuple[Problem, ...]


def problems_view(desk: Desk, first: int) -> ProblemsView:
    """A page of problems."""
    shown = listed.problems.entries(desk.ledger, first=first)
    stretch = Stretch(first, len(shown), listed.problems.count(desk.ledger))
    return ProblemsView(stretch, listed.problems.failed(desk.ledger), shown)
