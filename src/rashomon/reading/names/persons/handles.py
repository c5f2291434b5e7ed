"""Whose a handle on a network is, where it is the name itself in one word: ``@petrakoll``, ``@Petra_Koll``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.persons.people import Person, plain
from rashomon.records import MentionKind, Speaker

_HANDLE = re.compile(r"@(?P<name>\w{5,30})(?:@[\w.-]+)?")


def bearer(source: str, persons: Sequence[Person]) -> Speaker | None:
    """The one person of the report whose first and last name, written as one word, is the handle that a source is.

    ``None`` where the source is no handle, or nobody's or several's: ``@jreiter`` may be anybody.
    """
    handle = _HANDLE.fullmatch(source)
    if handle is None:
        return None
    letters = re.sub(r"[\W\d_]", "", handle["name"]).lower()
    fits = [
        p
        for p in persons
        if len(plain(p.name).split()) > 1 and re.sub(r"[\W\d_]", "", plain(p.name)) == letters
    ]
    if len(fits) != 1:
        return None
    (one,) = fits
    return Speaker(one.name, f"{source} is the name of {one.name} in one word", MentionKind.PERSON, one.at)
