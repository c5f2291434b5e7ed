"""As what the text has somebody in an office: *the president* is neither the former one nor the vice president."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rashomon.capitals import CAPITAL
from rashomon.records import Span

_FORMER = frozenset({"former", "ex", "then", "late", "outgoing", "onetime"})
_UNDER = frozenset({"vice", "deputy", "assistant", "under"})
_QUALIFIED = rf"(?P<q>(?:\b(?i:{'|'.join(sorted(_FORMER | _UNDER))})[\s-]+(?:{CAPITAL}[\w.’']{{0,30}}\s+){{0,2}}){{0,3}})"
"""Words before an office, each with the names of a place behind it: *former U.S.*"""
_BEFORE, _AFTER = 80, 60

Standing = tuple[bool, bool]
"""Whether somebody held the office once, and whether it is that of a deputy."""


def standing(words: Iterable[str]) -> Standing:
    """What words before an office tell: ``former vice`` of *the former vice president*."""
    told = frozenset(words)
    return not told.isdisjoint(_FORMER), not told.isdisjoint(_UNDER)


def held(text: str, mentions: Sequence[Span], office: str) -> frozenset[Standing]:
    """How the office, a noun in lower case, stands right before these names, or right behind them; empty where it does not."""
    before, behind = _patterns(office)
    found = [before.search(text, max(0, m.start - _BEFORE), m.start) for m in mentions]
    found += [behind.match(text, m.end, m.end + _AFTER) for m in mentions]
    return frozenset(standing(re.findall(r"[a-z]+", f["q"].lower())) for f in found if f is not None)


@lru_cache(maxsize=256)
def _patterns(office: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The office with what stands before it, right before a name and as an apposition behind one."""
    noun = rf"{_QUALIFIED}\b(?i:{re.escape(office)})"
    apposed = rf",? (?:(?:who )?(?:is|was) )?(?:(?:the|a|an|its) )?(?:[\w.]{{1,30}}['’]s? )?{noun}\b"
    return re.compile(rf"{noun}[\s,]+\Z"), re.compile(apposed)
