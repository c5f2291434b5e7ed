"""A claim and its denial that one breath tells: who is named for the claim has claimed it, and nobody is made up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.collation.sentences.embed import pack
from tests.accounts.telling import Said, report, told

CLAIM = "that the lamp was sold"


@pytest.mark.parametrize(
    ("cue", "source", "noun", "claimant"),
    [
        ("rejected", "Ann Lee’s", "repeated claim", "“Ann Lee’s”"),
        ("is rejecting", "the keeper’s", "allegation", "“the keeper’s”"),
        ("pushed back against", "Ann Lee’s", "claim", "“Ann Lee’s”"),
        ("denied", "a Harbour Gazette", "report", "“a Harbour Gazette”"),
        # Nobody is named, or a pronoun leads nowhere.
        ("denied", "Saturday", "reports", None),
        ("denied", "Western", "allegations", None),
        ("rejected", "its", "report", None),
        ("denied", "", "reports", None),
        # No claim is turned down.
        ("repeated", "Ann Lee’s", "claim", None),
        ("did not deny", "Ann Lee’s", "claim", None),
        ("did not reject", "Ann Lee’s", "claim", None),
        # Nobody is told to have denied it.
        ("should reject", "Ann Lee’s", "claim", None),
        ("has yet to reject", "Ann Lee’s", "claim", None),
        ("stopped short of rejecting", "Ann Lee’s", "claim", None),
        ("is no longer denying", "Ann Lee’s", "claim", None),
    ],
)
def test_whoever_is_named_for_what_is_denied_claims_it(
    cue: str, source: str, noun: str, claimant: str | None
) -> None:
    held = " ".join(f"{source} {noun} {CLAIM}".split())
    said = [Said(held, "Bo Reyes", "Bo Reyes", cue), Said(CLAIM, None, source, noun, inside=0)]
    found = denials(told([report("Gull", f"Bo Reyes {cue} {held}.", said)]))
    assert [(m.side, m.source) for c in found for m in c.members] == (
        [(0, claimant), (1, "Bo Reyes")] if claimant else []
    )


def test_who_may_yet_deny_it_has_not() -> None:
    held = f"Ann Lee’s claim {CLAIM}"
    said = [
        Said(held, "Bo Reyes", "Bo Reyes", "rejects"),
        Said(CLAIM, "Ann Lee", "Ann Lee’s", "claim", inside=0),
    ]
    for text, found in ((f"If Bo Reyes rejects {held}, she will sue.", 0), (f"Bo Reyes rejects {held}.", 1)):
        assert len(denials(told([report("Gull", text, said)]))) == found


@pytest.mark.parametrize(
    ("noun", "brought"),
    [
        ("claim", "for damages over the lamp"),
        ("claim", "to the lamp of the harbour"),
        ("claim against", "the harbour over the lamp"),
        ("argument", "that the case should be heard in Osk"),
    ],
)
def test_what_is_brought_before_a_court_is_no_claim_of_what_is_so(noun: str, brought: str) -> None:
    held = f"Ann Lee’s {noun} {brought}"
    said = [
        Said(held, "the court", "The court", "rejected"),
        Said(brought, "Ann Lee", "Ann Lee’s", noun, inside=0),
    ]
    assert denials(told([report("Gull", f"The court rejected {held}.", said)])) == ()


def test_what_a_report_is_about_is_not_what_it_claims() -> None:
    held = "the Harbour Gazette report on his taxes"
    said = [
        Said(held, "Bo Reyes", "Bo Reyes", "denied"),
        Said("his taxes", None, "the Harbour Gazette", "report on", inside=0),
    ]
    assert denials(told([report("Gull", f"Bo Reyes denied {held}.", said)])) == ()


def test_nobody_denies_a_claim_of_their_own() -> None:
    held = f"Bo Reyes’s claim {CLAIM}"
    said = [
        Said(held, "Bo Reyes", "Reyes", "denied"),
        Said(CLAIM, "Bo Reyes", "Bo Reyes’s", "claim", inside=0),
    ]
    assert denials(told([report("Gull", f"Mr. Reyes denied {held}.", said)])) == ()


@pytest.mark.parametrize(
    ("denied", "accused", "found"),
    [
        ("any wrongdoing", "Bo Reyes of selling the lamp", 1),
        ("all the allegations against him", "Mr. Reyes of selling the lamp", 1),
        # Another is accused, or it is not told of what.
        ("any wrongdoing", "Mara Dunn of selling the lamp", 0),
        ("any wrongdoing", "Bo Reyes", 0),
        ("any wrongdoing", "Bo Reyes’s brother of selling the lamp", 0),
        ("any wrongdoing", "Carl Reyes of selling the lamp", 0),
        ("any wrongdoing", "the board of hiding from Reyes in the harbour", 0),
        ("any wrongdoing", "the former keeper, Mayor Bo Reyes, of selling the lamp", 1),
        ("that the lamp was sold", "Bo Reyes of a delay", 0),
    ],
)
def test_who_denies_all_of_it_is_tied_to_whoever_accuses_them(denied: str, accused: str, found: int) -> None:
    text = f"Ann Lee accused {accused}. Yesterday, Bo Reyes denied {denied}."
    said = [Said(accused, "Ann Lee", "Ann Lee", "accused"), Said(denied, "Bo Reyes", "Bo Reyes", "denied")]
    gull, reading = report("Gull", text, said)
    # Of other meanings, so that nothing is tied by likeness.
    one, other = pack(np.array([[1, 1] * 192, [1, -1] * 192], dtype=np.float32))
    first, *rest = reading.sentences
    sentences = (replace(first, vector=other), *(replace(s, vector=one) for s in rest))
    made = gull, replace(reading, sentences=sentences)
    assert (
        sum(m.why == "it accuses whoever denies it" for c in denials(told([made])) for m in c.members)
        == found
    )


@pytest.mark.parametrize(
    ("pushed", "about"),
    [
        ("Ann Lee’s claim", ["that the lamp was sold"]),
        ("Lee's repeated claims", ["that the lamp was sold"]),
        # Nothing of his stands there.
        ("Carl Orr’s claim", []),
    ],
)
def test_a_claim_that_is_only_named_is_what_its_claimant_said_before(pushed: str, about: list[str]) -> None:
    text = f"Ann Lee said that the lamp was sold. Mara Dunn said that it had rained. Bo Reyes pushed back on {pushed}."
    said = [
        Said("that the lamp was sold", "Ann Lee", "Ann Lee", "said"),
        Said("that it had rained", "Mara Dunn", "Mara Dunn", "said"),
        Said(pushed, "Bo Reyes", "Bo Reyes", "pushed back on"),
    ]
    assert [c.about for c in denials(told([report("Gull", text, said)]))] == about
