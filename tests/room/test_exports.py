"""What is taken away from a page: tables, a bibliography, a graph, linked data."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import duckdb
import pytest
from fastapi.testclient import TestClient

from rashomon.ledger import Ledger
from rashomon.ledger.shown.takeaway import figures
from rashomon.room.bibliography import bibtex
from rashomon.room.views.entries import ReportEntry
from tests.dossier import made


def rows(room: TestClient, address: str) -> list[dict[str, str]]:
    answer = room.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_csv_has_a_row_a_wording_with_its_characters_and_nothing_that_runs(room: TestClient) -> None:
    table = rows(room, f"/story/{made.STORY}/wordings.csv")
    lamp = [row for row in table if row["statement"] == "1a3b"]
    assert [row["outlet"] for row in lamp] == ["The Gull", "Tide", "Pier & Sons <News>"]
    assert lamp[0]["text"] == made.GULL[1].text[int(lamp[0]["start"]) : int(lamp[0]["stop"])]
    assert (lamp[0]["speaker"], lamp[0]["kind"], lamp[0]["channel"]) == (made.KEEPER, "direct", "letter")
    assert room.get(f"/story/{made.STORY}/wordings.csv").content.startswith(b"\xef\xbb\xbf")
    for row in table:
        assert not any(value.startswith(("=", "+", "-", "@", "\t")) for value in row.values())
    assert rows(room, "/person/0de11e/wordings.csv") == rows(room, "/statement/1a3b/wordings.csv") == lamp
    assert rows(room, f"/story/{made.STORY}/conflicts.csv") == []


def test_every_form_holds_the_same_rows(room: TestClient, tmp_path: Any) -> None:
    lines = room.get(f"/story/{made.STORY}/wordings.jsonl").text.splitlines()
    table = tmp_path / "wordings.parquet"
    table.write_bytes(room.get(f"/story/{made.STORY}/wordings.parquet").content)
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT statement, wording, text FROM '{table}' ORDER BY ALL").fetchall()
    assert found == sorted((r["statement"], r["wording"], r["text"]) for r in map(json.loads, lines))
    assert room.get(f"/story/{made.STORY}/wordings.xls").status_code == 422
    assert room.get("/story/ffff/wordings.csv").status_code == 404


def test_a_storys_figures_are_found_without_those_of_all_others(made_ledger: Path) -> None:
    with Ledger.open(made_ledger, read_only=True) as ledger, ledger.at_one_moment() as connection:
        asked = list[str]()
        connection.set_trace_callback(asked.append)
        figures(ledger, "jsonl", made.STORY)
        connection.set_trace_callback(None)
        (query,) = (sql for sql in asked if " figure AS f " in sql)
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert any("estimate_figure_figure" in step for step in plan)
    assert not [step for step in plan if step.startswith("SCAN") and "subquery" not in step]


def test_bibtex_cites_each_report_by_a_key_of_its_own(room: TestClient) -> None:
    text = room.get(f"/story/{made.STORY}/reports.bib").text
    assert f"@misc{{TheGull2031-{made.GULL[1].id[:6]}," in text
    assert "author = {{Ann Lee} and {Bo Reyes}}" in text
    assert "publisher = {{Pier \\& Sons <News>}}" in text
    assert "url = {https://gull.example/light}" in text
    assert "javascript:" not in "".join(line for line in text.splitlines() if "url =" in line)
    assert text.count("@misc{") == 5
    assert text.count("{") == text.count("}") + text.count("\\{") - text.count("\\}")


@pytest.mark.parametrize("title", ["50% & $3 #1_a {b} ~ ^ \\x", "}", "\\", "\x00\u202e{"])
def test_nothing_in_a_title_ends_its_entry(title: str) -> None:
    entry = ReportEntry("1f00ab", "n", title, None, (), None, None, None, None, None, "1f")
    line = next(line for line in bibtex([entry]).splitlines() if "title" in line)
    depth = 0
    for before, c in zip(" " + line, line, strict=False):
        if before != "\\":
            depth += {"{": 1, "}": -1}.get(c, 0)
    assert depth == 0 or "\\" in title
    assert line.endswith("}},")


def test_the_graph_has_who_cites_whom(room: TestClient) -> None:
    root = ET.fromstring(room.get(f"/story/{made.STORY}/citing.gexf").content)
    space = {"g": "http://gexf.net/1.3"}
    labels = {n.get("id"): n.get("label") for n in root.iterfind(".//g:node", space)}
    edges = {
        (labels[e.get("source")], labels[e.get("target")]): e.get("weight")
        for e in root.iterfind(".//g:edge", space)
    }
    assert edges == {(o, made.KEEPER): "1" for o in ("The Gull", "Tide", "Pier & Sons <News>")}


def test_linked_data_points_at_the_characters_by_place_and_by_words(room: TestClient) -> None:
    answer = room.get("/statement/1a3b.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    statement = answer.json()
    assert statement["@type"] == "Quotation"
    assert statement["creator"]["name"] == made.KEEPER
    assert isinstance(statement["@context"], dict), "nothing need be fetched to read it"
    first = statement["workExample"][0]
    place, words = first["oa:hasSelector"]
    text = made.GULL[1].text
    assert text[place["oa:start"] : place["oa:end"]] == words["oa:exact"] == first["text"]
    assert words["oa:prefix"] + words["oa:exact"] + words["oa:suffix"] in text
    assert "creator" not in room.get("/statement/f09.jsonld").json(), "not known is left out"
