"""Groups of bearers as they are joined to one another, and what besides the likeness of names says that two are one person's.

The bearers of one name are grouped first (:mod:`.namesakes`); :mod:`.merging` joins groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from rashomon.collation.entities.bearers import (
    Beside,
    contradiction,
    office_of_one,
    person_key,
    same_head,
    same_office,
    same_office_of_a_day,
    same_role,
    standing_apart,
)
from rashomon.collation.entities.names import Name
from rashomon.collation.entities.namesakes import Bearer, Group, company, namesakes, two
from rashomon.collation.entities.slips import names_apart
from rashomon.reading.names.persons.people import plain

FAR_OFTENER, LEAST_OFTEN = 10, 20
"""How many times as many reports must name one of several by a fuller name as all others together, and how many at least, for a
short name that may be anybody's of them to be that one's where nothing else decides. Set by hand: who is called by the surname
alone is whom everybody knows by it."""

ALIKE_COMPANY = 2
"""Names that two reports must share, a person's among them, to say that names which sound alike are one person's."""


Meant = TypeVar("Meant", int, tuple[str, ...])
"""What a short name may mean: a group, or a fuller name."""


class Joined:
    """Groups of bearers, told by number, and which are one: each group is joined with none until :meth:`join` says so.

    ``group_of`` has the group of each bearer, ``reasons`` for each group the groups that it was joined with, and why. What is
    asked of a group is answered for all that it is joined with, but for its :meth:`name`.
    """

    def __init__(self, bearers: Sequence[Bearer]) -> None:
        self.bearers = bearers
        self.groups: list[Group] = []
        self.reasons: dict[int, list[tuple[int, str]]] = defaultdict(list)
        by_name: dict[tuple[str, bool], list[int]] = defaultdict(list)
        for k, bearer in enumerate(bearers):
            by_name[bearer.key, bearer.person].append(k)
        for _, members in sorted(by_name.items()):
            self.groups += namesakes(bearers, members, len(self.groups))
        self.group_of = {k: g for g, group in enumerate(self.groups) for k in group.members}
        self._parent = list(range(len(self.groups)))
        self._merged = [[g] for g in range(len(self.groups))]
        # By root, with how many groups it had when they were gathered: a root that has grown since is gathered anew.
        self._postings: dict[int, tuple[int, dict[str, list[str]]]] = {}
        self._words: dict[int, tuple[int, frozenset[str]]] = {}

    def together(self) -> list[list[int]]:
        """Groups that are one, each list by its groups' numbers."""
        return [self._merged[g] for g in range(len(self.groups)) if self._parent[g] == g]

    def join(self, g: int, h: int, why: str) -> None:
        """Make two groups one, with all that they are joined with, for a reason in words; not those that cannot be one."""
        a, b = self.root(g), self.root(h)
        if a == b or not self.bearable(g, h) or self.apart_by_name(g, h):
            return
        keep, gone = (a, b) if len(self._merged[a]) >= len(self._merged[b]) else (b, a)
        if keep > gone and len(self._merged[a]) == len(self._merged[b]):
            keep, gone = gone, keep
        self._parent[gone] = keep
        self._merged[keep] += self._merged[gone]
        self._merged[gone] = []
        self._postings.pop(gone, None)
        self.reasons[g].append((h, why))
        self.reasons[h].append((g, why))

    def bearable(self, g: int, h: int) -> bool:
        """Whether two may be one: not told apart as bearers of one name, and no roles that contradict without company."""
        ours, theirs = self._merged[self.root(g)], set(self._merged[self.root(h)])
        if any(self.groups[k].apart & theirs for k in ours):
            return False
        one, other = self._beside(g), self._beside(h)
        if contradiction(one, other) is None:
            return True
        return two(self.bearers, self.members(g), one, self.members(h), other) is None

    def apart_by_name(self, g: int, h: int) -> bool:
        """Whether persons have names that are two people's, of all that they are joined with: *Patricia Lee*, who is *Pat*, and
        *Patrick*.
        """
        ours, theirs = (
            [self.name(k) for k in self._merged[self.root(x)] if self.groups[k].first.person] for x in (g, h)
        )
        return any(names_apart(one, other) for one in ours for other in theirs)

    def hardly_one(self, g: int, h: int) -> str | None:
        """Why two whose names are only alike are not joined for a role or for the company that they keep, in words: in one story
        a father and his son, a mayor and the former mayor keep it too. What both are quoted in says more.
        """
        one, other = self._beside(g), self._beside(h)
        return None if self._same_words(g, h) else contradiction(one, other) or standing_apart(one, other)

    def evidence(self, g: int, h: int) -> str | None:
        """What besides their likeness says that two names are one person's, in words."""
        role = same_role(self._beside(g), self._beside(h))
        company = self._company(g, h)
        both = f"a report of each names {_listed(company)}" if len(company) >= ALIKE_COMPANY else None
        return ", and ".join(words for words in (role, both, self._same_words(g, h)) if words) or None

    def evidence_of_sound(self, g: int, h: int) -> str | None:
        """The same for names that only sound alike, or have another order: where the roles of the two are told and none is of
        both, company is not enough.
        """
        one, other = ({r.noun.removeprefix("vice-") for r in self._beside(k).roles} for k in (g, h))
        if one and other and not one & other and not self._same_words(g, h):
            return None
        return self.evidence(g, h)

    def in_company(self, g: int, h: int) -> str | None:
        """The rare name, a person's, that a report of each has, in words: it tells enough of names that only leave a word out."""
        company = self._company(g, h)
        return f"a report of each names {company[0]}" if company else None

    def office(self, g: int, h: int) -> str | None:
        """The office that two are called by, in words."""
        return same_office(self._beside(g), self._beside(h))

    def _same_words(self, g: int, h: int) -> str | None:
        """Whether most bearers of the shorter name are quoted in words that the other's are quoted in, in words."""
        short, full = sorted((g, h), key=lambda k: (letters(self.name(k)), self._size(self.root(k)), k))
        own = self.members(short)
        if all(not self.bearers[k].words for k in own):
            return None
        theirs = self._spoken(full)
        same = sum(not self.bearers[k].words.isdisjoint(theirs) for k in own)
        return "both are quoted in the same words" if 2 * same > len(own) else None

    def _spoken(self, g: int) -> frozenset[str]:
        """What stands for the long sentences that all bearers of a merged group are quoted in."""
        root = self.root(g)
        size, found = self._words.get(root, (0, frozenset()))
        if size != len(self._merged[root]):
            found = frozenset().union(*(self.bearers[k].words for k in self.members(root)))
            self._words[root] = (len(self._merged[root]), found)
        return found

    def evidence_past_a_middle_name(self, g: int, h: int) -> str | None:
        """What says that a middle name is only left out: role and company alike, and no word of kin, as of father and son."""
        one, other = self._beside(g), self._beside(h)
        role, shared = same_role(one, other), self._company(g, h)
        if not role or not shared or one.kin or other.kin or self.met(g, h):
            return None
        return f"{role}, and a report of each names {_listed(shared)}"

    def in_one_office(self, g: int, h: int, placed: bool = False) -> str | None:
        """The office of which there is one, in which both are, in words; not where kin are told of. It tells enough of a short
        form (*Bill Kerr*), though a report may have both forms; of a middle name only if it is ``placed``.
        """
        one, other = self._beside(g), self._beside(h)
        return None if one.kin or other.kin else office_of_one(one, other, placed)

    def in_office_and_company(self, g: int, h: int) -> str | None:
        """The same where of one it is not told whose the office is, and a report of each has a name more."""
        one, other = self._beside(g), self._beside(h)
        office, shared = same_office_of_a_day(one, other), self.in_company(g, h)
        if not office or not shared or one.kin or other.kin or self.met(g, h):
            return None
        return f"{office}, and {shared}"

    def evidence_past_a_suffix(self, g: int, h: int) -> str | None:
        """What says that *Jr* or a first initial is only left out. A father and his son may be of one house and keep one company:
        past *Jr* it takes an office that one has at a time, or a role alike, not with a house of their name, and company.
        """
        one, other = self._beside(g), self._beside(h)
        if one.kin or other.kin or self.met(g, h):
            return None
        if self.name(g).suffix == self.name(h).suffix:
            return self.evidence(g, h)
        if head := same_head(one, other):
            return head
        role, shared = same_role(one, other), self._company(g, h)
        if not role or not shared or self.name(g).words[-1].letters in plain(role).split():
            return None
        return f"{role}, and a report of each names {_listed(shared)}"

    def _company(self, g: int, h: int) -> list[str]:
        """The names that one report of each has in common, for the two reports that share most; persons first.

        A report that names two of a surname in full tells nothing of which of them is called by it elsewhere.
        """
        a, b = sorted((self.root(g), self.root(h)), key=lambda r: (self._size(r), r))
        own = {self.name(k).words[-1].skeleton for k in (g, h) if self.name(k).words}
        postings = self._posted(b)
        both = self._of_two(h) if self.name(g).bare else self._of_two(g) if self.name(h).bare else set()
        best: list[str] = []
        for k in self.members(a):
            bearer = self.bearers[k]
            if bearer.report in both:
                continue
            shared: dict[str, list[str]] = defaultdict(list)
            persons = set()
            for key, form in company(bearer).items():
                surname = bearer.company[key][1]
                for report in postings.get(key, ()) if surname not in own else ():
                    if report != bearer.report and report not in both:
                        shared[report].append(form)
                        if surname:
                            persons.add(report)
            best = max([best, *(shared[report] for report in sorted(persons))], key=len)
        return best

    def _of_two(self, g: int) -> set[str]:
        """The reports of a merged group that name another person of its surname in full."""
        sound = self.name(g).words[-1].skeleton
        own = {person_key(self.name(k)) for k in self._merged[self.root(g)]}
        return {
            self.bearers[k].report
            for k in self.members(g)
            if any(
                surname == sound and key not in own for key, (_, surname) in self.bearers[k].company.items()
            )
        }

    def _posted(self, root: int) -> dict[str, list[str]]:
        """Reports of a merged group by the company that its bearers keep in them."""
        size, postings = self._postings.get(root, (0, {}))
        if size != len(self._merged[root]):
            found: dict[str, list[str]] = defaultdict(list)
            for part in self._merged[root]:
                for k in self.groups[part].members:
                    for key in self.bearers[k].rare:
                        found[key].append(self.bearers[k].report)
            postings = {key: sorted(set(reports)) for key, reports in found.items()}
            self._postings[root] = (len(self._merged[root]), postings)
        return postings

    def met(self, g: int, h: int) -> bool:
        """Whether one report names both, as two, whoever of them speaks there."""
        ours, theirs = ({person_key(self.name(k)) for k in self._merged[self.root(x)]} for x in (g, h))
        for one, keys in ((g, theirs - ours), (h, ours - theirs)):
            if any(not keys.isdisjoint(self.bearers[k].company) for k in self.members(one)):
                return True
        reports = {self.bearers[k].report for k in self.members(g)}
        return any(self.bearers[k].report in reports for k in self.members(h))

    def root(self, g: int) -> int:
        """The group that stands for all that this one is joined with."""
        while self._parent[g] != g:
            self._parent[g] = self._parent[self._parent[g]]
            g = self._parent[g]
        return g

    def _beside(self, g: int) -> Beside:
        beside = Beside()
        for k in self._merged[self.root(g)]:
            beside |= self.groups[k].beside
        return beside

    def _size(self, root: int) -> int:
        return sum(len(self.groups[k].members) for k in self._merged[root])

    def members(self, g: int) -> list[int]:
        """The bearers of a group and of all that it is joined with, ascending."""
        return sorted(k for part in self._merged[self.root(g)] for k in self.groups[part].members)

    def named_in_full(self, g: int) -> int:
        """How many reports name one of a group, and of all that it is joined with, by more than one word."""
        return len({self.bearers[k].report for k in self.members(g) if not self.bearers[k].name.bare})

    def name(self, g: int) -> Name:
        """The name that the bearers of a group share."""
        return self.groups[g].first.name

    def shown(self, g: int) -> str:
        """That name as reports have it."""
        return self.groups[g].first.shown


def often(reports: int) -> bool:
    """Whether so many reports are enough to tell what is usual."""
    return reports >= LEAST_OFTEN


def the_usual(counts: Mapping[Meant, int]) -> Meant | None:
    """Of those that a short name may mean the only one, or the one that far more reports name in full than all others.

    ``counts`` are the reports that do.
    """
    most = max(sorted(counts), key=counts.__getitem__)
    others = sum(counts.values()) - counts[most]
    far = often(counts[most]) and counts[most] >= FAR_OFTENER * others
    return most if far or len(counts) == 1 else None


def letters(name: Name) -> int:
    """How many letters a name has, as it is compared."""
    return sum(len(w.letters) for w in name.words)


def _listed(forms: Sequence[str]) -> str:
    """The first two names, and how many more there are."""
    rest = len(forms) - 2
    return " and ".join(forms[:2]) + (f" and {rest} more" if rest > 0 else "")
