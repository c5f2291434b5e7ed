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
    """.split()
) | set(TRADE)

OFFICES = frozenset("mayor governor bishop archbishop sheriff".split())
"""Roles that one person holds in one place: a mayor of one town and a mayor of another are two."""

HEADS = frozenset("president premier prime-minister chancellor chief-justice king queen pope".split())
"""Roles that few of one surname have, though one person may hold two of them."""

ALONE = (
    OFFICES
    | HEADS
    | frozenset(
        """
        secretary director chairman chairwoman chair secretary-general attorney-general solicitor-general surgeon-general
        inspector-general auditor-general director-general governor-general
        """.split()
    )
)
"""Roles that one holds at a time in an organisation or a place."""

TOLD_BARE = HEADS | {"attorney-general", "governor", "mayor"}
"""Those of them that are told without whose they are (*Attorney General Kerr*), and that few of one surname have."""

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


def telling(role: Role) -> bool:
    """Whether it is a role of few: whose it is is known, and not a whole party or country."""
    return bool(role.of) and (
        role.of not in _VAST or (role.noun == "secretary" and role.of in _OF_A_SECRETARY)
    )


def roles_beside(text: str, at: Span, short: Mapping[str, str]) -> Iterator[Role]:
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
    return SAME_PLACE.get(folded, folded)
