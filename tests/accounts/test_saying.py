"""How a wording is listed: whose it is, what denies it, the rest of a divided sentence."""

from __future__ import annotations

import pytest

from rashomon.accounts.saying import Saying, by_voice, divided, pointing, saying
from rashomon.reading.attributions.denying import denies
from rashomon.reading.attributions.stance import Stance, Stood
from rashomon.records import Span


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(w), text.index(w) + len(w)) for w in words]


def test_a_sentence_that_its_cue_divides_is_listed_whole() -> None:
    text = "“The lamp,” the keeper said, “was lit at nine. Nobody saw it go out.” She left."
    content = spans(text, "“The lamp,”", "“was lit at nine. Nobody saw it go out.”")
    lamp, lit, nobody = spans(text, "The lamp", "was lit at nine.", "Nobody saw it go out.")
    assert divided(text, content, lamp) == ("", "was lit at nine.", True)
    assert divided(text, content, lit) == ("The lamp", "", False)
    assert divided(text, content, nobody) == ("", "", False)


def test_a_frame_before_and_after_what_is_condemned_is_left_out() -> None:
    text = "The letter was condemned by the Guild of St. Odo as “a summons to drown”."
    content = spans(text, "The letter", "as “a summons to drown”")
    assert divided(text, content, content[1]) == ("The letter", "", False)


@pytest.mark.parametrize(
    "text",
    [
        "“The lamp is out,” she said. “Nobody came.”",
        "“Who lit the lamp?” she asked. “Nobody came.”",
        "“The lamp is out,” she said\n\n“Nobody came.”",
    ],
)
def test_two_sentences_around_a_cue_stay_two(text: str) -> None:
    first, second = text.index("“"), text.rindex("“")
    content = [Span(first, text.index("”") + 1), Span(second, len(text))]
    assert divided(text, content, content[1]) == ("", "", False)
    assert divided(text, content, content[0]) == ("", "", False)


@pytest.mark.parametrize(
    ("text", "words", "listed"),
    [
        (
            "She said that the sea was “calm as oil”.",
            "that the sea was “calm as oil",
            "that the sea was “calm as oil”",
        ),
        ('He called it "a wound to the coast".', 'it "a wound to the coast', 'it "a wound to the coast"'),
        ("“Calm”, as she put it, it was not.", "Calm”, as she put it,", "“Calm”, as she put it,"),
        ("She said the sea was “calm. And grey.”", "the sea was “calm.", "the sea was “calm."),
        ("“Calm”, she said.", "Calm", "Calm"),
    ],
)
def test_a_wording_is_listed_with_both_its_marks(text: str, words: str, listed: str) -> None:
    (span,) = spans(text, words)
    told = saying(text, span, None, "", Stood(Stance.SAID, "said"), [span])
    assert told.whole(words) == listed


def test_each_source_has_its_own_words() -> None:
    named = Saying(named=True, source="Odile Marsh")
    sailor, nobody = Saying(source="a sailor"), Saying()
    told = {"the lamp was out": named, "it was out": sailor, "out": nobody, "dark": sailor}
    assert by_voice(list(told), told.__getitem__, True) == [
        (None, ("the lamp was out",)),
        ("a sailor", ("it was out", "dark")),
        ("", ("out",)),
    ]
    assert by_voice(list(told), told.__getitem__, False)[0] == ("Odile Marsh", ("the lamp was out",))


def test_what_says_nothing_alone() -> None:
    assert pointing([("it", Saying()), ("The lamp", Saying(after="was lit", lesser=True))])
    assert not pointing([("it", Saying()), ("was lit", Saying(before="The lamp"))])


@pytest.mark.parametrize(
    ("text", "cue", "is_denied"),
    [
        ("The keeper called it “a wound to the whole coast”.", "called", False),
        ("The keeper called for an account of the night.", "called for", False),
        ("The keeper called the report false.", "called", True),
        ("The keeper rejected claims that the lamp was out.", "rejected", True),
    ],
)
def test_what_somebody_calls_something_is_no_denial(text: str, cue: str, is_denied: bool) -> None:
    assert denies(text, spans(text, cue)) is is_denied
