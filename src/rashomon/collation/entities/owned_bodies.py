"""What belongs to a person and speaks for them, across reports: *administration of Kerr* is *administration of Ada Kerr*.

The names are those that reading gives (:mod:`rashomon.reading.names.organisations.of_people`), or a report's own in capitals
(*Kerr Administration*). The owner need not speak anywhere, so that the body is told by its noun and its owner's name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rashomon.collation.entities.bearers import person_key
from rashomon.collation.entities.joined import Joined
from rashomon.collation.entities.names import ENOUGH, Name, likeness, person, surname_of

_NOUNS = "administration|campaign|cabinet|camp|family|government|office|team"
_OWNED = re.compile(rf"(?P<noun>{_NOUNS}) of (?P<owner>.+)")
_IN_CAPITALS = re.compile(
    r"(?:[Tt]he )?(?P<owner>\S+(?: \S+){0,3}) (?P<noun>Administration|Admin\b|Campaign|Cabinet)\.?"
)
_NEIGHBOURS = 20
"""Owners of one surname with which each is compared, at most."""


@lru_cache(maxsize=100_000)
def owned(name: str) -> tuple[str, Name] | None:
    """A body's noun and its owner as a person's name, where its name says so.

    >>> noun, owner = owned("Kerr Administration") or ("", person(""))
    >>> noun, owner == person("Kerr"), owned("office of Ada Kerr") == ("office", person("Ada Kerr")), owned("Sea Board")
    ('administration', True, True, None)
    """
    m = _OWNED.fullmatch(name) or _IN_CAPITALS.fullmatch(name)
    if m is None or not (owner := person(m["owner"])).words:
        return None
    noun = m["noun"].lower()
    return "administration" if noun == "admin" else noun, owner


def owned_signs(name: str) -> Iterator[str]:
    """Where the names of such bodies meet: the noun, and the sound of the owner's surname."""
    if (found := owned(name)) is not None:
        yield f"owned {found[0]} {found[1].words[-1].skeleton}"


def merge_bodies_of_people(joined: Joined, bodies: Sequence[int]) -> None:
    """Bodies of one noun whose owners are one person by their names: in full, then by the surname alone, where one fits."""
    full: defaultdict[str, list[int]] = defaultdict(list)
    bare: list[int] = []
    owner: dict[int, Name] = {}
    for g in bodies:
        for sign in owned_signs(joined.shown(g)):
            found = owned(joined.shown(g))
            assert found is not None
            owner[g] = found[1]
            if owner[g].bare:
                bare.append(g)
            elif _names_a_person(joined, g, owner[g]):
                full[sign].append(g)
    for some in full.values():
        for n, g in enumerate(some):
            for h in some[n + 1 : n + 1 + _NEIGHBOURS]:
                if likeness(owner[g], owner[h]) in ENOUGH:
                    joined.join(
                        g, h, f"“{joined.shown(g)}” and “{joined.shown(h)}” are of one person by the names"
                    )
    for g in bare:
        (sign,) = owned_signs(joined.shown(g))
        among = [h for h in full.get(sign, ()) if surname_of(owner[g], owner[h]) in ENOUGH]
        among = [h for h in among if _may_be_meant(joined, g, owner[h])]
        if len({joined.root(h) for h in among}) == 1:
            only = joined.shown(among[0])
            joined.join(g, among[0], f"the one “{joined.shown(g)}” that the ledger knows, {only}")


def _names_a_person(joined: Joined, g: int, owner: Name) -> bool:
    """Whether a report of the body names its owner as a person: *office of South Lisse* is of none."""
    key = person_key(owner)
    return any(joined.bearers[k].company.get(key, ("", ""))[1] for k in joined.groups[g].members)


def _may_be_meant(joined: Joined, g: int, owner: Name) -> bool:
    """Whether the reports of a body that is told by a surname name nobody else of it in full."""
    sound = owner.words[-1].skeleton
    own = (joined.bearers[k].company.values() for k in joined.groups[g].members)
    others = [person(form) for company in own for form, surname in company if surname == sound]
    return not others or any(n == owner or likeness(n, owner) in ENOUGH for n in others)
