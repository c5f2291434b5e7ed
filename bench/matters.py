"""Opposed claims and wordings of one utterance among invented sentences: ``python -m bench.matters [--show]``.

``matters.jsonl``: 1,373 contested matters, invented by language models for this, of eight fields from parliaments to shipwrecks:
nine to twelve sentences each as other outlets would have them, and which of them are wordings of one utterance (``same``), tell a
part (``part``), cannot both hold (``fact``), take opposite stands (``stand``), or are ``open``. All other pairs are neither,
though of one matter, and many were written to look so. By one annotator each, who wrote them: some labels are loose, and the
prose is drier than news is. Most that is opposed here has no word that is negated or turned. It needs no other data, nothing that
is packaged learns from it, and it is large enough that two scorers can be told apart.

Printed are how many of the pairs the model of opposed claims is asked about at all (it wants a word to be pointed at), its
average precision on these, and how many it is sure of; and that of two likenesses of statements: the words with the
vectors, and the vectors alone. ``--show`` prints what the model is sure of and what is not opposed.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.conflicts.opposition import Opposition, claim, features, has_reason
from rashomon.collation.sentences.embed import Embedder
from rashomon.collation.sentences.likeness import profile, whole

MATTERS = Path(__file__).with_name("matters.jsonl")

_Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Pair:
    """Two sentences of a matter, the cosine of their vectors, whether they are one utterance (or a part of one), and opposed."""

    one: str
    other: str
    cosine: float
    same: bool
    opposed: bool


def pairs(embedder: Embedder) -> Iterator[Pair]:
    """The pairs of all matters, but for what is open."""
    for line in MATTERS.read_text(encoding="utf-8").splitlines():
        matter = json.loads(line)
        told = {
            kind: {frozenset(pair) for pair in matter.get(kind, ())}
            for kind in ("same", "part", "fact", "stand", "open")
        }
        words = matter["sentences"]
        vectors = embedder.embed(words)
        cosines = vectors @ vectors.T
        for i, j in itertools.combinations(range(len(words)), 2):
            pair = frozenset((i, j))
            if pair not in told["open"]:
                same, opposed = (
                    any(pair in told[k] for k in kinds) for kinds in (("same", "part"), ("fact", "stand"))
                )
                yield Pair(words[i], words[j], float(cosines[i, j]), same, opposed)


def average_precision(scores: _Numbers, right: NDArray[np.bool_]) -> float:
    """The mean precision at each right pair, the surest first; ties in the order given."""
    ranked = right[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="also print what is wrongly called opposed")
    args = parser.parse_args()
    found, model = list(pairs(Embedder.load())), Opposition.load()
    rows = [features(claim(p.one), claim(p.other), p.cosine) for p in found]
    asked = np.array([has_reason(row) for row in rows])
    scores = np.array([model.score(row) if has_reason(row) else 0.0 for row in rows])
    opposed = np.array([p.opposed for p in found])
    sure = scores >= model.threshold
    print(
        f"opposed: {opposed.sum()} of {len(found)} pairs; asked about {asked.sum()}, of these opposed {opposed[asked].sum()},"
        f" average precision {average_precision(scores[asked], opposed[asked]):.1%}; called opposed {sure.sum()},"
        f" right {opposed[sure].sum()}"
    )
    same = np.array([p.same for p in found])
    cosines = np.array([p.cosine for p in found])
    words = whole(
        [profile(p.one) for p in found], [profile(p.other) for p in found], cosines.astype(np.float32)
    )
    print(
        f"one utterance: {same.sum()}; average precision by words and vectors"
        f" {average_precision(words.astype(np.float64), same):.1%}, by vectors {average_precision(cosines, same):.1%}"
    )
    if args.show:
        for pair in itertools.compress(found, sure & ~opposed):
            print(f"\n  {pair.one}\n  {pair.other}")


if __name__ == "__main__":
    main()
