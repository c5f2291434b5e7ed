"""How long 100 new reports take to be added to ledgers of 1,000, 10,000 and 100,000, part by part, as ratios.

    nice python -m bench.collation.incremental --vectors FILE.npz [--sizes 1000 10000 100000] [--keep FOLDER]

Each ledger is made of generated reports (:mod:`bench.collation.generated`) of some 350 words, a tenth of them copies of
others and a quarter of those new versions of a page; they are read already, and collated from nothing. Then three times 100
reports are written, collated and committed, each time by a process of its own, as `rashomon read` is one, and the median is told,
in seconds of that process's CPU, which other work on the machine lengthens little. Reading their texts, which costs the same
whatever the ledger holds, is timed by itself (what it finds is not used), so that there are two sums: all but the reading, and
all of both. A day has 26 reports, so that the largest ledger spans ten years; stories look three weeks back.

To make the largest ledger takes an hour or two. With ``--keep`` each is kept in a folder, as the code of that day made it, with
the reports that are to be added; where it is there already, a copy of it is added to, once opening it has migrated it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import pickle
import resource
import shutil
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
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

Made = tuple[Capture, Report, Reading]

SIZES = (1_000, 10_000, 100_000)
NEW, ROUNDS = 100, 3
OWN, COPIED = 300, 0.1
"""Words of a report outside quotation marks, and part of the reports that are copies."""
PARTS = (
    "writing",
    "names and statements",
    "copies and versions",
    "stories",
    "accounts",
    "committing",
    "all of these",
)
READING = ("reading", "all, with the reading")
COUNTED = {
    "said_sentence": "sentences",
    "copy": "copies",
    "copied_passage": "copied passages",
    "version": "versions",
    "story": "stories",
}


@dataclass(frozen=True)
class Begun:
    """How a ledger was made: seconds of CPU by part, from nothing, with the peak of memory in GiB; and what is to be added."""

    spent: list[float]
    peak: float
    rounds: list[list[Made]]


def begin(file: Path, vectors: Path, size: int) -> Begun:
    """Make a ledger of so many reports, which are collated, and the reports to be added to it."""
    made = reports(Source.load(vectors, 200_000), size + ROUNDS * NEW, 1, OWN, COPIED)
    with Ledger.open(file) as ledger:
        spent = [add(ledger, islice(made, size)), *collate(ledger)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return Begun(spent, peak, [list(islice(made, NEW)) for _ in range(ROUNDS)])


def kept(folder: Path, vectors: Path, size: int) -> tuple[Path, Begun]:
    """The ledger of so many reports that a folder keeps, made now if there is none."""
    file, told = folder / f"{size}.db", folder / f"{size}.pickle"
    if not told.exists():
        folder.mkdir(parents=True, exist_ok=True)
        for part in folder.glob(f"{size}.db*"):  # of a run that was broken off
            part.unlink()
        begun = begin(file, vectors, size)
        told.write_bytes(pickle.dumps((begun.spent, begun.peak, begun.rounds)))
    return file, Begun(*pickle.loads(told.read_bytes()))


def add(ledger: Ledger, made: Iterable[Made]) -> float:
    """Seconds of CPU that it takes to write reports."""
    began = time.process_time()
    with ledger.transaction():
        for item in made:
            ledger.add(*item)
    return time.process_time() - began


def collate(ledger: Ledger) -> list[float]:
    """Seconds of CPU that it takes to bring each part of the collation up to date, as `collate_changes` does, and to commit."""
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
    times.append(time.process_time())
    return [b - a for a, b in pairwise(times)]


def in_own_process(file: Path, made: Sequence[Made]) -> tuple[list[float], float]:
    """What it takes to read further reports, to write and to collate them, part by part, in a process that does nothing else;
    and its peak of memory, in GiB."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as alone:
        return alone.submit(_more, file, made).result()


def _more(file: Path, made: Sequence[Made]) -> tuple[list[float], float]:
    began = time.process_time()
    for capture, *_ in made:
        read_capture(capture)
    reading = time.process_time() - began
    with Ledger.open(file) as ledger:
        spent = [reading, add(ledger, made), *collate(ledger)]
    return spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--vectors", type=Path, required=True, help="the .npz file that vectors are kept in")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where ledgers are kept, and found again")
    args = parser.parse_args()
    first: list[float] = []
    for size in args.sizes:
        with tempfile.TemporaryDirectory(dir=args.keep and args.keep.parent) as folder:
            file = Path(folder) / "added_to.db"
            made, begun = kept(args.keep or Path(folder), args.vectors, size)
            shutil.copyfile(made, file)
            with Ledger.open(file):
                pass
            rounds = [in_own_process(file, more) for more in begun.rounds]
            reading, *spent = [median(part) for part in zip(*(times for times, _ in rounds), strict=True)]
            spent += [median(sum(parts) for (_, *parts), _ in rounds), reading]
            spent += [median(sum(times) for times, _ in rounds)]
            first = first or spent
            with Ledger.open(file) as ledger:
                counts = [
                    f"{ledger._connection.execute(f'SELECT count(*) FROM {table}').fetchone()[0]} {named}"
                    for table, named in COUNTED.items()
                ]
            peak = max(gib for _, gib in rounds)
            print(
                f"{size} reports: {', '.join(counts)}; peak {begun.peak:.1f} GiB, {peak:.2f} for {NEW} more"
            )
            print(f"    {'':24}{'from nothing':>14}{f'{NEW} more':>12}{'of the first':>14}")
            whole = [*begun.spent, sum(begun.spent)]
            for part, all_, more, least in zip(PARTS, whole, spent, first, strict=False):
                print(f"    {part:24}{all_:>12.1f} s{more:>10.2f} s{more / least:>14.2f}")
            for part, more, least in zip(READING, spent[-2:], first[-2:], strict=True):
                print(f"    {part:24}{more:>24.2f} s{more / least:>14.2f}", flush=True)


if __name__ == "__main__":
    main()
