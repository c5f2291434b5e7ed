"""Reading and collating texts without a ledger: nothing is stored."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rashomon import pipeline
from rashomon.captures.folder import captures, each_path
from rashomon.engines import engine
from rashomon.records import Capture, Problem, Reading, Report, Statement
from rashomon.reports.extract import extract


@dataclass(frozen=True, slots=True)
class Collation:
    """What several texts say alike: their reports, the statements of two wordings or more, and what could not be read."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()


def attribute(text: str, *, name: str = "text", model: Path | None = None) -> tuple[Report, Reading]:
    """Read a plain text: who says what in it. Offsets count characters of ``text`` as it is.

    Raises ValueError, in words, where there is nothing to read in it. ``model`` is the folder of another model.
    """
    report = _report(name, text)
    return report, pipeline.attributions(report, model)


def attribute_files(
    paths: Iterable[str | Path] | str | Path, *, model: Path | None = None, workers: int = 1
) -> Iterator[tuple[Report, Reading] | Problem]:
    """Read files and folders one report after another, in the order of their names; what cannot be read is a Problem."""
    items = captures(each_path(paths))
    yield from engine(workers).map(partial(_attribute, model=model), items)


def _attribute(item: Capture | Problem, model: Path | None) -> tuple[Report, Reading] | Problem:
    report = extract(item) if isinstance(item, Capture) else item
    return report if isinstance(report, Problem) else (report, pipeline.attributions(report, model))


def collate(texts: Mapping[str, str], *, model: Path | None = None) -> Collation:
    """Bring together the passages in which named texts say the same thing, across texts and within one.

    >>> found = collate({"a": "“We will stay,” she wrote.", "b": "She wrote: “We shall stay.”"})  # doctest: +SKIP
    >>> [[(w.report, w.start, w.end) for w in s.wordings] for s in found.statements]              # doctest: +SKIP

    Raises ValueError, in words, for a text with nothing to read in it.
    """
    return _collated([_report(name, text) for name, text in texts.items()], (), model)


def collate_files(paths: Iterable[str | Path] | str | Path, *, model: Path | None = None) -> Collation:
    """As :func:`collate`, for files and folders. The same bytes under two names are two reports here."""
    reports: list[Report] = []
    problems: list[Problem] = []
    for item in captures(each_path(paths)):
        report = extract(item) if isinstance(item, Capture) else item
        if isinstance(report, Problem):
            problems.append(report)
        else:
            reports.append(_renamed(report, len(reports)))
    return _collated(reports, tuple(problems), model)


def _collated(reports: list[Report], problems: tuple[Problem, ...], model: Path | None) -> Collation:
    readings = [pipeline.read_report(r, model) for r in reports]
    return Collation(tuple(reports), pipeline.alike(reports, readings), problems)


def _report(name: str, text: str) -> Report:
    content = text.encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(name.encode() + b"\0" + content).hexdigest()
    report = extract(Capture(digest, content, "text/plain", f"{name}.txt"))
    if isinstance(report, Problem):
        raise ValueError(f"{name}: {report.fault}. {report.mend}")
    return report


def _renamed(report: Report, number: int) -> Report:
    """The report with an id of its own, so that the same bytes given twice are two reports."""
    return replace(report, id=f"{report.id[:12]}{number:04x}")
