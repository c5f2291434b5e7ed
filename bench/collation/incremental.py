"""How long 100 new reports take to be added to ledgers of 1,000, 10,000 and 100,000, as ratios.

    nice python -m bench.collation.incremental --vectors FILE.npz [--sizes 1000 10000 100000]

Each ledger is made of generated reports (:mod:`bench.collation.generated`), read already, and collated from nothing; then
three times 100 reports are written and collated, and the median is told, in seconds of this process's CPU, which other work
on the machine does not lengthen. Timed are writing, and bringing names and statements up to date; reading the reports,
which costs the same whatever the ledger holds, is not. Stories and copies are not part of it: they are told anew from all
reports (docs/how-it-reads.md).
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from statistics import median

from bench.collation.generated import Source, reports
from rashomon.ledger import Ledger
from rashomon.ledger.collating.changes import collate_said
from rashomon.records import Capture, Reading, Report

SIZES = (1_000, 10_000, 100_000)
NEW, ROUNDS = 100, 3


def add(ledger: Ledger, made: Iterable[tuple[Capture, Report, Reading]]) -> float:
    """Seconds of CPU that it takes to write reports."""
    began = time.process_time()
    with ledger.transaction():
        for item in made:
            ledger.add(*item)
    return time.process_time() - began


def collate(ledger: Ledger) -> float:
    """Seconds of CPU that it takes to bring names and statements up to date."""
    began = time.process_time()
    with ledger.transaction():
        collate_said(ledger._connection, "bench", ())
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True, help="the .npz file that vectors are kept in")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    args = parser.parse_args()
    source = Source.load(args.vectors, 200_000)
    first = None
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "made.db") as ledger:
            made = reports(source, size + ROUNDS * NEW, 1)
            writing = add(ledger, islice(made, size))
            whole = collate(ledger)
            rounds = []
            for _ in range(ROUNDS):
                rounds.append((add(ledger, list(islice(made, NEW))), collate(ledger)))
            spent = median(a + b for a, b in rounds)
            first = first or spent
            sentences = ledger._connection.execute("SELECT count(*) FROM said_sentence").fetchone()[0]
            gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            each = ", ".join(f"{a:.2f} + {b:.2f}" for a, b in rounds)
            print(
                f"{size:7} reports, {sentences:7} sentences: written in {writing:.1f} s, collated from nothing in {whole:.1f} s;"
                f" {NEW} more in {spent:.2f} s ({each}), {spent / first:.2f} times the first; peak {gib:.1f} GiB",
                flush=True,
            )


if __name__ == "__main__":
    main()
