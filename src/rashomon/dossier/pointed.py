"""What a dossier points at in its texts besides the wordings of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rashomon.dossier.accounts import AccountsView, CarrierView, EntryView, MemberView, SettlingView
from rashomon.dossier.figures import FigureView
from rashomon.records import Span

Pointing = MemberView | SettlingView | EntryView | CarrierView | FigureView


def pointed(accounts: AccountsView, figures: Iterable[FigureView]) -> Mapping[int, Sequence[Span]]:
    """The characters of reports, by their numbers, at which conflicts, the timeline, origins and figures point."""
    found: defaultdict[int, set[Span]] = defaultdict(set)
    conflicts = (*accounts.conflicts, *accounts.worth_a_look)
    every: tuple[Pointing, ...] = (
        *(m for c in conflicts for side in c.sides for m in side.members),
        *(s for c in conflicts for s in c.settling),
        *accounts.timeline,
        *(c for o in accounts.origins for c in o.carriers),
        *figures,
    )
    for at in every:
        found[at.report].add(Span(at.start, at.end))
    return {report: sorted(spans) for report, spans in found.items()}
