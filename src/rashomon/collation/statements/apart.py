"""What keeps two sentences from being one statement, however alike they are: another voice, a denial, another number.

A ledger must never put one side's words in the mouth of another. Whose words a sentence gives is known by the entity of its
speaker (:func:`~.items.other_speaker`), or of each of several who say it together (:func:`~.items.other_speakers`); a source
without a name may still describe somebody who is not the other's speaker ("two witnesses" beside a spokesman by name). And who
denies something has not said it, nor is "50 people" what "400 people" says. The same words are another matter: they are one
statement whatever the source is called, or however many it names, and a word changed inside quotation marks is an altered
quotation, which is to be shown as one. What says nothing by itself, as a name, is a wording of nothing else.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from rashomon.collation.sentences.likeness import TELLING_CONTENT, WORD, Profile
from rashomon.collation.statements.claims import numbers_differ, opposite
from rashomon.collation.statements.described import cannot_be, unlike
from rashomon.collation.statements.items import Item, other_speaker, other_speakers
from rashomon.collation.statements.says_nothing import says_nothing

SAME_WORDS, SAME_LETTERS = 12, 85
"""Words, and likeness letter by letter, of 100, from which two retold sentences are one text, whoever is said to have it:
a wire copy. Set by hand, by reading what it decides in the news (bench/collation/news.py)."""

ALTERED = 75
"""Likeness of the sorted words of two quotations, of 100, from which they are one, though words are altered. Set likewise."""

CUT = 0.9
"""Part of the telling words of a quotation that another must have, of which it is then cut."""


def apart(one: Item, other: Item) -> bool:
    """Whether two sentences cannot be one statement: not one speaker's, or a claim and its denial, or other numbers, or one of
    them says nothing.
    """
    if other_speaker(one, other) or says_nothing(one) or says_nothing(other):
        return True
    another = other_speakers(one, other) or other_voice(one, other)
    contrary = opposite(one.core_text, other.core_text, one.denied, other.denied)
    contrary = contrary or one.unsaid != other.unsaid or numbers_differ(one.core_text, other.core_text)
    if not (another or contrary):
        return False
    if one.quoted and other.quoted and one_quotation(one.core_profile, other.core_profile):
        return False
    return contrary or not one_text(one.core_text, other.core_text)


def other_voice(one: Item, other: Item) -> bool:
    """Whether a source without a name is not the other's; within one report a headline may call its source what it likes."""
    if one.report == other.report or (one.description is None and other.description is None):
        return False
    if one.description is not None and other.description is not None:
        return unlike(one.description, other.description)
    nameless, known = (one, other) if one.description is not None else (other, one)
    return (
        known.speaker is not None
        and nameless.description is not None
        and cannot_be(nameless.description, known.source, known.body)
    )


def one_text(one: str, other: str) -> bool:
    """Whether two retold sentences are one text: long, and nearly the same letter by letter, as a wire copy is."""
    shorter = min(len(WORD.findall(one)), len(WORD.findall(other)))
    return shorter >= SAME_WORDS and fuzz.ratio(one.lower(), other.lower()) >= SAME_LETTERS


def one_quotation(one: Profile, other: Profile) -> bool:
    """Whether two quotations are one, a word of which may be altered, or which may be cut."""
    least = min(len(one.content), len(other.content))
    inside = least >= TELLING_CONTENT and len(one.content & other.content) >= CUT * least
    return inside or fuzz.ratio(one.letters, other.letters) >= ALTERED
