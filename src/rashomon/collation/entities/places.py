"""Whether two places or organisations that offices are of are one, surely another, or neither is known."""

from __future__ import annotations

SAME_PLACE = {"united states": "us", "america": "us", "united kingdom": "uk", "britain": "uk"}

_LONGEST_SHORT = 3
"""Letters of a place's name that may be a short form of another's (*WV*). Set by hand: the states' are two and three."""


def same_place(one: str, other: str) -> bool:
    """Equal, or one the other's beginning: National Resistance Front, National Resistance Front of Afghanistan."""
    return one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def other_place(one: str, other: str) -> bool:
    """Surely another place: no word in common, nor the first two letters, as a country and its people have them, and neither
    shortens the other (*W.Va.*)."""
    if one[:2] == other[:2] or set(one.split()) & set(other.split()):
        return False
    short, long = sorted((one.replace(" ", ""), other.replace(" ", "")), key=lambda name: (len(name), name))
    return len(short) > _LONGEST_SHORT or short[:1] != long[:1] or not _cut_from(short, long)


def _cut_from(short: str, long: str) -> bool:
    """Whether the letters of one word stand in another in this order."""
    rest = iter(long)
    return all(letter in rest for letter in short)
