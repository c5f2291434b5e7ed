"""*It* right behind what a body has said."""

from __future__ import annotations

import pytest

from rashomon.reading.speakers.speakers import speakers
from rashomon.records import Mention, MentionKind
from tests.reading.speakers.test_not_meant import said
from tests.reading.speakers.test_speakers import organisation


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        (".", "Avel Marine"),
        (" in Osk.", "Avel Marine"),
        (" in Osk. The sea rose.", None),  # not the sentence before
        (" in Osk.\n\n", None),
        (" to the Front.", None),
        (", and an inquiry was held.", None),
    ],
)
def test_it_is_the_body_that_spoke_in_the_sentence_before(between: str, speaker: str | None) -> None:
    text = f"Avel Marine said that two ships were lost{between} It denied that the crews slept."
    named: list[Mention] = organisation(text, "Avel Marine", "Front")
    named += [Mention(MentionKind.PLACE, m.start, m.end, 0.9) for m in organisation(text, "Osk")]
    found = (
        said(text, "Avel Marine", "said", "that two ships were lost"),
        said(text, "It", "denied", "that the crews slept"),
    )
    assert speakers(text, named, found)[-1].name == speaker


@pytest.mark.parametrize("cue", ["was reported", "has emerged", "is said"])
def test_an_it_that_stands_for_a_clause_is_nobody(cue: str) -> None:
    text = f"Avel Marine said that two ships were lost. It {cue} that the crews slept."
    found = (
        said(text, "Avel Marine", "said", "that two ships were lost"),
        said(text, "It", cue, "that the crews slept"),
    )
    assert speakers(text, organisation(text, "Avel Marine"), found)[-1].name is None


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        (".\n\n", "Avel Marine"),
        (". ", "Avel Marine"),
        (".\n\nThe sea rose.\n\n", None),
        (".\n\nThe ministry rose. ", None),
    ],
)
def test_a_quotation_goes_on_in_the_next_paragraph(between: str, speaker: str | None) -> None:
    text = f"Avel Marine said that two ships were lost{between}“We tell the Front what we know,” it said."
    found = (
        said(text, "Avel Marine", "said", "that two ships were lost"),
        said(text, "it", "said", "“We tell the Front what we know,”", direct=True),
    )
    assert speakers(text, organisation(text, "Avel Marine", "Front"), found)[-1].name == speaker
