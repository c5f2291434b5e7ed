"""Figures: how many, of what, in which event, where, and who is cited for it.

A pure function of a report and its reading. A figure that nobody is cited for is the report's own. People who are not
numbered but plainly one (``a gendarme was killed``) or several (``suspected insurgents were detained``) are figures
marked ``implied``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.figures.asserted import called_wrong, disowned, foretold
from rashomon.reading.figures.befallen import (
    BEFALL,
    HAPPEN,
    befalling,
    coordinated,
    if_it_happened,
    kind_of_event,
    with_all_of_them,
    without_animals,
)
from rashomon.reading.figures.cited import Cited, gapped, whose
from rashomon.reading.figures.counted_again import JUST_TOLD, counted_again
from rashomon.reading.figures.deadlines import deadlines
from rashomon.reading.figures.events import Bound, Event, bind, events
from rashomon.reading.figures.found import Found, is_measure
from rashomon.reading.figures.implied import implied, named_people
from rashomon.reading.figures.no_figures import is_no_figure, is_share
from rashomon.reading.figures.nobody import nobody, of_nobody_among
from rashomon.reading.figures.of_whom import (
    arrested,
    exceeded,
    measured,
    of_others,
)
from rashomon.reading.figures.ordinals import ordinals
from rashomon.reading.figures.places_of_figures import not_of_the_saying, place_of
from rashomon.reading.figures.votes import figures_of, votes
from rashomon.reading.text.counted import Counted, counted
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.numbers import Number, numbers
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.surface import surface
from rashomon.records import OWN_VOICES, Attribution, Figure, MentionKind, Reading, Report, Span, overlap

_COUNT_AT = re.compile(
    r"\b(?:figure|toll|count|tally|number)(?:\s+of\s+\w+)?\s+(?:\w+\s+)?(?:at|to|of|is|was|as)\s*$", re.I
)
_IT_STANDS = re.compile(
    r"(?:^|[.!?:;“”\"\n]\s*)(?:it|that|the\s+(?:count|number|total))\s+(?:now\s+)?(?P<verb>is|stands\s+at|has\s+(?:since\s+)?(?:risen|grown|gone\s+up)"
    r"\s+to)\s+(?:now\s+)?(?:at\s+least\s+)?$",
    re.I,
)
_BY_NOW = re.compile(r"\s*,?\s*(?:now|today|tonight|so\s+far|by\s+now)\s*(?:[.,;!”\"]|$)", re.I)
_OWN_CLAUSE = re.compile(r"[;:.]\s*(?:(?:and|but|yet|while)\s+)?$", re.I)
_NOT_THIS = re.compile(r",?\s*\b(?:(?:and|but)\s+)?(?:not|rather\s+than|instead\s+of)(?:\s+all)?\s+$", re.I)
_NOT_ONLY = re.compile(r"(?:only|just|exactly|precisely)\b", re.I)
_BUT_THIS = re.compile(r"\s*(?:,\s*but\b|,|\bbut\b)?", re.I)
_COUNTS = 8
"""Counts before a number of which it may be another."""

_NEIGHBOURS = 50
"""Figures of a sentence on each side of one that may stand between it and its event."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, and the dates, places and persons that are named in it, in text order."""

    span: Span
    dated: Sequence[Span]
    places: Sequence[Span]
    persons: Sequence[Span]


def figures(report: Report, reading: Reading) -> tuple[Figure, ...]:
    """The figures in the report's own voices, in text order; readers' comments and furniture are not read."""
    text, cited = surface(report.text), Cited(reading.attributions)
    out: list[Figure] = []
    last: Event | None = None
    counted_last: list[Found] = []
    for sentence in _sentences(report, reading):
        here: list[Found] = []
        voted = votes(text, sentence.span)
        for found in _in_sentence(text, sentence, last, counted_last, [v.span for v in voted]):
            out.append(_figure(text, found, sentence, cited, reading.attributions))
            if found.bound is not None:
                last = found.bound.event
            if not found.implied and not is_measure(found.counted):
                here.append(found)
        counted_last = here[-_COUNTS:] or counted_last
        out += deadlines(text, sentence.span, report.published, cited)
        out += ordinals(text, sentence.span, cited)
        out += (f for v in voted for f in figures_of(text, v, cited))
    return tuple(sorted(set(out), key=lambda f: (f.start, f.end, f.unit, f.event or "")))


def _sentences(report: Report, reading: Reading) -> Iterator[_Sentence]:
    """The sentences of what is read of a report."""
    kinds = (MentionKind.DATE, MentionKind.PLACE, MentionKind.PERSON)
    spans = [[Span(m.start, m.end) for m in reading.mentions if m.kind is kind] for kind in kinds]
    named = [Holders((s, n) for n, s in enumerate(of_kind)) for of_kind in spans]
    for passage in report.passages:
        if passage.voice in OWN_VOICES:
            for s in sentences(surface(report.text), passage.start, passage.end):
                here = ([of[n] for n in at.meeting(s)] for of, at in zip(spans, named, strict=True))
                yield _Sentence(s, *here)


_Given = tuple[Number, Counted | None, Span]
"""A number, what it counts, and the words of both."""


def _in_sentence(
    text: str, sentence: _Sentence, last: Event | None, before: Sequence[Found], voted: Sequence[Span]
) -> Iterator[Found]:
    """The figures of a sentence but for results of votes; ``last`` is the event told last before it, ``before`` the counts."""
    s = sentence.span
    told = events(text, s.start, s.end)
    given, shares = _counts(text, sentence, voted)
    none = [
        f
        for n, what, bound in nobody(text, s, told)
        if kind_of_event(bound.event, "people") in HAPPEN
        and (f := if_it_happened(text, s, Found(n, what, Span(what.start, what.end), bound))).bound
        is not None
    ]
    given = [g for g in given if not any(overlap(g[2], f.whole) for f in none)]
    masked, given, denied = _without_denied(text, given)
    wholes = [whole for _, _, whole in given]
    found = [
        if_it_happened(text, s, Found(*g, _event_of(text, masked, g, told, _others(wholes, i), s.end)))
        for i, g in enumerate(given)
    ]
    found = [with_all_of_them(text, f) for f in coordinated(text, found)]
    found = [without_animals(text, f, what) for f, (_, what, _) in zip(found, given, strict=True)]
    for f in found:
        again = counted_again(text, f, before)
        if again is not None:
            f = again
            yield f
        elif _stands(text, f, last):
            f = _with_people(text, f, last)
            yield f
        last = f.bound.event if f.bound else last
        if f.counted is not None and not is_measure(f.counted):
            before = [*before[-_COUNTS:], f]
    yield from none
    yield from (f for f in denied if f.counted is not None and _stands(text, f, None))
    found += [*none, *denied]
    taken = [f.whole for f in found]
    yield from implied(text, s, told, found, shares)
    yield from named_people(text, s, sentence.persons, told, taken)


def _counts(text: str, sentence: _Sentence, voted: Sequence[Span]) -> tuple[list[_Given], list[Span]]:
    """The numbers of a sentence that count something, but for results of votes, and of whom or what shares are given."""
    s = sentence.span
    given: list[_Given] = []
    shares: list[Span] = []
    of_votes = {at for v in voted for at in range(v.start, v.end)}
    here = list(numbers(text, s.start, s.end))
    among_none = of_nobody_among(text, s, here)
    for n in (n for n in here if n not in among_none):
        if n.span.start in of_votes or n.span.end - 1 in of_votes:
            continue
        if is_no_figure(text, n, s, sentence.dated, sentence.places):
            if is_share(text, n, s) and (of := counted(text, n.span, s.end)) is not None:
                shares.append(Span(of.start, of.end))
            continue
        n = exceeded(text, n)
        what = counted(text, n.span, s.end)
        n = measured(n, what)
        whole = n.span if what is None else Span(min(what.start, n.span.start), max(what.end, n.span.end))
        given.append((n, what, whole))
    return given, shares


def _event_of(
    text: str, masked: str, given: _Given, told: Sequence[Event], others: Sequence[Span], end: int
) -> Bound | None:
    """The event of those counted, ``masked`` being the text without numbers that are denied; ``end`` is that of the sentence."""
    n, what, whole = given
    if is_measure(what):
        return None
    return befalling(text, bind(masked, whole, n.span, told, others, end), n.span, what)


def _others(wholes: Sequence[Span], i: int) -> list[Span]:
    """The other figures of a sentence near one, by its place among them: no list of thousands is asked for each of them."""
    return [w for w in wholes[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS] if w != wholes[i]]


def _without_denied(text: str, given: list[_Given]) -> tuple[str, list[_Given], list[Found]]:
    """Numbers that are named to be denied (``seven people, not nine, had been killed``) apart, and the text without them."""
    left, denied, out = text, [], []
    for n, what, whole in given:
        before = _NOT_THIS.search(text, max(0, whole.start - 24), whole.start)
        if before is None or is_measure(what) or _NOT_ONLY.match(text, n.span.start):
            out.append((n, what, whole))
            continue
        after = _BUT_THIS.match(text, whole.end)
        end = after.end() if after else whole.end
        left = left[: before.start()] + " " * (end - before.start()) + left[end:]
        denied.append(Found(replace(n, why=f"{n.why}; it is named to be denied"), what, whole, None))
    return left, out, denied


def _stands(text: str, f: Found, last: Event | None) -> bool:
    """Whether it says enough to be a figure: what it counts, or the event."""
    if f.counted is not None:
        return f.counted.unit != "thing" or not f.number.vague or f.bound is not None
    return f.bound is not None or bool(
        last
        and not of_others(text, f.number.span, last)
        and (
            _COUNT_AT.search(text, max(0, f.number.span.start - 40), f.number.span.start)
            or _is_new_count(text, f.number.span, last)
        )
    )


def _is_new_count(text: str, number: Span, last: Event) -> bool:
    """Whether a bare number is what an event just told has come to: ``It is ten now``."""
    stands = _IT_STANDS.search(text[max(0, number.start - 48) : number.start])
    if stands is None or last.kind not in HAPPEN or number.start - last.span.end > JUST_TOLD:
        return False
    return stands["verb"].lower() != "is" or _BY_NOW.match(text, number.end, number.end + 16) is not None


def _with_people(text: str, f: Found, last: Event | None) -> Found:
    """A bare number with an event counts people; ``put the figure at nine`` is of the event told last."""
    bound = f.bound
    if bound is None and f.counted is None and last is not None:
        bound = Bound(last, "a count of the event told before")
    if f.counted is None or (
        f.counted.unit == "thing"
        and bound is not None
        and (
            bound.event.kind in ("killed", "wounded")
            or _is_counted_itself(bound.event, f)
            or arrested(text, f.counted, bound.event)
        )
    ):
        words = None if f.counted is None else f.counted.words
        return Found(f.number, Counted("people", words, f.whole.start, f.whole.end), f.whole, bound)
    return Found(f.number, f.counted, f.whole, bound)


def _is_counted_itself(event: Event, f: Found) -> bool:
    """Whether people are counted by what befell them: ``145 rescued``, ``dozens missing``, ``70 arrests``."""
    return event.kind in BEFALL and f.whole.start <= event.span.start and event.span.end <= f.whole.end


def _holds(text: str, f: Found, by: int | None, attributions: Sequence[Attribution]) -> int | None:
    """The attribution that a figure stands in, unless somebody else is told to give it in a clause of its own there.

    ``The Guild said 30,000 marched; police put the number at 6,000``: the 6,000 are the police's.
    """
    if by is None:
        return None
    giver = whose(text, Figure(f.number.span.start, f.number.span.end, None, None, None, "people"))
    if giver is None or any(overlap(giver, s) for s in attributions[by].source):
        return by
    own = any(
        (c.start < giver.start < c.end and _OWN_CLAUSE.search(text, c.start, giver.start))
        or (
            (giver.end <= c.start <= f.number.span.start or c.start == giver.start)
            and f.number.span.start < c.end
            and "." in text[max(0, giver.start - 3) : giver.start]
        )
        for c in attributions[by].content
    )
    return None if own or giver == gapped(text, f.number.span.start) else by


def _figure(
    text: str, f: Found, sentence: _Sentence, cited: Cited, attributions: Sequence[Attribution]
) -> Figure:
    by = _holds(text, f, cited.at(f.number.span), attributions)
    cue = () if by is None else attributions[by].cue
    if f.bound is not None and (disowned(text, cue) or foretold(text, cue, f.number.span)):
        not_yet = "only foretells it" if foretold(text, cue, f.number.span) else "does not stand for it"
        why = f"{f.number.why}; whoever is cited {not_yet}"
        f = replace(f, number=replace(f.number, why=why), bound=None)
    elif f.bound is not None and (word := called_wrong(text, f.whole)) is not None:
        why = f"{f.number.why}; the report has it called “{word}”"
        f = replace(f, number=replace(f.number, why=why), bound=None)
    number, what = f.number, f.counted
    assert what is not None  # those without were left out
    start = min(number.span.start, what.start)
    event = f.bound.event if f.bound else None
    places = not_of_the_saying(text, sentence.places, None if by is None else attributions[by])
    where = place_of(text, sentence.span, f.whole, event, places)
    why = number.why if f.bound is None else f"{number.why}; {f.bound.why}"
    return Figure(
        start=start,
        end=max(number.span.end, what.end if what.words is None else number.span.end),
        low=number.low,
        best=number.best,
        high=number.high,
        unit=what.unit,
        counted=what.words,
        event=kind_of_event(event, what.unit) if event else None,
        event_at=event.span if event else None,
        place=where,
        attribution=by,
        implied=f.implied,
        why=why,
    )
