"""A report reads the same, byte for byte, whatever is read before it or beside it, and on any number of threads."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict

import pytest

import rashomon
from rashomon.reading.reader import Reader
from rashomon.records import Problem, Report
from tests.examples import golden


def written(reader: Reader, report: Report) -> bytes:
    return json.dumps(asdict(reader.read(report)), default=bytes.hex).encode()


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    found = [r for r in rashomon.attribute_files([golden.STORY]) if not isinstance(r, Problem)]
    return [report for report, _ in found][:5]


@pytest.fixture(scope="module")
def alone(reports: list[Report]) -> list[bytes]:
    """Each report read by a reader of its own."""
    return [written(Reader.load(), report) for report in reports]


def test_whatever_was_read_before(reports: list[Report], alone: list[bytes]) -> None:
    reader = Reader.load()
    assert [written(reader, r) for r in reports] == alone
    assert [written(reader, r) for r in reversed(reports)] == alone[::-1]


@pytest.mark.parametrize("threads", [2, 4])
def test_on_any_number_of_threads(reports: list[Report], alone: list[bytes], threads: int) -> None:
    reader = Reader.load()
    with ThreadPoolExecutor(threads) as pool:
        assert list(pool.map(lambda r: written(reader, r), reports * 2)) == alone * 2
