"""Words beside a name: as tokens, and what kind of word each is in a role or in the name of whoever it is with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.roles import MODIFIERS, NOUNS
from rashomon.reading.text.possessives import without_possessive

_TOKEN = re.compile(r"[\w.&]+(?:[-’'][\w.&]+)*[’']?|,")

DETERMINERS = frozenset("the a an its his her their our one".split())
OF = frozenset("of for at with from in on to".split())
"""Prepositions that lead from a role to whoever it is with."""
JOINS = frozenset("of for and the de du la al &".split())
"""Words in small letters within a name in capitals."""
ENDS = frozenset(
    "and who which that said says told but as is was were has had while when after before".split()
)

LINKS = OF | JOINS
"""What a role's own words end before."""
_AROUND = LINKS | ENDS
NO_PART = _AROUND | DETERMINERS
"""Small words that are no part of a body's name or a compound."""
_WITHIN_NAMES = JOINS - {"and"}

_NO_MORE = frozenset(
    """
    later earlier yesterday today now here there then also since until during under into over near about against without by via
    will would can could may might must shall should did does do has have be been not never like than so if because where
    """.split()
)
_OF_NO_COMPOUND = NO_PART | _NO_MORE
_OF_ROLES = MODIFIERS | NOUNS
_ALSO_ADJECTIVES = frozenset("chief head executive deputy general".split())
"""Roles that also stand before a role's noun: *chief security officer*, *executive assistant*."""

_LONGEST_ROLE = 3
"""Words of a role after the one that it begins with, at most. By hand."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a comma, and where it stands in the text."""

    word: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """In small letters, without accents or the sign of a possessive."""
        return plain(without_possessive(self.word))

    @property
    def owns(self) -> bool:
        """Whether it is a possessive: *ministry’s*."""
        return len(self.word) > 2 and without_possessive(self.word) != self.word

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        # A word of points alone has lost them.
        return self.word[:1].isupper()


def words_of(text: str, start: int, end: int) -> list[Token]:
    """The words and commas of ``text[start:end]``, points that end a sentence left out."""
    out = []
    for m in _TOKEN.finditer(text, start, min(end, len(text))):
        word = m.group()
        stop = len(word)
        if word[-1] == "." and not re.fullmatch(r"(?:\w\.)+|Jr\.|St\.", word):
            stop = len(word.rstrip("."))
        out.append(Token(word[:stop], m.start(), m.start() + stop))
    return out


def is_role(token: Token) -> bool:
    """Whether it is a noun for a role: *spokesman*."""
    return token.low in NOUNS and not token.owns


def words_of_name(tokens: Sequence[Token]) -> int:
    """How many words, of which the first has a capital, are one name: up to a possessive, or what no *of the* joins to it."""
    n = 1
    while n < len(tokens) and not tokens[n - 1].owns:
        if tokens[n].capital:
            n += 1
        elif tokens[n].low in _WITHIN_NAMES and n + 1 < len(tokens) and tokens[n + 1].capital:
            n += 2
        elif (
            tokens[n].low in JOINS
            and n + 2 < len(tokens)
            and tokens[n + 1].low == "the"
            and tokens[n + 2].capital
        ):
            n += 3
        else:
            break
    return n


def begins_with_adjective(tokens: Sequence[Token]) -> bool:
    """Whether one word in small letters stands before a name."""
    if len(tokens) < 2 or tokens[0].capital or not tokens[1].capital:
        return False
    return tokens[0].low not in _AROUND and not tokens[0].owns


def goes_on(token: Token) -> bool:
    """Whether a word in small letters after a noun may be of one compound with it: *house production*."""
    return (
        token.word[:1].islower()
        and token.low not in _OF_NO_COMPOUND
        and not token.low.endswith(("ly", "ing", "ed"))
    )


def head_noun(tokens: Sequence[Token], noun: int) -> int:
    """The head noun of a role that begins with a noun: ``deputy chair``, ``chief security officer``, ``executive assistant``."""
    while noun + 1 < len(tokens) and is_role(tokens[noun + 1]):
        noun += 1
    if tokens[noun].low not in _ALSO_ADJECTIVES:
        return noun
    end = noun + 1
    while (
        end < len(tokens)
        and end - noun <= _LONGEST_ROLE
        and (goes_on(tokens[end]) or tokens[end].low in _OF_ROLES)
        and not tokens[end].owns
    ):
        end += 1
    known = [n for n in range(noun + 1, end) if is_role(tokens[n])]
    return known[-1] if known else end - 1


def bare_end(token: Token) -> int:
    """Where it ends in the text without the sign of a possessive."""
    return token.end - len(token.word) + len(without_possessive(token.word))
