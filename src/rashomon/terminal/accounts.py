"""Where the accounts of a story part, and what they rest on, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.accounts import AccountsView, ConflictView, accounts_view
from rashomon.dossier.order import by_date
from rashomon.dossier.phrases import WHY_APART, WORTH_A_LOOK, count
from rashomon.ledger import Ledger
from rashomon.records import Story
from rashomon.terminal.screen import heading, indented, line, short

#: Shown of each list in a terminal; the dossier has all.
MOST_CONFLICTS, MOST_MEMBERS, MOST_ENTRIES, MOST_ORIGINS = 8, 5, 20, 12


def accounts_section(view: AccountsView) -> list[RenderableType]:
    """Conflicts, what is worth a look, the timeline, where the reports had it from, what outlets left out; nothing for what there
    is none of."""
    views: list[RenderableType] = []
    if view.conflicts:
        views += [Text(), heading(f"Where the accounts part: {count(len(view.conflicts), 'conflict')}")]
        views += [indented(conflict_entry(c)) for c in view.conflicts[:MOST_CONFLICTS]]
        views += _rest(len(view.conflicts) - MOST_CONFLICTS)
    if view.worth_a_look:
        views += [
            Text(),
            *apart(view.worth_a_look, MOST_CONFLICTS),
            *_rest(len(view.worth_a_look) - MOST_CONFLICTS),
        ]
    if view.timeline:
        views += [Text(), heading("Timeline")]
        views += [
            indented(Text.assemble((f"{e.dates}  ", "dim"), line(f"{e.what}: {e.words}", 160)))
            for e in view.timeline[:MOST_ENTRIES]
        ]
        views += _rest(len(view.timeline) - MOST_ENTRIES)
    if view.origins:
        views += [Text(), heading("Where the reports had it from")]
        views += [
            indented(line(f"{o.name} ({o.kind}): {o.things} in {o.outlets}", 240))
            for o in view.origins[:MOST_ORIGINS]
        ]
        views += _rest(len(view.origins) - MOST_ORIGINS)
    if view.omissions:
        views += [Text(), heading("Left out, though most others carry it")]
        views += [
            indented(line(f"{o.outlet}: {o.words} ({o.carried})", 160)) for o in view.omissions[:MOST_ENTRIES]
        ]
        views += _rest(len(view.omissions) - MOST_ENTRIES)
    return views


def apart(found: Sequence[ConflictView], most: int | None = None) -> list[RenderableType]:
    """Claims that only a model holds for opposed, under their own heading and with why they stand apart."""
    return [
        heading(WORTH_A_LOOK),
        indented(line(WHY_APART, style="dim")),
        *(indented(conflict_entry(c)) for c in found[:most]),
    ]


def conflict_entry(conflict: ConflictView, most: int = MOST_MEMBERS) -> RenderableType:
    """A conflict: what it is about and why it is one; under it ``most`` of each side's words with who is cited, their place
    (report and characters) and their sentence.
    """
    views: list[RenderableType] = [
        Text.assemble(
            (short(conflict.id), "dim"), "  ", (conflict.kind, "bold"), "  ", line(conflict.about, 120)
        ),
        indented(line(conflict.why, style="dim")),
        *([indented(line(conflict.decided, style="dim"))] if conflict.decided else []),
        *([indented(line(f"in common: {conflict.shared}", style="dim"))] if conflict.shared else []),
    ]
    for side in conflict.sides:
        for m in side.members[:most]:
            views.append(indented(line(f"{side.letter}  {m.source}: {m.words}")))
            if m.beside:
                views.append(indented(indented(line(m.beside, style="dim"))))
            place = f"{m.told_in}; {short(m.id)}:{m.start}-{m.end}"
            place += f": {m.sentence}" if m.sentence else ""
            views.append(indented(indented(line(place, style="dim"))))
        if (rest := len(side.members) - most) > 0:
            views.append(indented(line(f"{side.letter}  … and {rest:,} more", style="dim")))
    views += [
        indented(line(f"said to be open or to settle it: {s.words}", style="dim")) for s in conflict.settling
    ]
    return Group(*views)


def conflicts_page(
    stories: Sequence[tuple[str, str, Sequence[ConflictView]]], which: str = "any"
) -> RenderableType:
    """The conflicts of stories, each story by id and title; below those of each what is only worth a look.

    ``which`` story was asked for, *any* or *this*, is told where there are none.
    """
    views: list[RenderableType] = []
    for id_, title, conflicts in stories:
        if conflicts:
            unsure = [c for c in conflicts if c.unsure]
            views += [Text.assemble((short(id_), "dim"), "  ", heading(title))]
            views += [indented(conflict_entry(c)) for c in conflicts if not c.unsure]
            views += [indented(*apart(unsure))] if unsure else []
            views.append(Text())
    return Group(*views) if views else line(f"No conflicts were found between the accounts of {which} story.")


def story_conflicts(ledger: Ledger, story: Story) -> tuple[ConflictView, ...]:
    """The conflicts of one story, the surest first, and behind them what is only worth a look."""
    reports = by_date(map(ledger.report, story.reports))
    readings = tuple(ledger.readings([report.id for report in reports]))
    view = accounts_view(ledger.accounts(story.id), reports, readings, ())
    return (*view.conflicts, *view.worth_a_look)


def _rest(number: int) -> list[RenderableType]:
    return (
        [indented(line(f"… and {number:,} more, which the dossier has", style="dim"))] if number > 0 else []
    )
