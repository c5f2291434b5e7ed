"""``The shepherd said``, of *Ann Coll, 34, shepherd*: a person by the noun that the report itself has beside their name.

Nouns for offices are the scorer's (:mod:`.antecedents`); this takes any noun, but only of one person, and only where the report
knows no other such: no *a shepherd*, no second name beside the noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.people import Person
from rashomon.records import Span

_THE = re.compile(r"[Tt]he\s+(?P<noun>[a-z][a-z-]{3,19})")
_BESIDE = 80
"""Characters behind a name in which its apposition tells the noun."""
_REACH = 2
"""Paragraphs back to where the person was named last; set by hand."""


def borne_by_one(text: str, source: Span, persons: Sequence[Person]) -> Person | None:
    """Whom ``the <noun>`` means.

    >>> text = "Ann Coll, 34, shepherd, came. The wolf ran. “No,” the shepherd said."
    >>> coll = Person("Ann Coll", Span(0, 8), (Span(0, 8),), frozenset())
    >>> borne_by_one(text, Span(50, 62), [coll]) == coll, borne_by_one(text, Span(30, 38), [coll])
    (True, None)
    """
    the = _THE.fullmatch(text, source.start, source.end)
    if the is None:
        return None
    noun = re.escape(the["noun"])
    behind = re.compile(
        rf"(?:,\s+(?:aged\s+)?\d{{1,3}})?,\s+(?:(?:an?|the|its|their)\s+)?(?:[a-z-]{{2,20}}\s+){{0,2}}?{noun}"
        r"(?=[,.;]|\s+(?:at|for|from|in|of|on|who|with|and)\b)"
    )
    before = re.compile(rf"\b{noun}\s+\Z")
    fits = [
        p
        for p in persons
        if any(
            m.start < source.start
            and (
                behind.match(text, m.end, m.end + _BESIDE)
                or before.search(text, max(0, m.start - _BESIDE), m.start)
            )
            for m in p.mentions
        )
    ]
    if len(fits) != 1 or re.search(
        rf"\b(?:an?|another|one|other)\s+(?:[a-z-]+\s+){{0,2}}{noun}s?\b", _without_own(text, fits[0], noun)
    ):
        return None
    (person,) = fits
    last = max((m.end for m in person.mentions if m.end <= source.start), default=None)
    return person if last is not None and text.count("\n\n", last, source.start) <= _REACH else None


def _without_own(text: str, person: Person, noun: str) -> str:
    """The text without the appositions of a person's names, in which *a shepherd* is that person."""
    at, out = 0, []
    for m in person.mentions:
        if (
            own := re.compile(rf"[^.!?\n]{{0,{_BESIDE}}}?\b{noun}\b").match(text, m.end)
        ) is not None and m.end >= at:
            out.append(text[at : m.end])
            at = own.end()
    return " ".join([*out, text[at:]])
