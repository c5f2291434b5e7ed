"""What reports give to names, to JSON and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple

from rashomon.collation.entities.bearers import Beside, Told
from rashomon.collation.entities.heard import Heard, Said
from rashomon.collation.entities.roles import Role
from rashomon.ledger.tables.rows import rows_of
from rashomon.reading.names.persons.people import plain
from rashomon.records import Affiliation, MentionKind


def write_heard(connection: sqlite3.Connection, heard: Iterable[Heard]) -> None:
    """Keep what reports give."""
    connection.executemany(
        "INSERT OR REPLACE INTO heard_report VALUES (?, ?)", ((h.report, _packed(h)) for h in heard)
    )


def load_heard(connection: sqlite3.Connection, reports: Iterable[str]) -> Iterator[Heard]:
    """What these reports give, less abbreviations and what stands beside names that do not speak."""
    for report, packed in rows_of(
        connection, "SELECT report, heard FROM heard_report WHERE report IN ({})", reports
    ):
        yield _unpacked(report, packed)


def _packed(h: Heard) -> str:
    speaking = {plain(s.name) for s in h.said}
    beside = {
        name: [[[r.noun, r.of, r.standing] for r in sorted(b.roles)], sorted(b.genders), b.kin]
        for name, b in h.told.beside.items()
        if name in speaking
    }
    said = [
        [s.attribution, s.name, s.kind.value if s.kind else None, s.start, s.end, s.why, s.place, *s.words]
        for s in h.said
    ]
    company = {key: list(form) for key, form in h.told.company.items()}
    affiliations = [astuple(a) for a in h.affiliations]
    return json.dumps([said, beside, company, list(h.unnamed), affiliations], separators=(",", ":"))


def _unpacked(report: str, packed: str) -> Heard:
    said, beside, company, unnamed, affiliations = json.loads(packed)
    return Heard(
        report,
        tuple(
            Said(i, name, MentionKind(kind) if kind else None, start, end, why, tuple(words), place)
            for i, name, kind, start, end, why, place, *words in said
        ),
        Told(
            {
                name: Beside(frozenset(Role(*r) for r in roles), frozenset(genders), kin)
                for name, (roles, genders, kin) in beside.items()
            },
            {key: (form, surname) for key, (form, surname) in company.items()},
        ),
        tuple(unnamed),
        tuple(Affiliation(*a) for a in affiliations),
    )
