"""Whether two places or organisations that offices are of are one, surely another, or neither is known."""

from __future__ import annotations

from rashomon.reading.names.words.peoples import COUNTRIES, COUNTRY, ENDINGS
from rashomon.reading.names.words.states import SHORT_STATES, STATES

SAME_PLACE = {"united states": "us", "america": "us", "united kingdom": "uk", "britain": "uk"}

_COUNTRY = {
    adjective.lower(): SAME_PLACE.get(country.lower(), country.lower())
    for adjective, country in COUNTRY.items()
}
_KNOWN = STATES | {SAME_PLACE.get(country.lower(), country.lower()) for country in COUNTRIES}
"""Places of which each has one name here, folded."""

_LONGEST_SHORT = 3
"""Letters of a place's name that may be a short form of another's (*WL*). Set by hand: such forms are of two and three."""
_SHORTEST = 4
"""Letters of a place's name to which its people's may only add (*Torvena*, *Torvenan*)."""


def same_place(one: str, other: str) -> bool:
    """Equal, or one the other's beginning: National Resistance Front, National Resistance Front of Afghanistan."""
    return one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def one_place(one: str, other: str) -> bool:
    """Surely one place: by one name, by its people's, or in short as news shortens states, or by its initials.

    >>> one_place("torvena", "torvenan"), one_place("mi", "michigan"), one_place("wl", "west lidva")
    (True, True, True)
    >>> one_place("mi", "minnesota"), one_place("iran", "iraq"), one_place("miners union", "police union")
    (False, False, False)
    """
    one, other = _known(one), _known(other)
    if same_place(one, other):
        return one == other or not {one, other} <= _KNOWN
    if one in _KNOWN or other in _KNOWN:
        return False
    short, long = sorted((one, other), key=lambda name: (len(name), name))
    initials = "".join(word[0] for word in long.split())
    return (len(short) > 1 and short.replace(" ", "") == initials) or _people_of(long, short)


def other_place(one: str, other: str) -> bool:
    """Surely another place: two that are known, or no word in common, nor the first two letters, as a country and its people have
    them, and neither shortens the other (*WL*).

    >>> other_place("iran", "iraq"), other_place("mi", "minnesota"), other_place("wl", "west lidva")
    (True, True, False)
    """
    one, other = _known(one), _known(other)
    if one in _KNOWN and other in _KNOWN:
        return one != other
    if one[:2] == other[:2] or set(one.split()) & set(other.split()):
        return False
    short, long = sorted((one.replace(" ", ""), other.replace(" ", "")), key=lambda name: (len(name), name))
    return len(short) > _LONGEST_SHORT or short[:1] != long[:1] or not _cut_from(short, long)


def _known(place: str) -> str:
    """The one name of a state or a country that has several."""
    return SHORT_STATES.get(place.replace(" ", "")) or _COUNTRY.get(place) or place


def _people_of(people: str, place: str) -> bool:
    """Whether one name only adds to the other, as the adjective of a place does."""
    return len(place) >= _SHORTEST and any(
        people.removesuffix(ending) in (place, place[:-1]) for ending in ENDINGS if people.endswith(ending)
    )


def _cut_from(short: str, long: str) -> bool:
    """Whether the letters of one word stand in another in this order."""
    rest = iter(long)
    return all(letter in rest for letter in short)
