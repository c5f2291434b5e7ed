"""Which words are said, and which are the report's own: contents that take in too much, or end in mid-phrase.

Each rule was looked for in PolNeAR's training articles; where a figure stands beside it, that is how often the annotators agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.text.quotations import DOUBLE, Quotation, near
from rashomon.records import AttributionKind, Span

_ASKED_BEFORE = re.compile(r"\b(?:asked|asks)\b[^.!?;“”\"\n]{0,60}[,:]\s*\Z", re.I)
_ANSWER = re.compile(r"\?[”\"]\s+(?=[“\"])")
"""Where an answer begins behind the question that it answers, each in its own quotation marks."""

_OPEN_END = re.compile(
    r"\s(?:with|of|to|in|by|from|at|on|for|about|against|the|an?|and|or|that|into|between"
    r"|as|than|who|which|is|are|was|were|has|have|had|his|their)\Z"
)
_REST = re.compile(r"(?:[^\S\n]+[\w’'%$€£-]+(?:\.(?=\w))?){1,12}(?=[.,;:!?)\n”\"»]|\s[—–-]|\Z)")
_GOES_ON = re.compile(
    r"[\s,]*(?:and|but|as|before|after|when|while|though|although|adding|who|which)\b\s*(?P<next>.?)"
)
_PROMPT = re.compile(
    r"(?:when\s+|as\s+)?(?:asked|pressed|questioned|speaking|responding|in\s+response)\b", re.I
)
_MEANWHILE = re.compile(
    r"(?!(?:[^\s,]+\s+)*(?:am|are|be|been|can|cannot|could|did|do|does|had|has|have|he|I|is|it|made|may|means|meant|might|must|or"
    r"|shall|she|should|they|was|we|were|will|would|you|\w+n[’']t"
    r"|(?!(?:across|always|as|besides|his|its|this|towards|us)\s)[a-z]+s\s+(?:a|an|her|him|his|its|my|nobody|our|people|the|their|them|us)"
    r"|(?:brings|costs|feels|gets|gives|goes|hurts|keeps|makes|matters|means|needs|pays|proves|remains|requires|seems|takes|tells)(?=\s+\w))\b)"
    r"[^,]*\Z"
)
"""A clause with neither verb nor subject of its own: *losing it would be a pity* is said, and *knowing it, we stayed*."""

_BESIDES = re.compile(
    r"(?:(?:Not|Without|While|After|Before|Still|Then)\s+[a-z]\w+ing\b"
    r"|(?:Banging|Beaming|Bowing|Clutching|Crying|Fighting\s+back|Frowning|Gesturing|Glancing|Grinning|Laughing|Leaning|Looking|Nodding"
    r"|Pausing|Pointing|Referring|Shaking|Shrugging|Sighing|Sitting|Smiling|Sobbing|Standing|Staring|Turning|Walking|Waving|Weeping"
    r"|Wiping)\b|[A-Z]\w+ing\s+(?:him|his|her|their|them)\b)"
)
"""How a clause begins that tells what the speaker did besides: of 18 such before who says what is quoted behind, PolNeAR's
annotators have one in the content, where the quotation goes on with its verb. *Closing schools hurts, she said* is said."""

_PAUSE = re.compile("[.!?]")
_SENTENCE_BEGINS = re.compile(r"(?:\A|\n|[.!?…][”\"’'»)]?)\s*\Z")
_SAYS_NOT = re.compile(
    r"(?:did|do|does|would|could|will)(?:\s+not|n[’']t)\s+(?:say|comment|elaborate|explain|specify|name|give)\b"
)
_QUOTED_BEFORE = re.compile(r"[.!?…][\"”’'»]{1,3}\s+\Z")
_NEXT_SENTENCE = re.compile(r"\s+[A-ZÀ-Þ][^“”\"]*\Z")


def unsaid_before(text: str, f: Found) -> bool:
    """Whether a cue such as *did not say* has only a quotation that stands in sentences before it, which somebody did say."""
    return (
        f.kind is AttributionKind.DIRECT
        and bool(f.cue)
        and _SAYS_NOT.match(text, f.cue[0].start, f.cue[0].end) is not None
        and all(s.end <= f.cue[0].start for s in f.content)
        and _QUOTED_BEFORE.search(text, f.content[-1].start, min(s.start for s in (*f.source, *f.cue)))
        is not None
    )


def as_its_marks(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """What is quoted behind a colon without the report's next sentence: *Kerr shouted: “Liar!” He was led away.*"""
    if not f.cue or not f.content or ":" not in text[f.cue[-1].end - 1 : f.cue[-1].end + 1]:
        return f
    last = f.content[-1]
    q = next((q for q in near(marks, last.start, last.start + 1) if q.start == last.start and q.closed), None)
    if q is None or q.mark not in DOUBLE or q.end >= last.end or text[q.end - 2] not in ".!?":
        return f
    if _NEXT_SENTENCE.match(text, q.end, last.end) is None:
        return f
    content = (*f.content[:-1], Span(last.start, q.end))
    return replace(f, content=content, kind=kind_of(text, content, f.cue, marks))


def introduced(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """What a colon leads to (*Her statement reads:*) without what stands in the paragraphs before the one of source and cue."""
    if not f.cue or len(f.content) < 2:
        return f
    line = text.rfind("\n", 0, min(s.start for s in (*f.source, *f.cue))) + 1
    last = max(s.end for s in f.cue)
    content = tuple(s for s in f.content if s.end > line)
    if content == f.content or ":" not in text[last - 1 : last + 1]:
        return f
    if not any(s.start >= last and not text[last : s.start].strip(": \n\t") for s in content):
        return f
    return replace(f, content=content, kind=kind_of(text, content, f.cue, marks))


def without_question(text: str, f: Found) -> Found:
    """An answer without the question that another puts before it: ``Kerr asked Morlin, “Was it shut?” “It was,” she said``."""
    if not f.content or not f.cue or f.cue[0].start < f.content[0].start:
        return f
    first = f.content[0]
    if _ASKED_BEFORE.search(text[max(0, first.start - 100) : first.start]) is None:
        return f
    end = min(f.cue[0].start, f.content[-1].end)
    answer = _ANSWER.search(text, first.start, end)
    if answer is None:
        return f
    content = tuple(Span(max(c.start, answer.end()), c.end) for c in f.content if c.end > answer.end())
    return replace(f, content=content) if content else f


def without_narration(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """A quotation without what the report tells around it: ``“Come,” he said, and the gate fell``, ``Asked why, he said: “No.”``.

    In training annotators take the first for content in 3 of 85 places, the second in 3 of 98.
    """
    quoted = [s for s in f.content if text[s.start] in DOUBLE]
    if not quoted or len(quoted) == len(f.content):
        return f
    first, last = min(s.start for s in f.cue), max(s.end for s in (*f.cue, *f.source))

    def told(s: Span) -> bool:
        if s in quoted:
            return False
        if s.start >= last and quoted[0].end <= first:
            on = _GOES_ON.match(text, last, s.end)
            return on is not None and on.end() > s.start and on["next"] not in DOUBLE
        return s.end <= first and (_PROMPT.match(text, s.start, s.end) is not None or besides(s))

    def besides(s: Span) -> bool:
        """Whether it is a clause of its own before who speaks: *Not looking up, he asked: “When?”*."""
        behind = next((q for q in quoted if q.start >= last), None)
        return (
            behind is not None
            and not text[behind.start + 1 : behind.start + 2].islower()
            and text[s.end : min(p.start for p in (*f.source, *f.cue))].strip() == ","
            and _PAUSE.search(text, last, behind.start) is None
            and _BESIDES.match(text, s.start, s.end) is not None
            and _MEANWHILE.match(text[s.start : s.end]) is not None
            and _SENTENCE_BEGINS.search(text, max(0, s.start - 5), s.start) is not None
        )

    content = tuple(s for s in f.content if not told(s))
    return (
        f if content == f.content else replace(f, content=content, kind=kind_of(text, content, f.cue, marks))
    )


def completed(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """Contents that end in the middle of a phrase (*that it is negotiating with*) with the rest of it, up to the next mark or the
    next part of another attribution.
    """
    starts = sorted(s.start for f in found for s in f.spans)
    out = []
    for f in found:
        last = f.content[-1]
        rest = _REST.match(text, last.end) if _OPEN_END.search(text, last.start, last.end) else None
        if rest is not None and bisect_left(starts, last.end) == bisect_left(starts, rest.end()):
            content = (*f.content[:-1], Span(last.start, rest.end()))
            f = replace(f, content=content, kind=kind_of(text, content, f.cue, marks))
        out.append(f)
    return out
