"""Who denies what: the denials that a report tells, each with the meaning of what is denied, or that it points back.

A denial names what it denies (``denied that live rounds were used``), or it points back at what stands before it (``denied it``,
``disputed the account``, ``I deny that``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.conflicts.denials.called_false import calls_it_false
from rashomon.accounts.conflicts.denials.claimed import within_a_denial
from rashomon.accounts.conflicts.denials.named_claimant import claimant
from rashomon.accounts.conflicts.denials.not_yet import not_yet, supposed
from rashomon.accounts.conflicts.denials.stretches import Said, entity, vector
from rashomon.accounts.conflicts.denials.turned_down import is_withheld
from rashomon.accounts.told import Told, called, known, plain, said_by
from rashomon.reading.attributions.denying import denies
from rashomon.records import Reading, Report, Sentence, Span, text_of

_IN_CONTENT = re.compile(
    r"\b(?:there (?:is|was) no truth (?:in|to)|(?:that|this|it) (?:is|was) (?:simply |absolutely |completely )?"
    r"(?:false|untrue|not true|a lie|wrong|nonsense)(?!\s+(?:that|to)\b)|(?:is|are|were|was) (?:baseless|unfounded|fabricated)"
    r"|(?:allegations?|accusations?|claims?|reports?|charges?|stor(?:y|ies)) [“\"‘']?(?:is|are|was|were)"
    r"(?:n['’]t| not| (?:\w+ly )?un) ?true"
    r"|(?:allegations?|accusations?|claims?|reports?|charges?|stor(?:y|ies)) (?:is|are|was|were) (?:\w+ly )?"
    r"[“\"‘']?(?:false|a hoax|a lie|lies)"
    r"|i deny (?:that|it|this)|never happened|nothing of the (?:kind|sort)"
    r"|no such (?:thing|\w+ (?:was|were|had been|has been))"
    r"|(?:made|gave|given|issued|signed|reached|held) no such [a-z]+)\b",
    re.I,
)

_BACK = re.compile(
    r"^\W*+(?:it|that|this|them|those|so|which|something(?: that| which)?"
    r"|an? (?:charge|claim|allegation|accusation|assertion|account)"
    r"|(?:that )?(?:any )?such an? [\w-]{1,40}"
    r"(?: (?:had|has|have|was|were|ever|been|taken|took|place|made|given|sent|held|happened))*"
    r"|(?:(?:his|her|their|its|[\w’'-]{1,40}['’]s?) version of (?:events|things|what happened))"
    r"|(?:the|that|this|those|these) (?:[\w’'-]{1,40} )?(?:accounts?|claims?|reports?|allegations?"
    r"|accusations?|charges?|figures?|counts?|tolls?|numbers?|assertions?|suggestions?|arguments?|notion|idea|story|version)"
    r"(?: (?:in|at|on|during|as)\b[^.]*+)?)\W*+$",
    re.I,
)
"""What is denied, where it only points back: ``that argument in a ruling on Monday``, not ``the claim that …``. What it has
taken it does not give back, so that a row of hyphens takes no longer than other words."""

_AFTER = re.compile(
    r"\b(?<!\bcould )(?<!\bcan )(?<!\bmay )(?<!\bmight )(?:den(?:ied|ies|y)|disput(?:ed|es)|rejected|refuted)\s+"
    r"(?:(?:it|this|them)(?!\s+(?:an?|the|any|all|some|their|his|her|its|\w+ing|access|entry)\b)"
    r"|that(?=\W*(?:$|[.,;:!?”\"]|(?:and|but|on|in|at|when|as)\b))"
    r"|(?:the|this|that|these|those|all|any)\s+(?:[\w’'-]+\s+)?"
    r"(?:accounts?|claims?|reports?|allegations?|accusations?|charges?|figures?|assertions?))\b"
    r"|\b(?:an? |the )?(?:assertion|claim|allegation|accusation|account|charge|figure)\s{1,8}(?:(?:that|which)\s{1,8})?"
    r"(?P<denier>(?:the\s{1,8})?[\w’' -]{2,40}?)\s{1,8}(?:has |have )?(?:denied|denies|disputed|disputes|rejected|rejects)\b",
    re.I,
)
"""What the report itself tells of a denial that points back; whoever can *deny them permits* withholds something."""

_SUBJECT = re.compile(
    r"(?P<denier>(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+)?\b[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}"
    r"|\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:[\w’'-]+\s+)?[\w’'-]+?)(?:\s+(?:has|have|had|also|later))*\s*$"
)
"""Who stands right before the verb by which the report itself tells of a denial."""

_NAMED_WITHIN = 160
"""Characters before that verb in which they stand."""


def denied_in(told: Told, n: int) -> Iterator[tuple[Said, NDArray[np.float32] | None, str]]:
    """Each denial with the meaning of what it denies, ``None`` where it points back, and why it is one."""
    report, reading = told.reports[n], told.readings[n]
    text = report.text
    for index, a in enumerate(reading.attributions):
        if not a.content or not_yet(text, a) or within_a_denial(report, reading, index):
            continue
        who = entity(told, report, index, a)
        content = Span(a.content[0].start, a.content[-1].end)
        words = text[content.start : content.end]
        if calls_it_false(text, a):
            yield Said(n, content, index, who, None), None, f"“{text_of(text, a.cue)} {words}”"
        elif denies(text, a.cue) and not is_withheld(words):
            cue = text_of(text, a.cue)
            here = [s for s in reading.sentences if s.attribution == index]
            meaning = vector(here[0]) if here and not points_back(words) else None
            yield Said(n, content, index, who, None), meaning, f"“{cue}”"
        elif (m := _IN_CONTENT.search(words)) is not None and not supposed(text, content.start + m.start()):
            yield Said(n, content, index, who, None), None, f"“{' '.join(m.group().split())}”"
    for sentence in reading.sentences:
        m = _AFTER.search(text, sentence.start, sentence.end) if sentence.attribution is None else None
        if m is not None:
            at = Span(m.start(), m.end())
            who, named = _denier(told, report, reading, sentence, m)
            yield Said(n, at, None, who, None, named), None, f"“{' '.join(m.group().split())}”"


def points_back(denied: str) -> bool:
    """Whether what is denied only points back, at what stands before or at what is named for somebody and not told.

    >>> points_back("that argument in a ruling"), points_back("Ann Lee’s claim"), points_back("the claim that it burned")
    (True, True, False)
    """
    return _BACK.match(denied) is not None or claimant(denied) is not None


def _denier(
    told: Told, report: Report, reading: Reading, sentence: Sentence, m: re.Match[str]
) -> tuple[str, str | None]:
    """Who a denial that the report tells of is by, and that in words; a source of the report's in the same words is the same."""
    found = (
        m
        if m["denier"]
        else _SUBJECT.search(report.text[max(sentence.start, m.start() - _NAMED_WITHIN) : m.start()])
    )
    if found is None:
        return f"words:{m.group()}", None
    words = " ".join(found["denier"].split())
    index = called(report, reading.attributions, words)
    if index is not None:
        a = reading.attributions[index]
        return entity(told, report, index, a), said_by(report, a)
    return f"words:{plain(words)}", known(f"“{words}”")
