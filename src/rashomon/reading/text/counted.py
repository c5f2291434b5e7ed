"""What a number counts: money, measures, people or things, from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.records import Span

PEOPLE = frozenset(
    """
    activist adult aide airman ally army assailant associate attacker boatman body bomber boy bystander captive casualty
    child citizen civilian climber combatant commander conscript contractor corpse couple crew crowd dead deputy detainee diplomat
    doctor driver employee engineer facilitator family farmer fatality fighter firefighter fisherman friend fugitive
    gendarme girl guard guerrilla gunman hostage household immigrant individual infant inmate insurgent islamist jihadist
    journalist judge lawmaker lawyer leader life local man marine marcher medic member merchant migrant militant militia
    militiaman minor miner mourner nurse occupier officer official operative other parent partisan passenger patient
    patrolman people peacekeeper person personnel pilgrim police policeman prisoner protester protestor demonstrator
    offender bandit relative looter convict dissident separatist extremist mercenary evacuee pupil guest pensioner hiker scientist
    raider ranger rebel refugee reporter rescuer resident rioter sailor schoolchild schoolgirl seaman servicemember servicewoman
    serviceman settler shopper sibling soldier spectator staff striker student supporter survivor suspect taliban
    teacher teenager terrorist tourist trader traveller traveler trooper troop victim villager volunteer voter wife woman
    worker worshipper wounded injured youth
    """.split()
)
"""Nouns for people, in the singular."""

_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "lives": "life",
    "wives": "wife",
    "nationals": "people",  # not "national", nor "pirate": two national parks, two pirate boats
    "pirates": "people",
}
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ans|eans|ians|is|ese|ish|ats|kurds|rabs|ews|erbs|roats|urks|ites)$")

_STOP = frozenset(
    """
    a about across after against all along also although am among amid an and another any are around as at away back be
    because been before being between both but by can could did do does doing down during each either ever every for from
    had has have having he her here him his how however if in inside into is it its itself just last like may might more
    must my near nearly neither next no nor not now of off on once only onto or our out outside over per said
    say says shall she should since so some still such than that the their them then there these they this
    those through throughout thus till to today together tomorrow too toward towards tuesday under until up upon us was
    we were what when where whether which while who whom whose why will with within without would yesterday yet you your
    monday wednesday thursday friday saturday sunday died die dies fled flee lost went came took made got gave held
    killing wounding injuring capturing detaining leaving including according following remain remained remains
    killed captured detained arrested seized
    """.split()
)
"""Words that end what is counted. Participles among them stand after a noun (``two insurgents killed in …``)."""

_BEFALLEN = re.compile(
    r"\s+(?:killed|captured|detained|arrested|wounded|injured)(?=\s+(?P<whom>[a-z]+)\b)(?!\s+(?:and|by|in)\b)"
)
"""A participle before those who are counted: *28 captured soldiers*."""

_TOKEN = re.compile(r"[\s]+([^\W\d_][\w’'.&/-]*|\d[\w-]*)")
_OF_THEIR = re.compile(
    r"\s+of\s+(?:them\b|(?:the|their|its|his|her|our|my|these|those)\b(?:\s+\d{1,3}(?:,?\d{3})*(?=\s))?)",
    re.I,
)
"""``300 of the 1,140 inmates`` are inmates."""
_AGENTS = re.compile(r"\b(?:forces?|teams?|units?|patrols?|groups?|troops|squads?|convoys?)$", re.I)
_MOST_WORDS = 6

_CURRENCIES = {
    "$": "USD",
    "US$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "A$": "AUD",
    "C$": "CAD",
}
_MONEY_IN = re.compile(r"(?<![^\s(–—-])(US\$|A\$|C\$|[$£€¥₹])(?=\d)")
"""A currency's sign behind what qualifies a number, which is counted to it: *over $1 million*."""
_MONEY_BEFORE = re.compile(r"(US\$|A\$|C\$|[$£€¥₹]|\b(?:USD|EUR|GBP)\s)\s*$")
_MEASURES: tuple[tuple[str, str], ...] = (
    ("percent", r"\s*%|\s+per\s?cent\b|\s+percent(?:age points?)?\b"),
    ("USD", r"[\s-]+(?:US )?dollars?\b"),
    ("EUR", r"[\s-]+euros?\b"),
    ("GBP", r"[\s-]+pounds sterling\b"),
    ("km", r"[\s-]*(?:km|kilomet(?:er|re)s?)\b"),
    ("mile", r"[\s-]+miles?\b"),
    ("cubic metre", r"[\s-]+cubic met(?:er|re)s?\b"),
    ("m", r"[\s-]+met(?:er|re)s?\b|m\b"),
    ("foot", r"[\s-]+(?:feet|foot|ft)\b"),
    ("kg", r"[\s-]*(?:kg|kilos?|kilograms?)\b"),
    ("pound", r"[\s-]+pounds?\b"),
    ("tonne", r"[\s-]+(?:metric )?tons?\b|[\s-]+tonnes?\b"),
    ("hectare", r"[\s-]+hectares?\b"),
    ("acre", r"[\s-]+acres?\b"),
    ("second", r"[\s-]+seconds?\b"),
    ("minute", r"[\s-]+minutes?\b"),
    ("hour", r"[\s-]+hours?\b"),
    ("day", r"[\s-]+(?:consecutive )?days?\b"),
    ("week", r"[\s-]+weeks?\b"),
    ("month", r"[\s-]+months?\b"),
    ("year", r"[\s-]+years?\b"),
    ("decade", r"[\s-]+decades?\b"),
)
"""Units by the words after the number, as a singular noun, a symbol (km, m, kg) or an ISO 4217 currency."""
_MEASURE = tuple((unit, re.compile(words, re.I)) for unit, words in _MEASURES)


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit (``people``, ``thing``, a measure, a currency) and the words for what is counted, where there are any.

    ``start`` is where the whole expression begins (a currency's sign stands before the number), ``end`` where it ends.
    """

    unit: str
    words: Span | None
    start: int
    end: int


def counted(text: str, number: Span, stop: int) -> Counted | None:
    """What the number at ``number`` counts, looking no further than ``stop``; None where no word says it.

    ``13 US troops`` counts people, ``$1.5 million`` US dollars, ``300 of their militants`` people.
    """
    money = _MONEY_BEFORE.search(text, max(0, number.start - 4), number.start) or _MONEY_IN.search(
        text, number.start, number.end
    )
    if money is not None:
        sign = money.group(1).strip()
        return Counted(_CURRENCIES.get(sign, sign), None, min(money.start(), number.start), number.end)
    for unit, words in _MEASURE:
        if (m := words.match(text, number.end, stop)) is not None:
            return Counted(unit, None, number.start, m.end())
    words_at = noun(text, number.end, stop)
    if words_at is None:
        return None
    unit = "people" if person(text[words_at.start : words_at.end]) else "thing"
    return Counted(unit, words_at, number.start, words_at.end)


def noun(text: str, at: int, stop: int) -> Span | None:
    """The words that a number or determiner ending at ``at`` goes with: up to the first word that cannot belong."""
    if (of := _OF_THEIR.match(text, at, stop)) is not None:
        if of.group().lower().endswith("them"):
            return None
        at = of.end()
    start, end = None, at
    befallen = _BEFALLEN.match(text, at, stop)
    if befallen is not None and person(befallen["whom"]):
        start, end = befallen.start() + 1, befallen.end()
    for _ in range(_MOST_WORDS):
        m = _TOKEN.match(text, end, stop)
        if (
            m is None
            or "\n" in m.group()
            or m.group(1).lower().strip(".") in _STOP
            or m.group(1)[0].isdigit()
        ):
            break
        if (
            start is not None
            and text[start:end].lower() != "other"
            and person(text[start:end])
            and not _modifies(text[end : m.end()])
        ):
            break
        if start is not None and _AGENTS.search(text, start, end) and m.group(1).endswith("ed"):
            break  # "the force questioned residents" counts no residents
        start = m.start(1) if start is None else start
        ends = m.group(1).endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|[A-Z][a-z]{1,3}\.", m.group(1))
        end = m.end(1) - (1 if ends else 0)
        if ends:
            break
    return Span(start, end) if start is not None and end > start else None


def person(words: str) -> bool:
    """Whether the last word is a noun for people: ``US service members``, ``Afghans``."""
    last = re.split(r"[\s-]+", words.strip())[-1].strip(".,’'\"")
    if _DEMONYM.match(last):
        return True
    word = last.lower()
    word = _PLURALS.get(word, word)
    if word in PEOPLE:
        return True
    if word.endswith("men"):
        return True
    endings = (("ies", "y"), ("es", ""), ("s", ""))
    return any(word.endswith(end) and word[: -len(end)] + put in PEOPLE for end, put in endings)


def _modifies(more: str) -> bool:
    """Whether a noun for people goes on as a part of a longer one: ``police officers``, ``Taliban fighters``."""
    return person(more) and not more.strip().lower().startswith(("dead", "wounded", "injured"))
