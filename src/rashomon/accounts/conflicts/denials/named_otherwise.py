"""What is denied of one by name, and claimed of another: *denied it was sold to Osk*, *it was sold to Lidva*.

Without a parser: the names stand in one place of both, behind the same word (*sold to*, *shelled*), or are both where or on
which day it was. Names that share a word, or of which one is the initials of the other, may be one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.names.words.titles import is_title
from rashomon.reading.text.possessives import without_possessive_s
from rashomon.reading.text.stems import stem

_LETTERS = r"[^\W\d_][\w’'-]{0,40}"
_NAME = rf"(?:(?:the|its|their|his|her|a|an)\s{{1,4}})?(?P<name>{_LETTERS}(?:\s{{1,4}}{_LETTERS}){{0,4}})"
_BEHIND = re.compile(
    rf"\s{{1,4}}(?:(?:[a-z]{{1,20}}\s{{1,4}}){{0,4}}?(?P<by>to|by|from|with|against|for)\s{{1,4}})?{_NAME}"
)
"""What stands behind a word as whom it is done to, or to whom, by whom and with whom: *sold the mill to Osk*, *shelled Osk*."""

_WHERE = re.compile(rf"\b(?P<where>in|at|near)\s{{1,4}}{_NAME}")
_WORD = re.compile(_LETTERS)
_DAY = re.compile(rf"\b(?:{'|'.join(sorted(d.capitalize() for d in WEEKDAYS))})\b")
_TIMES = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS))
_OFFICES = frozenset(
    "chief deputy foreign general president prime minister secretary senate state mayor king queen".split()
)


def named_otherwise(denied: str, claimed: str) -> bool:
    """Whether a claim tells of another, by name, what is denied of one, and does not name that one.

    >>> named_otherwise("that it was sold to Osk", "the mill was sold to Lidva")
    True
    >>> [named_otherwise("that it was sold to Osk", c) for c in ("it was sold by Lidva", "it was sold to Osk and Lidva")]
    [False, False]
    """
    one, other = _places(denied), _places(claimed)
    mine, theirs = _names(denied), _names(claimed)
    return any(_another(one[place], mine, other[place], theirs) for place in one.keys() & other.keys())


def elsewhere(denied: str, claimed: str) -> bool:
    """Whether both are told of a place, or of a day of the week, and of none in common.

    >>> elsewhere("that the meeting took place in Osk", "she met the envoys in Lidva")
    True
    >>> elsewhere("that the meeting took place on Monday", "she met the envoys in Lidva")
    False
    """
    days = [set(_DAY.findall(words)) for words in (denied, claimed)]
    if all(days) and days[0].isdisjoint(days[1]):
        return True
    one, other = ({m["where"].lower(): found for m in _WHERE.finditer(words) if (found := _telling(m["name"]))}
                  for words in (denied, claimed))  # fmt: skip
    return any(
        _another(one[where], _names(denied), other[where], _names(claimed))
        for where in one.keys() & other.keys()
    )


def _places(words: str) -> Mapping[tuple[str, str], frozenset[str]]:
    """The words of the names behind each word that tells something, by it and by what leads from it to them."""
    found: defaultdict[tuple[str, str], frozenset[str]] = defaultdict(frozenset)
    for m in _WORD.finditer(words):
        low = m.group().lower()
        if low in FUNCTION_WORDS or len(low) < 3 or not m.group()[0].islower():
            continue
        behind = _BEHIND.match(words, m.end())
        if behind is not None and (named := _telling(behind["name"])):
            found[stem(low), behind["by"] or ""] |= named
    return found


def _telling(name: str) -> frozenset[str]:
    """The words with a capital that a name begins with and that tell who it is, in lower case; none where it begins otherwise."""
    out = []
    for word in name.split():
        if not word[0].isupper():
            break
        out.append(without_possessive_s(word).lower())
    if any(word in _TIMES for word in out):
        return frozenset()
    return frozenset(word for word in out if word not in _OFFICES and not is_title(word.capitalize()))


def _names(words: str) -> frozenset[str]:
    """All words with a capital, in lower case."""
    return frozenset(
        without_possessive_s(m.group()).lower() for m in _WORD.finditer(words) if m.group()[0].isupper()
    )


def _another(
    one: frozenset[str], mine: frozenset[str], other: frozenset[str], theirs: frozenset[str]
) -> bool:
    """Whether two names are of two, and neither side names the other's; ``mine`` and ``theirs`` are all that either names."""
    if not one or not other or not one.isdisjoint(theirs) or not other.isdisjoint(mine):
        return False
    return not any(_begins_alike(a, b) for a, b in ((one, other), (other, one)))


def _begins_alike(short: frozenset[str], long: frozenset[str]) -> bool:
    """Whether a word is made of the initials of others, or begins as one of them: *UN*, *Lidva* and *Lidvan*."""
    initials = sorted(word[0] for word in long)
    return any(sorted(word.replace(".", "")) == initials for word in short) or any(
        other.startswith(word[:4]) for word in short for other in long if len(word) > 2
    )
