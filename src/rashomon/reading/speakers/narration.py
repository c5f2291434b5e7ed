"""What a report tells itself between two places, in nobody's own words."""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.reading.speakers.scene import Scene
from rashomon.records import AttributionKind, Span


def narration(scene: Scene, first: int, last: int, between: Span) -> Iterator[Span]:
    """What stands between two places and in no direct content of the attributions ``first`` to ``last``, in text order."""
    at = between.start
    direct = (g for g in scene.found[first : last + 1] if g.kind is AttributionKind.DIRECT)
    for s in sorted(s for g in direct for s in g.content):
        if s.end > at and s.start < between.end:
            if s.start > at:
                yield Span(at, s.start)
            at = s.end
    if at < between.end:
        yield Span(at, between.end)
