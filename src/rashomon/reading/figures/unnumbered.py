"""People without a number who are plainly one (``a gendarme``), or several (``suspected insurgents``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.reading.text.counted import noun, person
from rashomon.records import Span

_DETERMINED = re.compile(
    r"\b(?P<one>an?|another|one|the|his|her|its|this|that)(?P<more>\s+additional|\s+second|\s+third|\s+other)?(?=\s)",
    re.I,
)
_PLURAL = re.compile(
    r"\b(?:(?:suspected|armed|enemy|taliban|haqqani|other|additional|associated|local|foreign|unarmed)\s+)+\w+s\b"
    r"|\b(?:insurgents|militants|fighters|civilians|soldiers|protesters|rebels|associates|suspects|gunmen)\b",
    re.I,
)
_ONE_OF = re.compile(r"\s+of\s+", re.I)

_COLLECTIVE = frozenset("Taliban army police militia staff crew family couple household personnel".split())
"""Nouns for people whose singular is many."""


def unnumbered(text: str, s: Span) -> Iterator[tuple[Span, Span, bool]]:
    """Words for people without a number in a sentence, those with a determiner first: with it, without it, and whether they are
    several.
    """
    for m in _DETERMINED.finditer(text, s.start, s.end):
        what = noun(text, m.end(), s.end)
        if what is None or not person(words := text[what.start : what.end]):
            continue
        one_of = (
            m["one"].lower() in ("one", "another") and _ONE_OF.match(text, m.end(), what.start) is not None
        )
        plural = _is_plural(words) and not one_of
        # "It was found that civilians died": no determiner, as "those civilians" would be.
        one = m["one"].lower() in ("a", "an", "one", "another", "this", "that")
        if words.split()[-1] not in _COLLECTIVE and not (plural and one):
            yield Span(m.start(), what.end), what, plural
    for m in _PLURAL.finditer(text, s.start, s.end):
        if person(m.group()) and m.group().split()[-1] not in _COLLECTIVE:
            yield Span(*m.span()), Span(*m.span()), _is_plural(m.group())


def _is_plural(words: str) -> bool:
    last = words.split()[-1].lower()
    return last.endswith(("s", "men", "people", "children", "women")) and last not in ("taliban", "boss")
