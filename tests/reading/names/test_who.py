"""Who speaks, and the verbs that tell it, as every rule about words beside a quotation has them."""

from __future__ import annotations

import re

import pytest

from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.who import NAME, WHO
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.words_of_speech import (
    ASKING,
    BESIDE_QUOTATION,
    DENYING,
    GIVING,
    JUDGING,
    PROMISING,
    REPORTING,
    RETRACTING,
    SAYING,
    SUPPOSING,
    TURNING_DOWN,
    URGING,
    VOICING,
)


@pytest.mark.parametrize(
    "words",
    [
        "she",
        "the old keeper",
        "two of his aides",
        "Petra Koll",
        "Gen. A. B. Kerr of the Osmer Guild",
        "Koll’s own lawyer",
        "residents",
        "the Front",
    ],
)
def test_who_may_speak(words: str) -> None:
    assert re.fullmatch(WHO, words)


@pytest.mark.parametrize("words", ["no keeper", "this week", "the keeper whom she", "boats", "slept"])
def test_who_may_not(words: str) -> None:
    assert re.fullmatch(WHO, words) is None


def test_a_name_ends_with_its_sentence() -> None:
    found = re.match(NAME, "Lidva. Marn left")
    assert found is not None
    assert found[0] == "Lidva"


def test_a_verb_of_saying_stands_in_one_group() -> None:
    groups = (
        SAYING, ASKING, DENYING, TURNING_DOWN, RETRACTING, PROMISING, SUPPOSING, URGING, JUDGING, VOICING, GIVING,
    )  # fmt: skip
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    assert not (BESIDE_QUOTATION - {"wonder", "lament"}) & REPORTING


def test_every_form_of_a_verb_that_reports_speech_is_one() -> None:
    seldom = {"continue"}
    missed = [word for word in forms(REPORTING - seldom, Form.PAST | Form.ING) if not is_speech(word)]
    assert missed == []
    assert not is_speech("is not")
    assert not is_speech("wonderful")
