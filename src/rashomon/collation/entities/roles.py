"""Roles beside a name, as a report tells them: an office or a trade, and whose it is (*Brennick mayor*, *head of the NRF*)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.capitals import FIRM
from rashomon.collation.entities.names import body
from rashomon.collation.entities.places import SAME_PLACE
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.roles import MODIFIERS
from rashomon.reading.names.words.states import SHORT_STATES
from rashomon.reading.names.words.titles import TITLES_IN_FULL
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Span

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
TRADE = {word: trade for trade, words in _TRADES.items() for word in words.split()}
"""Trades that hardly anybody has two of. Roles that go with many (spokesman, director, author) belong to none."""

_ROLES = frozenset(
    """
    spokesman spokeswoman spokesperson leader chief head director chairman chairwoman chair commander general colonel captain
    admiral judge prosecutor lawyer attorney professor philosopher historian economist analyst author writer journalist
    reporter editor activist candidate nominee executive manager strategist adviser advisor aide sheriff engineer founder
    coach player officer deputy envoy doctor witness resident secretary-general chief-justice
    attorney-general solicitor-general surgeon-general inspector-general auditor-general director-general governor-general
    secretary-of-state
    """.split()
) | set(TRADE)

OFFICES = frozenset("mayor governor bishop archbishop sheriff".split())
"""Roles that one person holds in one place: a mayor of one town and a mayor of another are two."""

HEADS = frozenset("president premier prime-minister chancellor chief-justice king queen pope".split())
"""Roles that few of one surname have, though one person may hold two of them."""

ALONE = (
    OFFICES
    | HEADS
    | {f"vice-{office}" for office in OFFICES}
    | frozenset(
        """
        secretary director chairman chairwoman chair secretary-general attorney-general solicitor-general surgeon-general
        inspector-general auditor-general director-general governor-general secretary-of-state
        """.split()
    )
)
"""Roles that one holds at a time in an organisation or a place."""

TOLD_BARE = (HEADS - {"chancellor"}) | {"attorney-general", "governor", "mayor"}
"""Those of them that are told without whose they are (*Attorney General Kerr*), and that few of one surname have; chancellors are
of states and of many a university."""

_STANDINGS = {
    "former": "former ex then onetime one-time retired ousted deposed sacked dismissed",
    "late": "late",
    "acting": "acting interim caretaker provisional",
    "outgoing": "outgoing departing",
    "elect": "elect designate incoming future",
    "claimed": "self-declared self-proclaimed self-styled shadow rival",
}
_STANDING = {word: standing for standing, words in _STANDINGS.items() for word in words.split()}
"""Words beside an office that tell that one holds it no more, not yet, or in another way than who is called by it alone."""

_UNDER = "vice deputy assistant associate lieutenant lt".split()

_NO_PLACE = (
    _ROLES
    | set(TITLES_IN_FULL)
    | set(_STANDING)
    | {*_UNDER, "self", "declared", "proclaimed", "styled", "time", "prime", "mr", "mrs", "ms"}
)

_BEGINNINGS = (
    FUNCTION_WORDS
    | set("said says told asked meanwhile yesterday today late ex".split())
    | set(MONTHS)
    | set(WEEKDAYS)
)
"""Words that have a capital at the beginning of a sentence only, and days, which are nobody's: *announced Monday Gov. Kerr*."""

VAST = frozenset(
    """
    republican democratic democrat gop conservative labor party state senate house congress us american uk british government
    """.split()
) | {"white house"}
"""Whose many people are at once, so that it tells nothing in common."""

_OF_LABOR = ("secretary", "labor")
"""An office of which there is one, though *labor* alone may be a party."""

_CAPITALS = rf"{FIRM}(?: (?:of |the |and |for )?{FIRM}){{0,5}}"
_NOUN = any_of(w.replace("-", "[ -]") for w in (*_ROLES, *TITLES_IN_FULL))
_ROLE = rf"(?P<role>(?i:{_NOUN}))\b\.?(?P<elect>[ -](?i:elect|designate)\b)?"
_OF = rf"(?: (?:of|for|from|in|at|with) (?:the )?(?P<of>{_CAPITALS}))?"
_WHOSE = rf"(?:(?P<whose>{_CAPITALS.replace('|and ', '')})(?:['’]s)? (?:[a-z-]+ )?)?"
_BEFORE = re.compile(rf"{_WHOSE}\b{_ROLE}{_OF},? $")
_AFTER = re.compile(
    rf"^(?:,| (?:is|(?P<was>was)),?) (?:(?:who is|(?P<who_was>who was)|now|the|a|an|its|his|her|{any_of(_STANDING)})[ -]?)*"
    rf"{_WHOSE}(?:[a-z-]+ ){{0,2}}?\b{_ROLE}(?!['’]){_OF}"
)
"""*Orr Jr, the president’s son* is no president."""

_BEFORE_GENERAL = re.compile(
    r"\b(attorney|solicitor|surgeon|inspector|auditor|secretary|director|governor)[ -]\Z", re.I
)
"""Whose general is no officer: *U.S. Attorney General*."""

_ENDS_A_SENTENCE = re.compile(r"(?:^|\s)[^.\s]+\.\Z")
"""A word before a title that another sentence ends with: *was shut in Harn. Gov. Kerr*; not *U.S.*, *W.Va.*"""

_VICE = re.compile(rf"\b{any_of(_UNDER)}\.?[ -]\Z", re.I)
_ENDS_UNDER = re.compile(rf"(?:^|\s){any_of(_UNDER)}\.?\Z", re.I)

_STANDING_BEFORE = re.compile(
    rf"\b(?P<standing>(?i:{any_of(_STANDING)}))[ -](?:[a-z]+-[a-z]+ )?"
    rf"(?:(?!(?i:{any_of((*WEEKDAYS, *MONTHS))})\b){_CAPITALS.replace('|and ', '')}(?:['’]s)? )?"
    rf"(?:{any_of(MODIFIERS)} ){{0,2}}\Z"
)
_UNTIL = re.compile(r",? (?:until|till|up to|from \d{4} (?:to|until)|between \d{4} and) ")
_PLACE_BEHIND = re.compile(rf"^ of (?P<the>the )?(?P<of>{_CAPITALS})")
"""Whose an office is that stands before a name: *Gov. Kerr of Lidva*."""

_NAMESAKE = re.compile(
    r"(?:,|\s*\(|\s+[–—-])?\s*(?:(?:who\s+)?(?:is|was)\s+)?(?:(?:an?|the|his|her)\s+)?"
    r"(?:namesake\b|no\s+relation\b|not\s+related\b|unrelated\b|no\s+kin\b|not\s+to\s+be\s+confused\b)",
    re.I,
)
"""Beside a name: another bears it too, and is somebody else."""


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role and whose it is, as folded words: ``Role("mayor", "brennick")``; ``of`` is empty where the report does not say.

    ``standing`` tells who does not hold it as others do: ``former``, ``late``, ``acting``, ``outgoing``, ``elect``, ``claimed``.
    """

    noun: str
    of: str = ""
    standing: str = ""

    def __str__(self) -> str:
        return f"{self.called} ({self.of})" if self.of else self.called

    @property
    def told(self) -> str:
        """The role in words, with whose it is."""
        return f"{self.called} of {self.of.title()}" if self.of else self.called

    @property
    def called(self) -> str:
        """The role in words, without whose it is."""
        return f"{self.standing} {self.noun.replace('-', ' ')}".strip()


NAMESAKE = Role("namesake")
"""What stands for *a namesake of the minister*, *no relation* among the roles beside a name."""


APART = Role("apart")
"""What stands, among the roles beside a surname, for a report that names somebody else of the surname in full: *President Orr*
where *Selma Orr* is his daughter (:mod:`rashomon.reading.names.persons.offices`)."""


def telling(role: Role) -> bool:
    """Whether it is a role of few: whose it is is known, and not a whole party or country; or it is the only one of its kind
    there, as a *Labor Secretary*, a *Secretary of State* of none of the states.
    """
    if role.noun == "secretary-of-state":
        return True
    return bool(role.of) and (role.of not in VAST or (role.noun, role.of) == _OF_LABOR)


def roles_beside(text: str, at: Span, short: Mapping[str, str]) -> Iterator[Role]:
    """Roles in the words before and after a name: ``Brennick mayor X``, ``X, spokesman of the NRF,``, ``Sen. X``."""
    if _NAMESAKE.match(text, at.end):
        yield NAMESAKE
    before = " ".join(re.split(r"[!?;:\n“”\"(]", text[max(0, at.start - 90) : at.start])[-1].split()) + " "
    after = " ".join(re.split(r"[!?;:\n“”\"(]", text[at.end : at.end + 120])[0].split(" "))
    after = re.sub(r"^['’]s\b", "", after)
    for match in (_BEFORE.search(before), _AFTER.match(after)):
        if match is not None:
            yield _role(match, after, short)


def _role(match: re.Match[str], after: str, short: Mapping[str, str]) -> Role:
    """The role that was found before a name, or in the words ``after`` it."""
    noun, start = plain(match["role"]).replace(" ", "-").rstrip("."), match.start("role")
    of = match["of"] or match["whose"] or ""
    if noun == "minister" and of.lower().endswith("prime"):
        noun, of = "prime-minister", of[:-5]
    if noun == "general" and (whose := _BEFORE_GENERAL.search(match.string, 0, start)):
        noun, of, start = f"{whose[1].lower()}-general", of.removesuffix(whose[1]).rstrip(), whose.start()
    noun = TITLES_IN_FULL.get(noun, noun)
    if (under := _VICE.search(match.string, 0, start)) is not None:
        noun, start = f"vice-{noun}", under.start()
        of = of if match["of"] else _ENDS_UNDER.sub("", of)
    if (
        match.re is _BEFORE
        and not match["of"]
        and _ENDS_A_SENTENCE.search(of)
        and plain(of) not in SHORT_STATES
    ):
        of = ""
    place = _place(short.get(of.rstrip("."), of))
    if match.re is _BEFORE and not (place and place not in VAST):
        place = _place_behind(after, noun) or place
    return Role(noun, place, _standing(match, start))


def _place_behind(after: str, noun: str) -> str:
    """Whose an office before a name is by the words ``after`` the name; a mayor *of the Green Party* is one of a town."""
    behind = _PLACE_BEHIND.match(after)
    return "" if behind is None or (behind["the"] and noun in OFFICES) else _place(behind["of"])


def _standing(match: re.Match[str], start: int) -> str:
    """How one holds the role that begins at ``start``, if not as others do."""
    if match["elect"]:
        return "elect"
    if (told := _STANDING_BEFORE.search(match.string, 0, start)) is not None:
        return _STANDING[told["standing"].lower()]
    if match.re is _AFTER and (match["was"] or match["who_was"] or _UNTIL.match(match.string, match.end())):
        return "former"
    return ""


@lru_cache(maxsize=50_000)
def _place(of: str) -> str:
    """An organisation or place as folded words, less what stands in capitals before it and is no part of it."""
    words = of.split()
    while words and words[0] != "US" and words[0].rstrip(".").lower() in _BEGINNINGS:
        words.pop(0)
    kept = [w.letters for w in body(" ".join(words)).words if w.letters not in _NO_PLACE] if words else []
    folded = " ".join(kept)
    return SAME_PLACE.get(folded, folded)
