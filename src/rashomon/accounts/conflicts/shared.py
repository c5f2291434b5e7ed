"""What the sides of a conflict have in common, so that a reader can judge whether they are about one thing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from rashomon.accounts.context import touching, window
from rashomon.accounts.records import Conflict, ConflictMember
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.possessives import without_possessive_s
from rashomon.records import Report

#: Words told.
_MOST = 8

_WORD = re.compile(r"[^\W\d_][\w’'-]*[\w]")


def shared(conflict: Conflict, reports: Mapping[str, Report]) -> tuple[str, ...]:
    """In phrases: the words that a sentence of every side has (names and places among them), and the days of the reports."""
    sides: dict[int, dict[str, str]] = {}
    days: dict[str, None] = {}
    unknown = 0
    for m in conflict.members:
        report = reports.get(m.report)
        if report is None:
            continue
        sides.setdefault(m.side, {}).update(_words(report, m))
        if report.published:
            days[report.published[:10]] = None
        else:
            unknown += 1
    if len(sides) < 2:
        return ()
    first, *others = sides.values()
    found = [word for key, word in first.items() if all(key in other for other in others)]
    # Names first: they are what tells one place or person from another.
    found.sort(key=lambda word: not word[:1].isupper())
    words = f"words on every side: {', '.join(found[:_MOST])}" if found else "no telling word on every side"
    known = f"{min(days)} to {max(days)}" if len(days) > 1 else next(iter(days), "")
    dates = [f"reports of {known}"] if known else []
    dates += ["dates not known" if not known else "some dates not known"] if unknown else []
    return words, *dates


def _words(report: Report, member: ConflictMember) -> Mapping[str, str]:
    low, high = window(report, member.start, member.end)
    return _telling(report.text[low:high], member.start - low, member.end - low)


@lru_cache(maxsize=1 << 12)
def _telling(near: str, start: int, end: int) -> Mapping[str, str]:
    """The telling words of the sentence about these characters of a text. Kept, as a page of a story is asked for again."""
    found: dict[str, str] = {}
    for s in touching(near, start, end):
        for m in _WORD.finditer(near, s.start, s.end):
            key = without_possessive_s(m.group().lower().replace("’", "'"))
            if key not in FUNCTION_WORDS and len(key) > 2:
                found.setdefault(key, without_possessive_s(m.group()))
    return found
