"""Which clause a time stands in: that of a saying, another's, or none, as the date above a text does.

English without a parser, by what stands right before who says it, and right before and behind the time.
"""

from __future__ import annotations

import re

from rashomon.reading.circumstances.frames import Parts
from rashomon.records import Span

_SUBORDINATE = re.compile(
    r"\b(?:after|before|since|until|till|than|while|when|because|although|though|who|whom|which|that|if)\s+(?:[Tt]he\s+)?$"
)
"""Right before who says it, where their clause hangs on another, in which the time stands."""

_RELATIVE = re.compile(r"\b(?:who|whom|which)\s+(?:[Tt]he\s+)?$")

_AND = re.compile(r"\b(?:and|but)\s+(?:(?:[\w.,’'-]+\s+){0,6}?)$")
_OWN_VERB = re.compile(
    r"\s(?:\w{2,}ed|was|were|has|had|is|are|went|took|came|hurt|left|made|fell|won|lost|began|broke|hit|held|met|saw|shot|struck)\s"
)
_WITH_THAT = re.compile(r"\b(?:said|says?|told|tells?|asked|added|wrote)\s")
"""Before a time that has a verb of its own: *Kerr hurt his knee on Monday and the club said*."""

_DONE_BY = re.compile(
    r"\b(?!(?:asked|approached|challenged|contacted|interviewed|pressed|questioned|quoted|reached|issued|published|released|signed|written)\b)"
    r"\w{2,}ed\s+by\s+(?:the\s+)?(?:[\w’'.-]+\s+){1,4}?$",
    re.I,
)
"""Before a time at which something was done by another: *after a review ordered by the mayor last month, they said*."""

_NO_ANSWER = re.compile(
    r"\b(?:could\s+not\s+(?:immediately\s+)?be\s+reached|declined\s+to\s+comment|did\s+not\s+(?:immediately\s+)?(?:respond|answer|reply))\b"
    r"[^.;:]{0,60}$",
    re.I,
)

_ANCHORED = re.compile(r"(?:after|before|following|eve\s+of)$", re.I)
"""At the end of a time that only what follows dates: *a day after*."""

_FULL = re.compile(r"(?:.{4,}(?:1[89]|20)\d\d|(?:1[89]|20)\d\d-\d\d-\d\d)$")
_APART_BEFORE = re.compile(
    r"(?:\b(?:on|since|until|till|of|by|in|from|before|after|dated|to|and|or|late|early|last|the|for|during)|,)\s+$",
    re.I,
)
_APART_AFTER = re.compile(
    r"(?P<clock>,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:(?i:[ap]\.?\s?m)\b\.?)?(?:\s+[A-Z]{2,4}\b)?)?\s+(?:[A-Z“\"‘]|\d)"
)
_HEAD = 120
"""Characters from the beginning of a paragraph in which a date may stand above its words."""

_ASIDE = re.compile(r"(?:allegedly|reportedly|apparently|supposedly|purportedly|ostensibly|seemingly)", re.I)


def in_another_clause(text: str, begin: int, spot: Span, frame: int) -> bool:
    """Whether a time of the sentence from ``begin`` stands in another clause than the saying, whose first word is at ``frame``.

    >>> text = "On Friday the mill burned after Kerr said so."
    >>> in_another_clause(text, 0, Span(0, 9), 32), in_another_clause("On Friday Kerr said so.", 0, Span(0, 9), 10)
    (True, False)
    """
    if _ANCHORED.search(text, spot.start, spot.end) or _NO_ANSWER.search(
        text, max(begin, spot.start - 120), spot.start
    ):
        return True
    if spot.end > frame:
        # "The queen, whom many admire, died on Thursday."
        hangs = spot.start > frame and _RELATIVE.search(text, max(begin, frame - 24), frame) is not None
        return hangs and "," in text[frame : spot.start]
    if _SUBORDINATE.search(text, spot.end, frame) or _DONE_BY.search(
        text, max(begin, spot.start - 80), spot.start
    ):
        return True
    ahead = text[begin : spot.start]
    own = _OWN_VERB.search(ahead) is not None and _WITH_THAT.search(ahead) is None
    return own and _AND.search(text, spot.end, frame) is not None


def stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a whole date, or a day with its clock, stands above the words of a paragraph, in no sentence.

    ``Posted: July 29, 2004 Kerr, a former mayor``; ``Dec. 24 4:33 AM EST Kerr smiled``.

    >>> stands_apart("July 29, 2004 Kerr was found dead.", 0, 13), stands_apart("On July 29, 2004 Kerr died.", 3, 16)
    (True, False)
    """
    behind = _APART_AFTER.match(text, end, end + 40)
    if behind is None or not (
        _FULL.search(text, start, end) or (behind["clock"] and text[end - 1].isdigit())
    ):
        return False
    head = text.rfind("\n", 0, start) + 1
    return start - head <= _HEAD and _APART_BEFORE.search(text, max(head, start - 12), start) is None


def is_an_aside(text: str, f: Parts) -> bool:
    """Whether a cue is an adverb without a source, to nobody and of no day: ``allegedly``."""
    return (
        not f.source and len(f.cue) == 1 and _ASIDE.fullmatch(text, f.cue[0].start, f.cue[0].end) is not None
    )
