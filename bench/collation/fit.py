"""Fit the weights in ``rashomon/collation/sentences/likeness.py`` anew, and print them.

    nice python -m bench.collation.fit

Logistic regression (by Newton's method, ridge 5) on the dev makings of the translations, where every sentence of a text is paired
with every one of the other, and on MRPC's training pairs, which differ in details: these with a weight of 0.3 and a base
of their own, since their unlike pairs were picked to be alike. Sentences of lines that hold several are left out.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.collation.made import DEV, LANGUAGES, Side, Texts, make, texts, vector
from bench.shared import shared
from rashomon.collation.sentences import likeness
from rashomon.collation.sentences.in_texts import IN_TEXTS, common_meaning, compared, texts_features
from rashomon.collation.sentences.likeness import FRAGMENT, WHOLE, profile

Numbers = NDArray[np.float64]
MRPC_WEIGHT = 0.3
RIDGE = 5.0
MOST = 6
"""Sentences of the stretches that texts are cut into besides, as reports quote a few."""


def regression(x: Numbers, y: Numbers, weights: Numbers) -> tuple[Numbers, float]:
    """Coefficients and base of a logistic regression."""
    design = np.column_stack([x, np.ones(len(x))])
    beta = np.zeros(design.shape[1])
    ridge = RIDGE * np.eye(len(beta))
    ridge[-1, -1] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (weights * (y - p)) - ridge @ beta
        curve = (design * (weights * p * (1 - p))[:, None]).T @ design + ridge
        step = np.linalg.solve(curve, gradient)
        beta += step
        if np.abs(step).max() < 1e-8:
            break
    p = np.clip(1 / (1 + np.exp(-design @ beta)), 1e-12, 1 - 1e-12)
    loss = -(weights * (y * np.log(p) + (1 - y) * np.log(1 - p))).sum() / weights.sum()
    print(f"# {len(y)} pairs, {int(y.sum())} alike, log loss {loss:.5f}")
    return beta[:-1], float(beta[-1])


def show(name: str, keys: list[str], beta: Numbers, base: float) -> None:
    print(name, {key: round(float(value), 2) for key, value in zip(keys, beta, strict=False)})
    print(f"{name}_BASE", round(base, 2))


def pairs(every: list[Texts]) -> Iterator[tuple[Side, Side, NDArray[np.bool_], NDArray[np.bool_]]]:
    """Sides, which sentence pairs are alike, and which are to be left out."""
    for pair in every:
        alike = np.array([[(x, y) in pair.gold for y in pair.b.lines] for x in pair.a.lines])
        several = [np.array([side.lines.count(line) > 1 for line in side.lines]) for side in (pair.a, pair.b)]
        yield pair.a, pair.b, alike, alike & (several[0][:, None] | several[1][None, :])


def mrpc() -> list[tuple[bool, str, str]]:
    path = shared() / "data" / "paraphrase" / "mrpc_train.txt"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]]
    return [(row[0] == "1", row[3], row[4]) for row in rows]


def fit_in_texts(every: list[Texts]) -> None:
    """:data:`IN_TEXTS`, on texts whole and cut."""
    dice = random.Random(0)
    rows: list[Numbers] = []
    labels: list[Numbers] = []
    for a, b, alike, left_out in pairs(every):
        profiles = [[profile(s) for s in side.sentences] for side in (a, b)]
        for some, others in [*stretches(alike, None, dice), *stretches(alike, MOST, dice)]:
            vectors = a.vectors[some], b.vectors[others]
            ones, twos = [profiles[0][k] for k in some], [profiles[1][k] for k in others]
            features = texts_features(compared(ones, twos, *vectors, common_meaning(*vectors)))
            kept = ~left_out[np.ix_(some, others)]
            rows.append(np.stack([features[key] for key in IN_TEXTS], axis=-1)[kept].astype(float))
            labels.append(alike[np.ix_(some, others)][kept].astype(float))
    x, y = np.concatenate(rows), np.concatenate(labels)
    show("IN_TEXTS", list(IN_TEXTS), *regression(x, y, np.ones(len(y))))


def stretches(
    alike: NDArray[np.bool_], most: int | None, dice: random.Random
) -> Iterator[tuple[list[int], list[int]]]:
    """Both texts cut into stretches of up to ``most`` sentences: every two that have one in common."""
    cuts: list[list[list[int]]] = []
    for n in alike.shape:
        cuts.append([])
        at = 0
        while at < n:
            size = n if most is None else dice.randint(1, most)
            cuts[-1].append(list(range(at, min(n, at + size))))
            at += size
    for some in cuts[0]:
        for others in cuts[1]:
            if alike[np.ix_(some, others)].any():
                yield some, others


def fit_whole(every: list[Texts]) -> None:
    """:data:`WHOLE`."""
    rows: list[Numbers] = []
    labels: list[Numbers] = []
    for a, b, alike, left_out in pairs(every):
        profiles = [[profile(s) for s in side.sentences] for side in (a, b)]
        features = likeness.features_of(profiles[0], profiles[1], a.vectors @ b.vectors.T, paired=False)
        rows.append(np.stack([features[key] for key in WHOLE], axis=-1)[~left_out].astype(float))
        labels.append(alike[~left_out].astype(float))
    x, y = np.concatenate(rows), np.concatenate(labels)
    news = mrpc()
    profiles = [[profile(str(row[side])) for row in news] for side in (1, 2)]
    cosines = np.array([vector(one) @ vector(other) for _, one, other in news], dtype=np.float32)
    features = likeness.features_of(profiles[0], profiles[1], cosines, paired=True)
    hard = np.stack([features[key] for key in WHOLE], axis=-1).astype(float)
    both = np.concatenate(
        [np.column_stack([x, np.zeros(len(x))]), np.column_stack([hard, np.ones(len(hard))])]
    )
    truth = np.concatenate([y, np.array([float(row[0]) for row in news])])
    weights = np.concatenate([np.ones(len(x)), np.full(len(hard), MRPC_WEIGHT)])
    show("WHOLE", list(WHOLE), *regression(both, truth, weights))


def fit_fragments(every: list[Texts]) -> None:
    """:data:`FRAGMENT`, on stretches of 4 words to half a sentence, as headlines cut quotations."""
    dice = random.Random(0)
    rows: list[list[float]] = []
    labels: list[float] = []
    for a, b, alike, left_out in pairs(every):
        wholes = [profile(s) for s in b.sentences]
        for i, sentence in enumerate(a.sentences):
            words = sentence.split()
            if len(words) < 12 or a.lines.count(a.lines[i]) > 1:
                continue
            length = dice.randint(4, len(words) // 2)
            start = dice.choice([0, dice.randint(0, len(words) - length), len(words) - length])
            piece_text = " ".join(words[start : start + length]).strip('“”",.')
            piece = profile(piece_text)
            if not likeness.telling(piece):
                continue
            for j, whole in enumerate(wholes):
                if piece.length <= likeness.FRAGMENT_LENGTH * whole.length and not left_out[i, j]:
                    features = likeness._fragment_features(
                        piece, whole, float(vector(piece_text) @ b.vectors[j])
                    )
                    rows.append([float(features[key]) for key in FRAGMENT])
                    labels.append(float(alike[i, j]))
    x, y = np.array(rows), np.array(labels)
    show("FRAGMENT", list(FRAGMENT), *regression(x, y, np.ones(len(y))))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--work", type=Path, help="folder to keep the made texts in (a temporary one by default)"
    )
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = args.work or Path(temporary)
        every = [t for language in LANGUAGES for seed in DEV for t in texts(make(language, seed, work))]
        fit_in_texts(every)
        fit_whole(every)
        fit_fragments([t for language in LANGUAGES for t in texts(make(language, DEV[0], work))])


if __name__ == "__main__":
    main()
