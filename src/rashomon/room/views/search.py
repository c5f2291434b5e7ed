"""What was found, by words or by meaning, with its facets and its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.accounts.saying import Saying
from rashomon.ledger.search import Found
from rashomon.ledger.shown import listed
from rashomon.ledger.shown.around import around_found
from rashomon.ledger.shown.facets import Facets, Place, SearchFilter, faceted, narrowed
from rashomon.ledger.shown.listed.people import PersonEntry
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

    ``kind`` is statement, report or title; ``id`` the statement's or report's. ``speaker`` is ``None`` where
    this wording names nobody, and ``described`` the words for them; ``told`` is what else is told about it. ``name`` is what the
    report is called where no outlet is known. ``wordings`` is how many a statement has,
    ``alike`` how near it is in meaning, the cosine of its vector and the question's; ``None`` for what was found by words.
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
    name: str
    published: str | None
    speaker: Person | None
    described: str | None
    told: Saying
    wordings: int
    alike: float | None = None


@dataclass(frozen=True, slots=True)
class SearchView:
    """A page of a search ``by`` words or meaning. ``reached`` is the share of the ledger that could be searched, 0 to 1:
    an index of meanings is made at the first question. ``cut`` where so many places hold the words that only some were ranked."""

    words: str
    by: str
    reached: float
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
    people = (
        listed.people.entries(desk.ledger, words, limit=MOST_PEOPLE) if words.strip() and not first else ()
    )
    return SearchView(
        words,
        "words",
        1.0,
        wanted,
        None if entity is None else Person(entity.id, entity.name),
        people,
        Stretch(first, len(hits.found), hits.places),
        hits.cut,
        tuple(_found(desk, found) for found in hits.found),
        hits.facets,
    )


def _found(desk: Desk, found: Found) -> FoundView:
    around = around_found(desk.ledger, found.kind, found.id, found.report, found.start)
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
        around.name,
        around.published,
        None if around.speaker is None else Person(*around.speaker),
        None if around.speaker else around.told.source or None,
        around.told,
        around.wordings,
    )


def meaning_view(desk: Desk, words: str, wanted: SearchFilter, first: int) -> SearchView:
    """A page of the sentences that are nearest to the words in meaning. Raises LedgerError for a speaker who is unknown."""
    entity = desk.ledger.entity(wanted.speaker) if wanted.speaker else None
    wanted = wanted if entity is None else replace(wanted, speaker=entity.id)
    reached = desk.meanings.prepare(desk.ledger)
    places, texts = [], {}
    for alike in desk.meanings.nearest(desk.ledger, words) if words.strip() else ():
        s = alike.sentence
        texts[s.number] = s.text
        kind, id_ = ("statement", s.statement) if s.statement else ("report", f"{s.report}:{s.start}")
        places.append(
            Place(
                s.number, kind, id_, s.report, s.start, s.end, -alike.cosine, s.outlet, s.published, s.speaker
            )
        )
    passing, facets = narrowed(desk.ledger, places, wanted)
    shown = passing[first : first + PAGE]
    return SearchView(
        words,
        "meaning",
        reached,
        wanted,
        None if entity is None else Person(entity.id, entity.name),
        (),
        Stretch(first, len(shown), len(passing)),
        False,
        tuple(_alike(desk, place, texts[place.number]) for place in shown),
        facets,
    )


def _alike(desk: Desk, place: Place, text: str) -> FoundView:
    id_ = place.id if place.kind == "statement" else place.report
    found = Found(place.kind, id_, place.report, place.start, place.stop, text, (), place.rank)
    return replace(_found(desk, found), alike=-place.rank)
