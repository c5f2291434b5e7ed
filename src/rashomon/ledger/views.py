"""The views of a ledger as tables to take away: their rows, with the cue and stance that no table holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ledger.schema import Column, Table
from rashomon.ledger.shown.sayings import JOINT, TOGETHER, stanced

CUE = "the words that attribute it, with those beside them that turn them round"
STANCE = (
    "said, denied, not said (would not confirm), taken back, asked, or other (wants, attacked): what the cue makes of the"
    " text; empty: the report's own words"
)

UNSURE = "1 where a model alone found it, which is mostly wrong on fresh news: worth a look, no conflict to count; else 0"
DECIDED = "who accepted it, when and why; empty: nobody has"

REPORT = {
    "report": ("TEXT", "id of the report"),
    "outlet": ("TEXT", "who published the report"),
    "published": ("TEXT", "ISO date of the report, or the part of one that is known"),
    "start": ("INTEGER", "first character in the report's text, from 0"),
    "stop": ("INTEGER", "one past the last character"),
}
SPEAKER = ("TEXT", "name of whoever is reported to have said it; empty is not known")
_JOINT = ("TEXT", JOINT)
SOURCE = ("TEXT", "the report's words for the source")
_ALWAYS = frozenset(
    "report start stop text statement content story conflict side about figure unit named score unsure".split()
)
_GIVEN = {"cue": ("TEXT", CUE), "stance": ("TEXT", STANCE)}


@dataclass(frozen=True, slots=True)
class View:
    """A view as a table, and the query for its rows: of what has cue and stance the report and attribution stand at their end."""

    table: Table
    query: str

    def rows(self, connection: sqlite3.Connection) -> Iterator[tuple[str | int | float | None, ...]]:
        """Its rows, in one order whatever wrote the ledger."""
        names = [column.name for column in self.table.columns]
        found = connection.execute(self.query)
        return stanced(connection, names, found) if "stance" in names else iter(found)


def _view(
    meaning: str,
    columns: dict[str, tuple[str, str]],
    query: str,
    *,
    name: str,
    key: tuple[str, ...],
) -> View:
    told = (
        Column(
            column,
            kind,
            required=column in _ALWAYS,
            key=key.index(column) + 1 if column in key else 0,
            meaning=of,
        )
        for column, (kind, of) in columns.items()
    )
    return View(Table(name, meaning, tuple(told)), query)


VIEWS = (
    _view(
        "What a report says that somebody said, a row an attribution.",
        {
            "report": REPORT["report"],
            "ordinal": ("INTEGER", "place in the reading"),
            "outlet": REPORT["outlet"],
            "published": REPORT["published"],
            "title": ("TEXT", "the report's headline"),
            "speaker": ("TEXT", "fullest name that the report gives the speaker; empty is not known"),
            "source": SOURCE,
            **_GIVEN,
            "content": ("TEXT", "the words given as theirs"),
            "kind": ("TEXT", "direct (quoted whole), indirect (retold) or mixed"),
            "channel": ("TEXT", "through what it was said"),
            "addressee": ("TEXT", "to whom"),
            "said_on": (
                "TEXT",
                "when: an ISO day, month or year, first/last, or XXXX-08-16 where the year is not known",
            ),
            "confidence": ("REAL", "chance that the attribution is right, 0 to 1"),
            "why": ("TEXT", "what led to the speaker, or why nothing did"),
            "joint_speakers": _JOINT,
        },
        "SELECT w.report, w.ordinal, outlet, published, title, speaker, source, '', '', content, kind, channel, addressee,"
        f" said_on, confidence, why, {TOGETHER.format('w.report', 'w.ordinal')}, w.report, w.ordinal FROM who_said_what AS w"
        " ORDER BY w.report, w.ordinal",
        name="who_said_what",
        key=("report", "ordinal"),
    ),
    _view(
        "In which wordings a statement is carried, a row a wording.",
        {
            "statement": ("TEXT", "id of the statement"),
            "ordinal": ("INTEGER", "place among the statement's wordings in order of date, from 0"),
            "speaker": SPEAKER,
            "named": ("INTEGER", "1 where this report gives the words as that speaker's, by name; else 0"),
            **REPORT,
            "text": ("TEXT", "the characters there"),
            "kind": ("TEXT", "direct (quoted whole), indirect (retold) or mixed; empty: the report's own words"),
            "source": SOURCE,
            **_GIVEN,
            "score": ("REAL", "how surely it belongs to the statement, 0 to 1; 1 for the first wording"),
            "why": ("TEXT", "what ties it to the statement"),
            "joint_speakers": _JOINT,
        },
        "SELECT v.statement, v.ordinal, v.speaker, v.speaker IS NOT NULL AND a.speaker_name IS NOT NULL, v.report, v.outlet,"
        " v.published, v.start, v.stop, v.text, a.kind, (SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span"
        " AS s WHERE s.report = v.report AND s.attribution = w.attribution AND s.part = 'source' ORDER BY s.ordinal)), '', '',"
        f" v.score, v.why, {TOGETHER.format('w.report', 'w.attribution')}, w.report, w.attribution FROM who_carries_what AS v"
        " JOIN wording AS w ON w.statement = v.statement AND w.ordinal = v.ordinal"
        " LEFT JOIN attribution AS a ON a.report = w.report AND a.ordinal = w.attribution ORDER BY v.statement, v.ordinal",
        name="who_carries_what",
        key=("statement", "ordinal"),
    ),
    _view(
        "How many, of what, in which event, and who is cited for it; a row a figure.",
        {
            "report": REPORT["report"],
            "outlet": REPORT["outlet"],
            "published": REPORT["published"],
            "figure": ("TEXT", "the words that give it"),
            "low": ("REAL", "the least that they say; empty is no least"),
            "best": ("REAL", "the number that they name, if one"),
            "high": ("REAL", "the most that they say; empty is no most"),
            "unit": ("TEXT", "people, thing, a currency, a unit of measure or time, percent, date, vote or ordinal"),
            "counted": ("TEXT", "what is counted, in the report's words"),
            "event": ("TEXT", "killed, wounded …; empty is not told"),
            "place": ("TEXT", "where, in the report's words"),
            "speaker": ("TEXT", "name of whoever is cited for it; empty is not known, or the report itself"),
            "source": ("TEXT", "the report's words for whoever is cited; empty: the report's own figure"),
            "start": REPORT["start"],
            "stop": REPORT["stop"],
            "why": ("TEXT", "what its range and its event rest on"),
        },
        "SELECT report, outlet, published, figure, low, best, high, unit, counted, event, place, speaker, source, start, stop,"
        " why FROM how_many ORDER BY report, start, stop, event, unit, low, high, counted, why",
        name="how_many",
        key=(),
    ),
    _view(
        "A word changed inside quotation marks that two reports have.",
        {
            "statement": ("TEXT", "id of the statement"),
            "speaker": SPEAKER,
            **REPORT,
            "text": ("TEXT", "the characters there"),
            **{
                f"against_{name}": (kind, f"of the wording that it is compared with: {meaning}")
                for name, (kind, meaning) in REPORT.items()
            },
            "against_text": ("TEXT", "of the wording that it is compared with: the characters there"),
            "why": ("TEXT", "why this is an altered quotation"),
        },
        "SELECT statement, speaker, report, outlet, published, start, stop, text, against_report, against_outlet,"
        " against_published, against_start, against_stop, against_text, why FROM altered_quotations"
        " ORDER BY statement, report, start, stop, against_report, against_start, against_stop",
        name="altered_quotations",
        key=(),
    ),
    _view(
        "What stands on each side of each conflict, and of what is only worth a look (unsure), a row a member.",
        {
            "story": ("TEXT", "id of the story"),
            "conflict": ("TEXT", "id of the conflict"),
            "kind": ("TEXT", "figures, denial, altered quotation, opposed claims or opposite sayings"),
            "about": ("TEXT", "what it is about"),
            "score": ("REAL", "what it was found by, 0 to 1; no chance that accounts part (see conflict.score)"),
            "unsure": ("INTEGER", UNSURE),
            "decided": ("TEXT", DECIDED),
            "rising": ("INTEGER", "1 where the larger figure is later, so that the number may simply have risen"),
            "side": ("INTEGER", "the side, from 0"),
            "source": ("TEXT", "who is cited for it"),
            "outlet": REPORT["outlet"],
            "published": REPORT["published"],
            **_GIVEN,
            "text": ("TEXT", "the characters there"),
            "report": REPORT["report"],
            "start": REPORT["start"],
            "stop": REPORT["stop"],
            "why": ("TEXT", "what makes it a conflict"),
        },
        "SELECT v.story, v.conflict, v.kind, v.about, v.score, v.unsure, v.decided, v.rising, v.side, v.source, v.outlet,"
        " v.published, '', '', v.text, v.report, v.start, v.stop, v.why, v.report,"
        " (SELECT min(m.attribution) FROM conflict_member AS m WHERE m.conflict = v.conflict AND m.side = v.side"
        " AND m.report = v.report AND m.start = v.start AND m.stop = v.stop)"
        " FROM where_accounts_part AS v ORDER BY v.story, v.conflict, v.side, v.report, v.start, v.stop",
        name="where_accounts_part",
        key=(),
    ),
)  # fmt: skip
"""Where to begin, as docs/ledger.md has it: the views of the database by their names, in words and columns for a table."""
