"""Tables to take away from a page: the wordings of a story, a speaker or a statement; where a story's accounts part; its figures;
what its reports leave out."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from rashomon.ledger.errors import LedgerError
from rashomon.ledger.exports import WRITERS, require_pyarrow
from rashomon.ledger.schema import Column, Table
from rashomon.ledger.shown.sayings import JOINT, LEADING, TOGETHER, stanced
from rashomon.ledger.store import Ledger
from rashomon.ledger.views import CUE, DECIDED, REPORT, SOURCE, SPEAKER, STANCE, UNSURE

#: Rows at the most; `rashomon export` has no end.
MOST_ROWS = 200_000

_ORIGIN = ("TEXT", "where the report had it from; empty is not known")

_COLUMNS = {
    "statement": ("TEXT", "id of the statement"),
    "speaker": SPEAKER,
    "speaker_id": ("TEXT", "the speaker's id"),
    "wording": ("INTEGER", "place among the statement's wordings in order of date, from 1"),
    "outlet": REPORT["outlet"],
    "published": REPORT["published"],
    "title": ("TEXT", "the report's headline"),
    "address": ("TEXT", "the report's own address"),
    "report": REPORT["report"],
    "start": REPORT["start"],
    "stop": REPORT["stop"],
    "text": ("TEXT", "the characters there"),
    "kind": ("TEXT", "direct (quoted whole), indirect (retold) or mixed; empty: the report's own words"),
    "source": SOURCE,
    "cue": ("TEXT", CUE),
    "stance": ("TEXT", STANCE),
    "channel": ("TEXT", "through what it was said"),
    "addressee": ("TEXT", "to whom"),
    "said_on": (
        "TEXT",
        "when: an ISO day, month or year, first/last, or XXXX-08-16 where the year is not known",
    ),
    "origin": _ORIGIN,
    "origin_kind": (
        "TEXT",
        "own publication, agency, another outlet, another person, own interview, the speaker or nobody named",
    ),
    "origin_certain": ("INTEGER", "0 where nothing tells the origin, so that it may be another; else 1"),
    "why": ("TEXT", "what ties the wording to the statement"),
    "capture": ("TEXT", "SHA-256 of the capture"),
    "named": ("INTEGER", "1 where this report gives the words as that speaker's, by name; else 0"),
    "joint_speakers": ("TEXT", JOINT),
}
_PARTINGS = {
    "conflict": ("TEXT", "id of the conflict"),
    "kind": ("TEXT", "figures, denial, altered quotation, opposed claims or opposite sayings"),
    "about": ("TEXT", "what it is about"),
    "score": (
        "REAL",
        "what it was found by, 0 to 1: for figures and altered quotations a constant of the rule, for denials a likeness of"
        " meaning (a cosine), for opposed claims a model's or a rule's, for opposite sayings the share of words in common; it"
        " orders those of one kind, and is no chance that accounts part",
    ),
    "unsure": ("INTEGER", UNSURE),
    "decided": ("TEXT", DECIDED),
    "rising": (
        "INTEGER",
        "1 where the larger figure is later, so that the number may simply have risen; else 0",
    ),
    "side": ("INTEGER", "the side, from 1"),
    "source": ("TEXT", "who is cited for it"),
    "outlet": REPORT["outlet"],
    "published": REPORT["published"],
    "report": REPORT["report"],
    "start": REPORT["start"],
    "stop": REPORT["stop"],
    "text": ("TEXT", "the characters there"),
    "cue": ("TEXT", CUE),
    "stance": ("TEXT", STANCE),
    "statement": ("TEXT", "id of the statement that it is a wording of"),
    "why": ("TEXT", "why it stands on this side"),
    "capture": ("TEXT", "SHA-256 of the capture"),
}
_LEFT_OUT = {
    "report": ("TEXT", "id of the report that does not have the statement, as far as it was read"),
    "outlet": REPORT["outlet"],
    "published": REPORT["published"],
    "title": ("TEXT", "the report's headline"),
    "statement": ("TEXT", "id of the statement"),
    "speaker": SPEAKER,
    "text": ("TEXT", "the statement in the wording that leads the comparison"),
    "cue": ("TEXT", "the words that attribute it there, with those beside them that turn them round"),
    "stance": ("TEXT", STANCE),
    "carried": ("INTEGER", "how many of the other outlets carry it"),
    "others": ("INTEGER", "how many other outlets the story has"),
    "capture": ("TEXT", "SHA-256 of the report's capture"),
}
_FIGURES = {
    "event": ("TEXT", "what is told of those counted: killed, wounded, captured …; empty where nothing is"),
    "unit": ("TEXT", "people, or another unit"),
    "counted": ("TEXT", "what is counted"),
    "low": ("REAL", "the least that the words allow; empty is open"),
    "best": ("REAL", "the number that they put first; empty where they give a range alone"),
    "high": ("REAL", "the most that they allow; empty is open"),
    "text": ("TEXT", "the characters of the number with its words"),
    "place": ("TEXT", "where it was; empty is not known"),
    "speaker": ("TEXT", "who is cited for it by name; empty is nobody, or not known"),
    "source": SOURCE,
    "cue": ("TEXT", CUE),
    "stance": ("TEXT", STANCE),
    "outlet": REPORT["outlet"],
    "published": REPORT["published"],
    "title": ("TEXT", "the report's headline"),
    "address": ("TEXT", "the report's own address"),
    "report": REPORT["report"],
    "start": REPORT["start"],
    "stop": REPORT["stop"],
    "origin": _ORIGIN,
    "origin_kind": (
        "TEXT",
        "own publication, agency, another outlet, another person, own interview, the speaker, nobody named or the report itself",
    ),
    "alike": ("TEXT", "id of what reports of the story give alike: one event, unit, thing counted and range"),
    "reports": ("INTEGER", "how many reports give it"),
    "origins_low": ("INTEGER", "how many independent origins it has, at the least"),
    "origins_high": ("INTEGER", "how many independent origins it has, at the most"),
    "origins_why": ("TEXT", "what that count rests on, a line for each merge and each doubt"),
    "why": ("TEXT", "what range and event rest on"),
    "capture": ("TEXT", "SHA-256 of the capture"),
}


def _table(name: str, meaning: str, columns: Mapping[str, tuple[str, str]]) -> Table:
    told = (Column(column, kind, required=False, key=0, meaning=of) for column, (kind, of) in columns.items())
    return Table(name, meaning, tuple(told))


TABLE = _table("wordings", "A wording of a statement.", _COLUMNS)
PARTINGS = _table("conflicts", "What stands on one side of a conflict.", _PARTINGS)
LEFT_OUT = _table("left_out", "A statement that most other outlets carry and a report does not.", _LEFT_OUT)
FIGURES = _table("figures", "A figure of an event, or of people, as a report of a story gives it.", _FIGURES)

_PART = (
    "(SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = w.report"
    " AND s.attribution = w.attribution AND s.part = '{part}' ORDER BY s.ordinal))"
)
_SELECT = (
    "SELECT t.id, e.name, e.id, w.ordinal + 1, r.outlet, r.published, coalesce(r.title, r.name), r.address, r.id, w.start,"
    f" w.stop, w.text, a.kind, {_PART.format(part='source')}, '', '', a.channel, a.addressee, a.said_on,"
    " o.name, o.kind, c.certain, w.why, r.capture, e.id IS NOT NULL AND a.speaker_name IS NOT NULL,"
    f" {TOGETHER.format('w.report', 'w.attribution')}, w.report, w.attribution"
    " FROM statement AS t JOIN wording AS w ON w.statement = t.id JOIN report AS r ON r.id = w.report"
    " LEFT JOIN entity AS e ON e.id = t.speaker LEFT JOIN attribution AS a ON a.report = w.report"
    " AND a.ordinal = w.attribution LEFT JOIN carrying AS c ON c.rowid = (SELECT min(k.rowid) FROM carrying AS k"
    " WHERE k.statement = t.id AND k.report = w.report AND k.start = w.start AND k.stop = w.stop)"
    " LEFT JOIN origin AS o ON o.id = c.origin WHERE {which} ORDER BY t.id, w.ordinal LIMIT ?"
)


def wordings(
    ledger: Ledger,
    form: str,
    *,
    story: str | None = None,
    speaker: str | None = None,
    statement: str | None = None,
) -> bytes:
    """The wordings of a story's reports, of a speaker's statements or of one statement, as ``csv``, ``jsonl`` or ``parquet``.

    CSV begins with a byte order mark, without which Excel takes UTF-8 for something else, and holds no formula that it would
    run. Raises LedgerError for another form, an unknown id, and Parquet without pyarrow.
    """
    if story is not None:
        which = "w.report IN (SELECT report FROM story_report WHERE story = ?)"
        value = ledger.story(story).id
    elif statement is not None:
        which, value = "t.id = ?", ledger.statement(statement).id
    else:
        which = (
            "t.id IN (SELECT id FROM statement WHERE speaker = ?1 UNION SELECT statement FROM statement_joint_speaker"
            " WHERE entity = ?1)"
        )
        value = ledger.entity(speaker or "").id
    return _written(ledger, form, TABLE, _SELECT.format(which=which), value)


def partings(ledger: Ledger, form: str, story: str) -> bytes:
    """Where a story's accounts part, and last what is only worth a look, a row for each member of a side; forms and errors as in
    :func:`wordings`."""
    query = (
        "SELECT c.id, c.kind, c.about, c.score, c.unsure, (SELECT min(d.told) FROM conflict_decision AS d"
        " WHERE d.conflict = c.id AND NOT d.rejects), c.rising, m.side + 1, m.source, r.outlet, r.published, r.id,"
        " m.start, m.stop, m.text, '', '', m.statement, m.why, r.capture, m.report, m.attribution"
        " FROM conflict AS c JOIN conflict_member AS m ON m.conflict = c.id JOIN report AS r ON r.id = m.report"
        " WHERE c.story = ? ORDER BY c.unsure, c.score DESC, c.id, m.side, m.ordinal LIMIT ?"
    )
    return _written(ledger, form, PARTINGS, query, ledger.story(story).id)


def figures(ledger: Ledger, form: str, story: str) -> bytes:
    """A story's figures, each as its report gives it; forms and errors as in :func:`wordings`."""
    query = (
        "SELECT f.event, f.unit, f.counted, f.low, f.best, f.high, f.text, f.place, w.speaker_name,"
        f" {_PART.format(part='source').replace('w.attribution', 'w.ordinal')}, '', '',"
        " r.outlet, r.published, coalesce(r.title, r.name), r.address, r.id, f.start, f.stop, o.name, o.kind,"
        " e.id, i.reports, i.low, i.high, i.why, f.why, r.capture, w.report, w.ordinal"
        " FROM story_report AS s JOIN figure AS f ON f.report = s.report JOIN report AS r ON r.id = s.report"
        " LEFT JOIN attribution AS w ON w.report = f.report AND w.ordinal = f.attribution"
        " LEFT JOIN estimate AS e ON e.id = (SELECT x.id FROM estimate_figure AS m JOIN estimate AS x ON x.id = m.estimate"
        " WHERE m.report = f.report AND m.figure = f.ordinal AND x.story = s.story)"
        " LEFT JOIN independence AS i ON i.estimate = e.id"
        " LEFT JOIN carrying AS c ON c.rowid = (SELECT min(k.rowid) FROM carrying AS k WHERE k.estimate = e.id"
        " AND k.report = f.report AND k.start = f.start) LEFT JOIN origin AS o ON o.id = c.origin"
        " WHERE s.story = ? AND f.implied = 0 AND (f.event IS NOT NULL OR f.unit = 'people')"
        " ORDER BY f.event IS NULL, f.event, f.unit, r.published IS NULL, r.published, r.id, f.start LIMIT ?"
    )
    return _written(ledger, form, FIGURES, query, ledger.story(story).id)


def left_out(ledger: Ledger, form: str, story: str) -> bytes:
    """What each of a story's reports leaves out that most other outlets carry; forms and errors as in :func:`wordings`."""
    query = (
        "SELECT r.id, r.outlet, r.published, coalesce(r.title, r.name), t.id, e.name, w.text, '', '',"
        " m.carried, m.others, r.capture, w.report, w.attribution"
        " FROM omission AS m JOIN report AS r ON r.id = m.report JOIN statement AS t ON t.id = m.statement"
        " LEFT JOIN entity AS e ON e.id = t.speaker JOIN wording AS w ON w.statement = t.id"
        f" AND w.ordinal = {LEADING.format('t.id')}"
        " WHERE m.story = ? ORDER BY r.published IS NULL, r.published, r.id, m.carried DESC, t.id LIMIT ?"
    )
    return _written(ledger, form, LEFT_OUT, query, ledger.story(story).id)


def _written(ledger: Ledger, form: str, table: Table, query: str, value: str) -> bytes:
    if form not in WRITERS:
        raise LedgerError(
            f"format {form}", "this is not a format of export", f"give one of {', '.join(WRITERS)}"
        )
    if form == "parquet":
        require_pyarrow()
    with ledger.at_one_moment() as connection, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / table.name
        found = connection.execute(query, (value, MOST_ROWS))
        WRITERS[form](table, stanced(connection, [column.name for column in table.columns], found), path)
        written = path.read_bytes()
    return b"\xef\xbb\xbf" + written if form == "csv" else written
