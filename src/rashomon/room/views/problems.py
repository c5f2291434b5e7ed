"""What could not be read, and what mends it."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.ledger import listed
from rashomon.records import Problem
from rashomon.room.readers import Desk
from rashomon.room.views.entries import Stretch


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Problems in order of their item."""

    stretch: Stretch
    problems: tuple[Problem, ...]


def problems_view(desk: Desk, first: int) -> ProblemsView:
    """A page of problems."""
    shown = listed.problems.entries(desk.ledger, first=first)
    return ProblemsView(Stretch(first, len(shown), listed.problems.count(desk.ledger)), shown)
