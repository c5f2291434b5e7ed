"""Denials of a story as conflicts: what stands on their sides, and which are one."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, statement, told


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
