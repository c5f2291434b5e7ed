"""Where accounts part, in all stories: the latest first, narrowed by kind, words and time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.ledger.store import Ledger

#: Conflicts on a page of the list: each is as long as a paragraph for each of its sides.
CONFLICTS_A_PAGE = 20

_LIKE = re.compile(r"[\\%_]")


@dataclass(frozen=True, slots=True)
class ConflictFilter:
    """Which conflicts: of this ``kind``; each of the ``words`` in what it is about, in a side's words or in who is cited; in a
    story whose dates touch ``first`` to ``last`` (ISO dates or the beginning of one). Those that are ``unsure`` are only worth a
    look (:class:`~rashomon.accounts.records.Conflict`), and never stand among the others."""

    kind: str = ""
    words: str = ""
    first: str = ""
    last: str = ""
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class ConflictPlace:
    """A conflict by its id, and its story's id, title and dates."""

    conflict: str
    story: str
    title: str
    earliest: str | None
    latest: str | None


def entries(
    ledger: Ledger, wanted: ConflictFilter, *, first: int = 0, limit: int = CONFLICTS_A_PAGE
) -> tuple[ConflictPlace, ...]:
    """The conflicts that pass the filter, from the ``first`` on: those of the latest story first, of one story the surest."""
    conditions, values = _conditions(wanted)
    with ledger.at_one_moment() as connection:
        rows = connection.execute(
            "SELECT c.id, c.story, s.title, s.earliest, s.latest FROM conflict AS c JOIN story AS s ON s.id = c.story"
            f" WHERE {conditions} ORDER BY s.latest IS NULL, s.latest DESC, s.id, c.score DESC, c.id LIMIT ? OFFSET ?",
            (*values, limit, first),
        )
        return tuple(ConflictPlace(*row) for row in rows)


def count(ledger: Ledger, wanted: ConflictFilter) -> int:
    """How many conflicts pass the filter."""
    conditions, values = _conditions(wanted)
    with ledger.at_one_moment() as connection:
        (number,) = connection.execute(
            f"SELECT count(*) FROM conflict AS c JOIN story AS s ON s.id = c.story WHERE {conditions}", values
        ).fetchone()
    return int(number)


def kinds(ledger: Ledger) -> dict[str, int]:
    """How many conflicts there are of each kind, less those that are only worth a look."""
    query = "SELECT kind, count(*) FROM conflict WHERE NOT unsure GROUP BY kind ORDER BY kind"
    with ledger.at_one_moment() as connection:
        return dict(connection.execute(query).fetchall())


def _conditions(wanted: ConflictFilter) -> tuple[str, list[str]]:
    conditions, values = ["c.unsure" if wanted.unsure else "NOT c.unsure"], list[str]()
    if wanted.kind:
        conditions.append("c.kind = ?")
        values.append(wanted.kind)
    for word in wanted.words.split()[:8]:
        like = f"%{_LIKE.sub(lambda m: chr(92) + m[0], word)}%"
        conditions.append(
            "(c.about LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM conflict_member AS m WHERE m.conflict = c.id"
            " AND (m.text LIKE ? ESCAPE '\\' OR m.source LIKE ? ESCAPE '\\')))"
        )
        values += [like] * 3
    if wanted.first:
        conditions.append("s.latest >= ?")
        values.append(wanted.first)
    if wanted.last:
        # A day in the month that is asked for is not after it: 2031-04-05 against 2031-04.
        conditions.append("substr(s.earliest, 1, ?) <= ?")
        values += [str(len(wanted.last)), wanted.last]
    return " AND ".join(conditions), values
