"""What a spokesman by name says, and what the body says for which he speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.collation.statements.described import cannot_be, described
from rashomon.collation.statements.match import statements
from rashomon.collation.statements.spoken_for import bodies_spoken_for, same_body
from rashomon.records import (
    Affiliation,
    AttributionKind,
    MentionKind,
    Reading,
    Report,
    SourceKind,
    Speaker,
    Statement,
)
from tests.collation.telling import told

CLAIM = "its fighters had taken the bridge at Harn and captured forty soldiers"
SAME = "the bridge at Harn had been taken by its fighters and forty soldiers captured"

Made = tuple[Report, Reading]


def says(report: str, who: str, kind: MentionKind, role: str | None = None, claim: str = CLAIM) -> Made:
    """A report in which somebody says it, with the role that it tells beside the name, of the Northern Front."""
    made, reading = told(report, f"{who} said {claim}.", [claim], kind=AttributionKind.INDIRECT)
    attributions = tuple(replace(a, speaker=Speaker(who, "a test", kind)) for a in reading.attributions)
    front = "Northern Front"
    told_of = (Affiliation(who, role, front, front, 0, len(who), "a test"),) if role else ()
    return made, replace(reading, attributions=attributions, affiliations=told_of)


def front(name: str = "Northern Front") -> Made:
    return says("a", name, MentionKind.ORGANISATION, claim=SAME)


def dost(role: str | None, report: str = "b", name: str = "Ilan Dost") -> Made:
    return says(report, name, MentionKind.PERSON, role)


def collated(*made: Made) -> list[Statement]:
    """The statements, each speaker being whoever a report names."""
    who = {
        (report.id, k): a.speaker.name for report, reading in made for k, a in enumerate(reading.attributions)
    }
    return list(statements([r for r, _ in made], [r for _, r in made], who))


@pytest.mark.parametrize("role", ["spokesman", "chief spokeswoman", "press secretary", "CEO"])
def test_what_its_spokesman_says_the_body_says(role: str) -> None:
    (one,) = collated(front(), dost(role))
    assert (one.speaker, len(one.wordings)) == ("Ilan Dost", 2)
    assert "one speaks for the other" in one.wordings[1].why


@pytest.mark.parametrize(
    "role",
    [
        None,
        "commander",
        "former spokesman",
        "member",
        "commissioner",
        "ex-spokesman",
        "one-time spokesman",
        "spokesman's brother",
    ],
)
def test_who_does_not_speak_for_it_says_his_own(role: str | None) -> None:
    assert len(collated(front(), dost(role))) == 2


def test_a_body_of_another_name_has_not_said_it_and_its_initials_are_its_name() -> None:
    assert len(collated(front("Southern Front"), dost("spokesman"))) == 2
    assert len(collated(front("Northern Front of Lisse"), dost("spokesman"))) == 2
    assert len(collated(front("The Northern Front"), dost("spokesman"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("NRA", "National Rowing Association"),
        ("U.S. Army", "Army"),
        ("U.S. Supreme Court", "Supreme Court"),
        ("Ministry of Energy", "Ministry of Energy and Water"),
        ("Harn Red Cross", "Lisse Red Cross"),
    ],
)
def test_names_that_several_bodies_bear_are_not_one_body_s(one: str, other: str) -> None:
    assert not same_body(one, other)
    assert not same_body(other, one)


def test_a_spokesman_who_denies_what_his_body_says_has_not_said_it() -> None:
    denial = "its fighters had not taken the bridge at Harn or captured forty soldiers"
    assert len(collated(front(), says("b", "Ilan Dost", MentionKind.PERSON, "spokesman", denial))) == 2


@pytest.mark.parametrize(
    ("source", "kind", "known", "may_be"),
    [
        ("the agency", None, "Harbour Survey", True),
        ("officials", SourceKind.OFFICIAL, "Harbour Survey", True),
        ("the agency", None, "Ministry of Energy", False),
        ("the newspaper", None, "Ministry of Energy", False),
        ("the ministry", None, "Northern Front", False),
        ("the ministry", None, "Ministry of Energy", True),
        ("Lidva officials", SourceKind.OFFICIAL, "Northern Front", False),
        ("health officials", SourceKind.OFFICIAL, "Ministry of Energy", False),
    ],
)
def test_which_body_a_source_without_a_name_may_be(
    source: str, kind: SourceKind | None, known: str, may_be: bool
) -> None:
    description = described(source, kind)
    assert description is not None
    assert cannot_be(description, known, body=True) is not may_be


def test_two_who_speak_for_one_body_are_two_though_both_say_what_it_says() -> None:
    found = collated(front(), dost("spokesman"), dost("spokesman", "c", "Mara Sund"))
    assert sorted(len(s.wordings) for s in found) == [1, 2]
    assert all(len({w.report for w in s.wordings}) == len(s.wordings) for s in found)


def test_of_a_report_s_people_only_those_speak_for_a_body_of_whom_it_says_so() -> None:
    _, reading = dost("spokesman")
    assert bodies_spoken_for(reading) == {"ilan dost": "Northern Front"}
    assert bodies_spoken_for(dost("commander")[1]) == {}
