"""Whether an event that a number stands beside is told to have happened: not denied, not supposed, not only feared or planned.

English without a parser, by the words of the verb itself and of what leads to it. What is only supposed happened to nobody yet:
its number is kept, and is no toll.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.text.words_of_speech import (
    CLAIMS,
    COUNTS,
    TURNING_DOWN,
    any_of,
    beginnings,
    singular_and_plural,
)
from rashomon.records import Span, text_of

_ADVERBS = r"(?:(?:also|still|yet|soon|well|even|all|both|later|\w+ly)\s+)*"
_OPEN = re.compile(
    rf"(?P<word>\b(?:could|may|might|would|should|can|must|will|shall|cannot)|\b\w+[’']ll)\s+{_ADVERBS}(?:not\s+)?{_ADVERBS}"
    rf"(?:have\s+)?{_ADVERBS}(?:(?:be|been|get)\s+)?{_ADVERBS}$",
    re.I,
)
_PLANNED = re.compile(
    r"(?P<word>\b(?:due|set|scheduled|going|planned|expected|likely|sentenced|threatened|about|(?:is|are|was|were)))"
    r"\s+to\s+(?:be\s+)?$",
    re.I,
)
_SUGGESTED = re.compile(
    r"(?P<word>\b(?:advocat|avoid|consider|contemplat|demand|favou?r|oppos|prevent|propos|recommend|suggest|threaten|urg)\w*|\bcall(?:s|ed|ing)?\s+for)"
    r"\s+(?:the\s+)?$",
    re.I,
)
"""Before what is only wished or feared: *suggests arresting Kerr*, *called for the arrest of 12 men*."""

_ORDER = re.compile(
    r"(?P<word>free|release|rescue|kill|capture|detain|arrest|seize|deploy|send|wound|displace|evacuate)\b",
    re.I,
)
_HEADS = re.compile(
    r"(?:\A|(?<=[.!?:“\"‘«]))(?:[\s“\"‘]|(?:please|first|now|then|either|so|or|just)\b,?)*\Z", re.I
)
"""What stands between the head of a sentence and a verb that it begins with."""
_NOT = re.compile(
    rf"(?P<word>\b(?:not|never)|\w+n['’]t)\s+{_ADVERBS}(?:(?:have|has|had)\s+)?{_ADVERBS}(?:(?:been|be|being|get)\s+)?{_ADVERBS}$",
    re.I,
)
_THERE = re.compile(
    r"(?P<word>\b(?:could|may|might|would|should|will))\s+(?:\w+ly\s+)?(?:have\s+been|be)\s+$", re.I
)
"""``there might have been two people killed``: the verb stands before the number."""

_CLAUSE = re.compile(r"[.;:,!?—–“”\"\n]|\bthat\b", re.I)
_IF = re.compile(r"\b(?P<word>if|unless|whether|lest|in case)\b", re.I)
_CLAIM = any_of(singular_and_plural(CLAIMS))
_CLAIMED = re.compile(rf"\b{_CLAIM}\s+(?:\w+\s+){{0,4}}?that\s+[^.;!?\n]*$", re.I)
_FALSE = re.compile(
    r"[^.;!?\n]{0,60}?\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?P<word>false|untrue|baseless|unfounded|wrong|lies|a lie|fabricated"
    r"|denied|dismissed|rejected)\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut\w+|disput(?:e[sd]?|ing)|rebut\w*)\b", re.I)
_COUNTS = COUNTS | {"count", "tally"}
_COUNT = any_of(singular_and_plural(_COUNTS))
_COUNT_OR_NUMBER = any_of(singular_and_plural(_COUNTS | {"number", "total"}))
_OF_CLAIMS = re.compile(
    rf"\b{any_of(beginnings(TURNING_DOWN))}\w*\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_CLAIM}|{_COUNT})\b", re.I
)
_COUNT_OF = re.compile(rf"\b{_COUNT_OR_NUMBER}\s+(?:of|at)\s+(?:[\w’'-]+\s+){{0,2}}$", re.I)
_WRONG = re.compile(
    r"[^.;:!?\n]{0,40}?\b(?:is|are|was|were)\s+(?:(?:\w+ly|just|pure|far|much|a|an)\s+){0,2}"
    r"(?P<word>false|untrue|baseless|unfounded|wrong|incorrect|inaccurate|inflated|exaggerated|exaggeration|invented|invention"
    r"|fabricated|lie|lies|too\s+(?:high|low|large|small)|not\s+(?:true|right|correct|accurate)|nonsense|fiction)\b",
    re.I,
)
_TURNED = re.compile(
    r"(?:\b(?:not|never|nor|neither|without|declin\w+|refus\w+|unable|fail\w+)|n['’]t)\s+(?:to\s+)?(?:\w+ly\s+)?$",
    re.I,
)

_FORETOLD = re.compile(
    r"\b(?:predict\w*|forecast\w*|foretell\w*|foretold|foresee\w*|foresaw|project(?:s|ed|ing|ions?)|anticipat\w*|prognos\w*|expect\w*)\b",
    re.I,
)

#: Characters that are looked at before a verb and before a cue: a verb with its auxiliaries and an adverb or two.
_VERB, _CUE = 48, 24
_COUNT_BEFORE = 60
"""Characters before a number in which *a toll of* stands."""

_CLAUSE_REACH = 160


def supposed(text: str, start: int, number: Span, event: Span) -> str | None:
    """The word that leaves open, or denies, that the event of a number happened, in the sentence from ``start``; else ``None``.

    >>> text = "If the dam breaks, 3,000 people could be killed."
    >>> supposed(text, 0, Span(19, 24), Span(41, 47))
    'could'
    """
    for pattern in (_OPEN, _PLANNED, _SUGGESTED, _NOT):
        if (m := pattern.search(text, max(start, event.start - _VERB), event.start)) is not None:
            return m["word"]
    if (m := _ORDER.fullmatch(text, event.start, event.end)) is not None and number.start >= event.end:
        # "Free 12 men, and we will talk"
        head = text[max(start, event.start - _VERB) : event.start]
        if event.start - start <= _VERB and _HEADS.search(head) is not None:
            return m["word"]
    if (m := _THERE.search(text, max(start, number.start - _VERB), number.start)) is not None:
        return m["word"]
    first, last = min(number.start, event.start), max(number.end, event.end)
    reach = max(start, first - _CLAUSE_REACH)
    begin = max((m.end() for m in _CLAUSE.finditer(text, reach, first)), default=reach)
    if (m := _IF.search(text, begin, first)) is not None:
        return m["word"]
    if _CLAIMED.search(text, reach, first) and (m := _FALSE.match(text, last)) is not None:
        return m["word"]
    return None


def foretold(text: str, cue: Sequence[Span], number: Span) -> bool:
    """Whether whoever speaks by a cue tells that a number behind it is to come: ``predicted``, ``the forecast``.

    >>> text = "Her prediction that 900 would die came true."
    >>> foretold(text, [Span(4, 14)], Span(20, 23)), foretold(text, [Span(4, 14)], Span(0, 3))
    (True, False)
    """
    return any(c.end <= number.start and _FORETOLD.search(text, c.start, c.end) is not None for c in cue)


def called_wrong(text: str, number: Span) -> str | None:
    """The word by which another's count is called wrong, else ``None``: ``the union’s figure of 30 was inflated``.

    >>> called_wrong("He said a toll of 30 was wrong.", Span(18, 20)), called_wrong("A toll of 30 was given.", Span(10, 12))
    ('wrong', None)
    """
    if _COUNT_OF.search(text, max(0, number.start - _COUNT_BEFORE), number.start) is None:
        return None
    wrong = _WRONG.match(text, number.end)
    return None if wrong is None else wrong["word"]


def disowned(text: str, cue: Sequence[Span]) -> bool:
    """Whether whoever speaks by a cue does not stand for what it holds: ``denied that``, ``would not confirm that``,
    ``dismissed the ministry’s figure of``.

    >>> disowned("Police denied that", [Span(7, 13)]), disowned("Police did not deny that", [Span(15, 19)])
    (True, False)
    >>> disowned("Police would not confirm that", [Span(17, 24)]), disowned("Police confirmed that", [Span(7, 16)])
    (True, False)
    >>> disowned("Police rejected accusations that", [Span(7, 15)]), disowned("Police rejected a toll of 12", [Span(7, 15)])
    (True, True)
    """
    if not cue:
        return False
    words = text_of(text, cue)
    at = _DENIES.search(text, cue[0].start, cue[-1].end)
    turned = _TURNED.search(text, max(0, cue[0].start - _CUE), at.start() if at else cue[0].start)
    denies = at is not None or _OF_CLAIMS.match(text, cue[0].start, cue[-1].end + 40) is not None
    return denies != (turned is not None or _TURNED.search(f"{words.rpartition(' ')[0]} ") is not None)
