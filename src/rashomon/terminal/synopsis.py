"""The wordings of a statement in columns, word below word, in a terminal's width."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from rashomon.dossier.columns import Row, columns
from rashomon.dossier.gathered import Told
from rashomon.terminal.screen import words as visible
from rashomon.visible import one_line

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
    rows = columns(told, order)
    if not rows:
        return []
    cells = [_cells(row) for row in rows]
    if any(row.ahead for row in rows):
        # The cue without which a wording would read as said stands in a column of its own, which no word is compared with.
        cells = [
            [(f"{one_line(row.ahead, CUE)}:" if row.ahead else "", False), *shown]
            for row, shown in zip(rows, cells, strict=True)
        ]
    widths = [max(cell_len(word) for word, _ in column) for column in zip(*cells, strict=True)]
    lines: list[Text] = []
    for first, last in _blocks(widths):
        if lines:
            lines.append(Text())
        for row, words in zip(rows, cells, strict=True):
            shown = Text(f"{row.at + 1:>3} ", style="dim")
            for column in range(first, last):
                word, differs = words[column]
                filled = word + " " * (widths[column] - cell_len(word))
                shown.append(" ").append(filled, style="bold" if differs else "")
            shown.rstrip()
            lines.append(shown)
    return lines


def _cells(row: Row) -> list[tuple[str, bool]]:
    """Words as they are shown, and whether they differ."""
    return [(NONE if cell.word is None else visible(cell.word).plain, cell.differs) for cell in row.cells]


def _blocks(widths: Sequence[int]) -> list[tuple[int, int]]:
    """Columns ``first`` to ``last`` (half-open) that fit beside one another, at least one each."""
    blocks, first, room = [], 0, WIDTH
    for at, width in enumerate(widths):
        if at > first and room < width + 1:
            blocks.append((first, at))
            first, room = at, WIDTH
        room -= width + 1
    return [*blocks, (first, len(widths))]
