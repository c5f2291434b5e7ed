"""Surnames of people whom a report names in full, where they stand again and the tagger passed over them: ``Vance said`` at the
head of a sentence, of somebody whose name is a word besides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.capitals import WORD
from rashomon.reading.names.persons.people import people
from rashomon.records import Mention, MentionKind

SCORE = 0.5
"""What is put down for such a mention; set by hand."""

_SHORTEST = 3
_REACH = 40
_LEADS = re.compile(rf"{WORD}[^\S\n]+\Z")
_GOES_ON = re.compile(r"[-’']?\w|[^\S\n]+[A-ZÀ-Þ]")


def named_again(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with the surnames that stand alone and are of one person of the report, in text order."""
    full = [p.name.split() for p in people(text, mentions) if " " in p.name]
    bearers = Counter(words[-1] for words in full)
    surnames = [
        s for s, n in bearers.items() if n == 1 and len(s) >= _SHORTEST and s[0].isupper() and s.isalpha()
    ]
    if not surnames:
        return tuple(mentions)
    known = {i for m in mentions for i in range(m.start, m.end)}
    found = [
        Mention(MentionKind.PERSON, m.start(), m.end(), SCORE)
        for m in re.finditer(rf"\b(?:{'|'.join(map(re.escape, sorted(surnames)))})\b", text)
        if m.start() not in known and _stands_alone(text, m.start(), m.end())
    ]
    return tuple(sorted([*mentions, *found], key=lambda m: (m.start, m.end)))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is no part of another: *Kerr’s*, but not *the Kerr Foundation*, *Kerr-Dal*, *Ada Kerr*."""
    goes_on = _GOES_ON.match(text, end) is not None and text[end : end + 2] not in ("’s", "'s")
    return not goes_on and _LEADS.search(text, max(0, start - _REACH), start) is None
