"""Names of bodies that are cut: *House* for *House of Representatives*, *Centres for Flood Control* for *… and Prevention*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from rashomon.collation.entities.departments import without_country
from rashomon.collation.entities.joined import Joined, the_usual

_CHAMBERS = frozenset("house chamber court council".split())
"""Nouns that stand alone for what is named after them: *House of Representatives*, *Court of Arbitration*."""
_SMALL = frozenset("of the for on in to and".split())
_TELLING = 3
"""Words, small ones apart, that a name must keep to be told by them."""


def _chamber(name: str) -> str | None:
    """The noun that may stand for a whole name, or is all that is left of one: ``house`` of *House of Lords* and *the House*."""
    words = without_country(name)
    alone = len(words) == 1 or (len(words) > 2 and words[1] == "of")
    return words[0] if alone and words[0] in _CHAMBERS else None


def _beginning(name: str) -> tuple[str, ...] | None:
    """The telling words of a name before its last *and*, or all of one without it; ``None`` where they are too few to tell it."""
    words = without_country(name)
    cut = len(words) - 1 - words[::-1].index("and") if "and" in words else len(words)
    telling = tuple(w for w in words[:cut] if w not in _SMALL)
    return telling if len(telling) >= _TELLING else None


def cut_signs(name: str) -> Iterator[str]:
    """Where such names meet."""
    if (noun := _chamber(name)) is not None:
        yield f"chamber {noun}"
    if (words := _beginning(name)) is not None:
        yield f"begins {' '.join(words)}"


def merge_cut(joined: Joined, bodies: Sequence[int]) -> None:
    """Each cut name to the only fuller one that it may be, or to the one that far more reports name than all others."""
    _merge(joined, bodies, _chamber, lambda words: len(words) == 1, "is what is named so alone")
    _merge(joined, bodies, _beginning, lambda words: "and" not in words, "begins so")


def _merge(
    joined: Joined,
    bodies: Sequence[int],
    sign: Callable[[str], object],
    is_cut: Callable[[tuple[str, ...]], bool],
    why: str,
) -> None:
    meeting: defaultdict[object, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for g in bodies:
        name = joined.shown(g)
        if (met := sign(name)) is not None:
            meeting[met][is_cut(without_country(name))].append(g)
    for fuller, cut in meeting.values():
        roots: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        for h in fuller:
            roots[without_country(joined.shown(h))].add(joined.root(h))
        counts = {words: sum(map(joined.named_in_full, same)) for words, same in roots.items()}
        if not cut or not counts or (usual := the_usual(counts)) is None:
            continue
        root = max(sorted(roots[usual]), key=joined.named_in_full)
        told = f"of {len(counts)} names the usual one" if len(counts) > 1 else "the one name"
        for g in cut:
            if all(joined.root(g) not in same for same in roots.values()):
                joined.join(g, root, f"“{joined.shown(g)}”: {told} that {why} is {joined.shown(root)}")
