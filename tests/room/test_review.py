"""The review page and the API of decisions, as a program uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from rashomon.records import CorrectionKind
from rashomon.room.addresses.review import from_form
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.corrections.made import INNER, LAST, made
from tests.room.conftest import HERE, TOKEN

CAPTURE, REPORT, READING = made()
BEARER = {"authorization": f"Bearer {TOKEN}"}
THREE = f"{REPORT.id}:3"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.db"
    with Ledger.open(path) as ledger:
        ledger.add(CAPTURE, REPORT, READING)
        ledger.add_run(code="test", reader="reader-1")
        recollate(ledger)
    return path


@pytest.fixture
def room(ferry: Path) -> Iterator[TestClient]:
    with TestClient(application(ferry, Door(token=TOKEN)), base_url=HERE, follow_redirects=False) as client:
        yield client


def decision(action: str, which: str = THREE, **fields: object) -> dict[str, object]:
    return {"action": action, "which": which, "who": "Mira", "why": "heard it", **fields}


def entered(room: TestClient) -> str:
    """What forms carry, once the token was given."""
    room.get("/token", params={"key": TOKEN})
    found = re.search(r'name="form" value="(\w+)"', room.get("/review").text)
    assert found
    return found[1]


def test_every_decision_is_made_and_taken_back_by_the_api(room: TestClient, ferry: Path) -> None:
    sent = [
        decision("accept"),
        decision("mend", content=["the ferry would sail"], source=["none"]),
        decision("speaker", f"{REPORT.id}:2", name="Tor Brandt"),
        decision("unknown", f"{REPORT.id}:1"),
        decision("reject"),
    ]
    for one in sent:
        answer = room.post("/corrections", json=one, headers=BEARER)
        assert answer.status_code == 201, answer.text
        assert answer.json()["applied"] is True
    made_by = answer.json()["corrections"][0]
    assert made_by["target"].startswith(f"attribution:{REPORT.id}:")
    with Ledger.open(ferry, read_only=True) as ledger:
        assert [a.speaker.name for a in ledger.reading(REPORT.id).attributions] == [None, "Tor Brandt", None]
        assert ledger.machine_reading(REPORT.id) == READING
        texts = [REPORT.text[w.start : w.end] for s in ledger.statements() for w in s.wordings]
        assert LAST not in texts
    assert room.post("/corrections", json=decision("undo", made_by["id"]), headers=BEARER).status_code == 201
    states = {d["id"]: d["state"] for d in room.get("/review.json").json()["decisions"]}
    assert (states[made_by["id"]], list(states.values()).count("holds")) == ("undone", 5)


@pytest.mark.parametrize(
    ("sent", "status", "fault"),
    [
        (decision("accept", f"{REPORT.id}:9"), 422, "no such attribution"),
        (decision("accept", "ffff:1"), 404, "no report"),
        (decision("accept", "9"), 422, "names no attribution"),
        (decision("mend", content=["not there"]), 422, "does not have"),
        (decision("mend", cue=["0-99999"]), 422, "not in its text"),
        (decision("mend", cue=["gull9"]), 422, "reader's comment"),
        (decision("speaker", name=""), 422, "no name"),
        (decision("unknown", f"{REPORT.id}:2"), 422, "not known already"),
        (decision("undo", "ffff"), 422, "no correction"),
        (decision("merge", "Nobody", other="Tor Brandt"), 422, "nobody"),
        (decision("reject") | {"who": " "}, 422, "who is empty"),
        (decision("reject") | {"why": "x" * 2001}, 422, "why"),
        (decision("erase"), 422, "action"),
        (decision("reject", secret="x"), 422, "secret"),
        ({}, 422, "what was sent is not understood: action"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_kept(
    room: TestClient, ferry: Path, sent: dict[str, object], status: int, fault: str
) -> None:
    answer = room.post("/corrections", json=sent, headers=BEARER)
    assert answer.status_code == status
    assert fault in answer.text
    assert answer.headers["content-type"] == "application/json"
    with Ledger.open(ferry, read_only=True) as ledger:
        assert ledger.corrections() == ()


def test_a_decision_needs_the_token_our_page_and_our_form(room: TestClient, ferry: Path) -> None:
    one = decision("reject")
    assert room.post("/corrections", json=one).status_code == 401
    assert room.post("/review", data=one, headers={"origin": HERE}).status_code == 401
    form = entered(room)
    for headers in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {},
    ):
        assert room.post("/review", data=one | {"form": form}, headers=headers).status_code == 403
        assert room.post("/corrections", json=one, headers=headers).status_code == 403
    same = {"origin": HERE}
    assert room.post("/review", data=one, headers=same).status_code == 403, "no form of ours"
    assert room.post("/review", data=one | {"form": "0" * 64}, headers=same).status_code == 403
    assert room.post("/corrections", json=one, headers=same).status_code == 403
    # A form cannot be made to send JSON past the preflight: as plain text it is not understood.
    plain = same | {"content-type": "text/plain", "x-rashomon-form": form}
    assert room.post("/corrections", content=b'{"action": "reject"}', headers=plain).status_code == 422
    evil = {"host": "evil.example", "origin": "http://evil.example"}
    assert room.post("/review", data=one | {"form": form}, headers=evil).status_code == 421
    with Ledger.open(ferry, read_only=True) as ledger:
        assert ledger.corrections() == ()
    assert room.post("/corrections", json=one, headers=same | {"x-rashomon-form": form}).status_code == 201
    assert room.get("/review", params={"action": "reject", "which": THREE}).status_code == 200
    with Ledger.open(ferry, read_only=True) as ledger:
        assert len(ledger.corrections()) == 1


def test_a_form_decides_remembers_who_and_offers_the_undo(room: TestClient) -> None:
    form = entered(room)
    sent = decision("speaker", f"{REPORT.id}:2", name="Tor Brandt", form=form) | {"who": "Mira Ødegård; x=1"}
    answer = room.post("/review", data=sent, headers={"origin": HERE})
    assert answer.status_code == 303
    page = room.get(answer.headers["location"]).text
    assert "Mira Ødegård; x=1" in page
    assert "speaker Tor Brandt, was not known" in page
    shown = room.get(f"/report/{REPORT.id}").text
    assert "corrected by a person" in shown
    assert "it was not known" in shown
    assert room.get("/review", params={"attribution": f"{REPORT.id}:2"}).text.count("Decided:") == 1
    assert room.get("/review", params={"attribution": f"{REPORT.id}:99"}).status_code in (404, 503)


def test_what_was_not_touched_in_a_form_is_not_mended(room: TestClient, ferry: Path) -> None:
    form = entered(room)
    (look,) = room.get("/review.json", params={"attribution": THREE}).json()["looks"]
    sent = decision("mend", form=form) | {
        part: look[part] for part in ("source", "cue", "content")
    } | {f"was-{part}": look[part] for part in ("source", "cue", "content")}  # fmt: skip
    answer = room.post("/review", data=sent, headers={"origin": HERE})
    assert answer.status_code == 422, "nothing would change"
    answer = room.post("/review", data=sent | {"content": "the ferry would sail"}, headers={"origin": HERE})
    assert answer.status_code == 303
    with Ledger.open(ferry, read_only=True) as ledger:
        a = ledger.reading(REPORT.id).attributions[2]
        assert [REPORT.text[s.start : s.end] for s in a.content] == ["the ferry would sail"]
        assert (a.source, a.cue) == (READING.attributions[2].source, READING.attributions[2].cue)


def test_pieces_on_the_page_are_the_report_s_characters(room: TestClient) -> None:
    for look in room.get("/review.json").json()["looks"]:
        for piece in look["pieces"]:
            assert REPORT.text[piece["start"] : piece["end"]] == piece["text"]
        said = [p["text"] for p in look["pieces"] if p["part"] == "content"]
        assert said, look
    (inner,) = room.get("/review.json", params={"attribution": f"{REPORT.id}:2"}).json()["looks"]
    assert [p["text"] for p in inner["pieces"] if p["part"] == "content"] == [INNER]


def test_a_decision_whose_report_is_gone_is_shown_as_stranded(room: TestClient, ferry: Path) -> None:
    with Ledger.open(ferry) as ledger:
        lost = ledger.correct("Mira", "not there", CorrectionKind.REJECT, "attribution:ffff:1-2")
    (look,) = room.get("/review.json", params={"kind": "stranded"}).json()["looks"]
    assert (look["report"], look["correction"]) == (None, lost.id)
    entered(room)
    page = room.get("/review", params={"kind": "stranded"}).text
    assert "A report that is no longer in the ledger" in page
    assert "Take it back" in page


def test_a_form_names_what_belongs_to_its_button_and_takes_a_page_s_address() -> None:
    sent = {
        "action": ["apart"],
        "which": ["ffff"],
        "same.which": ["wording:ab:1-2"],
        "apart.reports": ["ab", "cd"],
        "other": ["http://localhost:8417/statement/77be?x=1#w2"],
        "who": [" Mira "],
    }
    assert from_form(sent) == {
        "action": "apart", "which": "ffff", "who": "Mira", "other": "77be", "reports": ["ab", "cd"],
    }  # fmt: skip
    assert from_form(sent | {"action": ["same"]})["which"] == "wording:ab:1-2"
    assert from_form({"other": ["Ana Rusk / Varesh"]})["other"] == "Ana Rusk / Varesh"
