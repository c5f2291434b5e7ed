"""Weights for pairs of reports, from ECB+ and NeuS: makes ``stories.json``.

    python -m training.stories.train --to src/rashomon/models/stories.json [--kept readings.pickle]

ECB+ (topics 1 to 35) and 900 stories of NeuS's training part, as three collections of 300, are read, profiled and paired as
a ledger's reports are; small draws of their groups are added, as small ledgers are read too. Newton steps on a logistic
regression with a ridge of 3, and small trees (:mod:`training.trees`). What is printed comes from pairs that the weights
were not learned on: of NeuS two collections learn for the third, of ECB+ the topics are cut in four and no pair is weighed by
what learned on either one's topics. ``least`` is the threshold that does best on both by that; NeuS validation is not looked at.
``--kept`` keeps readings between runs.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from bench.collation.corpora import ecb, neus
from bench.collation.stories import b_cubed
from numpy.typing import NDArray

from rashomon import pipeline
from rashomon.collation.stories.candidates import UNDATED, candidates
from rashomon.collation.stories.likeness import (
    FEATURES,
    Model,
    Near,
    features,
    floors_of,
    likely,
    measured,
    nearest,
)
from rashomon.collation.stories.linkage import Pair, linked
from rashomon.collation.stories.profiles import Profile, profile
from rashomon.collation.stories.stories import TIE
from rashomon.models.trees import to_json
from rashomon.records import Passage, Reading, Report, Voice
from training.trees import grown

STORIES, PART = 900, 300
DRAWS, SMALL = 4, (3, 6, 12, 25)
"""Small draws of each collection, and of how many groups."""
RIDGE = 3.0
SHARE = {"ECB+": 0.6}
"""Weight of a pair of ECB+, whose groups are large and have most of the pairs; of 0.3 to 1 the best on both together."""
SMALL_SHARE = 0.2
"""Weight of a pair of a small draw; of 0.1, 0.15, 0.2 and 0.3 the best on both, held out."""
GRID = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]
FOLDS = 4

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Collection:
    """Reports with the group of each, as a ledger has them: candidates, their measures, and what is nearest to each."""

    name: str
    groups: NDArray[np.str_]
    profiles: Sequence[Profile]
    pairs: Sequence[Pair]
    measures: Vector
    near: Near
    floors: dict[str, float] = field(default_factory=dict)

    @cached_property
    def values(self) -> Vector:
        return features(self.pairs, self.measures, self.near, self.floors)

    @cached_property
    def same(self) -> NDArray[np.bool_]:
        ends = np.array(self.pairs).reshape(-1, 2)
        return np.asarray(self.groups[ends[:, 0]] == self.groups[ends[:, 1]])


def collection(name: str, groups: Sequence[str], profiles: Sequence[Profile]) -> Collection:
    pairs = candidates(profiles, np.full(len(profiles), UNDATED))
    measures = measured(profiles, pairs)
    return Collection(
        name, np.array(groups), profiles, pairs, measures, nearest(len(profiles), pairs, measures)
    )


def draws(whole: Collection) -> Iterator[Collection]:
    """Small collections, as small ledgers hold."""
    groups = sorted(set(whole.groups.tolist()))
    dice = random.Random(whole.name)
    for n in range(DRAWS):
        chosen = np.isin(whole.groups, dice.sample(groups, SMALL[n % len(SMALL)]))
        profiles = [p for p, keep in zip(whole.profiles, chosen, strict=True) if keep]
        yield collection(f"small {whole.name}", whole.groups[chosen].tolist(), profiles)


def learned(parts: Sequence[tuple[Collection, NDArray[np.bool_] | None]], floors: dict[str, float]) -> Model:
    """The regression from pairs of these collections; of each those of the reports marked, or all."""
    values, wanted, weights_of = [], [], []
    for part, marked in parts:
        ends = np.array(part.pairs).reshape(-1, 2)
        rows = np.ones(len(ends), bool) if marked is None else marked[ends[:, 0]] & marked[ends[:, 1]]
        # Of the pairs of two groups whose words are least alike one in eight stands for all.
        alike = part.measures[:, 0] >= np.quantile(part.measures[:, 0], 0.7) if len(ends) else rows
        easy = ~part.same & ~alike
        rows &= ~easy | (np.arange(len(ends)) % 8 == 0)
        values.append(part.values[rows])
        wanted.append(part.same[rows])
        share = SHARE.get(part.name, SMALL_SHARE if part.name.startswith("small") else 1.0)
        weights_of.append(np.where(easy[rows], 8.0, 1.0) * share)
    w = np.concatenate(weights_of)
    x, y = np.concatenate(values), np.concatenate(wanted).astype(float)
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    ridge = np.eye(z.shape[1]) * RIDGE
    ridge[0, 0] = 0
    beta = np.zeros(z.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-z @ beta))
        slope = z.T @ (w * (chance - y)) + ridge @ beta
        step = np.linalg.solve((z * (w * chance * (1 - chance))[:, None]).T @ z + ridge, slope)
        beta -= step
        if np.abs(step).max() < 1e-3:
            break
    weights = beta[1:] / spread
    return Model(
        {name: round(float(w), 5) for name, w in zip(FEATURES, weights, strict=True)},
        round(float(beta[0] - mean @ weights), 5),
        grown(x, y, w),
        floors,
        0.0,
    )


def weigh(by: Model, part: Collection) -> Vector:
    return likely(part.values, by)


def scores(part: Collection, chances: Vector) -> list[float]:
    """B-cubed F1 at each threshold of the grid."""
    likeness = {pair: float(c) for pair, c in zip(part.pairs, chances, strict=True) if c >= TIE}
    found = []
    for least in GRID:
        home: dict[int, Hashable] = {
            k: n for n, group in enumerate(linked(len(part.groups), likeness, least)) for k in group
        }
        found.append(100 * b_cubed(part.groups.tolist(), [home[k] for k in range(len(part.groups))]))
    return found


def held_out(
    ecbplus: Collection,
    others: Sequence[Collection],
    small: dict[str, list[Collection]],
    floors: dict[str, float],
) -> Vector:
    """Chances of ECB+'s pairs by weights that saw neither report's topic."""
    topics = np.array([int(g.removesuffix("plus")) for g in ecbplus.groups])
    fold = topics * 7 % FOLDS
    ends = np.array(ecbplus.pairs)
    chances = np.zeros(len(ends))
    known = [(c, None) for other in others for c in (other, *small[other.name])]
    for a in range(FOLDS):
        for b in range(a, FOLDS):
            left = (fold != a) & (fold != b)
            seen = set(topics[left].tolist())
            draws_left = [
                (c, np.array([int(g.removesuffix("plus")) in seen for g in c.groups]))
                for c in small[ecbplus.name]
            ]
            by = learned([*known, (ecbplus, left), *draws_left], floors)
            pair = np.sort(fold[ends], axis=1)
            rows = (pair[:, 0] == a) & (pair[:, 1] == b)
            chances[rows] = weigh(by, ecbplus)[rows]
    return chances


def read(kept: Path | None) -> dict[str, list[tuple[str, Report, Reading]]]:
    """Every corpus read: group, report and reading of each of its texts."""
    if kept and kept.exists():
        found: dict[str, list[tuple[str, Report, Reading]]] = pickle.loads(kept.read_bytes())
        return found
    ids = sorted({group for group, _ in neus("train")})
    sample = set(random.Random(5).sample(ids, STORIES))
    texts = {"ECB+": ecb(), "NeuS": [t for t in neus("train") if t[0] in sample]}
    found = {}
    for name, items in texts.items():
        found[name] = []
        for k, (group, text) in enumerate(items):
            report = Report(f"{k:05d}", "", str(k), text, (Passage(Voice.BODY, 0, len(text)),))
            found[name].append((group, report, pipeline.read_report(report)))
    if kept:
        kept.write_bytes(pickle.dumps(found))
    return found


def told(name: str, found: Sequence[float], say: Callable[[str], None] = print) -> None:
    say(f"{name:34} " + " ".join(f"{f:5.1f}" for f in found))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, required=True, help="the file to write")
    parser.add_argument("--kept", type=Path, help="where readings are kept between runs")
    args = parser.parse_args()
    corpora = read(args.kept)
    ids = sorted({group for group, _, _ in corpora["NeuS"]})
    random.Random(1).shuffle(ids)
    sets = {"ECB+": corpora["ECB+"]}
    for n in range(STORIES // PART):
        chosen = set(ids[n * PART : (n + 1) * PART])
        sets[f"NeuS {n + 1}"] = [item for item in corpora["NeuS"] if item[0] in chosen]
    whole = [
        collection(name, [g for g, _, _ in items], [profile(r, reading) for _, r, reading in items])
        for name, items in sets.items()
    ]
    for part in whole:
        of_all = sum(
            int((part.groups == g).sum()) * (int((part.groups == g).sum()) - 1) // 2 for g in set(part.groups)
        )
        print(
            f"{part.name}: {len(part.profiles)} reports, {len(part.pairs)} candidates, with"
            f" {part.same.sum() / of_all:.1%} of the pairs of one group"
        )
    floors = floors_of(part.near for part in whole)
    whole = [replace(part, floors=floors) for part in whole]
    small = {part.name: [replace(d, floors=floors) for d in draws(part)] for part in whole}
    ecbplus, others = whole[0], whole[1:]
    print(f"{'least':34} " + " ".join(f"{g:5.2f}" for g in GRID))
    held = [scores(ecbplus, held_out(ecbplus, others, small, floors))]
    told("ECB+, held-out topics", held[0])
    for part in others:
        known = [(c, None) for p in whole if p is not part for c in (p, *small[p.name])]
        held.append(scores(part, weigh(learned(known, floors), part)))
    of_neus = np.mean(held[1:], axis=0).tolist()
    told("NeuS, held-out collections", of_neus)
    by = learned([(c, None) for p in whole for c in (p, *small[p.name])], floors)
    told("ECB+, as learned on", scores(ecbplus, weigh(by, ecbplus)))
    least = GRID[int(np.argmax(np.array(held[0]) + np.array(of_neus)))]
    print(f"least: {least}")
    trees = to_json(by.trees, FEATURES)
    kept = {
        "weights": by.weights,
        "intercept": by.intercept,
        "floors": floors,
        "least": least,
        "trees": trees,
    }
    args.to.write_text(json.dumps(kept, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
