"""Which reports are one story, as people decide it over what the machine made."""

from __future__ import annotations

import pytest

from rashomon.collation.stories.decisions import decide_stories
from rashomon.corrections import targets
from rashomon.ledger.decisions.corrections import new_correction
from rashomon.records import Correction, CorrectionKind, Passage, Report, Story, Voice

REPORTS = [
    Report(id_, id_, id_, "", (), title=f"About {id_}", published=f"2031-02-0{n}")
    for n, id_ in enumerate(("aa", "bb", "cc", "dd"), 1)
]
MACHINE = (
    Story("s1", "About bb", ("aa", "bb"), "2031-02-01", "2031-02-02"),
    Story("s2", "About cc", ("cc", "dd"), "2031-02-03", "2031-02-04"),
)


def decided(kind: str, target: str, new: str, old: str | None = None, minute: int = 0) -> Correction:
    return new_correction(
        "Mira",
        "read both",
        CorrectionKind(kind),
        targets.of_story(target),
        old=None if old is None else targets.of_story(old),
        new=targets.of_story(new),
        decided_at=f"2031-03-01T08:{minute:02}:00+00:00",
    )


def groups(*corrections: Correction) -> list[tuple[str, ...]]:
    return [story.reports for story in decide_stories(MACHINE, REPORTS, corrections).stories]


def test_without_decisions_the_machine_s_stand() -> None:
    assert decide_stories(MACHINE, REPORTS, []).stories == MACHINE


def test_a_merge_makes_one_under_the_title_of_the_first() -> None:
    (story,) = decide_stories(MACHINE, REPORTS, [decided("merge", "aa", "dd")]).stories
    assert story.reports == ("aa", "bb", "cc", "dd")
    assert (story.title, story.earliest, story.latest) == ("About bb", "2031-02-01", "2031-02-04")


@pytest.mark.parametrize("rows", [(0, 1), (1, 0)])
def test_a_split_sets_reports_apart_together(rows: tuple[int, int]) -> None:
    merge = decided("merge", "aa", "dd")
    splits = [decided("split", "bb", "bb", "aa", 1), decided("split", "cc", "bb", "aa", 2)]
    assert groups(*(splits[row] for row in rows), merge) == [("aa", "dd"), ("bb", "cc")]


def test_a_lone_report_that_is_split_off_is_a_story_of_its_own_and_the_title_stays_where_it_is_borne() -> (
    None
):
    found = decide_stories(MACHINE, REPORTS, [decided("split", "bb", "bb", "aa")]).stories
    assert [(s.title, s.reports) for s in found] == [
        ("About aa", ("aa",)),
        ("About bb", ("bb",)),
        ("About cc", ("cc", "dd")),
    ]
    assert found[2] is MACHINE[1]
    assert len({s.id for s in found}) == 3


def test_a_decision_about_a_report_that_is_gone_is_stranded() -> None:
    lost = decided("merge", "aa", "zz")
    assert decide_stories(MACHINE, REPORTS, [lost]).stranded == (lost,)
    assert groups(lost) == [s.reports for s in MACHINE]


def test_a_story_that_people_made_of_reports_without_titles_is_called_as_its_earliest_begins() -> None:
    texts = {"aa": "The mill burned.", "bb": "The dam held.", "cc": "Rain fell."}
    reports = [
        Report(id_, id_, id_, text, (Passage(Voice.BODY, 0, len(text)),)) for id_, text in texts.items()
    ]
    machine = (
        Story("s1", "The mill burned.", ("aa", "bb"), None, None),
        Story("s2", "Rain fell.", ("cc",), None, None),
    )
    split = decide_stories(machine, reports, [decided("split", "bb", "bb", "aa")]).stories
    assert [s.title for s in split] == ["The mill burned.", "The dam held.", "Rain fell."]
    (whole, _) = decide_stories(
        machine, reports, [decided("merge", "bb", "cc"), decided("split", "aa", "aa", "bb", 1)]
    ).stories
    assert whole.title == "The mill burned."
