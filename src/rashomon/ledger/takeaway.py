"""Tables to take away from a page: the wordings of a story, or of what somebody is reported to have said, a row a wording."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from rashomon.ledger.errors import LedgerError
from rashomon.ledger.exports import WRITERS, Value, require_pyarrow
from rashomon.ledger.schema import Column, Table
from rashomon.ledger.store import Ledger

#: Rows at the most; `rashomon export` has no end.
MOST_ROWS = 200_000

_COLUMNS = {
    "statement": ("TEXT", "id of the statement"),
    "speaker": ("TEXT", "name of whoever is reported to have said it; empty is not known"),
    "speaker_id": ("TEXT", "the speaker's id"),
    "wording": ("INTEGER", "place among the statement's wordings in order of date, from 1"),
    "outlet": ("TEXT", "who published the report"),
    "published": ("TEXT", "ISO date of the report, or the part of one that is known"),
    "title": ("TEXT", "the report's headline"),
    "address": ("TEXT", "the report's own address"),
    "report": ("TEXT", "id of the report"),
    "start": ("INTEGER", "first character of the wording in the report's text, from 0"),
    "stop": ("INTEGER", "one past its last character"),
    "text": ("TEXT", "the characters there"),
    "kind": ("TEXT", "direct (quoted whole), indirect (retold) or mixed; empty: the report's own words"),
    "source": ("TEXT", "the report's words for the source"),
    "cue": ("TEXT", "the words that attribute it"),
    "channel": ("TEXT", "through what it was said"),
    "addressee": ("TEXT", "to whom"),
    "said_on": ("TEXT", "ISO date, where the text gives one"),
    "why": ("TEXT", "what ties the wording to the statement"),
    "capture": ("TEXT", "SHA-256 of the capture"),
}
TABLE = Table(
    "wordings",
    "A wording of a statement.",
    tuple(
        Column(name, kind, required=False, key=0, meaning=meaning)
        for name, (kind, meaning) in _COLUMNS.items()
    ),
)

_PART = (
    "(SELECT group_concat(text, ' … ') FROM (SELECT text FROM attribution_span AS s WHERE s.report = w.report"
    " AND s.attribution = w.attribution AND s.part = '{part}' ORDER BY s.ordinal))"
)
_SELECT = (
    "SELECT t.id, e.name, e.id, w.ordinal + 1, r.outlet, r.published, coalesce(r.title, r.name), r.address, r.id, w.start,"
    f" w.stop, w.text, a.kind, {_PART.format(part='source')}, {_PART.format(part='cue')}, a.channel, a.addressee, a.said_on,"
    " w.why, r.capture FROM statement AS t JOIN wording AS w ON w.statement = t.id JOIN report AS r ON r.id = w.report"
    " LEFT JOIN entity AS e ON e.id = t.speaker LEFT JOIN attribution AS a ON a.report = w.report"
    " AND a.ordinal = w.attribution WHERE {which} ORDER BY t.id, w.ordinal LIMIT ?"
)


def wordings(ledger: Ledger, form: str, *, story: str | None = None, speaker: str | None = None) -> bytes:
    """The wordings of a story's reports, or of a speaker's statements, as ``csv``, ``jsonl`` or ``parquet``.

    CSV begins with a byte order mark, without which Excel takes UTF-8 for something else, and holds no formula that it would
    run. Raises LedgerError for another form, an unknown id, and Parquet without pyarrow.
    """
    if form not in WRITERS:
        raise LedgerError(
            f"format {form}", "this is not a format of export", f"give one of {', '.join(WRITERS)}"
        )
    if form == "parquet":
        require_pyarrow()
    if story is not None:
        which = "w.report IN (SELECT report FROM story_report WHERE story = ?)"
        value = ledger.story(story).id
    else:
        which, value = "t.speaker = ?", ledger.entity(speaker or "").id
    with ledger.at_one_moment() as connection, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "wordings"
        rows: Iterator[tuple[Value, ...]] = connection.execute(
            _SELECT.format(which=which), (value, MOST_ROWS)
        )
        WRITERS[form](TABLE, rows, path)
        written = path.read_bytes()
    return b"\xef\xbb\xbf" + written if form == "csv" else written
