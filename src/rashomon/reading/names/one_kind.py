"""One kind for a name all through a report: what is a town or a company in most places is nobody in the others.

The model takes some mentions of a name that it does not know for a person's and others for a place's or an organisation's. On
twenty topics of ECB+ nearly all such names were no persons (*Qeshm*, *Waitrose*, *Kraft*); the persons among them were named in
full as well, or by a title.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.names.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.names.people import bare_name, plain
from rashomon.records import Mention, MentionKind, line_of

_NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
_WHICH = re.compile(r",\s+which\s")
_BEGINS = re.compile(r"(?:\A|\n|[.!?…:][”\"’')]?\s)\s*\Z")


def with_one_kind(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with those as an organisation's or a place's that are so in most other places of their report, or of which
    *which* is said where a sentence begins with one: *Sinna, which makes tools*.

    As often, it takes a name of two words, or one that is so twice: *Trump* of *the Trump camp* is still the man.
    """
    kinds: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    borne: set[str] = set()
    for m in mentions:
        if m.kind not in _NAMES:
            continue
        kinds[_key(text, m)][m.kind] += 1
        if m.kind is MentionKind.PERSON:
            name, _, titles = bare_name(text, m.start, m.end)
            words = plain(name).split()
            if titles:
                borne.add(plain(name))
            if titles or len(words) > 1:
                borne.update((words[0], words[-1]) if words else ())
    other = {
        key: min(rest, key=lambda kind: (-rest[kind], kind))
        for key, counts in kinds.items()
        if key and counts[MentionKind.PERSON] and not _is_borne(key, borne)
        for rest in (counts - Counter({MentionKind.PERSON: counts[MentionKind.PERSON]}),)
        if _outweighs(key, counts[MentionKind.PERSON], rest.total())
    }
    for m in mentions:
        thing = m.kind is MentionKind.PERSON and _is_a_thing(text, m)
        if thing and (key := _key(text, m)) and not _is_borne(key, borne):
            other.setdefault(key, MentionKind.ORGANISATION)
    if not other:
        return tuple(mentions)
    return tuple(
        replace(m, kind=other[key]) if m.kind is MentionKind.PERSON and (key := _key(text, m)) in other else m
        for m in mentions
    )


def _is_a_thing(text: str, m: Mention) -> bool:
    """Whether a name begins its sentence and *which* is said of it: elsewhere *which* may be what was told before it."""
    return (
        _WHICH.match(text, m.end) is not None
        and _BEGINS.search(text, max(0, m.start - 5), m.start) is not None
    )


def _key(text: str, m: Mention) -> str:
    """A name as it is compared: folded, without the ’s of an owner."""
    return plain(line_of(text, m)).removesuffix("'s")


def _is_borne(key: str, borne: set[str]) -> bool:
    """Whether a name is a person's by a title, a longer name or a given name."""
    first = key.split()[0]
    return key in borne or first in FEMALE_NAMES or first in MALE_NAMES


def _outweighs(key: str, persons: int, others: int) -> bool:
    return others > persons or (others == persons and (" " in key or others > 1))
