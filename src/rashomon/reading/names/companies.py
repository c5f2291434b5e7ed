"""Organisations that only the noun beside their name tells: ``the maker, Pharmex,``, ``the consumer association Fair Plate``.

The model takes many an unknown company for a person, or for nothing. A noun that no person is (*company*, *airline*, *charity*),
as a title or an apposition beside a name, tells better; *owner* or *rival* may be either, and tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rashomon.reading.names.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.names.people import TITLES, plain
from rashomon.records import Mention, MentionKind, Span

_NOUN = (
    r"(?:company|firm|group|agency|airline|carrier|bank|charity|retailer|insurer|supplier|manufacturer|broadcaster|conglomerate"
    r"|association|organi[sz]ation|nonprofit|think[ -]?tank|newspaper|magazine|startup|start-up|subsidiary|distributor|brewer"
    r"|consultancy|foundation|trade union|law firm|chain|utility|refiner|shipyard|lender|drugmaker|carmaker|chipmaker|planemaker)"
)
_MAKER = r"(?:maker|producer|operator|provider|developer)"
"""What a person may be as well, of a name of two words."""

_CAPITALS = r"[A-ZÀ-Þ][\w&’'-]{0,30}(?:\s(?:&\s)?[A-ZÀ-Þ][\w&’'-]{0,30}){0,4}"
_ONE = r"[A-ZÀ-Þ][\w&-]{1,30}"
_BEFORE = re.compile(
    rf"\b(?:{_NOUN},?\s+(?P<name>{_CAPITALS})|{_MAKER},?\s+(?P<one>{_ONE}))(?=[,.;:]|[’']s\s|\s+[a-z]|\Z)"
)
_AFTER = re.compile(
    rf"(?<![\w&’'-])(?P<name>{_CAPITALS}),\s+(?:an?|the|its|one of the)\s+(?:[\w’'-]+\s+){{0,4}}?(?:{_NOUN}|{_MAKER})"
    r"(?=[,.;]|\s+(?:that|which|based|behind)\b)"
)
_OF_COMPANIES = re.compile(
    r"(?<![\w&’'-])(?!The\s)(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,30}\s(?:&\s)?){1,3}(?<!West\s)(?<!East\s)(?<!North\s)(?<!South\s)(?<!Left\s)"
    r"(?:Lines|Airlines|Airways|Railways|Ferries|Shipping|Shipyards?|Industries|Holdings|Motors?|Systems|Technologies|Energy|Petroleum"
    r"|Pharmaceuticals|Mining|Logistics|Foods|Insurance|Securities|Partners|Ventures|Bank|Inc|Ltd|Corp|Plc|LLC))\b(?!-\w)"
)
"""Names that end in a word for companies: of *Lisse Lines* the model may see *Lisse* alone, and take it for a person."""

_TWO = re.compile(
    r"(?:[Tt]he\s)?(?P<one>(?:[A-ZÀ-Þ][\w’'-]*\s){0,2}[A-ZÀ-Þ][\w’'-]*s)\sand\sthe\s(?P<two>[A-ZÀ-Þ][\w’'-]*s)"
)
_NO_NAME = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december ceo cfo cto chief chairman i he she it they we the
    """.split()
)


def with_companies(
    text: str, mentions: Sequence[Mention], sources: Iterable[tuple[Span, float]]
) -> tuple[Mention, ...]:
    """The mentions, in text order, with those as organisations whose name stands beside such a noun, and those that sources name
    so though no mention does; ``sources`` go with their scores.
    """
    mentions = _whole(text, [part for m in mentions for part in _apart(text, m)])
    told = {plain(text[s.start : s.end]) for s in _told(text, Span(0, len(text)))}
    out = [
        replace(m, kind=MentionKind.ORGANISATION)
        if m.kind is MentionKind.PERSON and plain(_without_owner(text[m.start : m.end])) in told
        else m
        for m in mentions
    ]
    for source, score in sources:
        for name in _told(text, source):
            words = re.compile(rf"(?<![\w-]){re.escape(text[name.start : name.end])}(?![\w-])")
            for at in words.finditer(text):
                if not any(m.start < at.end() and at.start() < m.end for m in out):
                    out.append(Mention(MentionKind.ORGANISATION, at.start(), at.end(), score))
    return tuple(sorted(out, key=lambda m: (m.start, m.end)))


def _whole(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those that are a part of a company's name as all of it."""
    names = list(_OF_COMPANIES.finditer(text))
    out = list(mentions)
    for name in names:
        parts = [m for m in out if name.start() <= m.start and m.end <= name.end()]
        if parts and set(plain(name["name"]).split()[:1]).isdisjoint(TITLES | _NO_NAME):
            whole = Mention(MentionKind.ORGANISATION, name.start(), name.end(), max(m.score for m in parts))
            out = [m for m in out if m not in parts] + [whole]
    return out


def _apart(text: str, m: Mention) -> tuple[Mention, ...]:
    """The two that a mention of *the Liberals and the Greens* names; *the Office for Arts and the Sea* is one."""
    both = _TWO.fullmatch(text, m.start, m.end) if m.kind is MentionKind.ORGANISATION else None
    if both is None:
        return (m,)
    return replace(m, end=both.end("one")), replace(m, start=both.start("two"))


def _told(text: str, within: Span) -> Iterator[Span]:
    """The names of organisations that such a noun tells within a stretch."""
    for pattern in (_BEFORE, _AFTER):
        for m in pattern.finditer(text, within.start, within.end):
            name = Span(*m.span("one" if m.lastgroup == "one" else "name"))
            words = plain(_without_owner(text[name.start : name.end])).split()
            if words and not set(words[:1]) & (TITLES | _NO_NAME | FEMALE_NAMES | MALE_NAMES):
                yield Span(name.start, name.start + len(_without_owner(text[name.start : name.end])))


def _without_owner(name: str) -> str:
    return re.sub(r"[’']s$", "", name)
