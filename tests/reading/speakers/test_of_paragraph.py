"""*He* in a paragraph that begins a sentence with somebody else than who spoke before it."""

from __future__ import annotations

import pytest

from rashomon.reading.speakers.antecedents import Answer
from rashomon.reading.speakers.candidates import Stage
from rashomon.reading.speakers.speakers import speakers
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_not_meant import said

NAMES = ("Carl Winge", "Dimitri Kalas", "Anna Lind", "Jonas Brell")


@pytest.mark.parametrize(
    ("paragraph", "meant"),
    [
        ("Dimitri Kalas left at noon.", "Dimitri Kalas"),
        ("Carl Winge left at noon with Dimitri Kalas.", "Carl Winge"),
        ("Anna Lind left at noon.", "Carl Winge"),  # no *he*
        ("At noon the door was shut behind Dimitri Kalas.", "Carl Winge"),
        ("Dimitri Kalas left at noon. Jonas Brell stayed.", None),
        ("When I mention Dimitri Kalas it is noon.", "Carl Winge"),
    ],
)
def test_it_is_who_begins_a_sentence_there(
    paragraph: str, meant: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def winge(stage: Stage, asked: object) -> Answer:
        return Answer(next(c for c in stage.candidates if c.name == "Carl Winge"), 0.9, "spoke last")

    monkeypatch.setattr("rashomon.reading.speakers.speakers.answer", winge)
    text = f"Carl Winge said the arrest was wrong.\n\n{paragraph} He added that it rained."
    found = (
        said(text, "Carl Winge", "said", "the arrest was wrong"),
        said(text, "He", "added", "that it rained"),
    )
    assert speakers(text, mentions(text, *NAMES), found)[-1].name == meant


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Jonas Brell, reached by telephone, laughs.", "Jonas Brell"),
        ("His opponent, Jonas Brell, laughs.", "Jonas Brell"),
        ("Jonas Brell, Dimitri Kalas’s lawyer, comes down the steps.", "Jonas Brell"),
        ("Jonas Brell, Dimitri Kalas and his lawyer come down the steps.", "Carl Winge"),
        ("When I mention Jonas Brell he laughs.", "Carl Winge"),
        ("Jonas Brell’s dog barks.", "Carl Winge"),
        ("Jonas Brell had left at noon.", "Carl Winge"),
        ("Jonas Brell was sent off at noon.", "Carl Winge"),
        ("Jonas Brell was asked why.", "Jonas Brell"),
        ("Jonas Brell asks about it.", "Carl Winge"),
        ("Jonas Brell nods at Dimitri Kalas.", "Carl Winge"),
        ("Anna Lind laughs.", "Carl Winge"),
    ],
)
def test_a_quotation_is_of_who_begins_the_sentence_before_it(
    sentence: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def winge(stage: Stage, asked: object) -> Answer:
        return Answer(next(c for c in stage.candidates if c.name == "Carl Winge"), 0.9, "spoke last")

    monkeypatch.setattr("rashomon.reading.speakers.speakers.answer", winge)
    text = f"Carl Winge said it was wrong. {sentence} “Ask them about it,” he says."
    found = (
        said(text, "Carl Winge", "said", "it was wrong"),
        said(text, "he", "says", "“Ask them about it,”", direct=True),
    )
    assert speakers(text, mentions(text, *NAMES), found)[-1].name == meant
