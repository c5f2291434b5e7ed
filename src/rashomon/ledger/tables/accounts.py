"""The accounts of stories to rows and back."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rashomon.accounts.records import (
    Accounts,
    Carrying,
    Conflict,
    ConflictKind,
    ConflictMember,
    DecidedConflict,
    Estimate,
    Independence,
    Omission,
    Origin,
    OriginKind,
    TimelineEntry,
)
from rashomon.ledger.tables.fitting import span_fault
from rashomon.ledger.tables.write import storable, storable_or_none

_TABLES = (
    "carrying",
    "independence",
    "conflict",
    "conflict_decision",
    "timeline",
    "omission",
    "estimate",
    "origin",
)
_Words = Callable[[str, int, int], str]
_Row = tuple[Any, ...]


def write_accounts(connection: sqlite3.Connection, accounts: Iterable[Accounts]) -> None:
    """Put the accounts of these stories in the place of what the ledger has about them; the stories must be there.

    What is about a statement that the ledger does not keep is left out. Raises ValueError where a span does not fit its
    report.
    """

    @lru_cache(maxsize=64)
    def text(report: str) -> str:
        found = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        if found is None:
            raise ValueError(f"an account is of report {report}, which is not in the ledger")
        return str(found[0])

    def words(report: str, start: int, stop: int) -> str:
        if fault := span_fault(start, stop, text(report)):
            raise ValueError(f"an account of report {report}: {fault}")
        return text(report)[start:stop]

    for story in accounts:
        kept = _kept(connection, story)
        for report in sorted({r for e in story.estimates for r, _ in e.members}):
            text(report)
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table} WHERE story = ?", (story.story,))
        _write_origins(connection, story, kept, words)
        _write_conflicts(connection, story, kept, words)
        entries = [e for e in story.timeline if e.kind == "published" or e.subject in kept]
        _insert(
            connection,
            "timeline",
            (
                (story.story, n, e.earliest, e.latest, e.kind, None if e.kind == "published" else e.subject, e.report,
                 e.start, e.end, words(e.report, e.start, e.end), storable(e.why))
                for n, e in enumerate(entries)
            ),
        )  # fmt: skip
        _insert(
            connection,
            "omission",
            (
                (o.story, o.report, o.statement, o.carried, o.others)
                for o in story.omissions
                if o.statement in kept
            ),
        )


def _kept(connection: sqlite3.Connection, story: Accounts) -> set[str]:
    """Of the statements that accounts are about, those that the ledger keeps."""
    about = {c.subject for c in story.carryings} | {i.subject for i in story.independence}
    about |= {e.subject for e in story.timeline} | {o.statement for o in story.omissions}
    about |= {m.statement for c in story.conflicts for m in c.members if m.statement}
    each = (connection.execute("SELECT id FROM statement WHERE id = ?", (id_,)).fetchone() for id_ in about)
    return {row[0] for row in each if row}


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[_Row]) -> None:
    for row in rows:
        connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def _write_origins(connection: sqlite3.Connection, story: Accounts, kept: set[str], words: _Words) -> None:
    estimates = {e.id for e in story.estimates}
    known = kept | estimates

    def subject(id_: str) -> tuple[str | None, str | None]:
        return (None, id_) if id_ in estimates else (id_, None)

    _insert(
        connection,
        "origin",
        ((o.id, o.story, o.kind.value, storable_or_none(o.name)) for o in story.origins),
    )
    _insert(
        connection,
        "estimate",
        ((e.id, e.story, e.event, e.unit, storable(e.of), e.low, e.best, e.high) for e in story.estimates),
    )
    _insert(
        connection,
        "estimate_figure",
        ((e.id, n, report, figure) for e in story.estimates for n, (report, figure) in enumerate(e.members)),
    )
    _insert(
        connection,
        "carrying",
        (
            (story.story, n, *subject(c.subject), c.report, c.start, c.end, words(c.report, c.start, c.end), c.origin,
             int(c.certain), storable(c.why))
            for n, c in enumerate(c for c in story.carryings if c.subject in known)
        ),
    )  # fmt: skip
    _insert(
        connection,
        "independence",
        (
            (
                story.story,
                n,
                *subject(i.subject),
                i.reports,
                i.outlets,
                i.low,
                i.high,
                storable("\n".join(i.why)),
            )
            for n, i in enumerate(i for i in story.independence if i.subject in known)
        ),
    )


def _write_conflicts(connection: sqlite3.Connection, story: Accounts, kept: set[str], words: _Words) -> None:
    for c in story.conflicts:
        row = (
            c.id,
            c.story,
            c.kind.value,
            storable(c.about),
            c.score,
            int(c.rising),
            storable(c.why),
            int(c.unsure),
        )
        _insert(connection, "conflict", [row])
        _insert(
            connection,
            "conflict_member",
            (
                (c.id, n, m.side, m.report, m.start, m.end, words(m.report, m.start, m.end), m.attribution,
                 m.statement if m.statement in kept else None, storable(m.source), storable(m.why))
                for n, m in enumerate(c.members)
            ),
        )  # fmt: skip
        _insert(
            connection,
            "conflict_settling",
            ((c.id, n, r, start, end, words(r, start, end)) for n, (r, start, end) in enumerate(c.settling)),
        )
    _insert(
        connection,
        "conflict_decision",
        ((d.correction, d.conflict, story.story, int(d.rejects), storable(d.told)) for d in story.decided),
    )


def load_accounts(connection: sqlite3.Connection, story: str) -> Accounts:
    """The accounts of one story, by its full id; empty where none were made."""

    def rows(query: str) -> list[_Row]:
        return connection.execute(query, (story,)).fetchall()

    figures: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for estimate, report, figure in rows(
        "SELECT estimate, report, figure FROM estimate_figure JOIN estimate ON id = estimate WHERE story = ?"
        " ORDER BY estimate, ordinal"
    ):
        figures[estimate].append((report, figure))
    return Accounts(
        story,
        tuple(
            Origin(id_, of, OriginKind(kind), name)
            for id_, of, kind, name in rows("SELECT id, story, kind, name FROM origin WHERE story = ? ORDER BY kind, name, id")
        ),
        tuple(
            Estimate(id_, of_story, event, unit, of, low, best, high, tuple(figures[id_]))
            for id_, of_story, event, unit, of, low, best, high in rows(
                "SELECT id, story, event, unit, counted, low, best, high FROM estimate WHERE story = ?"
                " ORDER BY event, counted, low, id"
            )
        ),
        tuple(
            Carrying(subject, report, start, stop, origin, bool(certain), why)
            for subject, report, start, stop, origin, certain, why in rows(
                "SELECT coalesce(statement, estimate), report, start, stop, origin, certain, why FROM carrying"
                " WHERE story = ? ORDER BY ordinal"
            )
        ),
        tuple(
            Independence(subject, of_story, reports, outlets, low, high, tuple(why.split("\n")) if why else ())
            for subject, of_story, reports, outlets, low, high, why in rows(
                "SELECT coalesce(statement, estimate), story, reports, outlets, low, high, why FROM independence"
                " WHERE story = ? ORDER BY ordinal"
            )
        ),
        tuple(load_conflicts(connection, [story])),
        tuple(
            TimelineEntry(*row)
            for row in rows(
                "SELECT story, earliest, latest, kind, coalesce(statement, report), report, start, stop, why FROM timeline"
                " WHERE story = ? ORDER BY ordinal"
            )
        ),
        tuple(
            Omission(*row)
            for row in rows(
                "SELECT story, report, statement, carried, others FROM omission WHERE story = ?"
                " ORDER BY report, carried DESC, statement"
            )
        ),
        tuple(
            DecidedConflict(correction, conflict, bool(rejects), told)
            for correction, conflict, rejects, told in rows(
                "SELECT correction, conflict, rejects, told FROM conflict_decision WHERE story = ?"
                " ORDER BY conflict, correction"
            )
        ),
    )  # fmt: skip


def load_conflicts(connection: sqlite3.Connection, stories: Sequence[str]) -> Iterable[Conflict]:
    """The conflicts of these stories, story by story, the surest first and those that are unsure last."""
    for story in stories:
        for id_, of, kind, about, score, rising, why, unsure, decided in connection.execute(
            "SELECT id, story, kind, about, score, rising, why, unsure, (SELECT min(told) FROM conflict_decision AS d"
            " WHERE d.conflict = c.id AND NOT d.rejects) FROM conflict AS c WHERE story = ? ORDER BY unsure, score DESC, id",
            (story,),
        ).fetchall():
            members = connection.execute(
                "SELECT side, report, start, stop, attribution, statement, source, why FROM conflict_member"
                " WHERE conflict = ? ORDER BY ordinal",
                (id_,),
            ).fetchall()
            settling = connection.execute(
                "SELECT report, start, stop FROM conflict_settling WHERE conflict = ? ORDER BY ordinal",
                (id_,),
            ).fetchall()
            yield Conflict(
                id_,
                of,
                ConflictKind(kind),
                about,
                score,
                why,
                tuple(ConflictMember(*m) for m in members),
                bool(rising),
                tuple((r, start, stop) for r, start, stop in settling),
                bool(unsure),
                decided or "",
            )


@dataclass(frozen=True, slots=True)
class ConflictPlaces:
    """A conflict by its id, its story, and where its members stand: report, first character, one past the last; ``unsure``
    where it is only worth a look (:class:`~rashomon.accounts.records.Conflict`)."""

    conflict: str
    story: str
    places: frozenset[tuple[str, int, int]]
    unsure: bool = False


def load_conflict_places(connection: sqlite3.Connection) -> tuple[ConflictPlaces, ...]:
    """Every conflict, the surest first and those that are unsure last, in one query."""
    places: defaultdict[tuple[str, str, int], set[tuple[str, int, int]]] = defaultdict(set)
    for id_, story, unsure, report, start, stop in connection.execute(
        "SELECT id, story, unsure, report, start, stop FROM conflict JOIN conflict_member ON conflict = id"
        " ORDER BY unsure, score DESC, id"
    ):
        places[id_, story, unsure].add((report, start, stop))
    return tuple(
        ConflictPlaces(id_, story, frozenset(members), bool(unsure))
        for (id_, story, unsure), members in places.items()
    )


def write_families(connection: sqlite3.Connection, families: dict[str, str]) -> None:
    """Put the declared families of outlets (outlet to family) in the place of those before."""
    connection.execute("DELETE FROM outlet_family")
    _insert(connection, "outlet_family", ((storable(o), storable(f)) for o, f in sorted(families.items())))


def load_families(connection: sqlite3.Connection) -> dict[str, str]:
    """The declared families: outlet to family."""
    return dict(connection.execute("SELECT outlet, family FROM outlet_family ORDER BY outlet").fetchall())
