"""Families: reports that carry one text, each with a member that is one text with every other."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping

from rashomon.records.copies import Copy, Family

Share = Callable[[str, str], float]
"""The part of the shorter of two reports' texts that both have, 0 where they are not one text; the lesser id is given first."""
Known = Mapping[str, tuple[str | None, str]]
"""Date, and name, of reports by id."""
InOrder = Callable[[list[str]], list[str]]
"""Puts a family's reports, given in order of date, in order: among those of one page, the first version first."""


def families(
    links: Mapping[tuple[str, str], float], known: Known, share: Share, by_version: InOrder = list
) -> tuple[Family, ...]:
    """The families of reports, by id, along the links between them: pairs that were compared and are one text, with their share.

    A family's earliest member is that of the earliest date, an unknown one being last, then of the least id; but versions of one
    page change places where ``by_version`` says so. Reports that no links lead to from each other have no say in each other's
    families.
    """
    found = (_family(group, known, share, by_version) for group in _stars(links, share))
    return tuple(sorted(found, key=lambda family: family.id))


def in_both(share: float, name: str) -> str:
    """How much of a report's text another, of that name, has, in words."""
    return f"{share:.0%} of the words of the shorter text stand in both, this and {name}"


def family_id(first: str) -> str:
    """The id of the family of which a report is the earliest member."""
    return hashlib.sha256(f"family:{first}".encode()).hexdigest()[:12]


def _stars(links: Mapping[tuple[str, str], float], share: Share) -> list[list[str]]:
    """Groups of texts along links, the strongest first, each with a hub: a member that is one text with each of the others.

    So two halves of a wire text are of one family with the whole, and a chain of texts that each share something with the
    next is not. Of a text that is in very many papers not every two have been compared; ``share`` does so where it matters.
    """
    members = {item: {item} for pair in links for item in pair}
    home = {item: item for item in members}
    hubs = {item: item for item in members}
    for (a, b), _ in sorted(links.items(), key=lambda entry: (-entry[1], entry[0])):
        one, other = sorted((home[a], home[b]), key=lambda group: (-len(members[group]), group))
        if one == other:
            continue
        # A hub is one text with its own group already.
        within = {hubs[one]: other, hubs[other]: one}
        for hub in dict.fromkeys((hubs[one], hubs[other], a, b)):
            rest = members[within[hub]] if hub in within else members[one] | members[other]
            if all(share(min(hub, k), max(hub, k)) for k in sorted(rest) if k != hub):
                members[one] |= members[other]
                hubs[one] = hub
                for item in members.pop(other):
                    home[item] = one
                break
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _family(group: Collection[str], known: Known, share: Share, by_version: InOrder) -> Family:
    order = by_version(sorted(group, key=lambda k: (known[k][0] or "~", k)))
    first = order[0]
    members = []
    for at in order:
        # The earliest is told by the next; one that shares nothing with it, by the nearest.
        like = order[1] if at == first else first
        if not share(min(at, like), max(at, like)):
            like = min((k for k in order if k != at), key=lambda k: (-share(min(at, k), max(at, k)), k))
        part = share(min(at, like), max(at, like))
        members.append(Copy(at, part, in_both(part, known[like][1])))
    return Family(family_id(first), tuple(members))
