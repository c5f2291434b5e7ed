"""Denials tied by meaning to whoever says what is denied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.conflicts.opposed import opposed
from rashomon.pipeline import with_vectors
from rashomon.reading.figures.figures import figures
from tests.accounts.telling import Said, denied_about, report, told, with_rows


@pytest.mark.parametrize(
    ("cue", "claim", "found"),
    [
        ("said", "that the keeper was carrying a lantern", 1),
        ("doubted", "that the keeper was carrying a lantern", 0),
        ("said", "that the keeper had carried no lantern", 0),
    ],
)
def test_who_doubts_or_says_no_to_what_is_denied_does_not_claim_it(cue: str, claim: str, found: int) -> None:
    text = f"Ann Lee {cue} {claim}. Bo Reyes denied that the keeper carried the lantern."
    said = [
        Said(claim, "Ann Lee", "Ann Lee", cue),
        Said("that the keeper carried the lantern", "Bo Reyes", "Bo Reyes", "denied"),
    ]
    assert len(denied_about(text, said)) == found


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("that Bo Reyes was involved in the drowning of the keeper", 1),
        ("that the keeper was found drowned in the lock on Sunday", 0),
        ("that Bo Reyes learnt of the drowning of the keeper on Sunday", 0),
    ],
)
def test_who_denies_a_part_in_something_is_set_against_who_accuses_them(claim: str, found: int) -> None:
    text = f"Ann Lee said {claim}. Bo Reyes denied any involvement in the drowning of the keeper."
    said = [
        Said(claim, "Ann Lee", "Ann Lee", "said"),
        Said("any involvement in the drowning of the keeper", "Bo Reyes", "Bo Reyes", "denied"),
    ]
    assert len(denied_about(text, said)) == found


@pytest.mark.parametrize(("count", "found"), [("fifty", 1), ("thirty", 0)])
def test_who_denies_one_count_denies_no_other(count: str, found: int) -> None:
    claim, denied = f"that {count} keepers had been killed", "that fifty keepers were killed on the pier"
    text = f"Ann Lee said {claim} on the pier. Bo Reyes denied {denied}."
    said = [
        Said(claim, "Ann Lee", "Ann Lee", "said"),
        Said(denied, "Bo Reyes", "Bo Reyes", "denied"),
    ]
    gull, reading = report("Gull", text, said)
    made = gull, with_vectors(gull, replace(reading, figures=figures(gull, reading)))
    assert len(denials(told([made]))) == found
    assert opposed(told([made])) == () or found


@pytest.mark.parametrize(("cue", "found"), [("admitted", 1), ("wrote", 0)])
def test_who_admits_what_another_denied_is_set_against_the_denial(cue: str, found: int) -> None:
    denial = report(
        "Gull",
        "Ann Lee denied that the board had ever seen the letter.",
        [Said("that the board had ever seen the letter", "Ann Lee", "Ann Lee", "denied")],
    )
    admission = report(
        "Tide",
        f"Bo Reyes {cue} that the board had received a letter warning of cracks in the Lidva dam.",
        [
            Said(
                "that the board had received a letter warning of cracks in the Lidva dam",
                "Bo Reyes",
                "Bo Reyes",
                cue,
            )
        ],
    )
    made = told([(r, with_vectors(r, reading)) for r, reading in (denial, admission)])
    assert len(denials(made)) == found


@pytest.mark.parametrize(("between", "found"), [(" ", 1), ("\n\n", 0)])
def test_a_denial_answers_what_stands_right_before_it(between: str, found: int) -> None:
    claim = "the envoys had praised the vote in a meeting with him"
    text = f"Bo Reyes said {claim}.{between}Ann Lee denied that she had praised the vote."
    said = [
        Said(claim, "Bo Reyes", "Bo Reyes", "said"),
        Said("that she had praised the vote", "Ann Lee", "Ann Lee", "denied"),
    ]
    assert len(denied_about(text, said)) == found


@pytest.mark.parametrize(("alike", "found"), [((1.0, 0.1), 1), ((0.0, 1.0), 0)])
def test_a_denial_is_tied_to_whoever_says_what_it_denies(alike: tuple[float, float], found: int) -> None:
    claim = report(
        "Gull",
        "Ann Lee said live rounds were used.",
        [Said("live rounds were used", "Ann Lee", "Ann Lee", "said")],
    )
    said = Said("that live rounds were used", "Ministry", "The ministry", "denied")
    denial = report("Tide", "The ministry denied that live rounds were used.", [said])
    story = told([with_rows(claim, (1.0, 0.0)), with_rows(denial, alike)])
    conflicts = denials(story)
    assert len(conflicts) == found
    for conflict in conflicts:
        assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Ministry")]


@pytest.mark.parametrize(
    ("speaker", "source", "found"), [(None, "Mr. Lee", 0), ("Mara Dunn", "Mara Dunn", 1)]
)
def test_a_surname_may_be_the_deniers_own(speaker: str | None, source: str, found: int) -> None:
    gull = report(
        "Gull",
        "Otto Lee said that the ferry was overloaded on Monday.",
        [Said("that the ferry was overloaded on Monday", "Otto Lee", "Otto Lee", "said")],
    )
    tide = report(
        "Tide",
        f"{source} denied that the ferry was overloaded on Monday.",
        [Said("that the ferry was overloaded on Monday", speaker, source, "denied")],
    )
    story = told([(r, with_vectors(r, reading)) for r, reading in (gull, tide)])
    assert len(denials(story)) == found


def test_what_contradicts_a_claim_is_not_the_claim() -> None:
    gull = report(
        "Gull",
        "The guide said that a film contradicts the claim that the ferry was overloaded.",
        [
            Said(
                "that a film contradicts the claim that the ferry was overloaded",
                "Ann Lee",
                "The guide",
                "said",
            )
        ],
    )
    tide = report(
        "Tide",
        "Bo Reyes denied that the ferry was overloaded.",
        [Said("that the ferry was overloaded", "Bo Reyes", "Bo Reyes", "denied")],
    )
    assert denials(told([(r, with_vectors(r, reading)) for r, reading in (gull, tide)])) == ()


@pytest.mark.parametrize(
    ("claim", "denied", "found"),
    [
        ("that the mill was sold to Lidva", "that the mill was sold to Osk", 0),
        ("that the guards shelled Lidva", "that the guards had shelled Osk", 0),
        ("that the mill was sold to the Osk Trust", "that the mill was sold to Osk", 1),
        ("that the mill was sold to Lidva and Osk", "that the mill was sold to Osk", 1),
        ("that the mill was sold to a bank", "that the mill was sold to Osk", 1),
        ("that Lidva sold the mill to Osk", "that the mill was sold to Osk", 1),
        ("that the mill was sold to the UN", "that the mill was sold to the United Nations", 1),
    ],
)
def test_what_is_denied_of_one_is_not_claimed_of_another(claim: str, denied: str, found: int) -> None:
    text = f"Ann Lee said {claim}.\n\nBo Reyes denied {denied}."
    said = [Said(claim, "Ann Lee", "Ann Lee", "said"), Said(denied, "Bo Reyes", "Bo Reyes", "denied")]
    assert len(denied_about(text, said)) == found
