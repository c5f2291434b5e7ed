"""*“…,” he said* of whoever spoke right before."""

from __future__ import annotations

import pytest

from rashomon.reading.speakers.speakers import led
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_not_meant import said

LEAD = "Sravin Idar explained that the map applies to the north alone.{}"
QUOTED = "“Nobody can join Fermen to it, because Fermen does not let them,”"


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scorer that finds nobody likely enough."""
    monkeypatch.setattr("rashomon.reading.speakers.speakers.answer", lambda *_: None)


def speaker(between: str, pronoun: str = "he", *, direct: bool = True) -> str | None:
    text = f"{LEAD.format(between)} {QUOTED} {pronoun} said."
    people = mentions(text, "Sravin Idar", "Fermen", "Anna Kerr", "Oran Lind")
    found = (
        said(text, "Sravin Idar", "explained", "that the map applies to the north alone"),
        said(text, pronoun, "said", QUOTED, direct=direct),
    )
    return led(text, people, found)[-1].speaker.name


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    ("between", "meant"),
    [
        ("", "Sravin Idar"),
        (" The north is dry.\n\n", "Sravin Idar"),
        ("\n\nThe north is dry.\n\n", None),  # two paragraphs up
        (" Oran Lind rose.", "Oran Lind"),  # by of_paragraph.py
        (" A farmer rose.", None),
        (" His deputy rose.", None),
    ],
)
def test_a_quotation_goes_on_where_nobody_else_has_come_up(between: str, meant: str | None) -> None:
    assert speaker(between) == meant


@pytest.mark.usefixtures("unsure")
def test_what_is_retold_may_name_its_own_speaker() -> None:
    assert speaker("", direct=False) is None


@pytest.mark.usefixtures("unsure")
def test_who_is_of_the_other_gender_does_not_go_on() -> None:
    text = "Anna Kerr said that the gate was shut. “It is rust, all of it,” he said."
    found = (
        said(text, "Anna Kerr", "said", "that the gate was shut"),
        said(text, "he", "said", "“It is rust, all of it,”", direct=True),
    )
    assert led(text, mentions(text, "Anna Kerr"), found)[-1].speaker.name is None
