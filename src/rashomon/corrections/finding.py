"""Finding, in a reading, the attribution that a correction is about: by its words, wherever another reading has put its edges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.corrections import shape, targets
from rashomon.corrections.shape import Quoted, Shape
from rashomon.records import Attribution, Correction, Span

SAME = 0.5
"""Share of the characters of two contents, of those in either, that both have from which on they are one attribution read twice.
Set by hand: with less in common, most of what the person judged is no longer in it."""

TEXT_CHANGED = "its words are no longer in the report, or stand there more than once"
NOBODY = "no attribution of this reading has these words as its content"
BADLY_WRITTEN = (
    "what it is about, or what it puts in its place, is not written as this version of Rashomon reads it"
)


@dataclass(frozen=True, slots=True)
class At:
    """The attribution, by index, that a correction is about, and by how many characters its words have moved since."""

    index: int
    moved: int


def found(text: str, attributions: Sequence[Attribution], correction: Correction) -> At | str:
    """Where a correction applies in a report's machine reading; words that say why it does not, where it does not."""
    place = targets.place(correction.target)
    if place is None:
        return BADLY_WRITTEN
    old = shape.loaded(correction.old)
    read = old["read"] if isinstance(old.get("read"), dict) else old
    moved = _moved(text, read)
    if moved is None:
        return TEXT_CHANGED
    content = _spans(read, "content", moved) or (Span(place.span.start + moved, place.span.end + moved),)
    cue = _spans(read, "cue", moved)
    best = max(
        range(len(attributions)),
        key=lambda i: (_shared(attributions[i].content, content), _shared(attributions[i].cue, cue), -i),
        default=None,
    )
    if best is None or _shared(attributions[best].content, content) < SAME:
        return NOBODY
    return At(best, moved)


def moved_to(text: str, quoted: Sequence[Quoted], moved: int) -> tuple[Span, ...] | None:
    """Spans where their words stand now; ``None`` where other words stand there."""
    spans = tuple(Span(s.start + moved, s.end + moved) for s, _ in quoted)
    there = all(
        span.start >= 0 and text[span.start : span.end] == words
        for span, (_, words) in zip(spans, quoted, strict=True)
    )
    return spans if there else None


def _moved(text: str, read: Shape) -> int | None:
    """By how many characters all the words of a shape have moved: 0 as a rule, since a report's text changes only where
    its page is read otherwise. ``None`` where they are not there, or not in one place."""
    quoted = [q for part in shape.PARTS for q in shape.quoted(read, part) or ()]
    if not quoted or moved_to(text, quoted, 0) is not None:
        return 0
    (first, words) = max(quoted, key=lambda q: (len(q[1]), -q[0].start))
    fits = {at.start() - first.start for at in re.finditer(f"(?={re.escape(words)})", text)}
    fits = {by for by in fits if moved_to(text, quoted, by) is not None}
    return fits.pop() if len(fits) == 1 else None


def _spans(read: Shape, part: str, moved: int) -> tuple[Span, ...]:
    return tuple(Span(s.start + moved, s.end + moved) for s, _ in shape.quoted(read, part) or ())


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters in both over characters in either (Jaccard 1901); 0 where there are none."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(s.end - s.start for s in (*one, *other)) - both
    return both / either if either else 0.0
