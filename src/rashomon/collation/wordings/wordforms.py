"""The words of a wording as an editor compares them: which are the same, which only spelt otherwise, which merely alike."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, stem
from rashomon.reading.text.numbers import ONES, TENS, WORDS
from rashomon.reading.text.quotations import quotations
from rashomon.reading.text.surface import surface
from rashomon.records import Report, Span, Voice

LONGEST = 400
"""Words of a wording that are compared; a sentence of more is a list or a fault of the page, and comparing takes time that
grows with the square of its length."""

ALIKE = 75.0
"""Least likeness of letters (rapidfuzz's ratio, 0 to 100) of two forms of one word: *march* and *marched*, not *silence* and
*violence* (67). Set by hand."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:['’‘ʼ´`-]\w+)*|[%&]")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`", "'"))
_SYMBOLS = {"%": "percent", "&": "and"}
"""Signs that another house spells out."""

_NUMBERS = {word: str(n) for word, n in WORDS.items()} | {
    f"{ten} {one}": str(n + k) for ten, n in TENS.items() for k, one in enumerate(ONES[1:10], start=1)
}
_NUMBER = re.compile(rf"\b(?:(?:{'|'.join(TENS)}) (?:{'|'.join(ONES[1:10])})|{'|'.join(WORDS)})\b")
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
# British and American spelling by rule, in words of so many letters or more: "four" is not "for", nor "filled" "filed".
_BRITISH = tuple(
    (least, re.compile(pattern), american)
    for least, pattern, american in (
        (5, r"([aeiou][^\Waeiou]{0,3})our(?=(?:s|ed|ing|able|ful|hoods?|less|ites?|ers?|ly)?\b)", r"\1or"),
        (6, r"is(?=(?:e|es|ed|ing|ation|ations)\b)", "iz"),
        (6, r"ys(?=(?:e|es|ed|ing)\b)", "yz"),
        (5, r"(?<=[bt])re(?=[sd]?\b)", "er"),
        (5, r"(?<=t)ring\b", "ering"),
        (6, r"ence(?=[sd]?\b)", "ense"),
        (6, r"([aeiou][^\Waeiou]*[aeiou])ll(?=(?:ed|ing|er|ers)\b)", r"\1l"),
        (6, r"(?<=[ao]g)ue(?=s?\b)", ""),
        (7, r"(?<=gram)me(?=s?\b)", ""),
        (7, r"(?<=dg)e(?=ment)", ""),
    )
)
_CLOCK = re.compile(r"0?(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?P<half>[ap]m)?")
_SPELT = {"okay": "ok"}


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
        key = unicodedata.normalize("NFKC", match.group().translate(_APOSTROPHES)).casefold()
        found.append(Word(match.start(), match.end(), _SYMBOLS.get(key, key), place if inside else None))
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
    """Whether keys are the same words spelt otherwise: hyphens, apostrophes, figures, short forms, times of the clock, accents,
    British and American spelling.

    >>> spelt_alike(["don't"], ["do", "not"]), spelt_alike(["well-known"], ["well", "known"]), spelt_alike(["11"], ["eleven"])
    (True, True, True)
    >>> spelt_alike(["honour"], ["honor"]), spelt_alike(["lit"], ["out"])
    (True, False)
    >>> spelt_alike(["6:00"], ["6"]), spelt_alike(["18:30"], ["6.30", "p", "m"]), spelt_alike(["okay"], ["ok"])
    (True, True, True)
    """
    if not one or not other:
        return False
    first, second = " ".join(one), " ".join(other)
    return _plain(first) == _plain(second) or first.replace("'", "") == second.replace("'", "")


def spelt_out(keys: Iterable[str]) -> list[str]:
    """Keys with short forms as the words that they stand for.

    >>> spelt_out(["we", "don't"])
    ['we', 'do', 'not']
    """
    key = " ".join(keys)
    for pattern, full in _SHORT_FORMS:
        key = pattern.sub(full, key)
    return key.split()


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> bool:
    """Whether two keys may be forms of one word: the same stem, or nearly the same letters."""
    if min(len(one), len(other)) < 3:
        return False
    return stem(one) == stem(other) or fuzz.ratio(one, other) >= ALIKE


@lru_cache(maxsize=65_536)
def _plain(key: str) -> str:
    key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    key = _NUMBER.sub(lambda number: _NUMBERS[number.group()], " ".join(spelt_out([key.replace("-", " ")])))
    plain = "".join(_one(word) for word in key.split())
    return _clock(plain) or plain


def _one(word: str) -> str:
    word = _SPELT.get(word, word.replace(",", ""))
    for least, pattern, american in _BRITISH:
        if len(word) >= least:
            word = pattern.sub(american, word)
    return word


def _clock(plain: str) -> str | None:
    """A time of the clock as hour and minute, the full hour as the hour alone."""
    time = _CLOCK.fullmatch(plain)
    if time is None:
        return None
    hour = int(time["hour"])
    if time["half"] and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (time["half"] == "pm")
    return f"{hour}:{time['minute']}" if time["minute"] not in (None, "00") else str(hour)
