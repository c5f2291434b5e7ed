"""Sources that name several, and bodies that belong to a person: none of them is one of the people named."""

from __future__ import annotations

import pytest

from rashomon.reading.bodies_of_people import belonging
from rashomon.reading.people import people
from rashomon.reading.speakers import speakers
from rashomon.records import Mention, MentionKind, Speaker
from tests.reading.test_people import mentions
from tests.reading.test_speakers import organisation, said


def of(text: str, source: str, persons: list[str], bodies: list[str] | None = None) -> Speaker:
    named: list[Mention] = mentions(text, *persons) + organisation(text, *(bodies or []))
    (found,) = speakers(text, named, [said(text, source, text[-6:])])
    return found


@pytest.mark.parametrize(
    ("source", "several"),
    [
        ("Anna Kerr and Jan Oulik", "Anna Kerr and Jan Oulik"),
        (
            "Foreign Secretary Anna Kerr and Defence Secretary Jan Oulik",
            "Anna Kerr and Defence Secretary Jan Oulik",
        ),
        ("Anna Kerr, the mayor of Harn, and Jan Oulik,", "Anna Kerr, the mayor of Harn, and Jan Oulik"),
        ("Anna Kerr of Harn and Jan Oulik of Lidva", "Anna Kerr of Harn and Jan Oulik"),
        ("Anna Kerr and her husband, Jan Oulik,", "Anna Kerr and her husband, Jan Oulik"),
        ("neither Anna Kerr nor Jan Oulik", "Anna Kerr nor Jan Oulik"),
        ("He and Jan Oulik", "He and Jan Oulik"),
        ("Anna Kerr and ten others", "Anna Kerr and ten others"),
        (
            "Jan Oulik, along with several of her colleagues",
            "Jan Oulik, along with several of her colleagues",
        ),
    ],
)
def test_two_who_are_named_together_are_told_as_several_and_neither_alone(source: str, several: str) -> None:
    text = f"Yesterday {source} said that it fell."
    persons = [name for name in ("Anna Kerr", "Jan Oulik") if name in source]
    speaker = of(text, source, persons)
    assert speaker.name is None
    assert several in speaker.why
    assert speaker.evidence is not None
    assert text[speaker.evidence.start : speaker.evidence.end] == several


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("Anna Kerr, a friend of Omar Dal and Jan Oulik,", "Anna Kerr"),
        ("Anna Kerr, an engineer and a friend of Jan Oulik,", "Anna Kerr"),
        ("Anna Kerr, who married Omar Dal and admires Jan Oulik,", "Anna Kerr"),
        ("Kerr and Dal supporter Jan Oulik", "Jan Oulik"),
        ("a spokesman for Anna Kerr and Jan Oulik", None),
        ("a spokesman for President Jan Oulik", None),
        ("someone like Mr. Oulik", "Oulik"),
    ],
)
def test_names_that_do_not_speak_make_nobody_several(source: str, meant: str | None) -> None:
    text = f"Yesterday {source} said that it fell."
    persons = [n for n in ("Anna Kerr", "Omar Dal", "Jan Oulik", "Oulik") if n in source and n != "Oulik"]
    speaker = of(text, source, persons or ["Oulik"])
    assert (speaker.name, speaker.evidence if meant is None else None) == (meant, None)


def test_two_organisations_are_several_and_one_of_two_words_is_one() -> None:
    text = "Axxon and Afrihold said that it fell."
    assert of(text, "Axxon and Afrihold", [], ["Axxon", "Afrihold"]).name is None
    text = "The Trade and Labour Council said that it fell."
    assert (
        of(text, "The Trade and Labour Council", [], ["Trade and Labour Council"]).name
        == "Trade and Labour Council"
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The office of President Karel Ostry", "office of Karel Ostry"),
        ("Karel Ostry’s campaign", "campaign of Karel Ostry"),
        ("President Karel Ostry’s re-election campaign", "campaign of Karel Ostry"),
        ("the Ostry campaign", "campaign of Karel Ostry"),
        ("the Ostry camp", "camp of Karel Ostry"),
        ("Ostry’s family", "family of Karel Ostry"),
        ("Ostry’s campaign spokesman", None),
        ("a critic of the Ostry campaign", None),
    ],
)
def test_the_office_of_somebody_is_an_organisation_of_its_own(source: str, name: str | None) -> None:
    text = f"Karel Ostry came. Then {source} said that it fell."
    named = mentions(text, "Karel Ostry") + [
        m
        for m in mentions(text[: text.index("Then")] + "     " + text[text.index("Then") + 5 :], "Ostry")
        if m.start > 20
    ]
    named = [m for m in named if not any(o.start < m.start < o.end for o in named)]
    (speaker,) = speakers(text, named, [said(text, source, "it fell")])
    assert speaker.name == name


@pytest.mark.parametrize("taken_for", ["organisation", "nothing"])
def test_a_campaign_whose_owner_is_taken_for_no_person_there_has_an_owner_all_the_same(
    taken_for: str,
) -> None:
    text = "Karel Ostry came. Then the Ostry campaign said that it fell."
    at = text.index("Ostry campaign")
    named = mentions(text, "Karel Ostry")
    if taken_for == "organisation":
        named.append(Mention(MentionKind.ORGANISATION, at, at + 5, 0.9))
    (speaker,) = speakers(text, named, [said(text, "the Ostry campaign", "it fell")])
    assert (speaker.name, speaker.kind) == ("campaign of Karel Ostry", MentionKind.ORGANISATION)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Karel Ostry’s campaign was late.", "campaign of Karel Ostry"),
        ("They saw the nominee Karel Ostry.", "campaign of Karel Ostry"),
        ("They saw Karel Ostry.", None),
        ("Karel Ostry’s campaign and Hana Ostry’s campaign were late.", None),
    ],
)
def test_of_two_of_a_surname_the_campaign_is_whose_the_report_tells(told: str, name: str | None) -> None:
    text = f"Hana Ostry came. {told} Then the Ostry campaign said that it fell."
    named = [*mentions(text, "Karel Ostry"), *mentions(text, "Hana Ostry")]
    (speaker,) = speakers(text, named, [said(text, "the Ostry campaign", "it fell")])
    assert speaker.name == name


@pytest.mark.parametrize(
    ("source", "name"),
    [("Senate panel", "Senate panel"), ("The Senate panel", "Senate panel"), ("A Senate panel", None)],
)
def test_a_panel_is_no_people(source: str, name: str | None) -> None:
    text = f"{source} said that it fell."
    assert of(text, source, [], ["Senate"]).name == name


def test_whose_office_it_is_stands_beside_its_name() -> None:
    text = "The office of President Karel Ostry said that it fell."
    named = mentions(text, "Karel Ostry")
    (speaker,) = speakers(text, named, [said(text, "The office of President Karel Ostry", "it fell")])
    (told,) = belonging([speaker], people(text, named))
    assert (told.name, told.role, told.side) == ("office of Karel Ostry", "office", "Karel Ostry")
    assert text[told.start : told.end] == "The office of President Karel Ostry"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Subsea cable operator Seafall", "Seafall"),
        ("The cable operator, Seafall,", "Seafall"),
        ("Torvena’s state news agency MPA", "MPA"),
        ("the nonpartisan Lidva Budget Office", "Lidva Budget Office"),
        ("an official document about Seafall", None),
        ("records obtained by the agency Seafall", None),
        ("many Seafall", None),
    ],
)
def test_an_organisation_behind_what_it_is(source: str, name: str | None) -> None:
    text = f"Yesterday {source} said that it fell."
    bodies = [b for b in ("Seafall", "MPA", "Lidva Budget Office") if b in source]
    assert of(text, source, [], bodies).name == name
