"""Reports and readings for tests: texts, who says which part of them, and nothing a model would decide."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from rashomon.collation.sentences.embed import Embedder, pack
from rashomon.reading.text.sentences import sentences
from rashomon.records import (
    Attribution,
    AttributionKind,
    Passage,
    Reading,
    Report,
    Sentence,
    Span,
    Speaker,
    Voice,
)


@cache
def embedder() -> Embedder:
    return Embedder.load()


def told(
    name: str,
    text: str,
    said: Sequence[str] = (),
    headline: str = "",
    comment: str = "",
    published: str | None = None,
    cue: str = "said",
    post: str = "",
    kind: AttributionKind = AttributionKind.DIRECT,
) -> tuple[Report, Reading]:
    """A report whose text is headline, ``text``, embedded post and comment in lines; each part of ``said`` is an
    attribution's content.
    """
    lines = [(Voice.HEADLINE, headline), (Voice.BODY, text), (Voice.EMBEDDED, post), (Voice.COMMENT, comment)]
    whole, passages = "", []
    for voice, line in lines:
        if line:
            passages.append(Passage(voice, len(whole), len(whole) + len(line)))
            whole += line + "\n"
    spans = [Span(whole.index(part), whole.index(part) + len(part)) for part in said]
    cues = [Span(at, at + len(cue)) for at in [whole.find(cue)] if at >= 0]
    edges = sorted(
        {0, len(whole), *(e for s in spans for e in (s.start, s.end)), *(p.start for p in passages)}
    )
    found = []
    for start, end in pairwise(edges):
        holder = next((k for k, s in enumerate(spans) if s.start <= start and end <= s.end), None)
        found += [(s, holder) for s in sentences(whole, start, end)]
    vectors = pack(embedder().embed([whole[s.start : s.end] for s, _ in found]))
    attributions = tuple(
        Attribution((), tuple(cues), (s,), kind, 1.0, Speaker(None, "a test")) for s in spans
    )
    digest = hashlib.sha256(name.encode()).hexdigest()[:16]
    report = Report(digest, digest, name, whole, tuple(passages), title=headline or None, published=published)
    reading = Reading(
        digest,
        "test",
        (),
        attributions,
        tuple(Sentence(s.start, s.end, k, v) for (s, k), v in zip(found, vectors, strict=True)),
    )
    return report, reading
