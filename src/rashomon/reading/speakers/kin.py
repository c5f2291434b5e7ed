"""Sources that are somebody's parent: *his father*, whose name the report tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.people import KIN, Person, candidates, parents
from rashomon.reading.text.possessives import without_possessive
from rashomon.records import MentionKind, Span, Speaker


def parent_meant(
    text: str, persons: Sequence[Person], source: Span, words: str, before: Sequence[Speaker]
) -> Speaker | None:
    """``his father``: the parent that the report names for the person meant by *his*."""
    match = re.fullmatch(r"(his|her|[\w’' -]+['’]s)\s+(?:\w+\s+)?(father|mother)", words, re.I)
    if match is None:
        return None
    known = parents(text, persons)
    children = [p for p in persons if p.name in known]
    whose = match.group(1).lower()
    if whose in ("his", "her"):
        gender = "m" if whose == "his" else "f"
        names = [
            p.name for p in children if p.gender in (None, gender) and p.mentions[0].start < source.start
        ]
        child = next((s.name for s in reversed(before) if s.name in names), names[-1] if names else None)
    else:
        fits = candidates(without_possessive(match.group(1)), children)
        child = fits[0].name if len(fits) == 1 else None
    if child is None:
        return None
    parent = known[child]
    if parent.gender not in (None, KIN[match.group(2).lower()]):
        return None
    return Speaker(
        parent.name, f"the report calls {child} a child of {parent.name}", MentionKind.PERSON, parent.at
    )
