"""Numbers that count nobody in an event: dates, times of day, years, ages, numbers in names, shares."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.text.counted import noun, person
from rashomon.reading.text.numbers import Number
from rashomon.reading.times.date_words import A_MONTH
from rashomon.records import Span, overlap

_DATED_BEFORE = re.compile(
    rf"\b{A_MONTH}\.?\s+$"
    r"|\b(?:no|nos|age|aged|chapter|section|article|page|at|version|flight|route|highway|resolution|room)\.?\s+$",
    re.I,
)
_DATED_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{A_MONTH}\b|\s*(?:a\.?m\.?|p\.?m\.?|o['’]clock)\b"
    r"|\s+in the (?:morning|evening|afternoon)",
    re.I,
)
_AGES = re.compile(
    r"\bage[ds]?\s+(?:between\s+|from\s+)?\d+(?:,\s*\d+)*\s*,?\s*(?:and|to|or|[,–-])\s*$", re.I
)
_AGES_LISTED = re.compile(
    r"\b(?:[a-z-]+s|children|men|women|[A-Z][\w’'-]+\s+and\s+(?:[A-Z][\w’'-]+\s+)*[A-Z][\w’'-]+),\s+(?:\d{1,3},?\s+and\s+)?$"
)
_LIST_CLOSED = re.compile(r"(?:,?\s+and\s+\d{1,3})?\s*[,.;)]")
"""Of two people the ages: ``his two half-brothers, 17 and 22, were``."""

_TOLD_BY_WHAT = (
    "half-brother|half-sister|boyfriend|girlfriend|suspect|teenager|mother|father|brother|sister|son|daughter|husband|wife|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|actor"
    "|actress|singer|widow|widower"
)
_NAME_BEFORE = re.compile(
    rf"(?P<in>\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Oo]utside|[Ff]rom|[Aa]cross|[Oo]n)\s+(?:the\s+)?)?"
    rf"(?P<name>(?:[^\W\d_a-z][\w’'.-]*\s+)*[^\W\d_a-z][\w’'.-]*|\b(?:{_TOLD_BY_WHAT})),\s+$"
)
_CLOSED = re.compile(r"\s*(?:[,.;:)!?—–\"”’]|-\s|and\b|or\b|$)")
_IN_BRACKETS = re.compile(r"[^\W\d_a-z][\w’'.-]*\s+\($")
_LEAD = 160
"""Characters of a sentence before a number that are looked at."""
_OLDEST = 120
"""Years: a higher number beside a name is no age."""

_PARENT = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parents?|(?:grand|step)(?:mother|father)|widow|widower)\s+(?:of|to)\s+$",
    re.I,
)
_DIED_AT = re.compile(
    r"\b(?:(?:dies|died|die|dying|dead|(?:passe[sd]|passing)\s+away)(?:\s+(?:peacefully|suddenly|\w+day))?)\s+at\s+(?:just\s+|only\s+)?$",
    re.I,
)
_COUNTED_DEAD = re.compile(r"\b(?:number|count|toll|tally|total|puts?|putting|(?:the|many)\s+dead)\b", re.I)
"""Before *at 95* where it is no age: *put the number of dead at 95*."""

_TIMES = re.compile(
    r"\s+times\s+(?:as|the|that|those|its|their|his|her|more|higher|larger|greater|bigger|what|over)\b", re.I
)
"""Behind a number that only compares: *five times the milestone*."""

_OF_A_NAME = re.compile(r"(?<![.!?:;“”\"\n])(?<!^)\s(?P<name>[A-Z][a-z]{3,})\s$")
_NAME_ENDS = re.compile(r"(?:[,;)]|[’']s\b)")
"""Round a number that is a name's last word: *Windows 8, due next month*."""
_LONG_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{4,30}")
_NEAR = 120
"""Characters on either side of such a number by which a headline is told, of which each word may begin with a capital."""

_SHARE_OF = re.compile(
    r"\b(?:one\s+in|(?P<n>[\w,]+)\s+(?:out\s+of(?:\s+every)?|in\s+every|of\s+every))\s+$", re.I
)
_OF_EVERY = re.compile(r"\s+(?:in|out\s+of|of)\s+every\s+[\w]", re.I)

_TOLL_AT = re.compile(
    r"\b(?:toll|dead|killed|deaths|fatalities|casualties|injured|wounded|missing|count|tally|total|figure|number)\b[^.;:!?\d]{0,60}"
    r"\bat\s+$",
    re.I,
)
"""Before a number that is no time of day: *the death toll stood at 12*."""


_NO_TIME = re.compile(r"\s*%|\s+per\s?cent\b|\s+(?:hundred|thousand|million|billion|trillion)\b", re.I)
_SCALED = re.compile(r".*\b(?:hundred|thousand|million|billion|trillion|bn|mn)", re.I | re.S)
"""A number behind *at* that is no time of day: *at 74%*, *at 62 million crowns*."""


def is_no_figure(text: str, n: Number, sentence: Span, dated: Sequence[Span], places: Sequence[Span]) -> bool:
    """A date, a time of day, a year, an age, a number in a name, a share, how many children somebody has."""
    words = text[n.span.start : n.span.end].lower()
    if any(d.start <= n.span.start and n.span.end <= d.end for d in dated) and not n.vague:
        return True
    if re.fullmatch(r"0\d+", words):
        return True
    if re.fullmatch(r"(?:1[89]|20)\d\d", words) and not person(_following(text, n.span.end)):
        return True
    before = text[max(0, n.span.start - 14) : n.span.start]
    if (
        _DATED_BEFORE.search(before)
        and words[0].isdigit()
        and not (_NO_TIME.match(text, n.span.end) or _SCALED.match(words))
        and not _TOLL_AT.search(text, _lead(n, sentence), n.span.start)
    ):
        return True
    if _DATED_AFTER.match(text, n.span.end):
        return True
    if _is_age(text, n, sentence, places) or is_share(text, n, sentence) or _TIMES.match(text, n.span.end):
        return True
    if _is_of_a_name(text, n, sentence, places):
        return True
    if _PARENT.search(text, _lead(n, sentence), n.span.start):
        return True
    if n.vague and re.search(r"\b(?:how|so|too|as)\s+$", before, re.I):
        return True
    if words == "one" and (
        not person(_following(text, n.span.end))
        or re.match(r"\s+(?:of|another|day|more|thing|way|that|who|which)\b|[,.]", text[n.span.end :][:12])
        or re.search(r"\b(?:no|any|every|some|the|this|that|each)\s+$", before, re.I)
    ):
        return True
    return bool(
        n.vague and words in ("many", "scores", "multiple") and not person(_following(text, n.span.end))
    )


def _is_age(text: str, n: Number, sentence: Span, places: Sequence[Span]) -> bool:
    """Whether a bare number is somebody's age: ``Anna Kerr, 34, was``, ``Kerr (34)``, ``aged 14 and 16``.

    After the name of a place (``in Lidva, 15,``) it counts.
    """
    words = text[n.span.start : n.span.end]
    died = _DIED_AT.search(text, _lead(n, sentence), n.span.start) if words.isdigit() else None
    if (
        died
        and int(words) <= _OLDEST
        and not _COUNTED_DEAD.search(text, _lead(n, sentence), died.start() + 4)
    ):
        return (
            re.match(r"\s+[A-Z\n]|\s*(?:[.,;:)!?—–\"”’]|-\s|$)", text[n.span.end : n.span.end + 4])
            is not None
        )
    if not words.isdigit() or len(words) > len(str(_OLDEST)) or not 0 < int(words) <= _OLDEST:
        return False
    if _AGES.search(text, _lead(n, sentence), n.span.start):
        return True
    pair = re.search(r"\s+and\s+\Z", text[max(0, n.span.start - 8) : n.span.start]) or re.match(
        r",?\s+and\s+\d", text[n.span.end : n.span.end + 12]
    )
    if (
        pair
        and _LIST_CLOSED.match(text, n.span.end)
        and _AGES_LISTED.search(text, max(sentence.start, n.span.start - 90), n.span.start)
    ):
        return True
    if text[n.span.end : n.span.end + 1] == ")" and _IN_BRACKETS.search(
        text, _lead(n, sentence), n.span.start
    ):
        return not any(p.end >= n.span.start - 2 and p.start < n.span.start for p in places)
    if not _CLOSED.match(text, n.span.end):
        return False
    name = _NAME_BEFORE.search(text, _lead(n, sentence), n.span.start)
    return bool(name and not name["in"] and not any(overlap(p, Span(*name.span("name"))) for p in places))


def _is_of_a_name(text: str, n: Number, sentence: Span, places: Sequence[Span]) -> bool:
    """Whether a number ends a name: ``Windows 8,``; after that of a place (``in Lidva 15,``) it counts, and so it does in a
    headline (``Blast Kills 12, Wounds 30``).
    """
    if not text[n.span.start : n.span.end].isdigit() or _NAME_ENDS.match(text, n.span.end) is None:
        return False
    m = _OF_A_NAME.search(text, _lead(n, sentence), n.span.start)
    if m is None or any(overlap(p, Span(*m.span("name"))) for p in places):
        return False
    beside = text[max(sentence.start, n.span.start - _NEAR) : min(sentence.end, n.span.end + _NEAR)]
    words: list[str] = _LONG_WORD.findall(beside)
    return 2 * sum(word[0].isupper() for word in words) <= len(words)


def is_share(text: str, n: Number, sentence: Span) -> bool:
    """Whether it is a part of a share: both numbers of ``three in every ten``, the second of ``three out of ten``."""
    return bool(_OF_EVERY.match(text, n.span.end) or _SHARE_OF.search(text, _lead(n, sentence), n.span.start))


def _lead(n: Number, sentence: Span) -> int:
    return max(sentence.start, n.span.start - _LEAD)


def _following(text: str, at: int) -> str:
    span = noun(text, at, min(len(text), at + 60))
    return text[span.start : span.end] if span else ""
