"""Sentences: boundaries that news texts need, and spans that never lose a letter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rashomon.reading.text.sentences import BEFORE_NUMBERS, MAY_END, NEVER_END, STARTERS, sentences


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is open. It was closed!", ["The road is open.", "It was closed!"]),
        # titles, initials, dotted abbreviations, and those that may end a sentence
        ("Gen. A. B. Tarek met Mrs. Oduya. They left.", ["Gen. A. B. Tarek met Mrs. Oduya.", "They left."]),
        ("The U.S. envoy came at 5 p.m. on Monday.", ["The U.S. envoy came at 5 p.m. on Monday."]),
        ("He lives in the U.S. The envoy knows.", ["He lives in the U.S.", "The envoy knows."]),
        ("They left at 5 p.m. He stayed.", ["They left at 5 p.m.", "He stayed."]),
        ("Peace be on him (s.a.w.s.). Amen to that.", ["Peace be on him (s.a.w.s.).", "Amen to that."]),
        (
            "Harbour Inc. said so. So did Quay Ltd. The rest slept.",
            ["Harbour Inc. said so.", "So did Quay Ltd.", "The rest slept."],
        ),
        ("It is No. 10 of 12. No. We never saw it.", ["It is No. 10 of 12.", "No.", "We never saw it."]),
        ("On Aug. 16 he wrote.", ["On Aug. 16 he wrote."]),
        # numbers and addresses
        (
            "It cost 3.5 million. See example.org. Or www.Example.Com now.",
            ["It cost 3.5 million.", "See example.org.", "Or www.Example.Com now."],
        ),
        # ellipses
        (
            "The bill ... Congress passed it. Wait… What?",
            ["The bill ... Congress passed it.", "Wait…", "What?"],
        ),
        ("Well . . . Then we left.", ["Well . . .", "Then we left."]),
        # quotations
        ("“Go!” he said. “We stay.” She left.", ["Go!” he said.", "We stay.", "She left."]),
        ("“We stay.” “We are ready,” she says", ["We stay.", "We are ready,” she says"]),
        ("“We are ready,” “They are not”", ["We are ready,", "They are not"]),
        ('"I go," "We stay." "Now," he said.', ["I go,", "We stay.", 'Now," he said.']),
        ("The soldiers’ “brave” deeds were told.", ["The soldiers’ “brave” deeds were told."]),
        ("“Why?!” “Because.”", ["Why?!", "Because."]),
        # lost spaces
        (
            "They held at dawn.However, we left.“We came.”",
            ["They held at dawn.", "However, we left.", "We came."],
        ),
        # a small letter may open a name
        (
            "The sale failed. iPhone makers fled. al-Tarek denied it.",
            ["The sale failed.", "iPhone makers fled.", "al-Tarek denied it."],
        ),
        # other scripts
        ("他来了。我们走了！", ["他来了。", "我们走了！"]),
        ("هل جاء؟ نعم جاء.", ["هل جاء؟", "نعم جاء."]),
        # nothing to read
        ("* * *\n\n“”", []),
        ("", []),
    ],
)
def test_boundaries(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_lines_end_sentences() -> None:
    assert split("Harbour falls\nBy Ana Oduya\r\nThe harbour fell\n \nat dawn") == [
        "Harbour falls",
        "By Ana Oduya",
        "The harbour fell",
        "at dawn",
    ]


def test_a_hard_wrapped_paragraph_is_one_text() -> None:
    text = (
        "The spokesman of the harbour, a man named\n"
        "Tarek, said on Monday that the two ships in\n"
        "Sector Nine had not been seen by anyone at\n"
        "Quay Two. He would not say more."
    )
    assert split(text) == [text[: text.index(" He would")], "He would not say more."]


def test_turns_of_like_length_are_no_wrapped_paragraph() -> None:
    text = (
        "KOLL: And then I said to him that we would see.\n"
        "REITER (laughing): I never said that to anybody.\n"
        "MODERATOR: Let us move on, if we may."
    )
    assert split(text)[:2] == ["KOLL: And then I said to him that we would see.", text.split("\n")[1]]
    wrapped = text.replace("that to anybody.", "that to anybody, nor\nto you.")
    assert "REITER (laughing): I never said that to anybody, nor\nto you." in split(wrapped)


def test_a_line_broken_mid_sentence_goes_on_in_small_letters() -> None:
    text = "The minister had been told of it long before the vote,\naccording to two of her own officials in the capital."
    assert split(text) == [text]


def test_a_short_headline_does_not_run_into_a_small_letter() -> None:
    text = "Over two hundred ships were counted off the cape\nde Sousa was known for her part in the long harbour strike of 1974."
    assert split(text) == text.split("\n")


def test_an_apostrophe_at_the_end_is_no_quotation_mark() -> None:
    assert split("The camp was the soldiers’") == ["The camp was the soldiers’"]


def test_every_listed_abbreviation_works() -> None:
    """Lists are data: each entry is matched by its rule."""
    for word in sorted(NEVER_END):
        assert len(split(f"We met {word}. Tarek there")) == 1, word
    for word in sorted(BEFORE_NUMBERS):
        assert len(split(f"See {word}. 12 there")) == 1, word
    for word in sorted(MAY_END):
        assert len(split(f"Quay {word}. Tarek came")) == 1, word
        assert len(split(f"Quay {word}. They came")) == 2, word
    for word in sorted(STARTERS):
        assert len(split(f"In the U.S. {word.capitalize()} came")) == 2, word


pieces = st.lists(
    st.sampled_from(
        [
            "We go",
            "Gen",
            "U.S",
            "he said",
            "3.5",
            ".",
            ". ",
            "!",
            "?”",
            "”",
            "“",
            '"',
            "'",
            "…",
            "\n",
            "\n\n",
            " ",
            ",",
            "(",
            ")",
            "é",
            "۔",
        ]
    ),
    max_size=40,
).map("".join)


@given(pieces | st.text(max_size=200), st.integers(0, 60), st.integers(0, 60))
@example("a\r\n\r\nb", 0, 6)
def test_spans_are_ordered_and_keep_every_letter(text: str, before: int, after: int) -> None:
    start, end = before, max(before, len(text) - after)
    if start > len(text):
        return
    found = sentences(text, start, end)
    at = start
    for span in found:
        assert at <= span.start < span.end <= end
        assert not text[span.start].isspace() and not text[span.end - 1].isspace()
        at = span.end
    kept = {k for span in found for k in range(span.start, span.end)}
    assert {k for k in range(start, min(end, len(text))) if text[k].isalnum()} <= kept


@given(pieces, pieces, pieces)
def test_what_stands_outside_does_not_matter(before: str, text: str, after: str) -> None:
    inside = sentences(before + text + after, len(before), len(before) + len(text))
    alone = sentences(text, 0, len(text))
    assert [(s.start - len(before), s.end - len(before)) for s in inside] == [(s.start, s.end) for s in alone]
