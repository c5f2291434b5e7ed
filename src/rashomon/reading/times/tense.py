"""Whether the words around a time tell of what was or of what will be."""

from __future__ import annotations

import re
from enum import StrEnum

from rashomon.reading.text.numbers import spelt

_REACH = 110
"""Characters to either side that are looked at: a clause, as a rule."""

_BREAK = re.compile(r"[.;:!?“”\"—\n]|,(?=\s(?:and|but|while|who|which|he|she|they|it|we|i)\b)", re.I)

_FUTURE = re.compile(
    r"\b(?:will|won[’']t|shall|would|may|might|can|cannot|going to|about to|(?:is|are|was|were|be|been"
    r"|being) (?:due|set|scheduled|slated|expected|supposed"
    r"|planned|likely|poised|to)\b|due|upcoming|plans? to|planning to|intends? to|hopes? to|(?:vow(?:s|ed)?"
    r"|promise[sd]?)(?: (?:in|on) \w+)? to|expected to|scheduled"
    r"|resumes?|begins?|starts?|opens|ends|expires?|arrives?|debuts?|airs|speaks|meets?|votes|sits|leaves"
    r"|closes|returns|visits"
    r"|hosts|holds|takes|kicks|faces|travels|heads|launches|premieres|goes|comes|runs out|convenes?"
    r"|march(?=\s)|to (?:be|hold|meet|discuss|vote|decide|begin|start"
    r"|attend|visit|speak|come|travel|appear|leave|take|face|support|hear|win|make))\b|[’']ll\b",
    re.I,
)
_AGREED_FOR = re.compile(
    r"\b(?:agree[ds]?|pledge[ds]?|vow(?:s|ed)?|offer(?:s|ed)?|invite[ds]?|call(?:s|ed)?|due|set|scheduled)\b[^.;:!?“”\n]{0,60}?"
    r"\bfor\s+(?:[\w-]+\s+){0,2}?(?:talks|negotiations|elections?|votes?|meetings?|hearings?|summits?|rall(?:y|ies)|strikes?)\s+"
    r"(?:on|in|next|this|at)?\s*$",
    re.I,
)
"""What leads to the time of what is agreed on: *agreed to send envoys for talks on Friday*."""

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


_WILL = re.compile(r"(?:will|won[’']t|shall|would|[’']ll)\Z", re.I)
"""Words of the future that have their verb after them: *water would be released on Wednesday has calmed nobody*."""

_ALSO_NOUNS = frozenset(
    """
    airs closes debuts ends faces heads holds kicks launches leaves march meets premieres returns starts takes travels visits
    votes
    """.split()
)
_BEFORE_NOUN = re.compile(
    rf"(?:\b(?:the|an?|his|her|its|their|our|these|those|some|many|several|few|no|all|both|{spelt(2, 10)}"
    r"|dozen|hundred|of|in|by|with|from|for|police|\d+)|[’']s?)\s+$",
    re.I,
)
_AFTER_NOUN = re.compile(r"\s+(?:of|below|above|near|along|under|behind|were|are|had|have)\b", re.I)


class Tense(StrEnum):
    """What the words around a time tell."""

    PAST = "past"
    FUTURE = "future"


def tense(text: str, start: int, end: int) -> Tense | None:
    """What the nearest telling word in the clause around ``text[start:end]`` says, those before it first; ``None``: nothing."""
    before = text[max(0, start - _REACH) : start]
    if cuts := list(_BREAK.finditer(before)):
        before = " " * cuts[-1].end() + before[cuts[-1].end() :]
    if _AGREED_FOR.search(before):
        return Tense.FUTURE
    after = text[end : end + _REACH]
    if (stop := _BREAK.search(after)) is not None:
        after = after[: stop.start()]
    future, past = _futures(before), [m for m in _PAST.finditer(before) if not _after_be(before, m)]
    if future and _WILL.search(future[-1].group()) and not (past and past[-1].start() > future[-1].start()):
        return Tense.FUTURE
    found = [
        (len(before) - told[-1].end(), which)
        for which, told in ((Tense.FUTURE, future), (Tense.PAST, past))
        if told
    ]
    for which, told in ((Tense.FUTURE, _futures(after)), (Tense.PAST, list(_PAST.finditer(after)))):
        if told:
            # What follows counts less than what leads to the time: "will meet on Monday, said".
            found.append((2 * told[0].start() + 10, which))
    return min(found)[1] if found else None


def _futures(clause: str) -> list[re.Match[str]]:
    return [m for m in _FUTURE.finditer(clause) if not _a_noun(clause, m)]


def _a_noun(clause: str, m: re.Match[str]) -> bool:
    """Whether a word that tells of the future as a verb is a noun here: *police launches below the barrage*."""
    return m.group().lower() in _ALSO_NOUNS and (
        _AFTER_NOUN.match(clause, m.end()) is not None
        or _BEFORE_NOUN.search(clause, max(0, m.start() - 24), m.start()) is not None
    )


def _after_be(clause: str, m: re.Match[str]) -> bool:
    return _AFTER_BE.search(clause, max(0, m.start() - 24), m.start()) is not None
