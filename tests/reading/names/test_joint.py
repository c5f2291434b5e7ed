"""Sources that name several, and bodies that belong to a person: none of them is one of the people named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.reading.names.organisations.of_people import belonging
from rashomon.reading.names.persons.people import people
from rashomon.reading.speakers.speakers import led, speakers
from rashomon.records import Mention, MentionKind, Span, Speaker
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import organisation, said


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


def together(text: str, source: str, persons: list[str], bodies: list[str] | None = None) -> list[str]:
    """Each of several whom a source names together: a name, or in brackets the words of the source."""
    named = sorted(
        mentions(text, *persons) + organisation(text, *(bodies or [])), key=lambda m: (m.start, -m.end)
    )
    named = [m for n, m in enumerate(named) if n == 0 or m.start >= named[n - 1].end]
    (found,) = led(text, named, [said(text, source, "it fell")])
    if found.joint:
        assert found.speaker.name is None
    for one in found.joint:
        assert one.evidence is not None
    return [
        one.name or f"[{text[one.evidence.start : one.evidence.end]}]" for one in found.joint if one.evidence
    ]


@pytest.mark.parametrize(
    ("source", "each"),
    [
        ("Anna Kerr and Jan Oulik", ["Anna Kerr", "Jan Oulik"]),
        ("both Kerr and Oulik", ["Anna Kerr", "Jan Oulik"]),
        ("President Anna Kerr and Prime Minister Jan Oulik", ["Anna Kerr", "Jan Oulik"]),
        ("Anna Kerr, the mayor of Harn, and Jan Oulik,", ["Anna Kerr", "Jan Oulik"]),
        ("Kerr, Dal and Oulik", ["Anna Kerr", "Omar Dal", "Jan Oulik"]),
        ("Anna Kerr (Harn), the engineer Omar Dal, and Jan Oulik", ["Anna Kerr", "Omar Dal", "Jan Oulik"]),
        ("The three ministers, Kerr, Dal and Oulik,", ["Anna Kerr", "Omar Dal", "Jan Oulik"]),
        ("Oulik, along with Kerr", ["Jan Oulik", "Anna Kerr"]),
        ("Kerr and her lawyer", ["Anna Kerr", "[her lawyer]"]),
        ("Kerr and her head of staff, Jan Oulik,", ["Anna Kerr", "Jan Oulik"]),
        ("Oulik and three other ministers", ["Jan Oulik", "[three other ministers]"]),
        ("Kerr, Dal and other engineers", ["Anna Kerr", "Omar Dal", "[other engineers]"]),
        ("Kerr and witnesses", ["Anna Kerr", "[witnesses]"]),
        ("Oulik and others", ["Jan Oulik", "[others]"]),
        ("Jan Oulik, head of the Harn office, and other engineers", ["Jan Oulik", "[other engineers]"]),
        ("Other engineers, including Kerr and Dal,", ["[Other engineers]", "Anna Kerr", "Omar Dal"]),
        ("Witnesses and Mayor Oulik", ["[Witnesses]", "Jan Oulik"]),
        ("Her lawyer and Kerr", ["[Her lawyer]", "Anna Kerr"]),
        ("Kerr and Mrs Kerr", ["Anna Kerr", "[Kerr]"]),
    ],
)
def test_each_of_those_who_say_it_together_is_known_as_if_named_alone(source: str, each: list[str]) -> None:
    text = f"Anna Kerr met Omar Dal and Jan Oulik. Yesterday {source} said that it fell."
    assert together(text, source, ["Anna Kerr", "Omar Dal", "Jan Oulik", "Kerr", "Dal", "Oulik"]) == each


@pytest.mark.parametrize(
    "source",
    [
        "Kerr or Oulik",
        "Neither Kerr nor Oulik",
        "Anna Kerr, a lawyer and a friend of Oulik,",
        "Anna Kerr, an engineer and a mother,",
        "The actress and mayor Anna Kerr",
        "The former engineer and President Kerr",
        "A book called Kerr and the Making of Harn",
        "“Enough: Kerr and the Making of Harn”",
        "supporters of Kerr and Oulik",
        "Kerr and Oulik supporters",
    ],
)
def test_one_or_the_other_and_one_with_two_roles_are_not_together(source: str) -> None:
    text = f"Anna Kerr met Omar Dal and Jan Oulik. Yesterday {source} said that it fell."
    assert together(text, source, ["Anna Kerr", "Omar Dal", "Jan Oulik", "Kerr", "Dal", "Oulik"]) == []


def test_of_one_or_the_other_the_reason_says_that_it_is_open() -> None:
    speaker = of(
        "Anna Kerr or Jan Oulik said that it fell.", "Anna Kerr or Jan Oulik", ["Anna Kerr", "Jan Oulik"]
    )
    assert speaker.why == "“Anna Kerr or Jan Oulik” are several, and which of them says it is left open"


def test_countries_and_bodies_speak_together() -> None:
    text = "Torvena, Orsk and the Delta Union met. Torvena and Orsk said that it fell."
    places = [replace(m, kind=MentionKind.PLACE) for m in organisation(text, "Torvena", "Orsk")]
    (found,) = led(text, places, [said(text, "Torvena and Orsk", "it fell")])
    assert [s.name for s in found.joint] == ["Torvena", "Orsk"]
    text = "The Delta Union and its members said that it fell."
    assert together(text, "The Delta Union and its members", [], ["Delta Union"]) == [
        "Delta Union",
        "[its members]",
    ]


def test_a_pronoun_beside_a_name_is_whom_it_refers_to_and_never_the_one_beside_it() -> None:
    text = "Anna Kerr came. “No,” Anna Kerr said. She and Jan Oulik said that it fell."
    people_ = mentions(text, "Anna Kerr", "Jan Oulik")
    first = said(text, "Anna Kerr", "“No,”", after=text.index("“No"))
    alone, found = led(text, people_, [first, said(text, "She and Jan Oulik", "it fell")])
    assert alone.joint == ()
    assert [s.name for s in found.joint] == ["Anna Kerr", "Jan Oulik"]
    text = "Jan Oulik came. He and Jan Oulik said that it fell."
    (found,) = led(text, mentions(text, "Jan Oulik"), [said(text, "He and Jan Oulik", "it fell")])
    assert [s.name for s in found.joint] == [None, "Jan Oulik"]


def test_a_source_in_two_stretches_with_a_name_in_each_names_two() -> None:
    text = "According to Anna Kerr it fell, and to Jan Oulik."
    one, two = (Span(text.index(n), text.index(n) + len(n)) for n in ("Anna Kerr", "Jan Oulik"))
    whole = replace(said(text, "Anna Kerr", "it fell"), source=(one, two))
    (found,) = led(text, mentions(text, "Anna Kerr", "Jan Oulik"), [whole])
    assert [s.name for s in found.joint] == ["Anna Kerr", "Jan Oulik"]
    assert found.speaker.evidence == Span(one.start, two.end)


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


def they_said(between: str, bodies: list[str] | None = None) -> list[str | None]:
    """Whom *they* leads to, behind what Anna Kerr and Jan Oulik said and some words."""
    text = f"Anna Kerr and Jan Oulik said the dam held.{between}They said it fell."
    named = sorted(
        mentions(text, "Anna Kerr", "Jan Oulik") + organisation(text, *(bodies or [])), key=lambda m: m.start
    )
    first = said(text, "Anna Kerr and Jan Oulik", "the dam held")
    _, they = led(text, named, [first, said(text, "They", "it fell")])
    return [one.name for one in they.joint]


def test_they_who_speak_right_after_several_are_the_same() -> None:
    assert they_said(" ") == ["Anna Kerr", "Jan Oulik"]
    assert they_said("\n\n") == ["Anna Kerr", "Jan Oulik"]


def test_they_may_be_others_where_more_is_told_between() -> None:
    assert they_said(" The Osmer Guild agreed. ", ["Osmer Guild"]) == []
    assert they_said(" Nobody knew." * 20 + " ") == []
    assert they_said("\n\nIt rained.\n\n") == []
