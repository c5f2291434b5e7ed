"""What every table, view and column of a ledger holds, as a page for people and a descriptor for programs."""

from __future__ import annotations

import json

from rashomon.ledger.schema import Table


def columns_page(tables: tuple[Table, ...], form: str | None = None) -> str:
    """What each table and column holds, as Markdown; for ``csv`` with a word on cells like formulas."""
    lines = ["# Tables and columns" if form else ""]
    if form == "csv":
        lines += ["", CSV_NOTE]
    for table in tables:
        lines += ["", f"## {table.name}", "", table.meaning, ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        for column in table.columns:
            kind = column.type.lower() + ("" if column.required or column.key else ", may be empty")
            refers = f" → {'.'.join(column.refers_to)}" if column.refers_to else ""
            key = "**" if column.key else ""
            lines.append(f"| {key}{column.name}{key} | {kind} | {column.meaning}{refers} |")
    return "\n".join(lines).lstrip("\n") + "\n"


CSV_NOTE = (
    "The files are UTF-8; text stands in quotation marks, and a cell with nothing in it, not even these, is not "
    "known. A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, their full-width "
    "forms, a tab or a line end) has an apostrophe `'` before it, and so has one that begins with apostrophes "
    "before any of these: take one apostrophe off to have the text as it is. The JSON lines and Parquet exports "
    "hold it as it is."
)


def data_package(tables: tuple[Table, ...], form: str) -> str:
    """The same for programs: a Data Package descriptor (specs.frictionlessdata.io), as JSON."""
    resources = []
    for table in tables:
        keys = [
            {
                "fields": [column.name],
                "reference": dict(zip(("resource", "fields"), column.refers_to, strict=True)),
            }
            for column in table.columns
            # An attribution is told by its report and its ordinal together.
            if column.refers_to and column.refers_to[1] != "ordinal"
        ]
        fields = [
            {
                "name": column.name,
                "type": _FRICTIONLESS[column.type],
                "description": column.meaning,
                "constraints": {"required": bool(column.key)},
            }
            for column in table.columns
        ]
        resources.append(
            {
                "name": table.name,
                "path": f"{table.name}.{form}",
                "format": form,
                "encoding": "utf-8",
                "description": table.meaning,
                "schema": {
                    "fields": fields,
                    **({"primaryKey": list(table.key)} if table.key else {}),
                    "foreignKeys": keys,
                    "missingValues": [""],
                },
            }
        )
    package = {"name": "rashomon-ledger", "resources": resources}
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


_FRICTIONLESS = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}
