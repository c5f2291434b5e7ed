"""An export is every table, the same whenever it is made, and says what each of its columns holds."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.records import DecidedConflict
from rashomon.captures.folder import captures
from rashomon.ledger import Ledger, LedgerError
from rashomon.ledger.exports import WRITERS, cell
from rashomon.ledger.schema import NOT_EXPORTED
from rashomon.ledger.views import VIEWS
from rashomon.records import CorrectionKind, Problem, Speaker, Statement, Voice
from tests.dossier import made
from tests.ledger.making import SAID_OTHERWISE, accounts, collation, copied, item, texts

LABEL = '=HYPERLINK("x")\u2028\r\n\0é'


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    one, (capture, report, reading) = item(), item(SAID_OTHERWISE, "pages/beacon.txt")
    (said,) = reading.attributions
    several = (said.speaker, Speaker(None, "“others” names nobody"))
    said = replace(said, speaker=Speaker(None, "are several"), joint_speakers=several)
    reading = replace(reading, attributions=(said,))
    people, (statement,), stories = collation([one, (capture, report, reading)])
    statements = [replace(statement, joint_speakers=(people[0].id, None))]
    with Ledger.open(tmp_path / "x.db") as ledger:
        ledger.add(*one)
        ledger.add(capture, replace(report, title=LABEL, outlet="", published=None), reading)
        ledger.add_problem(Problem("a.html", "reports", "no text", "fetch it again"))
        ledger.correct(
            "Ilo", "not hers", CorrectionKind.REJECT, "statement:51a7", decided_at="2031-02-05T09:30:00+00:00"
        )
        ledger.accept(f"{report.id}:1", who="Ilo", why="heard it")
        lost = ledger.correct("Ilo", "not there", CorrectionKind.REJECT, f"attribution:{report.id}:0-3")
        assert [c for c, _ in ledger.stranded()] == [lost]
        decided = replace(accounts([one]), decided=(DecidedConflict(lost.id, "c11", True, "as Ilo decided"),))
        ledger.replace_collation(people, statements, stories, "c1", accounts=[decided])
        ledger.declare_families({"The Lantern": "Marsh & Sons"})
        ledger.replace_copies(*copied(one, (capture, report, reading)))
        ledger.add_run(code="0.1.0", reader="reader-1")
        yield ledger


@pytest.mark.parametrize("form", WRITERS)
def test_an_export_is_not_read_as_reports(ledger: Ledger, tmp_path: Path, form: str) -> None:
    ledger.export(form, tmp_path / "tables")
    (note, *others) = captures([tmp_path / "tables"])
    assert not [other for other in others if not isinstance(other, Problem)]
    assert isinstance(note, Problem)
    assert "rashomon export" in note.fault


def unquoted(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("form", WRITERS)
def test_every_table_and_the_columns_are_documented(ledger: Ledger, tmp_path: Path, form: str) -> None:
    paths = ledger.export(form, tmp_path / "new" / "folder")
    expected = {table.name for table in ledger.tables()} - NOT_EXPORTED | {view.table.name for view in VIEWS}
    assert {path.stem for path in paths if path.suffix == f".{form}"} == expected
    package = json.loads((tmp_path / "new" / "folder" / "datapackage.json").read_text(encoding="utf-8"))
    page = (tmp_path / "new" / "folder" / "columns.md").read_text(encoding="utf-8")
    assert {resource["name"] for resource in package["resources"]} == expected
    for resource in package["resources"]:
        path = tmp_path / "new" / "folder" / resource["path"]
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])
        section = page.partition(f"\n## {resource['name']}\n")[2].partition("\n## ")[0]
        assert re.findall(r"^\| \**(\w+?)\** \|", section, re.MULTILINE)[1:] == fields
        if form == "csv":
            with path.open(encoding="utf-8", newline="") as file:
                assert next(csv.reader(file)) == fields
        elif form == "jsonl":
            assert all(list(row) == fields for row in json_lines(path))
        else:
            parquet = pytest.importorskip("pyarrow.parquet")
            assert parquet.read_schema(path).names == fields
        for key in resource["schema"]["foreignKeys"]:
            assert key["reference"]["resource"] in expected


def test_the_forms_hold_the_same(ledger: Ledger, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for form in WRITERS:
        ledger.export(form, tmp_path)
    for table in (*ledger.tables(), *(view.table for view in VIEWS)):
        if table.name not in NOT_EXPORTED:
            faithful = json_lines(tmp_path / f"{table.name}.jsonl")
            assert faithful or table.name == "altered_quotations", table.name
            assert parquet.read_table(tmp_path / f"{table.name}.parquet").to_pylist() == faithful
            plain = [{name: cell_text(value) for name, value in row.items()} for row in faithful]
            assert unquoted(tmp_path / f"{table.name}.csv") == plain


def cell_text(value: str | float | None) -> str:
    """A value as a reader of CSV sees it."""
    if value is None or not isinstance(value, str):
        return "" if value is None else str(value)
    return "'" + value if value == LABEL else value


def test_rows_hold_no_bytes_and_stand_in_order_of_their_key(ledger: Ledger, tmp_path: Path) -> None:
    ledger.export("jsonl", tmp_path)
    assert "vector" not in json_lines(tmp_path / "sentence.jsonl")[0]
    assert "content" not in json_lines(tmp_path / "capture.jsonl")[0]
    for table in (*ledger.tables(), *(view.table for view in VIEWS)):
        if table.name not in NOT_EXPORTED:
            keys = [
                tuple(row[name] for name in table.key) for row in json_lines(tmp_path / f"{table.name}.jsonl")
            ]
            assert keys == sorted(keys)


def test_views_tell_speaker_stance_and_the_cue_that_turns_words_round(tmp_path: Path) -> None:
    wick = made.item(
        "wick",
        [(Voice.BODY, "Odile Marsh would not confirm that the oil was spent.")],
        [made.Said("Odile Marsh", "confirm", "that the oil was spent", made.INDIRECT)],
        outlet="Wick",
    )
    oil = Statement("c4", "0de11e", (made.wording(wick, "that the oil was spent"),))
    with Ledger.open(made.ledger_at(tmp_path / "made.db", (wick, (oil,)))) as ledger:
        ledger.export("csv", tmp_path)
    for view, words in (("who_said_what", "content"), ("who_carries_what", "text")):
        told = {row[words]: row for row in unquoted(tmp_path / f"{view}.csv")}
        row = told["that the oil was spent"]
        assert (row["speaker"], row["source"], row["cue"], row["stance"], row["outlet"]) == (
            "Odile Marsh",
            "Odile Marsh",
            "would not confirm",
            "not said",
            "Wick",
        )
        assert told["the fog horn had failed"]["stance"] == "said"


def test_not_known_and_empty_are_told_apart(ledger: Ledger, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    ledger.export("csv", tmp_path)
    content = (tmp_path / "report.csv").read_bytes()
    assert b',"",,"metadata",' in content  # outlet, published, published_from
    (row,) = duckdb.sql(
        f"SELECT outlet, published FROM read_csv('{tmp_path / 'report.csv'}', header=true, all_varchar=true,"
        " allow_quoted_nulls=false) WHERE title LIKE '%HYPERLINK%'"
    ).fetchall()
    assert row == ("", None)


@given(texts | st.from_regex(r"\A'*[=+@\t\r\n＝＋－＠-].{0,5}\Z"))
def test_no_cell_is_a_formula_and_all_can_be_taken_back(text: str) -> None:
    (read,) = (
        next(csv.reader([cell(text) + "\r\n"]))
        if "\n" not in text and "\r" not in text
        else [unquote(cell(text))]
    )
    assert not read.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert (read[1:] if re.match("'+[=+@\t\r\n＝＋－＠-]", read) else read) == text


def unquote(quoted: str) -> str:
    return quoted[1:-1].replace('""', '"')


def test_an_export_replaces_an_earlier_one_and_leaves_no_parts(ledger: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    before = {path: path.read_bytes() for path in ledger.export("csv", folder)}
    assert {path: path.read_bytes() for path in ledger.export("csv", folder)} == before
    assert set(folder.iterdir()) == set(before)


def test_what_stands_in_the_way_is_told_in_words(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(LedgerError, match="csv, jsonl, parquet"):
        ledger.export("xlsx", tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match="cannot be written here"):
        ledger.export("csv", tmp_path / "file")
    (tmp_path / "out" / "capture.csv").mkdir(parents=True)
    with pytest.raises(LedgerError, match="cannot be written here"):
        ledger.export("csv", tmp_path / "out")
    assert not list((tmp_path / "out").glob("*.part"))
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(LedgerError, match=r"rashomon\[parquet\]"):
        ledger.export("parquet", tmp_path / "parquet")
    assert not (tmp_path / "parquet").exists()
