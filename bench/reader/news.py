"""How well news of other subjects than it learned from is read: ``python -m bench.reader.news [--model DIR] [--show]``.

``news_gold.jsonl`` has the attributions of 47 articles of ECB+ (prison breaks, attacks, killings, cables cut at sea), of five
topics that no training sees (:mod:`training.reader.label`): offsets alone, into :func:`training.news.event_texts`. Annotated
in PolNeAR's manner by one annotator, a language model, reading, no reader's output in view; those inside the contents of
others apart, the ``arguable`` ones of them neither right nor wrong to find.

Figures are PolNeAR's who-said-what, as in :mod:`bench.nested`: of the outermost alone, of those inside, and of all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.nested import Marked, Score, compare, marked
from bench.shared import shared
from rashomon import attribute
from rashomon.records import Attribution, Span
from training import news

GOLD = Path(__file__).with_name("news_gold.jsonl")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--show", action="store_true", help="also print what was missed and made up")
    args = parser.parse_args()
    totals = {"outermost": Score(), "inside": Score(), "all": Score()}
    for text, gold in _articles():
        found = attribute(text, model=args.model)[1].attributions
        outer = [_gold(text, row) for row in gold["attributions"]]
        inner = [_gold(text, row) for row in gold["inside"]]
        totals["outermost"] += compare(_found(text, found, inside=False), outer)
        totals["inside"] += compare(_found(text, found, inside=True), inner)
        totals["all"] += compare(
            _found(text, found, inside=False) + _found(text, found, inside=True), outer + inner
        )
    print(f"{'':10}{'gold':>6}{'predicted':>11}{'dropped':>9}{'P':>8}{'R':>8}{'F1':>8}")
    for name, score in totals.items():
        print(f"{name:10}{score.row()}")
    for name in ("outermost", "inside") if args.show else ():
        for heading, rows in (("missed", totals[name].missed), ("made up", totals[name].made_up)):
            print(f"\n{name}, {heading}:", *rows, sep="\n  ")


def _articles() -> Iterator[tuple[str, dict[str, Any]]]:
    texts = news.event_texts(shared() / "data" / "ecbplus")
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield texts[row["doc"]], row


def _gold(text: str, row: dict[str, Any]) -> Marked:
    parts = [[Span(*piece) for piece in row[part]] for part in ("source", "cue", "content")]
    return marked(text, parts, optional=row.get("arguable", False))


def _found(text: str, attributions: tuple[Attribution, ...], *, inside: bool) -> list[Marked]:
    rows = [
        marked(text, (a.source, a.cue, a.content)) for a in attributions if (a.inside is not None) is inside
    ]
    return [row for row in rows if row.content]


if __name__ == "__main__":
    main()
