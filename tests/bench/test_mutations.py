"""Mutations move every offset along exactly, and what they do to a reading is counted."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bench.mutations import reading
from bench.mutations.__main__ import measured
from bench.mutations.articles import Article
from bench.mutations.kinds import KINDS
from bench.mutations.long import long_text
from bench.mutations.moving import Edit, mutated
from hypothesis import given
from hypothesis import strategies as st

from rashomon.records import (
    Attribution,
    AttributionKind,
    Passage,
    Reading,
    Report,
    Sentence,
    Span,
    Speaker,
    Voice,
)

# Letters whose capitals or small letters are two (ß, ŉ, ﬁ, İ), letters a scanner mistakes, and every sign that is touched.
SIGNS = "aornml ßŉﬁİΣǰ&.,!?\n\r \xa0“”„«»\"'‘’`—Zé"
WORDS = [
    "modern",
    "learnt",
    "morning",
    "government",
    "Straße",
    "İzmir",
    "it’s",
    "“Yes,”",
    "''No.''",
    "\n\n",
    "said.",
    "A&B",
]
texts = st.one_of(st.text(SIGNS, max_size=60), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def as_scanned(text: str) -> str:
    return letters(text).replace("1", "l").replace("0", "o").replace("rn", "m")


def unescaped(text: str) -> str:
    return letters(html.unescape(html.unescape(text)))


def small(text: str) -> str:
    return "".join(c.lower() for c in text)


# What is the same of a stretch of the old text (left) and of what the mapping makes of it (right), where not its letters.
SAME: dict[str, tuple[Callable[[str], str], Callable[[str], str]]] = {
    "all capitals": (str.upper, str),
    "all lower case": (small, str),
    "scanned (OCR)": (as_scanned, as_scanned),
    "HTML entities left in": (letters, unescaped),
}


@given(texts, st.data())
def test_what_is_kept_stands_where_the_mapping_says(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(s, e, data.draw(st.text("xy", max_size=3))) for s, e in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    new, mapping = mutated(text, edits)
    assert len(mapping.starts) == len(mapping.ends) == len(text) + 1
    assert all(0 <= offset <= len(new) for offset in mapping.starts + mapping.ends)
    assert list(mapping.starts) == sorted(mapping.starts)
    assert list(mapping.ends) == sorted(mapping.ends)
    replaced = {i for e in edits for i in range(e.start, e.end)}
    for i, c in enumerate(text):
        if i not in replaced:
            start, end = mapping.span(i, i + 1)
            assert (new[start:end], end - start) == (c, 1)
    for e in edits:
        if e.start < e.end:
            assert new[slice(*mapping.span(e.start, e.end))] == e.new


def test_what_is_put_in_belongs_to_neither_side() -> None:
    new, mapping = mutated("ab", [Edit(1, 1, "--")])
    assert new == "a--b"
    assert [mapping.span(0, 1), mapping.span(1, 2), mapping.span(0, 2)] == [(0, 1), (3, 4), (0, 4)]


def test_edits_that_overlap_or_leave_the_text_are_refused() -> None:
    for edits in ([Edit(0, 2, "x"), Edit(1, 3, "y")], [Edit(2, 4, "")], [Edit(2, 1, "")]):
        with pytest.raises(ValueError, match="overlaps"):
            mutated("abc", edits)


@pytest.mark.parametrize("kind", KINDS)
@given(text=texts, seed=st.integers(0, 99), data=st.data())
def test_mapped_words_hold_the_same_letters_up_to_the_mutation(
    kind: str, text: str, seed: int, data: st.DataObject
) -> None:
    new, mapping = KINDS[kind](text, random.Random(seed))
    assert KINDS[kind](text, random.Random(seed)).text == new
    old_form, new_form = SAME.get(kind, (letters, letters))
    assert new_form(new) == old_form(text)
    words = [m.span() for m in re.finditer(r"\w+", text)]
    if words:
        first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(words) - 1)] * 2)))
        start, end = words[first][0], words[last][1]
        assert new_form(new[slice(*mapping.span(start, end))]) == old_form(text[start:end])


TEXT = "“We’re firm,” she said.\n\nThe \"mill\" burned. ''It’s gone.''"


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("quotation marks stripped", "We’re firm, she said.\n\nThe mill burned. It’s gone."),
        (
            "curly for straight, straight for curly",
            "\"We're firm,\" she said.\n\nThe “mill” burned. “It's gone.”",
        ),
        ("paragraphs joined", "“We’re firm,” she said. The \"mill\" burned. ''It’s gone.''"),
        ("all capitals", "“WE’RE FIRM,” SHE SAID.\n\nTHE \"MILL\" BURNED. ''IT’S GONE.''"),
        ("all lower case", "“we’re firm,” she said.\n\nthe \"mill\" burned. ''it’s gone.''"),
    ],
)
def test_mutations_without_chance(kind: str, wanted: str) -> None:
    assert KINDS[kind](TEXT, random.Random(0)).text == wanted


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("quotation marks doubled", {"““Yes,”” he said.", "‘‘Yes,’’ he said."}),
        (
            "quotation marks unbalanced",
            {"Yes,” he said.", "“Yes, he said.", "Yes, he said.", "“Yes,” he said."},
        ),
        ("guillemets", {"«Yes,» he said.", "»Yes,« he said.", "«\u202fYes,\u202f» he said."}),
        ("paragraphs broken in mid-sentence", {"“Yes,” he said.", "“Yes,” he\n\nsaid."}),
    ],
)
def test_mutations_by_chance_come_in_every_way(kind: str, wanted: set[str]) -> None:
    assert {KINDS[kind]("“Yes,” he said.", random.Random(seed)).text for seed in range(400)} == wanted


def test_entities_are_written_one_way_a_text() -> None:
    found = {KINDS["HTML entities left in"]("“A&B’s”", random.Random(seed)).text for seed in range(40)}
    assert found == {
        "&ldquo;A&amp;B&rsquo;s&rdquo;",
        "&#8220;A&#38;B&#8217;s&#8221;",
        "&#x201c;A&#x26;B&#x2019;s&#x201d;",
        "&amp;ldquo;A&amp;amp;B&amp;rsquo;s&amp;rdquo;",
    }


def test_sentence_ends_are_broken_after_sentences_only() -> None:
    text = "Mr. Lee of the U.S. Senate stayed. “It burned.” Nobody said why."
    found = {
        KINDS["paragraphs broken at sentence ends"](text, random.Random(seed)).text for seed in range(40)
    }
    assert len(found) == 4
    assert max(found, key=len) == "Mr. Lee of the U.S. Senate stayed.\n\n“It burned.”\n\nNobody said why."


def test_a_scan_has_lines_of_a_column_and_a_few_mistakes() -> None:
    text = "The modern government learnt in the morning that nothing would burn. " * 60
    pages = [KINDS["scanned (OCR)"](text, random.Random(seed)).text for seed in range(5)]
    assert any(re.search(r"[a-z]-\n[a-z]", page) for page in pages)
    for page in pages:
        assert max(map(len, page.split("\n"))) <= 90  # 80, and what doubled spaces and rn for m add
        mistakes = page.count("1") + page.count("0") + page.count("  ")
        assert 0.006 * len(text) < mistakes < 0.009 * len(text)  # three of the six kinds that make 1.5 in 100


def report_of(text: str, *passages: Passage) -> Report:
    return Report("r", "c", "name", text, passages)


def test_letters_are_lost_to_the_text_to_passages_and_to_sentences() -> None:
    whole = report_of("Mill. Burned.", Passage(Voice.BODY, 0, 13))
    sentences = (Sentence(0, 5), Sentence(6, 13))
    read = Reading("r", "m", (), (), sentences)
    assert reading.lost("Mill. Burned.", whole, read) == 0
    assert reading.lost("Mill. Soon burned.", report_of("Mill. burned.", *whole.passages), read) == 4
    assert reading.lost("Mill. Burned.", report_of(whole.text, Passage(Voice.BODY, 0, 5)), read) == 6
    assert reading.lost("Mill. Burned.", whole, Reading("r", "m", (), (), sentences[:1])) == 6


def test_furniture_is_not_lost_but_not_read() -> None:
    report = report_of("Mill. Burned.", Passage(Voice.BODY, 0, 5), Passage(Voice.FURNITURE, 6, 13))
    assert reading.lost(report.text, report, Reading("r", "m", (), (), (Sentence(0, 5),))) == 0
    assert reading.unread(report) == pytest.approx(0.6)


def test_offsets_outside_the_text_are_told() -> None:
    report = report_of("Yes, she said.", Passage(Voice.BODY, 0, 14))
    said = Attribution(
        (Span(5, 8),), (Span(9, 13),), (Span(0, 15),), AttributionKind.DIRECT, 1.0, Speaker(None, "")
    )
    assert (
        reading.misplaced(report, Reading("r", "m", (), (said,), ()))
        == "a content at 0:15 of a text of 14 characters"
    )
    assert reading.misplaced(report, Reading("r", "m", (), (), (Sentence(0, 14),))) is None


def test_crashes_are_counted_and_the_rest_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def attribute(text: str, *, model: Path | None = None) -> tuple[Report, Reading]:
        if text.isupper():
            raise KeyError("capitals")
        report = report_of(text, Passage(Voice.BODY, 0, len(text)))
        return report, Reading("r", "m", (), (), (Sentence(0, len(text) - 6),))

    monkeypatch.setattr(reading, "attribute", attribute)
    unmutated, rows = measured([Article("mill", TEXT + " Truly.")], 2, None, None)
    assert (unmutated.texts, unmutated.crashes, unmutated.lost) == (1, 0, 5)
    capitals = rows["all capitals"]
    assert (capitals.texts, capitals.crashes) == (1, 1)  # both seeds make the same text
    assert capitals.faults[0].startswith(
        "all capitals, mill, seed 1: KeyError: 'capitals' (test_mutations.py:"
    )
    assert rows["all lower case"].lost == 5
    assert rows["HTML entities left in"].crashes == 0


def test_a_long_text_is_made_of_whole_articles() -> None:
    some = [Article("a", "One two.\n"), Article("b", "Three.")]
    assert long_text(some, 4) == "One two.\n\nThree.\n\nOne two."
