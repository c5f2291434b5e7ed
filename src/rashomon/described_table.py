"""A table of what reports are, as people keep one beside a pile of files: each row becomes a decision about its report.

A CSV file whose first line names its columns: ``report`` (a report's id, or the file it was read from) and any of ``outlet``,
``published``, ``title`` and ``authors`` (several with ``;`` between them). An empty cell decides nothing; ``none`` says that a
part is not known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rashomon.corrections import imprint
from rashomon.corrections.imprint import PARTS, Imprint
from rashomon.deciding import NOTHING
from rashomon.ingest import Progress
from rashomon.ledger import Ledger, LedgerError
from rashomon.records import Correction, Problem
from rashomon.reports.decode import UnreadableError, decode

STAGE = "corrections"
REPORT = "report"
_BETWEEN_AUTHORS = ";"


@dataclass(frozen=True, slots=True)
class Row:
    """What a row decides: its line in the file, its report, and the parts that it gives."""

    line: int
    report: str
    parts: Imprint


def rows(path: Path) -> Iterator[Row | Problem]:
    """The rows of a table, and a problem for each that names no report or cannot be read. Raises LedgerError where the file is no
    such table."""
    text = _text(path)
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text.partition("\n")[0], delimiters=",;\t")
    except csv.Error:
        dialect = csv.excel
    reader = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if REPORT not in names or set(names).isdisjoint(PARTS):
        raise LedgerError(
            str(path),
            f"its first line does not name the columns {REPORT} and any of {', '.join(PARTS)}",
            f"begin it with a line as: {REPORT},outlet,published",
        )
    reader.fieldnames = names
    try:
        for cells in reader:
            given = {name: (cells.get(name) or "").strip() for name in (REPORT, *PARTS)}
            if not any(given.values()):
                continue
            if given[REPORT]:
                yield Row(reader.line_num, given[REPORT], _parts(given))
            else:
                yield _problem(path, reader.line_num, "it names no report", "give a report's id or file name")
    except csv.Error as error:
        yield _problem(path, reader.line_num, f"it cannot be read: {error}", "save the table as CSV anew")


def table(ledger: Ledger) -> str:
    """What a ledger knows of its reports, by date: to fill in and give to :func:`describe_all`. ``file`` is for people."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([REPORT, *PARTS, "file"])
    for report in sorted(ledger.reports(), key=lambda r: (r.published or "~", r.id)):
        known = imprint.of_report(report)
        cells = [
            value if isinstance(value, str) else f"{_BETWEEN_AUTHORS} ".join(value or ())
            for value in known.values()
        ]
        writer.writerow([report.id, *cells, report.name])
    return out.getvalue()


def describe_all(
    ledger: Ledger, path: Path, *, who: str, why: str, progress: Callable[[Progress], None] | None = None
) -> Iterator[Correction | Problem]:
    """Each row of a table recorded as a decision and applied, one after another; a row that cannot be is a problem, and the rest
    goes on. A row that only says what stands already is passed over: a table can be given again when it has grown, or when the
    last time was stopped. People, statements and stories follow with :func:`rashomon.ingest.recollate`."""
    table, problems = list(rows(path)), 0
    for done, row in enumerate(table, 1):
        made = row if isinstance(row, Problem) else _described(ledger, path, row, who, why)
        problems += isinstance(made, Problem)
        if progress is not None:
            item = row.item if isinstance(row, Problem) else row.report
            progress(Progress("correcting", done, len(table), item, problems))
        if made is not None:
            yield made


def _described(ledger: Ledger, path: Path, row: Row, who: str, why: str) -> Correction | Problem | None:
    try:
        report = ledger.named_report(row.report)
        stands = imprint.of_report(report)
        parts = {part: value for part, value in row.parts.items() if value != stands[part]}
        return ledger.describe(report.id, parts, who=who, why=why) if parts else None
    except LedgerError as error:
        return _problem(path, row.line, f"{error.item}: {error.fault}", error.mend)


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes())
    except OSError as error:
        fault = (error.strerror or "it cannot be read").lower()
        raise LedgerError(str(path), fault, "give a table of reports as CSV") from None
    except UnreadableError as error:
        raise LedgerError(str(path), error.fault, "save the table as CSV in UTF-8") from None


def _parts(given: Mapping[str, str]) -> Imprint:
    out: dict[str, str | tuple[str, ...] | None] = {}
    for part in PARTS:
        value = given[part]
        if part == "authors" and value:
            names = "" if value.casefold() == NOTHING else value
            out[part] = tuple(name for cell in names.split(_BETWEEN_AUTHORS) if (name := cell.strip()))
        elif value:
            out[part] = None if value.casefold() == NOTHING else value
    return out


def _problem(path: Path, line: int, fault: str, mend: str) -> Problem:
    return Problem(f"{path}:{line}", STAGE, fault, mend)
