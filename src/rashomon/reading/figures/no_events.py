"""Words for events that tell of none: ``death row``, ``pro-death``, ``prices fell``, a team that lost two men."""

from __future__ import annotations

import re

_NO_EVENT = re.compile(
    r"(?:death|arrest|prison|murder)s?[\s-]+(?:row|penalt(?:y|ies)|sentences?|threats?|certificates?|squads?|warrants?|camps?|wish|rates?"
    r"|guards?|duty)\b",
    re.I,
)
"""*Death row*, *death threats*: nobody has died."""

_COMPOUND = re.compile(r"\b[A-Za-z]+-$")
"""Before a noun that is only a part of a word: *the nine pro-death jurors*."""

_OF_A_STATE = re.compile(
    r"\b(?:state|federal|county|former|dead|killed|freed|released|missing|escaped)\s+$", re.I
)
"""Before *prisoners*, of whom nobody tells that they were taken, or something else besides."""

_FALLEN = re.compile(
    r"\b(?:soldiers?|fighters?|troops|troopers|rebels?|militants|militiam[ae]n|insurgents?|gunm[ae]n|guerrillas?|policem[ae]n"
    r"|servicem[ae]n|marines?|commandos?|paratroopers?|combatants?)(?:\s+(?:had|have|has))?\s+$",
    re.I,
)
"""Before *fell*: of nobody else does it mean that they died."""

_TOOK = re.compile(r"\b(?:t(?:ake|ook|aking)|h(?:old|eld|olding))\s+[\w,-]+(?:\s+[\w-]+){1,3}\s+$", re.I)
"""Before *hostage* where it is what somebody is taken: *took about 30 people hostage*."""

_FILMED = re.compile(
    r"\s+(?:\w+\s+)?(?:on|in|by)\s+(?:(?:an?|the|his|her|their|its|several)\s+)?(?:[\w-]+\s+)?(?:camera|video|film|tape|footage|cctv|audio|recording"
    r"|photograph|photo|picture|image)s?\b",
    re.I,
)
"""Behind *captured* where nobody is taken: *captured on video*."""

_OF_MEN = re.compile(r"\s+[\w,-]+(?:\s+[\w,-]+){0,4}?\s+men\b", re.I)
_ARMED = re.compile(
    r"\b(?:army|navy|front|militia|brigade|battalion|regiment|troops|forces|guerrillas?|rebels?|soldiers|insurgents|fighters|gunmen"
    r"|general|commander|colonel|marines)\b",
    re.I,
)
"""Who loses men that are dead: *the Front lost six men*. A team that does goes on with the others."""

_BEFORE = 160
"""Characters of a sentence before a loss in which it is told whose it is."""


def is_none(text: str, start: int, m: re.Match[str], form: str) -> bool:
    """Whether a word for an event tells of none in the sentence from ``start``: ``death row``, ``pro-death``, ``prices fell``."""
    if _NO_EVENT.match(text, m.start()) is not None:
        return True
    if form == "noun":
        before = max(start, m.start() - 24)
        return any(p.search(text, before, m.start()) is not None for p in (_COMPOUND, _OF_A_STATE))
    word = m.group().lower()
    if word == "captured" and _FILMED.match(text, m.end(), m.end() + 60) is not None:
        return True
    if word == "fell":
        return _FALLEN.search(text, max(start, m.start() - 40), m.start()) is None
    if word == "hostage":
        return _TOOK.search(text, max(start, m.start() - 60), m.start()) is None
    if word in ("lost", "losing") and _OF_MEN.match(text, m.end(), m.end() + 60) is not None:
        return _ARMED.search(text, max(start, m.start() - _BEFORE), m.start()) is None
    return False
