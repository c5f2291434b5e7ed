"""Where views are printed, and the pieces that they share."""

from __future__ import annotations

import sys

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from rashomon.visible import one_line, visible

#: Characters of an id that are shown: 8 hexadecimal digits tell some thousands of records apart, and a ledger
#: names the candidates where more are needed.
SHORT_ID = 8


def screen(*, stderr: bool = False) -> Console:
    """A console on standard output or standard error; colours only on a terminal, and not with NO_COLOR.

    Text is never searched for markup or emoji: it is what reports say.
    """
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def put(view: RenderableType) -> None:
    """Print a view on standard output. In a file or a pipe, lines do not end in the spaces that fill a terminal."""
    console = screen()
    if console.is_terminal:
        console.print(view)
        return
    with console.capture() as captured:
        console.print(view)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def words(text: str, style: str = "") -> Text:
    """Captured text as it is, its line ends kept."""
    return Text(visible(text), style)


def line(text: str, limit: int | None = None, style: str = "") -> Text:
    """Captured text on one line, cut to ``limit`` characters."""
    return Text(one_line(text, limit), style)


def heading(text: str) -> Text:
    """A heading, as one line."""
    return line(text, style="bold")


def indented(*views: RenderableType) -> Padding:
    """Views set in by two columns."""
    return Padding(Group(*views), (0, 0, 0, 2))


def short(id_: str) -> str:
    """Enough of an id to ask for it."""
    return id_[:SHORT_ID]
