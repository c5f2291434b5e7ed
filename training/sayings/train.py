"""The trees for pairs of sentences, from ECB+: makes ``sayings.json``.

    python -m training.sayings.train --to src/rashomon/models/sayings.json [--kept readings.pickle] [--vectors FILE.npz]

The sentences of ECB+ that somebody is reported to have said, as a ledger has them, two by two from two reports; which contents
are one utterance, and which a part of one, ``bench/collation/news_gold.jsonl`` says. Learned from are the topics of odd numbers;
those of even numbers are kept to measure on. A pair counts where both contents are one sentence (of longer ones the gold does not
say which sentence answers to which) or where the contents are not one; parts count half. Reports of a topic's two events, which
are alike, have nothing in common. Lines of news in two translations join, as if quoted. ``--kept`` keeps
readings between runs, ``--vectors`` is a file of :mod:`bench.collation.distractors`.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import pickle
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from bench.collation.distractors import distractors, translations, vectors
from bench.collation.news import GOLD, topic
from bench.matching import Letters, letters
from bench.shared import shared
from numpy.typing import NDArray

from rashomon import pipeline
from rashomon.collation.entities.entities import entities
from rashomon.collation.statements.items import Item, Items, joined, said
from rashomon.collation.statements.saying_likeness import FEATURES, RISING, measured
from rashomon.collation.statements.weighing import COSINE
from rashomon.models.trees import Trees, to_json
from rashomon.records import Passage, Reading, Report, Span, Voice
from training import news
from training.trees import grown

NEAR, NEAR_ACROSS = 0.45, 0.5
"""Least cosine of a pair that is learned from, of one event and of two."""
PART = 0.5
"""Weight of a part of an utterance with the whole."""
TRANSLATIONS = 0.3
"""Weight of a pair of translations' lines."""
BLOCK, STRANGERS, UNKNOWN = 40, 60_000, 0.2
"""Lines of a block, sentences of other texts beside them, and part of the pairs of which one speaker is not known."""
SMALLEST = 30
"""Pairs that a leaf has at least."""
LEAST = -0.75
"""The least log-odds, set on the odd topics, cut in four, each collated by what the other three taught: at -1.25 1.8 points more
of the pairs are found, and precision is 1.2 points lower."""
MOST = 0.6
"""Part of a sentence's letters that must stand in a content of the gold for the sentence to be of it."""

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """Pairs of sentences: their features, whether they are one saying, what each counts, and the topic of each (0: of none)."""

    x: Vector
    y: Vector
    weights: Vector
    topics: NDArray[np.int64]

    def of(self, rows: NDArray[np.bool_]) -> Pairs:
        return Pairs(self.x[rows], self.y[rows], self.weights[rows], self.topics[rows])


def read(kept: Path | None) -> tuple[dict[str, str], list[Report], list[Reading]]:
    """The texts of ECB+ that the gold has, read: name of each by its report, reports and readings."""
    if kept and kept.exists():
        found: tuple[dict[str, str], list[Report], list[Reading]] = pickle.loads(kept.read_bytes())
        return found
    texts = news.event_texts(shared() / "data" / "ecbplus")
    names, reports = {}, []
    for name in sorted({doc for event in _events() for doc, _ in event["contents"]}):
        id_ = hashlib.sha256(name.encode() + texts[name].encode()).hexdigest()[:16]
        names[id_] = name
        reports.append(Report(id_, id_, name, texts[name], (Passage(Voice.BODY, 0, len(texts[name])),)))
    found = names, reports, [pipeline.read_report(report) for report in reports]
    if kept:
        kept.write_bytes(pickle.dumps(found))
    return found


def _events() -> list[dict[str, list]]:  # type: ignore[type-arg]
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def of_news(names: dict[str, str], reports: Sequence[Report], readings: Sequence[Reading]) -> Pairs:
    """The pairs of ECB+."""
    speakers = entities(readings, reports).speakers
    by_id = {report.id: report for report in reports}
    items = joined([said(by_id[r.report], r, speakers) for r in sorted(readings, key=lambda r: r.report)])
    of: dict[str, list[int]] = defaultdict(list)
    for k, item in enumerate(items.items):
        of[names[item.report]].append(k)
    event_of = {doc: event["event"] for event in _events() for doc, _ in event["contents"]}
    known = {pair: told for event in _events() for pair, told in _labelled(event, items, of, by_id)}
    rows: list[tuple[list[float], float, float, int]] = []
    for one, other in itertools.combinations(sorted(of), 2):
        events = event_of[one], event_of[other]
        if topic(str(events[0])) != topic(str(events[1])):
            continue
        within = events[0] == events[1]
        near = items.vectors[of[one]] @ items.vectors[of[other]].T
        for i, j in np.argwhere(near >= (NEAR if within else NEAR_ACROSS)).tolist():
            a, b = of[one][i], of[other][j]
            told = known.get((min(a, b), max(a, b))) if within else (0.0, 1.0)
            if told is not None:
                values = measured(items.items[a], items.items[b], float(near[i, j]))
                rows.append((values, *told, topic(str(events[0]))))
    return Pairs(*(np.array(column) for column in zip(*rows, strict=True)))


def _labelled(
    event: dict[str, list],  # type: ignore[type-arg]
    items: Items,
    of: dict[str, list[int]],
    by_id: dict[str, Report],
) -> Iterator[tuple[tuple[int, int], tuple[float, float]]]:
    """Of an event's pairs of sentences whether they are one saying, and what that counts."""
    contents: list[tuple[str, list[list[int]]]] = event["contents"]
    beside: dict[str, list[int]] = defaultdict(list)
    for n, (doc, _) in enumerate(contents):
        beside[doc].append(n)
    at: dict[int, int] = {}
    for doc, numbers in beside.items():
        for k in of[doc]:
            item = items.items[k]
            text = by_id[item.report].text
            own = letters(text, [Span(item.start, item.end)])
            inside = [
                (len(own & there) / len(own | there), n)
                for n in numbers
                for there in [_content(text, contents[n][1])]
                if own and len(own & there) >= MOST * len(own)
            ]
            if inside:
                at[k] = max(inside)[1]
    sentences: dict[int, int] = defaultdict(int)
    for n in at.values():
        sentences[n] += 1
    counts = {"same": 1.0, "part": PART}
    told = {
        frozenset(pair): counts[kind]
        for kind in ("part", "same")
        for group in event[kind]
        for pair in itertools.combinations(group, 2)
    }
    for a, b in itertools.combinations(sorted(at), 2):
        count = told.get(frozenset((at[a], at[b])), 0.0)
        if not count:
            yield (a, b), (0.0, 1.0)
        elif sentences[at[a]] == sentences[at[b]] == 1:
            yield (a, b), (1.0, count)


def _content(text: str, pieces: list[list[int]]) -> Letters:
    return letters(text, (Span(start, end) for start, end in pieces))


def _bare(text: str, speaker: str | None = None, quoted: bool = False) -> Item:
    return Item(
        *("", 0, len(text), Span(0, len(text)), text, None, speaker, Voice.BODY, quoted, True, text),
        source=speaker or "",
    )


def of_translations(file: Path | None) -> Pairs:
    """Lines of news in two translations, quoted in two reports, of one speaker or of one who is not known.

    Of the lines every other block of :data:`BLOCK` is learned from, as settings were chosen on (:mod:`bench.collation.crowd`).
    Unlike are the other lines nearby, and sentences of other texts, near in meaning.
    """
    lines = [pair for n, pair in enumerate(translations()) if n // BLOCK % 2 == 0]
    others = distractors()[:STRANGERS]
    rows = vectors([*(side for pair in lines for side in pair), *others], file).astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    one, other, strange = rows[0 : 2 * len(lines) : 2], rows[1 : 2 * len(lines) : 2], rows[2 * len(lines) :]
    dice = random.Random(6)
    found: list[tuple[list[float], float]] = []

    def add(a: str, b: str, cosine: float, same: bool) -> None:
        known = dice.random() >= UNKNOWN
        found.append((measured(_bare(a, "A", True), _bare(b, "A" if known else None, True), cosine), same))

    near = one @ other.T
    for i, j in np.argwhere(near >= NEAR).tolist():
        if i == j or (lines[i][0] != lines[j][0] and lines[i][1] != lines[j][1]):
            add(lines[i][0], lines[j][1], float(near[i, j]), i == j)
    far = one @ strange.T
    for i, j in np.argwhere(far >= NEAR_ACROSS).tolist():
        add(lines[i][0], others[j], float(far[i, j]), False)
    return Pairs(
        np.array([values for values, _ in found]),
        np.array([float(same) for _, same in found]),
        np.full(len(found), TRANSLATIONS),
        np.zeros(len(found), dtype=np.int64),
    )


def learned(some: Sequence[Pairs]) -> Trees:
    x, y, weights = (np.concatenate([getattr(p, name) for p in some]) for name in ("x", "y", "weights"))
    return grown(x, y, weights, rising=list(RISING.values()), smallest=SMALLEST)


def told(name: str, trees: Trees, pairs: Pairs) -> None:
    """Print, of pairs near enough to be weighed, how many are found while so many of those found are right."""
    rows = pairs.of(pairs.x[:, FEATURES.index("meaning")] >= COSINE)
    odds = trees.odds(rows.x)
    order = np.argsort(-odds, kind="stable")
    right = np.cumsum(rows.y[order]) / np.arange(1, len(order) + 1)
    found = []
    for least in (0.9, 0.85, 0.8):
        last = int(np.flatnonzero(right >= least)[-1])
        share = rows.y[order][: last + 1].sum() / rows.y.sum()
        found.append(f"{share:.1%} at {least:.0%} (log-odds {odds[order][last]:.2f})")
    print(f"{name}: {len(rows.y)} pairs, {int(rows.y.sum())} one saying; found " + ", ".join(found))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, required=True, help="the file to write")
    parser.add_argument("--kept", type=Path, help="where readings are kept between runs")
    parser.add_argument("--vectors", type=Path, help="where vectors of sentences are kept")
    args = parser.parse_args()
    pairs, more = of_news(*read(args.kept)), [of_translations(args.vectors)]
    trees = learned([pairs.of(pairs.topics % 2 == 1), *more])
    told("odd topics, learned from", trees, pairs.of(pairs.topics % 2 == 1))
    told("even topics, kept", trees, pairs.of(pairs.topics % 2 == 0))
    turned = learned([pairs.of(pairs.topics % 2 == 0), *more])
    told("odd topics, by what the even ones teach", turned, pairs.of(pairs.topics % 2 == 1))
    args.to.write_text(
        json.dumps({"least": LEAST, "trees": to_json(trees, FEATURES)}) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
