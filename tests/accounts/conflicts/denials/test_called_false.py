"""Who calls false what another claims, in other words than *denied*."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.pipeline import with_vectors
from tests.accounts.telling import Said, report, told


def denied(text: str, *said: Said) -> list[tuple[int, str]]:
    """The sides and sources of the denials in one report."""
    made, reading = report("Gull", text, said)
    found = denials(told([(made, with_vectors(made, reading))]))
    return [(m.side, m.source) for c in found for m in c.members]


BOTH = [(0, "Ann Lee"), (1, "Bo Reyes")]


@pytest.mark.parametrize(
    ("words", "cue", "found"),
    [
        ("it a lie bought with money", "called", BOTH),
        ("the claim as an invention", "described", BOTH),
        ("it “fake news”", "called", BOTH),
        ("the report a hoax", "called", BOTH),
        ("the claims “absurd”", "calls", BOTH),
        ("those reports as utterly ridiculous", "described", BOTH),
        ("it absurd", "called", []),
        ("the claims process absurd", "called", []),
        ("the claims hardly absurd", "called", []),
        ("it a great day", "called", []),
        ("it not a lie", "called", []),
        ("it hardly a lie", "called", []),
        ("it an invention of genius", "called", []),
        ("it a false dawn", "called", []),
        ("it fake", "called", []),
        ("it fiction writing", "called", []),
        ("the claims were false", "said", BOTH),
        ("she would sue if the claims were false", "said", []),
        ("she did not know whether the story is a lie", "said", []),
        ("nobody says that the claims were false", "said", []),
        ("that he had signed no such letter", "said", BOTH),
        ("that such a letter had been sent", "denied", BOTH),
    ],
)
def test_it_points_back_at_what_another_said(words: str, cue: str, found: list[tuple[int, str]]) -> None:
    text = f"Ann Lee said that the Guild had bought the lamp. Bo Reyes {cue} {words}."
    said = [
        Said("that the Guild had bought the lamp", "Ann Lee", "Ann Lee", "said"),
        Said(words, "Bo Reyes", "Bo Reyes", cue),
    ]
    assert denied(text, *said) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Her claim that the lamp was sold is false", BOTH),
        ("Her claim that the lamp was sold is not false", []),
        ("Her claim that the lamp was sold was heard", []),
        ("Her claim that the lamp was sold was hardly false", []),
        ("Her claim that the lamp was sold was made up of guesses", []),
    ],
)
def test_a_claim_is_called_false_in_the_same_breath(words: str, found: list[tuple[int, str]]) -> None:
    said = [
        Said(words, "Bo Reyes", "Bo Reyes", "said"),
        Said("that the lamp was sold", "Ann Lee", "Her", "claim", inside=0),
    ]
    assert denied(f"{words}, Bo Reyes said.", *said) == found


@pytest.mark.parametrize(
    ("behind", "found"),
    [("a “fictional tale”", BOTH), ("absurd", BOTH), ("a great tale", []), ("hardly absurd", [])],
)
def test_a_named_claim_is_called_something(behind: str, found: list[tuple[int, str]]) -> None:
    held = f"Her claim that the lamp was sold {behind}"
    said = [
        Said(held, "Bo Reyes", "Bo Reyes", "called"),
        Said("that the lamp was sold", "Ann Lee", "Her", "claim", inside=0),
    ]
    assert denied(f"Bo Reyes called {held}.", *said) == found


@pytest.mark.parametrize(
    ("ending", "pointing", "found"),
    [
        ("that the lamp was sold", "which", BOTH),
        ("that the lamp was sold", "something that", BOTH),
        ("that the lamp was sold", "a charge", BOTH),
        # What is denied are the claims that the words end with, and no more is told of them.
        ("that she will look into the allegations", "which", []),
    ],
)
def test_a_denial_behind_a_comma_is_of_the_words_before_it(
    ending: str, pointing: str, found: list[tuple[int, str]]
) -> None:
    said = [Said(ending, "Ann Lee", "Ann Lee", "said"), Said(pointing, "Bo Reyes", "Bo Reyes", "denies")]
    assert denied(f"Ann Lee said {ending}, {pointing} Bo Reyes denies.", *said) == found


def test_what_one_admits_and_had_denied_is_nobody_elses() -> None:
    text = "Ann Lee accuses the town of silence. Bo Reyes has admitted that the lamp was sold. He had earlier denied the claim."
    said = [
        Said("the town of silence", "Ann Lee", "Ann Lee", "accuses"),
        Said("that the lamp was sold", "Bo Reyes", "Bo Reyes", "has admitted"),
        Said("the claim", "Bo Reyes", "He", "had earlier denied"),
    ]
    assert denied(text, *said) == []


@pytest.mark.parametrize(
    ("called", "found"), [("“absurd”", BOTH), ("a lie", BOTH), ("hardly absurd", []), ("overdue", [])]
)
def test_claims_that_nobody_is_named_for_are_whoevers_makes_them(
    called: str, found: list[tuple[int, str]]
) -> None:
    held = f"the claims that the Guild had sold the harbour lamp {called}"
    said = [
        Said("The Guild sold the harbour lamp in May", "Ann Lee", "Ann Lee", "said"),
        Said(held, "Bo Reyes", "Bo Reyes", "calls"),
        Said("that the Guild had sold the harbour lamp", None, "", "claims", inside=1),
    ]
    text = f"“The Guild sold the harbour lamp in May,” Ann Lee said.\n\nBo Reyes calls {held}."
    assert denied(text, *said) == found


def test_claims_of_which_the_words_do_not_tell_are_nobodys() -> None:
    held = "reports of such lamps “invented”"
    said = [
        Said("Two lamps were sold in May", "Ann Lee", "Ann Lee", "said"),
        Said(held, "Bo Reyes", "Bo Reyes", "had called"),
        Said("such lamps", None, "", "reports of", inside=1),
    ]
    assert denied(f"“Two lamps were sold in May,” Ann Lee said.\n\nBo Reyes had called {held}.", *said) == []
