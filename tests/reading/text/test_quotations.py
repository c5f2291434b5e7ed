"""Quotation marks as structure."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.text.edges import Holders
from rashomon.reading.text.quotations import DEEPEST, Quotation, near, quotations
from rashomon.records import Span
from tests.reading.work import lines_run


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“Go,” she said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," she said. "Now."', ['"Go,"', '"Now."']),
        ("Sie sagte: „Geh!“ Dann ging sie.", ["„Geh!“"]),
        ("She wrote: „You will see”, and left. “Good,” he said.", ["„You will see”", "“Good,”"]),
        ("„Go.\n\nStay away,” she wrote.", ["„Go.\n\nStay away,”"]),
        ("Elle a dit « Va ! » et rien d’autre.", ["« Va ! »"]),
        ("Mayor: ‘We don’t know’, he’s told", ["‘We don’t know’"]),
        ("It's the mayor's 'last word', she said", ["'last word'"]),
        ("The ’90s weren’t kind to the soldiers’ families.", []),
        ("He said it was 6' 2\" tall.", []),
    ],
)
def test_marks_of_every_style(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_inside_a_quotation_knows_its_depth() -> None:
    text = "“He told me: “I am ready.” That was all.” Nothing more."
    outer, inner = quotations(text)
    assert (text[outer.start : outer.end], outer.depth) == ("“He told me: “I am ready.” That was all.”", 0)
    assert (text[inner.start : inner.end], inner.depth) == ("“I am ready.”", 1)


def test_one_pair_may_hold_many_paragraphs() -> None:
    text = "She wrote:\n“Neighbours!\nThe gate is shut.\nOpen it.”\nThat was all."
    assert quoted(text) == ["“Neighbours!\nThe gate is shut.\nOpen it.”"]


def test_paragraphs_that_each_open_and_close_once_are_pieces_that_continue() -> None:
    text = "“The gate is shut.\n\n“Open it,” she wrote."
    assert quotations(text) == (
        Quotation(0, 18, "“", 0, closed=False),
        Quotation(20, 30, "“", 0, closed=True, continues=True),
    )


def test_a_mark_that_never_closes_ends_with_its_paragraph() -> None:
    text = "He said: “The sea does not read letters.\nThe minister left at noon."
    (only,) = quotations(text)
    assert text[only.start : only.end] == "“The sea does not read letters."
    assert not only.closed


def test_an_unclosed_mark_does_not_swallow_the_next_quotation() -> None:
    text = "A said: “One.\nB said: “Two.” Then C said: “Three.”"
    assert quoted(text) == ["“One.", "“Two.”", "“Three.”"]


def test_a_straight_mark_that_never_closes_ends_where_the_next_opens() -> None:
    text = 'Hall said: "We will stay. The mill burned. Mayor Lee: "It will pass," she said. All left.'
    assert quoted(text) == ['"We will stay. The mill burned. Mayor Lee: ', '"It will pass,"']


def test_a_mark_that_never_closes_does_not_swallow_a_long_paragraph() -> None:
    text = "Hall said: “We will stay. " + "The town went on with its day. " * 200
    (only,) = quotations(text)
    assert not only.closed
    assert only.end - only.start <= 1200
    assert text[: only.end].endswith("day.")


def test_guillemets_may_point_inwards() -> None:
    text = "»We will stay«, Hall said. The mill burned. »It will pass«, Roy said. She read »Ash«."
    assert quoted(text) == ["»We will stay«", "»It will pass«", "»Ash«"]
    assert quoted("«We stay», he said. » was a typing error.") == ["«We stay»"]


def test_a_stretch_is_read_by_itself() -> None:
    text = "“One.” “Two.” “Three.”"
    assert [text[q.start : q.end] for q in quotations(text, 7, 13)] == ["“Two.”"]


marks = st.text(alphabet="“”„«»\"‘’' \nab.,", max_size=60)


@given(marks, st.sampled_from([4, 1200]))
def test_quotations_fit_the_text_and_nest(text: str, unclosed: int) -> None:
    with patch("rashomon.reading.text.quotations.UNCLOSED", unclosed):
        found = quotations(text)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert text[q.start] == q.mark or (text[q.start], q.mark) == ("»", "«")
    for a in found:
        for b in found:
            crossing = a.start < b.start < a.end < b.end
            assert not crossing, (text, a, b)


@given(marks, marks)
def test_text_before_a_stretch_does_not_change_its_reading(before: str, text: str) -> None:
    alone = quotations(text)
    moved = quotations(before + text, len(before))
    n = len(before)
    assert moved == tuple(
        Quotation(q.start + n, q.end + n, q.mark, q.depth, q.closed, q.continues) for q in alone
    )


def test_a_pair_may_be_of_two_kinds_of_mark() -> None:
    text = 'He sent "old” letters, “new" ones and “"odd" ones”. “We go," he said.'
    assert [text[q.start : q.end] for q in quotations(text)] == [
        '"old”',
        '“new"',
        '“"odd" ones”',
        '"odd"',
        '“We go,"',
    ]


def test_a_line_of_marks_opens_no_more_than_the_deepest() -> None:
    assert len(quotations("‘" * 20_000)) <= DEEPEST


def test_a_fragment_that_never_closes_ends_with_its_sentence() -> None:
    text = (
        "The owner said it was doing “everything humanly possible. It has brought in a drill.\n\nIt rained."
    )
    (q,) = quotations(text)
    assert text[q.start : q.end] == "“everything humanly possible."
    (q,) = quotations("He said: “It was doing everything. It has a drill.\n\nIt rained.")
    assert q.end - q.start > 40


def test_an_opening_mark_at_the_end_of_a_word_closes() -> None:
    text = "He called it “abhorrent“ in a post. “It is,” she said. “He told me: “Go.” I went.”"
    assert [text[q.start : q.end] for q in quotations(text)][:2] == ["“abhorrent“", "“It is,”"]
    assert "“He told me: “Go.” I went.”" in [text[q.start : q.end] for q in quotations(text)]


@given(st.text("ab .,\n“”\"‘’'«»", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_near_has_all_that_a_stretch_meets(text: str, one: int, other: int) -> None:
    marks = tuple(quotations(text, 0, len(text)))
    start, end = sorted((one, other))
    meeting = [q for q in marks if q.start < end and start < q.end]
    assert [q for q in near(marks, start, end) if q.start < end and start < q.end] == meeting


def test_of_twice_as_many_quotations_in_one_each_is_looked_up_with_as_little_work() -> None:
    def looked_up(count: int) -> int:
        text = "“" + "‘We stay,’ he said. " * count + "”"
        marks = quotations(text)
        assert len(marks) == count + 1
        spans = Holders((Span(q.start, q.end), n) for n, q in enumerate(marks))

        def work() -> None:
            for n, q in enumerate(marks[1:], 1):
                assert near(marks, q.start + 1, q.end) == [marks[0], q]
                assert list(spans.of(Span(q.start, q.start + 2))) == [n, 0]
                assert spans.meeting(Span(q.end - 2, q.end)) == [0, n]

        return lines_run(work)

    assert looked_up(400) < 2.1 * looked_up(200)
