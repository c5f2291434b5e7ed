"""Figures of nought: ``no civilians were injured``, ``nobody was killed``, ``there were no deaths``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.reading.figures.events import Bound, Event
from rashomon.reading.text.counted import Counted, noun, person
from rashomon.reading.text.numbers import Number
from rashomon.records import Span

_NONE = re.compile(
    r"\b(?P<none>no one|nobody|none|not (?:one|a single)|no)\b(?!\s+(?:more|fewer|less|longer|other|others|one|further"
    r"|additional|new|matter|doubt)\b)",
    re.I,
)
_ALONE = frozenset(("no one", "nobody", "none"))
_AUXILIARY = re.compile(
    r"\s+(?:(?:in|at|on|among|aboard|inside|near|from)\s+(?:[\w’'-]+\s+){1,5}?)?"
    r"(?:(?:has|have|had|was|were|is|are|been|being|got|so|far|yet|also|ever|still|reportedly|\w+ly)\s+)*$",
    re.I,
)
_BE = re.compile(r"\b(?:was|were|is|are|been|being|got)\s", re.I)
_OR = re.compile(r"\s+(?:or|nor|and)\s+(?:\w+ly\s+)?$", re.I)
_NOT_ACTIVE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|to|will|would|could|should|might|may|can|must|not)\s+$|n['’]t\s+$",
    re.I,
)
_DEATHS = re.compile(
    r"\bno\s+(?P<whose>(?:civilian|military|army|police|[A-Z][a-z]+)\s+)?"
    r"(?P<event>deaths|fatalities|injuries|casualties|arrests|detentions)\b",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:there\s+(?:were|are|was|have\s+been|had\s+been)|caus(?:ed|ing)|suffer(?:ed|ing)|ma(?:de|king)|result(?:ed|ing)\s+in"
    r"|report(?:ed|ing))\s+$",
    re.I,
)
_HAPPENED = re.compile(r"\s+(?:have|has|had|were|was)\s+(?:been\s+)?(?:made|caused|suffered)\b", re.I)
_WHY = "“{}” is nought"


def nobody(text: str, s: Span, told: Sequence[Event]) -> Iterator[tuple[Number, Counted, Bound]]:
    """The figures of nought in a sentence whose events are ``told``: of people to whom, it says, the event did not happen."""
    if not told:
        return
    for m in _NONE.finditer(text, s.start, s.end):
        what = Counted("people", None, m.start(), m.end())
        words = m["none"].lower()
        if words not in ("no one", "nobody"):
            at = noun(text, m.end(), s.end)
            if at is not None and person(text[at.start : at.end]):
                what = Counted("people", at, m.start(), at.end)
            elif words not in _ALONE:
                continue
        number = Number(Span(m.start(), what.end), 0, 0, 0, False, _WHY.format(m["none"]))
        for event in _events(text, Span(m.start(), what.end), told):
            if text[event.span.start : event.span.end].lower().endswith("ing"):
                continue  # “nobody was dying of thirst”: not that none have died
            yield number, what, Bound(event, "the event is said of nobody")
    for m in _DEATHS.finditer(text, s.start, s.end):
        leads = _TOLD.search(text, max(s.start, m.start() - 30), m.start())
        opens = not text[s.start : m.start()].strip(" “\"'‘") and _HAPPENED.match(text, m.end())
        event_at = next((e for e in told if e.span.start == m.start("event")), None)
        if event_at is None or not (leads or opens):
            continue
        whose = Span(m.start("whose"), m.end("whose") - 1) if m["whose"] else None
        number = Number(Span(m.start(), m.end()), 0, 0, 0, False, _WHY.format(m.group()))
        yield number, Counted("people", whose, m.start(), m.end()), Bound(event_at, "there were none")


def _events(text: str, whole: Span, told: Sequence[Event]) -> Iterator[Event]:
    """The events that are said of ``whole``, which stands before them, or, as their object, behind one of them."""
    last: Event | None = None
    for e in told:
        if e.span.end <= whole.start:
            between = text[e.span.end : whole.start]
            verb = e.form in ("active", "participle") and not _NOT_ACTIVE.search(
                text, max(0, e.span.start - 12), e.span.start
            )
            if verb and not between.strip():
                yield e
        elif e.span.start >= whole.end:
            if last is not None and _OR.fullmatch(text, last.span.end, e.span.start):
                yield e
                last = e
                continue
            gap = text[whole.end : e.span.start]
            said = e.form == "state" or (e.form == "participle" and _BE.search(gap))
            if last is None and said and _AUXILIARY.fullmatch(gap):
                yield e
                last = e
