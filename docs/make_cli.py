"""Write docs/cli.md from the command line's own help: ``python docs/make_cli.py``."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path

from rashomon.cli import app, main

PAGE = Path(__file__).parent / "cli.md"

INTRODUCTION = """# Commands

Every command says what it does with `--help`; this page is those texts, written by `python docs/make_cli.py`.
Everything that a command does can be done from Python: see `rashomon.read`, `rashomon.attribute_files`,
`rashomon.collate_files`, `rashomon.Ledger`, `rashomon.dossier.dossier` and, for the room, `rashomon.room.serve.serve`.
A decision from Python (`Ledger.merge`, `Ledger.same` …, `rashomon.deciding.decide`) is recorded, and one about an
attribution mends its report's reading; people, statements and stories are brought up to date by
`rashomon.ingest.recollate(ledger)`, which `rashomon correct` calls itself.

Exit status: 0 where a command did its work, a batch with problems included; 1 where it could not, which is told
in words, or where `verify` found something; 2 for options that do not fit, and where `read`, `attribute` or `collate`
could read nothing at all; 130 where `read` was stopped with Ctrl-C.

Colours appear on a terminal only, and not where `NO_COLOR` is set. Output is UTF-8 wherever it goes. Characters of a
captured text that would act on the terminal, or show words out of order, are printed as their code points.
"""


def page() -> str:
    """The page as it should be."""
    named = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    sections = [[], *([name] for name in named)]
    for group in app.registered_groups:
        inner = group.typer_instance.registered_commands if group.typer_instance else []
        names = [command.name or getattr(command.callback, "__name__", "") for command in inner]
        sections += [[group.name or ""], *([group.name or "", name] for name in names)]
    return "\n".join([INTRODUCTION, *map(_section, sections)])


def _section(command: list[str]) -> str:
    title = " ".join(["rashomon", *command])
    return f"## {title}\n\n```text\n{_help(command)}\n```\n"


def _help(command: list[str]) -> str:
    """The help as printed on a terminal of 80 columns."""
    kept = os.environ.copy()
    os.environ |= {"COLUMNS": "80", "TERMINAL_WIDTH": "80"}
    try:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
            main([*command, "--help"])
    finally:
        os.environ.clear()
        os.environ |= kept
    return "\n".join(line.rstrip() for line in printed.getvalue().strip().splitlines())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
