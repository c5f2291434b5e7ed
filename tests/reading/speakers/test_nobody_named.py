"""Names that lead to nobody who speaks: a ship's, an illness's, that of whom somebody did something to."""

from __future__ import annotations

import pytest

from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import names, organisation, said


def test_whom_somebody_did_something_to_is_not_who_speaks() -> None:
    text = "One of the guards who shot Marn said so. Another guard, firefighter Jan Kerr, said more."
    assert names(
        text,
        mentions(text, "Marn", "Jan Kerr"),
        said(text, "One of the guards who shot Marn", "so"),
        said(text, "Another guard, firefighter Jan Kerr,", "more"),
    ) == [None, "Jan Kerr"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The ferry Queen Adela burned. She said it fell.", None),
        ("Hurricane Adela came. She said it fell.", None),
        ("The ferry Captain Adela Roe came. She said it fell.", "Adela Roe"),
        ("Adela Roe came. She said it fell.", "Adela Roe"),
        ("On the tanker Adela Roe slept. Adela Roe woke. She said it fell.", "Adela Roe"),
    ],
)
def test_a_ship_and_a_storm_say_nothing(text: str, person: str | None) -> None:
    people = mentions(text, "Adela Roe" if "Adela Roe" in text else "Adela")
    assert names(text, people, said(text, "She", "it fell")) == [person]


def test_an_illness_and_a_time_are_no_company() -> None:
    text = (
        "Lisse Pharma has a shot against MARVID-19 since 8 o’clock Universal Time. The company said it works."
    )
    things = organisation(text, "Lisse Pharma", "MARVID", "Universal Time")
    assert names(text, things, said(text, "The company", "it works")) == ["Lisse Pharma"]
