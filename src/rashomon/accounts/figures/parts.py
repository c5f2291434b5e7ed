"""What is a part of a larger figure, and so set against no whole: *15 of them*, *two more*, *in Velm alone*."""

from __future__ import annotations

import re

from rashomon.accounts.told import giver_of
from rashomon.reading.figures.asserted import disowned
from rashomon.records import Figure, MentionKind, Reading, Report

_SUFFERED = (
    r"(?:(?!(?:was|were|is|are|be|been|have|has|had)\b)[\w’'-]+\s+){0,2}?"
    r"(?:dead|killed|slain|wounded|injured|hurt|missing|victims|casualties|fatalities|detainees|detained"
    r"|arrested|captured|captives|prisoners|hostages|abducted|kidnapped|displaced|homeless|survivors)\b"
)

_PART_AFTER = re.compile(
    rf"\s+(?:of\s+(?:them|whom|these|those|which)\b|of\s+(?:the|his|her|their|its|our|all)\s+{_SUFFERED}"
    r"|(?:more|others?|additional|further)\b(?!\s+than))",
    re.I,
)

_STILL_HELD = re.compile(
    r"\s+(?:(?:are|were|is|was)\s+)?(?:(?:still|now)\s+)?(?:left|remain(?:ed|ing|s)?|inside)\b", re.I
)
"""Of hostages those who are left when others have been freed."""

_PART_BEFORE = re.compile(
    rf"\b(?:another|further|additional|of\s+(?:whom|them|those|these)|of\s+(?:the|those)\s+{_SUFFERED})"
    r"\s*,?\s*(?:at\s+least\s+)?$",
    re.I,
)

_AMONG = re.compile(
    rf"\b(?:including|among\s+(?:them|whom|those|(?:the|those)\s+{_SUFFERED}))\s*,?\s*(?:(?:are|were|is|was)\s+)?(?:at\s+least\s+)?$",
    re.I,
)

_LEFT = re.compile(r"\b(?:left|leaving|leave)\s+(?:behind\s+)?(?:at\s+least\s+)?$", re.I)

_BEHIND = re.compile(r"\s+(?:[\w’'-]+\s+){0,3}?behind\b", re.I)
"""*The raiders left 52 dead behind*: those are the raiders' own dead alone."""

_GREW_BY = re.compile(
    r"\b(?:rose|rises|risen|climb(?:s|ed)|grew|grown|jump(?:s|ed)|increased)\b[^.!?\n]{0,60}\b(?:after|as|when|with)\s+(?:at\s+least\s+)?$",
    re.I,
)
"""Before a number by which a toll has grown: *rose to 14 after three people died of their wounds*."""

_NOT_THAT_MANY = re.compile(r"\b(?:not|rather\s+than|instead\s+of)\s+$", re.I)
"""Before a number that is not given, but denied."""


def counts_by_itself(report: Report, reading: Reading, figure: Figure) -> bool:
    """Whether a figure counts something by itself: it is of no toll and no part of another, and nobody denies it."""
    if (
        figure.implied
        or (figure.event is not None and figure.unit != "thing")
        or part(report, figure)
        or among_them(report, figure)
    ):
        return False
    by = figure.attribution
    denied = by is not None and disowned(report.text, reading.attributions[by].cue)
    return not denied and _NOT_THAT_MANY.search(report.text, max(0, figure.start - 20), figure.start) is None


def part(report: Report, figure: Figure) -> bool:
    """Whether a figure is a part of another, whoever they are: ``15 of them``, ``two of the dead``, ``two more``."""
    before = report.text[max(0, figure.start - 80) : figure.start]
    after = report.text[figure.end : figure.end + 48]
    return bool(
        _PART_AFTER.match(after)
        or (
            figure.event == "abducted"
            and _STILL_HELD.match(report.text, figure.whole_end, figure.whole_end + 40) is not None
        )
        or _PART_BEFORE.search(before)
        or _GREW_BY.search(before)
        or _left_behind(before, after)
    )


_TOLL = "the number of the event is given"
"""Why a figure is of its event where a word for the whole stands beside it: *the toll rose to 43*."""


def beside_a_toll(report: Report, reading: Reading, figure: Figure) -> bool:
    """Whether its report, by the same voice, gives a larger number as the toll: *killing 12* beside *the dead passed 125*."""
    high = figure.high
    return (
        high is not None
        and _TOLL not in figure.why
        and any(
            g.event == figure.event
            and g.unit == figure.unit
            and g.attribution == figure.attribution
            and giver_of(report, g) == giver_of(report, figure)
            and _TOLL in g.why
            and (g.low or 0) > high
            for g in reading.figures
        )
    )


_IN_X_ALONE = r"\b[Ii]n\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}\s+alone\b"

_X_ALONE_BEFORE = re.compile(rf"{_IN_X_ALONE},?\s+(?:[\w.,-]+\s+){{0,5}}$")

_X_ALONE_BEHIND = re.compile(rf"[^.;:!?\n]{{0,60}}?\s{_IN_X_ALONE}")


def in_one_place_alone(report: Report, figure: Figure) -> bool:
    """Whether a figure, or what it is another count of, is of one place alone: ``In Velm alone, 180,000 marched``."""
    at = figure.start if figure.counted is None else figure.counted.start
    return (
        _X_ALONE_BEFORE.search(report.text, max(0, at - 100), at) is not None
        or _X_ALONE_BEHIND.match(report.text, figure.whole_end, figure.whole_end + 120) is not None
    )


def among_them(report: Report, figure: Figure) -> bool:
    """Whether a figure is of those told before: ``12 were killed, among them two nurses``. Of anybody they are a part, of
    nurses all."""
    return _AMONG.search(report.text, max(0, figure.start - 80), figure.start) is not None


def _left_behind(before: str, after: str) -> bool:
    left = _LEFT.search(before)
    return left is not None and ("behind" in left.group().lower() or _BEHIND.match(after) is not None)


_IN_A_PLACE = re.compile(r"\s*(?:and\s+|but\s+)?in\s+(?:the\s+)?", re.I)

_ENDS = re.compile(r"[.!?:;][”\"’]?(?=\s)|\n|[“\"]")

_SENTENCE = 240
"""Characters back in which the beginning of a figure's sentence is looked for."""


def of_one_place(report: Report, reading: Reading, figure: Figure) -> bool:
    """Whether a figure is of one place alone, of those that its report's larger one is of: ``In Lidva, 18 died`` beside 150.

    Its sentence begins with the place, and the larger figure names another one or none.
    """
    high, text = figure.high, report.text
    if high is None:
        return False
    starts = [m.end() for m in _ENDS.finditer(text, max(0, figure.start - _SENTENCE), figure.start)]
    start = max(starts, default=0 if figure.start < _SENTENCE else figure.start)
    name = next(
        (
            text[m.start : m.end]
            for m in reading.mentions
            if m.kind is MentionKind.PLACE
            and start < m.start
            and m.end <= figure.start
            and _IN_A_PLACE.fullmatch(text, start, m.start)
        ),
        None,
    )
    return name is not None and any(
        f.event == figure.event
        and f.unit == figure.unit
        and not f.implied
        and (f.low or 0) > high
        and (f.place is None or text[f.place.start : f.place.end] != name)
        for f in reading.figures
    )
