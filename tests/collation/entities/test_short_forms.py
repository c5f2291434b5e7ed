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
