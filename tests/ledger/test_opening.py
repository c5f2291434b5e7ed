"""A ledger that cannot be opened, read or written says so in words, and is left as it was."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rashomon.ledger import Ledger, LedgerError, schema
from tests.ledger.making import SAID_OTHERWISE, item


@pytest.fixture
def ledger_file(tmp_path: Path) -> Path:
    path = tmp_path / "x.db"
    with Ledger.open(path) as ledger:
        ledger.add(*item())
    return path


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other users can see into, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


permissions = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs the permissions of a Unix system")


def as_ordinary_user(do: Callable[[], object]) -> str:
    """What ``do`` says, or the LedgerError it raises, done by somebody who is not root, whom no permission stops."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setuid(65534)
            try:
                said = str(do())
            except LedgerError as error:
                said = str(error)
            os.write(writer, said.encode())
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


def number_of_reports(path: Path) -> int:
    with Ledger.open(path, read_only=True) as ledger:
        return len(list(ledger.reports()))


def add_another(path: Path) -> str:
    with Ledger.open(path) as ledger:
        ledger.add(*item(SAID_OTHERWISE))
    return "added"


def test_a_path_with_odd_characters_is_a_file_of_that_name(tmp_path: Path) -> None:
    for name in ("a?mode=ro#x%20.db", "é \n;.db", ":memory:"):
        with Ledger.open(tmp_path / name) as ledger:
            ledger.add(*item())
        assert number_of_reports(tmp_path / name) == 1


@pytest.mark.parametrize("read_only", [True, False])
def test_nothing_there(tmp_path: Path, read_only: bool) -> None:
    with pytest.raises(LedgerError, match="there is no ledger here"):
        Ledger.open(tmp_path / "x.db", create=False, read_only=read_only)
    assert list(tmp_path.iterdir()) == []


def test_folders(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="this is a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="its folder does not exist"):
        Ledger.open(tmp_path / "no" / "x.db")


def test_an_empty_file_becomes_a_ledger_only_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.touch()
    with pytest.raises(LedgerError, match="this file is empty"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert ledger.counts().reports == 0


def test_files_that_are_no_ledgers(tmp_path: Path) -> None:
    text = tmp_path / "x.txt"
    text.write_bytes(b"The mill bridge stays shut.\n" * 100)
    with pytest.raises(LedgerError, match="this file is not a ledger"):
        Ledger.open(text)
    assert text.read_bytes() == b"The mill bridge stays shut.\n" * 100
    foreign = tmp_path / "y.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE bridge (name)")
    connection.close()
    before = foreign.read_bytes()
    with pytest.raises(LedgerError, match="SQLite file, but not a ledger"):
        Ledger.open(foreign)
    assert foreign.read_bytes() == before


def test_a_ledger_of_a_newer_version(ledger_file: Path) -> None:
    with sqlite3.connect(ledger_file) as connection:
        connection.execute(f"PRAGMA user_version = {schema.latest_version() + 1}")
    connection.close()
    for read_only in (True, False):
        with pytest.raises(LedgerError, match="install a newer Rashomon"):
            Ledger.open(ledger_file, read_only=read_only)


def test_a_damaged_ledger(ledger_file: Path) -> None:
    whole = ledger_file.read_bytes()
    for damaged in (
        whole[: len(whole) // 2],
        whole[:4096] + b"\xa5" * (len(whole) - 4096),
        b"\0" * len(whole),
    ):
        ledger_file.write_bytes(damaged)
        with pytest.raises(LedgerError, match=r"damaged|not a ledger"), Ledger.open(ledger_file) as ledger:
            list(ledger.readings())
            list(ledger.search("bridge"))
            ledger.add(*item(SAID_OTHERWISE))


def test_another_program_is_writing(ledger_file: Path) -> None:
    with Ledger.open(ledger_file) as busy, Ledger.open(ledger_file, patience=0.01) as ledger:
        with busy.transaction():
            busy.add(*item(SAID_OTHERWISE))
            with pytest.raises(LedgerError, match="another program is writing"):
                ledger.add(*item(SAID_OTHERWISE))
            assert ledger.counts().reports == 1  # reading goes on meanwhile
        assert ledger.counts().reports == 2


def test_reading_only(ledger_file: Path) -> None:
    with Ledger.open(ledger_file, read_only=True) as ledger:
        assert ledger.counts().reports == 1
        assert ledger.verify() == ()
        with pytest.raises(LedgerError, match="cannot be written"):
            ledger.add(*item(SAID_OTHERWISE))


@permissions
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_read_only_file_or_folder(shared_folder: Path, file_mode: int, folder_mode: int) -> None:
    path = shared_folder / "x.db"
    with Ledger.open(path) as ledger:
        ledger.add(*item())
    path.chmod(file_mode)
    shared_folder.chmod(folder_mode)
    assert "read-only" in as_ordinary_user(lambda: add_another(path))
    assert as_ordinary_user(lambda: number_of_reports(path)) == "1"


@permissions
def test_a_new_ledger_in_a_read_only_folder_and_one_that_may_not_be_read(shared_folder: Path) -> None:
    path = shared_folder / "x.db"
    shared_folder.chmod(0o555)
    assert "read-only" in as_ordinary_user(lambda: add_another(path))
    shared_folder.chmod(0o777)
    assert as_ordinary_user(lambda: add_another(path)) == "added"
    path.chmod(0o000)
    assert "cannot be opened" in as_ordinary_user(lambda: number_of_reports(path))


def test_a_full_disk(ledger_file: Path) -> None:
    with Ledger.open(ledger_file) as ledger:
        # SQLite says of a file that may not grow what it says of a full disk.
        connection = ledger._connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match="the disk is full"), ledger.transaction():
            for number in range(200):
                ledger.add(*item(f"{SAID_OTHERWISE} {number}"))
        assert ledger.counts().reports == 1
        assert ledger.verify() == ()
        connection.execute("PRAGMA max_page_count = 1000000")
        assert ledger.add(*item(SAID_OTHERWISE))
    assert number_of_reports(ledger_file) == 2
