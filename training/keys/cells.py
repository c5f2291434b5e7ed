"""Cells of meaning for candidate keys: k-means over sentence vectors, rounded to small whole numbers.

    python -m training.keys.cells --vectors FILE.npz --to src/rashomon/models/cells.npz

``FILE.npz`` is what ``python -m bench.collation.distractors`` keeps. Every second vector is used, in their order there, so that
the other half is left to measure on. Spherical k-means (Dhillon and Modha 2001), seeded, ten rounds.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

CELLS, ROUNDS, MOST = 1024, 10, 100_000


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    with np.load(args.vectors) as kept:
        # The first 6,000 or so are the lines of the translations, which are measured on.
        vectors = kept["vectors"][6000::2][:MOST].astype(np.float32)
    centres = vectors[np.random.default_rng(0).choice(len(vectors), CELLS, replace=False)]
    for _ in range(ROUNDS):
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(vectors, 50)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    whole = np.clip(np.rint(centres * 256), -127, 127).astype(np.int8)
    np.savez_compressed(args.to, centres=whole)
    print(f"{CELLS} cells from {len(vectors)} vectors, {args.to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
