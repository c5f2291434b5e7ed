"""The stories of a ledger, and one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.dossier.accounts import accounts_view
from rashomon.dossier.gathered import Gathered, Shelf, Told, leading
from rashomon.dossier.phrases import count, dates, outlet, outlets, reports_in, title, who
from rashomon.dossier.sayings import affiliations
from rashomon.records import Report, Story
from rashomon.terminal.accounts import accounts_section
from rashomon.terminal.figures import figure_list
from rashomon.terminal.screen import heading, indented, line, short
from rashomon.visible import one_line

#: Statements of a story shown in a terminal; its dossier has them all.
MOST_STATEMENTS = 15

#: Characters of a wording's first words, for one line of a terminal.
FIRST_WORDS = 100


UNFINISHED = "The reports that were read are not brought together yet: run the same rashomon read again"


def stories(found: Iterable[Story], shelf: Shelf, at: str = "") -> RenderableType:
    """A list of stories: id, title, reports, outlets, dates. ``at`` stands behind the commands that are shown."""
    views = [story_entry(story, shelf) for story in found]
    if not views:
        return line(f"The ledger has no stories yet: read reports with rashomon read PATH{at}")
    return Group(*views, Text(), line(f"One of them: rashomon show story ID{at}", style="dim"))


def story_entry(story: Story, shelf: Shelf) -> RenderableType:
    """A story in two lines."""
    reports = [shelf.report(report) for report in story.reports]
    return Group(
        Text.assemble((short(story.id), "dim"), "  ", heading(story.title)),
        indented(line(f"{reports_in(reports)}; {dates(story.earliest, story.latest)}")),
    )


def story_page(gathered: Gathered, kin: Mapping[str, Sequence[str]], at: str = "") -> RenderableType:
    """A story: its reports by date, who is reported to have said how much, and its foremost statements.

    ``kin`` has sentences on what ties a report's text to others, by the report's id; ``at`` stands behind the
    commands that are shown.
    """
    story, reports, told = gathered.story, gathered.reports, gathered.statements
    views: list[RenderableType] = [
        heading(story.title),
        line(f"story {short(story.id)}: {reports_in(reports)}; {dates(story.earliest, story.latest)}"),
        Text(),
        heading("Reports"),
        report_list(reports),
    ]
    tied = [(report, kin[report.id]) for report in reports if kin.get(report.id)]
    if tied:
        views += [Text(), heading("Texts in common")]
        views += [
            indented(line(f"{outlet(report)}: {told}")) for report, sentences in tied for told in sentences
        ]
    speakers = Counter(who(t) for t in told if t.speaker or t.joint)
    if speakers:
        beside = _beside(told, {report.id for report in reports})
        views += [Text(), heading("Who said what")]
        views += [
            indented(line(f"{name}{beside.get(name, '')}: {count(number, 'statement')}"))
            for name, number in speakers.most_common()
        ]
        views.append(indented(line(f"More of one: rashomon show person NAME{at}", style="dim")))
    views += accounts_section(accounts_view(gathered.accounts, reports, gathered.readings, told))
    if figures := figure_list(gathered):
        views += [Text(), *figures]
    views += [Text(), *_foremost(told)]
    views += [Text(), line(f"All of it, for an editor: rashomon dossier {short(story.id)}{at}", style="dim")]
    return Group(*views)


def _beside(told: Iterable[Told], reports: set[str]) -> dict[str, str]:
    """What a story's reports tell beside a speaker's name, in brackets; nothing of a name that two speakers have."""
    speakers = {t.speaker.id: t.speaker for t in told if t.speaker}
    bearers = Counter(speaker.name for speaker in speakers.values())
    words = {
        s.name: "; ".join(w for w, _ in affiliations([a for a in s.affiliations if a.report in reports]))
        for s in speakers.values()
        if bearers[s.name] == 1
    }
    return {one_line(name): f" ({one_line(told, 160)})" for name, told in words.items() if told}


def report_list(reports: Iterable[Report]) -> RenderableType:
    """A line a report: id, date, outlet and title."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for report in reports:
        table.add_row(
            line(short(report.id), style="dim"),
            line(report.published or "no date"),
            line(f"{outlet(report)}: {title(report)}"),
        )
    return indented(table)


def statement_entry(told: Told) -> RenderableType:
    """A statement in two lines: id, speaker, how widely it is carried; the first words of its commonest wording."""
    wordings = count(len(told.tellings), "wording")
    carried = f"{wordings} in {outlets(t.report for t in told.tellings)}"
    differs = "; quoted in different words" if told.closeness is not None else ""
    differs = "; a quotation is altered" if told.altered else differs
    return Group(
        Text.assemble((short(told.statement.id), "dim"), "  ", (who(told), "bold"), f"  {carried}{differs}"),
        indented(indented(line(leading(told).said, FIRST_WORDS))),
    )


def _foremost(told: Sequence[Told]) -> list[RenderableType]:
    if not told:
        return [line("No statements were found in these reports.")]
    telling = [t for t in told if not t.pointing]
    shown = [t for t in telling if len(t.tellings) > 1][:MOST_STATEMENTS] or telling[:MOST_STATEMENTS]
    views: list[RenderableType] = [heading("Statements"), *(indented(statement_entry(t)) for t in shown)]
    if rest := len(told) - len(shown):
        views.append(indented(line(f"… and {rest:,} more, which the dossier has", style="dim")))
    return views
