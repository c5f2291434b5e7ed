"""What the ledger has around one thing that is shown: a report with its capture, stories and statements, or something found."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.accounts.saying import Saying
from rashomon.ledger.shown.sayings import sayings
from rashomon.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class CarriedHere:
    """A statement that a report has a wording of: its characters there, its speaker (id and name), how many wordings it has
    in all, and the other outlets that carry it."""

    statement: str
    start: int
    end: int
    speaker: tuple[str, str] | None
    wordings: int
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AroundReport:
    """Where a report's capture was found, the stories it belongs to, and the statements it carries by attribution."""

    path: str
    captured_at: str | None
    media_type: str
    stories: tuple[tuple[str, str], ...]
    statements: dict[int | None, list[CarriedHere]]


def around_report(ledger: Ledger, report: str) -> AroundReport:
    """What the ledger has around a report, by its whole id."""
    with ledger.at_one_moment() as connection:
        path, captured_at, media_type = connection.execute(
            "SELECT path, captured_at, media_type FROM report AS r JOIN sighting USING (capture)"
            " JOIN capture ON sha256 = r.capture WHERE r.id = ? ORDER BY path LIMIT 1",
            (report,),
        ).fetchone()
        stories = connection.execute(
            "SELECT id, title FROM story_report JOIN story ON id = story WHERE report = ? ORDER BY id",
            (report,),
        ).fetchall()
        own = connection.execute("SELECT outlet FROM report WHERE id = ?", (report,)).fetchone()[0]
        found: dict[int | None, list[CarriedHere]] = {}
        for attribution, statement, start, stop, speaker, name in connection.execute(
            "SELECT w.attribution, w.statement, w.start, w.stop, e.id, e.name FROM wording AS w"
            " JOIN statement AS t ON t.id = w.statement LEFT JOIN entity AS e ON e.id = t.speaker"
            " WHERE w.report = ? ORDER BY w.start, w.stop, w.statement",
            (report,),
        ).fetchall():
            elsewhere = connection.execute(
                "SELECT outlet, count(*) FROM wording JOIN report ON id = report WHERE statement = ? GROUP BY outlet"
                " ORDER BY outlet",
                (statement,),
            ).fetchall()
            found.setdefault(attribution, []).append(
                CarriedHere(
                    statement,
                    start,
                    stop,
                    None if speaker is None else (speaker, name),
                    sum(number for _, number in elsewhere),
                    tuple(outlet for outlet, _ in elsewhere if outlet and outlet != own),
                )
            )
        return AroundReport(path, captured_at, media_type, tuple(stories), found)


def report_of(ledger: Ledger, capture: str) -> str | None:
    """The id of the report that a capture became; ``None`` where it could not be read."""
    with ledger.at_one_moment() as connection:
        row = connection.execute("SELECT id FROM report WHERE capture = ?", (capture,)).fetchone()
    return None if row is None else str(row[0])


@dataclass(frozen=True, slots=True)
class AroundFound:
    """What is shown beside something found: its report's title, outlet, name and date; for a statement its speaker (id and name)
    where this wording is given as theirs, what else is told about the wording, and how many there are."""

    title: str | None
    outlet: str | None
    name: str
    published: str | None
    speaker: tuple[str, str] | None
    told: Saying
    wordings: int


def around_found(ledger: Ledger, kind: str, id_: str, report: str, start: int | None) -> AroundFound:
    """What the ledger has around a statement, a report or a title that was found in ``report`` at ``start``."""
    with ledger.at_one_moment() as connection:
        title, name, outlet, published = connection.execute(
            "SELECT title, name, outlet, published FROM report WHERE id = ?", (report,)
        ).fetchone()
        if kind != "statement":
            return AroundFound(title or name, outlet, name, published, None, Saying(), 0)
        wordings, speaker, speaker_name = connection.execute(
            "SELECT (SELECT count(*) FROM wording WHERE statement = t.id), e.id, e.name FROM statement AS t"
            " LEFT JOIN entity AS e ON e.id = t.speaker WHERE t.id = ?",
            (id_,),
        ).fetchone()
        wording = connection.execute(
            "SELECT report, start, stop, attribution FROM wording WHERE statement = ? AND report = ? AND start = ?",
            (id_, report, start),
        ).fetchone()
        told = Saying() if wording is None else sayings(connection, [wording])[wording[:3]]
        return AroundFound(
            title or name,
            outlet,
            name,
            published,
            (speaker, speaker_name) if speaker and told.named else None,
            told,
            wordings,
        )
