"""Who speaks for nobody but themselves, as a report says: *in a personal capacity*, *for himself, not for the ministry*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.persons.people import Person
from rashomon.reading.text.around import sentence_around

_SELF = r"(?:himself|herself|themselves|myself|ourselves|oneself)"
_WHOSE = r"(?:an?|his|her|their|my|our|its)"
_NOT = r"(?<!\bnot )(?<!\bnever )(?<!\bthan )(?<!\bnor )(?<!\bnot just )(?<!\bnot only )(?<!\bnot speaking )(?<!\bthan speaking )"
_FOR_THEMSELVES = re.compile(
    rf"{_NOT}\bin\s+{_WHOSE}\s+(?:(?:own|purely|strictly|entirely)\s+)?(?:personal|private|individual|unofficial|personal\s+and\s+unofficial)"
    r"\s+capacity\b"
    rf"|{_NOT}\bon\s+(?:his|her|their|my)\s+own\s+behalf\b"
    rf"|\b(?:speak(?:s|ing)?|spoke|talking)\s+(?:(?:only|purely|solely|strictly)\s+)?for\s+(?:no\s?one\s+but\s+)?{_SELF}\b"
    r"|(?:\bnot|n[’']t)\s+(?:speak(?:ing)?|spoken|talking)\s+(?:on\s+behalf\s+of|in\s+the\s+name\s+of)\b"
    r"|(?:\bnot|n[’']t)\s+speaking\s+for\s+(?!long\b|(?:an?|some|several|two|three|\d+)\s)"
    r"|\b(?:views|opinions|remarks)\s+(?:are|were)\s+(?:(?:solely|strictly|entirely)\s+)?(?:his|her|their|my)\s+own\b"
    r"|\bas\s+a\s+private\s+(?:citizen|individual|person)\b",
    re.I,
)
_AND_FOR_OTHERS = re.compile(
    r",?\s+(?:and|as\s+well\s+as|but\s+also)\s+(?:also\s+)?(?:for|on\s+behalf\s+of)\b", re.I
)
"""*Speaking for himself and for the ministry.*"""


def in_their_own_capacity(text: str, persons: Sequence[Person]) -> frozenset[str]:
    """The names of those of whom a report says so: the one person of the sentence, or else of its paragraph up to there."""
    out = set()
    for m in _FOR_THEMSELVES.finditer(text):
        if _AND_FOR_OTHERS.match(text, m.end()):
            continue
        start, end = sentence_around(text, m.start(), m.end())
        line = text.rfind("\n", 0, m.start()) + 1
        here = _named(persons, start, end) or _named(persons, line, m.start())
        if len(here) == 1:
            out |= here
    return frozenset(out)


def _named(persons: Sequence[Person], start: int, end: int) -> set[str]:
    return {p.name for p in persons if any(start <= at.start < end for at in p.mentions)}
