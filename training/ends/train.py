"""Fit ``ends.json``: ``python -m training.ends.train --shared DIR``, two minutes.

By words: every word of the gold contents of PolNeAR's training articles is their last or is not; a value's worth is its log-odds
over the average, drawn to it by DRAWN words, each article's looked up from the other folds; small trees weigh them.

The tagger's share: on PolNeAR's dev articles, which it did not learn from, four weights by conditional logistic regression over
the ends that it could see. Printed: how many contents get their right end, and how many lose it, each half of the articles with
the weights of the other.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from bench.matching import letters, likeness
from numpy.typing import NDArray

from rashomon.models.trees import Trees, to_json
from rashomon.reading.attributions.attributions import Found, assemble
from rashomon.reading.attributions.mended.content_ends import (
    BETTER,
    FILE,
    NUMBERS,
    REACH,
    VALUES,
    Sees,
    Way,
    farthest,
    last_letter,
    likely_ends,
    model,
    odds_by_words,
    settled,
    way_of,
)
from rashomon.reading.attributions.mended.repairs import repaired
from rashomon.reading.tagging.tagger import Tagger
from rashomon.reading.tagging.tokens import tokenise
from rashomon.reading.text.quotations import quotations
from rashomon.records import Span
from training.reader import corpus
from training.reader.corpus import Document, Gold
from training.tables import write
from training.trees import grown

FOLDS = 5
DRAWN = 10.0
FEWEST_OF_A_VALUE = 40
"""Words; a rarer value is worth nothing."""
LEAST_WORTH = 0.4
"""Log-odds; what is worth less is left out. With all values and half as many words a value, the file is twice as large and not a
content more is right on PolNeAR dev."""
LONGEST = 45
"""Words before a content's end that are learned from."""
TOO_LONG = 2_500
"""Characters of a content that is passed over."""

START = (0.6, 0.7, 0.4, 0.6)
"""Weights with which the ends to choose from are looked up before any are fitted."""
RIDGE = 0.5
STEPS = 15

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Place:
    """A word of a gold content, described, and whether it is the last."""

    name: str
    values: tuple[str, ...]
    numbers: tuple[float, ...]
    last: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The ends of a content that the tagger could see: a row of four features each, which one is its own, which one is right."""

    article: int
    rows: Rows
    own: int
    right: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True, help="holds polnear")
    args = parser.parse_args()
    places = [p for d in corpus.read(args.shared / "polnear" / "train") for p in _places(d)]
    last = np.array([p.last for p in places])
    print(f"{len(places)} words, {last.sum()} contents", flush=True)
    folds = np.array([zlib.crc32(p.name.encode()) % FOLDS for p in places])
    crossed = np.zeros((len(places), len(VALUES) + len(NUMBERS)))
    for k in range(FOLDS):
        worth = _worth([p for p, f in zip(places, folds, strict=True) if f != k])
        crossed[folds == k] = _matrix([p for p, f in zip(places, folds, strict=True) if f == k], worth)
    trees = grown(
        crossed, last.astype(np.float64), np.ones(len(last)), trees=80, depth=4, most_leaves=10, smallest=40
    )
    table: dict[str, Any] = {
        "worth": {name: {v: round(x, 2) for v, x in t.items()} for name, t in _worth(places).items()},
        "trees": to_json(
            Trees(trees.base, trees.asked, np.round(trees.borders, 3), np.round(trees.leaves, 3)),
            (*VALUES, *NUMBERS),
        ),
        "weights": START,
    }
    write(FILE, table)
    model.cache_clear()
    table["weights"] = _on_new(args.shared / "polnear" / "dev")
    write(FILE, table)
    model.cache_clear()


def _places(d: Document) -> Iterator[Place]:
    for a in d.attributions:
        parts = [Span(*s) for s in (*a.source, *a.cue)]
        for piece in (Span(*s) for s in a.content):
            end = last_letter(d.text, piece)
            if end == piece.start or end - piece.start > TOO_LONG or settled(d.text, piece, parts):
                continue
            way = Way(d.text, piece.start, end + REACH, a.source, a.cue, len(a.content))
            at = next((i for i, (_, e) in enumerate(way.words) if e == end), None)
            if at is not None:
                for i in range(max(0, at - LONGEST), at + 1):
                    yield Place(d.name, *way.described(i), i == at)


def _worth(places: Sequence[Place]) -> dict[str, dict[str, float]]:
    average = sum(p.last for p in places) / len(places)
    odds = np.log(average / (1 - average))
    out: dict[str, dict[str, float]] = {}
    for k, name in enumerate(VALUES):
        of = Counter(p.values[k] for p in places)
        right = Counter(p.values[k] for p in places if p.last)
        worth = {
            v: float(np.log((right[v] + DRAWN * average) / (n - right[v] + DRAWN * (1 - average))) - odds)
            for v, n in sorted(of.items())
            if n >= FEWEST_OF_A_VALUE
        }
        out[name] = {v: x for v, x in worth.items() if abs(x) >= LEAST_WORTH}
    return out


def _matrix(places: Sequence[Place], worth: Mapping[str, Mapping[str, float]]) -> Rows:
    tables = [worth[name] for name in VALUES]
    return np.array(
        [[*(t.get(v, 0.0) for t, v in zip(tables, p.values, strict=True)), *p.numbers] for p in places]
    )


def _on_new(folder: Path) -> list[float]:
    """The weights, from all dev articles; printed is what those of each half do to the other."""
    tagger = Tagger.load()
    choices = [c for n, d in enumerate(corpus.read(folder)) for c in _choices(n, d, tagger)]
    by_half = [_fitted([c for c in choices if c.article % 2 == half]) for half in (0, 1)]
    for better in (0.0, BETTER, 0.6, 1.0):
        changed = mended = broken = 0
        for c in choices:
            odds = c.rows @ by_half[1 - c.article % 2]
            best = int(odds.argmax())
            if odds[best] - odds[c.own] > better:
                changed += 1
                mended += best == c.right
                broken += c.own == c.right
        print(
            f"{len(choices)} contents, better by {better}: {changed} ends changed, {mended} mended, {broken} broken"
        )
    weights = _fitted(choices)
    print(weights)
    return [round(float(w), 4) for w in weights]


def _choices(number: int, d: Document, tagger: Tagger) -> Iterator[Choice]:
    marks = quotations(d.text)
    tokens = tokenise(d.text, [Span(0, len(d.text))])
    tagged = tagger.tag(tokens)
    found = repaired(d.text, assemble(d.text, tokens, tagged.outer, marks), marks)
    if tagged.around is None:
        return
    sees = Sees(tokens, tagged.around[:, 2])
    starts = sorted({s.start for f in found for s in f.spans})
    for f in found:
        gold = _gold(d, f)
        if gold is None:
            continue
        for piece in f.content:
            beside = [Span(*s) for s in gold.content if s[0] < piece.end and piece.start < s[1]]
            wanted = [last_letter(d.text, s) for s in beside]
            if settled(d.text, piece, (*f.source, *f.cue)):
                continue
            way = way_of(d.text, f, piece, farthest(d.text, piece, starts))
            end = last_letter(d.text, piece)
            at = next((i for i, (_, e) in enumerate(way.words) if e == end), None)
            if at is None:
                continue
            ends = likely_ends(way, at, sees)
            right = [n for n, e in enumerate(ends) if way.words[e.word][1] in wanted]
            if right and len(ends) > 1:
                words = odds_by_words(way, at, ends)
                rows = [[w, e.word == at, e.after, e.last] for w, e in zip(words, ends, strict=True)]
                own = next(n for n, e in enumerate(ends) if e.word == at)
                yield Choice(number, np.array(rows, dtype=np.float64), own, right[0])


def _gold(d: Document, f: Found) -> Gold | None:
    """The gold attribution with the same cue, whose content is likest."""
    of = [
        (likeness(letters(d.text, f.content), letters(d.text, [Span(*s) for s in a.content])), -n)
        for n, a in enumerate(d.attributions)
        if any(s.start < e and b < s.end for s in f.cue for b, e in a.cue)
    ]
    best = max(of, default=(0.0, 0))
    return d.attributions[-best[1]] if best[0] > 0 else None


def _fitted(choices: Sequence[Choice]) -> Rows:
    """Weights by conditional logistic regression with a ridge, by Newton's method."""
    weights = np.zeros(4)
    for _ in range(STEPS):
        slope, bend = 2 * RIDGE * weights, 2 * RIDGE * np.eye(4)
        for c in choices:
            odds = c.rows @ weights
            chances = np.exp(odds - odds.max())
            chances /= chances.sum()
            mean = chances @ c.rows
            slope = slope + mean - c.rows[c.right]
            bend = bend + (c.rows * chances[:, None]).T @ c.rows - np.outer(mean, mean)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


if __name__ == "__main__":
    main()
