"""Pages are made while the ledger is written, and none of them takes for ever."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Voice
from rashomon.room.readers import Desk, Readers
from tests.dossier import made


def test_a_page_sees_one_moment_while_another_program_writes(tmp_path: Path) -> None:
    path = made.ledger_at(tmp_path / "made.db")
    extra = made.item("late", [(Voice.BODY, "The lamp is out.")], [])

    def page(desk: Desk) -> tuple[int, int]:
        before = len(desk.ledger.report_ids())
        with Ledger.open(path) as writing:
            writing.add(*extra)
        return before, len(desk.ledger.report_ids())

    async def visit() -> tuple[tuple[int, int], int]:
        readers = Readers(path)
        try:
            return await readers.read(page), await readers.read(lambda desk: len(desk.ledger.report_ids()))
        finally:
            readers.close()

    assert asyncio.run(visit()) == ((4, 4), 5)


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    path = made.ledger_at(tmp_path / "made.db")

    def endless(desk: Desk) -> object:
        with desk.ledger.at_one_moment() as connection:
            return connection.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
            ).fetchone()

    async def visit() -> object:
        readers = Readers(path, seconds=0.05)
        try:
            with pytest.raises(LedgerError, match="longer than a page may take"):
                await readers.read(endless)
            return await Readers(path).read(lambda desk: desk.ledger.counts().reports)
        finally:
            readers.close()

    assert asyncio.run(visit()) == 4


def test_a_ledger_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    path = made.ledger_at(tmp_path / "made.db")
    other = made.ledger_at(tmp_path / "other.db", made.hostile())

    async def visit() -> list[int]:
        readers = Readers(path)
        try:
            first = await readers.read(lambda desk: desk.ledger.counts().reports)
            other.replace(path)
            return [first, await readers.read(lambda desk: desk.ledger.counts().reports)]
        finally:
            readers.close()

    assert asyncio.run(visit()) == [4, 5]
