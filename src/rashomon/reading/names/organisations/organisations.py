"""The organisations and places a report names, and which a short form of a name leads to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.capitals import FIRM
from rashomon.reading.names.organisations.of_places import body_named, names_of_places
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.bodies import GROUPS, PAPERS
from rashomon.records import Mention, MentionKind, Span, line_of, overlap

_SHORT_FORM = re.compile(r"\((?:the )?[“\"]?([A-Z]{2,8})[”\"]?\)")
_LONG_FORM = re.compile(r"(?:[A-ZÀ-Þ][\w’'.-]+\s+(?:(?:of|for|the|and|&)\s+)*)+\Z")

_NOUN = "|".join(noun.title() for noun in sorted(GROUPS))
_NAMED_GROUP = re.compile(rf"(?:[Tt]he\s+)?(?P<name>(?:{FIRM}\s+){{1,5}}(?:{_NOUN}))")

_ENDS = GROUPS | PAPERS
"""Last words of organisations that are called by their ends alone."""
_MOST_WORDS = 10
"""Words of a name for which a longer one is looked up, at most. Set by hand."""

LONGEST = 200
"""Characters before a short form in which its long form is looked for, so that a report of any kind costs what it is long.
Set by hand: eight long words with what stands between them."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name as it stands in the report, without an article, and every place where it stands."""

    name: str
    kind: MentionKind
    at: tuple[Span, ...]


def with_speaking(
    text: str, mentions: Sequence[Mention], sources: Iterable[tuple[Span, float]]
) -> tuple[Mention, ...]:
    """The mentions, in text order, and the sources that name an organisation by their last word though none of the mentions
    says so: ``Interior Ministry``. A place inside such a name is a part of it. ``sources`` go with their scores.
    """
    spoken: dict[Span, float] = {}
    for source, score in sources:
        if (name := _NAMED_GROUP.fullmatch(text, source.start, source.end)) is not None:
            span = Span(*name.span("name"))
            spoken[span] = max(score, spoken.get(span, 0.0))
    if not spoken:
        return tuple(mentions)
    kept = list(mentions)
    for span, score in spoken.items():
        over = [m for m in kept if overlap(m, span)]
        if all(m.kind is MentionKind.PLACE and span.start <= m.start and m.end < span.end for m in over):
            kept = [m for m in kept if m not in over]
            kept.append(Mention(MentionKind.ORGANISATION, span.start, span.end, score))
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def organisations(text: str, mentions: Iterable[Mention]) -> tuple[Organisation, ...]:
    """The organisations and places among the mentions, by first mention."""
    found: dict[str, tuple[str, MentionKind, list[Span]]] = {}
    mentions = list(mentions)
    places = names_of_places(text, mentions)
    for m in mentions:
        if m.kind in (MentionKind.ORGANISATION, MentionKind.PLACE):
            span = without_article(text, m.start, m.end)
            name = line_of(text, span)
            body = body_named(name, places)
            if body is not None or (len(name) > 1 and name[0].isupper()):
                name = body or name
                found.setdefault(plain(name), (name, m.kind, []))[2].append(span)
    return tuple(Organisation(name, kind, tuple(at)) for name, kind, at in found.values())


LEAST_BEGUN = 4
"""Letters of a short form that may hold more of a word than its first letter: *BRADA*. Set by hand."""


def abbreviations(text: str) -> dict[str, tuple[str, Span]]:
    """Short forms that the report explains, with the long form and its place: ``National Resistance Front (NRF)``.

    >>> found = abbreviations("So says the U.S. Water Survey (USWS), not the Lisse Broadcasting Corp. (“LBC”).")
    >>> {short: full for short, (full, _) in found.items()}
    {'USWS': 'U.S. Water Survey', 'LBC': 'Lisse Broadcasting Corp.'}
    """
    out: dict[str, tuple[str, Span]] = {}
    for m in _SHORT_FORM.finditer(text):
        first = max(0, m.start() - LONGEST)
        before = _LONG_FORM.search(text[first : m.start()])
        if before is None:
            continue
        words, at = list(re.finditer(r"\S+", before.group())), first + before.start()
        for k in range(len(words)):
            names = [w.group() for w in words[k:] if w.group()[0].isupper()]
            dotted = "".join(
                w.replace(".", "") if w.endswith(".") and w.count(".") > 1 else w[0] for w in names
            )
            if m.group(1) in ("".join(w[0] for w in names), dotted) or _begins_with(names, m.group(1)):
                start, end = at + words[k].start(), at + words[-1].end()
                out[m.group(1)] = (" ".join(w.group() for w in words[k:]), Span(start, end))
                break
    return out


def _begins_with(names: Sequence[str], short: str) -> bool:
    """Whether letters are of the beginnings of all words in order, parts with a hyphen as words: *Osmeria Anti-Fraud Agency*
    (OSAFA). Of three letters or fewer any words have such beginnings.
    """
    parts = [part for w in names for part in w.split("-") if part]
    if len(short) < LEAST_BEGUN or not 2 <= len(parts) <= len(short):
        return False
    return re.fullmatch("".join(_beginning(part) for part in parts), short, re.I) is not None


def _beginning(part: str) -> str:
    """A pattern for the first letter of a word, or its first two or three."""
    first, second, third = (re.escape(part[i : i + 1]) for i in range(3))
    return f"{first}(?:{second}(?:{third})?)?"


class OrganisationsByName:
    """Organisations and places, looked up by the words of a name that they bear in full."""

    def __init__(self, among: Iterable[Organisation]) -> None:
        self._bears: dict[tuple[str, ...], Organisation] = {}
        self._longer: defaultdict[tuple[str, ...], list[Organisation]] = defaultdict(list)
        self._of: defaultdict[tuple[str, ...], list[Organisation]] = defaultdict(list)
        self._with_word: defaultdict[str, list[Organisation]] = defaultdict(list)
        for o in among:
            own = tuple(plain(o.name).split())
            self._bears.setdefault(own, o)
            if own and own[-1] in _ENDS:
                for n in range(max(1, len(own) - _MOST_WORDS), len(own)):
                    self._longer[own[n:]].append(o)
            for n in range(2, min(_MOST_WORDS, len(own) - 2) + 1):
                if own[n] in ("of", "for"):
                    self._of[own[:n]].append(o)
            for word in set(own):
                self._with_word[word].append(o)

    def fullest(self, name: str) -> Organisation | None:
        """The one organisation whose longer name ends in ``name`` (``Assembly``: Delta Assembly) or goes on with *of* (``Sea
        Board``: Sea Board of Anse), or that bears it.
        """
        words = tuple(plain(name).split())
        for longer in (self._longer.get(words, ()), self._of.get(words, ())):
            if len(longer) == 1:
                return longer[0]
        return self._bears.get(words)

    def bears(self, name: str) -> bool:
        """Whether one of them bears the name as it stands."""
        return tuple(plain(name).split()) in self._bears

    def with_word(self, word: str) -> Sequence[Organisation]:
        """Those with a folded word in their names, in order."""
        return self._with_word.get(word, ())


def without_article(text: str, start: int, end: int) -> Span:
    """A phrase less its article."""
    article = re.match(r"(?:the|a|an)\s+", text[start:end], re.I)
    return Span(start + (article.end() if article else 0), end)
