"""Copies: reports that carry the same text (a wire text in six papers), and passages copied inside reports otherwise different.

Shingles of :data:`SHINGLE` words are hashed and thinned by winnowing (Schleimer, Wilkerson and Aiken 2003), which keeps at
least one of every run of :data:`SURE` words that two reports share. Reports that share shingles are compared word by word:
equal runs are joined to passages across small changes. No report is compared with all others.

What stands inside quotation marks counts for neither: two reports that quote one letter at length have the letter in common,
and nothing of each other's. Their quotations meet as statements.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.wordforms import quoted_spans
from rashomon.copy_records import CopiedPassage, Copy, Family
from rashomon.records import Report, Span, Voice

COPIED_VOICES = frozenset({Voice.BODY, Voice.EMBEDDED})
"""What is compared: headlines are an outlet's own, and readers' comments and furniture are not the report."""

SHINGLE, WINDOW = 4, 2
SURE = SHINGLE + WINDOW - 1
"""Words in a row that two reports must share to be found sure."""
SHARED = 2
"""Shingles that two reports must share to be compared."""
CROWD = 24
"""Reports that have a shingle up to which each is compared with each; of more, each with its neighbours in order of id only,
which still leads from any to any."""
BESIDE = 3
"""Neighbours on either side that are compared then."""

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

Words = NDArray[np.uint32]
Hashes = NDArray[np.uint64]

_WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Texts:
    """A report's words in order: what each is compared by, and its characters ``start`` to ``end``."""

    id: str
    words: Words
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def quoted(self, report: Report) -> NDArray[np.bool_]:
        """Which of the words stand inside quotation marks, or in an embedded post."""
        inside = np.zeros(len(self.words), dtype=bool)
        for span in quoted_spans(report):
            first, last = np.searchsorted(self.starts, [span.start, span.end])
            inside[first:last] = True
        return inside


@dataclass(frozen=True, slots=True)
class Copies:
    """The families, and the passages in common of reports that are not of one family."""

    families: tuple[Family, ...]
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


def copies(reports: Iterable[Report]) -> Copies:
    """Families of two reports or more, and passages of :data:`LEAST` words or more that reports of different families share.

    The order of the input does not matter. A family's earliest member is that of the earliest date, an unknown one being
    last, then of the least id; passages stand by report and place.
    """
    ordered = sorted(reports, key=lambda r: r.id)
    texts = [own_words(report) for report in ordered]
    quoted = lru_cache(maxsize=None)(lambda at: texts[at].quoted(ordered[at]))
    found: dict[tuple[int, int], list[_Match]] = {}

    @cache
    def share(a: int, b: int) -> float:
        """The part of the shorter text that both have, 0 where they are not one text."""
        matches = _matches(texts[a].words, texts[b].words)
        if any(match.same >= LEAST for match in matches):
            found[a, b] = matches
        shorter, longer = sorted((len(texts[a].words), len(texts[b].words)))
        same = sum(match.same for match in matches)
        if same < COPY * shorter or shorter < WHOLE * longer or not same:
            return 0.0
        places = [(m.a, m.b) if len(texts[a].words) == shorter else (m.c, m.d) for m in matches]
        ends = max(end for _, end in places) - min(start for start, _ in places)
        if ends < WIDE * shorter:
            return 0.0
        own = _own_share(matches, quoted(a), quoted(b))
        return own if own >= COPY else 0.0

    links = {pair: share(*pair) for pair in candidates([winnowed(text.words) for text in texts])}
    groups = _stars({pair: part for pair, part in links.items() if part}, share)
    home = {member: n for n, group in enumerate(groups) for member in group}
    families = tuple(sorted((_family(group, ordered, share) for group in groups), key=lambda f: f.id))
    passages = [
        _passage(texts[a], texts[b], match)
        for (a, b), matches in sorted(found.items())
        if home.get(a, -1) != home.get(b, -2)
        for match in matches
        if match.same >= LEAST and _same_outside(match, quoted(a), quoted(b)) >= LEAST
    ]
    return Copies(families, tuple(passages))


def _own_share(matches: Sequence[_Match], one: NDArray[np.bool_], other: NDArray[np.bool_]) -> float:
    """Share of the words of the shorter text that are the same; of those outside quotation marks, where there are enough."""
    shorter, own = min(len(one), len(other)), min(int((~one).sum()), int((~other).sum()))
    if own < OWN:
        return sum(match.same for match in matches) / max(1, shorter)
    return sum(_same_outside(match, one, other) for match in matches) / own


def _same_outside(match: _Match, one: NDArray[np.bool_], other: NDArray[np.bool_]) -> int:
    """Equal words of a match that stand outside quotation marks in one of the two."""
    return sum(int((~(one[i : i + n] & other[j : j + n])).sum()) for i, j, n in match.runs)


def own_words(report: Report) -> Texts:
    """The words of a report's own text; case, accents' encoding and punctuation make no difference."""
    spans = [
        match.span()
        for passage in report.passages
        if passage.voice in COPIED_VOICES
        for match in _WORD.finditer(report.text, passage.start, passage.end)
    ]
    keys = (unicodedata.normalize("NFKC", report.text[a:b]).casefold().replace("’", "'") for a, b in spans)
    places = np.array(spans, dtype=np.int64).reshape(-1, 2)
    words = np.array([zlib.crc32(key.encode("utf-8", "replace")) for key in keys], dtype=np.uint32)
    return Texts(report.id, words, places[:, 0], places[:, 1])


def winnowed(words: Words) -> Hashes:
    """Hashes of a text's shingles, thinned: the least one of every :data:`WINDOW` in a row. Ascending, each once."""
    hashes = _shingles(words, SHINGLE)
    if len(hashes) > WINDOW:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW).min(axis=1)
    return np.unique(hashes)


def _shingles(words: Words, size: int) -> Hashes:
    """A 64-bit hash of each run of ``size`` words."""
    if len(words) < size:
        return np.empty(0, dtype=np.uint64)
    runs = np.lib.stride_tricks.sliding_window_view(words.astype(np.uint64), size)
    mixed = np.zeros(len(runs), dtype=np.uint64)
    for column in range(size):
        # Steps of splitmix64 (Steele, Lea and Flood 2014); products wrap around.
        mixed = (mixed ^ runs[:, column]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed


def candidates(fingerprints: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of texts (lower, higher index) that share :data:`SHARED` shingles, in order; all their shingles, if fewer."""
    if not fingerprints:
        return
    every = np.concatenate(fingerprints)
    owners = np.repeat(np.arange(len(fingerprints)), [len(f) for f in fingerprints])
    order = np.argsort(every, kind="stable")
    every, owners = every[order], owners[order]
    borders = np.flatnonzero(np.diff(every)) + 1
    starts, ends = np.concatenate([[0], borders]), np.concatenate([borders, [len(every)]])
    shared: Counter[tuple[int, int]] = Counter()
    for start, end in zip(*(side[ends - starts > 1].tolist() for side in (starts, ends)), strict=True):
        group = owners[start:end].tolist()
        if len(group) <= CROWD:
            shared.update(combinations(group, 2))
        else:
            shared.update(
                (one, other) for k, one in enumerate(group) for other in group[k + 1 : k + 1 + BESIDE]
            )
    for pair, count in sorted(shared.items()):
        if count >= min(SHARED, *(len(fingerprints[at]) for at in pair)):
            yield pair


def _matches(one: Words, other: Words) -> list[_Match]:
    """Passages that two texts share, each of at least :data:`SMALL` equal words, by place in the first; none overlap there."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for j, run in enumerate(_shingles(other, RUN).tolist()):
        places[run].append(j)
    seeds = [
        (i, j)
        for i, run in enumerate(_shingles(one, RUN).tolist())
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


def _stars(links: Mapping[tuple[int, int], float], share: Callable[[int, int], float]) -> list[list[int]]:
    """Groups of texts along links, the strongest first, each with a hub: a member that is one text with each of the others.

    So two halves of a wire text are of one family with the whole, and a chain of texts that each share something with the
    next is not. Of a text that is in very many papers not every two have been compared; ``share`` does so where it matters.
    """
    members = {item: {item} for pair in links for item in pair}
    home = {item: item for item in members}
    hubs = {item: item for item in members}
    for (a, b), _ in sorted(links.items(), key=lambda entry: (-entry[1], entry[0])):
        one, other = sorted((home[a], home[b]), key=lambda group: (-len(members[group]), group))
        if one == other:
            continue
        joined = sorted(members[one] | members[other])
        for hub in dict.fromkeys((hubs[one], hubs[other], a, b)):
            if all(share(min(hub, k), max(hub, k)) for k in joined if k != hub):
                members[one], hubs[one] = set(joined), hub
                for item in members.pop(other):
                    home[item] = one
                break
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _family(group: Sequence[int], reports: Sequence[Report], share: Callable[[int, int], float]) -> Family:
    order = sorted(group, key=lambda k: (reports[k].published or "~", reports[k].id))
    first = order[0]
    members = []
    for at in order:
        # The earliest is told by the next; one that shares nothing with it, by the nearest.
        like = order[1] if at == first else first
        if not share(min(at, like), max(at, like)):
            like = max((k for k in order if k != at), key=lambda k: (share(min(at, k), max(at, k)), -k))
        part, name = share(min(at, like), max(at, like)), reports[like].name
        why = f"{part:.0%} of the words of the shorter text stand in both, this and {name}"
        members.append(Copy(reports[at].id, part, why))
    digest = hashlib.sha256(f"family:{reports[first].id}".encode()).hexdigest()[:12]
    return Family(digest, tuple(members))


def _passage(one: Texts, other: Texts, match: _Match) -> CopiedPassage:
    return CopiedPassage(
        one.id,
        Span(int(one.starts[match.a]), int(one.ends[match.b - 1])),
        other.id,
        Span(int(other.starts[match.c]), int(other.ends[match.d - 1])),
        match.same,
    )
