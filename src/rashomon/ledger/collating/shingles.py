"""The shingles of reports, kept, and the pairs of reports that come to meet under them, or no longer do."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

import numpy as np

from rashomon.collation.copies.shingles import (
    BESIDE,
    CROWD,
    SHARED,
    Hashes,
    Words,
    across,
    candidates,
    enough,
    meeting,
    winnowed,
)
from rashomon.ledger.tables.rows import BATCH, delete, more_than, rows_of

Pair = tuple[int, int]
"""Two reports by number, the lesser first."""

_MANY = 0.1
"""Part of all reports from which new ones are met with all shingles in memory, not looked up one by one."""


@dataclass(frozen=True, slots=True)
class Shingled:
    """A report by number, with the address of its page, its words, and its shingles."""

    number: int
    report: str
    address: str | None
    words: Words
    shingles: Hashes


@dataclass(frozen=True, slots=True)
class Meetings:
    """Pairs that are to be compared, as they meet and an end is new, or they may not have met; and pairs that do not
    meet, which may have."""

    met: Iterable[Pair]
    parted: Collection[Pair]


def meet(connection: sqlite3.Connection, gone: Mapping[int, Hashes], new: Sequence[Shingled]) -> Meetings:
    """Put the shingles of new reports in the place of those of reports gone, and find who meets whom otherwise than before.

    A report of which anything is new is both gone and new. What was compared with a report gone is forgotten already. The
    pairs that meet are to be taken before anything else is collated.
    """
    fresh = {one.number for one in new}
    if not more_than(connection, "shingled_report", (len(new) + len(gone)) / _MANY - len(new)):
        _replace(connection, gone, new)
        return _among_all(connection, fresh)
    before = _Before.look_up(connection, gone, new)
    _replace(connection, gone, new)
    return _among_few(connection, before, fresh | gone.keys())


def load_shingles(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Hashes]:
    """The shingles of reports, by number."""
    rows = rows_of(connection, "SELECT number, words FROM shingled_report WHERE number IN ({})", numbers)
    return {number: winnowed(unpacked(words)) for number, words in rows}


def unpacked(words: bytes) -> Words:
    """Words as a report's row has them."""
    return np.frombuffer(words, dtype="<u4").astype(np.uint32, copy=False)


def _replace(connection: sqlite3.Connection, gone: Mapping[int, Hashes], new: Sequence[Shingled]) -> None:
    connection.executemany(
        "DELETE FROM shingle WHERE hash = ? AND number = ?",
        ((hash_, number) for number, shingles in gone.items() for hash_ in shingles.tolist()),
    )
    delete(connection, "shingled_report", "number", gone)
    connection.executemany(
        "INSERT INTO shingled_report VALUES (?, ?, ?, ?, ?)",
        ((r.number, r.report, r.address, len(r.shingles), r.words.astype("<u4").tobytes()) for r in new),
    )
    if new:
        # In order of key, as a table is filled fastest.
        numbers = np.repeat([r.number for r in new], [len(r.shingles) for r in new])
        hashes = np.concatenate([r.shingles for r in new])
        order = np.lexsort((numbers, hashes))
        connection.executemany(
            "INSERT INTO shingle VALUES (?, ?)",
            zip(hashes[order].tolist(), numbers[order].tolist(), strict=True),
        )


def _among_all(connection: sqlite3.Connection, fresh: Collection[int]) -> Meetings:
    """All pairs that meet, less those whose comparison is kept."""
    rows = connection.execute("SELECT number, words FROM shingled_report ORDER BY number")
    found = {number: winnowed(unpacked(words)) for number, words in rows}
    numbers = np.array(list(found), dtype=np.int64)
    pairs = [numbers[some] for some in candidates(list(found.values()))]
    del found
    kept = {
        (one, other): met
        for one, other, met in connection.execute("SELECT one, other, met FROM compared_pair")
    }
    apart = {pair for pair, met in kept.items() if met}
    for some in pairs if apart else ():
        apart.difference_update(map(tuple, some.tolist()))

    def met() -> Iterator[Pair]:
        for some in pairs:
            for one, other in some.tolist():
                if one in fresh or other in fresh or not kept.get((one, other)):
                    yield one, other

    return Meetings(met(), apart)


@dataclass(slots=True)
class _Before:
    """Who had the shingles that a change touches, before it."""

    gone: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    new: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    few: dict[int, list[int]] = field(default_factory=dict)
    """Of a shingle that is no crowd's, all that had it, in order of number."""
    may_part: set[Pair] = field(default_factory=set)
    """Pairs of which one that comes in may stand between the two, who then no longer meet."""

    @classmethod
    def look_up(
        cls, connection: sqlite3.Connection, gone: Mapping[int, Hashes], new: Sequence[Shingled]
    ) -> _Before:
        self = cls()
        for number, shingles in gone.items():
            for hash_ in shingles.tolist():
                self.gone[hash_].add(number)
        for one in new:
            for hash_ in one.shingles.tolist():
                self.new[hash_].add(one.number)
        self.few = _groups(connection, sorted(self.gone.keys() | self.new.keys()))
        for hash_ in self.new.keys() - self.few.keys():
            for number in self.new[hash_] - self.gone.get(hash_, set()):
                self.may_part.update(across(_around(connection, hash_, number), number))
        return self


def _among_few(connection: sqlite3.Connection, before: _Before, touched: Collection[int]) -> Meetings:
    """The pairs with a new end that meet now, and what has become of those that others may have come between, or left."""
    shared: Counter[Pair] = Counter()
    none: set[int] = set()
    may_meet, may_part = set[Pair](), before.may_part
    touched_now = before.gone.keys() | before.new.keys()
    after = _groups(connection, sorted(touched_now - before.few.keys()))
    for hash_ in touched_now:
        gone, came = before.gone.get(hash_, none), before.new.get(hash_, none)
        was = before.few.get(hash_)
        if not was and was is not None and len(came) < 2:
            continue  # most shingles are one report's own
        now = after.get(hash_) if was is None else sorted({*was} - gone | came)
        if now is None:  # a crowd before and after
            shared.update(
                {pair for number in came for pair in _with(_around(connection, hash_, number), number)}
            )
            for number in gone - came:
                may_meet.update(across(_around(connection, hash_, number), number))
            continue
        if was is None and len(now) <= CROWD:  # a crowd that is none any more
            may_meet.update(combinations(now, 2))
        if was is not None and len(now) > CROWD:
            may_part.update(combinations(was, 2))
        if came:
            shared.update(pair for pair in meeting(now) if pair[0] in came or pair[1] in came)
    short = {row[0] for row in connection.execute("SELECT number FROM shingled_report WHERE shingles = 1")}
    met = {
        pair
        for pair, count in shared.items()
        if count >= SHARED or count >= enough(*(1 if number in short else SHARED for number in pair))
    }
    unsure = {
        pair
        for pair in may_meet | _kept(connection, may_part - may_meet)
        if not (pair[0] in touched or pair[1] in touched)
    }
    still = _still(connection, unsure)
    return Meetings(sorted(met | still), unsure - still)


def _kept(connection: sqlite3.Connection, pairs: Collection[Pair]) -> set[Pair]:
    """Those of these pairs that meet, as far as anything is kept of it: of the others it is nothing that they no longer do."""
    query = "SELECT one, other FROM compared_pair WHERE one IN ({}) AND met"
    return set(rows_of(connection, query, sorted({one for one, _ in pairs}))) & set(pairs)


def _with(around: Sequence[int], number: int) -> Iterator[Pair]:
    return ((min(number, k), max(number, k)) for k in around if k != number)


def _groups(connection: sqlite3.Connection, hashes: Iterable[int]) -> dict[int, list[int]]:
    """All that have each of these shingles, in order; crowds are left out."""
    found: dict[int, list[int]] = {}
    rest = iter(hashes)
    while some := list(islice(rest, BATCH)):
        found |= {hash_: [] for hash_ in some}
        # A query a shingle takes five times as long.
        for hash_, number in connection.execute(
            f"WITH wanted (hash) AS (VALUES {','.join(['(?)'] * len(some))})"
            " SELECT w.hash, s.number FROM wanted AS w CROSS JOIN shingle AS s ON s.hash = w.hash AND s.number <= coalesce("
            f"(SELECT number FROM shingle WHERE hash = w.hash ORDER BY number LIMIT 1 OFFSET {CROWD:d}), {2**63 - 1})",
            some,
        ):
            found[hash_].append(number)
    return {hash_: sorted(group) for hash_, group in found.items() if len(group) <= CROWD}


def _around(connection: sqlite3.Connection, hash_: int, number: int) -> list[int]:
    """The nearest neighbours of a number under a shingle, in order; it stands between them where it has the shingle."""
    before = connection.execute(
        "SELECT number FROM shingle WHERE hash = ? AND number < ? ORDER BY number DESC LIMIT ?",
        (hash_, number, BESIDE),
    )
    after = connection.execute(
        "SELECT number FROM shingle WHERE hash = ? AND number >= ? ORDER BY number LIMIT ?",
        (hash_, number, BESIDE + 1),
    )
    return [row[0] for row in before][::-1] + [row[0] for row in after]


def _still(connection: sqlite3.Connection, pairs: Collection[Pair]) -> set[Pair]:
    """Those of these pairs that meet, as all reports that are there tell."""
    shingles = load_shingles(connection, sorted({number for pair in pairs for number in pair}))
    crowded: dict[int, bool] = {}
    beside: dict[tuple[int, int], list[int]] = {}
    out = set()
    for one, other in sorted(pairs):
        count = enough(len(shingles[one]), len(shingles[other]))
        for hash_ in np.intersect1d(shingles[one], shingles[other], assume_unique=True).tolist():
            if hash_ not in crowded:
                crowded[hash_] = not _groups(connection, [hash_])
            if crowded[hash_]:
                if (hash_, one) not in beside:
                    beside[hash_, one] = _around(connection, hash_, one)
                count -= other in beside[hash_, one]
            else:
                count -= 1
            if count == 0:
                out.add((one, other))
                break
    return out
