"""Names of bodies that are cut: *House* for *House of Representatives*, *Centres for Flood Control* for *… and Prevention*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from rashomon.collation.entities.departments import with_country, without_country
from rashomon.collation.entities.joined import Joined, the_usual

_CHAMBERS = frozenset("house chamber court council".split())
"""Nouns that stand alone for what is named after them: *House of Representatives*, *Court of Arbitration*."""
_HOUSES = frozenset(
    "assembly burgesses commons councillors delegates deputies elders federation keys lords people peoples peers representatives"
    " senators".split()
)
"""Whom houses of a parliament are of: *House of Fraser* is a shop."""
_ONE_OF_ITS_KIND = frozenset("agency bureau center centers institute institutes observatory".split())
"""Nouns of bodies that do not stand side by side for less and for more, as ministries, colleges and unions do (*Royal College of
Physicians*, *Royal College of Physicians and Surgeons*)."""
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
    """Each cut name to the only fuller one that it may be, or to the one that far more reports name than all others; where the
    names tell too little, only if more speaks for it.
    """
    _merge(joined, bodies, _chamber, lambda words: len(words) == 1, _a_house, "is what is named so alone")
    _merge(joined, bodies, _beginning, lambda words: "and" not in words, _one_of_its_kind, "begins so")


def _a_house(cut: str, full: str) -> bool:
    """Whether a chamber may be a house of parliament by the names alone: many a *Council* is of nothing else, and what
    is called with its country is not the house of another.
    """
    words = without_country(full)
    own = with_country(full) or not with_country(cut) or words[-1] == "representatives"
    return words[0] == "house" and words[-1] in _HOUSES and own


def _one_of_its_kind(cut: str, full: str) -> bool:
    """Whether nobody would have a second body of the name so cut, whatever is left of it."""
    return without_country(full)[0] in _ONE_OF_ITS_KIND


def _merge(
    joined: Joined,
    bodies: Sequence[int],
    sign: Callable[[str], object],
    is_cut: Callable[[tuple[str, ...]], bool],
    tells: Callable[[str, str], bool],
    why: str,
) -> None:
    """Join the names that ``is_cut`` finds to the usual fuller one under the same ``sign``: where ``tells`` says that both names
    tell enough, or more speaks for it.
    """
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
        # Of one name, with its country and without, there may still be two.
        root = the_usual({h: joined.named_in_full(h) for h in roots[usual]})
        if root is None:
            continue
        named = (joined.shown(h) for h in fuller if joined.root(h) == root)
        full = next(name for name in named if without_country(name) == usual)
        several = sum(map(len, roots.values()))
        told = f"of {several} names the usual one" if several > 1 else "the one name"
        for g in cut:
            if any(joined.root(g) in same for same in roots.values()):
                continue
            more = joined.evidence(g, root) or joined.in_company(g, root)
            if more or tells(joined.shown(g), full):
                because = f"“{joined.shown(g)}”: {told} that {why} is {full}"
                joined.join(g, root, f"{because}; {more}" if more else because)
