"""Pairs of reports that may be of one story, kept with their chances: new ones are measured, and those near them weighed anew.

What a pair is given depends on its two reports and on what is nearest to either among all that either is compared with. So
reports that come or go change first the neighbours by meaning of those about them, then who is compared with whom, then what
is nearest to those, then the chances of all their pairs; each step looks at no more than the one before has changed.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.stories.candidates import FAR, KEYS, UNDATED, far, nearest_by_meaning
from rashomon.collation.stories.likeness import (
    COMPANY,
    MEASURES,
    NEAREST,
    SCALED,
    STEPS,
    Measures,
    Near,
    features,
    likely,
    measured,
    model,
    nearest,
)
from rashomon.collation.stories.linkage import Pair
from rashomon.collation.stories.stories import MOST, TIE, drawn
from rashomon.ledger.collating.story_profiles import Field, in_order, load_field, load_profiles
from rashomon.ledger.tables.rows import parts, rows_of

KEYED, NEIGHBOUR, NEIGHBOURED = 1, 2, 4
"""Ways in which two reports come to be compared: by keys, as a neighbour of the one, as one whose neighbour the one is."""
_MEASURED = 20_000
"""Pairs measured at a time, to bound the profiles in memory."""

KeysOf = Mapping[int, tuple[int, ...]]


@dataclass(slots=True)
class _Changes:
    """Ways by which pairs come to be compared (``more``) or no longer are (``fewer``), and the statements that they share now."""

    more: defaultdict[Pair, int] = field(default_factory=lambda: defaultdict(int))
    fewer: defaultdict[Pair, int] = field(default_factory=lambda: defaultdict(int))
    shared: dict[Pair, int] = field(default_factory=dict)

    def pairs(self) -> list[Pair]:
        return sorted({*self.more, *self.fewer, *self.shared})


def renew_pairs(
    connection: sqlite3.Connection, new: KeysOf, loose: Collection[int], touched: Collection[str]
) -> set[int]:
    """Bring pairs up to date; the profiles of which a tie to another has come, gone or changed.

    ``new`` are profiles that nothing has been compared with yet, with their keys; ``loose`` those that have lost one that they
    were compared with; ``touched`` the reports whose statements may have changed.
    """
    changes = _Changes()
    if new or loose:
        known = _renew_neighbours(connection, new, loose, changes)
        _meet(connection, new, known, changes)
    _share(connection, touched, changes)
    fresh, reweighed, ends, untied = _write(connection, changes)
    _measure(connection, fresh)
    moved = _renew_nearest(connection, ends | set(loose) | new.keys())
    return untied | _weigh(connection, moved, {*fresh, *reweighed})


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _renew_neighbours(
    connection: sqlite3.Connection, new: KeysOf, loose: Collection[int], changes: _Changes
) -> Field:
    """Neighbours by meaning of new reports, and of those whose neighbours they become or that lost one."""
    about = load_field(connection, in_order(connection, {*new, *loose}).values())
    while True:
        place = about.places()
        renewed = _near_to(about, [place[number] for number in new])
        renewed |= {place[number] for number in (*new, *loose) if number in place}
        if about.complete or not any(about.days[at] == UNDATED for at in renewed):
            break
        # The neighbours of one without a date are among all there are.
        about = load_field(connection, None)
    of = np.array(sorted(renewed), dtype=np.int64)
    numbers = about.numbers[of].tolist()
    query = "SELECT number, neighbours FROM story_profile WHERE number IN ({})"
    before = dict(rows_of(connection, query, numbers))
    found = (nearest_by_meaning(vectors, about.days, of) for vectors in (about.whole, about.lead))
    rows = []
    for number, (whole, last), (lead, last_lead) in zip(numbers, *found, strict=True):
        now = set(about.numbers[sorted({*whole, *lead})].tolist())
        was = set(np.frombuffer(before[number], "<i8").tolist())
        for other in now ^ was:
            way = NEIGHBOUR if number < other else NEIGHBOURED
            (changes.more if other in now else changes.fewer)[_pair(number, other)] |= way
        rows.append((np.array(sorted(now), dtype="<i8").tobytes(), last, last_lead, number))
    connection.executemany(
        "UPDATE story_profile SET neighbours = ?, whole_near = ?, lead_near = ? WHERE number = ?", rows
    )
    return about


def _near_to(about: Field, new: Collection[int]) -> set[int]:
    """Places of the reports to which one of the new is at least as near as their last neighbour."""
    found: set[int] = set()
    for some in parts(sorted(new), 512):
        rows = np.array(some, dtype=np.int64)
        apart = far(about.days[rows][:, None], about.days[None, :])
        for vectors, last in zip((about.whole, about.lead), about.last, strict=True):
            near = (vectors[rows] @ vectors.T >= last) & ~apart
            found.update(np.flatnonzero(near.any(axis=0)).tolist())
    return found


def _meet(connection: sqlite3.Connection, new: KeysOf, known: Field, changes: _Changes) -> None:
    """Whoever shares keys enough with a new report."""
    day_of = dict(zip(known.numbers.tolist(), known.days.tolist(), strict=True))
    owners: defaultdict[int, list[int]] = defaultdict(list)
    for number, keys in new.items():
        for key in keys:
            owners[key].append(number)
    shared: Counter[Pair] = Counter()
    query = "SELECT number FROM story_key WHERE key = ?"
    for key, mine in sorted(owners.items()):
        days = [day_of[number] for number in mine]
        if UNDATED in days:
            met = connection.execute(query, (key,)).fetchall()
        else:
            stretch = (key, max(min(days) - FAR, 0), max(days) + FAR)
            met = connection.execute(f"{query} AND day BETWEEN ? AND ?", stretch).fetchall()
            met += connection.execute(f"{query} AND day = ?", (key, UNDATED)).fetchall()
        # Whoever is not in the field is gone, or far.
        others = [other for (other,) in met if other in day_of]
        shared.update(
            {
                _pair(number, other)
                for number, day in zip(mine, days, strict=True)
                for other in others
                if number != other and not far(day, day_of[other])
            }
        )
    for pair, many in shared.items():
        if many >= KEYS:
            changes.more[pair] |= KEYED


def _share(connection: sqlite3.Connection, touched: Collection[str], changes: _Changes) -> None:
    """How many statements these reports share with others now, where it is another number than before."""
    found = rows_of(
        connection, "SELECT report, number, day FROM story_profile WHERE report IN ({})", sorted(touched)
    )
    mine = {report: (number, day) for report, number, day in found}
    for report, (number, day) in sorted(mine.items()):
        counts = Counter(
            other
            for (other,) in connection.execute(
                "SELECT y.report FROM wording AS x JOIN wording AS y USING (statement)"
                " WHERE x.report = ? AND y.report <> x.report GROUP BY statement, y.report",
                (report,),
            )
        )
        query = "SELECT number, day, report FROM story_profile WHERE report IN ({})"
        others = list(rows_of(connection, query, sorted(counts)))
        now = {
            _pair(number, n): min(counts[r], MOST) for n, other_day, r in others if not far(day, other_day)
        }
        before = connection.execute(
            "SELECT one, other FROM story_pair WHERE one = ? AND shared > 0"
            " UNION ALL SELECT one, other FROM story_pair WHERE other = ? AND shared > 0",
            (number, number),
        )
        changes.shared |= dict.fromkeys(before.fetchall(), 0) | now


def _write(
    connection: sqlite3.Connection, changes: _Changes
) -> tuple[list[Pair], list[Pair], set[int], set[int]]:
    """Write how pairs come to be compared: those to be measured, and those there that share more statements or fewer; the ends
    of pairs that have come or gone, and of those gone that were tied."""
    fresh, reweighed = list[Pair](), list[Pair]()
    ends, untied = set[int](), set[int]()
    query = "SELECT ways, shared, chance FROM story_pair WHERE one = ? AND other = ?"
    for pair in changes.pairs():
        row = connection.execute(query, pair).fetchone()
        ways, shared, chance = row or (0, 0, 0.0)
        now = (ways & ~changes.fewer[pair] | changes.more[pair], changes.shared.get(pair, shared))
        if now == (ways, shared):
            continue
        if now == (0, 0):
            connection.execute("DELETE FROM story_pair WHERE one = ? AND other = ?", pair)
            untied |= set(pair) if chance else set()
        elif row is None:
            connection.execute("INSERT INTO story_pair VALUES (?, ?, ?, ?, 0, x'')", (*pair, *now))
            fresh.append(pair)
        else:
            connection.execute(
                "UPDATE story_pair SET ways = ?, shared = ? WHERE one = ? AND other = ?", (*now, *pair)
            )
            if shared != now[1]:
                reweighed.append(pair)
            continue
        ends |= set(pair)
    return fresh, reweighed, ends, untied


def _measure(connection: sqlite3.Connection, pairs: Sequence[Pair]) -> None:
    for some in parts(pairs, _MEASURED):
        profiles = load_profiles(connection, {number for pair in some for number in pair})
        place = {number: at for at, number in enumerate(profiles)}
        measures = measured(list(profiles.values()), [(place[one], place[other]) for one, other in some])
        steps = np.rint(measures * STEPS).astype("<i2")
        connection.executemany(
            "UPDATE story_pair SET measures = ? WHERE one = ? AND other = ?",
            ((row.tobytes(), *pair) for row, pair in zip(steps, some, strict=True)),
        )


def _unpacked(measures: Iterable[bytes]) -> Measures:
    rows = [np.frombuffer(row, "<i2") for row in measures]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(MEASURES)) / STEPS


def _pairs_of(
    connection: sqlite3.Connection, numbers: Collection[int], columns: str
) -> Iterator[tuple[Any, ...]]:
    """The pairs that these profiles are in, each once."""
    wanted = set(numbers)
    for end in ("one", "other"):
        query = f"SELECT one, other, {columns} FROM story_pair WHERE {end} IN ({{}})"
        for row in rows_of(connection, query, sorted(wanted)):
            if end == "one" or row[0] not in wanted:
                yield row


def _renew_nearest(connection: sqlite3.Connection, numbers: Collection[int]) -> set[int]:
    """Find anew what is nearest to these profiles; those to which something else is."""
    moved: set[int] = set()
    for some in parts(sorted(numbers), 1_000):
        rows = list(_pairs_of(connection, some, "measures"))
        order = list(in_order(connection, {*some, *(number for row in rows for number in row[:2])}))
        place = {number: at for at, number in enumerate(order)}
        # Of equals the first is nearest, so that places must be in order within a pair too.
        pairs = [_pair(place[one], place[other]) for one, other, _ in rows]
        near = nearest(len(order), pairs, _unpacked(row[2] for row in rows))
        query = "SELECT number, nearest FROM story_profile WHERE number IN ({})"
        before = dict(rows_of(connection, query, some))
        for number in before:
            at = place[number]
            packed = (
                np.rint(np.array([near.values[name][at] for name in SCALED]) * STEPS).astype("<i2").tobytes()
            )
            for name in COMPANY:
                others = [order[k] for k in near.reports[name][at]]
                packed += len(others).to_bytes(1, "little") + np.array(others, dtype="<i8").tobytes()
            if packed != before[number]:
                moved.add(number)
                connection.execute("UPDATE story_profile SET nearest = ? WHERE number = ?", (packed, number))
    return moved


def _load_nearest(connection: sqlite3.Connection, numbers: Collection[int]) -> tuple[dict[int, int], Near]:
    """What is nearest to these profiles, by the place given to each; company is by number."""
    query = "SELECT number, nearest FROM story_profile WHERE number IN ({})"
    packed = dict(rows_of(connection, query, sorted(numbers)))
    values = np.zeros((len(packed), len(SCALED), len(NEAREST)))
    reports: dict[str, list[list[int]]] = {name: [] for name in COMPANY}
    for at, row in enumerate(packed.values()):
        values[at] = np.frombuffer(row, "<i2", values[at].size).reshape(values[at].shape)
        begins = 2 * values[at].size
        for name in COMPANY:
            many = row[begins]
            reports[name].append(np.frombuffer(row, "<i8", many, begins + 1).tolist())
            begins += 1 + 8 * many
    near = Near({name: values[:, k] / STEPS for k, name in enumerate(SCALED)}, reports)
    return {number: at for at, number in enumerate(packed)}, near


def _weigh(connection: sqlite3.Connection, moved: Collection[int], further: set[Pair]) -> set[int]:
    """Weigh the pairs of these profiles, and further ones; the ends of those whose chance is another than before."""
    rows = {row[:2]: row[2:] for row in _pairs_of(connection, moved, "shared, chance, measures")}
    query = "SELECT shared, chance, measures FROM story_pair WHERE one = ? AND other = ?"
    rows |= {pair: connection.execute(query, pair).fetchone() for pair in further - rows.keys()}
    by, ends = model(), set[int]()
    for some in parts(sorted(rows), 50_000):
        days = in_order(connection, {number for pair in some for number in pair})
        place, near = _load_nearest(connection, days.keys())
        at = np.array([(place[one], place[other]) for one, other in some], dtype=np.int64)
        measures = _unpacked(rows[pair][2] for pair in some)
        values = features([(a, b) for a, b in at.tolist()], measures, near, by.floors)
        day = np.array([[days[one], days[other]] for one, other in some], dtype=np.int64)
        shared: NDArray[np.int64] = np.array([rows[pair][0] for pair in some], dtype=np.int64)
        chances = drawn(likely(values, by), shared, *day.T)
        for pair, chance in zip(some, np.where(chances >= TIE, chances, 0.0).tolist(), strict=True):
            if chance != rows[pair][1]:
                connection.execute(
                    "UPDATE story_pair SET chance = ? WHERE one = ? AND other = ?", (chance, *pair)
                )
                ends |= set(pair)
    return ends
