"""Paragraphs that are a quotation and nothing else."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.passed_over.stands_alone import standing_alone
from rashomon.reading.text.quotations import quotations
from rashomon.records import Mention, Passage, Voice
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_not_meant import said

ABOVE = "Anders Methen says he has stayed calm through the talks, but admits it was hard."
QUOTED = "“People went through a few highs and lows, so now I keep it even.”"


def sources(
    above: str, quoted: str, below: str = "The talks go on in Harn on Monday, and the league waits."
) -> list[str]:
    text = f"{above}\n\n{quoted}\n\n{below}"
    body = [Passage(Voice.BODY, text.index(p), text.index(p) + len(p)) for p in (above, quoted, below)]
    found = [said(text, "Anders Methen", "says", "he has stayed calm through the talks")]
    people: list[Mention] = mentions(text, "Anders Methen", "Oran Kerr")
    out = standing_alone(text, body, found, people, quotations(text))
    assert all(text[s.start : s.end] == quoted for f in out for s in f.content)
    assert all(f.cue == () for f in out)
    return [text[s.start : s.end] for f in out for s in f.source]


def test_it_is_whose_words_the_paragraph_above_retells() -> None:
    assert sources(ABOVE, QUOTED) == ["Anders Methen"]
    below = "Anders Methen, who is 29, goes on to wait for the league, which meets on Monday in Harn."
    assert sources(ABOVE, QUOTED, below) == ["Anders Methen"]
    below = "In Harn on Monday Oran Kerr waits for the league, and so do most of the others who play."
    assert sources(ABOVE, QUOTED, below) == ["Anders Methen"]


@pytest.mark.parametrize(
    ("above", "quoted", "below"),
    [
        (f"{ABOVE} Oran Kerr was late.", QUOTED, "The talks go on in Harn on Monday, and the league waits."),
        (ABOVE, "“Keep it even.”", "The talks go on in Harn on Monday, and the league waits."),
        (ABOVE, f"{QUOTED} It rained.", "The talks go on in Harn on Monday, and the league waits."),
        (ABOVE, QUOTED, "— Oran Kerr, goalkeeper, to the Lantern on Monday"),
        (ABOVE, QUOTED, "Oran Kerr, goalkeeper"),
        (
            ABOVE,
            QUOTED,
            "Oran Kerr, who keeps the goal of the Lantern in Harn, has seen it too, and so have others.",
        ),
        (
            ABOVE,
            QUOTED,
            "Goalkeeper Oran Kerr has seen it too, and so have most of the others in the league.",
        ),
        (ABOVE, QUOTED, f"Lind was calmer than all. {QUOTED} That was his view of the talks so far."),
    ],
)
def test_what_may_be_another_s_words_is_left(above: str, quoted: str, below: str) -> None:
    assert sources(above, quoted, below) == []


def test_nothing_is_taken_twice() -> None:
    text = f"{ABOVE}\n\n{QUOTED}"
    body = [Passage(Voice.BODY, text.index(p), text.index(p) + len(p)) for p in (ABOVE, QUOTED)]
    found = [said(text, "Anders Methen", "says", QUOTED)]
    assert standing_alone(text, body, found, mentions(text, "Anders Methen"), quotations(text)) == []
