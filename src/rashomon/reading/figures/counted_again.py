"""Another count of what was counted before: ``30,000 marched. Police put the number at 6,000. The ministry counted 5,000.``"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.figures.events import Bound
from rashomon.reading.figures.found import Found
from rashomon.reading.figures.of_whom import alone, came, of_others
from rashomon.reading.text.counted import Counted
from rashomon.reading.text.numbers import Number, spelt

JUST_TOLD = 240
"""Characters back to what another count may be of: the sentence before, or one between."""

_FIGURE_AT = re.compile(
    r"\b(?:figure|count|tally|number)(?:\s+of\s+\w+)?\s+(?:\w+\s+)?(?:at|to|of|is|was|as)\s*$", re.I
)
"""What a bare number stands behind where it is another count of what was counted last: *police put the number at 6,000*."""

_A_NUMBER = re.compile(
    rf"\d|\b(?:{spelt(2, 12)}|\w{{3,5}}teen|\w{{3,5}}ty|hundreds?|thousands?|dozens?|half|percent)\b",
    re.I,
)
"""A number between two counts, of which the second may be another count."""

_DONE = re.compile(r"[a-z]+ed")
"""A verb where a noun for what is counted would stand."""


_ENDED = re.compile(r"[.!?;][”\"’]?\s|\n")

#: Two counts of one thing are within this factor of each other: a ministry's and a union's of one march differ by three to ten.
#: Set by that, not tuned.
_AT_MOST = 20


def counted_again(text: str, f: Found, before: Sequence[Found]) -> Found | None:
    """A bare number that is another count of what was counted ``before``: ``30,000 marched; police put the number at 6,000``.

    It is of the same, and of the same event, if of any: 6,000 who marched are not the injured of an earlier sentence. Of several
    counts it is of the last that it is near to: of *640,000 who marched in 30 towns* 210,000 counts no towns.
    """
    if f.bound is not None or f.counted is not None:
        return None
    behind = _FIGURE_AT.search(text, max(0, f.whole.start - 40), f.whole.start) is not None
    if not behind and not alone(text, f.whole):
        return None
    near = (b for b in reversed(before) if b.counted is not None and _is_near(b.number, f.number))
    of = next(near, None)
    if of is None or of.counted is None or not 0 <= f.whole.start - of.whole.end <= JUST_TOLD:
        return None
    ended = _ENDED.search(text, of.whole.end, f.whole.start)
    if not behind and _A_NUMBER.search(text, of.whole.end if ended is None else ended.end(), f.whole.start):
        return None  # "Six died. Police say 5,000 marched. The union says 12,000.": not of the dead
    if of.bound is not None and came(text, f.whole):
        return None  # "Nine were killed. The party said 500 had come.": not of the dead
    if of_others(text, f.number.span, None if of.bound is None else of.bound.event):
        return None
    bound = None if of.bound is None else Bound(of.bound.event, "a count of the event told before")
    words = of.counted.words
    if words is not None and _DONE.fullmatch(text, words.start, words.end):
        return None  # "Police say 5,000 marched. The union says 12.": what was counted is not named
    why = f.number.why if bound else f"{f.number.why}; another count of what is counted before"
    what = Counted(of.counted.unit, words, f.whole.start, f.whole.end)
    return Found(replace(f.number, why=why), what, f.whole, bound)


def _is_near(one: Number, other: Number) -> bool:
    """Whether two numbers may count one thing."""
    a, b = (n.best or n.low or n.high or 0 for n in (one, other))
    return max(a, b) <= _AT_MOST * max(min(a, b), 1)
