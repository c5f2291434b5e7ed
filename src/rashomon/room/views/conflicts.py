"""Where accounts part, in all stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.accounts.records import Conflict
from rashomon.ledger.shown import listed, rests_on
from rashomon.ledger.shown.listed.conflicts import CONFLICTS_A_PAGE, ConflictFilter, ConflictPlace
from rashomon.room.readers import Desk
from rashomon.room.views.accounts import ConflictView, conflict_view
from rashomon.room.views.beside import beside_names
from rashomon.room.views.entries import Stretch


@dataclass(frozen=True, slots=True)
class PartedStory:
    """A story with those of its conflicts that are on this page."""

    id: str
    title: str
    earliest: str | None
    latest: str | None
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """Conflicts that pass ``wanted``, those of the latest story first; ``kinds`` counts all of the ledger's, by kind.

    ``elsewhere`` counts what else passes it: claims that only a model holds for opposed or, where those are asked for, conflicts.
    """

    wanted: ConflictFilter
    kinds: dict[str, int]
    stretch: Stretch
    stories: tuple[PartedStory, ...]
    elsewhere: int


def conflicts_view(desk: Desk, wanted: ConflictFilter, first: int) -> ConflictsView:
    """A page of the list of conflicts."""
    shown = listed.conflicts.entries(desk.ledger, wanted, first=first)
    by_story: defaultdict[str, list[ConflictPlace]] = defaultdict(list)
    for place in shown:
        by_story[place.story].append(place)
    return ConflictsView(
        wanted,
        listed.conflicts.kinds(desk.ledger),
        Stretch(first, len(shown), listed.conflicts.count(desk.ledger, wanted), CONFLICTS_A_PAGE),
        tuple(_story(desk, places) for places in by_story.values()),
        listed.conflicts.count(desk.ledger, replace(wanted, unsure=not wanted.unsure)),
    )


def _story(desk: Desk, places: list[ConflictPlace]) -> PartedStory:
    head, wanted = places[0], [place.conflict for place in places]
    found = {c.id: c for c in desk.ledger.conflicts(story=head.story)}
    shown = [found[id_] for id_ in wanted if id_ in found]
    return PartedStory(
        head.story, head.title, head.earliest, head.latest, conflict_views(desk, head.story, shown)
    )


def conflict_views(desk: Desk, story: str, shown: Sequence[Conflict]) -> tuple[ConflictView, ...]:
    """Conflicts of one story, by its whole id, with all their members."""
    told, beside = rests_on.members(desk.ledger, story), beside_names(desk.ledger, story)
    of_each = [_reports(conflict) for conflict in shown]
    desk.shelf.take(sorted(set().union(*of_each)), [])
    return tuple(
        conflict_view(conflict, {id_: desk.shelf.report(id_) for id_ in sorted(ids)}, told, beside)
        for conflict, ids in zip(shown, of_each, strict=True)
    )


def _reports(conflict: Conflict) -> set[str]:
    return {m.report for m in conflict.members} | {report for report, _, _ in conflict.settling}
