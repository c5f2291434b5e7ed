"""Which mentions are one person."""

from __future__ import annotations

import re

import pytest

from rashomon.reading.names.persons.by_name import candidates
from rashomon.reading.names.persons.people import (
    after_place,
    bare_name,
    bears_title_of_another,
    people,
    plain,
)
from rashomon.records import Mention, MentionKind


def mentions(text: str, *names: str) -> list[Mention]:
    spans = sorted((m.start(), m.end()) for n in names for m in re.finditer(re.escape(n), text))
    kept: list[tuple[int, int]] = []
    for s in sorted(spans, key=lambda s: s[0] - s[1]):
        if not any(a < s[1] and s[0] < b for a, b in kept):
            kept.append(s)
    return [Mention(MentionKind.PERSON, s, e, 0.9) for s, e in sorted(kept)]


def test_a_surname_joins_the_one_who_bears_it() -> None:
    text = "Emese Korvat runs the clinic. Dr Korvat counted nine. “Nine,” Korvat said."
    (korvat,) = people(text, mentions(text, "Emese Korvat", "Korvat"))
    assert korvat.name == "Emese Korvat"
    assert len(korvat.mentions) == 3
    assert "dr" in korvat.titles


def test_an_arabic_surname_is_written_with_its_article_or_without() -> None:
    text = "Sheikh Karim Monem el-Sharan spoke. Mr Sharan left. A spokesman of al-Sha came."
    (found,) = people(text, mentions(text, "Karim Monem el-Sharan", "Sharan"))
    assert found.name == "Karim Monem el-Sharan"
    assert [text[s.start : s.end] for s in found.mentions] == ["Karim Monem el-Sharan", "Sharan"]


def test_a_surname_of_two_people_joins_neither() -> None:
    text = "Ilona Varesh is in custody. Tomas Varesh built the lock. Varesh spoke."
    found = people(text, mentions(text, "Ilona Varesh", "Tomas Varesh", "Varesh"))
    assert [(p.name, len(p.mentions)) for p in found] == [("Ilona Varesh", 1), ("Tomas Varesh", 1)]


def test_the_end_of_a_nickname_is_no_part_of_a_name() -> None:
    text = "Richard “Professor Griff” Griffith wept. “Griff” Griffith sang."
    assert [
        bare_name(text, text.index(w), text.index(w) + len(w))[0]
        for w in ("Griff” Griffith", "“Griff” Griffith")
    ] == [
        "Griffith",
        "“Griff” Griffith",
    ]


def test_a_baron_is_who_bears_the_name_without_it_unless_it_is_his_name() -> None:
    text = "Baron Edvard Quill left. Edvard Quill stayed. Baron Quill wept. Baron Dal sang."
    found = people(text, mentions(text, "Baron Edvard Quill", "Edvard Quill", "Baron Quill", "Baron Dal"))
    assert [(p.name, len(p.mentions)) for p in found] == [("Edvard Quill", 3), ("Baron Dal", 1)]


def test_names_that_differ_in_a_middle_name_are_two_people_in_an_initial_one() -> None:
    text = "Amar Dal Sorin fought. Amar Sorin, his son, writes. Jon K. Smith left. Jon Smith came back."
    found = people(text, mentions(text, "Amar Dal Sorin", "Amar Sorin", "Jon K. Smith", "Jon Smith"))
    assert [p.name for p in found] == ["Amar Dal Sorin", "Amar Sorin", "Jon K. Smith"]


@pytest.mark.parametrize(
    ("text", "full", "short", "one"),
    [
        ("Aurel Tomé Quisa da Orra rose. Quisa spoke.", "Aurel Tomé Quisa da Orra", "Quisa", True),
        ("Iván Orsa Belmar rose. Orsa spoke.", "Iván Orsa Belmar", "Orsa", True),
        ("Iván Luca Orsa Belmar rose. Orsa Belmar spoke.", "Iván Luca Orsa Belmar", "Orsa Belmar", True),
        # Her father, it may be: she is called Belmar.
        ("Selma Orsa Belmar rose. Orsa spoke. Belmar sat.", "Selma Orsa Belmar", "Orsa", False),
        ("Mary Anne Kerr rose. Anne Kerr spoke.", "Mary Anne Kerr", "Anne Kerr", False),
        ("Iván Orsa Jr. rose. Orsa spoke.", "Iván Orsa Jr", "Orsa", False),
        ("Iván Orsa Jr. rose. Orsa Jr. spoke.", "Iván Orsa Jr", "Orsa Jr", True),
        ("Zia ul Haq Orsa rose. Haq spoke.", "Zia ul Haq Orsa", "Haq", False),
    ],
)
def test_a_name_from_the_middle_of_a_full_one(text: str, full: str, short: str, one: bool) -> None:
    found = people(text, mentions(text, full, short, full.split()[-1]))
    assert [p.name for p in found] == ([full] if one else [full, short])
    assert [p.name for p in candidates(short, found)] == [full if one else short]


def test_accents_make_no_difference() -> None:
    text = "Bernard Lévy wrote. Levy repeated it."
    (levy,) = people(text, mentions(text, "Bernard Lévy", "Levy"))
    assert len(levy.mentions) == 2


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Colonel Radek Stahn", "Radek Stahn", "colonel"),
        ("Mrs. Varesh’s", "Varesh", "mrs"),
        ("Lidva County Sheriff Jan B. Kerr", "Jan B. Kerr", "sheriff"),
        ("Councilman Ivo Bast", "Ivo Bast", "councilman"),
        ("Mrs. Rossum director Jan Kerr", "Jan Kerr", "director"),
        ("Her father, the engineer Tomas Varesh", "Tomas Varesh", "father"),
        ("Baron Edvard Quill", "Edvard Quill", "baron"),
        ("Baroness Varesh", "Varesh", "baroness"),
    ],
)
def test_a_bare_name_has_no_title(text: str, name: str, title: str) -> None:
    start = text.index(name) if title == "father" else 0
    found, span, titles = bare_name(text, start, len(text))
    assert (found, text[span.start : span.end]) == (name, name)
    assert title in titles


@pytest.mark.parametrize(
    ("body", "name"), [("Harn Steel ", "Anna Kerr"), ("Harn ", "Anna Kerr"), ("Harn ", "Anna Orla Kerr"), ("", "Anna Kerr")]
)  # fmt: skip
def test_the_body_that_somebody_leads_is_none_of_the_name(body: str, name: str) -> None:
    text = f"President of {body}{name}" if body else f"President {name}"
    start = text.index(body or name)
    assert bare_name(text, start, len(text))[0] == name


@pytest.mark.parametrize(
    "name",
    [
        "Jan Martin King Senior",
        "Jan Coach",
        "Pedro Mayor de la Torre",
        "Hun Sen Manith Ly",
        "Ivo Coach Bast Jr.",
        "Ali Sheikh Omar Dal",
    ],
)
def test_a_title_that_is_a_name_too_ends_no_names_beginning(name: str) -> None:
    text = f"{name} spoke"
    assert bare_name(text, 0, len(name))[0] == name.rstrip(".")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("According to Kerr, the mayor, Lind refused.", set[str]()),
        ("According to Kerr, the deputy mayor, Lind refused.", set[str]()),
        ("According to Kerr, the mayor, Lind, refused.", {"mayor"}),
        ("In the town the mayor, Lind refused.", {"mayor"}),
        ("According to Kerr, Mayor Lind refused.", {"mayor"}),
    ],
)
def test_what_is_told_of_the_name_before_is_no_title(text: str, titles: set[str]) -> None:
    at = text.index("Lind")
    assert bare_name(text, at, at + 4)[2] == titles


def test_a_title_within_is_no_secretary_of_anything() -> None:
    text = "U.S. Secretary of State Jan Kerr spoke"
    assert bare_name(text, 0, text.index(" spoke"))[0].startswith("U.S. Secretary")


def test_whose_director_somebody_is_tells_no_gender() -> None:
    text = "Mrs. Rossum director Jan Kerr said so."
    (found,) = people(text, mentions(text, "Mrs. Rossum director Jan Kerr"))
    assert (found.name, found.gender) == ("Jan Kerr", None)


def test_gender_is_told_by_titles_and_kin_or_not_known() -> None:
    text = "Her father, Tomas Varesh, left. Ms Ilona Varesh stayed. Alex Moor slept."
    found = {
        p.name: p.gender for p in people(text, mentions(text, "Tomas Varesh", "Ilona Varesh", "Alex Moor"))
    }
    assert found == {"Tomas Varesh": "m", "Ilona Varesh": "f", "Alex Moor": None}


def test_who_leads_martyrs_is_not_dead() -> None:
    text = "Karim Arden, who heads a unit called the Martyrs of Alder, spoke."
    assert not people(text, mentions(text, "Karim Arden"))[0].dead


def test_who_died_is_known_to_have_died() -> None:
    text = "Amar Dal Sorin, who led them until he was assassinated, is remembered. Amar Sorin spoke."
    found = {p.name: p.dead for p in people(text, mentions(text, "Amar Dal Sorin", "Amar Sorin"))}
    assert found == {"Amar Dal Sorin": True, "Amar Sorin": False}


def test_plain_names() -> None:
    assert plain(" Bernard-Henri  LÉVY, ") == "bernard-henri levy"


def test_initials_do_not_end_a_sentence() -> None:
    text = "George H.W. Bush came. G.K. Butterfield came. He met Kerr. Lee was there."
    found = people(text, mentions(text, "George H.W. Bush", "G.K. Butterfield"))
    assert [p.name for p in found] == ["George H.W. Bush", "G.K. Butterfield"]
    start = text.index("Kerr")
    assert bare_name(text, start, text.index(" was"))[0] == "Lee"


def test_a_word_of_another_sentence_or_quotation_is_no_title() -> None:
    text = (
        "They mourned a mother and a sister.\n\nOran Kerr was held. “He was a plainclothes officer,” Mr. Sall said. "
        "The spokesman, Benno Arden, was mute."
    )
    kerr, sall, arden = people(text, mentions(text, "Oran Kerr", "Sall", "Benno Arden"))
    assert (kerr.titles, kerr.gender) == (frozenset(), None)
    assert sall.titles == {"mr"}
    assert arden.titles == {"spokesman"}


def test_a_given_name_that_the_model_left_out_of_an_apposition_is_part_of_the_name() -> None:
    for lead, name in (
        ("His spokesman, Per ", "Per Lind"),
        ("The captain of the Mirra, Ines ", "Ines Lind"),
        ("On Monday, Republican ", "Lind"),
        ("His spokesman, Mr ", "Lind"),
    ):
        text = f"{lead}Lind, said so."
        assert bare_name(text, len(lead), len(lead) + 4)[0] == name


def test_letters_behind_a_name_are_none_of_it() -> None:
    text = "Daniel Ashe KC opened. Mr Ashe spoke. Celia Norr KC, MP replied. Lee MacMp sat."
    found = people(text, mentions(text, "Daniel Ashe KC", "Ashe", "Celia Norr KC", "Lee MacMp"))
    assert [(p.name, len(p.mentions)) for p in found] == [
        ("Daniel Ashe", 2),
        ("Celia Norr", 1),
        ("Lee MacMp", 1),
    ]


def test_whose_wife_died_is_no_wife() -> None:
    text = "Ed Marr, whose wife died, spoke. Ann Orr, his wife, wept. Bo Lund, mother of two, left."
    found = people(text, mentions(text, "Ed Marr", "Ann Orr", "Bo Lund"))
    assert [p.gender for p in found] == [None, "f", "f"]


@pytest.mark.parametrize(
    ("text", "names", "others"),
    [
        ("Oran Kerr lost. His mother, Mrs Kerr, wept. Mrs Kerr left.", ("Oran Kerr",), {"mrs"}),
        ("Oran Kerr lost. Mary Lind wept. Her husband, Mr Kerr, left.", ("Oran Kerr", "Mary Lind"), set()),
        ("Mrs Oran Kerr lost. Her mother, Mrs Kerr, wept.", ("Oran Kerr",), set()),
        ("Oran Kerr lost. Mr Kerr, the father of two, wept.", ("Oran Kerr",), set()),
        ("Oran Kerr lost. His brother, Mr Kerr said, was ill.", ("Oran Kerr",), set()),
        ("Oran Kerr lost. His wife, Mr Kerr, was ill.", ("Oran Kerr",), set()),
    ],
)
def test_kin_called_by_a_surname_are_others_than_who_bears_it(
    text: str, names: tuple[str, ...], others: set[str]
) -> None:
    kerr = next(p for p in people(text, mentions(text, *names, "Kerr")) if p.name == "Oran Kerr")
    assert kerr.relatives == others
    assert all(bears_title_of_another(kerr, frozenset({title})) for title in others)
    assert len(kerr.mentions) == (1 if others else 2)


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Harn Steel Anna Kerr", "Anna Kerr"), ("Harn Anna Maria Kerr", "Anna Maria Kerr")],
)
def test_a_second_given_name_is_no_body(name: str, kept: str) -> None:
    text = f"President of {name}"
    assert text[after_place(text, len("President of "), len(text)) :] == kept
