"""How likely two reports are to be of one story: a logistic regression over what they have in common, and a hundred small trees.

A pair is measured by the cosines of its bags of words and of its sentences' meaning, and by how many of the foremost names,
words and figures of each the other has: two earthquakes share the words of earthquakes, but not the town, the mayor and the
number. Each cosine is set against those of either report's nearest reports as well (local scaling, Zelnik-Manor and Perona
2004): the same cosine says less in the midst of a long war's reports than about an event that few others resemble. And two
reports of one story have the same nearest reports.

The regression adds all of it up; the trees (gradient boosting, Friedman 2001) also see what counts only beside something else,
and the mean of both log-odds tells better than either. Weights, trees and their making: ``models/stories.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.stories.linkage import Pair
from rashomon.collation.stories.profiles import BAGS, Bag, Profile
from rashomon.models import model_path
from rashomon.models.trees import Trees, from_json

Measures = NDArray[np.float64]

COVERED = ("caps", "leadcaps", "words", "nums")
"""Bags of whose foremost words it is asked whether the other report has them."""
SCALED = ("words", "caps", "lead", "bigrams", "apart", "sentences")
"""Measures that are set against those of the nearest reports,"""
NEAREST = (1, 3, 10)
"""the first, the third and the tenth nearest."""
COMPANY = ("words", "caps", "apart", "sentences")
"""Measures by whose nearest reports it is asked how many of them two reports have in common,"""
CIRCLES = (3, 5, 10)
"""of the so many nearest, themselves included (shared nearest neighbours, Jarvis and Patrick 1973). Where one has fewer to be
compared with, what they share counts as that part of the circle: else any report more in a small pile would make all likelier."""
NAMES = ("caps", "caps, less", "caps, more")
"""Measures that are all 0 where both reports tell names, and neither tells one of the other's:"""
STRANGERS = 0.5
"""the part of the probability that then remains, for what is told in the same words of another town. Set by hand."""
BARELY_NAMED, FEW_WORDS = 0.1, 0.2
"""Where one report has none of the other's foremost names, the cosines of names and of words below which the two tell of nothing
in common, however far others are. Of 878 pairs of one story in seven ECB+ topics and eleven NeuS stories 13 lie below, all of
them told apart already; of 136 pairs of two stories among 25 unrelated pages that seemed likely (0.3 or more) 56 do."""
UNLIKE = 0.35
"""The part of the probability that then remains. Set by hand, so that such a pair alone is never a story."""
MOST = 3.0
"""Where a measure set against the nearest ends: beyond, it only says that others are far."""

MEASURES = (
    *BAGS,
    *("mean", "apart", "opening", "sentences", "sentences, other way", "shorter", "longer"),
    *(f"{bag}, {which}" for bag in COVERED for which in ("less", "more")),
)
"""What a pair is measured by, whatever else there is."""
FEATURES = (
    *MEASURES,
    *(f"{name} to nearest {k}" for name in SCALED for k in NEAREST),
    *(f"company by {name}, {k}" for name in COMPANY for k in CIRCLES),
)
"""What the regression weighs."""

STEPS = 2048
"""Steps of a measure: it is a whole number of them, so that it can be kept in two bytes as it is."""

_UNIT = 4096.0**2
_VECTOR = 256.0**2


@dataclass(frozen=True, slots=True)
class Model:
    """The regression and the trees: weights by feature, the intercept, ``floors`` below which no nearest counts, by name and
    place, and the ``least`` mean probability of two groups of one story."""

    weights: Mapping[str, float]
    intercept: float
    trees: Trees
    floors: Mapping[str, float]
    least: float


@lru_cache(maxsize=1)
def model() -> Model:
    """The packaged model."""
    kept = json.loads(model_path("stories.json").read_text(encoding="utf-8"))
    trees = from_json(kept["trees"], FEATURES)
    return Model(kept["weights"], kept["intercept"], trees, kept["floors"], kept["least"])


def measured(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> Measures:
    """The :data:`MEASURES` of pairs of profiles, (len(pairs), len(MEASURES)). A row depends on its two reports alone."""
    out = np.zeros((len(pairs), len(MEASURES)))
    by_first: dict[int, list[int]] = {}
    for row, (a, _) in enumerate(pairs):
        by_first.setdefault(a, []).append(row)
    for a, rows in by_first.items():
        out[rows] = _beside(profiles[a], [profiles[pairs[row][1]] for row in rows])
    return np.rint(out * STEPS) / STEPS


def _beside(one: Profile, others: Sequence[Profile]) -> Measures:
    """One report beside several."""
    columns: list[NDArray[np.float64]] = []
    covered: list[NDArray[np.float64]] = []
    for at, name in enumerate(BAGS):
        mine, theirs = one.bags[at], [o.bags[at] for o in others]
        edges = np.cumsum([0, *(len(bag.numbers) for bag in theirs)])
        place, same = _places(mine, np.concatenate([bag.numbers for bag in theirs]))
        products = np.concatenate([bag.weights for bag in theirs])[same] * mine.weights[place]
        columns.append(_summed(products, same, edges) / _UNIT)
        if name in COVERED:
            in_theirs = _summed(mine.foremost[place], same, edges)
            in_mine = _summed(np.concatenate([bag.foremost for bag in theirs])[same], same, edges)
            less_more = np.sort(
                [
                    _part(in_theirs, np.full(len(others), mine.foremost.sum())),
                    _part(in_mine, np.array([bag.foremost.sum() for bag in theirs])),
                ],
                axis=0,
            )
            covered += [less_more[0], less_more[1]]
    for vector in ("mean", "apart", "lead"):
        columns.append(np.stack([getattr(o, vector) for o in others]) @ getattr(one, vector) / _VECTOR)
    edges = np.cumsum([0, *(len(o.sentences) for o in others)])
    near = one.sentences @ np.concatenate([o.sentences for o in others]).T / np.float32(_VECTOR)
    mine_best = np.maximum.reduceat(near, edges[:-1], axis=1).mean(axis=0, dtype=np.float64)
    best = near.max(axis=0).astype(np.float64)
    their_best = np.array([best[a:b].mean() for a, b in pairwise(edges.tolist())])
    columns += [np.maximum(mine_best, their_best), np.minimum(mine_best, their_best)]
    lengths = np.log1p([[one.length] * len(others), [o.length for o in others]])
    columns += [lengths.min(axis=0), lengths.max(axis=0)]
    in_order = sorted(COVERED, key=BAGS.index)
    for name in COVERED:
        first = 2 * in_order.index(name)
        columns += covered[first : first + 2]
    return np.stack(columns, axis=1)


def _places(bag: Bag, numbers: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Which of these words the bag has: their places in the bag, and among the words."""
    if not len(bag.numbers):
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    place = np.searchsorted(bag.numbers, numbers)
    place[place == len(bag.numbers)] = 0
    same = np.flatnonzero(bag.numbers[place] == numbers)
    return place[same], same


def _summed(
    values: NDArray[np.int64], at: NDArray[np.int64], edges: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Sums of the values between edges; ``at`` is the place of each, ascending."""
    sums = np.concatenate([[0], np.cumsum(values)])
    ends = np.searchsorted(at, edges)
    return np.asarray(sums[ends[1:]] - sums[ends[:-1]], dtype=np.float64)


def _part(covered: NDArray[np.float64], whole: NDArray[np.int64]) -> NDArray[np.float64]:
    """The part of a report's foremost words, by weight, that the other report has; a half where it has none."""
    return np.where(whole > 0, covered / np.maximum(whole, 1), 0.5)


@dataclass(frozen=True, slots=True)
class Near:
    """What is nearest to each report.

    ``values`` has, for each of :data:`SCALED`, the measures at the places of :data:`NEAREST`, (reports, places), 0 where there
    are not so many; ``reports``, for each of :data:`COMPANY`, the report itself and its nearest, the nearest first, as
    many as the widest circle.
    """

    values: Mapping[str, NDArray[np.float64]]
    reports: Mapping[str, Sequence[Sequence[int]]]


def nearest(count: int, pairs: Sequence[Pair], measures: Measures) -> Near:
    """What is nearest to each of ``count`` reports among those it is paired with; of equals, the first."""
    values, reports = {}, {}
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    owners, others = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    for name in dict.fromkeys((*SCALED, *COMPANY)):
        measure = np.tile(measures[:, MEASURES.index(name)], 2)
        order = np.lexsort((others, -measure, owners))
        sorted_owners, sorted_values = owners[order], measure[order]
        starts = np.searchsorted(sorted_owners, np.arange(count))
        ends_at = np.searchsorted(sorted_owners, np.arange(count), side="right")
        if name in SCALED:
            table = np.zeros((count, len(NEAREST)))
            for column, k in enumerate(NEAREST):
                has = np.flatnonzero(ends_at - starts >= k)
                table[has, column] = sorted_values[starts[has] + k - 1]
            values[name] = table
        if name in COMPANY:
            by_place, widest = others[order].tolist(), max(CIRCLES)
            reports[name] = [
                [at, *by_place[a : min(b, a + widest)]]
                for at, (a, b) in enumerate(zip(starts.tolist(), ends_at.tolist(), strict=True))
            ]
    return Near(values, reports)


def features(pairs: Sequence[Pair], measures: Measures, near: Near, floors: Mapping[str, float]) -> Measures:
    """The :data:`FEATURES` of pairs: their measures, those set against what is nearest to either report, and company."""
    ends = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    columns = [measures]
    for name in SCALED:
        value = measures[:, MEASURES.index(name)]
        for column, k in enumerate(NEAREST):
            beside = np.maximum(near.values[name][:, column], floors[f"{name} {k}"])
            columns.append(
                np.minimum(value / np.sqrt(beside[ends[:, 0]] * beside[ends[:, 1]]), MOST)[:, None]
            )
    for name in COMPANY:
        for k in CIRCLES:
            circles = [frozenset(found[: k + 1]) for found in near.reports[name]]
            shared = [
                (k + 1) * len(circles[a] & circles[b]) / min(len(circles[a]), len(circles[b]))
                for a, b in pairs
            ]
            columns.append(np.array(shared, dtype=np.float64)[:, None])
    return np.concatenate(columns, axis=1)


def likely(values: Measures, by: Model) -> NDArray[np.float64]:
    """The probability of each row of :data:`FEATURES` to be a pair of one story."""
    weights = np.array([by.weights[name] for name in FEATURES])
    # Row by row, so that a pair's sum does not depend on how many are computed together.
    added_up = np.array([np.sum(row * weights) for row in values]) + by.intercept
    odds = (added_up + by.trees.odds(values)) / 2
    strangers = (values[:, [FEATURES.index(name) for name in NAMES]] == 0).all(axis=1)
    caps, words, less = (values[:, FEATURES.index(name)] for name in ("caps", "words", "caps, less"))
    unlike = (less == 0) & (caps < BARELY_NAMED) & (words < FEW_WORDS)
    kept = np.where(unlike, UNLIKE, np.where(strangers, STRANGERS, 1.0))
    chances = kept / (1 + np.exp(-np.clip(odds, -30, 30)))
    return np.asarray(np.round(chances, 9))


def floors_of(collections: Iterable[Near]) -> dict[str, float]:
    """What nine of ten reports have nearer ones than, over collections, or 0.02: the least that any report is set against."""
    every = [near.values for near in collections]
    return {
        f"{name} {k}": round(
            max(float(np.quantile(np.concatenate([t[name][:, column] for t in every]), 0.1)), 0.02), 4
        )
        for name in SCALED
        for column, k in enumerate(NEAREST)
    }
