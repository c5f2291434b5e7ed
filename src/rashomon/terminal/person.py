"""People by a name, with what they are reported to have said."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.gathered import Shelf, Told, own, tell
from rashomon.dossier.order import each_name_first
from rashomon.dossier.phrases import count, not_by_itself
from rashomon.dossier.sayings import affiliations
from rashomon.ledger import Said
from rashomon.terminal.screen import heading, indented, line
from rashomon.terminal.stories import statement_entry

#: Pieces of evidence shown for one person's names, unless there are more names.
MOST_EVIDENCE = 5


def person_page(name: str, found: Sequence[Said], shelf: Shelf) -> RenderableType:
    """Everybody who bears a name: all forms of it, why they are taken for one person, and their statements."""
    if not found:
        return line(
            f"Nobody in this ledger is known by the name {name}; look for words with: rashomon search WORDS"
        )
    views: list[RenderableType] = []
    if len(found) > 1:
        views += [
            line(
                f"{count(len(found), 'name')} of this ledger have these words, each its own person or body."
            ),
            Text(),
        ]
    for said in found:
        views += [*_one(said, shelf), Text()]
    return Group(*views[:-1])


def _one(said: Said, shelf: Shelf) -> list[RenderableType]:
    entity = said.entity
    others = [form for form in entity.names if form != entity.name]
    views: list[RenderableType] = [heading(entity.name)]
    if entity.kind is not None:
        views.append(line(entity.kind.value, style="dim"))
    if others:
        views.append(line(f"also: {', '.join(others)}"))
    for words, places in affiliations(entity.affiliations):
        reports = count(len({t.report for t in places}), "report")
        views.append(line(f"{words} (beside the name in {reports}, first {places[0].report[:8]})"))
    shown = each_name_first(entity.evidence)[: max(MOST_EVIDENCE, len(entity.names))]
    for evidence in shown:
        views.append(line(f"“{evidence.name}” in report {evidence.report[:8]}: {evidence.why}", style="dim"))
    rest = len(entity.evidence) - len(shown)
    if rest > 0:
        views.append(line(f"… and {count(rest, 'more piece', 'more pieces')} of evidence", style="dim"))
    views.append(line(f"id {entity.id[:8]}", style="dim"))
    views.append(line(count(len(said.statements), "statement")))
    told = [tell(shelf, statement) for statement in said.statements]
    views += [indented(_entry(t)) for t in told if not t.pointing]
    if pointing := sum(t.pointing for t in told):
        views.append(indented(line(f"… and {not_by_itself(pointing)}", style="dim")))
    return views


def _entry(told: Told) -> RenderableType:
    """A statement in the wordings that are given as the person's own; the others, which name nobody, are only counted."""
    mine = own(told)
    rest = len(told.tellings) - len(mine.tellings)
    if not rest:
        return statement_entry(told)
    others = count(rest, "more wording names nobody", "more wordings name nobody")
    return Group(statement_entry(mine), indented(indented(line(others, style="dim"))))
