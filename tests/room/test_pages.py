"""What each page shows, at its address and as JSON."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rashomon.ledger import Ledger
from rashomon.records import NOTED, Capture, Problem, Voice
from rashomon.reports.extract import extract
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.dossier import made
from tests.room.conftest import HERE, TOKEN

GULL = made.GULL[1].id
HOSTILE = made.hostile()[0][1]
PAGES = [
    "/",
    "/stories",
    "/stories?words=lamp&outlet=Tide&first=2031&last=2031-04&order=latest",
    f"/story/{made.STORY}",
    f"/report/{GULL}",
    f"/report/{GULL}?at=0-8",
    f"/report/{HOSTILE.id}",
    "/statement/1a3b",
    "/statement/bad",
    "/people",
    "/people?name=marsh",
    "/person/0de11e",
    "/person/0de11e?by=story",
    "/person/0de11e?by=carried",
    "/person/0de11e?by=topic",
    "/search",
    "/search?words=lamp",
    "/search?words=alert",
    f"/capture/{made.GULL[0].sha256}",
    "/problems",
    "/token",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_that_a_browser_saved_is_not_read_as_a_report(room: TestClient, path: str) -> None:
    read = extract(Capture("0" * 64, room.get(path).content, "text/html", "saved.html"))
    assert isinstance(read, Problem)
    assert "Rashomon made" in read.fault


def found(page: str, path: str) -> list[str]:
    """What an XPath finds in a page, as strings."""
    nodes = html.fromstring(page).xpath(path)
    assert isinstance(nodes, list)
    return [str(node) for node in nodes]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_a_page_that_may_load_nothing_from_elsewhere(room: TestClient, address: str) -> None:
    answer = room.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert found(answer.text, "//@style | //@*[starts-with(name(), 'on')]") == []
    loaded = found(answer.text, "//script/@src | //link/@href | //img/@src | //iframe/@src")
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


@pytest.mark.parametrize("address", [a for a in PAGES if a not in ("/", "/token")])
def test_every_page_is_json_too(room: TestClient, address: str) -> None:
    path, _, query = address.partition("?")
    by_name = room.get(f"{path}.json?{query}")
    by_header = room.get(address, headers={"accept": "application/json"})
    assert by_name.status_code == 200, by_name.text
    assert by_name.headers["content-type"] == by_header.headers["content-type"] == "application/json"
    assert by_name.json() == by_header.json()


@pytest.mark.parametrize("address", PAGES)
def test_what_was_captured_never_becomes_markup(room: TestClient, address: str) -> None:
    text = room.get(address).text
    assert found(text, "//img | //script[text()] | //style | //object | //embed | //iframe") == []
    for target in found(text, "//@href | //@src | //@action"):
        assert target.startswith(("/", "#", "https://gull.example/")), target
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b\u200b]", text)


def test_a_hostile_report_shows_what_would_act_as_code_points(room: TestClient) -> None:
    page = room.get(f"/report/{HOSTILE.id}").text
    assert "‹U+202E›gnp.exe" in re.sub("<[^>]*>", "", page)
    assert "&lt;script&gt;alert(1)" in page


def test_the_front_page_lists_the_story_with_its_sizes(room: TestClient) -> None:
    page = room.get("/").text
    assert f'href="/story/{made.STORY}"' in page
    assert "5 reports: 4 in 4 outlets, 1 of unknown outlet" in page
    assert "2031-04-05 to 2031-04-07" in page
    assert "1 item</a>" not in page
    assert "1 item could not be read" in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("words=horn", 1),
        ("words=walrus", 0),
        ("words=---", 0),
        ("outlet=Tide", 1),
        ("outlet=Ebb", 0),
        ("first=2031-04-08", 0),
        ("first=2031-04-07", 1),
        ("last=2031-04", 1),
        ("last=2030", 0),
        ("person=0de11e", 1),
        ("named=marsh", 1),
        ("named=walrus", 0),
        ("conflict=any", 0),
        ("conflict=denial", 0),
        ("order=conflicts", 1),
    ],
)
def test_stories_are_narrowed(room: TestClient, query: str, found: int) -> None:
    answer = room.get(f"/stories.json?{query}").json()
    assert len(answer["stories"]) == answer["stretch"]["total"] == found


def test_a_story_tells_who_said_what_in_which_outlet(room: TestClient) -> None:
    story = room.get(f"/story/{made.STORY}.json").json()
    (keeper,) = [row for row in story["speakers"] if row["person"]["name"] == made.KEEPER]
    said = {
        outlet: [w["text"] for w in cell]
        for outlet, cell in zip(story["columns"], keeper["cells"], strict=True)
    }
    assert said["The Gull"] == ["The lamp will stay lit until we are heard"]
    assert said["Tide"] == ["The lamp will stay out until we are heard."]
    assert story["statements"][0]["id"] == "1a3b", "quotations that differ come first"
    assert {row["described"] for row in story["unnamed"]} >= {"A sailor"}


def test_a_report_marks_and_explains_its_attributions(room: TestClient) -> None:
    view = room.get(f"/report/{GULL}.json").json()
    text = made.GULL[1].text
    pieces = [p for passage in view["passages"] for par in passage["paragraphs"] for p in par["pieces"]]
    assert [text[p["start"] : p["end"]] for p in pieces if p["cue"]] == ["said", "claimed"]
    note = view["notes"][0]
    assert (note["speaker"]["name"], note["channel"]) == (made.KEEPER, "letter")
    assert note["statements"][0]["others"] == ["Pier & Sons <News>", "Tide"]
    page = room.get(f"/report/{GULL}").text
    assert made.GULL[1].capture in page
    assert 'href="https://gull.example/light"' in page
    assert page.index("barnacle9") > page.index("Kept apart: 1 reader’s comment")


def test_a_content_in_two_parts_is_led_to_by_one_id(tmp_path: Path) -> None:
    item = made.item(
        "fen",
        [(Voice.BODY, "“Stay,” said Odile Marsh, “and wait.”")],
        [made.Said("Odile Marsh", "said", "“Stay,”")],
    )
    capture, report, reading = item
    (whole,) = reading.attributions
    content = (*whole.content, *made.span_of(report.text, "“and wait.”"))
    parted = replace(reading, attributions=(replace(whole, content=content),))
    path = made.ledger_at(tmp_path / "made.db", ((capture, report, parted), []))
    with TestClient(application(path, Door(token=TOKEN)), base_url=HERE) as client:
        shown = client.get(f"/report/{report.id}").text
    assert shown.count('id="a0"') == 1
    assert shown.index('id="a0"') < shown.index("Stay,")


def test_a_report_points_at_the_characters_that_are_asked_for(room: TestClient) -> None:
    text = made.GULL[1].text
    start = text.index("fog horn")
    page = room.get(f"/report/{GULL}?at={start}-{start + 8}").text
    assert re.findall(r'class="[^"]*asked[^"]*"[^>]*>([^<]*)<', page) == ["fog horn"]
    assert page.count('id="at"') == 1
    assert room.get(f"/report/{GULL}?at=999999-1000000").status_code == 200
    assert room.get(f"/report/{GULL}?at=8").status_code == 422


def test_a_statement_shows_the_altered_quotation_first(room: TestClient) -> None:
    view = room.get("/statement/1a3b.json").json()
    assert [w["report"]["outlet"] for w in view["wordings"]] == ["The Gull", "Tide", "Pier & Sons <News>"]
    gull = view["wordings"][0]
    assert gull["altered"]
    assert [p["text"] for p in gull["pieces"] if p["differs"]] == ["lit"]
    page = room.get("/statement/1a3b").text
    assert "<mark>lit</mark>" in page
    assert f"/report/{GULL}?at={gull['start']}-{gull['end']}#at" in page


def test_a_person_has_names_with_evidence_and_what_they_said(room: TestClient) -> None:
    view = room.get("/person/0de11e.json").json()
    assert view["names"] == [made.KEEPER, "Marsh"]
    assert view["evidence"][0]["why"] == "named in full"
    assert [s["statement"] for s in view["said"]] == ["1a3b"]
    assert view["said"][0]["story_title"] == "Keepers leave the light burning"


def test_search_narrows_by_facets_and_counts_them(room: TestClient) -> None:
    def hits(query: str) -> dict[str, Any]:
        found: dict[str, Any] = room.get(f"/search.json?{query}").json()
        return found

    every = hits("words=lamp")
    assert {v["value"]: v["count"] for v in every["facets"]["kinds"]} == {
        "statement": 1,
        "report": 3,
        "title": 1,
    }
    assert {v["label"] for v in every["facets"]["speakers"]} == {made.KEEPER}
    only = hits("words=lamp&kind=statement")
    assert [f["id"] for f in only["found"]] == ["1a3b"]
    assert only["facets"]["kinds"] == every["facets"]["kinds"], "a facet does not narrow itself"
    assert hits("words=lamp&outlet=Tide")["stretch"]["total"] == 3
    assert hits("words=lamp&first=2031-04-07")["stretch"]["total"] == 2
    assert hits("words=marsh")["people"][0]["name"] == made.KEEPER
    assert hits("words=barnacle9")["found"] == [], "readers’ comments are not searched"


def test_what_is_not_there_is_said_with_what_mends_it(room: TestClient) -> None:
    for address, status in (
        ("/story/ffff", 404),
        ("/nowhere", 404),
        ("/story/%2e%2e", 422),
        ("/report/zz", 422),
    ):
        answer = room.get(address)
        assert answer.status_code == status, address
        assert "To mend it:" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    answer = room.get("/story/ffff.json")
    assert (answer.status_code, set(answer.json())) == (404, {"detail", "mend"})


def test_a_capture_is_text_or_a_file_and_never_a_page_of_ours(room: TestClient) -> None:
    sha256 = made.GULL[0].sha256
    kept = room.get(f"/capture/{sha256}/bytes")
    assert kept.content == made.GULL[0].content
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["content-disposition"].startswith("attachment")
    assert room.get(f"/capture/{sha256}/framed").status_code == 404, "it is no page"
    assert "the bytes still have this SHA-256" in room.get(f"/capture/{sha256}").text


def test_the_dossier_can_be_taken_away(room: TestClient) -> None:
    answer = room.get(f"/story/{made.STORY}/dossier.html")
    assert answer.headers["content-disposition"] == f'attachment; filename="story-{made.STORY}.html"'
    assert "Who said what" in answer.text


def test_openapi_documents_every_json_address(room: TestClient) -> None:
    described = room.get("/openapi.json").json()
    paths = {path for path in described["paths"] if path.endswith(".json")}
    assert {"/stories.json", "/story/{story}.json", "/search.json", "/report/{report}.json"} <= paths
    for path in paths:
        schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert schema["$ref"].startswith("#/components/schemas/"), path


def test_notes_stand_apart_from_what_could_not_be_read(tmp_path: Path) -> None:
    ledger = made.ledger_at(tmp_path / "made.db")
    with Ledger.open(ledger) as kept:
        kept.add_problem(Problem("de.txt", NOTED, "the text looks German", "give a translation"))
    with TestClient(application(ledger, Door(token=TOKEN)), base_url=HERE) as client:
        front, page = client.get("/").text, client.get("/problems").text
        assert "1 item could not be read" in front
        assert "1 note on what was given" in front
        assert "1 item could not be read; 1 note on what could be, or was passed over" in page
        assert page.index("torn.html") < page.index("de.txt") < page.index(">note</span>")
