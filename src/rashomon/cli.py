"""The command line: parses options, calls the Python API, prints. Nothing here that Python cannot do.

Exit status: 0 where the command did its work (a batch with problems included); 1 where it could not, told in
words, or where ``verify`` found something; 2 for options that do not fit, and where ``read``, ``attribute`` or
``collate`` could read nothing at all; 130 where it was stopped.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from rashomon import __version__
from rashomon.correct_command import correct
from rashomon.ledger import LedgerError
from rashomon.options import (
    DEFAULT_LEDGER,
    STOPPED,
    LedgerFile,
    ModelFolder,
    named,
    opened,
    say,
    tell_stranded,
    write_to,
)
from rashomon.records import Problem

# Other modules are imported where they are used: `rashomon --help` need not load a model's runtime.

app = typer.Typer(
    name="rashomon",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="Processes to read with; the result is the same.")
]

ListFormat = StrEnum("ListFormat", ["TEXT", "JSONL"])
DossierFormat = StrEnum("DossierFormat", ["HTML", "MD"])
TableFormat = StrEnum("TableFormat", ["CSV", "JSONL", "PARQUET"])
SearchKind = StrEnum("SearchKind", ["STATEMENT", "REPORT", "TITLE"])
Shown = StrEnum(
    "Shown", ["STORIES", "STORY", "REPORT", "STATEMENT", "PERSON", "CONFLICTS", "REVIEW", "PROBLEMS"]
)


@app.callback(invoke_without_command=True)
def rashomon(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
    ] = False,
) -> None:
    """Who said what, in which wordings, and where the accounts part.

    Rashomon reads news reports and keeps a sourced ledger of them in one file. It never says who is right:
    it shows what each account rests on, down to the characters of the page it came from.

    \b
    A first look:
      rashomon read my-reports/
      rashomon show stories
      rashomon dossier STORY
    """
    if version:
        print(f"rashomon {__version__}")
        raise typer.Exit


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")
    ],
    ledger: LedgerFile = DEFAULT_LEDGER,
    workers: Workers = 1,
    model: ModelFolder = None,
    families: Annotated[
        Path | None,
        typer.Option(
            "--families", metavar="FILE", help="A TOML file that declares outlets of one owner or feed."
        ),
    ] = None,
) -> None:
    """Read reports into a ledger, and sum up what they say.

    Reads .txt, .html, .htm, .xhtml, .eml, .mbox, .json and .jsonl files, and folders of them, less the folder that a
    browser saves beside a page (NAME_files), and what Rashomon itself wrote (dossiers, exported tables).
    A JSON object has "text" or "html", and may have "url", "outlet", "title", "published" and "authors".

    Outlets declared one family (TOML: [[family]], name = "…", outlets = ["…"]) count once among a statement's origins.

    The ledger is made, or extended: what it knows is not read again. Stop with Ctrl-C whenever you like; the
    next run goes on. What cannot be read is listed and the rest is read; the exit status is 2 where nothing
    at all could be read.

    \b
    Example:
      rashomon read examples/osmer-delta --ledger delta.db
    """
    import rashomon
    from rashomon.terminal.declared import declaration
    from rashomon.terminal.meter import Meter
    from rashomon.terminal.screen import put, screen
    from rashomon.terminal.summary import summary

    declared = None if families is None else declaration(families)
    with Meter(screen(stderr=True)) as meter:
        try:
            done = rashomon.read(
                paths, ledger=ledger, workers=workers, model=model, families=declared, progress=meter.show
            )
        except KeyboardInterrupt:
            meter.close()
            say(f"Stopped. {meter.kept()} Run the same command again and it goes on from there.")
            raise typer.Exit(STOPPED) from None
    if not ledger.exists():  # nothing that was named is there, and no ledger was made
        for problem in done.problems:
            _tell(problem)
        raise typer.Exit(2)
    with opened(ledger) as kept:
        put(summary(done, kept, named(ledger)))
    tell_stranded(done.stranded)
    if not done.read and done.known == done.still_unread:
        raise typer.Exit(2)


@app.command()
def attribute(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files and folders; - is standard input.")
    ],
    format: Annotated[
        ListFormat, typer.Option("--format", help="For people, or a line a report.")
    ] = ListFormat.TEXT,
    workers: Workers = 1,
    model: ModelFolder = None,
) -> None:
    """Print who says what in each report, without a ledger.

    As jsonl, each line is one report: its "doc" (the file's name without suffix), its "report" (the id that a ledger
    would give it), its "text" as read, its "attributions" (source, cue and content as [start, end] pairs, speaker, channel,
    addressee, said_on, inside, kind, stance, confidence, part_confidence, why, joint_speakers, source_kind, circumstances,
    chain, hands), its "affiliations" (what stands beside names) and its "passages". Offsets count the characters of that
    text, from 0, which for a .txt file is the file's.

    \b
    Example:
      rashomon attribute letter.txt
      rashomon attribute pages/ --format jsonl > attributions.jsonl
    """
    import rashomon
    from rashomon.terminal.attributions import attributions_line, listing
    from rashomon.terminal.screen import put

    read_any = False
    for result in rashomon.attribute_files(paths, model=model, workers=workers):
        if isinstance(result, Problem):
            _tell(result)
            continue
        read_any = True
        if format is ListFormat.JSONL:
            sys.stdout.write(attributions_line(*result) + "\n")
        else:
            put(listing(*result))
    if not read_any:
        raise typer.Exit(2)


@app.command()
def collate(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Two texts or more, or a folder of them.")
    ],
    format: Annotated[
        ListFormat, typer.Option("--format", help="Side by side, or a line a statement.")
    ] = ListFormat.TEXT,
) -> None:
    """Show where texts say the same thing, without a ledger.

    As text, the wordings stand side by side with the words marked in which they differ. As jsonl, each line
    is one statement: its id as "statement", and its "wordings", each with its "doc" (the file's name without suffix),
    "start", "end", "text", "score" and "why", and "part": true where it is a part of what others have whole.

    \b
    Example:
      rashomon collate letter-translated-once.txt letter-translated-twice.txt
    """
    import rashomon
    from rashomon.terminal.collation import side_by_side, statement_lines
    from rashomon.terminal.screen import put

    if len(paths) < 2 and not Path(paths[0]).is_dir():
        raise typer.BadParameter("give two texts or more, or a folder of them", param_hint="FILE")
    collation = rashomon.collate_files(paths)
    for problem in collation.problems:
        _tell(problem)
    if not collation.reports:
        raise typer.Exit(2)
    if format is ListFormat.JSONL:
        for line in statement_lines(collation.reports, collation.statements):
            sys.stdout.write(line + "\n")
    else:
        put(side_by_side(collation.reports, collation.statements))


@app.command()
def show(
    what: Annotated[Shown, typer.Argument(metavar="WHAT", help="What to show.")] = Shown.STORIES,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID|NAME", help="Which one: the beginning of its id, or a name."),
    ] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Show the stories, reports, people and more of a ledger.

    A story, report or statement is asked for by its id, or by as much of its beginning as is needed; a person
    by a name or a word of it. Conflicts are where accounts part, in all stories or in the one whose id is given, and
    below them claims that may be opposed and are only worth a look. Review
    is what is worth a look, most useful first, with the command that decides it.
    Problems are what could not be read, each with what mends it.

    \b
    Example:
      rashomon show stories
      rashomon show story 3f2a
      rashomon show report 9c01
      rashomon show statement 77be
      rashomon show person Varesh
      rashomon show conflicts 3f2a
      rashomon show review
      rashomon show problems
    """
    from rashomon.terminal.screen import put
    from rashomon.terminal.shown import shown

    wants_one = what not in (Shown.STORIES, Shown.CONFLICTS, Shown.REVIEW, Shown.PROBLEMS)
    if wants_one and not which:
        asked = "a name" if what is Shown.PERSON else f"the id of a {what.value}"
        raise typer.BadParameter(f"say which: {asked}", param_hint="ID|NAME")
    if which and not wants_one and what is not Shown.CONFLICTS:
        raise typer.BadParameter(
            f"{what.value} are shown whole: leave out {which[0]!r}", param_hint="ID|NAME"
        )
    with opened(ledger) as kept:
        put(shown(kept, what.value, " ".join(which or ()), named(ledger)))


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='Words, or "words in this order".')],
    ledger: LedgerFile = DEFAULT_LEDGER,
    kind: Annotated[SearchKind | None, typer.Option("--kind", help="Look in these alone.")] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", metavar="N", min=1, help="Show so many at the most; whether there are more is told."
        ),
    ] = 20,
) -> None:
    """Find statements, reports and titles by their words.

    The best come first. All the words must be there, in any order and any case, with or without accents. Readers' comments and
    site furniture are not searched. In a shell, quotation marks around words in order need single quotes.

    \b
    Example:
      rashomon search sluice gates
      rashomon search '"answer force with silence"' --kind statement
    """
    from rashomon.terminal.found import found
    from rashomon.terminal.screen import put

    query = " ".join(words)
    with opened(ledger) as kept:
        hits = list(kept.search(query, kind=None if kind is None else kind.value, limit=limit + 1))
        put(found(query, hits[:limit], kept, more=len(hits) > limit))


@app.command()
def dossier(
    story: Annotated[str, typer.Argument(metavar="STORY", help="A story's id, or the beginning of it.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    format: Annotated[
        DossierFormat, typer.Option("--format", help="A page for a browser, or Markdown.")
    ] = DossierFormat.HTML,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="FILE", help="Where to; - prints it.  [default: story-ID.html or .md]"),
    ] = None,
) -> None:
    """Write a file about a story, to send to an editor.

    It is self-contained and holds the reports, who said what in which outlet, every statement with its wordings compared word by
    word, and the texts of the reports with everything marked where it stands. The page has no script and
    loads nothing from anywhere.

    \b
    Example:
      rashomon dossier 3f2a --to sluice.html
      rashomon dossier 3f2a --format md --to - | less
    """
    from rashomon.dossier import dossier as write_dossier

    with opened(ledger) as kept:
        page = write_dossier(kept, story, format.value)
        path = to or f"story-{kept.story(story).id[:8]}.{format.value}"
    write_to(path, page, "dossier")


@app.command()
def export(
    format: Annotated[
        TableFormat, typer.Option("--format", help="Parquet needs: pip install 'rashomon[parquet]'")
    ],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder to write to; made if need be.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write the tables of a ledger as files.

    Left out is what tells when it was written, what is derived for searching, for lists and for the next collation, and
    columns of bytes. Reading the same reports again exports the same bytes. columns.md documents every table and column
    that is written for people, datapackage.json for programs.

    \b
    Example:
      rashomon export --format csv --to tables/
    """
    with opened(ledger) as kept:
        paths = kept.export(format.value, to)
    say(f"Wrote {len(paths)} files to {to}; {to / 'columns.md'} says what each column holds.")


app.add_typer(correct, name="correct")


@app.command()
def room(
    ledger: LedgerFile = DEFAULT_LEDGER,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="0 is any free one.")
    ] = 8417,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Listen here; others then need the token.")
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A name that others call this machine by."),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            metavar="WORDS",
            envvar="RASHOMON_TOKEN",
            help="The token, of 16 characters or more, instead of one made now.",
        ),
    ] = None,
) -> None:
    """Open the reading room: a local web page on a ledger.

    Stories, reports with their attributions marked, statements with all their wordings, people, search; each address serves
    JSON too. Only this machine can reach it, and nothing is loaded from anywhere. Correcting needs the token, which is printed.
    The ledger may be read into meanwhile.

    \b
    Example:
      rashomon room --ledger delta.db
    """
    from rashomon.room.serve import serve

    serve(ledger, host=host, port=port, names=tuple(name or ()), token=token, told=say)


@app.command()
def verify(ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Check that a ledger still holds what was put in.

    Hashes every capture again, and checks that every span still fits its text, every quotation its span, and
    every reference its target. The exit status is 1 where something does not hold.

    \b
    Example:
      rashomon verify --ledger delta.db
    """
    from rashomon.terminal.findings import findings
    from rashomon.terminal.screen import put

    with opened(ledger) as kept:
        found = kept.verify()
        put(findings(found, kept))
    if found:
        raise typer.Exit(1)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line with these arguments (the program's own by default) and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status: str | int | None = 0
    try:
        app(args=arguments, prog_name="rashomon")
    except LedgerError as error:
        say(f"rashomon: {error}")
        status = 1
    except SystemExit as stop:
        status = stop.code
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever was reading has seen enough, as `| head` does. Python would complain at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    sys.exit(status)


def _tell(problem: Problem) -> None:
    say(f"{problem.item}: {problem.fault}; {problem.mend}")
