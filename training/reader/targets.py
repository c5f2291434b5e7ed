"""Gold spans of a document as tags and links over its tokens."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.tagging.decode import MENTIONS, PARTS, TokenSpan
from rashomon.reading.tagging.link import candidates, of_kind
from rashomon.reading.tagging.tokens import Tokens, tokenise
from rashomon.records import Span
from training.reader.corpus import Document, Gold

IGNORE = -100


@dataclass
class Example:
    """A document ready to train on: tags for each token, IGNORE where they are not known, and linked spans.

    ``inner`` and ``within`` are the same for what stands inside contents.
    """

    document: Document
    tokens: Tokens
    parts: NDArray[np.int64]
    inner: NDArray[np.int64]
    mentions: NDArray[np.int64]
    linked: Linked
    within: Linked


@dataclass
class Linked:
    """Gold spans; ``links`` maps a child span to its parent, both indexes into ``spans``, or to none."""

    spans: list[TokenSpan]
    links: dict[int, int | None]


def example(document: Document) -> Example:
    """Tokenise and tag one document. A piece divided only by white space or marks counts as one."""
    tokens = tokenise(document.text, [Span(0, len(document.text))])
    linked, within = _linked(tokens, document.attributions), _linked(tokens, document.inner)
    parts = _tags(len(tokens), linked.spans, PARTS)
    for start, end in document.open:
        first, last = tokens.covering(start, end)
        parts[first:last] = IGNORE
    inner = np.full(len(tokens), IGNORE, dtype=np.int64)
    tags = _tags(len(tokens), within.spans, PARTS)
    for start, end in document.inner_known:
        first, last = tokens.covering(start, end)
        inner[first:last] = tags[first:last]
    mention_spans = [TokenSpan(k, *tokens.covering(s, e), 1.0) for k, s, e in document.mentions]
    mentions = _tags(len(tokens), [m for m in mention_spans if m.first < m.last], MENTIONS)
    if not document.mentions:
        mentions[:] = IGNORE
    return Example(document, tokens, parts, inner, mentions, linked, within)


def _linked(tokens: Tokens, attributions: list[Gold]) -> Linked:
    spans: dict[tuple[str, int, int], int] = {}
    links: dict[int, int | None] = {}

    def add(kind: str, pieces: list[tuple[int, int]]) -> list[int]:
        out = []
        for start, end in pieces:
            first, last = tokens.covering(start, end)
            if first < last:
                out.append(spans.setdefault((kind, first, last), len(spans)))
        return out

    for a in attributions:
        sources, cues, contents = add("source", a.source), add("cue", a.cue), add("content", a.content)
        for c in cues:
            links[c] = sources[0] if sources else None
        for c in contents:
            links[c] = cues[0] if cues else None
    return Linked([TokenSpan(k, f, e, 1.0) for k, f, e in spans], links)


def _tags(length: int, spans: list[TokenSpan], kinds: tuple[str, ...]) -> NDArray[np.int64]:
    tags = np.zeros(length, dtype=np.int64)
    for s in sorted(spans, key=lambda s: s.first - s.last):
        begin = 1 + 2 * kinds.index(s.kind)
        tags[s.first : s.last] = begin + 1
        tags[s.first] = begin
    return tags


def with_predicted(gold: Linked, predicted: list[TokenSpan]) -> Linked:
    """Predicted spans with the links of the gold spans they overlap most; one that overlaps none links to none."""
    match: dict[int, int] = {}
    back: dict[int, list[int]] = {}
    for i, p in enumerate(predicted):
        best = max(
            (
                (min(p.last, g.last) - max(p.first, g.first), j)
                for j, g in enumerate(gold.spans)
                if g.kind == p.kind
            ),
            default=(0, -1),
        )
        if best[0] > 0:
            match[i] = best[1]
            back.setdefault(best[1], []).append(i)
    links: dict[int, int | None] = {}
    for i, p in enumerate(predicted):
        if p.kind == "source":
            continue
        parent = gold.links.get(match[i]) if i in match else None
        found = back.get(parent, []) if parent is not None else []
        links[i] = found[0] if found else None
    return Linked(predicted, links)


def choices(linked: Linked, child: str, parent: str) -> list[tuple[int, list[int], int]]:
    """(child, candidates, right answer) with answer 0 for none and 1 + k for candidate k; unreachable ones left out."""
    out = []
    among = of_kind(linked.spans, parent)
    for i, to in linked.links.items():
        if linked.spans[i].kind != child:
            continue
        near = candidates(linked.spans, i, among)
        if to is None:
            out.append((i, near, 0))
        elif to in near:
            out.append((i, near, 1 + near.index(to)))
    return out
