"""What is made of the tagger's spans: edges by quotation marks, nesting, kinds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of, left_of
from rashomon.reading.attributions.layout.turns import turns
from rashomon.reading.attributions.nesting import find
from rashomon.reading.text.quotations import quotations
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


LETTER = "She wrote: “The gate is shut.\n\n“Nobody has the key. We waited.\n\n“Come,” and Ivo said: “No.”"


def test_paragraphs_that_go_on_with_a_quotation_are_of_its_content() -> None:
    (a,) = found(LETTER, Told("She", "wrote", ["“The gate is shut."]))
    assert words(LETTER, a.content) == ["“The gate is shut.\n\n“Nobody has the key. We waited.\n\n“Come,”"]


def test_a_paragraph_that_somebody_else_says_goes_on_with_nothing() -> None:
    told = Told("She", "wrote", ["“The gate is shut."]), Told("Ivo", "said", ["“Come,”", "“No.”"])
    contents = {words(LETTER, f.source)[0]: words(LETTER, f.content) for f in found(LETTER, *told)}
    assert contents == {
        "She": ["“The gate is shut.\n\n“Nobody has the key. We waited."],
        "Ivo": ["“Come,”", "“No.”"],
    }


def test_what_is_told_below_a_letter_is_not_the_letter() -> None:
    text = "“People of Harn,\n\nThe river is ours. Come.”\n\nThe letter was read on Friday, an aide said."
    parts = ["The river is ours. Come.”", "The letter was read on Friday"]
    said = {
        words(text, f.source)[0]: words(text, f.content)
        for f in found(text, Told("an aide", "said", parts))
        if f.source
    }
    assert said == {"an aide": ["The letter was read on Friday"]}


def test_a_quotation_of_several_paragraphs_and_the_cue_behind_its_last_are_one() -> None:
    text = "“The river is ours.\n\n“Come to us,” an aide said."
    (a,) = found(text, Told("an aide", "said", ["“The river is ours.", "“Come to us,”"]))
    assert words(text, a.content) == ["“The river is ours.\n\n“Come to us,”"]


def test_what_something_is_called_by_nobody_in_particular_is_no_attribution() -> None:
    text = "The gate, who was known as the Old Maid, was dubbed a ruin by Ivo."
    (a,) = found(text, Told("", "was known as", ["the Old Maid"]), Told("Ivo", "was dubbed", ["a ruin"]))
    assert words(text, a.source) == ["Ivo"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ilona Marn was quoted by the Post as saying that the gate was shut.",
            Told("the Post", "was quoted by", ["Ilona Marn", "as saying that the gate was shut"]),
        ),
        (
            "The Post quoted Ilona Marn, its owner, as telling reporters that the gate was shut.",
            Told(
                "The Post", "quoted", ["Ilona Marn, its owner, as telling reporters that the gate was shut"]
            ),
        ),
    ],
)
def test_whom_an_outlet_quotes_speaks_in_what_the_outlet_says(text: str, told: Told) -> None:
    (inner,) = [a for a in found(text, told) if a.inside is not None]
    assert words(text, inner.source)[0].startswith("Ilona Marn")
    assert words(text, inner.content) == ["that the gate was shut"]


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
    assert kind_of(text, [Span(0, len(text))], (), quotations(text)) is kind


def test_a_quotation_around_the_cue_too_is_no_evidence_of_words_quoted() -> None:
    text = "“We heard a warning by the Assembly that the gates must open,” she said."
    cue, content = text.index("warning"), text.index("that the gates")
    spans = [Span(content, text.index(",”"))]
    assert kind_of(text, spans, (), quotations(text)) is AttributionKind.DIRECT
    assert kind_of(text, spans, (Span(cue, cue + 7),), quotations(text)) is AttributionKind.INDIRECT


@given(st.text(alphabet='“”„«»"‘’ \nab', max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_kinds_are_told_by_the_letters_in_marks(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    marks = quotations(text)
    letters = [i for i in range(start, end) if text[i].isalnum()]
    quoted = [i for i in letters if any(q.start <= i < q.end for q in marks)]
    direct = AttributionKind.DIRECT if len(quoted) >= len(letters) - 1 else AttributionKind.MIXED
    assert kind_of(text, [Span(start, end)], (), marks) is (direct if quoted else AttributionKind.INDIRECT)


def test_a_speech_of_many_paragraphs_is_one_content() -> None:
    paragraphs = [f"“The gate was shut on the {n}th day.\n\n" for n in range(400)]
    text = "She wrote: " + "".join(paragraphs) + "“That was all.” Ivo said that it rained."
    she, ivo = found(
        text, Told("She", "wrote", [paragraphs[0].strip()]), Told("Ivo", "said", ["that it rained"])
    )
    assert words(text, she.content) == [text[text.index("“") : text.index("”") + 1]]
    assert (she.kind, ivo.kind) == (AttributionKind.DIRECT, AttributionKind.INDIRECT)


def test_a_content_that_ends_in_mid_phrase_takes_the_rest_of_it() -> None:
    text = "She said that it is negotiating with the Delta Assembly, and left."
    (a,) = found(text, Told("She", "said", ["that it is negotiating with"]))
    assert words(text, a.content) == ["that it is negotiating with the Delta Assembly"]


def test_what_stood_inside_one_that_is_left_out_stands_where_that_stood() -> None:
    def at(n: int, inside: int | None) -> Found:
        return Found((), (Span(n, n + 1),), (), AttributionKind.INDIRECT, Certainty(1, 1, 1), inside)

    before = [at(0, None), at(1, None), at(2, 1), at(3, 2), at(4, 3)]
    assert [(f.cue[0].start, f.inside) for f in left_of(before, [None, *before[1:]])] == [
        (1, None),
        (2, 0),
        (3, 1),
        (4, 2),
    ]
    kept = left_of(before, [before[0], before[1], None, None, before[4]])
    assert [(f.cue[0].start, f.inside) for f in kept] == [(0, None), (1, None), (4, 1)]
