"""Profiles of reports for stories, kept as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.stories.candidates import FAR, UNDATED, Days, day_of
from rashomon.collation.stories.profiles import BAGS, Bag, Profile, assembled, bag_of, profile
from rashomon.ledger.tables.load import batches, load_readings, load_reports
from rashomon.ledger.tables.rows import delete, rows_of

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Profiles that are gone: the stories that they were of, and the profiles that they were paired with."""

    stories: frozenset[int]
    partners: frozenset[int]


@dataclass(frozen=True, slots=True)
class Field:
    """Profiles in order of date and report, by place: number, day, meaning, and how near their last neighbours are.

    ``numbers`` and ``days`` are (n), ``whole`` and ``lead`` (n, 384), ``last`` (2, n), minus infinity where there is room.
    ``complete`` says that every profile is there.
    """

    numbers: NDArray[np.int64]
    days: Days
    whole: Vectors
    lead: Vectors
    last: NDArray[np.float64]
    complete: bool

    def places(self) -> dict[int, int]:
        """The place of each number."""
        return {number: place for place, number in enumerate(self.numbers.tolist())}


def add_profiles(connection: sqlite3.Connection, reports: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """Keep the profiles of these reports; the keys of each by its number."""
    keys = {}
    for some in batches(reports):
        read = zip(load_reports(connection, some), load_readings(connection, some), strict=True)
        for report, reading in read:
            made, day = profile(report, reading), day_of(report.published)
            number = connection.execute(
                "INSERT INTO story_profile (report, published, day, whole, lead, neighbours, nearest, length, words)"
                " VALUES (?, ?, ?, ?, ?, x'', x'', ?, ?)",
                (
                    report.id,
                    report.published or "~",
                    day,
                    *map(_packed, (made.apart, made.lead)),
                    made.length,
                    _words(made),
                ),
            ).lastrowid
            assert number is not None
            connection.executemany(
                "INSERT INTO story_key VALUES (?, ?, ?)", ((key, day, number) for key in made.keys)
            )
            keys[number] = made.keys
    return keys


def drop_profiles(connection: sqlite3.Connection, reports: Collection[str]) -> Dropped:
    """Forget the profiles of these reports, and all pairs with them."""
    rows = list(
        rows_of(connection, "SELECT number, story FROM story_profile WHERE report IN ({})", sorted(reports))
    )
    numbers = {number for number, _ in rows}
    met: set[int] = set()
    for column, opposite in (("one", "other"), ("other", "one")):
        query = f"SELECT {opposite} FROM story_pair WHERE {column} IN ({{}})"
        met |= {row[0] for row in rows_of(connection, query, sorted(numbers))}
    for table, column in (("story_pair", "one"), ("story_pair", "other"), ("story_profile", "number")):
        delete(connection, table, column, sorted(numbers))
    return Dropped(frozenset(story for _, story in rows if story is not None), frozenset(met - numbers))


def load_field(connection: sqlite3.Connection, days: Iterable[int] | None) -> Field:
    """The profiles within twice :data:`~rashomon.collation.stories.candidates.FAR` of these days, and those without a day; all,
    for ``None`` and where one of the days is not known: the neighbours of whatever is not far from such a day are among them."""
    wanted = None if days is None else set(days)
    query = "SELECT number, published, report, day, whole_near, lead_near, whole, lead FROM story_profile"
    if wanted is None or UNDATED in wanted:
        rows = connection.execute(query).fetchall()
    else:
        rows = connection.execute(f"{query} WHERE day = ?", (UNDATED,)).fetchall()
        for first, last in _stretches(wanted):
            rows += connection.execute(f"{query} WHERE day BETWEEN ? AND ?", (first, last)).fetchall()
    rows.sort(key=lambda row: row[1:3])
    return Field(
        np.array([row[0] for row in rows], dtype=np.int64),
        np.array([row[3] for row in rows], dtype=np.int64),
        _unpacked(row[6] for row in rows),
        _unpacked(row[7] for row in rows),
        np.array([[-np.inf if row[k] is None else row[k] for row in rows] for k in (4, 5)]),
        wanted is None or UNDATED in wanted,
    )


def load_profiles(connection: sqlite3.Connection, numbers: Collection[int]) -> dict[int, Profile]:
    """Profiles by number, without their keys."""
    rows = list(
        rows_of(
            connection,
            "SELECT number, report, length, words FROM story_profile WHERE number IN ({})",
            sorted(numbers),
        )
    )
    vectors: dict[str, list[bytes]] = {report: [] for _, report, *_ in rows}
    query = (
        "SELECT report, vector FROM sentence WHERE report IN ({}) AND vector <> x'' ORDER BY report, ordinal"
    )
    for report, vector in rows_of(connection, query, sorted(vectors)):
        vectors[report].append(vector)
    return {
        n: assembled(report, length, _bags(words), vectors[report], ()) for n, report, length, words in rows
    }


def in_order(connection: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, int]:
    """The days of these profiles by number, in order of date and report; numbers of profiles that are gone are left out."""
    query = "SELECT published, report, number, day FROM story_profile WHERE number IN ({})"
    return {number: day for *_, number, day in sorted(rows_of(connection, query, sorted(set(numbers))))}


def _stretches(days: set[int]) -> Iterable[tuple[int, int]]:
    """The stretches of days, first and last, that lie within twice FAR of any of these."""
    first: int | None = None
    last = 0
    for day in sorted(days):
        if first is not None and day - 2 * FAR > last:
            yield first, last
            first = None
        first = day - 2 * FAR if first is None else first
        last = day + 2 * FAR
    if first is not None:
        # No day is before the first there can be, and UNDATED is none.
        yield max(first, 0), last


def _packed(vector: Vectors) -> bytes:
    return vector.astype("<i2").tobytes()


def _unpacked(packed: Iterable[bytes]) -> Vectors:
    rows = [np.frombuffer(row, dtype="<i2") for row in packed]
    return np.array(rows, dtype=np.float32).reshape(len(rows), -1)


def _words(made: Profile) -> bytes:
    """Bags one after another: how many words each has, then their numbers and weights."""
    sizes = np.array([len(bag.numbers) for bag in made.bags], dtype="<u4").tobytes()
    return sizes + b"".join(
        bag.numbers.astype("<i8").tobytes() + bag.weights.astype("<u2").tobytes() for bag in made.bags
    )


def _bags(packed: bytes) -> tuple[Bag, ...]:
    at = 4 * len(BAGS)
    found = []
    for size in np.frombuffer(packed, "<u4", len(BAGS)).tolist():
        numbers = np.frombuffer(packed, "<i8", size, at).astype(np.int64)
        weights = np.frombuffer(packed, "<u2", size, at + 8 * size).astype(np.int64)
        found.append(bag_of(numbers, weights))
        at += 10 * size
    return tuple(found)
