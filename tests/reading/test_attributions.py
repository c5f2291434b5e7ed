"""What is made of the tagger's spans: edges by quotation marks, nesting, kinds."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions import Found, kind_of
from rashomon.reading.nesting import find
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
