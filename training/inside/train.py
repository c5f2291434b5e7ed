"""Fit ``inside.json``: ``python -m training.inside.train --shared DIR``, five minutes.

By words: every candidate in the gold contents of PolNeAR's training articles and of ``training/reader/news.jsonl``, and in those
of ``training/reader/contents.jsonl``, is right or not (source and content as in who-said-what); a value's worth is its log-odds
over the average, drawn to it by DRAWN candidates, each article's looked up from the other folds; small trees weigh them. Printed:
precision and recall, each fifth of the articles by the others.

What the tagger sees, and the chances: on the articles of :mod:`.held_out`.
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
from bench.matching import ALIKE, Letters, letters, likeness
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from rashomon.models.trees import Trees
from rashomon.reading.attributions.inside.inner_candidates import Candidate, candidates
from rashomon.reading.attributions.inside.inner_chances import (
    FILE,
    NUMBERS,
    Seen,
    described,
    likeliest,
    model,
)
from rashomon.reading.attributions.inside.told_inside import FEWEST, Sight, ends_within, weighed
from rashomon.reading.attributions.inside.worded import SAME
from rashomon.reading.text.edges import letters as count
from rashomon.reading.text.phrases import lowered
from rashomon.reading.text.quotations import quotations
from rashomon.reading.text.stems import verb_stem
from rashomon.records import Span
from training import news
from training.inside.held_out import HeldOut, excerpts, polnear
from training.reader import corpus
from training.reader.contents import CONTENTS
from training.reader.corpus import Document, Gold, Spans
from training.reader.label import NEWS
from training.tables import write
from training.trees import grown

FOLDS = 5
DRAWN = 8.0
FEWEST_OF_A_VALUE = 8
FEWEST_WITH_A_RIGHT_ONE = 4
"""Candidates; a rarer value is worth nothing."""

OF_A_STEM = 0.15
"""Of its places, those where a rare form of a known cue's stem (*warns*) must be one to be known too."""

_NO_CUES = frozenset(
    """
    a an the of to in on at by for from with about that as and or but not is are was were be been being am has have had
    having do does did will would can could should may might must shall it its he she they his her their our my your we
    i you who which this these those also so too very more most than then now just only even still ever never always
    often again later earlier recently when while if up out down off over into through during against after before like
    no yes all some any one two other own new s t last first friday monday tuesday wednesday thursday saturday sunday
    today yesterday morning night week year according
    """.split()
)


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate, described, and whether it is right; ``gold`` tells which attribution it is, -1 if none."""

    name: str
    candidate: Candidate
    values: Mapping[str, str]
    numbers: Mapping[str, float]
    right: bool
    gold: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True, help="holds polnear, ecbplus, stories, figures")
    args = parser.parse_args()
    documents = [*corpus.read(args.shared / "polnear" / "train"), *_news(args.shared)]
    cues = _cues(documents)
    rows = [row for d in documents for row in _rows(d, cues)]
    right = np.array([r.right for r in rows])
    print(
        f"{len(rows)} candidates, {right.sum()} right, {sum(len(d.inner) for d in documents)} in the gold",
        flush=True,
    )
    folds = np.array([zlib.crc32(r.name.encode()) % FOLDS for r in rows])
    crossed = np.zeros((len(rows), 0))
    for k in range(FOLDS):
        worth = _worth([r for r, f in zip(rows, folds, strict=True) if f != k])
        some = np.flatnonzero(folds == k)
        x = _matrix([rows[i] for i in some], worth, cues)
        crossed = np.zeros((len(rows), x.shape[1])) if not crossed.size else crossed
        crossed[some] = x
    chances = np.zeros(len(rows))
    for k in range(FOLDS):
        trees = _trees(crossed[folds != k], right[folds != k])
        chances[folds == k] = 1 / (1 + np.exp(-trees.odds(crossed[folds == k])))
    _report(rows, chances, sum(len(d.inner) for d in documents))
    trees = _trees(crossed, right)
    table: dict[str, Any] = {
        "cues": cues,
        "worth": {
            k: {v: round(x, 2) for v, x in t.items() if abs(x) >= 0.05} for k, t in _worth(rows).items()
        },
        "trees": {
            "base": trees.base,
            "asked": trees.asked.tolist(),
            "borders": np.round(trees.borders, 3).tolist(),
            "leaves": np.round(trees.leaves, 3).tolist(),
        },
        "alone": [0.0, 1.0],
        "seen": [0.0, 1.0, *[0.0] * len(Seen(0, 0).values())],
    }
    write(FILE, table)
    model.cache_clear()
    table["alone"], table["seen"] = _on_new([*polnear(args.shared), *excerpts(args.shared)])
    write(FILE, table)
    model.cache_clear()


def _news(shared: Path) -> list[Document]:
    marks = {**corpus.read_marks(CONTENTS), **corpus.read_marks(NEWS)}
    return [
        Document(name, text, marks[name].attributions, [], marks[name].inside, marks[name].known)
        for name, text in news.texts(shared).items()
        if name in marks
    ]


def _cues(documents: Sequence[Document]) -> dict[str, float]:
    """Words of cues, and how often each is one: log-odds over all its places in articles whose attributions are all known."""
    every: Counter[str] = Counter()
    of_cues: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for d in documents:
        inside.update(_words_of_cues(d, d.inner))
        if any(g.cue for g in d.attributions):
            every.update(_plain_words(d.text))
            of_cues.update(_words_of_cues(d, d.attributions))
    share = {w: (of_cues[w], every[w]) for w in sorted({*of_cues, *inside}) if w.isalpha()}
    kept = {w for w, (n, of) in share.items() if inside[w] >= 2 or (n >= 4 and n >= 0.08 * of)}
    stems = {verb_stem(w) for w in kept}
    kept |= {w for w, (n, of) in share.items() if n >= OF_A_STEM * of and verb_stem(w) in stems}
    return {w: round(float(np.log((n + 0.5) / (of + 5))), 2) for w, (n, of) in share.items() if w in kept}


def _words_of_cues(d: Document, golds: Sequence[Gold]) -> Iterator[str]:
    """The words of each cue, none twice."""
    for g in golds:
        yield from {w for s, e in g.cue for w in _plain_words(d.text[s:e])} - _NO_CUES


def _plain_words(text: str) -> list[str]:
    return [w.strip(".,;:!?\"'“”‘’()[]—–-") for w in lowered(text).split()]


def _rows(d: Document, cues: Mapping[str, float]) -> Iterator[Row]:
    marks = quotations(d.text)
    golds = [(_letters(d.text, g.source), _letters(d.text, g.content)) for g in d.inner]
    for holder in sorted({Span(*piece) for a in d.attributions for piece in a.content}):
        size = count(d.text, [holder])
        if size < FEWEST or not any(s < holder.end and holder.start < e for s, e in d.inner_known):
            continue
        for c in candidates(d.text, holder, ends_within(marks, holder), cues):
            if not any(s <= c.cue.start and c.cue.end <= e for s, e in d.inner_known):
                continue
            content = letters(d.text, c.content)
            if content and len(content) < SAME * size:
                gold = _gold(d.text, c, content, golds)
                yield Row(
                    d.name,
                    c,
                    *described(d.text, holder, size, count(d.text, c.content), c),
                    gold >= 0,
                    gold,
                )


def _letters(text: str, pieces: Spans) -> Letters:
    return letters(text, [Span(*piece) for piece in pieces])


def _gold(text: str, c: Candidate, content: Letters, golds: Sequence[tuple[Letters, Letters]]) -> int:
    source = letters(text, [c.source] if c.source else [])
    for n, (whose, what) in enumerate(golds):
        if likeness(content, what) >= ALIKE and (likeness(source, whose) >= ALIKE or not (source or whose)):
            return n
    return -1


def _worth(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    average = sum(r.right for r in rows) / len(rows)
    out: dict[str, dict[str, float]] = {}
    for name in sorted(rows[0].values):
        of = Counter(r.values[name] for r in rows)
        right = Counter(r.values[name] for r in rows if r.right)
        out[name] = {
            v: float(
                np.log((right[v] + DRAWN * average) / (n - right[v] + DRAWN * (1 - average)))
                - np.log(average / (1 - average))
            )
            for v, n in sorted(of.items())
            if n >= (FEWEST_WITH_A_RIGHT_ONE if right[v] else FEWEST_OF_A_VALUE)
        }
    return out


def _matrix(
    rows: Sequence[Row], worth: Mapping[str, Mapping[str, float]], cues: Mapping[str, float]
) -> NDArray[np.float64]:
    return np.array(
        [
            [
                *(table.get(r.values[name], 0.0) for name, table in worth.items()),
                *(r.numbers[name] for name in NUMBERS),
                cues.get(r.candidate.word, 0.0),
            ]
            for r in rows
        ]
    )


def _trees(x: NDArray[np.float64], y: NDArray[np.bool_]) -> Trees:
    return grown(x, y.astype(np.float64), np.ones(len(y)), trees=150, depth=5, most_leaves=12, smallest=40)


def _report(rows: Sequence[Row], chances: NDArray[np.float64], wanted: int) -> None:
    by: dict[str, list[tuple[float, Candidate]]] = {}
    gold = {id(r.candidate): r.gold for r in rows}
    for r, chance in zip(rows, chances, strict=True):
        by.setdefault(r.name, []).append((float(chance), r.candidate))
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = {name: likeliest(of, least) for name, of in by.items()}
        found = sum(len({gold[id(c)] for _, c in k} - {-1}) for k in kept.values())
        predicted = sum(map(len, kept.values()))
        print(
            f"  by words, chance {least}: {predicted} found, P {found / max(predicted, 1):.3f} R {found / wanted:.3f}"
        )


def _on_new(articles: Sequence[HeldOut]) -> tuple[list[float], list[float]]:
    """The bias and weights of words alone, and of words and what the tagger sees."""
    from rashomon.reading.attributions.layout.turns import turns
    from rashomon.reading.attributions.nesting import find
    from rashomon.reading.tagging.tagger import Tagger
    from rashomon.reading.tagging.tokens import tokenise
    from rashomon.records import Passage, Voice

    tagger = Tagger.load()
    x, y = [], []
    for d in articles:
        whole = [Span(0, len(d.text))]
        passages = [Passage(Voice.BODY, 0, len(d.text))]
        laid_out = turns(d.text, passages)
        every, _ = find(d.text, whole, laid_out, tagger, passages)
        tokens = tokenise(d.text, whole)
        sights = [Sight(tokens, tagger.tag(tokens).inside)]
        holders = sorted({s for f in every if f.inside is None for s in f.content})
        for c, words, seen in weighed(d.text, holders, quotations(d.text), sights):
            if seen is None or not any(k.start <= c.cue.start and c.cue.end <= k.end for k in d.known):
                continue
            content = letters(d.text, c.content)
            alike = [(g, o) for g, o in d.inside if likeness(content, _letters(d.text, g.content)) >= ALIKE]
            parts = [(_letters(d.text, g.source), _letters(d.text, g.content)) for g, o in alike if not o]
            right = _gold(d.text, c, content, parts) >= 0
            if not right and any(o for _, o in alike):
                continue
            x.append([words, *seen.values()])
            y.append(right)
    of, was = np.array(x), np.array(y)
    print(f"on new articles: {len(was)} candidates, {was.sum()} right")
    out = []
    for columns in ([0], list(range(of.shape[1]))):
        fit = LogisticRegression(C=1.0, max_iter=1000).fit(of[:, columns], was)
        out.append([round(float(w), 4) for w in (fit.intercept_[0], *fit.coef_[0])])
        print(out[-1])
    return out[0], out[1]


if __name__ == "__main__":
    main()
