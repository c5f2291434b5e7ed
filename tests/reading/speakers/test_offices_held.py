"""As what somebody is told to be in an office."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from rashomon.reading.speakers import candidates
from rashomon.reading.speakers.offices_held import held, standing
from rashomon.records import Span
from tests.reading.names.persons.test_people import mentions
from tests.reading.speakers.test_speakers import names, said

IS, WAS, UNDER, WAS_UNDER = (False, False), (True, False), (False, True), (True, True)


@pytest.mark.parametrize(
    ("text", "office", "ways"),
    [
        ("President Orr came.", "president", {IS}),
        ("The former president, Orr, came.", "president", {WAS}),
        ("Ex-President Orr came.", "president", {WAS}),
        ("the family of former Vice President Orr", "president", {WAS_UNDER}),
        ("former Torvenan Vice President Orr", "president", {WAS_UNDER}),
        ("Orr, the deputy mayor of Lisse, came.", "mayor", {UNDER}),
        ("Orr, who was the mayor, met Deputy Mayor Orr.", "mayor", {IS, UNDER}),
        ("Orr came with the president. A former aide met Orr.", "president", set()),
    ],
)
def test_an_office_stands_beside_a_name_as_it_is_held(
    text: str, office: str, ways: set[tuple[bool, bool]]
) -> None:
    mentions = [Span(*m.span()) for m in re.finditer("Orr", text)]
    assert held(text, mentions, office) == ways


def test_a_description_tells_the_same() -> None:
    assert [standing(words.split()) for words in ("", "former", "vice", "former vice")] == [
        IS,
        WAS,
        UNDER,
        WAS_UNDER,
    ]


def test_the_president_is_neither_the_former_nor_the_vice_president() -> None:
    text = "President Orr met former Vice President Ivo Bast. The president said no. The former vice president said yes."
    people = mentions(text, "Orr", "Ivo Bast")
    found = (said(text, "The president", "no"), said(text, "The former vice president", "yes"))
    assert names(text, people, *found) == ["Orr", "Ivo Bast"]
    text = "Former President Orr wrote of President Bast’s victory. The former president said no."
    assert names(text, mentions(text, "Orr", "Bast"), said(text, "The former president", "no")) == ["Orr"]
    text = "Vice President Orr came. The president said no."
    assert names(text, mentions(text, "Orr"), said(text, "The president", "no")) == [None]


def test_the_words_beside_a_name_are_read_once_for_an_office(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[int, str]] = []

    def counted(text: str, spans: Sequence[Span], office: str) -> frozenset[tuple[bool, bool]]:
        read.append((len(spans), office))
        return held(text, spans, office)

    monkeypatch.setattr(candidates, "held", counted)
    text = "President Orr came. The president said no. Orr met us. The president said yes. The president said little."
    found = [
        said(text, "The president", word, after=text.index(word) - 20) for word in ("no", "yes", "little")
    ]
    assert names(text, mentions(text, "Orr"), *found) == ["Orr"] * 3
    assert read == [(2, "president")]
