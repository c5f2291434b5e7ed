"""One kind for a name all through a report: what is a town or a company in most places is nobody in the others.

The model takes some mentions of a name that it does not know for a person's and others for a place's or an organisation's. On
twenty topics of ECB+ nearly all such names were no persons (*Qeshm*, *Waitrose*, *Kraft*); the persons among them were named in
full as well, or by a title.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.reading.names.organisations.companies import ends_as_a_company
from rashomon.reading.names.persons.people import bare_name, plain
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.records import Mention, MentionKind, line_of
from rashomon.reports.published import dateline

_HEAD = 2_000
"""Characters in which a report's datelines stand."""

_NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
_WHICH = re.compile(r",\s+which\s")
_BEGINS = re.compile(r"(?:\A|\n|[.!?…:][”\"’')]?\s)\s*\Z")


_INITIALS = re.compile(r"[A-Z]{3,7}(?:['’]s)?")
_ITS_PEOPLE = re.compile(
    r"(?:['’]s)?\s+(?:press\s+(?:officer|chief)|spokes(?:man|woman|person)|director(?:\s+general)?|official|lawyer|chairman"
    r"|chairwoman|secretary[ -]general)s?\b"
)

_SOMEBODY = re.compile(r"[^.!?\n“”\"]{0,60}\b(?:she|he|her|his|him|herself|himself)\b")
"""Behind a name: of a person, as a rule."""


def with_one_kind(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, with those as an organisation's or a place's that are so in most other places of their report, or of which
    *which* is said where a sentence begins with one: *Sinna, which makes tools*. What a dateline begins with is a place, and the
    word before *Foods* of *Sinna Foods* the company.

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
    for key, kind in (*_of_datelines(text, mentions), *_of_companies(text, mentions)):
        if kinds[key][MentionKind.PERSON] and not _is_borne(key, borne):
            other.setdefault(key, kind)
    if not other:
        return tuple(mentions)
    return tuple(
        replace(m, kind=other[key]) if m.kind is MentionKind.PERSON and (key := _key(text, m)) in other else m
        for m in mentions
    )


def _of_datelines(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, MentionKind]]:
    """The names that datelines begin with, which are places: ``SINNA, April 5 (MPA) -``."""
    for m in mentions:
        if m.start > _HEAD:
            return
        if m.kind is MentionKind.PERSON and (m.start == 0 or text[m.start - 1] == "\n"):
            dated = dateline(text, m.start)
            if dated is not None and m.end <= dated[0] and (key := _key(text, m)):
                yield key, MentionKind.PLACE


def _of_companies(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, MentionKind]]:
    """The words that names of companies begin with, where no more than one stands before *Foods* or *Bank*; not one of which
    *he* or *she* is said in the same sentence, who may have founded it.
    """
    persons = {
        _key(text, m) for m in mentions if m.kind is MentionKind.PERSON and _SOMEBODY.match(text, m.end)
    }
    for m in mentions:
        if m.kind is MentionKind.ORGANISATION:
            first, _, rest = line_of(text, m).partition(" ")
            if ends_as_a_company(rest) and (key := plain(first)) and key not in persons:
                yield key, MentionKind.ORGANISATION


def _is_a_thing(text: str, m: Mention) -> bool:
    """Whether a name begins its sentence and *which* is said of it: elsewhere *which* may be what was told before it; or whether
    initials have people of their own: *OSAFA press officer Ada Lund*.
    """
    if _INITIALS.fullmatch(text, m.start, m.end) and _ITS_PEOPLE.match(text, m.end):
        return True
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
