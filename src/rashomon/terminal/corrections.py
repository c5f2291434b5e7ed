"""People's decisions as a list: who decided what, when and why, and whether it holds."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.corrections import shape, targets
from rashomon.corrections.standing import standing, standing_undos
from rashomon.records import Correction
from rashomon.terminal.screen import indented, line, short

MOST_WORDS = 80
"""Characters shown of what a decision is about."""


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


def in_words(correction: Correction) -> str:
    """What a decision is about, and what it puts in its place, as far as a line holds it."""
    old, new = shape.loaded(correction.old), shape.loaded(correction.new)
    place = targets.place(correction.target)
    if place is None or place.kind != targets.ATTRIBUTION:
        return (
            correction.target if correction.old is None else f"{correction.target} ({_cut(correction.old)})"
        )
    said = " … ".join(words for _, words in shape.quoted(old, "content") or ())
    about = f"report {place.report[:8]}: “{_cut(said)}”" if said else correction.target
    named = shape.speaker(new)
    if named is not None:
        was = (shape.speaker(old) or (None, None))[0]
        return f"{about}, speaker {named[0] or 'not known'}, was {was or 'not known'}"
    parts = [
        f"{part} “{_cut(' … '.join(words for _, words in quoted))}”" if quoted else f"no {part}"
        for part in shape.PARTS
        if (quoted := shape.quoted(new, part)) is not None
    ]
    return ", ".join([about, *parts])


def _cut(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= MOST_WORDS else one[: MOST_WORDS - 1].rstrip() + "…"
