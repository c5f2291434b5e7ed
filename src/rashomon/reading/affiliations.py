"""What a report tells beside a person's name: the role, with whom, and for whom they speak.

``Taliban spokesman Zabihullah Mujahid``, ``Ruvin Sall, deputy chair of the Delta Assembly``, ``the ministry’s spokesman, Joren
Tasch``: the words before and after each mention of a person are read as a role with its owner, and the owner is led to the
fullest name that the report gives it. What is not told beside a name is not known.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.bodies import ANY, GROUPS, LED, OWNED
from rashomon.reading.organisations import abbreviations, fullest, organisations
from rashomon.reading.people import Person, candidates, plain
from rashomon.reading.roles import LOCAL, MODIFIERS, NOUNS, SPEAKING, TITLES_ALONE
from rashomon.records import Affiliation, Mention, MentionKind, Span

_REACH = 160
"""Characters beside a name that are looked at, at most."""

_STOP = re.compile(r"(?<!\.[A-Z])[.!?;:—()“”\"«»\n]\s|[—()“”\"«»\n]|\s(?:[–-]|--)\s")
_TOKEN = re.compile(r"[\w.&]+(?:[-’'][\w.&]+)*[’']?|,")
_OWN = re.compile(r"[’']s?$")
_OPENING = re.compile(
    r"(?:\s*\([^)\n]{1,20}\))?(?:\s*,\s+(?:\d+,\s+)?(?:who\s+)?|\s+)(?:(?P<is>is|was|serves\s+as|served\s+as)\s+)?"
)
_DETERMINERS = frozenset("the a an its his her their our one".split())
_OF = frozenset("of for at with from in on to".split())
_JOINS = frozenset("of for and the de du la al &".split())


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return plain(_OWN.sub("", self.word))

    @property
    def owns(self) -> bool:
        return _OWN.search(self.word) is not None and len(self.word) > 2

    @property
    def capital(self) -> bool:
        # A word of points alone has lost them.
        return self.word[:1].isupper()


@dataclass(frozen=True, slots=True)
class _Owner:
    """With whom a role is: an organisation's fullest name, or a person's; and its words."""

    name: str | None
    person: bool
    at: Span
    why: str = ""
    place: bool = False


def affiliations(
    text: str, persons: Sequence[Person], mentions: Sequence[Mention]
) -> tuple[Affiliation, ...]:
    """What is told beside each mention of each person, in text order, each thing once."""
    beside = _Beside(text, persons, mentions)
    found = [t for p in persons for at in p.mentions for t in (*beside.before(p, at), *beside.after(p, at))]
    out: dict[tuple[str, str | None, str | None], Affiliation] = {}
    for t in sorted(found, key=lambda t: (t.start, t.end, t.name)):
        out.setdefault((t.name, plain(t.role or ""), t.organisation or t.side), t)
    whose = {(t.name, plain(t.role or "")) for t in out.values() if t.organisation or t.side}
    return tuple(
        t for t in out.values() if t.organisation or t.side or (t.name, plain(t.role or "")) not in whose
    )


class _Beside:
    """Reads what stands beside names in one report."""

    def __init__(self, text: str, persons: Sequence[Person], mentions: Sequence[Mention]) -> None:
        self._text, self._persons = text, persons
        self._things = organisations(text, mentions)
        self._short = abbreviations(text)
        self._named = sorted((s, p.name) for p in persons for s in p.mentions)
        self._org_ends = {m.end for m in mentions if m.kind is MentionKind.ORGANISATION}
        self._orgs = sorted(
            Span(m.start, m.end) for m in mentions if m.kind in (MentionKind.ORGANISATION, MentionKind.PLACE)
        )

    def before(self, person: Person, at: Span) -> Iterator[Affiliation]:
        """``NRF spokesman`` before a name; with a comma, ``the leader of the occupation,`` too."""
        start = max(0, at.start - _REACH)
        for m in _STOP.finditer(self._text, start, at.start):
            start = m.end()
        tokens = self._tokens(start, at.start)
        comma = bool(tokens) and tokens[-1].word == ","
        if comma:
            tokens.pop()
        last = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].word == ","), -1)
        tokens = tokens[last + 1 :]
        if not tokens:
            return
        if comma and last >= 0 and self._name_ends(at.start - 3, tokens[0].start):
            return  # "Sall, its deputy chair, Tomas Varesh": the role is that of the one before
        nouns = [n for n, t in enumerate(tokens) if _noun(t)]
        if not nouns or (not comma and self._done_to(tokens, nouns[-1], at)):
            return
        noun = nouns[-1]
        after = tokens[noun + 1 :]
        if len(after) == 1 and after[0].low in _OF:
            return  # "the bishop of Quellmar", where a place is taken for a person
        if after and comma and not (after[0].low in _OF and self._owner(after[1:])):
            return
        if (
            after
            and not comma
            and (after[0].low != "of" or any(t.capital or t.low in _OF for t in after[1:]))
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
        tokens = self._tokens(start, stop.start() if stop else start + _REACH)
        cut = next((n for n, t in enumerate(tokens) if t.word == "," or t.low in _ENDS), len(tokens))
        tokens = tokens[:cut]
        if opening.group("is") in ("is", "was") and not (
            tokens and (tokens[0].low in _DETERMINERS or tokens[0].owns)
        ):
            return  # "is elected president"
        noun = next((n for n, t in enumerate(tokens) if _noun(t)), None)
        if noun is None or any(not self._may_lead(t) for t in tokens[:noun]):
            return
        lead, noun = noun, _last_noun(tokens, noun)
        if self._followed_by_name(tokens, noun):
            return  # "Sall, ministry spokesman Joren Tasch and others"
        yield from self._told(person, tokens, noun, beside=False, lead=lead)

    def _told(
        self, person: Person, tokens: Sequence[_Token], noun: int, *, beside: bool, lead: int | None = None
    ) -> Iterator[Affiliation]:
        """The role at ``noun`` with what stands before and after it; ``beside``: directly before the name, as titles do.

        ``lead`` is where the role begins at the latest: *chief* of *chief security officer*.
        """
        titled = tokens[noun].capital
        first = noun if lead is None else lead
        while first > 0 and self._of_role(tokens[first - 1]):
            first -= 1
        if first > 1 and tokens[first - 1].low == "in" and _noun(tokens[first - 2]):  # "editor in chief"
            first -= 2
        end = noun + 1
        while end < len(tokens) and tokens[end].low in _ENDINGS:
            end += 1
        if end + 1 < len(tokens) and tokens[end].low == "of" and self._owner(tokens[end + 1 :]) is None:
            end += 2  # "head of foreign relations", "chief of staff", "secretary of the economy"
            while end < len(tokens) and tokens[end].low not in _OF | _JOINS:
                end += 1
        owner = None
        if end < len(tokens) and tokens[end].low in _OF:
            owner = self._owner(tokens[end + 1 :])
        if owner is None and (before := self._owner_before(tokens, first)) is not None:
            # "Miami lawyer": where a place stands before what is no office, it tells where, not with whom.
            owner = before if not before.place or tokens[noun].low in SPEAKING - _FOR_HIRE else None
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

    def _owner_before(self, tokens: Sequence[_Token], first: int) -> _Owner | None:
        """``Taliban`` before *spokesman*, ``the ministry’s``, ``its``."""
        if not first:
            return None
        last = tokens[first - 1]
        if last.low in ("its", "their"):
            return self._antecedent(last)
        if not last.capital and not last.owns:
            return None
        start = first - 1
        while start and last.capital:
            if tokens[start - 1].capital:
                start -= 1
            elif start > 1 and tokens[start - 1].low in _JOINS - {"the"} and tokens[start - 2].capital:
                start -= 2
            else:
                break
        return self._owner(tokens[start:first], before=True)

    def _owner(self, tokens: Sequence[_Token], before: bool = False) -> _Owner | None:
        """The organisation or person that the first words name, article and all."""
        tokens = list(tokens)
        article = None
        while tokens and tokens[0].low in _DETERMINERS:
            article = tokens.pop(0)
        if not tokens or (article is not None and article.low in ("his", "her", "their", "its", "our")):
            return None
        if article is not None and not before and _adjective(tokens):
            tokens.pop(0)  # "the centrist Tax Policy Center"
        if tokens[0].capital:
            n = _words_of_name(tokens)
            if tokens[n - 1].owns and (owned := self._body(tokens, n)) is not None:
                return owned
            body = n < len(tokens) and tokens[n].low in GROUPS | LED and not before
            if body and tokens[n].low in _ANY_FIRM and self._is_place(tokens[:n]):
                return None  # "the U.K. company"
            if body and not any(s.start == tokens[0].start for s, _ in self._named):
                n += 1  # "the Democratic caucus"; but the Clinton campaign is Clinton's
            return self._called(tokens[:n], before)
        if before and not tokens[0].owns:
            return None
        noun = next((n for n, t in enumerate(tokens[:3]) if t.low in GROUPS | LED), None)
        if noun is None or (not before and noun + 1 < len(tokens) and _goes_on(tokens[noun + 1])):
            return None  # "head of house production", "head of the company’s operations center"
        at = Span(tokens[0].start, _bare_end(tokens[noun]))
        thing = fullest(tokens[noun].low, self._things) if tokens[noun].low in GROUPS else None
        if thing is None and tokens[noun].low in GROUPS:
            holding = [o for o in self._things if tokens[noun].low in plain(o.name).split()]
            thing = holding[0] if len(holding) == 1 else None
        words = " ".join(self._text[at.start : at.end].split())
        return _Owner(
            thing.name if thing else words, False, at, f"“{words}” for {thing.name}" if thing else ""
        )

    def _body(self, tokens: Sequence[_Token], first: int) -> _Owner | None:
        """The body that a possessive leads to: ``Iran’s | Seismic Research Center``, ``Brennick’s | interior ministry``."""
        last = None
        for n, token in enumerate(tokens[first : first + _LONGEST_BODY], first):
            if token.word == "," or (not token.capital and token.low in _OF | _JOINS | _ENDS | _DETERMINERS):
                break
            if token.low in GROUPS | LED | OWNED or _bare_end(token) in self._org_ends:
                last = n
        if last is None or any(s.start == tokens[0].start for s, _ in self._named):
            return None  # "Clinton’s campaign" is Clinton’s
        at = Span(tokens[0].start, _bare_end(tokens[last]))
        own, whole = (" ".join(self._text[n : at.end].split()) for n in (tokens[first].start, at.start))
        thing = fullest(own, self._things) if tokens[first].capital else None
        return _Owner(thing.name if thing else whole, False, at)

    def _called(self, tokens: Sequence[_Token], before: bool) -> _Owner | None:
        """What a name in capitals is: a person, an organisation of the report, an abbreviation that it explains."""
        at = Span(tokens[0].start, _bare_end(tokens[-1]))
        known = [s for s in self._orgs if s.start < at.end and at.start < s.end]
        named = [name for s, name in self._named if at.start <= s.start and s.end <= at.end]
        name = " ".join(self._text[at.start : at.end].split())
        if named and not known:
            return _Owner(named[-1], True, at)
        if before and known and known[-1].start > at.start:
            at = Span(known[-1].start, at.end)  # "Meanwhile Taliban spokesman"
            name = " ".join(self._text[at.start : at.end].split())
        if name in self._short:
            long = self._short[name][0]
            return _Owner(long, False, at, f"{name} stands for it in the report")
        if set(plain(name).split()) <= NOUNS | TITLES_ALONE | MODIFIERS:
            return None  # "adviser to Vice President Joseph R. Biden"
        thing = fullest(name, self._things)
        person = candidates(name, self._persons)
        if thing is None and not known and len(person) == 1:
            return _Owner(person[0].name, True, at)
        if before and thing is None and not known and not (name.isupper() and len(name) > 1):
            group = plain(name).split()[-1]
            holding = [o for o in self._things if group in plain(o.name).split()] if group in GROUPS else []
            if len(holding) != 1:
                return None  # "French philosopher"
            return _Owner(holding[0].name, False, at, f"“{name}” for {holding[0].name}")
        if thing is not None and len(thing.name) > len(name):
            return _Owner(thing.name, False, at, f"the one {name} of the report")
        return _Owner(name, False, at, place=thing is not None and thing.kind is MentionKind.PLACE)

    def _antecedent(self, word: _Token) -> _Owner | None:
        """``its`` for the one organisation named before it in the sentence or at the end of the one before."""
        line = self._text.rfind("\n", 0, word.start) + 1
        near = [s for s in self._orgs if max(line, word.start - 200) <= s.start < word.start]
        names = {plain(self._text[s.start : s.end]): s for s in near}
        if len(names) != 1:
            return None
        (span,) = names.values()
        name = " ".join(self._text[span.start : span.end].split())
        thing = fullest(name, self._things)
        name = thing.name if thing else name
        return _Owner(name, False, Span(word.start, word.end), f"“{word.word}” for {name}")

    def _tokens(self, start: int, end: int) -> list[_Token]:
        out = []
        for m in _TOKEN.finditer(self._text, start, min(end, len(self._text))):
            word = m.group()
            stop = len(word.rstrip(".")) if not re.fullmatch(r"(?:\w\.)+|Jr\.|St\.", word) else len(word)
            out.append(_Token(word[:stop], m.start(), m.start() + stop))
        return out

    def _of_role(self, token: _Token) -> bool:
        """Whether a word before a role's noun belongs to the role: *deputy*, *Interior* of *Interior Minister*."""
        if token.owns or token.low in _DETERMINERS or token.word == ",":
            return False
        if any(s.start < token.end and token.start < s.end for s, _ in self._named):
            return False
        if token.capital and any(s.start < token.end and token.start < s.end for s in self._orgs):
            return False
        return token.low in MODIFIERS or _noun(token)

    def _is_place(self, tokens: Sequence[_Token]) -> bool:
        """Whether a name in capitals is that of a place."""
        thing = fullest(" ".join(t.word for t in tokens), self._things) or fullest(
            self._text[tokens[0].start : _bare_end(tokens[-1]) + 1], self._things
        )
        return (thing is not None and thing.kind is MentionKind.PLACE) or (
            len(tokens) == 1 and re.fullmatch(r"(?:[A-Z]\.){2,}", tokens[0].word) is not None
        )

    def _done_to(self, tokens: Sequence[_Token], noun: int, at: Span) -> bool:
        """Whether a bare name after a role is who did something to its holder: ``the court reporter | Sall murdered``."""
        if tokens[noun].capital or " " in self._text[at.start : at.end]:
            return False
        first = noun
        while (
            first > 0
            and tokens[first - 1].word[:1].islower()
            and not (tokens[first - 1].owns or tokens[first - 1].low in _DETERMINERS | _OF | _JOINS)
        ):
            first -= 1
        owned = first > 0 and (tokens[first - 1].low in _DETERMINERS or tokens[first - 1].owns)
        did = _DID.match(self._text, at.end) if owned else None
        return did is not None and did["verb"] not in _SAID

    def _may_lead(self, token: _Token) -> bool:
        return (
            token.low in _DETERMINERS
            or token.low in MODIFIERS
            or token.capital
            or token.owns
            or token.low in _JOINS
        )

    def _name_ends(self, before: int, start: int) -> bool:
        """Whether a name stands right before the stretch that begins at ``start``, a comma between."""
        return any(s.end <= start and start - s.end <= 3 for s, _ in self._around(start - 60, before))

    def _followed_by_name(self, tokens: Sequence[_Token], noun: int) -> bool:
        end = tokens[noun].end
        return any(0 < s.start - end <= 2 for s, _ in self._around(end, end + 4))

    def _around(self, low: int, high: int) -> Sequence[tuple[Span, str]]:
        first = bisect_left(self._named, low, key=lambda n: n[0].start)
        return self._named[first : bisect_left(self._named, high, key=lambda n: n[0].start)]


_FOR_HIRE = frozenset("lawyer attorney solicitor counsel strategist adviser advisor executive".split())
_LONGEST_BODY = 7
"""Words of a body's name after a possessive, at most. By hand."""

_ANY_FIRM = ANY | {"corporation", "agency", "bank", "newspaper", "paper", "channel", "network", "university"}
"""Nouns that a place before them makes no name: *the U.K. company*."""

_DID = re.compile(
    r"\s+(?:(?:had|has|allegedly|later|then|also|first)\s+)*(?P<verb>[a-z]+ed|shot|killed|met|hit|beat|knew|saw|held|took|hired|hurt)\b"
    r"(?=\s*(?:[.,;:!?)”\"]|$)|\s+(?:in|on|at|before|after|during|and|as|when|while|with|from)\b)"
)
_SAID = frozenset(
    "added noted explained insisted replied warned declared claimed asked agreed answered recalled".split()
)
_ALSO_ADJECTIVES = frozenset("chief head executive deputy general".split())
"""Roles that also stand before a role's noun: *chief security officer*, *executive assistant*."""

_NO_MORE = frozenset(
    """
    later earlier yesterday today now here there then also since until during under into over near about against without by via
    will would can could may might must shall should did does do has have be been not never like than so if because where
    """.split()
)
_ENDINGS = frozenset("general minister secretary executive officer".split())
_ENDS = frozenset(
    "and who which that said says told but as is was were has had while when after before".split()
)


def _words_of_name(tokens: Sequence[_Token]) -> int:
    """How many words, of which the first has a capital, are one name: up to a possessive, or what no *of the* joins to it."""
    n = 1
    while n < len(tokens) and not tokens[n - 1].owns:
        if tokens[n].capital:
            n += 1
        elif tokens[n].low in _JOINS - {"and"} and n + 1 < len(tokens) and tokens[n + 1].capital:
            n += 2
        elif (
            tokens[n].low in _JOINS
            and n + 2 < len(tokens)
            and tokens[n + 1].low == "the"
            and tokens[n + 2].capital
        ):
            n += 3
        else:
            break
    return n


def _adjective(tokens: Sequence[_Token]) -> bool:
    """Whether one word in small letters stands before a name."""
    if len(tokens) < 2 or tokens[0].capital or not tokens[1].capital:
        return False
    return tokens[0].low not in _OF | _JOINS | _ENDS and not tokens[0].owns


def _goes_on(token: _Token) -> bool:
    """Whether a word in small letters after a noun may be of one compound with it: *house production*."""
    return (
        token.word[:1].islower()
        and token.low not in _OF | _JOINS | _ENDS | _DETERMINERS | _NO_MORE
        and not token.low.endswith(("ly", "ing", "ed"))
    )


def _last_noun(tokens: Sequence[_Token], noun: int) -> int:
    """The head noun of a role that begins with a noun: ``deputy chair``, ``chief security officer``, ``executive assistant``."""
    while noun + 1 < len(tokens) and _noun(tokens[noun + 1]):
        noun += 1
    if tokens[noun].low not in _ALSO_ADJECTIVES:
        return noun
    end = noun + 1
    while (
        end < len(tokens)
        and end - noun <= _LONGEST_ROLE
        and (_goes_on(tokens[end]) or tokens[end].low in MODIFIERS | NOUNS)
        and not tokens[end].owns
    ):
        end += 1
    known = [n for n in range(noun + 1, end) if _noun(tokens[n])]
    return known[-1] if known else end - 1


_LONGEST_ROLE = 3
"""Words of a role after the one that it begins with, at most. By hand."""


def _noun(token: _Token) -> bool:
    return token.low in NOUNS and not token.owns


def _bare_end(token: _Token) -> int:
    return token.end - len(token.word) + len(_OWN.sub("", token.word))
