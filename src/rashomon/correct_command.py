"""``rashomon correct``: people's decisions about what was read, each kept with who made it, when and why, and applied at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from rashomon.corrections import shape
from rashomon.ledger import Ledger
from rashomon.options import (
    DEFAULT_LEDGER,
    STOPPED,
    LedgerFile,
    opened,
    say,
    tell_stranded,
    writable,
    write_to,
)
from rashomon.records import Correction, MentionKind, Problem

correct = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Decide what was read rightly, who speaks, what is one and what is two, and where accounts part.\n\nA decision is kept "
    "beside what was read, with who made it, when and why, and what it was. It is applied at once, holds when reports are read "
    "again, and can be undone. `rashomon show review` lists what is worth deciding.",
)

Why = Annotated[str, typer.Option("--why", metavar="WORDS", help="The reason, for whoever asks later.")]
Who = Annotated[str, typer.Option("--who", metavar="NAME", help="Who decides.")]
Which = Annotated[
    str,
    typer.Argument(
        metavar="REPORT:NUMBER",
        help="An attribution: its report's id, and its number in `rashomon show report`.",
    ),
]
Judged = Annotated[
    str,
    typer.Argument(
        metavar="REPORT:NUMBER|conflict:ID",
        help="An attribution: its report's id, and its number in `rashomon show report`; or a conflict, by the beginning of its "
        "id in `rashomon show conflicts`.",
    ),
]
Part = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WORDS|START-END", help="Its words as they stand in the report, or its characters; or none."
    ),
]
Kind = StrEnum("Kind", ["STATEMENT", "STORY"])
OfKind = Annotated[Kind, typer.Argument(metavar="WHAT", help="statement or story.")]


@correct.command()
def accept(which: Judged, why: Why, who: Who, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Say that an attribution is right as it stands, or that accounts part where a conflict says so.

    It is then surely right, and no longer listed for review. An attribution that was rejected is taken up again; claims
    that were only worth a look count as a conflict.

    \b
    Example:
      rashomon correct accept 9c01:3 --why "as in the letter" --who Mira
      rashomon correct accept conflict:4d05 --why "the tapes tell it" --who Mira
    """
    with writable(ledger) as kept:
        _judge(kept, which, True, who, why)


@correct.command()
def reject(which: Judged, why: Why, who: Who, ledger: LedgerFile = DEFAULT_LEDGER) -> None:
    """Say that an attribution is none, as nobody is said to say this there, or that accounts do not part in a conflict.

    It is then left out of everything. `rashomon show report` says who rejected an attribution, `rashomon correct list` who
    rejected a conflict, which comes back where a report adds a side to it.

    \b
    Example:
      rashomon correct reject 9c01:3 --why "a title, not speech" --who Mira
      rashomon correct reject conflict:4d05 --why "two different bridges" --who Mira
    """
    with writable(ledger) as kept:
        _judge(kept, which, False, who, why)


@correct.command()
def mend(
    which: Which,
    why: Why,
    who: Who,
    source: Part = None,
    cue: Part = None,
    content: Part = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say which characters are an attribution's source, cue or content.

    Give an option again for a part in several pieces; what is not given stays. Words that stand in the report more than
    once mean those nearest to the attribution.

    \b
    Example:
      rashomon correct mend 9c01:3 --cue "told the council" --why "the verb" --who Mira
      rashomon correct mend 9c01:3 --content 120-188 --source none --why "…" --who Mira
    """
    from rashomon.deciding import parts

    given = {"source": source or [], "cue": cue or [], "content": content or []}
    with writable(ledger) as kept:
        spans = parts(kept, which, given)
        if not spans:
            raise typer.BadParameter("give --source, --cue or --content", param_hint="REPORT:NUMBER")
        _mended(kept, kept.mend(which, spans, who=who, why=why), which)


@correct.command()
def speaker(
    which: Which,
    why: Why,
    who: Who,
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|ID]", help="Who speaks, by a name or the id of a person.")
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="It is not known who speaks.")] = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say who speaks in an attribution, or that it is not known.

    \b
    Example:
      rashomon correct speaker 9c01:3 "Ilse Varesh" --why "the daughter signed it" --who Mira
      rashomon correct speaker 9c01:3 --unknown --why "nobody is named" --who Mira
    """
    if unknown == (name is not None):
        raise typer.BadParameter("give a name, or --unknown", param_hint="NAME|ID")
    with writable(ledger) as kept:
        near = None if name is None or kept.person(name) else kept.near_names(name)
        made = kept.name_speaker(which, name, who=who, why=why)
        _mended(kept, made, which)
        if near is not None and shape.speaker(shape.loaded(made.new)) == (name, MentionKind.PERSON):
            said = f"; if you meant {' or '.join(near)}, take it back: rashomon correct undo {made.id[:8]}"
            say(f"Nobody in this ledger was known by the name {name} before{said if near else '.'}")


@correct.command()
def report(
    which: Annotated[
        str, typer.Argument(metavar="REPORT", help="A report, by its id or the file it was read from.")
    ],
    why: Why,
    who: Who,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it; or none.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When: 2031-04-05, 2031-04 or 2031; or none.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="Its title; or none.")] = None,
    author: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Who wrote it; give it again for more; or none."),
    ] = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say what outlet a report is of, when it was published, its title, or who wrote it.

    The report is read anew with it: days told as “on Monday” are reckoned from its date, and what it tells on its own account
    is its outlet's. None says that a part is not known.

    \b
    Example:
      rashomon correct report 9c01 --outlet "Harn Courier" --published 2031-04-05 --why "the print edition" --who Mira
      rashomon correct report mill.txt --author none --why "the byline is a photographer's" --who Mira
    """
    from rashomon.deciding import described

    parts = described(outlet or "", published or "", title or "", author or [])
    if not parts:
        raise typer.BadParameter("give --outlet, --published, --title or --author", param_hint="REPORT")
    with writable(ledger) as kept:
        correction = kept.describe(which, parts, who=who, why=why)
        _decided(kept, correction, "report", correction.target.partition(":")[2])


@correct.command()
def reports(
    table: Annotated[
        Path, typer.Argument(metavar="TABLE.csv", help="A table whose first line names its columns.")
    ],
    why: Why,
    who: Who,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say the same of many reports at once, by a table.

    Its columns are report (an id, or a file's name) and any of outlet, published, title and authors (; between them);
    `rashomon correct table` writes one to fill in. An empty cell decides nothing, none says that a part is not known. Rows that
    say what stands already are passed over, so the table can be given again when it has grown.

    \b
    Example:
      rashomon correct reports pile.csv --why "the archive's own list" --who Mira
    """
    from rashomon.described_table import describe_all
    from rashomon.ingest import recollate
    from rashomon.terminal.meter import Meter
    from rashomon.terminal.screen import screen

    made = 0
    wrong: list[Problem] = []
    with writable(ledger) as kept, Meter(screen(stderr=True)) as meter:
        try:
            for found in describe_all(kept, table, who=who, why=why, progress=meter.show):
                if isinstance(found, Problem):
                    wrong.append(found)
                else:
                    made += 1
            stranded = recollate(kept, progress=meter.show)
        except KeyboardInterrupt:
            meter.close()
            say(f"Stopped; {made} recorded. Give the same table again and it goes on from there.")
            raise typer.Exit(STOPPED) from None
    tell_stranded(stranded)
    for problem in wrong:
        say(f"{problem.item}: {problem.fault}; {problem.mend}")
    say(f"Recorded {made} {'decision' if made == 1 else 'decisions'} about reports, and applied.")
    if wrong:
        raise typer.Exit(2 if not made else 0)


@correct.command()
def table(
    to: Annotated[str, typer.Argument(metavar="TABLE.csv", help="Where to; - prints it.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Write a table of all reports with what is known of them, to fill in and give to `rashomon correct reports`.

    \b
    Example:
      rashomon correct table pile.csv
      rashomon correct reports pile.csv --why "the archive's own list" --who Mira
    """
    from rashomon.described_table import table as write_table

    with opened(ledger) as kept:
        written = write_table(kept)
    write_to(to, written, "table")


@correct.command()
def remove(
    which: Annotated[
        list[str],
        typer.Argument(metavar="REPORT…", help="Reports, by their ids or the files they were read from."),
    ],
    why: Why,
    who: Who,
    erase: Annotated[
        bool,
        typer.Option("--erase", help="Erase the captured pages too, and write the ledger anew without them."),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Take reports out of the ledger, with all that was read in them: a wrong file, a page that may not be kept.

    What goes is shown first. The ledger then is as if they had never been read, but for the note that somebody took them out:
    reading their files again passes them over, until that is undone. The captured pages stay, unless they are erased; what
    earlier decisions quote of them stays in any case.

    \b
    Example:
      rashomon correct remove 9c01 --why "a satire" --who Mira
      rashomon correct remove mill.txt --erase --why "the source asked for it" --who Mira
    """
    from rashomon.dossier.phrases import count
    from rashomon.ingest import recollate

    with writable(ledger) as kept:
        goes = {gone.report.id: gone for gone in map(kept.what_goes, which)}
        for gone in goes.values():
            title = gone.report.title or gone.report.name
            said = f"{gone.attributions:,} attributions, {gone.wordings:,} wordings of statements"
            say(
                f"{gone.report.id[:8]} {title}: {said}, {gone.shared:,} of them in statements that others carry too"
            )
        also = ", and erase their pages" if erase else ""
        if not yes and not typer.confirm(f"Take out {count(len(goes), 'report')}{also}?", err=True):
            raise typer.Exit(1)
        made = [kept.take_out(report, who=who, why=why, erase=erase) for report in goes]
        tell_stranded(recollate(kept))
        if erase:
            kept.rewrite()
    ids = " and ".join(c.id[:8] for c in made)
    say(f"Recorded as correction {ids}, and applied.")


@correct.command()
def merge(
    one: Annotated[str, typer.Argument(metavar="NAME|ID", help="A person or body, by a name or an id.")],
    other: Annotated[str, typer.Argument(metavar="NAME|ID", help="The one that is the same.")],
    why: Why,
    who: Who,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say that two names are one person's, or one body's.

    Everything that either is reported to have said is then one speaker's. `rashomon show person NAME` shows
    ids, and why each name is taken for the person.

    \b
    Example:
      rashomon correct merge Osk "Oskar Tarn" --why "signs so in his letters" --who Mira
    """
    with writable(ledger) as kept:
        correction = kept.merge(one, other, who=who, why=why)
        _decided(kept, correction, "person", correction.target.split(":", 2)[2])


@correct.command()
def split(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="A person or body, by a name or an id.")],
    reports: Annotated[
        list[str],
        typer.Option("--report", metavar="ID", help="A report that means another; give it again for more."),
    ],
    why: Why,
    who: Who,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say that a name is another person's in some reports.

    Several reports given together mean one other person; for more people, split again.

    \b
    Example:
      rashomon correct split "Jan Kerr" --report 9c01 --why "the goalkeeper" --who Mira
    """
    with writable(ledger) as kept:
        correction = kept.split(name, reports, who=who, why=why)[0]
        _decided(kept, correction, "person", correction.target.split(":", 2)[2])


@correct.command()
def same(
    what: OfKind,
    one: Annotated[str, typer.Argument(metavar="ID", help="One, by the beginning of its id.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="The one that is the same.")],
    why: Why,
    who: Who,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say that two statements are one, or that two stories are.

    \b
    Example:
      rashomon correct same statement 77be 1f0c --why "two translations of one letter" --who Mira
    """
    with writable(ledger) as kept:
        if what is Kind.STATEMENT:
            _decided(kept, kept.same(one, other, who=who, why=why)[0])
        else:
            _decided(kept, kept.same_story(one, other, who=who, why=why))


@correct.command()
def apart(
    what: OfKind,
    which: Annotated[str, typer.Argument(metavar="ID", help="Which one, by the beginning of its id.")],
    reports: Annotated[
        list[str],
        typer.Option(
            "--report", metavar="ID", help="A report that does not belong to it; give it again for more."
        ),
    ],
    why: Why,
    who: Who,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Say that what some reports carry is another statement, or that they tell another story.

    \b
    Example:
      rashomon correct apart statement 77be --report 9c01 --why "said a week later" --who Mira
    """
    with writable(ledger) as kept:
        decide = kept.split_statement if what is Kind.STATEMENT else kept.split_story
        _decided(kept, decide(which, reports, who=who, why=why)[0])


@correct.command()
def undo(
    correction: Annotated[
        str, typer.Argument(metavar="ID", help="A correction, by the beginning of its id.")
    ],
    why: Why,
    who: Who,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """Take a decision back. The undo is kept as well, and can be undone.

    \b
    Example:
      rashomon correct undo 51a7 --why "I had the wrong report" --who Mira
    """
    with writable(ledger) as kept:
        _decided(kept, kept.undo(correction, who=who, why=why)[0])


@correct.command("list")
def list_(
    stranded: Annotated[
        bool, typer.Option("--stranded", help="Only those that find nothing to apply to, with the reason.")
    ] = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
) -> None:
    """List the decisions, in order of time, and whether each holds.

    \b
    Example:
      rashomon correct list
    """
    from rashomon.terminal.corrections import corrections_page
    from rashomon.terminal.screen import put

    with opened(ledger) as kept:
        put(corrections_page(kept.corrections(), kept.stranded(), only_stranded=stranded))


def _judge(ledger: Ledger, which: str, accept: bool, who: str, why: str) -> None:
    """Decide about an attribution, and show its report, or about a conflict, and show those of its story."""
    story = ledger.conflict(which).story if which.startswith("conflict:") else ""
    correction = (ledger.accept if accept else ledger.reject)(which, who=who, why=why)
    if story:
        _decided(ledger, correction, "conflicts", story)
    else:
        _mended(ledger, correction, which)


def _mended(ledger: Ledger, correction: Correction, which: str) -> None:
    """Apply a decision about an attribution, and show its report."""
    _decided(ledger, correction, "report", which.partition(":")[0])


def _decided(ledger: Ledger, correction: Correction, view: str = "", which: str = "") -> None:
    """Apply a decision, and show what it is about."""
    from rashomon.ingest import recollate
    from rashomon.terminal.screen import put
    from rashomon.terminal.shown import shown

    tell_stranded(recollate(ledger))
    say(f"Recorded as correction {correction.id[:8]}, and applied.")
    if view:
        put(shown(ledger, view, which))
