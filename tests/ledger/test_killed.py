"""Killed at any moment, a ledger holds whole reports only, and the next run makes it what it would have been."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.ledger import Ledger
from tests.ledger.making import collation, item

THINGS = [item(f"the bridge stays shut for {number} weeks", f"pages/{number:03}.txt") for number in range(60)]

WRITER = """
import os, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from ledger.test_killed import write
print("ready", flush=True)
write(Path(sys.argv[1]), kill_within=int(sys.argv[2]))
"""


def write(path: Path, kill_within: int = -1) -> None:
    """Add what is not there, five reports a transaction, and collate; die within the transaction of that number."""
    with Ledger.open(path) as ledger:
        known = ledger.known("reader-1")
        left = [kept for kept in THINGS if kept[0].sha256 not in known]
        for number, first in enumerate(range(0, len(left), 5)):
            with ledger.transaction():
                for kept in left[first : first + 5]:
                    ledger.add(*kept)
                if number == kill_within:
                    signal.raise_signal(signal.SIGKILL)
        if ledger.collation_fingerprint() is None:
            ledger.replace_collation(*collation(THINGS), "c1")


def start(path: Path, kill_within: int = -1) -> subprocess.Popen[bytes]:
    script = WRITER.format(tests=str(Path(__file__).parent.parent))
    return subprocess.Popen(
        [sys.executable, "-c", script, str(path), str(kill_within)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def exported(path: Path, folder: Path) -> dict[str, bytes]:
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.verify() == ()
        return {file.name: file.read_bytes() for file in ledger.export("jsonl", folder)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_killed_within_transactions_and_at_random_moments(tmp_path: Path) -> None:
    undisturbed, killed = tmp_path / "undisturbed.db", tmp_path / "killed.db"
    write(undisturbed)
    for within, there in ((0, 0), (3, 15), (1, 20)):
        process = start(killed, within)
        _, errors = process.communicate()
        assert process.returncode == -signal.SIGKILL, errors.decode()
        with Ledger.open(killed) as ledger:
            assert ledger.counts().reports == there
            assert ledger.verify() == ()
    moments = random.Random(5)
    for _ in range(3):
        process = start(killed)
        assert process.stdout is not None
        process.stdout.readline()
        try:
            process.wait(moments.uniform(0, 0.06))
        except subprocess.TimeoutExpired:
            process.kill()
        process.communicate()
        with Ledger.open(killed) as ledger:
            assert ledger.verify() == ()
            assert ledger.counts().reports % 5 == 0
    write(killed)
    assert exported(killed, tmp_path / "a") == exported(undisturbed, tmp_path / "b")
