"""Whether the words around a time tell of what was or of what will be."""

from __future__ import annotations

import re
from enum import StrEnum

_REACH = 110
"""Characters to either side that are looked at: a clause, as a rule."""

_BREAK = re.compile(r"[.;:!?“”\"—\n]|,(?=\s(?:and|but|while|who|which|he|she|they|it|we|i)\b)", re.I)

_FUTURE = re.compile(
    r"\b(?:will|won[’']t|shall|would|may|might|can|cannot|going to|about to|(?:is|are|was|were|be|been"
    r"|being) (?:due|set|scheduled|slated|expected|supposed"
    r"|planned|likely|poised|to)\b|due|upcoming|plans? to|planning to|intends? to|hopes? to|vow(?:s"
    r"|ed)? to|promise[sd]? to|expected to|scheduled"
    r"|resumes?|begins?|starts?|opens|ends|expires?|arrives?|debuts?|airs|speaks|meets?|votes|sits|leaves"
    r"|closes|returns|visits"
    r"|hosts|holds|takes|kicks|faces|travels|heads|launches|premieres|goes|comes|runs out|convenes?"
    r"|march(?=\s)|to (?:be|hold|meet|discuss|vote|decide|begin|start"
    r"|attend|visit|speak|come|travel|appear|leave|take|face|support|hear|win|make))\b|[’']ll\b",
    re.I,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|didn[’']t|said|told|wrote|fell|rose|went|came|began|led|met|left|fled|took"
    r"|gave|held|spoke|shot|broke"
    r"|won|lost|sent|got|saw|heard|made|found|ran|sat|stood|brought|built|burnt|fought|flew|drove|struck"
    r"|hit|set off|cut|died|became"
    r"|has|have|(?!need|speed|feed|seed|indeed|hundred|red|unnamed)[a-z]{2,}ed)\b",
    re.I,
)

_AFTER_BE = re.compile(
    r"\b(?:be|being|will|would|to|is|are|get|gets|may|might|can|shall)\s+(?:not\s+|\w+ly\s+)?$", re.I
)
"""Before a participle, so that it is no past: *will be signed*."""


class Tense(StrEnum):
    """What the words around a time tell."""

    PAST = "past"
    FUTURE = "future"


def tense(text: str, start: int, end: int) -> Tense | None:
    """What the nearest telling word in the clause around ``text[start:end]`` says, those before it first; ``None``: nothing."""
    before = text[max(0, start - _REACH) : start]
    for cut in _BREAK.finditer(before):
        before = before[:0] + " " * cut.end() + before[cut.end() :]
    after = text[end : end + _REACH]
    if (stop := _BREAK.search(after)) is not None:
        after = after[: stop.start()]
    found: list[tuple[int, Tense]] = []
    for which, pattern in ((Tense.FUTURE, _FUTURE), (Tense.PAST, _PAST)):
        last: re.Match[str] | None = None
        for m in pattern.finditer(before):
            if which is Tense.FUTURE or not _AFTER_BE.search(before, max(0, m.start() - 24), m.start()):
                last = m
        if last is not None:
            found.append((len(before) - last.end(), which))
        if (first := pattern.search(after)) is not None:
            # What follows counts less than what leads to the time: "will meet on Monday, said".
            found.append((2 * first.start() + 10, which))
    return min(found)[1] if found else None
