"""Whom *the shepherd* means, by the noun that stands beside a name."""

from __future__ import annotations

import pytest

from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import names, said


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ann Coll, 34, shepherd and mother of two, came. “No,” the shepherd said.", "Ann Coll"),
        ("The shepherd Ann Coll came. “No,” the shepherd said.", "Ann Coll"),
        ("Ann Coll, a hill shepherd from Orr, came. “No,” the shepherd said.", "Ann Coll"),
        ("Ann Coll, 34, shepherd, came, and so did a young shepherd. “No,” the shepherd said.", None),
        ("Ann Coll, a shepherd, and Tom Orr, a shepherd, came. “No,” the shepherd said.", None),
        ("Ann Coll, a cook, met the man with the dog. “No,” the shepherd said.", None),
        ("Ann Coll met a shepherd. “No,” the shepherd said.", None),
        ("“No,” said Ann Coll, a retired shepherd. “Never,” the shepherd said.", "Ann Coll"),
        ("Police took Ann Coll, the shepherd and a cook. “No,” the shepherd said.", None),
        ("Police took Ann Coll, her shepherd. “No,” the shepherd said.", None),
        ("Ann Coll, unlike the shepherd, came. “No,” the shepherd said.", None),
        ("According to Ann Coll, the shepherd from Orr was bitten. “No,” the shepherd said.", None),
        ("According to Ann Coll, the shepherd, who fled, was bitten. “No,” the shepherd said.", None),
        ("Her brother told the shepherd Ann Coll had gone. “No,” the shepherd said.", None),
        ("Ann Coll, 34, shepherd, came, and so did two shepherds. “No,” the shepherd said.", None),
    ],
)
def test_a_noun_leads_to_the_one_beside_whose_name_it_stands(text: str, who: str | None) -> None:
    people = mentions(text, "Ann Coll", "Tom Orr")
    at = text.rindex("the shepherd")
    assert names(text, people, said(text, "the shepherd", "No", after=at)) == [who]


def test_what_stands_between_commas_and_is_nobody_is_not_who_bears_the_name() -> None:
    text = "Ann Coll, the report, said no. “No,” the report said."
    at = text.rindex("the report")
    assert names(text, mentions(text, "Ann Coll"), said(text, "the report", "No", after=at)) == [None]
