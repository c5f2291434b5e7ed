"""Who speaks for a body: what *Northern Front spokesman Ilan Dost* says, *the Northern Front* says.

That is known of a report by what it tells beside a name, so that it depends on no other report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.collation.entities.departments import ARMED, OF_EVERY_STATE, without_country
from rashomon.collation.entities.merging import TELLING_INITIALS
from rashomon.collation.entities.names import ENOUGH, body, holder, likeness_of_bodies
from rashomon.collation.entities.short_names import abbreviation, initials_of
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.kin import KIN
from rashomon.records import Reading

_SPEAKS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|spox|press (?:secretary|officer|attach[ée])|chief executive(?: officer)?|CEO|"
    r"administrator)\b",
    re.I,
)
"""Roles of those whose words on a matter are their body's: of a minister, a member, one of several commissioners or a candidate
they are his own."""
_OF_ANOTHER = re.compile(
    r"\b(?:former(?:ly)?|ex|then|late|deputy|acting|assistant|one-?time|erstwhile|previous|past|sacked|fired|ousted|dismissed|"
    rf"suspended|retired|resigned|incoming|designate|self-(?:styled|proclaimed|appointed)|alleged|purported|{'|'.join(KIN)})\b",
    re.I,
)
"""What makes a role one that somebody else has, or had."""


def bodies_spoken_for(reading: Reading) -> dict[str, str]:
    """The body for which each of a report's people speaks, by the folded name, as the report calls them both."""
    found: dict[str, str] = {}
    for a in reading.affiliations:
        if a.side and a.role and _SPEAKS.search(a.role) and not _OF_ANOTHER.search(a.role):
            found.setdefault(plain(a.name), a.side)
    return found


@lru_cache(maxsize=100_000)
def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's by themselves: in one spelling, with their country or without, or short and in full.

    >>> same_body("the Harbour Board", "Harbour Board"), same_body("U.S. Water Survey", "Water Survey"), same_body("NRF", "Front")
    (True, True, False)
    >>> same_body("NRFA", "National River Front Army"), same_body("NRF", "National River Front")
    (True, False)
    >>> same_body("U.S. Army", "Army"), same_body("Harn-based Harbour Fund", "Lisse-based Harbour Fund")
    (False, False)
    """
    if None not in (seats := (holder(one), holder(other))) and seats[0] != seats[1]:
        return False
    if likeness_of_bodies(body(one), body(other)) in ENOUGH:
        return True
    words = without_country(one)
    if words == without_country(other) and len(words) > 1 and (OF_EVERY_STATE | ARMED).isdisjoint(words):
        return True
    short, full = sorted((one, other), key=len)
    letters = abbreviation(short)
    return letters is not None and len(letters) >= TELLING_INITIALS and letters in initials_of(full)
