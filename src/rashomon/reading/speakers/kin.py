"""Sources that are somebody's parent: *his father*, whose name the report tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from rashomon.reading.names.persons.by_name import PersonsByName, candidates
from rashomon.reading.names.persons.people import Person
from rashomon.reading.names.words.kin import KIN, KIN_BEFORE
from rashomon.reading.text.possessives import without_possessive
from rashomon.records import MentionKind, Span, Speaker

_CHILD = re.compile(
    r"^,?\s*(?:who\s+)?(?:is|was)?\s*,?\s*(?:the\s+)?(?:\w+\s+)?(?:son|daughter)\s+of\s+[“\"]?"
)


def parent_meant(
    persons: Sequence[Person],
    parents_told: Callable[[], Mapping[str, Person]],
    source: Span,
    words: str,
    before: Sequence[Speaker],
) -> Speaker | None:
    """``his father``: the parent that the report names for the person meant by *his*; ``parents_told`` are :func:`parents`, asked
    for where they are needed.
    """
    match = re.fullmatch(r"(his|her|[\w’' -]+['’]s)\s+(?:\w+\s+)?(father|mother)", words, re.I)
    if match is None:
        return None
    known = parents_told()
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


def parents(text: str, among: Sequence[Person]) -> dict[str, Person]:
    """Child's name to father or mother: ``X, son of Y``, ``X is the daughter of Y``, ``X's father, Y``."""
    out: dict[str, Person] = {}
    by_start = {s.start: p for p in among for s in p.mentions}
    by_name = PersonsByName(among)
    for p in among:
        for s in p.mentions:
            if (m := _CHILD.match(text[s.end : s.end + 80])) and s.end + m.end() in by_start:
                out.setdefault(p.name, by_start[s.end + m.end()])
            kin = KIN_BEFORE.search(text[max(0, s.start - 60) : s.start])
            if (
                kin
                and kin.group("kin").lower() in ("father", "mother")
                and kin.group("whose").lower() not in ("his", "her")
            ):
                fits = by_name.candidates(without_possessive(kin.group("whose")))
                if len(fits) <= 2 and len(others := [q for q in fits if q is not p]) == 1:
                    out.setdefault(others[0].name, p)
    return out
