"""Who says a quotation by words inside its marks or right before it."""

from __future__ import annotations

import pytest

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.nesting import find
from rashomon.records import AttributionKind, Passage, Span, Voice
from tests.reading.stub import Told, tagger


def found(text: str, *told: Told) -> tuple[Found, ...]:
    return find(text, [Span(0, len(text))], (), tagger(text, *told), [Passage(Voice.BODY, 0, len(text))])[0]


def parts(text: str, f: Found) -> tuple[str, str, str]:
    source, cue, content = (
        " | ".join(text[s.start : s.end] for s in p) for p in (f.source, f.cue, f.content)
    )
    return source, cue, content


def test_who_says_it_stands_between_guillemets() -> None:
    text = (
        "« The State has paid », the minister insisted. « I have seen three ministers here, confides Bernard Arnal. "
        "They all had clean boots. »"
    )
    told = "« I have seen three ministers here, confides Bernard Arnal. They all had clean boots. »"
    minister = Told("the minister", "insisted", ["« The State has paid »", told])
    assert [parts(text, f) for f in found(text, minister)] == [
        ("the minister", "insisted", "« The State has paid »"),
        ("Bernard Arnal", "confides", "« I have seen three ministers here, | They all had clean boots. »"),
    ]


def test_what_a_closed_quotation_in_english_marks_tells_is_in_it() -> None:
    text = "“I heard a knock, said Bernard Arnal. It was the code.”"
    assert all(parts(text, f)[0] != "Bernard Arnal" or f.inside is not None for f in found(text))


def test_a_mark_that_was_forgotten_before_who_says_it() -> None:
    text = '"We can hear them knocking, said shift leader Dario Pinn. "Three knocks, then a pause."\n\nIt rained.'
    (a,) = found(text)
    assert parts(text, a) == (
        "shift leader Dario Pinn",
        "said",
        '"We can hear them knocking, | "Three knocks, then a pause."',
    )


@pytest.mark.parametrize(
    ("second", "his"),
    [
        (
            "‘One of them, Joan Pell, was told by an officer: “You always want someone to blame.” She died.’",
            True,
        ),
        ("‘They stayed home.’", True),
        ("‘They stayed home,’ she added.", False),
        ("‘Salt’ is the town’s paper.", False),
    ],
)
def test_what_follows_who_says_it_is_his_too(second: str, his: bool) -> None:
    text = f"‘My clients were called liars,’ he told a press conference. {second}"
    officer = Told(
        "an officer", "was told", ["‘One of them, Joan", "“You always want someone to blame.” She died.’"]
    )
    outer, *_ = found(text, Told("he", "told", ["‘My clients were called liars,’"]), officer)
    first = "‘My clients were called liars,’"
    assert parts(text, outer) == ("he", "told", f"{first} | {second}" if his else first)
    assert outer.kind is AttributionKind.DIRECT


def test_two_sayings_that_were_taken_for_one() -> None:
    text = "The families’ barrister, Imran Seyd, said it was ‘a vindication’. ‘My clients were called liars,’ he told the press."
    told = Told("he", "told", ["it was ‘a vindication’. ‘My clients were called liars,’"])
    assert [parts(text, f) for f in found(text, told)] == [
        ("The families’ barrister, Imran Seyd", "said", "it was ‘a vindication’"),
        ("he", "told", "‘My clients were called liars,’"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It rained. For the deputy Anne Bex, « the minister lives on another planet ».",
            "the deputy Anne Bex",
        ),
        ("In the view of analyst Karin Toll, it will not. It rained.", "analyst Karin Toll"),
        ("It made him, in the words of one critic, “a whisperer in a hat”.", "one critic"),
        ("He was, in the words of the bishop of Harn, “a heron”.", "the bishop of Harn"),
        ("He wrote in the words of one village and “a heron”.", None),
        ("For Anne Bex, “The Long Night” was a book.", None),
        ("For the town, it will not last. It rained.", None),
        ("For Karin Toll, it will not last. It rained.", None),
    ],
)
def test_what_is_so_in_somebody_s_view(text: str, told: str | None) -> None:
    assert [parts(text, f)[0] for f in found(text)] == ([told] if told else [])


def test_the_next_question_is_no_part_of_the_answer() -> None:
    text = "“Did he cry?” asked Ward.\n\n“He did not,” said Pitt.\n\n“{}”\n\n“No.”"
    for next_, more in (("Did he ask how she died?", False), ("He never does.", True)):
        told = text.format(next_)
        ward = Told("Ward", "asked", ["“Did he cry?”"])
        pitt = Told("Pitt", "said", ["“He did not,”", f"“{next_}”"])
        _, second, *_ = found(told, ward, pitt)
        assert (len(parts(told, second)[2].split(" | ")) == 2) is more
