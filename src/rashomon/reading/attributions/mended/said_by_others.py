"""Pieces of a content that the words right beside them give to somebody else: ``…, residents said. None died, Marn said, but …``.

The tagger gives a piece whose own cue it passed over to the cue of another sentence. The words beside tell whose it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.names.who import NAME, WHO
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.quotations import DOUBLE, Quotation
from rashomon.reading.text.words_of_speech import ASKING, PROMISING, SAYING, VOICING, any_of
from rashomon.records import Span, overlap

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for the attribution that the words make; set by hand."""

_SAYS = any_of(forms(SAYING | ASKING | PROMISING | VOICING, Form.FINITE))
_BEHIND = re.compile(
    rf",[”\"’']?\s+(?:as\s+)?(?:(?P<source>{WHO})\s+(?:once\s+)?(?P<cue>{_SAYS})|(?P<cue_first>{_SAYS})\s+(?P<source_behind>{NAME}))"
    r"(?=[.,;]|\s+(?:of|about|in|on|to)\b)"
)
_BEFORE = re.compile(rf"(?:^|[.!?”\"\n]\s*)(?P<source>{WHO})\s+(?P<cue>{_SAYS})[:,]\s+\Z")
_SENTENCE_END = re.compile(r"[.!?][”\"’')]?\s")
_REACH = 140
"""Characters before a quotation in which a sentence that leads to it begins."""


def without_pieces_of_others(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions in their places, without the pieces that have a sayer of their own in another sentence than the cue's, and
    behind them what those say, unless an attribution has that cue. One that would have no content left stays as it is.
    """
    out: list[Found] = []
    added: list[Found] = []
    cues = {at for f in found for s in f.cue for at in range(s.start, s.end)}
    for f in found:
        told = [(s, _sayer(text, f, s)) for s in f.content] if len(f.content) > 1 and f.cue else []
        kept = tuple(s for s, who in told if who is None)
        if not kept or len(kept) == len(told):
            out.append(f)
            continue
        out.append(replace(f, content=kept, kind=kind_of(text, kept, f.cue, marks)))
        for s, who in told:
            if who is not None and cues.isdisjoint(range(who[1].start, who[1].end)):
                kind = kind_of(text, (s,), (who[1],), marks)
                added.append(Found((who[0],), (who[1],), (s,), kind, SURE, f.inside))
    return out + added


def _sayer(text: str, f: Found, piece: Span) -> tuple[Span, Span] | None:
    """Who else says a piece, and their cue, as the words beside it in its own sentence tell."""
    end = piece.end
    while end > piece.start and not text[end - 1].isalnum():
        end -= 1
    if end == piece.start or not apart(text, f, Span(piece.start, end)):
        return None
    behind = _BEHIND.match(text, end)
    if behind is not None:
        part = "" if behind["source"] is not None else "_first"
        source = Span(*behind.span("source_behind" if part else "source"))
        return _unless_own(f, source, Span(*behind.span("cue" + part)))
    if text[piece.start] not in DOUBLE:
        return None
    at = max(0, piece.start - _REACH)
    before = _BEFORE.search(text[at : piece.start])
    if before is None:
        return None
    source, cue = (Span(at + before.start(part), at + before.end(part)) for part in ("source", "cue"))
    return _unless_own(f, source, cue)


def apart(text: str, f: Found, piece: Span) -> bool:
    """Whether a sentence ends between a piece and every part of the cue."""
    between = [text[min(piece.end, c.end) : max(piece.start, c.start)] for c in f.cue]
    return all(_SENTENCE_END.search(words) is not None for words in between)


def _unless_own(f: Found, source: Span, cue: Span) -> tuple[Span, Span] | None:
    own = any(overlap(s, part) for s in f.spans for part in (source, cue))
    return None if own else (source, cue)
