"""What is told about sayings to rows and back: dates, circumstances, chains, affiliations."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from rashomon.records import (
    Affiliation,
    Attribution,
    Circumstance,
    CircumstanceKind,
    DateExpression,
    EntityAffiliation,
    Link,
    LinkKind,
    Reading,
    Relation,
    Sentence,
    SourceKind,
)

Row = tuple[Any, ...]
By = Callable[[sqlite3.Connection, str, list[str]], defaultdict[str, list[Row]]]


def write_circumstances(connection: sqlite3.Connection, reading: Reading, text: str) -> None:
    """Add what a reading tells about its sayings; its attributions and sentences are there already."""
    report = reading.report
    connection.executemany(
        "INSERT INTO date_expression VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (report, n, d.start, d.end, text[d.start : d.end], d.earliest, d.latest, d.relation, d.why)
            for n, d in enumerate(reading.dates)
        ),
    )
    connection.executemany(
        "INSERT INTO sentence_date VALUES (?, ?, ?)",
        ((report, n, s.happened) for n, s in enumerate(reading.sentences) if s.happened is not None),
    )
    connection.executemany(
        "INSERT INTO chain VALUES (?, ?, ?, ?, ?)",
        ((report, n, a.hands, a.source_kind, a.said_date) for n, a in enumerate(reading.attributions)),
    )
    connection.executemany(
        "INSERT INTO chain_link VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (report, n, place, k.kind.value, k.name, k.start, k.end, _words(text, k), int(k.hand))
            for n, a in enumerate(reading.attributions)
            for place, k in enumerate(a.chain)
        ),
    )
    connection.executemany(
        "INSERT INTO circumstance VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (report, n, place, c.kind.value, c.value, c.start, c.end, text[c.start : c.end], c.why)
            for n, a in enumerate(reading.attributions)
            for place, c in enumerate(a.circumstances)
        ),
    )
    connection.executemany(
        "INSERT INTO affiliation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (report, n, t.name, t.role, t.organisation, t.side, t.start, t.end, text[t.start : t.end], t.why)
            for n, t in enumerate(reading.affiliations)
        ),
    )


def drop_circumstances(connection: sqlite3.Connection, report: str) -> None:
    """Delete what is told about the sayings of a report, to be written anew."""
    for table in ("sentence_date", "chain_link", "chain", "circumstance", "affiliation", "date_expression"):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report,))


@dataclass(slots=True)
class Circumstances:
    """What is told about the sayings of one report, as loaded: dates and affiliations, and what completes its
    attributions and sentences, by ordinal."""

    dates: tuple[DateExpression, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    _chains: dict[int, Row] = field(default_factory=dict)
    _links: defaultdict[int, list[Link]] = field(default_factory=lambda: defaultdict(list))
    _told: defaultdict[int, list[Circumstance]] = field(default_factory=lambda: defaultdict(list))
    _happened: dict[int, int] = field(default_factory=dict)

    def attribution(self, ordinal: int, attribution: Attribution) -> Attribution:
        """An attribution with its circumstances and its chain."""
        hands, source_kind, said_date = self._chains.get(ordinal, (1, None, None))
        return replace(
            attribution,
            said_date=said_date,
            source_kind=None if source_kind is None else SourceKind(source_kind),
            circumstances=tuple(self._told[ordinal]),
            chain=tuple(self._links[ordinal]),
            hands=hands,
        )

    def sentence(self, ordinal: int, sentence: Sentence) -> Sentence:
        """A sentence with the date of what it tells."""
        happened = self._happened.get(ordinal)
        return sentence if happened is None else replace(sentence, happened=happened)


def load_circumstances(
    connection: sqlite3.Connection, reports: list[str], by: By
) -> dict[str, Circumstances]:
    """What is told about the sayings of some reports; ``by`` gives the rows of a query by their first column."""
    dates = by(
        connection,
        "SELECT report, start, stop, earliest, latest, why, relation FROM date_expression WHERE report IN ({ids})"
        " ORDER BY ordinal",
        reports,
    )
    happened = by(
        connection, "SELECT report, sentence, date FROM sentence_date WHERE report IN ({ids})", reports
    )
    chains = by(
        connection,
        "SELECT report, attribution, hands, source_kind, said_date FROM chain WHERE report IN ({ids})",
        reports,
    )
    links = by(
        connection,
        "SELECT report, attribution, kind, name, start, stop, hand FROM chain_link WHERE report IN ({ids})"
        " ORDER BY ordinal",
        reports,
    )
    told = by(
        connection,
        "SELECT report, attribution, kind, value, start, stop, why FROM circumstance WHERE report IN ({ids})"
        " ORDER BY ordinal",
        reports,
    )
    affiliations = by(
        connection,
        "SELECT report, name, role, organisation, side, start, stop, why FROM affiliation WHERE report IN ({ids})"
        " ORDER BY ordinal",
        reports,
    )
    out = {}
    for report in reports:
        found = Circumstances(
            tuple(
                DateExpression(start, stop, earliest, latest, why, relation and Relation(relation))
                for _, start, stop, earliest, latest, why, relation in dates[report]
            ),
            tuple(Affiliation(*row[1:]) for row in affiliations[report]),
        )
        found._chains = {attribution: tuple(row) for _, attribution, *row in chains[report]}
        found._happened = {sentence: date for _, sentence, date in happened[report]}
        for _, attribution, kind, name, start, stop, hand in links[report]:
            found._links[attribution].append(Link(LinkKind(kind), name, start, stop, bool(hand)))
        for _, attribution, kind, *rest in told[report]:
            found._told[attribution].append(Circumstance(CircumstanceKind(kind), *rest))
        out[report] = found
    return out


def load_entity_affiliations(
    connection: sqlite3.Connection, entities: list[str], by: By
) -> dict[str, tuple[EntityAffiliation, ...]]:
    """The affiliations of some entities, in order."""
    rows = by(
        connection,
        "SELECT entity, report, role, organisation, side, party, start, stop, why FROM entity_affiliation"
        " WHERE entity IN ({ids}) ORDER BY ordinal",
        entities,
    )
    return {entity: tuple(EntityAffiliation(*row[1:]) for row in rows[entity]) for entity in entities}


def _words(text: str, link: Link) -> str | None:
    return None if link.start is None or link.end is None else text[link.start : link.end]
