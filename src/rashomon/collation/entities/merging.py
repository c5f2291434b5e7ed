"""Names that one person or body bears are brought together, each for a reason in words.

The bearers of one name are grouped first (:mod:`.joined`). Then names that are alike are merged, the likest
first; what likeness leaves open, a role or company settles. Last the bare surnames. Names meet under keys, never all against
all (blocking: Fellegi and Sunter 1969; under keys of too many names, the sorted neighbourhood of Hernández and Stolfo 1995).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from rashomon.collation.entities.bearers import person_key
from rashomon.collation.entities.cut_bodies import merge_cut
from rashomon.collation.entities.departments import merge_turned, without_country
from rashomon.collation.entities.joined import Joined, letters, often, the_usual
from rashomon.collation.entities.names import (
    ENOUGH,
    Likeness,
    Name,
    holder,
    legal_form,
    likeness,
    likeness_of_bodies,
    meeting_places,
    shortened,
    surname_of,
)
from rashomon.collation.entities.namesakes import Bearer
from rashomon.collation.entities.owned_bodies import merge_bodies_of_people
from rashomon.collation.entities.same_words import signs
from rashomon.collation.entities.short_names import (
    abbreviation,
    initials_after,
    initials_of,
    short_beginning,
    spells_out,
)
from rashomon.collation.entities.slips import ends_cut, left_out, slipped

LARGE, NEIGHBOURS = 100, 20
"""Names under one key beyond which each is compared with so many after it in spelling only, so that time stays linear."""

TELLING_INITIALS = 4
"""Letters from which an abbreviation tells whose it is by itself; with three (*NRF*) it takes a role, company or words as well.
Set by hand."""


def merged(
    bearers: Sequence[Bearer], explained: Mapping[str, set[str]], given: Collection[str] = ()
) -> Joined:
    """Groups of bearers, those of one person or body joined.

    ``explained`` maps abbreviations to the long forms that reports give, as keys; ``given`` are given names of persons besides
    these bearers.
    """
    joined = Joined(bearers)
    people = [g for g, group in enumerate(joined.groups) if group.first.person]
    bodies = [g for g, group in enumerate(joined.groups) if not group.first.person]
    _merge_people(joined, people)
    _merge_bodies(joined, bodies, explained)
    merge_turned(joined, bodies)
    merge_cut(joined, bodies)
    merge_bodies_of_people(joined, bodies)
    _merge_initials(joined, bodies, explained)
    _merge_surnames(joined, people, given)
    return joined


def _merge_people(joined: Joined, people: Sequence[int]) -> None:
    """Full names, the likest first, and each short form only once the fuller ones are one."""
    pairs = _pairs(joined, people, lambda g: meeting_places(joined.name(g)), likeness)
    for g, h, alike in _ranked(pairs, Likeness.SAME, Likeness.SPELLING):
        evidence = joined.evidence(g, h)
        # Where several bear one of the two names, likeness cannot say which of them is meant.
        if evidence or not (joined.groups[g].apart or joined.groups[h].apart):
            _join_alike(joined, g, h, alike, evidence)
    _join_told(
        joined,
        [
            (g, h, alike, joined.evidence_of_sound(g, h))
            for g, h, alike in _ranked(pairs, Likeness.NEAR, Likeness.ORDER)
            if not joined.met(g, h)
        ],
    )
    _join_told(
        joined,
        [
            (g, h, alike, joined.evidence_past_a_middle_name(g, h) or _in_an_office(joined, g, h))
            for g, h, alike in _ranked(pairs, Likeness.MIDDLE)
        ],
    )
    suffixed = _pairs(joined, people, lambda g: meeting_places(joined.name(g)), left_out)
    _join_told(
        joined,
        [
            (g, h, alike, joined.evidence_past_a_suffix(g, h))
            for g, h, alike in _ranked(suffixed, Likeness.SUFFIX)
        ],
    )
    cut = _pairs(joined, people, lambda g: meeting_places(joined.name(g)), slipped)
    _join_told(
        joined,
        [
            (
                g,
                h,
                alike,
                joined.evidence_past_a_middle_name(g, h) or _evidence_of_a_short_form(joined, g, h, alike),
            )
            for g, h, alike in _ranked(cut, Likeness.SHORTENED, Likeness.SLIP)
        ],
    )
    _join_shortened(joined, people)
    fuller: dict[int, dict[int, bool]] = defaultdict(dict)
    for g, h, alike in _ranked(pairs, Likeness.INITIALS, Likeness.MIDDLE):
        short, full = sorted((g, h), key=lambda k: (letters(joined.name(k)), -k))
        fuller[short][full] = alike is Likeness.INITIALS
    for g in sorted(fuller, key=lambda k: (-letters(joined.name(k)), k)):
        if any(fuller[g].values()):
            _join_the_one(joined, g, fuller[g])


def _in_an_office(joined: Joined, g: int, h: int) -> str | None:
    """The office of one place that tells enough past a middle name, or a surname that is left out."""
    return None if joined.met(g, h) else joined.in_one_office(g, h, placed=True)


def _evidence_of_a_short_form(joined: Joined, g: int, h: int, alike: Likeness) -> str | None:
    """The office that tells enough of a short form, by itself or with company."""
    if alike is not Likeness.SHORTENED:
        return None
    if ends_cut(joined.name(g), joined.name(h)):
        return _in_an_office(joined, g, h)
    return joined.in_one_office(g, h) or joined.in_office_and_company(g, h)


def _join_told(joined: Joined, found: Iterable[tuple[int, int, Likeness, str | None]]) -> None:
    """Join names that are only alike where something tells that they are one, and nothing that they are not; but no name that is
    as much like two which are two people's (*Pat Lee* like *Patricia Lee* and *Patrick Lee*).
    """
    told = [(g, h, alike, words) for g, h, alike, words in found if words and not joined.hardly_one(g, h)]
    like: dict[int, set[int]] = defaultdict(set)
    for g, h, _, _ in told:
        like[joined.root(g)].add(h)
        like[joined.root(h)].add(g)
    torn = {
        root
        for root, some in like.items()
        if any(joined.apart_by_name(a, b) for a in some for b in some if a < b)
    }
    for g, h, alike, words in [pair for pair in told if torn.isdisjoint(map(joined.root, pair[:2]))]:
        _join_alike(joined, g, h, alike, words)


def _join_shortened(joined: Joined, people: Sequence[int]) -> None:
    """Names that leave something out (*Boone Isaacs*), each to the only fuller one quoted in the same words."""
    fuller: dict[int, list[int]] = defaultdict(list)
    for g, h in _pairs(joined, people, lambda g: _words_met(joined, g), shortened):
        short, full = sorted((g, h), key=lambda k: (len(joined.name(k).words), letters(joined.name(k)), k))
        if not joined.met(g, h) and joined.bearable(g, h):
            fuller[short].append(full)
    for short, full_ones in sorted(fuller.items()):
        if len({joined.root(h) for h in full_ones}) == 1 and (told := joined.evidence(short, full_ones[0])):
            _join_alike(joined, short, full_ones[0], Likeness.SHORTENED, told)


def _merge_bodies(joined: Joined, bodies: Sequence[int], explained: Mapping[str, set[str]]) -> None:
    """Organisations, places and whatever else speaks; abbreviations that a report explains, in one way only."""
    pairs = _pairs(
        joined,
        bodies,
        lambda g: ["".join(w.skeleton.lstrip("a") for w in joined.name(g).words)],
        likeness_of_bodies,
    )
    holders: dict[int, set[str]] = defaultdict(set)
    for g, h in pairs:
        for k in (g, h):
            holders[k] |= {who for who in (holder(joined.shown(g)), holder(joined.shown(h))) if who}
    for g, h, alike in _ranked(pairs, Likeness.SAME, Likeness.SPELLING, Likeness.NEAR):
        if len(holders[g] | holders[h]) > 1:
            continue  # the Harn-based Fund and the Lisse-based one: whose *the Fund* is, the names leave open
        evidence = joined.evidence(g, h)
        forms = {legal_form(joined.shown(k)) for k in (g, h)} - {None}
        # *Angeles*, cut from *Los Angeles*, and the *Angels* keep one company.
        told = (
            evidence if alike in ENOUGH or len(joined.name(g).words) > 1 or _foreign(joined, g, h) else None
        )
        if told or (alike in ENOUGH and len(forms) < 2):
            _join_alike(joined, g, h, alike, evidence)
    by_key = {joined.groups[g].first.key: g for g in bodies}
    for g in bodies:
        long = explained.get(joined.shown(g), set())
        full = [by_key[key] for key in sorted(long) if key in by_key]
        if len(long) == 1 and full:
            joined.join(g, full[0], f"a report explains {joined.shown(g)} as {joined.shown(full[0])}")


def _foreign(joined: Joined, g: int, h: int) -> bool:
    """Whether one of two names points to another script, so that it may be spelt in more ways than one."""
    return joined.name(g).foreign or joined.name(h).foreign


def _merge_initials(joined: Joined, bodies: Sequence[int], explained: Mapping[str, set[str]]) -> None:
    """Abbreviations that no report explains, each to the only name that has its initials."""
    full: dict[str, list[int]] = defaultdict(list)
    for g in bodies:
        for initials in initials_of(joined.shown(g)):
            full[initials].append(g)
    for g in bodies:
        _join_beginning(joined, g, full)
    for g in bodies:
        short = abbreviation(joined.shown(g))
        if short is None or explained.get(joined.shown(g)):
            continue
        among = {joined.root(h): h for h in reversed(full.get(short, []))}
        if joined.root(g) in among or len({without_country(joined.shown(h)) for h in among.values()}) != 1:
            continue
        h = among[max(sorted(among), key=joined.named_in_full)]
        told = joined.evidence(g, h)
        if told or len(short) >= TELLING_INITIALS:
            why = f"{joined.shown(g)} has the initials of {joined.shown(h)}, and of no other name"
            joined.join(g, h, f"{why}; {told}" if told else why)


def _join_beginning(joined: Joined, g: int, full: Mapping[str, Sequence[int]]) -> None:
    """Join a name that begins with initials (*LA Tribune*) to the only one that spells them out; ``full``: names by initials."""
    short = short_beginning(joined.shown(g))
    if short is None:
        return
    among = [h for h in full.get(initials_after(short), ()) if spells_out(short, joined.name(h))]
    if len({joined.root(h) for h in among}) == 1:
        spelt = joined.shown(among[0])
        joined.join(
            g, among[0], f"{joined.shown(g)} begins with the initials of {spelt}, and of no other name"
        )


def _merge_surnames(joined: Joined, people: Sequence[int], elsewhere: Collection[str]) -> None:
    """Bare surnames, each to the one bearer."""
    full: dict[str, list[int]] = defaultdict(list)
    given = {
        *elsewhere,
        *(b.name.words[0].letters for b in joined.bearers if b.person and len(b.name.words) > 1),
    }
    for g in people:
        if len(words := joined.name(g).words) > 1:
            full[words[-1].skeleton].append(g)
    for g in people:
        name = joined.name(g)
        if not name.bare:
            continue
        among = full.get(name.words[0].skeleton, [])
        here, others = _of_that_surname(joined, g)
        among = [
            h
            for h in among
            if (key := person_key(joined.name(h))) not in others and (not here or key in here)
        ]
        alike = {h: kind for h in among if (kind := surname_of(name, joined.name(h)))}
        exact = {h: kind for h, kind in alike.items() if kind is Likeness.SAME}
        # What is also a given name need not be a surname here: Paul, the saint and the city, and Rand Paul.
        doubtful = name.words[0].letters in given
        _join_the_one(joined, g, {h: kind in ENOUGH and not doubtful for h, kind in (exact or alike).items()})


def _of_that_surname(joined: Joined, g: int) -> tuple[set[str], set[str]]:
    """Persons of a bare surname whom its own reports name in full: it is one of them that is meant, if anybody known, or none of
    them, where a report tells it apart (*President Orr* and his daughter, *Selma Orr*); each as half of the reports have it.
    """
    sound = joined.name(g).words[0].skeleton
    here, others = list[set[str]](), list[set[str]]()
    members = joined.groups[g].members
    for k in members:
        bearer = joined.bearers[k]
        named = {key for key, (_, surname) in bearer.company.items() if surname == sound}
        if named:
            (others if bearer.beside.apart else here).append(named)
    told_apart, meant = (
        set[str]().union(*some) if 2 * len(some) >= len(members) else set[str]() for some in (others, here)
    )
    return meant - told_apart, told_apart


def _join_the_one(joined: Joined, g: int, fuller: Mapping[int, bool]) -> None:
    """Join a short name to the only fuller one that it fits, or to the only one of several that evidence singles out.

    ``fuller`` maps those that it may fit to whether their likeness is enough.
    """
    fits = [h for h in sorted(fuller) if joined.bearable(g, h)]
    roots = {joined.root(h) for h in fits}
    shown = joined.shown(g)
    if not fits or joined.root(g) in roots:
        return
    enough = [h for h in fits if fuller[h]]
    if len(roots) == 1 and enough:
        h = enough[0]
        if joined.hardly_one(g, h):
            return
        told = joined.evidence(g, h) or "nothing else tells"
        joined.join(g, h, f"the one {shown} that the ledger knows, {joined.shown(h)}; {told}")
        return
    evident: dict[int, tuple[int, str]] = {}
    open_ = [h for h in fits if not joined.hardly_one(g, h)]
    for h in open_:
        by_name = fuller[h] or joined.name(g).bare
        words = joined.evidence(g, h) if by_name else joined.evidence_past_a_middle_name(g, h)
        if words:
            evident[joined.root(h)] = h, words
    if not evident and joined.name(g).bare:
        called = {joined.root(h): (h, words) for h in open_ if fuller[h] and (words := joined.office(g, h))}
        evident = called if len(called) == 1 else {}
    singled = _singled_out(joined, g, roots, evident)
    if singled is None:
        return
    h, words = evident[singled]
    which = f"of the {len(roots)} whom “{shown}” may mean, " if len(roots) > 1 else f"“{shown}” is "
    far = " as for others, and by far the most reports name this one in full" if len(evident) > 1 else ""
    joined.join(g, h, f"{which}{joined.shown(h)}: {words}{far}")


def _singled_out(joined: Joined, g: int, roots: Collection[int], evident: Collection[int]) -> int | None:
    """The root, of those whom a short name may mean, for which alone there is evidence (``evident``); where there is for several,
    of a bare surname the one whom by far the most reports name in full. Where many reports give the surname alone, the two must
    not differ: some company there speaks for anybody.
    """
    usual = None
    if joined.name(g).bare and len(roots) > 1:
        usual = the_usual({root: joined.named_in_full(root) for root in roots})
    if len(evident) == 1:
        (only,) = evident
        return None if often(len(joined.members(g))) and usual not in (None, only) else only
    return usual if usual in evident else None


def _pairs(
    joined: Joined,
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
                if (g, h) not in seen and joined.groups[g].first.key != joined.groups[h].first.key:
                    seen.add((g, h))
                    if alike := compare(joined.name(g), joined.name(h)):
                        pairs[g, h] = alike
    return pairs


def _words_met(joined: Joined, g: int) -> list[str]:
    """Where bearers of one surname meet who are quoted in the same words."""
    own = [joined.bearers[k] for k in joined.groups[g].members]
    return [sign for bearer in own for form in bearer.forms for sign in signs(form, bearer.words)]


def _ranked(pairs: Mapping[tuple[int, int], Likeness], *kinds: Likeness) -> list[tuple[int, int, Likeness]]:
    """Pairs of these kinds, in the order of the kinds."""
    wanted = [(g, h, alike) for (g, h), alike in pairs.items() if alike in kinds]
    return sorted(wanted, key=lambda pair: (kinds.index(pair[2]), pair[:2]))


def _join_alike(joined: Joined, g: int, h: int, alike: Likeness, evidence: str | None) -> None:
    """Join two names for their likeness, and for what else tells."""
    a, b = sorted((joined.shown(g), joined.shown(h)))
    why = {
        Likeness.SAME: f"“{a}” and “{b}” are the same name",
        Likeness.SPELLING: f"“{a}” and “{b}” are two spellings of one name",
        Likeness.NEAR: f"“{a}” and “{b}” sound alike",
        Likeness.MIDDLE: f"“{a}” and “{b}” are the same but for a middle name",
        Likeness.ORDER: f"“{a}” and “{b}” are the same name in another order",
        Likeness.INITIALS: f"“{a}” and “{b}” are the same but for initials",
        Likeness.SHORTENED: f"one of “{a}” and “{b}” shortens the other",
        Likeness.SUFFIX: f"“{a}” and “{b}” are the same but for what one leaves out before or behind it",
        Likeness.SLIP: f"“{a}” and “{b}” are the same but for a letter",
    }[alike]
    joined.join(g, h, f"{why}; {evidence or 'only the names tell'}")
