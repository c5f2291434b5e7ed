"""A story's statements in brief: who said each, where its wordings stand and how they differ, without any reading."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.collation.differing import Witness, witness
from rashomon.collation.variation import shared
from rashomon.ledger.rows import grouped, rows_of
from rashomon.ledger.store import Ledger
from rashomon.records import AttributionKind, VariationKind

#: Kinds of variation in which quotations have other words.
_OTHER_WORDS = (VariationKind.ALTERED, VariationKind.REWORDED, VariationKind.REORDERED)


@dataclass(frozen=True, slots=True)
class OutlinedWording:
    """A wording: ``text`` is characters ``start`` to ``end`` of ``report``. ``quoted`` where every word of it stands in quotation
    marks, ``attributed`` where the report attributes it; ``against`` is the place of the wording it is compared with, and
    ``kind`` the sharpest difference from that."""

    report: str
    outlet: str | None
    start: int
    end: int
    text: str
    attributed: bool
    quoted: bool
    against: int | None
    kind: VariationKind | None


@dataclass(frozen=True, slots=True)
class Outlined:
    """A statement: its speaker (id and name), or the words for one who is not known, and its wordings. ``closeness`` is the share
    of words in common of its two differing quotations that are most alike, ``None`` where none differ."""

    id: str
    speaker: tuple[str, str] | None
    described: str | None
    wordings: tuple[OutlinedWording, ...]
    closeness: float | None

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
    def base(self) -> OutlinedWording:
        """The wording that leads all comparisons; the first one where none have been made."""
        return next((w for w in self.wordings if w.against is None), self.wordings[0])


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
        told = [Outlined(id_, speakers[id_], None, wordings[id_], _closeness(wordings[id_])) for id_ in ids]
        described = _described(connection, {t.id: t.base for t in told if t.speaker is None})
    return [replace(t, described=described.get(t.id)) for t in told]


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
            )
            for _, n, report, outlet, start, end, text, attribution, given in of_statement
            for against, kind in (compared.get((id_, n), (None, None)),)
        )
    return found


def _described(connection: sqlite3.Connection, leading: Mapping[str, OutlinedWording]) -> dict[str, str]:
    """The words for the source of statements whose speaker is not known: those that the wording has which leads."""
    found = rows_of(
        connection,
        "SELECT w.statement, w.start, w.report, s.start, s.stop FROM wording AS w JOIN attribution_span AS s"
        " ON s.report = w.report AND s.attribution = w.attribution AND s.part = 'source'"
        " WHERE w.statement IN ({}) ORDER BY w.statement, w.ordinal, s.ordinal",
        leading,
    )
    rows = [row for row in found if (row[2], row[1]) == (leading[row[0]].report, leading[row[0]].start)]
    reports = sorted({row[2] for row in rows})
    texts = dict(rows_of(connection, "SELECT id, text FROM report WHERE id IN ({})", reports))
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for id_, _, report, start, stop in rows:
        parts[id_].append(texts[report][start:stop])
    return {id_: " … ".join(words) for id_, words in parts.items()}


def _closeness(wordings: Sequence[OutlinedWording]) -> float | None:
    """As :func:`rashomon.dossier.gathered.closeness`."""
    witnesses: dict[int, Witness] = {}

    def words(at: int) -> Witness:
        if at not in witnesses:
            witnesses[at] = witness(wordings[at].text, 0, len(wordings[at].text))
        return witnesses[at]

    return max(
        (
            shared(words(at), words(w.against))
            for at, w in enumerate(wordings)
            if w.against is not None and w.kind in _OTHER_WORDS
            if w.quoted and wordings[w.against].quoted
        ),
        default=None,
    )
