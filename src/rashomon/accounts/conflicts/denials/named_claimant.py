"""Who claims what somebody denies, where one breath tells both: *denied Ann Lee's claim that the lamp was sold*.

Or it names them alone, and what they claim stands before it: *pushed back on Ann Lee's claim*. A claim that nobody is named for
(*denied reports that …*) has no other teller there, and none is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.reading.names.words.titles import is_title
from rashomon.reading.text.possessives import SIGN
from rashomon.reading.text.words_of_speech import any_of, singular_and_plural
from rashomon.records import Attribution, Report, text_of

_NOUN = re.compile(
    r"\b"
    + any_of(
        singular_and_plural(
            """
            account accusation allegation argument assertion charge claim contention finding insistence narrative report statement
            story suggestion theory
            """.split()
        )
    )
    + r"\b",
    re.I,
)
"""What is held, as the cue of whoever holds it: *the repeated claims*."""

_AT_HEAD = re.compile(r"\W*(?:[\w’'-]+\s+){0,4}(?:(?:by|from|of)\s+)?[“\"‘']?\W*", re.I)
_HEAD = 48
"""Characters that may stand in what is denied before whoever claims it and the noun."""

_TOPIC = re.compile(r"\b(?:about|on|regarding|concerning|into|account\s+of)\W*\Z", re.I)
"""Before what a claim is about, which is not what is claimed: *the report on his taxes*."""

_BROUGHT = re.compile(
    r"\W*(?:(?:for|against|on)\b|to\s+(?:an?|the|his|her|its|their)\b)|[^.;:!?]{0,60}?\b(?:should|ought|must)\b",
    re.I,
)
"""How a claim or an argument goes on that is brought before a court, or asks for something: *the claim for damages*, *to the
throne*.
"""
_AGAINST = re.compile(r"\b(?:against|for|to)\W*\Z", re.I)

_OWNS = re.compile(rf"{SIGN}\W*\Z")
_GIVEN_BY = re.compile(r"\b(?:by|from)\s+\Z", re.I)
_PRONOUN = re.compile(
    r"\W*(?:an?|the|his|her|its|their|my|our|your|this|that|these|those|which|who|it)?\W*", re.I
)
_WHEN = frozenset({*MONTHS, *WEEKDAYS})


_NAME = r"[A-Z][\w’'.-]{0,30}?"
_ALONE = re.compile(
    rf"\W{{0,8}}+(?:[Tt]he\s)?(?P<who>(?:{_NAME}\s){{0,4}}{_NAME}){SIGN}\s(?:[\w-]{{1,30}}\s){{0,2}}?{_NOUN.pattern}\W{{0,8}}+"
)
"""What is denied, where it is somebody's claim and no more is told of it."""


_WORDS = re.compile(r"[\w’'-]{1,60}")


def claimant(denied: str) -> str | None:
    """Whose claim is denied, by the last word of the name, where it is not told what they claim.

    >>> claimant("Ann Lee’s repeated claims"), claimant("Ann Lee’s claim that it burned"), claimant("Monday’s claim")
    ('Lee', None, None)
    """
    name = claimant_in_full(denied)
    return name and name.split()[-1]


def claimant_in_full(denied: str) -> str | None:
    """Whose claim is denied, by the whole name, where it is not told what they claim.

    >>> claimant_in_full("Ann Lee’s repeated claims")
    'Ann Lee'
    """
    m = _ALONE.fullmatch(denied)
    return None if m is None or m["who"].lower() in _WHEN else m["who"]


def may_be(name: str, cited: str) -> bool:
    """Whether somebody cited in these words may be of that name: another first name is another person.

    >>> may_be("Ann Lee", "Bob Lee, a fisherman"), may_be("Ann Lee", "Mrs Lee"), may_be("Lee", "Bob Lee")
    (False, True, True)
    """
    *before, last = name.split()
    words = _WORDS.findall(cited)
    if last not in words:
        return False
    at = words.index(last)
    nearest = (*before[-1:], *words[max(0, at - 1) : at])
    given = [w for w in nearest if w[0].isupper() and w != "The" and not is_title(w)]
    return len(set(given)) < 2 or not before or len(given[0].rstrip(".")) == 1


def claims_within(report: Report, attributions: tuple[Attribution, ...], index: int) -> Iterator[int]:
    """The claims that what an attribution holds begins with, as far as it names whoever claims them, by their numbers."""
    outer = attributions[index]
    if not outer.content:
        return
    start = outer.content[0].start
    for n, a in enumerate(attributions):
        if a.inside != index or not a.content or not a.source or not a.cue:
            continue
        first = min(a.source[0].start, a.cue[0].start)
        at_head = (
            first - start <= _HEAD and _AT_HEAD.fullmatch(report.text, start, max(start, first)) is not None
        )
        topic = _TOPIC.search(report.text, max(0, a.content[0].start - 16), a.content[0].start) is not None
        brought = _BROUGHT.match(report.text, a.content[0].start, a.content[-1].end) or _AGAINST.search(
            report.text, max(0, a.content[0].start - 12), a.content[0].start
        )
        if (
            at_head
            and not topic
            and not brought
            and _NOUN.search(text_of(report.text, a.cue))
            and _names(report.text, a)
        ):
            yield n


def _names(text: str, a: Attribution) -> bool:
    """Whether a source names somebody: *Ann Lee's*, *by the board*; not *Saturday*, *Western*, nor *its*, which leads nowhere."""
    words = text_of(text, a.source)
    if _PRONOUN.fullmatch(words):
        return a.speaker.name is not None
    if words.lower() in _WHEN:
        return False
    given = _GIVEN_BY.search(text, max(0, a.source[0].start - 8), a.source[0].start) is not None
    return given or _OWNS.search(words) is not None or len(re.findall(r"\b[A-Z]", words)) > 1
