"""People's decisions about where accounts part, applied over what the machine found.

A decision points at a kind and at a member of each side by its characters (:func:`rashomon.corrections.targets.of_conflict`),
never at a conflict's id, which goes with the story.

- **accept**: accounts part there. It holds for a conflict that has words of two sides of the decision on two sides of its own,
  whatever other sides have come since; that is then a conflict, and no longer merely worth a look.
- **reject**: they do not part. It holds for a conflict each side of which has words of the decision: where a report has since
  added a side that nobody had judged, the conflict is shown again.

Words that another reading has cut anew are still meant, unless a conflict has those of the decision to the character: what Ann
Lee says and what she says that the mayor said stand one inside the other, and may each part from a third.

Where a page has been captured again, its last version stands for those before it, and the decision holds for it where the words
stand there unchanged (:mod:`rashomon.accounts.later_versions`). Where they do not, it is of the version before, and stranded.

The last decision that holds for a conflict is the one that counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from rashomon.accounts.later_versions import Later, Place
from rashomon.accounts.records import Accounts, Conflict, DecidedConflict
from rashomon.corrections import targets
from rashomon.corrections.standing import decided_by, when
from rashomon.corrections.targets import ConflictPlace
from rashomon.records import Correction, CorrectionKind, Span

#: Where every page has one version.
NOWHERE: Later = MappingProxyType({})


def deciding(corrections: Iterable[Correction]) -> list[tuple[Correction, ConflictPlace]]:
    """The corrections that are about conflicts, with what they point at, in order of time."""
    return [
        (c, place)
        for c in sorted(corrections, key=when)
        if c.kind in (CorrectionKind.ACCEPT, CorrectionKind.REJECT)
        and (place := targets.conflict(c.target)) is not None
    ]


def decide_conflicts(found: Accounts, corrections: Iterable[Correction], later: Later = NOWHERE) -> Accounts:
    """A story's accounts as people have decided about its conflicts: without those that stand rejected.

    ``later`` has where the words of decisions stand in later versions of their pages.
    """
    wanted = deciding(corrections)
    if not wanted:
        return found
    conflicts: list[Conflict] = []
    decided: list[DecidedConflict] = []
    about = [(c, place, {m.id for m in meant(place, found.conflicts, later)}) for c, place in wanted]
    for conflict in found.conflicts:
        held = [c for c, place, ids in about if conflict.id in ids and _holds(c, place, conflict, later)]
        if not held:
            conflicts.append(conflict)
            continue
        rejects, told = held[-1].kind is CorrectionKind.REJECT, decided_by(held[-1])
        decided += (DecidedConflict(c.id, conflict.id, rejects, told) for c in held)
        if not rejects:
            conflicts.append(replace(conflict, unsure=False, decided=told))
    decided.sort(key=lambda d: (d.conflict, d.correction))
    return replace(found, conflicts=tuple(conflicts), decided=tuple(decided))


def stranded(
    corrections: Iterable[Correction],
    held: Iterable[str],
    conflicts: Callable[[ConflictPlace], Iterable[Conflict]],
    later: Later = NOWHERE,
) -> tuple[Correction, ...]:
    """The decisions without effect: what was accepted and is found no longer, what was rejected and has a new side since, and
    what is about words that their page has changed since.

    ``held`` are the ids of those that hold for a conflict, ``conflicts`` gives those that are shown of the stories of a place.
    What was rejected and is found no longer is as the person has it, and not stranded.
    """
    known = set(held)
    return tuple(
        c
        for c, place in deciding(corrections)
        if c.id not in known
        and (
            c.kind is CorrectionKind.ACCEPT
            or of_an_earlier_version(place, later)
            or any(meets(place, conflict, later) for conflict in conflicts(place))
        )
    )


def of_an_earlier_version(place: ConflictPlace, later: Later) -> bool:
    """Whether the last version of a page no longer has words that a decision is about."""
    return any(later.get(at) == () for at in place.members)


def meant(
    place: ConflictPlace, conflicts: Iterable[Conflict], later: Later = NOWHERE
) -> tuple[Conflict, ...]:
    """Those of a story's conflicts that a decision is about: with its words to the character, else with about its words."""
    near = tuple(c for c in conflicts if meets(place, c, later))
    exact = tuple(c for c in near if _has_each(c, place, later))
    return exact or near


def meets(place: ConflictPlace, conflict: Conflict, later: Later = NOWHERE) -> bool:
    """Whether a conflict is of the kind, and has words of two sides of a decision on two sides of its own."""
    if conflict.kind.value != place.kind:
        return False
    met = [sides for at in place.members if (sides := _sides(at, conflict, later))]
    return any(a != b for n, one in enumerate(met) for other in met[:n] for a in one for b in other)


def _holds(correction: Correction, place: ConflictPlace, conflict: Conflict, later: Later) -> bool:
    if correction.kind is CorrectionKind.ACCEPT:
        return True
    covered = set[int]().union(*(_sides(at, conflict, later) for at in place.members))
    return covered >= {m.side for m in conflict.members}


def _has_each(conflict: Conflict, place: ConflictPlace, later: Later) -> bool:
    """Whether a conflict has every member of a decision to the character, in its own version or a later one."""
    members = {(m.report, Span(m.start, m.end)) for m in conflict.members}
    return all(not members.isdisjoint(_wherever(at, later)) for at in place.members)


def _wherever(at: Place, later: Later) -> tuple[Place, ...]:
    return (at, *later.get(at, ()))


def _sides(at: Place, conflict: Conflict, later: Later) -> set[int]:
    """The sides on which a conflict has these words; half of the shorter must be shared, as another reading may cut them anew."""
    return {
        m.side
        for report, span in _wherever(at, later)
        for m in conflict.members
        if m.report == report
        and 2 * (min(m.end, span.end) - max(m.start, span.start))
        >= max(1, min(m.end - m.start, span.end - span.start))
    }
