"""What ties the sentences of a ledger: found a few reports at a time, and kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping

import numpy as np

from rashomon.collation.statements.groups import Link
from rashomon.collation.statements.links import Links
from rashomon.collation.statements.match import linked
from rashomon.collation.statements.weighing import LEDGER
from rashomon.ledger.collating.partners import Met, partners, places
from rashomon.ledger.collating.sentences import Numbered, load_sentences
from rashomon.ledger.tables.rows import rows_of

_TIED = 1_000
"""Pairs whose reports are held at a time: twice as many reports at most, whole, since their order tells too."""


def link(connection: sqlite3.Connection, active: Collection[int]) -> set[int]:
    """Tie these sentences to all others as their reports tell, and keep the ties; all sentences that stand in one.

    None of them is tied yet.
    """
    ends: set[int] = set()
    for some in _by_reports(connection, partners(connection, sorted(active))):
        involved = np.union1d(some.a, some.b).tolist()
        query = "SELECT DISTINCT report FROM said_sentence WHERE number IN ({})"
        reports = sorted({row[0] for row in rows_of(connection, query, involved)})
        numbered = load_sentences(connection, "report", reports)
        names = dict(rows_of(connection, "SELECT id, name FROM report WHERE id IN ({})", reports))
        found = linked(numbered[1], names, LEDGER, iter([places(numbered, some.a, some.b)]))
        ends |= _write_links(connection, numbered, found)
    return ends


def _by_reports(connection: sqlite3.Connection, met: Met) -> Iterator[Met]:
    """Pairs some at a time, all pairs of two reports together."""
    involved = np.union1d(met.a, met.b)
    query = "SELECT number, report FROM said_sentence WHERE number IN ({})"
    codes: dict[str, int] = {}
    report = np.zeros(len(involved), dtype=np.int64)
    for number, id_ in rows_of(connection, query, involved.tolist()):
        report[np.searchsorted(involved, number)] = codes.setdefault(id_, len(codes))
    one, other = (report[np.searchsorted(involved, side)] for side in (met.a, met.b))
    both = np.minimum(one, other) * np.int64(len(codes)) + np.maximum(one, other)
    order = np.argsort(both, kind="stable")
    a, b, both = met.a[order], met.b[order], both[order]
    start = 0
    while start < len(both):
        last = both[min(start + _TIED, len(both)) - 1]
        stop = int(np.searchsorted(both, last, side="right"))
        yield Met(a[start:stop], b[start:stop])
        start = stop


def _write_links(connection: sqlite3.Connection, numbered: Numbered, found: Links) -> set[int]:
    numbers = numbered[0]
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
    for one, other, third in rows_of(
        connection, "SELECT one, other, third FROM sentence_halves WHERE one IN ({})", place
    ):
        if one in place and other in place:
            # Halves of one sentence may stand together, wherever that one has come to stand.
            out.halves.add((place[one], place[other], place.get(third, -1)))
    return out
