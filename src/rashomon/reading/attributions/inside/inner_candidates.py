"""What may be an attribution inside a content, by the words alone: every word that is a cue now and then, with each subject and
each content that it could have.

Most are none. :mod:`.inner_chances` tells how likely each is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.calendar_words import ANY_MONTH, ANY_WEEKDAY
from rashomon.reading.text.phrases import (
    AUXILIARIES,
    BE,
    BOUNDS,
    DETERMINERS,
    HAVE,
    MODALS,
    NOT,
    OBJECTS,
    OWNERS,
    PREPOSITIONS,
    SUBJECTS,
    After,
    Sentence,
    is_adverb,
    turns_round,
)
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.words_of_speech import SAYINGS
from rashomon.records import Span

_NOUN_TAKES = frozenset(
    "of about on for against over from regarding toward with concerning involving".split()
)
_PARTICLES = frozenset("for on about out of with against up in at over forth into around away".split())
_BEFORE_CONTENT = frozenset("that to whether if how why what not".split())
_WITH_CONTENT = frozenset("about of for on as with against".split())
_TAKE_TO = frozenset(
    "refer refers referred referring admit admits admitted admitting point points pointed pointing".split()
)
_AROUND_CONTENT = _BEFORE_CONTENT | _WITH_CONTENT
_AFTER_TELLER = BOUNDS | _AROUND_CONTENT
_AFTER_AUTHORITY = BOUNDS | {"he", "she", "they"}
_AFTER_AGENT = BOUNDS | _BEFORE_CONTENT | {"on", "for", "as", "of", "in"}
_AFTER_HEARER = _AROUND_CONTENT | {"by", "when"}
"""Words before which a noun phrase ends: *a claim by* Marn *that*, *according to* Marn *he*, *told by* Marn *on*."""
_LEFT_OF_NOUN = DETERMINERS | BOUNDS | AUXILIARIES | PREPOSITIONS | SUBJECTS
"""Words at which the words before a noun that belong to it begin."""
_HELPING = AUXILIARIES | NOT
_PRONOUNS = SUBJECTS | {"which", "that", "people", "critics", "everyone", "others", "some", "many"}
_CONTRACTED = re.compile(r"(?P<who>he|she|they|it|you|i|we|who|that)'(?:s|ve|d|re|ll|m)$")
_WHEN = (
    rf"{ANY_WEEKDAY}|yesterday|today|tonight|week|month|year|night|morning|afternoon|weekend|interview|{ANY_MONTH}|rally|statement"
    r"|speech"
)
_TIME = re.compile(
    rf"\s*(?:,\s*)?(?:(?:on|last|this|earlier|late|early|in|at|over|during)\s+)?(?:the\s+)?(?:(?:{_WHEN})\b[^\S\n]*){{1,4}}"
    r"(?:\d{1,4}\b)?(?:\s+(?:night|morning|afternoon|evening))?"
)
_AFTER_CLAUSE = re.compile(r"[,”\"’]\s*$")

LONGEST = 1_500
"""Characters of a sentence; a longer one is none, or no prose."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source, if there is one, a cue and a content; ``word`` is the cue's, ``pattern`` how they stand to each other, ``takes``
    what kind of content it is, ``told`` what more there is to tell of it.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    word: str
    pattern: str
    takes: str
    told: Mapping[str, str] = field(default_factory=dict)


def candidates(
    text: str, holder: Span, marks: Mapping[int, int], cues: Collection[str]
) -> Iterator[Candidate]:
    """All that may be one in ``holder``, a piece of a content; ``cues`` are words as
    :func:`~rashomon.reading.text.phrases.lowered` has them, ``marks`` the ends of quotations by their starts.
    """
    openings = {end: start for start, end in reversed([*marks.items()])}
    for span in sentences(text, holder.start, holder.end):
        if span.end - span.start > LONGEST:
            continue
        s = Sentence(text, span, holder, marks)
        for i, word in enumerate(s.words):
            if word == "according" and s.word(i + 1) == "to":
                yield from _according(s, i)
            elif word in cues:
                yield from _noun(s, i)
                yield from _verb(s, i, cues, openings)


def _phrase_end(s: Sentence, first: int, stops: Collection[str]) -> int:
    """Where a noun phrase from word ``first`` on ends, before any of some words."""
    i = first
    while i < len(s) and s.letters(i) and i - first < 9 and not (i > first and s.words[i] in stops):
        i += 1
    return i


def _according(s: Sentence, i: int) -> Iterator[Candidate]:
    end = _phrase_end(s, i + 2, _AFTER_AUTHORITY)
    if end == i + 2:
        return
    source, cue = s.span(i + 2, end), s.span(i, i + 2)
    if i <= 1:
        if s.word(end) == "," and end + 1 < len(s):
            content = Span(s.at[end + 1][0], s.end)
            yield Candidate(source, cue, (content,), "according", "according", "front")
    elif s.at[i][0] - s.start > 5:
        content = Span(s.start, s.at[i][0])
        yield Candidate(source, cue, (content,), "according", "according", "back")


def _noun(s: Sentence, i: int) -> Iterator[Candidate]:
    """``Marn's claim that …``, ``his proposal to …``, ``a warning by Marn that …``, ``questions about …``."""
    j = i - 1
    while (
        j >= 0
        and i - j < 5
        and s.letters(j)
        and s.words[j] not in _LEFT_OF_NOUN
        and not s.words[j].endswith("'s")
    ):
        j -= 1
    left, own = s.word(j), j
    if left in ("'", "’") and s.word(j - 1).endswith("s"):
        left, own = "s'", j - 1
    sources: list[tuple[Span | None, str]] = [(None, "none")]
    if left.endswith(("'s", "s'")):
        kind = "owner"
        sources = [(s.span(a, own + 1), v) for a, v in s.subjects(own, owner=True)] or sources
    elif left in OWNERS:
        kind, sources = "pronoun", [(s.span(j, j + 1), "pron")]
    elif left in DETERMINERS:
        kind = "article"
    elif s.capital(i - 1) and s.letters(i - 1) and not s.capital(i):
        a = i - 1
        while s.capital(a - 1) and s.letters(a - 1):
            a -= 1
        kind, sources = "name", [(s.span(a, i), "name"), (None, "none")]
    else:
        kind = "bare"
    told = {"noun": kind, "left": left if kind in ("article", "pronoun") else s.word(i - 1)}
    start = j + 1 if kind in ("owner", "pronoun") else i
    word, after = s.words[i], s.word(i + 1)
    if kind not in ("owner", "pronoun") and after in ("by", "from", "of"):
        end = _phrase_end(s, i + 2, _AFTER_TELLER)
        by = s.word(end)
        if end > i + 2 and by in ("that", "to", "about", "on", "against", "for"):
            whole = by in ("that", "to")
            for c in s.after(end if whole else end + 1):
                told_by = {**told, "kind": after, "cut": c.cut}
                takes = c.kind if whole else f"p_{by}"
                yield Candidate(
                    s.span(i + 2, end), s.span(start, i + 1), (c.span,), word, "nounby", takes, told_by
                )
    cue, takes = s.span(start, i + 1), ""
    contents: tuple[After, ...] = ()
    if after == "that" or (after == "to" and s.letters(i + 2) and s.word(i + 2) not in DETERMINERS):
        takes, contents = after, s.after(i + 1)
    elif after in _NOUN_TAKES:
        takes, contents, cue = f"p_{after}", s.after(i + 2), s.span(start, i + 2)
    elif after == "is" and s.word(i + 2) == "that":
        takes, contents = "isthat", s.after(i + 2)
    elif s.opens(i + 1) or after == ":" or (after == "," and s.opens(i + 2)):
        takes, contents = "quote", s.after(i + 1)
    for c in contents:
        for source, v in sources:
            yield Candidate(
                source,
                cue,
                (c.span,),
                word,
                "noun",
                takes,
                {**told, "kind": v, "cut": c.cut, "first": c.kind},
            )


@dataclass(frozen=True, slots=True)
class _Group:
    """A verb's auxiliaries and adverbs: the first word, and what they make of it."""

    first: int
    modal: bool
    negated: bool
    to: bool
    passive: bool
    perfect: bool


def _group(s: Sentence, i: int, cues: Collection[str]) -> _Group:
    a = i - 1
    while a >= 0 and i - a <= 8:
        word = s.words[a]
        to = word == "to" and i - a <= 2
        verb = word in cues and s.words[a + 1] == "to"
        if not (word in _HELPING or turns_round(word) or is_adverb(word) or to or verb):
            break
        a -= 1
    held = s.words[a + 1 : i]
    return _Group(
        a + 1,
        any(w in MODALS for w in held),
        any(turns_round(w) for w in held),
        "to" in held,
        any(w in BE for w in held) and not s.words[i].endswith("ing"),
        any(w in HAVE for w in held),
    )


def _verb(s: Sentence, i: int, cues: Collection[str], openings: Mapping[int, int]) -> Iterator[Candidate]:
    """``Marn said that …``, ``Marn told them to …``, ``…, Marn said``, ``he was told by Marn that …``, ``what Marn calls …``."""
    group = _group(s, i, cues)
    sources = _subjects(s, i, group)
    word = s.words[i]
    told = {
        "aux": "".join(str(int(x)) for x in (group.modal, group.negated, group.to, group.perfect)),
        "before": "" if sources else s.word(group.first - 1),
    }
    if group.passive:
        yield from _passive(s, i, group, sources, told)
        return
    cue = s.span(group.first, i + 1)
    some: list[tuple[Span | None, str]] = [*sources]
    if not some or word.endswith("ing") or group.to:
        some.append((None, "none"))
    particle, at = _particle(s, i)
    behind = at
    when = _TIME.match(s.text, s.at[at][0], s.end) if at < len(s) and not particle else None
    if when is not None and when.end() > s.at[at][0]:
        while behind < len(s) and s.at[behind][0] < when.end():
            behind += 1
    first = s.after(behind)
    for pattern, takes, c in _contents(s, behind, particle, first):
        end = s.span(group.first, behind) if particle and pattern == "verb" else cue
        for source, kind in some:
            yield Candidate(
                source,
                end,
                (c.span,),
                word,
                pattern,
                takes,
                {**told, "kind": kind, "cut": c.cut, "first": c.kind},
            )
    for source, kind in sources:
        more = {**told, "kind": kind}
        if not particle and (behind >= len(s) or s.words[behind] in ".,”\"'’?!"):
            yield from _behind(s, source, cue, word, more, openings)
        at = next((n for n, (start, _) in enumerate(s.at) if start == source.start), 0)
        if s.word(at - 1) in ("what", "which") and at and not particle:
            for c in first:
                content = (s.span(at - 1, at), c.span)
                yield Candidate(
                    source, cue, content, word, f"what_{s.words[at - 1]}", c.kind, {**more, "cut": c.cut}
                )


def _subjects(s: Sentence, i: int, group: _Group) -> list[tuple[Span, str]]:
    last = group.first - 1
    if s.word(last) == "as" and s.words[i] in SAYINGS:
        return [(s.span(b, last), f"as_{v}") for b, v in s.subjects(last - 1)]
    if last < 0:
        return []
    short = _CONTRACTED.match(s.words[last])
    if short is not None:
        start = s.at[last][0]
        return [(Span(start, start + len(short["who"])), short["who"])]
    out = []
    for b, v in s.subjects(last):
        first = s.words[b]
        pronoun = b == last and first in _PRONOUNS
        named = (
            "name" if s.capital(b) and first not in DETERMINERS else "det" if first in DETERMINERS else "bare"
        )
        out.append((s.span(b, last + 1), first if pronoun else f"{named}_{v}"))
    return out


def _passive(
    s: Sentence, i: int, group: _Group, patients: Sequence[tuple[Span, str]], told: Mapping[str, str]
) -> Iterator[Candidate]:
    at, by = i + 1, None
    if s.word(at) == "by":
        end = _phrase_end(s, at + 1, _AFTER_AGENT)
        by, at = (s.span(at + 1, end), end) if end > at + 1 else (None, at)
    cue = s.span(group.first, i + 1)
    for c in s.after(at):
        more = {**told, "kind": "none" if by is None else "by", "cut": c.cut}
        for patient, kind in patients[:2]:
            yield Candidate(
                by, cue, (patient, c.span), s.words[i], "passive", c.kind, {**more, "patient": kind}
            )
        yield Candidate(by, cue, (c.span,), s.words[i], "alone", c.kind, more)


def _particle(s: Sentence, i: int) -> tuple[str, int]:
    """The particle that goes with a verb, and the word after it."""
    word = s.word(i + 1)
    if word == "to" and s.words[i] in _TAKE_TO:
        return word, i + 2
    if word not in _PARTICLES:
        return "", i + 1
    more = s.word(i + 2)
    if word in ("out", "up") and more in ("against", "about", "for", "on"):
        return word + more, i + 3
    return word, i + 2


def _contents(
    s: Sentence, at: int, particle: str, first: Sequence[After]
) -> Iterator[tuple[str, str, After]]:
    """What a verb may have for a content: what follows, or what follows whom it is told to."""
    for c in first:
        own = f"_{c.kind}" if c.kind in ("wh", "quote", "ing") else ""
        yield "verb", f"p_{particle}{own}" if particle else c.kind, c
    if particle or not first or first[0].kind not in ("det", "cap", "pron", "word", "prep"):
        return
    end = at
    while end < len(s) and s.letters(end) and end - at < 9:
        if end > at and s.words[end] in _AFTER_HEARER:
            break
        end += 1
    by = s.word(end)
    if s.opens(end) or (by == "," and s.opens(end + 1)):
        yield from (("to_whom", "quote", c) for c in s.after(end))
    elif by in _AROUND_CONTENT:
        takes = by if by in _BEFORE_CONTENT else f"p_{by}"
        for c in s.after(end if by in _BEFORE_CONTENT else end + 1):
            yield "to_whom", takes, c
            if by in ("to", "of", "as"):
                yield "with_whom", takes, After(c.kind, Span(s.at[at][0], c.span.end), c.cut)
    if s.words[at] in OBJECTS:
        yield from (("to_them", c.kind, c) for c in s.after(at + 1))


def _behind(
    s: Sentence, source: Span, cue: Span, word: str, told: Mapping[str, str], openings: Mapping[int, int]
) -> Iterator[Candidate]:
    """``…, Marn said``; ``openings`` has where quotations begin by where they end."""
    stop = _AFTER_CLAUSE.search(s.text, s.start, source.start)
    if stop is None:
        return
    start, end = s.start, stop.end() if stop.group()[0] in '”"’' else stop.start()
    ends = (stop.start(), stop.end())
    quoted = [openings[b] for e in ends for b in range(e - 2, e + 3) if b in openings]
    if quoted:
        first = min(quoted)
        start, end = max(first, s.holder.start), s.marks[first]
    if end - start > 6:
        takes = "quote" if quoted else "clause"
        yield Candidate(source, cue, (Span(start, end),), word, "behind", takes, told)
