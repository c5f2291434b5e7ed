"""Clauses in which somebody else speaks: ``Three died, the army said, while the Front put the dead at twenty``.

What stands behind *while* there is nothing that the army said. In PolNeAR's training articles 2 of 39 such clauses stand in a
content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.attributions.mended.no_saying import is_no_saying
from rashomon.reading.names.who import WHO
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.numbers import WORDS
from rashomon.reading.text.quotations import Quotation, near
from rashomon.reading.text.words_of_speech import DENYING, SAYING, SUPPOSING, any_of
from rashomon.records import Span

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for the attribution that the clause makes; set by hand."""

_NO_CLAUSE = frozenset(
    "answer comment conclude continue observe post recall repeat reply respond tell testify tweet underline".split()
)
"""Behind these stands to whom or of what it is said, or they tell of much else (*while the talks continued*)."""

_CUES = (SAYING | DENYING | SUPPOSING | {"warn"}) - _NO_CLAUSE
_SAYS = any_of(forms(_CUES, Form.FINITE))
_PUTS = r"(?:puts?|gave|gives)\s+(?:the|its|their|a)\s+(?:[\w-]+\s+){1,4}(?:at|as)"
_CLAUSE = re.compile(
    rf"\s*\b(?:while|whereas)\s+(?P<source>(?:[\w-]{{1,30}}\s+)?{WHO})\s+(?:also\s+|later\s+|had\s+)?(?P<cue>{_SAYS}|{_PUTS})\s+(?P<content>\S[^\n]*)",
)
_AND = re.compile(
    rf"\s*\band\s+(?P<source>(?:[\w-]{{1,30}}\s+)?{WHO})\s+(?:also\s+|later\s+|had\s+)?(?P<cue>{_PUTS})\s+"
    rf"(?P<content>[“\"‘]?(?:[a-z]+\s+){{0,3}}?(?:\d|{any_of(WORDS)}\b)[^\n]*)"
)
"""Who puts the dead at another number behind *and*."""

_ACCORDING = re.compile(
    rf";\s+(?:(?:and|but|while)\s+)?(?P<cue>according\s+to)\s+(?P<source>{WHO}),\s+(?P<content>[^;.!?\n]{{3,300}})"
)
"""*According to Kerr, it was safe; according to the engineer, it was not.*"""
_WHERE = re.compile(r"(?:^|(?<=,)|(?<=, ))\s*(?=\b(?:while|whereas)\s)|\s(?=(?:while|whereas|and)\s)")
_PRESENT = re.compile(rf"(?:{any_of(forms(_CUES, Form.THIRD))}|puts|gives)\b")
"""What is said now, as headlines have it: *says 30 died while Front reports none* needs no comma."""


def without_next_voice(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, their contents cut where a clause of somebody else's begins, and behind them what those say, unless
    an attribution has that cue.
    """
    out: list[Found] = []
    added: list[Found] = []
    cues = {at for f in found for s in f.cue for at in range(s.start, s.end)}
    for f in found:
        kept: list[Span] = []
        told: list[re.Match[str]] = []
        for s in f.content:
            m = _clause(text, s, marks)
            if m is None:
                kept.append(s)
                continue
            told.append(m)
            if before := text[s.start : m.start()].rstrip(" ,;—–-"):
                kept.append(Span(s.start, s.start + len(before)))
        if not told or not kept:
            out.append(f)
            continue
        out.append(replace(f, content=tuple(kept), kind=kind_of(text, kept, f.cue, marks)))
        for m in told:
            if cues.isdisjoint(range(*m.span("cue"))):
                added.append(replace(_told(text, m, marks), inside=f.inside))
    return out + added


def _clause(text: str, piece: Span, marks: Sequence[Quotation]) -> re.Match[str] | None:
    """The clause in a piece of content, outside quotation marks: at its beginning, behind a comma, or, in the present
    tense, anywhere; or behind a semicolon.
    """
    other = _ACCORDING.search(text, piece.start, piece.end)
    if other is not None and not any(
        q.start < other.start() < q.end for q in near(marks, other.start(), other.end())
    ):
        return other
    for while_ in _WHERE.finditer(text[piece.start : piece.end]):
        at = piece.start + while_.start()
        if any(q.start < at < q.end for q in near(marks, at, at + 1)):
            continue
        m = _CLAUSE.match(text, at, piece.end)
        if m is None and (m := _AND.match(text, at, piece.end)) is not None:
            return m
        apart = at == piece.start or "," in text[max(piece.start, at - 2) : at + 1]
        if (
            m is not None
            and (apart or _PRESENT.match(m["cue"]))
            and not is_no_saying(text, _told(text, m, marks))
        ):
            return m
    return None


def _told(text: str, m: re.Match[str], marks: Sequence[Quotation]) -> Found:
    source, cue, content = (Span(*m.span(part)) for part in ("source", "cue", "content"))
    return Found((source,), (cue,), (content,), kind_of(text, (content,), (cue,), marks), SURE)
