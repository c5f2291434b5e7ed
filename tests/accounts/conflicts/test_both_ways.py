"""One speaker who is reported to say opposite things."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.conflicts.both_ways import both_ways, opposite, read
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.story import accounts
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, told


def said(outlet: str, words: str, speaker: str = "Ann Lee", cue: str = "said") -> tuple[Report, Reading]:
    return report(outlet, f"{speaker} {cue} {words}.", [Said(words, speaker, speaker, cue)])


def found(one: str, other: str, **more: str) -> tuple[Conflict, ...]:
    return both_ways(told([said("Gull", one), said("Tide", other, **more)]))


def test_that_she_would_and_would_not_are_two_sides_of_one_speaker() -> None:
    (conflict,) = found("that she would resign over the mill", "that she would not resign over the mill")
    assert conflict.kind is ConflictKind.BOTH_WAYS
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Ann Lee")]
    assert conflict.about.startswith("Ann Lee is reported to say this and its opposite: that she would")
    assert "may have changed course" in conflict.why
    story = told([said("Gull", "that she would resign"), said("Tide", "that she would not resign")])
    assert [c.kind for c in accounts(story).conflicts] == [ConflictKind.BOTH_WAYS]


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("that she would resign", "“I will not resign”", True),
        ("the bridge was safe", "the bridge was not safe", True),
        ("“We want revenge on them”", "“We do not want revenge”", True),
        ("the council would receive the women on 16 March", "the council won't receive the women", True),
        ("the council was corrupt", "“I have never said that the council was corrupt”", True),
        ("the tower was corrupt", "“I have never said that the council was corrupt”", False),
        # Of another day, of another thing, by another right, by another person.
        ("that she would resign on Friday", "that she would not resign on Monday", False),
        ("the bridge was safe", "the tower was not safe", False),
        ("that she would resign over the mill", "that she could not resign over the mill", False),
        ("that she would resign over the mill", "that they would not resign over the mill", False),
        # A condition, a possibility, a part.
        ("that she would resign over the mill", "that she would not resign over the mill before May", False),
        ("that she might resign over the mill", "that she might not resign over the mill", False),
        ("that she would resign over the mill", "that she would not only resign over the mill", False),
        # What *it* is may be anything.
        ("it was all true", "it was not true", False),
        # Two turns are none.
        ("that she would vote against the levy", "that she would not vote for the levy", False),
    ],
)
def test_what_is_the_same_but_for_a_not(one: str, other: str, parted: bool) -> None:
    assert bool(found(one, other)) == parted


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("the bridge at Harn was safe", "“The bridge is dangerous”", ("safe", "dangerous")),
        ("that her country would join the pact", "that her country would leave the pact", ("join", "leave")),
        ("that she would vote for the levy", "that she would vote against the levy", ("for", "against")),
        # Of another thing, under a condition, with a *not*, of anything.
        ("the bridge at Harn was safe", "the tower at Harn was dangerous", None),
        ("the bridge was safe", "the bridge would be dangerous if it rained", None),
        ("the bridge was safe", "the bridge was not dangerous", None),
        ("it was safe", "it was dangerous", None),
        ("the bridge could open in May", "the bridge would close in May", None),
    ],
)
def test_what_is_the_same_but_for_a_word_and_its_opposite(
    one: str, other: str, words: tuple[str, str] | None
) -> None:
    conflicts = found(one, other)
    assert [{m.why for m in c.members} for c in conflicts] == (
        [] if words is None else [{f"it says “{w}”" for w in words}]
    )


def test_what_was_shut_may_be_open_two_days_on() -> None:
    one, other = said("Gull", "the sluice was open"), said("Tide", "the sluice was shut")
    assert both_ways(told([one, other]))
    later = (replace(other[0], published="2031-04-07"), other[1])
    assert not both_ways(told([one, later]))
    assert both_ways(told([one, (replace(other[0], published="2031-04"), other[1])]))


def test_a_denial_says_the_opposite_and_what_was_not_said_says_nothing() -> None:
    words = "that she would resign over the mill"
    assert len(found(words, words, cue="denied")) == 1
    assert found(words, "that she would not resign over the mill", cue="denied") == ()
    assert found(words, "that she would not resign over the mill", cue="did not say") == ()


def test_two_speakers_or_one_who_is_not_known_are_not_one() -> None:
    words, negated = "that she would resign over the mill", "that she would not resign over the mill"
    assert found(words, negated, speaker="Bo Reyes") == ()
    nobody = [
        (r, replace(reading, attributions=tuple(replace(a, speaker=replace(a.speaker, name=None)) for a in reading.attributions)))
        for r, reading in (said("Gull", words), said("Tide", negated))
    ]  # fmt: skip
    assert both_ways(told(nobody)) == ()


def test_a_version_that_another_has_taken_the_place_of_says_nothing_else() -> None:
    old, new = said("Gull", "that she would resign"), said("Gull", "that she would not resign")
    assert both_ways(replace(told([old, new]), superseded=frozenset({old[0].id}))) == ()


def test_sayings_on_one_matter_stand_together() -> None:
    reports = [
        said(outlet, words)
        for outlet, words in (
            ("Gull", "that she would resign"),
            ("Tide", "that she would resign"),
            ("Mail", "that she would not resign"),
            ("Post", "that she would not sell the mill"),
        )
    ]
    (conflict,) = both_ways(told(reports))
    assert [m.side for m in conflict.members] == [0, 0, 1]


words = st.lists(st.sampled_from("she would will not resign the mill I don't safe was".split()), max_size=9)


@given(words, words)
def test_opposite_has_no_direction(a: list[str], b: list[str]) -> None:
    one, other = read(" ".join(a)), read(" ".join(b))
    if one and other:
        assert opposite(one, other) == opposite(other, one)


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("“I’ll resign over the mill”", "“I will not resign over the mill”", True),
        ("that she’d resign over the mill", "that she would not resign over the mill", True),
        # “She’d resigned” is “she had resigned”.
        ("that she’d resigned over the mill", "that she would not resign over the mill", False),
    ],
)
def test_verbs_written_on_their_pronouns_are_read(one: str, other: str, parted: bool) -> None:
    assert bool(found(one, other)) is parted


def test_a_pair_that_stands_in_two_matters_makes_them_one() -> None:
    # The plain saying stands against both; each of the two first finds another.
    words = [
        "that she would resign over the mill fire",
        "that she would not resign over the mill fire",
        "that she would resign over the mill pond",
        "that she would not resign over the mill pond",
        "that she would not resign over the mill",
    ]
    story = told([said(f"Gull {n}", w) for n, w in enumerate(words)])
    (conflict,) = both_ways(story)
    assert sorted(m.side for m in conflict.members) == [0, 0, 1, 1, 1]
