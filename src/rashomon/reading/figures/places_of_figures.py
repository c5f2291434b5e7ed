"""Where it was that a figure is of, as its own sentence tells: never whose troops or whose strike they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.figures.events import Event
from rashomon.records import Attribution, Span, overlap

_NATION = re.compile(
    r"(?:the\s+)?(?:U\.?\s?S\.?(?:A\.?)?|U\.?K\.?|E\.?U\.?|[A-Z]\w{1,30}(?:ian|ish|ese|ican|aeli|raqi|stani|emeni))"
)
"""Names of nations and short ones of states: before a noun they tell whose it is."""

_GOVERNED = re.compile(
    r"\b(?:in|at|near|from|across|outside|inside|around|throughout|to|of|on|over|into|through)\s+(?:the\s+)?$",
    re.I,
)
_NOUN_BEHIND = re.compile(
    r"\s(?!(?:and|or|on|in|at|after|before|by|when|where|while|was|were|is|has|have|had|that|which|who|from|to|for|since|during|as"
    r"|last|late|early|overnight|yesterday|today|with)\b)[^\W\d_]"
)


_COUNTED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\s+$", re.I
)
"""Before a people that is counted: of *12 Somali and 11 Yemeni* neither is a place."""

_ADDRESS = re.compile(r".*\b(?:Street|Road|Avenue|Lane|Drive|Boulevard|Square|Way|St|Rd|Ave)\b", re.S)
"""Of *2088 Philip Street* nothing is counted."""

_HISTORY = re.compile(r"\s(?:history|memory|time|dollars)\b")
"""*The worst in US history* tells not where it was."""


def place_of(
    text: str, sentence: Span, whole: Span, event: Event | None, places: Sequence[Span]
) -> Span | None:
    """The place of the sentence that stands nearest after the figure and its event, else the nearest before.

    ``whole`` is the figure with what it counts. A nation's name that goes with a noun (``13 U.S. troops``) is no place.
    """
    here = [
        p
        for p in places
        if sentence.start <= p.start
        and p.end <= sentence.end
        and not overlap(p, whole)
        and not _tells_whose(text, p)
    ]
    at = max(whole.end, event.span.end if event else 0)
    later = [p for p in here if p.start >= at]
    earlier = [p for p in here if p.end <= at]
    return later[0] if later else (earlier[-1] if earlier else None)


def _tells_whose(text: str, place: Span) -> bool:
    """Whether a name says whose the noun behind it is: ``a U.S. strike``, not ``in the U.S. yesterday``; or who is counted."""
    counted = _COUNTED.search(text, max(0, place.start - 8), place.start) is not None
    if counted and _ADDRESS.match(text, place.start, place.end + 8) is None:
        return True
    if _HISTORY.match(text, place.end) is not None:
        return True
    return (
        _NATION.fullmatch(text, place.start, place.end) is not None
        and _NOUN_BEHIND.match(text, place.end) is not None
        and _GOVERNED.search(text, max(0, place.start - 16), place.start) is None
    )


_SAID_AT = re.compile(
    r"(?:\s+(?:late|early))?(?:\s+(?:on\s+)?\w+day)?(?:\s+(?:morning|afternoon|evening|night))?\s+(?:in|at|from|outside|near)\s+(?:the\s+)?"
)
"""Between a verb of saying and where it was said."""


def not_of_the_saying(text: str, places: Sequence[Span], by: Attribution | None) -> Sequence[Span]:
    """The places less those right behind who says it or his verb: ``announced at the palace that twelve had died in Harn``.

    *Police in Harn said* tells where it was as well.
    """
    if by is None or not by.source or not by.cue:
        return places
    ends = sorted({by.source[-1].end, by.cue[-1].end})

    def only_said(p: Span) -> bool:
        if any(overlap(p, s) for s in (*by.content, *by.source)):
            return False
        end = next((e for e in reversed(ends) if e <= p.start), None)
        return end == by.cue[-1].end and _SAID_AT.fullmatch(text, end, p.start) is not None

    return [p for p in places if not only_said(p)]
