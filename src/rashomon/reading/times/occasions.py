"""Days that have a name: holidays, which come every year, and events of the world that a report may date others by."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from rashomon.reading.times.days import Days, day, easter, nth_weekday

YEARLY: tuple[tuple[str, Callable[[int], date | None]], ...] = (
    (r"new year[’']?s day", lambda y: date(y, 1, 1)),
    (r"new year[’']?s eve", lambda y: date(y, 12, 31)),
    (r"christmas eve", lambda y: date(y, 12, 24)),
    (r"christmas day|christmas(?! (?:tree|card|season|party))", lambda y: date(y, 12, 25)),
    (r"boxing day", lambda y: date(y, 12, 26)),
    (r"valentine[’']?s day", lambda y: date(y, 2, 14)),
    (r"st\.? patrick[’']?s day", lambda y: date(y, 3, 17)),
    (r"good friday", lambda y: easter(y) - timedelta(days=2)),
    (r"easter monday", lambda y: easter(y) + timedelta(days=1)),
    (r"easter sunday|easter(?! egg)", easter),
    (r"may day", lambda y: date(y, 5, 1)),
    (r"memorial day", lambda y: nth_weekday(y, 5, 0, -1)),
    (r"independence day|(?:the )?fourth of july", lambda y: date(y, 7, 4)),
    (r"bastille day", lambda y: date(y, 7, 14)),
    (r"labor day", lambda y: nth_weekday(y, 9, 0, 1)),
    (r"halloween", lambda y: date(y, 10, 31)),
    (r"veterans day|armistice day", lambda y: date(y, 11, 11)),
    (r"thanksgiving(?: day)?", lambda y: nth_weekday(y, 11, 3, 4)),
    (r"martin luther king(?:,? jr\.?)? day|mlk day", lambda y: nth_weekday(y, 1, 0, 3)),
    (r"presidents[’']? day", lambda y: nth_weekday(y, 2, 0, 3)),
    (r"election day", lambda y: nth_weekday(y, 11, 0, 1) + timedelta(days=1) if y % 2 == 0 else None),
    (r"inauguration day", lambda y: date(y, 1, 20) if y % 4 == 1 else None),
)
"""Holidays by their words. Those of one country are its own (Election Day, Labor Day are those of the United States)."""

EVENTS: tuple[tuple[str, tuple[Days, ...]], ...] = (
    (r"9/11|(?:the )?(?:sept(?:ember|\.) 11(?:th)?|11 september) (?:terrorist |terror )?attacks?", (day(date(2001, 9, 11)),)),
    (r"7/7|the london bombings", (day(date(2005, 7, 7)),)),
    (r"d-day", (day(date(1944, 6, 6)),)),
    (r"pearl harbor(?: attack)?", (day(date(1941, 12, 7)),)),
    (r"(?:the )?fall of (?:the )?berlin wall", (day(date(1989, 11, 9)),)),
    (r"(?:the )?fall of kabul", (day(date(1996, 9, 27)), day(date(2021, 8, 15)))),
    (r"(?:the )?fall of saigon", (day(date(1975, 4, 30)),)),
    (r"(?:the )?fall of baghdad", (day(date(2003, 4, 9)),)),
    (r"(?:the )?fall of singapore", (day(date(1942, 2, 15)),)),
    (r"(?:the )?fall of paris", (day(date(1940, 6, 14)),)),
    (r"(?:the )?fall of berlin", (day(date(1945, 5, 2)),)),
    (r"(?:the )?fall of (?:aleppo|eastern aleppo)", (day(date(2016, 12, 22)),)),
    (r"(?:the )?fall of damascus", (day(date(2024, 12, 8)),)),
    (r"(?:the )?fall of mosul", (day(date(2014, 6, 10)),)),
    (r"(?:the )?fall of srebrenica", (day(date(1995, 7, 11)),)),
    (r"(?:the )?fall of phnom penh", (day(date(1975, 4, 17)),)),
    (r"world war (?:ii|two|2)|(?:the )?second world war|wwii", (Days(date(1939, 9, 1), date(1945, 9, 2)),)),
    (r"world war (?:i|one|1)(?!i)|(?:the )?first world war", (Days(date(1914, 7, 28), date(1918, 11, 11)),)),
    (r"(?:the )?spanish civil war", (Days(date(1936, 7, 17), date(1939, 4, 1)),)),
    (r"(?:the )?cold war", (Days(date(1947, 3, 12), date(1991, 12, 26)),)),
    (r"(?:the )?vietnam war", (Days(date(1955, 11, 1), date(1975, 4, 30)),)),
)  # fmt: skip
"""Events by their words, each with the days that it may have been: Kabul has fallen twice."""

WORDS = frozenset(
    """
    christmas easter thanksgiving halloween boxing valentine patrick labor memorial independence fourth bastille veterans
    armistice luther mlk presidents election inauguration eve harbor fall war wwii day bombings
    """.split()
)
"""A word of each occasion that has no figure in it: where none stands there is no occasion to look for."""

YEARLY_RE = re.compile(rf"\b(?:{'|'.join(f'({words})' for words, _ in YEARLY)})\b", re.I)
EVENTS_RE = re.compile(rf"(?<![\w/])(?:{'|'.join(f'({words})' for words, _ in EVENTS)})(?![\w/])", re.I)


OF_EVENTS = ("/", "attack", "d-day", "pearl", "fall of", "war", "bombings", "wwii")
OF_HOLIDAYS = ("day", " eve", "christmas", "easter", "fourth of july", "halloween", "thanksgiving")
"""Where none of these stands there is no such event, or no such day."""


def yearly(match: re.Match[str]) -> Callable[[int], date | None]:
    """The day of a holiday in a year, from a match of :data:`YEARLY_RE`; ``None`` in years that have none."""
    return YEARLY[(match.lastindex or 1) - 1][1]


def events(match: re.Match[str]) -> tuple[Days, ...]:
    """The days of an event, from a match of :data:`EVENTS_RE`."""
    return EVENTS[(match.lastindex or 1) - 1][1]
