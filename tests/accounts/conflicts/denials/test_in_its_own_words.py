"""What a report itself calls false: whose claim it is, and by which words."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.conflicts.denials.in_its_own_words import called_false_by_the_report
from rashomon.records import Attribution, AttributionKind, Reading, Sentence, Span, Speaker
from tests.accounts.telling import Said, report, told

CLAIM = "that the lamp was sold"
BOTH = [(0, "Ann Lee"), (1, "the report itself")]


@pytest.mark.parametrize(
    ("between", "cue", "found"),
    [
        ("", "falsely claimed", BOTH),
        ("", "claimed, falsely,", BOTH),
        ("", "wrongly accused the Guild, saying", BOTH),
        ("", "repeated the false claim", BOTH),
        ("", "repeated baseless allegations", BOTH),
        ("", "claimed", []),
        ("", "claimed without evidence", []),
        ("", "made “false claims”", []),
        ("", "made false claims about the lamp, saying", []),
        ("was fined by Mara Dunn for ", "falsely claiming", []),
        ("", "never falsely claimed", []),
        ("", "may have falsely claimed", []),
        ("", "allegedly falsely claimed", []),
        ("apologised on Monday after she ", "wrongly said", []),
        ("refused to apologise and ", "falsely claimed", BOTH),
    ],
)
def test_a_cue_tells_that_the_claim_is_false(between: str, cue: str, found: list[tuple[int, str]]) -> None:
    text = f"Ann Lee {between}{cue} {CLAIM}."
    made = report("Gull", text, [Said(CLAIM, "Ann Lee", "Ann Lee", cue)])
    assert [(m.side, m.source) for c in denials(told([made])) for m in c.members] == found


@pytest.mark.parametrize(
    ("kind", "speaker", "found"),
    [
        (AttributionKind.INDIRECT, "Ann Lee", BOTH),
        (AttributionKind.INDIRECT, "Bo Reyes", []),
        (AttributionKind.DIRECT, "Ann Lee", []),
    ],
)
def test_within_anothers_words_it_is_not_the_reports(
    kind: AttributionKind, speaker: str, found: list[tuple[int, str]]
) -> None:
    held = f"Ann Lee’s false claim {CLAIM}"
    said = [
        Said(held, speaker, "The keeper", "spread", kind=kind),
        Said(CLAIM, "Ann Lee", "Ann Lee’s", "false claim", inside=0),
    ]
    made = report("Gull", f"The keeper spread {held}.", said)
    assert [(m.side, m.source) for c in denials(told([made])) for m in c.members] == found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("That’s not true.", BOTH),
        ("But this is simply false.", BOTH),
        ("That claim was wrong.", BOTH),
        ("VERDICT: FALSE.", BOTH),
        ("That was wrong.", []),
        ("That is not false.", []),
        ("The fog came. That’s not true.", []),
    ],
)
def test_a_sentence_of_the_report_calls_false_what_stands_right_before(
    after: str, found: list[tuple[int, str]]
) -> None:
    gull, reading = report(
        "Gull", f"Ann Lee said {CLAIM}. {after}", [Said(CLAIM, "Ann Lee", "Ann Lee", "said")]
    )
    last = after.split(". ")[-1]
    start = gull.text.index(last)
    own = Sentence(start, start + len(last), None)
    made = gull, replace(reading, sentences=(*reading.sentences, own))
    assert [(m.side, m.source) for c in denials(told([made])) for m in c.members] == found


@pytest.mark.parametrize("source", ["An earlier version of this article", "This newspaper"])
def test_what_a_report_puts_right_of_its_own_is_no_conflict(source: str) -> None:
    made = report("Gull", f"{source} wrongly said {CLAIM}.", [Said(CLAIM, None, source, "wrongly said")])
    assert denials(told([made])) == ()


def test_many_claims_are_not_each_held_against_every_other() -> None:
    unit, many = "Ann Lee falsely said that it sank. ", 3000
    gull, _ = report("Gull", unit * many)
    said = tuple(
        Attribution(
            (Span(at, at + 7),),
            (Span(at + 8, at + 20),),
            (Span(at + 21, at + 33),),
            AttributionKind.INDIRECT,
            0.9,
            Speaker("Ann Lee", "made so"),
        )
        for at in range(0, len(unit) * many, len(unit))
    )
    started = time.process_time()
    assert len(list(called_false_by_the_report(gull, Reading(gull.id, "made", (), said, ())))) == many
    assert time.process_time() - started < 5
