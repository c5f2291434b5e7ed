"""Figures: how many, of what, in which event, where, and who is cited for it.

A pure function of a report and its reading. A figure that nobody is cited for is the report's own. People who are not
numbered but plainly one (``a gendarme was killed``) or several (``suspected insurgents were detained``) are figures
marked ``implied``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.figures.asserted import called_wrong, disowned, foretold, supposed
from rashomon.reading.figures.cited import Cited, gapped, whose
from rashomon.reading.figures.counted_again import JUST_TOLD, counted_again
from rashomon.reading.figures.deadlines import deadlines
from rashomon.reading.figures.events import Bound, Event, bind, events
from rashomon.reading.figures.found import Found, is_measure
from rashomon.reading.figures.no_figures import is_no_figure, is_share
from rashomon.reading.figures.nobody import nobody
from rashomon.reading.figures.of_whom import (
    adjective_of,
    apart,
    are_animals,
    arrested,
    befalls,
    exceeded,
    goes_on,
    governed,
    in_a_clause,
    measured,
    of_others,
    of_several,
    seen,
)
from rashomon.reading.figures.ordinals import ordinals
from rashomon.reading.figures.places_of_figures import not_of_the_saying, place_of
from rashomon.reading.figures.unnumbered import unnumbered
from rashomon.reading.figures.votes import figures_of, votes
from rashomon.reading.text.counted import Counted, counted
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.numbers import Number, numbers
from rashomon.reading.text.pieces import READ
from rashomon.reading.text.sentences import sentences
from rashomon.records import Attribution, Figure, MentionKind, Reading, Report, Span, overlap

_COUNT_AT = re.compile(
    r"\b(?:figure|toll|count|tally|number)(?:\s+of\s+\w+)?\s+(?:\w+\s+)?(?:at|to|of|is|was|as)\s*$", re.I
)
_IT_STANDS = re.compile(
    r"(?:^|[.!?:;“”\"\n]\s*)(?:it|that|the\s+(?:count|number|total))\s+(?:now\s+)?(?P<verb>is|stands\s+at|has\s+(?:since\s+)?(?:risen|grown|gone\s+up)"
    r"\s+to)\s+(?:now\s+)?(?:at\s+least\s+)?$",
    re.I,
)
_BY_NOW = re.compile(r"\s*,?\s*(?:now|today|tonight|so\s+far|by\s+now)\s*(?:[.,;!”\"]|$)", re.I)
_COORDINATED = re.compile(
    r"\s*(?:,|,?\s+and|,?\s+or|\s+as well as|,?\s+plus)\s+(?:at\s+least\s+|another\s+|some\s+)?$", re.I
)

_OWN_CLAUSE = re.compile(r"[;:.]\s*(?:(?:and|but|yet|while)\s+)?$", re.I)
_WHERE = re.compile(r"\b(?:against|at|in|on|near|inside|outside|to|from)\s+$", re.I)
_NOT_THIS = re.compile(r",?\s*\b(?:(?:and|but)\s+)?(?:not|rather\s+than|instead\s+of)(?:\s+all)?\s+$", re.I)
_NOT_ONLY = re.compile(r"(?:only|just|exactly|precisely)\b", re.I)
_BUT_THIS = re.compile(r"\s*(?:,\s*but\b|,|\bbut\b)?", re.I)
_NOT_ANY = re.compile(r"\b(?:no|any|without|neither|nor)\s+(?:[a-z]+\s+)?$", re.I)
_COUNTS = 8
"""Counts before a number of which it may be another."""

_SEIZED = re.compile(
    r"\b(?:rebels?|gunm[ae]n|militants?|insurgents?|guerrillas?|kidnappers?|bandits|pirates|hijackers)\s+(?:\w+ly\s+)?(?:have\s+|had\s+)?seized"
    r"\s+(?:(?:about|some|nearly|around|at\s+least|more\s+than|over)\s+)?\Z",
    re.I,
)
"""Before a bare number of people: *Rebels seized 200 in the raid*; what the police seize are as likely things."""
_CLAUSE = 80
"""Characters before a number in which that stands."""
_NEIGHBOURS = 50
"""Figures of a sentence on each side of one that may stand between it and its event."""

_TOLLS = frozenset({"killed", "wounded", "captured", "abducted"})
"""Kinds of event of which people without a number are figures: where one or two make a difference to a toll."""

_BEFALL = _TOLLS | {"displaced", "missing", "freed", "surrendered"}
"""Kinds of event that befall people, so that a number of them counts people."""

_HAPPEN = _TOLLS | {"displaced", "missing", "freed", "sent"}
"""Kinds of event of which one that is only feared or planned is none."""

_OF_THINGS = frozenset({"sent", "seized", "destroyed"})
"""Kinds of event of which a number that counts nothing need not be one of people: *will send 225 of their “Mugs”*."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, and the dates, places and persons that are named in it, in text order."""

    span: Span
    dated: Sequence[Span]
    places: Sequence[Span]
    persons: Sequence[Span]


def figures(report: Report, reading: Reading) -> tuple[Figure, ...]:
    """The figures in the report's own voices, in text order; readers' comments and furniture are not read."""
    text, cited = report.text, Cited(reading.attributions)
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
        if passage.voice in READ:
            for s in sentences(report.text, passage.start, passage.end):
                here = ([of[n] for n in at.meeting(s)] for of, at in zip(spans, named, strict=True))
                yield _Sentence(s, *here)


def _in_sentence(
    text: str, sentence: _Sentence, last: Event | None, before: Sequence[Found], voted: Sequence[Span]
) -> Iterator[Found]:
    """The figures of a sentence but for results of votes; ``last`` is the event told last before it, ``before`` the counts."""
    s = sentence.span
    told = events(text, s.start, s.end)
    given: list[tuple[Number, Counted | None, Span]] = []
    shares: list[Span] = []
    of_votes = {at for v in voted for at in range(v.start, v.end)}
    for n in numbers(text, s.start, s.end):
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
    none = [
        f
        for n, what, bound in nobody(text, s, told)
        if _kind(bound.event, "people") in _HAPPEN
        and (f := _happened(text, s, Found(n, what, Span(what.start, what.end), bound))).bound is not None
    ]
    given = [g for g in given if not any(overlap(g[2], f.whole) for f in none)]
    masked, given, denied = _without_denied(text, given)
    wholes = [whole for _, _, whole in given]
    found = [
        _happened(
            text,
            s,
            Found(
                n,
                what,
                whole,
                None
                if is_measure(what)
                else _befalling(
                    text, bind(masked, whole, n.span, told, _others(wholes, i), s.end), n.span, what
                ),
            ),
        )
        for i, (n, what, whole) in enumerate(given)
    ]
    found = [_seen(text, f) for f in _coordinated(text, found)]
    found = [_without_animals(text, f, what) for f, (_, what, _) in zip(found, given, strict=True)]
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
    yield from _implied(text, s, told, found, shares)
    yield from _named(text, sentence, told, taken)


def _others(wholes: Sequence[Span], i: int) -> list[Span]:
    """The other figures of a sentence near one, by its place among them: no list of thousands is asked for each of them."""
    return [w for w in wholes[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS] if w != wholes[i]]


_Given = tuple[Number, Counted | None, Span]


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


def _befalling(text: str, bound: Bound | None, number: Span, what: Counted | None) -> Bound | None:
    """The event, unless it befalls people and befell none: a toll of 12 crowns is paid."""
    if bound is None:
        return None
    if what is None and bound.event.kind in _OF_THINGS:
        return bound if _SEIZED.search(text, max(0, number.start - _CLAUSE), number.start) else None
    return None if bound.event.kind in _BEFALL and not befalls(text, number, what, bound.event) else bound


def _without_animals(text: str, f: Found, what: Counted | None) -> Found:
    """A figure of animals, which are no toll, though of *40 cattle and two men* the men are."""
    if f.bound is None or f.bound.event.kind not in _BEFALL or not are_animals(text, f.number.span, what):
        return f
    return replace(f, counted=what, bound=None)


def _seen(text: str, f: Found) -> Found:
    """The figure of people in some event, of whom there may be more where somebody has only met them."""
    return f if f.bound is None or is_measure(f.counted) else replace(f, number=seen(text, f.number))


def _happened(text: str, s: Span, f: Found) -> Found:
    """The figure without its event, where that is only supposed, feared, planned or denied."""
    if f.bound is None or _kind(f.bound.event, "people") not in _HAPPEN or f.bound.event.form == "noun":
        return f
    word = supposed(text, s.start, f.number.span, f.bound.event.span)
    if word is None:
        return f
    why = f"{f.number.why}; “{word}” does not tell that it happened"
    return replace(f, number=replace(f.number, why=why), bound=None)


def _coordinated(text: str, found: list[Found]) -> list[Found]:
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
        if _COORDINATED.fullmatch(between) and (other > k or g.bound.event.span.start < g.number.span.start):
            bound = Bound(g.bound.event, "it is joined to another figure of the event")
            out[k] = Found(f.number, f.counted, f.whole, bound)
    for k in order[:-1]:
        if _COORDINATED.fullmatch(text, out[k].whole.end, out[k + 1].whole.start):
            out[k] = replace(out[k], counted=adjective_of(text, out[k].counted, out[k + 1].counted))
    return out


def _is_where(text: str, f: Found) -> bool:
    """Whether things tell only where it was: ``in attacks against two mosques, and dozens of others were wounded``."""
    if f.counted is None or f.counted.unit != "thing":
        return False
    return _WHERE.search(text, max(0, f.whole.start - 10), f.whole.start) is not None


def _kind(event: Event, unit: str) -> str:
    """What happened, by what it happened to: people who are seized are captured, things are not."""
    return "captured" if event.kind == "seized" and unit == "people" else event.kind


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
    if stands is None or last.kind not in _HAPPEN or number.start - last.span.end > JUST_TOLD:
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
    return event.kind in _BEFALL and f.whole.start <= event.span.start and event.span.end <= f.whole.end


def _implied(
    text: str, s: Span, told: Sequence[Event], given: Sequence[Found], shares: Sequence[Span]
) -> Iterator[Found]:
    """People without a number in an event: one (``a gendarme``), or several (``suspected insurgents``)."""
    if not any(_kind(e, "people") in _TOLLS for e in told):
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
                    _COORDINATED.fullmatch(text, one.end, other.start)
                    for one, other in ((f.whole, whole), (whole, f.whole))
                )
            ),
            None,
        )
        if bound is None or _kind(bound.event, "people") not in _TOLLS or bound.why.startswith("the number"):
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


def _named(text: str, sentence: _Sentence, told: Sequence[Event], taken: Sequence[Span]) -> Iterator[Found]:
    """People by name in an event: each is one."""
    s = sentence.span
    for p in sentence.persons:
        if (
            s.start <= p.start
            and p.end <= s.end
            and not any(overlap(p, t) for t in taken)
            and not _owns(text, p, told)
        ):
            bound = bind(text, p, p, told, taken, s.end)
            if (
                bound is not None
                and _kind(bound.event, "people") in _TOLLS
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
        event=_kind(event, what.unit) if event else None,
        event_at=event.span if event else None,
        place=where,
        attribution=by,
        implied=f.implied,
        why=why,
    )
