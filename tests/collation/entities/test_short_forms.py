"""*Bill Kerr* and *William Kerr*, who hold an office of which there is one."""

from __future__ import annotations

import pytest

from rashomon.collation.entities.bearers import told
from rashomon.collation.entities.roles import Role
from tests.collation.entities.test_suffixes import names
from tests.collation.reporting import telling


@pytest.mark.parametrize(
    ("first", "second", "told", "one"),
    [
        ("Bill Kerr", "William Kerr", "The director of the Water Board, {}, left.", True),
        ("Bill Kerr", "William P. Kerr", "Attorney General {} left.", True),
        ("Dave Kerr", "David Kerr", "Lisse Mayor {} left.", True),
        ("Steve Kerr", "Steven Kerr", "Labor Secretary {} left.", True),
        # Of these there may be several.
        ("Bill Kerr", "William Kerr", "The spokesman of the Water Board, {}, left.", False),
        ("Bill Kerr", "William Kerr", "The director, {}, left.", False),
        ("Bill Kerr", "Robert Kerr", "Attorney General {} left.", False),
        ("Ivo Kerr", "Ivo Kerr Jr", "The director of the Water Board, {}, left.", False),
        ("Bill Kerr", "William Kerr Jr", "Attorney General {} left.", False),
    ],
)
def test_a_short_form_is_one_person_s_in_an_office_of_one(
    first: str, second: str, told: str, one: bool
) -> None:
    reports = [
        telling(report, told.format(name), [name], []) for report, name in (("a", first), ("b", second))
    ]
    assert names(*reports) == ([{first, second}] if one else sorted([{first}, {second}], key=min))


def test_whose_office_it_is_must_be_told_alike() -> None:
    here = telling("a", "Va. Gov. Bill Kerr left.", ["Bill Kerr"], [])
    there = telling("b", "W.Va. Gov. William Kerr left.", ["William Kerr"], [])
    assert len(names(here, there)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Former Lisse mayor Bill Kerr left.", "Lisse mayor William Kerr left."),
        ("Bill Kerr, who was mayor of Lisse, left.", "Lisse mayor William Kerr left."),
        ("Bill Kerr, mayor of Lisse until May, left.", "Lisse mayor William Kerr left."),
        ("The ex-Lisse mayor, Bill Kerr, left.", "Lisse mayor William Kerr left."),
        ("The late Lisse mayor Bill Kerr left.", "Lisse mayor William Kerr left."),
        ("Lisse mayor-elect Bill Kerr left.", "Lisse mayor William Kerr left."),
        ("Lisse mayor-elect Bill Kerr left.", "Former Lisse mayor William Kerr left."),
        ("Acting Lisse mayor Bill Kerr left.", "Lisse mayor William Kerr left."),
        ("Outgoing Lisse mayor Bill Kerr left.", "Incoming Lisse mayor William Kerr left."),
        ("Lisse deputy mayor Bill Kerr left.", "Lisse mayor William Kerr left."),
        ("Lisse Lt. Gov. Bill Kerr left.", "Lisse Gov. William Kerr left."),
        ("Self-proclaimed Lisse governor Bill Kerr left.", "Lisse Governor William Kerr left."),
        # Whose office it is.
        ("MI Gov. Bill Kerr left.", "Minnesota Gov. William Kerr left."),
        ("Iran's president, Bill Kerr, left.", "Iraq's president, William Kerr, left."),
        (
            "Bill Kerr, president of the Miners' Union, left.",
            "William Kerr, president of the Police Union, left.",
        ),
        ("Secretary of State Bill Kerr left.", "Arizona Secretary of State William Kerr left."),
        ("Secretary of State Bill Kerr left.", "William Kerr, the secretary of state of Arizona, left."),
    ],
)
@pytest.mark.parametrize("story", ["", " Ada Bast and Emese Korvat stood by."])
def test_an_office_in_another_standing_or_of_another_place_tells_nothing(
    first: str, second: str, story: str
) -> None:
    others = ["Ada Bast", "Emese Korvat"] if story else []
    one = telling("a", first + story, ["Bill Kerr"], others)
    other = telling("b", second + story, ["William Kerr"], others)
    assert names(one, other) == [{"Bill Kerr"}, {"William Kerr"}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Former Lisse mayor Bill Kerr left.", "William Kerr, the former mayor of Lisse, left."),
        ("Then-governor Bill Kerr of Lisse left.", "William Kerr, who was then governor of Lisse, left."),
        ("Lisse mayor-elect Bill Kerr left.", "William Kerr, the mayor-elect of Lisse, left."),
        ("Deputy Governor Bill Kerr of Lisse left.", "Lisse's deputy governor, William Kerr, left."),
        ("Minn. Gov. Bill Kerr left.", "Minnesota Gov. William Kerr left."),
        ("MI Gov. Bill Kerr left.", "Gov. William Kerr of Michigan left."),
        ("Lissean president Bill Kerr left.", "William Kerr, president of Lisse, left."),
        ("Arizona Secretary of State Bill Kerr left.", "Arizona's secretary of state, William Kerr, left."),
        ("U.S. Secretary of State Bill Kerr left.", "US Secretary of State William Kerr left."),
    ],
)
def test_an_office_in_one_standing_and_of_one_place_tells(first: str, second: str) -> None:
    reports = [telling("a", first, ["Bill Kerr"], []), telling("b", second, ["William Kerr"], [])]
    assert names(*reports) == [{"Bill Kerr", "William Kerr"}]


@pytest.mark.parametrize(
    "told", ["Lisse mayor {} left.", "The spokesman of the Delta Bank, {}, met Ada Bast."]
)
def test_a_form_that_is_short_for_two_is_neither_s(told: str) -> None:
    others = ["Ada Bast"] if "Ada" in told else []
    short, one, other = (
        telling(report, told.format(name), [name], others)
        for report, name in (("a", "Pat Lee"), ("b", "Patricia Lee"), ("c", "Patrick Lee"))
    )
    assert names(short, one) == [{"Pat Lee", "Patricia Lee"}]
    assert names(short, one, other) == [{"Pat Lee"}, {"Patricia Lee"}, {"Patrick Lee"}]


def test_a_middle_name_left_out_that_is_of_two_is_neither_s() -> None:
    full = ["Ahmad Massoud", "Ahmad Shah Massoud", "Ahmad Wali Massoud"]
    told = "The spokesman of the Delta Bank, {}, met Ada Bast."
    reports = [telling(name[6], told.format(name), [name], ["Ada Bast"]) for name in full]
    assert names(*reports) == [{name} for name in full]


def test_a_report_may_have_both_forms() -> None:
    both = "Lisse Mayor Bill Kerr left. He, William Kerr, was mayor for a year."
    first = telling("a", both, ["Bill Kerr"], ["William Kerr"])
    second = telling("b", "Lisse Mayor William Kerr left.", ["William Kerr"], [])
    assert names(first, second) == [{"Bill Kerr", "William Kerr"}]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The lock was shut, the city announced Monday. Gov. {} left.", {Role("governor")}),
        ("The lock was shut in Harrow. Gov. {} left.", {Role("governor")}),
        ("On Monday Lisse Mayor {} left.", {Role("mayor", "lisse")}),
        ("W.Va. Gov. {} left.", {Role("governor", "w va")}),
        ("U.S. Attorney General {} left.", {Role("attorney-general", "us")}),
        ("{}, the attorney general of New Lisse, left.", {Role("attorney-general", "new lisse")}),
        ("Army General {} left.", {Role("general", "army")}),
        ("Velmont Lt. Gov. {} left.", {Role("vice-governor", "velmont")}),
        ("Deputy Attorney General {} left.", {Role("vice-attorney-general")}),
        ("Gov. {} of Velmont left.", {Role("governor", "velmont")}),
        ("Mayor {} of the Green Party left.", {Role("mayor")}),
        ("Late Monday Lisse Mayor {} left.", {Role("mayor", "lisse")}),
        ("A former aide to Governor {} left.", {Role("governor")}),
        ("Former Senator Ada Bast met Lisse Mayor {}.", {Role("mayor", "lisse")}),
        ("Former two-term Lisse mayor {} left.", {Role("mayor", "lisse", "former")}),
    ],
)
def test_what_is_beside_a_name_is_a_role_and_no_day(text: str, roles: set[Role]) -> None:
    report, reading = telling("a", text.format("Ivo Kerr"), ["Ivo Kerr"], [])
    assert told(reading, report).beside["ivo kerr"].roles == roles


def test_a_place_in_short_is_no_other_place() -> None:
    reports = [
        telling("a", "West Lidva Gov. Ivo Kerr left.", ["Ivo Kerr"], []),
        telling("b", "WL Gov. Ivo Kerr left.", ["Ivo Kerr"], []),
        telling("c", "The lock was shut, the city announced Monday. Gov. Ivo Kerr left.", ["Ivo Kerr"], []),
    ]
    assert names(*reports) == [{"Ivo Kerr"}]
    assert len(names(reports[0], telling("d", "Harn Gov. Ivo Kerr left.", ["Ivo Kerr"], []))) == 2
