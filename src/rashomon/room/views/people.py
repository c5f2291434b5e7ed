"""People and bodies as a list, and one of them: names with evidence, and everything they are reported to have said."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.ledger import browse
from rashomon.ledger.browse import PersonEntry, SaidEntry
from rashomon.records import EntityEvidence
from rashomon.room.readers import Desk
from rashomon.room.views.entries import Stretch

#: Pieces of evidence on a person's page; each name has its first one there.
MOST_EVIDENCE = 60


@dataclass(frozen=True, slots=True)
class PeopleView:
    """People and bodies whose names hold the words of ``name``; all of them where it is empty."""

    name: str
    stretch: Stretch
    people: tuple[PersonEntry, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person or body. ``said`` stands by ``by``: ``time``, ``story``, or the most ``carried`` first.

    ``days`` are (date of the first report, statements) in order; ``namesakes`` are others with the same name.
    """

    id: str
    name: str
    kind: str | None
    names: tuple[str, ...]
    evidence: tuple[EntityEvidence, ...]
    evidence_in_all: int
    namesakes: tuple[PersonEntry, ...]
    by: str
    days: tuple[tuple[str, int], ...]
    stretch: Stretch
    said: tuple[SaidEntry, ...]


def people_view(desk: Desk, name: str, first: int) -> PeopleView:
    """A page of the list of people."""
    shown = browse.people(desk.ledger, name, first=first)
    return PeopleView(name, Stretch(first, len(shown), browse.count_people(desk.ledger, name)), shown)


def person_view(desk: Desk, person: str, by: str, first: int) -> PersonView:
    """A person by id. Raises LedgerError where there is none of that id."""
    entity = desk.ledger.entity(person)
    earliest = {e.name: e for e in reversed(entity.evidence)}
    chosen = [e for e in entity.evidence if earliest[e.name] is e]
    others = [e for e in entity.evidence if earliest[e.name] is not e]
    said = browse.said(desk.ledger, entity.id, by=by, first=first)
    words = entity.name.split()
    alike = browse.people(desk.ledger, words[-1], limit=6) if words else ()
    return PersonView(
        entity.id,
        entity.name,
        None if entity.kind is None else entity.kind.value,
        entity.names,
        tuple((chosen + others)[:MOST_EVIDENCE]),
        len(entity.evidence),
        tuple(other for other in alike if other.id != entity.id),
        by,
        browse.days(desk.ledger, entity.id),
        Stretch(first, len(said), browse.count_said(desk.ledger, entity.id)),
        said,
    )
