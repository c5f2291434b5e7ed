"""How long 100 new reports take to be added to ledgers of 1,000, 10,000 and 100,000, part by part, as ratios.

    nice python -m bench.collation.incremental --vectors FILE.npz [--sizes 1000 10000 100000]

Each ledger is made of generated reports (:mod:`bench.collation.generated`) of some 350 words, a tenth of them copies of
others and a quarter of those new versions of a page; they are read already, and collated from nothing. Then three times 100
reports are written and collated, each time by a process of its own, as `rashomon read` is one, and the median is told, in seconds
of that process's CPU, which other work on the machine lengthens little. Reading their texts, which costs the same whatever the
ledger holds, is timed by itself (what it finds is not used), so that there are two sums: all but the reading, and all that
`rashomon read` does. A day has 26 reports, so that the largest ledger spans ten years; stories look three weeks back.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice, pairwise
from pathlib import Path
from statistics import median

from bench.collation.generated import Source, reports
from rashomon.ledger import Ledger
from rashomon.ledger.collating.accounts import collate_accounts
from rashomon.ledger.collating.changes import collate_said
from rashomon.ledger.collating.copies import collate_copies
from rashomon.ledger.collating.stories import collate_stories
from rashomon.ledger.collating.versions import of_the_pages_of
from rashomon.pipeline import read_capture
from rashomon.records import Capture, Reading, Report

SIZES = (1_000, 10_000, 100_000)
NEW, ROUNDS = 100, 3
OWN, COPIED = 300, 0.1
"""Words of a report outside quotation marks, and part of the reports that are copies."""
PARTS = ("writing", "names and statements", "copies and versions", "stories", "accounts", "all of these")
READING = ("reading", "all, with the reading")
COUNTED = {
    "said_sentence": "sentences",
    "copy": "copies",
    "copied_passage": "copied passages",
    "version": "versions",
    "story": "stories",
}


def add(ledger: Ledger, made: Iterable[tuple[Capture, Report, Reading]]) -> float:
    """Seconds of CPU that it takes to write reports."""
    began = time.process_time()
    with ledger.transaction():
        for item in made:
            ledger.add(*item)
    return time.process_time() - began


def collate(ledger: Ledger) -> list[float]:
    """Seconds of CPU that it takes to bring each part of the collation up to date, as `collate_changes` does."""
    times = [time.process_time()]
    with ledger.transaction():
        said = collate_said(ledger._connection, "bench", ())
        times.append(time.process_time())
        touched = said.reports | of_the_pages_of(ledger._connection, said.due)
        touched |= collate_copies(ledger._connection, said.due)
        touched |= of_the_pages_of(ledger._connection, said.due)
        times.append(time.process_time())
        stories, _ = collate_stories(ledger._connection, said.due, touched, (), ())
        times.append(time.process_time())
        collate_accounts(ledger._connection, stories)
        times.append(time.process_time())
    return [b - a for a, b in pairwise(times)]


def in_own_process(file: Path, made: Sequence[tuple[Capture, Report, Reading]]) -> list[float]:
    """What it takes to read further reports, to write and to collate them, part by part, in a process that does nothing else."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
        return alone.submit(_more, file, made).result()


def _more(file: Path, made: Sequence[tuple[Capture, Report, Reading]]) -> list[float]:
    began = time.process_time()
    for capture, *_ in made:
        read_capture(capture)
    reading = time.process_time() - began
    with Ledger.open(file) as ledger:
        return [reading, add(ledger, made), *collate(ledger)]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True, help="the .npz file that vectors are kept in")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    args = parser.parse_args()
    source = Source.load(args.vectors, 200_000)
    first: list[float] = []
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "made.db"
            made = reports(source, size + ROUNDS * NEW, 1, OWN, COPIED)
            with Ledger.open(file) as ledger:
                whole = [add(ledger, islice(made, size)), *collate(ledger)]
            rounds = [in_own_process(file, list(islice(made, NEW))) for _ in range(ROUNDS)]
            reading, *spent = [median(part) for part in zip(*rounds, strict=True)]
            spent += [median(sum(parts) for _, *parts in rounds), reading, median(map(sum, rounds))]
            first = first or spent
            with Ledger.open(file) as ledger:
                counts = [
                    f"{ledger._connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]} {named}"
                    for table, named in COUNTED.items()
                ]
            gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
            print(f"{size} reports: {', '.join(counts)}; peak {gib:.1f} GiB")
            print(f"    {'':24}{'from nothing':>14}{f'{NEW} more':>12}{'of the first':>14}")
            for part, all_, more, least in zip(PARTS, [*whole, sum(whole)], spent, first, strict=False):
                print(f"    {part:24}{all_:>12.1f} s{more:>10.2f} s{more / least:>14.2f}")
            for part, more, least in zip(READING, spent[-2:], first[-2:], strict=True):
                print(f"    {part:24}{more:>24.2f} s{more / least:>14.2f}", flush=True)


if __name__ == "__main__":
    main()
