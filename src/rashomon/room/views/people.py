"""People and bodies as a list, and one of them: names and roles with evidence, and everything they are reported to have said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.dossier.order import each_name_first
from rashomon.dossier.phrases import outlet
from rashomon.ledger.decisions.subject import Heading, headings
from rashomon.ledger.shown import listed
from rashomon.ledger.shown.listed.people import PersonEntry, SaidEntry
from rashomon.ledger.shown.topics import topics
from rashomon.records import Entity, EntityAffiliation, EntityEvidence
from rashomon.room.readers import Desk
from rashomon.room.views.decided import Decided, decided_about_person
from rashomon.room.views.entries import Person, Stretch

#: Pieces of evidence on a person's page; each name has its first one there.
MOST_EVIDENCE = 60

#: Roles on a person's page, those told most often first, and the places shown for one of them.
MOST_ROLES, MOST_PLACES = 12, 4

#: Statements of each topic where all topics are shown.
OF_EACH_TOPIC = 5


@dataclass(frozen=True, slots=True)
class PeopleView:
    """People and bodies whose names hold the words of ``name``; all of them where it is empty. ``near`` are names that are
    nearly it, where nobody bears it."""

    name: str
    stretch: Stretch
    people: tuple[PersonEntry, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Characters ``start`` to ``end`` of a report, its outlet, and why they tell what they are shown for."""

    report: str
    outlet: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class RoleView:
    """What reports tell beside a name: the role, with which body, for which side; ``None`` is not told. ``party`` is the entity
    that the side is, where it speaks in the ledger too. ``times`` counts the places, the first of which are ``places``."""

    role: str | None
    organisation: str | None
    side: str | None
    party: Person | None
    times: int
    places: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """A word that stands in more of a person's statements than in others': in ``statements`` of them, the most reported of
    which are ``said`` where all topics are shown."""

    word: str
    statements: int
    said: tuple[SaidEntry, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person or body with ``statements`` of their own. ``said`` stands by ``by``: ``time``, ``story``, or the most ``carried``
    first; by ``topic`` it is what has the chosen ``topic``, and ``topics`` are what can be chosen. ``decided`` is what people
    decided about who it is, and ``reports`` are those that the ``evidence`` is from.

    ``days`` are (date of the first report, statements) in order; ``namesakes`` are others with the same name.
    """

    id: str
    name: str
    kind: str | None
    names: tuple[str, ...]
    evidence: tuple[EntityEvidence, ...]
    evidence_in_all: int
    roles: tuple[RoleView, ...]
    namesakes: tuple[PersonEntry, ...]
    by: str
    topic: str
    topics: tuple[TopicView, ...]
    statements: int
    days: tuple[tuple[str, int], ...]
    stretch: Stretch
    said: tuple[SaidEntry, ...]
    decided: tuple[Decided, ...] = ()
    reports: tuple[Heading, ...] = ()


def people_view(desk: Desk, name: str, first: int) -> PeopleView:
    """A page of the list of people."""
    shown = listed.people.entries(desk.ledger, name, first=first)
    stretch = Stretch(first, len(shown), listed.people.count(desk.ledger, name))
    return PeopleView(name, stretch, shown, () if stretch.total else desk.ledger.near_names(name))


def person_view(desk: Desk, person: str, by: str, topic: str, first: int) -> PersonView:
    """A person by id. Raises LedgerError where there is none of that id. A ``topic`` that is none of theirs is none at all."""
    entity = desk.ledger.entity(person)
    found = {t.word: t.statements for t in topics(desk.ledger, entity.id)} if by == "topic" else {}
    topic = topic if topic in found else ""
    among = found.get(topic, ())
    if by == "topic":
        said = listed.people.said(desk.ledger, entity.id, among=among, first=first)
    else:
        said = listed.people.said(desk.ledger, entity.id, by=by, first=first)
    statements = listed.people.count_said(desk.ledger, entity.id)
    foremost = {} if topic else _foremost(desk, entity.id, found)
    shown = tuple(each_name_first(entity.evidence)[:MOST_EVIDENCE])
    with desk.ledger.at_one_moment() as connection:
        reports = tuple(headings(connection, (e.report for e in shown)))
    words = entity.name.split()
    alike = listed.people.entries(desk.ledger, words[-1], limit=6) if words else ()
    return PersonView(
        entity.id,
        entity.name,
        None if entity.kind is None else entity.kind.value,
        entity.names,
        shown,
        len(entity.evidence),
        _roles(desk, entity),
        tuple(other for other in alike if other.id != entity.id),
        by,
        topic,
        tuple(
            TopicView(
                word, len(ids), tuple(s for s in foremost.values() if s.statement in ids[:OF_EACH_TOPIC])
            )
            for word, ids in found.items()
        ),
        statements,
        listed.people.days(desk.ledger, entity.id),
        Stretch(first, len(said), len(among) if by == "topic" else statements),
        said,
        decided_about_person(desk, ((e.report, e.name) for e in entity.evidence)),
        reports,
    )


def _foremost(desk: Desk, person: str, topics: Mapping[str, Sequence[str]]) -> dict[str, SaidEntry]:
    """The first statements of each topic, by their ids, in order of time: read together, as one may be in several."""
    ids = sorted({id_ for of_topic in topics.values() for id_ in of_topic[:OF_EACH_TOPIC]})
    return {s.statement: s for s in listed.people.said(desk.ledger, person, among=ids, limit=len(ids))}


def _roles(desk: Desk, entity: Entity) -> tuple[RoleView, ...]:
    """The roles that reports tell, alike ones as one, those told most often first."""
    alike: defaultdict[tuple[str, ...], list[EntityAffiliation]] = defaultdict(list)
    for told in entity.affiliations:
        alike[tuple((part or "").casefold() for part in (told.role, told.organisation, told.side))].append(
            told
        )
    ranked = sorted(alike.items(), key=lambda group: (-len(group[1]), group[0]))[:MOST_ROLES]
    return tuple(_role(desk, group) for _, group in ranked)


def _role(desk: Desk, alike: list[EntityAffiliation]) -> RoleView:
    first = alike[0]
    party = next((told.party for told in alike if told.party), None)
    return RoleView(
        first.role,
        first.organisation,
        first.side,
        None if party is None else Person(party, desk.shelf.entity(party).name),
        len(alike),
        tuple(
            PlaceView(told.report, outlet(desk.shelf.report(told.report)), told.start, told.end, told.why)
            for told in alike[:MOST_PLACES]
        ),
    )
