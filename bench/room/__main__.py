"""The command line of the bench."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.room.made import make
from bench.room.measure import measure

#: Reports of the large ledger: a hundred thousand, and with the statements that some of them share a million statements.
REPORTS = 105_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    making = steps.add_parser("make")
    making.add_argument("ledger", type=Path)
    making.add_argument("--reports", type=int, default=REPORTS)
    measuring = steps.add_parser("measure")
    measuring.add_argument("ledger", type=Path)
    measuring.add_argument("--readers", type=int, default=20)
    measuring.add_argument("--seconds", type=float, default=6.0, help="for each kind of page")
    measuring.add_argument("--datasette", action="store_true")
    asked = parser.parse_args()
    if asked.step == "make":
        make(asked.ledger, asked.reports)
    else:
        if not asked.ledger.exists():
            make(asked.ledger, REPORTS)
        measure(asked.ledger, asked.readers, asked.seconds, asked.datasette)


if __name__ == "__main__":
    main()
