"""``rashomon correct``: what it prints, and that it is applied at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon import cli
from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from tests.ledger.test_decisions import SAYS, add


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger.open(tmp_path / "x.db") as ledger:
        for text, name in SAYS:
            add(ledger, text, name)
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
    return tmp_path / "x.db"


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str, str]:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    return stopped.value.code, *capfd.readouterr()


def test_merge_and_split_are_applied_and_shown(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    decided = ("--who", "Mira", "--why", "signs so", "--ledger", str(path))
    status, out, err = run(capfd, "correct", "merge", "Osk", "Oskar Tarn", *decided)
    assert (status, err.split()[:3]) == (0, ["Recorded", "as", "correction"])
    assert "also: Osk" in out
    assert "one with “Osk" in " ".join(out.split())
    with Ledger.open(path) as ledger:
        report = next(e.report for e in ledger.whom("Osk").evidence if e.name == "Osk")
    status, out, _ = run(capfd, "correct", "split", "Osk", "--report", report[:8], *decided)
    assert status == 0
    assert out.startswith("Osk\n")
    status, out, _ = run(capfd, "show", "person", "Oskar", "Tarn", "--ledger", str(path))
    assert "also" not in out
    assert "only the name tells" in out


@pytest.mark.parametrize(
    ("arguments", "status", "fault"),
    [
        (["merge", "Osk", "Nobody", "--who", "Mira", "--why", "-"], 1, "nobody in this ledger"),
        (["merge", "Osk", "Oskar Tarn", "--who", "Mira"], 2, "--why"),
        (["split", "Osk", "--who", "Mira", "--why", "-"], 2, "--report"),
    ],
)
def test_what_cannot_be_done(
    path: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], status: int, fault: str
) -> None:
    found, _, err = run(capfd, "correct", *arguments, "--ledger", str(path))
    assert found == status
    assert fault in err
    assert "Traceback" not in err


@pytest.mark.parametrize("command", ["merge", "split"])
def test_help_has_an_example(capfd: pytest.CaptureFixture[str], command: str) -> None:
    status, out, _ = run(capfd, "correct", command, "--help")
    assert status == 0
    assert f"Example:\n    rashomon correct {command}" in out
