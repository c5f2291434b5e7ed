"""Two reports compared word by word: equal runs of words, joined to passages across small changes.

What stands inside quotation marks counts for neither: two reports that quote one letter at length have the letter in common,
and nothing of each other's. Their quotations meet as statements.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.shingles import Words, runs
from rashomon.collation.wordforms import quoted_spans
from rashomon.copy_records import CopiedPassage
from rashomon.records import Report, Span, Voice

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
WIDE = 0.5
"""Part of the shorter report that must lie between the first and the last word of both: a passage taken over is no copy. Set
by hand."""
OWN = 60
"""Words outside quotation marks that both must have for those alone to count; of shorter texts all do."""
WHOLE = 0.2
"""Length of the shorter report that must be at least this part of the longer one's: a digest of many texts is a copy of none.
Set by hand."""

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Texts:
    """A report's words in order: what each is compared by, its characters ``starts`` to ``ends``, and whether it stands inside
    quotation marks."""

    id: str
    words: Words
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    quoted: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """What two texts have in common: the part of the shorter one that both have, 0 where they are not one text; and the passages
    that are worth telling where they are not of one family."""

    share: float
    passages: tuple[CopiedPassage, ...]


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


def own_words(report: Report) -> Texts:
    """The words of a report's own text; case, accents' encoding and punctuation make no difference."""
    spans = [
        match.span()
        for passage in report.passages
        if passage.voice in COPIED_VOICES
        for match in _WORD.finditer(report.text, passage.start, passage.end)
    ]
    keys = (unicodedata.normalize("NFKC", report.text[a:b]).casefold().replace("’", "'") for a, b in spans)
    places = np.array(spans, dtype=np.int32).reshape(-1, 2)
    words = np.array([zlib.crc32(key.encode("utf-8", "replace")) for key in keys], dtype=np.uint32)
    quoted = np.zeros(len(words), dtype=bool)
    for span in quoted_spans(report):
        first, last = np.searchsorted(places[:, 0], [span.start, span.end])
        quoted[first:last] = True
    return Texts(report.id, words, places[:, 0].copy(), places[:, 1].copy(), quoted)


def compared(one: Texts, other: Texts) -> Compared:
    """What two texts have in common; the one of the lesser id comes first, and is the first in its passages."""
    matches = _matches(one.words, other.words)
    told = tuple(
        CopiedPassage(
            one.id,
            Span(int(one.starts[m.a]), int(one.ends[m.b - 1])),
            other.id,
            Span(int(other.starts[m.c]), int(other.ends[m.d - 1])),
            m.same,
        )
        for m in matches
        if m.same >= LEAST and _same_outside(m, one.quoted, other.quoted) >= LEAST
    )
    return Compared(_share(one, other, matches), told)


def _share(one: Texts, other: Texts, matches: Sequence[_Match]) -> float:
    """The part of the shorter text that both have, 0 where they are not one text."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    same = sum(match.same for match in matches)
    if same < COPY * shorter or shorter < WHOLE * longer or not same:
        return 0.0
    places = [(m.a, m.b) if len(one.words) == shorter else (m.c, m.d) for m in matches]
    ends = max(end for _, end in places) - min(start for start, _ in places)
    if ends < WIDE * shorter:
        return 0.0
    own = _own_share(matches, one.quoted, other.quoted)
    return own if own >= COPY else 0.0


def _own_share(matches: Sequence[_Match], one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Share of the words of the shorter text that are the same; of those outside quotation marks, where there are enough."""
    shorter, own = min(len(one), len(other)), min(int((~one).sum()), int((~other).sum()))
    if own < OWN:
        return sum(match.same for match in matches) / max(1, shorter)
    return sum(_same_outside(match, one, other) for match in matches) / own


def _same_outside(match: _Match, one: NDArray[np.bool_], other: NDArray[np.bool_]) -> int:
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
