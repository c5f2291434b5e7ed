"""What counts as a claim that somebody may deny."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.pipeline import with_vectors
from rashomon.records import Sentence
from tests.accounts.telling import Said, report, told, with_rows


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


def test_a_denial_is_not_tied_to_words_that_only_lead_up_to_a_saying() -> None:
    claim = report(
        "Gull", "The lamp was out, said the guild.", [Said("The lamp was out", None, "the guild", "said")]
    )
    start = claim[0].text.index("said")
    claim = claim[0], replace(claim[1], sentences=(Sentence(start, len(claim[0].text)),))
    denial = report("Tide", "The ministry denied that.", [Said("that", "Ministry", "The ministry", "denied")])
    denial = denial[0], replace(denial[1], sentences=(Sentence(4, 12, 0),))
    assert denials(told([with_rows(claim, (1.0, 0.0)), with_rows(denial, (1.0, 0.0))])) == ()


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
