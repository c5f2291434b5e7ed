"""Names of persons of which the model saw a part, made whole: the given name, or the surname, beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.calendar_words import WEEKDAYS
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.records import Mention, MentionKind

_SURNAME = re.compile(
    r"[ \u00a0](?P<surname>[A-ZÀ-Þ][\w’'-]{1,30})(?=,\s+\d{1,3}\b|,?\s+(?:said|says|told)\b)"
)
_GIVEN_BEFORE = re.compile(r"(?<![\w’'-])(?P<given>[A-ZÀ-Þ][a-zà-þ]+)[ \u00a0]\Z")
_DAYS = frozenset(day.capitalize() for day in WEEKDAYS)
_MORE_THAN_NAMES = frozenset("april june grant said".split())
"""Given names that before a surname may be another word: *In June Kerr said*, *Grant Kerr bail*."""
_GIVEN = (FEMALE_NAMES | MALE_NAMES) - _MORE_THAN_NAMES


def with_whole_names(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions, where a person's given name alone was taken for the name with its surname: *Kelly | Brand*, 34; and with
    the given name before a surname that was taken alone: *Ines | Prada*.

    >>> from rashomon.records import Mention, MentionKind
    >>> text = "Mother of two Anna Brand, 34, wept."
    >>> [text[m.start : m.end] for m in with_whole_names(text, [Mention(MentionKind.PERSON, 14, 18, 0.9)])]
    ['Anna Brand']
    >>> text = "In June Brand said no to Ines Prada."
    >>> [text[m.start : m.end] for m in with_whole_names(text, [Mention(MentionKind.PERSON, 8, 13, 0.9)])]
    ['Brand']
    """
    starts = {m.start for m in mentions}
    out = []
    for m in mentions:
        alone = m.kind is MentionKind.PERSON and text[m.start : m.end].isalpha()
        more = _SURNAME.match(text, m.end) if alone else None
        taken = more is None or more.start("surname") in starts or more["surname"] in _DAYS
        if (
            alone
            and taken
            and (given := _GIVEN_BEFORE.search(text, max(0, m.start - 30), m.start)) is not None
        ):
            free = given.start("given") not in starts and plain(given["given"]) in _GIVEN
            m = replace(m, start=given.start("given")) if free else m
        out.append(m if more is None or taken else replace(m, end=more.end("surname")))
    return tuple(out)
