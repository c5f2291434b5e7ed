"""Two reports compared word by word: equal runs of words, joined to passages across small changes.

What stands inside quotation marks counts for neither: two reports that quote one letter at length have the letter in common,
and nothing of each other's. Their quotations meet as statements.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.copies.shingles import Words, runs
from rashomon.collation.wordings.wordforms import quoted_spans
from rashomon.records import Report, Span, Voice
from rashomon.records.copies import CopiedPassage

COPIED_VOICES = frozenset({Voice.BODY, Voice.EMBEDDED})
"""What is compared: headlines are an outlet's own, and readers' comments and furniture are not the report."""

RUN, GAP = 3, 8
"""Words of an equal run, and words that may differ between two runs of one passage."""
SMALL, LEAST = 5, 12
"""Equal words of a passage that counts towards a family, and of one that is told by itself: some half a sentence."""
OFTEN = 6
"""Places of a run in one report from which it is a standing phrase, and begins no passage."""

# Set on made families (bench/collation/copies.py, even seeds).
COPY = 0.2
"""Share of the shorter report's words that must stand in the other, in passages, for them to be one text."""
FORMULAE = 0.5
"""The same share for two reports of one outlet: its reports have mastheads, formulae and background in common that make no copy.
Set by hand: below half it is no longer most of the text."""
WIDE = 0.5
"""Part of the shorter report that must lie between the first and the last word of both: a passage taken over is no copy. Set
by hand."""
OWN = 60
"""Words outside quotation marks that both must have for those alone to count; of shorter texts all do."""
WHOLE = 0.2
"""Length of the shorter report that must be at least this part of the longer one's: a digest of many texts is a copy of none.
Set by hand."""

Quoted = NDArray[np.bool_]
"""Of a report's words, which stand inside quotation marks."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Texts:
    """A report's words in order, as they are compared.

    ``threes`` has the hash of every :data:`RUN` words, ``kinds`` each of them once, ascending; some of different words are equal.
    ``outlet`` is that of the report, folded, empty where it is not known.
    """

    id: str
    words: Words
    threes: NDArray[np.uint32]
    kinds: NDArray[np.uint32]
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Of a report's words, the characters ``starts`` to ``ends``, and whether it stands inside quotation marks."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    quoted: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """What two texts have in common: the part of the shorter one that both have, 0 where they are not one text; and the passages
    that are worth telling where they are not of one family."""

    share: float
    passages: tuple[CopiedPassage, ...]


NOTHING = Compared(0.0, ())


@dataclass(frozen=True, slots=True)
class _Match:
    """Words ``a:b`` of one report and ``c:d`` of another; in ``runs`` (from, from, how many) they are equal, ``same`` in all."""

    a: int
    b: int
    c: int
    d: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def same(self) -> int:
        return sum(length for *_, length in self.runs)


def own_words(report: Report) -> Words:
    """The words of a report's own text; case, accents' encoding and punctuation make no difference."""
    return np.array([_key(report.text[a:b]) for a, b in _spans(report)], dtype=np.uint32)


def places(report: Report) -> Places:
    """Where a report's words stand."""
    spans = np.array(_spans(report), dtype=np.int64).reshape(-1, 2)
    quoted = np.zeros(len(spans), dtype=bool)
    for span in quoted_spans(report):
        first, last = np.searchsorted(spans[:, 0], [span.start, span.end])
        quoted[first:last] = True
    return Places(spans[:, 0], spans[:, 1], quoted)


def texts(report: str, words: Words, outlet: str | None = None) -> Texts:
    """A report's words, made ready."""
    threes = (runs(words, RUN) >> np.uint64(32)).astype(np.uint32)
    return Texts(report, words, threes, np.unique(threes), " ".join((outlet or "").casefold().split()))


def _spans(report: Report) -> list[tuple[int, int]]:
    return [
        match.span()
        for passage in report.passages
        if passage.voice in COPIED_VOICES
        for match in _WORD.finditer(report.text, passage.start, passage.end)
    ]


@lru_cache(maxsize=100_000)
def _key(word: str) -> int:
    if word.isascii():
        return zlib.crc32(word.lower().encode())
    key = unicodedata.normalize("NFKC", word).casefold().replace("’", "'")
    return zlib.crc32(key.encode("utf-8", "replace"))


def compared(one: Texts, other: Texts, placed: Callable[[str], Places]) -> Compared:
    """What two texts have in common; the one of the lesser id comes first, and is the first in its passages.

    ``placed`` gives the :func:`places` of a report's words by its id, and is asked only where there is something in common.
    """
    matches = _matches(one.words, other.words) if _may_share(one, other) else []
    shorter = min(len(one.words), len(other.words))
    if all(m.same < LEAST for m in matches) and sum(m.same for m in matches) < COPY * shorter:
        return NOTHING
    here, there = placed(one.id), placed(other.id)
    told = tuple(
        CopiedPassage(
            one.id,
            Span(int(here.starts[m.a]), int(here.ends[m.b - 1])),
            other.id,
            Span(int(there.starts[m.c]), int(there.ends[m.d - 1])),
            m.same,
        )
        for m in matches
        if m.same >= LEAST and _same_outside(m, here.quoted, there.quoted) >= LEAST
    )
    return Compared(_share(one, other, matches, (here.quoted, there.quoted)), told)


def _may_share(one: Texts, other: Texts) -> bool:
    """Whether two texts may have anything in common, as far as their runs of :data:`RUN` words and the gaps between tell."""
    common = np.intersect1d(one.kinds, other.kinds, assume_unique=True)
    if not len(common):
        return False
    near = np.searchsorted(common, one.threes)
    near[near == len(common)] = 0
    (at,) = np.nonzero(common[near] == one.threes)
    further = np.diff(at)
    # Words of the runs of each stretch that a passage can be part of.
    stretches = np.concatenate([[0], np.flatnonzero(further > RUN + GAP) + 1])
    words = np.add.reduceat(np.append(np.minimum(further, RUN), RUN), stretches)
    shorter = min(len(one.words), len(other.words))
    return bool(words.max() >= LEAST or words[words >= SMALL].sum() >= COPY * shorter)


def _share(one: Texts, other: Texts, matches: Sequence[_Match], marks: tuple[Quoted, Quoted]) -> float:
    """The part of the shorter text that both have, 0 where they are not one text."""
    least = FORMULAE if one.outlet and one.outlet == other.outlet else COPY
    shorter, longer = sorted((len(one.words), len(other.words)))
    same = sum(match.same for match in matches)
    if same < COPY * shorter or shorter < WHOLE * longer or not same:
        return 0.0
    places = [(m.a, m.b) if len(one.words) == shorter else (m.c, m.d) for m in matches]
    ends = max(end for _, end in places) - min(start for start, _ in places)
    if ends < WIDE * shorter:
        return 0.0
    own = _own_share(matches, *marks)
    return own if own >= least else 0.0


def _own_share(matches: Sequence[_Match], one: Quoted, other: Quoted) -> float:
    """Share of the words of the shorter text that are the same; of those outside quotation marks, where there are enough.

    A word that only one of the two has in quotation marks counts in both.
    """
    own = [int((~marks).sum()) for marks in (one, other)]
    if min(own) < OWN:
        return sum(match.same for match in matches) / max(1, min(len(one), len(other)))
    for i, j, n in (run for match in matches for run in match.runs):
        here, there = one[i : i + n], other[j : j + n]
        own[0] += int((here & ~there).sum())
        own[1] += int((there & ~here).sum())
    return sum(_same_outside(match, one, other) for match in matches) / min(own)


def _same_outside(match: _Match, one: Quoted, other: Quoted) -> int:
    """Equal words of a match that stand outside quotation marks in one of the two."""
    return sum(int((~(one[i : i + n] & other[j : j + n])).sum()) for i, j, n in match.runs)


def _matches(one: Words, other: Words) -> list[_Match]:
    """Passages that two texts share, each of at least :data:`SMALL` equal words, by place in the first; none overlap there."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for j, run in enumerate(runs(other, RUN).tolist()):
        places[run].append(j)
    seeds = [
        (i, j)
        for i, run in enumerate(runs(one, RUN).tolist())
        if 0 < len(places.get(run, ())) <= OFTEN
        for j in places[run]
    ]
    begun, chains = set(seeds), list[_Match]()
    for i, j in seeds:
        if (i - 1, j - 1) in begun:
            continue
        length = RUN
        while (i + length - RUN + 1, j + length - RUN + 1) in begun:
            length += 1
        run = _Match(i, i + length, j, j + length, ((i, j, length),))
        nearest = max(
            (
                k
                for k in range(max(0, len(chains) - OFTEN * 2), len(chains))
                if 0 <= run.a - chains[k].b <= GAP and 0 <= run.c - chains[k].d <= GAP
            ),
            key=lambda k: (chains[k].same, -k),
            default=None,
        )
        if nearest is None:
            chains.append(run)
        else:
            chain = chains[nearest]
            chains[nearest] = _Match(chain.a, run.b, chain.c, run.d, chain.runs + run.runs)
    kept: list[_Match] = []
    for match in sorted((m for m in chains if m.same >= SMALL), key=lambda m: (-m.same, m.a, m.c)):
        if not any((match.a < k.b and k.a < match.b) or (match.c < k.d and k.c < match.d) for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.a)
