"""Organisations that only the noun beside their name tells: ``the maker, Pharmex,``, ``the consumer association Fair Plate``.

The model takes many an unknown company for a person, or for nothing. A noun that no person is (*company*, *airline*, *charity*),
as a title or an apposition beside a name, tells better; *owner* or *rival* may be either, and tell nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from rashomon.calendar_words import ANY_WEEKDAY, MONTHS, WEEKDAYS
from rashomon.reading.names.persons.people import bare_name, plain
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.names.words.titles import TITLES
from rashomon.records import Mention, MentionKind, Span

_NOUN = (
    r"(?:company|firm|group|agency|airline|carrier|bank|charity|retailer|insurer|supplier|manufacturer|broadcaster|conglomerate"
    r"|association|organi[sz]ation|nonprofit|think[ -]?tank|newspaper|magazine|startup|start-up|subsidiary|distributor|brewer"
    r"|consultancy|foundation|trade union|law firm|chain|utility|refiner|shipyard|lender|drugmaker|carmaker|chipmaker|planemaker)"
)
_MAKER = r"(?:maker|producer|operator|provider|developer)"
"""What a person may be as well, of a name of two words."""

_CAPITALS = r"[A-ZÀ-Þ][\w&’'-]{0,30}(?:\s(?:&\s)?[A-ZÀ-Þ][\w&’'-]{0,30}){0,4}"
_ONE = r"[A-ZÀ-Þ][\w&-]{1,30}"
_BEFORE = re.compile(
    rf"\b(?:{_NOUN}\s+(?P<name>{_CAPITALS})|{_MAKER}\s+(?P<one>{_ONE}))(?=[,.;:]|[’']s\s|\s+[a-z]|\Z)"
)
_APPOSED = re.compile(
    rf"\b(?:{_NOUN},\s+(?P<name>{_CAPITALS})|{_MAKER},\s+(?P<one>{_ONE}))(?=,(?!\s+(?:who|whom|\d{{1,3}})\b))"
)
"""Between two commas: *The company, Kerr said, will close* names nothing."""
_LEAD = 100
"""Characters before such a noun that tell whether it is the name's."""
_TOLD_TO = re.compile(
    r"\b(?:tell(?:s|ing)?|told|inform(?:s|ed|ing)?|warn(?:s|ed|ing)?|assur(?:es?|ed|ing))\s+(?:[\w’'-]{1,30}\s+){0,3}\Z",
    re.I,
)
"""Before a noun to which something is told: of *told the newspaper Kerr had lied* Kerr is no newspaper."""
_OF_WHAT = re.compile(r"\b(?:of|at|for|in|with|from|by|behind)\s+(?:[\w’'-]{1,30}\s+){0,5}\Z", re.I)
"""Before a noun under a preposition: *the head of the company, Oran Kerr,* names its head."""

_BETWEEN = r"(?!(?:of|at|for|in|on|to|with|from|by|behind|and|or|who|whose)\b)[\w’'-]{1,30}\s+"
_AFTER = re.compile(
    rf"(?<![\w&’'-])(?P<name>{_CAPITALS}),\s+(?:an?|the|its|one of the)\s+(?:{_BETWEEN}){{0,4}}?(?:{_NOUN}|{_MAKER})"
    r"(?=[,.;]|\s+(?:that|which|based|behind)\b)"
)
"""*Nordfall, a Lidva airline,*; *Oran Kerr, the founder of an airline,* is none."""

_LAST_WORDS = (
    "Lines Airlines Airways Railways Ferries Shipping Shipyard Shipyards Industries Holdings Motor Motors Systems Technologies"
    " Energy Petroleum Pharmaceuticals Mining Logistics Foods Insurance Securities Partners Ventures Bank Inc Ltd Corp Plc LLC"
).split()
_OF_COMPANIES = re.compile(
    r"(?<![\w&’'-])(?!The\s)(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,30}\s(?:&\s)?){1,3}(?<!West\s)(?<!East\s)(?<!North\s)(?<!South\s)(?<!Left\s)"
    rf"(?:{'|'.join(_LAST_WORDS)}))\b(?!-\w)"
)
"""Names that end in a word for companies: of *Lisse Lines* the model may see *Lisse* alone, and take it for a person."""

_STATIONS = re.compile(r"(?<![\w&’'-])Radio\s[A-ZÀ-Þ][\w’-]{1,30}")
"""Of *Radio Kestria* the model may see *Kestria* alone."""

_MOVED = r"(?:ha(?:ve|d)\s)?(?:rose|risen|fell|fallen|jumped|dropped|slid|gained|lost|closed|plunged|tumbled|soared|climbed)"
_OWNS = re.compile(
    rf"(?<![\w&’'-])(?P<name>{_CAPITALS})[’']s\s(?:(?:former|new|then|own)\s)?"
    rf"(?:chief\s(?:executive|engineer|financial|operating|technology)|shareholders\b|market\svalue|share\sprice|shares\s{_MOVED}\b)"
)
"""What only a company has: *Tarn Hydro’s chief engineer*, *Lumen’s shares fell*. A person may own shares that are sold."""
_OWNED = ("chief", "share", "market")
"""One of these is in every such thing."""

_ITSELF = re.compile(
    rf"(?<![\w&’'-])(?P<name>{_CAPITALS})\s(?:said|says|denied|denies|confirmed|confirms|announced|announces|admitted|admits)\s"
    rf"(?:(?:on\s)?{ANY_WEEKDAY}\s)?(?:that\s)?"
    r"(?:its\s(?:own\s)?(?:chief|board|shares|plants?|staff|employees|managers|profits?|customers|shareholders)\b"
    r"|it\s(?:would|will|plans\sto|planned\sto|expects\sto|expected\sto)\s"
    r"(?:close|shut|buy|sell|hire|lay\soff|invest|recall|appeal|cut|build|launch|acquire|halt)\b)"
)
"""Who speaks of itself as a company does: *Lumen said on Wednesday it would shut*."""

_LONGEST_POST = 60
_POST = re.compile(
    r"\b(?:chief\s(?:executive|engineer|(?:financial|operating|technology)\sofficer)|CEO|chair(?:man|woman|person)|spokes(?:man|woman|person)"
    r"|(?:managing\s)?director|manager|analyst|engineer|lawyer|minister)\s+\Z",
    re.I,
)
"""What only a person is, right before the name: of *chief executive Musk said it would close* Musk is no company."""

_TWO = re.compile(
    r"(?:[Tt]he\s)?(?P<one>(?:[A-ZÀ-Þ][\w’'-]*\s){0,2}[A-ZÀ-Þ][\w’'-]*s)\sand\sthe\s(?P<two>[A-ZÀ-Þ][\w’'-]*s)"
)
_NO_NAME = frozenset((*WEEKDAYS, *MONTHS, *"ceo cfo cto chief chairman i he she it they we the".split()))
_NO_FIRST_WORD = TITLES | _NO_NAME
_FIRST_OF_PERSONS = _NO_FIRST_WORD | FEMALE_NAMES | MALE_NAMES
"""First words that no name of a company begins with."""


def ends_as_a_company(words: str) -> bool:
    """Whether a word or two behind the first word of a name tell that it is a company's.

    >>> ends_as_a_company("Foods"), ends_as_a_company("Foods plc"), ends_as_a_company("Street")
    (True, True, False)
    """
    return 0 < len(words.split()) <= 2 and all(
        w.capitalize() in _LAST_WORDS or w in _LAST_WORDS for w in words.split()
    )


def with_companies(
    text: str, mentions: Sequence[Mention], sources: Iterable[tuple[Span, float]]
) -> tuple[Mention, ...]:
    """The mentions, in text order, with those as organisations whose name stands beside such a noun, and those that sources name
    so though no mention does; ``sources`` go with their scores.
    """
    mentions = _whole(text, [part for m in mentions for part in _apart(text, m)])
    told = {plain(text[s.start : s.end]) for s in _told(text, Span(0, len(text)))}
    told -= _surnames(text, mentions, told)
    out = [
        replace(m, kind=MentionKind.ORGANISATION)
        if m.kind is MentionKind.PERSON and plain(_without_owner(text[m.start : m.end])) in told
        else m
        for m in mentions
    ]
    taken = {i for m in out for i in range(m.start, m.end)}
    unnamed: dict[str, float] = {}
    for source, score in sources:
        for name in _told(text, source):
            unnamed.setdefault(text[name.start : name.end], score)
    for words, score in unnamed.items():
        for at in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text):
            if taken.isdisjoint(range(*at.span())):
                taken.update(range(*at.span()))
                out.append(Mention(MentionKind.ORGANISATION, at.start(), at.end(), score))
    return tuple(sorted(out, key=lambda m: (m.start, m.end)))


def _whole(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those that are a part of a company's name as all of it."""
    out = list(mentions)
    names = [*_OF_COMPANIES.finditer(text)] if any(word in text for word in _LAST_WORDS) else []
    names += _STATIONS.finditer(text) if "Radio" in text else ()
    for name in names:
        parts = [m for m in out if name.start() <= m.start and m.end <= name.end()]
        if parts and set(plain(name[0]).split()[:1]).isdisjoint(_NO_FIRST_WORD):
            whole = Mention(MentionKind.ORGANISATION, name.start(), name.end(), max(m.score for m in parts))
            out = [m for m in out if m not in parts] + [whole]
    return out


def _surnames(text: str, mentions: Iterable[Mention], told: Set[str]) -> set[str]:
    """The last words of the names of persons: *the group Kerr founded*, where the report names *Oran Kerr* or *Mr Kerr*."""
    named = [bare_name(text, m.start, m.end) for m in mentions if m.kind is MentionKind.PERSON]
    names = (
        plain(name)
        for name, at, titles in named
        if titles
        or (" " in name and plain(name) not in told)
        or _POST.search(text, max(0, at.start - _LONGEST_POST), at.start)
    )
    return {name.split()[-1] for name in names if name}


def _apart(text: str, m: Mention) -> tuple[Mention, ...]:
    """The two that a mention of *the Liberals and the Greens* names; *the Office for Arts and the Sea* is one."""
    both = _TWO.fullmatch(text, m.start, m.end) if m.kind is MentionKind.ORGANISATION else None
    if both is None:
        return (m,)
    return replace(m, end=both.end("one")), replace(m, start=both.start("two"))


def _told(text: str, within: Span) -> Iterator[Span]:
    """The names of organisations that such a noun tells within a stretch."""
    owned = any(sign in text[within.start : within.end] for sign in _OWNED)
    for pattern, unless in (
        (_BEFORE, _TOLD_TO),
        (_APPOSED, _OF_WHAT),
        (_AFTER, None),
        *(((_OWNS, None),) if owned else ()),
        (_ITSELF, None),
    ):
        for m in pattern.finditer(text, within.start, within.end):
            lead = max(within.start, m.start() - _LEAD)
            if unless is not None and unless.search(text, lead, m.start()) is not None:
                continue
            name = Span(*m.span("one" if m.lastgroup == "one" else "name"))
            words = plain(_without_owner(text[name.start : name.end])).split()
            if words and words[0] not in _FIRST_OF_PERSONS:
                yield Span(name.start, name.start + len(_without_owner(text[name.start : name.end])))


def _without_owner(name: str) -> str:
    return re.sub(r"[’']s$", "", name)
