"""A person's "same" and "not the same" about statements as corrections, pointed at wordings by report and characters."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import product

from rashomon.collation.statements.constraints import ends, place
from rashomon.corrections import targets
from rashomon.corrections.standing import moments, standing
from rashomon.ledger import lookup
from rashomon.ledger.decisions.corrections import load_corrections, new_correction
from rashomon.ledger.decisions.dividing import told_apart
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.tables import load
from rashomon.records import Correction, CorrectionKind, Span, Statement, Wording, overlap

MOST = 400
"""Decisions that one split may take, each of its wordings against each of the rest: beyond it is no statement but a heap."""


def same(connection: sqlite3.Connection, one: str, other: str, who: str, why: str) -> tuple[Correction, ...]:
    """The must-link of two statements or wordings, not yet written; and one more for each pair of theirs that people have
    kept apart, which would tear them otherwise. Raises LedgerError where they are the same wording.
    """
    a, b = (_wording(connection, given) for given in (one, other))
    if a == b:
        raise LedgerError(one, f"{other} is the same wording", "give a wording of another statement")
    pairs = [(a, b), *(pair for pair in _kept_apart(connection, a, b) if set(pair) != {a, b})]
    return tuple(
        new_correction(
            who,
            why,
            CorrectionKind.MERGE,
            _anchor(x),
            old=f"“{_text(connection, x)}” and “{_text(connection, y)}”",
            new=_anchor(y),
            decided_at=moment,
        )
        for moment, (x, y) in zip(moments(), pairs, strict=False)
    )


def not_same(connection: sqlite3.Connection, one: str, other: str, who: str, why: str) -> Correction:
    """The cannot-link of two statements or wordings, not yet written. Raises LedgerError where they are the same wording."""
    a, b = (_wording(connection, given) for given in (one, other))
    if a == b:
        raise LedgerError(one, f"{other} is the same wording", "give a wording of another report")
    return _apart(a, b, who, why)


def split(
    connection: sqlite3.Connection, statement: str, reports: Sequence[str], who: str, why: str
) -> tuple[Correction, ...]:
    """The cannot-links, not yet written, between a statement's wordings in these reports and each of its others.

    Raises LedgerError where a report does not carry the statement, where none is given or left, and for more than :data:`MOST`.
    """
    found = _statement(connection, statement)
    carried = {w.report for w in found.wordings}
    foreign = "does not carry this statement"
    ids = told_apart(connection, f"statement {found.id}", carried, reports, foreign)
    apart = [w for w in found.wordings if w.report in ids]
    rest = [w for w in found.wordings if w.report not in ids]
    if len(apart) * len(rest) > MOST:
        fault = f"{len(apart)} wordings would have to be kept from {len(rest)} others, one by one"
        raise LedgerError(f"statement {found.id}", fault, "give fewer reports, and repeat for the others")
    return tuple(
        _apart(a, b, who, why, moment)
        for moment, (a, b) in zip(moments(), product(apart, rest), strict=False)
    )


def _kept_apart(connection: sqlite3.Connection, a: Wording, b: Wording) -> list[tuple[Wording, Wording]]:
    """The wordings of one's statement that a decision keeps from wordings of the other's."""
    one, other = (_holding(connection, wording) for wording in (a, b))
    found: dict[tuple[Wording, Wording], None] = {}
    for c in standing(load_corrections(connection, None, None)):
        here, there = ends(c)
        if c.kind is CorrectionKind.SPLIT and here and there:
            for first, second in ((here, there), (there, here)):
                for pair in product(_among(one, first), _among(other, second)):
                    found.setdefault(pair)
    return list(found) if set(one).isdisjoint(other) else []


def _among(wordings: Sequence[Wording], at: tuple[str, int, int]) -> list[Wording]:
    report, *ends = at
    asked = Span(*ends)
    return [w for w in wordings if w.report == report and overlap(w, asked)]


def _holding(connection: sqlite3.Connection, wording: Wording) -> tuple[Wording, ...]:
    """The wordings of the statement that a wording is one of."""
    (statement,) = connection.execute(
        "SELECT statement FROM wording WHERE report = ? AND start = ? AND stop = ?",
        (wording.report, wording.start, wording.end),
    ).fetchone()
    return _statement(connection, str(statement)).wordings


def _apart(a: Wording, b: Wording, who: str, why: str, decided_at: str | None = None) -> Correction:
    return new_correction(
        who, why, CorrectionKind.SPLIT, _anchor(a), old=_anchor(b), new=None, decided_at=decided_at
    )


def _wording(connection: sqlite3.Connection, given: str) -> Wording:
    """The wording that an anchor means, or the first of the statement that an id means."""
    if (at := place(given)) is None:
        return _statement(connection, given).wordings[0]
    report, start, end = lookup.resolve(connection, "report", at[0]), at[1], at[2]
    rows = connection.execute(
        "SELECT report, start, stop, attribution, score, why FROM wording WHERE report = ? AND start < ? AND stop > ?",
        (report, end, start),
    ).fetchall()
    if not rows:
        fault = "no statement of this ledger has a wording at these characters"
        raise LedgerError(given, fault, f"see what it says with: rashomon show report {report[:8]}")
    return min(
        (Wording(*row) for row in rows), key=lambda w: (abs(w.start - start) + abs(w.end - end), w.start)
    )


def _statement(connection: sqlite3.Connection, given: str) -> Statement:
    return next(load.load_statements(connection, [lookup.resolve(connection, "statement", given)]))


def _anchor(wording: Wording) -> str:
    return targets.of_wording(wording.report, wording.start, wording.end)


def _text(connection: sqlite3.Connection, wording: Wording) -> str:
    row = connection.execute(
        "SELECT substr(text, ?, ?) FROM report WHERE id = ?",
        (wording.start + 1, wording.end - wording.start, wording.report),
    ).fetchone()
    return " ".join(str(row[0]).split())
