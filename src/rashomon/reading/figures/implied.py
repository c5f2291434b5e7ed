"""People who are not numbered, and yet figures: one (*a gendarme was killed*), several (*suspected insurgents were detained*), or
somebody by name.

Only in events where one or two make a difference to a toll.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.reading.figures.asserted import supposed
from rashomon.reading.figures.befallen import COORDINATED, TOLLS, kind_of_event
from rashomon.reading.figures.events import Bound, Event, bind
from rashomon.reading.figures.found import Found
from rashomon.reading.figures.of_whom import (
    goes_on,
    governed,
    in_a_clause,
    of_several,
)
from rashomon.reading.figures.unnumbered import unnumbered
from rashomon.reading.text.counted import Counted
from rashomon.reading.text.numbers import Number
from rashomon.records import Span, overlap

_NOT_ANY = re.compile(r"\b(?:no|any|without|neither|nor)\s+(?:[a-z]+\s+)?$", re.I)


def implied(
    text: str, s: Span, told: Sequence[Event], given: Sequence[Found], shares: Sequence[Span]
) -> Iterator[Found]:
    """People without a number in an event: one (``a gendarme``), or several (``suspected insurgents``)."""
    if not any(kind_of_event(e, "people") in TOLLS for e in told):
        return
    seen: list[Span] = [*(f.whole for f in given), *shares]
    for whole, what, plural in unnumbered(text, s):
        if any(overlap(whole, t) for t in seen):
            continue
        if _NOT_ANY.search(text, max(s.start, whole.start - 24), whole.start) or goes_on(text, whole):
            continue
        bound = bind(text, whole, whole, told, seen, s.end) or next(
            (
                Bound(f.bound.event, "it is joined to another figure of the event")
                for f in given
                if f.bound is not None
                and any(
                    COORDINATED.fullmatch(text, one.end, other.start)
                    for one, other in ((f.whole, whole), (whole, f.whole))
                )
            ),
            None,
        )
        if (
            bound is None
            or kind_of_event(bound.event, "people") not in TOLLS
            or bound.why.startswith("the number")
        ):
            continue
        if in_a_clause(text, s.start, whole, bound.event):
            continue
        if not plural and of_several(text, s.start, whole, bound.event):
            continue
        if whole.start <= bound.event.span.start and bound.event.span.end <= whole.end:
            continue
        if supposed(text, s.start, whole, bound.event.span) is not None:
            continue
        seen.append(whole)
        low, best, high = (2, None, None) if plural else (1, 1, 1)
        why = "people in the plural, without a number" if plural else "one is meant: no number is given"
        number = Number(whole, low, best, high, plural, why)
        yield Found(number, Counted("people", what, whole.start, whole.end), whole, bound, implied=True)


def named_people(
    text: str, s: Span, persons: Sequence[Span], told: Sequence[Event], taken: Sequence[Span]
) -> Iterator[Found]:
    """People by name in an event: each is one."""
    for p in persons:
        if (
            s.start <= p.start
            and p.end <= s.end
            and not any(overlap(p, t) for t in taken)
            and not _owns(text, p, told)
        ):
            bound = bind(text, p, p, told, taken, s.end)
            if (
                bound is not None
                and kind_of_event(bound.event, "people") in TOLLS
                and bound.why.startswith(("the event", "it is"))
                and not in_a_clause(text, s.start, p, bound.event)
                and not governed(text, s.start, p, bound.event)
                and not of_several(text, s.start, p, bound.event)
                and supposed(text, s.start, p, bound.event.span) is None
            ):
                number = Number(p, 1, 1, 1, False, "one is named")
                yield Found(number, Counted("people", p, p.start, p.end), p, bound, implied=True)


def _owns(text: str, person: Span, told: Sequence[Event]) -> bool:
    """Whether something of the person's is told of (``Kerr's home was``), not the event itself (``Kerr's death``)."""
    owned = re.compile(r"['’]s?\s+").match(text, person.end)
    return owned is not None and not any(e.span.start == owned.end() for e in told)
