"""Who is one and who is two, across reports."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.collation.entities.entities import Entities, entities
from rashomon.records import Attribution, AttributionKind, MentionKind, Reading, Span, Speaker
from tests.collation.reporting import BODY, PERSON, Made, telling


def reading(report: str, *speakers: tuple[str | None, MentionKind | None]) -> Reading:
    said = tuple(
        Attribution(
            source=(Span(10 * i, 10 * i + 5),),
            cue=(Span(10 * i + 5, 10 * i + 6),),
            content=(Span(10 * i + 6, 10 * i + 9),),
            kind=AttributionKind.INDIRECT,
            confidence=1.0,
            speaker=Speaker(name, "named in the source" if name else "names nobody", kind),
        )
        for i, (name, kind) in enumerate(speakers)
    )
    return Reading(report, "model", (), said, ())


def test_one_name_in_two_spellings_is_one_entity_with_evidence_of_both() -> None:
    found = entities([reading("a", ("Bernard Lévy", PERSON)), reading("b", ("Bernard Levy", PERSON))])
    (levy,) = found.entities
    assert set(levy.names) == {"Bernard Lévy", "Bernard Levy"}
    assert [(e.report, e.name) for e in levy.evidence] == [("a", "Bernard Lévy"), ("b", "Bernard Levy")]
    assert found.speakers == {("a", 0): levy.id, ("b", 0): levy.id}


def test_a_bare_surname_joins_the_one_bearer_and_says_why() -> None:
    (korvat,) = entities([reading("a", ("Emese Korvat", PERSON)), reading("b", ("Korvat", PERSON))]).entities
    assert korvat.name == "Emese Korvat"
    assert "the one Korvat that the ledger knows" in korvat.evidence[1].why


def test_a_bare_surname_of_two_bearers_stays_by_itself() -> None:
    found = entities(
        [
            reading("a", ("Ilona Varesh", PERSON), ("Tomas Varesh", PERSON)),
            reading("b", ("Varesh", PERSON)),
        ]
    )
    assert {e.name for e in found.entities} == {"Ilona Varesh", "Tomas Varesh", "Varesh"}


def test_an_organisation_is_not_taken_for_a_longer_name() -> None:
    found = entities([reading("a", ("Delta Assembly", BODY)), reading("b", ("Assembly", BODY))])
    assert len(found.entities) == 2


def test_who_is_not_known_is_nobody() -> None:
    found = entities([reading("a", (None, None))])
    assert found.entities == ()
    assert found.speakers == {("a", 0): None}


def test_the_order_of_readings_does_not_matter() -> None:
    readings = [
        reading("a", ("Emese Korvat", PERSON)),
        reading("b", ("Korvat", PERSON)),
        reading("c", ("MPA", BODY)),
    ]
    assert entities(readings) == entities(readings[::-1])


def made(*reports: Made) -> Entities:
    return entities([reading for _, reading in reports], [report for report, _ in reports])


def whys(found: Entities, report: str) -> str:
    return " | ".join(e.why for entity in found.entities for e in entity.evidence if e.report == report)


def names(found: Entities) -> list[set[str]]:
    return sorted((set(entity.names) for entity in found.entities), key=sorted)


def test_spellings_of_one_name_are_one_person_and_say_what_it_rests_on() -> None:
    found = entities(
        [reading("a", ("Muammar Qaddafi", PERSON)), reading("b", ("Moammar Kadhafi", PERSON), ("NRF", BODY))]
    )
    assert names(found) == [{"Moammar Kadhafi", "Muammar Qaddafi"}, {"NRF"}]
    assert (
        "“Moammar Kadhafi” and “Muammar Qaddafi” are two spellings of one name; only the names tell"
        in whys(found, "b") + whys(found, "a")
    )


def test_names_that_sound_alike_are_one_only_on_evidence() -> None:
    one = telling("a", "Marion Kerr, the mayor of Brennick, said so.", ["Marion Kerr"])
    same_office = telling("b", "The Brennick mayor Marian Kerr said so.", ["Marian Kerr"])
    nothing_told = telling("c", "Marian Kerr said so.", ["Marian Kerr"])
    assert names(made(one, nothing_told)) == [{"Marian Kerr"}, {"Marion Kerr"}]
    found = made(one, same_office)
    assert names(found) == [{"Marian Kerr", "Marion Kerr"}]
    assert "both are mayor of Brennick" in whys(found, "a") + whys(found, "b")


DAWN = "We march at dawn, and nobody on this river will stop us"


def quoting(report: str, name: str, words: str = DAWN) -> Made:
    return telling(report, f"{name} said: “{words}.”", [name], quoted=[words])


def test_a_shortened_name_is_one_person_s_where_both_are_quoted_in_the_same_words() -> None:
    full, short = quoting("a", "Edda Clay Rossum"), quoting("b", "Clay Rossum")
    found = made(full, short)
    assert names(found) == [{"Clay Rossum", "Edda Clay Rossum"}]
    assert "both are quoted in the same words" in whys(found, "a") + whys(found, "b")
    assert len(made(full, quoting("b", "Clay Rossum", "We march.")).entities) == 2
    other = "Nobody here has asked us to march anywhere at any time"
    assert len(made(full, quoting("b", "Clay Rossum", other)).entities) == 2
    assert names(made(quoting("a", "Raymond Kerr"), quoting("b", "Ray Kerr"))) == [
        {"Ray Kerr", "Raymond Kerr"}
    ]


def jointly(report: str, *names: str) -> Made:
    """A report in which these say the same words together."""
    made_, reading_ = telling(report, f"{' and '.join(names)} said: “{DAWN}.”", names, quoted=[DAWN])
    every = tuple(a.speaker for a in reading_.attributions)
    said = replace(reading_.attributions[0], speaker=Speaker(None, "are several"), joint_speakers=every)
    return made_, replace(reading_, attributions=(said,))


def test_those_who_say_it_together_are_each_an_entity_and_the_attribution_is_nobody_s_alone() -> None:
    found = made(jointly("a", "Edda Rossum", "Ivo Bast"), quoting("b", "Ivo Bast"))
    assert names(found) == [{"Edda Rossum"}, {"Ivo Bast"}]
    ids = {e.name: e.id for e in found.entities}
    assert found.speakers == {("a", 0): None, ("b", 0): ids["Ivo Bast"]}
    assert found.named == {
        ("a", "edda rossum"): ids["Edda Rossum"],
        ("a", "ivo bast"): ids["Ivo Bast"],
        ("b", "ivo bast"): ids["Ivo Bast"],
    }
    (bast,) = (e for e in found.entities if e.name == "Ivo Bast")
    assert [(e.report, e.name) for e in bast.evidence] == [("a", "Ivo Bast"), ("b", "Ivo Bast")]


def test_two_of_one_surname_who_say_it_together_stay_two() -> None:
    spouses = jointly("a", "Edda Clay Rossum", "Ray Rossum")
    assert names(made(spouses, quoting("b", "Raymond Rossum"))) == [
        {"Edda Clay Rossum"},
        {"Ray Rossum"},
        {"Raymond Rossum"},
    ]


def test_the_same_words_make_no_father_of_a_son_and_nobody_of_another_surname() -> None:
    for one, other in (
        ("Ahmad Shah Massoud", "Ahmad Massoud"),
        ("Ivo Bast", "Ivo Renn"),
        ("Bast", "Ivo Renn"),
    ):
        assert len(made(quoting("a", one), quoting("b", other)).entities) == 2


def test_the_same_words_tell_which_bearer_of_a_surname_is_meant() -> None:
    here, there = quoting("a", "Ilona Varesh"), quoting("b", "Tomas Varesh", DAWN + " now")
    found = made(here, there, quoting("c", "Varesh"))
    assert names(found) == [{"Ilona Varesh", "Varesh"}, {"Tomas Varesh"}]
    assert "Ilona Varesh: both are quoted in the same words" in whys(found, "c")


def test_company_is_evidence_but_one_report_that_names_both_is_evidence_against() -> None:
    here = telling("a", "Karin Holm met Ivo Bast and Uta Renn.", ["Karin Holm"], ["Ivo Bast", "Uta Renn"])
    there = telling("b", "Uta Renn heard Karen Holm and Ivo Bast.", ["Karen Holm"], ["Ivo Bast", "Uta Renn"])
    found = made(here, there)
    assert names(found) == [{"Karen Holm", "Karin Holm"}]
    assert "a report of each names Ivo Bast and Uta Renn" in whys(found, "a") + whys(found, "b")
    gray = telling("d", "John Gray met Ivo Bast and Uta Renn.", ["John Gray"], ["Ivo Bast", "Uta Renn"])
    grey = telling("e", "John Grey met Ivo Bast and Uta Renn.", ["John Grey"], ["Ivo Bast", "Uta Renn"])
    assert names(made(gray, grey)) == [{"John Gray", "John Grey"}]
    both = telling("c", "Karin Holm and Karen Holm are sisters.", ["Karin Holm", "Karen Holm"])
    assert names(made(here, there, both)) == [{"Karen Holm"}, {"Karin Holm"}]


def test_a_father_and_a_son_with_nearly_one_name_are_two() -> None:
    son = "Ahmad Massoud, leader of the National Resistance Front, spoke with Ali Nazary."
    father = "Ahmad Shah Massoud, the late leader of the National Resistance Front, knew Ali Nazary. Ahmad Massoud is his son."
    found = made(
        telling("a", son, ["Ahmad Massoud"], ["Ali Nazary"]),
        telling("b", father, ["Ahmad Shah Massoud"], ["Ali Nazary", "Ahmad Massoud"]),
    )
    assert names(found) == [{"Ahmad Massoud"}, {"Ahmad Shah Massoud"}]


def test_a_middle_name_is_left_out_only_of_one_in_the_same_role_and_company() -> None:
    one = telling(
        "a", "Hilde Rossum Clay, head of the Delta Bank, met Ivo Bast.", ["Hilde Rossum Clay"], ["Ivo Bast"]
    )
    other = telling(
        "b", "Ivo Bast asked Hilde Clay, the head of the Delta Bank.", ["Hilde Clay"], ["Ivo Bast"]
    )
    assert names(made(one, other)) == [{"Hilde Clay", "Hilde Rossum Clay"}]
    elsewhere = telling("b", "Ivo Bast asked Hilde Clay.", ["Hilde Clay"], ["Ivo Bast"])
    assert names(made(one, elsewhere)) == [{"Hilde Clay"}, {"Hilde Rossum Clay"}]


HOSPITAL = "the Brennick Hospital"


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ilene Wolde", "Ilene Woldd"), ("Stan Perlo", "Stanley Perlo"), ("Bill Perlo", "William Perlo")],
)
def test_a_short_form_or_a_slip_is_one_person_s_where_role_and_company_agree(first: str, second: str) -> None:
    one = telling("a", f"{first}, head of {HOSPITAL}, met Ivo Bast.", [first], ["Ivo Bast"])
    other = telling("b", f"Ivo Bast asked {second}, the head of {HOSPITAL}.", [second], ["Ivo Bast"])
    found = made(one, other)
    assert names(found) == [{first, second}]
    assert "both are head of Brennick Hospital, and a report of each names Ivo Bast" in whys(
        found, "a"
    ) + whys(found, "b")
    elsewhere = telling("b", f"Ivo Bast asked {second}.", [second], ["Ivo Bast"])
    alone = telling("b", f"She asked {second}, the head of {HOSPITAL}.", [second])
    both = telling("c", f"{first} met {second} and Ivo Bast.", [first, second], ["Ivo Bast"])
    assert all(len(made(one, it).entities) == 2 for it in (elsewhere, alone))
    assert {first} in names(made(one, other, both))


def test_a_son_and_a_woman_of_the_family_are_no_slips() -> None:
    for first, second in (
        ("Ivan Korvat", "Ivan Korvata"),
        ("Paul Perlo", "Paula Perlo"),
        ("Ana Holub", "Ana Holan"),
    ):
        one = telling("a", f"{first}, head of {HOSPITAL}, met Ivo Bast.", [first], ["Ivo Bast"])
        other = telling("b", f"Ivo Bast asked {second}, the head of {HOSPITAL}.", [second], ["Ivo Bast"])
        assert len(made(one, other).entities) == 2


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    said = [("Lisse Ferries", BODY), ("Lisse Ferries S.A.", BODY), ("Lisse Ferries Ltd.", BODY)]
    assert len(entities([reading("a", said[0]), reading("b", said[1])]).entities) == 1
    # Two forms may be two companies, and one word may be a town.
    assert len(entities([reading("a", said[1]), reading("b", said[2])]).entities) == 2
    assert len(entities([reading("a", ("Lisse", BODY)), reading("b", ("Lisse Ltd", BODY))]).entities) == 2


def test_initials_at_the_beginning_of_a_name_are_the_only_one_s_that_spells_them_out() -> None:
    short, full = ("NH Tribune", BODY), ("New Harn Tribune", BODY)
    (one,) = entities([reading("a", short), reading("b", full)]).entities
    assert one.name == "New Harn Tribune"
    assert any("NH Tribune begins with the initials of New Harn Tribune" in e.why for e in one.evidence)
    other = reading("c", ("North Harn Tribune", BODY))
    assert len(entities([reading("a", short), reading("b", full), other]).entities) == 3
    assert len(entities([reading("a", short), reading("b", ("New Harn Beacon", BODY))]).entities) == 2


def test_initials_in_brackets_explain_a_company_s_name() -> None:
    explained = telling("a", "Lisse Broadcasting Corp. (LBC) said so.", ["<Lisse Broadcasting Corp.>"])
    found = made(explained, telling("b", "The LBC said so.", ["<LBC>"]))
    assert names(found) == [{"LBC", "Lisse Broadcasting Corp."}]


def test_an_initial_joins_the_one_it_fits_and_no_one_where_it_fits_two() -> None:
    walker = reading("a", ("George W. Bush", PERSON))
    plain = reading("b", ("George Bush", PERSON))
    herbert = reading("c", ("George H. W. Bush", PERSON))
    assert names(entities([walker, plain])) == [{"George Bush", "George W. Bush"}]
    assert len(entities([walker, herbert, plain]).entities) == 3


def test_the_other_order_of_names_needs_evidence() -> None:
    one = telling("a", "Orban Viktor met Ivo Bast and Uta Renn.", ["Orban Viktor"], ["Ivo Bast", "Uta Renn"])
    other = telling(
        "b", "Viktor Orban met Ivo Bast and Uta Renn.", ["Viktor Orban"], ["Ivo Bast", "Uta Renn"]
    )
    alone = telling("b", "Viktor Orban met nobody.", ["Viktor Orban"])
    assert len(made(one, other).entities) == 1
    assert len(made(one, alone).entities) == 2


def test_a_bare_surname_in_another_spelling_joins_its_bearer() -> None:
    found = entities([reading("a", ("Volodymyr Zelensky", PERSON)), reading("b", ("Zelenskiy", PERSON))])
    assert names(found) == [{"Volodymyr Zelensky", "Zelenskiy"}]
    assert "the one Zelenskiy that the ledger knows, Volodymyr Zelensky; nothing else tells" in whys(
        found, "b"
    )


def test_company_tells_which_bearer_of_a_surname_is_meant() -> None:
    ilona = telling(
        "a", "Ilona Varesh met Ivo Bast and Uta Renn.", ["Ilona Varesh"], ["Ivo Bast", "Uta Renn"]
    )
    tomas = telling("b", "Tomas Varesh met Edda Quill.", ["Tomas Varesh"], ["Edda Quill"])
    bare = telling("c", "Varesh met Uta Renn and Ivo Bast.", ["Varesh"], ["Ivo Bast", "Uta Renn"])
    found = made(ilona, tomas, bare)
    assert names(found) == [{"Ilona Varesh", "Varesh"}, {"Tomas Varesh"}]
    assert "of the 2 whom “Varesh” may mean, Ilona Varesh" in whys(found, "c")


def test_a_report_that_names_both_of_a_surname_does_not_tell_which_is_meant() -> None:
    text = "Ilona Varesh met Ivo Bast and Uta Renn. Tomas Varesh, no relation, did not."
    both = telling("a", text, ["Ilona Varesh"], ["Ivo Bast", "Uta Renn", "Tomas Varesh"])
    tomas = telling("b", "Tomas Varesh met Edda Quill.", ["Tomas Varesh"], ["Edda Quill"])
    bare = telling("c", "Varesh met Uta Renn and Ivo Bast.", ["Varesh"], ["Ivo Bast", "Uta Renn"])
    assert names(made(both, tomas, bare)) == [{"Ilona Varesh"}, {"Tomas Varesh"}, {"Varesh"}]


def test_a_bare_surname_is_somebody_whom_its_own_report_names_if_it_names_one() -> None:
    ilona = telling(
        "a", "Ilona Varesh met Ivo Bast and Uta Renn.", ["Ilona Varesh"], ["Ivo Bast", "Uta Renn"]
    )
    text = "Varesh met Uta Renn and Ivo Bast. Tomas Varesh is old."
    bare = telling("b", text, ["Varesh"], ["Ivo Bast", "Uta Renn", "Tomas Varesh"])
    assert names(made(ilona, bare)) == [{"Ilona Varesh"}, {"Varesh"}]
    tomas = telling("c", "Tomas Varesh said so.", ["Tomas Varesh"])
    assert names(made(ilona, bare, tomas)) == [{"Ilona Varesh"}, {"Tomas Varesh", "Varesh"}]


def test_a_surname_with_an_office_is_none_whom_its_own_report_names_in_full() -> None:
    text = "President Varesh was proud of his daughter. Ilona Varesh opened the hall."
    bare = telling("a", text, ["Varesh"], ["Ilona Varesh"])
    ilona = telling("b", "Ilona Varesh said so.", ["Ilona Varesh"])
    assert names(made(bare, ilona)) == [{"Ilona Varesh"}, {"Varesh"}]
    tomas = telling("c", "Tomas Varesh said so.", ["Tomas Varesh"])
    assert names(made(bare, ilona, tomas)) == [{"Ilona Varesh"}, {"Tomas Varesh", "Varesh"}]


def test_of_several_of_a_surname_the_one_who_is_called_by_its_office_is_meant() -> None:
    bare = telling("a", "President Varesh said so.", ["Varesh"])
    tomas = telling("b", "President Tomas Varesh said so.", ["Tomas Varesh"])
    ilona = telling("c", "Ilona Varesh, a vice president of the bank, said so.", ["Ilona Varesh"])
    found = made(bare, tomas, ilona)
    assert names(found) == [{"Ilona Varesh"}, {"Tomas Varesh", "Varesh"}]
    assert "of the 2 whom “Varesh” may mean, Tomas Varesh: both are called president" in whys(found, "a")
    father = telling("d", "President Amar Varesh said so.", ["Amar Varesh"])
    assert {"Varesh"} in names(made(bare, tomas, ilona, father))
    elsewhere = telling("a", "Torvena’s President Varesh said so.", ["Varesh"])
    other = telling("b", "Kestria’s President Tomas Varesh said so.", ["Tomas Varesh"])
    assert {"Varesh"} in names(made(elsewhere, other, ilona))


def test_a_given_name_is_no_surname() -> None:
    found = entities(
        [reading("a", ("Rand Paul", PERSON), ("Paul Ryan", PERSON)), reading("b", ("Paul", PERSON))]
    )
    assert len(found.entities) == 3


def test_a_place_and_a_surname_are_two() -> None:
    found = entities(
        [
            reading("a", ("Denzel Washington", PERSON)),
            reading("b", ("Washington", MentionKind.PLACE)),
            reading("c", ("Washington", PERSON)),
        ]
    )
    assert names(found) == [{"Denzel Washington", "Washington"}, {"Washington"}]
    assert len({e.id for e in found.entities}) == 2


def test_an_abbreviation_that_any_report_explains_is_the_organisation() -> None:
    explained = telling("a", "The National Resistance Front (NRF) said so.", ["<National Resistance Front>"])
    short = telling("b", "The NRF said so.", ["<NRF>"])
    found = made(explained, short)
    assert names(found) == [{"NRF", "National Resistance Front"}]
    assert "a report explains NRF as National Resistance Front" in whys(found, "b")
    otherwise = telling("c", "The Northern Rail Federation (NRF) said so.", ["<Northern Rail Federation>"])
    assert len(made(explained, short, otherwise).entities) == 3


def test_an_abbreviation_that_nobody_explains_is_the_only_organisation_of_those_initials() -> None:
    short = ("LTGS", BODY)
    (one,) = entities([reading("a", ("U.S. Water Survey", BODY)), reading("b", ("USWS", BODY))]).entities
    assert one.name == "U.S. Water Survey"
    assert "USWS has the initials of U.S. Water Survey, and of no other name" in one.evidence[1].why
    (survey,) = entities([reading("a", ("Lisse Tidal Gauge Survey", BODY)), reading("b", short)]).entities
    assert set(survey.names) == {"Lisse Tidal Gauge Survey", "LTGS"}
    rivals = [
        reading("a", ("Lisse Tidal Gauge Survey", BODY)),
        reading("b", ("Lower Tarn Gas Service", BODY)),
    ]
    assert len(entities([*rivals, reading("c", short)]).entities) == 3
    front = [reading("a", ("National Ferry Union", BODY)), reading("b", ("NFU", BODY))]
    assert len(entities(front).entities) == 2  # three letters are several bodies'


def test_a_mayor_and_a_mayor_of_another_town_are_two_and_say_why() -> None:
    brennick = telling("a", "Jan Kerr, the mayor of Brennick, met Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    lidva = telling("b", "The Lidva mayor Jan Kerr met Uta Renn.", ["Jan Kerr"], ["Uta Renn"])
    found = made(brennick, lidva)
    assert [e.names for e in found.entities] == [("Jan Kerr",), ("Jan Kerr",)]
    assert len({e.id for e in found.entities}) == 2
    for report, other in (("a", "b"), ("b", "a")):
        assert (
            f"another Jan Kerr than in report {other}: one is mayor of Brennick, the other of Lidva"
            in whys(found, report)
        )


def test_a_senator_and_a_goalkeeper_are_two_unless_company_says_otherwise() -> None:
    senator = telling("a", "Senator Jan Kerr met Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    keeper = telling("b", "The goalkeeper Jan Kerr met Uta Renn.", ["Jan Kerr"], ["Uta Renn"])
    also = telling("c", "Jan Kerr, a goalkeeper, met Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    assert len(made(senator, keeper).entities) == 2
    assert len(made(senator, also).entities) == 1


@pytest.mark.parametrize(
    "beside",
    ["a namesake of the minister,", "no relation to the minister,", "who is not related to the minister,"],
)
def test_whom_a_report_calls_a_namesake_is_another_whatever_the_company(beside: str) -> None:
    minister = telling("a", "Jan Kerr, the minister, met Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    also = telling("b", "Jan Kerr spoke of Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    coach = telling("c", f"Coach Jan Kerr, {beside} praised Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    found = made(minister, also, coach)
    assert len(found.entities) == 2
    assert found.speakers["a", 0] == found.speakers["b", 0] != found.speakers["c", 0]
    assert "a report says that somebody else is called Jan Kerr too" in whys(found, "c")


def test_where_nothing_tells_one_name_is_one_person_and_says_so() -> None:
    found = made(
        telling("a", "Jan Kerr said so.", ["Jan Kerr"]), telling("b", "Jan Kerr did not.", ["Jan Kerr"])
    )
    assert len(found.entities) == 1
    assert "only the name tells that it is the same" in whys(found, "b")


def test_of_two_people_of_one_name_an_untold_one_is_neither() -> None:
    senator = telling("a", "Senator Jan Kerr met Ivo Bast.", ["Jan Kerr"], ["Ivo Bast"])
    keeper = telling("b", "The goalkeeper Jan Kerr met Uta Renn.", ["Jan Kerr"], ["Uta Renn"])
    untold = telling("c", "Jan Kerr said so.", ["Jan Kerr"])
    known = telling("d", "Jan Kerr saw Uta Renn.", ["Jan Kerr"], ["Uta Renn"])
    found = made(senator, keeper, untold, known)
    assert len(found.entities) == 3
    assert "2 people are called Jan Kerr, and nothing tells which of them this is" in whys(found, "c")
    assert found.speakers["d", 0] == found.speakers["b", 0]


def test_titles_tell_a_woman_from_a_man() -> None:
    her = telling("a", "Mrs Alex Kerr met Ivo Bast.", ["Alex Kerr"], ["Ivo Bast"])
    him = telling("b", "Mr Alex Kerr met Uta Renn.", ["Alex Kerr"], ["Uta Renn"])
    assert len(made(her, him).entities) == 2


WORDS = [
    "Ahmad Massoud",
    "Ahmed Masood",
    "Massoud",
    "Ahmad Shah Massoud",
    "A. Massoud",
    "Jan Kerr",
    "Kerr",
    "Ivo Bast",
    "J. Kerr",
    "Kerr Jan",
    "—",
    "'",
]
BESIDE = ["", "Senator ", "the goalkeeper ", "Mr ", "Mrs ", "the mayor of Brennick, ", "the Lidva mayor "]


@st.composite
def many(draw: st.DrawFn) -> list[Made]:
    out = []
    for k in range(draw(st.integers(1, 6))):
        who = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True))
        text = "; ".join(f"Then {draw(st.sampled_from(BESIDE))}{name} spoke" for name in who)
        out.append(telling(f"{k:04x}", text, who))
    return out


@settings(deadline=None)
@given(many(), st.randoms(use_true_random=False))
def test_everybody_is_somebody_whatever_the_order(reports: list[Made], rng: random.Random) -> None:
    found = made(*reports)
    shuffled: Sequence[Made] = rng.sample(reports, len(reports))
    assert made(*shuffled) == found
    ids = [entity.id for entity in found.entities]
    assert len(set(ids)) == len(ids)
    said = {(reading.report, i) for _, reading in reports for i in range(len(reading.attributions))}
    assert set(found.speakers) == said
    assert {id_ for id_ in found.speakers.values() if id_} == set(ids)
    for entity in found.entities:
        assert {e.name for e in entity.evidence} == set(entity.names)
        assert all(e.why for e in entity.evidence)
