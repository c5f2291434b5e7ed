"""Bodies of whose names the tagger saw halves: the ``Rail and Signal Union``, the ``Interior`` of ``Interior Ministry``.

What stands before *and* is of the name where the report has that word in small letters too and nowhere else with a capital: the
*Senate and Signal Union* are two, and so are the *Pentagon and State Department*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.names.organisations.of_places import FIELDS
from rashomon.reading.names.words.bodies import GROUPS, LED, OWNED, PAPERS
from rashomon.records import Mention, MentionKind

_NOUN = "|".join(noun.title() for noun in sorted(GROUPS | {"guild", "trust", "society", "board", "congress"}))
_JOINED = re.compile(
    rf"\b[Tt]he\s+(?P<name>(?P<first>[A-ZÀ-Þ][a-zà-þ][\w-]{{1,30}})\s+and\s+(?:[A-ZÀ-Þ][\w-]{{1,30}}\s+){{1,3}}?(?:{_NOUN}))\b(?!\s+[A-ZÀ-Þ])"
)
_WORD = re.compile(r"(?<![\w’'-])[^\W\d_][\w-]{1,30}")
_BODIES = GROUPS | LED | OWNED | PAPERS
_SLASH = re.compile(r"(?<![\w/])[A-ZÀ-Þ][\w’'-]{1,30}/\Z")
_OF_TWO_TOWNS = frozenset(
    "airport authority chamber commission council district hospital partnership".split()
)
_OF_STATE = re.compile(
    r"\s(?:Ministry|Department|Agency|Office|Service|Committee|Commission|Council|Court|Police|Bank)\b"
)
"""Behind the field that a state's body is for."""


def with_joined_names(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, in text order, with the halves of such a name as one organisation."""
    mentions = [_with_noun(text, m) for m in mentions]
    mentions = _with_slashes(text, mentions)
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


def _with_slashes(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, the ``Warren Regional Chamber`` behind a slash as the *Harrow/Warren Regional Chamber*, of two towns."""
    out: list[Mention] = []
    for m in mentions:
        half = _SLASH.search(text, max(0, m.start - 32), m.start)
        *first, last = text[m.start : m.end].lower().split() or [""]
        if m.kind is MentionKind.ORGANISATION and half is not None and first and last in _OF_TWO_TOWNS:
            while out and out[-1].start >= half.start():
                out.pop()
            m = replace(m, start=half.start())
        out.append(m)
    return out


def _with_noun(text: str, m: Mention) -> Mention:
    """*Interior* with the *Ministry* right behind it."""
    if m.kind is MentionKind.PERSON or text[m.start : m.end].lower() not in FIELDS:
        return m
    noun = _OF_STATE.match(text, m.end)
    return m if noun is None else Mention(MentionKind.ORGANISATION, m.start, noun.end(), m.score)
