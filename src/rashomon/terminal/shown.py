"""Any one view of a ledger, by its name."""

from __future__ import annotations

from rich.console import RenderableType

from rashomon.dossier.accounts import ConflictView, accounts_view
from rashomon.dossier.gathered import Shelf, gather, tell
from rashomon.dossier.kinship import kinship
from rashomon.dossier.order import by_date
from rashomon.ledger import Ledger
from rashomon.records import Story
from rashomon.terminal.accounts import conflicts_page
from rashomon.terminal.person import person_page
from rashomon.terminal.problems import problems_page
from rashomon.terminal.report import report_page
from rashomon.terminal.review import MOST, review_page
from rashomon.terminal.statement import statement_page
from rashomon.terminal.stories import stories, story_page


def shown(ledger: Ledger, what: str, which: str) -> RenderableType:
    """``stories``, ``review``, ``problems``, the ``conflicts`` of all stories or of one, or the one ``story``, ``report``,
    ``statement`` or ``person`` that is asked for.

    Raises LedgerError, in words, for an id that is unknown or ambiguous.
    """
    match what:
        case "stories":
            return stories(ledger.stories(), Shelf(ledger))
        case "story":
            gathered, shelf = gather(ledger, which), Shelf(ledger)
            tied = {report.id: kinship(ledger, shelf, report) for report in gathered.reports}
            return story_page(gathered, tied)
        case "report":
            report = ledger.report(which)
            kin = kinship(ledger, Shelf(ledger), report)
            return report_page(report, ledger.reading(report.id), kin)
        case "statement":
            return statement_page(tell(Shelf(ledger), ledger.statement(which)))
        case "conflicts":
            stories_asked = [ledger.story(which)] if which else list(ledger.stories())
            return conflicts_page([(s.id, s.title, _conflicts(ledger, s)) for s in stories_asked])
        case "person":
            return person_page(which, ledger.person(which), Shelf(ledger))
        case "review":
            return review_page(ledger.review(MOST))
        case "problems":
            return problems_page(tuple(ledger.problems()))
    raise ValueError(f"there is no view of {what!r}")


def _conflicts(ledger: Ledger, story: Story) -> tuple[ConflictView, ...]:
    reports = by_date(map(ledger.report, story.reports))
    readings = tuple(ledger.readings([report.id for report in reports]))
    return accounts_view(ledger.accounts(story.id), reports, readings, ()).conflicts
