"""Whom a surname of several, or a pronoun behind one, hardly means."""

from __future__ import annotations

import pytest

from rashomon.reading.speakers.speakers import speakers
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_not_meant import said


@pytest.mark.parametrize(
    ("told", "content", "meant"),
    [
        ("Kerr said {}.", "he was innocent", None),
        ("Kerr said {}.", "she had no choice", "Anna Kerr"),
        ("Outside, Kerr said: {}", "“I have done nothing.”", None),
    ],
)
def test_who_sentenced_a_namesake_is_not_the_one_who_pleads(
    told: str, content: str, meant: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rashomon.reading.speakers.antecedents.LEAST", {"name": 0.5})
    lead = "Judge Anna Kerr found" if meant else "Judge Anna Kerr sentenced"
    text = f"{lead} Tom Kerr, the baker. {told.format(content)}"
    people = mentions(text, "Anna Kerr", "Tom Kerr", "Kerr")
    found = (
        said(text, "Judge Anna Kerr", lead.split()[-1], "Tom Kerr, the baker"),
        said(text, "Kerr", "said", content),
    )
    assert speakers(text, people, found)[-1].name == meant


@pytest.mark.parametrize(
    ("pronoun", "other", "meant"),
    [("he", "Ilona", "Tomas Varen"), ("she", "Ilona", "Ilona Varen"), ("he", "Mirko", None)],
)
def test_he_behind_a_surname_of_two_is_one_of_them(pronoun: str, other: str, meant: str | None) -> None:
    text = (
        f"Tomas Varen and {other} Varen live in Pell. Anton Maskell was warned. Maskell denied it.\n\n"
        f"The rule was drafted by an engineer called Varen. Asked about it, {pronoun} opened a drawer. "
        f"“It is a page,” {pronoun} said."
    )
    people = mentions(text, "Tomas Varen", f"{other} Varen", "Anton Maskell", "Maskell", "Varen")
    found = (
        said(text, "Maskell", "denied", "it"),
        said(text, pronoun, "said", "“It is a page,”", direct=True),
    )
    assert speakers(text, people, found)[-1].name == meant
