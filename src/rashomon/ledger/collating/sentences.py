"""The sentences that somebody said, kept with their keys and links, and the pairs among them that are worth weighing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.embed import unpack
from rashomon.collation.groups import Link
from rashomon.collation.items import Item, Items, Speakers, attributed, said
from rashomon.collation.keys import keys_of
from rashomon.collation.links import COSINE, LEDGER, Links, rowwise
from rashomon.collation.match import by_keys, linked
from rashomon.ledger.collating.rows import delete, rows_of
from rashomon.records import Reading, Report, Span

_NEAR = COSINE - 0.001
"""Cosine below which a pair is not looked at again; a little less than where weighing would refuse it."""
_MANY = 0.1
"""Part of all sentences from which new ones are met with all keys in memory, not looked up one by one."""

Numbered = tuple[Sequence[int], Items]
"""Items in order of report and place, and the number of each in ``said_sentence``."""


def drop_sentences(connection: sqlite3.Connection, reports: Collection[str]) -> tuple[set[int], set[str]]:
    """Forget the sentences of these reports, and what ties them; what they were tied to, and the statements they were in."""
    rows = list(
        rows_of(connection, "SELECT number, statement FROM said_sentence WHERE report IN ({})", reports)
    )
    numbers = {number for number, _ in rows}
    others = drop_links(connection, numbers) - numbers
    delete(connection, "said_sentence", "report", reports)
    return others, {statement for _, statement in rows if statement is not None}


def drop_links(connection: sqlite3.Connection, numbers: Collection[int]) -> set[int]:
    """Forget what ties these sentences; all that stood in those ties."""
    met: set[int] = set()
    for table, columns in (
        ("sentence_link", ("one", "other")),
        ("sentence_halves", ("one", "other", "third")),
    ):
        for column in columns:
            query = f"SELECT {', '.join(columns)} FROM {table} WHERE {column} IN ({{}})"
            met |= {number for row in rows_of(connection, query, numbers) for number in row}
        for column in columns:
            delete(connection, table, column, numbers)
    return met


def add_sentences(
    connection: sqlite3.Connection, report: Report, reading: Reading, speakers: Speakers
) -> None:
    """Keep the sentences of a report that somebody is reported to have said."""
    items = said(report, reading, speakers).items
    connection.executemany(
        "INSERT INTO said_sentence (report, sentence, headline, quoted, spoken, speaker)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (report.id, ordinal, int(item.headline), int(item.quoted), int(item.spoken), item.speaker)
            for ordinal, item in zip(attributed(reading), items, strict=True)
        ),
    )


def add_keys(connection: sqlite3.Connection, numbered: Numbered) -> None:
    """Keep the keys of sentences, in order of key, as a table is filled fastest."""
    numbers, items = numbered
    owners, found = _keys(items)
    order = np.lexsort((owners, found))
    named = np.array(numbers, dtype=np.int64)[owners[order]] if len(order) else order
    connection.executemany(
        "INSERT INTO sentence_key VALUES (?, ?)", zip(found[order].tolist(), named.tolist(), strict=True)
    )


def _keys(items: Items) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    keyed = list(keys_of([item.text for item in items.items], items.vectors))
    empty = (np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int64))
    owners, found = zip(empty, *keyed, strict=True)
    return np.concatenate(owners), np.concatenate(found)


def load_sentences(
    connection: sqlite3.Connection, column: str = "number", values: Iterable[int | str] | None = None
) -> Numbered:
    """The sentences of these numbers, or of these reports, or all of them."""
    query = (
        "SELECT s.report, t.start, t.stop, s.sentence, s.number, s.headline, s.quoted, s.spoken, s.speaker,"
        " t.attribution, t.text, t.vector FROM said_sentence AS s JOIN sentence AS t"
        " ON t.report = s.report AND t.ordinal = s.sentence"
    )
    if values is None:
        rows = connection.execute(query).fetchall()
    else:
        rows = list(rows_of(connection, f"{query} WHERE s.{column} IN ({{}})", values))
    rows.sort(key=lambda row: row[:4])
    items = []
    for report, start, end, _, _, headline, quoted, spoken, speaker, attribution, text, _ in rows:
        at, marks = Span(start, end), (bool(headline), bool(quoted), bool(spoken))
        items.append(Item(report, start, end, at, text, attribution, speaker, *marks, text))
    vectors = unpack(row[11] for row in rows)
    return [row[4] for row in rows], Items(items, vectors, vectors)


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs of sentences, by number, that share a key and are near."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]


def meet(connection: sqlite3.Connection, active: Numbered) -> Met:
    """The near pairs of these sentences with any that share a key with them."""
    numbers, items = active
    owners, keys = _keys(items)
    own = np.array(numbers, dtype=np.int64)
    a, b = [], []
    for owner, key in zip(owners.tolist(), keys.tolist(), strict=True):
        found = connection.execute("SELECT sentence FROM sentence_key WHERE key = ?", (key,)).fetchall()
        a += [numbers[owner]] * len(found)
        b += [row[0] for row in found]
    pairs = np.unique(np.sort(np.array([a, b], dtype=np.int64), axis=0), axis=1)
    pairs = pairs[:, pairs[0] != pairs[1]]
    others = np.setdiff1d(pairs, own)
    vectors = dict(zip(numbers, items.vectors, strict=True))
    vectors |= _vectors(connection, others.tolist())
    # Keys of sentences that are gone stay behind.
    pairs = pairs[:, [x in vectors and y in vectors for x, y in pairs.T.tolist()]]
    place = {number: k for k, number in enumerate(vectors)}
    matrix = np.array(list(vectors.values()), dtype=np.float32)
    rows = [np.array([place[number] for number in side], dtype=np.int64) for side in pairs.tolist()]
    near = rowwise(matrix, rows[0], rows[1]) >= _NEAR if pairs.size else np.zeros(0, dtype=bool)
    return Met(pairs[0][near], pairs[1][near])


def _vectors(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, NDArray[np.float32]]:
    query = (
        "SELECT s.number, t.vector FROM said_sentence AS s JOIN sentence AS t"
        " ON t.report = s.report AND t.ordinal = s.sentence WHERE s.number IN ({})"
    )
    rows = list(rows_of(connection, query, numbers))
    return {number: row for (number, _), row in zip(rows, unpack(r[1] for r in rows), strict=True)}


def link(connection: sqlite3.Connection, active: Collection[int]) -> set[int]:
    """Tie these sentences to all others as their reports tell, and keep the ties; all sentences that stand in one.

    None of them is tied yet.
    """
    held = connection.execute("SELECT count(*) FROM said_sentence").fetchone()[0]
    if len(active) >= _MANY * held:
        numbers, items = load_sentences(connection)
        new = np.isin(np.array(numbers, dtype=np.int64), np.array(sorted(active), dtype=np.int64))
        pairs = ((a[some], b[some]) for a, b in by_keys(items) for some in [new[a] | new[b]])
        found = linked(items, _names(connection, items), LEDGER, pairs)
    else:
        met = meet(connection, load_sentences(connection, "number", sorted(active)))
        involved = np.union1d(met.a, met.b).tolist()
        reports = {
            row[0]
            for row in rows_of(connection, "SELECT report FROM said_sentence WHERE number IN ({})", involved)
        }
        numbers, items = load_sentences(connection, "report", sorted(reports))
        place = {number: k for k, number in enumerate(numbers)}
        sides = [np.array([place[n] for n in side.tolist()], dtype=np.int64) for side in (met.a, met.b)]
        ordered = (np.minimum(*sides), np.maximum(*sides))
        found = linked(items, _names(connection, items), LEDGER, iter([ordered]))
    return _write_links(connection, numbers, found)


def _names(connection: sqlite3.Connection, items: Items) -> dict[str, str]:
    reports = sorted({item.report for item in items.items})
    return dict(rows_of(connection, "SELECT id, name FROM report WHERE id IN ({})", reports))


def _write_links(connection: sqlite3.Connection, numbers: Sequence[int], found: Links) -> set[int]:
    connection.executemany(
        "INSERT INTO sentence_link VALUES (?, ?, ?, ?, ?)",
        (
            (numbers[a], numbers[b], one.odds, one.why, None if one.part is None else numbers[one.part])
            for (a, b), one in found.links.items()
        ),
    )
    connection.executemany(
        "INSERT INTO sentence_halves VALUES (?, ?, ?)",
        ((numbers[a], numbers[b], numbers[third]) for a, b, third in found.halves),
    )
    ends = {numbers[k] for pair in found.links for k in pair}
    return ends | {numbers[k] for half in found.halves for k in half}


def load_links(connection: sqlite3.Connection, place: Mapping[int, int]) -> Links:
    """The ties among some sentences, given by number with their places, which the ties then go by."""
    out = Links()
    for one, other, odds, why, part in rows_of(
        connection, "SELECT one, other, odds, why, part FROM sentence_link WHERE one IN ({})", place
    ):
        if other in place:
            out.links[place[one], place[other]] = Link(odds, why, None if part is None else place[part])
    for half in rows_of(connection, "SELECT one, other, third FROM sentence_halves WHERE one IN ({})", place):
        if all(number in place for number in half):
            one, other, third = (place[number] for number in half)
            out.halves.add((one, other, third))
    return out
