"""Ways in which a part takes in what stands beside it: a source that is the occasion before who speaks (*After the broadcast
the ministry called to say*) or by whom something was done with what *would ban* mills, and a content with what the report
says of the words quoted in it (*was “free and dry”, a formula that was mocked*).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.names.who import WHO
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.quotations import Quotation, near
from rashomon.records import Span

_OCCASION = re.compile(r"\b(?:after|before|during|following|since|until|at)\s+\Z", re.I)
_NO_PERSON = re.compile(
    r"(?:the|an?|that|this|last|a\s+\w+)\s+(?:[a-z’'-]+\s+){0,2}(?:broadcast|meeting|talks|vote|match|game|hearing|trial|verdict|ruling|attack|raid"
    r"|crash|fire|storm|debate|speech|ceremony|funeral|service|session|summit|visit|interview|programme|program|show|concert|election"
    r"|incident|shooting|explosion|blast|briefing|conference|call|report|publication|announcement|war|strike|protest|march|rally)",
    re.I,
)
"""An occasion, as the whole of a source."""
_SPEAKER = re.compile(rf",?\s+(?P<who>{WHO})\s+(?:\w+ly\s+)?")
_LONGEST = 80

_DONE_BY = re.compile(
    r"(?P<what>(?:The|An?|This|That|These|Those|His|Her|Its|Their)\s(?![^,.;:]{0,80}\b(?:is|are|was|were|has|have|had|will|would|said|says)\b)"
    r"[^,.;:“”\"\n]{2,80}),\s+(?:\w+ly\s+)?(?:\w+ed|written|drawn|led|made|put|seen|run|built|held|won|known|given|taken|told|sent|set|begun"
    r"|chosen)\b(?:\s+[\w’'-]{1,30}){0,8}?\s+by\s+(?:the\s+|an?\s+)?"
)
"""Who, or what, and by whom something is done with it, up to the name: *The bill, introduced last week and backed by* Senator
Kerr*, would ban mills*. Of PolNeAR's articles eight have that before a cue, and in none is it whom *by* names who says it."""

_WORDS_FOR_WORDS = (
    r"(?:formula|phrase|word|expression|remark|description|slogan|term|comment|line|comparison|reference|quote|quotation|tweet|allusion|nod"
    r"|nickname|label|verdict|sentence)s?"
)
_OF_THE_WORDS = re.compile(
    rf"(?:,|(?<=,[”\"»’']))\s+(?:an?|the\s+same|the)\s+(?:[\w-]+\s+){{0,2}}{_WORDS_FOR_WORDS}\s+(?:that|which|to|for|he|she|they|the|often|used|borrowed|coined"
    r"|familiar|whose|of)\b"
)


def apart_from_besides(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """An attribution without what stands beside its parts."""
    source, content = _who_acts(text, f), _without_comment(text, f, marks)
    if (source, content) == (f.source, f.content):
        return f
    return replace(f, source=source, content=content, kind=kind_of(text, content, f.cue, marks))


def _who_acts(text: str, f: Found) -> tuple[Span, ...]:
    """Who stands between the occasion and the cue; the bill itself where its backer was taken for what *would ban* something."""
    if len(f.source) != 1 or not f.cue:
        return f.source
    (at,) = f.source
    if text[at.start : f.cue[0].start].rstrip().endswith(","):
        first = sentence_around(text, at.start, at.start)[0]
        done = _DONE_BY.fullmatch(text, first, at.start)
        return f.source if done is None else (Span(*done.span("what")),)
    if not 0 < f.cue[0].start - at.end <= _LONGEST or _NO_PERSON.fullmatch(text, at.start, at.end) is None:
        return f.source
    if _OCCASION.search(text, max(0, at.start - 12), at.start) is None:
        return f.source
    who = _SPEAKER.fullmatch(text, at.end, f.cue[0].start)
    return f.source if who is None else (Span(*who.span("who")),)


def _without_comment(text: str, f: Found, marks: Sequence[Quotation]) -> tuple[Span, ...]:
    """The content up to the last quotation in it, where what stands behind is about those words."""
    if not f.content or not f.cue or f.cue[-1].end > f.content[-1].start:
        return f.content
    last = f.content[-1]
    for q in near(marks, last.start, last.end):
        if q.closed and last.start < q.end < last.end and _OF_THE_WORDS.match(text, q.end, last.end):
            return (*f.content[:-1], Span(last.start, q.end))
    return f.content
