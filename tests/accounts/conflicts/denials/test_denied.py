"""What a report tells of a denial: who denies, and whether anything is denied."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.pipeline import with_vectors
from rashomon.records import Sentence
from tests.accounts.telling import Said, denied_about, report, told


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("an assertion that the Guild denied.", "“the Guild”"),
        ("and the Harbour Office rejected the claims.", "“the Harbour Office”"),
        # The report cites her elsewhere in these words.
        ("an assertion that Mara Dunn denied.", "Mara Dunn"),
        ("an assertion that the lawyer has denied.", "Mara Dunn"),
    ],
)
def test_a_denial_that_the_report_tells_of_is_cited_to_whoever_denies(after: str, who: str) -> None:
    text = f"Ann Lee said the lamp was out, {after} The lawyer said that it was late."
    said = [
        Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
        Said("that it was late", "Mara Dunn", "The lawyer", "said"),
    ]
    gull, reading = report("Gull", text, said)
    own = Sentence(text.index(after), text.index(after) + len(after), None)
    made = gull, replace(reading, sentences=(*reading.sentences, own))
    (conflict,) = denials(told([made]))
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, who)]


@pytest.mark.parametrize(
    ("words", "found"),
    [("it", 1), ("that argument in a ruling on Monday", 1), ("the idea that it was out", 0)],
)
def test_what_is_denied_may_point_back(words: str, found: int) -> None:
    said = [
        Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
        Said(words, "Bo Reyes", "Bo Reyes", "rejected"),
    ]
    made = report("Gull", f"Ann Lee said the lamp was out. Bo Reyes rejected {words}.", said)
    made = made[0], with_vectors(made[0], made[1])
    back = [c for c in denials(told([made])) if "points back" in c.members[0].why]
    assert len(back) == found


def test_nothing_of_the_kind_denies_what_stands_before() -> None:
    said = [
        Said("the Guild had sold the lamp", "Ann Lee", "Ann Lee", "said"),
        Said("he had sold nothing of the kind", "Bo Reyes", "Bo Reyes", "said"),
    ]
    made = report(
        "Gull",
        "Ann Lee said the Guild had sold the lamp. Bo Reyes said he had sold nothing of the kind.",
        said,
    )
    (conflict,) = denials(told([(made[0], with_vectors(made[0], made[1]))]))
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Bo Reyes")]


def test_who_can_deny_them_something_withholds_it() -> None:
    text = "Ann Lee said the lamp was out. If they failed, the Guild could deny them lamp permits until June."
    gull, reading = report("Gull", text, [Said("the lamp was out", "Ann Lee", "Ann Lee", "said")])
    own = Sentence(text.index("If"), len(text), None)
    assert denials(told([(gull, replace(reading, sentences=(*reading.sentences, own)))])) == ()


@pytest.mark.parametrize(
    ("cue", "denied", "found"),
    [
        ("denied", "that Bo Reyes had any lamp permit for the pier", 1),
        ("denied", "a motion that Bo Reyes have a lamp permit for the pier", 0),
        ("was denied", "a lamp permit for the pier by Ann Lee", 0),
    ],
)
def test_what_is_not_granted_is_no_claim_denied(cue: str, denied: str, found: int) -> None:
    text = f"Ann Lee said that Bo Reyes had a lamp permit for the pier. Mara Dunn {cue} {denied}."
    said = [
        Said("that Bo Reyes had a lamp permit for the pier", "Ann Lee", "Ann Lee", "said"),
        Said(denied, "Mara Dunn", "Mara Dunn", cue),
    ]
    assert len(denied_about(text, said)) == found


@pytest.mark.parametrize(
    ("denied", "found"),
    [("that Bo Reyes had ever offered to sell it", 1), ("a Reyes offer of Monday to sell the lamp", 0)],
)
def test_an_offer_that_is_turned_down_is_no_claim_denied(denied: str, found: int) -> None:
    text = f"Ann Lee said that Bo Reyes had offered to sell the lamp. Mara Dunn denied {denied}."
    said = [
        Said("that Bo Reyes had offered to sell the lamp", "Ann Lee", "Ann Lee", "said"),
        Said(denied, "Mara Dunn", "Mara Dunn", "denied"),
    ]
    assert len(denied_about(text, said)) == found


def test_it_is_not_true_that_points_at_what_follows() -> None:
    said = [
        Said("that he had waited for years", "Ann Lee", "Ann Lee", "said"),
        Said("It is not true that I was late", "Bo Reyes", "Bo Reyes", "said"),
    ]
    made = report(
        "Gull",
        "Ann Lee said that he had waited for years. “It is not true that I was late,” Bo Reyes said.",
        said,
    )
    assert denials(told([(made[0], with_vectors(made[0], made[1]))])) == ()


def test_whom_something_is_denied_is_no_claim() -> None:
    said = [Said("him", "Ann Lee", "Ann Lee", "pardoned"), Said("him", "Bo Reyes", "Bo Reyes", "denied")]
    made = report("Gull", "Ann Lee pardoned him. Bo Reyes denied him.", said)
    assert denials(told([(made[0], with_vectors(made[0], made[1]))])) == ()


def test_what_somebody_denies_having_denied_is_denied_by_nobody() -> None:
    said = [
        Said("The lamp was sold", "Ann Lee", "Ann Lee", "said"),
        Said("that she had denied that the lamp was sold", "Bo Reyes", "The mayor", "denied"),
        Said("that the lamp was sold", None, "she", "had denied", inside=1),
    ]
    text = "The lamp was sold, Ann Lee said. The mayor denied that she had denied that the lamp was sold."
    made = report("Gull", text, said)
    found = denials(told([(made[0], with_vectors(made[0], made[1]))]))
    assert "had denied" not in " ".join(c.why for c in found)
