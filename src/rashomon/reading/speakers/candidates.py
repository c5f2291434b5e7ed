"""The persons and organisations of a report, where each is named, and what the text around their names tells."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.names.organisations.organisations import Organisation
from rashomon.reading.names.persons.people import GENDER, Person, plain
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.names.words.titles import TITLES_IN_FULL
from rashomon.reading.speakers.offices_held import Standing, held
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.sentences import sentences
from rashomon.records import MentionKind, Span, overlap

_APPOSITION = re.compile(r",\s+[^,.;\n]{3,60}|\s+(?:is|was)\s+(?:the|an?)\s+[^,.;\n]{3,40}")
_OFFICE = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[\w-]+)\s+(?:of|for|at|in)\s+[^,.;:\n“”\"]{2,40},\s+\Z"
)
"""An office and of what, before the comma that a name stands behind: *the President of Velda,* Anton Rusak."""

_NAMED = re.compile(r"\b(?:named|called)\s+\Z")
_PLACED = re.compile(
    r"\b(?:in|at|near|from|(?:city|council|governor|island|mayor|people|port|residents|streets|town|university|village)\s+of)\s+(?:the\s+)?\Z",
    re.I,
)

_CALLED = re.compile(r"[^.!?;\n“”\"]{0,80}?\b(he|him|his|himself|she|her|hers|herself)\b")
_FEW_CALLS = 2
"""So many times a report calls somebody *he*, and never *she*, before *she* is somebody else."""

_AFTER_HEADS = frozenset("of for from in at on to with by who whose which that said says".split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person or organisation of the report, and every place where it is named, in text order."""

    name: str
    kind: MentionKind
    at: Span
    mentions: tuple[Span, ...]
    gender: str | None = None
    titles: frozenset[str] = frozenset()
    dead: bool = False

    @property
    def all_titles(self) -> frozenset[str]:
        """Its titles, short ones in full as well."""
        return self.titles | {TITLES_IN_FULL.get(title, title) for title in self.titles}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words right beside a name: those that may be its noun (``heads``), and all; ``at`` is where they stand behind it."""

    heads: frozenset[str]
    words: frozenset[str]
    at: Span | None = None


_A_SHIP = re.compile(
    r"\b(?:(?:barge|boat|bulker|cruiser|destroyer|ferry|freighter|frigate|liner|ship|steamer|submarine|tanker|trawler|tug|vessel|yacht)"
    r"|[Hh]urricane|[Tt]yphoon|[Cc]yclone|[Ss]torm)\s+"
    r"(?:(?!(?:Capt|Command|Admiral|First|Chief|Officer|Pilot|Master|Mate|Owner|Mr|Ms|Dr|Engineer)\w*\b)[A-Z][\w’'-]*\s+){0,2}\Z"
)
"""Before the name of a ship or a storm, which is nobody: *the ferry Queen* Adela."""

_THE = re.compile(r"\bthe\s+\Z", re.I)
_NUMBERED = re.compile(r"-\d")
_A_TIME = re.compile(r"(?:\w+\s+)*(?:Universal|Standard|Daylight|Summer|Mean)\s+Time")


def _is_ship(text: str, mentions: Sequence[Span]) -> bool:
    """Whether a name stands behind *ferry* or *hurricane*, and elsewhere too, if it does, behind *the*, as no person's does."""
    ships = [_A_SHIP.search(text, max(0, m.start - 40), m.start) is not None for m in mentions]
    return any(ships) and all(
        ship or _THE.search(text, max(0, m.start - 5), m.start)
        for ship, m in zip(ships, mentions, strict=True)
    )


def _is_nobody(text: str, o: Organisation) -> bool:
    """Whether a name taken for an organisation's is one of an illness, an aircraft (*COVID-19*) or a zone of time."""
    return _A_TIME.fullmatch(o.name) is not None or all(_NUMBERED.match(text, m.end) for m in o.at)


class Stage:
    """A report as the scorer sees it: candidates, sentences, and which mentions stand in somebody's words."""

    def __init__(
        self, text: str, persons: Sequence[Person], things: Sequence[Organisation], found: Sequence[Found]
    ) -> None:
        self.text = text
        self.candidates = [
            Candidate(p.name, MentionKind.PERSON, p.at, p.mentions, p.gender, p.titles, p.dead)
            for p in persons
            if not _is_ship(text, p.mentions)
        ] + [
            Candidate(o.name, o.kind, o.at[0], tuple(sorted(o.at)))
            for o in things
            if o.kind is MentionKind.ORGANISATION and not _is_nobody(text, o)
        ]
        self._sentences = [s.start for s in sentences(text, 0, len(text))] or [0]
        self._paragraphs = [0] + [m.end() for m in re.finditer(r"\n+", text)]
        self.contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
        self.pronouns: dict[str, list[int]] = {"f": [], "m": []}
        """By gender the attributions whose source is a pronoun that tells it."""
        for i, f in enumerate(found):
            if f.source and (gender := GENDER.get(text[f.source[0].start : f.source[0].end].lower())):
                self.pronouns[gender].append(i)
        self._quoted = {m: bool(self.around(m)) for c in self.candidates for m in c.mentions}
        self._named = sorted((m.start, m.end, n) for n, c in enumerate(self.candidates) for m in c.mentions)
        self._beside: dict[int, tuple[Phrase, ...]] = {}
        self._called: dict[int, str | None] = {}
        self._held: dict[tuple[int, str], frozenset[Standing]] = {}
        self._persons = sorted(m.start for p in persons for m in p.mentions)
        self._starts = {id(c): [m.start for m in c.mentions] for c in self.candidates}
        self._places = {
            id(c)
            for c in self.candidates
            if " " not in c.name
            and all(_PLACED.search(text, max(0, m.start - 24), m.start) for m in c.mentions)
        }

    def sentence(self, at: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._sentences, at) - 1)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at an offset."""
        return bisect_right(self._paragraphs, at)

    def around(self, span: Span) -> frozenset[int]:
        """The attributions in whose content a span stands."""
        return frozenset(self.contents.of(span))

    def named_between(self, start: int, end: int) -> Iterator[tuple[Candidate, Span]]:
        """The candidates with their mentions that begin in ``text[start:end]``, in text order."""
        for n in range(bisect_left(self._named, (start,)), bisect_left(self._named, (end,))):
            first, last, candidate = self._named[n]
            yield self.candidates[candidate], Span(first, last)

    def last_mention(self, c: Candidate, before: int) -> Span | None:
        """Where it was named last before an offset."""
        n = bisect_right(self._starts[id(c)], before - 1)
        return c.mentions[n - 1] if n else None

    def times_named(self, c: Candidate, before: int) -> int:
        """How often it was named before an offset."""
        return bisect_right(self._starts[id(c)], before - 1)

    def begins(self, mention: Span) -> bool:
        """Whether a name stands first in its sentence, a title and a word or two before it let through."""
        start = self._sentences[self.sentence(mention.start)]
        return len(self.text[start : mention.start].split()) <= 3

    def beside(self, c: Candidate) -> Sequence[Phrase]:
        """The phrases right before its mentions, and what may be appositions after them."""
        if id(c) not in self._beside:
            phrases: set[Phrase] = set()
            for m in c.mentions:
                clause = re.split(r"[.!?\n,]", self.text[max(0, m.start - 50) : m.start])[-1]
                before = plain(clause).split()[-4:]
                phrases.add(Phrase(frozenset(before[-1:]), frozenset(before)))
                if (office := _OFFICE.search(self.text, max(0, m.start - 80), m.start)) is not None:
                    noun = plain(office["noun"])
                    phrases.add(Phrase(frozenset({noun}), frozenset(plain(office.group()).split())))
                if (after := _APPOSITION.match(self.text[m.end : m.end + 80])) is not None:
                    words = plain(after.group()).split()
                    heads = words[: next((n for n, w in enumerate(words) if w in _AFTER_HEADS), None)]
                    at = Span(m.end + after.start(), m.end + after.end())
                    phrases.add(Phrase(frozenset(heads), frozenset(words), at))
            self._beside[id(c)] = tuple(p for p in phrases if p.heads)
        return self._beside[id(c)]

    def told_beside(self, c: Candidate, asked: Span) -> Iterator[Phrase]:
        """The same less a phrase in which a word stands that is asked about: *According to Kerr, the mayor said* calls nobody
        mayor.
        """
        return (p for p in self.beside(c) if p.at is None or not overlap(p.at, asked))

    def held(self, c: Candidate, office: str) -> frozenset[Standing]:
        """As what it is told to be in an office, a noun in lower case (:mod:`.offices_held`)."""
        if (id(c), office) not in self._held:
            self._held[id(c), office] = held(self.text, c.mentions, office)
        return self._held[id(c), office]

    def called(self, c: Candidate) -> str | None:
        """``m`` or ``f``, where the clauses that begin with its name go on with *he* or *she* alone; else ``None``."""
        if id(c) not in self._called:
            votes = {told for m in c.mentions if (told := self._called_after(m)) is not None}
            often = sum(self._called_after(m) is not None for m in c.mentions) >= _FEW_CALLS
            self._called[id(c)] = votes.pop() if len(votes) == 1 and often else None
        return self._called[id(c)]

    def _called_after(self, mention: Span) -> str | None:
        """The gender of the first pronoun of a clause behind a name, before anybody else is named."""
        if self.text[mention.end : mention.end + 1] in ("'", "’"):
            return None
        found = _CALLED.match(self.text, mention.end, mention.end + 100)
        if found is None:
            return None
        other = bisect_right(self._persons, mention.start)
        if other < len(self._persons) and self._persons[other] < found.start(1):
            return None
        return "m" if found.group(1).startswith("h") and not found.group(1).startswith("her") else "f"

    def given_alone(self, c: Candidate) -> float:
        """-1 or 1 of somebody known by a given name alone that goes with one gender, where the report says so: *a cook named
        Carla*; 0 else.
        """
        name = plain(c.name)
        if " " in name or not any(
            _NAMED.search(self.text, max(0, m.start - 12), m.start) for m in c.mentions
        ):
            return 0.0
        return float((name in MALE_NAMES) - (name in FEMALE_NAMES))

    def is_a_place(self, c: Candidate) -> bool:
        """Whether the name, one word, stands only after *in*, *at*, *near* or *from*, though the model calls it a person."""
        return id(c) in self._places

    def quoted(self, mention: Span) -> bool:
        """Whether it stands in somebody's words."""
        return self._quoted.get(mention, False)
