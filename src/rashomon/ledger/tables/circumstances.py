"""What is told about sayings to rows and back: dates, circumstances, chains, affiliations."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.ledger.tables.rows import Row, grouped
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


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is told about the sayings of one report, as loaded: dates and affiliations, and what completes its attributions
    and sentences, by ordinal. ``chains`` are ``(hands, source_kind, said_date)`` as the table has them."""

    dates: tuple[DateExpression, ...]
    affiliations: tuple[Affiliation, ...]
    chains: Mapping[int, Row]
    links: Mapping[int, Sequence[Link]]
    told: Mapping[int, Sequence[Circumstance]]
    happened: Mapping[int, int]

    def attribution(self, ordinal: int, attribution: Attribution) -> Attribution:
        """An attribution with its circumstances and its chain."""
        hands, source_kind, said_date = self.chains.get(ordinal, (1, None, None))
        return replace(
            attribution,
            said_date=said_date,
            source_kind=None if source_kind is None else SourceKind(source_kind),
            circumstances=tuple(self.told.get(ordinal, ())),
            chain=tuple(self.links.get(ordinal, ())),
            hands=hands,
        )

    def sentence(self, ordinal: int, sentence: Sentence) -> Sentence:
        """A sentence with the date of what it tells."""
        happened = self.happened.get(ordinal)
        return sentence if happened is None else replace(sentence, happened=happened)


def load_circumstances(connection: sqlite3.Connection, reports: Sequence[str]) -> dict[str, Circumstances]:
    """What is told about the sayings of some reports."""
    dates = grouped(
        connection,
        "SELECT report, start, stop, earliest, latest, why, relation FROM date_expression WHERE report IN ({})"
        " ORDER BY ordinal",
        reports,
    )
    happened = grouped(
        connection, "SELECT report, sentence, date FROM sentence_date WHERE report IN ({})", reports
    )
    chains = grouped(
        connection,
        "SELECT report, attribution, hands, source_kind, said_date FROM chain WHERE report IN ({})",
        reports,
    )
    links = grouped(
        connection,
        "SELECT report, attribution, kind, name, start, stop, hand FROM chain_link WHERE report IN ({})"
        " ORDER BY ordinal",
        reports,
    )
    told = grouped(
        connection,
        "SELECT report, attribution, kind, value, start, stop, why FROM circumstance WHERE report IN ({})"
        " ORDER BY ordinal",
        reports,
    )
    affiliations = grouped(
        connection,
        "SELECT report, name, role, organisation, side, start, stop, why FROM affiliation WHERE report IN ({})"
        " ORDER BY ordinal",
        reports,
    )
    out = {}
    for report in reports:
        links_of: defaultdict[int, list[Link]] = defaultdict(list)
        for _, attribution, kind, name, start, stop, hand in links[report]:
            links_of[attribution].append(Link(LinkKind(kind), name, start, stop, bool(hand)))
        told_of: defaultdict[int, list[Circumstance]] = defaultdict(list)
        for _, attribution, kind, *rest in told[report]:
            told_of[attribution].append(Circumstance(CircumstanceKind(kind), *rest))
        out[report] = Circumstances(
            tuple(
                DateExpression(start, stop, earliest, latest, why, relation and Relation(relation))
                for _, start, stop, earliest, latest, why, relation in dates[report]
            ),
            tuple(Affiliation(*row[1:]) for row in affiliations[report]),
            {attribution: tuple(row) for _, attribution, *row in chains[report]},
            links_of,
            told_of,
            {sentence: date for _, sentence, date in happened[report]},
        )
    return out


def load_entity_affiliations(
    connection: sqlite3.Connection, entities: Sequence[str]
) -> dict[str, tuple[EntityAffiliation, ...]]:
    """The affiliations of some entities, in order."""
    rows = grouped(
        connection,
        "SELECT entity, report, role, organisation, side, party, start, stop, why FROM entity_affiliation"
        " WHERE entity IN ({}) ORDER BY ordinal",
        entities,
    )
    return {entity: tuple(EntityAffiliation(*row[1:]) for row in rows[entity]) for entity in entities}


def _words(text: str, link: Link) -> str | None:
    return None if link.start is None or link.end is None else text[link.start : link.end]
