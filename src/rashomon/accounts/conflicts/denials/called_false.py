"""Who calls false what somebody claims: *called it a lie*, or in one breath: *her claim that it burned is false*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.accounts.conflicts.denials.not_yet import not_yet
from rashomon.reading.attributions.denying import denies
from rashomon.records import Attribution, Reading, Report, Span, text_of

_FALSE = (
    r"(?:lies?|slander|libel|calumny|fabrications?|inventions?(?!\s+of)|nonsense|rubbish|falsehoods?|fairy\s+tales?|untruths?|untrue|not\s+true|false(?!\s+(?:alarm|dawn|economy|flag|friend|start|step))|baseless"
    r"|unfounded|groundless|fake\s+news|hoax(?:es)?|bogus|incorrect|inaccurate|(?:fabricated|invented)(?!\s+(?:at|by|for|in))|made\s+up(?!\s+of))\b"
)
_FALSE_CLAIM = rf"(?:{_FALSE}|(?:fake|fiction(?:al)?)\b)"
"""What a claim may be called, and nothing that *it* may stand for: a coat is fake, and a novel fiction."""

_NOT = r"(?:anything|barely|far|hardly|never|no|not|nothing|scarcely)"
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ(?:es|ed|ing)|brand(?:s|ed|ing)|denounc(?:es|ed|ing))\b", re.I
)
_IT_A_LIE = re.compile(
    r"\W*(?:it|this|that|(?:the|that|this)\s+(?:\w+\s+)?(?:claim|allegation|accusation|account|story|report|suggestion)s?)"
    rf"\s+(?:as\s+)?[“\"‘']?(?:an?\s+)?(?:(?!{_NOT}\b)[\w-]+\s+){{0,2}}?{_FALSE}",
    re.I,
)
_CLAIMS = re.compile(
    r"\b(?:claim|allegation|accusation|assertion|suggestion|report|statement|charge)s?\b", re.I
)
_IS_FALSE = re.compile(
    rf"\W*(?:is|are|was|were|had\s+been|has\s+been)\s+(?:(?!{_NOT}\b)\w+ly\s+)?[“\"‘']?(?:an?\s+)?{_FALSE_CLAIM}",
    re.I,
)
_CALLED_SO = re.compile(
    rf"\W*(?:as\s+)?[“\"‘']?(?:an?\s+)?[“\"‘']?(?:(?!{_NOT}\b)[\w-]+\s+){{0,2}}?(?:{_FALSE_CLAIM}|absurd\b|ridiculous\b)",
    re.I,
)
"""Behind a claim that somebody calls something."""

_CLAIMS_SO = re.compile(
    rf"\W{{0,4}}(?:the|this|that|these|those|such|all)\s+(?:\w+\s+)?{_CLAIMS.pattern}\s+(?:as\s+)?[“\"‘']?(?:(?!{_NOT}\b)\w+ly\s+)?"
    r"(?:an?\s+)?[“\"‘']?(?:absurd|laughable|ludicrous|preposterous|ridiculous)\b",
    re.I,
)
"""Claims that are called what only a claim is false by: *called it absurd* may be of a plan."""

_POINTS_BACK = re.compile(r"(?:such|this|that|these|those)\s+(?:an?\s+)?[\w-]+\W*\Z", re.I)
_BEHIND = 48
"""Characters behind a claim in which it is called false."""


def calls_it_false(text: str, a: Attribution) -> bool:
    """Whether somebody says of what was just said that it is false: ``called it a lie``, ``calls the claims “absurd”``."""
    words = text_of(text, a.content)
    so = _IT_A_LIE.match(words) or _CLAIMS_SO.match(words)
    return so is not None and any(_CALLS.search(text, c.start, c.end) for c in a.cue)


def called_false(report: Report, reading: Reading) -> Iterator[tuple[int, int]]:
    """The attributions of claims that whoever gives them calls false in the same breath, with theirs, by their numbers."""
    text = report.text
    for index, a in enumerate(reading.attributions):
        outer = None if a.inside is None else reading.attributions[a.inside]
        if a.inside is None or outer is None or not a.content:
            continue
        if not any(_CLAIMS.search(text, c.start, c.end) for c in a.cue):
            continue
        end = a.content[-1].end
        calls = a.source and any(_CALLS.search(text, c.start, c.end) for c in outer.cue)
        so = _CALLED_SO if calls else _IS_FALSE
        if any(c.start <= end < c.end for c in outer.content) and so.match(text, end, end + _BEHIND):
            yield index, a.inside


def called_so(report: Report, reading: Reading) -> Iterator[tuple[int, int]]:
    """The claims that nobody is named for and somebody calls false, with that somebody's attributions, by their numbers.

    *The Guild calls the claims that it sold the lamp “absurd”*: whoever else says that it did has claimed it.
    """
    text = report.text
    for index, a in enumerate(reading.attributions):
        outer = None if a.inside is None else reading.attributions[a.inside]
        if a.inside is None or outer is None or a.source or not a.content:
            continue
        if _POINTS_BACK.match(text, a.content[0].start, a.content[-1].end):
            continue  # "reports of such deaths": of which, the words do not tell
        end = a.content[-1].end
        if (
            any(_CLAIMS.search(text, c.start, c.end) for c in a.cue)
            and any(_CALLS.search(text, c.start, c.end) for c in outer.cue)
            and any(c.start <= end < c.end for c in outer.content)
            and _CALLED_SO.match(text, end, end + _BEHIND)
            and not denies(text, outer.cue)
            and not not_yet(text, outer)
        ):
            yield index, a.inside


def whole(a: Attribution) -> Span:
    """All of an attribution's content, from its first character to its last."""
    return Span(a.content[0].start, a.content[-1].end)
