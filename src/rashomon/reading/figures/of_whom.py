"""Whom a number is of where the event beside it, or told last, might be another's: things, cases, whoever the police take."""

from __future__ import annotations

import re
from dataclasses import replace

from rashomon.reading.figures.cited import gapped
from rashomon.reading.figures.events import Event, events
from rashomon.reading.text.counted import Counted, person
from rashomon.reading.text.numbers import Number
from rashomon.records import Span

_NUMBER_OF = re.compile(r"\bnumber\s+of\s+(?P<what>(?:[\w’'-]+\s+){1,3}?)(?:at|to|is|was|as)\s*$", re.I)
"""What a number is said to be of: of *destroyed houses* it is no count of those who were missing in the sentence before."""

_TOPPED = re.compile(r"\b(?P<verb>topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?)\s+$", re.I)
_PASSED = re.compile(
    r"\b(?P<verb>pass(?:es|ed|ing)?|cross(?:es|ed|ing)?|hit(?:s|ting)?|reach(?:es|ed|ing)?|milestone\s+of)\s+(?:the\s+)?$",
    re.I,
)
_MILESTONE = re.compile("milestone", re.I)
_COUNTS = (
    r"(?:attendance|cases?|casualties|circulation|claims|count|deaths?|debt|fatalities|figure|infections|injuries|membership|number|population"
    r"|price|production|sales|subscribers|sum|tally|toll|total|turnout|unemployment|users|visitors|votes)"
)
_A_COUNT = re.compile(rf"(?:\b{_COUNTS}\b|(?:^|[.!?\n“\"])\s*(?:it|this|that))[^.;:!?\n]*$", re.I)
_OF_A_COUNT = re.compile(
    rf"\s*(?:$|[.,;!?)”\"]|\s(?:[\w’'-]+\s+){{0,2}}{_COUNTS}\b|\s(?:dead|killed|last|on|in|by|for|this|today)\b)",
    re.I,
)
"""What comes past a round number: a toll, a population; *a power cut hit 50,000 homes* is none."""

_MARK = re.compile(r"[\s-]+(?P<verb>mark|milestone|threshold)\b", re.I)
"""A round number is what a count has come past, not what it is: *passed 50,000 deaths*, *the 250,000 mark*."""

_ROUND = 1000
"""The least number that *hit* and *reached* may round: a toll that reached 40 is 40."""

_ONLY = r"(?:(?:only|just|about|some|around|roughly|at\s+(?:least|most))\s+)?"
_COUNTED = re.compile(
    rf"(?<!\bI )(?<!\bwe )\b(?:counted|(?:spoken?|speaks?)\s+of|estimated)\s+{_ONLY}$", re.I
)
_STOPS = re.compile(r"\s*(?:[.;,!?)”\"](?=\s|$|[”\"])|\s(?:and|but|while)\b)", re.I)
_SAID = re.compile(rf"\b(?:said|says)\s+(?:that\s+)?{_ONLY}$", re.I)
_SAYS_SO = re.compile(
    rf"(?:^|[.;]\s|\n)(?:[Tt]he\s+)?(?!(?:He|She|It|They|We|You|I)\b)(?:[A-Z][\w’-]*|police|union|company|ministry|army|opposition|organi[sz]ers|government|authorities|operator|state|town|city|owners?"
    rf"|officials|rebels|club|party|school|hospital)(?:\s+[A-Z][\w’-]*){{0,3}}\s+says?\s+{_ONLY}$"
)
"""A clause that is nothing but whose count it is: *Free Valley says 35.*"""

_CAME = (
    r"(?:(?:had\s+)?(?:taken|took)\s+part|(?:had\s+)?(?:come|came|attended|joined(?:\s+in)?|turned\s+(?:out|up))"
    r"|(?:had\s+been|were)\s+(?:there|present))"
)
_DID = re.compile(rf"\s+(?:did|had|were|was|(?P<came>{_CAME}))\s*(?:$|[.;,!?)”\"])", re.I)

_COINS = re.compile(
    r"\b(?:crowns?|guilders?|francs?|pesos?|rupees?|kron[aeor]+|kroner|dinars?|dirhams?|rou?bles?|yen|yuan|zlotys?|shillings?|liras?|rials?"
    r"|riyals?|shekels?|forints?|pence|cents|ducats?|thalers?|florins?)$",
    re.I,
)
"""Money that has no unit of its own here."""

_SEEN = re.compile(
    r"\b(?:visit(?:ed|ing)|met|meeting|saw|seen|interviewed|questioned|spoke(?:n)?\s+(?:to|with))\s+$", re.I
)
"""Before people of whom there may be more: *had visited 28 captured soldiers*."""

_ARRESTED = re.compile(r"arrest|detain|jail|imprison|taken\s+into\s+custody", re.I)
_CRAFT = re.compile(
    r"\b(?:\w*(?:ship|boat|craft|liner|plane)|vessel|trawler|tanker|freighter|ferry|ferrie|skiff|dhow|yacht|jet|car|truck|lorry|lorrie"
    r"|vehicle|drone|barge|submarine|carrier|tug|dredger|cruiser|canoe|dinghy|dinghie|helicopter|container|shipment|consignment|cargo"
    r"|bus|buse|train)s?$",
    re.I,
)
"""What is detained too, and is nobody."""


def of_others(text: str, number: Span, last: Event | None) -> bool:
    """Whether a number is said to be others than the event told last is of: ``the number of destroyed houses at 210``."""
    m = _NUMBER_OF.search(text, max(0, number.start - 60), number.start)
    if m is None:
        return False
    told = events(text, m.start("what"), m.end("what"))
    if told:
        return last is None or all(e.kind != last.kind for e in told)
    return len(m["what"].split()) > 1 or not person(m["what"])


def exceeded(text: str, number: Number) -> Number:
    """A number that something has topped as one without an upper end: ``the toll topped 183,000``."""
    if number.vague or number.low is None or number.low != number.high:
        return number
    m = _TOPPED.search(text, max(0, number.span.start - 24), number.span.start)
    if m is None and _is_round(number.low):
        m = _PASSED.search(text, max(0, number.span.start - 24), number.span.start)
        if m is not None and not _is_a_count(text, m.start(), number.span.end):
            m = None
        m = m or _MARK.match(text, number.span.end, number.span.end + 16)
    if m is None:
        return number
    return replace(number, high=None, why=f"{number.why}; “{m['verb']}” beside it")


def _is_a_count(text: str, verb: int, end: int) -> bool:
    """Whether what *hit* or *passed* a number is a count, or the number is one of a count's: ``hit 50,000 deaths``."""
    if _MILESTONE.match(text, verb) is not None or _OF_A_COUNT.match(text, end, end + 60) is not None:
        return True
    return _A_COUNT.search(text, max(0, verb - 80), verb) is not None


def _is_round(number: float) -> bool:
    """Whether a number has no more than two digits that are not nought, in thousands: 50,000, 250,000, 1,500,000."""
    return number >= _ROUND and len(f"{number:.0f}".rstrip("0")) <= 2


_KINDS_OF_ANIMALS = (
    r"(?:[a-z]*(?:birds?|fish|hounds?)|animals?|bats?|bears?|bees|bulls?|calves|camels?|cats?|cattle|chickens?|cows?|crabs?|deer|dogs?|dolphins?"
    r"|donkeys?|ducks?|eagles?|eels?|elephants?|foxes|frogs?|geese|goats?|gulls?|hens|hogs?|horses?|lambs?|lions?|livestock|mice|minks?|monkeys?"
    r"|mules?|owls?|oxen|oysters|penguins?|pets?|pigeons?|pigs?|ponies|poultry|rabbits?|rats?|reindeer|rhinos?|salmon|seals?|sharks?|sheep"
    r"|snakes?|swans?|tigers?|trout|turkeys|turtles?|whales?|wolves|zebras?)"
)
_ANIMALS = re.compile(rf"\b{_KINDS_OF_ANIMALS}$")
_NO_ADJECTIVE = (
    r"(?:[a-z]+(?:ed|ing)|about|after|and|as|at|before|but|by|for|from|in|like|near|on|or|than|that|to|was|were|when"
    r"|while|who|with)"
)
_ANIMALS_NEXT = re.compile(rf"\s+(?:(?!{_NO_ADJECTIVE}\s)[a-z]+\s+){{0,2}}?{_KINDS_OF_ANIMALS}\b")
"""Not those by which, or with which, people were killed: *three people killed by sharks*, *40 farmers and their cattle*."""

_GOVERNS = re.compile(
    r"\b(?:from|near|outside|against|(?<!bodies )(?<!body )(?<!deaths )(?<!death )of)\s+(?:the\s+)?(?:[A-Z][\w.’'-]*\s+){0,5}$"
)
"""Before a name that is another's: *the son of U.S. District Judge*."""

_RELEASED = re.compile("releas(?:ed|es|ing)", re.I)
_HOLDS = re.compile(
    r"\b(?:built|designed|designated|licen[cs]ed|meant|intended|equipped|made|planned|room|space|beds|cells|places|capacity)\s+"
    r"(?:for|to\s+(?:hold|carry|house|take|accommodate|seat))\s+(?:only\s+|just\s+|up\s+to\s+|about\s+|some\s+)*$",
    re.I,
)
"""Before those whom something is made to hold, whether they are there or not: *built for 720 prisoners*."""
_SUFFERED = frozenset(("killed", "wounded", "missing", "abducted"))
_SAID_OF = re.compile(r"\s+(?:who\s+(?:were|was|have\s+been|had\s+been|are)?\s*)?")
"""Between those who are counted and what is told of them: *killed*, *who died*."""


def befalls(text: str, number: Span, what: Counted | None, event: Event) -> bool:
    """Whether an event befell those who are counted: not money, pages that are *released*, people for whom there is room."""
    if is_money(text, what):
        return False
    if _HOLDS.search(text, max(0, number.start - 60), number.start) is not None:
        # A funeral is planned for twelve miners killed in the blast.
        end = number.end if what is None else what.end
        return event.kind in _SUFFERED and _SAID_OF.fullmatch(text, end, event.span.start) is not None
    if what is None or what.unit != "thing" or not _RELEASED.match(text, event.span.start):
        return True
    return what.words is None or _CRAFT.search(text, what.words.start, what.words.end) is not None


def are_animals(text: str, number: Span, what: Counted | None) -> bool:
    """Whether no people are counted, but animals: ``600 dead seabirds``, ``12 cows were killed``."""
    if what is None or what.unit not in ("people", "thing"):
        return False
    words = text[number.end : what.end]
    if what.words is not None and _ANIMALS.search(words) is not None:
        return True
    return _ANIMALS_NEXT.match(text, what.end, what.end + 40) is not None


def governed(text: str, start: int, person: Span, event: Event) -> bool:
    """Whether a name in the sentence from ``start`` only tells whose, or whence, somebody is to whom the event behind it
    happened: ``the son of Judge Esther Kerr was killed``, ``a man from Harn was arrested``.
    """
    if event.span.start < person.end:
        return False
    return _GOVERNS.search(text, max(start, person.start - 60), person.start) is not None


def measured(number: Number, what: Counted | None) -> Number:
    """A number with the ends that a measure has: *more than three hours* need not be four, as more than three people are."""
    if what is None or what.unit in ("people", "thing") or not number.beyond:
        return number
    low = None if number.low is None else number.low - 1
    high = None if number.high is None else number.high + 1
    return replace(number, low=low, high=high, beyond=False)


def seen(text: str, number: Number) -> Number:
    """A number of people whom somebody has only met as one without an upper end: ``visited 28 captured soldiers``."""
    m = _SEEN.search(text, max(0, number.span.start - 24), number.span.start)
    if m is None or number.vague or number.low != number.high:
        return number
    return replace(number, high=None, why=f"{number.why}; “{m.group().strip()}” before it")


def coin(text: str, counted: Span | None) -> str | None:
    """The money that is counted where it has no unit of its own, in the singular as a rule: ``crown`` of ``12 crowns``."""
    m = None if counted is None else _COINS.search(text, counted.start, counted.end)
    return None if m is None else m.group().lower().removesuffix("s")


def is_money(text: str, what: Counted | None) -> bool:
    """Whether what is counted is money, which nothing befalls: ``the toll rose to 12 crowns``."""
    return what is not None and coin(text, what.words) is not None


def alone(text: str, number: Span) -> bool:
    """Whether a number stands alone behind who counts: ``the company counted 250.``, ``the company said 5,000 did``,
    ``the union says 250.``"""
    if _COUNTED.search(text, max(0, number.start - 40), number.start) or gapped(text, number.start):
        return _STOPS.match(text, number.end, number.end + 12) is not None
    if _SAID.search(text, max(0, number.start - 40), number.start) is None:
        return False
    return _DID.match(text, number.end, number.end + 24) is not None or (
        _SAYS_SO.search(text, max(0, number.start - 60), number.start) is not None
        and _STOPS.match(text, number.end, number.end + 3) is not None
    )


def came(text: str, number: Span) -> bool:
    """Whether those counted are told to have come, and so not to have been hurt: ``the company said 5,000 had come``."""
    did = _DID.match(text, number.end, number.end + 24)
    return did is not None and did["came"] is not None


def apart(number: Span, counted: Counted | None, other: Span, event: Event) -> bool:
    """Whether an event is the noun that another number, of ``other`` words, counts: *6 million cases, 180,000 deaths*."""
    own = event.form == "noun" and other.start <= event.span.start < other.end
    return own and number.end <= event.span.start and (counted is None or counted.unit == "thing")


_A_GUARD = re.compile(r"(?:coast|national|home|border|palace|presidential|honou?r|republican)\s+guard$", re.I)
_ANY_ONE = re.compile(r"(?:an?|another|one)\s", re.I)
_ON = re.compile(
    r"[ ](?:[A-Z][\w’'-]*[ ]){0,2}(?:Department|Force|Service|Movement|Matter|Association|Union|League|Brigade|Agency|Authority"
    r"|Council|Committee|Bureau|Board|Foundation|Institute|Academy|School|College|Hospital|Church|Society|Federation|Front|Party|Network|Guild"
    r"|Company|Command)s?\b"
)
_WHO = re.compile(r"(?<=[\w’'])\s+who\s+(?P<clause>[^,;:.—–()“”\"]*)$")
_TELLS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|confirm\w*|report\w*|announc\w*|claim\w*|believ\w*|thought|thinks?|know\w*|knew|learn\w*|heard?|saw|see"
    r"|seen|alleg\w*|insist\w*|show\w*|fear\w*|mean\w*)\b",
    re.I,
)


_OF_SEVERAL = re.compile(
    r"\b(?<!\bto )(?<!\bmay )(?<!\bmight )(?<!\bmust )(?<!\bcould )(?<!\bwould )(?<!\bshould )(?<!\bif he )(?<!\bif she )"
    r"(?:were|are|have)\s+(?:\w+\s+){0,3}$"
)
_JOINED = re.compile(r"\b(?:and|or|nor|along\s+with|as\s+well\s+as|plus)\b|&")
_JOINED_BEFORE = re.compile(
    r"(?:\b(?:and|or|nor)\b|&)\s+(?:(?!(?:with|of|to|from|by|for|against)\s)[\w.’'-]+\s+){0,4}$"
)


def of_several(text: str, start: int, one: Span, event: Event) -> bool:
    """Whether the event behind somebody is said of several, and so of others, in the sentence from ``start``: ``two partners of
    Kerr’s lawyer Dana Boll were arrested``; of *Dana Boll and Ivo Kerr* it is said of both.
    """
    gap = text[one.end : event.span.start]
    if event.span.start < one.end or (verb := _OF_SEVERAL.search(gap)) is None:
        return False
    joined = _JOINED.search(gap, 0, verb.start()) or _JOINED_BEFORE.search(
        text, max(start, one.start - 60), one.start
    )
    return joined is None


def goes_on(text: str, words: Span) -> bool:
    """Whether words for people are a body's, or the beginning of a name: ``the coast guard``, ``the Brell Police Department``;
    ``a border guard`` is somebody.
    """
    if _A_GUARD.search(text, words.start, words.end) is not None:
        return _ANY_ONE.match(text, words.start, words.end) is None
    last = text[words.start : words.end].split()[-1]
    return last[:1].isupper() and _ON.match(text, words.end, words.end + 40) is not None


def in_a_clause(text: str, start: int, words: Span, event: Event) -> bool:
    """Whether words stand in a clause about somebody else, of whom the event behind it is told in the sentence from ``start``:
    ``the officer who shot Kerr was arrested``.
    """
    if event.span.start < words.end:
        return False
    m = _WHO.search(text, max(start, words.start - 120), words.start)
    return m is not None and m["clause"].strip() != "" and _TELLS.search(m["clause"]) is None


def arrested(text: str, what: Counted, event: Event) -> bool:
    """Whether it is people that the police take, whatever they are called: ``arrested two managers``, not ``two trawlers``."""
    words = "" if what.words is None else text[what.words.start : what.words.end]
    return _ARRESTED.match(text, event.span.start) is not None and _CRAFT.search(words) is None


def adjective_of(text: str, what: Counted | None, of: Counted | None) -> Counted | None:
    """``12 Somali`` counts people where ``and 11 Yemeni nationals`` follows."""
    if what is None or what.words is None or of is None or (what.unit, of.unit) != ("thing", "people"):
        return what
    words = text[what.words.start : what.words.end]
    return replace(what, unit="people") if words.istitle() and " " not in words else what
