"""People's decisions as a list: who decided what, when and why, and whether it holds."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.corrections.phrases import in_words
from rashomon.corrections.standing import standing, standing_undos
from rashomon.records import Correction
from rashomon.terminal.screen import indented, line, short


def corrections_page(
    corrections: Sequence[Correction],
    stranded: Sequence[tuple[Correction, str]],
    *,
    only_stranded: bool = False,
) -> RenderableType:
    """Every decision in order of time; or only those that find nothing to apply to."""
    lost = {c.id: why for c, why in stranded}
    shown = [c for c in corrections if c.id in lost or not only_stranded]
    if not shown:
        return line(
            "No decision finds nothing." if only_stranded else "Nobody has decided anything in this ledger."
        )
    holds = {c.id for c in (*standing(corrections), *standing_undos(corrections))}
    views: list[RenderableType] = []
    for c in shown:
        state = f"stranded: {lost[c.id]}" if c.id in lost else "holds" if c.id in holds else "undone"
        views += [
            Text.assemble(f"{short(c.id)}  ", (c.kind.value, "bold"), "  ", line(in_words(c))),
            indented(
                line(f"{c.who}, {c.decided_at[:16].replace('T', ' ')} UTC: {c.why}"), line(state, style="dim")
            ),
        ]
    return Group(*views)
