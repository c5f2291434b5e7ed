"""People by a name, with what they are reported to have said."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.gathered import Shelf, Told, earliest, jointly, own, tell
from rashomon.dossier.order import each_name_first
from rashomon.dossier.phrases import NOT_KNOWN, count, not_by_itself, outlet, outlets, together
from rashomon.dossier.sayings import affiliations
from rashomon.ledger import Said
from rashomon.reading.attributions.stance import with_cue
from rashomon.terminal.screen import heading, indented, line, short
from rashomon.visible import one_line, said_when

#: Pieces of evidence shown for one person's names, unless there are more names.
MOST_EVIDENCE = 5

#: Characters of a cue and of what is said, in a list.
CUE, WORDS = 40, 200


def person_page(
    name: str, found: Sequence[Said], shelf: Shelf, at: str = "", near: Sequence[str] = ()
) -> RenderableType:
    """Everybody who bears a name: all forms of it, why they are taken for one person, and their statements, by date.

    ``at`` stands behind a command that is shown, ``near`` are names to ask for where nobody bears this one.
    """
    if not found:
        mend = (
            f"did you mean {' or '.join(near)}?"
            if near
            else f"look for words with: rashomon search WORDS{at}"
        )
        return line(f"Nobody in this ledger is known by the name {name}; {mend}")
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
    told = [_of(tell(shelf, statement), entity.id) for statement in said.statements]
    views += [indented(_entry(t, entity.id)) for t in sorted((t for t in told if not t.pointing), key=_place)]
    if pointing := sum(t.pointing for t in told):
        views.append(indented(line(f"… and {not_by_itself(pointing)}", style="dim")))
    return views


def _of(told: Told, person: str) -> Told:
    """A statement in the wordings given as a person's own, or else as said by several of whom the person is one."""
    return told if told.speaker is not None and told.speaker.id == person else jointly(told)


def _place(told: Told) -> tuple[str, str, int]:
    """Where a statement stands among those of its speaker: by the date of the report that has it first."""
    first = earliest(told)
    return first.report.published or "~", first.report.id, first.wording.start


def _entry(told: Told, person: str) -> RenderableType:
    """A statement where it is first given as the person's own: the report's date and outlet, what the cue makes of it and the
    words, with whom the person said it, and how widely it is carried. Wordings that name nobody are only counted.
    """
    mine, first = own(told), earliest(told)
    said = first.said if first.told.ahead else with_cue(one_line(first.told.cue, CUE), first.said)
    when = said_when(first.attribution.said_on) if first.attribution else None
    notes = [short(told.statement.id)]
    if told.speaker is None:
        notes.append(together(told, person))
    if (wordings := len(mine.tellings)) > 1:
        notes.append(f"first of {count(wordings, 'wording')} in {outlets(t.report for t in mine.tellings)}")
    others = [t for t in told.tellings if t not in mine.tellings]
    if several := sum(bool(t.told.joint) for t in others):
        notes.append(f"{count(several, 'more wording')} of several together")
    if rest := len(others) - several:
        notes.append(count(rest, "more wording names nobody", "more wordings name nobody"))
    return Group(
        Text.assemble(
            (one_line(first.report.published) if first.report.published else f"date {NOT_KNOWN}", "bold"),
            "  ",
            line(outlet(first.report)),
            line(f", said {when}" if when else ""),
        ),
        indented(line(said, WORDS), line("; ".join(notes), style="dim")),
    )
