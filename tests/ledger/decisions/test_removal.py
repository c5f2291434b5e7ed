"""A report that is taken out is in nothing any more, is not read again, and can be had back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

import rashomon
from rashomon import cli
from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError
from tests.ledger.collating.test_changes import rows as tables_of
from tests.ledger.decisions.test_imprints import BRIDGE, MILL

FERRY = "“The ferry will sail on Friday,” Ana Quellbrunn said on Monday. The mill at Harn was shut until spring, she added.\n"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, text in (("mill", MILL), ("bridge", BRIDGE), ("ferry", FERRY)):
        (folder / f"{name}.txt").write_text(text)
    return folder


@pytest.fixture
def ledger(tmp_path: Path, pile: Path) -> Iterator[Ledger]:
    rashomon.read(pile, ledger=tmp_path / "x.db")
    with Ledger.open(tmp_path / "x.db") as ledger:
        yield ledger
        assert ledger.verify() == ()


def told(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """What a ledger tells: its tables, but for decisions, bytes, and who took what out."""
    aside = ("correction", "capture", "sighting", "problem", "run", "meta")
    return {name: rows for name, rows in tables_of(ledger).items() if name not in aside}


def test_the_ledger_is_as_if_it_had_never_been_read(ledger: Ledger, pile: Path, tmp_path: Path) -> None:
    gone = ledger.what_goes("ferry.txt")
    assert gone.attributions
    assert gone.report.id in ledger.report_ids()
    ledger.take_out("ferry", who="Mira", why="a satire")
    recollate(ledger)
    assert ledger.search("Quellbrunn") == ()
    (pile / "ferry.txt").unlink()
    rashomon.read(pile, ledger=tmp_path / "fresh.db")
    with Ledger.open(tmp_path / "fresh.db") as fresh:
        assert told(ledger) == told(fresh)
    assert ledger.stranded() == ()


def test_it_is_not_read_again_until_that_is_undone(ledger: Ledger, pile: Path) -> None:
    before = told(ledger)
    made = ledger.take_out("ferry", who="Mira", why="a satire")
    recollate(ledger)
    (pile / "again.txt").write_text(FERRY)
    done = rashomon.read(pile, ledger=ledger)
    assert (done.read, done.known, done.problems) == (0, 4, ())
    notes = {p.item: p for p in ledger.problems()}
    assert set(notes) == {str(pile / "ferry.txt"), str(pile / "again.txt")}
    assert all(p.noted and "as Mira decided on" in p.fault and "a satire" in p.fault for p in notes.values())
    assert ledger.stranded() == ()
    ledger.undo(made.id, who="Mira", why="it was none")
    recollate(ledger)
    assert ledger.problems() == ()
    assert told(ledger) == before


def test_what_is_erased_is_nowhere_in_the_file_and_can_be_read_again(ledger: Ledger, pile: Path) -> None:
    before, capture = told(ledger), ledger.named_report("ferry").capture
    made = ledger.take_out("ferry", who="Mira", why="asked for", erase=True)
    recollate(ledger)
    ledger.rewrite()
    with pytest.raises(LedgerError, match="no capture"):
        ledger.capture(capture)
    for kept in Path(ledger.path).parent.glob("x.db*"):
        content = kept.read_bytes().lower()
        assert b"quellbrunn" not in content
        assert b"ferry will sail" not in content
    assert rashomon.read(pile, ledger=ledger).read == 0
    with pytest.raises(LedgerError, match="no capture"):
        ledger.capture(capture)
    ledger.undo(made.id, who="Mira", why="asked for it back")
    assert rashomon.read(pile, ledger=ledger).read == 1
    assert told(ledger) == before


def test_the_command_shows_what_goes_and_asks_first(
    ledger: Ledger, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*more: str) -> tuple[object, str]:
        arguments = ("correct", "remove", "ferry.txt", "--why", "a satire", "--who", "Mira", *more)
        with pytest.raises(SystemExit) as stopped:
            cli.main([*arguments, "--ledger", str(ledger.path)])
        return stopped.value.code, capfd.readouterr().err

    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    status, err = run()
    assert status == 1
    assert "attributions" in err
    assert len(ledger.report_ids()) == 3
    status, err = run("--yes")
    assert (status, "and applied" in err) == (0, True)
    assert len(ledger.report_ids()) == 2
