"""Figures of one thing whose ranges do not meet, and which of them stand against each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.accounts.conflicts.figures.clashes import clashes
from rashomon.accounts.conflicts.figures.sides import Events
from rashomon.accounts.figures.estimates import estimates
from rashomon.records import (
    DateExpression,
    Mention,
    MentionKind,
    Reading,
    Report,
    Span,
)
from tests.accounts.telling import Said, report, told

GULL = report(
    "Gull",
    "Four sailors were killed, the ministry said. The union said eleven sailors were killed.",
    [
        Said("Four sailors were killed", "Ministry", "the ministry", "said"),
        Said("eleven sailors were killed", "Union", "The union", "said"),
    ],
)


def test_figures_whose_ranges_do_not_meet_are_a_conflict_with_its_sources() -> None:
    (conflict,) = clashes(Events(told([GULL])), estimates(told([GULL])))
    assert conflict.about == "how many sailors killed"
    assert [(m.side, m.source) for m in conflict.members] == [(0, "Ministry"), (1, "Union")]
    assert "4 against 11" in conflict.why
    assert not conflict.rising


def test_at_least_nine_does_not_contradict_eleven() -> None:
    text = "At least nine sailors were killed. Eleven sailors were killed, said Ann."
    tide = report("Tide", text, [Said("Eleven sailors were killed", "Ann")])
    assert clashes(Events(told([tide])), estimates(told([tide]))) == ()


def test_a_larger_figure_in_a_later_report_may_only_be_later() -> None:
    early = report("Gull", "Four sailors were killed.", published="2031-04-05")
    late = report("Tide", "Nine sailors were killed.", published="2031-04-07")
    story = told([early, late])
    (conflict,) = clashes(Events(story), estimates(story))
    assert conflict.rising
    assert "may simply have risen" in conflict.why
    swapped = told([(replace(early[0], published="2031-04-08"), early[1]), late])
    assert not clashes(Events(swapped), estimates(swapped))[0].rising


def _at(place: str, made: tuple[Report, Reading]) -> tuple[Report, Reading]:
    """A report whose figures are of a place."""
    start = made[0].text.index(place)
    where = Span(start, start + len(place))
    return made[0], replace(made[1], figures=tuple(replace(f, place=where) for f in made[1].figures))


def test_what_is_of_another_place_than_all_of_the_other_side_stands_on_no_side() -> None:
    here = _at("Marn", report("Gull", "Four sailors were killed in Marn."))
    there = _at("Orm", report("Tide", "Four sailors were killed in Orm."))
    more = _at("Marn", report("Mail", "Nine sailors were killed in Marn."))
    story = told([here, there, more])
    (conflict,) = clashes(Events(story), estimates(story))
    assert [(m.side, m.report) for m in conflict.members] == [(0, here[0].id), (1, more[0].id)]


def test_different_things_are_no_conflict() -> None:
    one = report("Gull", "Four sailors were killed.")
    other = report("Tide", "Nine gendarmes were killed. Twelve sailors were wounded.")
    story = told([one, other])
    assert clashes(Events(story), estimates(story)) == ()


def _why(*texts: str) -> list[str]:
    story = told([report(f"Gull {n}", text) for n, text in enumerate(texts)])
    return [c.why.removeprefix("the ranges do not meet: ") for c in clashes(Events(story), estimates(story))]


@pytest.mark.parametrize(
    ("parts", "total", "expected"),
    [
        ("Two women and one man died.", "Three people died.", []),
        ("The fire killed two women and a boy.", "Five people died.", ["3 against 5"]),
        ("Forty people were hurt, 15 of them here.", "Forty people were hurt.", []),
        ("Nine people were killed. Two of the dead were counted twice.", "Nine people were killed.", []),
        ("Nine people were killed. Three of the wounded had died later.", "Nine people were killed.", []),
        ("They found the bodies of two more victims.", "Nine people died.", []),
        ("Nine people died, including two men.", "Nine people died.", []),
    ],
)
def test_a_part_is_not_set_against_a_whole(parts: str, total: str, expected: list[str]) -> None:
    assert _why(parts, total) == expected


def test_what_meets_several_sides_is_on_none() -> None:
    sentences = [f"{n} people were hurt." for n in ("As many as 80", "Five", "Fifty", "400")]
    assert _why(*sentences) == ["5 against 50 against 400; on no side, as it meets several: 80 or fewer"]


@pytest.mark.parametrize(
    ("text", "date", "latest", "compared"),
    [
        ("In February 2005 a quake killed 612 people.", "February 2005", "2005-02-28", False),
        ("The 2003 quake killed 612 people.", "2003", "2003-12-31", False),
        ("In the worst quake, in 1988, 612 people died.", "1988", "1988-12-31", False),
        ("In February 2005, a quake hit Osk, killing 612 people.", "February 2005", "2005-02-28", False),
        ("In February 2005 a quake hit Osk. It killed 612 people.", "February 2005", "2005-02-28", False),
        ("A raid hit the lock, built in 1998. It killed 612 people.", "1998", "1998-12-31", True),
        ("It was worse than in 2003, when 612 people died.", "2003", "2003-12-31", False),
        ("An earlier quake killed 612 people.", "", "", False),
        ("The lock was built in 1998, and 612 people died there.", "1998", "1998-12-31", True),
        ("They marched against the 2003 law and 612 people died.", "2003", "2003-12-31", True),
        ("On Sunday a quake killed 612 people.", "Sunday", "2031-03-30", True),
        # Seen from a later event: days before it, or in a month that is over.
        ("Another raid had killed 612 people in March.", "March", "2031-03-31", False),
        ("Another raid killed 612 people in March.", "March", "2031-03-31", True),
        ("Another raid had left 612 people dead on 20 March.", "20 March", "2031-03-20", False),
        ("A raid left 612 people dead on 20 March.", "20 March", "2031-03-20", True),
        ("Ann Lee said that 612 people had died on Sunday.", "Sunday", "2031-03-30", True),
        ("Ann Lee had to bury 612 dead people in March.", "March", "2031-03-31", True),
    ],
)
def test_a_toll_of_an_earlier_event_is_not_set_against_this_one(
    text: str, date: str, latest: str, compared: bool
) -> None:
    made, reading = report("Gull", text)
    start = text.index(date)
    dates = (DateExpression(start, start + len(date), latest[:8] + "01", latest, "made so"),) if date else ()
    story = told([(made, replace(reading, dates=dates)), report("Tide", "Two people died on Sunday.")])
    found = estimates(story)
    assert (612 in {e.low for e in found}) == compared
    assert bool(clashes(Events(story), found)) == compared


def test_the_owner_of_a_figure_is_who_gives_it() -> None:
    one = report("Gull", "Four people died. The Assembly's figure of eleven dead has not moved.")
    other = report("Tide", "Four people died. Ann Lee, who runs the clinic, puts the figure at nine.")
    story = told([one, other])
    (conflict,) = clashes(Events(story), estimates(story))
    assert {m.source for m in conflict.members} == {"the report itself", "“The Assembly”", "“Ann Lee”"}


def test_who_gives_a_figure_is_called_as_the_report_cites_them() -> None:
    said = Said("that it was late", "Mara Dunn", "The mayor", "said")
    one = report("Gull", "The mayor said that it was late. The mayor's figure is nine dead.", [said])
    other = report("Tide", "Four people died. Its toll of eleven dead has not moved.")
    story = told([one, other])
    (conflict,) = clashes(Events(story), estimates(story))
    assert [m.source for m in conflict.members] == ["the report itself", "Mara Dunn", "not known: “Its”"]


def test_nobody_against_nine_is_a_conflict_and_what_is_feared_is_none() -> None:
    nine = report("Gull", "Nine sailors were killed.")
    story = told([nine, report("Tide", "No sailors were killed.")])
    (conflict,) = clashes(Events(story), estimates(story))
    assert "0 against 9" in conflict.why
    for text in (
        "Sixty sailors could be killed.",
        "Three sailors, not nine, are alive. Four sailors might have been killed.",
    ):
        story = told([nine, report("Tide", text)])
        assert clashes(Events(story), estimates(story)) == ()


def _clashing(*reports: tuple[Report, Reading]) -> list[str]:
    story = told(reports)
    return [c.about for c in clashes(Events(story), estimates(story))]


def test_members_of_a_family_are_no_members_of_a_league() -> None:
    league = report("Gull", "The raid killed two league members.")
    assert _clashing(league, report("Tide", "The raid killed nine members of his family.")) == []
    assert _clashing(league, report("Tide", "The raid killed nine members of the league.")) != []


def test_what_is_answered_is_an_earlier_event() -> None:
    raid = report("Gull", "The strike killed two people.")
    answer = "The strike was in {} for the bombing at the quay that killed nine people."
    assert _clashing(raid, report("Tide", answer.format("retaliation"))) == []
    assert _clashing(raid, report("Tide", "The strike killed nine people.")) != []


@pytest.mark.parametrize(
    ("second", "found"), [("In Lidva, 18 people were killed", 0), ("18 people were killed in Lidva", 1)]
)
def test_what_one_place_has_of_a_larger_figure_is_no_other_figure(second: str, found: int) -> None:
    text = f"At least 150 people were killed, Bo said. {second}, Ann told us."
    said = [
        Said("At least 150 people were killed", "Bo", "Bo", "said"),
        Said(second, "Ann", "Ann", "told"),
    ]
    gull, reading = report("Gull", text, said)
    at = text.index("Lidva")
    lidva = Mention(MentionKind.PLACE, at, at + 5, 0.9)
    assert len(_clashing((gull, replace(reading, mentions=(lidva,))))) == found


def test_what_several_raids_came_to_is_not_set_against_one() -> None:
    one = report("Gull", "A patrol captured one raider.")
    assert (
        _clashing(one, report("Tide", "Patrols captured twelve raiders during three separate raids.")) == []
    )
    assert _clashing(one, report("Tide", "Patrols captured twelve raiders during the raid.")) != []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        # A round number of thousands is rounded, and 300 may be more than 300.
        ("The toll is 500,000 people killed.", "In all 500,071 people were killed.", 0),
        ("The toll is 500,000 people killed.", "In all 530,000 people were killed.", 1),
        ("In all 300 people were killed.", "More than 300 people were killed.", 0),
        ("In all 300 people were killed.", "More than 320 people were killed.", 1),
        # What happens on a day is not what has happened in all.
        ("On Sunday 279 people were killed.", "Harn is averaging more than 1,500 deaths a day.", 0),
        ("In all 19,468 people were killed.", "Harn had 2,000 deaths in a day.", 0),
        ("Harn had 900 deaths in a day.", "Harn had 2,000 deaths in a day.", 1),
        # One has the attacker in it.
        ("Three people were killed.", "Four people were killed, including the gunman.", 0),
        ("Three people were killed.", "Four people were killed, including gunman.", 0),
        ("Three people were killed.", "Five people were killed, including the gunman.", 1),
        ("Three people were killed.", "Four people were killed, including the suspect’s mother.", 1),
        ("Three people were killed.", "Four people were killed, including the bus driver.", 1),
        ("Three people were killed.", "Four people were killed, with the gunman still at large.", 1),
    ],
)
def test_rounded_numbers_days_and_attackers(first: str, second: str, found: int) -> None:
    assert len(_why(first, second)) == found


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Police arrested 34 people on Monday.", "On Monday 120 marchers were arrested.", True),
        # Of one night, and of four.
        ("Police arrested 34 people.", "Police made 120 arrests over four nights.", False),
        (
            "Police arrested 34 people over the course of Monday’s protests.",
            "Police arrested 120 people.",
            False,
        ),
        # What a report gives beside the toll is a part of it.
        (
            "The number of dead surpassed 125. It swept through a school, killing 12.",
            "The toll rose to 143.",
            False,
        ),
        ("In Velm alone, 18 people died.", "A flood killed 31 people.", False),
    ],
)
def test_a_part_and_a_sum_over_days_are_against_no_toll(one: str, other: str, conflict: bool) -> None:
    story = told([report("Gull", one), report("Tern", other)])
    assert bool(clashes(Events(story), estimates(story))) is conflict


def test_more_guards_than_people_are_too_many() -> None:
    text = "Two people were killed, the mayor said. Seven guards were killed, the Guild said."
    said = [
        Said("Two people were killed", "Mayor", "the mayor", "said"),
        Said("Seven guards were killed", "Guild", "the Guild", "said"),
    ]
    story = told([report("Gull", text, said)])
    (conflict,) = clashes(Events(story), estimates(story))
    assert "2 against 7 or more" in conflict.why


@pytest.mark.parametrize(
    ("none", "some", "about"),
    [
        ("No child was harmed", "Two children were hurt", "how many children wounded"),
        ("Nobody was hurt", "Two children were hurt", "how many people wounded"),
        ("There were no casualties", "Two sailors were killed", "how many sailors killed"),
        ("It was put out without loss of life", "Two people were killed", "how many people killed"),
        # Of others, in another way, of some, or not known.
        ("No child was harmed", "Two women were hurt", None),
        ("It was put out without loss of life", "Two people were hurt", None),
        ("Not one of the 12 was hurt", "Two people were hurt", None),
        ("No casualties were immediately reported", "Two people were killed", None),
        ("No one knows how many were hurt", "Two people were hurt", None),
        ("No more than three people were hurt", "Two people were hurt", None),
    ],
)
def test_nought_is_set_against_as_many_as_it_is_of(none: str, some: str, about: str | None) -> None:
    pages = [report(name, f"{of} in the fire at Orm mill.") for name, of in (("Gull", none), ("Tide", some))]
    assert _clashing(*pages) == ([about] if about else [])
