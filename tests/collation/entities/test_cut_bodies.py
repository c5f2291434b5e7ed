"""Bodies by names that are cut, that have their country before them, or whose majority is told with them."""

from __future__ import annotations

import pytest

from rashomon.collation.entities.entities import entities, ties
from rashomon.collation.entities.joined import LEAST_OFTEN
from tests.collation.entities.test_departments import names, of
from tests.collation.reporting import Made, telling


def several(body: str, count: int, report: str = "z") -> list[Made]:
    return [of(f"{report}{n}", body) for n in range(count)]


@pytest.mark.parametrize(
    ("cut", "full"),
    [
        ("House", "House of Deputies"),
        ("House", "U.S. House of Deputies"),
        ("Centres for Flood Control", "Centres for Flood Control and Prevention"),
        ("U.S. Centres for Flood Control", "Centres for Flood Control and Prevention"),
        ("Democratic-led House of Deputies", "House of Deputies"),
        ("GOP-controlled Senate", "Senate"),
        ("Lidva-based Harbour Fund", "Harbour Fund"),
        ("Harbour Dept.", "Harbour Department"),
    ],
)
def test_a_cut_name_is_the_only_fuller_one(cut: str, full: str) -> None:
    assert names(of("a", cut), of("b", full)) == [{cut, full}]
    assert set(ties(cut)) & set(ties(full))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("House", "House Committee"),
        ("Flood Control", "Flood Control and Prevention"),
        ("Saudi-led coalition", "coalition"),
        ("Centres for Flood Control and Prevention", "Centres for Flood Control and Repair"),
        ("Council", "Council of Quellmar"),
        ("Court", "Court of Arbitration"),
        ("Chamber", "Chamber of Commerce"),
        ("House", "House of Fraser"),
        ("U.S. House", "House of Lords"),
        ("Royal College of Physicians", "Royal College of Physicians and Surgeons"),
        ("Lisse Ministry of Energy", "Lisse Ministry of Energy and Water"),
        ("Bank of Harn", "Bank of Harn and Trust"),
        ("Harn-based Harbour Fund", "Lisse-based Harbour Fund"),
        ("Labour-run Council", "Conservative-run Council"),
        ("Plant-Based Foods Board", "Foods Board"),
        ("Red Cross", "Lisse branch of the Red Cross"),
    ],
)
def test_what_only_looks_cut_stays_by_itself(one: str, other: str) -> None:
    assert names(of("a", one), of("b", other)) == sorted([{one}, {other}], key=sorted)


@pytest.mark.parametrize(
    ("cut", "full"),
    [("Council", "Council of Quellmar"), ("Royal Board of Mills", "Royal Board of Mills and Weirs")],
)
def test_where_names_tell_too_little_company_tells(cut: str, full: str) -> None:
    company = ("Ada Kerr", "Ivo Bast")
    assert names(of("a", cut, company), of("b", full, company)) == [{cut, full}]


def test_what_may_sit_in_two_places_is_neither() -> None:
    three = ("Harn-based Fund", "Fund", "Lisse-based Fund")
    assert names(*(of(name, name) for name in three)) == [{"Fund"}, {"Harn-based Fund"}, {"Lisse-based Fund"}]


def test_two_houses_of_one_name_leave_open_which_is_the_house() -> None:
    full = [*several("U.S. House of Deputies", 3, "u"), *several("House of Deputies", 2)]
    assert {"House"} in names(of("a", "House"), *full)


def test_an_army_is_not_another_country_s_because_both_name_the_same_people() -> None:
    for company in (("Ada Kerr",), ("Ada Kerr", "Ivo Bast")):
        assert len(names(of("a", "Army", company), of("b", "U.S. Army", company))) == 2
    assert (
        len(names(of("a", "Supreme Court", ("Ada Kerr",)), of("b", "U.S. Supreme Court", ("Ada Kerr",)))) == 2
    )


def test_of_two_chambers_the_one_that_far_more_reports_name_is_the_house() -> None:
    deputies, lords = "House of Deputies", "House of Lords"
    few = [of("a", "House"), of("b", lords), *several(deputies, 3)]
    assert {"House"} in names(*few)
    many = [of("a", "House"), of("b", lords), *several(deputies, LEAST_OFTEN)]
    assert names(*many) == [{"House", deputies}, {lords}]


def test_a_name_is_shown_without_whose_majority_it_is() -> None:
    made = [of("a", "Democratic-controlled Senate"), of("b", "Senate")]
    (found,) = entities([r for _, r in made], [r for r, _ in made]).entities
    assert found.name == "Senate"


def test_the_country_before_one_word_or_an_abbreviation_needs_company_or_the_same_letters() -> None:
    company = ("Ada Kerr", "Ivo Bast")
    assert names(of("a", "Senate", company), of("b", "U.S. Senate", company)) == [{"Senate", "U.S. Senate"}]
    assert len(names(of("a", "Senate"), of("b", "U.S. Senate"))) == 2
    assert names(of("a", "FWA"), of("b", "U.S. FWA")) == [{"FWA", "U.S. FWA"}]
    assert len(names(of("a", "Steel", company), of("b", "U.S. Steel", company))) == 2


def test_a_surname_that_several_may_bear_is_the_one_s_whom_far_more_reports_name() -> None:
    def bare(*company: str) -> Made:
        text = f"Kerr spoke. {', '.join(company)} and others listened."
        return telling("a", text, ["Kerr"], company)

    def full(report: str, name: str, *company: str) -> Made:
        return telling(report, f"{name} spoke. {', '.join(company)} and others listened.", [name], company)

    near = ("Ivo Bast", "Lena Oulik", "Pia Sund")
    marta = full("b", "Marta Kerr", *near)
    jan = [full(f"j{n}", "Jan Kerr", *near) for n in range(2)]
    assert {"Kerr"} in people(bare(*near), marta, *jan)
    often = [*jan, *(full(f"k{n}", "Jan Kerr") for n in range(LEAST_OFTEN))]
    assert people(bare(*near), marta, *often) == [{"Jan Kerr", "Kerr"}, {"Marta Kerr"}]
    found = entities(
        [r for _, r in (bare(*near), marta, *often)], [r for r, _ in (bare(*near), marta, *often)]
    )
    (told,) = (e.why for entity in found.entities for e in entity.evidence if e.name == "Kerr")
    assert "as for others, and by far the most reports name this one in full" in told
    # Nothing but number speaks for him.
    assert {"Kerr"} in people(bare("Ulla Grom"), marta, *often)


def people(*reports: Made) -> list[set[str]]:
    found = entities([r for _, r in reports], [r for r, _ in reports])
    return sorted((set(e.names) for e in found.entities if "Kerr" in e.name), key=sorted)
