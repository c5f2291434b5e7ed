"""Numbers as a text gives them, in words and digits, with what is said about how exact they are, as low, best and high.

``at least 13`` is 13 or more, ``some 60`` is about 60, ``dozens`` is from two dozen to just under a hundred. The three
values follow the practice of the Uppsala Conflict Data Program (Sundberg and Melander 2013: low, best and high estimate);
``None`` is *not given*.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rashomon.records import Span

ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen""".split()
"""Words for the numbers from nought, each at its own place."""
TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
}
WORDS = {word: n for n, word in enumerate(ONES)} | TENS
"""Numbers that are one word."""


def spelt(low: int, high: int) -> str:
    """The words for the numbers from one to another, for a pattern: below twenty, both included.

    >>> spelt(2, 5)
    'two|three|four|five'
    """
    return "|".join(ONES[low : high + 1])


#: Words for how many without a number: low, best, high. Low is the fewest that the word is used of; where a best is
#: given, it is that low, as UCDP codes what is left open. "several", "a number of", "multiple" and "numerous" were checked
#: against the coding of the development half of the press releases of bench/figures.py; the rest is what the words say.
VAGUE: dict[str, tuple[float, float | None, float | None]] = {
    "a couple of": (2, 2, 3), "a couple": (2, 2, 3), "a pair of": (2, 2, 2), "a few": (3, 3, 9), "a handful of": (3, 5, 9),
    "several": (3, 3, 20), "a number of": (3, None, None), "multiple": (3, None, None), "numerous": (4, None, None),
    "many": (4, None, None), "a dozen": (12, 12, 12), "half a dozen": (6, 6, 6), "a half dozen": (6, 6, 6),
    "dozens of": (24, None, 99), "dozens": (24, None, 99), "scores of": (40, None, 199), "scores": (40, None, 199),
    "several dozen": (36, None, 99), "a few dozen": (36, None, 60), "tens of": (20, None, 99),
    "hundreds of": (200, None, 1_999), "hundreds": (200, None, 1_999), "several hundred": (300, None, 999),
    "a few hundred": (200, 300, 600), "thousands of": (2_000, None, 19_999), "thousands": (2_000, None, 19_999),
    "several thousand": (3_000, None, 9_999), "a few thousand": (2_000, 3_000, 6_000),
    "tens of thousands of": (20_000, None, 99_999), "tens of thousands": (20_000, None, 99_999),
    "hundreds of thousands of": (200_000, None, 999_999), "hundreds of thousands": (200_000, None, 999_999),
    "millions of": (2_000_000, None, None), "millions": (2_000_000, None, None),
}  # fmt: skip

_AT_LEAST = (
    "at least|no fewer than|not fewer than|no less than|not less than|a minimum of|upwards of|not under|"
    "as few as"
)
_MORE_THAN = "more than|over|above|in excess of|well over|upward of|greater than"
_AT_MOST = "at most|no more than|not more than|up to|as many as|a maximum of|maximum of"
_LESS_THAN = "fewer than|less than|under|below"
_ABOUT = (
    "about|around|approximately|roughly|an estimated|estimated|some|circa|close to|in the region of|"
    "approx\\.?|as much as"
)
_NEARLY = "nearly|almost|just under|just short of"
_QUALIFIERS = {
    "atleast": _AT_LEAST, "more": _MORE_THAN, "atmost": _AT_MOST, "less": _LESS_THAN, "about": _ABOUT, "nearly": _NEARLY,
    "exactly": "exactly|precisely|only|just",
}  # fmt: skip
_QUALIFIER = "|".join(rf"(?P<{kind}>{words})" for kind, words in _QUALIFIERS.items()).replace(" ", r"\s+")

_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3},[ ]000\b|\d+(?:\.\d+)?"
_ONE_WORD = "|".join([*ONES, *TENS])
_SPELT = rf"(?:{_ONE_WORD})(?:(?:[\s-]+(?:and\s+)?)(?:{_ONE_WORD}|{'|'.join(_SCALES)}|dozen)(?!\w))*"
_ARTICLE = rf"an?\s+(?:{'|'.join(_SCALES)})(?:\s+and\s+(?:{_ONE_WORD}))?"
_PLAIN = (
    rf"(?:(?:{_DIGITS})(?:[\s-](?:{'|'.join(_SCALES)}|dozen|bn|mn|m|k)(?!\w))?|(?:{_SPELT})(?!\w)|{_ARTICLE})"
)
_VAGUE = "|".join(
    r"\s+".join(map(re.escape, words.split())) for words in sorted(VAGUE, key=len, reverse=True)
)
_SIGN = r"(?:US\$|A\$|C\$|[$£€¥₹])?"
"""A currency's sign, which may stand between a number and what qualifies it: *over $1 million*."""

_NUMBER = re.compile(
    rf"""(?<![\w.,/:#-])(?<!\d\s[-–])
    (?:(?P<between>between\s+){_SIGN}(?P<first>{_PLAIN})\s+and\s+{_SIGN}(?P<last>{_PLAIN})
     | (?P<qualifier>(?:{_QUALIFIER})\s+{_SIGN})?
       (?:(?P<vague>{_VAGUE})
        | (?P<low>{_PLAIN})(?:\s*(?:[-–]|\bto\b|\bor\b)\s*(?P<high>{_PLAIN}))?
          (?P<after>\s+or\s+more|\s+or\s+so|\+|-plus|\s+plus\b)?
       )
    )(?![\w/:]|[.,-]\d|-[A-Za-z])""",
    re.I | re.X,
)

_A_FIGURE = re.compile(r"\d")
_LATIN_WORD = re.compile(r"[a-z]+")
_WORDS_FOR_NUMBERS = frozenset(
    [*WORDS, *_SCALES, "dozen", *(max(phrase.split(), key=len) for phrase in VAGUE)]
)
"""Of numbers in words one each: a stretch with neither these nor a figure has no number, and most have none."""

_CHANGED = re.compile(
    r"\b(?:rose|ris(?:es|en|ing)|climb(?:s|ed|ing)|jump(?:s|ed|ing)|increas(?:es|ed|ing)|grew|gr(?:own|ows|owing)|went up"
    r"|soar(?:s|ed|ing)|f[ae]ll|fallen|drop(?:s|ped)|went down|revis(?:es|ed|ing)|rais(?:es|ed|ing)|lower(?:s|ed|ing)|cut"
    r"|up|down|chang(?:es|ed))(?:\s+[\w’']+){0,6}?\s+from\s+$",
    re.I,
)
"""What stands before ``12 to 15`` where it is no range but a change, which leaves 15."""

#: Half the width of "about" and "some", as a share: what round numbers are rounded to, not a measurement.
ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands, with the words that qualify it; ``why`` is how they were taken. ``beyond`` tells that its end
    is the first whole number beyond the one that is given: 101 of *more than 100*.
    """

    span: Span
    low: float | None
    best: float | None
    high: float | None
    vague: bool
    why: str
    beyond: bool = False


def numbers(text: str, start: int, end: int) -> list[Number]:
    """The numbers in ``text[start:end]``, in order; spans count code points of ``text`` and hold the qualifying words.

    >>> [(n.low, n.best, n.high) for n in numbers("at least 13 of some 60, more than 1.5 million, dozens", 0, 53)]
    [(13.0, 13.0, None), (54.0, 60.0, 66.0), (1500001.0, None, None), (24, None, 99)]
    """
    if _A_FIGURE.search(text, start, end) is None and _WORDS_FOR_NUMBERS.isdisjoint(
        _LATIN_WORD.findall(text[start:end].casefold())
    ):
        return []
    found = []
    for m in _NUMBER.finditer(text, start, end):
        if m["vague"]:
            given: _Range = VAGUE[" ".join(m["vague"].lower().split())]
            low, best, high = given
            words = " ".join(m["vague"].split())
            vague = not low == best == high
            why = f"“{words}” gives no number" if vague else f"“{words}” is a number"
            kind = next((k for k in _QUALIFIERS if m[k]), None)
            if kind in ("atleast", "more"):
                high = None
            elif kind is not None and low is not None and low == best == high:  # "nearly a dozen"
                low, best, high = _RANGES[kind](low)
                why = f"{why}; “{' '.join(m['qualifier'].split())}” beside it"
            found.append(Number(Span(m.start(), m.end()), low, best, high, vague, why))
            continue
        changed = m["high"] is not None and _CHANGED.search(text, max(start, m.start() - 80), m.start())
        number = _changed(m) if changed else _bounded(m)
        if number is not None:
            found.append(number)
    return found


def _bounded(m: re.Match[str]) -> Number | None:
    span = Span(m.start(), m.end())
    first = value(m["first"] or m["low"])
    second = m["last"] or m["high"]
    if first is None:
        return None
    if second:
        last = value(second)
        if last is None or last <= first:
            return None
        return Number(span, first, None, last, False, "a range")
    after = (m["after"] or "").split()
    kind = next((k for k in _QUALIFIERS if m[k]), None)
    if after in (["or", "more"], ["+"], ["-plus"], ["plus"]):
        kind = "atleast"
    elif after == ["or", "so"]:
        kind = "about"
    low, best, high = _RANGES[kind](first)
    words = " ".join((m["qualifier"] or m["after"] or "").split())
    why = f"“{words}” beside the number" if kind else "the number"
    return Number(span, low, best, high, False, why, beyond=kind in ("more", "less") and first == int(first))


def _changed(m: re.Match[str]) -> Number | None:
    """The number that a change leaves: 15 of ``rose from 12 to 15``."""
    left = value(m["high"])
    return (
        None
        if left is None
        else Number(Span(*m.span("high")), left, left, left, False, "the number after a change")
    )


_Range = tuple[float | None, float | None, float | None]
_RANGES: dict[str | None, Callable[[float], _Range]] = {
    None: lambda n: (n, n, n),
    "exactly": lambda n: (n, n, n),
    "atleast": lambda n: (n, n, None),
    # Of what is counted, more than 100 is 101; of what is measured, anything above.
    "more": lambda n: (n + 1 if n == int(n) else n, None, None),
    "atmost": lambda n: (None, n, n),
    "less": lambda n: (None, None, n - 1 if n == int(n) else n),
    "about": lambda n: (n - n * ABOUT, n, n + n * ABOUT),
    "nearly": lambda n: (n - n * ABOUT, n, n),
}


_MOST_DIGITS = 15
"""Of a number; what has more counts nothing, and a float would not tell it from the next."""


@lru_cache(maxsize=4096)
def value(words: str) -> float | None:
    """What a number in digits or words says; None for what is no number.

    >>> value("1,244"), value("two hundred and five"), value("1.5 million"), value("a hundred"), value("two dozen")
    (1244.0, 205.0, 1500000.0, 100.0, 24.0)
    >>> value("1" * 400), value("12.05.2014")
    (None, None)
    """
    total = 0.0
    current: float | None = None
    for word in re.findall(r"[\d.,]*\d|[a-z]+", words.lower().replace(", 000", ",000")):
        if word[0].isdigit():
            if current is not None:
                return None
            digits = word.replace(",", "")
            if len(digits) > _MOST_DIGITS or digits.count(".") > 1:
                return None
            current = float(digits)
        elif word in WORDS:
            n = WORDS[word]
            if current is None:
                current = n
            elif (current % 100 == 0 and current > 0) or (
                current % 100 >= 20 and current % 10 == 0 and n < 10
            ):
                current += n
            else:
                return None
        elif word == "dozen":
            current = (current or 1) * 12
        elif word in _SCALES or word in ("bn", "mn", "m", "k"):
            scale = _SCALES.get(word) or {"bn": 10**9, "mn": 10**6, "m": 10**6, "k": 10**3}[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total += (current or 1) * scale
                current = None
        elif word not in ("and", "a", "an"):
            return None
    return total + current if current is not None else (total or None)
