"""From pairs of sentences to statements: grouped so that every two of a group are alike, not only neighbours in a chain.

Single linkage would chain lookalikes ("we will fight" – "we will fight on" – "they fight on"); a group is therefore
checked against its weakest link, as in complete-linkage clustering (Sørensen 1948).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences say the same: the log-odds, what ties them, in words, and whether one is a fragment of the other."""

    odds: float
    why: str
    fragment: bool = False


def groups(
    speakers: Sequence[str | None],
    links: Mapping[tuple[int, int], Link],
    bearable: Callable[[int, int], bool],
) -> list[list[int]]:
    """Partition the items ``0 … len(speakers) - 1`` along ``links``, the strongest first.

    Two groups join only if no two of their items are ruled out: every pair has a link or is ``bearable(a, b)``, and the items
    name one speaker at most. ``links`` is keyed by (lower, higher) index; ``bearable`` is asked so too. Each group is in
    ascending order, and groups by their first item. Ties are broken by index, so the result is a function of its input.
    """
    members = {item: [item] for item in range(len(speakers))}
    home = list(range(len(speakers)))
    voices = {item: {speaker} - {None} for item, speaker in enumerate(speakers)}
    for (a, b), _ in sorted(links.items(), key=lambda entry: (-entry[1].odds, entry[0])):
        one, other = sorted((home[a], home[b]))
        if one == other or len(voices[one] | voices[other]) > 1:
            continue
        pairs = ((min(x, y), max(x, y)) for x in members[one] for y in members[other])
        if all(pair in links or bearable(*pair) for pair in pairs):
            for item in members[other]:
                home[item] = one
            members[one] += members.pop(other)
            voices[one] |= voices.pop(other)
    return [sorted(members[item]) for item in sorted(members)]
