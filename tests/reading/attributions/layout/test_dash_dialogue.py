"""Speech that a dash opens."""

from __future__ import annotations

from rashomon.reading.attributions.nesting import find
from rashomon.records import Passage, Span, Voice
from tests.reading.stub import tagger

Parts = tuple[str, str, list[str]]


def read(*paragraphs: str) -> list[Parts]:
    text = "\n\n".join(paragraphs)
    places = [Span(text.index(p), text.index(p) + len(p)) for p in paragraphs]
    passages = [Passage(Voice.BODY, p.start, p.end) for p in places]
    found = find(text, places, (), tagger(text), passages)[0]

    def words(spans: tuple[Span, ...]) -> list[str]:
        return [text[s.start : s.end] for s in spans]

    return [("".join(words(f.source)), "".join(words(f.cue)), words(f.content)) for f in found]


def test_each_paragraph_is_what_somebody_says() -> None:
    assert read(
        "Otto Lind mended nets. Three of us stood by.",
        "— How many boats went out? we asked Lind, the oldest.",
        "— Eleven, he said. Nine came back.",
        "— Is that known?",
        "— No, said Lind, and it will not be.",
    ) == [
        ("we", "asked", ["How many boats went out?"]),
        ("he", "said", ["Eleven,", "Nine came back."]),
        ("", "", ["Is that known?"]),
        ("Lind", "said", ["No,", "and it will not be."]),
    ]


def test_a_list_of_dashes_is_no_dialogue() -> None:
    assert (
        read(
            "Five towns voted.",
            "— In Osk, turnout was low, they said.",
            "— In Harn, Lind won.",
            "— Dal lost.",
        )
        == []
    )
    assert read("We asked three things.", "— Who won?", "— Who lost?", "— When will it end?") == []
    assert read("Two spoke.", "— Is it open? we asked.", "— No, he said.") == []


def test_questions_that_are_answered_in_their_paragraphs_are_a_list() -> None:
    assert (
        read(
            "What we know of the fire:",
            "— How many died? The ministry said 12 on Monday.",
            "— Where were they? In the mill, police said.",
            "— Who did it? Mayor Kerr says nobody knows yet.",
        )
        == []
    )


def test_what_is_said_behind_a_question_is_no_sayer_of_it() -> None:
    assert read(
        "Lind came in.",
        "— Is it late?",
        "— Late? Kerr says eleven.",
        "— Late? Kerr said quietly.",
        "— Is it known?",
        "— No, said Lind.",
    ) == [
        ("", "", ["Is it late?"]),
        ("", "", ["Late? Kerr says eleven."]),
        ("Kerr", "says", ["eleven"]),
        ("Kerr", "said", ["Late?"]),
        ("", "", ["Is it known?"]),
        ("Lind", "said", ["No,"]),
    ]


def test_questions_to_you_and_answers_of_i_are_an_interview_though_nobody_is_told_to_say_them() -> None:
    lines = ("– When did you see it?", "– In March. I wrote.", "– Did you ask?", "– No. My boss said no.")
    assert [content for *_, content in read(*lines)] == [[line.removeprefix("– ")] for line in lines]
    assert all(source == "" for source, *_ in read(*lines))
    # what a page asks and answers itself
    assert read("– Who is eligible?", "– All above 18.", "– Do you pay?", "– Nobody has to pay.") == []
    assert read(*lines[:2], "– Water", "– Bread") == []
