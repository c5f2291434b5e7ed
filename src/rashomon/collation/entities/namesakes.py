"""Bearers of one name: one person, or several where what reports tell of them contradicts itself.

Two are told apart only on evidence: a report that says so (*a namesake of the minister*, *no relation*), or trades, offices or
titles that exclude each other, in reports that share no other name.
Where nothing tells, they are one, and the reason given says that only the name tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.classes import Classes
from rashomon.collation.entities.bearers import Beside, contradiction
from rashomon.collation.entities.names import Name
from rashomon.collation.entities.roles import telling
from rashomon.records import MentionKind


@dataclass(frozen=True, slots=True)
class Bearer:
    """One report's name for somebody: ``key`` is how the name is compared, ``forms`` counts how it stands there.

    ``company`` holds the names in the report (:class:`.bearers.Told`); ``rare`` has the keys of those that
    few enough reports hold to tell something. ``words`` stands for long sentences (:mod:`.same_words`).
    """

    report: str
    key: str
    forms: Mapping[str, int]
    name: Name
    person: bool
    kind: MentionKind | None
    beside: Beside
    company: Mapping[str, tuple[str, str]]
    rare: frozenset[str]
    words: frozenset[str] = frozenset()

    @property
    def shown(self) -> str:
        """The name as the report has it most often."""
        return min(self.forms, key=lambda n: (-self.forms[n], n))


@dataclass(slots=True)
class Group:
    """Bearers of one name, as indices, taken for one. ``ties`` says of each bearer, and ``note`` of all, why so."""

    members: list[int]
    first: Bearer
    beside: Beside
    ties: dict[int, str] = field(default_factory=dict)
    note: str = ""
    apart: set[int] = field(default_factory=set)


Part = tuple[list[int], Beside]


def namesakes(bearers: Sequence[Bearer], members: Sequence[int], number: int) -> list[Group]:
    """The groups that the bearers of one name make; ``number`` is the first one's number, for ``Group.apart``."""
    others = [k for k in members if bearers[k].beside.namesake]
    if not others or len(others) == len(members):
        return _by_contradiction(bearers, members, number)
    groups = _by_contradiction(bearers, [k for k in members if k not in others], number)
    note = f"a report says that somebody else is called {bearers[others[0]].shown} too"
    ties = dict.fromkeys(others[1:], "of this one too the report says that somebody else bears the name")
    other = _group(bearers, others, ties, note)
    other.apart = set(range(number, number + len(groups)))
    for group in groups:
        group.apart.add(number + len(groups))
    return [*groups, other]


def _by_contradiction(bearers: Sequence[Bearer], members: Sequence[int], number: int) -> list[Group]:
    """The groups of bearers whom no report calls namesakes."""
    parts, ties = _linked(bearers, members)
    told: list[Part] = []
    open_: list[Part] = []
    notes: list[str] = []
    for part, beside in parts:
        against = [two(bearers, part, beside, *other) for other in told]
        if (beside.roles or beside.genders) and all(against):
            told.append((part, beside))
            notes.append(against[0] or "" if against else "")
        else:
            open_.append((part, beside))
    if len(told) <= 1:
        for part, _ in parts:
            ties.setdefault(part[0], "only the name tells that it is the same")
        ties.pop(members[0], None)
        return [_group(bearers, list(members), ties)]
    known = len(told)
    for part, beside in open_:
        fits = [
            n
            for n, (others, other) in enumerate(told[:known])
            if not contradiction(beside, other)
            and (beside.trades.keys() & other.trades.keys() or _common(bearers, part, others))
        ]
        if len(fits) == 1:
            ties[part[0]] = f"of {known} people of this name the only one whose roles or company fit"
            told[fits[0]] = (told[fits[0]][0] + part, told[fits[0]][1] | beside)
        else:
            told.append((part, Beside()))
            notes.append("")
    notes[0] = notes[1]
    groups = []
    for n, (part, _) in enumerate(told):
        name = bearers[part[0]].shown
        note = f"{len(notes) - notes.count('')} people are called {name}, and nothing tells which of them this is"
        if notes[n]:
            other = bearers[told[0 if n else 1][0][0]].report
            note = f"another {name} than in report {other[:8]}: {notes[n]}, and their reports have no telling name in common"
        group = _group(bearers, sorted(part), ties, note)
        group.apart = set(range(number, number + len(told))) - {number + n}
        groups.append(group)
    return groups


def two(
    bearers: Sequence[Bearer], ones: Sequence[int], one: Beside, others: Sequence[int], other: Beside
) -> str | None:
    """Why bearers are two people, in words: what is told of them contradicts itself and their reports share no company."""
    words = contradiction(one, other)
    return None if words is None or _common(bearers, ones, others) else words


def _common(bearers: Sequence[Bearer], ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether reports of both hold one more name, and one that few others hold."""
    a, b = ({key for k in side for key in company(bearers[k])} for side in (ones, others))
    return bool(a & b)


def company(bearer: Bearer) -> dict[str, str]:
    """Rare names that the report holds beside the bearer's, less those of the same surname: forms by key, persons first."""
    own = bearer.name.words[-1].skeleton if bearer.name.words else ""
    found = sorted((not bearer.company[key][1], key) for key in bearer.rare)
    return {key: bearer.company[key][0] for _, key in found if bearer.company[key][1] != own}


def _linked(bearers: Sequence[Bearer], members: Sequence[int]) -> tuple[list[Part], dict[int, str]]:
    """Bearers of one name that company or a role ties, the largest part first; and what tied each but a part's first."""
    tied = Classes[int]()
    ties: dict[int, str] = {}
    first: dict[str, int] = {}
    for k in members:
        for sign, words in _signs(bearers[k]):
            other = first.setdefault(sign, k)
            if other != k:
                ties.setdefault(k, words)
            tied.join(other, k)
    parts: dict[int, list[int]] = defaultdict(list)
    for k in members:
        parts[tied.of(k)].append(k)
    out = []
    for part in sorted(parts.values(), key=lambda p: (-len(p), p)):
        beside = Beside()
        for k in part:
            beside |= bearers[k].beside
        out.append((part, beside))
    return out, ties


def _signs(bearer: Bearer) -> Iterator[tuple[str, str]]:
    """What ties a bearer to others of the name, and how to say it: roles in one place, then the company kept."""
    for role in sorted(bearer.beside.roles):
        if telling(role):
            yield f"{role.noun} {role.of}", f"the same name and role, {role.noun} of {role.of.title()}"
    for key, form in company(bearer).items():
        yield f"\0{key}", f"the same name, in a report that also names {form}"
    for words in sorted(bearer.words):
        yield f"\0\0{words}", "the same name, quoted in the same words"


def _group(bearers: Sequence[Bearer], members: list[int], ties: Mapping[int, str], note: str = "") -> Group:
    beside = Beside()
    for k in members:
        beside |= bearers[k].beside
    own = {k: ties[k] for k in members if k in ties}
    return Group(members, bearers[members[0]], beside, own, note)
