"""A text as its readers would see it: same places, marks instead of entities, spaces instead of wrapped line ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.text.quotations import quotations
from rashomon.reading.text.surface import FILLER, surface

PIECES = [
    "&quot;",
    "&#8217;",
    "&amp;nbsp;",
    "&eacute;",
    "&x;",
    "a",
    "b c",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "\r\n",
    "“",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_every_letter_stays_where_it_is(text: str) -> None:
    shown = surface(text)
    assert len(shown) == len(text)
    moved = [(a, b) for a, b in zip(text, shown, strict=True) if a != b]
    assert all(a in "\r\n" or a in "&quot;#8217amnbsp" for a, _ in moved), (
        "only entities and line ends change"
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("&quot;We will stay,&quot; Hall said.", '"We will stay,"'),
        ("&#8220;We will stay,&#8221; Hall said.", "“We will stay,”"),
        ("&amp;quot;We will stay,&amp;quot; Hall said.", '"We will stay,"'),
        ("&#x201C;It&#x2019;s ours,&#x201D; Hall said.", "“It’s ours,”"),
    ],
)
def test_entities_are_quotation_marks(text: str, quoted: str) -> None:
    shown = surface(text)
    (q,) = quotations(shown)
    words = shown[q.start : q.end].replace(FILLER, "")
    assert " ".join(words.replace(",   ", ",").split()).replace(", ”", ",”") == quoted


def test_an_entity_that_is_a_letter_or_none_stays() -> None:
    assert surface("L&eacute;vy & Sons; AT&T;") == "L&eacute;vy & Sons; AT&T;"


def test_a_line_end_that_only_fits_a_column_is_a_space_and_a_paragraph_stays() -> None:
    wrapped = (
        "The delta ministry said on Monday that the lock would be\n"
        "opened before the spring, and that nobody would have to\n"
        "leave a house on the eastern bank of the river for it.\n\nThe Assembly did not answer."
    )
    shown = surface(wrapped)
    assert "would be opened" in shown
    assert "\n\nThe Assembly" in shown
