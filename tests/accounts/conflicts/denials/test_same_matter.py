"""Which claims are of what somebody denies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.conflicts.denials.same_matter import accuses_denier, same_matter
from rashomon.accounts.conflicts.opposed import opposed
from rashomon.accounts.conflicts.opposition import claim
from rashomon.accounts.told import Told
from rashomon.pipeline import with_vectors
from rashomon.reading.attributions.denying import denies
from rashomon.records import Reading, Report, Span
from tests.accounts.telling import Said, report, told


@pytest.mark.parametrize(
    ("denied", "claimed", "alike", "cited", "same"),
    [
        ("that a truce had been agreed", "both sides had accepted a truce", 0.78, True, True),
        ("that he drank", "he had been drinking", 0.66, True, True),
        ("her part in the raid", "the boats further", 0.59, True, False),
        (
            "that a deal had been struck",
            "talks go on despite reports that a deal is struck",
            0.7,
            True,
            False,
        ),
        ("the raid", "with the raid", 0.76, True, True),
        ("that its men had killed a hostage", "19 hostages were killed", 0.61, True, False),
        ("that its men had killed a hostage", "19 hostages were killed by the Front", 0.61, True, True),
        ("that its men had killed a hostage", "the gunmen killed a hostage", 0.61, True, True),
        ("he was a smuggler", "his odd ways were a pretence, as he told other smugglers", 0.75, True, False),
        (
            "that he headed the Harn family of ferrymen",
            "a keeper who watched the Harn family",
            0.67,
            False,
            False,
        ),
        (
            "reports that the guard had shelled the quay",
            "the guard shelled the quay at noon",
            0.6,
            False,
            True,
        ),
    ],
)
def test_what_is_of_one_matter(denied: str, claimed: str, alike: float, cited: bool, same: bool) -> None:
    assert same_matter(denied, claimed, alike, cited) is same


def test_whoever_denies_may_be_named_by_the_claim() -> None:
    assert accuses_denier("that he had apologised", "Warden Aven apologised for the raid", {"Aven"})
    assert not accuses_denier("that he had apologised", "the mayor apologised for the raid", {"Aven"})
    assert not accuses_denier("that the army had apologised", "Warden Aven apologised", {"Aven"})


def _story(*reports: tuple[Report, Reading]) -> Told:
    return told([(r, with_vectors(r, reading)) for r, reading in reports])


def test_a_denial_meets_the_accusation_that_names_the_denier() -> None:
    text = (
        "The army said the shells had been fired by the Marn Front. Amir Dolen, the Front’s speaker, denied that its fighters had"
        " shelled the market. A baker said Front fighters patrolled the market."
    )
    said = [
        Said("the shells had been fired by the Marn Front", "Army", "The army", "said"),
        Said("that its fighters had shelled the market", "Amir Dolen", "Amir Dolen, the Front’s speaker,", "denied"),
        Said("Front fighters patrolled the market", None, "A baker", "said"),
    ]  # fmt: skip
    (conflict,) = denials(_story(report("Gull", text, said)))
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Army"), (1, "Amir Dolen")]
    assert "names whoever denies it" in conflict.members[0].why


def test_a_denial_meets_who_says_all_of_it_in_other_words() -> None:
    text = (
        "Ann Lee said that three boxes of ballots had disappeared in Harn. The board denied that any box had been lost. Bo"
        " Reyes said that the harbour was calm."
    )
    said = [
        Said("that three boxes of ballots had disappeared in Harn", "Ann Lee", "Ann Lee", "said"),
        Said("that any box had been lost", "Board", "The board", "denied"),
        Said("that the harbour was calm", "Bo Reyes", "Reyes", "said"),
    ]
    (conflict,) = denials(_story(report("Gull", text, said)))
    assert [m.source for m in conflict.members] == ["Ann Lee", "Board"]


def test_one_denial_in_two_reports_is_one_conflict() -> None:
    words = "the lamp of the pier had been put out by the keepers"
    one = report("Gull", f"Ann Lee said {words}.", [Said(words, "Ann Lee", "Ann Lee", "said")])
    others = [
        report(outlet, f"{who} denied that {words}.", [Said(f"that {words}", who, who, "denied")])
        for outlet, who in (("Tide", "The Guild"), ("Mail", "Harn Guild"))
    ]
    (conflict,) = denials(_story(one, *others))
    assert sorted(m.source for m in conflict.members) == ["Ann Lee", "Harn Guild", "The Guild"]


def test_a_denied_number_points_back_at_whoever_gave_one() -> None:
    text = (
        "The warden said the ferry had carried 247 people. “It was a coffin afloat,” Ann Lee said. Bo Reyes rejected the warden’s"
        " figure."
    )
    said = [
        Said("the ferry had carried 247 people", "Warden", "The warden", "said"),
        Said("It was a coffin afloat,", "Ann Lee", "Ann Lee", "said"),
        Said("the warden’s figure", "Bo Reyes", "Bo Reyes", "rejected"),
    ]
    (conflict,) = denials(_story(report("Gull", text, said)))
    assert [m.source for m in conflict.members] == ["Warden", "Bo Reyes"]


def test_a_clause_behind_denies_does_not_point_back() -> None:
    text = "Ann Lee said the lamp was out. A keeper denies that he said anything about ferries."
    said = [Said("the lamp was out", "Ann Lee", "Ann Lee", "said")]
    assert denials(_story(report("Gull", text, said))) == ()


def test_a_denial_is_no_side_of_opposed_claims() -> None:
    fire, denied = "a fire destroyed the store at Harn", "arson following a fire at the store at Harn"
    one = report("Gull", f"Ann Lee said {fire}.", [Said(fire, "Ann Lee", "Ann Lee", "said")])
    other = report("Tide", f"Bo Reyes denied {denied}.", [Said(denied, "Bo Reyes", "Bo Reyes", "denied")])
    assert opposed(_story(one, other)) == ()


def test_what_a_no_is_not_said_to_is_not_opposed() -> None:
    one = "No one was hurt in the fire, which is treated by the guard as suspicious"
    other = "the fire at the store of Harn is treated by the guard as suspicious"
    gull = report("Gull", f"Ann Lee said {one}.", [Said(one, "Ann Lee", "Ann Lee", "said")])
    tide = report("Tide", f"The council said {other}.", [Said(other, "Council", "The council", "said")])
    assert opposed(_story(gull, tide), least=0.0) == ()
    assert claim("It cannot repay without the loan").negated == {"repay"}


def test_whoever_is_told_of_before_the_cue_belongs_to_the_claim() -> None:
    text, other = (
        "No one is believed to have been hurt in the fire at Harn.",
        "no one had been hurt in the fire at Harn",
    )
    gull, reading = report(
        "Gull", text, [Said("to have been hurt in the fire at Harn", None, "", "is believed")]
    )
    (a,) = reading.attributions
    whole = replace(a, content=(Span(0, len("No one")), *a.content))
    gull_ = gull, replace(reading, attributions=(whole,))
    tide = report("Tide", f"The council said {other}.", [Said(other, "Council", "The council", "said")])
    assert opposed(_story(gull_, tide), least=0.0) == ()
    assert len(opposed(_story((gull, reading), tide), least=0.0)) == 1


@pytest.mark.parametrize("held", ["it still held the town of Sarandu", "Sarandu was under its control"])
def test_who_still_holds_a_town_is_set_against_who_has_taken_it(held: str) -> None:
    taken = "the guard had taken full control of Sarandu"
    gull = report("Gull", f"The staff said {taken}.", [Said(taken, "Staff", "The staff", "said")])
    tide = report(
        "Tide", f"The Marn Front said {held}.", [Said(held, "Marn Front", "The Marn Front", "said")]
    )
    (conflict,) = opposed(_story(gull, tide))
    assert conflict.about == "who holds it (Sarandu)"


def test_a_superseded_version_is_on_no_side_of_a_denial() -> None:
    def page(outlet: str, hours: str) -> tuple[Report, Reading]:
        words = f"both sides had accepted a truce of {hours} hours"
        said = [
            Said(words, "Ann Lee", "Ann Lee", "said"),
            Said("that both sides had accepted a truce", "Bo Reyes", "Bo Reyes", "denied"),
        ]
        made = report(
            outlet, f"Ann Lee said {words}. Bo Reyes denied that both sides had accepted a truce.", said
        )
        return made[0], with_vectors(*made)

    old, new = page("Gull", "48"), page("Gull", "24")
    story = replace(told([old, new]), superseded=frozenset({old[0].id}))
    (conflict,) = denials(story)
    assert {m.report for m in conflict.members} == {new[0].id}


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("that Reyes was shooting at guards", True),
        # What everybody calls the shooting accuses nobody of shooting at the guards; nor does a shooter in their training.
        ("The shooting began after Reyes had lost her post", False),
        ("he has put guards through training for an active shooter at the lock first", False),
    ],
)
def test_a_word_for_what_happened_is_no_accusation(claim: str, found: bool) -> None:
    denied = "shooting at the first guards at the lock"
    assert accuses_denier(denied, claim, {"Reyes"}) == found
    assert same_matter(denied, claim, 0.6, cited=True) == found


@pytest.mark.parametrize(
    ("denied", "claimed", "alike", "cited", "same"),
    [
        # A headline with capitals throughout has words, not names alone.
        ("“Blackout” of Harbour Lamps", "that Harn had put out numerous harbour lamps", 0.61, True, True),
        # A report's own words that are nearly the same; and such as are only near.
        (
            "a report that said he paid 12 crowns in harbour dues",
            "Reyes paid 12 crowns in harbour dues",
            0.77,
            False,
            True,
        ),
        (
            "a report that said he paid 12 crowns in harbour dues",
            "Reyes is behind with his dues",
            0.77,
            False,
            False,
        ),
        # One word of four is few.
        (
            "that the fever came from a cellar in Orm",
            "that the source of the fever is looked for",
            0.66,
            True,
            False,
        ),
    ],
)
def test_how_much_of_what_is_denied_a_claim_has(
    denied: str, claimed: str, alike: float, cited: bool, same: bool
) -> None:
    assert same_matter(denied, claimed, alike, cited) is same


@pytest.mark.parametrize(
    ("text", "cue", "found"),
    [
        ("Kerr is rejecting reports that it burned.", "is rejecting", True),
        ("Kerr is denying reports that it burned.", "is denying", True),
        ("Kerr rejected Mr. Orr’s claims that it burned.", "rejected", True),
        ("Kerr has all but dismissed a theory that it burned.", "has all but dismissed", True),
        ("Kerr knocked down the theory that it burned.", "knocked down", True),
        ("Kerr seemed to dismiss claims that it burned.", "seemed to dismiss", False),
        ("Kerr rejected a resolution that sought peace.", "rejected", False),
        ("Kerr shot down a proclamation that barred ships.", "shot down", False),
        (
            "Kerr made a wrongful dismissal complaint that was heard.",
            "made a wrongful dismissal complaint",
            False,
        ),
    ],
)
def test_which_cues_turn_a_claim_down(text: str, cue: str, found: bool) -> None:
    start = text.index(cue)
    assert denies(text, [Span(start, start + len(cue))]) is found
