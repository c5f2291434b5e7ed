"""From pairs of sentences to statements: grouped so that every two of a group are alike, not only neighbours in a chain.

Single linkage would chain lookalikes ("we will fight" – "we will fight on" – "they fight on"); a group is therefore
checked against its weakest link, as in complete-linkage clustering (Sørensen 1948), leniently where most of its pairs are
linked. People's decisions stand over it, as must-links and cannot-links (Wagstaff and Cardie 2000).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.classes import Classes
from rashomon.collation.statements.constraints import Constraints


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences say the same: the log-odds, what ties them, in words, and which of them is only a part, if one is."""

    odds: float
    why: str
    part: int | None = None


NONE = Constraints()

# Set on the crowd (bench/collation/crowd.py): a headline and the sentence below it, each in two translations, are two statements
# there, and so are two lines of one event.
WEAKEST = 2.0
"""Log-odds that two sentences without a link of their own need to stand in one group; 1 to 3 lose few of the right pairs."""
WEAKEST_OF_PARTS = 0.0
"""The same where a part joins."""
WEAKEST_OF_HEADLINES = 1.0
"""The same for a headline's pair where sentences of bodies join. Set on 217 stories of NeUS's training part, by reading what it
joins: seven statements, all rightly; at 0 one more, wrongly, at -1 four more, two of them wrongly."""
TIED = 0.75
"""Part of the pairs of two groups that must be linked where the weakest is less than that: two translations of one sentence, each
printed often. At a half, 30 more of the crowd's statements are wrongly made one."""
LOWEST = -1.0
"""Log-odds that the weakest needs in any case."""


def groups(
    speakers: Sequence[str | None],
    links: Mapping[tuple[int, int], Link],
    alike: Callable[[int, int], float],
    decided: Constraints = NONE,
    headlines: Set[int] = frozenset(),
) -> list[list[int]]:
    """Partition the items ``0 … len(speakers) - 1`` along ``links``, the strongest first.

    Two groups join only if no two of their items are ruled out: every pair has a link or is alike enough by ``alike(a, b)``, the
    log-odds, and the items name one speaker at most. ``links`` is keyed by (lower, higher) index; ``alike`` is asked so too, and
    less is asked of pairs with ``headlines``. Each group is in ascending order, and groups by their first item. Ties are broken
    by index, so the result is a function of its input.

    What a person said is not the same is never in one group, so that an item like both goes with the one it is liker to. What
    a person said is the same always is: then the groups of the two become one, whole, as far as cannot-links let them.
    """
    classes = Classes[int]()
    for tie in decided.same:
        classes.join(tie.a, tie.b)
    barred = _barred(decided, classes)
    tied = {item for pair in links for item in pair} | {
        item for tie in decided.same for item in (tie.a, tie.b)
    }
    members = {item: [item] for item in tied}
    home = {item: item for item in tied}
    voices = {item: {speakers[item]} - {None} for item in tied}
    for (a, b), link in sorted(links.items(), key=lambda entry: (-entry[1].odds, entry[0])):
        one, other = sorted((home[a], home[b]))
        if one == other or len(voices[one] | voices[other]) > 1:
            continue
        if barred and _apart(members[one], members[other], classes, barred):
            continue
        pairs = [(min(x, y), max(x, y)) for x in members[one] for y in members[other]]
        if _bearable(pairs, links, alike, WEAKEST_OF_PARTS if link.part is not None else WEAKEST, headlines):
            for item in members[other]:
                home[item] = one
            members[one] += members.pop(other)
            voices[one] |= voices.pop(other)
    found = [set(group) for group in members.values()]
    for tie in decided.same:
        found = _united(found, tie.a, tie.b, classes, barred)
    alone = [[item] for item in range(len(speakers)) if item not in tied]
    return sorted([*(sorted(group) for group in found), *alone])


def _bearable(
    pairs: Iterable[tuple[int, int]],
    links: Mapping[tuple[int, int], Link],
    alike: Callable[[int, int], float],
    least: float,
    headlines: Set[int],
) -> bool:
    """Whether all these pairs may stand in one group. Where sentences of bodies meet they tell: a headline says in few words what
    the sentence below it says in many.
    """
    pairs = list(pairs)
    own = [pair for pair in pairs if headlines.isdisjoint(pair)]
    if own and len(own) < len(pairs):
        rest = (pair for pair in pairs if not headlines.isdisjoint(pair) and pair not in links)
        if any(alike(*pair) < WEAKEST_OF_HEADLINES for pair in rest):
            return False
        pairs = own
    weakest, tied, count = math.inf, 0, 0
    for pair in pairs:
        count += 1
        if pair in links:
            tied += 1
            continue
        weakest = min(weakest, alike(*pair))
        if weakest < LOWEST:
            return False
    return weakest >= least or tied >= TIED * count


def _barred(decided: Constraints, classes: Classes[int]) -> dict[int, set[int]]:
    """Of each class of must-links the classes that it may not be one with."""
    barred: dict[int, set[int]] = {}
    for tie in decided.apart:
        a, b = classes.of(tie.a), classes.of(tie.b)
        barred.setdefault(a, set()).add(b)
        barred.setdefault(b, set()).add(a)
    return barred


def _apart(
    ones: Iterable[int], others: Iterable[int], classes: Classes[int], barred: Mapping[int, set[int]]
) -> bool:
    theirs = {classes.of(item) for item in others}
    return any(not barred.get(classes.of(item), set()).isdisjoint(theirs) for item in ones)


def _united(
    found: list[set[int]], a: int, b: int, classes: Classes[int], barred: Mapping[int, set[int]]
) -> list[set[int]]:
    """The groups with those of ``a`` and ``b`` made one: whole, or only what must-links tie to one of the two, or to both."""
    one, other = (next(group for group in found if item in group) for item in (a, b))
    if one is other:
        return found
    tied_one, tied_other = ({i for i in group if classes.of(i) == classes.of(a)} for group in (one, other))
    rest = [group for group in found if group is not one and group is not other]
    ways = ((one, other), (one, tied_other), (tied_one, other), (tied_one, tied_other))
    x, y = next(way for way in ways if not _apart(*way, classes, barred) or way == ways[-1])
    return [*rest, x | y, *(left for left in (one - x, other - y) if left)]
