"""How time and memory of collating statements grow with the number of sentences, beside the cosine of all pairs.

    nice python -m bench.collation.growth --vectors FILE.npz [--sizes 10000 100000 1000000] [--plot docs/growth.svg]
    nice python -m bench.collation.growth --vectors FILE.npz --ledger [--sizes 10000 100000]

Sentences are generated with their vectors (:mod:`bench.collation.generated`), which is not timed, as embedding belongs to
reading. Timed, in seconds of CPU of both cores, is :func:`rashomon.collation.statements.match.statements` from readings to
statements; with ``--ledger``, where reports are written to a ledger first, what ``rashomon read`` does with them then: names
and statements, with all that it keeps of them for the next time. Each size runs in a process of its own, so that the peak of
its memory, what is generated included, is its own. All pairs are the plain product of all vectors in blocks and what is at
least 0.7, at 100,000 sentences (some minutes; a million would be hours), and are extrapolated by the square. ``--plot`` draws
what was measured.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from bench.collation.generated import Source, reports
from bench.collation.growth_plot import Measured, svg
from rashomon.collation.statements.match import statements
from rashomon.ledger import Ledger
from rashomon.ledger.collating.changes import collate_said
from rashomon.records import Capture, Reading, Report

SIZES = (10_000, 100_000, 1_000_000)
PAIRS = 100_000
WRITTEN = 10_000
"""Reports written in one transaction."""


def made(source: Source, size: int) -> Iterator[tuple[Capture, Report, Reading]]:
    """Reports with so many sentences, or one or two more."""
    count = 0
    for item in reports(source, size, 1):
        yield item
        count += len(item[2].sentences)
        if count >= size:
            break


def in_memory(source: Source, size: int) -> float:
    """Seconds of CPU from readings to statements."""
    told, readings = [], []
    for _, report, reading in made(source, size):
        told.append(report)
        readings.append(reading)
    speakers = {(r.report, n): a.speaker.name for r in readings for n, a in enumerate(r.attributions)}
    began = time.process_time()
    statements(told, readings, speakers)
    return time.process_time() - began


def in_ledger(source: Source, size: int) -> float:
    """Seconds of CPU from a ledger of readings to one with names and statements."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "made.db") as ledger:
        items = made(source, size)
        while some := list(islice(items, WRITTEN)):
            with ledger.transaction():
                for item in some:
                    ledger.add(*item)
        began = time.process_time()
        with ledger.transaction():
            collate_said(ledger._connection, "bench", ())
        return time.process_time() - began


def all_pairs(source: Source, size: int) -> float:
    """Seconds of CPU for the cosine of all pairs."""
    rows = source.rows[:size].astype(np.float32)
    if len(rows) < size:
        raise ValueError(f"there are {len(rows)} sentences with vectors, not {size}")
    began = time.process_time()
    for start in range(0, size, 512):
        np.count_nonzero(rows[start : start + 512] @ rows.T >= 0.7)
    return time.process_time() - began


WAYS = {"in memory": in_memory, "in a ledger": in_ledger, "all pairs": all_pairs}


def measure(way: str, size: int, vectors: Path) -> Measured:
    """One size in a process of its own."""
    command = [sys.executable, "-m", "bench.collation.growth", "--vectors", str(vectors)]
    done = subprocess.run([*command, "--one", way, str(size)], check=True, stdout=subprocess.PIPE, text=True)
    found = Measured(way, size, *json.loads(done.stdout))
    each = size / found.seconds
    print(
        f"{way:12} {size:9,} sentences: {found.seconds:8.1f} s of CPU, {each:6,.0f} a second, {found.gib:.2f} GiB"
    )
    sys.stdout.flush()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True, help="the .npz file that vectors are kept in")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--pairs", type=int, default=PAIRS, help="sentences of which all pairs are compared")
    parser.add_argument("--ledger", action="store_true", help="in a ledger, and nothing beside it")
    parser.add_argument("--plot", type=Path, help="the .svg file to draw")
    parser.add_argument("--one", nargs=2, metavar=("WAY", "SIZE"), help="measure this alone, in this process")
    args = parser.parse_args()
    if args.one:
        spent = WAYS[args.one[0]](Source.load(args.vectors, 200_000), int(args.one[1]))
        print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20]))
        return
    way = "in a ledger" if args.ledger else "in memory"
    found = [measure(way, size, args.vectors) for size in args.sizes]
    if args.ledger:
        return
    pairs = measure("all pairs", args.pairs, args.vectors)
    for ours in found:
        there = pairs.seconds * (ours.size / pairs.size) ** 2
        print(
            f"all pairs of {ours.size:9,} sentences, extrapolated: {there:9.1f} s of CPU, {ours.size / there:6,.0f} a second;"
            f" ours are {there / ours.seconds:.1f} times as many a second"
        )
    if args.plot:
        args.plot.write_text(svg(found, pairs), encoding="utf-8")


if __name__ == "__main__":
    main()
