"""Names of bodies that differ in order, or in whose they are: *Department of the Interior*, *U.S. Interior Department*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.collation.entities.joined import Joined
from rashomon.collation.entities.names import body

_SMALL = frozenset("of the for".split())
_TURNED = frozenset("department ministry".split())
"""Nouns that stand behind what they are for or before it."""
_COUNTRY = (("united", "states"), ("us",))
_NEIGHBOURS = 20
"""Names of the same words with which each is compared, at most."""


def _read(name: str) -> tuple[bool, tuple[str, ...]]:
    """Whether a name begins with the country, and the rest of its words, by the alphabet where their order tells nothing."""
    words = tuple(w.letters for w in body(name).words if w.letters not in _SMALL)
    country = next((c for c in _COUNTRY if words[: len(c)] == c), ())
    rest = words[len(country) :]
    return bool(country), tuple(sorted(rest)) if not _TURNED.isdisjoint(rest) else rest


def turned_signs(name: str) -> Iterator[str]:
    """Where such names meet."""
    _, words = _read(name)
    if len(words) > 1:
        yield f"turned {' '.join(words)}"


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
                if (country == other and not _TURNED.isdisjoint(words)) or (country != other and told):
                    a, b = sorted((joined.shown(g), joined.shown(h)))
                    joined.join(g, h, f"“{a}” and “{b}” have the same words; {told or 'only the names tell'}")
