"""What an inquiry has found, told behind what it found: ``The former head lied to his board, an inquiry has found.``

The tagger passes over some at the head of a report, where the headline has said it before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.names.who import WORD
from rashomon.reading.text.edges import Holders, holds
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.sentences import sentences
from rashomon.records import Span

SURE = Certainty(0.8, 0.8, 0.8)
"""What is put down for one; of the 13 in PolNeAR's training and dev articles that have this form the annotators mark each."""

_INQUIRY = (
    r"(?:inquiry|report|study|survey|poll|inquest|tribunal|court|investigation|review|audit|jury|panel|watchdog|commission|committee"
    r"|coroner|ombudsman|hearing|autopsy|analysis|probe|research)"
)
_FOUND = re.compile(
    rf",\s+(?P<source>(?:an?|the)\s+(?:{WORD}\s+){{0,5}}?{_INQUIRY}(?:\s+(?:of|for|by|from|into)\s+(?:{WORD}\s+){{0,7}}?{WORD})?)\s+"
    r"(?P<cue>(?:(?:has|have|had)\s+)?(?:found|concluded|ruled|heard|determined|established|finds|concludes|shows))"
    r"(?:\s+on\s+\w+day)?(?=\.?\s*(?:\n|\Z)|\.[”\"’')]*\s)"
)
_SHORTEST = 20
_LONGEST = 500
"""Characters of what is found."""


def with_findings(
    text: str, regions: Sequence[Span], found: Sequence[Found], marks: Sequence[Quotation]
) -> list[Found]:
    """The attributions, and behind them those of such sentences of which none has a part, but what is all told in what is found:
    that stands inside.
    """
    out = list(found)
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    for region in regions:
        for m in _FOUND.finditer(text, region.start, region.end):
            low = max(text.rfind("\n", region.start, m.start()) + 1, m.start() - _LONGEST, region.start)
            begins = sentences(text, low, m.end())[-1].start
            content = Span(begins, m.start())
            if content.end - content.start < _SHORTEST or not _whole(text[begins : m.start()]):
                continue
            inner = set(parts.meeting(Span(begins, m.end())))
            if not all(_told_in(content, found[n], inner) for n in inner):
                continue
            for n in inner:
                if out[n].inside is None:
                    out[n] = replace(out[n], inside=len(out))
            source, cue = Span(*m.span("source")), Span(*m.span("cue"))
            out.append(Found((source,), (cue,), (content,), kind_of(text, (content,), (cue,), marks), SURE))
    return out


def _told_in(content: Span, f: Found, inner: Set[int]) -> bool:
    """Whether all of an attribution stands in a content, in which whatever holds it stands too."""
    return all(holds([content], s) for s in f.spans) and (f.inside is None or f.inside in inner)


def _whole(words: str) -> bool:
    """Whether no quotation reaches beyond."""
    return words.count("“") == words.count("”") and words.count('"') % 2 == 0
