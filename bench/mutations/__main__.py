"""What mutations do to the reader: ``nice python -m bench.mutations [--model DIR] [--articles N] [--seeds N] [--words N]``.

Reads PolNeAR's dev articles (the bundled example's texts where the shared folder is not there) under each mutation of
bench/mutations/kinds.py and prints a line for each:

- texts: those read; one that a mutation left as it was, or made before with another seed, is not read again;
- crashes, and letters lost: see bench/mutations/reading.py. Any of either is told below the table and exits with 1;
- not read: the letters that were taken for furniture, a byline or comments, in percent;
- time: processor time against the same articles unmutated, in the same run, and the most that any one text took against its own;
- F1: who-said-what by the yardstick's attribution_score.py, and its change against the same articles unmutated.

Before that, a text of ``--words`` words and a tenth of it, as it is and under the mutations of bench/mutations/long.py: time for
the same number of words, the most memory held, and the attributions found, none of which should hang on the length.
All 84 articles with four seeds make over 2,000 texts, some ten minutes. What is drawn hangs on mutation, article and seed alone.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.mutations.articles import Article, Tally, articles
from bench.mutations.kinds import KINDS
from bench.mutations.long import LongRead, long_reads
from bench.mutations.moving import Mapping, Mutated
from bench.mutations.reading import PARTS, Outcome, read


@dataclass(slots=True)
class Row:
    """What came of one mutation, added up over texts; ``before`` is the same for the texts unmutated."""

    texts: int = 0
    lost: int = 0
    unread: float = 0.0
    seconds: float = 0.0
    seconds_before: float = 0.0
    slowest: float = 0.0
    tally: Tally | None = None
    tally_before: Tally | None = None
    faults: list[str] = field(default_factory=list)
    crashes: int = 0

    def add(self, article: Article, mutated: Mutated, after: Outcome, before: Outcome, where: str) -> None:
        """Count one text."""
        self.texts += 1
        self.lost += after.lost
        self.unread += after.unread
        self.seconds += after.seconds
        self.seconds_before += before.seconds
        self.slowest = max(self.slowest, after.seconds / before.seconds)
        if after.crash:
            self.crashes += 1
            self.faults.append(f"{where}: {after.crash}")
        if after.lost:
            self.faults.append(f"{where}: {after.lost} letters lost")
        if self.tally is not None and self.tally_before is not None:
            gold = [{p: [mutated.mapping.span(*s) for s in a[p]] for p in PARTS} for a in article.gold]
            self.tally.add(mutated.text, after.found, gold)
            self.tally_before.add(article.text, before.found, article.gold)


def measured(
    chosen: Sequence[Article], seeds: int, model: Path | None, yardstick: Any
) -> tuple[Row, dict[str, Row]]:
    """The row of the texts unmutated and that of each mutation."""

    def row() -> Row:
        return Row() if yardstick is None else Row(tally=Tally(yardstick), tally_before=Tally(yardstick))

    unmutated, rows = row(), {kind: row() for kind in KINDS}
    began = time.monotonic()
    read(chosen[0].text, model)  # loads the model and warms it up
    for done, article in enumerate(chosen):
        before = read(article.text, model)
        as_it_is = tuple(range(len(article.text) + 1))
        unmutated.add(
            article, Mutated(article.text, Mapping(as_it_is, as_it_is)), before, before, article.name
        )
        for kind, seed, mutated in _mutated(article, seeds):
            where = f"{kind}, {article.name}, seed {seed}"
            rows[kind].add(article, mutated, read(mutated.text, model), before, where)
        texts = sum(r.texts for r in rows.values())
        left = (time.monotonic() - began) / (done + 1) * (len(chosen) - done - 1)
        progress = f"{done + 1} of {len(chosen)} articles, {texts} texts, {left / 60:.0f} minutes left"
        print(f"\r{progress:60}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return unmutated, rows


def _mutated(article: Article, seeds: int) -> Iterator[tuple[str, int, Mutated]]:
    for name, kind in KINDS.items():
        seen = {article.text}
        for seed in range(1, seeds + 1):
            mutated = kind(article.text, random.Random(f"{name} {article.name} {seed}"))
            if mutated.text not in seen:
                yield name, seed, mutated
                seen.add(mutated.text)


def print_rows(unmutated: Row, rows: dict[str, Row]) -> None:
    """The table of mutations, in Markdown."""
    print("| mutation | texts | crashes | letters lost | not read, % | time | slowest | F1 | change |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, row in {"none": unmutated, **rows}.items():
        if not row.texts:
            print(f"| {name} | 0 |" + " – |" * 7)
            continue
        f1, change = "–", "–"
        if row.tally is not None and row.tally_before is not None:
            f1, change = f"{row.tally.f1:.1f}", f"{row.tally.f1 - row.tally_before.f1:+.1f}"
        print(
            f"| {name} | {row.texts} | {row.crashes} | {row.lost} | {100 * row.unread / row.texts:.1f} "
            f"| {row.seconds / row.seconds_before:.2f} | {row.slowest:.2f} | {f1} | {change} |"
        )


def print_long(part: LongRead, whole: LongRead) -> None:
    """Two lines of the table of long texts."""
    for r in (part, whole):
        print(
            f"| {r.way or 'none'} | {r.words} | {int(r.outcome.crash is not None)} | {r.outcome.lost} "
            f"| {r.seconds:.2f} | {r.megabytes:.0f} | {r.found:.1f} |",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--articles", type=int, help="how many articles to read (all)")
    parser.add_argument("--seeds", type=int, default=4, help="times each article is mutated each way (4)")
    parser.add_argument(
        "--words", type=int, default=100_000, help="length of the long text (100,000); 0 for none"
    )
    args = parser.parse_args()
    found, yardstick = articles()
    faults: list[str] = []
    if args.words:
        # First, while this process is small: a new process's record of its memory begins with its parent's.
        print(
            "| long text | words | crashes | letters lost | s per 10,000 words | MB | found per 1,000 words |"
        )
        print("|---|--:|--:|--:|--:|--:|--:|")
        for part, whole in long_reads(found, args.words, args.model):
            print_long(part, whole)
            for r in (part, whole):
                where = f"{r.words} words, {r.way or 'as they are'}"
                faults += [f"{where}: {r.outcome.crash}"] if r.outcome.crash else []
                faults += [f"{where}: {r.outcome.lost} letters lost"] if r.outcome.lost else []
        print()
    unmutated, rows = measured(found[: args.articles], args.seeds, args.model, yardstick)
    print_rows(unmutated, rows)
    print(f"\n{sum(row.texts for row in rows.values())} mutated texts of {unmutated.texts} articles")
    faults += [f for row in (unmutated, *rows.values()) for f in row.faults]
    if faults:
        print("\n" + "\n".join(faults))
        raise SystemExit(1)


if __name__ == "__main__":
    main()
