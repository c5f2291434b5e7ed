"""Answers by points, a line each: ``On the crack: “We saw it in March.”`` below a paragraph that tells who answers.

Two such lines or more, of which no attribution has a part; whose they are is not known where the paragraph above them names
nobody, or more than one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.layout.in_full import GIVEN
from rashomon.reading.attributions.layout.turns import runs_of
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.quotations import Quotation
from rashomon.records import AttributionKind, Mention, MentionKind, Passage, Span, Voice

LEAST = 2
LEAST_WORDS = 3
_ANSWERS = re.compile(
    r"\b(?:answer|interview|repl(?:y|ie)|respon[ds]|rebut|said|say|speak|spoke|speech|statement|talk|tell|told|view|wr[io]te|written)\w*",
    re.I,
)
_LINE = re.compile(r"\S[^\n]*(?<=\S)")
_POINT = re.compile(
    r"[\W_]*(?:On|About|Regarding)\s+[^:“”\"\n]{2,80}:[\W_]{0,4}?\s+(?P<said>[“\"„«][^\n]{2,1500})"
)


def point_by_point(
    text: str,
    passages: Sequence[Passage],
    found: Sequence[Found],
    mentions: Sequence[Mention],
    marks: Sequence[Quotation],
) -> list[Found]:
    """An attribution for each such line, without a cue of its own, in text order."""
    taken = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    closed = {q.start: q.end for q in marks if q.closed and not q.depth}
    out: list[Found] = []
    for start, end in runs_of(passages, Voice.BODY):
        lines = [Span(*m.span()) for m in _LINE.finditer(text, start, end)]
        row: list[Span] = []
        for n, line in enumerate([*lines, None]):
            said = None if line is None else _said(text, line, closed, taken)
            if said is not None:
                row.append(said)
                continue
            if len(row) >= LEAST:
                first = n - len(row)
                source = _who(text, lines[first - 1], mentions) if first else ()
                out += [Found(source, (), (p,), AttributionKind.DIRECT, GIVEN) for p in row]
            row = []
    return out


def _said(text: str, line: Span, closed: dict[int, int], taken: Holders) -> Span | None:
    """What is quoted in a line, if that is such a point and nobody else's."""
    m = _POINT.fullmatch(text, line.start, line.end)
    if m is None or closed.get(m.start("said")) != line.end or taken.meeting(line):
        return None
    if text[line.end - 2] not in ".!?" or len(m["said"].split()) < LEAST_WORDS:
        return None  # "On the radio: “Velvet Rain”"
    return Span(m.start("said"), line.end)


def _who(text: str, above: Span, mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """The one person whom the paragraph above names, if it tells of an answer or a talk."""
    if _ANSWERS.search(text, above.start, above.end) is None:
        return ()
    here = [m for m in mentions if m.kind is MentionKind.PERSON and above.start <= m.start < above.end]
    surnames = {words[-1] for m in here if (words := plain(text[m.start : m.end]).split())}
    return (Span(here[0].start, here[0].end),) if len(surnames) == 1 else ()
