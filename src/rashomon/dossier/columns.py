"""The wordings of a statement in columns, word below word, as an editor sets the witnesses of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.collation.wordings import columns as columns_of_words
from rashomon.collation.wordings.wordforms import words
from rashomon.dossier.gathered import Told

#: Wordings and words that are set in columns; of more, no eye keeps the line.
MOST_WORDINGS, MOST_WORDS = 12, 60

#: Characters of a longer text, which is not looked at: no 60 words have as many.
LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Cell:
    """A wording's word in a column, ``None`` where it has none; ``differs`` where the first wording has another there, or
    none."""

    word: str | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A wording in columns: its place in the statement (``at``, from 0), the cue that has to stand before it, empty where it is
    what was said, and a cell a column."""

    at: int
    ahead: str
    cells: tuple[Cell, ...]


def columns(told: Told, order: Sequence[int]) -> tuple[Row, ...]:
    """The wordings in this order, set below the first of them; none where they are fewer than two, too many or too long."""
    tellings = [told.tellings[at] for at in order]
    if not 2 <= len(tellings) <= MOST_WORDINGS or max(len(t.text) for t in tellings) > LONGEST:
        return ()
    rows = _set(tuple(t.text for t in tellings))
    if not rows:
        return ()
    return tuple(
        Row(
            at,
            t.told.ahead,
            tuple(
                Cell(
                    None if word is None else t.text[word.start : word.end],
                    row is not rows[0]
                    and (word.key if word is not None else None) != (lead.key if lead is not None else None),
                )
                for word, lead in zip(row, rows[0], strict=True)
            ),
        )
        for at, t, row in zip(order, tellings, rows, strict=True)
    )


@lru_cache(maxsize=512)
def _set(texts: tuple[str, ...]) -> tuple[columns_of_words.Row, ...]:
    """Texts in columns, none where one is too long. Kept, as a page is asked for again."""
    own = [words(text, 0, len(text)) for text in texts]
    return tuple(columns_of_words.table(own)) if max(map(len, own)) <= MOST_WORDS else ()


def tell_apart(rows: Sequence[Row]) -> bool:
    """Whether the columns show anything that one wording alone would not."""
    return any(cell.differs for row in rows for cell in row.cells)
