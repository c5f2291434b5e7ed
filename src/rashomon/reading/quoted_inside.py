"""Sayings inside a content that the tagger passed over and the words alone tell: a name or pronoun, a verb of speech, and a
quotation or a clause with *that*.

PolNeAR annotates nothing inside a content, so the tagger has hardly seen such sayings; ``Colonel Stahn told me on Sunday, in these
words: “Not one cartridge was issued.”`` needs no model. Only verbs that report speech and nothing else are taken, and *I* and *we*
never: who quotes themselves is one speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.reading.attributions import Certainty, Found, kind_of
from rashomon.reading.edges import Holders
from rashomon.reading.quotations import Quotation
from rashomon.records import AttributionKind, Span

SURE = Certainty(0.6, 0.6, 0.6)
"""What is put down for a saying found by its words: on the two sets of bench/nested.py about as many are right."""

_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s+(?:(?:de|of|the|van|al)\s+)*[A-ZÀ-Þ][\w’'-]*)*"
_SOURCE = (
    rf"(?:(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|who)\b|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Yy]our|[Tt]heir|[Ii]ts|[Oo]ne|[Ss]ome|[Mm]any|[Tt]wo)\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+?|(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep)\.?\s+)?{_NAME})"
)
_SAYS = (
    r"(?:(?:had|has|have|would|will|is|are|was|were)\s+(?:\w+\s+)?(?:reported\s+to\s+have\s+)?)?"
    r"(?:told|tells?|said|says?|wrote|writes?|replied|replies|answered|answers|asked|asks|warned|warns|claimed|claims?|announced"
    r"|announces|promised|promises|declared|declares|insisted|insists|shouted|shouts|added|adds|testified|testifies|admitted|admits"
    r"|denied|denies|stated|states)"
)
_TO = r"(?:\s+(?:me|us|him|her|them|you|everyone|everybody|(?:the|a|an|his|her|my|our|their)\s+(?:\w+\s+)?\w+|[A-ZÀ-Þ][\w’'-]*))?"
_BEFORE_QUOTE = re.compile(
    rf"(?:^|(?<=[\s(“\"‘']))(?P<source>{_SOURCE})\s+(?P<cue>{_SAYS}){_TO}(?P<rest>[^.!?;:“”\"‘«»\n]{{0,60}}?)[,:]?\s*$"
)
_THAT = re.compile(
    rf"(?:^|(?<=[\s(“\"‘']))(?P<source>{_SOURCE})\s+(?P<cue>{_SAYS}){_TO}(?:\s+(?:on|in|at|last|this)\s+[\w\s]{{2,25}}?)?\s+"
    r"(?P<content>that\s+[^.!?;“”\"«»\n]{8,400}?)(?=[.!?;”\"»\n]|,\s+(?:and|but|so|which|who|because|while)\b|$)"
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|when(?:ever)?|nobody|no one|not|never|would|could|should|might|may|can|let|until|everyone who|people who)\b",
    re.I,
)
"""Words of the source or right before it with which nothing was said."""

_REACH = 220


def quoted_inside(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> Iterator[Found]:
    """The sayings inside contents that no cue was found for, each with the number of the innermost that holds it."""
    contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
    cues = Holders((Span(s.start, s.end), i) for i, f in enumerate(found) for s in f.cue)
    taken = [s for f in found if f.inside is not None for s in (*f.cue, *f.content)]
    every = {s for f in found for s in f.cue}
    _ = cues
    for source, cue, content in _candidates(text, found, marks):
        spans = (source, cue, content)
        if any(_touch(cue, s) for s in every) or any(_touch(content, s) for s in taken):
            continue
        owners = set.intersection(*({*contents.of(s)} for s in spans))
        if not owners:
            continue
        owner = min(owners, key=lambda i: sum(s.end - s.start for s in found[i].content))
        if content.end - content.start > 0.95 * sum(s.end - s.start for s in found[owner].content):
            continue
        taken += [cue, content]
        yield Found((source,), (cue,), (content,), kind_of(text, (content,), marks), SURE, owner)


def _candidates(
    text: str, found: Sequence[Found], marks: Sequence[Quotation]
) -> Iterator[tuple[Span, Span, Span]]:
    for f in found:
        for s in f.content:
            for q in marks:
                if not (s.start < q.start and q.end <= s.end) or (q.start == s.start and q.end == s.end):
                    continue
                low = max(s.start, q.start - _REACH)
                m = _BEFORE_QUOTE.search(text[low : q.start])
                if m is not None and _real(text, low + m.start("source"), m.group("source")):
                    yield (
                        Span(low + m.start("source"), low + m.end("source")),
                        Span(low + m.start("cue"), low + m.end("cue")),
                        Span(q.start, q.end),
                    )
            for m in _THAT.finditer(text, s.start, s.end):
                if _real(text, m.start("source"), m.group("source")):
                    yield Span(*m.span("source")), Span(*m.span("cue")), Span(*m.span("content"))


def _real(text: str, start: int, source: str) -> bool:
    return _UNREAL.search(source) is None and _UNREAL.search(text[max(0, start - 14) : start]) is None


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


__all__ = ["AttributionKind", "quoted_inside"]
