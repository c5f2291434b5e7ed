"""Rooms on a small ledger of our own invention, as a program visits them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.room.made import make
from fastapi.testclient import TestClient

from rashomon.ledger import Ledger
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.dossier import made

TOKEN = "a token that nobody guesses"
HERE = "http://localhost:8417"


@pytest.fixture(scope="session")
def made_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lighthouse's ledger, with a report in which everything tries to break out."""
    return made.ledger_at(tmp_path_factory.mktemp("room") / "made.db", made.hostile())


@pytest.fixture
def room(made_ledger: Path) -> Iterator[TestClient]:
    """A room on this machine, visited without its token."""
    app = application(made_ledger, Door(token=TOKEN))
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A made-up ledger of dozens of stories, one of them of 74 reports."""
    path = tmp_path_factory.mktemp("many") / "made.db"
    make(path, 250)
    with Ledger.open(path, read_only=True) as ledger:
        yield ledger
