"""Changes to a document's text that move its annotation along."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from training.reader.corpus import Document, Gold, Spans


@dataclass(frozen=True)
class Passage:
    """A text with its attributions and mentions, offsets into it."""

    text: str
    attributions: list[Gold] = field(default_factory=list)
    mentions: list[tuple[str, int, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Edit:
    """``text[start:end]`` becomes ``new``. With ``passage``, ``new`` begins with a passage's text in some typography."""

    start: int
    end: int
    new: str
    passage: Passage | None = None


def moved(gold: Gold, by: int) -> Gold:
    """The attribution with every offset ``by`` characters on."""
    return Gold(*([(s + by, e + by) for s, e in part] for part in (gold.source, gold.cue, gold.content)))


def edit(document: Document, edits: list[Edit]) -> Document:
    """The document with non-overlapping replacements made, in order of place, and every span moved along.

    What is put in at the edge of a span is not in it. Mentions and inner attributions in what is replaced are gone; passages
    bring their own mentions, and their attributions as ``inner``.
    """
    if not edits:
        return document
    edits = sorted(edits, key=lambda e: (e.start, e.end))
    text: list[str] = []
    at = length = shift = 0
    places: list[tuple[int, bool]] = [(0, False)]  # where an edit ends, and whether it only puts in
    shifts = [0]
    mentions = [m for m in document.mentions if not any(m[1] < e.end and e.start < m[2] for e in edits)]
    replaced = [(e.start, e.end) for e in edits if e.start < e.end]
    kept = [a for a in document.inner if not _meet(a.source + a.cue + a.content, replaced)]
    brought_inner: list[Gold] = []
    known: Spans = []
    brought: list[tuple[str, int, int]] = []
    for e in edits:
        text += [document.text[at : e.start], e.new]
        place = length + e.start - at
        length = place + len(e.new)
        if e.passage is not None:
            brought_inner += [_clipped(moved(g, place), length) for g in e.passage.attributions]
            brought += [(k, s + place, min(t + place, length)) for k, s, t in e.passage.mentions]
            known.append((place, length))
        at = e.end
        shift += len(e.new) - (e.end - e.start)
        places.append((e.end, e.start == e.end))
        shifts.append(shift)
    text.append(document.text[at:])

    def move(spans: Spans) -> Spans:
        return [(_moved((s, True), places, shifts), _moved((e, False), places, shifts)) for s, e in spans]

    def moved_all(golds: list[Gold]) -> list[Gold]:
        return [Gold(move(a.source), move(a.cue), move(a.content)) for a in golds]

    return Document(
        document.name,
        "".join(text),
        moved_all(document.attributions),
        [(k, *move([(s, e)])[0]) for k, s, e in mentions] + brought,
        moved_all(kept) + brought_inner,
        move([k for k in document.inner_known if not _meet([k], replaced)]) + known,
        tuple(move(list(document.open))),
    )


def _meet(spans: Spans, others: Spans) -> bool:
    return any(s < e and x < t for s, t in spans for x, e in others)


def _clipped(gold: Gold, end: int) -> Gold:
    return Gold(
        *([(s, min(e, end)) for s, e in part if s < end] for part in (gold.source, gold.cue, gold.content))
    )


def _moved(place: tuple[int, bool], places: list[tuple[int, bool]], shifts: list[int]) -> int:
    """Where an offset is now: after what is put in there for ``(offset, True)``, before it for ``(offset, False)``."""
    return place[0] + shifts[bisect_right(places, place) - 1]
