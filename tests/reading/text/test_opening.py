"""With what a report begins."""

from __future__ import annotations

import pytest

from rashomon.reading.text.opening import opening
from rashomon.records import Passage, Report, Voice

BODY, BYLINE, COMMENT, FURNITURE = Voice.BODY, Voice.BYLINE, Voice.COMMENT, Voice.FURNITURE


def made(*passages: tuple[Voice, str]) -> Report:
    text = "\n".join(words for _, words in passages)
    places, start = [], 0
    for voice, words in passages:
        places.append(Passage(voice, start, start + len(words)))
        start += len(words) + 1
    return Report("r", "r", "0309", text, tuple(places))


@pytest.mark.parametrize(
    ("passages", "words"),
    [
        ([(BODY, "The mill burned. Nobody was hurt.")], "The mill burned."),
        (
            [(BYLINE, "9 September 2031 Last updated at 14:39"), (BODY, "The mill burned.")],
            "The mill burned.",
        ),
        ([(BODY, "HARN, April 5 (MPA) — The mill burned. It fell.")], "The mill burned."),
        ([(BODY, "HARN, Torvena (April 5, 2031) – The mill burned.")], "The mill burned."),
        ([(FURNITURE, "Share"), (BYLINE, "By Ann Lee")], "By Ann Lee"),
        ([(FURNITURE, "Share"), (COMMENT, "I saw it.")], None),
        ([], None),
    ],
)
def test_a_report_begins_with_its_first_sentence(
    passages: list[tuple[Voice, str]], words: str | None
) -> None:
    report = made(*passages)
    span = opening(report)
    assert (None if span is None else report.text[span.start : span.end]) == words
