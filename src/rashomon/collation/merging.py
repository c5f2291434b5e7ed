"""Names that one person or body bears are brought together, each for a reason in words.

The bearers of one name are grouped first (:mod:`rashomon.collation.namesakes`). Then names that are alike are merged, the likest
first; what likeness leaves open, a role or company settles. Last the bare surnames. Names meet under keys, never all against
all (blocking: Fellegi and Sunter 1969; under keys of too many names, the sorted neighbourhood of Hernández and Stolfo 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from rashomon.collation.bearers import Beside, contradiction, person_key, same_role
from rashomon.collation.names import (
    ENOUGH,
    Likeness,
    Name,
    abbreviation,
    initials_of,
    likeness,
    likeness_of_bodies,
    meeting_places,
    shortened,
    surname_of,
)
from rashomon.collation.namesakes import Bearer, Group, company, namesakes, two
from rashomon.collation.same_words import signs

LARGE, NEIGHBOURS = 100, 20
"""Names under one key beyond which each is compared with so many after it in spelling only, so that time stays linear."""

ALIKE_COMPANY = 2
"""Names that two reports must share, a person's among them, to say that names which sound alike are one person's."""


TELLING_INITIALS = 4
"""Letters from which an abbreviation tells whose it is by itself; with three (*NRF*) it takes a role, company or words as well.
Set by hand."""


class Merging:
    """Groups of bearers, and which are one. ``explained`` maps abbreviations to the long forms that reports give, ``given`` are
    given names of persons besides these bearers.

    ``group_of`` has the group of each bearer, ``reasons`` for each group the groups that it was joined with, and why.
    """

    def __init__(
        self, bearers: Sequence[Bearer], explained: Mapping[str, set[str]], given: Collection[str] = ()
    ) -> None:
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
        self._postings: dict[int, tuple[int, dict[str, list[str]]]] = {}
        people = [g for g, group in enumerate(self.groups) if group.first.person]
        bodies = [g for g, group in enumerate(self.groups) if not group.first.person]
        self._words: dict[int, tuple[int, frozenset[str]]] = {}
        self._merge_people(people)
        self._merge_bodies(bodies, explained)
        self._merge_surnames(people, given)

    def together(self) -> list[list[int]]:
        """Groups that are one, each list by its groups' numbers."""
        return [self._merged[g] for g in range(len(self.groups)) if self._parent[g] == g]

    def _merge_people(self, people: Sequence[int]) -> None:
        """Full names, the likest first, and each short form only once the fuller ones are one."""
        pairs = self._pairs(people, lambda g: meeting_places(self._name(g)), likeness)
        for g, h, alike in _of(pairs, Likeness.SAME, Likeness.SPELLING):
            evidence = self._evidence(g, h)
            # Where several bear one of the two names, likeness cannot say which of them is meant.
            if evidence or not (self.groups[g].apart or self.groups[h].apart):
                self._join(g, h, _why(alike, self._shown(g), self._shown(h), evidence))
        for g, h, alike in _of(pairs, Likeness.NEAR, Likeness.ORDER):
            if not self._met(g, h) and (evidence := self._evidence(g, h)):
                self._join(g, h, _why(alike, self._shown(g), self._shown(h), evidence))
        for g, h, alike in _of(pairs, Likeness.MIDDLE):
            if evidence := self._evidence_past_a_middle_name(g, h):
                self._join(g, h, _why(alike, self._shown(g), self._shown(h), evidence))
        self._join_shortened(people)
        fuller: dict[int, dict[int, bool]] = defaultdict(dict)
        for g, h, alike in _of(pairs, Likeness.INITIALS, Likeness.MIDDLE):
            short, full = sorted((g, h), key=lambda k: (_letters(self._name(k)), -k))
            fuller[short][full] = alike is Likeness.INITIALS
        for g in sorted(fuller, key=lambda k: (-_letters(self._name(k)), k)):
            if any(fuller[g].values()):
                self._join_the_one(g, fuller[g])

    def _join_shortened(self, people: Sequence[int]) -> None:
        """Names that leave something out (*Boone Isaacs*), each to the only fuller one quoted in the same words."""
        fuller: dict[int, list[int]] = defaultdict(list)
        for g, h in self._pairs(people, self._words_met, shortened):
            short, full = sorted((g, h), key=lambda k: (len(self._name(k).words), _letters(self._name(k)), k))
            if not self._met(g, h) and self._bearable(g, h):
                fuller[short].append(full)
        for short, full_ones in sorted(fuller.items()):
            if len({self._root(h) for h in full_ones}) == 1 and (told := self._evidence(short, full_ones[0])):
                h = full_ones[0]
                self._join(short, h, _why(Likeness.SHORTENED, self._shown(short), self._shown(h), told))

    def _merge_bodies(self, bodies: Sequence[int], explained: Mapping[str, set[str]]) -> None:
        """Organisations, places and whatever else speaks; abbreviations that a report explains, in one way only."""
        pairs = self._pairs(
            bodies,
            lambda g: ["".join(w.skeleton.lstrip("a") for w in self._name(g).words)],
            likeness_of_bodies,
        )
        for g, h, alike in _of(pairs, Likeness.SAME, Likeness.SPELLING, Likeness.NEAR):
            evidence = self._evidence(g, h)
            if alike in ENOUGH or evidence:
                self._join(g, h, _why(alike, self._shown(g), self._shown(h), evidence))
        by_key = {self.groups[g].first.key: g for g in bodies}
        for g in bodies:
            long = explained.get(self._shown(g), set())
            full = [by_key[key] for key in sorted(long) if key in by_key]
            if len(long) == 1 and full:
                self._join(g, full[0], f"a report explains {self._shown(g)} as {self._shown(full[0])}")

        self._merge_initials(bodies, explained)

    def _merge_initials(self, bodies: Sequence[int], explained: Mapping[str, set[str]]) -> None:
        """Abbreviations that no report explains, each to the only name that has its initials."""
        full: dict[str, list[int]] = defaultdict(list)
        for g in bodies:
            for letters in sorted(initials_of(self._shown(g))):
                full[letters].append(g)
        for g in bodies:
            short = abbreviation(self._shown(g))
            among = full.get(short, []) if short and not explained.get(self._shown(g)) else []
            if len({self._root(h) for h in among}) != 1 or self._root(among[0]) == self._root(g):
                continue
            told = self._evidence(g, among[0])
            if told or len(short or "") >= TELLING_INITIALS:
                why = f"{self._shown(g)} has the initials of {self._shown(among[0])}, and of no other name"
                self._join(g, among[0], f"{why}; {told}" if told else why)

    def _merge_surnames(self, people: Sequence[int], elsewhere: Collection[str]) -> None:
        """Bare surnames, each to the one bearer."""
        full: dict[str, list[int]] = defaultdict(list)
        given = {
            *elsewhere,
            *(b.name.words[0].letters for b in self.bearers if b.person and len(b.name.words) > 1),
        }
        for g in people:
            if len(words := self._name(g).words) > 1:
                full[words[-1].skeleton].append(g)
        for g in people:
            name = self._name(g)
            among = full.get(name.words[0].skeleton, []) if name.bare else []
            if here := self._of_that_surname(g):
                among = [h for h in among if person_key(self._name(h)) in here]
            alike = {h: kind for h in among if (kind := surname_of(name, self._name(h)))}
            exact = {h: kind for h, kind in alike.items() if kind is Likeness.SAME}
            # What is also a given name need not be a surname here: Paul, the saint and the city, and Rand Paul.
            doubtful = name.words[0].letters in given if name.bare else False
            self._join_the_one(
                g, {h: kind in ENOUGH and not doubtful for h, kind in (exact or alike).items()}
            )

    def _of_that_surname(self, g: int) -> set[str]:
        """Persons of a bare surname whom its own reports name in full: it is one of them that is meant, if anybody known."""
        sound = self._name(g).words[0].skeleton if self._name(g).bare else ""
        members = self.groups[g].members
        return {k for m in members for k, (_, surname) in self.bearers[m].company.items() if surname == sound}

    def _join_the_one(self, g: int, fuller: Mapping[int, bool]) -> None:
        """Join a short name to the only fuller one that it fits, or to the only one of several that evidence singles out.

        ``fuller`` maps those that it may fit to whether their likeness is enough.
        """
        fits = [h for h in sorted(fuller) if self._bearable(g, h)]
        roots = {self._root(h) for h in fits}
        shown = self._shown(g)
        if not fits or self._root(g) in roots:
            return
        enough = [h for h in fits if fuller[h]]
        if len(roots) == 1 and enough:
            h = enough[0]
            told = self._evidence(g, h) or "nothing else tells"
            self._join(g, h, f"the one {shown} that the ledger knows, {self._shown(h)}; {told}")
            return
        evident: dict[int, tuple[int, str]] = {}
        for h in fits:
            by_name = fuller[h] or self._name(g).bare
            words = self._evidence(g, h) if by_name else self._evidence_past_a_middle_name(g, h)
            if words:
                evident[self._root(h)] = h, words
        if len(evident) == 1:
            h, words = next(iter(evident.values()))
            which = f"of the {len(roots)} whom “{shown}” may mean, " if len(roots) > 1 else f"“{shown}” is "
            self._join(g, h, f"{which}{self._shown(h)}: {words}")

    def _pairs(
        self,
        among: Sequence[int],
        places: Callable[[int], Iterable[str]],
        compare: Callable[[Name, Name], Likeness | None],
    ) -> dict[tuple[int, int], Likeness]:
        """Every two groups with unequal names that meet under a key and are alike."""
        blocks: dict[str, list[int]] = defaultdict(list)
        for g in among:
            for place in sorted(set(places(g))):
                blocks[place].append(g)
        pairs: dict[tuple[int, int], Likeness] = {}
        seen: set[tuple[int, int]] = set()
        for block in blocks.values():
            reach = len(block) if len(block) <= LARGE else NEIGHBOURS
            for n, g in enumerate(block):
                for h in block[n + 1 : n + 1 + reach]:
                    if (g, h) not in seen and self.groups[g].first.key != self.groups[h].first.key:
                        seen.add((g, h))
                        if alike := compare(self._name(g), self._name(h)):
                            pairs[g, h] = alike
        return pairs

    def _join(self, g: int, h: int, why: str) -> None:
        a, b = self._root(g), self._root(h)
        if a == b or not self._bearable(g, h):
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

    def _bearable(self, g: int, h: int) -> bool:
        """Whether two may be one: not told apart as bearers of one name, and no roles that contradict without company."""
        ours, theirs = self._merged[self._root(g)], set(self._merged[self._root(h)])
        if any(self.groups[k].apart & theirs for k in ours):
            return False
        one, other = self._beside(g), self._beside(h)
        if contradiction(one, other) is None:
            return True
        return two(self.bearers, self._members(g), one, self._members(h), other) is None

    def _evidence(self, g: int, h: int) -> str | None:
        """What besides their likeness says that two names are one person's, in words."""
        role = same_role(self._beside(g), self._beside(h))
        company = self._company(g, h)
        both = f"a report of each names {_listed(company)}" if len(company) >= ALIKE_COMPANY else None
        return ", and ".join(words for words in (role, both, self._same_words(g, h)) if words) or None

    def _same_words(self, g: int, h: int) -> str | None:
        """Whether most bearers of the shorter name are quoted in words that the other's are quoted in, in words."""
        short, full = sorted((g, h), key=lambda k: (_letters(self._name(k)), self._size(self._root(k)), k))
        own = self._members(short)
        if all(not self.bearers[k].words for k in own):
            return None
        theirs = self._spoken(full)
        same = sum(not self.bearers[k].words.isdisjoint(theirs) for k in own)
        return "both are quoted in the same words" if 2 * same > len(own) else None

    def _words_met(self, g: int) -> list[str]:
        """Where bearers of one surname meet who are quoted in the same words."""
        own = [self.bearers[k] for k in self.groups[g].members]
        return [sign for bearer in own for form in bearer.forms for sign in signs(form, bearer.words)]

    def _spoken(self, g: int) -> frozenset[str]:
        """What stands for the long sentences that all bearers of a merged group are quoted in."""
        root = self._root(g)
        size, found = self._words.get(root, (0, frozenset()))
        if size != len(self._merged[root]):
            found = frozenset().union(*(self.bearers[k].words for k in self._members(root)))
            self._words[root] = (len(self._merged[root]), found)
        return found

    def _evidence_past_a_middle_name(self, g: int, h: int) -> str | None:
        """What says that a middle name is only left out: role and company alike, and no word of kin, as of father and son."""
        one, other = self._beside(g), self._beside(h)
        role, shared = same_role(one, other), self._company(g, h)
        if not role or not shared or one.kin or other.kin or self._met(g, h):
            return None
        return f"{role}, and a report of each names {_listed(shared)}"

    def _company(self, g: int, h: int) -> list[str]:
        """The names that one report of each has in common, for the two reports that share most; persons first."""
        a, b = sorted((self._root(g), self._root(h)), key=lambda r: (self._size(r), r))
        own = {self._name(k).words[-1].skeleton for k in (g, h) if self._name(k).words}
        postings = self._posted(b)
        best: list[str] = []
        for k in self._members(a):
            bearer = self.bearers[k]
            shared: dict[str, list[str]] = defaultdict(list)
            persons = set()
            for key, form in company(bearer).items():
                surname = bearer.company[key][1]
                for report in postings.get(key, ()) if surname not in own else ():
                    if report != bearer.report:
                        shared[report].append(form)
                        if surname:
                            persons.add(report)
            best = max([best, *(shared[report] for report in sorted(persons))], key=len)
        return best

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

    def _met(self, g: int, h: int) -> bool:
        """Whether one report names both, as two, whoever of them speaks there."""
        ours, theirs = ({person_key(self._name(k)) for k in self._merged[self._root(x)]} for x in (g, h))
        for one, keys in ((g, theirs - ours), (h, ours - theirs)):
            if any(not keys.isdisjoint(self.bearers[k].company) for k in self._members(one)):
                return True
        reports = {self.bearers[k].report for k in self._members(g)}
        return any(self.bearers[k].report in reports for k in self._members(h))

    def _root(self, g: int) -> int:
        while self._parent[g] != g:
            self._parent[g] = self._parent[self._parent[g]]
            g = self._parent[g]
        return g

    def _beside(self, g: int) -> Beside:
        beside = Beside()
        for k in self._merged[self._root(g)]:
            beside |= self.groups[k].beside
        return beside

    def _size(self, root: int) -> int:
        return sum(len(self.groups[k].members) for k in self._merged[root])

    def _members(self, g: int) -> list[int]:
        return sorted(k for part in self._merged[self._root(g)] for k in self.groups[part].members)

    def _name(self, g: int) -> Name:
        return self.groups[g].first.name

    def _shown(self, g: int) -> str:
        return self.groups[g].first.shown


def _of(pairs: Mapping[tuple[int, int], Likeness], *kinds: Likeness) -> list[tuple[int, int, Likeness]]:
    """Pairs of these kinds, in the order of the kinds."""
    wanted = [(g, h, alike) for (g, h), alike in pairs.items() if alike in kinds]
    return sorted(wanted, key=lambda pair: (kinds.index(pair[2]), pair[:2]))


def _letters(name: Name) -> int:
    return sum(len(w.letters) for w in name.words)


def _why(alike: Likeness, one: str, other: str, evidence: str | None) -> str:
    a, b = sorted((one, other))
    words = {
        Likeness.SAME: f"“{a}” and “{b}” are the same name",
        Likeness.SPELLING: f"“{a}” and “{b}” are two spellings of one name",
        Likeness.NEAR: f"“{a}” and “{b}” sound alike",
        Likeness.MIDDLE: f"“{a}” and “{b}” are the same but for a middle name",
        Likeness.ORDER: f"“{a}” and “{b}” are the same name in another order",
        Likeness.INITIALS: f"“{a}” and “{b}” are the same but for initials",
        Likeness.SHORTENED: f"one of “{a}” and “{b}” shortens the other",
    }[alike]
    return f"{words}; {evidence or 'only the names tell'}"


def _listed(forms: Sequence[str]) -> str:
    """The first two names, and how many more there are."""
    rest = len(forms) - 2
    return " and ".join(forms[:2]) + (f" and {rest} more" if rest > 0 else "")
