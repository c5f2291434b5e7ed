"""Where a text tells a time: expressions found by the grammar of :mod:`.date_words`, not resolved yet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.reading.text.around import sentence_around
from rashomon.reading.times.date_words import ALSO, HINTS, PATTERNS, TRIGGERS
from rashomon.reading.times.occasions import EVENTS_RE, OF_EVENTS, OF_HOLIDAYS, WORDS, YEARLY_RE
from rashomon.records import Relation, Span

_WORD = re.compile(r"[A-Za-z]+|\d[\d/'’]*s?")
_RELATION = re.compile(
    r"\b(before|after|since|until|till|by|following|ahead of|prior to)\s+(?:the\s+|last\s+|next\s+"
    r"|this\s+)?$",
    re.I,
)
_TO_ANCHOR = re.compile(r"\s+(?:[\w’'-]+\s+){0,6}?$")


@dataclass(slots=True)
class Found:
    """An expression before it is resolved; ``after`` is the one that it counts from (*two days before 9/11*)."""

    start: int
    end: int
    form: str
    match: re.Match[str]
    after: Found | None = None
    relation: Relation | None = None
    partial: str | None = None


def spot(text: str, regions: Sequence[Span]) -> list[Found]:
    """The expressions of time in some stretches of a text, in text order, none overlapping another."""
    out: list[Found] = []
    for region in regions:
        at, kinds = region.start, set[str]()
        stop = -1
        words = set(_WORD.findall(text, region.start, region.end))
        told = {w: kind for w in words if (kind := (_known if len(w) <= _LONGEST_KEPT else _kind)(w))}
        for word in _WORD.finditer(text, region.start, region.end) if told else ():
            if (kind := told.get(word.group())) is None:
                continue
            if word.start() >= stop:
                if kinds:
                    out += _in_sentence(text, at, stop, kinds)
                at, stop = sentence_around(text, word.start(), word.end(), region)
                kinds = set()
            kinds.add(kind)
        if kinds:
            out += _in_sentence(text, at, stop, kinds)
    return out


def _kind(word: str) -> str | None:
    low = word.lower()
    if low in ("fall", "year") and (low == "fall" or word[0] == "Y"):
        return "either"  # the fall of Kabul, New Year's Day
    if (kind := TRIGGERS.get(low)) is not None:
        return kind
    if low in WORDS:
        return "occasion"
    if low[0].isdigit() and ("/" in low or low[-1] == "s" or (len(low) == 4 and low[:2] in _CENTURIES)):
        return "occasion" if "/" in low else "figure"
    return None


_known = lru_cache(maxsize=1 << 14)(_kind)
_LONGEST_KEPT = 40
"""Characters of a word that is remembered, at most."""
_CENTURIES = {"15", "16", "17", "18", "19", "20"}


def _in_sentence(text: str, start: int, end: int, kinds: set[str]) -> list[Found]:
    wanted = {also for kind in kinds for also in ALSO.get(kind, (kind,))}
    if "occasion" in kinds:
        wanted.add("unit")
    found: list[Found] = []
    taken: list[tuple[int, int]] = []

    def take(form: str, m: re.Match[str]) -> None:
        if all(m.end() <= a or b <= m.start() for a, b in taken) and _stands(text, form, m):
            found.append(Found(m.start(), m.end(), form, m))
            taken.append(m.span())

    words = text[start:end].lower()
    named = kinds & {"occasion", "either", "month"}
    if named and any(sign in words for sign in OF_EVENTS):
        for m in EVENTS_RE.finditer(text, start, end):
            take("event", m)
    if named and any(sign in words for sign in OF_HOLIDAYS):
        for m in YEARLY_RE.finditer(text, start, end):
            if text[m.start()].isupper() or text[m.start() : m.end()].lower() == "election day":
                take("yearly", m)
    for form, kind, pattern in PATTERNS:
        if kind in wanted and any(hint in words for hint in HINTS.get(form, ("",))):
            for m in pattern.finditer(text, start, end):
                take(form, m)
    found.sort(key=lambda f: f.start)
    _tie(text, found)
    held = [f.after for f in found if f.after is not None and f.after.end == f.end]
    return [f for f in found if not any(f is h for h in held)]


def _stands(text: str, form: str, m: re.Match[str]) -> bool:
    """Whether a match is a time at all: "May" and "March" are other words too, and so are "fall" and a bare number."""
    g = m.groupdict()
    if form == "month" and not g.get("year") and not g.get("which") and not g.get("part"):
        prep = (g.get("prep") or "").lower()
        if _GIVEN_NAME.match(text, m.start("month")) and prep not in _OF_TIME:
            return False  # that Jan Oulik, of June Carver
        if g["month"] in ("Jan", "Jul", "Jun", "Mar") and (
            prep not in _OF_TIME or text[m.end() + 1 : m.end() + 2].isupper()
        ):
            return False  # a name more often than the short form without its point
        if g.get("month") in ("May", "March") and not prep:
            return text[m.end() : m.end() + 2] in ("’s", "'s")
        return True
    if form == "season":
        told = g["year"] or g["which"] or g["whose"]
        return bool(told) or (m.group()[:3].lower() in ("in ", "the") and g["season"].lower() != "fall")
    if form == "deictic" and (g["word"] or "")[:1].isupper():
        # USA Today, Trending Today
        return re.search(r"[A-Z]\w* $", text[max(0, m.start() - 20) : m.start()]) is None
    if form == "span":
        return bool(g["number"] or g["vague"]) or not g["unit"].lower().startswith("day")
    if form == "decade":
        before = text[max(0, m.start() - 7) : m.start()].lower()
        return not re.search(r"\b(?:his|her|their|my|our)\s$", before)
    if form == "year" and not g["part"]:
        return _a_year(text, m)
    if form == "vague":
        return not m.group().lower().startswith("long")
    return True


_GIVEN_NAME = re.compile(r"(?:Jan|April|May|June|August)\s+[A-ZÀ-Þ]")
"""A month that is a given name too, before a word in capitals."""

_OF_TIME = frozenset("in since until till during throughout last this next before after by through".split())
"""Words that lead to a month and not, as a rule, to a name."""

_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|before|after|during|of|from|to|and|through|late|early|mid|summer"
    r"|spring|fall|autumn|winter|the|a|an"
    r"|her|his|its|their|our|this|that|between|or|for|A|An|The|In|As of|as of|circa|around|year"
    r"|[A-Z][\w’'.-]+|[’']s)|[(,;–-])\s*$",
)
_YEAR_AFTER = re.compile(
    r"\s*(?:[,.;:)”\"’!?–-]|$|(?:and|when|the|that|as|to|in|at|for|he|she|it|they|with|after|before|but|or"
    r"|was|is|had|has)\b)"
)


def _a_year(text: str, m: re.Match[str]) -> bool:
    """Whether a number of four digits is a year: a word of time before it, or an end after it."""
    before, after = text[max(0, m.start() - 25) : m.start()], text[m.end() : m.end() + 30]
    if re.search(r"\b(?:some|about|around|nearly|almost|over|least|than|only|all|another)\s+$", before):
        return False
    if re.search(r"\b(?:for|or|and|of|to|with|from)\s+$", before) and re.match(r"\s+[a-z]+s\b", after):
        return False  # of 1950 bricks
    return bool(_YEAR_BEFORE.search(before) or _YEAR_AFTER.match(after))


def _tie(text: str, found: list[Found]) -> None:
    """Lead each *two days before*, *the eve of* to what it counts from, and note *since*, *by* and the like before a time."""
    # From the last one back: in "two days before the eve of Christmas" the eve is known first.
    for i, f in reversed(list(enumerate(found))):
        if (relation := _RELATION.search(text, max(0, f.start - 24), f.start)) is not None:
            f.relation = _RELATIONS[relation.group(1).lower()]
        elif (inner := re.match(r"(before|after|since|until|till|by)\s", f.match.group(), re.I)) is not None:
            f.relation = _RELATIONS[inner.group(1).lower()]
        if f.form not in ("shift", "eve"):
            continue
        way = (f.match["way"] or "before").lower()
        if way in ("before", "after", "following", "preceding", "prior to", "ahead of") and i + 1 < len(
            found
        ):
            other = found[i + 1]
            gap = text[f.end : other.start]
            if len(gap) < 60 and not re.search(r"[,.;:“”\"(—]", gap) and _TO_ANCHOR.fullmatch(gap):
                f.after = other
                other.relation = None
                if gap.strip().lower() in ("", "the", "of", "of the"):
                    f.end = other.end  # "two days before 9/11" is one time


_RELATIONS = {
    "before": Relation.BEFORE, "ahead of": Relation.BEFORE, "prior to": Relation.BEFORE, "after": Relation.AFTER,
    "following": Relation.AFTER, "since": Relation.SINCE, "until": Relation.UNTIL, "till": Relation.UNTIL, "by": Relation.BY,
}  # fmt: skip
