"""The schema grows by migrations that are whole or not at all, and every column says what it holds."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from rashomon.ledger import Ledger, LedgerError, schema
from rashomon.ledger.columns import columns_page
from rashomon.ledger.verify import KINDS
from rashomon.ledger.views import VIEWS
from tests.ledger.making import item

DOCS = Path(__file__).parents[2] / "docs" / "ledger.md"


@pytest.fixture
def empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    schema.migrate(connection)
    return connection


def test_a_new_ledger_is_of_the_latest_version_and_marked_as_ours(empty: sqlite3.Connection) -> None:
    assert schema.version(empty) == schema.latest_version() == len(schema.migrations())
    assert empty.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    schema.migrate(empty)
    assert schema.version(empty) == schema.latest_version()


def test_every_table_is_strict_and_every_column_documented(empty: sqlite3.Connection) -> None:
    strict = {
        name: strict for _, name, kind, _, _, strict in empty.execute("PRAGMA table_list") if kind == "table"
    }
    tables = schema.tables(empty)
    assert len(tables) > 20
    for table in tables:
        assert strict[table.name], table.name
        assert table.meaning, table.name
        assert table.key, table.name
        for column in table.columns:
            assert column.meaning, f"{table.name}.{column.name}"


def test_what_is_not_exported_is_told(empty: sqlite3.Connection) -> None:
    told = DOCS.read_text(encoding="utf-8").partition("- Left out are")[2].partition("- **CSV**")[0]
    named = set(re.findall(r"`(\w+)`", told))
    assert named == schema.NOT_EXPORTED
    assert named <= {table.name for table in schema.tables(empty)}


def test_every_reference_can_be_followed_back_by_an_index(empty: sqlite3.Connection) -> None:
    """Or deleting one row that is referred to goes through a whole table, and collating anew takes the square of its rows."""
    for table in schema.tables(empty):
        known = [
            [row[2] for row in empty.execute(f"PRAGMA index_info({index[1]})")]
            for index in empty.execute(f"PRAGMA index_list({table.name})").fetchall()
        ]
        known.append(list(table.key))
        references: dict[int, list[str]] = {}
        for row in empty.execute(f"PRAGMA foreign_key_list({table.name})"):
            references.setdefault(row[0], []).append(row[3])
        for columns in references.values():
            # A report has some hundreds of rows: an index that finds them is enough for the second column of a reference.
            assert any(index[:1] == columns[:1] for index in known), f"{table.name} {columns}"


def test_the_docs_tell_every_table_and_column_as_they_are(empty: sqlite3.Connection) -> None:
    page = DOCS.read_text(encoding="utf-8")
    _, _, generated = page.partition("<!-- python -m rashomon.ledger -->\n")
    told = (*schema.tables(empty), *(view.table for view in VIEWS))
    assert generated.strip() == columns_page(told).strip(), "run: python -m rashomon.ledger"
    for name in ("who_said_what", "who_carries_what", "how_many", "where_accounts_part", "search"):
        assert f"`{name}`" in page
    for kind, fault in KINDS.items():
        assert f"| {kind} | {fault} |" in page


def test_every_view_is_exported_with_all_its_columns(empty: sqlite3.Connection) -> None:
    views = {row[0] for row in empty.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert {view.table.name for view in VIEWS} == views
    for view in VIEWS:
        columns = {row[1] for row in empty.execute(f"PRAGMA table_info({view.table.name})")}
        assert columns <= {column.name for column in view.table.columns}


def test_names_need_no_quotation_marks_in_duckdb(empty: sqlite3.Connection) -> None:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        for table in schema.tables(empty):
            columns = ", ".join(f"{column.name} {column.type}" for column in table.columns)
            connection.execute(f"CREATE TABLE {table.name} ({columns})")
            names = ", ".join(f"{table.name}.{column.name}, {column.name}" for column in table.columns)
            connection.execute(f"SELECT {names} FROM {table.name}")


def test_datasette_finds_what_can_be_searched(empty: sqlite3.Connection) -> None:
    pattern = '%VIRTUAL TABLE%USING FTS%content="searchable"%'  # what its detect_fts looks for
    assert empty.execute("SELECT name FROM sqlite_master WHERE sql LIKE ?", (pattern,)).fetchone() == (
        "search",
    )


def test_views_are_for_people_to_read(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*item())
        row = ledger._connection.execute("SELECT outlet, speaker, cue FROM who_said_what").fetchone()
        assert row == ("The Lantern", "Édith Brücke", "told the council")


def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.db"
    with Ledger.open(path) as ledger:
        ledger.add(*item())
    now = schema.migrations()
    later = (
        *now,
        (len(now) + 1, "CREATE TABLE beacon (id TEXT PRIMARY KEY);\nCREATE TABLE buoy (id TEXT);\n"),
    )
    monkeypatch.setattr(schema, "migrations", lambda: later)
    with pytest.raises(LedgerError, match="older version"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert {"beacon", "buoy"} <= {table.name for table in ledger.tables()}
        assert list(ledger.reports()) == [item()[1]]
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.counts().reports == 1


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.db"
    Ledger.open(path).close()
    now = schema.migrations()
    with monkeypatch.context() as patch:
        failing = (*now, (len(now) + 1, "CREATE TABLE beacon (id TEXT);\nCREATE TABLE beacon (id TEXT);\n"))
        patch.setattr(schema, "migrations", lambda: failing)
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            Ledger.open(path)
    with Ledger.open(path) as ledger:
        assert "beacon" not in {table.name for table in ledger.tables()}
        assert schema.version(ledger._connection) == len(now)


def test_conflicts_of_an_older_ledger_are_kept_and_what_a_model_found_is_marked() -> None:
    """By the score until all is collated anew: the rule of opposed claims gives 0.6, the model calls nothing below 0.679."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for number, script in schema.migrations():
        if number == 25:
            for name, kind, score in (
                ("a", "figures", 0.9),
                ("b", "opposed claims", 0.6),
                ("c", "opposed claims", 0.7),
            ):
                connection.execute(
                    "INSERT INTO conflict VALUES (?, '57', ?, 'mill', ?, 0, 'why')", (name, kind, score)
                )
            member = ("c", 0, 1, "1f", 2, 5, "end", None, None, "Ann Lee", "why")
            connection.execute(f"INSERT INTO conflict_member VALUES ({', '.join('?' * 11)})", member)
            connection.execute("INSERT INTO conflict_settling VALUES ('a', 0, '1f', 2, 5, 'end')")
            connection.execute("INSERT INTO meta VALUES ('collated', '')")
        for statement in schema.statements(script):
            connection.execute(statement)
    assert connection.execute("SELECT id, unsure FROM conflict ORDER BY id").fetchall() == [
        ("a", 0),
        ("b", 0),
        ("c", 1),
    ]
    assert connection.execute("SELECT * FROM conflict_member").fetchall() == [member]
    assert connection.execute("SELECT count(*) FROM conflict_settling").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM meta WHERE key = 'collated'").fetchone() == (0,)
