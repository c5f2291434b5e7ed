"""Opposed claims: what makes two sentences opposed, and how pairs become a matter with sides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.conflicts.holding import takes
from rashomon.accounts.conflicts.opposed import opposed, pairs
from rashomon.accounts.conflicts.opposition import (
    ANTONYMS,
    FEATURES,
    claim,
    features,
    has_reason,
    may_oppose,
    opposite_poles,
    reason,
)
from rashomon.accounts.records import ConflictKind
from rashomon.accounts.told import Told
from rashomon.pipeline import with_vectors
from rashomon.records import Affiliation, Reading, Report, Sentence
from tests.accounts.telling import Said, report, statement, told


def story(*reports: tuple[Report, Reading]) -> Told:
    return told([(r, with_vectors(r, reading)) for r, reading in reports])


GULL = report(
    "Gull",
    "The army said that it had captured three quarters of Marn Valley."
    " The army said that it was negotiating with the league of Marn Valley.",
    [
        Said("that it had captured three quarters of Marn Valley", "Army", "The army", "said"),
        Said("that it was negotiating with the league of Marn Valley", "Army", "", "said"),
    ],
)
TIDE = report(
    "Tide",
    "Ann Lee said that the valley of Marn was the last free place."
    " She told us that the league of Marn Valley will never surrender to the Army.",
    [
        Said("that the valley of Marn was the last free place", "Ann Lee", "Ann Lee", "said"),
        Said("that the league of Marn Valley will never surrender to the Army", "Ann Lee", "She", "told"),
    ],
)


def test_poles_of_a_frame_of_war_make_a_matter_with_two_sides() -> None:
    found = {c.about.split(" (")[0]: c for c in opposed(story(GULL, TIDE))}
    assert set(found) == {"who holds it", "to yield or to fight on"}
    for conflict in found.values():
        assert conflict.kind is ConflictKind.OPPOSED
        assert {(m.side, m.source) for m in conflict.members} == {(0, "Army"), (1, "Ann Lee")}
        assert all(m.why for m in conflict.members)
        # A rule parts them, whatever the model makes of their sentences.
        assert not conflict.unsure


def test_what_a_rule_parts_stands_before_what_only_the_model_finds() -> None:
    words, negated = "the gates were opened on Monday", "the gates were not opened on Monday"
    one = report("Echo", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    other = report("Rush", f"The council said {negated}.", [Said(negated, "Council", "The council", "said")])
    found = opposed(story(GULL, TIDE, one, other))
    assert [c.unsure for c in found] == [False, False, True]
    assert min(c.score for c in found[:2]) < found[2].score


def test_a_matter_is_sure_by_any_pair_that_a_rule_parts() -> None:
    """The army's first sentence on talks names nobody of the other side; its second does."""
    gull = report(
        "Gull",
        "The army said that its troops would go on negotiating a surrender. " + GULL[0].text,
        [
            Said("that its troops would go on negotiating a surrender", "Army", "The army", "said"),
            Said("that it was negotiating with the league of Marn Valley", "Army", "", "said"),
        ],
    )
    (conflict,) = (c for c in opposed(story(gull, TIDE), least=0.0) if c.about.startswith("to yield"))
    assert not conflict.unsure


def test_voices_of_one_party_do_not_oppose_each_other() -> None:
    end = TIDE[0].text.index("said")
    hers = Affiliation("Ann Lee", "spokeswoman", "Army", "Army", 0, end, "made so")
    one_party = (TIDE[0], replace(TIDE[1], affiliations=(hers,)))
    assert opposed(story(GULL, one_party)) == ()


def test_a_claim_told_inside_a_letter_is_of_whom_the_letter_cites() -> None:
    words = "that the gates were opened on Monday"
    letter = f"The council says {words}."
    one = report(
        "Gull",
        f"Ann Lee wrote: {letter}",
        [
            Said(letter, "Ann Lee", "Ann Lee", "wrote"),
            Said(words, "Council", "The council", "says", inside=0),
        ],
    )
    one = one[0], replace(one[1], sentences=one[1].sentences[:1])
    negated = "the gates were not opened on Monday"
    other = report("Tide", f"Ann Lee said {negated}.", [Said(negated, "Ann Lee", "Ann Lee", "said")])
    (conflict,) = opposed(story(one, other))
    assert {m.source for m in conflict.members} == {"Council", "Ann Lee"}


def test_what_one_says_and_another_negates_is_opposed() -> None:
    words, negated = "the gates were opened on Monday", "the gates were not opened on Monday"
    one = report("Gull", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    other = report("Tide", f"The council said {negated}.", [Said(negated, "Council", "The council", "said")])
    (conflict,) = opposed(story(one, other))
    assert {m.source for m in conflict.members} == {"Ann Lee", "Council"}
    assert "only one of them negates “opened”" in conflict.why
    # Nothing but the model says so.
    assert conflict.unsure
    same = report("Tide", f"Ann Lee said {negated}.", [Said(negated, "Ann Lee", "Ann Lee", "said")])
    assert opposed(story(one, same)) == ()


@pytest.mark.parametrize(
    ("sentence", "pole"),
    [
        ("They surrendered at noon", 0),
        ("They will not in any way surrender", 1),
        ("Surrender is not a word of ours", 1),
        ("They gave up at noon", 0),
        ("They will fight", 1),
        ("A fighter was seen", None),
    ],
)
def test_a_negated_word_stands_for_the_other_pole(sentence: str, pole: int | None) -> None:
    assert {p for frame, p in claim(sentence).poles if frame == 0} == (set() if pole is None else {pole})


def test_two_that_negate_the_same_are_not_opposed() -> None:
    one, other = claim("None of the letters were opened"), claim("The letters were not opened by anybody")
    assert not has_reason(features(one, other, 0.9))


words = st.lists(
    st.sampled_from("The boat Marn was not opened they surrender fight strong weak denied it".split()),
    max_size=9,
)


@given(words, words, st.floats(-1, 1))
def test_opposition_has_no_direction(a: list[str], b: list[str], likeness: float) -> None:
    one, other = claim(" ".join(a)), claim(" ".join(b))
    assert features(one, other, likeness) == features(other, one, likeness)
    assert len(features(one, other, likeness)) == len(FEATURES)
    assert opposite_poles(one, other) == opposite_poles(other, one)
    assert reason(one, other, likeness)


def holds(taking: str, other: str, speaker: str = "Army") -> int:
    """How many conflicts there are between what somebody says is taken and what Ann Lee says."""
    one = report("Gull", f"{speaker} said {taking}", [Said(taking, speaker, speaker, "said")])
    two = report("Tide", f"Ann Lee said {other}", [Said(other, "Ann Lee", "Ann Lee", "said")])
    return len(opposed(story(one, two)))


FREE = "the valley of Marn is the last free place of the north"


@pytest.mark.parametrize(
    ("taking", "found"),
    [
        ("it had captured three quarters of Marn Valley", 1),
        ("the north and Marn had been captured by the guards", 1),
        # People are captured, not a place.
        ("it had captured 23 pirates off the valley of Marn", 0),
        ("it had captured twelve Marn gendarmes in the valley", 0),
        # What was held before was cleared.
        ("four died when the occupied mill of Marn was cleared", 0),
        # Marn is in the valley of both, and another place is taken.
        ("the mayor of Marn had captured the whole hall of the capital", 0),
        # Whom the other names for their own holds it.
        ("Ann Lee had taken control of Marn Valley", 0),
    ],
)
def test_who_holds_it_is_of_what_is_taken(taking: str, found: int) -> None:
    assert holds(taking, FREE) == found


def test_to_not_have_to_is_neither_pole() -> None:
    alike = features(claim("They did not have to kill him"), claim("They killed my brother"), 0.5)
    assert not has_reason(alike)
    assert {p for f, p in claim("They did not kill him").poles if f == 2} == {0}


def test_one_statement_is_not_set_against_itself() -> None:
    words, altered = "we will answer force with silence", "we will answer force with violence"
    one = report("Gull", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    other = report("Tide", f"Lee said {altered}.", [Said(altered, "Lee", "Lee", "said")])
    parted = story(one, other)
    assert len(opposed(parted)) == 1
    said = statement("s", "Ann Lee", (one, words), (other, altered))
    assert opposed(replace(parted, statements=(said,))) == ()


@pytest.mark.parametrize(
    ("negating", "other", "reason"),
    [
        ("the miller pays little or no toll", "the toll of the mill rose", False),
        ("the miller pays no toll", "the toll of the mill rose", True),
        ("the letters do not show whether he left", "the letters show him", False),
        ("he had never been in a boat before", "the boat was hers", False),
        ("he was never in a boat", "the boat was hers", True),
        ("they opened not only the gates", "the gates were shut", False),
        # Of whom it is said is not what is negated.
        ("no one from the council opened it", "the council met", False),
        ("no one from the council opened it", "she opened it", True),
        ("Marn has nobody like that", "she would like to go", False),
        # Who does not want to do it will not.
        ("he does not want to open it", "the others want tea", False),
        ("he does not want to open it", "he said they open it", True),
        ("he rejected the idea that they opened it", "they opened it", True),
        ("the council denied that requests came from the miller", "requests came from the miller", True),
        # Both say no.
        ("his failure to open it", "they did not open it", False),
    ],
)
def test_what_is_negated(negating: str, other: str, reason: bool) -> None:
    assert has_reason(features(claim(negating), claim(other), 0.5)) == reason


PLAIN = "not no never denied false dead alive captured free safe mill Marn Valley boat and the they opened".split()
SENTENCES = st.lists(
    st.sampled_from([*PLAIN, *sorted({word for pair in ANTONYMS for word in pair})]), max_size=12
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_whether_two_may_oppose_each_other_is_told_without_their_features(one: str, other: str) -> None:
    a, b = claim(one), claim(other)
    row = features(a, b, 0.5)
    assert may_oppose(a, b) == has_reason(row)
    first, second = set(a.words) - set(b.words), set(b.words) - set(a.words)
    pairs = [(x, y) for x in first for y in second if frozenset((x, y)) in ANTONYMS]
    assert row[FEATURES.index("antonyms")] == min(2, len(pairs))


def test_a_part_of_a_compound_and_seizing_on_words_are_on_no_pole() -> None:
    assert claim("Lee was seizing upon a free-flowing debate with Marn").poles == set()


def test_to_yield_or_not_is_for_a_side_to_say() -> None:
    """That a report tells of negotiations is not set against who will not surrender."""
    words = "the league of Marn Valley will never surrender to the Army"
    one = report("Gull", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    talks = "The mill was sold after long negotiations, at which the Army had no seat."
    own = report("Tide", talks)
    own = own[0], replace(own[1], sentences=(Sentence(0, len(talks)),))
    assert opposed(story(one, own)) == ()


@pytest.mark.parametrize(
    ("before", "cue", "found"),
    [
        ("Bo Reyes", "said", 1),
        ("Bo Reyes refused to", "pledge", 0),
        ("Bo Reyes", "did not say", 0),
        ("Nobody pays if the council was", "found", 0),
    ],
)
def test_what_nobody_has_said_is_opposed_to_nothing(before: str, cue: str, found: int) -> None:
    words, negated = "the gates were opened on Monday", "the gates were not opened on Monday"
    one = report("Gull", f"{before} {cue} {words}.", [Said(words, "Bo Reyes", "", cue)])
    other = report("Tide", f"The council said {negated}.", [Said(negated, "Council", "The council", "said")])
    assert len(opposed(story(one, other))) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # “Has yet to” is a not; a contrast says no to nothing; one man is dead and another alive.
        ("while Varesh had not yet regained her strength", "Varesh had yet to regain her strength"),
        (
            "The raid drowned nine members of a crew",
            "The raid drowned nine of a crew, not a member of the league",
        ),
        ("The other rowers came away alive", "One man was killed but the other rowers came away"),
        # People are captured, and no place.
        (
            "The patrol repelled an attack at Marn",
            "The patrol confirmed the capture of a league leader at Marn",
        ),
        # Who rejects an idea will not follow it, a request that is denied is not disputed, a clearance is no safety.
        (
            "Reyes rejected the idea of naming an envoy for Marn",
            "Reyes does not plan to name an envoy for Marn",
        ),
        ("Reyes has no plans to name an envoy for Marn", "Reyes ruled out naming an envoy for Marn"),
        ("Reyes has no plans to name an envoy for Marn", "Reyes is opposing naming an envoy for Marn"),
        ("Reyes does not plan to name an envoy for Marn", "Reyes decided against naming an envoy for Marn"),
        ("The council denied requests from Marn to fly the flag", "Reyes defends the ban on a flag in Marn"),
        # Who says that none is of more than eight years gives eight.
        (
            "None of the offers of Marn are believed to be for more than eight years",
            "The offer of Marn is believed to be for eight years",
        ),
        ("The league doubts the Marn security clearance", "Crimes are not enough for a crisis over Marn"),
        # What would have been left undone was done; a contrast, clothes or none, and worse than that say no to nothing.
        ("Reyes would not have closed the port of Marn if it had rained", "Reyes closed the port of Marn"),
        ("Reyes wouldn’t be in Marn if he were well", "Reyes is in Marn"),
        ("Reyes must mend the port of Marn -- not close it", "The league closed the port of Marn"),
        ("Songs of Marn with few words or none at all helped", "She helped to sing songs of Marn"),
        ("Worse than that, it rained in Marn", "The songs of Marn are better"),
    ],
)
def test_what_only_looks_opposed(one: str, other: str) -> None:
    a, b = claim(one), claim(other)
    assert not has_reason(features(a, b, 0.8)) or not takes(b)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the council open the gates to all on Monday", 0),
        ("the council opened the gates to all on Monday", 1),
    ],
)
def test_what_is_only_proposed_is_no_claim(words: str, found: int) -> None:
    negated = "the council never opened the gates to all on Monday"
    one = report("Gull", f"Bo Reyes suggested {words}.", [Said(words, "Bo Reyes", "Bo Reyes", "suggested")])
    other = report("Tide", f"Ann Lee said {negated}.", [Said(negated, "Ann Lee", "Ann Lee", "said")])
    assert len(opposed(story(one, other))) == found


def test_nobody_stands_on_both_sides() -> None:
    words = "the league of Marn Valley will never surrender to the Army"
    regret = "a spirit of compromise with the Army is spreading in Marn Valley"
    rush = report(
        "Rush",
        f"Ann Lee said that {words}. Ann Lee wrote that {regret}. Ann Lee vowed that Marn Valley will resist the Army.",
        [
            Said(f"that {words}", "Ann Lee", "Ann Lee", "said"),
            Said(f"that {regret}", "Ann Lee", "Ann Lee", "wrote"),
            Said("that Marn Valley will resist the Army", "Ann Lee", "Ann Lee", "vowed"),
        ],
    )
    (conflict,) = (c for c in opposed(story(GULL, rush)) if c.about.startswith("to yield"))
    assert {m.source for m in conflict.members if m.side == 0} == {"Army"}
    assert {m.source for m in conflict.members if m.side == 1} == {"Ann Lee"}


@pytest.mark.parametrize(
    ("held", "found"),
    [
        ("its guards still held both", 1),
        # What stands elsewhere, or is of another place, answers nothing.
        ("its guards still held the Osmer lock", 0),
    ],
)
def test_who_answers_that_a_place_is_taken_need_not_name_it(held: str, found: int) -> None:
    taken = "that it had captured the town of Marn and its bridge"
    text = f"The League said {taken}. The Council said {held}."
    said = [Said(taken, "League", "The League", "said"), Said(held, "Council", "The Council", "said")]
    assert len(opposed(story(report("Gull", text, said)))) == found
    apart = report("Gull", text.replace(". The Council", ".\n\nThe Council"), said)
    assert opposed(story(apart)) == ()


def test_what_one_says_in_two_reports_is_one_matter() -> None:
    """Two wordings of one speaker that are no statement of two wordings yet, against the same words of another."""
    no, never, yes = (
        "No mill will be closed by us",
        "no mill would be closed at all",
        "Mill in Marn to close by June",
    )
    gull = report("Gull", f"“{no},” Ann Lee said.", [Said(no, "Ann Lee", "Ann Lee", "said")])
    tide = report("Tide", f"Ann Lee said {never}.", [Said(never, "Ann Lee", "Ann Lee", "said")])
    echo = report("Echo", f"{yes}, union says.", [Said(yes, None, "union", "says")])
    (conflict,) = opposed(story(gull, tide, echo))
    assert sorted(m.source for m in conflict.members) == ["Ann Lee", "Ann Lee", "“union”"]


def test_what_one_says_besides_is_no_part_of_the_matter() -> None:
    """Two claims of one speaker of which only the other negates a word are two matters."""
    no, first, second = (
        "he had never closed the mill in Marn",
        "Lee closed the mill in Marn by June",
        "Lee had closed the mill in Marn in anger over its tolls",
    )
    made = [
        report("Gull", f"Ann Lee said {no}.", [Said(no, "Ann Lee", "Ann Lee", "said")]),
        report("Tide", f"Bo Reyes said {first}.", [Said(first, "Bo Reyes", "Bo Reyes", "said")]),
        report("Echo", f"Bo Reyes said {second}.", [Said(second, "Bo Reyes", "Bo Reyes", "said")]),
    ]
    assert {sum(m.source == "Bo Reyes" for m in c.members) for c in opposed(story(*made))} == {1}


@pytest.mark.parametrize(
    ("talks", "none", "found"),
    [
        ("Orr is set to meet Marn Studio on Monday to resume negotiations",
         "Orr would like a raise, but Marn Studio didn’t kick off negotiations with him until weeks before the film", 0),
        ("the Front is set to meet Marn Army on Monday to resume negotiations",
         "the Front would like land, but Marn Army didn’t kick off negotiations with it until weeks before the storm", 1),
    ],
)  # fmt: skip
def test_talks_of_a_studio_yield_to_nobody(talks: str, none: str, found: int) -> None:
    gull = report("Gull", f"The Mail said {talks}.", [Said(talks, "Mail", "The Mail", "said")])
    tide = report("Tide", f"Bo Reyes said {none}.", [Said(none, "Bo Reyes", "Bo Reyes", "said")])
    conflicts = [c for c in opposed(story(gull, tide)) if c.about.startswith("to yield")]
    assert len(conflicts) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("the rules required the Guild to ask experts", "the rules do not require the Guild to ask experts", True),
        ("the old rules required the Guild to ask experts", "the new ones do not require the Guild to ask experts", False),
        ("the old rules required the Guild to ask experts", "the rules now do not require the Guild to ask them", False),
        ("the former mayor required the Guild to ask experts", "the mayor did not require the Guild again to ask them", True),
        ("the old man required the Guild to ask experts", "the man now does not require the Guild to ask them", True),
        ("the old mill required the Guild to ask experts", "the new mayor did not require the Guild to ask them", True),
    ],
)  # fmt: skip
def test_how_it_was_is_not_set_against_how_it_is(one: str, other: str, found: bool) -> None:
    gull = report("Gull", f"Ann Lee said {one}.", [Said(one, "Ann Lee", "Ann Lee", "said")])
    tide = report("Tide", f"Bo Reyes said {other}.", [Said(other, "Bo Reyes", "Bo Reyes", "said")])
    assert any(True for _ in pairs(story(gull, tide))) == found


@pytest.mark.parametrize(
    ("held", "parts"),
    [
        ("Orr led the rising from his stronghold in Marn until he was killed", False),
        ("Marn is our stronghold until the last of us", True),
        ("Marn was their stronghold until now", True),
    ],
)
def test_what_came_to_an_end_is_held_no_more(held: str, parts: bool) -> None:
    taken = claim("the army had captured the town of Marn")
    assert bool(opposite_poles(taken, claim(held))) == parts
