"""A ledger's tables and views as files: CSV for spreadsheets, JSON lines and Parquet for programs, each column documented.

Rows stand in order of their primary key and hold nothing that depends on when or in how many goes they were
written, so that two ledgers of the same captures and the same reader export the same bytes.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from rashomon.ledger import schema
from rashomon.ledger.columns import columns_page, data_package
from rashomon.ledger.errors import LedgerError
from rashomon.ledger.schema import Table
from rashomon.ledger.views import VIEWS

Value = str | int | float | None
Rows = Iterator[tuple[Value, ...]]

#: Rows that Parquet writes at once; report.text is the widest column, and 2,000 articles are some 10 MB.
_BATCH = 2000


def export_tables(connection: sqlite3.Connection, form: str, folder: Path) -> tuple[Path, ...]:
    """Write the exported tables and the views to ``folder`` (made where it is not there) as ``csv``, ``jsonl`` or ``parquet``.

    Gives the paths written: a file each, then ``columns.md`` and ``datapackage.json``, which say what each
    column holds. A file of an earlier export is replaced only when its successor is whole. Raises LedgerError
    for an unknown form, a folder that cannot be written, a full disk, and Parquet without pyarrow.
    """
    if form not in WRITERS:
        raise LedgerError(
            f"format {form}", "this is not a format of export", f"give one of {', '.join(WRITERS)}"
        )
    write = WRITERS[form]
    if form == "parquet":
        require_pyarrow()
    written = [(table, partial(_rows, connection, table)) for table in schema.exported_tables(connection)]
    written += [(view.table, partial(view.rows, connection)) for view in VIEWS]
    tables = tuple(table for table, _ in written)
    paths = []
    with _in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for table, rows in written:
            path = folder / f"{table.name}.{form}"
            with replaced(path) as part:
                write(table, rows(), part)
            paths.append(path)
        described = {"columns.md": columns_page(tables, form), "datapackage.json": data_package(tables, form)}
        for name, content in described.items():
            with replaced(folder / name) as part:
                part.write_text(content, encoding="utf-8", newline="\n")
            paths.append(folder / name)
    return tuple(paths)


def _rows(connection: sqlite3.Connection, table: Table) -> Rows:
    columns = ", ".join(column.name for column in table.columns)
    return connection.execute(f"SELECT {columns} FROM {table.name} ORDER BY {', '.join(table.key)}")


# Each writer is given a table, its rows, and the file to write.


def _write_csv(table: Table, rows: Rows, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(column.name for column in table.columns) + "\r\n")
        for row in rows:
            file.write(",".join(map(cell, row)) + "\r\n")


_FORMULA = re.compile("'*[=+@\t\r\n＝＋－＠-]")


def cell(value: Value) -> str:
    """A CSV cell (RFC 4180): text quoted and never run as a formula, numbers bare, None as nothing at all.

    The csv module of Python 3.11 cannot tell None from an empty text. The characters are those that OWASP
    names under "CSV Injection".

    >>> print(cell("=SUM(A1)"), cell("the 'old' mill"), cell(-3), cell(""), cell(None), sep="|")
    "'=SUM(A1)"|"the 'old' mill"|-3|""|
    """
    if value is None:
        return ""
    if isinstance(value, str):
        harmless = "'" + value if _FORMULA.match(value) else value
        return '"' + harmless.replace('"', '""') + '"'
    return repr(value)


def _write_jsonl(table: Table, rows: Rows, path: Path) -> None:
    names = [column.name for column in table.columns]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for row in rows:
            line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False)
            file.write(line.translate(_LINE_ENDS) + "\n")


# JSON lets these stand in a string, but many programs would end the line at them.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def require_pyarrow() -> None:
    """Raise LedgerError where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise LedgerError(
            "format parquet",
            "Parquet needs pyarrow, which is not installed",
            "pip install 'rashomon[parquet]'",
        ) from error


def _write_parquet(table: Table, rows: Rows, path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    kinds = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}
    fields = [
        pa.field(
            column.name,
            kinds[column.type],
            nullable=not (column.required or column.key),
            metadata={"description": column.meaning},
        )
        for column in table.columns
    ]
    layout = pa.schema(fields, metadata={"description": table.meaning})
    with pq.ParquetWriter(path, layout) as writer:
        while batch := list(islice(rows, _BATCH)):
            arrays: list[Any] = [
                pa.array(values, type=field.type)
                for values, field in zip(zip(*batch, strict=True), fields, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=layout))


WRITERS: dict[str, Callable[[Table, Rows, Path], None]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A path to write to that takes the place of ``path`` once it is whole, and is removed if it never is; what is no file, as
    a terminal or a pipe, is written to itself."""
    if path.exists() and not path.is_file():
        yield path
        return
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerError(
            str(folder),
            f"the tables cannot be written here ({error.strerror or error})",
            "make room, allow writing, or give another folder",
        ) from error
