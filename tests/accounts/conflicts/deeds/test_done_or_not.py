"""What one tells was done and another that it was not."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.deeds.done_or_not import done_or_not
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.story import accounts
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, told

ORR, LEE = "Kit Orr, the mayor", "Ann Lee of the union"


def said(
    outlet: str, speaker: str, words: str, cue: str = "said", published: str = "2031-04-05"
) -> tuple[Report, Reading]:
    name = " ".join(speaker.split()[:2]).rstrip(",")
    return report(
        outlet, f"{speaker}, {cue} {words}.", [Said(words, name, speaker, cue)], published=published
    )


def found(one: str, other: str, cue: str = "said", later: str = "2031-04-05") -> tuple[Conflict, ...]:
    """What is set apart of Orr's words in one report and of Lee's in another."""
    return done_or_not(told([said("Gull", ORR, one, published=later), said("Tide", LEE, other, cue)]))


def test_the_two_are_sides_of_opposed_claims_and_surely_so() -> None:
    story = told(
        [
            said("Gull", ORR, "the council had sent the union an offer"),
            said("Tide", LEE, "it had never received an offer"),
        ]
    )
    (conflict,) = done_or_not(story)
    assert (conflict.kind, conflict.unsure) == (ConflictKind.OPPOSED, False)
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Kit Orr"), (1, "Ann Lee")]
    assert conflict.about == "it had never received an offer"
    assert conflict in accounts(story).conflicts


@pytest.mark.parametrize(
    ("done", "not_done"),
    [
        # A thing that comes from one to another, told from either end and by verb or noun.
        ("he wrote to the union on 3 May", "the union had never received a letter"),
        ("the harbour office had handed the results to the union", "the results had not been passed on to the union"),
        ("the union had turned down three invitations to talk", "it had never been invited to talk"),
        ("the harbour had asked the council for two guards", "no request for guards had ever reached the council"),
        ("the union had been sent the draft", "she had never seen a draft"),
        # Other deeds.
        ("guards shot at the strikers at Osk mill", "the guards did not open fire in Osk"),
        ("the mill had paid every family in Osk", "not one family in Osk had been paid"),
        ("the driver reported a fire on the ferry", "the driver did not report a fire"),
        ("the minister will visit the mill", "the minister will not visit the mill"),
        # Reached by several, and done to nobody.
        ("an agreement had been reached with the union on Monday", "no agreement had been reached with the mayor"),
        ("the mill of Osk had dismissed three spinners", "nobody had been dismissed at the mill of Osk"),
        # What is so instead.
        ("the gates of the mill were locked", "the gates were open"),
        ("the bridge at Osk was destroyed", "the bridge at Osk still stands"),
        ("the director, Tom Brook, has stepped down", "Brook is still its director"),
        ("the talks in Osk have broken down", "the talks in Osk are continuing"),
    ],
)  # fmt: skip
def test_one_tells_that_it_was_done_and_the_other_that_it_was_not(done: str, not_done: str) -> None:
    assert found(done, not_done)


def test_what_is_denied_is_told_as_not_done_and_listed_as_denied() -> None:
    given = "the harbour office had given the union a warning"
    (conflict,) = found(given, "that the union was ever given a warning", "denied")
    assert conflict.about == "denied: that the union was ever given a warning"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another thing, place, day, number, person, or one of several.
        ("the council had sent the union an offer", "it had never received an invitation"),
        ("guards shot at the strikers in Osk", "the guards did not open fire in Lidva"),
        ("guards shot at the strikers on Monday", "the guards did not shoot at strikers on Tuesday"),
        ("the guards arrested nine strikers", "the guards had not arrested 40 strikers"),
        ("the miller received the letter from the council", "Tom Brook never received a letter from the council"),
        ("the harbour had sent the union a letter", "the union never received the second letter"),
        ("the miller insulted the guards", "the harbour master had not insulted the guards"),
        # A part, a condition, a possibility, a wish, a question, a habit, nothing that is told.
        ("the mill had paid the families in Osk", "the mill had not paid all families in Osk"),
        ("the mill had paid the families in Osk", "the mill did not only pay families in Osk"),
        ("the mill had paid the families in Osk", "if the mill had not paid the families in Osk, they would leave"),
        ("the driver may have reported a fire", "the driver did not report a fire"),
        ("the driver was asked to report a fire", "the driver did not report a fire"),
        ("the driver reported a fire", "the driver did not want to report a fire"),
        ("the driver reported a fire", "had the driver not reported a fire?"),
        ("the driver reported a fire", "the driver does not report fires"),
        ("the driver signed the contract", "the driver did not sign it"),
        ("the gates of the mill were open", "the gates were open"),
        ("the gates of the mill were locked", "the gates would be open until Monday"),
        ("the bridge at Osk was destroyed", "the bridge at Lidva still stands"),
        ("Tom Brook has stepped down", "May Brand is still its director"),
    ],
)  # fmt: skip
def test_what_is_not_told_to_be_one_deed_is_not_set_apart(one: str, other: str) -> None:
    assert not found(one, other)


def test_what_can_have_been_done_since_is_not_set_against_what_had_not_been_done() -> None:
    assert found("the mill has paid the families in Osk", "the mill has not paid the families in Osk")
    assert not found(
        "the mill has paid the families in Osk",
        "the mill has not paid the families in Osk",
        later="2031-04-07",
    )
    assert not found("Tom Brook has resigned", "Brook is still its director", later="2031-04-07")


def test_nobody_is_set_against_themselves_nor_a_report_against_another_report_alone() -> None:
    words = "the mill had paid the families in Osk", "the mill had not paid the families in Osk"
    assert not done_or_not(told([said("Gull", ORR, words[0]), said("Tide", ORR, words[1])]))
    assert not done_or_not(
        told([report(o, f"{w.capitalize()}.") for o, w in zip(("Gull", "Tide"), words, strict=True)])
    )


def test_nobody_dismissed_in_one_place_says_nothing_of_another() -> None:
    assert not found(
        "the mill of Osk had dismissed three spinners", "nobody had been dismissed at the quarry in Tarn"
    )


def test_none_counted_is_not_set_apart_a_second_time() -> None:
    story = told(
        [
            said("Gull", ORR, "two guards were killed in the riot at Osk prison on Friday"),
            said("Tide", LEE, "no guard was killed in the riot at Osk prison on Friday"),
        ]
    )
    assert len(accounts(story).conflicts) == 1
