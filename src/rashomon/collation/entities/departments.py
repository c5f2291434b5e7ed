"""Names of bodies that differ in order, or in whose they are: *Department of the Interior*, *U.S. Interior Department*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.collation.entities.joined import Joined
from rashomon.collation.entities.names import body
from rashomon.collation.entities.short_names import abbreviation

_SMALL = frozenset("of the for".split())
_TURNED = frozenset("department ministry".split())
"""Nouns that stand behind what they are for or before it."""
_COUNTRY = (("united", "states"), ("us",))
_ORGANS = frozenset("congress house senate treasury".split())
"""Organs of a state that have one word for a name, with the country told before it: *U.S. Senate*, *the Senate*. Not armies:
the news of one war names two, and the same people beside both."""
OF_EVERY_STATE = frozenset("congress court government house ministry parliament senate treasury".split())
"""Nouns of what every state has, so that one name in common does not tell whose it is."""
ARMED = frozenset("army military navy".split())
"""The same of its forces."""
_NEIGHBOURS = 20
"""Names of the same words with which each is compared, at most."""


def _read(name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a name begins with the country, and the rest of its words, by the alphabet where their order tells nothing."""
    words = tuple(w.letters for w in body(name).words if w.letters not in _SMALL)
    country = next((c for c in _COUNTRY if words[: len(c)] == c), ())
    rest = words[len(country) :]
    return bool(country), tuple(sorted(rest)) if not _TURNED.isdisjoint(rest) else rest


def without_country(name: str) -> tuple[str, ...]:
    """The words of a body's name, without the country that it begins with.

    >>> without_country("U.S. House of Representatives"), without_country("United States")
    (('house', 'of', 'representatives'), ('united', 'states'))
    """
    words = tuple(w.letters for w in body(name).words)
    country = next((c for c in _COUNTRY if words[: len(c)] == c), ())
    return words[len(country) :] or words


def with_country(name: str) -> bool:
    """Whether a body's name begins with its country."""
    return len(without_country(name)) < len(body(name).words)


def turned_signs(name: str) -> Iterator[str]:
    """Where such names meet."""
    _, words = _read(name)
    if len(words) > 1 or (words and (words[0] in _ORGANS or _short(name))):
        yield f"turned {' '.join(words)}"


def _short(name: str) -> bool:
    """Whether a name is an abbreviation, with its country or without: *U.S. FDA*."""
    return abbreviation(name.rpartition(" ")[2]) is not None


def merge_turned(joined: Joined, bodies: Sequence[int]) -> None:
    """Departments whose names have the same words; and a name with the country that another leaves out (*Supreme Court*), only
    where more tells that they are one.
    """
    meeting: defaultdict[str, list[int]] = defaultdict(list)
    for g in bodies:
        for sign in turned_signs(joined.shown(g)):
            meeting[sign].append(g)
    for some in meeting.values():
        for n, g in enumerate(some):
            for h in some[n + 1 : n + 1 + _NEIGHBOURS]:
                (country, words), (other, _) = _read(joined.shown(g)), _read(joined.shown(h))
                told = joined.evidence(g, h)
                if told is None and OF_EVERY_STATE.isdisjoint(words):
                    told = joined.in_company(g, h)
                short = _short(joined.shown(g)) and _short(joined.shown(h))
                if (country == other and not _TURNED.isdisjoint(words)) or (
                    country != other and (told or short)
                ):
                    a, b = sorted((joined.shown(g), joined.shown(h)))
                    joined.join(g, h, f"“{a}” and “{b}” have the same words; {told or 'only the names tell'}")
