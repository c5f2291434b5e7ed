"""With whom a role is: the organisation or the person that the words beside it name, by the fullest name a report gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.names.affiliated.role_words import (
    DETERMINERS,
    JOINS,
    NO_PART,
    Token,
    bare_end,
    begins_with_adjective,
    goes_on,
    words_of_name,
)
from rashomon.reading.names.organisations.organisations import (
    OrganisationsByName,
    abbreviations,
    organisations,
)
from rashomon.reading.names.persons.by_name import PersonsByName
from rashomon.reading.names.persons.people import Person, plain
from rashomon.reading.names.words.bodies import ANY, GROUPS, LED, OWNED
from rashomon.reading.names.words.roles import MODIFIERS, NOUNS, TITLES_ALONE
from rashomon.reading.text.edges import Holders
from rashomon.records import Mention, MentionKind, Span, line_of

_LONGEST_BODY = 7
"""Words of a body's name after a possessive, at most. By hand."""

_WORDS_OF_A_BODY = 3
"""Words in small letters that a body is called by, at most: *the public health ministry*. By hand."""

_BEFORE_ITS = 200
"""Characters before *its* in which the organisation that it stands for begins, at most."""

_ANY_FIRM = ANY | {"corporation", "agency", "bank", "newspaper", "paper", "channel", "network", "university"}
"""Nouns that a place before them makes no name: *the U.K. company*."""

_NOBODY = re.compile(
    r"AM|PM|A\.M|P\.M|[ECMP][SD]?T|GMT|UTC|BST|CEST|(?:the )?(?:\w+ )?Hall of Fame"
    r"|Nobel(?: \w+)?|Pulitzer|Oscar|Grammy|Emmy|Olympics?|Super Bowl"
)
"""Capitals that nobody is with: hours, and what is won (*12:16 PM President Sall*, *Hall of Fame coach Kerr*)."""

_NO_NAME = re.compile(
    r"(?:Meanwhile|Meantime|Yesterday|Today|Tonight|Now|Later|Earlier|Separately|Local|Senior|Former|Top|Chief|Deputy|Several|Other"
    r"|Another|One|Two|Some|Many)\b"
)
"""Capitals before a noun for a body that only open a sentence or a headline: *Local police chief*."""

_OF_PARTY = frozenset(("republican", "democratic", "democrat"))
_BODIES = GROUPS | LED
_OWNED_BODIES = _BODIES | OWNED
_ROLE_WORDS = NOUNS | TITLES_ALONE | MODIFIERS
_WITHIN_OWNERS = JOINS - {"the"}


@dataclass(frozen=True, slots=True)
class Owner:
    """With whom a role is: an organisation's fullest name, or a person's; and its words."""

    name: str | None
    person: bool
    at: Span
    why: str = ""
    place: bool = False


class Owners:
    """Reads with whom roles are in one report."""

    def __init__(self, text: str, persons: Sequence[Person], mentions: Sequence[Mention]) -> None:
        self._text, self._persons = text, PersonsByName(persons)
        self._things = OrganisationsByName(organisations(text, mentions))
        self._short = abbreviations(text)
        self.named_persons = sorted((s, p.name) for p in persons for s in p.mentions)
        """Where persons are named, in text order, each with the fullest name."""
        self._org_ends = {m.end for m in mentions if m.kind is MentionKind.ORGANISATION}
        self._begins_person = {s.start for s, _ in self.named_persons}
        self._person_over = Holders((s, n) for n, (s, _) in enumerate(self.named_persons))
        self._bodies = sorted(
            Span(m.start, m.end) for m in mentions if m.kind in (MentionKind.ORGANISATION, MentionKind.PLACE)
        )
        self._body_over = Holders((s, n) for n, s in enumerate(self._bodies))

    def persons_over(self, at: Span) -> list[tuple[Span, str]]:
        """Where persons are named that share a character with a span, in text order, each with the fullest name."""
        return [self.named_persons[n] for n in self._person_over.meeting(at)]

    def bodies_over(self, at: Span) -> list[Span]:
        """Where organisations and places are named that share a character with a span, in text order."""
        return [self._bodies[n] for n in self._body_over.meeting(at)]

    def before(self, tokens: Sequence[Token], first: int) -> Owner | None:
        """``Taliban`` before *spokesman*, ``the ministry’s``, ``its``."""
        if not first:
            return None
        last = tokens[first - 1]
        if last.low in ("its", "their"):
            return self._antecedent(last)
        if not last.capital and not last.owns:
            return None
        start = first - 1
        while not last.capital and start and first - start < _WORDS_OF_A_BODY and goes_on(tokens[start - 1]):
            start -= 1  # "the foreign ministry’s"
        while start and last.capital:
            if tokens[start - 1].capital:
                start -= 1
            elif start > 1 and tokens[start - 1].low in _WITHIN_OWNERS and tokens[start - 2].capital:
                one = Span(tokens[start - 2].start, tokens[start - 2].end)
                if tokens[start - 1].low == "and" and self.persons_over(one):
                    break  # "Mayor Sall and harbour officer Kerr": the officer is not Sall's
                start -= 2
            else:
                break
        return self.of(tokens[start:first], before=True)

    def of(self, tokens: Sequence[Token], before: bool = False) -> Owner | None:
        """The organisation or person that the first words name, article and all."""
        tokens = list(tokens)
        article = None
        while tokens and tokens[0].low in DETERMINERS:
            article = tokens.pop(0)
        if not tokens or (article is not None and article.low in ("his", "her", "their", "its", "our")):
            return None
        if article is not None and not before and begins_with_adjective(tokens):
            tokens.pop(0)  # "the centrist Tax Policy Center"
        if tokens[0].capital:
            n = words_of_name(tokens)
            if tokens[n - 1].owns and (owned := self._body(tokens, n)) is not None:
                return owned
            one_of_many = article is not None and article.low in ("a", "an") and not before
            if one_of_many and n < len(tokens) and goes_on(tokens[n]) and self._is_place(tokens[:n]):
                return None  # "manager of a Harn phone store"
            body = n < len(tokens) and tokens[n].low in _BODIES and not before
            if body and tokens[n].low in _ANY_FIRM and self._is_place(tokens[:n]):
                return None  # "the U.K. company"
            if body and tokens[0].start not in self._begins_person:
                n += 1  # "the Democratic caucus"; but the Clinton campaign is Clinton's
            return self._called(tokens[:n], before)
        if before and not tokens[-1].owns:
            return None
        noun = next((n for n, t in enumerate(tokens[:3]) if t.low in _BODIES), None)
        if noun is None or (not before and noun + 1 < len(tokens) and goes_on(tokens[noun + 1])):
            return None  # "head of house production", "head of the company’s operations center"
        named = tokens[noun + 1 :]
        if not before and article is None and named and named[0].capital:
            return self._called(named[: words_of_name(named)], before)  # "director at telecoms company Orren"
        at = Span(tokens[0].start, bare_end(tokens[noun]))
        thing = self._things.fullest(tokens[noun].low) if tokens[noun].low in GROUPS else None
        if thing is None and tokens[noun].low in GROUPS:
            holding = self._things.with_word(tokens[noun].low)
            thing = holding[0] if len(holding) == 1 else None
        words = line_of(self._text, at)
        if thing is not None and not set(plain(words).split()) <= set(plain(thing.name).split()):
            thing = None  # "the foreign ministry" is no Interior Ministry
        return Owner(
            thing.name if thing else words, False, at, f"“{words}” for {thing.name}" if thing else ""
        )

    def _body(self, tokens: Sequence[Token], first: int) -> Owner | None:
        """The body that a possessive leads to: ``Iran’s | Seismic Research Center``, ``Brennick’s | interior ministry``."""
        last = None
        for n, token in enumerate(tokens[first : first + _LONGEST_BODY], first):
            if token.word == "," or (not token.capital and token.low in NO_PART):
                break
            if token.low in _OWNED_BODIES or bare_end(token) in self._org_ends:
                last = n
        if last is None or tokens[0].start in self._begins_person:
            return None  # "Clinton’s campaign" is Clinton’s
        at = Span(tokens[0].start, bare_end(tokens[last]))
        possessor = Span(tokens[0].start, tokens[first - 1].end)
        if tokens[first].capital and tokens[last].capital and self.persons_over(possessor):
            at = Span(tokens[first].start, at.end)  # "President Ivo Kerr’s Conservative Party"
        own, whole = (" ".join(self._text[n : at.end].split()) for n in (tokens[first].start, at.start))
        thing = self._things.fullest(own) if tokens[first].capital else None
        return Owner(thing.name if thing else whole, False, at)

    def _called(self, tokens: Sequence[Token], before: bool) -> Owner | None:
        """What a name in capitals is: a person, an organisation of the report, an abbreviation that it explains."""
        while before and len(tokens) > 1 and tokens[-1].low in _OF_PARTY:
            tokens = tokens[:-1]  # "Senate Republican leader"
        at = Span(tokens[0].start, bare_end(tokens[-1]))
        if _NOBODY.fullmatch(self._text, at.start, at.end):
            return None
        known = self.bodies_over(at)
        named = [name for s, name in self.persons_over(at) if at.start <= s.start and s.end <= at.end]
        name = line_of(self._text, at)
        if named and not known:
            return Owner(named[-1], True, at)
        if before and known and known[-1].start > at.start:
            at = Span(known[-1].start, at.end)  # "Meanwhile Taliban spokesman"
            name = line_of(self._text, at)
        if name in self._short:
            long = self._short[name][0]
            return Owner(long, False, at, f"{name} stands for it in the report")
        if set(plain(name).split()) <= _ROLE_WORDS:
            return None  # "adviser to Vice President Joseph R. Biden"
        thing = self._things.fullest(name)
        person = self._persons.candidates(name)
        if thing is None and not known and len(person) == 1:
            return Owner(person[0].name, True, at)
        if before and thing is None and not known and not (name.isupper() and len(name) > 1):
            group = plain(name).split()[-1]
            holding = self._things.with_word(group) if group in GROUPS else ()
            if len(holding) != 1:
                return None  # "French philosopher"
            if not set(plain(name).split()) <= set(plain(holding[0].name).split()):
                # "Foreign Ministry spokesman" is of no Defence Ministry
                return None if _NO_NAME.match(name) else Owner(name, False, at)
            return Owner(holding[0].name, False, at, f"“{name}” for {holding[0].name}")
        if thing is not None and len(thing.name) > len(name):
            return Owner(thing.name, False, at, f"the one {name} of the report")
        return Owner(name, False, at, place=thing is not None and thing.kind is MentionKind.PLACE)

    def _antecedent(self, word: Token) -> Owner | None:
        """``its`` for the one organisation named before it in the sentence or at the end of the one before."""
        low = max(0, word.start - _BEFORE_ITS)
        low = max(low, self._text.rfind("\n", low, word.start) + 1)
        first, last = (bisect_left(self._bodies, at, key=lambda s: s.start) for at in (low, word.start))
        near = self._bodies[first:last]
        names = {plain(self._text[s.start : s.end]): s for s in near}
        if len(names) != 1:
            return None
        (span,) = names.values()
        name = line_of(self._text, span)
        thing = self._things.fullest(name)
        name = thing.name if thing else name
        return Owner(name, False, Span(word.start, word.end), f"“{word.word}” for {name}")

    def _is_place(self, tokens: Sequence[Token]) -> bool:
        """Whether a name in capitals is that of a place."""
        thing = self._things.fullest(" ".join(t.word for t in tokens)) or self._things.fullest(
            self._text[tokens[0].start : bare_end(tokens[-1]) + 1]
        )
        return (thing is not None and thing.kind is MentionKind.PLACE) or (
            len(tokens) == 1 and re.fullmatch(r"(?:[A-Z]\.){2,}", tokens[0].word) is not None
        )
