"""The list of stories, and what it can be narrowed by."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.ledger.shown import listed
from rashomon.ledger.shown.listed.stories import StoryEntry, StoryFilter
from rashomon.room.readers import Desk
from rashomon.room.views.entries import Person, Stretch


@dataclass(frozen=True, slots=True)
class StoriesView:
    """Stories that pass ``wanted``, in ``order``. ``outlets`` are what can be chosen from. ``problems`` counts what could not be
    read, ``noted`` what else is to be said of what was given.
    """

    wanted: StoryFilter
    person: Person | None
    order: str
    stretch: Stretch
    stories: tuple[StoryEntry, ...]
    outlets: tuple[str, ...]
    problems: int
    noted: int


def stories_view(desk: Desk, wanted: StoryFilter, order: str, first: int) -> StoriesView:
    """A page of the list of stories. Raises LedgerError for a person who is unknown."""
    entity = desk.ledger.entity(wanted.person) if wanted.person else None
    wanted = wanted if entity is None else replace(wanted, person=entity.id)
    shown = listed.stories.entries(desk.ledger, wanted, order=order, first=first)
    failed = listed.problems.failed(desk.ledger)
    return StoriesView(
        wanted,
        None if entity is None else Person(entity.id, entity.name),
        order,
        Stretch(first, len(shown), listed.stories.count(desk.ledger, wanted)),
        shown,
        tuple(listed.stories.outlets(desk.ledger)),
        failed,
        listed.problems.count(desk.ledger) - failed,
    )
