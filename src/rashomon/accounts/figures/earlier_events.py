"""Which figures are of an earlier event than the story's, or of a longer time, and so set against none of its own."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rashomon.accounts.told import Told
from rashomon.calendar_words import ANY_WEEKDAY, MONTHS
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.surface import surface
from rashomon.reading.times.days import iso_day
from rashomon.records import DateExpression, Figure, Passage, Reading, Report, Span

#: How long before the story's reports a figure's date lies that makes it one of another event. Reports less than three
#: weeks apart may be one story; a month is told of as a whole. Set by that, not tuned.
_WELL_BEFORE = timedelta(days=30)

#: Likewise of a figure told in the pluperfect (``had killed 12 on 3 March``): it is seen from a later event, the story's own. Of
#: that one too reports tell so (``he said nine had been killed``), but then it is days old at the most. Not tuned either.
_BEFORE_THAT = timedelta(days=14)

_DISASTER = (
    r"(?:quake|earthquake|temblor|tremor|flood|cyclone|hurricane|tsunami|storm|disaster|fire|war|attack|bombing|massacre"
    r"|raid|riot|uprising|clash|siege|crash|offensive|strike)(?:e?s)?"
)

_EVENT = re.compile(rf"\b{_DISASTER}\b", re.I)

_MONTH_ALONE = re.compile(
    rf"(?:in\s+)?(?:(?:early|mid|late)[\s-]+)?(?:{'|'.join(MONTHS)})",
    re.I,
)

_WEEKDAY = re.compile(rf"\b{ANY_WEEKDAY}\b", re.I)

_BEFORE_DATE = re.compile(r"\b(?:in|on|during|of)\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?$", re.I)

_HAS_BEFORE = re.compile(r"(?:in|on|during)\s", re.I)

_OF_YEAR = re.compile(rf"\s+(?:\w+\s+)?{_DISASTER}\b", re.I)

_NEXT_CLAUSE = re.compile(r"[,;:()–—]|\s-\s|\b(?:said|says|and|but|while)\b", re.I)

_DOING = re.compile(r",?\s+and\s+(?=\w+ing\b)|,(?=\s+\w+ing\b)|,\s*$", re.I)

_IT = re.compile(r"\s*[“\"'‘]?(?:it|that|that (?:quake|temblor|tremor|attack|raid|disaster)) ", re.I)

_IN_WHICH = re.compile(r"^,?\s*(?:in which|when|which|that|killing|wounding|injuring|leaving)\b", re.I)

_EARLIER = re.compile(
    rf"\b(?:an?|the|that)\s+(?:earlier|previous)\s+(?:\w+\s+)?{_DISASTER}\b|\blast year[’']s\s+(?:\w+\s+)?{_DISASTER}\b"
    rf"|\b(?:retaliation|revenge|reprisals?|retribution)\s+for\s+(?:an?|the|that|those|last\s+\w+['’]s)\s+(?:\w+\s+){{0,2}}{_DISASTER}\b"
    r"|\b(?:so far )?this year\b|\b(?:past|last) (?:\w+ )?(?:years|decades?|months)\b",
    re.I,
)

_ANOTHERS = re.compile(
    r"\b(?:linked\s+to|tied\s+to|connected\s+to|involved\s+in|responsible\s+for|suspected\s+(?:of|in)|accused\s+of|wanted\s+for"
    r"|planned|directed|organi[sz]ed|conducted)\b[^.!?\n]{0,80}?\b(?:an?|several|numerous|multiple|recent|earlier|previous|other"
    r"|(?:the|an?)\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2})\s[^!?\n]{0,80}?\b(?:attacks?|ambush(?:es)?|bombings?|blasts?|explosions?|shootings?)\b"
    r"[^.!?\n]{0,80}?\b(?:that|which)\b[^.!?\n]{0,24}$"
)
"""An attack that is told of somebody, not the one that a report is about: *he was linked to a recent ambush that killed two*."""

_SENTENCE = 240
"""Characters back in which such an attack is looked for."""

_HAD = r"\bhad\s+(?:(?:also|already|earlier|previously|once|\w+ly)\s+)?"

_HAD_BEEN = re.compile(rf"{_HAD}(?:been\s+)?$", re.I)

_HAD_DONE = re.compile(rf"{_HAD}(?!to\b)[a-z]+\s+(?:(?:the|at)\s+\w+\s+(?:of\s+)?)?$", re.I)


def earlier(told: Told) -> frozenset[tuple[str, int]]:
    """The figures, as (report, index), that are of another time: a toll of an earlier event, or of a longer time.

    Such is a figure with a date well before the story's reports in its own clause (before them, if told in the pluperfect),
    or beside words for an earlier event or a sum over years, or in a sentence that goes on (``It killed …``) with one about
    such a date. Where nobody dates the story, its reports' latest date stands for it.
    """
    now = _now(told)
    found: set[tuple[str, int]] = set()
    for report, reading in told.pairs():
        past = False
        for passage in _with_figures(report, reading):
            for sentence in sentences(surface(report.text), passage.start, passage.end):
                goes_on = past and _goes_on(report, reading, sentence)
                past = goes_on or _about_long_ago(report, reading, sentence, now)
                found.update(
                    (report.id, index)
                    for index, figure in enumerate(reading.figures)
                    if sentence.start <= figure.start < sentence.end
                    and (goes_on or _of_another_time(report, reading, figure, sentence, now))
                )
    return frozenset(found)


def _now(told: Told) -> date | None:
    """The day that a story's events are about: its first report's, else the latest day that any report tells."""
    days = [at for r in told.reports if (at := iso_day(r.published)) is not None]
    if days:
        return min(days)
    dates = [
        at for _, reading in told.pairs() for d in reading.dates if (at := iso_day(d.latest)) is not None
    ]
    return max(dates, default=None)


def _with_figures(report: Report, reading: Reading) -> list[Passage]:
    """The passages in which figures of events stand, each behind the one that it may go on with."""
    held = [
        any(f.event and passage.start <= f.start < passage.end for f in reading.figures)
        for passage in report.passages
    ]
    return [
        p for p, here, next_ in zip(report.passages, held, [*held[1:], False], strict=True) if here or next_
    ]


def _of_another_time(
    report: Report, reading: Reading, figure: Figure, sentence: Span, now: date | None
) -> bool:
    if figure.event is None:
        return False
    end = figure.whole_end
    spans = [Span(figure.start, end), *([figure.event_at] if figure.event_at else [])]
    if any(
        _near(report.text, Span(m.start(), m.end()), spans, sentence)
        for m in _EARLIER.finditer(report.text, sentence.start, sentence.end)
    ):
        return True
    if of_anothers_attack(report.text, figure):
        return True
    had = _pluperfect(report.text, figure)
    return any(
        (_long_ago(report, reading, d, now) or (had and _before_that(report, d, now)))
        and _dates(report.text, Span(d.start, d.end))
        and _near(report.text, Span(d.start, d.end), spans, sentence)
        for d in reading.dates
        if sentence.start <= d.start and d.end <= sentence.end and d.relation is None
    )


def _goes_on(report: Report, reading: Reading, sentence: Span) -> bool:
    dated = any(sentence.start <= d.start < sentence.end for d in reading.dates)
    return not dated and _IT.match(report.text, sentence.start) is not None


def _about_long_ago(report: Report, reading: Reading, sentence: Span, now: date | None) -> bool:
    """Whether a sentence tells of an event well before: ``In February 2005 a quake hit …``. The next may go on with it."""
    dates = [d for d in reading.dates if sentence.start <= d.start and d.end <= sentence.end]
    long_ago = [
        Span(d.start, d.end)
        for d in dates
        if d.relation is None
        and _long_ago(report, reading, d, now)
        and _dates(report.text, Span(d.start, d.end))
    ]
    events = [Span(m.start(), m.end()) for m in _EVENT.finditer(report.text, sentence.start, sentence.end)]
    return len(long_ago) == len(dates) and any(
        at.start <= sentence.start + len("In early ") or _near(report.text, at, events, sentence)
        for at in long_ago
    )


def _long_ago(report: Report, reading: Reading, told: DateExpression, now: date | None) -> bool:
    latest = iso_day(told.latest)
    if latest is not None:
        return now is not None and latest < now - _WELL_BEFORE
    # In a report without a date whose days are weekdays, a month alone is another month.
    return (
        report.published is None
        and _MONTH_ALONE.fullmatch(report.text, told.start, told.end) is not None
        and any(_WEEKDAY.search(report.text, d.start, d.end) for d in reading.dates)
    )


def of_anothers_attack(text: str, figure: Figure) -> bool:
    """Whether a figure is of an attack that is only told of somebody: ``linked to a recent ambush that killed two soldiers``."""
    return _ANOTHERS.search(text, max(0, figure.start - _SENTENCE), figure.start) is not None


def _pluperfect(text: str, figure: Figure) -> bool:
    """``had killed 12``, ``12 people had been killed``, ``had claimed 12 lives``."""
    verb = None if figure.event_at is None else figure.event_at.start
    return (verb is not None and _HAD_BEEN.search(text, max(0, verb - 40), verb) is not None) or (
        _HAD_DONE.search(text, max(0, figure.start - 40), figure.start) is not None
    )


def _before_that(report: Report, told: DateExpression, now: date | None) -> bool:
    """Whether a date is one of before the story's event: days before it, or a month that is told by its name alone and over."""
    latest = iso_day(told.latest)
    if _MONTH_ALONE.fullmatch(report.text, told.start, told.end):
        return latest is None or now is None or latest < now
    return latest is not None and now is not None and latest < now - _BEFORE_THAT


def _dates(text: str, at: Span) -> bool:
    """Whether a date says when something was (``in 2003``, ``the 2003 earthquake``), not which law (``the 2003 law``)."""
    return bool(
        _HAS_BEFORE.match(text, at.start)
        or _BEFORE_DATE.search(text, max(0, at.start - 20), at.start)
        or _OF_YEAR.match(text, at.end)
    )


def _near(text: str, at: Span, spans: list[Span], sentence: Span) -> bool:
    """Whether the words at ``at`` and one of ``spans`` stand in one clause."""
    for s in spans:
        gap = text[at.end : s.start] if at.end <= s.start else text[s.end : at.start]
        if at.end <= s.start:
            first = not text[sentence.start : at.start].strip(" “\"'‘").count(" ")
            gap = _IN_WHICH.sub("", gap.removeprefix(",") if first else gap)
            gap = _DOING.sub(" ", gap) if first else gap
        if gap.strip() == "," and at.end <= s.start and s is spans[0]:
            return True  # "In the worst flood, in 1988, 312 people died"
        if not _NEXT_CLAUSE.search(gap):
            return True
    return False
