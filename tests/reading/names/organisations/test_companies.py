"""Organisations that the noun beside their name tells."""

from __future__ import annotations

import pytest

from rashomon.reading.names.organisations.companies import with_companies
from rashomon.reading.names.organisations.organisations import organisations
from rashomon.reading.names.persons.people import people
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import eligible
from rashomon.reading.speakers.candidates import Stage
from rashomon.reading.speakers.speakers import speakers
from rashomon.records import Mention, MentionKind, Span
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import organisation, said


def bodies(text: str, *persons: str, source: str = "") -> list[str]:
    """The organisations of a text of which some names were taken for persons."""
    at = text.index(source) if source else 0
    sources = [(Span(at, at + len(source)), 0.8)] if source else []
    found = with_companies(text, mentions(text, *persons), sources)
    return [text[m.start : m.end] for m in found if m.kind is MentionKind.ORGANISATION]


@pytest.mark.parametrize(
    "text",
    [
        "The company, Nordfall, said so. Nordfall fell.",
        "Nordfall, a Lidva airline, said so. Chip maker Nordfall fell.",
        "Shares of Nordfall, the country’s second largest bank, fell. Nordfall’s chief left.",
    ],
)
def test_a_noun_that_no_person_is_tells_an_organisation(text: str) -> None:
    assert set(bodies(text, "Nordfall")) == {"Nordfall"}


@pytest.mark.parametrize(
    "text",
    [
        "Lumen’s shares fell by 9%. The board of Lumen met.",
        "Shares in Lumen rose. Lumen’s chief engineer left.",
        "Lumen said on Wednesday it would shut its plant. Sources at Lumen wept.",
        "Lumen denied on Wednesday that its chief executive had met Oran Kerr. Lumen wept.",
    ],
)
def test_what_only_a_company_has_or_does_tells_an_organisation(text: str) -> None:
    assert set(bodies(text, "Lumen", "Oran Kerr")) == {"Lumen"}


@pytest.mark.parametrize(
    "text",
    [
        "Oran Kerr left. Kerr’s shares fell by 9%.",
        "Mr Kerr left. Kerr’s chief executive wept.",
        "Kerr’s shares were sold. Kerr’s chief of staff wept.",
        "Kerr said it would rain. Kerr said its end was near. Kerr said it will cost him.",
        "Anna’s chief executive wept.",
    ],
)
def test_what_a_person_may_have_or_do_tells_none(text: str) -> None:
    assert bodies(text, "Oran Kerr", "Kerr", "Anna") == []


def test_a_station_bears_its_towns_name() -> None:
    assert bodies("A poll for Radio Kestria showed it. Kestria votes.", "Kestria") == ["Radio Kestria"]


def test_a_part_of_a_companys_name_is_the_company() -> None:
    assert (
        bodies("The operator, Lisse Lines, fell, and Lisse Lines’ boss left.", "Lisse") == ["Lisse Lines"] * 2
    )
    assert bodies("The West Bank of Dal is calm; Minister Dal Energy is not.", "Dal") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The bar’s owner, Oran Kerr, said so.", "Oran Kerr"),
        ("Film maker Oran Kerr said so.", "Oran Kerr"),
        ("He told the company Thomas Kerr had left.", "Thomas Kerr"),
        ("The head of the company, Oran Kerr of Lidva, said so.", "Lidva"),
        ("The head of the harbour’s charity, Oran Kerr, said so.", "Oran Kerr"),
        ("Oran Kerr, the founder of the agency, said so.", "Oran Kerr"),
        ("The company, Kerr said, would close.", "Kerr"),
        ("The agency, Kerr, 34, said so.", "Kerr"),
        ("He told the morning newspaper Kerr had lied.", "Kerr"),
    ],
)
def test_whom_other_nouns_name_stays_a_person(text: str, name: str) -> None:
    assert bodies(text, name) == []


def test_a_person_s_surname_names_no_company() -> None:
    text = "Oran Kerr left. The group Kerr founded fell. The group Nordfall rose."
    assert bodies(text, "Oran Kerr", "Kerr", "Nordfall") == ["Nordfall"]


@pytest.mark.parametrize(
    "post", ["Chief executive", "The mine’s managing director", "Spokeswoman", "The chairman"]
)
def test_whose_post_stands_before_the_name_is_no_company(post: str) -> None:
    assert bodies(f"{post} Kerrin came. Kerrin said it would close the mine.", "Kerrin") == []


def test_a_source_names_one_that_nothing_else_did() -> None:
    text = "The consumer association Fair Plate said so. Fair Plate wrote on."
    assert bodies(text, source="The consumer association Fair Plate") == ["Fair Plate", "Fair Plate"]
    assert bodies("The group Thursday said so.", source="The group Thursday") == []


def groups(text: str, noun: str, *names: str) -> list[str]:
    """Who may be meant by the last ``the noun`` of a text."""
    found = organisation(text, *names)
    stage = Stage(text, people(text, found), organisations(text, found), ())
    at = text.rindex(f"The {noun}")
    asked = Asked(Span(at, at + 4 + len(noun)), "group", noun=noun)
    return [c.name for c in eligible(stage, asked)]


def test_the_agency_of_the_dateline_is_not_the_company() -> None:
    text = "LIDVA, May 4 (Estpress) - Nordfall closed a dam. The company declined to say why."
    assert groups(text, "company", "Estpress", "Nordfall") == ["Nordfall"]


def test_the_group_is_no_body_of_a_state() -> None:
    text = "The Free Front met the United Nations and the Defence Ministry. The group left. The organization stayed."
    assert groups(text, "group", "Free Front", "United Nations", "Defence Ministry") == ["Free Front"]
    assert len(groups(text, "organization", "Free Front", "United Nations", "Defence Ministry")) == 3


def test_who_is_named_behind_a_description_is_nobody_else() -> None:
    text = "The Lidva Courier wrote on. The audit firm, deemed Oak & Ash, was mute. The audit firm, Oak & Ash, said no."
    found: list[Mention] = organisation(text, "Lidva Courier")
    source = "The audit firm, Oak & Ash,"
    (speaker,) = speakers(text, found, [said(text, source, "no")])
    assert speaker.name != "Lidva Courier"


def test_somebody_from_a_country_is_no_name() -> None:
    text = "The Nigerian said no. The Italian Anna Kerr said yes."
    found = [said(text, "The Nigerian", "no"), said(text, "The Italian Anna Kerr", "yes")]
    assert [s.name for s in speakers(text, mentions(text, "Anna Kerr"), found)] == [None, "Anna Kerr"]


def test_a_role_of_any_noun_before_a_name_behind_a_description() -> None:
    text = "Her brother, firefighter Jan Kerr, said no. Her lawyer, representing Jan Kerr, said yes."
    found = [
        said(text, "Her brother, firefighter Jan Kerr,", "no"),
        said(text, "Her lawyer, representing Jan Kerr,", "yes"),
    ]
    assert [s.name for s in speakers(text, mentions(text, "Jan Kerr"), found)] == ["Jan Kerr", None]


def test_a_leader_s_allegation_is_the_leader_s() -> None:
    text = "Union leader Mats Oker’s allegation that it burned was rejected. Union leader Mats Oker’s lawyer said no."
    found = [
        said(text, "Union leader Mats Oker’s", "that it burned"),
        said(text, "Union leader Mats Oker’s lawyer", "no"),
    ]
    assert [s.name for s in speakers(text, mentions(text, "Mats Oker’s"), found)] == ["Mats Oker", None]


def test_another_s_president_is_not_meant() -> None:
    text = "Oran Kerr, president of Sall Group, said no. {} president said yes."
    for owner, speaker in (("The beer trader’s", None), ("The group’s", "Oran Kerr"), ("The", "Oran Kerr")):
        told = text.format(owner)
        found = [said(told, "Oran Kerr", "no"), said(told, f"{owner} president", "yes")]
        assert [s.name for s in speakers(told, mentions(told, "Oran Kerr"), found)] == ["Oran Kerr", speaker]


def test_an_office_of_a_country_before_the_comma_of_a_name() -> None:
    text = "The President of Velda, Anton Rusak, said no. Jan Kerr left. The President said yes."
    found = [
        said(text, "The President of Velda, Anton Rusak,", "no"),
        said(text, "The President said"[:13], "yes", after=60),
    ]
    assert [s.name for s in speakers(text, mentions(text, "Anton Rusak", "Jan Kerr"), found)] == [
        "Anton Rusak"
    ] * 2


def test_how_a_post_shows_its_author_names_them() -> None:
    text = "Lidva Fire @LidvaFD\nApology accepted."
    assert [s.name for s in speakers(text, [], [said(text, "Lidva Fire @LidvaFD", "Apology accepted.")])] == [
        "Lidva Fire"
    ]


def test_whom_a_report_calls_by_the_given_name_is_not_the_surname() -> None:
    told = "Irene Malk spoke up. {} wept. Rosa Malk rose. Irene Malk said it was late. Malk said it was true."
    for called in ("Irene", "She"):
        text = told.format(called)
        names = mentions(text, "Irene Malk", "Rosa Malk", "Malk", *(["Irene"] if called == "Irene" else []))
        found = [
            said(text, "Irene Malk", "it was late", after=30),
            said(text, "Malk said"[:4], "it was true", after=text.rindex("Malk")),
        ]
        assert [s.name for s in speakers(text, names, found)][1] != "Irene Malk" or called == "She"


def test_two_parties_are_not_one() -> None:
    text = "The Liberals and the Greens said no."
    (speaker,) = speakers(text, [], [said(text, "The Liberals and the Greens", "no")])
    assert speaker.name is None
    (one,) = organisation(text, "Liberals and the Greens")
    assert [text[m.start : m.end] for m in with_companies(text, [one], [])] == ["Liberals", "Greens"]


def test_the_health_organisation_is_no_pronoun() -> None:
    text = "Mayor Dina Falk shrugged as WHO warned of a spread. The World Health Organization said no."
    found = [said(text, "WHO", "of a spread")]
    assert [s.name for s in speakers(text, mentions(text, "Dina Falk"), found)] == ["WHO"]
    named = [*mentions(text, "Dina Falk"), *organisation(text, "World Health Organization")]
    assert [s.name for s in speakers(text, named, found)] == ["World Health Organization"]


def test_a_title_that_fits_two_by_their_given_names_singles_out_neither() -> None:
    text = "Beatrice Lowe said no of her daughter, Anna Lowe. Mrs Lowe said yes."
    found = [said(text, "Mrs Lowe", "yes")]
    people_ = mentions(text, "Beatrice Lowe", "Anna Lowe", "Mrs Lowe")
    assert [s.name for s in speakers(text, people_, found)] == [None]
