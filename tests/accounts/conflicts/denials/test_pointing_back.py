"""Denials that point back, at whose words."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.pipeline import with_vectors
from tests.accounts.telling import Said, report, told


def test_a_denial_points_back_at_the_innermost_voice() -> None:
    asked = "Two keepers are reported to have said that the lamp was out."
    said = [
        Said(asked, "Ann Lee", "LEE", ":"),
        Said("that the lamp was out", None, "Two keepers", "said", inside=0),
        Said("I deny that.", "Bo Reyes", "REYES", ""),
    ]
    (conflict,) = denials(told([report("Gull", f"LEE: {asked}\nREYES: I deny that.", said)]))
    assert [m.source for m in conflict.members] == ["“Two keepers”", "Bo Reyes"]


@pytest.mark.parametrize(
    ("asked", "inner", "source"),
    [
        # Her question goes on behind his words; and whoever is told “you said” denies having said it.
        ("Two keepers said the lamp was out, and I believe them.", "the lamp was out", "Two keepers"),
        ("You said the lamp was out.", "the lamp was out", "You"),
    ],
)
def test_what_the_outer_voice_says_itself_stays_its_own(asked: str, inner: str, source: str) -> None:
    said = [
        Said(asked, "Ann Lee", "LEE", ":"),
        Said(inner, None, source, "said", inside=0),
        Said("I deny that.", "Bo Reyes", "REYES", ""),
    ]
    (conflict,) = denials(told([report("Gull", f"LEE: {asked}\nREYES: I deny that.", said)]))
    assert [m.source for m in conflict.members] == ["Ann Lee", "Bo Reyes"]


def test_a_denial_that_points_back_is_tied_to_what_stands_before_it() -> None:
    made = report(
        "Gull",
        "Ann Lee said the lamp was out. The keeper denied it.",
        [
            Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
            Said("it", "Keeper", "The keeper", "denied"),
        ],
    )
    (conflict,) = denials(told([made]))
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Keeper")]


def test_nobody_denies_what_they_said_themselves() -> None:
    made = report(
        "Gull",
        "Ann Lee said the lamp was out. Ann Lee denied it.",
        [Said("the lamp was out", "Ann Lee", "Ann Lee", "said"), Said("it", "Ann Lee", "", "denied")],
    )
    assert denials(told([made])) == ()


@pytest.mark.parametrize(
    ("told_before", "cue", "found"),
    [
        ("the Guild to put out the lamp", "ordered", 0),
        ("the Guild to put out the lamp", "had ordered", 0),
        ("that the lamp be kept dark", "insisted", 0),
        ("that the lamp would be dark", "insisted", 1),
        ("the Guild to put out the lamp", "told", 0),
        ("that the Guild had lied to the Senate", "told", 1),
        ("that the Guild had lied to the Senate", "insisted", 1),
        ("the lamp was out", "said", 1),
    ],
)
def test_who_orders_something_claims_nothing(told_before: str, cue: str, found: int) -> None:
    said = [Said(told_before, "Ann Lee", "Ann Lee", cue), Said("it", "Bo Reyes", "Bo Reyes", "rejected")]
    made = report("Gull", f"Ann Lee {cue} {told_before}. Bo Reyes rejected it.", said)
    assert len(denials(told([(made[0], with_vectors(made[0], made[1]))]))) == found


def test_whose_claim_it_is_somebody_of_another_first_name_does_not_make() -> None:
    text = "Ann Lee said the lamp was lit. Bo Lee said the lamp was out. The keeper denied Ann Lee’s claim."
    made = report(
        "Gull",
        text,
        [
            Said("the lamp was lit", "Ann Lee", "Ann Lee", "said"),
            Said("the lamp was out", "Bo Lee", "Bo Lee", "said"),
            Said("Ann Lee’s claim", "Keeper", "The keeper", "denied"),
        ],
    )
    (conflict,) = denials(told([made]))
    assert [m.source for m in conflict.members] == ["Ann Lee", "Keeper"]


@pytest.mark.parametrize(
    ("cues", "between", "about"),
    [
        # The one that is called a claim, else the one that stands right before the denial; of two that may be meant, neither.
        (("claimed", "said"), "\n\n", "that the lamp was out"),
        (("said", "said"), " ", "that the wharf was wet"),
        (("said", "said"), "\n\n", None),
    ],
)
def test_whose_claim_it_is_may_have_said_several_things(
    cues: tuple[str, str], between: str, about: str | None
) -> None:
    one, other = "that the lamp was out", "that the wharf was wet"
    text = f"Ann Lee {cues[0]} {one}. She then {cues[1]} {other}.{between}The keeper denied Ann Lee’s claim."
    said = [
        Said(one, "Ann Lee", "Ann Lee", cues[0]),
        Said(other, "Ann Lee", "She", f"then {cues[1]}"),
        Said("Ann Lee’s claim", "Keeper", "The keeper", "denied"),
    ]
    found = denials(told([report("Gull", text, said)]))
    assert [c.about for c in found] == ([about] if about else [])


@pytest.mark.parametrize(
    ("denier", "said_before", "denied", "found"),
    [
        ("The keeper", "the lamp was out", "Ann Lee’s claim", 1),
        ("The insurer", "the lamp was out", "Ann Lee’s claim", 0),
        ("Harn Insurance", "the lamp was out", "the claim", 0),
        ("The town", "she had filed a claim over the lamp", "the claim", 0),
        ("The town", "she wanted damages for the lamp", "Ann Lee’s compensation claim", 0),
        ("The town", "the town had paid for a lamp", "the claim", 1),
        ("The insurer", "the insurer had lost the lamp", "it", 1),
    ],
)
def test_a_claim_for_money_is_refused_and_not_denied(
    denier: str, said_before: str, denied: str, found: int
) -> None:
    text = f"Ann Lee said {said_before}. {denier} rejected {denied}."
    said = [Said(said_before, "Ann Lee", "Ann Lee", "said"), Said(denied, None, denier, "rejected")]
    assert len(denials(told([report("Gull", text, said)]))) == found


def test_a_question_right_before_a_denial_is_what_it_points_at() -> None:
    for between, tied in (("Who put it out?\n\n", 0), ("", 1)):
        made = report(
            "Gull",
            f"Ann Lee said the lamp was out.\n\n{between}That is denied by all.",
            [
                Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
                Said("That", None, "all", "is denied by"),
            ],
        )
        assert len(denials(told([made]))) == tied
