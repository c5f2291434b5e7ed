"""For whom the initials before an interview's turns stand."""

from __future__ import annotations

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.turns import turns
from rashomon.reading.speakers.speakers import speakers
from rashomon.records import AttributionKind, Mention, Passage, Voice
from tests.reading.names.test_people import mentions

TEXT = (
    "An interview with Ivo Tasch by Ana Reyes.\n{}: Did your people shut the sluice?\nIT: No. We did not do this at all.\n"
    "{}: Who was it then?\nIT: That I can not tell you."
)


def who(label: str, *, ours: tuple[str, ...] = (), others: tuple[str, ...] = ()) -> list[str | None]:
    text = TEXT.format(label, label)
    found = [
        Found(
            (t.source,), (t.cue,) if t.cue else (), (t.content,), AttributionKind.DIRECT, Certainty(1, 1, 1)
        )
        for t in turns(text, [Passage(Voice.BODY, 0, len(text))])
    ]
    named: list[Mention] = mentions(text, "Ivo Tasch", *others)
    return [s.name for s in speakers(text, named, found, ours)]


def test_initials_stand_for_the_one_who_has_them() -> None:
    assert who("AR", others=("Ana Reyes",)) == ["Ana Reyes", "Ivo Tasch", "Ana Reyes", "Ivo Tasch"]


def test_the_outlet_and_the_author_of_a_report_ask_by_their_initials() -> None:
    assert who("HC", ours=("The Harn Courier",))[::2] == ["The Harn Courier", "The Harn Courier"]
    assert who("AR", ours=("Ana Reyes",))[::2] == ["Ana Reyes", "Ana Reyes"]


def test_initials_of_two_or_of_nobody_are_not_known() -> None:
    assert who("AR", ours=("Anton Ruhl",), others=("Ana Reyes",))[::2] == [None, None]
    assert who("PRESENTER")[::2] == [None, None]


def interview(text: str, *names: str) -> list[str | None]:
    """Who speaks in the turns of a text."""
    found = [
        Found(
            (t.source,), (t.cue,) if t.cue else (), (t.content,), AttributionKind.DIRECT, Certainty(1, 1, 1)
        )
        for t in turns(text, [Passage(Voice.BODY, 0, len(text))])
    ]
    return [s.name for s in speakers(text, mentions(text, *names), found)]


QUESTIONS = (
    "Q: Did your people shut the sluice?\nA: No. We did not do this at all.\nQ: Who was it then? Was it Jan Oulik?\n"
    "A: That I can not tell you."
)


def test_who_answers_is_whom_the_introduction_names() -> None:
    for introduction, who_answers in (
        ("Ivo Tasch on the flood\n\nThe lock keeper talked to us at home.\n\n", "Ivo Tasch"),
        ("Ivo Tasch on the flood\n\nIvo Tasch keeps the lock that Jan Oulik built.\n\n", "Ivo Tasch"),
        ("Ivo Tasch and Jan Oulik on the flood\n\nIvo Tasch and Jan Oulik keep the lock.\n\n", None),
        ("The flood\n\n", None),
    ):
        asks, answers, *_ = interview(introduction + QUESTIONS, "Ivo Tasch", "Jan Oulik")
        assert (asks, answers) == (None, who_answers)


def test_an_office_is_whom_a_turn_names_behind_it_in_brackets() -> None:
    text = (
        "THE CHAIR (Dame Ana Reyes): Good morning to all of you.\nMR LUND (Tasch Ivo): I closed it on Monday.\n"
        "THE CHAIR: Who told you to close the sluice?\nMR LUND: Nobody did, and I wish they had."
    )
    assert interview(text, "Ana Reyes", "Tasch Ivo", "LUND") == ["Ana Reyes", "LUND", "Ana Reyes", "LUND"]
