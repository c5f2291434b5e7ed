"""The pairs of a ledger's sentences that are worth tying: met under their keys, a part of the keys at a time.

What is held at once does not grow with the ledger, but for half a kilobyte a sentence of its vector where many are new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.sentences.embed import WIDTH, unpack
from rashomon.collation.sentences.keys import keys_of
from rashomon.collation.statements.items import Items, lone_voice
from rashomon.collation.statements.partners import NEAR, met, parted, voices_of
from rashomon.collation.statements.weighing import LEDGER, rowwise, weigh
from rashomon.ledger.collating.sentences import Numbered, load_sentences
from rashomon.ledger.tables.rows import BATCH, more_than, parts, rows_of

_MANY = 0.1
"""Part of all sentences from which new ones are met with all keys in order, not looked up one by one."""
_KEYS = 1_000_000
"""Keys read at a time."""
_ROWS = 4096
"""Sentences read at a time."""
_WEIGHED = 8_192
"""Pairs weighed at a time."""
_REPORTS = 1_000
"""Reports whose sentences get their keys at a time."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Met:
    """Pairs of sentences, by number, each pair once."""

    a: Numbers
    b: Numbers


def add_keys(connection: sqlite3.Connection, reports: Sequence[str]) -> None:
    """Keep the keys of these reports' sentences, in order of key, as a table is filled fastest."""
    holders, found = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for start in range(0, len(reports), _REPORTS):
        numbers, items = load_sentences(connection, "report", reports[start : start + _REPORTS])
        for owners, keys in _keys(items):
            holders.append(np.array(numbers, dtype=np.int64)[owners])
            found.append(keys)
    holder, key = np.concatenate(holders), np.concatenate(found)
    del holders, found
    order = np.argsort(key, kind="stable")
    for start in range(0, len(order), _KEYS):
        some = order[start : start + _KEYS]
        rows = zip(key[some].tolist(), holder[some].tolist(), strict=True)
        connection.executemany("INSERT INTO sentence_key VALUES (?, ?)", rows)


def _keys(items: Items) -> Iterator[tuple[NDArray[np.int32], Numbers]]:
    return keys_of([item.text for item in items.items], items.vectors)


def partners(connection: sqlite3.Connection, active: Sequence[int]) -> Met:
    """The pairs of these sentences, given by number in order, with any that weighing does not refuse."""
    few = more_than(connection, "said_sentence", len(active) / _MANY)
    near = _look_up(connection, active) if few else _meet_all(connection, active)
    return _weighed(connection, near)


def _look_up(connection: sqlite3.Connection, active: Sequence[int]) -> Met:
    """The near pairs of these sentences with any that share a key with them, sentence by sentence.

    How many share one goes with the ledger, so that who can be no one speaker is left where it is: nine of ten.
    """
    numbers, items = load_sentences(connection, "number", active)
    found: set[tuple[int, int]] = set()
    for owners, keys in _keys(items):
        for owner, own in zip(*_runs(owners, keys), strict=True):
            met_ = _holders(connection, own, lone_voice(items.items[owner]))
            found.update(
                (min(number, numbers[owner]), max(number, numbers[owner]))
                for number in met_
                if number != numbers[owner]
            )
    fit = sorted(found)
    vectors = dict(zip(numbers, items.vectors, strict=True))
    vectors |= _vectors(connection, sorted({number for pair in fit for number in pair} - vectors.keys()))
    place = {number: k for k, number in enumerate(vectors)}
    matrix = np.array(list(vectors.values()), dtype=np.float32)
    pairs = np.array(fit, dtype=np.int64).reshape(-1, 2)
    rows_a, rows_b = (np.array([place[n] for n in side], dtype=np.int64) for side in pairs.T.tolist())
    near = rowwise(matrix, rows_a, rows_b) >= NEAR if len(pairs) else np.zeros(0, dtype=bool)
    return Met(pairs[near, 0], pairs[near, 1])


def _runs(owners: NDArray[np.int32], keys: Numbers) -> tuple[list[int], list[list[int]]]:
    """Each of the owners, which ascend, and its keys."""
    each, starts = np.unique(owners, return_index=True)
    return each.tolist(), [own.tolist() for own in np.split(keys, starts[1:])]


def _holders(connection: sqlite3.Connection, keys: Sequence[int], speaker: str | None) -> Iterator[int]:
    """The sentences with one of these keys that this speaker may have said, some more than once.

    Keys of sentences that are gone stay behind.
    """
    query = (
        "SELECT DISTINCT k.sentence FROM sentence_key AS k CROSS JOIN said_sentence AS s ON s.number = k.sentence"
        " WHERE k.key IN ({}) AND (s.speaker IS NULL OR s.side IS NOT NULL OR s.speaker = coalesce(?, s.speaker))"
    )
    for some in parts(keys, BATCH - 1):
        rows = connection.execute(query.format(",".join("?" * len(some))), (*some, speaker))
        yield from (row[0] for row in rows)


def _vectors(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, NDArray[np.float32]]:
    query = (
        "SELECT s.number, t.vector FROM said_sentence AS s JOIN sentence AS t"
        " ON t.report = s.report AND t.ordinal = s.sentence WHERE s.number IN ({})"
    )
    rows = list(rows_of(connection, query, numbers))
    return {number: row for (number, _), row in zip(rows, unpack(r[1] for r in rows), strict=True)}


def _meet_all(connection: sqlite3.Connection, active: Sequence[int]) -> Met:
    """The same, by going through all keys in order."""
    numbers, vectors, voices = _all_vectors(connection)
    near = [
        met(*_present(keys, holders, numbers), vectors, voices)
        for keys, holders in _keys_in_order(connection)
    ]
    a, b = (numbers[side] for side in parted(near, len(numbers)))
    new = np.isin(a, np.array(active, dtype=np.int64)) | np.isin(b, np.array(active, dtype=np.int64))
    return Met(a[new], b[new])


def _all_vectors(
    connection: sqlite3.Connection,
) -> tuple[Numbers, NDArray[np.float16], NDArray[np.int32]]:
    """The numbers of all sentences, ascending, their vectors (float16, of unit length), and their speakers."""
    count = connection.execute("SELECT count(*) FROM said_sentence").fetchone()[0]
    numbers = np.empty(count, dtype=np.int64)
    vectors = np.empty((count, WIDTH), dtype=np.float16)
    speakers: list[str | None] = []
    rows = connection.execute(
        "SELECT s.number, iif(s.side IS NULL, s.speaker, NULL), t.vector FROM said_sentence AS s CROSS JOIN sentence AS t"
        " ON t.report = s.report AND t.ordinal = s.sentence ORDER BY s.number"
    )
    while some := rows.fetchmany(_ROWS):
        at = slice(len(speakers), len(speakers) + len(some))
        numbers[at] = [row[0] for row in some]
        vectors[at] = unpack(row[2] for row in some)
        speakers += [row[1] for row in some]
    return numbers, vectors, voices_of(speakers)


def _keys_in_order(connection: sqlite3.Connection) -> Iterator[tuple[Numbers, Numbers]]:
    """All keys, ascending, and the sentence that has each, some at a time; a key with all that have it."""
    rows = connection.execute("SELECT key, sentence FROM sentence_key ORDER BY key, sentence")
    rest = np.zeros((0, 2), dtype=np.int64)
    while some := rows.fetchmany(_KEYS):
        read = np.concatenate([rest, np.array(some, dtype=np.int64)])
        whole = int(np.searchsorted(read[:, 0], read[-1, 0]))
        rest = read[whole:]
        yield read[:whole, 0], read[:whole, 1]
    yield rest[:, 0], rest[:, 1]


def _present(keys: Numbers, holders: Numbers, numbers: Numbers) -> tuple[NDArray[np.int32], Numbers]:
    """Rows of holders and their keys; keys of sentences that are gone stay behind."""
    at = np.searchsorted(numbers, holders)
    there = at < len(numbers)
    there[there] = numbers[at[there]] == holders[there]
    return at[there].astype(np.int32), keys[there]


def _weighed(connection: sqlite3.Connection, near: Met) -> Met:
    """Of these pairs those that weighing does not refuse."""
    kept = np.zeros(len(near.a), dtype=bool)
    for start in range(0, len(near.a), _WEIGHED):
        at = slice(start, start + _WEIGHED)
        some = load_sentences(connection, "number", np.union1d(near.a[at], near.b[at]).tolist())
        one, other = places(some, near.a[at], near.b[at])
        found = weigh(some[1], one, other, LEDGER)
        count = len(some[0])
        kept[at] = np.isin(one * count + other, found.a * count + found.b)
    return Met(near.a[kept], near.b[kept])


def places(numbered: Numbered, a: Numbers, b: Numbers) -> tuple[Numbers, Numbers]:
    """Where among some sentences, in order of report and place, the two of each pair stand: first and last."""
    place = {number: k for k, number in enumerate(numbered[0])}
    one, other = (np.array([place[n] for n in side.tolist()], dtype=np.int64) for side in (a, b))
    return np.minimum(one, other), np.maximum(one, other)
