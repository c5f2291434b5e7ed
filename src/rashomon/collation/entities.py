"""Who speaks, across reports: speakers of one name are one entity, and a bare surname only where one bearer is known.

Names are compared without case, accents and marks. A report that names only ``Lévy`` leads to ``Bernard-Henri Lévy``
where the ledger knows one person of that surname, and stays by itself where it knows two. Every name of an entity
carries the evidence that it rests on.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.reading.people import plain
from rashomon.records import Entity, EntityEvidence, MentionKind, Reading


@dataclass(frozen=True, slots=True)
class Entities:
    """Entities by id, and whose each attribution is: (report id, index of the attribution) to entity id or ``None``."""

    entities: tuple[Entity, ...]
    speakers: Mapping[tuple[str, int], str | None]


@dataclass(frozen=True, slots=True)
class _Seen:
    report: str
    attribution: int
    name: str
    kind: MentionKind | None
    start: int
    end: int
    why: str


def entities(readings: Iterable[Reading]) -> Entities:
    """The entities that speak in the readings; the order of the readings does not matter."""
    seen: dict[str, list[_Seen]] = {}
    unknown: list[tuple[str, int]] = []
    for reading in sorted(readings, key=lambda r: r.report):
        for i, a in enumerate(reading.attributions):
            key = _key(a.speaker.name) if a.speaker.name else ""
            at = a.speaker.evidence or (a.source[0] if a.source else None)
            if not key or at is None or a.speaker.name is None:
                unknown.append((reading.report, i))
                continue
            s = _Seen(reading.report, i, a.speaker.name, a.speaker.kind, at.start, at.end, a.speaker.why)
            seen.setdefault(key, []).append(s)
    merged = _bearers(seen)
    groups: dict[str, list[tuple[_Seen, str]]] = {}
    for key, into in merged.items():
        for s in seen[key]:
            why = s.why if into == key else f"the one {s.name} that the ledger knows; {s.why}"
            groups.setdefault(into, []).append((s, why))
    found, speakers = [], dict.fromkeys(unknown)
    by_speaker: dict[tuple[str, int], str | None] = dict(speakers)
    for key, members in groups.items():
        entity = _entity(key, members)
        found.append(entity)
        by_speaker |= {(s.report, s.attribution): entity.id for s, _ in members}
    return Entities(tuple(sorted(found, key=lambda e: e.id)), by_speaker)


def _key(name: str) -> str:
    return plain(name).removeprefix("the ")


def _bearers(seen: Mapping[str, list[_Seen]]) -> dict[str, str]:
    """Under which key each name stands: its own, or a one-word person's the only longer person's name that ends in it."""
    people = [key for key in seen if any(s.kind is MentionKind.PERSON for s in seen[key])]
    by_surname: dict[str, list[str]] = {}
    for key in people:
        if " " in key:
            by_surname.setdefault(key.rpartition(" ")[2], []).append(key)
    alone = {
        key: fuller[0] for key in people if " " not in key and len(fuller := by_surname.get(key, [])) == 1
    }
    return {key: alone.get(key, key) for key in seen}


def _entity(key: str, members: list[tuple[_Seen, str]]) -> Entity:
    forms = Counter(s.name for s, _ in members)
    names = tuple(sorted(forms, key=lambda n: (-len(plain(n).split()), -forms[n], n)))
    own = [n for n in names if _key(n) == key]
    kinds = Counter(s.kind for s, _ in members if s.kind is not None)
    evidence: dict[tuple[str, str], EntityEvidence] = {}
    for s, why in sorted(members, key=lambda m: (m[0].report, m[0].start, m[0].attribution)):
        evidence.setdefault((s.report, s.name), EntityEvidence(s.report, s.name, s.start, s.end, why))
    return Entity(
        id=hashlib.sha256(key.encode()).hexdigest()[:12],
        name=own[0],
        kind=min(kinds, key=lambda k: (-kinds[k], k)) if kinds else None,
        names=names,
        evidence=tuple(evidence.values()),
    )
