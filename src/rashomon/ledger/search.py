"""Full-text search over statements, reports and titles; readers' comments and site furniture are not searched."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.ledger.errors import LedgerError
from rashomon.records import VOICES_APART, Span

KINDS = ("statement", "report", "title")

#: Characters of a report shown around what was found: two lines of a terminal.
SNIPPET = 160

#: Words and quoted phrases of a query that count; SQLite refuses expressions of some hundreds of parts.
LONGEST_QUERY = 64

# Noncharacters (Unicode 23.7), kept out of what is searched by write.py, that mark a match's beginning and
# end.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that holds the words searched for.

    ``kind`` is ``statement``, ``report`` or ``title`` and ``id`` the statement's or report's. ``start`` and
    ``end`` are the characters of ``report`` that ``snippet`` is: a statement's whole wording, a stretch of a
    report's text; None for a title, which need not stand in the text. ``marks`` are the matches, as
    characters of the snippet. ``rank`` is BM25 as SQLite's FTS5 counts it: the lower the better.
    """

    kind: str
    id: str
    report: str
    start: int | None
    end: int | None
    snippet: str
    marks: tuple[Span, ...]
    rank: float


def search(connection: sqlite3.Connection, words: str, *, kind: str | None, limit: int) -> Iterator[Found]:
    """What holds all of the words, the best first, each statement or report once.

    Any string is a query: words in any order, in any case, with or without accents; "words in quotation
    marks" in that order. Nothing else has a meaning of its own, and a query without a letter or digit finds
    nothing. Of a very long query the first 64 words count. Raises LedgerError for a kind that is not one of
    KINDS.
    """
    if kind is not None and kind not in KINDS:
        raise LedgerError(
            f"kind {kind}", "this cannot be searched for", f"give one of {', '.join(KINDS)}, or none"
        )
    query = match_expression(words)
    if not query:
        return
    ranked = connection.execute(
        "SELECT number, kind, id, report, start, stop, rank FROM search JOIN searchable ON number = search.rowid"
        " WHERE search MATCH ? AND (? IS NULL OR kind = ?) ORDER BY rank, kind DESC, id, report, start",
        (query, kind, kind),
    )
    seen: set[tuple[str, str]] = set()
    best: list[tuple[int, str, str, str, int | None, int | None, float]] = []
    for row in ranked:
        if len(best) >= limit:
            break
        if (row[1], row[2]) not in seen:
            seen.add((row[1], row[2]))
            best.append(row)
    ranked.close()
    for number, found, id_, report, start, stop, rank in best:
        yield found_at(connection, query, number, found, id_, report, start, stop, rank)


def found_at(
    connection: sqlite3.Connection,
    query: str,
    number: int,
    kind: str,
    id_: str,
    report: str,
    start: int | None,
    stop: int | None,
    rank: float,
) -> Found:
    """A row of the table ``searchable`` as found, its matches marked; ``query`` is a :func:`match_expression`."""
    (marked,) = connection.execute(
        "SELECT highlight(search, 0, ?, ?) FROM search WHERE search MATCH ? AND rowid = ?",
        (_OPEN, _CLOSE, query, number),
    ).fetchone()
    marks = _marks(marked)
    text, title = connection.execute("SELECT text, title FROM report WHERE id = ?", (report,)).fetchone()
    if kind == "report":
        start, stop, marks = _clearest(connection, report, text, marks)
    snippet = title if kind == "title" else text[start:stop]
    return Found(kind, id_, report, start, stop, snippet, tuple(marks), rank)


# A phrase in quotation marks, straight or typographic, or else a run without white space.
_PIECE = re.compile(r"[\"“„«]([^\"“”„«»]*)[\"”»]|([^\s\"“”„«»]+)")


def match_expression(words: str) -> str:
    """What a person typed as an FTS5 query that is always well formed; empty where nothing can be looked for.

    >>> match_expression('bridge OR "the old mill" -flood*')
    '"bridge" "OR" "the old mill" "-flood*"'
    """
    plain = words.encode("utf-8", "replace").decode().replace("\0", " ")
    pieces = (phrase or word for phrase, word in _PIECE.findall(plain))
    # A piece without a character of a word would be a phrase of no words.
    return " ".join(f'"{piece}"' for piece in list(filter(_is_word, pieces))[:LONGEST_QUERY])


def _is_word(piece: str) -> bool:
    """Whether FTS5's unicode61 tokenizer finds a word here: a letter, a digit or a private-use character."""
    return any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in piece)


def _marks(marked: str) -> list[Span]:
    """Where the matches stand in the text that was marked, the marks themselves not counted."""
    marks, start = [], 0
    for count, mark in enumerate(re.finditer(f"[{_OPEN}{_CLOSE}]", marked)):
        at = mark.start() - count
        if mark[0] == _OPEN:
            start = at
        else:
            marks.append(Span(start, at))
    return marks


def _clearest(
    connection: sqlite3.Connection, report: str, text: str, marks: list[Span]
) -> tuple[int, int, list[Span]]:
    """The stretch of a report that holds the most matches, and these as its characters.

    It is of whole words and clear of comments and furniture, which a phrase may reach across.
    """
    apart = connection.execute(
        "SELECT start, stop FROM passage WHERE report = ? AND voice IN (?, ?)",
        (report, *(voice.value for voice in VOICES_APART)),
    ).fetchall()
    first = max(
        marks, key=lambda m: sum(m.start <= n.start and n.end <= m.start + SNIPPET // 2 for n in marks)
    )
    low = max((stop for _, stop in apart if stop <= first.start), default=0)
    high = min((start for start, _ in apart if start >= first.start), default=len(text))
    start, end = _whole_words(
        text, max(low, first.start - SNIPPET // 4), min(high, first.start + 3 * SNIPPET // 4)
    )
    # A comment's border may cut a word in two, the one that was found: it is shown all the same.
    start, end = min(start, first.start), max(end, min(first.end, high))
    return (
        start,
        end,
        [Span(m.start - start, min(m.end, end) - start) for m in marks if start <= m.start < end],
    )


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the words that its borders cut in two and without white space at its ends."""
    stretch = text[start:end]
    if start > 0 and not text[start - 1].isspace() and (cut := re.match(r"\S{0,30}\s+", stretch)):
        start += cut.end()
    if end < len(text) and not text[end].isspace() and (cut := re.search(r"\s+\S{0,30}\Z", stretch)):
        end = end - len(stretch) + cut.start()
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - (len(stretch) - len(stretch.rstrip()))
