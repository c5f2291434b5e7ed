"""Counts whose verb tells no more than that there were so many: *received 30 complaints*, *37 complaints were filed*.

Such verbs are light: what is counted is one thing, whichever of them stands beside it. Not so where it is told whose they are
(*the tenants filed 30*, *from the tenants*), which may be a part of all, nor of a longer time (*since May*, *this year*). Two
counts are of one matter where neither is of a kind that the other's sentence does not tell, nor each of something else (*about
noise*, *about dust*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.accounts.conflicts.figures.noun_and_verb import (
    OVER_TIME,
    Key,
    counted_noun,
    stem_of,
    told_besides,
)
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.around import sentence_around
from rashomon.records import Figure, Span

THERE_WERE = "~ there were"
"""What stands for each of these verbs: told behind all others."""

_DONE = (
    "administered|brought|carried\\s+out|conducted|counted|filed|fired|given|heard|held|issued|lodged|logged|made|noted|performed|raised"
    "|received|recorded|registered|run|submitted|taken"
)
_GOT = "received|receives|got|logged|recorded|registered|fielded|counted|noted|conducted|performed|carried\\s+out|ran"
_DRAWN = "attracted|drawn|drew|led\\s+to|prompted|provoked|sparked"
_BEFORE = re.compile(
    r"\b(?:(?P<there>there\s+(?:were|are|have\s+been|had\s+been))"
    rf"|(?P<drawn>{_DRAWN})|(?P<got>{_GOT}))\s+(?:(?:already|only|just|as\s+many\s+as|a\s+total\s+of|some)\s+){{0,2}}\Z",
    re.I,
)
_BEHIND = re.compile(
    r"(?:\s+(?:about|against|at|concerning|for|in|into|of|on|over|with)\s+[^.,;:!?\n]{1,60}?)?"
    rf"\s+(?:were|are|have\s+been|had\s+been)\s+(?:(?:also|already|reportedly|\w{{1,20}}ly)\s+){{0,2}}(?P<done>{_DONE})\b",
    re.I,
)
_WHOSE = re.compile(
    r"[^.;:!?\n]{0,80}?\s(?:from|by)\s(?!(?:noon|midnight|then|now|dawn|dusk|phone|post|mail|e-?mail|letter|the\s+end|(?:\w{1,8}day))\b)",
    re.I,
)
"""That they are somebody's: *filed by the tenants*, *complaints from Harn*."""

_TOPIC = re.compile(
    r"\s+(?:about|against|concerning|for|into|of|over|with)\s+"
    r"(?P<what>(?:(?!(?:after|and|are|at|before|by|during|from|had|have|in|on|to|was|were|when)\b)[\w’'-]{1,30}\s*){1,6})",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_LIGHT = frozenset(stem_of(w) for w in re.findall("[a-z]+", f"{_DONE} {_GOT} {_DRAWN}"))

_AROUND = 60
"""Characters before a number in which its verb stands."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What counted things are of: their ``kinds`` (*noise* complaints), what they are ``about``, and all told with them."""

    kinds: frozenset[str]
    about: frozenset[str]
    told: frozenset[str]


def counts_there_were(text: str, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """A count of things with a light verb, and the words from the verb to the noun; a noun alone where the verb is not whose."""
    at = counted_noun(text, figure) if figure.unit == "thing" else None
    if at is None or at.start < figure.end or _WHOSE.match(text, at.end, at.end + 120):
        return
    low, high = sentence_around(text, figure.start, figure.end)
    if OVER_TIME.search(text, low, high) is not None:
        return
    before = _BEFORE.search(text, max(low, figure.start - _AROUND), figure.start)
    behind = _BEHIND.match(text, at.end, min(high, at.end + 120))
    if before is None and behind is None:
        return
    start = before.start() if before and before["got"] else figure.start
    yield (THERE_WERE, figure.unit, stem_of(text[at.start : at.end])), Span(start, at.end)


def matter_of(text: str, figure: Figure, at: Span) -> Matter:
    """What a count with a light verb is of; ``at`` is its noun with what stands before."""
    noun = counted_noun(text, figure)
    first = figure.counted.start if figure.counted else at.end
    kinds = _stems(text[first : noun.start]) if noun else frozenset()
    topic = _TOPIC.match(text, at.end, at.end + 200)
    about = _stems(topic["what"]) if topic else frozenset()
    return Matter(kinds, kinds | about, told_besides(text, figure) | kinds)


def besides_light_verbs(besides: frozenset[str]) -> frozenset[str]:
    """What a sentence tells besides, less the light verbs."""
    return besides - _LIGHT


def one_matter(one: Matter, other: Matter) -> bool:
    """Whether two counts can be of one matter.

    >>> noise, dust = (Matter(frozenset(), frozenset({x}), frozenset({x, "mill"})) for x in ("noise", "dust"))
    >>> one_matter(noise, noise), one_matter(noise, dust)
    (True, False)
    """
    if not (one.kinds <= other.told and other.kinds <= one.told):
        return False
    return not one.about or not other.about or not one.about.isdisjoint(other.about)


def _stems(words: str) -> frozenset[str]:
    found = (m.group().lower() for m in _WORD.finditer(words))
    return frozenset(stem_of(w) for w in found if w not in FUNCTION_WORDS and len(w) > 2)
