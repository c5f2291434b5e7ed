"""What ties the sentences of two reports, or of one, to each other: a function of these two reports alone.

Three ways lead from one sentence to another, each said in ``Link.why``: their likeness alone (:mod:`likeness`), their place
between other matches (:mod:`align`), and one being a part of the other, as headlines cut quotations. Since nothing else is
looked at, links are the same whatever else a ledger holds and in whichever order its reports came.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from rashomon.collation.align import ANCHOR, Pair, align
from rashomon.collation.groups import Link
from rashomon.collation.items import Item, Items, apart, differ, echoes, overlap
from rashomon.collation.likeness import REFUSED, fragment, telling, whole
from rashomon.records import Voice

COSINE = 0.6
"""Least cosine of sentences compared in full across all reports; what lies below it reaches no threshold by likeness."""
STRONG = 1.75
"""Log-odds by which two sentences of two reports match wherever they stand. Set with the next on three tenths of the crowd
(bench/collation/crowd.py): the most pairs found while 98 in 100 are right."""
SAME_SPEAKER = 1.25
"""Added in a ledger where both speakers are known and the same: what one person says twice is more likely one statement."""
STRONG_WITHIN = 5.0
"""The same within one report, where a speaker's sentences resemble each other without being one."""
FRAGMENT_LEAST = 3.0
"""Log-odds a fragment needs. At 2, one report's headline of an event and another's first sentence about it were taken for
part and whole, three times as often in the crowd."""
LOOSE = -1.0
"""Added where the words of the piece do not stand in the other sentence one behind the other, as those of a quotation do that is
cut: what sums up, as headlines do, is taken for a part of every sentence of its matter. -0.5 does the same on the half of the
crowd's lines that settings were chosen on (every other block of 40), and leaves four more wrong pairs on the other."""
RUN = 90
"""Likeness of a piece, of 100, with the stretch of a sentence that is most like it, from which it is cut out of it."""
FRAGMENT_WITHIN = 2.0
"""The same for a headline and a sentence of its own report, which as a rule it is taken from."""
OTHER_SPEAKER = -1.0
"""Added in a comparison of texts where both speakers are known and differ: one of the two may be misread, or misquoted."""
COMPANY = 2
"""Matches of telling sentences that two reports must share for a short one ("Our land is iron.") to match among them."""
SHORT = 1.75
"""Log-odds from which a short sentence directly beside a telling match tells that two reports share more than one ("He is in
hospital."); 1 to 4 give the same in the crowd within 0.1."""
KINDRED = 2
"""Sentences on either side that two reports of a ledger must share to be aligned: a single one says nothing of order.
Of the 839 training articles of PolNeAR, 138 pairs share two; 2,105 share one, as a rule a politician's standing phrase."""

BESIDE_LEAST = -2.0
"""Log-odds, the same speaker's included, from which two sentences that stand beside a match tell that their reports share more
than one. Set on half of the crowd's lines: at -1 recall is 0.5 lower and precision the same."""
BESIDE_COSINE = 0.35
"""Least cosine of such neighbours: below it none has been that likely."""
_NEIGHBOURS = ((1, 1, 0.0), (-1, -1, 0.0), (1, 2, 1.0), (2, 1, 1.0), (-1, -2, 1.0), (-2, -1, 1.0))
"""Steps from a match to its neighbours on either side, and what these need above :data:`BESIDE_LEAST`: one is passed over."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How sentences of two reports may be tied: in a ledger of many reports, or where a few texts are compared.

    ``other_speaker`` is added to the log-odds where both speakers are known and differ; with ``own_words`` only what somebody
    says takes part, and a lone match says nothing of order.
    """

    other_speaker: float
    own_words: bool


LEDGER = Rules(REFUSED, True)
TEXTS = Rules(OTHER_SPEAKER, False)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of items (lower, higher index) worth comparing, with the log-odds that they say the same, as whole and as part."""

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    odds: NDArray[np.float32]
    parts: NDArray[np.float32]


@dataclass(slots=True)
class Links:
    """Links by (lower, higher) index, and pairs of neighbours that a third sentence holds as one: (one, other, that third)."""

    links: dict[tuple[int, int], Link] = field(default_factory=dict)
    halves: set[tuple[int, int, int]] = field(default_factory=set)


def weigh(items: Items, a: NDArray[np.int64], b: NDArray[np.int64], rules: Rules) -> Candidates:
    """Of pairs that may be alike those that are near enough to lead to anything, weighed."""
    against = np.array(
        [
            rules.other_speaker if differ(items.items[i].speaker, items.items[j].speaker) else 0.0
            for i, j in zip(a.tolist(), b.tolist(), strict=True)
        ],
        dtype=np.float32,
    )
    keep = against > REFUSED
    a, b, against = a[keep], b[keep], against[keep]
    if rules.own_words:
        one, other = ([items.items[k].speaker is not None for k in side.tolist()] for side in (a, b))
        against += np.where(np.logical_and(one, other), np.float32(SAME_SPEAKER), np.float32(0))
    cosines = rowwise(items.vectors, a, b)
    odds = np.full(len(a), REFUSED, dtype=np.float32)
    heard = np.ones(len(a), dtype=bool)
    if rules.own_words:
        heard = np.array(
            [
                items.items[i].spoken and items.items[j].spoken
                for i, j in zip(a.tolist(), b.tolist(), strict=True)
            ],
            dtype=bool,
        )
    near = np.flatnonzero((cosines >= COSINE) & heard)
    if len(near):
        profiles = [[items.items[k].profile for k in side[near].tolist()] for side in (a, b)]
        odds[near] = whole(profiles[0], profiles[1], cosines[near]) + against[near]
    parts = np.full(len(a), REFUSED, dtype=np.float32)
    core = cosines if items.cores is items.vectors else rowwise(items.cores, a, b)
    for n in np.flatnonzero(core >= COSINE).tolist():
        piece, sentence = _shorter_first(items.items[int(a[n])], items.items[int(b[n])])
        if piece.quoted or (piece.voice is Voice.HEADLINE and piece.attribution is not None):
            parts[n] = fragment(piece.core_profile, sentence.core_profile, float(core[n])) + min(
                0.0, against[n]
            )
    within = np.array(
        [items.items[i].report == items.items[j].report for i, j in zip(a.tolist(), b.tolist(), strict=True)],
        dtype=bool,
    )
    for n in np.flatnonzero((parts >= FRAGMENT_LEAST) & ~within).tolist():
        piece, sentence = _shorter_first(items.items[int(a[n])], items.items[int(b[n])])
        if fuzz.partial_ratio(piece.core_text.lower(), sentence.core_text.lower()) < RUN:
            parts[n] += LOOSE
    keep = (odds >= ANCHOR) | (parts >= np.where(within, FRAGMENT_WITHIN, FRAGMENT_LEAST))
    if rules.own_words:
        for n in np.flatnonzero(keep).tolist():
            keep[n] = not apart(items.items[int(a[n])], items.items[int(b[n])])
    return Candidates(a[keep], b[keep], odds[keep], parts[keep])


def beside(items: Items, found: Candidates, home: NDArray[np.int64], rules: Rules) -> Candidates:
    """The candidates and, of the sentences that stand beside those of two reports, the pairs that are likely as neighbours.

    ``home`` numbers each item's report. Such a pair need share no key, nor be alike enough to match by itself: it tells that two
    reports share more than one statement, so that they are worth aligning.
    """
    whole_ones = np.flatnonzero((found.odds >= ANCHOR) & (home[found.a] != home[found.b]))
    a, b = found.a[whole_ones], found.b[whole_ones]
    new: list[tuple[int, int, float]] = []
    for down, right, more in _NEIGHBOURS:
        x, y = a + down, b + right
        at = np.flatnonzero((np.minimum(x, y) >= 0) & (np.maximum(x, y) < len(home)))
        at = at[(home[x[at]] == home[a[at]]) & (home[y[at]] == home[b[at]])]
        at = at[rowwise(items.vectors, x[at], y[at]) >= BESIDE_COSINE]
        for i, j in zip(x[at].tolist(), y[at].tolist(), strict=True):
            one, other = items.items[i], items.items[j]
            if apart(one, other) or not (one.spoken and other.spoken):
                continue
            cosine = rowwise(items.vectors, np.array([i]), np.array([j]))
            likely = float(whole([one.profile], [other.profile], cosine)[0])
            likely += SAME_SPEAKER * (one.speaker is not None and other.speaker is not None)
            if likely >= BESIDE_LEAST + more:
                new.append((i, j, likely))
    known = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    kept = sorted({pair for pair in new if pair[:2] not in known})
    more_a, more_b = (np.array([pair[side] for pair in kept], dtype=np.int64) for side in (0, 1))
    odds = np.array([pair[2] for pair in kept], dtype=np.float32)
    return Candidates(
        np.concatenate([found.a, more_a]),
        np.concatenate([found.b, more_b]),
        np.concatenate([found.odds, odds]),
        np.concatenate([found.parts, np.full(len(kept), REFUSED, dtype=np.float32)]),
    )


def rowwise(vectors: NDArray[np.floating], a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair of rows, (n,): each by itself, so that it does not depend on what else is compared."""
    out = np.empty(len(a), dtype=np.float32)
    for start in range(0, len(a), 16_384):
        one, other = (np.asarray(vectors[side[start : start + 16_384]], dtype=np.float32) for side in (a, b))
        out[start : start + 16_384] = np.einsum("ij,ij->i", one, other)
    return out


def tie(
    items: Items,
    places: tuple[Sequence[int], Sequence[int]],
    found: Candidates,
    names: Callable[[str], str],
    rules: Rules,
) -> Links:
    """The links between the items of two reports, or within one: ``places`` are theirs, in order (the same twice for one).

    ``found`` are the candidates among them, ``names`` gives a report's name.
    """
    out = Links()
    here = items.items
    alike: list[tuple[Link, int, int]] = []
    shared: list[tuple[int, int]] = []
    own = rules.own_words
    within = places[0] is places[1] or list(places[0]) == list(places[1])

    telling_ones = {
        (a, b)
        for a, b, odds in zip(found.a.tolist(), found.b.tolist(), found.odds.tolist(), strict=True)
        if odds >= ANCHOR and telling(here[a].profile) and telling(here[b].profile)
    }

    def why(a: int, b: int, cosine: float) -> str:
        one, other = here[a].profile, here[b].profile
        common = len(one.weights.keys() & other.weights.keys())
        least = min(len(one.weights), len(other.weights))
        both = " and ".join(sorted({names(here[a].report), names(here[b].report)}))
        return f"{common} of {least} words in common, cosine {cosine:.2f} ({both})"

    for a, b, odds, part in zip(
        found.a.tolist(), found.b.tolist(), found.odds.tolist(), found.parts.tolist(), strict=True
    ):
        one, other = here[a], here[b]
        if overlap(one, other):
            continue
        piece = a if _shorter_first(one, other)[0] is one else b
        if part >= FRAGMENT_LEAST if not within else echoes(one, other) and part >= FRAGMENT_WITHIN:
            cosine = float(items.cores[a] @ items.cores[b])
            alike.append((Link(part, f"a part of it: {why(a, b, cosine)}", piece), a, b))
        if (odds < ANCHOR and part > REFUSED) or (own and not (one.spoken and other.spoken)):
            continue  # a part alone
        enough = telling(one.profile) and telling(other.profile)
        if not within and (enough or not own or (odds >= SHORT and stands_beside((a, b), telling_ones))):
            shared.append((a, b))
        if within and not (echoes(one, other) or (one.quoted and other.quoted)):
            continue  # what a report says twice without quoting is its style, not a second wording
        if enough and odds >= (STRONG_WITHIN if within else STRONG):
            alike.append((Link(odds, why(a, b, float(items.vectors[a] @ items.vectors[b]))), a, b))
    least = KINDRED if own else 1
    if shared and min(len(set(side)) for side in zip(*shared, strict=True)) >= least:
        _align(items, places, why, rules, out)
    # In another report a sentence goes with one; only headlines and embedded posts have what a text says again.
    taken = {(k, here[other].report) for pair in out.links for k, other in (pair, pair[::-1])}
    for link, a, b in sorted(alike, key=lambda item: (-item[0].odds, item[1:], item[0].why)):
        one, other = here[a], here[b]
        if all(
            item.voice is Voice.HEADLINE
            or (item.voice is Voice.EMBEDDED and echoes(item, there))
            or (k, there.report) not in taken
            for k, item, there in ((a, one, other), (b, other, one))
        ):
            out.links.setdefault((a, b), link)
            taken |= {(a, other.report), (b, one.report)}
    return out


def told_twice(here: Sequence[Item], links: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Links within a report between two sentences that another report has both of, as two: what was said twice is two statements.

    In the same words, or where one is a headline's or an embedded post's, they stay one.
    """
    partners: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    within: list[tuple[int, int]] = []
    for a, b in links:
        one, other = here[a], here[b]
        if one.report != other.report:
            partners[a][other.report].add(b)
            partners[b][one.report].add(a)
        elif not echoes(one, other) and one.profile.letters != other.profile.letters:
            within.append((a, b))
    return {
        (a, b)
        for a, b in within
        if any(
            partners[a][there].isdisjoint(partners[b][there])
            for there in partners[a].keys() & partners[b].keys()
        )
    }


def alike(items: Items, halves: set[tuple[int, int]], a: int, b: int) -> float:
    """The log-odds that two items without a link of their own are one statement, as whole or as part.

    Two sentences of one report are two statements, but for a headline or an embedded post, and for two that a third report has as
    one (``halves``).
    """
    one, other = items.items[a], items.items[b]
    if overlap(one, other):
        return REFUSED
    if (a, b) in halves:
        return _log_odds(1.0)
    if one.report == other.report and not echoes(one, other):
        return REFUSED
    cosine = np.array([items.vectors[a] @ items.vectors[b]], dtype=np.float32)
    piece, sentence = sorted((one.core_profile, other.core_profile), key=lambda p: p.length)
    return max(
        float(whole([one.profile], [other.profile], cosine)[0]),
        fragment(piece, sentence, float(items.cores[a] @ items.cores[b])),
    )


def _align(
    items: Items,
    places: tuple[Sequence[int], Sequence[int]],
    why: Callable[[int, int, float], str],
    rules: Rules,
    out: Links,
) -> None:
    """Add the links that two reports in order give."""
    here = items.items
    rows, columns = places

    def kept_apart(one: Item, other: Item) -> bool:
        return apart(one, other) if rules.own_words else differ(one.speaker, other.speaker)

    handicap = np.array(
        [
            [
                rules.other_speaker
                if kept_apart(here[a], here[b])
                else SAME_SPEAKER * (rules.own_words and None not in (here[a].speaker, here[b].speaker))
                for b in columns
            ]
            for a in rows
        ]
    )
    pairs = align(
        [here[k].profile for k in rows],
        [here[k].profile for k in columns],
        items.vectors[list(rows)],
        items.vectors[list(columns)],
        handicap,
    )
    _note_halves(pairs, rows, columns, out)
    aligned = [(found, rows[found.a], columns[found.b]) for found in pairs]
    by_themselves = [telling(here[a].profile) and telling(here[b].profile) for _, a, b in aligned]
    telling_ones = {(a, b) for (_, a, b), itself in zip(aligned, by_themselves, strict=True) if itself}
    for (found, a, b), itself in zip(aligned, by_themselves, strict=True):
        if rules.own_words and not (here[a].profile.content and here[b].profile.content):
            continue  # "it", "that": a place in the order, but nothing said
        if rules.own_words and apart(here[a], here[b]):
            continue
        if itself or sum(by_themselves) >= COMPANY or stands_beside((a, b), telling_ones):
            order = "stands in the same order among other matches: " if found.by_order else ""
            cosine = float(items.vectors[a] @ items.vectors[b])
            out.links[a, b] = Link(_log_odds(found.score), order + why(a, b, cosine))


def stands_beside(pair: tuple[int, int], others: Set[tuple[int, int]]) -> bool:
    """Whether the two stand directly behind two others that are a pair, or directly before."""
    a, b = pair
    return (a - 1, b - 1) in others or (a + 1, b + 1) in others


def _note_halves(pairs: Sequence[Pair], rows: Sequence[int], columns: Sequence[int], out: Links) -> None:
    """The two halves of a sentence that the other report has whole may stand in one group, unlike as they are."""
    for side, places, others in (("a", rows, columns), ("b", columns, rows)):
        partners = defaultdict(list)
        for pair in pairs:
            if pair.merged:
                partners[pair.b if side == "a" else pair.a].append(pair.a if side == "a" else pair.b)
        for third, halves in partners.items():
            if len(halves) == 2:
                out.halves.add((places[min(halves)], places[max(halves)], others[third]))


def _shorter_first(one: Item, other: Item) -> tuple[Item, Item]:
    return (other, one) if one.core_profile.length > other.core_profile.length else (one, other)


def _log_odds(probability: float) -> float:
    probability = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(probability / (1 - probability))
