"""A correction in words, as far as a line holds it: for lists of decisions, wherever they are shown."""

from __future__ import annotations

from rashomon.corrections import shape, targets
from rashomon.records import Correction

MOST_WORDS = 80
"""Characters shown of what a decision is about."""


def in_words(correction: Correction) -> str:
    """What a decision is about, and what it puts in its place, as far as a line holds it."""
    old, new = shape.loaded(correction.old), shape.loaded(correction.new)
    place = targets.place(correction.target)
    if place is None or place.kind != targets.ATTRIBUTION:
        return (
            correction.target if correction.old is None else f"{correction.target} ({_cut(correction.old)})"
        )
    said = " … ".join(words for _, words in shape.quoted(old, "content") or ())
    about = f"report {place.report[:8]}: “{_cut(said)}”" if said else correction.target
    named = shape.speaker(new)
    if named is not None:
        was = (shape.speaker(old) or (None, None))[0]
        return f"{about}, speaker {named[0] or 'not known'}, was {was or 'not known'}"
    parts = [
        f"{part} “{_cut(' … '.join(words for _, words in quoted))}”" if quoted else f"no {part}"
        for part in shape.PARTS
        if (quoted := shape.quoted(new, part)) is not None
    ]
    return ", ".join([about, *parts])


def _cut(words: str) -> str:
    one = " ".join(words.split())
    return one if len(one) <= MOST_WORDS else one[: MOST_WORDS - 1].rstrip() + "…"
