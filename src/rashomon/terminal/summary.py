"""What a run of ``rashomon read`` ends with: what was read, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.gathered import Shelf, tell
from rashomon.dossier.kinship import revised
from rashomon.dossier.phrases import WHY_APART, WORTH_A_LOOK, count, outlet, title
from rashomon.ledger import Ledger
from rashomon.records import Problem
from rashomon.terminal.accounts import conflict_entry, story_conflicts
from rashomon.terminal.problems import parted, problem_entries
from rashomon.terminal.screen import heading, indented, line, short
from rashomon.terminal.stories import statement_entry, story_entry

if TYPE_CHECKING:
    from rashomon.ingest import News, Summary

#: How much of each list is shown, so that the whole stands on two screens; the ledger has the rest.
MOST_STORIES, MOST_CONFLICTS, MOST_PAGES, MOST_STATEMENTS, MOST_PROBLEMS = 5, 4, 5, 8, 10

#: So many reports of unknown outlet or date, and it is said how they can be given.
FEW_UNDESCRIBED = 3


def summary(done: Summary, ledger: Ledger, at: str = "") -> RenderableType:
    """Reports read, known and failed; pages that have changed; the largest stories; where accounts part, what is new first; the
    statements of most wordings; the problems. ``at`` stands behind the commands that are shown.
    """
    views: list[RenderableType] = [_sizes(done, at)]
    shelf, counts = Shelf(ledger), ledger.counts()
    views += _changed(done.news, ledger, shelf, at)
    if stories := list(islice(ledger.stories(), MOST_STORIES)):
        views += [Text(), heading(count(counts.stories, "story", "stories"))]
        views += [indented(story_entry(story, shelf)) for story in stories]
        views += _rest(counts.stories - len(stories), f"rashomon show stories{at}")
    views += _parting(done, ledger, at)
    if shared := list(islice(ledger.statements(min_wordings=2), MOST_STATEMENTS)):
        views += [Text(), heading(f"Statements with most wordings, of {counts.statements:,}")]
        views += [indented(statement_entry(tell(shelf, statement))) for statement in shared]
        views += [indented(line(f"All wordings of one: rashomon show statement ID{at}", style="dim"))]
    return Group(*views, *_problems(done.problems, at), *_undescribed(ledger, at))


def _undescribed(ledger: Ledger, at: str) -> list[RenderableType]:
    """How to give outlets and dates, where several reports have none."""
    outlets, dates = ledger.undescribed()
    if max(outlets, dates) < FEW_UNDESCRIBED:
        return []
    lacks = [f"{n:,} of unknown {part}" for n, part in ((outlets, "outlet"), (dates, "date")) if n]
    return [
        Text(),
        line(f"Reports {', '.join(lacks)}. To give them: rashomon correct table TABLE.csv{at}", style="dim"),
    ]


def _sizes(done: Summary, at: str) -> Text:
    words = f" ({count(done.words, 'word')})" if done.read else ""
    noted = sum(problem.noted for problem in done.problems)
    notes = f", {count(noted, 'note')}" if noted else ""
    unread = (
        f" ({done.still_unread:,} of them still cannot be read: rashomon show problems{at})"
        if done.still_unread
        else ""
    )
    return Text.assemble(
        (f"{count(done.read, 'report')} read", "bold"),
        f"{words}, {done.known:,} known already{unread}, {done.failed:,} could not be read{notes}, in {_duration(done.seconds)}",
    )


def _changed(news: News, ledger: Ledger, shelf: Shelf, at: str) -> list[RenderableType]:
    """Pages of which this run read a later version, and what became of their sentences."""
    if not news.replaced:
        return []
    views: list[RenderableType] = [Text(), heading(f"Pages that have changed: {len(news.replaced):,}")]
    for later, _ in news.replaced[:MOST_PAGES]:
        report = shelf.report(later)
        views.append(
            indented(
                Text.assemble((short(later), "dim"), "  ", line(f"{outlet(report)}: {title(report)}", 100)),
                *(line(sentence, 200) for sentence in revised(ledger, shelf, report)),
            )
        )
    return views + _rest(len(news.replaced) - MOST_PAGES, f"rashomon show story ID{at}")


def _parting(done: Summary, ledger: Ledger, at: str) -> list[RenderableType]:
    """Conflicts: those that are new or have grown, or, where all of them are, the surest. What is only worth a look stands in a
    line of its own."""
    every = [p for p in ledger.conflict_places() if not p.unsure]
    look = _worth_a_look(done, ledger, at)
    if not every:
        return look
    new = len(done.news.conflicts)
    since = f", {new or 'none':} new since the last run" if done.known and new < len(every) else ""
    views: list[RenderableType] = [
        Text(),
        heading(f"Where the accounts part: {count(len(every), 'conflict')}{since}"),
    ]
    news = set(done.news.conflicts)
    shown = sorted(every, key=lambda p: p.conflict not in news)[:MOST_CONFLICTS]
    entries = {
        conflict.id: conflict
        for story in {p.story for p in shown}
        for conflict in story_conflicts(ledger, ledger.story(story))
    }
    views += [indented(conflict_entry(entries[p.conflict], most=1)) for p in shown]
    return [*views, *_rest(len(every) - len(shown), f"rashomon show conflicts{at}"), *look]


def _worth_a_look(done: Summary, ledger: Ledger, at: str) -> list[RenderableType]:
    """How many claims only a model holds for opposed: no conflicts, so that none of them is told here."""
    number = sum(p.unsure for p in ledger.conflict_places())
    if not number:
        return []
    new = len(done.news.worth_a_look)
    since = f", {new or 'none'} of them new since the last run" if done.known and new < number else ""
    told = f"{WORTH_A_LOOK}: {number:,}{since} (rashomon show conflicts{at})"
    return [Text(), line(told), indented(line(WHY_APART, style="dim"))]


def _duration(seconds: float) -> str:
    """A time as people say it.

    >>> _duration(3.21), _duration(75), _duration(7300)
    ('3.2 s', '1 min 15 s', '2 h 1 min')
    """
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def _problems(problems: Sequence[Problem], at: str) -> list[RenderableType]:
    views: list[RenderableType] = []
    for told, some in parted(problems):
        entries = problem_entries(some)
        views += [Text(), heading(told), *entries[:MOST_PROBLEMS]]
        views += _rest(len(entries) - MOST_PROBLEMS, f"rashomon show problems{at}")
    return views


def _rest(number: int, command: str) -> list[RenderableType]:
    return [indented(line(f"… and {number:,} more: {command}", style="dim"))] if number > 0 else []
