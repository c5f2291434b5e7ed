"""Attributions inside attributions: by the tagger's inner level, by what it saw from outside, and by reading again."""

from __future__ import annotations

from typing import cast

import pytest

from rashomon.reading.attributions.layout.turns import Turn
from rashomon.reading.attributions.nesting import find
from rashomon.reading.tagging.tagger import Tagged, Tagger
from rashomon.reading.tagging.tokens import Tokens
from rashomon.records import AttributionKind, Span
from tests.reading.attributions.test_attributions import found, words
from tests.reading.stub import StubTagger, Told, tagger


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


def test_a_turn_of_a_transcript_is_a_whole_content() -> None:
    text = (
        "PELL: How many people died at the lock?\n\nTASCH: Four. We said four on Sunday.\n\n"
        "PELL: And the others?\n\nTASCH: There are no others that we know of."
    )
    all_of_them = found(text)
    assert [words(text, a.source) for a in all_of_them] == [["PELL"], ["TASCH"], ["PELL"], ["TASCH"]]
    assert words(text, all_of_them[1].content) == ["Four. We said four on Sunday."]


def test_seen_on_both_levels_it_is_found_once() -> None:
    text = "Kerr said: “The ministry told us: “The gates stay shut.” That is all.”"
    told = Told("The ministry", "told", ["“The gates stay shut.”"])
    again = Told("The ministry", "told", ["“The gates stay shut.”"], score=0.8, inner=True)
    both = found(text, Told("Kerr", "said", [text[text.index("“") :]]), told, again)
    assert [f.inside for f in both] == [None, 0]


def test_what_stands_in_no_content_is_not_inside() -> None:
    text = "Kerr said that it rained. The ministry told us that it did not."
    outer = Told("Kerr", "said", ["that it rained"])
    stray = Told("The ministry", "told", ["that it did not"], inner=True)
    assert len(found(text, outer, stray)) == 1


def test_a_middle_that_the_windows_leave_out_is_read_though_nobody_says_it() -> None:
    lines = [f"This is line number {i} of the long letter from the lock." for i in range(30)]
    lines[20] = "The old keeper told us that gates are made to be opened."
    text = "“" + "\n".join(lines) + "”\nThe ministry did not answer."
    (only,) = found(text, Told("The old keeper", "told", ["that gates are made to be opened"]))
    assert only.inside is None


@pytest.mark.parametrize("hints, inside", [((), []), (("hinted",), [0]), (None, [0])])
def test_a_content_is_read_again_where_a_word_of_it_may_be_a_cue(
    hints: tuple[str, ...] | None, inside: list[int]
) -> None:
    text = "Kerr said that the ministry hinted at a closure, so to say, and that the gates stayed shut."
    content = text[text.index("that") : -1]
    again = Told("the ministry", "hinted", ["at a closure"])
    outer = Told("Kerr", "said", [content])

    class OnceRead(StubTagger):
        """Sees what stands inside only where it reads the content as a text of its own."""

        def tag(self, tokens: Tokens) -> Tagged:
            self.told = [again] if tokens.starts[0] else [outer]
            return super().tag(tokens)

    every, _ = find(text, [Span(0, len(text))], (), cast(Tagger, OnceRead(text, [], hints)))
    assert [f.inside for f in every if f.inside is not None] == inside


def test_nothing_to_read() -> None:
    assert find("", [Span(0, 0)], (), tagger("")) == ((), ())


def test_who_is_retold_in_a_quoted_paragraph_is_not_quoted_and_does_not_go_on_with_the_next() -> None:
    text = (
        "Ilona wrote: “The gate is shut.\n\n“Your minister told us that the lock would open.\n\n"
        "“Let nobody come before June.”"
    )
    letter = text[text.index("“The") :]
    found_ = found(
        text,
        Told("Ilona", "wrote", [letter]),
        Told("Your minister", "told", ["that the lock would open."]),
    )
    assert [(words(text, f.content), f.inside) for f in found_] == [
        ([letter], None),
        (["that the lock would open."], 0),
    ]
    assert found_[1].kind is AttributionKind.INDIRECT


def test_a_post_of_several_passages_is_not_read_from_outside_as_well() -> None:
    text = "Ann Lee\n@annlee\nBo Reyes says otherwise and he is wrong."
    words = Span(text.index("Bo"), len(text))
    post = Turn(Span(0, 15), None, words, Span(0, len(text)))
    regions = [Span(0, 7), Span(8, 15), words]
    found = find(
        text, regions, [post], tagger(text, Told("Bo Reyes", "says", ["otherwise and he is wrong"]))
    )[0]
    assert [f.inside for f in found if f.cue] == [0]


def test_what_is_quoted_in_a_quotation_keeps_its_mark() -> None:
    for said, inner in (
        ("\"Falcon said, 'They have your number, don't go,'\"", "'They have your number, don't go,'"),
        ("“Falcon said, ‘They have your number, don’t go.’”", "‘They have your number, don’t go.’"),
    ):
        text = f"{said} Brand told the court."
        quoted = inner[:-2]  # as the tagger, which is shown the words without their outer marks, sees it
        told = (Told("Brand", "told", [said]), Told("Falcon", "said", [quoted]))
        found = find(text, [Span(0, len(text))], (), tagger(text, *told))[0]
        (falcon,) = [f for f in found if f.inside is not None]
        assert [text[s.start : s.end] for s in falcon.content] == [inner]
        assert falcon.kind is AttributionKind.DIRECT
