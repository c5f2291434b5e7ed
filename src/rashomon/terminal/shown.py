"""Any one view of a ledger, by its name."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.gathered import Shelf, gather, tell
from rashomon.dossier.kinship import kinship
from rashomon.ledger import Ledger
from rashomon.ledger.shown import rests_on
from rashomon.terminal.accounts import conflicts_page, story_conflicts
from rashomon.terminal.person import person_page
from rashomon.terminal.problems import problems_page
from rashomon.terminal.report import report_page
from rashomon.terminal.review import MOST, review_page
from rashomon.terminal.screen import line
from rashomon.terminal.statement import statement_page
from rashomon.terminal.stories import UNFINISHED, stories, story_page


def shown(ledger: Ledger, what: str, which: str, at: str = "") -> RenderableType:
    """``stories``, ``review``, ``problems``, the ``conflicts`` of all stories or of one, or the one ``story``, ``report``,
    ``statement`` or ``person`` that is asked for. ``at`` stands behind the commands that are shown
    (:func:`rashomon.options.named`).

    Raises LedgerError, in words, for an id that is unknown or ambiguous.
    """
    match what:
        case "stories":
            return _with_due(ledger, lambda: stories(ledger.stories(), Shelf(ledger), at))
        case "story":
            gathered, shelf = gather(ledger, which), Shelf(ledger)
            tied = {report.id: kinship(ledger, shelf, report) for report in gathered.reports}
            return story_page(gathered, tied, at)
        case "report":
            report = ledger.report(which)
            kin = kinship(ledger, Shelf(ledger), report)
            return report_page(report, ledger.reading(report.id), kin)
        case "statement":
            statement = ledger.statement(which)
            return statement_page(
                tell(Shelf(ledger), statement),
                rests_on.independence(ledger, statement.id),
                rests_on.had_from(ledger, statement.id),
            )
        case "conflicts":
            return _with_due(ledger, lambda: _conflicts(ledger, which))
        case "person":
            found = ledger.person(which)
            return person_page(which, found, Shelf(ledger), at, () if found else ledger.near_names(which))
        case "review":
            return review_page(ledger.review(MOST), at)
        case "problems":
            return problems_page((*ledger.due(), *ledger.problems()))
    raise ValueError(f"there is no view of {what!r}")


def _conflicts(ledger: Ledger, story: str) -> RenderableType:
    asked = [ledger.story(story)] if story else list(ledger.stories())
    found = [(s.id, s.title, story_conflicts(ledger, s)) for s in asked]
    return conflicts_page(found, "this" if story else "any")


def _with_due(ledger: Ledger, view: Callable[[], RenderableType]) -> RenderableType:
    """A list, below a line that says so where reports were read that are not in it yet; the line alone where nothing is."""
    if not ledger.due():
        return view()
    return Group(line(UNFINISHED), Text(), view()) if ledger.counts().stories else line(UNFINISHED)
