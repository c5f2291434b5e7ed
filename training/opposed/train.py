"""Train the model of opposed claims: ``python -m training.opposed.train [--out src/rashomon/models]``.

A logistic function over the features of ``accounts/conflicts/opposition.py``, of two sources. ``judged.json``: pairs of sentences
of PolNeAR's training articles, by document and characters, read and judged opposed or not. And pairs made by rule from MRPC: of
two sentences that mean the same, one is negated, or a word of it turned into its antonym or the other pole of a frame (opposed);
neither is, or both are (not). The threshold is the lowest at which 80% of the judged pairs above it are opposed, each story's
pairs scored by a model that has not seen the story. A minute on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.shared import shared
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from rashomon import pipeline
from rashomon.accounts.conflicts.opposed import pairs
from rashomon.accounts.conflicts.opposition import ANTONYMS, FEATURES, FRAMES, claim, features, has_reason
from rashomon.accounts.told import Told
from rashomon.captures.folder import captures
from rashomon.collation.entities.entities import entities
from rashomon.collation.sentences.embed import Embedder
from rashomon.records import Capture, Story

JUDGED = Path(__file__).with_name("judged.json")

#: What all pairs made by rule weigh together, beside the judged ones: enough that frames and antonyms, which politics seldom
#: has, are learned, and no more. Set by the judged stories left out in turn.
MADE_WEIGHT = 0.3

#: Inverse strength of the ridge, set likewise.
C = 1.0

#: How many of MRPC's pairs are turned by rule: some hundred opposed ones are enough beside so few that are judged.
PAIRS = 500

PRECISION = 0.8
FEWEST = 5

_AUXILIARY = re.compile(
    r"\b(is|are|was|were|will|would|can|could|should|has|have|had|did|does|do|may|might|must)\b(?! not|n['’]t)"
)
_NOT = re.compile(r"\b(?:not|never) |n['’]t\b")


def negated(sentence: str, chance: random.Random) -> str | None:
    """The sentence with its first auxiliary negated, or a negation taken out; None where neither can be."""
    if (m := _NOT.search(sentence)) is not None and chance.random() < 0.7:
        return sentence[: m.start()] + sentence[m.end() :]
    found = list(_AUXILIARY.finditer(sentence))
    if not found:
        return None
    m = chance.choice(found)
    return f"{sentence[: m.end()]} not{sentence[m.end() :]}"


def turned(sentence: str) -> str | None:
    """The sentence with one word turned into its antonym; None where there is none."""
    for m in re.finditer(r"[A-Za-z]+", sentence):
        for pair in sorted(map(sorted, ANTONYMS)):
            if m.group().lower() in pair:
                other = pair[1] if m.group().lower() == pair[0] else pair[0]
                return sentence[: m.start()] + other + sentence[m.end() :]
    return None


def other_pole(sentence: str, chance: random.Random) -> str | None:
    """The sentence with a word of a frame's pole turned into one of the other pole; None where there is none."""
    places = []
    for m in re.finditer(r"[A-Za-z]+", sentence):
        for _, one, other in FRAMES:
            for here, there in ((one, other), (other, one)):
                if any(m.group().lower().startswith(b.rstrip(".")) for b in here.split()):
                    places.append((m, there))
    if not places:
        return None
    m, there = chance.choice(places)
    return sentence[: m.start()] + chance.choice(there.split()).rstrip(".") + sentence[m.end() :]


def worn(sentence: str, chance: random.Random, keep: frozenset[str]) -> str:
    """The sentence with some of its words left out, as another outlet would put it otherwise; words of ``keep`` stay."""
    share = chance.uniform(0, 0.6)
    return " ".join(w for w in sentence.split() if w.lower() in keep or chance.random() >= share)


def made() -> Iterator[tuple[str, str, int]]:
    """Pairs from MRPC: sentence, sentence, opposed or not."""
    chance = random.Random(1)
    lines = (shared() / "data/paraphrase/mrpc_train.txt").read_text(encoding="utf-8-sig").splitlines()[1:]
    rows = [row for line in lines if len(row := line.split("\t")) == 5]
    for label, _, _, a, b in rows[:PAIRS]:
        yield a, worn(b, chance, frozenset()), 0
        if label == "1":
            for changed in (negated(b, chance), turned(b), other_pole(b, chance)):
                if changed:
                    keep = frozenset(w.lower() for w in set(changed.split()) - set(b.split())) | {"not"}
                    yield a, worn(changed, chance, keep), 1
            one, other = negated(a, chance), negated(b, chance)
            if one and other:
                yield one, other, 0
        _, _, _, c, _ = chance.choice(rows[:500])
        for changed in (negated(c, chance), other_pole(c, chance)):
            if changed:
                yield a, changed, 0


def by_rule() -> tuple[np.ndarray, np.ndarray]:
    """Features and labels of the pairs made by rule that have a reason: the only ones the model is asked about."""
    embedder = Embedder.load()
    found = [p for p in made() if has_reason(features(claim(p[0]), claim(p[1]), 0.0))]
    texts = sorted({t for a, b, _ in found for t in (a, b)})
    at = {t: n for n, t in enumerate(texts)}
    vectors = embedder.embed(texts)
    x = [features(claim(a), claim(b), float(vectors[at[a]] @ vectors[at[b]])) for a, b, _ in found]
    return np.array(x), np.array([label for _, _, label in found])


def judged() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Features, labels and stories (by their first document) of the judged pairs that still have a reason."""
    rows = json.loads(JUDGED.read_text(encoding="utf-8"))
    folder = shared() / "data/polnear/train/text"
    names = sorted({row[n] for row in rows for n in (0, 3)})
    read = [
        pipeline.read_capture(c)
        for c in captures([folder / f"{n}.txt" for n in names])
        if isinstance(c, Capture)
    ]
    done = {r.report.name: r for r in read if isinstance(r, pipeline.Read)}
    who = entities([r.reading for r in done.values()], [r.report for r in done.values()], ())
    x, y, groups = [], [], []
    for one, start, end, other, other_start, other_end, label in rows:
        ids = tuple(done[n].report.id for n in dict.fromkeys((one, other)))
        both = [done[n] for n in dict.fromkeys((one, other))]
        story = Story("", "", ids, None, None)
        told = Told(story, tuple(b.report for b in both), tuple(b.reading for b in both), (), who.speakers,
                    {e.id: e.name for e in who.entities})  # fmt: skip
        wanted = {(one, start, end), (other, other_start, other_end)}
        for pair in pairs(told):
            if {
                (both[s.place].report.name, s.span.start, s.span.end) for s in (pair.one, pair.other)
            } == wanted:
                x.append(pair.row)
                y.append(label)
                groups.append(min(one, other))
    return np.array(x), np.array(y), np.array(groups)


def fitted(x: np.ndarray, y: np.ndarray, made_x: np.ndarray, made_y: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of the model of these judged pairs and the made ones."""
    weight = np.concatenate([np.ones(len(y)), np.full(len(made_y), MADE_WEIGHT * len(y) / len(made_y))])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=C, max_iter=3000))
    model.fit(np.vstack([x, made_x]), np.concatenate([y, made_y]), logisticregression__sample_weight=weight)
    scale, of = model[0], model[1]
    weights = of.coef_[0] / scale.scale_
    return weights, float(of.intercept_[0] - weights @ scale.mean_)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=Path("src/rashomon/models"))
    args = parser.parse_args()
    x, y, stories = judged()
    made_x, made_y = by_rule()
    scores = np.zeros(len(y))
    for story in sorted(set(stories)):
        weights, bias = fitted(x[stories != story], y[stories != story], made_x, made_y)
        scores[stories == story] = 1 / (1 + np.exp(-(x[stories == story] @ weights + bias)))
    order = np.argsort(-scores, kind="stable")
    precision = np.cumsum(y[order]) / np.arange(1, len(y) + 1)
    good = [n for n in range(FEWEST - 1, len(y)) if precision[n] >= PRECISION]
    print(
        f"{len(y)} judged pairs, {int(y.sum())} opposed; {len(made_y)} made by rule, {int(made_y.sum())} opposed"
    )
    for n in (5, 10, 15, 20, 30):
        print(
            f"  of the {n} surest, in stories left out, opposed: {int(y[order[:n]].sum())}, down to {scores[order[n - 1]]:.3f}"
        )
    threshold = float(scores[order[good[-1]]]) if good else float(scores[order[FEWEST - 1]])
    told = (
        f"threshold {threshold:.3f}: {good[-1] + 1} pairs, {precision[good[-1]]:.0%}"
        if good
        else "80% is not reached"
    )
    print(told)
    weights, bias = fitted(x, y, made_x, made_y)
    for name, value in zip(FEATURES, weights, strict=True):
        print(f"{value:8.2f}  {name}")
    (args.out / "opposed.json").write_text(
        json.dumps(
            {
                "features": FEATURES,
                "weights": [round(float(w), 4) for w in weights],
                "bias": round(bias, 4),
                "threshold": round(threshold, 3),
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
