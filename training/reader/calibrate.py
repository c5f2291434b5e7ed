"""Fit what turns a model's probabilities into chances: ``python -m training.reader.calibrate --polnear DIR [--model DIR]``.

Reads PolNeAR's dev articles with the model, matches what it finds with the gold (who-said-what as the yardstick has it; parts by
the same letters) and fits ``confidence.json`` beside the model. Printed: the expected calibration error (Naeini et al. 2015,
ten bins of equal width) and the table behind a reliability plot, each article calibrated by the articles of the other half.
Attributions inside contents have no gold in PolNeAR and are left out. Takes a minute.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from bench.matching import ALIKE, letters, likeness, matched
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from rashomon.models import model_path
from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.confidence import FEATURES, FILE, OUTCOMES, features
from rashomon.reading.attributions.nesting import find
from rashomon.reading.tagging.tagger import Tagger
from rashomon.records import Span
from training.reader import corpus
from training.reader.corpus import Document, Spans

BINS = 10
_EDGE = " \t\r\n.,;:!?-–—\"'“”‘’`()[]"

Row = tuple[tuple[float, ...], dict[str, bool]]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=model_path(""), help="folder of reader.onnx")
    args = parser.parse_args()
    tagger = Tagger.load(args.model)
    rows = [_rows(d, tagger) for d in corpus.read(args.polnear / "dev")]
    halves = ([r for some in rows[::2] for r in some], [r for some in rows[1::2] for r in some])
    for outcome in OUTCOMES:
        chances, right = [], []
        for own, other in (halves, halves[::-1]):
            weights = fit(own, outcome)
            chances.append([_chance(weights, x) for x, _ in other])
            right.append([y[outcome] for _, y in other])
        report(outcome, np.concatenate(chances), np.concatenate(right))
    every = [*halves[0], *halves[1]]
    table = {outcome: [round(w, 4) for w in fit(every, outcome)] for outcome in OUTCOMES}
    (args.model / FILE).write_text(json.dumps({"features": FEATURES, **table}, indent=1) + "\n")


def fit(rows: Sequence[Row], outcome: str) -> list[float]:
    """Weights in the order of FEATURES."""
    x = np.array([x for x, _ in rows])
    y = np.array([y[outcome] for _, y in rows])
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=1000).fit(x, y)
    return [float(w) for w in model.coef_[0]]


def report(outcome: str, chances: NDArray[np.float64], right: NDArray[np.bool_]) -> None:
    """Print the expected calibration error, and for each bin its attributions, mean chance and share right."""
    which = np.minimum((chances * BINS).astype(int), BINS - 1)
    error = 0.0
    lines = []
    for b in range(BINS):
        inside = which == b
        if inside.any():
            said, was = chances[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(said - was)
            lines.append(
                f"  {b / BINS:.1f}–{(b + 1) / BINS:.1f}  {inside.sum():5}  {said:.3f}  {was:.3f}  "
                + "█" * round(40 * was)
            )
    print(
        f"{outcome}: {len(chances)} attributions, {right.mean():.3f} right, expected calibration error {error:.3f}"
    )
    print("\n".join(lines))


def _chance(weights: Sequence[float], x: Sequence[float]) -> float:
    return float(1 / (1 + np.exp(-np.dot(weights, x))))


def _rows(document: Document, tagger: Tagger) -> list[Row]:
    """For each attribution found from outside: its features, and which outcomes are right."""
    found, _ = find(document.text, [Span(0, len(document.text))], (), tagger)
    outer = [f for f in found if f.inside is None]
    match = _match(document, outer)
    return [(features(f), _right(document, f, match.get(i))) for i, f in enumerate(outer)]


def _match(document: Document, found: Sequence[Found]) -> dict[int, int]:
    """Attribution to gold one by their contents, the likest first."""
    text = document.text
    return matched(
        [letters(text, f.content) for f in found],
        [letters(text, _spans(a.content)) for a in document.attributions],
    )


def _right(document: Document, f: Found, gold: int | None) -> dict[str, bool]:
    if gold is None:
        return dict.fromkeys(OUTCOMES, False)
    text, a = document.text, document.attributions[gold]
    parts = {
        name: _exact(text, [(s.start, s.end) for s in getattr(f, name)]) == _exact(text, getattr(a, name))
        for name in ("source", "cue", "content")
    }
    whole = likeness(letters(text, f.source), letters(text, _spans(a.source))) >= ALIKE
    return {"whole": whole, **parts}


def _spans(pieces: Spans) -> list[Span]:
    return [Span(s, e) for s, e in pieces]


def _exact(text: str, spans: Spans) -> frozenset[int]:
    """The letters, less a leading "that"."""
    if not spans:
        return frozenset()
    (s, e), *rest = sorted(spans)
    while s < e and text[s] in _EDGE:
        s += 1
    if text[s:e].lower().startswith("that") and not text[s + 4 : s + 5].isalnum():
        s += 4
    return letters(text, _spans([(s, e), *rest]))


if __name__ == "__main__":
    main()
