"""What is worth a look, most useful first, and the command that decides it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.phrases import MAY_BE_OPPOSED, NOT_KNOWN
from rashomon.ledger.decisions.review import ReviewItem, ReviewKind
from rashomon.terminal.screen import indented, line, short, words
from rashomon.visible import beginning

MOST = 30
"""Entries shown; deciding the first ones brings up others."""


def review_page(items: Sequence[ReviewItem], at: str = "") -> RenderableType:
    """The entries of the queue, each with its reason and how to decide it. ``at`` stands behind the commands that are shown."""
    if not items:
        return line("Nothing in this ledger asks for a look.")
    views: list[RenderableType] = []
    for number, item in enumerate(items, 1):
        views += [
            Text.assemble(
                (f"{number:3}  ", "dim"),
                (item.kind.value, "bold"),
                "  ",
                line(item.speaker or (MAY_BE_OPPOSED if item.conflict else f"speaker {NOT_KNOWN}")),
            ),
            indented(
                words(beginning(" ".join(item.text.split()), 200)),
                line(f"{item.why}; wordings that depend on it: {item.wordings}", style="dim"),
                line(_decide(item) + at, style="dim"),
            ),
        ]
    also = 'Each command also needs --why "…" and --who NAME.'
    return Group(*views, Text(), line(also, style="dim"))


def _decide(item: ReviewItem) -> str:
    """The command that decides it."""
    if item.kind is ReviewKind.SPEAKER and item.speaker is None:
        return f"rashomon correct speaker {short(item.report)}:{(item.attribution or 0) + 1} NAME"
    if item.attribution is not None:
        return f"rashomon correct accept {short(item.report)}:{item.attribution + 1}"
    if item.conflict is not None:
        return f"rashomon correct accept conflict:{short(item.conflict)} (or reject)"
    if item.kind is ReviewKind.LINK and item.statement:
        return f"rashomon correct apart statement {short(item.statement)} --report {short(item.report)}"
    if item.kind is ReviewKind.PERSON and item.entity:
        return f"rashomon correct split {short(item.entity)} --report {short(item.report)}"
    return f"rashomon correct undo {short(item.correction or '')}"
