"""Channel, addressee and day of a statement: from its own sentence, or not known."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions import Certainty, Found
from rashomon.reading.channels import addressee, channel, frame
from rashomon.records import AttributionKind, Mention, MentionKind, Span, Speaker


def found(text: str, source: str, cue: str, content: str) -> Found:
    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    return Found(span(source), span(cue), span(content), AttributionKind.DIRECT, Certainty(1, 1, 1))


def test_the_frame_is_the_sentence_less_the_content() -> None:
    text = "It rained. “I saw a tweet,” Varesh said in a letter on Monday. Then it stopped."
    words = frame(text, found(text, "Varesh", "said", "“I saw a tweet,”"))
    assert "tweet" not in words
    assert "Varesh said in a letter on Monday" in words
    assert "rained" not in words
    assert "stopped" not in words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Maskell tweeting that", "tweet"),
        ("Varesh said in an open letter", "letter"),
        ("she told a news conference", "press conference"),
        ("Sall said on the phone", "telephone"),
        ("in a message through the weekly Tessera", "message"),
        ("Tasch said", None),
    ],
)
def test_channels(words: str, told: str | None) -> None:
    assert channel(words) == told


def test_whom_something_was_told() -> None:
    text = "Ali Nazar told CNN that it fell."
    at = text.index("CNN")
    mentions = [Mention(MentionKind.ORGANISATION, at, at + 3, 0.9)]
    assert addressee(text, found(text, "Ali Nazar", "told", "that it fell"), mentions, None) == "CNN"


def test_me_is_the_speaker_that_it_stands_inside() -> None:
    text = "“He told me: it fell.”"
    outer = Speaker("Bernard Lévy", "named in the source")
    assert addressee(text, found(text, "He", "told", "it fell"), [], outer) == "Bernard Lévy"
    assert addressee(text, found(text, "He", "told", "it fell"), [], None) is None
