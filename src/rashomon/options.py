"""What several commands share: the option that names the ledger, opening it, and telling on standard error."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from rashomon.ledger import Ledger, LedgerError
from rashomon.ledger.exports import replaced
from rashomon.records import Correction
from rashomon.visible import one_line

LedgerFile = Annotated[
    Path, typer.Option("--ledger", metavar="FILE", help="The ledger: one SQLite file.", show_default=True)
]
DEFAULT_LEDGER = Path("rashomon.db")

STOPPED = 130
"""The exit status of what was stopped with Ctrl-C: 128 and SIGINT, as shells have it."""


def _with_a_model(folder: Path | None) -> Path | None:
    """The folder, if the two files of a reading model are in it."""
    missing = (
        [] if folder is None else [n for n in ("reader.onnx", "linker.onnx") if not (folder / n).is_file()]
    )
    if missing:
        raise typer.BadParameter(f"{folder} has no {' and no '.join(missing)}; give a folder that has")
    return folder


ModelFolder = Annotated[
    Path | None,
    typer.Option(
        "--model",
        metavar="DIR",
        help="A folder with another reading model than the one supplied.",
        callback=_with_a_model,
    ),
]


def named(path: Path) -> str:
    """What a command that is shown has behind it, to ask this ledger; nothing for the one that is asked by default.

    >>> named(Path("rashomon.db")), named(Path("the delta.db"))
    ('', " --ledger 'the delta.db'")
    """
    return "" if path == DEFAULT_LEDGER else f" --ledger {shlex.quote(str(path))}"


def opened(path: Path) -> Ledger:
    """The ledger, for reading."""
    return Ledger.open(path, create=False, read_only=True)


def writable(path: Path) -> Ledger:
    """The ledger, for writing; it must be there."""
    return Ledger.open(path, create=False)


def say(sentence: str) -> None:
    """Print a line on standard error."""
    print(one_line(sentence), file=sys.stderr)


def write_to(path: str, content: str, what: str) -> None:
    """Write a file (``what`` it is, in words), whole or not at all, and say so; ``-`` prints it. Raises LedgerError."""
    if path == "-":
        sys.stdout.write(content)
        return
    try:
        with replaced(Path(path)) as part:
            part.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        fault = f"the {what} cannot be written here ({(error.strerror or str(error)).lower()})"
        raise LedgerError(path, fault, "give another file") from error
    say(f"Wrote {path}")


def tell_stranded(corrections: Iterable[Correction]) -> None:
    """Say which decisions found nothing to apply to."""
    for c in corrections:
        say(
            f"correction {c.id[:8]} by {c.who} ({c.kind.value}, {c.target}) is kept but finds nobody: {c.why}"
        )
