"""Any number of sentences of our making, with vectors, and reports that say them: news for benches of size, not to be read.

A sentence is the beginning of one sentence of the crowd and the end of another, its vector the mean of theirs, so that
words, rarity and meaning are spread as in news; one in twenty says again what was said before, with a word left out. A
report holds one to three sentences and has one speaker: a third of the speakers are people of one story of eight reports, a
tenth is not known, and the others are drawn from as many known people as there are reports, as unevenly as in life (Zipf).
A day has 26 reports. Where asked for, a report goes on in words without sense, and some carry another's text, changed here
and there, or anew at its address.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.collation.distractors import distractors, vectors
from rashomon.records import (
    Attribution,
    AttributionKind,
    Capture,
    Mention,
    MentionKind,
    Passage,
    Reading,
    Report,
    Sentence,
    Span,
    Speaker,
    Voice,
)

AGAIN, UNKNOWN, LOCAL = 0.05, 0.1, 1 / 3
STORY, A_DAY = 8, 26
MOST = 3
FIRST_DAY = date(2015, 1, 1)
EARLIER = 1_000
"""Reports of before that a copy may be of."""
RETOLD, REVISED = 0.05, 0.25
"""Part of its words that a copy has otherwise, and part of the copies that stand at the address of the first."""
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "or")]


@dataclass(frozen=True)
class Source:
    """Real sentences, and their vectors (n, 384)."""

    texts: list[str]
    rows: NDArray[np.float16]

    @classmethod
    def load(cls, file: Path, most: int) -> Source:
        """The first ``most`` sentences of the crowd, with vectors from ``file`` or embedded now and kept there."""
        texts = [text for text in distractors()[:most] if 5 <= len(text.split()) <= 40]
        return cls(texts, vectors(texts, file))


def sentences(source: Source, seed: int) -> Iterator[tuple[str, NDArray[np.float16]]]:
    """Sentences with their vectors, without end."""
    dice = random.Random(seed)
    before: list[tuple[str, NDArray[np.float16]]] = []
    while True:
        if before and dice.random() < AGAIN:
            text, vector = before[dice.randrange(len(before))]
            words = text.split()
            del words[dice.randrange(len(words))]
            yield " ".join(words), vector
            continue
        a, b = dice.randrange(len(source.texts)), dice.randrange(len(source.texts))
        one, other = source.texts[a].split(), source.texts[b].split()
        text = " ".join(one[: (len(one) + 1) // 2] + other[len(other) // 2 :])
        mean = source.rows[a].astype(np.float32) + source.rows[b].astype(np.float32)
        made = (text, (mean / np.linalg.norm(mean)).astype("<f2"))
        if len(before) < 5_000:
            before.append(made)
        else:
            before[dice.randrange(len(before))] = made
        yield made


@dataclass(frozen=True)
class _Told:
    """What a report tells, but for its own number."""

    who: str | None
    beside: str
    said: list[tuple[str, NDArray[np.float16]]]
    own: str
    address: str | None


def reports(
    source: Source, count: int, seed: int, own: int = 0, copied: float = 0.0
) -> Iterator[tuple[Capture, Report, Reading]]:
    """So many reports with their readings; with ``own`` words each outside quotation marks, and this part of them copies."""
    dice, wire = random.Random(seed), random.Random(f"{seed} wire")
    said = sentences(source, seed)
    known = [_name(random.Random(n)) for n in range(count)]
    fame = list(accumulate(1 / (n + 5) for n in range(count)))
    before: list[_Told] = []
    for number in range(count):
        draw = dice.random()
        if draw < UNKNOWN:
            who = None
        elif draw < UNKNOWN + LOCAL:
            who = _name(random.Random(f"{seed} {number // STORY} {dice.randrange(2)}"))
        else:
            who = dice.choices(known, cum_weights=fame)[0]
        beside = _name(random.Random(f"{seed} {number // STORY} beside"))
        words = [next(said) for _ in range(dice.randint(1, MOST))]
        place = f"https://made.example/{seed}/{number}" if copied else None
        told = _Told(who, beside, words, _words(source, wire, own), place)
        if before and wire.random() < copied:
            told = _again(wire.choice(before), told, source, wire)
        elif copied:
            before = [*before[-EARLIER:], told]
        yield _report(seed, number, told)


def _words(source: Source, dice: random.Random, count: int) -> str:
    """At least so many words of news, two to four in a row at a time: of longer pieces chance would make copies."""
    found: list[str] = []
    while len(found) < count:
        words = dice.choice(source.texts).split()
        size = dice.randint(2, 4)
        at = dice.randrange(max(1, len(words) - size))
        found += words[at : at + size]
    return " ".join(found)


def _again(first: _Told, new: _Told, source: Source, dice: random.Random) -> _Told:
    """A text told again, with some words otherwise; at the address of the first, without the last word that was said too."""
    words = first.own.split()
    for at in range(len(words)):
        if dice.random() < RETOLD:
            words[at] = dice.choice(dice.choice(source.texts).split())
    if dice.random() >= REVISED:
        return _Told(first.who, first.beside, first.said, " ".join(words), new.address)
    (last, vector), kept = first.said[-1], first.said[:-1]
    return _Told(
        first.who, first.beside, [*kept, (last[: last.rindex(" ")], vector)], " ".join(words), first.address
    )


def _name(dice: random.Random) -> str:
    return " ".join("".join(dice.choices(_SYLLABLES, k=dice.choice([2, 3]))).capitalize() for _ in range(2))


def _report(seed: int, number: int, told: _Told) -> tuple[Capture, Report, Reading]:
    who, said = told.who, told.said
    text, spans = f"{seed} {number}. {told.beside} was there. ", []
    at = len(text)
    text += f"{who or 'Somebody'} said: "
    for words, _ in said:
        spans.append(Span(len(text) + 1, len(text) + 1 + len(words)))
        text += f"“{words}” "
    text += told.own
    source = Span(at, at + len(who)) if who else None
    place = text.index(told.beside)
    mentions = [Mention(MentionKind.PERSON, place, place + len(told.beside), 1.0)]
    if source:
        mentions.append(Mention(MentionKind.PERSON, source.start, source.end, 1.0))
    speaker = Speaker(who, "made so", MentionKind.PERSON, source) if who else Speaker(None, "made so")
    content = text.encode("utf-8", "replace")
    sha256 = hashlib.sha256(content).hexdigest()
    attributions = tuple(
        Attribution((source,) if source else (), (), (s,), AttributionKind.DIRECT, 1.0, speaker)
        for s in spans
    )
    found = tuple(
        Sentence(s.start, s.end, n, v.tobytes())
        for n, (s, (_, v)) in enumerate(zip(spans, said, strict=True))
    )
    voices = (Passage(Voice.BODY, 0, len(text)),)
    published = str(FIRST_DAY + timedelta(days=number // A_DAY))
    return (
        Capture(sha256, content, "text/plain", f"{seed}/{number}.txt"),
        Report(
            sha256[:16], sha256, f"{seed}-{number}", text, voices, published=published, address=told.address
        ),
        Reading(sha256[:16], "made", tuple(mentions), attributions, found),
    )
