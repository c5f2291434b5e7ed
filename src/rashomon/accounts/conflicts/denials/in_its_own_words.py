"""What a report itself calls false: *falsely claimed that …*, *Ann Lee's false claim that …*, *Ann Lee said so. That's not true.*

Rashomon calls nothing true or false: it shows that the report does, and of whom.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from rashomon.accounts.conflicts.denials.not_yet import not_yet
from rashomon.accounts.unsaid import unsaid
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.conjugation import forms
from rashomon.reading.text.words_of_speech import any_of, singular_and_plural
from rashomon.records import Attribution, AttributionKind, Reading, Report, Span

_FALSELY = r"(?:falsely|wrongly|wrongfully|incorrectly|erroneously|mistakenly|untruthfully)"
_CLAIMING = any_of(
    forms(
        """
        accuse allege announce argue assert assure blame claim declare imply insist insinuate maintain post report say state
        suggest tell tweet write
        """.split()
    )
)
_FALSE = r"(?:false|baseless|unfounded|groundless|debunked|discredited|disproven|disproved|bogus|untrue|fabricated)"
_CLAIM = any_of(
    singular_and_plural(
        """
        accusation allegation argument assertion charge claim insinuation narrative report rumor rumour statement suggestion
        theory
        """.split()
    )
)
_IN_CUE = re.compile(
    rf"\b{_FALSELY}\s+(?:\w+ly\s+)?{_CLAIMING}\b|\b{_CLAIMING}(?:,?\s+(?:again|also|repeatedly))?,?\s+{_FALSELY}\b"
    rf"|\b{_FALSE}(?:,\s+{_FALSE})?\s+(?:(?:conspiracy|election|fraud)\s+)?{_CLAIM}\b",
    re.I,
)
_AFTER_FALSE = re.compile(r"\b(?:for|of|from|about|no|not|never|without|against)\s+(?:\w+\s+)?\Z", re.I)
"""Before *falsely claiming*, where whoever stands nearest may not be who claims it: *fined by the board for falsely claiming*."""

_TOPIC = re.compile(r"\b(?:about|on|regarding|concerning)\b", re.I)
"""Before what a claim is about, which is not what is claimed: *false claims about the lamp*."""

_OF_ITSELF = re.compile(
    r"\b(?:(?:this|our)\s+(?:article|column|item|newsletter|page|piece|post|report|story)|an?\s+(?:earlier|previous|prior)\s+version|we|this\s+newspaper)\b",
    re.I,
)
_OWNS_UP = re.compile(
    r"(?<!\bto )(?<!\bnot )(?<!\bnever )\b(?:apologi[sz]|retract|correct(?:s|ed|ing)\b|withdr[ae]w)\w*", re.I
)
"""What is told in a correction: nobody holds it any more."""

_QUOTES = re.compile(r"[“”\"]")
_HEAD = 80
"""Characters before a cue in which its source may stand."""

_NOT_TRUE = (
    r"(?:(?:simply|just|plainly|completely|entirely|totally|absolutely|utterly|flatly|demonstrably|patently|also|all)\s+)?"
    r"(?:not\s+(?:true|so|the\s+case|accurate|correct)|untrue|false|a\s+lie|an?\s+falsehood|incorrect|inaccurate|baseless|unfounded)"
)
_A_SENTENCE = re.compile(
    r"\W*(?:(?:but|and|yet|however|again),?\s+)?"
    rf"(?:(?:that|this|it)(?:['’]s|\s+is|\s+was)\s+{_NOT_TRUE}"
    rf"|(?:that|this|the|both|those|these)\s+{_CLAIM}\s+(?:is|was|are|were)\s+(?:{_NOT_TRUE}|wrong)"
    r"|verdict:\s+(?:mostly\s+)?(?:false|untrue|not\s+true))\W*",
    re.I,
)
_SENTENCE = 120
_BESIDE = 80
"""Characters between a claim and the sentence that calls it false: a tag with who says it at the most."""


def called_false_by_the_report(report: Report, reading: Reading) -> Iterator[tuple[int, Span]]:
    """The attributions whose claim the report calls false, by their numbers, each with the words by which it does."""
    contents = _Contents(reading)
    for index, a in enumerate(reading.attributions):
        if not a.content or not a.cue or not a.source or unsaid(report.text, a):
            continue
        words = None if not_yet(report.text, a) else _in_cue(report.text, a)
        if words is not None and not _put_right(report.text, words) and _is_the_reports(contents, a, words):
            yield index, words
    for sentence in reading.sentences:
        if sentence.attribution is not None or sentence.end - sentence.start > _SENTENCE:
            continue
        if _A_SENTENCE.fullmatch(report.text, sentence.start, sentence.end):
            claim = _right_before(report, contents, sentence.start)
            if claim is not None:
                yield claim, Span(sentence.start, sentence.end)


def _in_cue(text: str, a: Attribution) -> Span | None:
    """The frame of a claim as far as its cue, where it is told to be false there."""
    content = a.content[0].start
    if a.cue[0].start >= content:
        return None
    near = [s for s in (*a.source, *a.cue) if 0 <= content - s.start <= _HEAD]
    first = min((s.start for s in near), default=content)
    m = _IN_CUE.search(text, max(first, a.cue[0].start - 24), content)
    if m is None or m.end() < a.cue[0].start or _AFTER_FALSE.search(text, max(0, m.start() - 24), m.start()):
        return None
    if _TOPIC.search(text, m.end(), content):
        return None
    return None if _QUOTES.search(text, first, m.end()) else Span(min(first, m.start()), m.end())


def _put_right(text: str, words: Span) -> bool:
    """Whether whoever said something wrong has put it right: *an earlier version of this article wrongly said*."""
    low, _ = sentence_around(text, words.start, words.end)
    return (
        _OF_ITSELF.search(text, low, words.end) is not None
        or _OWNS_UP.search(text, low, words.end) is not None
    )


class _Contents:
    """The contents of a reading by where they stand, so that no place is held against every attribution."""

    def __init__(self, reading: Reading) -> None:
        self._attributions = reading.attributions
        self._spans = sorted((c.start, c.end, n) for n, a in enumerate(self._attributions) for c in a.content)
        self._furthest = list(accumulate((end for _, end, _ in self._spans), max))
        self._ends = sorted((a.content[-1].end, n) for n, a in enumerate(self._attributions) if a.content)

    def around(self, at: int) -> Iterator[Attribution]:
        """The attributions in whose content a character stands."""
        for place in range(bisect_left(self._spans, (at + 1, -1, -1)) - 1, -1, -1):
            if self._furthest[place] <= at:
                return
            start, end, n = self._spans[place]
            if start <= at < end:
                yield self._attributions[n]

    def ending(self, low: int, high: int) -> Iterator[tuple[int, Attribution]]:
        """The attributions whose content ends at one of these offsets, both included, with their numbers."""
        for place in range(bisect_left(self._ends, (low, -1)), len(self._ends)):
            end, n = self._ends[place]
            if end > high:
                return
            yield n, self._attributions[n]


def _is_the_reports(contents: _Contents, a: Attribution, words: Span) -> bool:
    """Whether words are the report's own: in nobody's quotation, and in what nobody else is cited for."""
    for outer in contents.around(words.end - 1):
        if outer is a:
            continue
        same = outer.speaker.name is not None and outer.speaker.name == a.speaker.name
        if outer.kind is not AttributionKind.INDIRECT or not same:
            return False
    return True


def _right_before(report: Report, contents: _Contents, at: int) -> int | None:
    """The claim that a sentence follows upon: of voices inside each other the outermost that is somebody's."""
    ends = []
    for index, a in contents.ending(at - _BESIDE, at):
        if not a.source:
            continue
        end = a.content[-1].end
        tag = [s for s in (*a.cue, *a.source) if end <= s.start and s.end <= at]
        gap = report.text[max([end, *(s.end for s in tag)]) : at]
        if not any(map(str.isalnum, gap)) and not unsaid(report.text, a):
            ends.append((a.content[0].start, index))
    return min(ends)[1] if ends else None
