"""Denials: which cues deny, who is cited for a denial, and whose words it points back at."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rashomon.accounts.conflicts.denials import denials
from rashomon.accounts.conflicts.opposed import opposed
from rashomon.collation.sentences.embed import pack
from rashomon.pipeline import with_vectors
from rashomon.reading.figures.figures import figures
from rashomon.records import Reading, Report, Sentence
from tests.accounts.telling import Said, report, statement, told


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


def test_the_same_words_stand_once_on_a_side() -> None:
    text = "Ann Lee said the lamp was out. The keeper denied it. Bo Reyes disputed the account."
    made = report(
        "Gull",
        text,
        [
            Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
            Said("it", "Keeper", "The keeper", "denied"),
            Said("the account", "Bo Reyes", "Bo Reyes", "disputed"),
        ],
    )
    (conflict,) = denials(told([made], [statement("s", "Ann Lee", (made, "the lamp was out"))]))
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Keeper"), (1, "Bo Reyes")]


def _of_meaning(text: str, said: list[Said]) -> list[str]:
    """About what the denials of a report are, told by meaning."""
    gull, reading = report("Gull", text, said)
    return [c.about for c in denials(told([(gull, with_vectors(gull, reading))]))]


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
    assert len(_of_meaning(text, said)) == found


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
    assert len(_of_meaning(text, said)) == found


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
    assert len(_of_meaning(text, said)) == found


def test_a_headline_that_only_says_what_follows_is_no_claim() -> None:
    text = "Full text: the keeper’s letter on the lantern. Bo Reyes denied that the keeper wrote a letter on the lantern."
    gull, reading = report(
        "Gull",
        text,
        [Said("that the keeper wrote a letter on the lantern", "Bo Reyes", "Bo Reyes", "denied")],
    )
    for start, found in ((0, 0), (len("Full text: "), 1)):
        own = Sentence(start, text.index("."), None)
        made = gull, with_vectors(gull, replace(reading, sentences=(own, *reading.sentences)))
        assert len(denials(told([made]))) == found


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
    assert len(_of_meaning(text, said)) == found


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
    assert len(_of_meaning(text, said)) == found


@pytest.mark.parametrize(("between", "settled"), [(" ", 1), ("\n\n", 0)])
def test_what_settles_a_matter_stands_in_its_paragraph(between: str, settled: int) -> None:
    said = [
        Said("the lamp was out", "Ann Lee", "Ann Lee", "said"),
        Said("it", "Bo Reyes", "Bo Reyes", "denied"),
    ]
    text = f"A video shows the quay.{between}Ann Lee said the lamp was out. Bo Reyes denied it."
    (conflict,) = denials(told([report("Gull", text, said)]))
    assert len(conflict.settling) == settled


@pytest.mark.parametrize(("claim", "found"), [("the lamp was out", 1), ("the lamp was broken", 2)])
def test_a_denial_that_two_reports_carry_is_one(claim: str, found: int) -> None:
    def made(outlet: str, claim: str) -> tuple[Report, Reading]:
        said = [Said(claim, "Ann Lee", "Ann Lee", "said"), Said("this", "Bo Reyes", "Bo Reyes", "denies")]
        return report(outlet, f"{outlet}: Ann Lee said {claim}. Bo Reyes denies this.", said)

    two = [made("Gull", "the lamp was out"), made("Tide", claim)]
    assert len(denials(told(two))) == found


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


def _with_rows(pair: tuple[Report, Reading], *rows: tuple[float, float]) -> tuple[Report, Reading]:
    vectors = np.zeros((len(rows), 384), dtype=np.float32)
    vectors[:, :2] = rows
    packed = pack(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    found = tuple(replace(s, vector=v) for s, v in zip(pair[1].sentences, packed, strict=True))
    return pair[0], replace(pair[1], sentences=found)


@pytest.mark.parametrize(("alike", "found"), [((1.0, 0.1), 1), ((0.0, 1.0), 0)])
def test_a_denial_is_tied_to_whoever_says_what_it_denies(alike: tuple[float, float], found: int) -> None:
    claim = report(
        "Gull",
        "Ann Lee said live rounds were used.",
        [Said("live rounds were used", "Ann Lee", "Ann Lee", "said")],
    )
    said = Said("that live rounds were used", "Ministry", "The ministry", "denied")
    denial = report("Tide", "The ministry denied that live rounds were used.", [said])
    story = told([_with_rows(claim, (1.0, 0.0)), _with_rows(denial, alike)])
    conflicts = denials(story)
    assert len(conflicts) == found
    for conflict in conflicts:
        assert [(m.side, m.source) for m in conflict.members] == [(0, "Ann Lee"), (1, "Ministry")]


def test_a_denial_is_not_tied_to_words_that_only_lead_up_to_a_saying() -> None:
    claim = report(
        "Gull", "The lamp was out, said the guild.", [Said("The lamp was out", None, "the guild", "said")]
    )
    start = claim[0].text.index("said")
    claim = claim[0], replace(claim[1], sentences=(Sentence(start, len(claim[0].text)),))
    denial = report("Tide", "The ministry denied that.", [Said("that", "Ministry", "The ministry", "denied")])
    denial = denial[0], replace(denial[1], sentences=(Sentence(4, 12, 0),))
    assert denials(told([_with_rows(claim, (1.0, 0.0)), _with_rows(denial, (1.0, 0.0))])) == ()


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
    ("text", "cue", "claimed", "found"),
    [
        ("A leaflet says that the masks of Harn stop the marsh fever.", "says", "that the masks of Harn stop the marsh fever", 1),
        ("A leaflet says that the masks of Harn stop not only the marsh fever.", "says",
         "that the masks of Harn stop not only the marsh fever", 1),
        # Whoever doubts it too is on the same side.
        ("A leaflet says that the masks of Harn don’t stop the marsh fever.", "says",
         "that the masks of Harn don’t stop the marsh fever", 0),
        ("A leaflet says that the masks of Harn are ineffective against the marsh fever.", "says",
         "that the masks of Harn are ineffective against the marsh fever", 0),
        ("A leaflet posted a film that disputed the effectiveness of the masks of Harn.", "posted",
         "the effectiveness of the masks of Harn", 0),
    ],
)  # fmt: skip
def test_who_doubts_it_too_claims_nothing_that_is_disputed(
    text: str, cue: str, claimed: str, found: int
) -> None:
    disputed = "the effectiveness of the masks of Harn against the marsh fever"
    gull = report("Gull", text, [Said(claimed, "Leaflet", "A leaflet", cue)])
    tide = report("Tide", f"Ann Lee disputed {disputed}.", [Said(disputed, "Ann Lee", "Ann Lee", "disputed")])
    assert len(denials(told([(r, with_vectors(r, reading)) for r, reading in (gull, tide)]))) == found
