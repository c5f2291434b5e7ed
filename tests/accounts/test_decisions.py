"""For which conflicts a person's decision holds: by its kind and by words on each side, whatever id and order they have."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.decisions import decide_conflicts, stranded
from rashomon.accounts.records import Accounts, Conflict, ConflictKind, ConflictMember
from rashomon.corrections import targets
from rashomon.records import Correction, CorrectionKind

Place = tuple[str, int, int]
GULL, TIDE, ECHO = ("9a", 10, 30), ("5d", 0, 20), ("1f", 40, 44)


def conflict(*sides: Place, kind: ConflictKind = ConflictKind.OPPOSED, unsure: bool = True) -> Conflict:
    members = (ConflictMember(n, *at, None, None, "Ann Lee", "why") for n, at in enumerate(sides))
    return Conflict("c0f", "57", kind, "the mill", 0.9, "why", tuple(members), unsure=unsure)


def decided(kind: CorrectionKind, *sides: Place, at: int = 1, of: str = "opposed claims") -> Correction:
    target = targets.of_conflict(of, sides)
    return Correction(f"{at:04x}", "Mira", f"2031-04-0{at}T00:00:00+00:00", "I was there", kind, target)


ACCEPT, REJECT = CorrectionKind.ACCEPT, CorrectionKind.REJECT


def after(found: Conflict, *corrections: Correction) -> Accounts:
    return decide_conflicts(Accounts("57", conflicts=(found,)), corrections)


def test_what_was_accepted_is_a_conflict_and_says_who_decided() -> None:
    told = after(conflict(GULL, TIDE), decided(ACCEPT, GULL, TIDE))
    assert [(c.unsure, c.decided) for c in told.conflicts] == [
        (False, "as Mira decided on 2031-04-01: I was there")
    ]
    assert [(d.correction, d.conflict, d.rejects) for d in told.decided] == [("0001", "c0f", False)]


def test_what_was_rejected_is_none_and_the_decision_is_kept() -> None:
    told = after(conflict(GULL, TIDE), decided(REJECT, GULL, TIDE))
    assert told.conflicts == ()
    assert [(d.correction, d.conflict, d.rejects) for d in told.decided] == [("0001", "c0f", True)]


@pytest.mark.parametrize("kinds", [(ACCEPT, REJECT), (REJECT, ACCEPT)])
def test_the_last_decision_counts_and_neither_is_stranded(
    kinds: tuple[CorrectionKind, CorrectionKind],
) -> None:
    both = [decided(kind, GULL, TIDE, at=n) for n, kind in enumerate(kinds, 1)]
    told = after(conflict(GULL, TIDE), *reversed(both))
    assert len(told.conflicts) == (kinds[1] is ACCEPT)
    assert [d.rejects for d in told.decided] == [kinds[1] is REJECT] * 2
    assert stranded(both, (d.correction for d in told.decided), lambda _: told.conflicts) == ()


@pytest.mark.parametrize(
    ("found", "holds"),
    [
        (conflict(TIDE, GULL), True),  # the sides stand by the days of their reports
        (conflict(("9a", 12, 34), ("5d", 0, 18)), True),  # another reading has cut them anew
        (conflict(("9a", 28, 50), TIDE), False),
        (conflict(GULL, ECHO), False),
        (conflict(GULL, TIDE, kind=ConflictKind.DENIAL), False),
    ],
)
@pytest.mark.parametrize("kind", [ACCEPT, REJECT])
def test_a_decision_is_found_by_kind_and_words(found: Conflict, holds: bool, kind: CorrectionKind) -> None:
    assert bool(after(found, decided(kind, GULL, TIDE)).decided) == holds


def test_a_side_that_nobody_had_judged_brings_back_what_was_rejected() -> None:
    grown = conflict(GULL, TIDE, ECHO, kind=ConflictKind.FIGURES, unsure=False)
    no, yes = (decided(kind, GULL, TIDE, of="figures") for kind in (REJECT, ACCEPT))
    told = after(grown, no)
    assert told.conflicts == (grown,)
    assert stranded([no], (), lambda _: told.conflicts) == (no,)
    assert after(grown, yes).conflicts[0].decided


def test_what_is_found_no_longer_strands_the_accepted_and_leaves_the_rejected_as_the_person_has_it() -> None:
    no, yes = (decided(kind, GULL, TIDE) for kind in (REJECT, ACCEPT))
    assert stranded([no, yes], (), lambda _: ()) == (yes,)


def test_one_place_on_both_sides_is_no_conflict_of_two() -> None:
    """What is denied stands inside its denial; another denial of other words is not meant."""
    inside, other = ("9a", 12, 20), ("5d", 0, 9)
    assert not after(conflict(other, GULL), decided(REJECT, inside, GULL)).decided


@pytest.mark.parametrize("kind", [ACCEPT, REJECT])
def test_words_inside_others_are_not_meant_where_those_of_the_decision_stand_themselves(
    kind: CorrectionKind,
) -> None:
    """*Ann Lee said that the mayor said the gates were shut*: either may part from *the gates were open*."""
    outer, inner = conflict(GULL, TIDE), replace(conflict(("9a", 14, 30), TIDE), id="1ee")
    told = decide_conflicts(Accounts("57", conflicts=(inner, outer)), [decided(kind, GULL, TIDE)])
    assert [d.conflict for d in told.decided] == ["c0f"]
    assert inner in told.conflicts
    # Where a side has come that nobody had judged, the decision does not pass to the other.
    grown = conflict(GULL, TIDE, ECHO)
    told = decide_conflicts(Accounts("57", conflicts=(inner, grown)), [decided(REJECT, GULL, TIDE)])
    assert told.conflicts == (inner, grown)


def test_other_corrections_are_left_aside() -> None:
    found = Accounts("57", conflicts=(conflict(GULL, TIDE),))
    other = Correction("1", "Mira", "2031", "why", REJECT, "attribution:9a:10-30")
    undo = Correction("2", "Mira", "2031", "why", CorrectionKind.UNDO, "correction:1")
    assert decide_conflicts(found, [other, undo]) is found


@pytest.mark.parametrize(
    "target",
    [
        "conflict:",
        "conflict:4d05",
        "conflict:opposed claims",
        "conflict:opposed claims:9a:1-2",
        "conflict:opposed claims:9a:1-2:",
        "conflict:Opposed:9a:1-2:5d:3-4",
        "conflict:denial:9a:1-2:5d:3-4 ",
        "conflict:denial:9a:1-2:5d:3-٤",
        "conflict:denial:" + "9a:1-2:" * 4000,
        "conflict:" + "a" * 8000,
    ],
)
def test_what_is_written_otherwise_points_at_nothing(target: str) -> None:
    assert targets.conflict(target) is None
