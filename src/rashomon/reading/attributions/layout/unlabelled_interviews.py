"""Interviews whose turns no label tells: a paragraph asks, and those up to the next that asks answer.

Only where nothing else can be meant: what stands above tells that somebody was asked or spoken to, every question says *you*, and
all but few answers *I* or *we*; an essay may ask its readers too. What is answered is a
quotation; who is asked is not known from the turns, and what is asked is the outlet's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.reading.attributions.layout.in_full import Given
from rashomon.reading.attributions.layout.turns import Turn, runs_of
from rashomon.reading.text.quotations import MARKS
from rashomon.records import Passage, Span, Voice

LEAST = 3
"""Questions at least; set by hand: of PolNeAR's 924 training and dev articles one is taken for such an interview, and is one."""
_FIRST_PERSON = 2 / 3
_WORDS_OF_QUESTION = 40
_MOST_ANSWERS = 4
"""Paragraphs of an answer."""

_ASKED = re.compile(
    r"\b(?:interview\w*|in\s+conversation|Q\s?&\s?A"
    r"|questions\s+(?:for|to|with)|(?:minutes|hour|lunch|tea|coffee)\s+with|we\s+(?:asked|met)|asked\s+(?:him|her|them)"
    r"|answer(?:s|ed)\s+(?:our|some|ten|five|a\s+few))\b",
    re.I,
)
_SPOKEN_TO = re.compile(
    r"\b(?:spoke|speaks|talked|talks|chatted|sat\s+down|caught\s+up|met)\s+(?:to|with)\b", re.I
)
_SEVERAL = re.compile(
    r"(?:\b[a-z]{2,}s|(?:^|[.!?][”\"]?\s|\n)[A-ZÀ-Þ][a-z]{2,}s|\b(?:[Pp]eople|[Mm]en|[Ww]omen|[Tt]hey|[Ww]e\s+all))\s+(?:(?:have|had|often|still)\s+)?\Z"
)
"""Who speaks to the writer are several: *Voters spoke to us* begins an essay."""
_BEFORE = 60
_ABOVE = 1500
"""Characters above the first answer in which an interview is told to be one."""

_PARAGRAPH = re.compile(r"\S[^\n]*(?<=\S)")
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_I = re.compile(r"\b(?:I|we|my|our|me|us)\b(?<!\bUS)")


def unlabelled_interviews(text: str, passages: Sequence[Passage], turns: Sequence[Turn]) -> list[Given]:
    """The answers of bodies that are such interviews, in text order; none where the report has turns by labels."""
    out: list[Given] = []
    if turns:
        return out
    for start, end in runs_of(passages, Voice.BODY):
        answers = list(_answers(text, start, end))
        if len(answers) < LEAST:
            continue
        own = sum(any(_I.search(text, a.start, a.end) for a in answer) for answer in answers)
        if own >= _FIRST_PERSON * len(answers) and _is_told(text, answers[0][0].start):
            for answer in answers:
                content = tuple(answer)
                out.append(Given(None, None, content, Span(content[0].start, content[-1].end)))
    return out


def _is_told(text: str, end: int) -> bool:
    """Whether what stands above the first answer tells that somebody was asked, or that one person was spoken to."""
    start = max(0, end - _ABOVE)
    return _ASKED.search(text, start, end) is not None or any(
        _SEVERAL.search(text, max(start, m.start() - _BEFORE), m.start()) is None
        for m in _SPOKEN_TO.finditer(text, start, end)
    )


def _answers(text: str, start: int, end: int) -> Iterator[list[Span]]:
    """The answers, if every question from the first on is asked of *you* and answered; of the last one paragraph."""
    found: list[list[Span]] = []
    asked = False
    for m in _PARAGRAPH.finditer(text, start, end):
        paragraph = Span(*m.span())
        if text[paragraph.end - 1] == "?" and _asks(text, paragraph):
            if asked and not found[-1]:
                return
            asked = True
            found.append([])
        elif asked:
            found[-1].append(paragraph)
    if not found or not found[-1]:
        return
    found[-1] = found[-1][:1]
    if all(len(answer) <= _MOST_ANSWERS for answer in found):
        yield from found


def _asks(text: str, paragraph: Span) -> bool:
    words = text[paragraph.start : paragraph.end]
    return (
        len(words.split()) <= _WORDS_OF_QUESTION
        and _YOU.search(words) is not None
        and not any(mark in words for mark in MARKS)
        and _I.search(words) is None
    )
