"""How names of organisations are shortened to initials: *USGS*, *LA Tribune*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rashomon.collation.entities.names import Name, body, whole_body

LEAST_INITIALS, MOST_INITIALS = 3, 7
"""Letters of an abbreviation that is looked for among the names of organisations. Set by hand."""
_SMALL = frozenset("of for and the on in to".split())
_SHORT = frozenset("us uk un eu".split())
"""Abbreviations that stand whole in longer ones: *USGS*, *UNHCR*."""


@lru_cache(maxsize=100_000)
def initials_of(name: str) -> frozenset[str]:
    """What the name of an organisation may be shortened to: the first letters of its words, an abbreviation among them whole.

    >>> sorted(initials_of("U.S. Geological Survey")), sorted(initials_of("Ministry of Water and Power"))
    (['ugs', 'usgs'], ['mowap', 'mwp'])
    """
    found = {whole_body(name).words, body(name).words}
    return frozenset(way for words in found if len(words) > 1 for way in _ways([w.letters for w in words]))


def _ways(words: list[str]) -> Iterator[str]:
    full = [w for w in words if w not in _SMALL]
    ways = ("".join(w[0] for w in words), "".join(w[0] for w in full))
    whole = "".join(w if w in _SHORT else w[0] for w in full)
    yield from (way for way in (*ways, whole) if len(way) >= LEAST_INITIALS)


@lru_cache(maxsize=100_000)
def short_beginning(name: str) -> tuple[str, tuple[str, ...]] | None:
    """The capitals with which an organisation's name begins and may shorten its words, folded, and the words after them.

    >>> short_beginning("the LA Tribune"), short_beginning("U.S. Water Survey"), short_beginning("Los Angeles Tribune")
    (('la', ('tribune',)), ('us', ('water', 'survey')), None)
    """
    first, _, rest = re.sub(r"^the\s+", "", name.strip(), flags=re.I).partition(" ")
    letters = first.replace(".", "")
    if (
        not (2 <= len(letters) <= LEAST_INITIALS and letters.isalpha() and letters.isupper())
        or name.isupper()
    ):
        return None
    words = tuple(w.letters for w in body(rest).words)
    return (letters.casefold(), words) if words else None


def initials_after(short: tuple[str, tuple[str, ...]]) -> str:
    """The initials of the name that a :func:`short_beginning` may shorten, small words left out.

    >>> initials_after(("la", ("tribune",)))
    'lat'
    """
    letters, rest = short
    return letters + "".join(word[0] for word in rest if word not in _SMALL)


def spells_out(short: tuple[str, tuple[str, ...]], name: Name) -> bool:
    """Whether an organisation's name is what a :func:`short_beginning` shortens.

    >>> spells_out(("la", ("tribune",)), body("Los Angeles Tribune")), spells_out(("la", ("tribune",)), body("Lisse Tribune"))
    (True, False)
    """
    letters, rest = short
    words = [w.letters for w in name.words]
    return words[len(letters) :] == list(rest) and "".join(w[0] for w in words[: len(letters)]) == letters


@lru_cache(maxsize=100_000)
def abbreviation(name: str) -> str | None:
    """The letters of a name that is an abbreviation in capitals: ``usgs`` of *USGS* and *the U.S.G.S.*; else ``None``."""
    letters = re.sub(r"^the\s+", "", name.strip(), flags=re.I).replace(".", "")
    short = LEAST_INITIALS <= len(letters) <= MOST_INITIALS
    return letters.casefold() if short and letters.isalpha() and letters.isupper() else None
