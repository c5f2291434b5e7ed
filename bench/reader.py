"""How well and how fast the reader reads PolNeAR's dev articles: ``python -m bench.reader [--model DIR] [--flat]``.

Prints the yardstick's table (attribution_score.py), and words per second of processor time with one process, model
loading left out. PolNeAR annotates the outermost attributions only; with ``--flat`` those inside contents are left out of the
score, which tells what reading inside contents costs by this measure.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.shared import shared
from rashomon import attribute, attribute_files
from rashomon.records import Problem


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--flat", action="store_true", help="score the outermost attributions only")
    args = parser.parse_args()
    dev = shared() / "data" / "polnear" / "dev"
    attribute("“Ready,” she said.", model=args.model)
    words, began = 0, time.process_time()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for result in attribute_files([dev / "text"], model=args.model):
            if isinstance(result, Problem):
                raise SystemExit(f"{result.item}: {result.fault}")
            report, reading = result
            words += len(report.text.split())
            rows = [
                {part: [[s.start, s.end] for s in getattr(a, part)] for part in ("source", "cue", "content")}
                for a in reading.attributions
                if not (args.flat and a.inside is not None)
            ]
            out.write(json.dumps({"doc": report.name, "attributions": rows}) + "\n")
        seconds = time.process_time() - began
        out.flush()
        score = shared() / "yardstick" / "attribution_score.py"
        command = [
            sys.executable,
            str(score),
            "--text",
            str(dev / "text"),
            "--gold",
            str(dev / "attributions"),
        ]
        subprocess.run([*command, "--pred", out.name], check=True)
    print(f"{words} words, {words / seconds:.0f} words per second of processor time")


if __name__ == "__main__":
    main()
