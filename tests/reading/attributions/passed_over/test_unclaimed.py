"""Quotations whose sayers stand right behind them, whatever the tagger saw."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.nesting import find
from rashomon.reading.attributions.passed_over.unclaimed import SURE
from rashomon.records import AttributionKind, Span
from tests.reading.stub import Told, tagger


def read(text: str, *told: Told) -> list[tuple[str, str, str]]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]
    assert all(f.kind is AttributionKind.DIRECT and f.certainty.whole >= SURE.whole for f in found)

    def words(spans: tuple[Span, ...]) -> str:
        return " / ".join(text[s.start : s.end] for s in spans)

    return [(words(f.source), words(f.cue), words(f.content)) for f in found]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“Eleven days,” sighed one docker.", "one docker", "sighed"),
        ("“Get out!” thundered Petra Koll, who had come late.", "Petra Koll", "thundered"),
        ("'Where to?' the old baker asked before she left.", "the old baker", "asked"),
        ("«No,» she softly said.", "she", "said"),
        ("„Nobody came“, added his wife Lena Marn, 44.", "his wife Lena Marn", "added"),
    ],
)
def test_the_words_behind_a_quotation_tell_who_says_it(text: str, source: str, cue: str) -> None:
    assert [(s, c) for s, c, _ in read(text)] == [(source, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "On “The Evening Hour,” Koll smiled a lot.",
        "On “Low Water”, released last year, Koll smiled a lot.",
        "In “Low Water”, called a marvel by Koll, nobody smiles.",
        "In a box labelled “unfit,” a doctor had typed a word.",
        "“Who Goes There?” opened the season in Harn.",
        "“Low Water,” released the same year, was a failure.",
        "“We stay.” Koll left.",
        "“” said Koll.",
    ],
)
def test_a_title_or_a_sentence_that_ends_tells_nothing(text: str) -> None:
    assert read(text) == []


def test_what_the_tagger_saw_more_of_stays() -> None:
    text = "“Eleven days,” sighed Petra Koll, a docker, in the rain."
    assert read(text, Told("Petra Koll, a docker", "sighed", ["“Eleven days,”"])) == [
        ("Petra Koll, a docker", "sighed", "“Eleven days,”")
    ]
    assert read(text, Told("", "sighed", ["“Eleven days,”"])) == [("Petra Koll", "sighed", "“Eleven days,”")]


def test_a_piece_by_a_cue_of_its_own_is_of_that_cue() -> None:
    text = "“Eleven days,” sighed one docker. “We stay,” Petra Koll said."
    assert read(text, Told("Petra Koll", "said", ["“Eleven days,”", "“We stay,”"])) == [
        ("one docker", "sighed", "“Eleven days,”"),
        ("Petra Koll", "said", "“We stay,”"),
    ]


def test_a_quotation_in_two_pieces_has_the_source_that_stands_between_them() -> None:
    text = "“Eleven days,” sighed Petra Koll, “and no bread.”"
    assert read(text, Told("", "sighed", ["“Eleven days,”", "“and no bread.”"])) == [
        ("Petra Koll", "sighed", "“Eleven days,” / “and no bread.”")
    ]
    text = "“We stay,” Petra Koll said. “We have bread.”"
    assert read(text, Told("Petra Koll", "said", ["“We stay,”", "“We have bread.”"])) == [
        ("Petra Koll", "said", "“We stay,” / “We have bread.”")
    ]


def test_who_is_told_between_commas_says_it() -> None:
    who = "one of the dockers, called Docker 2 in the papers,"
    text = f"“We were told to leave no mark,” {who} says. “We left one.”"
    within = Told("", "were told", ["to leave no mark"])
    outer, inner = find(text, [Span(0, len(text))], (), tagger(text, within))[0]
    assert (outer.inside, inner.inside) == (None, 0)
    assert [text[s.start : s.end] for s in (*outer.source, *outer.cue)] == [who, "says"]
    text = f"“No marks,” {who} says. “We left one.”"
    seen = Told("", "says", [f"“No marks,” {who[:-1]}", "“We left one.”"])
    assert read(text, seen) == [(who, "says", "“No marks,” / “We left one.”")]
    text = "“It is a hotel,” a former chief, Gen. Otto Reis, famously said. He left."
    assert read(text) == [("a former chief, Gen. Otto Reis,", "said", "“It is a hotel,”")]
    text = "In “Low Water,” the film, Otto Reis, who said little, died."
    assert read(text) == []
