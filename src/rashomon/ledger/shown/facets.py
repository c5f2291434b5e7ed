"""Full-text search with facets: what holds the words, narrowed by outlet, speaker and date, and counted by each."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.ledger.search import Found, found_at, match_expression
from rashomon.ledger.store import Ledger
from rashomon.ledger.tables.rows import rows_of

#: Places with the words that are ranked and counted. A word that stands in more of them tells little, and a page must
#: not wait for all of a million: ranking so many takes some 30 ms.
MOST_PLACES = 2_000

#: Values of a facet that are listed.
MOST_VALUES = 12


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search is narrowed to: ``kind`` (statement, report or title), an ``outlet``, a ``speaker`` (an entity's id), and
    reports dated ``first`` to ``last`` (ISO dates or the beginning of one). Empty is any."""

    kind: str = ""
    outlet: str = ""
    speaker: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a facet, what to call it, and how much of what was found has it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What was found, counted. Each facet counts what the other filters let through."""

    kinds: tuple[Value, ...]
    outlets: tuple[Value, ...]
    speakers: tuple[Value, ...]
    years: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of what was found, the best first. ``places`` is how many hold the words and pass the filter;
    ``cut`` where only the first :data:`MOST_PLACES` of more were ranked and counted."""

    found: tuple[Found, ...]
    places: int
    cut: bool
    facets: Facets


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: a statement, a report or a title (``kind``, ``id``), at characters of ``report``; the lower its
    ``rank`` the better."""

    number: int
    kind: str
    id: str
    report: str
    start: int | None
    stop: int | None
    rank: float
    outlet: str | None
    published: str | None
    speaker: str | None
    joint: frozenset[str] = frozenset()

    @property
    def speakers(self) -> frozenset[str]:
        """Everybody who says it, alone or together with others."""
        return self.joint if self.speaker is None else self.joint | {self.speaker}


def faceted(ledger: Ledger, words: str, wanted: SearchFilter, *, first: int = 0, limit: int = 20) -> Hits:
    """What holds all these words (see :func:`rashomon.ledger.search.search`) and passes the filter, from the ``first`` on."""
    query = match_expression(words)
    if not query:
        return Hits((), 0, False, Facets((), (), (), ()))
    with ledger.at_one_moment() as connection:
        places, cut = _places(connection, query)
        passing, facets = narrowed(ledger, places, wanted)
        found = tuple(
            found_at(connection, query, p.number, p.kind, p.id, p.report, p.start, p.stop, p.rank)
            for p in passing[first : first + limit]
        )
        return Hits(found, len(passing), cut, facets)


def narrowed(
    ledger: Ledger, places: Sequence[Place], wanted: SearchFilter
) -> tuple[tuple[Place, ...], Facets]:
    """Places, the best first, that pass the filter, each statement, report or title once; and what all of them count."""
    tests = _tests(wanted)
    with ledger.at_one_moment() as connection:
        places = _with_joint(connection, places)
    passing = tuple(_once(p for p in places if all(test(p) for test in tests.values())))
    with ledger.at_one_moment() as connection:
        return passing, Facets(
            _values(places, tests, "kind", lambda p: (p.kind,)),
            _values(places, tests, "outlet", lambda p: (p.outlet,)),
            _named(connection, _values(places, tests, "speaker", lambda p: sorted(p.speakers))),
            tuple(sorted(_values(places, tests, "date", lambda p: (_year(p),)), key=lambda v: v.value)),
        )


def _places(connection: sqlite3.Connection, query: str) -> tuple[list[Place], bool]:
    """Places with the words, the best first; and whether there are more."""
    rows = connection.execute(
        "WITH hit AS MATERIALIZED (SELECT rowid AS number, rank FROM search WHERE search MATCH ? LIMIT ?)"
        " SELECT s.number, s.kind, s.id, s.report, s.start, s.stop, hit.rank, r.outlet, r.published, t.speaker"
        " FROM hit JOIN searchable AS s ON s.number = hit.number JOIN report AS r ON r.id = s.report"
        " LEFT JOIN statement AS t ON s.kind = 'statement' AND t.id = s.id",
        (query, MOST_PLACES + 1),
    ).fetchall()
    ranked = sorted(
        (Place(*row) for row in rows), key=lambda p: (p.rank, p.kind != "statement", p.id, p.report)
    )
    return ranked, len(rows) > MOST_PLACES


def _with_joint(connection: sqlite3.Connection, places: Sequence[Place]) -> list[Place]:
    """The places with those who are reported to have said them together."""
    joint: defaultdict[str, set[str]] = defaultdict(set)
    for statement, entity in rows_of(
        connection,
        "SELECT statement, entity FROM statement_joint_speaker WHERE statement IN ({}) AND entity IS NOT NULL",
        sorted({p.id for p in places if p.kind == "statement"}),
    ):
        joint[statement].add(entity)
    return [replace(p, joint=frozenset(joint[p.id])) if p.id in joint else p for p in places]


def _once(places: Iterable[Place]) -> list[Place]:
    """The best place of each statement, report or title."""
    best: dict[tuple[str, str], Place] = {}
    for place in places:
        best.setdefault((place.kind, place.id), place)
    return list(best.values())


def _tests(wanted: SearchFilter) -> dict[str, Callable[[Place], bool]]:
    """The filter as one test for each facet that it narrows."""
    tests: dict[str, Callable[[Place], bool]] = {}
    if wanted.kind:
        tests["kind"] = lambda p: p.kind == wanted.kind
    if wanted.outlet:
        tests["outlet"] = lambda p: p.outlet == wanted.outlet
    if wanted.speaker:
        tests["speaker"] = lambda p: wanted.speaker in p.speakers
    if wanted.first or wanted.last:
        tests["date"] = lambda p: (
            p.published is not None
            and p.published >= wanted.first
            and (not wanted.last or p.published[: len(wanted.last)] <= wanted.last)
        )
    return tests


def _year(place: Place) -> str | None:
    return place.published[:4] if place.published else None


def _values(
    places: Sequence[Place],
    tests: dict[str, Callable[[Place], bool]],
    facet: str,
    values: Callable[[Place], Iterable[str | None]],
) -> tuple[Value, ...]:
    others = [test for name, test in tests.items() if name != facet]
    of_others = [p for p in places if all(test(p) for test in others)]
    once = {(p.kind, p.id, v) for p in of_others for v in values(p) if v is not None}
    counted = Counter(v for _, _, v in once)
    best = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MOST_VALUES]
    return tuple(Value(name, name, number) for name, number in best)


def _named(connection: sqlite3.Connection, speakers: Sequence[Value]) -> tuple[Value, ...]:
    names = {
        v.value: connection.execute("SELECT name FROM entity WHERE id = ?", (v.value,)).fetchone()
        for v in speakers
    }
    return tuple(Value(v.value, names[v.value][0], v.count) for v in speakers if names[v.value])
