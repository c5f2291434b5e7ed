"""How well the wordings of one statement are brought together, by the yardstick's pairs of translations.

    nice python -m bench.collation.statements [--seeds 1 4 5 6] [--work DIR]

Makes the pairs with ``collation_score.py`` for German, Russian and Czech, collates each as ``rashomon collate`` does, and prints
the yardstick's line for each language and seed. Settings were chosen on seeds 2 and 3. About 15 seconds each.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import rashomon
from bench.collation.made import CHECK, LANGUAGES, make
from bench.shared import shared


def collate(folder: Path) -> None:
    """Write ``NN.jsonl`` beside every pair of the folder."""
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        found = rashomon.collate_files([folder / f"{name}-a.txt", folder / f"{name}-b.txt"])
        names = {report.id: report.name for report in found.reports}
        rows = [
            {"wordings": [{"doc": names[w.report], "start": w.start, "end": w.end} for w in s.wordings]}
            for s in found.statements
        ]
        (folder / f"{name}.jsonl").write_text(
            "".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, nargs="+", default=list(CHECK))
    parser.add_argument(
        "--work", type=Path, help="folder to keep the made texts in (a temporary one by default)"
    )
    args = parser.parse_args()
    yardstick = str(shared() / "yardstick" / "collation_score.py")
    with tempfile.TemporaryDirectory() as temporary:
        for language in LANGUAGES:
            for seed in args.seeds:
                folder = make(language, seed, args.work or Path(temporary))
                collate(folder)
                score = subprocess.run(
                    [sys.executable, yardstick, "score", str(folder)],
                    check=True,
                    capture_output=True,
                    text=True,
                )
                print(f"{language}-en seed {seed}: {score.stdout.strip()}", flush=True)


if __name__ == "__main__":
    main()
