"""Clauses in which somebody else speaks are no part of what the one before says."""

from __future__ import annotations

from rashomon.reading.attributions.nesting import find
from rashomon.records import Span
from tests.reading.stub import Told, tagger


def read(text: str, *told: Told) -> list[tuple[str, str, list[str]]]:
    found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[s.start : s.end] for s in spans]

    return [(" ".join(words(f.source)), " ".join(words(f.cue)), words(f.content)) for f in found]


def test_a_clause_of_another_speaker_behind_the_cue_is_theirs() -> None:
    text = "Three were killed, the army said, while the rebel Front put the dead at “no fewer than 20”."
    told = Told(
        "the army", "said", ["Three were killed", "while the rebel Front put the dead at “no fewer than 20”"]
    )
    assert read(text, told) == [
        ("the army", "said", ["Three were killed"]),
        ("the rebel Front", "put the dead at", ["“no fewer than 20”"]),
    ]


def test_a_clause_within_a_content_is_cut_at_its_comma() -> None:
    text = "The army said that three died, whereas residents claimed that nine did."
    told = Told("The army", "said", ["that three died, whereas residents claimed that nine did"])
    assert read(text, told) == [
        ("The army", "said", ["that three died"]),
        ("residents", "claimed", ["that nine did"]),
    ]


def test_what_the_tagger_saw_of_the_clause_is_left_to_it() -> None:
    text = "Three died, the army said, while the Front claimed nine did."
    one = Told("the army", "said", ["Three died", "while the Front claimed nine did"])
    other = Told("the Front", "claimed", ["nine did"])
    assert [(s, x) for s, _, x in read(text, one, other)] == [
        ("the army", ["Three died"]),
        ("the Front", ["nine did"]),
    ]


def test_what_happened_meanwhile_and_what_is_quoted_stays() -> None:
    text = "The army said that three died, while the guns fell silent."
    whole = "that three died, while the guns fell silent"
    assert [x for *_, x in read(text, Told("The army", "said", [whole]))] == [[whole]]
    text = "He said: “Three died, while the Front said nothing of it.”"
    quoted = "“Three died, while the Front said nothing of it.”"
    assert quoted in [x for *_, (x,) in read(text, Told("He", "said", [quoted]))]


def test_a_headline_needs_no_comma() -> None:
    text = "Army says 30 keepers drowned while Front reports no losses"
    assert read(text, Told("Army", "says", ["30 keepers drowned while Front reports no losses"])) == [
        ("Army", "says", ["30 keepers drowned"]),
        ("Front", "reports", ["no losses"]),
    ]
    text = "She says that he slept while the keeper said nothing"
    whole = "that he slept while the keeper said nothing"
    assert [x for *_, x in read(text, Told("She", "says", [whole]))] == [[whole]]


def test_any_verb_behind_which_a_clause_stands_tells_of_another_voice() -> None:
    text = "Three died, the army said, while Koll’s lawyers acknowledged nine."
    assert read(text, Told("the army", "said", ["Three died", "while Koll’s lawyers acknowledged nine"])) == [
        ("the army", "said", ["Three died"]),
        ("Koll’s lawyers", "acknowledged", ["nine"]),
    ]
    text = "Three died, the army said, while the talks continued in Lidva."
    whole = ["Three died", "while the talks continued in Lidva"]
    assert read(text, Told("the army", "said", whole)) == [("the army", "said", whole)]


def test_what_a_fire_claims_is_no_saying() -> None:
    text = "The bridge fell, the army said, while the fire claimed nine lives."
    whole = ["The bridge fell", "while the fire claimed nine lives"]
    assert read(text, Told("the army", "said", whole)) == [("the army", "said", whole)]


def test_who_puts_the_dead_at_another_number_behind_and() -> None:
    text = "Officials put the dead at 30 and the Front put the dead at 12."
    told = Told("Officials", "put", ["the dead at 30 and the Front put the dead at 12"])
    assert read(text, told) == [
        ("Officials", "put", ["the dead at 30"]),
        ("the Front", "put the dead at", ["12"]),
    ]
    text = "Officials said the rebels fled and the Front put its men at the gate."
    whole = "the rebels fled and the Front put its men at the gate"
    assert [x for *_, x in read(text, Told("Officials", "said", [whole]))] == [[whole]]


def test_what_is_so_according_to_another_behind_a_semicolon_is_theirs() -> None:
    text = "According to the mayor, the gate was safe; according to the engineer, it was not."
    told = Told("the mayor", "According to", ["the gate was safe; according to the engineer, it was not"])
    assert read(text, told) == [
        ("the mayor", "According to", ["the gate was safe"]),
        ("the engineer", "according to", ["it was not"]),
    ]
