"""Sentences long enough to be told by their words: two people of one surname who say one of them are as a rule one person.

What is kept of a sentence is a digest of its words, so that it costs little to keep and to compare.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rashomon.collation.entities.names import person
from rashomon.collation.sentences.likeness import WORD
from rashomon.records import Reading, Report

LEAST = 8
"""Words of a sentence that hardly two people say alike. Set by hand, by reading what reports of ECB+ give to two speakers."""


def digest(sentence: str) -> str | None:
    """Ten hexadecimal digits that stand for a sentence's words, whatever marks and capitals it has; ``None`` where they are few.

    >>> digest("“We march at dawn, and nobody will stop us!”") == digest("we march at dawn and nobody will stop us")
    True
    >>> digest("We march at dawn.")
    """
    words = WORD.findall(sentence.lower())
    if len(words) < LEAST:
        return None
    return hashlib.sha256(" ".join(words).encode()).hexdigest()[:10]


def digests(reading: Reading, report: Report) -> Mapping[int, tuple[str, ...]]:
    """The digests of each attribution's sentences, by its index, in ascending order."""
    found: dict[int, set[str]] = defaultdict(set)
    for sentence in reading.sentences:
        if sentence.attribution is not None:
            of_words = digest(report.text[sentence.start : sentence.end])
            if of_words is not None:
                found[sentence.attribution].add(of_words)
    return {attribution: tuple(sorted(some)) for attribution, some in found.items()}


def signs(name: str, words: Iterable[str]) -> Iterator[str]:
    """Where names of two words or more that end alike meet, being quoted in the same words (their digests)."""
    parsed = person(name).words
    if len(parsed) > 1:
        yield from (f"words {each} {parsed[-1].skeleton}" for each in words)
