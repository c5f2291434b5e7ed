"""What a report tells beside a name: roles and titles, the organisation or place they go with, and who else is named.

This is what tells two people of one name apart, or shows that two names are one person's. Everything here is a function of a
report and its reading. **Company** is the other names that two reports hold: reports that tell one story share names, so it
stands for the story, which is known only after the statements and the speakers (:mod:`rashomon.pipeline`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.capitals import FIRM
from rashomon.collation.entities.names import Name, body, person
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.names.organisations.organisations import abbreviations, organisations
from rashomon.reading.names.persons.people import people, plain
from rashomon.reading.names.words.kin import KIN
from rashomon.reading.names.words.titles import FEMALE, MALE, TITLES_IN_FULL
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Attribution, Mention, MentionKind, Reading, Report, Span, Speaker, Voice, overlap

_TRADES = {
    "office": """
        president premier prime-minister chancellor minister secretary senator congressman congresswoman representative lawmaker
        parliamentarian councillor councilman councilwoman governor mayor king queen ambassador diplomat mp
    """,
    "sport": """
        goalkeeper striker midfielder defender winger footballer quarterback linebacker pitcher batsman bowler swimmer cyclist
        sprinter boxer wrestler golfer skier skater gymnast jockey rower referee
    """,
    "stage": """
        actor actress singer rapper drummer guitarist pianist violinist composer conductor dancer comedian painter sculptor
        novelist poet playwright filmmaker
    """,
    "science": "surgeon physician dentist nurse physicist chemist biologist astronomer geologist mathematician botanist",
    "faith": "bishop archbishop cardinal priest imam rabbi pastor vicar nun monk",
    "trade": """
        farmer fisherman boatman plumber electrician baker butcher carpenter bricklayer welder miner waiter waitress cook
        shopkeeper schoolteacher
    """,
}
_TRADE = {word: trade for trade, words in _TRADES.items() for word in words.split()}
"""Trades that hardly anybody has two of. Roles that go with many (spokesman, director, author) belong to none."""

_ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson leader chief head director chairman chairwoman chair commander general colonel captain
    admiral judge prosecutor lawyer attorney professor philosopher historian economist analyst author writer journalist
    reporter editor activist candidate nominee executive manager strategist adviser advisor aide sheriff engineer founder
    coach player officer deputy envoy doctor witness resident secretary-general chief-justice
    attorney-general solicitor-general surgeon-general inspector-general auditor-general director-general governor-general
    """.split()
) | set(_TRADE)

_OFFICES = frozenset("mayor governor bishop archbishop sheriff".split())
"""Roles that one person holds in one place: a mayor of one town and a mayor of another are two."""

_HEADS = frozenset("president premier prime-minister chancellor chief-justice king queen pope".split())
"""Roles that few of one surname have, though one person may hold two of them."""

_ALONE = (
    _OFFICES
    | _HEADS
    | frozenset(
        """
        secretary director chairman chairwoman chair secretary-general attorney-general solicitor-general surgeon-general
        inspector-general auditor-general director-general governor-general
        """.split()
    )
)
"""Roles that one holds at a time in an organisation or a place."""

_TOLD_BARE = _HEADS | {"attorney-general", "governor", "mayor"}
"""Those of them that are told without whose they are (*Attorney General Kerr*), and that few of one surname have."""

_SAME_PLACE = {"united states": "us", "america": "us", "united kingdom": "uk", "britain": "uk"}

_NO_PLACE = (
    _ROLES | set(TITLES_IN_FULL) | {"former", "then", "acting", "vice", "prime", "deputy", "mr", "mrs", "ms"}
)

_BEGINNINGS = (
    FUNCTION_WORDS
    | set("said says told asked meanwhile yesterday today late ex".split())
    | set(MONTHS)
    | set(WEEKDAYS)
)
"""Words that have a capital at the beginning of a sentence only, and days, which are nobody's: *announced Monday Gov. Kerr*."""

_LONGEST_SHORT = 3
"""Letters of a place's name that may be a short form of another's (*WV*). Set by hand: the states' are two and three."""

_VAST = frozenset(
    """
    republican democratic democrat gop conservative labor party state senate house congress us american uk british government
    """.split()
) | {"white house"}
"""Whose many people are at once, so that it tells nothing in common."""

_OF_A_SECRETARY = frozenset({"state", "labor"})
"""Departments, besides, of which there is one secretary."""

_CAPITALS = rf"{FIRM}(?: (?:of |the |and |for )?{FIRM}){{0,5}}"
_NOUN = any_of(w.replace("-", "[ -]") for w in (*_ROLES, *TITLES_IN_FULL))
_ROLE = rf"(?P<role>(?i:{_NOUN}))\b\.?"
_OF = rf"(?: (?:of|for|from|in|at|with) (?:the )?(?P<of>{_CAPITALS}))?"
_WHOSE = rf"(?:(?P<whose>{_CAPITALS.replace('|and ', '')})(?:['’]s)? (?:[a-z-]+ )?)?"
_BEFORE = re.compile(rf"{_WHOSE}\b{_ROLE}{_OF},? $")
_AFTER = re.compile(
    r"^(?:,| (?:is|was),?) (?:(?:who is|who was|then|now|the|a|an|its|his|her|former|then-) ?)*"
    rf"{_WHOSE}(?:[a-z-]+ ){{0,2}}?\b{_ROLE}(?!['’]){_OF}"
)
"""*Orr Jr, the president’s son* is no president."""

_BEFORE_GENERAL = re.compile(
    r"\b(attorney|solicitor|surgeon|inspector|auditor|secretary|director|governor)[ -]\Z", re.I
)
"""Whose general is no officer: *U.S. Attorney General*."""

_ENDS_A_SENTENCE = re.compile(r"(?:^|\s)[^.\s]+\.\Z")
"""A word before a title that another sentence ends with: *was shut in Harn. Gov. Kerr*; not *U.S.*, *W.Va.*"""

_VICE = re.compile(r"\b(?:vice|deputy)[ -]\Z", re.I)

_NAMESAKE = re.compile(
    r"(?:,|\s*\(|\s+[–—-])?\s*(?:(?:who\s+)?(?:is|was)\s+)?(?:(?:an?|the|his|her)\s+)?"
    r"(?:namesake\b|no\s+relation\b|not\s+related\b|unrelated\b|no\s+kin\b|not\s+to\s+be\s+confused\b)",
    re.I,
)
"""Beside a name: another bears it too, and is somebody else."""

_APART = frozenset({Voice.BYLINE, Voice.COMMENT, Voice.FURNITURE})


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role and whose it is, as folded words: ``Role("mayor", "brennick")``; ``of`` is empty where the report does not say."""

    noun: str
    of: str = ""

    def __str__(self) -> str:
        return f"{self.noun} ({self.of})" if self.of else self.noun


NAMESAKE = Role("namesake")
"""What stands for *a namesake of the minister*, *no relation* among the roles beside a name."""


APART = Role("apart")
"""What stands, among the roles beside a surname, for a report that names somebody else of the surname in full: *President Orr*
where *Selma Orr* is his daughter (:mod:`rashomon.reading.names.persons.offices`)."""


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
            _TRADE[noun]: noun
            for role in sorted(self.roles, reverse=True)
            if (noun := role.noun.removeprefix("vice-")) in _TRADE
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
        roles = frozenset(role for at in set(places) for role in _roles(text, at, short))
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
        nouns = sorted((min(a.values()), min(b.values())), key=lambda noun: (_TRADE[noun], noun))
        return f"one is a {nouns[0]}, the other a {nouns[1]}"
    for office in sorted(_OFFICES):
        here, there = ({r.of for r in side.roles if r.noun == office and r.of} for side in (one, other))
        if here and there and all(_other_place(x, y) for x in here for y in there):
            places = sorted((min(here), min(there)))
            return f"one is {office} of {places[0].title()}, the other of {places[1].title()}"
    if one.genders and other.genders and not one.genders & other.genders:
        return "one is a woman by her title, the other a man"
    return None


def same_role(one: Beside, other: Beside) -> str | None:
    """The role and its organisation or place that two names share, or the organisation alone, in words; ``None`` for neither."""
    for role in sorted(one.roles):
        if telling(role) and any(r.noun == role.noun and _same_place(r.of, role.of) for r in other.roles):
            return f"both are {role.noun} of {role.of.title()}"
    for of in sorted({r.of for r in one.roles if telling(r)}):
        if any(_same_place(r.of, of) for r in other.roles if telling(r)):
            return f"both have a role with {of.title()}"
    return None


def same_office(one: Beside, other: Beside) -> str | None:
    """The office that both are called by, in words, whosesoever it is, if it may be the same; ``None`` for none.

    >>> same_office(Beside(frozenset({Role("president")})), Beside(frozenset({Role("president", "us")})))
    'both are called president'
    """
    return _office_of(_OFFICES | _HEADS, one, other)


def same_head(one: Beside, other: Beside) -> str | None:
    """The office of a state that both are called by, in words; not where of one alone it is told whose it is: a father may be
    *President Orr*, his son *president of the Delta Bank*.
    """
    return _office_of(_HEADS, one, other, told_alike=True)


def office_of_one(one: Beside, other: Beside) -> str | None:
    """The office, of those that one holds at a time, in which both names stand, in words: of one place or organisation, or
    such as few of one surname have.

    >>> one = Beside(frozenset({Role("director", "water board")}))
    >>> office_of_one(one, one), office_of_one(one, Beside(frozenset({Role("director", "delta bank")})))
    ('both are director of Water Board', None)
    """
    for role in sorted(one.roles):
        if role.noun in _ALONE and telling(role) and role in other.roles:
            return f"both are {role.noun.replace('-', ' ')} of {role.of.title()}"
    return _office_of(_TOLD_BARE, one, other, told_alike=True)


def _office_of(
    offices: frozenset[str], one: Beside, other: Beside, *, told_alike: bool = False
) -> str | None:
    for office in sorted(offices):
        here, there = ({r.of for r in side.roles if r.noun == office} for side in (one, other))
        if any(
            not _other_place(x, y) if x and y else not (told_alike and x != y) for x in here for y in there
        ):
            return f"both are called {office.replace('-', ' ')}"
    return None


def telling(role: Role) -> bool:
    """Whether it is a role of few: whose it is is known, and not a whole party or country."""
    return bool(role.of) and (
        role.of not in _VAST or (role.noun == "secretary" and role.of in _OF_A_SECRETARY)
    )


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


def _roles(text: str, at: Span, short: Mapping[str, str]) -> Iterator[Role]:
    """Roles in the words before and after a name: ``Brennick mayor X``, ``X, spokesman of the NRF,``, ``Sen. X``."""
    if _NAMESAKE.match(text, at.end):
        yield NAMESAKE
    before = " ".join(re.split(r"[!?;:\n“”\"(]", text[max(0, at.start - 90) : at.start])[-1].split()) + " "
    after = " ".join(re.split(r"[!?;:\n“”\"(]", text[at.end : at.end + 120])[0].split(" "))
    after = re.sub(r"^['’]s\b", "", after)
    for match in (_BEFORE.search(before), _AFTER.match(after)):
        if match is not None:
            noun = plain(match.group("role")).replace(" ", "-").rstrip(".")
            of = match.group("of") or match.group("whose") or ""
            if match.re is _BEFORE and not match.group("of") and _ENDS_A_SENTENCE.search(of):
                of = ""
            if noun == "minister" and of.lower().endswith("prime"):
                noun, of = "prime-minister", of[:-5]
            if noun == "general" and (whose := _BEFORE_GENERAL.search(match.string, 0, match.start("role"))):
                noun, of = f"{whose[1].lower()}-general", of.removesuffix(whose[1])
            noun = TITLES_IN_FULL.get(noun, noun)
            if _VICE.search(match.string, 0, match.start("role")):
                noun = f"vice-{noun}"
            yield Role(noun, _place(short.get(of.rstrip("."), of)))


@lru_cache(maxsize=50_000)
def _place(of: str) -> str:
    """An organisation or place as folded words, less what stands in capitals before it and is no part of it."""
    words = of.split()
    while words and words[0].rstrip(".").lower() in _BEGINNINGS:
        words.pop(0)
    kept = [w.letters for w in body(" ".join(words)).words if w.letters not in _NO_PLACE] if words else []
    folded = " ".join(kept)
    return _SAME_PLACE.get(folded, folded)


def _same_place(one: str, other: str) -> bool:
    """Equal, or one the other's beginning: National Resistance Front, National Resistance Front of Afghanistan."""
    return one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def _other_place(one: str, other: str) -> bool:
    """Surely another place: no word in common, nor the first two letters, as a country and its people have them, and neither
    shortens the other (*W.Va.*)."""
    if one[:2] == other[:2] or set(one.split()) & set(other.split()):
        return False
    short, long = sorted((one.replace(" ", ""), other.replace(" ", "")), key=lambda name: (len(name), name))
    return len(short) > _LONGEST_SHORT or short[:1] != long[:1] or not _cut_from(short, long)


def _cut_from(short: str, long: str) -> bool:
    """Whether the letters of one word stand in another in this order."""
    rest = iter(long)
    return all(letter in rest for letter in short)
