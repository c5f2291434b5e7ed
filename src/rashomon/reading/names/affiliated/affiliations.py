"""What a report tells beside a person's name: the role, with whom, and for whom they speak.

``Taliban spokesman Zabihullah Mujahid``, ``Ruvin Sall, deputy chair of the Delta Assembly``, ``the ministry’s spokesman, Joren
Tasch``: the words before and after each mention of a person are read as a role with its owner, and the owner is led to the
fullest name that the report gives it. What is not told beside a name is not known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.reading.names.affiliated.own_capacity import in_their_own_capacity
from rashomon.reading.names.affiliated.owners import Owners
from rashomon.reading.names.affiliated.role_words import (
    DETERMINERS,
    ENDS,
    JOINS,
    LINKS,
    OF,
    Token,
    goes_on,
    head_noun,
    is_role,
    words_of,
)
from rashomon.reading.names.persons.people import Person, plain
from rashomon.reading.names.words.kin import KIN
from rashomon.reading.names.words.roles import LOCAL, MODIFIERS, SPEAKING, TITLES_ALONE
from rashomon.records import Affiliation, Mention, Span

_REACH = 160
"""Characters beside a name that are looked at, at most."""

_STOP = re.compile(r"(?<!\.[A-Z])[.!?;:—()“”\"«»\n]\s|[—()“”\"«»\n]|\s(?:[–-]|--)\s")
_OPENING = re.compile(
    r"(?:\s*\([^)\n]{1,20}\))?(?:\s*,\s+(?:\d+,\s+)?(?:who\s+)?|\s+)(?:(?P<is>is|was|serves\s+as|served\s+as)\s+)?"
)
_ENDINGS = frozenset("general minister secretary executive officer".split())
_FOR_HIRE = frozenset("lawyer attorney solicitor counsel strategist adviser advisor executive".split())
_FOR_ONE = SPEAKING - _FOR_HIRE
_BEFORE_ROLES = DETERMINERS | LINKS
_DID = re.compile(
    r"\s+(?:(?:had|has|allegedly|later|then|also|first)\s+)*(?P<verb>[a-z]+ed|shot|killed|met|hit|beat|knew|saw|held|took|hired|hurt)\b"
    r"(?=\s*(?:[.,;:!?)”\"]|$)|\s+(?:in|on|at|before|after|during|and|as|when|while|with|from)\b)"
)
_SAID = frozenset(
    "added noted explained insisted replied warned declared claimed asked agreed answered recalled".split()
)


def affiliations(
    text: str, persons: Sequence[Person], mentions: Sequence[Mention]
) -> tuple[Affiliation, ...]:
    """What is told beside each mention of each person, in text order, each thing once. Who speaks in a personal capacity has a
    role with a body, and speaks for none.
    """
    beside = _Beside(text, persons, mentions)
    found = [t for p in persons for at in p.mentions for t in (*beside.before(p, at), *beside.after(p, at))]
    out: dict[tuple[str, str | None, str | None], Affiliation] = {}
    alone = in_their_own_capacity(text, persons) if any(t.side for t in found) else ()
    for t in sorted(found, key=lambda t: (t.start, t.end, t.name)):
        if t.name in alone:
            t = replace(t, side=None)
        out.setdefault((t.name, plain(t.role or ""), t.organisation or t.side), t)
    whose = {(t.name, plain(t.role or "")) for t in out.values() if t.organisation or t.side}
    return tuple(
        t for t in out.values() if t.organisation or t.side or (t.name, plain(t.role or "")) not in whose
    )


_WHOLE_ROLES = frozenset(
    tuple(role.split())
    for role in (
        "chief of staff",
        "chiefs of staff",
        "sergeant at arms",
        "head of state",
        "head of government",
        "justice of the peace",
    )
)
"""Roles whose later words name no body: *Chief of Staff* is of no Staff."""

_DEALS_WITH = frozenset("negotiator mediator intermediary liaison envoy".split())
"""Who stands over against those with whom they are *with*."""


_WANTED = frozenset(
    "nominee candidate nomination choice pick favourite favorite contender frontrunner".split()
)
"""Who, with *for*, does not hold the office that is named next: *his nominee for Harbour Chief, Ruvin Sall*."""

_TELLS = frozenset("said says told tells confirmed announced".split())
_GOVERNED = re.compile(r"\b(?:to|of|by|with|for|from|against|under|about)\s+(?:[A-Z][\w.’'-]*\s+){0,4}$")
_GOVERNS = frozenset("for of to".split())
_WITHOUT_ARTICLE = frozenset("congress government parliament police".split())
_UNSAID = frozenset("so-called self-styled self-proclaimed self-declared".split())


def _whole_role(tokens: Sequence[Token], noun: int) -> int:
    """Where the role at ``noun`` ends as far as it is one fixed phrase: behind *Staff* of *Chief of Staff*."""
    for n in (4, 3):
        if tuple(t.low for t in tokens[noun : noun + n]) in _WHOLE_ROLES:
            return min(noun + n, len(tokens))
    return noun + 1


def _is_verb(tokens: Sequence[Token], to: int) -> bool:
    """Whether *to* leads to what somebody does and to nobody: *the second mayor to leave office*."""
    behind = tokens[to + 1 : to + 3]
    return (
        tokens[to].low == "to"
        and bool(behind)
        and not behind[0].capital
        and behind[0].low not in DETERMINERS | _WITHOUT_ARTICLE
    )


class _Beside:
    """Reads what stands beside names in one report."""

    def __init__(self, text: str, persons: Sequence[Person], mentions: Sequence[Mention]) -> None:
        self._text = text
        self._owners = Owners(text, persons, mentions)
        self._named = self._owners.named_persons

    def before(self, person: Person, at: Span) -> Iterator[Affiliation]:
        """``NRF spokesman`` before a name; with a comma, ``the leader of the occupation,`` too."""
        start = max(0, at.start - _REACH)
        for m in _STOP.finditer(self._text, start, at.start):
            start = m.end()
        tokens = words_of(self._text, start, at.start)
        comma = bool(tokens) and tokens[-1].word == ","
        if comma:
            tokens.pop()
        last = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].word == ","), -1)
        tokens = tokens[last + 1 :]
        if not tokens:
            return
        if comma and last >= 0 and self._name_ends(at.start - 3, tokens[0].start):
            return  # "Sall, its deputy chair, Tomas Varesh": the role is that of the one before
        nouns = [n for n, t in enumerate(tokens) if is_role(t)]
        if not nouns or (not comma and self._done_to(tokens, nouns[-1], at)):
            return
        noun = nouns[-1]
        others = [n for n, t in enumerate(tokens[:noun]) if n in nouns or t.low in KIN]
        if comma and any(tokens[n + 1].low in _GOVERNS for n in others):
            return  # "A spokesman for the mayor, Ruvin Sall,": which of the two he is, the words leave open
        after = tokens[noun + 1 :]
        if len(after) == 1 and after[0].low in OF:
            return  # "the bishop of Quellmar", where a place is taken for a person
        if after and comma and not (after[0].low in OF and self._owners.of(after[1:])):
            return
        if (
            after
            and not comma
            and (after[0].low != "of" or any(t.capital or t.low in OF for t in after[1:]))
            and not (tokens[noun].capital and after[0].low == "of" and all(t.capital for t in after[1:]))
        ):
            return  # only "head of foreign relations Ali Nazary" and "Foreign Minister of Torvena Ana Kerr" go on
        yield from self._told(person, tokens, noun, beside=not comma)

    def after(self, person: Person, at: Span) -> Iterator[Affiliation]:
        """``, a spokesman for the NRF`` after a name, and ``is the head of the clinic``."""
        opening = _OPENING.match(self._text, at.end, at.end + 40)
        if opening is None or ("," not in opening.group() and not opening.group("is")):
            return
        start = opening.end()
        stop = _STOP.search(self._text, start, start + _REACH)
        tokens = words_of(self._text, start, stop.start() if stop else start + _REACH)
        ends = (n for n, t in enumerate(tokens) if t.word == "," or (t.low in ENDS and t.word[:2] != "WH"))
        cut = next(ends, len(tokens))  # the WHO is no "who"
        if (
            cut < len(tokens)
            and tokens[cut].low in _TELLS
            and tokens[0].low in ("a", "an", "one")
            and _GOVERNED.search(self._text, max(0, at.start - 60), at.start)
        ):
            return  # "adviser to Ruvin Sall, a White House official said"
        tokens = tokens[:cut]
        if opening.group("is") in ("is", "was") and not (
            tokens and (tokens[0].low in DETERMINERS or tokens[0].owns)
        ):
            return  # "is elected president"
        noun = next((n for n, t in enumerate(tokens) if is_role(t)), None)
        if tokens and tokens[0].low == "for":
            return  # "Sall, for the owner, said"
        if noun is not None and noun and tokens[noun - 1].low == "to":
            return  # "Contradicting Trump, Mexico Denies Deal To Host Asylum Seekers"
        if noun is None or any(not self._may_lead(t) for t in tokens[:noun]):
            return
        lead, noun = noun, head_noun(tokens, noun)
        if self._followed_by_name(tokens, _whole_role(tokens, noun) - 1):
            return  # "Sall, ministry spokesman Joren Tasch and others"
        yield from self._told(person, tokens, noun, beside=False, lead=lead)

    def _told(
        self, person: Person, tokens: Sequence[Token], noun: int, *, beside: bool, lead: int | None = None
    ) -> Iterator[Affiliation]:
        """The role at ``noun`` with what stands before and after it; ``beside``: directly before the name, as titles do.

        ``lead`` is where the role begins at the latest: *chief* of *chief security officer*.
        """
        titled = tokens[noun].capital
        first = noun if lead is None else lead
        while first > 0 and self._of_role(tokens[first - 1]):
            first -= 1
        if first > 1 and tokens[first - 1].low == "in" and is_role(tokens[first - 2]):  # "editor in chief"
            first -= 2
        if any(
            tokens[n].low == "for" and n and tokens[n - 1].low in _WANTED
            for n in range(max(0, first - 4), first)
        ):
            return
        if lead is not None and tokens[noun].low == "general" and self._titled_general(tokens, first):
            first -= 1  # "Vicar General"
        end = _whole_role(tokens, noun)
        while end < len(tokens) and tokens[end].low in _ENDINGS:
            end += 1
        if end + 1 < len(tokens) and tokens[end].low == "of" and self._owners.of(tokens[end + 1 :]) is None:
            end += 2  # "head of foreign relations", "chief of staff", "secretary of the economy"
            while end < len(tokens) and tokens[end].low not in LINKS:
                end += 1
            if tokens[end - 1].low in _UNSAID:
                end = _whole_role(tokens, noun)  # "leader of the so-called “River State”"
        owner = None
        if first and tokens[first - 1].owns and end < len(tokens) and tokens[end].low == "of":
            last = end + 1
            while last < len(tokens) and (tokens[last].capital or goes_on(tokens[last])):
                last += 1
            if last > end + 1 and (owner := self._owners.before(tokens, first)) is not None:
                end = last  # "the Guild’s head of IT"
        opposite = end < len(tokens) and tokens[end].low == "with" and tokens[noun].low in _DEALS_WITH
        if (
            owner is None
            and end < len(tokens)
            and tokens[end].low in OF
            and not (opposite or _is_verb(tokens, end))
        ):
            owner = self._owners.of(tokens[end + 1 :])
        if owner is None and (before := self._owners.before(tokens, first)) is not None:
            # "Miami lawyer": where a place stands before what is no office, it tells where, not with whom.
            owner = before if not before.place or tokens[noun].low in _FOR_ONE else None
        if owner is not None and owner.person and tokens[noun].low in LOCAL:
            owner = replace(owner, person=False, place=True)  # "the mayor of Lidva", taken for a person
        role = " ".join(t.word for t in tokens[first:end])
        if not owner and first + 1 == end and beside and titled and tokens[noun].low in TITLES_ALONE:
            return
        spans = [Span(tokens[first].start, tokens[end - 1].end), *([owner.at] if owner else [])]
        organisation = owner.name if owner and not owner.person else None
        head = tokens[first] if tokens[noun - 1].low == "in" and first < noun else tokens[noun]
        local = owner is not None and owner.place and head.low in LOCAL
        side = owner.name if owner and head.low in SPEAKING and not local else None
        words = f"beside the name{f'; {owner.why}' if owner and owner.why else ''}"
        yield Affiliation(
            person.name,
            role,
            organisation,
            side if side != person.name else None,
            min(s.start for s in spans),
            max(s.end for s in spans),
            words,
        )

    def _titled_general(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the word before *General* is part of a title: *Vicar General*."""
        if not first or not (tokens[first].capital and tokens[first - 1].capital) or tokens[first - 1].owns:
            return False
        at = Span(tokens[first - 1].start, tokens[first - 1].end)
        return not (self._owners.persons_over(at) or self._owners.bodies_over(at))

    def _of_role(self, token: Token) -> bool:
        """Whether a word before a role's noun belongs to the role: *deputy*, *Interior* of *Interior Minister*."""
        if token.owns or token.low in DETERMINERS or token.word == ",":
            return False
        at = Span(token.start, token.end)
        if self._owners.persons_over(at) or (token.capital and self._owners.bodies_over(at)):
            return False
        return token.low in MODIFIERS or is_role(token)

    def _done_to(self, tokens: Sequence[Token], noun: int, at: Span) -> bool:
        """Whether a bare name after a role is who did something to its holder: ``the court reporter | Sall murdered``."""
        if tokens[noun].capital or " " in self._text[at.start : at.end]:
            return False
        first = noun
        while (
            first > 0
            and tokens[first - 1].word[:1].islower()
            and not (tokens[first - 1].owns or tokens[first - 1].low in _BEFORE_ROLES)
        ):
            first -= 1
        owned = first > 0 and (tokens[first - 1].low in DETERMINERS or tokens[first - 1].owns)
        did = _DID.match(self._text, at.end) if owned else None
        return did is not None and did["verb"] not in _SAID

    def _may_lead(self, token: Token) -> bool:
        return (
            token.low in DETERMINERS
            or token.low in MODIFIERS
            or token.capital
            or token.owns
            or token.low in JOINS
        )

    def _name_ends(self, before: int, start: int) -> bool:
        """Whether a name stands right before the stretch that begins at ``start``, a comma between."""
        return any(s.end <= start and start - s.end <= 3 for s, _ in self._around(start - 60, before))

    def _followed_by_name(self, tokens: Sequence[Token], noun: int) -> bool:
        end = tokens[noun].end
        return any(0 < s.start - end <= 2 for s, _ in self._around(end, end + 4))

    def _around(self, low: int, high: int) -> Sequence[tuple[Span, str]]:
        first = bisect_left(self._named, low, key=lambda n: n[0].start)
        return self._named[first : bisect_left(self._named, high, key=lambda n: n[0].start)]
