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

    What is put in at the edge of a span is not in it. Mentions in what is replaced are gone; passages bring their
    own, and their attributions as ``inner``.
    """
    if not edits:
        return document
    edits = sorted(edits, key=lambda e: (e.start, e.end))
    text: list[str] = []
    at = length = shift = 0
    places: list[tuple[int, bool]] = [(0, False)]  # where an edit ends, and whether it only puts in
    shifts = [0]
    mentions = [m for m in document.mentions if not any(m[1] < e.end and e.start < m[2] for e in edits)]
    inner: list[Gold] = []
    known: Spans = []
    brought: list[tuple[str, int, int]] = []
    for e in edits:
        text += [document.text[at : e.start], e.new]
        place = length + e.start - at
        length = place + len(e.new)
        if e.passage is not None:
            inner += [_clipped(moved(g, place), length) for g in e.passage.attributions]
            brought += [(k, s + place, min(t + place, length)) for k, s, t in e.passage.mentions]
            known.append((place, length))
        at = e.end
        shift += len(e.new) - (e.end - e.start)
        places.append((e.end, e.start == e.end))
        shifts.append(shift)
    text.append(document.text[at:])

    def move(spans: Spans) -> Spans:
        return [(_moved((s, True), places, shifts), _moved((e, False), places, shifts)) for s, e in spans]

    return Document(
        document.name,
        "".join(text),
        [Gold(move(a.source), move(a.cue), move(a.content)) for a in document.attributions],
        [(k, *move([(s, e)])[0]) for k, s, e in mentions] + brought,
        inner,
        known,
    )


def _clipped(gold: Gold, end: int) -> Gold:
    return Gold(
        *([(s, min(e, end)) for s, e in part if s < end] for part in (gold.source, gold.cue, gold.content))
    )


def _moved(place: tuple[int, bool], places: list[tuple[int, bool]], shifts: list[int]) -> int:
    """Where an offset is now: after what is put in there for ``(offset, True)``, before it for ``(offset, False)``."""
    return place[0] + shifts[bisect_right(places, place) - 1]
