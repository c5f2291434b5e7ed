"""What one statement or report rests on, without its whole story: origins, independence, conflicts, what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.accounts.records import Independence
from rashomon.accounts.saying import Saying
from rashomon.ledger.shown.sayings import LEADING, sayings
from rashomon.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class HadFrom:
    """Where a report had a passage from: the origin's kind and name; ``certain`` is false where nothing tells, so that it may be
    another. ``story`` is the one in which this was found."""

    story: str
    kind: str
    name: str | None
    certain: bool
    why: str


@dataclass(frozen=True, slots=True)
class Parting:
    """A conflict that something is a member of, with its story."""

    conflict: str
    story: str
    kind: str
    about: str
    why: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A statement that ``carried`` of ``others`` other outlets of a story carry and a report does not: the leading wording's
    characters ``start`` to ``end`` of ``report``, with the words there and how they are listed, and its speaker (id and name)."""

    story: str
    statement: str
    report: str
    start: int
    end: int
    text: str
    told: Saying
    outlet: str | None
    speaker: tuple[str, str] | None
    carried: int
    others: int


def members(ledger: Ledger, story: str) -> dict[tuple[str, int, int], Saying]:
    """How the members of a story's conflicts are told, by report and characters."""
    with ledger.at_one_moment() as connection:
        return sayings(
            connection,
            connection.execute(
                "SELECT DISTINCT m.report, m.start, m.stop, m.attribution FROM conflict AS c"
                " JOIN conflict_member AS m ON m.conflict = c.id WHERE c.story = ?"
                " ORDER BY m.report, m.start, m.stop, m.attribution",
                (story,),
            ).fetchall(),
        )


def earliest_copies(ledger: Ledger, story: str) -> dict[str, tuple[str, float]]:
    """For each of a story's reports that carries text of an earlier one, the earliest that does, and the share."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT c.report, e.report, c.share FROM story_report AS s JOIN copy AS c ON c.report = s.report"
            " JOIN copy AS e ON e.family = c.family AND e.ordinal = 0 WHERE s.story = ? AND c.ordinal > 0",
            (story,),
        )
        return {report: (earliest, share) for report, earliest, share in rows}


def earlier_versions(ledger: Ledger, story: str) -> dict[str, str]:
    """For each of a story's reports that has taken the place of another at its address, that one."""
    with ledger.at_one_moment() as connection:
        return dict(
            connection.execute(
                "SELECT v.report, v.earlier FROM story_report AS s JOIN version AS v ON v.report = s.report WHERE s.story = ?",
                (story,),
            ).fetchall()
        )


def had_from(ledger: Ledger, statement: str) -> dict[tuple[str, int, int], HadFrom]:
    """Where each wording of a statement (by report and characters) comes from, as far as a story tells."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT c.report, c.start, c.stop, c.story, o.kind, o.name, c.certain, c.why FROM carrying AS c"
            " JOIN origin AS o ON o.id = c.origin WHERE c.statement = ? ORDER BY c.story DESC, c.ordinal",
            (statement,),
        )
        return {
            (report, start, stop): HadFrom(story, kind, name, bool(certain), why)
            for report, start, stop, story, kind, name, certain, why in rows
        }


def independence(ledger: Ledger, statement: str) -> tuple[tuple[Independence, str], ...]:
    """How independent a statement is in each story that has it, with the story's title."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT i.statement, i.story, i.reports, i.outlets, i.low, i.high, i.why, s.title FROM independence AS i"
            " JOIN story AS s ON s.id = i.story WHERE i.statement = ? ORDER BY i.reports DESC, i.story",
            (statement,),
        )
        return tuple(
            (
                Independence(id_, story, reports, outlets, low, high, tuple(filter(None, why.split("\n")))),
                title,
            )
            for id_, story, reports, outlets, low, high, why, title in rows
        )


def partings(ledger: Ledger, statement: str, *, limit: int = 20) -> tuple[Parting, ...]:
    """The conflicts that a statement is a member of, the surest first and last those that are only worth a look."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT c.id, c.story, c.kind, c.about, c.why, c.unsure FROM conflict AS c WHERE c.id IN"
            " (SELECT conflict FROM conflict_member WHERE statement = ?) ORDER BY c.unsure, c.score DESC, c.id LIMIT ?",
            (statement, limit),
        )
        return tuple(
            Parting(id_, story, kind, about, why, bool(unsure))
            for id_, story, kind, about, why, unsure in rows
        )


def left_out(ledger: Ledger, report: str, *, limit: int = 20) -> tuple[LeftOut, ...]:
    """What most other outlets of a report's story carry and it does not, the most carried first."""
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT m.story, m.statement, w.report, w.start, w.stop, w.attribution, w.text, r.outlet,"
            " e.id, e.name, m.carried, m.others"
            " FROM omission AS m JOIN wording AS w ON w.statement = m.statement"
            f" AND w.ordinal = {LEADING.format('m.statement')}"
            " JOIN report AS r ON r.id = w.report JOIN statement AS t ON t.id = m.statement"
            " LEFT JOIN entity AS e ON e.id = t.speaker WHERE m.report = ?"
            " ORDER BY m.carried DESC, m.statement LIMIT ?",
            (report, limit),
        ).fetchall()
        told = sayings(connection, [tuple(row[2:6]) for row in rows])
        return tuple(
            LeftOut(
                story,
                statement,
                there,
                start,
                end,
                text,
                told[there, start, end],
                outlet,
                None if person is None else (person, name),
                carried,
                others,
            )
            for story, statement, there, start, end, _, text, outlet, person, name, carried, others in rows
        )
