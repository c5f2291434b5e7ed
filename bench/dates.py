"""How well times are led to days, dateparser beside: ``python -m bench.dates [--split development] [--show]``.

The gold is ``dates_gold.json``: expressions in context, half of them invented, half in PolNeAR's dev compartment by offsets
(left out where the shared data are not there); its conventions stand in the file. Each context is read by the whole reader,
told the day of publication, so that a date of saying counts as it does in the product. An expression is *right* where the
reader's expression that overlaps it most has exactly the gold's first and last day, or, where the gold is undecided, none;
*wrong* where it has other days, *undecided* where it has none or was not found.

dateparser 1.5 is given the expression alone, without a preposition before it, with the day of publication as its base and the
past preferred, as its documentation has it for news; what it gives is taken as the day, month or year that it tells.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from bench.shared import ROOT, shared
from rashomon.reading.reader import Reader
from rashomon.records import Passage, Report, Voice

GOLD = ROOT / "bench" / "dates_gold.json"

Interval = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Context:
    """A text with its day of publication and its gold expressions: start, end, earliest, latest."""

    part: str
    split: str
    text: str
    published: str | None
    expressions: tuple[tuple[int, int, str | None, str | None], ...]


def contexts() -> Iterator[Context]:
    """Every context of the gold, PolNeAR's only where the shared data are."""
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for row in gold["invented"]:
        yield _context("invented", row, row["text"])
    try:
        folder = shared() / "data" / "polnear" / "dev" / "text"
    except SystemExit as absent:
        print(f"PolNeAR is left out: {absent}")
        return
    for row in gold["polnear"]:
        with (folder / f"{row['doc']}.txt").open(encoding="utf-8", newline="") as file:
            yield _context("PolNeAR", row, file.read())


def _context(part: str, row: dict[str, Any], text: str) -> Context:
    return Context(part, row["split"], text, row["published"], tuple(map(tuple, row["expressions"])))


def ours(reader: Reader, context: Context) -> list[Interval]:
    """The reader's days for each expression of a context."""
    digest = sha256(context.text.encode()).hexdigest()
    body = (Passage(Voice.BODY, 0, len(context.text)),)
    report = Report(digest[:16], digest, "context", context.text, body, published=context.published)
    dates = reader.read(report).dates
    out: list[Interval] = []
    for start, end, _, _ in context.expressions:
        over = [d for d in dates if d.start < end and start < d.end]
        best = max(over, key=lambda d: min(d.end, end) - max(d.start, start), default=None)
        out.append((best.earliest, best.latest) if best else (None, None))
    return out


_PREPOSITION = re.compile(r"^(?:on|in|at|by|since|from|of|during|before|over) (?:the (?!day))?", re.I)


def dateparsers(context: Context) -> list[Interval]:
    """dateparser's days for each expression of a context."""
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "REQUIRE_PARTS": []}
    base = (context.published or "").split("-")
    if len(base) == 3:
        settings["RELATIVE_BASE"] = datetime(*map(int, base))  # type: ignore[arg-type]
    parser = DateDataParser(languages=["en"], settings=settings)
    out: list[Interval] = []
    for start, end, _, _ in context.expressions:
        words = _PREPOSITION.sub("", context.text[start:end].replace("\xa0", " "))
        found = parser.get_date_data(words)
        when = found.date_obj
        if when is None:
            out.append((None, None))
        elif found.period == "year":
            out.append((f"{when.year}-01-01", f"{when.year}-12-31"))
        elif found.period == "month":
            last = calendar.monthrange(when.year, when.month)[1]
            out.append(
                (date(when.year, when.month, 1).isoformat(), date(when.year, when.month, last).isoformat())
            )
        else:
            out.append((when.date().isoformat(), when.date().isoformat()))
    return out


def judged(context: Context, found: Sequence[Interval]) -> list[str]:
    """``right``, ``wrong`` or ``undecided`` for each expression."""
    return [
        "right" if got == (earliest, latest) else "undecided" if got[0] is None else "wrong"
        for (_, _, earliest, latest), got in zip(context.expressions, found, strict=True)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", choices=("development", "test"), help="only this half")
    parser.add_argument("--show", action="store_true", help="also print what is not right")
    args = parser.parse_args()
    reader = Reader.load()
    tally: Counter[tuple[str, str, str, str]] = Counter()
    for context in contexts():
        if args.split not in (None, context.split):
            continue
        for who, found in (("ours", ours(reader, context)), ("dateparser", dateparsers(context))):
            verdicts = judged(context, found)
            for verdict in verdicts:
                tally[who, context.split, context.part, verdict] += 1
            if args.show and who == "ours":
                _show(context, found, verdicts)
    print(
        f"{'':12}{'split':13}{'part':10}{'gold':>6}{'right':>7}{'wrong':>7}{'undecided':>11}{'accuracy':>10}"
    )
    for who in ("ours", "dateparser"):
        for split in ("development", "test"):
            for part in ("invented", "PolNeAR", "both"):
                rows = {v: sum(n for (w, s, p, u), n in tally.items() if (w, s, u) == (who, split, v) and part in (p, "both"))
                        for v in ("right", "wrong", "undecided")}  # fmt: skip
                total = sum(rows.values())
                if total:
                    counts = f"{total:6}{rows['right']:7}{rows['wrong']:7}{rows['undecided']:11}"
                    print(f"{who:12}{split:13}{part:10}{counts}{100 * rows['right'] / total:10.1f}")


def _show(context: Context, found: Sequence[Interval], verdicts: Sequence[str]) -> None:
    for (start, end, earliest, latest), got, verdict in zip(
        context.expressions, found, verdicts, strict=True
    ):
        if verdict != "right":
            words = " ".join(context.text[max(0, start - 60) : end + 40].split())
            asked = f"{context.text[start:end]!r} of {context.published}: {earliest}/{latest}"
            print(f"{verdict}: {asked}, got {got[0]}/{got[1]}: {words}")


if __name__ == "__main__":
    main()
