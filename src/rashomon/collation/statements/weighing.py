"""Which pairs of sentences are worth comparing, with the log-odds that the two say the same, as a whole or as a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from rashomon.collation.sentences.likeness import REFUSED, fragment, whole
from rashomon.collation.statements.align import ANCHOR
from rashomon.collation.statements.apart import apart
from rashomon.collation.statements.items import Item, Items, both_quoted, other_speaker, speaks_for
from rashomon.collation.statements.saying_likeness import likely, model
from rashomon.records import Voice

COSINE = 0.6
"""Least cosine of sentences compared in full across all reports; what lies below it reaches no threshold by likeness."""

SAME_SPEAKER = 1.25
"""Added in a ledger where both speakers are known and the same: what one person says twice is more likely one statement."""

SOME_SPEAKER = 0.5
"""The same where only some of several are the same, one says alone what another report has two say together, or where one speaks
for the other. Set by hand, as less
than half of the other: in the news too few are said together to measure it."""

FRAGMENT_LEAST = 3.0
"""Log-odds a fragment needs. At 2, one report's headline of an event and another's first sentence about it were taken for
part and whole, three times as often in the crowd."""

FRAGMENT_WITHIN = 2.0
"""The same for a headline and a sentence of its own report, which as a rule it is taken from."""

LOOSE = -1.0
"""Added where the words of the piece do not stand in the other sentence one behind the other, as those of a quotation do that is
cut: what sums up, as headlines do, is taken for a part of every sentence of its matter. -0.5 does the same on the half of the
crowd's lines that settings were chosen on (every other block of 40), and leaves four more wrong pairs on the other."""

RUN = 90
"""Likeness of a piece, of 100, with the stretch of a sentence that is most like it, from which it is cut out of it."""

OTHER_SPEAKER = -1.0
"""Added in a comparison of texts where both speakers are known and differ: one of the two may be misread, or misquoted."""

BESIDE_LEAST = -2.0
"""Log-odds, the same speaker's included, from which two sentences that stand beside a match tell that their reports share more
than one. Set on half of the crowd's lines: at -1 recall is 0.5 lower and precision the same."""

BESIDE_COSINE = 0.35
"""Least cosine of such neighbours: below it none has been that likely."""

WORTH = -3.0
"""Log-odds by likeness alone, from which two sentences of a ledger are weighed by who said them too; of the pairs of ECB+'s odd
topics that are one saying and near enough, a twentieth lies below."""

_NEIGHBOURS = ((1, 1, 0.0), (-1, -1, 0.0), (1, 2, 1.0), (2, 1, 1.0), (-1, -2, 1.0), (-2, -1, 1.0))
"""Steps from a match to its neighbours on either side, and what these need above :data:`BESIDE_LEAST`: one is passed over."""


Sides = tuple[NDArray[np.int64], NDArray[np.int64]]
"""Pairs of items by their indices: the first of each, and the second."""


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
    """Pairs of items (lower, higher index) worth comparing, with the log-odds that they say the same, as whole and as part.

    ``sayings`` are the log-odds that two sentences of two reports are one saying (:mod:`saying_likeness`): of a ledger alone.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    odds: NDArray[np.float32]
    parts: NDArray[np.float32]
    sayings: NDArray[np.float64]

    def of(self, rows: NDArray[np.int64]) -> Candidates:
        """Some of them, by place and in this order."""
        return Candidates(self.a[rows], self.b[rows], self.odds[rows], self.parts[rows], self.sayings[rows])


def gathered(some: Sequence[Candidates]) -> Candidates:
    """Candidates of several turns as one, in the order of the turns."""
    return Candidates(
        np.concatenate([c.a for c in some]),
        np.concatenate([c.b for c in some]),
        np.concatenate([c.odds for c in some]),
        np.concatenate([c.parts for c in some]),
        np.concatenate([c.sayings for c in some]),
    )


def weigh(items: Items, a: NDArray[np.int64], b: NDArray[np.int64], rules: Rules) -> Candidates:
    """Of pairs that may be alike those that are near enough to lead to anything, weighed."""
    against = _against(items, a, b, rules)
    keep = against > REFUSED
    a, b, against = a[keep], b[keep], against[keep]
    cosines = rowwise(items.vectors, a, b)
    plain = _as_wholes(items, (a, b), cosines)
    each = list(_each(items, a, b))
    heard = np.array(
        [not rules.own_words or (one.spoken and other.spoken) for one, other in each], dtype=bool
    )
    odds = np.where(heard & (plain > REFUSED), plain + against, np.float32(REFUSED))
    # Of a ledger the sentences are their own cores.
    cores = cosines if items.cores is items.vectors else rowwise(items.cores, a, b)
    parts = _as_parts(items, (a, b), cores, against)
    within = np.array([one.report == other.report for one, other in each], dtype=bool)
    keep = (odds >= ANCHOR) | (parts >= np.where(within, FRAGMENT_WITHIN, FRAGMENT_LEAST))
    sayings = np.full(len(cosines), REFUSED)
    if rules.own_words:
        for n in np.flatnonzero((plain >= WORTH) & ~within).tolist():
            if not both_quoted(*each[n]):
                sayings[n] = likely(*each[n], float(cosines[n]))
        keep |= sayings >= model().least
        for n in np.flatnonzero(keep).tolist():
            keep[n] = not apart(*each[n])
    return Candidates(a[keep], b[keep], odds[keep], parts[keep], sayings[keep])


def by_speakers(one: Item, other: Item, rules: Rules) -> float:
    """What is added to the log-odds of two sentences for their speakers; nothing where one of them is not known."""
    if other_speaker(one, other):
        return rules.other_speaker
    if not rules.own_words or not one.speakers or not other.speakers:
        return 0.0
    if one.speakers == other.speakers and None not in (*one.joint, *other.joint):
        return SAME_SPEAKER
    if speaks_for(one, other):
        return SOME_SPEAKER
    return 0.0 if one.speakers.isdisjoint(other.speakers) else SOME_SPEAKER


def _each(items: Items, a: NDArray[np.int64], b: NDArray[np.int64]) -> Iterator[tuple[Item, Item]]:
    """The two items of each pair."""
    return ((items.items[i], items.items[j]) for i, j in zip(a.tolist(), b.tolist(), strict=True))


def _against(items: Items, a: NDArray[np.int64], b: NDArray[np.int64], rules: Rules) -> NDArray[np.float32]:
    """What is added to the log-odds of each pair for its speakers."""
    return np.array([by_speakers(one, other, rules) for one, other in _each(items, a, b)], dtype=np.float32)


def _as_wholes(items: Items, pairs: Sides, cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """The log-odds that pairs say the same as wholes, whoever said them."""
    odds = np.full(len(cosines), REFUSED, dtype=np.float32)
    near = np.flatnonzero(cosines >= COSINE)
    if len(near):
        one, other = ([items.items[k].profile for k in side[near].tolist()] for side in pairs)
        odds[near] = whole(one, other, cosines[near])
    return odds


def _as_parts(
    items: Items, pairs: Sides, cosines: NDArray[np.float32], against: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The log-odds that the shorter of each pair is a part of the other, where it is quoted or a headline."""
    parts = np.full(len(cosines), REFUSED, dtype=np.float32)
    for n in np.flatnonzero(cosines >= COSINE).tolist():
        piece, sentence = shorter_first(*(items.items[int(side[n])] for side in pairs))
        if not (piece.quoted or (piece.voice is Voice.HEADLINE and piece.attribution is not None)):
            continue
        likely = fragment(piece.core_profile, sentence.core_profile, float(cosines[n]))
        parts[n] = likely + min(0.0, against[n])
        if piece.report != sentence.report and parts[n] >= FRAGMENT_LEAST:
            run = fuzz.partial_ratio(piece.core_text.lower(), sentence.core_text.lower())
            parts[n] += LOOSE if run < RUN else 0.0
    return parts


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
            likely += by_speakers(one, other, rules)
            if likely >= BESIDE_LEAST + more:
                new.append((i, j, likely))
    known = set(zip(found.a.tolist(), found.b.tolist(), strict=True))
    kept = sorted({pair for pair in new if pair[:2] not in known})
    more_a, more_b = (np.array([pair[side] for pair in kept], dtype=np.int64) for side in (0, 1))
    odds = np.array([pair[2] for pair in kept], dtype=np.float32)
    none = np.full(len(kept), REFUSED, dtype=np.float32)
    return gathered([found, Candidates(more_a, more_b, odds, none, none.astype(np.float64))])


def rowwise(vectors: NDArray[np.floating], a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.float32]:
    """The cosine of each pair of rows, (n,): each by itself, so that it does not depend on what else is compared."""
    out = np.empty(len(a), dtype=np.float32)
    for start in range(0, len(a), 16_384):
        one, other = (np.asarray(vectors[side[start : start + 16_384]], dtype=np.float32) for side in (a, b))
        out[start : start + 16_384] = np.einsum("ij,ij->i", one, other)
    return out


def shorter_first(one: Item, other: Item) -> tuple[Item, Item]:
    """The two with the one first whose core is shorter; as they are where neither is."""
    return (other, one) if one.core_profile.length > other.core_profile.length else (one, other)
