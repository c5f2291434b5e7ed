"""What was found, by words, with its facets and its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.ledger import browse
from rashomon.ledger.browse import PersonEntry
from rashomon.ledger.facets import Facets, SearchFilter, faceted
from rashomon.ledger.search import Found
from rashomon.records import Span
from rashomon.room.readers import Desk
from rashomon.room.views.entries import Person, Stretch

#: What is found on one page.
PAGE = 20

#: People whose name holds the words, shown above what they and others said.
MOST_PEOPLE = 5


@dataclass(frozen=True, slots=True)
class FoundView:
    """Something found: the characters ``start`` to ``end`` of a report with the matches as characters of ``text``.

    ``kind`` is statement, report or title; ``id`` the statement's or report's. ``wordings`` is how many a statement has.
    """

    kind: str
    id: str
    report: str
    start: int | None
    end: int | None
    text: str
    marks: tuple[Span, ...]
    title: str | None
    outlet: str | None
    published: str | None
    speaker: Person | None
    described: str | None
    wordings: int


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page of a search. ``cut`` where so many places hold the words that only some were ranked."""

    words: str
    wanted: SearchFilter
    speaker: Person | None
    people: tuple[PersonEntry, ...]
    stretch: Stretch
    cut: bool
    found: tuple[FoundView, ...]
    facets: Facets


def search_view(desk: Desk, words: str, wanted: SearchFilter, first: int) -> SearchView:
    """A page of what holds the words. Raises LedgerError for a speaker who is unknown."""
    entity = desk.ledger.entity(wanted.speaker) if wanted.speaker else None
    wanted = wanted if entity is None else replace(wanted, speaker=entity.id)
    hits = faceted(desk.ledger, words, wanted, first=first, limit=PAGE)
    people = browse.people(desk.ledger, words, limit=MOST_PEOPLE) if words.strip() and not first else ()
    return SearchView(
        words,
        wanted,
        None if entity is None else Person(entity.id, entity.name),
        people,
        Stretch(first, len(hits.found), hits.places),
        hits.cut,
        tuple(_found(desk, found) for found in hits.found),
        hits.facets,
    )


def _found(desk: Desk, found: Found) -> FoundView:
    around = browse.around_found(desk.ledger, found.kind, found.id, found.report, found.start)
    return FoundView(
        found.kind,
        found.id,
        found.report,
        found.start,
        found.end,
        found.snippet,
        found.marks,
        around.title,
        around.outlet,
        around.published,
        None if around.speaker is None else Person(*around.speaker),
        around.described,
        around.wordings,
    )
