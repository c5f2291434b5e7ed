"""Figures that are a part, or one speaker’s later ones: which stand against a total, and what is told."""

from __future__ import annotations

import pytest

from rashomon.accounts.conflicts.figures.clashes import clashes
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.figures.estimates import estimates
from rashomon.records import Reading, Report
from tests.accounts.telling import Said, report, told


def _killed(*reports: tuple[Report, Reading]) -> list[str]:
    story = told(reports)
    return [c.why for c in clashes(Events(story), estimates(story))]


@pytest.mark.parametrize(
    "text",
    [
        "The toll at Lidva rose to 14 after three people died of their wounds, Ann Lee said.",
        "Fourteen people were killed, four of them nurses, Ann Lee said.",
        "Fourteen people were killed, Ann Lee said. Among the dead are five people from Harn.",
        "Fourteen people were killed at Lidva, Ann Lee said. The raiders left 52 dead behind.",
        "At least fourteen people, a man and 13 women, were killed, Ann Lee said.",
    ],
)
def test_a_part_of_the_dead_is_set_against_no_total(text: str) -> None:
    gull = report("Gull", text, [Said(text[: text.index(", Ann")], "Ann Lee", "Ann Lee", "said")])
    assert _killed(gull, report("Tide", "Fourteen people were killed at Lidva.")) == []


def test_some_of_its_guards_were_killed_is_a_total() -> None:
    nine = report("Tide", "Nine guards were killed.")
    assert len(_killed(report("Gull", "Two of its guards were killed."), nine)) == 1


def test_a_report_goes_on_with_a_part_in_its_own_words() -> None:
    text = "Nine children were killed, the warden said. One boat was struck, killing four children."
    said = [Said("Nine children were killed", "Warden", "the warden", "said")]
    assert _killed(report("Gull", text, said)) == []
    # What it gives before, or for somebody else, is another account.
    other = "Four children were killed at Lidva. Nine children were killed, the warden said."
    assert _killed(report("Gull", other, said)) == ["the ranges do not meet: 4 against 9"]


def test_two_women_alone_are_no_total_beside_others() -> None:
    text = "Shells fell on Lidva, killing two women. At least 28 islanders were killed at Harn."
    assert _killed(report("Gull", text), report("Tide", "In all, 26 people were killed.")) == []


def test_whoever_gives_larger_numbers_later_is_told() -> None:
    def of(outlet: str, number: str, who: str, day: str) -> tuple[Report, Reading]:
        words = f"{number} sailors were killed"
        return report(outlet, f"{words}, {who} said.", [Said(words, who, who, "said")], published=day)

    early = of("Gull", "Four", "Ann Lee", "2031-04-05")
    late = of("Tide", "Nine", "Ann Lee", "2031-04-07")
    other = of("Mail", "Six", "Bo Reyes", "2031-04-08")
    (why,) = _killed(early, late, other)
    assert why.endswith(
        "Ann Lee gives the larger numbers in later reports, and may simply tell of a number that has risen"
    )
    (why,) = _killed(early, of("Tide", "Nine", "Ann Lee", "2031-04-03"), other)
    assert "Ann Lee" not in why


@pytest.mark.parametrize(
    ("left", "found"), [("25 hostages are still inside", 0), ("Gunmen hold 25 hostages", 1)]
)
def test_hostages_who_are_left_are_not_set_against_all(left: str, found: int) -> None:
    gull = report("Gull", "Gunmen hold 30 hostages.")
    tide = report("Tide", f"Police say {left}.", [Said(left, "Police", "Police", "say")])
    assert len(_killed(gull, tide)) == found


def test_hostages_who_were_killed_are_none_who_are_held() -> None:
    gull = report("Gull", "Nineteen people were killed, among them eight hostages.")
    (why,) = _killed(gull, report("Tide", "The army killed 17 hostages and freed 21 hostages."))
    assert "8 against 17" in why
