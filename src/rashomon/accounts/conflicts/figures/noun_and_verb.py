"""What a figure counts, and what is done with it or by it: the noun that is counted, and the verb right beside it.

Without a parser: a verb is a word in the past, in ``-ing`` or among the irregular ones of news, and stands before or behind the
noun with nothing between them but a few helpers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.calendar_words import WEEKDAYS
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.counted import person
from rashomon.reading.text.phrases import BE, HAVE
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.stems import stem
from rashomon.records import Figure, Span

Key = tuple[str, str, str]
"""What is done, the unit and what is counted: a verb, with the side on which it stands, and a noun, as stems."""

_IRREGULAR = {
    "made": "make", "making": "make", "stole": "steal", "stolen": "steal", "took": "take", "taken": "take", "broke": "break",
    "broken": "break", "struck": "strike", "cut": "cut", "hit": "hit", "sold": "sell", "bought": "buy", "paid": "pay",
    "lost": "lose", "won": "win", "shot": "shoot", "held": "hold", "drove": "drive", "sank": "sink", "sunk": "sink",
    "built": "build", "found": "find", "wrote": "write", "written": "write", "burst": "burst", "sent": "send", "saw": "see",
    "seen": "see", "laid": "lay", "threw": "throw", "thrown": "throw", "shut": "shut",
}  # fmt: skip
"""Verbs in the past that do not end in -ed, of which news counts something."""

_PAST_ONLY = frozenset("stole took broke drove sank wrote saw threw".split())
"""Of these, the ones that nothing is done to: *robbers stole*, but *men held* by the police."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BESIDE = re.compile(r"\s+(?P<word>[^\W\d_]+)")
_NO_VERBS = frozenset(
    """
    including following regarding according during being having concerning involving suspected supposed alleged aged armed
    hundred nothing something anything morning evening building said told asked added called named based used united
    """.split()
)
_SKIPPED = frozenset("also all both who that which already reportedly allegedly now later".split())
_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|his|her|their|its|some|nearly|almost|about|around|over|more|up|off|into|away|out)\b|[$£€\d])",
    re.I,
)
_OFF = re.compile(
    r"\b(?P<word>[^\W\d_]+)\s+(?P<off>off|away)\s+with\s+(?:an?\s+|the\s+)?(?:estimated\s+|some\s+)?$", re.I
)
_PARTICLE = r"\s+(?P<particle>out|up|down|away|back)\b"
_BEFORE = re.compile(
    rf"\b(?P<word>[^\W\d_]+)(?:{_PARTICLE})?"
    r"\s+(?:an?\s+|the\s+|all\s+|only\s+|just\s+)?(?:estimated\s+)?$",
    re.I,
)
_BEHIND_IT = re.compile(_PARTICLE, re.I)
"""A particle is a part of its verb: *threw out 30 ballots*, *30 ballots were thrown out*."""

_BY_THEMSELVES = frozenset("break burn burst close open shut sink".split())
"""Verbs that tell the same of what does it and of what it is done to: *30 houses burned down*, *it burned down 30 houses*."""

_WORTH_BEFORE = re.compile(
    r"\b(?P<what>[^\W\d_]+(?:\s+and\s+[^\W\d_]+)?)\s+(?:(?:is|are|was|were)\s+)?(?:estimated\s+to\s+be\s+)?"
    r"(?:worth|valued\s+at)\s+(?:an?\s+|some\s+)?(?:estimated\s+)?$",
    re.I,
)
_WORTH_AFTER = re.compile(r"\s+worth\s+of\s+(?P<what>[^\W\d_]+(?:\s+and\s+[^\W\d_]+)?)", re.I)
_CROWD = re.compile(
    r"\s+(?:who\s+)?(?:(?:had|have|has)\s+)?(?:marched|rallied|gathered|protested|demonstrated|attended|assembled|turned\s+out|took\s+part"
    r"|taken\s+part|took\s+to\s+the\s+streets)\b",
    re.I,
)
_OF_A_CROWD: Key = ("they gather", "people", "people")
"""Marchers, protesters and people who turn out are counted as one thing, by whatever name."""

_AROUND = 90
"""Characters beside a figure in which its verb, or what it is worth, is looked for."""

_SENTENCE = 300
"""Characters on either side of a figure of which its sentence is looked at."""

OVER_TIME = re.compile(
    r"\b(?:last|past|this|each|every|an?|per)\s+(?:year|month|week|season|decade|day)s?\b|\b(?:past|last)\s+\w+\s+(?:years|months|weeks)\b"
    r"|\bso\s+far\b|\bsince\b|\b(?:in|during)\s+(?:19|20)\d\d\b|\bannual|\byearly\b",
    re.I,
)
"""What tells that a sentence sums up a longer time, in which more such things may be counted than at once."""


def keys(text: str, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """What a figure is of, in each way that its words tell, and those words."""
    if figure.unit in ("people", "thing"):
        at = counted_noun(text, figure)
        if at is not None:
            noun = stem_of(text[at.start : at.end])
            if figure.unit == "people" and (m := _CROWD.match(text, at.end, at.end + 40)) is not None:
                yield _OF_A_CROWD, Span(min(figure.start, at.start), max(figure.end, m.end()))
                return
            for verb, words in _verbs(text, figure, at):
                yield (verb, figure.unit, noun), words
    elif len(figure.unit) == 3 and figure.unit.isupper():
        yield from _sums(text, figure)


def _sums(text: str, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """Who makes off with a sum of money, or what is worth it: what is paid, raised or spent is told of everybody."""
    low = max(0, figure.start - _AROUND)
    if (off := _OFF.search(text, low, figure.start)) is not None:
        yield (
            (f"{_IRREGULAR.get(off['word'].lower(), stem_of(off['word']))} off", figure.unit, ""),
            Span(off.start(), figure.end),
        )
    before = _WORTH_BEFORE.search(text, low, figure.start)
    after = _WORTH_AFTER.match(text, figure.end, figure.end + _AROUND)
    worth = before or after
    if worth is not None:
        for word in _WORD.findall(worth["what"]):
            if word.lower() not in FUNCTION_WORDS:
                yield (
                    ("worth", figure.unit, stem_of(word)),
                    Span(min(figure.start, worth.start()), max(figure.end, worth.end())),
                )


def is_another_count(figure: Figure) -> bool:
    """Whether a figure is another count of what its report counted before: ``police put the number at 6,000``."""
    return figure.counted is not None and figure.counted.end <= figure.start


def doer(text: str, figure: Figure, at: Span) -> str | None:
    """Whose verb it is that a figure stands behind: the name told last before it in its sentence, else the word before it, as a
    stem; empty where nothing tells. None for a figure that is not behind its verb; ``at`` is the words of both."""
    if figure.unit not in ("people", "thing") or at.start >= figure.start or is_another_count(figure):
        return None
    before = re.split(r"[.!?]\s|\n", text[max(0, at.start - _AROUND) : at.start])[-1]
    words = [
        w for w in _WORD.findall(before) if w.lower() not in FUNCTION_WORDS and not w.lower().endswith("ly")
    ]
    names = [w for w in words if w[0].isupper()]
    return stem_of((names or words)[-1]) if words else ""


def named_before(text: str, figure: Figure) -> str | None:
    """The name told last before a figure in its sentence: *Osk recorded 3,000 new cases on Monday*; None where there is none."""
    before = re.split(r"[.!?]\s|\n", text[max(0, figure.start - _AROUND) : figure.start])[-1]
    names = [w for w in _WORD.findall(before) if w[0].isupper() and w.lower() not in FUNCTION_WORDS]
    return next((stem_of(w) for w in reversed(names) if w.lower() not in WEEKDAYS), None)


def counted_noun(text: str, figure: Figure) -> Span | None:
    """The noun that is counted: the last of the words for it that is in the plural, as what follows it there is a verb’s."""
    if figure.counted is None:
        return None
    found = None
    for m in _WORD.finditer(text, figure.counted.start, figure.counted.end):
        if found is not None and _lemma(m.group().lower()):
            break
        if person(m.group()) or (m.group().endswith("s") and not m.group().endswith("ss")):
            found = Span(m.start(), m.end())
    return found


def counted_phrase(text: str, figure: Figure) -> str:
    """The words for what is counted, as far as its noun, folded; empty where there is none, or its sentence tells of a longer
    time.
    """
    at = counted_noun(text, figure)
    if at is None or figure.counted is None:
        return ""
    low, high = sentence_around(text, figure.start, figure.end)
    if OVER_TIME.search(text, low, high) is not None:
        return ""
    return " ".join(text[figure.counted.start : at.end].casefold().split())


def _verbs(text: str, figure: Figure, noun: Span) -> Iterator[tuple[str, Span]]:
    """The verbs right beside what is counted, with the side on which it stands, and the words from the one to the other."""
    at, helper = noun.end, ""
    for _ in range(5):
        m = _BESIDE.match(text, at, at + 40)
        if m is None:
            break
        word, at = m["word"].lower(), m.end()
        if word in BE or word in HAVE:
            helper = "be" if word in BE else "have"
        elif word not in _SKIPPED:
            verb, words = _lemma(word), Span(min(figure.start, noun.start), max(figure.end, at))
            particle = _BEHIND_IT.match(text, at, at + 16)
            object_ = _OBJECT.match(text, at, at + 20) is not None
            done = helper == "be" and not word.endswith("ing")
            alone = verb in _BY_THEMSELVES and helper != "be" and (particle is not None or not object_)
            if verb and (done or alone):
                yield f"{verb} them", words
            if verb and particle and (done or alone):
                yield f"{verb} {particle['particle'].lower()} them", Span(words.start, particle.end())
            elif verb and (helper == "have" or (not helper and (word in _PAST_ONLY or object_))):
                yield f"they {verb}", words
            break
    if (before := _verb_before(text, figure)) is not None:
        yield f"{before[0]} them", Span(before[1], max(figure.end, noun.end))


def _verb_before(text: str, figure: Figure) -> tuple[str, int] | None:
    """The verb right before a figure, and where it begins."""
    m = _BEFORE.search(text, max(0, figure.start - _AROUND), figure.start)
    verb = None if m is None else _lemma(m["word"].lower())
    if m is None or verb is None:
        return None
    return (f"{verb} {m['particle'].lower()}" if m["particle"] else verb), m.start()


def _lemma(word: str) -> str | None:
    """A verb in the past, or with -ing, by its stem; None for what is none."""
    if word in _NO_VERBS or word in FUNCTION_WORDS:
        return None
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return stem_of(word) if len(word) > 4 and word.endswith(("ed", "ing")) else None


def stem_of(word: str) -> str:
    """A stem by which forms of a verb or a noun meet: *cutting* and *cut*, *stealing* and *steal*."""
    found = stem(word.lower())
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] and found[-1] not in "lsz" else found


def told_besides(text: str, figure: Figure) -> frozenset[str]:
    """Stems of what the sentence of a figure tells besides."""
    low, high = max(0, figure.start - _SENTENCE), min(len(text), figure.end + _SENTENCE)
    near = [s for s in sentences(text, low, high) if s.start <= figure.start < s.end]
    own = Span(figure.start, figure.end)
    words = (
        m.group().lower()
        for s in near
        for m in _WORD.finditer(text, s.start, s.end)
        if m.end() <= own.start or own.end <= m.start()
    )
    return frozenset(stem_of(w) for w in words if w not in FUNCTION_WORDS and len(w) > 2)
