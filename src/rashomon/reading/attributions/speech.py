"""Words that report speech, as against belief, wish or feeling.

PolNeAR's attributions hold attitudes too (*fears that*, *wants to*, *plans to*). Inside what somebody says, those are the
speaker's picture of others, not statements that travelled: only speech makes an attribution there.
"""

from __future__ import annotations

import re

from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.quotations import DOUBLE
from rashomon.reading.text.words_of_speech import (
    MOSTLY_TELLING,
    MOSTLY_TOLD,
    NOUNS,
    REPORTING,
    any_of,
    beginnings,
    singular_and_plural,
)

_ONLY_AS_VERBS = frozenset({"enquire", "inquire", "note", "object", "teach", "wonder"})
"""Of these no noun counts: *inquiries*, *not*, *an object*, *teachers*, *wonderful*."""

_SELDOM = frozenset({"continue"})
"""Mostly something else than speech: *continued to fight*."""

_SPEECH = re.compile(
    rf"\b(?:{any_of(beginnings(REPORTING - _ONLY_AS_VERBS - _SELDOM))}\w*"
    rf"|{any_of([*NOUNS, *forms(_ONLY_AS_VERBS, Form.PAST | Form.PARTICIPLE | Form.ING), 'according'])}\b)"
)
_TELLING = re.compile(
    rf"\b(?:{any_of([*forms(MOSTLY_TELLING), *singular_and_plural(NOUNS | MOSTLY_TOLD)])}"
    r"|(?:make|makes|made|making) (?:\w+ )?clear)\b"
)
_NOT_SPEECH = re.compile(r"\b(?:want|hope|wish|fear|believ|think|thought|plan|intend|feel|felt)\w*\b")

_DOCUMENT = re.compile(
    r"\b(?:report|letter|statement|e-?mail|document|memo|poll|survey|study|studies|review|filing|lawsuit|article|analysis|figure"
    r"|data|statistic|record|research|evidence|investigation|inquiry|footage|video|tape)s?\b"
)
_SHOWS = re.compile(r"\b(?:show|shows|showed|showing|shown|found|finds|find|indicat\w+|conclud\w+)\b")


def is_speech(cue: str, source: str = "") -> bool:
    """Whether a cue reports speech: ``had told``, ``according to``, ``:``; not ``wants``, ``is afraid of``.

    A document speaks where it shows or finds: ``source`` are the words of the source, as :func:`plain` has them.
    """
    words = plain(cue)
    if _SHOWS.search(words) and _DOCUMENT.search(source):
        return True
    return not words or (_SPEECH.search(words) is not None and _NOT_SPEECH.search(words) is None)


def is_telling(cue: str, source: str = "") -> bool:
    """Whether a cue inside a content reports speech, or a deed that is mostly done by saying something: ``was charged with``."""
    words = plain(cue)
    return is_speech(cue, source) or (
        _TELLING.search(words) is not None and _NOT_SPEECH.search(words) is None
    )


def is_document(word: str) -> bool:
    """Whether a word, as :func:`plain` has it, is a noun for a document: ``poll``, ``reports``."""
    return _DOCUMENT.fullmatch(word) is not None


def speaks(words: str) -> bool:
    """Whether there is a word of speech or a quotation mark somewhere in some words."""
    return any(mark in words for mark in DOUBLE) or _SPEECH.search(plain(words)) is not None
