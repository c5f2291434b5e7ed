"""The wordings of a statement in columns, word below word, as an editor sets the witnesses of a text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from rashomon.collation.wordings.columns import table
from rashomon.collation.wordings.wordforms import words
from rashomon.dossier.gathered import Told
from rashomon.terminal.screen import words as visible
from rashomon.visible import one_line

#: Wordings and words that are set in columns; of more, no eye keeps the line.
MOST_WORDINGS, MOST_WORDS = 12, 60

#: Width of a block of columns: a terminal's 80, less the indentation.
WIDTH = 76

#: Characters of a cue before them.
CUE = 40

#: Stands where a wording has no word.
NONE = "–"


def synopsis(told: Told, order: Sequence[int]) -> list[Text]:
    """Lines of columns, the wordings in this order, each headed by its number, and its cue where
    need be; nothing where they are too many or too long.

    A word that the first of them does not have in its column is bold.
    """
    tellings = [told.tellings[at] for at in order]
    own = [words(t.text, 0, len(t.text)) for t in tellings]
    if not 2 <= len(own) <= MOST_WORDINGS or max(map(len, own)) > MOST_WORDS:
        return []
    rows = table(own)
    cells = [
        [NONE if word is None else visible(t.text[word.start : word.end]).plain for word in row]
        for t, row in zip(tellings, rows, strict=True)
    ]
    if any(t.told.ahead for t in tellings):
        # The cue without which a wording would read as said stands in a column of its own, which no word is compared with.
        rows = [(None, *row) for row in rows]
        cells = [
            [f"{one_line(t.told.ahead, CUE)}:" if t.told.ahead else "", *row]
            for t, row in zip(tellings, cells, strict=True)
        ]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    lines: list[Text] = []
    for first, last in _blocks(widths):
        if lines:
            lines.append(Text())
        for place, at in enumerate(order):
            shown = Text(f"{at + 1:>3} ", style="dim")
            for column in range(first, last):
                word, lead = rows[place][column], rows[0][column]
                same = word is not None and lead is not None and word.key == lead.key
                filled = cells[place][column] + " " * (widths[column] - cell_len(cells[place][column]))
                shown.append(" ").append(filled, style="" if same or place == 0 else "bold")
            shown.rstrip()
            lines.append(shown)
    return lines


def _blocks(widths: Sequence[int]) -> list[tuple[int, int]]:
    """Columns ``first`` to ``last`` (half-open) that fit beside one another, at least one each."""
    blocks, first, room = [], 0, WIDTH
    for at, width in enumerate(widths):
        if at > first and room < width + 1:
            blocks.append((first, at))
            first, room = at, WIDTH
        room -= width + 1
    return [*blocks, (first, len(widths))]
