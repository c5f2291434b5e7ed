"""Organisations behind what is told of them: ``cable operator Seafall``, ``the nonpartisan Budget Office``, ``Senate panel``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.bodies import GROUPS
from rashomon.records import Span

_MORE_GROUPS = frozenset(
    """
    operator provider broadcaster carrier utility retailer manufacturer maker airline insurer lender charity nonprofit foundation
    thinktank think-tank tank watchdog regulator monitor club school hospital clinic website site service tabloid daily weekly
    magazine conglomerate supplier contractor startup unit subsidiary affiliate owner parent rival militia
    """.split()
)
"""More nouns for an organisation that may stand before its name: ``cable operator Seafall``."""

_NOT_DESCRIBING = re.compile(
    r"(?:some|many|most|several|other|few|all|fellow|more|and|or|nor|who|which|that|than|over|under|when|while|as|is|are|was"
    r"|were|has|have|for|of|from|by|with|to|against|on|at|in|about|behind|near|like|between|\S*,)",
    re.I,
)
_OUTLET = re.compile(
    r"\s+(?:(?:state|news|wire|press)\s+)?(?:agency|newspaper|daily|weekly|television|radio|channel|broadcaster|magazine|website)\s*"
)
_OF_BODY = re.compile(r"\s+(?P<noun>panel|(?:sub)?committee|council|commission|board|delegation|caucus)\s*")


def described(text: str, source: Span, head_end: int, bodies: Iterable[Span]) -> Span | None:
    """Of the ``bodies`` named in a source the one that the description up to ``head_end`` ends in."""
    end = head_end - len(text[source.start : head_end]) + len(text[source.start : head_end].rstrip())
    for m in bodies:
        lead = text[source.start : m.start]
        comma = re.match(r",\s+$", text[end : m.start]) is not None  # "cable operator, Seafall,"
        if not lead or not (m.end == end or comma):
            continue
        words = re.sub(r"^[^\s]+(?:\s[A-ZÀ-Þ]\S*)*[’']s\s", "", lead).rstrip(" ,").split()
        noun = plain(words[-1]) if words else ""
        of_kind = noun in GROUPS or noun in _MORE_GROUPS
        one = (
            " " in text[m.start : m.end] and plain(words[0]) in ("the", "its", "their")
            if words
            else lead[-2:-1] == "s"
        )
        if comma and not of_kind:
            continue
        if (of_kind or one) and not any(_NOT_DESCRIBING.fullmatch(w) for w in words):
            return m
    return None


def outlet_named(text: str, source: Span, head_end: int, bodies: Iterable[Span]) -> Span | None:
    """The outlet whose name a source has before what it is: ``the ANA news agency``."""
    for m in bodies:
        if text[source.start : m.start] in ("", "the ", "The ") and _OUTLET.fullmatch(text, m.end, head_end):
            return m
    return None


def part_of(text: str, source: Span, head_end: int, bodies: Iterable[Span]) -> Span | None:
    """The words for a body by its noun behind the organisation that it is of; *a Senate panel* may be any."""
    for m in bodies:
        noun = _OF_BODY.fullmatch(text, m.end, head_end)
        if (
            noun is not None
            and text[source.start : m.start] in ("", "the ", "The ")
            and text[m.start].isupper()
        ):
            return Span(m.start, noun.end("noun"))
    return None
