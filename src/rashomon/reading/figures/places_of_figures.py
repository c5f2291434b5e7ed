"""Where it was that a figure is of, as its own sentence tells: never whose troops or whose strike they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.figures.events import Event
from rashomon.reading.text.numbers import spelt
from rashomon.records import Attribution, Figure, Span, overlap

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


_COUNTED = re.compile(rf"(?:\d|\b(?:{spelt(1, 12)}))\s+$", re.I)
"""Before a people that is counted: of *12 Somali and 11 Yemeni* neither is a place."""

_ADDRESS = re.compile(r".*\b(?:Street|Road|Avenue|Lane|Drive|Boulevard|Square|Way|St|Rd|Ave)\b", re.S)
"""Of *2088 Philip Street* nothing is counted."""

_HISTORY = re.compile(r"\s(?:history|memory|time|dollars)\b")
"""*The worst in US history* tells not where it was."""


_EVERYWHERE = re.compile(
    r"\b(?:worldwide|world-wide|globally|(?:around|across|throughout|all\s+over|in\s+all\s+of)\s+the\s+(?:world|globe|continent|planet))\b",
    re.I,
)
"""What is told of the whole world is of none of the places named beside it."""

_NEXT_COUNT = re.compile(
    rf"\b(?:including|among\s+(?:them|whom|those))\s(?:[^\W\d_]+\s){{0,4}}(?:\d|(?:{spelt(2, 12)}"
    r"|dozens|hundreds|thousands)\b)(?!-)(?:[^.,;:!?)—–\n]|(?<=\d),(?=\d))*$|\b(?:while|whereas)\s+(?:the|another|an?|in|at|\d)\b|;",
    re.I,
)
"""Between a figure and a place that is another's: ``23,600 people, including at least 1,178 in Torvena``."""

_SINCE = re.compile(
    r"\bsince\s+(?:[\w’'-]+\s+){1,6}(?:was|were|had|has|began|started|broke|emerged|appeared)\b", re.I
)
"""Before a place where something began: ``deaths since the illness was first found in Harn``."""

_NOT_THERE = re.compile(r"\b(?:for|against|with|from|by|than|like|between)\s+(?:the\s+)?$", re.I)
"""Before a place told ahead of a figure that is not where it was: ``calls from Orm to end the war that left 400 dead``."""

_WIRED = re.compile(r"\s*\((?:[A-Z]{2,5}|Reuters|Bloomberg)\)")
"""Behind a place where a report was written: ``Harn (MPA) Sixteen men were arrested``."""

_SEAT = re.compile(r"(?:the\s+)?(?:White\s+House|Pentagon|Kremlin|Downing\s+Street|Capitol\s+Hill)", re.I)
"""Where governments sit is their name: nothing was there that is not told to have been *at* or *near* it."""


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
    if event is not None and _EVERYWHERE.search(text, *_clause(text, sentence, whole, at)):
        return None
    later = next((p for p in here if p.start >= at), None)
    if later is not None and not _is_anothers(text[at : min(later.start, at + _GAP)]):
        return None if _is_joined(text, later, here) else later
    earlier = [
        p for p in here if p.end <= at and _NOT_THERE.search(text, max(0, p.start - 12), p.start) is None
    ]
    return earlier[-1] if earlier and not _is_joined(text, earlier[-1], here) else None


def is_everywhere(text: str, figure: Figure) -> bool:
    """Whether a figure is of the whole world, as the clause of its event tells: ``has killed 4,000 people worldwide``."""
    if figure.event_at is None:
        return False
    at = max(figure.whole_end, figure.event_at.end)
    whole = Span(min(figure.start, figure.event_at.start), figure.whole_end)
    return _EVERYWHERE.search(text, *_clause(text, Span(whole.start, at + _CLAUSE), whole, at)) is not None


def _is_joined(text: str, place: Span, here: Sequence[Span]) -> bool:
    """Whether a place is one of two of which a figure is told: ``across Torvena and Orm 125 people died``."""
    return any(
        _AND.fullmatch(text, first.end, second.start) is not None
        for other in here
        for first, second in [sorted((place, other))]
        if first.end < second.start <= first.end + 12
    )


_AND = re.compile(r"\s+and\s+(?:in\s+)?(?:the\s+)?")
_GAP = 300
"""Characters between a figure and a place in which another count is looked for."""

_CLAUSE = 120
"""The most characters of a clause behind its event."""

_CLAUSE_ENDS = re.compile(r"[;:–—]|[.!?]\s|\n|,\s+(?:and|but|while|including)\b")


def _clause(text: str, sentence: Span, whole: Span, at: int) -> tuple[int, int]:
    """From the figure on to where another clause begins behind its event, which ends at ``at``."""
    last = min(sentence.end, at + _CLAUSE)
    end = _CLAUSE_ENDS.search(text, at, last)
    return whole.start, last if end is None else end.start()


def _is_anothers(gap: str) -> bool:
    """Whether a place behind a figure, beyond ``gap``, is where something else was."""
    return _NEXT_COUNT.search(gap) is not None or _SINCE.search(gap) is not None


def _tells_whose(text: str, place: Span) -> bool:
    """Whether a name says whose the noun behind it is: ``a U.S. strike``, not ``in the U.S. yesterday``; or who is counted."""
    counted = _COUNTED.search(text, max(0, place.start - 8), place.start) is not None
    if counted and _ADDRESS.match(text, place.start, place.end + 8) is None:
        return True
    if _HISTORY.match(text, place.end) is not None:
        return True
    if _WIRED.match(text, place.end) is not None:
        return True
    if _SEAT.fullmatch(text, place.start, place.end) is not None:
        return _GOVERNED.search(text, max(0, place.start - 16), place.start) is None
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
