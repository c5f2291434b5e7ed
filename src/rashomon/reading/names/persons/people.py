"""The people a report names: which mentions are one person, under which fullest name.

A short name leads to a fuller one (``Lévy`` to ``Bernard-Henri Lévy``) only where one person of the report fits.
Two full names that differ in more than an initial are two people, however alike they look: a father and
a son may share all but a middle name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from rashomon.reading.names.persons.offices import another_holds, held_in_full, offices_among
from rashomon.reading.names.persons.shortened import FullNames, Words
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.names.words.kin import KIN, KIN_AFTER, KIN_BEFORE
from rashomon.reading.names.words.peoples import is_one_of_a_people
from rashomon.reading.names.words.roles import REFERRING
from rashomon.reading.names.words.titles import (
    ABBREVIATED,
    BEFORE_NAMES,
    FEMALE,
    GIVEN_TOO,
    MALE,
    OF_MEN,
    OF_WOMEN,
    ONLY_TITLES,
    SHORT_TITLES,
    SUFFIXES,
    TITLES,
)
from rashomon.reading.text.possessives import without_possessive
from rashomon.records import Mention, MentionKind, Span

_LETTERS_BEHIND = frozenset("KC QC MP MSP MEP OBE MBE CBE FRS PhD Esq".split())
"""What stands behind a name and is none of it: *Daniel Asher KC* is *Mr Asher*."""

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
"""The gender that a pronoun tells."""

_GIVEN_NAME = re.compile(
    rf"\b(?:{'|'.join(sorted(REFERRING))})(?:\s+(?:of|for|at|in|to)\s+[^,.;:\n]{{1,40}})?,\s+"
    r"(?P<given>[A-ZÀ-Þ][a-zà-þ]+[ \u00a0])\Z"
)
"""Before a surname in an apposition, the given name that the model left out: *His spokesman, Per* Lind."""

_ANOTHERS = re.compile(
    r"\b[A-ZÀ-Þ][\w’'-]{1,30},\s+(?:the|an?|its|their|his|her)\s+(?:[\w-]{1,20}\s+){0,3}[\w-]{1,20},\s+\Z"
)
"""What is told of the name before it: *Kerr, the mayor, Lind refused*; not where a comma closes the second name."""

_WORD_BEFORE = re.compile(r"(?<![\w'’])([\w-]+\.?),?[ \t\u00a0]*\n?[ \t\u00a0]*\Z")

_CLOSES, _OPENS = re.compile(r"[”\"]$"), re.compile(r"[“\"]")
"""Marks around a nickname within a name."""

_INITIALS = re.compile(r"(?:\w\.)+|Jr\.|Sr\.|St\.")
_OFFICE_OF = re.compile(r"\b([A-Z]\w+)\s+of\s+$")
_BODY_FIRST = re.compile(r"(?P<last>[A-ZÀ-Þ]\w+)\s+(?P<given>[A-ZÀ-Þ]\w+)\s+[A-ZÀ-Þ]")
"""Behind the first word of a body's name its last, and the name of who leads it: *President of Harn* Steel Anna Kerr."""
_PLACE_FIRST = re.compile(
    r"(?:(?:New|North|South|East|West|Saudi|Sri|Sierra|Costa|El|San|Santa|United)\s+)?\w+\s+(?=[A-ZÀ-Þ]\S*\s+[A-ZÀ-Þ])"
)
"""The first word of a name of three or more, or two of them where the first begins the names of places."""

_GONE = re.compile(
    r"\b(?:late|assassinat\w+|murdered|was killed|was shot dead|died|(?-i:martyr\w*)|whose death)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a report. ``at`` is the span of the fullest name, ``mentions`` are all spans taken for this person.

    ``titles`` holds the titles and words for kin met beside the name (lower case), ``dead`` whether the text says
    beside a mention that they died. ``relatives`` holds the titles under which the report calls somebody's kin by their surname:
    of *Oran Kerr … His mother, Mrs Kerr,* it is *mrs*. ``called`` has the words of names from the middle of the full one, as
    *Lula* and *López Obrador*, and the surname before *Jr*.
    """

    name: str
    at: Span
    mentions: tuple[Span, ...]
    titles: frozenset[str]
    dead: bool = False
    relatives: frozenset[str] = frozenset()
    called: frozenset[Words] = frozenset()

    @property
    def gender(self) -> str | None:
        """``f`` or ``m`` where a title tells, else ``None``."""
        female = bool(self.titles & FEMALE or any(KIN.get(t) == "f" for t in self.titles))
        male = bool(self.titles & MALE or any(KIN.get(t) == "m" for t in self.titles))
        return None if female == male else "f" if female else "m"


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """Lower case without accents or marks: how names are compared."""
    folded = unicodedata.normalize("NFKD", name).replace("’", "'")
    folded = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[\w'-]+", folded))


@lru_cache(maxsize=50_000)
def words_of(name: str) -> Words:
    """The words of a plain name."""
    return tuple(plain(name).split())


_Named = tuple[str, Span, frozenset[str]]
"""A name without titles, its span, and the titles."""

_TITLE_LAST = re.compile(r"\w+\.?\s+\Z")

_REACH = 130, 60
"""Characters before and behind a name that tell what it is, at most."""


def bare_name(text: str, start: int, end: int) -> tuple[str, Span, frozenset[str]]:
    """The name in ``text[start:end]`` without titles before it and a possessive after it, its span, and the titles."""
    first = max(0, start - _REACH[0])
    name, at, titles = _bare(text[first : end + _REACH[1]], start - first, end - first)
    return name, Span(first + at.start, first + at.end), titles


@lru_cache(maxsize=1024)
def _bare(text: str, start: int, end: int) -> tuple[str, Span, frozenset[str]]:
    """The same in what stands around a name, remembered: a report's persons are looked for twice, and asked for after that."""
    start = after_place(text, start, end)
    words = [(m.group(), start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    titles = []
    while len(words) > (2 if plain(words[0][0]) in GIVEN_TOO else 1) and (
        plain(words[0][0]) in BEFORE_NAMES or plain(words[0][0]) in GIVEN_TOO
    ):
        titles.append(plain(words.pop(0)[0]))
    opened = next((n for n, (word, _, _) in enumerate(words[:-1], 1) if _CLOSES.search(word)), 0)
    if opened and not any(_OPENS.match(word) for word, _, _ in words[:opened]):
        # Of *Richard “Professor Griff” Griffith* the model may see *Griff” Griffith*.
        words, titles = words[opened:], []
        start = words[0][1]
    before = _words_before(text, start)
    if text[end : end + 1] != "," and _ANOTHERS.search(text, max(0, start - 90), start) is not None:
        before = iter(())
    if (within := _title_within([word for word, _, _ in words])) is not None:
        # "Lidva County Sheriff Ana Reyes": what stands before the title is whose it is, and none of her.
        titles, before = [plain(words[within][0])], iter(())
        words = words[within + 1 :]
        start = words[0][1]
    for word in takewhile(lambda word: plain(word) in BEFORE_NAMES, before):
        titles.append(plain(word))
    for i, (word, _, _) in enumerate(words[:-1]):
        if word.endswith(".") and plain(word) not in TITLES and not _INITIALS.fullmatch(word):
            return _bare(text, words[i + 1][1], end)  # the end of a sentence, not of an initial
    kin = KIN_BEFORE.search(text[max(0, start - 60) : start]) or KIN_AFTER.match(text[end : end + 60])
    if kin is not None:
        titles.append(kin.group("kin").lower())
    while len(words) > 1 and words[-1][0].rstrip(",.") in _LETTERS_BEHIND:
        words.pop()
    if not words:
        return "", Span(start, end), frozenset()
    first, last = words[0][1], words[-1][2]
    given = _GIVEN_NAME.search(text[max(0, first - 120) : first]) if len(words) == 1 else None
    if given is not None and plain(given["given"]) not in BEFORE_NAMES:
        first -= len(given["given"])
    raw = text[first:last]
    cut = without_possessive(raw).rstrip(",.;:")
    return " ".join(cut.split()), Span(first, first + len(cut)), frozenset(titles)


def _words_before(text: str, start: int) -> Iterator[str]:
    """The words that lead up to a name in its clause, the last first, a comma between let through: *the spokesman, Ana Reyes*.

    What ends a sentence, a line or a quotation before it is none: ``“…the officer,” Mr. Kerr said``.

    >>> list(_words_before("His brother and sister. Ana", 24)), list(_words_before("the Lidva spokesman, Ana", 21))
    ([], ['spokesman', 'Lidva', 'the'])
    """
    lead = text[max(0, start - 40) : start]
    while (m := _WORD_BEFORE.search(lead)) is not None:
        word = m.group(1)
        if word.endswith(".") and plain(word) not in SHORT_TITLES:
            return
        yield word
        lead = lead[: m.start()]


def after_place(text: str, start: int, end: int) -> int:
    """Where a name begins that was taken together with the place or body before it: ``Foreign Minister of | Torvena Anna Kerr``.

    >>> text = "Foreign Minister of Torvena Anna Kerr"
    >>> text[after_place(text, 20, len(text)) :]
    'Anna Kerr'
    """
    office = _OFFICE_OF.search(text, max(0, start - 40), start)
    if office is None or plain(office.group(1)) not in TITLES:
        return start
    place = _PLACE_FIRST.match(text, start, end)
    if place is None:
        return start
    body = _BODY_FIRST.match(text, place.end(), end)
    given = FEMALE_NAMES | MALE_NAMES
    is_given = body is not None and plain(body["given"]) in given and plain(body["last"]) not in given
    return body.start("given") if body is not None and is_given else place.end()


def _title_within(words: Sequence[str]) -> int | None:
    """The last of a name's words that is a title before a name of two words or more, if one is."""
    found = [
        i
        for i, word in enumerate(words[:-2])
        if word[0].isalpha()
        and plain(word) in ONLY_TITLES
        and (word.endswith(".") or plain(word) not in ABBREVIATED)
        and words[i + 1][0].isupper()
        and plain(words[i + 2]) not in SUFFIXES
    ]
    return found[-1] if found else None


def people(text: str, mentions: Iterable[Mention]) -> tuple[Person, ...]:
    """The persons among the mentions, by first mention; a short name that fits several people is a mention of none."""
    return _people(text, tuple(m for m in mentions if m.kind is MentionKind.PERSON))


@lru_cache(maxsize=1)
def _people(text: str, mentions: tuple[Mention, ...]) -> tuple[Person, ...]:
    """Those of the mentions of persons; the last are kept, since a report is asked again when its other mentions are mended."""
    named = []
    for m in _whole(text, mentions):
        name, span, titles = bare_name(text, m.start, m.end)
        if plain(name) and any(c.isalpha() for c in name) and not is_one_of_a_people(text, span):
            named.append((name, span, titles))
    named = _without_given_titles(named)
    groups: dict[Words, list[_Named]] = {}
    told: dict[Words, frozenset[str]] = {}
    full_names = FullNames()
    for entry in sorted(named, key=lambda e: -len(words_of(e[0]))):
        words = words_of(entry[0])
        fits = full_names.of(words)
        if words not in groups and fits:
            if len(fits) > 1 or _is_another(entry[2], fits[0], told[fits[0]]):
                continue
            words = fits[0]
        groups.setdefault(words, []).append(entry)
        told[words] = told.get(words, frozenset()) | entry[2]
        full_names.add(words)
    for full in list(groups):
        _part_by_office(text, groups, full)
    called = {**_called_from_within(groups), **_called_without_suffix(text, groups)}
    within: defaultdict[Words, set[Words]] = defaultdict(set)
    for short, full in called.items():
        groups[full] += groups.pop(short)
        within[full].add(short)
    found = []
    kin = _relatives(text, groups)
    for full, entries in groups.items():
        own = frozenset().union(*(t for name, _, t in entries if len(words_of(name)) > 1))
        relatives = frozenset().union(*(kin.get(span.start, ()) for _, span, _ in entries)) - own
        entries = [e for e in entries if e[2].isdisjoint(relatives)]
        fullest = max(entries, key=lambda e: (len(plain(e[0])), -e[1].start))
        spans = tuple(sorted(e[1] for e in entries))
        dead = any(_GONE.search(_beside(text, s)) for s in spans)
        titles = frozenset().union(*(e[2] for e in entries))
        others = frozenset(within.get(full, ()))
        found.append(Person(fullest[0], fullest[1], spans, titles, dead, relatives, others))
    return tuple(sorted(found, key=lambda p: p.mentions[0]))


def _part_by_office(text: str, groups: dict[Words, list[_Named]], full: Words) -> None:
    """Give a surname with an office to somebody of its own, where another bears it in full (:mod:`.offices`); where it stands
    without one it is then a mention of neither.
    """
    surname = full[-1:]
    if len(full) == 1:
        return
    in_order = sorted(groups[full], key=lambda e: e[1])
    own = [e for e in in_order if words_of(e[0]) != surname]
    borne = frozenset().union(*(offices_among(titles) for _, _, titles in own))
    bare = (e for e in in_order if words_of(e[0]) == surname)
    titled = [e for e in bare if (of := offices_among(e[2])) and of.isdisjoint(borne)]
    offices = frozenset().union(*(offices_among(titles) for _, _, titles in titled))
    if titled and own and another_holds(text, [e[1] for e in titled], offices, [e[1] for e in own]):
        groups[full] = own
        groups[surname] = titled


_LEAST_AROUND, _MOST_WORDS, _LEAST_LETTERS = 3, 8, 4
"""Of a name that holds another: least words, and most that are looked at; of the held one's first word, least letters."""


def _called_from_within(
    groups: Mapping[Words, Sequence[_Named]],
) -> dict[Words, Words]:
    """Names, as words, that stand within one full name of three words or more and do not begin it, with that name: *Maduro* of
    *Nicolás Maduro Moros*, *García Márquez*. Not where the full name's last word stands alone, since then that is the surname
    (*Huckabee* is another than Sarah Huckabee Sanders), nor where it begins with a given name (*Anne Kerr*, *Mary Anne Kerr*).
    """
    within: dict[Words, set[Words]] = {}
    for full, entries in groups.items():
        if (
            full[-1] not in SUFFIXES
            and len(full) >= _LEAST_AROUND
            and all(words_of(name) != full[-1:] for name, _, _ in entries)
        ):
            for first in range(1, min(len(full), _MOST_WORDS)):
                for last in range(first + 1, min(len(full), _MOST_WORDS) + 1):
                    within.setdefault(full[first:last], set()).add(full)
    return {
        short: full
        for short, (full, *others) in within.items()
        if short in groups
        and not others
        and len(short[0]) >= _LEAST_LETTERS
        and short[0] not in FEMALE_NAMES
        and short[0] not in MALE_NAMES
        and not _any_other(groups[short], full, groups[full])
    }


def _called_without_suffix(text: str, groups: Mapping[Words, Sequence[_Named]]) -> dict[Words, Words]:
    """Surnames of those who are named with *Jr* alone, with their names: *Mr Roberts* of *Chief Justice John G. Roberts Jr.* Only
    where an office is told of the younger, and nobody is called by another: *President Orr* is the father of *Luca Orr Jr.*
    """
    younger: defaultdict[Words, list[Words]] = defaultdict(list)
    for full in groups:
        if len(full) >= _LEAST_AROUND and full[-1] in SUFFIXES:
            younger[full[-2:-1]].append(full)
    out = {}
    for surname, (full, *others) in younger.items():
        titles = frozenset[str]().union(*(t for _, _, t in groups.get(surname, ())))
        held = held_in_full(text, [(_to_dot(text, at), t) for _, at, t in groups[full]])
        if (
            surname in groups
            and not others
            and held
            and offices_among(titles) <= held
            and titles.isdisjoint(KIN)
            and not _any_other(groups[surname], full, groups[full])
        ):
            out[surname] = full
    return out


def _to_dot(text: str, at: Span) -> Span:
    """A name with the dot of its *Jr.*"""
    return Span(at.start, at.end + text.startswith(".", at.end))


def _any_other(called: Sequence[_Named], full: Words, of: Sequence[_Named]) -> bool:
    """Whether one of those who are called by a short name cannot be who bears it in full."""
    told = frozenset[str]().union(*(t for _, _, t in of))
    return any(_is_another(titles, full, told) for _, _, titles in called)


def _without_given_titles(named: Sequence[_Named]) -> list[_Named]:
    """The names, with *Baron Quill* as *Quill* where a *Baron Edvard Quill* is named as well."""
    borne = {(title, words_of(name)[-1]) for name, _, titles in named for title in titles & GIVEN_TOO}
    out = []
    for name, at, titles in named:
        words = words_of(name)
        if len(words) == len(name.split()) == 2 and words in borne:
            surname = name.split()[1]
            name, at, titles = surname, Span(at.end - len(surname), at.end), titles | {words[0]}
        out.append((name, at, titles))
    return out


def _is_another(titles: frozenset[str], full: Words, told: frozenset[str]) -> bool:
    """Whether who is called by a surname and these titles cannot be who bears it in full, with the titles ``told``: *Mrs Kerr* is
    not *Oran Kerr*.
    """
    man = full[0] in MALE_NAMES or not told.isdisjoint(OF_MEN)
    woman = full[0] in FEMALE_NAMES or not told.isdisjoint(OF_WOMEN)
    if man == woman or titles.isdisjoint(OF_MEN) == titles.isdisjoint(OF_WOMEN):
        return False
    return man == titles.isdisjoint(OF_MEN)


def _relatives(text: str, groups: Mapping[Words, Sequence[_Named]]) -> dict[int, frozenset[str]]:
    """By where a surname stands, the titles of courtesy by which it calls somebody's kin: whom *his mother, Mrs Kerr,* names
    right after Oran Kerr is not Oran Kerr, and *Mrs Kerr* further on neither. *Mary Lind came. Her husband, Mr Kerr,* may be.
    """
    by_place = sorted((span.start, key, name, t) for key, of in groups.items() for name, span, t in of)
    out: dict[int, frozenset[str]] = {}
    before: Words = ()
    for start, key, name, titles in by_place:
        if len(key) < 2:
            continue
        if before == key and words_of(name) == key[-1:]:
            lead = _TITLE_LAST.sub("", text[max(0, start - 60) : start])
            kin = KIN_BEFORE.search(lead)
            aside = lead.rstrip().endswith(",") and text[start + len(name) : start + len(name) + 1].isspace()
            if kin is not None and not aside:  # "His wife, Mr Kerr said, was ill"
                out[start] = titles & (OF_WOMEN if KIN[kin["kin"].lower()] == "f" else OF_MEN)
        before = key
    return out


def bears_title_of_another(person: Person, titles: frozenset[str]) -> bool:
    """Whether titles before a surname are none of this person's: as *Mrs Kerr* somebody else is meant than *Oran Kerr*."""
    if not titles.isdisjoint(person.relatives):
        return True
    return _is_another(titles, words_of(person.name), person.titles)


def _whole(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions with those that only a space divides made one: ``Zabihullah | Mujahid``."""
    out: list[Mention] = []
    for m in mentions:
        if out and text[out[-1].end : m.start] in (" ", "-") and text[m.start].isupper():
            last = out[-1]
            out[-1] = Mention(last.kind, last.start, m.end, min(last.score, m.score))
        else:
            out.append(m)
    return out


def _beside(text: str, span: Span) -> str:
    """The rest of the sentence after a mention, as far as its own clause may go, and the word before it."""
    after = re.match(r"[^.!?\n]{0,160}", text[span.end : span.end + 160])
    clause = (
        after.group()
        if after and re.match(r",? (?:who|whose|was|until|died)\b", text[span.end : span.end + 12])
        else ""
    )
    return text[max(0, span.start - 9) : span.start] + clause
