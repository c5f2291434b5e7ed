"""Quotations behind a colon that nobody has, of whoever rejects or answers something right before it: ``Kerr dismissed that:
“He was never less tired.”``

The tagger takes what is rejected for all that is said. The quotation is a saying of its own: what it says is not denied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.quotations import DOUBLE, Quotation
from rashomon.reading.text.words_of_speech import DENYING, TURNING_DOWN, any_of
from rashomon.records import AttributionKind, Span

SURE = Certainty(0.8, 0.8, 0.8)
"""What is put down for one; set by hand."""

_REJECTS = re.compile(
    rf"\b(?:{any_of(forms(DENYING | TURNING_DOWN, Form.FINITE))}"
    r"|(?:contradict|counter|oppos|defend|criticis|criticiz|prais|welcom|condemn|confirm)(?:ed|s|es))\Z",
    re.I,
)
_COLON = re.compile(r"[^.!?:;\n“”\"]{0,40}(?P<colon>:)\s+")
"""What stands between what is rejected and a quotation: *on Monday:*."""
_LEAST_WORDS = 3
"""Of a quotation that is a saying, and not the title of something."""


def with_behind_colon(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions in their places, and behind them those of closed quotations behind a colon that share nothing with any."""
    out = list(found)
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    begun = {q.start: q for q in marks if q.closed and q.mark in DOUBLE and not q.depth}
    for f in found:
        if f.inside is not None or len(f.source) != 1 or not f.cue or not f.content:
            continue
        cue, last = f.cue[-1], f.content[-1]
        if not f.source[0].end <= f.cue[0].start < cue.end <= f.content[0].start:
            continue
        colon = _COLON.match(text, last.end, last.end + 60)
        if colon is None or _REJECTS.search(text, cue.start, cue.end) is None:
            continue
        q = begun.get(colon.end())
        if q is None or len(text[q.start : q.end].split()) < _LEAST_WORDS:
            continue
        whole = Span(q.start, q.end)
        if not set(parts.meeting(Span(colon.start("colon"), q.end))):
            out.append(Found(f.source, (Span(*colon.span("colon")),), (whole,), AttributionKind.DIRECT, SURE))
    return out
