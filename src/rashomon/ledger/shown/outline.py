"""A story's statements in brief: who said each, where its wordings stand and how they differ, without any reading."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.accounts import saying
from rashomon.accounts.saying import Saying
from rashomon.collation.wordings.closeness import Quotation, closeness
from rashomon.ledger.shown.joint import Several, joint_speakers
from rashomon.ledger.shown.sayings import sayings
from rashomon.ledger.store import Ledger
from rashomon.ledger.tables.rows import grouped, rows_of
from rashomon.records import AttributionKind, VariationKind


@dataclass(frozen=True, slots=True)
class OutlinedWording:
    """A wording: ``text`` is characters ``start`` to ``end`` of ``report``. ``quoted`` where every word of it stands in quotation
    marks, ``attributed`` where the report attributes it; ``against`` is the place of the wording it is compared with, and
    ``kind`` the sharpest difference from that; ``told`` is how it is listed."""

    report: str
    outlet: str | None
    start: int
    end: int
    text: str
    attributed: bool
    quoted: bool
    against: int | None
    kind: VariationKind | None
    told: Saying


@dataclass(frozen=True, slots=True)
class Outlined:
    """A statement: its speaker (id and name), ``None`` where not known, and its wordings. ``closeness`` is the share
    of words in common of its two differing quotations that are most alike, ``None`` where none differ; ``joint`` are those
    who are reported to have said it together."""

    id: str
    speaker: tuple[str, str] | None
    wordings: tuple[OutlinedWording, ...]
    closeness: float | None
    joint: Several = ()

    @property
    def altered(self) -> bool:
        """Whether a word is changed inside quotation marks that two of its wordings have."""
        return any(w.kind is VariationKind.ALTERED for w in self.wordings)

    @property
    def narrated(self) -> bool:
        """Whether no report attributes it: it is in the reports' own words."""
        return self.speaker is None and not any(w.attributed for w in self.wordings)

    @property
    def reports(self) -> int:
        """How many reports carry it."""
        return len({w.report for w in self.wordings})

    @property
    def pointing(self) -> bool:
        """Whether no wording says anything by itself: "it", "that", the lesser part of a divided sentence."""
        return saying.pointing((w.text, w.told) for w in self.wordings)

    @property
    def described(self) -> str | None:
        """The words for a speaker who is not known, in the wording that leads."""
        return None if self.speaker else self.leading.told.source or None

    @property
    def leading(self) -> OutlinedWording:
        """The wording in which it is listed: that which leads all comparisons, of those given as its speaker's."""
        mine = saying.own(self.wordings, _told) if self.speaker else self.wordings
        return next((w for w in mine if w.against is None), mine[0])


def outline(ledger: Ledger, story: str, most: int) -> list[Outlined]:
    """The statements of a story's reports, by the story's whole id: of more than ``most`` those with the most wordings."""
    with ledger.at_one_moment() as connection:
        ids = [
            row[0]
            for row in connection.execute(
                "SELECT s FROM (SELECT DISTINCT w.statement AS s FROM story_report AS r CROSS JOIN wording AS w"
                " ON w.report = r.report WHERE r.story = ?)"
                " ORDER BY (SELECT count(*) FROM wording WHERE statement = s) DESC, s LIMIT ?",
                (story, most),
            )
        ]
        speakers = {
            id_: None if entity is None else (entity, name)
            for id_, entity, name in rows_of(
                connection,
                "SELECT s.id, e.id, e.name FROM statement AS s LEFT JOIN entity AS e ON e.id = s.speaker"
                " WHERE s.id IN ({})",
                ids,
            )
        }
        wordings = _wordings(connection, ids)
        joint = joint_speakers(connection, ids)
        return [
            Outlined(id_, speakers[id_], wordings[id_], _closeness(wordings[id_]), joint.get(id_, ()))
            for id_ in ids
        ]


def _closeness(wordings: Sequence[OutlinedWording]) -> float | None:
    return closeness([Quotation(w.text, w.quoted, w.against, w.kind) for w in wordings])


def _told(wording: OutlinedWording) -> Saying:
    return wording.told


def names(ledger: Ledger, entities: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names that these entities go by."""
    query = "SELECT entity, name FROM entity_name WHERE entity IN ({}) ORDER BY entity, ordinal"
    with ledger.at_one_moment() as connection:
        found = grouped(connection, query, entities)
    return {entity: tuple(name for _, name in rows) for entity, rows in found.items()}


def reports_with_figures(ledger: Ledger, story: str) -> list[str]:
    """Those of a story's reports that give a figure, by the story's whole id."""
    with ledger.at_one_moment() as connection:
        return [
            row[0]
            for row in connection.execute(
                "SELECT report FROM story_report AS s WHERE story = ? AND EXISTS"
                " (SELECT 1 FROM figure WHERE report = s.report) ORDER BY ordinal",
                (story,),
            )
        ]


def _wordings(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, tuple[OutlinedWording, ...]]:
    query = "SELECT statement, wording, against, kind FROM comparison WHERE statement IN ({})"
    compared = {
        (id_, wording): (against, kind) for id_, wording, against, kind in rows_of(connection, query, ids)
    }
    rows = grouped(
        connection,
        "SELECT w.statement, w.ordinal, w.report, r.outlet, w.start, w.stop, w.text, w.attribution, a.kind FROM wording AS w"
        " JOIN report AS r ON r.id = w.report"
        " LEFT JOIN attribution AS a ON a.report = w.report AND a.ordinal = w.attribution"
        " WHERE w.statement IN ({}) ORDER BY w.statement, w.ordinal",
        ids,
    )
    told = sayings(connection, [(row[2], row[4], row[5], row[7]) for of in rows.values() for row in of])
    found = {}
    for id_, of_statement in rows.items():
        # Where a report has gone and no collation has come since, an ordinal is missing.
        place = {row[1]: n for n, row in enumerate(of_statement)}
        found[id_] = tuple(
            OutlinedWording(
                report,
                outlet,
                start,
                end,
                text,
                attribution is not None,
                given == AttributionKind.DIRECT,
                None if against is None else place.get(against),
                None if kind is None else VariationKind(kind),
                told[report, start, end],
            )
            for _, n, report, outlet, start, end, text, attribution, given in of_statement
            for against, kind in (compared.get((id_, n), (None, None)),)
        )
    return found
