"""What people have decided, as pages list it: on the review page, and on the page of whatever a decision is about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from rashomon.corrections import targets
from rashomon.corrections.phrases import in_words
from rashomon.corrections.standing import standing, standing_undos
from rashomon.ledger.decisions.subject import subject
from rashomon.records import Correction, CorrectionKind, Wording, overlap
from rashomon.room.readers import Desk

_PAGES = {"report": "report", "statement": "statement", "story": "story", "entity": "person"}


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as listed. ``state`` is ``holds``, ``undone``, or ``stranded`` with the reason; ``address`` that of the page of
    what it is about, as far as there is one now."""

    id: str
    kind: str
    who: str
    decided_at: str
    why: str
    about: str
    address: str | None
    state: str
    holds: bool


def decided(
    desk: Desk, corrections: Iterable[Correction], among: Iterable[Correction]
) -> tuple[Decided, ...]:
    """These corrections, the last first; ``among`` all of the ledger's, which tell whether they hold."""
    every = tuple(among)
    lost = {c.id: why for c, why in desk.ledger.stranded()}
    holds = {c.id for c in (*standing(every), *standing_undos(every))}
    return tuple(
        Decided(
            c.id,
            c.kind.value,
            c.who,
            c.decided_at,
            c.why,
            in_words(c),
            _address(desk, c),
            f"stranded: {lost[c.id]}"
            if c.id in lost and c.id in holds
            else "holds"
            if c.id in holds
            else "undone",
            c.id in holds,
        )
        for c in sorted(corrections, key=lambda c: (c.decided_at, c.id), reverse=True)
    )


def decided_about_story(desk: Desk, reports: Collection[str]) -> tuple[Decided, ...]:
    """The decisions that hold about which reports are one story with these, and about where their accounts part."""
    here = {targets.of_story(report) for report in reports}

    def parts(c: Correction) -> bool:
        at = targets.conflict(c.target)
        return at is not None and any(report in reports for report, _ in at.members)

    return _holding(desk, lambda c: not here.isdisjoint(_ends(c)) or parts(c))


def decided_about_report(desk: Desk, report: str) -> tuple[Decided, ...]:
    """The decisions that hold about a report's outlet, date, title or authors."""
    return _holding(desk, lambda c: targets.report(c.target) == report)


def decided_about_person(desk: Desk, names: Iterable[tuple[str, str]]) -> tuple[Decided, ...]:
    """The decisions that hold about who bears these names (report, name)."""
    here = {f"{targets.ENTITY}:{report}:{name}" for report, name in names}
    return _holding(desk, lambda c: not here.isdisjoint(_ends(c)))


def decided_about_statement(desk: Desk, wordings: Iterable[Wording]) -> tuple[Decided, ...]:
    """The decisions that hold about what is one statement with these wordings."""
    here = tuple(wordings)

    def meant(end: str | None) -> bool:
        at = targets.place(end)
        return (
            at is not None
            and at.kind == targets.WORDING
            and any(w.report == at.report and overlap(w, at.span) for w in here)
        )

    return _holding(desk, lambda c: any(map(meant, _ends(c))))


def _holding(desk: Desk, about: Callable[[Correction], bool]) -> tuple[Decided, ...]:
    every = desk.ledger.corrections()
    return decided(desk, [c for c in standing(every) if about(c)], every) if every else ()


def _ends(c: Correction) -> tuple[str | None, ...]:
    """What a decision names: a merge has its other end in ``new``, a split in ``old``."""
    return (c.target, c.new if c.kind is CorrectionKind.MERGE else c.old)


def _address(desk: Desk, correction: Correction) -> str | None:
    with desk.ledger.at_one_moment() as connection:
        found = subject(connection, correction.target)
    return None if found is None else f"/{_PAGES[found[0]]}/{found[1]}"
