"""What a cue makes of its content: said, denied, not said, taken back, asked, or something else; and the words that tell it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.stance import Stance, Stood, inherited, stance, stood
from rashomon.records import Attribution, AttributionKind, Span, Speaker

SHUT = "that the sluice was shut"


def spans(text: str, *parts: str) -> list[Span]:
    return [Span(text.index(part), text.index(part) + len(part)) for part in parts if part]


def of(text: str, cue: str, source: str = "", content: str = SHUT) -> tuple[str, str]:
    found = stood(text, spans(text, cue), spans(text, content), spans(text, source))
    return found.stance.value, found.cue


@pytest.mark.parametrize(
    ("frame", "cue", "expected"),
    [
        ("Odile Marsh said", "said", ("said", "said")),
        ("According to Odile Marsh,", "According to", ("said", "According to")),
        ("Odile Marsh went on to say", "say", ("said", "say")),
        ("Odile Marsh said on Monday", "said on Monday", ("said", "said on Monday")),
        ("Odile Marsh did not only say", "say", ("said", "say")),
        ("Odile Marsh did not mince her words, saying", "saying", ("said", "saying")),
        ("Odile Marsh was quoted as saying", "was quoted as saying", ("said", "was quoted as saying")),
        ("Odile Marsh has denied", "has denied", ("denied", "has denied")),
        ("Odile Marsh rejected claims", "rejected", ("denied", "rejected")),
        ("Odile Marsh ruled out", "ruled out", ("denied", "ruled out")),
        ("Odile Marsh did not rule out", "rule out", ("not said", "did not rule out")),
        ("Odile Marsh vetoed a motion", "vetoed", ("denied", "vetoed")),
        ("Odile Marsh threw out the claim", "threw out", ("denied", "threw out")),
        ("Odile Marsh threw in", "threw in", ("other", "threw in")),
        ("Odile Marsh denied having said", "said", ("denied", "denied having said")),
        ("Odile Marsh repeated her denial", "repeated her denial", ("denied", "repeated her denial")),
        ("Her visa was denied by Odile Marsh", "was denied", ("other", "was denied")),
        ("The request for a hearing had been denied by Odile Marsh", "denied", ("other", "denied")),
        ("Odile Marsh had been denied a hearing", "had been denied", ("other", "had been denied")),
        ("Odile Marsh could deny", "could deny", ("other", "could deny")),
        ("Odile Marsh would not confirm", "confirm", ("not said", "would not confirm")),
        ("Odile Marsh would not confirm", "would not confirm", ("not said", "would not confirm")),
        ("Odile Marsh didn’t deny", "didn’t deny", ("not said", "didn’t deny")),
        ("Odile Marsh said nothing about", "said nothing about", ("not said", "said nothing about")),
        ("Odile Marsh rebutted claims", "rebutted", ("denied", "rebutted")),
        ("Odile Marsh did not deny", "deny", ("not said", "did not deny")),
        ("Odile Marsh isn't yet saying", "saying", ("not said", "isn't yet saying")),
        ("Odile Marsh declined to say", "declined to say", ("not said", "declined to say")),
        ("Odile Marsh has repeatedly declined to say", "say", ("not said", "declined to say")),
        ("Odile Marsh stopped short of saying", "saying", ("not said", "stopped short of saying")),
        ("Odile Marsh offered no proof", "offered", ("not said", "offered no proof")),
        ("Nobody pays if Odile Marsh said", "said", ("not said", "if Odile Marsh said")),
        ("Odile Marsh retracted her claim", "retracted her claim", ("taken back", "retracted her claim")),
        ("Odile Marsh apologised for saying", "saying", ("taken back", "apologised for saying")),
        ("Odile Marsh asked", "asked", ("asked", "asked")),
        ("Odile Marsh was told", "was told", ("other", "was told")),
        ("Odile Marsh might say", "might say", ("other", "might say")),
        ("Odile Marsh is expected to say", "say", ("other", "expected to say")),
        ("Odile Marsh wants", "wants", ("other", "wants")),
        ("Odile Marsh was convicted of lying", "was convicted of", ("other", "was convicted of")),
    ],
)
def test_a_cue_is_told_by_its_own_words_and_those_before_it(
    frame: str, cue: str, expected: tuple[str, str]
) -> None:
    assert of(f"{frame} {SHUT}.", cue, "Odile Marsh") == expected


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        (f"Neither Marsh nor Tollan said {SHUT}.", "Tollan", "Neither Marsh nor Tollan said"),
        (f"No official said {SHUT}.", "No official", "No official said"),
        (f"Nobody at the harbour said {SHUT}.", "Nobody at the harbour", "Nobody at the harbour said"),
    ],
)
def test_what_nobody_says_is_not_said(text: str, source: str, cue: str) -> None:
    assert of(text, "said", source) == ("not said", cue)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We did not leave,” Marsh said.", "“We did not leave,”"),
        ("It was not late. Marsh said the sluice was shut.", "the sluice was shut"),
        ("Marsh did not come, but said the sluice was shut.", "the sluice was shut"),
        ("No. 4 Company said the sluice was shut.", "the sluice was shut"),
        ("Marsh said: “We shall not open it.”", "“We shall not open it.”"),
    ],
)
def test_a_no_of_another_clause_turns_nothing_round(text: str, content: str) -> None:
    assert of(text, "said", "No. 4 Company" if "No. 4" in text else "Marsh", content)[0] == "said"


def test_what_is_told_to_be_done_is_read_with_its_cue() -> None:
    assert of("Marsh told them to leave.", "told", "Marsh", "to leave") == ("other", "told")


def test_a_letter_that_begins_with_whom_it_is_to_is_written() -> None:
    text = "Odile Marsh wrote: “To our neighbours upstream, we wish calm water.”"
    assert of(text, "wrote", "Odile Marsh", "“To our neighbours upstream, we wish calm water.”") == (
        "said",
        "wrote",
    )


def test_what_somebody_denies_that_another_said_is_not_said() -> None:
    text = f"The palace denied that Marsh said {SHUT}."
    outer = (spans(text, "The palace"), spans(text, "denied"), spans(text, f"that Marsh said {SHUT}"))
    inner = (spans(text, "Marsh"), spans(text, "said"), spans(text, SHUT))
    found = [
        Attribution(
            tuple(source),
            tuple(cue),
            tuple(content),
            AttributionKind.INDIRECT,
            1.0,
            Speaker(None, "a test"),
            inside=inside,
        )
        for (source, cue, content), inside in ((outer, None), (inner, 0))
    ]
    assert stance(text, found, 1) == Stood(Stance.NOT_SAID, "denied … said")
    said = Stood(Stance.SAID, "said")
    assert inherited(said, said) == said


def test_what_a_question_asks_to_have_been_said_is_not_said() -> None:
    question = f"It rained. Did Odile Marsh say {SHUT}?"
    assert of(question, "say", "Odile Marsh") == ("not said", "Did Odile Marsh say")
    assert of(f"Odile Marsh, did you know, said {SHUT}.", "said", "Odile Marsh")[0] == "said"
    assert of(f"Nor had Odile Marsh left. Odile Marsh said {SHUT}: was it?", "said")[0] == "said"
