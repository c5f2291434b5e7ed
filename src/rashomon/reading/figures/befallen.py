"""What befell those who are counted: the event of a figure, unless it befalls others, did not happen, or is shared by *and*."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.reading.figures.asserted import supposed
from rashomon.reading.figures.events import Bound, Event
from rashomon.reading.figures.found import Found, is_measure
from rashomon.reading.figures.of_whom import (
    adjective_of,
    apart,
    are_animals,
    befalls,
    seen,
)
from rashomon.reading.text.counted import Counted
from rashomon.records import Span

COORDINATED = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+or|\s+as well as|,?\s+plus)\s+(?:at\s+least\s+|another\s+|some\s+)?$", re.I
)
_WHERE = re.compile(r"\b(?:against|at|in|on|near|inside|outside|to|from)\s+$", re.I)
_SEIZED = re.compile(
    r"\b(?:rebels?|gunm[ae]n|militants?|insurgents?|guerrillas?|kidnappers?|bandits|pirates|hijackers)\s+(?:\w+ly\s+)?(?:have\s+|had\s+)?seized"
    r"\s+(?:(?:about|some|nearly|around|at\s+least|more\s+than|over)\s+)?\Z",
    re.I,
)
"""Before a bare number of people: *Rebels seized 200 in the raid*; what the police seize are as likely things."""

_CLAUSE = 80
"""Characters before a number in which that stands."""

TOLLS = frozenset({"killed", "wounded", "captured", "abducted"})
"""Kinds of event of which people without a number are figures: where one or two make a difference to a toll."""

BEFALL = TOLLS | {"displaced", "missing", "freed", "surrendered"}
"""Kinds of event that befall people, so that a number of them counts people."""

HAPPEN = TOLLS | {"displaced", "missing", "freed", "sent"}
"""Kinds of event of which one that is only feared or planned is none."""

_OF_THINGS = frozenset({"sent", "seized", "destroyed"})
"""Kinds of event of which a number that counts nothing need not be one of people: *will send 225 of their “Mugs”*."""


def befalling(text: str, bound: Bound | None, number: Span, what: Counted | None) -> Bound | None:
    """The event, unless it befalls people and befell none: a toll of 12 crowns is paid."""
    if bound is None:
        return None
    if what is None and bound.event.kind in _OF_THINGS:
        return bound if _SEIZED.search(text, max(0, number.start - _CLAUSE), number.start) else None
    return None if bound.event.kind in BEFALL and not befalls(text, number, what, bound.event) else bound


def without_animals(text: str, f: Found, what: Counted | None) -> Found:
    """A figure of animals, which are no toll, though of *40 cattle and two men* the men are."""
    if f.bound is None or f.bound.event.kind not in BEFALL or not are_animals(text, f.number.span, what):
        return f
    return replace(f, counted=what, bound=None)


def with_all_of_them(text: str, f: Found) -> Found:
    """The figure of people in some event, of whom there may be more where somebody has only met them."""
    return f if f.bound is None or is_measure(f.counted) else replace(f, number=seen(text, f.number))


def if_it_happened(text: str, s: Span, f: Found) -> Found:
    """The figure without its event, where that is only supposed, feared, planned or denied."""
    if (
        f.bound is None
        or kind_of_event(f.bound.event, "people") not in HAPPEN
        or f.bound.event.form == "noun"
    ):
        return f
    word = supposed(text, s.start, f.number.span, f.bound.event.span)
    if word is None:
        return f
    why = f"{f.number.why}; “{word}” does not tell that it happened"
    return replace(f, number=replace(f.number, why=why), bound=None)


def coordinated(text: str, found: list[Found]) -> list[Found]:
    """Figures joined by "and" share an event: ``killing 13 US troops and 72 Afghans``, ``two men and a boy were hurt``."""
    out = list(found)
    order = range(len(out))
    for k, other in [(k, k - 1) for k in order[1:]] + [(k, k + 1) for k in reversed(order[:-1])]:
        f, g = out[k], out[other]
        if f.bound is not None or g.bound is None or is_measure(f.counted) or is_measure(g.counted):
            continue
        if other > k and _is_where(text, f):
            continue
        if g.bound is not None and apart(f.number.span, f.counted, g.whole, g.bound.event):
            continue
        first, second = (g, f) if other < k else (f, g)
        between = text[first.whole.end : second.whole.start]
        if COORDINATED.fullmatch(between) and (other > k or g.bound.event.span.start < g.number.span.start):
            bound = Bound(g.bound.event, "it is joined to another figure of the event")
            out[k] = Found(f.number, f.counted, f.whole, bound)
    for k in order[:-1]:
        if COORDINATED.fullmatch(text, out[k].whole.end, out[k + 1].whole.start):
            out[k] = replace(out[k], counted=adjective_of(text, out[k].counted, out[k + 1].counted))
    return out


def _is_where(text: str, f: Found) -> bool:
    """Whether things tell only where it was: ``in attacks against two mosques, and dozens of others were wounded``."""
    if f.counted is None or f.counted.unit != "thing":
        return False
    return _WHERE.search(text, max(0, f.whole.start - 10), f.whole.start) is not None


def kind_of_event(event: Event, unit: str) -> str:
    """What happened, by what it happened to: people who are seized are captured, things are not."""
    return "captured" if event.kind == "seized" and unit == "people" else event.kind
