"""What a report tells beside a name: roles and titles, the organisation or place they go with, and who else is named.

This is what tells two people of one name apart, or shows that two names are one person's. Everything here is a function of a
report and its reading. **Company** is the other names that two reports hold: reports that tell one story share names, so it
stands for the story, which is known only after the statements and the speakers (:mod:`rashomon.pipeline`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rashomon.collation.entities.names import Name, body, person
from rashomon.collation.entities.places import one_place, other_place, same_place
from rashomon.collation.entities.roles import (
    ALONE,
    APART,
    HEADS,
    NAMESAKE,
    OFFICES,
    TOLD_BARE,
    TRADE,
    VAST,
    Role,
    roles_beside,
    telling,
)
from rashomon.reading.names.organisations.organisations import abbreviations, organisations
from rashomon.reading.names.persons.people import people, plain
from rashomon.reading.names.words.kin import KIN
from rashomon.reading.names.words.titles import FEMALE, MALE
from rashomon.records import Attribution, Mention, MentionKind, Reading, Report, Span, Speaker, Voice, overlap

_APART = frozenset({Voice.BYLINE, Voice.COMMENT, Voice.FURNITURE})


@dataclass(frozen=True, slots=True)
class Beside:
    """What one or more reports tell beside a name: roles, genders (``f``, ``m``), and whether kin or a death are told of."""

    roles: frozenset[Role] = frozenset()
    genders: frozenset[str] = frozenset()
    kin: bool = False

    def __or__(self, other: Beside) -> Beside:
        return Beside(self.roles | other.roles, self.genders | other.genders, self.kin or other.kin)

    @property
    def namesake(self) -> bool:
        """Whether a report says that somebody else bears the name."""
        return NAMESAKE in self.roles

    @property
    def apart(self) -> bool:
        """Whether who is called by the surname alone is none of those whom the report names in full."""
        return APART in self.roles

    @property
    def trades(self) -> dict[str, str]:
        """Trades, each with a role that tells it."""
        return {
            TRADE[noun]: noun
            for role in sorted(self.roles, reverse=True)
            if (noun := role.noun.removeprefix("vice-")) in TRADE
        }


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells about the names in it.

    ``beside`` goes by plain name (:func:`rashomon.reading.names.persons.people.plain`). ``company`` maps the key of each person
    of two words or more and each organisation to its form in the report and, for a person, the surname's sound. ``short``
    holds the abbreviations that the report explains.
    """

    beside: Mapping[str, Beside] = field(default_factory=dict)
    company: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)


def told(reading: Reading, report: Report | None = None) -> Told:
    """What a report tells about its names; without the report, only who speaks in it keeps company."""
    company: dict[str, tuple[str, str]] = {}
    for _, who in _speaking(reading):
        if who.name and who.kind is MentionKind.PERSON:
            _join(company, who.name)
    if report is None:
        return Told(company=company)
    text = report.text
    mentions = list(_own(reading.mentions, report))
    spans: dict[str, list[Span]] = {}
    kin: dict[str, tuple[frozenset[str], bool]] = {}
    authors = {plain(author) for author in report.authors}
    persons = people(text, mentions)
    surnames = {words[-1] for p in persons if len(words := plain(p.name).split()) > 1}
    for p in persons:
        key = plain(p.name)
        spans.setdefault(key, []).extend(p.mentions)
        kin[key] = (p.titles, p.dead)
        if key not in authors:
            _join(company, p.name)
    for a, who in _speaking(reading):
        if who.name and (at := who.evidence or (a.source[0] if a.source else None)):
            spans.setdefault(plain(who.name), []).append(at)
    for thing in organisations(text, mentions):
        name = body(thing.name)
        # One word is as a rule a country's, a party's or an agency's: it tells nothing in common.
        if thing.kind is MentionKind.ORGANISATION and len(name.words) > 1:
            company.setdefault("~" + " ".join(w.light for w in name.words), (thing.name, ""))
    short = {brief: full for brief, (full, _) in abbreviations(text).items()}
    beside = {}
    for key, places in spans.items():
        titles, dead = kin.get(key, (frozenset(), False))
        genders = frozenset("f" for t in titles if t in FEMALE) | frozenset("m" for t in titles if t in MALE)
        roles = frozenset(role for at in set(places) for role in roles_beside(text, at, short))
        if key in surnames and key in kin:
            roles |= {APART}
        beside[key] = Beside(
            roles, genders if len(genders) == 1 else frozenset(), dead or bool(titles & set(KIN))
        )
    return Told(beside, company, short)


def _speaking(reading: Reading) -> Iterator[tuple[Attribution, Speaker]]:
    """Everybody who says anything, alone or together with others."""
    for a in reading.attributions:
        yield from ((a, who) for who in (a.speaker, *a.joint_speakers))


def contradiction(one: Beside, other: Beside) -> str | None:
    """Why two bearers of a name can hardly be one, in words, or ``None``: trades, places of one office, or titles.

    >>> contradiction(Beside(frozenset({Role("senator")})), Beside(frozenset({Role("goalkeeper")})))
    'one is a senator, the other a goalkeeper'
    """
    a, b = one.trades, other.trades
    if a and b and not a.keys() & b.keys():
        nouns = sorted((min(a.values()), min(b.values())), key=lambda noun: (TRADE[noun], noun))
        return f"one is a {nouns[0]}, the other a {nouns[1]}"
    for office in sorted(OFFICES):
        here, there = ({r.of for r in side.roles if r.noun == office and r.of} for side in (one, other))
        if here and there and all(other_place(x, y) for x in here for y in there):
            places = sorted((min(here), min(there)))
            return f"one is {office} of {places[0].title()}, the other of {places[1].title()}"
    if one.genders and other.genders and not one.genders & other.genders:
        return "one is a woman by her title, the other a man"
    return None


def same_role(one: Beside, other: Beside) -> str | None:
    """The role and its organisation or place that two names share, or the organisation alone, in words; ``None`` for neither."""
    for role in sorted(one.roles):
        if telling(role) and any(
            (r.noun, r.standing) == (role.noun, role.standing) and _alike(r, role) for r in other.roles
        ):
            return f"both are {role.told}"
    here, there = (sorted({r.of for r in side.roles if telling(r)} - {"", *VAST}) for side in (one, other))
    for of in here:
        if any(same_place(of, place) for place in there):
            return f"both have a role with {of.title()}"
    return None


def _alike(one: Role, other: Role) -> bool:
    """Whether it is told alike whose two roles are; the *Secretary of State* is the country's as a rule."""
    country = one.noun == "secretary-of-state" and {one.of, other.of} <= {"", "us"}
    return country or same_place(one.of, other.of)


def same_office(one: Beside, other: Beside) -> str | None:
    """The office that both are called by, in words, whosesoever it is, if it may be the same; ``None`` for none.

    >>> same_office(Beside(frozenset({Role("president")})), Beside(frozenset({Role("president", "us")})))
    'both are called president'
    """
    return _office_of(OFFICES | HEADS, one, other)


def same_office_of_a_day(one: Beside, other: Beside) -> str | None:
    """The same, in one standing, where of one it may not be told whose it is: *Gov. Kerr*, *Lisse Governor Kerr*. Not
    attorneys general, of whom a country and its states have one each.
    """
    for role in sorted(one.roles):
        for r in sorted(other.roles) if role.noun in OFFICES | (HEADS & TOLD_BARE) else ():
            alike = one_place(role.of, r.of) if role.of and r.of else True
            if (role.noun, role.standing) == (r.noun, r.standing) and alike:
                return f"both are called {role.called}"
    return None


def same_head(one: Beside, other: Beside) -> str | None:
    """The office of a state that both are called by, in words; not where of one alone it is told whose it is: a father may be
    *President Orr*, his son *president of the Delta Bank*.
    """
    return _office_of(HEADS, one, other, told_alike=True)


def office_of_one(one: Beside, other: Beside, placed: bool = False) -> str | None:
    """The office, of those that one holds at a time, in which both names stand, in words: of one place or organisation, or,
    unless it must be ``placed``, such as few of one surname have.

    >>> one = Beside(frozenset({Role("director", "water board")}))
    >>> office_of_one(one, one), office_of_one(one, Beside(frozenset({Role("director", "delta bank")})))
    ('both are director of Water Board', None)
    """
    for role in sorted(one.roles):
        if role.noun in ALONE and telling(role) and role in other.roles:
            return f"both are {role.told}"
    found = _office_of(TOLD_BARE, one, other, told_alike=True)
    return None if placed else found


def standing_apart(one: Beside, other: Beside) -> str | None:
    """Why two names are hardly one person's of one day, in words: of all their roles that may be the same, one always holds it
    in another standing, as *former mayor* and *mayor*, *deputy governor* and *governor*.

    >>> mayor, once = (Beside(frozenset({Role("mayor", "harn", standing)})) for standing in ("", "former"))
    >>> standing_apart(mayor, once), standing_apart(mayor | once, once)
    ('one is mayor, the other former mayor', None)
    """
    pairs = [
        (a, b)
        for a in sorted(one.roles)
        for b in sorted(other.roles)
        if a.noun.removeprefix("vice-") == b.noun.removeprefix("vice-")
        and not (a.of and b.of and other_place(a.of, b.of))
    ]
    if not pairs or any((a.noun, a.standing) == (b.noun, b.standing) for a, b in pairs):
        return None
    first, second = sorted((role.called for role in pairs[0]), key=lambda called: (len(called), called))
    return f"one is {first}, the other {second}"


def _office_of(
    offices: frozenset[str], one: Beside, other: Beside, *, told_alike: bool = False
) -> str | None:
    """The office that both are called by; ``told_alike``: in one standing, and surely of one place, or of none that is told."""
    for office in sorted(offices):
        here, there = ([r for r in sorted(side.roles) if r.noun == office] for side in (one, other))
        for x in here:
            for y in there:
                told = x.of and y.of
                if told_alike:
                    fits = x.standing == y.standing and (one_place(x.of, y.of) if told else x.of == y.of)
                else:
                    fits = not told or not other_place(x.of, y.of)
                if fits:
                    return f"both are called {x.called if told_alike else office.replace('-', ' ')}"
    return None


def _own(mentions: Iterable[Mention], report: Report) -> Iterator[Mention]:
    """Mentions in the report's own voices, less bylines: two reports of one author need not tell one story."""
    apart = [p for p in report.passages if p.voice in _APART]
    for mention in mentions:
        if not any(overlap(p, mention) for p in apart):
            yield mention


def person_key(name: Name) -> str:
    """How a person of two words or more is known among the company of others: by sound, so that spellings make no difference."""
    return " ".join(w.full for w in name.words)


def _join(company: dict[str, tuple[str, str]], name: str) -> None:
    parsed = person(name)
    if len(parsed.words) > 1:
        company.setdefault(person_key(parsed), (name, parsed.words[-1].skeleton))
