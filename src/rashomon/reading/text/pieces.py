"""Which stretches of a report are read, and the sentences that they are cut into: those of every content, and the narration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rashomon.reading.text.sentences import sentences
from rashomon.records import OWN_VOICES, Report, Sentence, Span, Voice


class Contents(Protocol):
    """What has a content and may stand inside another: an attribution, or what is to become one."""

    @property
    def content(self) -> tuple[Span, ...]: ...

    @property
    def inside(self) -> int | None: ...


def regions_of(report: Report) -> list[Span]:
    """The stretches to read, neighbours joined, so that a quotation over several passages stays one."""
    out: list[Span] = []
    last = -2
    for i, p in enumerate(report.passages):
        if p.voice not in OWN_VOICES:
            continue
        if out and i == last + 1 and p.voice in (Voice.BODY, Voice.HEADLINE):
            out[-1] = Span(out[-1].start, p.end)
        else:
            out.append(Span(p.start, p.end))
        last = i
    return out


def pieces(text: str, regions: Sequence[Span], found: Sequence[Contents]) -> tuple[Sentence, ...]:
    """The sentences of every content, each with its attribution, and those of the narration between contents.

    A content's edge is a sentence's edge: ``“We are ready,” he said.`` gives ``We are ready`` to its speaker. What stands
    inside a content is a part of the outer speaker's sentence and again a sentence of the inner one.
    """
    out = [
        Sentence(s.start, s.end, i)
        for i, f in enumerate(found)
        for c in f.content
        for s in sentences(text, c.start, c.end)
    ]
    said = sorted(c for f in found if f.inside is None for c in f.content)
    for region in regions:
        at = region.start
        for c in [c for c in said if region.start <= c.start < region.end] + [Span(region.end, region.end)]:
            if c.start > at:
                out += [Sentence(s.start, s.end) for s in sentences(text, at, c.start)]
            at = max(at, c.end)
    own = {(s.start, s.end): s for s in out if any(c.isalnum() for c in text[s.start : s.end])}
    return tuple(sorted(own.values(), key=lambda s: (s.start, -s.end)))
