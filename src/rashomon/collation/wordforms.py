"""The words of a wording as an editor compares them: which are the same, which only spelt otherwise, which merely alike."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz

from rashomon.collation.likeness import FUNCTION_WORDS, stem
from rashomon.reading.quotations import quotations
from rashomon.reading.surface import surface
from rashomon.records import Report, Span, Voice

LONGEST = 400
"""Words of a wording that are compared; a sentence of more is a list or a fault of the page, and comparing takes time that
grows with the square of its length."""

ALIKE = 75.0
"""Least likeness of letters (rapidfuzz's ratio, 0 to 100) of two forms of one word: *march* and *marched*, not *silence* and
*violence* (67). Set by hand."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:['’-]\w+)*")

_NUMBERS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(),
        map(str, range(1, 21)),
        strict=True,
    )
)
_SHORT_FORMS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(?:can't|cannot)\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"\b(it|he|she|that|there|here|what|who)'s\b"), r"\1 is"),
)
# British and American endings, in words of six letters or more: "four" is not "for".
_BRITISH = (
    (re.compile(r"our(?=s?\b|ed\b|ing\b|able\b|ful\b)"), "or"),
    (re.compile(r"is(?=(?:e|es|ed|ing|ation|ations)\b)"), "iz"),
    (re.compile(r"ys(?=(?:e|es|ed|ing)\b)"), "yz"),
    (re.compile(r"tre(?=s?\b)"), "ter"),
    (re.compile(r"ence\b"), "ense"),
    (re.compile(r"ll(?=(?:ed|ing|er|ers)\b)"), "l"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a report's text: its characters, what it is compared by, and the quotation it stands in.

    ``quotation`` counts the stretches in quotation marks of its report, outermost ones only; ``None`` is outside of any.
    """

    start: int
    end: int
    key: str
    quotation: int | None

    @property
    def tells(self) -> bool:
        """Whether it is more than a function word."""
        return self.key not in FUNCTION_WORDS


def words(text: str, start: int, end: int, quoted: Sequence[Span] = ()) -> tuple[Word, ...]:
    """The first :data:`LONGEST` words of ``text[start:end]``; ``quoted`` are stretches in quotation marks, in text order."""
    found = []
    for match in islice(_WORD.finditer(text, start, end), LONGEST):
        place = bisect_right(quoted, match.start(), key=lambda span: span.start) - 1
        inside = place >= 0 and match.end() <= quoted[place].end
        key = unicodedata.normalize("NFKC", match.group()).casefold().replace("’", "'")
        found.append(Word(match.start(), match.end(), key, place if inside else None))
    return tuple(found)


def quoted_spans(report: Report) -> tuple[Span, ...]:
    """What stands as somebody's own words in a report: the outermost pairs of quotation marks, and embedded posts."""
    spans = [Span(q.start, q.end) for q in quotations(surface(report.text)) if q.depth == 0]
    spans += [Span(p.start, p.end) for p in report.passages if p.voice is Voice.EMBEDDED]
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def spelt_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether keys are the same words spelt otherwise: hyphens, figures, short forms, British and American spelling, accents.

    >>> spelt_alike(["don't"], ["do", "not"]), spelt_alike(["well-known"], ["well", "known"]), spelt_alike(["11"], ["eleven"])
    (True, True, True)
    >>> spelt_alike(["honour"], ["honor"]), spelt_alike(["lit"], ["out"])
    (True, False)
    """
    return bool(one) and bool(other) and _plain(" ".join(one)) == _plain(" ".join(other))


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> bool:
    """Whether two keys may be forms of one word: the same stem, or nearly the same letters."""
    if min(len(one), len(other)) < 3:
        return False
    return stem(one) == stem(other) or fuzz.ratio(one, other) >= ALIKE


@lru_cache(maxsize=65_536)
def _plain(key: str) -> str:
    key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    for pattern, full in _SHORT_FORMS:
        key = pattern.sub(full, key)
    return "".join(_one(word) for word in key.replace("-", " ").split())


def _one(word: str) -> str:
    word = _NUMBERS.get(word, word.replace(",", ""))
    if len(word) >= 6:
        for pattern, american in _BRITISH:
            word = pattern.sub(american, word)
    return word
