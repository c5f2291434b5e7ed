"""The seed story by its yardstick: ``python -m bench.seed_story [--model DIR]``.

Prints seed_story_score.py's lines for what ``rashomon attribute`` and ``rashomon collate`` give, then every statement of
two wordings or more, to be read by hand.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.shared import shared


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    args = parser.parse_args()
    files = [str(p) for p in sorted((shared() / "seed-story").glob("0*.txt"))]
    model = ["--model", str(args.model)] if args.model else []
    with tempfile.TemporaryDirectory() as folder:
        read, wordings = Path(folder) / "read.jsonl", Path(folder) / "wordings.jsonl"
        for command, to in ((["attribute", *model], read), (["collate"], wordings)):
            rashomon = [sys.executable, "-m", "rashomon", *command, *files, "--format", "jsonl"]
            with to.open("wb") as out:
                subprocess.run(rashomon, stdout=out, check=True)
        score = shared() / "yardstick" / "seed_story_score.py"
        subprocess.run(
            [sys.executable, str(score), "--read", str(read), "--wordings", str(wordings)], check=True
        )
        for line in wordings.read_text(encoding="utf-8").splitlines():
            print()
            for w in json.loads(line)["wordings"]:
                print(f"  {w['doc'][:3]}  {w['text']}")


if __name__ == "__main__":
    main()
