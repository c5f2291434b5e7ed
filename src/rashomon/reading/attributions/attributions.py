"""From the tagger's spans and links to attributions. Where it and the quotation marks disagree about where a quotation ends,
the marks are right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.who import CAPITALS
from rashomon.reading.tagging.decode import characters
from rashomon.reading.tagging.tagger import Level
from rashomon.reading.tagging.tokens import Tokens
from rashomon.reading.text.edges import joined, letters, snapped
from rashomon.reading.text.quotations import DOUBLE, Quotation, near
from rashomon.records import AttributionKind, Span, text_of

_NOUN_BY = re.compile(
    r"(?P<cue>(?:\b[a-z]+ )?\b(?!the\b|an?\b|made\b|told\b|said\b)[a-z]{4,})\s+(?:by|from|of)\s+"
    rf"(?P<source>(?:the\s+)?{CAPITALS})\s+\Z"
)
_BEFORE = 240
"""Characters before a content in which a noun and its author stand."""
_NAMES = re.compile(r"\b(?:known|dubbed|nicknamed)(?:\s+as)?\s*$", re.I)
"""Cues that give a name (*was known as the Lion*): PolNeAR marks half of them."""


@dataclass(frozen=True, slots=True)
class Certainty:
    """The model's probabilities, 0 to 1: for each part the least of its tags times the links that lead to it."""

    source: float
    cue: float
    content: float

    @property
    def whole(self) -> float:
        """That of the attribution: the least of the parts."""
        return min(self.source, self.cue, self.content)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution before its speaker is known; fields as in :class:`rashomon.records.Attribution`.

    ``chance``, 0 to 1, is how often one such is right, where what found it knows that; else the model's ``certainty`` tells.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    certainty: Certainty
    inside: int | None = None
    chance: float | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Those of all parts."""
        return (*self.source, *self.cue, *self.content)


def innermost(text: str, found: Sequence[Found], owners: Collection[int]) -> int:
    """Of some attributions that hold the same words the one with the least content, by its number."""
    return min(owners, key=lambda n: (letters(text, found[n].content), n))


def left_of(found: Sequence[Found], kept: Sequence[Found | None]) -> list[Found]:
    """What is kept of ``found``, in order, ``None`` where one is left out; what stood inside that stands where it stood."""
    new: dict[int, int] = {}
    for n, f in enumerate(kept):
        if f is not None:
            new[n] = len(new)

    def owner(n: int | None) -> int | None:
        while n is not None and n not in new:
            n = found[n].inside
        return None if n is None else new[n]

    return [f if f.inside is None else replace(f, inside=owner(f.inside)) for f in kept if f is not None]


def assemble(text: str, tokens: Tokens, level: Level, marks: Sequence[Quotation]) -> list[Found]:
    """One attribution for each cue that has content, by the cue's place, and those that a noun and its author make."""
    contents: dict[int, list[int]] = {}
    for i, (span, link) in enumerate(zip(level.spans, level.links, strict=True)):
        if span.kind == "content" and link.to is not None:
            contents.setdefault(link.to, []).append(i)
    out = []
    for at, pieces in sorted(contents.items()):
        source = level.links[at].to
        cue = characters(text, tokens, level.spans[at])
        seen = (characters(text, tokens, level.spans[i]) for i in pieces)
        parts = [snapped(text, s, outside(near(marks, s.start, s.end), (cue,))) for s in seen]
        spans = joined(text, _of_its_paragraph(text, parts, cue))
        content = min(level.spans[i].score * level.links[i].score for i in pieces)
        whose = level.links[at].score * (level.spans[source].score if source is not None else 1.0)
        out.append(
            Found(
                source=(characters(text, tokens, level.spans[source]),) if source is not None else (),
                cue=(cue,),
                content=spans,
                kind=kind_of(text, spans, (cue,), marks),
                certainty=Certainty(whose, level.spans[at].score, content),
            )
        )
    out += _by_nouns(text, tokens, level, marks)
    return _continued(text, [f for f in out if _says(text, f)], marks)


def _of_its_paragraph(text: str, content: Sequence[Span], cue: Span) -> Sequence[Span]:
    """Without what stands in earlier paragraphs, where the cue's own has a piece before it, in no quotation marks: below a
    letter, *The letter was read on Friday, an aide said* tells who said that it was read. In all of PolNeAR's training articles
    annotators have it otherwise four times.
    """
    paragraph = Span(text.rfind("\n", 0, cue.start) + 1, cue.start)
    here = [s for s in content if s.end > paragraph.start]
    leads = any(paragraph.start <= s.start and s.end <= cue.start for s in here)
    if not leads or any(text[i] in DOUBLE for s in here for i in range(s.start, s.end)):
        return content
    return here


def _by_nouns(text: str, tokens: Tokens, level: Level, marks: Sequence[Quotation]) -> Iterator[Found]:
    """Contents that no cue claimed, where a noun and its author stand right before: ``a warning by the Assembly that …``."""
    for span, link in zip(level.spans, level.links, strict=True):
        if span.kind != "content" or link.to is not None:
            continue
        content = characters(text, tokens, span)
        if text[content.start : content.start + 5].lower() != "that ":
            continue
        line = max(text.rfind("\n", 0, content.start) + 1, content.start - _BEFORE)
        before = _NOUN_BY.search(text, line, content.start)
        if before is None:
            continue
        cue = Span(*before.span("cue"))
        yield Found(
            source=(Span(*before.span("source")),),
            cue=(cue,),
            content=(content,),
            kind=kind_of(text, (content,), (cue,), marks),
            certainty=Certainty(link.score, link.score, span.score),
        )


def _continued(text: str, found: list[Found], marks: Sequence[Quotation]) -> list[Found]:
    """Contents with the paragraphs that go on with their quotations: each opens anew after one that left its mark open.

    What somebody else is found to say there tells that the mark was only forgotten. A speech may go on for a thousand paragraphs:
    its kind is told once, at the end.
    """
    out = list(found)
    open_: dict[str, Quotation] = {}
    said = sorted((s, n) for n, f in enumerate(out) for s in f.content)
    for q in marks:
        before = open_.get(q.mark)
        if q.continues and before is not None and before.end <= q.start:
            reached = said[: bisect_left(said, q.end, key=lambda part: part[0].start)]
            holders = {n for s, n in reached if s.start < before.end <= s.end + 1}
            # Who is quoted there is not who goes on.
            holders = {n for n in holders if outside((before,), out[n].cue)}
            if len(holders) == 1 and {n for s, n in reached if q.start < s.end} <= holders:
                (n,) = holders
                content = joined(text, (*out[n].content, Span(q.start, q.end)))
                out[n] = replace(out[n], content=content)
                said = sorted([*(part for part in said if part[1] != n), *((s, n) for s in content)])
        if not q.closed:
            open_[q.mark] = q
        else:
            open_.pop(q.mark, None)
    return [
        f if f is before else replace(f, kind=kind_of(text, f.content, f.cue, marks))
        for f, before in zip(out, found, strict=True)
    ]


def outside(marks: Sequence[Quotation], cue: Sequence[Span]) -> list[Quotation]:
    """The quotations in which a cue does not stand: one around it tells nothing of how its content is given."""
    return [q for q in marks if not any(q.start < c.start and c.end < q.end for c in cue)]


def _says(text: str, f: Found) -> bool:
    """Whether the content is more than an article that the tagger cut off, or than a name that nobody in particular gives."""
    if not f.source and _NAMES.search(text_of(text, f.cue)):
        return False
    words = text_of(text, f.content)
    # More than three letters are no article: of most contents the first few tell.
    return sum(map(str.isalnum, words[:20])) > 3 or plain(words) not in ("", "a", "an", "the")


def kind_of(
    text: str, content: Iterable[Span], cue: Sequence[Span], marks: Sequence[Quotation]
) -> AttributionKind:
    """Direct if all letters of the content but one stand in quotation marks, indirect if none do, else mixed.

    ``marks`` stand in text order, none crossing another; those around the cue do not count.
    """
    spans = list(content)
    if not spans:
        return AttributionKind.INDIRECT
    here = near(marks, min(s.start for s in spans), max(s.end for s in spans))
    beyond = outside(here, cue)
    inside: list[Span] = []
    for s in spans:
        at = s.start
        for q in beyond:
            if q.start >= s.end:
                break
            start, end = max(q.start, at), min(q.end, s.end)
            if start < end:  # marks inside marks are counted with the outer ones
                inside.append(Span(start, end))
                at = end
    every, quoted = letters(text, spans), letters(text, inside)
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= every - 1 else AttributionKind.MIXED
