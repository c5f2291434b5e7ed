"""What a report tells beside a name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.collation.entities.bearers import Beside, contradiction, same_role, told
from rashomon.collation.entities.roles import Role
from rashomon.records import Passage, Voice
from tests.collation.reporting import telling


def beside(text: str, name: str) -> Beside:
    report, reading = telling("a", text, [name])
    return told(reading, report).beside[name.lower()]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The Brennick mayor Jan Kerr said so.", {Role("mayor", "brennick")}),
        ("Jan Kerr, the mayor of Brennick, said so.", {Role("mayor", "brennick")}),
        ("According to the mayor of Brennick, Jan Kerr, it is so.", {Role("mayor", "brennick")}),
        ("Ivo Bast and New Ostia Mayor Jan Kerr said so.", {Role("mayor", "new ostia")}),
        ("Former Lidva Governor Jan Kerr said so.", {Role("governor", "lidva", "former")}),
        ("Said Sen. Jan Kerr: no.", {Role("senator")}),
        ("Prime Minister Jan Kerr said so.", {Role("prime-minister")}),
        ("The goalkeeper Jan Kerr said so.", {Role("goalkeeper")}),
        ("Jan Kerr, Rovena's goalkeeper, said so.", {Role("goalkeeper", "rovena")}),
        ("Jan Kerr was mayor of Lidva.", {Role("mayor", "lidva", "former")}),
        ("The mayor of Brennick slept. Jan Kerr said so.", set()),
        ("Jan Kerr said that the mayor of Brennick slept.", set()),
    ],
)
def test_roles_stand_before_and_after_a_name(text: str, roles: set[Role]) -> None:
    assert beside(text, "Jan Kerr").roles == roles


def test_an_abbreviation_is_read_as_the_report_explains_it() -> None:
    text = "The Delta Relief Front (DRF) met. DRF spokesman Jan Kerr said so."
    assert beside(text, "Jan Kerr").roles == {Role("spokesman", "delta relief front")}


def test_roles_that_contradict_each_other_and_roles_that_do_not() -> None:
    def one(*roles: Role) -> Beside:
        return Beside(frozenset(roles))

    assert contradiction(one(Role("senator")), one(Role("goalkeeper")))
    assert contradiction(one(Role("mayor", "brennick")), one(Role("mayor", "lidva")))
    assert not contradiction(one(Role("mayor", "brennick")), one(Role("mayor")))
    assert not contradiction(one(Role("mayor", "new ostia")), one(Role("mayor", "ostia")))
    assert not contradiction(one(Role("senator"), Role("actor")), one(Role("actor")))
    assert not contradiction(one(Role("spokesman")), one(Role("goalkeeper")))
    assert same_role(one(Role("head", "delta front")), one(Role("head", "delta front of torvena")))
    assert not same_role(one(Role("head")), one(Role("head")))
    assert not same_role(one(Role("aide", "us")), one(Role("aide", "us")))


def test_company_is_persons_and_organisations_of_the_reports_own_voices() -> None:
    text = "Jan Kerr met Ivo Bast of the Delta Front.\nUta Renn: nonsense!"
    report, reading = telling("a", text, ["Jan Kerr"], ["Ivo Bast", "<Delta Front>", "Uta Renn"])
    end = text.index("\n")
    voices = (Passage(Voice.BODY, 0, end), Passage(Voice.COMMENT, end + 1, len(text)))
    report = replace(report, passages=voices)
    assert {form for form, _ in told(reading, report).company.values()} == {
        "Jan Kerr",
        "Ivo Bast",
        "Delta Front",
    }
