"""How time and memory of collating statements grow with the number of sentences, beside the cosine of all pairs.

    nice python -m bench.collation.growth --vectors FILE.npz [--sizes 10000 30000 100000]

Sentences are generated with their vectors (:mod:`bench.collation.generated`), which is not timed, as embedding belongs to
reading; timed, in seconds of CPU, is :func:`rashomon.collation.match.statements` from readings to statements. Each size runs in a
process of its own, so that the peak of its memory, what is generated included, is its own. All pairs are the plain product
of all vectors in blocks and what is at least 0.7, at 10,000 sentences, and are extrapolated by the square.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from bench.collation.generated import Source, reports
from rashomon.collation.match import statements
from rashomon.records import Reading, Report

SIZES = (10_000, 30_000, 100_000)
PAIRS = 10_000


def made(source: Source, size: int) -> tuple[list[Report], list[Reading]]:
    """Reports with so many sentences, or one or two more, and their readings."""
    found: list[tuple[Report, Reading]] = []
    count = 0
    for _, report, reading in reports(source, size, 1):
        found.append((report, reading))
        count += len(reading.sentences)
        if count >= size:
            break
    return [report for report, _ in found], [reading for _, reading in found]


def measure(source: Source, size: int) -> None:
    """Collate, and print seconds of CPU, sentences a second, statements and the peak of memory."""
    told, readings = made(source, size)
    speakers = {(r.report, n): a.speaker.name for r in readings for n, a in enumerate(r.attributions)}
    began = time.process_time()
    found = statements(told, readings, speakers)
    spent = time.process_time() - began
    gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(
        f"{size:8} sentences: {spent:7.1f} s of CPU, {size / spent:6.0f} a second, {len(found)} statements, {gib:.1f} GiB"
    )


def all_pairs(source: Source, sizes: list[int]) -> None:
    """The same with the cosine of all pairs, extrapolated."""
    rows = source.rows[:PAIRS].astype(np.float32)
    began = time.process_time()
    near = sum(int((rows[k : k + 512] @ rows.T >= 0.7).sum()) for k in range(0, len(rows), 512))
    spent = time.process_time() - began
    print(f"all pairs of {len(rows)}: {spent:.1f} s of CPU, {near} near")
    for size in sizes:
        there = spent * (size / len(rows)) ** 2
        print(f"{size:8} sentences, extrapolated: {there:9.1f} s of CPU, {size / there:6.0f} a second")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True, help="the .npz file that vectors are kept in")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--one", type=int, help="measure this size alone, in this process")
    args = parser.parse_args()
    if args.one:
        measure(Source.load(args.vectors, 200_000), args.one)
        return
    for size in args.sizes:
        command = [sys.executable, "-m", "bench.collation.growth", "--vectors", str(args.vectors)]
        subprocess.run([*command, "--one", str(size)], check=True)
    all_pairs(Source.load(args.vectors, 200_000), args.sizes)


if __name__ == "__main__":
    main()
