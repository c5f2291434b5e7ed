"""Killed three times, nothing lost and nothing twice: ``python -m bench.resume [FOLDER] [--workers N] [--seed N]``.

Reads a folder (PolNeAR's 840 training articles by default) into one ledger undisturbed, and into another with ``kill -9`` at
three random moments; exports both as JSON lines and compares every file, byte for byte. Exits with 1 where they differ.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.shared import shared

KILLS = 3


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", help="what to read")
    parser.add_argument("--workers", default="2")
    parser.add_argument("--seed", type=int, default=1, help="decides when to kill")
    args = parser.parse_args()
    folder = args.folder or shared() / "data" / "polnear" / "train" / "text"
    rng = random.Random(args.seed)
    with tempfile.TemporaryDirectory() as scratch:
        calm, killed = Path(scratch) / "calm.db", Path(scratch) / "killed.db"
        began = time.monotonic()
        _rashomon("read", str(folder), "--ledger", str(calm), "--workers", args.workers)
        whole = time.monotonic() - began
        print(f"undisturbed: {whole:.0f} s", flush=True)
        for _ in range(KILLS):
            moment = rng.uniform(0.05, 0.4) * whole
            run = subprocess.Popen(
                _command("read", str(folder), "--ledger", str(killed), "--workers", args.workers),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            try:
                run.wait(moment)
            except subprocess.TimeoutExpired:
                os.kill(run.pid, signal.SIGKILL)
                run.wait()
            print(f"killed after {moment:.0f} s", flush=True)
        _rashomon("read", str(folder), "--ledger", str(killed), "--workers", args.workers)
        for ledger in (calm, killed):
            _rashomon("verify", "--ledger", str(ledger))
            _rashomon(
                "export", "--format", "jsonl", "--to", str(ledger.with_suffix("")), "--ledger", str(ledger)
            )
        names = sorted(p.name for p in calm.with_suffix("").iterdir())
        same, different, missing = filecmp.cmpfiles(
            calm.with_suffix(""), killed.with_suffix(""), names, shallow=False
        )
        print(
            f"{len(same)} files the same, {len(different)} different, {len(missing)} missing",
            *different,
            *missing,
        )
        sys.exit(bool(different or missing))


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "rashomon", *arguments]


def _rashomon(*arguments: str) -> None:
    subprocess.run(_command(*arguments), check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
