"""How well news of other subjects than it learned from is read: ``python -m bench.reader.news [--model DIR | --second]``.

``news_gold.jsonl`` has the attributions of 47 articles of ECB+ (prison breaks, attacks, killings, cables cut at sea), of five
topics that no training sees (:mod:`training.reader.label`): offsets alone, into :func:`training.news.event_texts`. Annotated
in PolNeAR's manner by one annotator, a language model, reading, no reader's output in view; those inside the contents of
others apart, the ``arguable`` ones of them neither right nor wrong to find. ``--second`` holds against it, in place of a reader,
``news_second.jsonl``: another annotator of the same kind with the same brief, who saw nothing of the first.

Figures are PolNeAR's who-said-what, as in :mod:`bench.nested`: of the outermost alone, of those inside, and of all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bench.nested import Marked, Score, compare, marked, of_row
from bench.shared import shared
from rashomon import attribute
from rashomon.records import Attribution
from training import news

GOLD = Path(__file__).with_name("news_gold.jsonl")
SECOND = Path(__file__).with_name("news_second.jsonl")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument(
        "--second", action="store_true", help="hold a second annotator against the gold, not a reader"
    )
    parser.add_argument("--show", action="store_true", help="also print what was missed and made up")
    args = parser.parse_args()
    totals = {"outermost": Score(), "inside": Score(), "all": Score()}
    texts = news.event_texts(shared() / "data" / "ecbplus")
    second = {row["doc"]: row for row in _rows(SECOND)}
    for gold in _rows(GOLD):
        text = texts[gold["doc"]]
        wanted = _marked(text, gold)
        if args.second:
            found = [[m for m in part if not m.optional] for part in _marked(text, second[gold["doc"]])]
        else:
            found = _found(text, attribute(text, model=args.model)[1].attributions)
        totals["outermost"] += compare(found[0], wanted[0])
        totals["inside"] += compare(found[1], wanted[1])
        totals["all"] += compare([*found[0], *found[1]], [*wanted[0], *wanted[1]])
    tell(totals, show=args.show)


def tell(totals: Mapping[str, Score], *, show: bool) -> None:
    """Print the scores of the ``outermost``, those ``inside`` and ``all``, and with ``show`` what was missed and made up."""
    print(f"{'':10}{'gold':>6}{'predicted':>11}{'dropped':>9}{'P':>8}{'R':>8}{'F1':>8}")
    for name, score in totals.items():
        print(f"{name:10}{score.row()}")
    for name in ("outermost", "inside") if show else ():
        for heading, rows in (("missed", totals[name].missed), ("made up", totals[name].made_up)):
            print(f"\n{name}, {heading}:", *rows, sep="\n  ")


def _rows(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _marked(text: str, row: dict[str, Any]) -> list[list[Marked]]:
    """An annotator's attributions: the outermost, and those inside."""
    return [[of_row(text, a) for a in row[which]] for which in ("attributions", "inside")]


def _found(text: str, attributions: tuple[Attribution, ...]) -> list[list[Marked]]:
    """The same of a reader, contents without a letter left out."""
    rows = [(a.inside is not None, marked(text, (a.source, a.cue, a.content))) for a in attributions]
    return [[m for inside, m in rows if inside is wanted and m.content] for wanted in (False, True)]


if __name__ == "__main__":
    main()
