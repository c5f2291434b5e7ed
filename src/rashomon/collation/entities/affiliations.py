"""With whom the people of a ledger are, as its reports tell it beside their names, and which party of the ledger that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rashomon.collation.entities.heard import Heard
from rashomon.reading.names.persons.people import plain
from rashomon.records import Affiliation, Entity, EntityAffiliation, MentionKind


def affiliated(
    entities: Sequence[Entity],
    named: Mapping[tuple[str, str], str],
    everything: Iterable[Heard],
    with_parties: bool = True,
) -> tuple[Entity, ...]:
    """The entities with what each report tells beside their names, by report and place.

    ``named`` leads (report id, folded name) to an entity: within a report a name is one person's, so what is told
    beside it is told of whoever speaks under it there. A side leads to the one entity that bears its name, if there is one
    among all these; without ``with_parties``, to none.
    """
    told: defaultdict[str, list[EntityAffiliation]] = defaultdict(list)
    parties = _parties(entities) if with_parties else {}
    for h in sorted(everything, key=lambda h: h.report):
        bearer = {
            plain(s.name): entity
            for s in h.said
            if (entity := named.get((h.report, _key(s.name)))) is not None
        }
        for a in h.affiliations:
            entity = bearer.get(plain(a.name))
            if entity is not None:
                told[entity].append(_of_entity(h.report, a, parties, entity))
    return tuple(replace(e, affiliations=tuple(told[e.id])) if e.id in told else e for e in entities)


def _of_entity(
    report: str, a: Affiliation, parties: Mapping[str, str | None], entity: str
) -> EntityAffiliation:
    party = parties.get(_key(a.side)) if a.side else None
    return EntityAffiliation(
        report, a.role, a.organisation, a.side, party if party != entity else None, a.start, a.end, a.why
    )


def _parties(entities: Iterable[Entity]) -> dict[str, str | None]:
    """Entities by each of their names; ``None`` for a name that several bear. A bare surname leads to no person."""
    out: dict[str, str | None] = {}
    for e in entities:
        for key in {_key(name) for name in e.names}:
            if not leads_to(e.kind, key):
                continue
            out[key] = None if key in out and out[key] != e.id else e.id
    return out


def leads_to(kind: MentionKind | None, key: str) -> bool:
    """Whether a side of this name (folded) may be an entity of this kind that bears it: a surname alone is no party."""
    return kind is not MentionKind.PERSON or " " in key


def _key(name: str) -> str:
    return plain(name).removeprefix("the ")
