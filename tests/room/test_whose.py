"""Whose words a page lists under a name, and with what: never another's, never what somebody denies as what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from rashomon.collation.wordings.variation import varied
from rashomon.ledger import Ledger
from rashomon.records import (
    Entity,
    EntityEvidence,
    MentionKind,
    Statement,
    Story,
    Voice,
)
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.dossier.made import INDIRECT, Item, Said, item, span_of, wording
from tests.room.conftest import HERE, TOKEN

KEEPER = "Odile Marsh"
HERON = item(
    "heron",
    [
        (Voice.BODY, "Odile Marsh denied that the lamp had been out."),
        (Voice.BODY, "“The oil,” Marsh said, “was burnt long before midnight.”"),
        (Voice.BODY, "Odile Marsh said the harbour stays closed."),
    ],
    [
        Said("Odile Marsh", "denied", "that the lamp had been out", INDIRECT, KEEPER),
        Said("Marsh", "said", "“The oil,”", name=KEEPER),
        Said("Odile Marsh", "said", "the harbour stays closed", INDIRECT, KEEPER),
    ],
    outlet="The Heron",
    published="2031-05-02",
)
EGRET = item(
    "egret",
    [(Voice.BODY, "A pilot said the harbour stays closed to all.")],
    [Said("A pilot", "said", "the harbour stays closed to all", INDIRECT, None, "“A pilot” names nobody")],
    published="2031-05-01",
)


def divided(made: Item) -> Item:
    """The second content of the keeper's, on the other side of its cue."""
    capture, report, reading = made
    attributions = list(reading.attributions)
    (rest,) = span_of(report.text, "“was burnt long before midnight.”")
    attributions[1] = replace(attributions[1], content=(*attributions[1].content, rest))
    return capture, report, replace(reading, attributions=tuple(attributions))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whose") / "made.db"
    heron = divided(HERON)
    place = span_of(heron[1].text, KEEPER)[0]
    keeper = Entity(
        "0de11e",
        KEEPER,
        MentionKind.PERSON,
        (KEEPER,),
        (EntityEvidence(heron[1].id, KEEPER, place.start, place.end, "named"),),
    )
    said = [
        Statement("d1", keeper.id, (wording(heron, "that the lamp had been out"),)),
        Statement("e1", keeper.id, (wording(heron, "The oil"),)),
        Statement("e2", keeper.id, (wording(heron, "was burnt long before midnight."),)),
        Statement(
            "f1",
            keeper.id,
            (wording(EGRET, "the harbour stays closed to all"), wording(heron, "the harbour stays closed")),
        ),
    ]
    with Ledger.open(path) as made:
        for capture, report, reading in (EGRET, heron):
            made.add(capture, report, reading)
        reports = [EGRET[1], heron[1]]
        story = Story(
            "570a7e", "The lamp and the harbour", tuple(r.id for r in reports), "2031-05-01", "2031-05-02"
        )
        made.replace_collation([keeper], varied(said, reports), [story], "made")
    return path


@pytest.fixture(scope="module")
def room(ledger: Path) -> Iterator[TestClient]:
    with TestClient(application(ledger, Door(token=TOKEN)), base_url=HERE) as client:
        yield client


def words(page: str, path: str) -> list[str]:
    found = html.fromstring(page).xpath(path)
    assert isinstance(found, list)
    return [" ".join(e.text_content().split()) for e in found if isinstance(e, html.HtmlElement)]


def test_the_table_has_only_a_speakers_own_words_with_what_denies_them(room: TestClient) -> None:
    page = room.get("/story/570a7e").text
    (keeper,) = words(page, "//table[.//th='Speaker']/tbody/tr")
    assert "denied: that the lamp had been out" in keeper
    assert "The oil … was burnt long before midnight." in keeper
    assert "closed to all" not in keeper
    (pilot,) = words(page, "//section[.//h2[@id='unnamed']]//dl/div")
    assert "A pilot" in pilot
    assert "closed to all" in pilot


def test_a_person_is_listed_with_their_own_words(room: TestClient) -> None:
    listed = words(room.get("/person/0de11e").text, "//li[@class='statement']")
    assert any("denied: that the lamp had been out" in entry for entry in listed)
    (harbour,) = (entry for entry in listed if "harbour" in entry)
    assert "closed to all" not in harbour
    assert "2 wordings, 1 of which names nobody" in harbour
    data = room.get("/person/0de11e.json").json()
    (said,) = (s for s in data["said"] if s["statement"] == "f1")
    assert (said["text"], said["others"], said["told"]["named"]) == ("the harbour stays closed", 1, True)


def test_lists_of_statements_leave_out_what_says_nothing_alone_and_say_so(room: TestClient) -> None:
    data = room.get("/story/570a7e.json").json()
    assert [s["id"] for s in data["statements"]] == ["f1", "d1", "e2"]
    assert data["pointing"] == 1
    assert "1 content that says nothing alone" in room.get("/story/570a7e").text


def test_a_statement_is_headed_by_its_speakers_own_wording(room: TestClient) -> None:
    assert words(room.get("/statement/f1").text, "//h1") == ["the harbour stays closed"]
    assert words(room.get("/statement/d1").text, "//h1") == ["denied: that the lamp had been out"]


def test_a_wording_that_names_nobody_says_so_among_the_others(room: TestClient) -> None:
    entries = words(room.get("/statement/f1").text, "//ol[@class='wordings']/li")
    assert ["does not name the speaker" in entry for entry in entries] == ["egret" in e for e in entries]
    rows = [json.loads(row) for row in room.get("/statement/f1/wordings.jsonl").text.splitlines()]
    assert [(row["text"], row["named"]) for row in rows] == [
        ("the harbour stays closed to all", 0),
        ("the harbour stays closed", 1),
    ]


def test_a_name_s_evidence_says_in_which_report_it_stands(room: TestClient) -> None:
    (evidence,) = words(room.get("/person/0de11e").text, "//section[@aria-labelledby='names']//li")
    assert evidence == "Odile Marsh The Heron: named"


def test_what_is_found_names_nobody_where_its_report_does_not(room: TestClient) -> None:
    found = room.get("/search.json?words=closed+to+all&kind=statement").json()["found"]
    assert [(f["speaker"], f["described"]) for f in found] == [(None, "A pilot")]
    listed = words(room.get("/search?words=closed+to+all&kind=statement").text, "//li[@class='statement']")
    assert "egret (outlet not known)" in listed[0]
    denied = words(room.get("/search?words=lamp+out&kind=statement").text, "//p[@class='said']")
    assert denied == ["denied: that the lamp had been out"]


def test_a_note_names_nobody_where_its_report_does_not(room: TestClient) -> None:
    (note,) = room.get(f"/report/{EGRET[1].id}.json").json()["notes"]
    assert note["speaker"] is None


def test_who_cites_whom_goes_by_names(room: TestClient) -> None:
    graph = room.get("/story/570a7e/citing.gexf").text
    assert "The Heron" in graph
    assert "egret" not in graph


def test_the_dossier_lists_the_same(room: TestClient) -> None:
    page = room.get("/story/570a7e/dossier.html").text
    (keeper,) = words(page, "//section[@aria-labelledby='who']//tbody/tr")
    assert "denied: that the lamp had been out" in keeper
    assert "The oil … was burnt long before midnight." in keeper
    assert "closed to all" not in keeper
    assert "in one sentence with “was burnt long before midnight.”" in page
