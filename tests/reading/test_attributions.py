"""What is made of the tagger's spans: edges by quotation marks, nesting, kinds."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions import Found, find, kind_of
from rashomon.reading.quotations import quotations
from rashomon.reading.turns import turns
from rashomon.records import AttributionKind, Passage, Span, Voice
from tests.reading.stub import Told, tagger


def found(text: str, *told: Told) -> tuple[Found, ...]:
    passages = [Passage(Voice.BODY, 0, len(text))]
    return find(text, [Span(0, len(text))], turns(text, passages), tagger(text, *told))[0]


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def test_a_content_that_begins_with_a_quotation_is_the_whole_of_it() -> None:
    text = "She said: “The gate is shut. Nobody has the key.” Then she left."
    (a,) = found(text, Told("She", "said", ["“The gate is shut."]))
    assert words(text, a.content) == ["“The gate is shut. Nobody has the key.”"]
    assert a.kind is AttributionKind.DIRECT


def test_a_divided_quotation_is_one_content_of_two_pieces() -> None:
    text = "“We,” he said, “will stay.”"
    (a,) = found(text, Told("he", "said", ["“We,”", "“will stay.”"]))
    assert words(text, a.content) == ["“We,”", "“will stay.”"]


def test_what_is_said_inside_a_statement_stands_inside_it() -> None:
    text = "The lawyer said, “I saw her on Monday through the glass. She told me: “I will not sign.” That is all."
    outer, inner = found(
        text,
        Told("The lawyer", "said", ["“I saw her on Monday through the glass."]),
        Told("She", "told me", ["“I will not sign.”"]),
    )
    assert words(text, outer.content) == [text[text.index("“I saw") :]], (
        "an unclosed quotation ends with its paragraph"
    )
    assert inner.inside == 0
    assert words(text, inner.content) == ["“I will not sign.”"]


def test_a_letter_is_read_whole_and_again_from_inside() -> None:
    lines = [f"This is line number {i} of the long letter from the lock." for i in range(30)]
    lines[20] = "The old keeper told us that gates are made to be opened by those who need them."
    text = "Ilona wrote:\n“" + "\n".join(lines) + "”\nThe ministry did not answer."
    outer, inner = found(
        text,
        Told("Ilona", "wrote", ["“" + "\n".join(lines) + "”"]),
        Told("The old keeper", "told", ["that gates are made to be opened by those who need them"]),
    )
    assert words(text, outer.content) == [text[text.index("“") : text.index("”") + 1]]
    assert inner.inside == 0
    assert words(text, inner.source) == ["The old keeper"]


def test_a_doubtful_find_inside_a_content_is_left_out() -> None:
    text = "He said that they want to defend the valley and that the others want to leave it."
    told = Told("He", "said", ["that they want to defend the valley and that the others want to leave it"])
    assert len(found(text, told, Told("they", "want", ["to defend the valley"], score=0.1))) == 1


def test_a_noun_and_its_author_before_a_content_that_no_cue_claims() -> None:
    text = "Despite a stern warning by the Delta Assembly that the gates must open, they stayed shut."
    (a,) = found(text, Told("", "", ["that the gates must open"]))
    assert (words(text, a.source), words(text, a.cue)) == (["the Delta Assembly"], ["stern warning"])
    assert found("They stayed, so that it rained.", Told("", "", ["that it rained"])) == ()


def test_spans_never_cut_a_word() -> None:
    text = "Zabihullah Mujahid tweeted that it fell."
    (a,) = found(text, Told("Zabihullah Mujah", "tweet", ["that it fell"]))
    assert words(text, a.source) == ["Zabihullah Mujahid"]
    assert words(text, a.cue) == ["tweeted"]


def test_a_turn_of_a_transcript_is_a_whole_content() -> None:
    text = (
        "PELL: How many people died at the lock?\n\nTASCH: Four. We said four on Sunday.\n\n"
        "PELL: And the others?\n\nTASCH: There are no others that we know of."
    )
    all_of_them = found(text)
    assert [words(text, a.source) for a in all_of_them] == [["PELL"], ["TASCH"], ["PELL"], ["TASCH"]]
    assert words(text, all_of_them[1].content) == ["Four. We said four on Sunday."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“All of it.”", AttributionKind.DIRECT),
        ("that it was “the only way”", AttributionKind.MIXED),
        ("that it fell", AttributionKind.INDIRECT),
    ],
)
def test_kinds(text: str, kind: AttributionKind) -> None:
    assert kind_of(text, [Span(0, len(text))], quotations(text)) is kind
