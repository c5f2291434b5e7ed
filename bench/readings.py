"""Files as the reader reads them, or the end of the bench: what it measures has no unreadable file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon import attribute_files
from rashomon.records import Problem, Reading, Report


def readings(paths: Iterable[Path], model: Path | None = None) -> Iterator[tuple[Report, Reading]]:
    """The reports of files and folders with their readings, by the packaged model or another; exits in words on a problem."""
    for result in attribute_files(paths, model=model):
        if isinstance(result, Problem):
            raise SystemExit(f"{result.item}: {result.fault}")
        yield result
