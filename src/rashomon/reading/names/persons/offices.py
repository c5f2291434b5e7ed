"""Whether who is called by an office and a surname is who bears the surname in full: *President Orr* is not *Selma Orr*, his
daughter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.capitals import CAPITAL
from rashomon.reading.names.words.titles import TITLES_IN_FULL
from rashomon.records import Span

OFFICES = frozenset(
    """
    president pres prime premier chancellor minister senator sen governor gov mayor judge justice secretary chief sheriff general
    gen colonel col major maj captain capt commander cmdr admiral adm chairman chairwoman ambassador representative rep
    congressman congresswoman pope king queen
    """.split()
)
"""Titles that few bear: who has one before the surname is somebody else than a relative without it."""

_ONE_OFFICE = {
    "congressman": "representative", "congresswoman": "representative", "chairwoman": "chairman", "justice": "judge",
    "premier": "prime",
}  # fmt: skip
"""Titles by which the same office is called."""

_KIN = re.compile(
    r"(?:\b(?:his|her|their|whose)|['’]s)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:son|daughter|child|children|father|mother|parents?|brother|sister|husband|wife|widow|uncle|aunt|nephew|niece|cousin|family)s?\b"
    r"|\b(?:son|daughter|brother|sister|wife|husband|father|mother|nephew|niece|cousin)\s+of\b"
    r"|\b(?:first|second)\s+(?:lady|gentleman|daughter|family)\b|\bno\s+relation\b|\bnot\s+related\b|\bnamesake\b",
    re.I,
)
_NEAR = 200
"""Characters before and behind a name in which a word for kin tells that two of the surname are meant. Set by hand."""
_APPOSED = re.compile(r"(?:,| \(| (?:is|was|became|who)\b)[^.!?;\n]{0,80}")
_WORD = re.compile(rf"(?<![\w’'-])[A-Za-z]+(?![\w’'-])(?! {CAPITAL})")
"""A word that no name follows: *Orr, Vice President Ivo Bast and others* tells nothing of Orr."""


def offices_among(words: Iterable[str]) -> frozenset[str]:
    """The offices among titles or other words in lower case, each by one of its titles: *Senator Ann Kerr* is *Sen. Kerr*."""
    titles = (TITLES_IN_FULL.get(word, word) for word in words if word in OFFICES)
    return frozenset(_ONE_OFFICE.get(title, title) for title in titles)


def another_holds(text: str, titled: Sequence[Span], offices: frozenset[str], full: Sequence[Span]) -> bool:
    """Whether the surname at ``titled``, with ``offices`` (:func:`offices_among`) before it, is somebody else's than the name in
    full at ``full``, both in text order and not empty.

    So where no such office stands beside the full name, and the text tells of kin, or has introduced the office's holder
    before it names anybody in full.
    """
    if any(offices & _offices_after(text, name) for name in full):
        return False
    if any(_KIN.search(text, max(0, s.start - _NEAR), s.end + _NEAR) for s in (*titled, *full)):
        return True
    headline = text.find("\n")
    introduced = next((s.start for s in titled if s.start > headline), None)
    return introduced is not None and introduced < full[0].start


def held_in_full(text: str, full: Iterable[tuple[Span, frozenset[str]]]) -> frozenset[str]:
    """The offices (:func:`offices_among`) told right before or behind a name in full, at these places and with these titles."""
    return frozenset[str]().union(*(offices_among(titles) | _offices_after(text, at) for at, titles in full))


def _offices_after(text: str, name: Span) -> frozenset[str]:
    """The offices that are told behind the name: *Orr, the mayor of Lisse*."""
    behind = _APPOSED.match(text, name.end)
    return offices_among(w.lower() for w in _WORD.findall(behind.group())) if behind else frozenset()
