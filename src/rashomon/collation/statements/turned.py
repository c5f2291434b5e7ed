"""What turns the meaning of a sentence round without a *no* of another: a word of opposite meaning in the same place
(*the harbour is open*, *the harbour is shut*), or two names in each other's (*the guards shot at the miners*, *the miners shot at
the guards*).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, NEGATIONS, WORD, stem
from rashomon.reading.text.conjugation import irregular
from rashomon.reading.text.opposites import opposites_of

NEAR = 4
"""Telling words on either side of a word by which its place is known in another sentence."""

_REACH = 4
"""Words before a word among which a *no* turns it round."""

_KEPT_FROM = re.compile(r"(?:fail\w*|refus\w*|declin\w*|unable|unlikely|impossible|hardly|barely)\Z")
"""Words that say no to the verb behind them."""

_PAUSE = re.compile(r"[,;:()—–]|\.\s")

_SIDE_BY_SIDE = frozenset(
    "for against more fewer less high higher low lower up down all every none many most few".split()
)
"""Words that stand for so much that the very next word must be one in both sentences."""


def telling_stem(word: str) -> str:
    """A word's stem, one for all forms of a verb.

    >>> telling_stem("knew") == telling_stem("knows"), telling_stem("broken") == telling_stem("breaks")
    (True, True)
    >>> telling_stem("captured") == telling_stem("capture"), telling_stem("planned") == telling_stem("plan")
    (True, True)
    """
    word = word.lower()
    found = stem(irregular(word) or word).removesuffix("e")
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] and found[-1] not in "lsz" else found


_NO_DEED = frozenset("and or nor by is are was were be been being am".split())
"""Words between a verb and what stands beside it that make nobody do it to somebody: *he was shot by*, *guards and miners*."""

_MUTUAL = frozenset(
    telling_stem(word)
    for word in """
    meet marry agree talk negotiate fight differ clash join merge equal resemble match face play sign exchange share
    """.split()
)
"""What one does with another, the other does with the one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A word in a sentence: stems of the telling words before it and behind it, the nearest of them first, the words right beside
    it, whether a *no* is said to it, and between which two it stands as a verb may, who does it and to whom."""

    before: tuple[str, ...]
    behind: tuple[str, ...]
    beside: frozenset[str]
    negated: bool
    between: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence in small letters, their stems, and of each that may have an opposite where it stands."""

    all: frozenset[str]
    stems: frozenset[str]
    places: dict[str, Place]


@lru_cache(maxsize=50_000)
def words(text: str) -> Words:
    """Read a sentence once."""
    found = list(WORD.finditer(text))
    lower = [m.group().lower().replace("’", "'") for m in found]
    stems = [telling_stem(word) for word in lower]
    telling = [word not in FUNCTION_WORDS and word not in NEGATIONS for word in lower]

    def near(n: int, step: int) -> str | None:
        """The telling word nearest to a verb, on one side."""
        for k in range(n + step, n + step * (NEAR + 1), step):
            if not 0 <= k < len(lower) or lower[k] in _NO_DEED:
                return None
            if telling[k]:
                first, last = sorted((n, k))
                return None if _PAUSE.search(text, found[first].end(), found[last].start()) else stems[k]
        return None

    places: dict[str, Place] = {}
    for n, word in enumerate(lower):
        places.setdefault(
            word,
            Place(
                tuple([stems[k] for k in range(n - 1, -1, -1) if telling[k]][:NEAR]),
                tuple([stems[k] for k in range(n + 1, len(stems)) if telling[k]][:NEAR]),
                frozenset(stems[k] for k in (n - 1, n + 1) if 0 <= k < len(stems)),
                any(
                    _says_no(lower[k]) and not _PAUSE.search(text, found[k].end(), found[n].start())
                    for k in range(max(0, n - _REACH), n)
                ),
                (doer, to) if telling[n] and (doer := near(n, -1)) and (to := near(n, 1)) else None,
            ),
        )
    return Words(frozenset(lower), frozenset(stems), places)


def _says_no(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't") or _KEPT_FROM.match(word) is not None


def turned(one: str, other: str) -> bool:
    """Whether either turns the meaning of one of two sentences round."""
    return opposite_words(one, other) is not None or changed_places(one, other) is not None


def opposite_words(one: str, other: str) -> tuple[str, str] | None:
    """Two words of opposite meaning that stand in the same place of two sentences, the first one's first; None if there are none.

    >>> opposite_words("that the harbour was open on Monday", "that the harbour was shut on Monday")
    ('open', 'shut')
    >>> opposite_words("that the ship left before the fire broke out", "that the fire broke out after the ship left")
    >>> opposite_words("that the harbour was not open on Monday", "that the harbour was shut on Monday")
    """
    a, b = words(one), words(other)
    for word in sorted(a.all - b.all):
        for against in sorted((opposites_of(word) | _with_un(word, b)) & (b.all - a.all)):
            here, there = a.places[word], b.places[against]
            # Who goes on to stop carts and who stops them do the same: no word has taken the place of another.
            taken = telling_stem(word) not in b.stems and telling_stem(against) not in a.stems
            if taken and here.negated == there.negated and _one_place(word, against, here, there):
                return word, against
    return None


def changed_places(one: str, other: str) -> str | None:
    """A verb of two sentences that one of them says of somebody doing it to another, and the other of the other doing it to the
    one; None if there is none.

    >>> changed_places("that the guards shot at the miners", "that the miners had shot at the guards")
    'shot'
    >>> changed_places("that the guards shot at the miners", "that the miners were shot at by the guards")
    """
    a, b = words(one), words(other)
    for word in sorted(a.places.keys() & b.places.keys()):
        here, there = a.places[word].between, b.places[word].between
        if here and there and here == there[::-1] and here != there and telling_stem(word) not in _MUTUAL:
            return word
    return None


def _with_un(word: str, other: Words) -> frozenset[str]:
    longer = "un" + word
    return frozenset((longer,)) if longer in other.all and word in opposites_of(longer) else frozenset()


def _one_place(word: str, against: str, here: Place, there: Place) -> bool:
    if {word, against} & _SIDE_BY_SIDE and here.beside.isdisjoint(there.beside):
        return False
    before, behind = set(here.before), set(here.behind)
    same = len(before & set(there.before)) + len(behind & set(there.behind))
    return same > len(before & set(there.behind)) + len(behind & set(there.before))
