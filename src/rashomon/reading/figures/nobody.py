"""Figures of nought: ``no civilians were injured``, ``nobody was killed``, ``there were no deaths``, ``without loss of life``.

That none were reported, or none immediately, tells only that nothing is known; nor is it told of everybody where some are left
out (``nobody died without a doctor``), or of the event alone where it is of a time since (``nobody has died there since``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from rashomon.reading.figures.events import Bound, Event
from rashomon.reading.text.counted import Counted, noun, person
from rashomon.reading.text.numbers import Number
from rashomon.records import Span

_NONE = re.compile(
    r"\b(?P<none>no one|nobody|none|not (?:one|a single)|no)\b(?!\s+(?:more|fewer|less|longer|other|others|one|further"
    r"|additional|new|matter|doubt)\b)",
    re.I,
)
_OF_SO_MANY = re.compile(
    r"\b(?:not\s+(?:a\s+single\s+)?one|none|no\s+one|neither)\s+of\s+(?:(?:all|the|these|those|its|their|his|her|our)\s+){0,2}"
    r"(?P<of>[\w,-]{1,20})\b",
    re.I,
)
"""Of how many it is told: *not one of the 12 was hurt*."""

_OF_SOME_OR_LATER = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:without|unless|until|except(?:ing)?|save\s+for|other\s+than|apart\s+from|aside\s+from|besides)\b"
    r"|[^.,;:!?\n]{0,60}?\s(?:since|in\s+(?:[\w-]+\s+){1,2}(?:years|months|weeks|decades|days))\b",
    re.I,
)
"""Behind an event that is said of nobody, where it is not said of everybody, or of a longer time."""
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
_LOSS = r"loss\s+of\s+(?:human\s+|civilian\s+)?li(?:fe|ves)"
_WITHOUT = re.compile(
    rf"\b(?:(?:without|with\s+no)\s+(?:any\s+|a\s+single\s+)?(?:civilian\s+|human\s+)?"
    rf"(?P<what>{_LOSS}|casualt(?:y|ies)|fatalit(?:y|ies)|deaths?|injur(?:y|ies))"
    rf"|(?:caus(?:ed|ing)|there\s+(?:was|were|has\s+been|had\s+been)|suffer(?:ed|ing)|result(?:ed|ing)\s+in)\s+(?P<loss>no\s+{_LOSS})"
    r"|(?:claimed|cost|took)\s+(?P<lives>no\s+(?:human\s+)?lives)"
    r"|(?P<lost>no\s+(?:human\s+)?lives)\s+(?:were|was|have\s+been|had\s+been)\s+lost)\b"
    r"(?:\s+(?:or|nor)\s+(?P<or>injur(?:y|ies)|deaths?)\b)?"
    r"(?!(?<=h)\s+(?!(?:or|and|in|on|at|to|by|as|for|from|when|after|during|among|but|this|last)\b)\w)"
    r"(?!(?<=y)\s+(?!(?:or|and|in|on|at|to|by|as|for|from|when|after|during|among|but|this|last)\b)\w)(?!\s+being\b)",
    re.I,
)
"""That it ended without what is counted."""

_NOT_SO_YET = re.compile(
    r"\b(?:to\s+(?:be|end|avoid|ensure|achieve|resolve|settle|win|take|do|rescue|free|evacuate|finish|pass)|will|would|can|could|should|shall|must|may|might|if|unless|whether|hop\w+|want\w*|plan\w*|promis\w+|pledg\w+|possibl[ey]"
    r"|impossible|rarely|seldom|never|not|often|usually|always|cannot|calls?\s+for|call(?:ed|ing)\s+for|order(?:s|ed|ing)?)\b|n['’]t\b",
    re.I,
)
"""Before *without loss of life* in its sentence: nobody tells that it has ended so."""

_KINDS = {"injur": ("wounded",), "casualt": ("wounded", "killed")}
"""What befell nobody, by how what is called begins, where it is not death alone: casualties are the dead and the hurt."""

_REACH = 160
"""Characters between those to whom an event did not happen and its word: helpers, and a place."""

_CLAUSE = 120
"""Characters before it that are looked at for that."""

_WHY = "“{}” is nought"


def nobody(text: str, s: Span, told: Sequence[Event]) -> Iterator[tuple[Number, Counted, Bound]]:
    """The figures of nought in a sentence whose events are ``told``: of people to whom, it says, the event did not happen."""
    yield from _without(text, s)
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
            if _OF_SOME_OR_LATER.match(text, event.span.end, min(s.end, event.span.end + _CLAUSE)):
                continue
            yield number, what, Bound(event, "the event is said of nobody")
    for m in _DEATHS.finditer(text, s.start, s.end):
        leads = _TOLD.search(text, max(s.start, m.start() - 30), m.start())
        opens = not text[s.start : m.start()].strip(" “\"'‘") and _HAPPENED.match(text, m.end())
        event_at = next((e for e in told if e.span.start == m.start("event")), None)
        if event_at is None or not (leads or opens):
            continue
        whose = Span(m.start("whose"), m.end("whose") - 1) if m["whose"] else None
        number = Number(Span(m.start(), m.end()), 0, 0, 0, False, _WHY.format(m.group()))
        what = Counted("people", whose, m.start(), m.end())
        yield number, what, Bound(event_at, "there were none")
        if m["event"].lower() == "casualties":
            yield number, what, Bound(replace(event_at, kind="killed"), "casualties are the dead too")


def of_nobody_among(text: str, s: Span, numbers: Sequence[Number]) -> list[Number]:
    """Of the numbers of a sentence, those of whom it says something of not one: ``not one of the 12 was hurt``."""
    found = [m.span("of") for m in _OF_SO_MANY.finditer(text, s.start, s.end)] if numbers else []
    return [n for n in numbers if any(n.span.start < end and start < n.span.end for start, end in found)]


def _without(text: str, s: Span) -> Iterator[tuple[Number, Counted, Bound]]:
    """The figures of nought by how something ended: ``put out without loss of life``, ``claimed no lives``."""
    if text[s.start : s.end].rstrip(" ”\"'’)").endswith("?"):
        return
    for m in _WITHOUT.finditer(text, s.start, s.end):
        if _NOT_SO_YET.search(text, max(s.start, m.start() - _CLAUSE), m.start()):
            continue
        group = next(name for name in ("what", "loss", "lives", "lost") if m[name])
        number = Number(Span(*m.span()), 0, 0, 0, False, _WHY.format(m.group()))
        what = Counted("people", None, m.start(), m.end())
        for named in filter(None, (group, "or" if m["or"] else None)):
            kinds = next(
                (k for begins, k in _KINDS.items() if m[named].lower().startswith(begins)), ("killed",)
            )
            for kind in kinds:
                event = Event(kind, "noun", Span(*m.span(named)))
                yield number, what, Bound(event, "it ended without")


def _events(text: str, whole: Span, told: Sequence[Event]) -> Iterator[Event]:
    """The events that are said of ``whole``, which stands before them, or, as their object, behind one of them."""
    last: Event | None = None
    first = bisect_left(told, whole.start - _REACH, key=lambda e: e.span.start)
    for e in islice(told, first, None):
        if e.span.start > (last.span.end if last else whole.end) + _REACH:
            break
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
