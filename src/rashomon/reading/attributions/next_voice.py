"""Clauses in which somebody else speaks: ``Three died, the army said, while the Front put the dead at twenty``.

What stands behind *while* there is nothing that the army said. In PolNeAR's training articles 2 of 39 such clauses stand in a
content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.text.quotations import Quotation
from rashomon.records import Span

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for the attribution that the clause makes; set by hand."""

_WHO = (
    r"(?:(?:the|an?|his|her|its|their|some|many|most|other|several|two|three|both|one|another)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
    r"|(?:[\w-]+\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+(?:of\s+|the\s+)*[A-ZÀ-Þ][\w’'-]*){0,4}(?:[’']s?\s+[\w-]+)?"
    r"|officials|residents|witnesses|police|prosecutors|critics|activists|rebels|opponents|supporters|others|experts|analysts)"
)
_SAYS = (
    r"(?:said|says|claim(?:s|ed)|insist(?:s|ed)|maintain(?:s|ed)|argue[sd]|den(?:ies|ied)|report(?:s|ed)|estimate[sd]"
    r"|wr(?:ote|ites)|announced|announces|warn(?:s|ed)|add(?:s|ed)|stated|states)"
)
_PUTS = r"(?:puts?|gave|gives)\s+(?:the|its|their|a)\s+(?:[\w-]+\s+){1,4}(?:at|as)"
_CLAUSE = re.compile(
    rf"\s*\b(?:while|whereas)\s+(?P<source>{_WHO})\s+(?:also\s+|later\s+|had\s+)?(?P<cue>{_SAYS}|{_PUTS})\s+(?P<content>\S[^\n]*)",
)

_WHERE = re.compile(r"(?:^|(?<=,)|(?<=, ))\s*(?=\b(?:while|whereas)\s)|\s(?=(?:while|whereas)\s)")
_PRESENT = re.compile(
    r"(?:says|claims|insists|maintains|argues|denies|reports|estimates|writes|announces|warns|adds|states|puts|gives)\b"
)
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
            source, cue, content = (Span(*m.span(part)) for part in ("source", "cue", "content"))
            if cues.isdisjoint(range(cue.start, cue.end)):
                kind = kind_of(text, (content,), (cue,), marks)
                added.append(Found((source,), (cue,), (content,), kind, SURE, f.inside))
    return out + added


def _clause(text: str, piece: Span, marks: Sequence[Quotation]) -> re.Match[str] | None:
    """The clause in a piece of content, outside quotation marks: at its beginning, behind a comma, or, in the present
    tense, anywhere.
    """
    for while_ in _WHERE.finditer(text[piece.start : piece.end]):
        at = piece.start + while_.start()
        if any(q.start < at < q.end for q in marks):
            continue
        m = _CLAUSE.match(text, at, piece.end)
        apart = at == piece.start or "," in text[max(piece.start, at - 2) : at + 1]
        if m is not None and (apart or _PRESENT.match(m["cue"])):
            return m
    return None
