"""Bodies with *and* in their name, of which the tagger saw two halves: the ``Rail and Signal Union``.

What stands before *and* is of the name where the report has that word in small letters too and nowhere else with a capital: the
*Senate and Signal Union* are two, and so are the *Pentagon and State Department*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.reading.names.bodies import GROUPS, LED, OWNED, PAPERS
from rashomon.records import Mention, MentionKind

_NOUN = "|".join(noun.title() for noun in sorted(GROUPS | {"guild", "trust", "society", "board", "congress"}))
_JOINED = re.compile(
    rf"\b[Tt]he\s+(?P<name>(?P<first>[A-ZÀ-Þ][a-zà-þ][\w-]{{1,30}})\s+and\s+(?:[A-ZÀ-Þ][\w-]{{1,30}}\s+){{1,3}}?(?:{_NOUN}))\b(?!\s+[A-ZÀ-Þ])"
)
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_][\w-]{1,30}")
_BODIES = GROUPS | LED | OWNED | PAPERS


def with_joined_names(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, in text order, with the halves of such a name as one organisation."""
    names = [m for m in _JOINED.finditer(text) if m["first"].lower() not in _BODIES]
    if not names:
        return tuple(mentions)
    words = Counter(_WORD.findall(text))
    often = Counter(m["first"] for m in names)
    at = {p.start: p for p in mentions}
    for m in names:
        first = m["first"]
        if words[first] > often[first] or not words[first.lower()]:
            continue
        start, end = m.span("name")
        parts = [at[n] for n in range(start, end) if n in at]
        if parts and all(p.end <= end for p in parts):
            for p in parts:
                del at[p.start]
            at[start] = Mention(MentionKind.ORGANISATION, start, end, max(p.score for p in parts))
    return tuple(sorted(at.values(), key=lambda p: (p.start, p.end)))
