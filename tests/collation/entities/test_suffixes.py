"""*Jr* and a first initial, left out of a name or not."""

from __future__ import annotations

import pytest

from rashomon.collation.entities.entities import entities
from tests.collation.reporting import Made, telling


def names(*reports: Made) -> list[set[str]]:
    found = entities([reading for _, reading in reports], [report for report, _ in reports])
    return sorted((set(entity.names) for entity in found.entities), key=sorted)


@pytest.mark.parametrize(
    ("first", "second", "told", "one"),
    [
        ("Ivo G. Kerr Jr", "Ivo Kerr", "Chief Justice {} met Ada Bast.", True),
        ("Ivo G. Kerr II", "Ivo Kerr", "Ada Bast met {}, head of the Delta Bank.", True),
        ("O. Ivo Kerr", "Ivo Kerr", "Ada Bast met Emese Korvat and {}.", True),
        # A father and his son keep one company, in one house.
        ("Ivo Kerr Jr", "Ivo Kerr", "Ada Bast met Emese Korvat and {}.", False),
        ("Ivo Kerr Jr", "Ivo Kerr", "Ada Bast met {}, head of the Kerr Bank.", False),
        ("Ivo Kerr Jr", "Ivo Kerr III", "Chief Justice {} met Ada Bast.", False),
        ("O. Ivo Kerr", "Ivo Kerr", "He met {}.", False),
    ],
)
def test_a_suffix_or_a_first_initial_is_left_out_of_one_in_office_or_role(
    first: str, second: str, told: str, one: bool
) -> None:
    others = [name for name in ("Ada Bast", "Emese Korvat") if name in told]
    reports = [
        telling(report, told.format(name), [name], others) for report, name in (("a", first), ("b", second))
    ]
    assert names(*reports) == ([{first, second}] if one else sorted([{first}, {second}], key=min))


@pytest.mark.parametrize(
    "told", ["{}, the president’s son, met Ada Bast.", "{}, president of the Delta Bank, met Ada Bast."]
)
def test_a_president_s_son_is_not_the_president(told: str) -> None:
    father = telling("a", "President Ivo Kerr met Ada Bast.", ["Ivo Kerr"], ["Ada Bast"])
    son = telling("b", told.format("Ivo Kerr Jr"), ["Ivo Kerr Jr"], ["Ada Bast"])
    assert names(father, son) == [{"Ivo Kerr"}, {"Ivo Kerr Jr"}]
