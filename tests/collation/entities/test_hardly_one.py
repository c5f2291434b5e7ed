"""Names that are alike, of two who are told apart by their roles, titles and names, whatever company they keep."""

from __future__ import annotations

import pytest

from tests.collation.entities.test_suffixes import names
from tests.collation.reporting import telling


def test_company_is_not_enough_for_another_order_of_names_where_roles_differ() -> None:
    others = ["Ivo Bast", "Uta Renn"]
    told = "{}, {}, met Ivo Bast and Uta Renn."
    one = telling("a", told.format("Wang Jing", "a spokeswoman"), ["Wang Jing"], others)
    other = telling("b", told.format("Jing Wang", "an economist"), ["Jing Wang"], others)
    assert len(names(one, other)) == 2
    same = telling("b", told.format("Jing Wang", "the spokeswoman"), ["Jing Wang"], others)
    assert len(names(one, same)) == 1
    # A surname with its article is no given name.
    one = telling("a", "Ahmed al-Hassan met Ivo Bast and Uta Renn.", ["Ahmed al-Hassan"], others)
    other = telling("b", "Hassan Ahmed met Ivo Bast and Uta Renn.", ["Hassan Ahmed"], others)
    assert len(names(one, other)) == 2


def test_brothers_in_one_story_are_two() -> None:
    others = ["Ivo Bast", "Uta Renn"]
    tim, tom = (
        telling(report, f"{name} met Ivo Bast and Uta Renn.", [name], others)
        for report, name in (("a", "Tim Kerr"), ("b", "Tom Kerr"))
    )
    assert len(names(tim, tom)) == 2


@pytest.mark.parametrize(
    ("one", "first", "other", "second"),
    [
        ("President {} left.", "Ivo Kerr", "Former President {} left.", "Kerr"),
        ("President {} left.", "Ivo P. Kerr", "Former President {} left.", "Ivo Kerr"),
        ("Mrs {} met Uta Renn.", "Ada Kerr", "Mr {} met Uta Renn.", "Kerr"),
        ("{}, a commander, left.", "Abu Omar", "{}, a boy of ten, left.", "Omar"),
    ],
)
def test_a_surname_or_initials_are_not_those_of_somebody_in_another_standing(
    one: str, first: str, other: str, second: str
) -> None:
    others = ["Uta Renn"] if "Renn" in one else []
    here = telling("a", one.format(first), [first], others)
    there = telling("b", other.format(second), [second], others)
    assert len(names(here, there)) == 2
    # Nor are they then the only other's of the name.
    third = telling("c", "Selma Kerr stayed.", ["Selma Kerr"])
    if second == "Kerr":
        assert {second} in names(here, there, third)
    again = telling("d", other.format(first), [first], others)
    if "Former" in other:
        assert names(here, there, again) == [{first, second}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Juan Pérez Soto", "Juan Pérez"),
        ("Greta Holm-Larsen", "Greta Holm"),
        ("Ivan Petrovich Sidorov", "Ivan Sidorov"),
        ("Salem bin Ahmed al-Noor", "Salem al-Noor"),
    ],
)
def test_what_a_name_leaves_out_is_one_s_in_an_office_of_one_place(first: str, second: str) -> None:
    def both(told: str) -> int:
        reports = [telling(r, told.format(name), [name], []) for r, name in (("a", first), ("b", second))]
        return len(names(*reports))

    assert both("{}, mayor of Villar, left.") == 1
    assert both("Mayor {} left.") == 2
    assert both("{}, a councillor of Villar, left.") == 2


def test_one_first_surname_of_two_is_neither_s() -> None:
    full = ["Juan Pérez", "Juan Pérez Lara", "Juan Pérez Soto"]
    reports = [telling(str(k), f"{name}, mayor of Villar, left.", [name], []) for k, name in enumerate(full)]
    assert names(*reports) == [{name} for name in full]


def test_company_settles_whose_an_office_is_where_one_report_leaves_it_out() -> None:
    others = ["Ivo Bast", "Uta Renn"]
    told = "{} {} met Ivo Bast and Uta Renn."
    bare, placed, elsewhere = (
        telling(report, told.format(office, name), [name], others)
        for report, office, name in (
            ("a", "Gov.", "Mike Kerr"),
            ("b", "Velmont Gov.", "Michael Kerr"),
            ("c", "Deputy Governor", "Mike Kerr"),
        )
    )
    assert len(names(bare, placed)) == 1
    assert len(names(elsewhere, placed)) == 2
    alone = telling("a", "Gov. Mike Kerr left.", ["Mike Kerr"], [])
    assert len(names(alone, placed)) == 2
    # A country and its states have one each.
    country, state = (
        telling(report, told.format(office, name), [name], others)
        for report, office, name in (
            ("a", "Attorney General", "Mike Kerr"),
            ("b", "Velmont Attorney General", "Michael Kerr"),
        )
    )
    assert len(names(country, state)) == 2


def test_a_chancellor_may_be_of_a_university() -> None:
    one = telling("a", "Chancellor Bill Kerr left.", ["Bill Kerr"], [])
    other = telling("b", "Chancellor William Kerr left.", ["William Kerr"], [])
    assert len(names(one, other)) == 2
