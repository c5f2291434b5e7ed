"""The machine's own reading of a report that people have mended: kept whole, and given back as it was."""

from __future__ import annotations

import json
import sqlite3
import types
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from rashomon.records import Attribution, DateExpression, Figure, Reading, Sentence

T = TypeVar("T")


def keep(connection: sqlite3.Connection, reading: Reading) -> None:
    """Keep a machine reading beside the mended one; one that is kept already stays."""
    shape = {
        "attributions": [asdict(a) for a in reading.attributions],
        "dates": [asdict(d) for d in reading.dates],
        "figures": [asdict(f) for f in reading.figures],
        "sentences": [[s.start, s.end, s.attribution, s.happened] for s in reading.sentences],
    }
    vectors = b"".join(len(s.vector).to_bytes(4, "little") + s.vector for s in reading.sentences)
    connection.execute(
        "INSERT INTO machine_reading VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (reading.report, json.dumps(shape, ensure_ascii=False, sort_keys=True), vectors),
    )


def drop(connection: sqlite3.Connection, report: str) -> None:
    """Forget the kept reading of a report where the machine's reading stands again."""
    connection.execute("DELETE FROM machine_reading WHERE report = ?", (report,))


def machine(connection: sqlite3.Connection, stands: Reading) -> Reading:
    """The machine's own reading of a report: the kept one, or the one that stands, where nothing of it was mended."""
    row = connection.execute(
        "SELECT reading, vectors FROM machine_reading WHERE report = ?", (stands.report,)
    ).fetchone()
    if row is None:
        return stands
    shape = json.loads(row[0])
    sentences = [
        Sentence(start, end, inside, b"", happened) for start, end, inside, happened in shape["sentences"]
    ]
    return replace(
        stands,
        attributions=tuple(_record(Attribution, a) for a in shape["attributions"]),
        dates=tuple(_record(DateExpression, d) for d in shape["dates"]) if "dates" in shape else stands.dates,
        figures=tuple(_record(Figure, f) for f in shape["figures"]),
        sentences=tuple(
            replace(s, vector=v) for s, v in zip(sentences, _vectors(row[1], len(sentences)), strict=True)
        ),
    )


def _vectors(packed: bytes, count: int) -> Sequence[bytes]:
    out, at = [], 0
    for _ in range(count):
        end = at + 4 + int.from_bytes(packed[at : at + 4], "little")
        out.append(packed[at + 4 : end])
        at = end
    return out


def _record(kind: type[T], shape: dict[str, Any]) -> T:
    """A record from its fields by name, whatever fields records come to have: those that are not there keep their defaults."""
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name], value) for name, value in shape.items() if name in hints})


def _value(hint: Any, value: Any) -> Any:
    """A field's value by its type: a record, an enumeration, a tuple of either, or what JSON has itself."""
    if value is None:
        return None
    if get_origin(hint) in (Union, types.UnionType):
        return _value(next(part for part in get_args(hint) if part is not type(None)), value)
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value)
    if is_dataclass(hint) and isinstance(hint, type):
        return _record(hint, value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    return value
