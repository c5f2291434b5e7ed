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
