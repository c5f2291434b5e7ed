"""What a search found."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.gathered import Shelf, tell
from rashomon.dossier.phrases import count, outlet, title, who
from rashomon.ledger import Found, Ledger
from rashomon.terminal.screen import indented, line, short
from rashomon.terminal.statement import ahead

#: Characters of a statement shown; a stretch of a report is shorter already.
LONGEST = 400


def found(query: str, hits: Sequence[Found], ledger: Ledger, *, more: bool = False) -> RenderableType:
    """Each hit: its kind and id, who said it or which report it is, and the words that were found, marked.

    ``more`` tells that there are others, which a limit left out.
    """
    if not hits:
        asked = query.strip()
        return line(f"Nothing in this ledger holds all of: {asked}" if asked else "Give words to look for.")
    shelf = Shelf(ledger)
    number = f"the best {count(len(hits), 'hit')}; there are more: give --limit a higher number"
    told = line(number if more else count(len(hits), "hit"), style="dim")
    return Group(*(_hit(hit, ledger, shelf) for hit in hits), told)


def _hit(hit: Found, ledger: Ledger, shelf: Shelf) -> RenderableType:
    report = shelf.report(hit.report)
    where = f"{outlet(report)}: {title(report)}"
    told = tell(shelf, ledger.statement(hit.id)) if hit.kind == "statement" else None
    about = who(told) if told else where
    head = Text.assemble(f"{hit.kind} ", (short(hit.id), "dim"), "  ", (about, "bold"))
    place = (hit.report, hit.start)
    found = [t.told for t in told.tellings if (t.report.id, t.wording.start) == place] if told else []
    views = [Text.assemble(*map(ahead, found[:1]), snippet(hit))]
    if hit.kind == "statement":
        views.append(line(f"{where}, characters {hit.start} to {hit.end}", style="dim"))
    return Group(head, indented(*views)) if hit.kind != "title" else head


def snippet(hit: Found) -> Text:
    """The snippet on one line, its matches in bold and underlined."""
    text, reached = Text(), 0
    shown = hit.snippet[:LONGEST]
    for mark in hit.marks:
        if mark.end <= LONGEST:
            text.append_text(_spaced(shown[reached : mark.start]))
            text.append_text(line(shown[mark.start : mark.end], style="bold underline"))
            reached = mark.end
    text.append_text(_spaced(shown[reached:]))
    return text if len(hit.snippet) <= LONGEST else text.append("…")


def _spaced(text: str) -> Text:
    """Text on one line, with a space at either end where it has one."""
    before, after = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    return Text.assemble(before, line(text), after) if text.strip() else Text(before)
