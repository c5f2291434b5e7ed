"""What a sentence says no to, and which numbers it gives: what keeps two sentences apart by their own words."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, NEGATIONS, WORD
from rashomon.collation.statements.turned import telling_stem, turned
from rashomon.reading.text.numbers import numbers
from rashomon.records import Span

ROUNDED = 0.03
"""Part by which two numbers, one of them not whole, may differ and be one."""

REACH = 4
"""Words behind a *no* among which stands what it is said to."""

_SOFT = frozenset(
    """
    without refuse refused refuses refusing unable fail failed fails impossible lack lacked hardly barely false untrue unlikely
    reject rejected rejects rejecting avoid prevent prevented against stop stopped declined few little
    failing failure unless refrain refrained non lose loses lost losing overlook overlooks overlooked
    """.split()
)
"""Words that say no in part: beside one of them a *not* in the other sentence need not say the opposite."""

_KEPT_FROM = frozenset("refuse refused refuses refusing unable fail failed fails failing declined".split())
"""Of these, the ones that say no to the verb behind them: "failed to take the bridge"."""

_NO_NEGATION = frozenset("only just fewer less more later doubt matter other".split())
"""Words before which a *no* or *not* denies nothing, or something that can be said without one."""

_AGENT = frozenset("by after at in on when following".split())
"""Words before which *denied* is what befell somebody: "was denied by the referee"."""

_OF_NOUNS = frozenset("no without neither nor denied denies deny".split())
"""What may be said to a noun behind its adjective: "no armed men". Any other *no* is said to the first word behind it."""

_PAUSE = re.compile(r"[,;:()—–]|\.\s")

_MEASURES = frozenset("magnitude strength toll number".split())
"""Words that may stand before the number that they are of."""

_PUT_AT = re.compile(r"\b(number|toll|figure|count|tally)\b[^,.;:]{0,25}\s(?:at|to|was|is)\s+\Z", re.I)
"""What stands before a number that it is put at: "the number of dead at eleven"."""

_UNITS = frozenset(
    """
    minute minutes hour hours day days week weeks month months year years decade decades century centuries percent degree degrees
    metre metres meter meters kilometre kilometres kilometer kilometers mile miles
    """.split()
)
"""What is measured: the words behind it are not what the number is of ("two weeks of hard work")."""

_COUNTS = frozenset("every hundred thousand million billion dozen least".split())
"""Words about a number that are not what is counted."""

_PALE = frozenset("now today yet still ever even again already going go going get got one people".split())
"""Words that a *no* often stands before, and that say nothing of what it is said to."""

Figure = tuple[float, float, frozenset[str]]
"""A number of a sentence: the lowest and the highest that it can be, and stems of what it is of."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a sentence says no to, as stems of the words behind the *no*; whether it says no plainly, and the words that say no in
    part (*refused*); the words before the first plain *no* and those behind it; all its words, as stems, and its numbers."""

    refused: frozenset[str]
    plainly: bool
    partly: frozenset[str]
    before: frozenset[str]
    behind: frozenset[str]
    content: frozenset[str]
    figures: tuple[Figure, ...]

    @property
    def negative(self) -> bool:
        """Whether it says no at all."""
        return self.plainly or bool(self.partly)


@lru_cache(maxsize=50_000)
def claim(text: str) -> Claim:
    """Read once what a sentence says no to, and how many of what it gives."""
    refused: set[str] = set()
    found = list(WORD.finditer(text))
    words = [m.group().lower().replace("’", "'") for m in found]
    partly: set[str] = set()
    plainly = False
    first = len(words)
    for n, word in enumerate(words):
        hard = (word in NEGATIONS or word.endswith("n't")) and word not in _SOFT
        behind = words[n + 1 : n + 1 + REACH]
        if not hard or (behind and behind[0] in _NO_NEGATION):
            if word in _SOFT:
                partly.add(telling_stem(word))
            if word in _KEPT_FROM and behind[:1] == ["to"]:
                refused |= set(_said_to(text, found[n + 1 : n + 2 + REACH])[:1])
            continue
        plainly = True
        first = min(first, n)
        if behind[:1] == ["longer"] or (word == "denied" and not _AGENT.isdisjoint(behind[:1])):
            continue
        if _SOFT.isdisjoint(behind):
            said_to = _said_to(text, found[n : n + 1 + REACH])
            refused |= set(said_to if word in _OF_NOUNS else said_to[:1])
    figures = tuple(
        (
            -math.inf if number.low is None else number.low,
            math.inf if number.high is None else number.high,
            _beside(text, number.span),
        )
        for number in numbers(text, 0, len(text))
    )
    before, after = (
        frozenset(telling_stem(w) for w in some if w not in FUNCTION_WORDS)
        for some in (words[:first], words[first:])
    )
    return Claim(frozenset(refused), plainly, frozenset(partly), before, after, before | after, figures)


def _said_to(text: str, found: Sequence[re.Match[str]]) -> list[str]:
    """What a *no*, the first of some words in a row, is said to: the first telling one, and those that follow it at once."""
    no, *behind = found
    out: list[str] = []
    end = no.end()
    for m in behind:
        pale = m.group().lower() in FUNCTION_WORDS or m.group().lower() in _PALE
        if _PAUSE.search(text, end, m.start()) or (pale and out):
            break
        end = m.end()
        if not pale:
            out.append(telling_stem(m.group()))
    return out


def _beside(text: str, span: Span) -> frozenset[str]:
    """What a number counts, as stems: words that follow it, or the one before it ("magnitude 5.9")."""
    pause = _PAUSE.search(text, span.end)
    end = min(len(text), span.end + 60, pause.start() if pause else len(text))
    after = [m.group() for m in WORD.finditer(text, span.end, end)][:3]
    before = [m.group() for m in WORD.finditer(text, max(0, span.start - 30), span.start)][-1:]
    put = _PUT_AT.search(text, 0, span.start)
    if after and after[0].lower() in _UNITS:
        after = after[:1]
    words = [*after, *(w for w in before if w.lower() in _MEASURES), *([put.group(1)] if put else [])]
    return frozenset(
        telling_stem(w)
        for w in words
        if w.isalpha() and len(w) > 1 and w.lower() not in FUNCTION_WORDS | _COUNTS
    )


def opposite(one: str, other: str, one_denied: bool, other_denied: bool) -> bool:
    """Whether one says what the other says is not so; ``…_denied`` where that is what a speaker denies.

    >>> opposite("that no shots were fired at Harn", "that shots were fired at Harn", False, False)
    True
    >>> opposite("that no shots were fired at Harn", "that shots were fired at Harn", False, True)
    False
    >>> opposite("that he would not come to the debate", "a debate in Harn", False, True)
    False
    >>> opposite("that the harbour at Harn was open", "that the harbour at Harn was shut", False, False)
    True
    """
    a, b = claim(one), claim(other)
    denied = one_denied != other_denied
    if denied and (_may_deny(a, b) if other_denied else _may_deny(b, a)):
        return False
    no = (a.negative and not b.negative and not a.refused.isdisjoint(b.content)) or (
        b.negative and not a.negative and not b.refused.isdisjoint(a.content)
    )
    return (no or turned(one, other)) != denied


def _may_deny(plain: Claim, held: Claim) -> bool:
    """Whether a plain no may say that something is not held, though not in the same words: *he never asked him to stop it*, of
    *asking him to stop it*, which was denied. What stands before the *no* is not what it says no to: *he will pay the guards, not
    the miners*.
    """
    if not plain.plainly or held.plainly or not held.partly <= plain.partly:
        return False
    return len(held.content & plain.behind) > len(held.content & plain.before)


def says_no(text: str) -> bool:
    """Whether a sentence says no to something: ``there was no gun``; not ``not only``.

    >>> says_no("that there had been no gun at all"), says_no("that he was carrying a gun"), says_no("not only a gun")
    (True, False, False)
    """
    return bool(claim(text).refused)


def numbers_differ(one: str, other: str) -> bool:
    """Whether two sentences give numbers of one thing that cannot both be so.

    >>> numbers_differ("that 50 people were wounded", "that 400 people were wounded")
    True
    >>> numbers_differ("the number of dead at eleven", "the number of dead at five")
    True
    >>> numbers_differ("that more than 40 people were wounded", "that 43 people were wounded")
    False
    """
    here, there = claim(one).figures, claim(other).figures
    alone, alone_there = _unmet(here, there), _unmet(there, here)
    return any(not a.isdisjoint(b) for *_, a in alone for *_, b in alone_there)


def _unmet(some: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Figures that none of the others can be, whatever those are of."""
    return [one for one in some if not any(_meet(one, other) for other in others)]


def _meet(one: Figure, other: Figure) -> bool:
    """Whether two figures can be one: "more than 100" may be 100, and 1.23 is 1.2, as reports round."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    if -math.inf in (one[0], other[0]) or math.inf in (one[1], other[1]):
        return low <= high + 1
    return low <= high or ((low != int(low) or high != int(high)) and low - high <= ROUNDED * high)
