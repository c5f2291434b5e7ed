"""Who may come in, and what is turned away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rashomon.ledger import LedgerError
from rashomon.room.addresses.token import local
from rashomon.room.app import application
from rashomon.room.door import COOKIE, MOST_ADDRESS, MOST_BODY, Door
from rashomon.room.serve import serve
from tests.room.conftest import HERE, TOKEN


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8417",
        "localhost.evil.example",
        "127.0.0.1@evil.example",
        "[::1",
        "",
        "2130706433",
    ],
)
def test_a_name_that_is_not_ours_is_refused(room: TestClient, host: str) -> None:
    assert room.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:99", "127.0.0.1:8417", "[::1]:8417", "127.8.8.8"])
def test_this_machines_own_names_are_answered(room: TestClient, host: str) -> None:
    assert room.get("/", headers={"host": host}).status_code == 200


def test_another_site_cannot_read_here(room: TestClient) -> None:
    crossing = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    assert room.get("/search?words=lamp", headers=crossing).status_code == 403
    followed = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert room.get("/", headers=followed).status_code == 200
    assert room.get("/").headers["cross-origin-resource-policy"] == "same-origin"


def test_writing_needs_the_token_and_a_page_of_ours(room: TestClient) -> None:
    assert room.post("/token/leave").status_code == 403, "no browser says where this comes from"
    for origin in ("https://evil.example", "http://localhost:1", "null"):
        assert room.post("/token", data={"key": TOKEN}, headers={"origin": origin}).status_code == 403
    assert room.post("/story/57031e", headers={"origin": HERE}).status_code == 401
    assert room.post("/story/57031e", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 405


def test_the_token_opens_and_the_cookie_is_not_the_token(room: TestClient) -> None:
    wrong = room.post("/token", data={"key": "x" * 40}, headers={"origin": HERE})
    assert wrong.status_code == 401
    assert "set-cookie" not in wrong.headers
    right = room.post("/token", data={"key": TOKEN, "then": "/people"}, headers={"origin": HERE})
    assert (right.status_code, right.headers["location"]) == (303, "/people")
    kept = right.headers["set-cookie"]
    assert TOKEN not in kept
    assert "HttpOnly" in kept
    assert "SameSite=strict" in kept
    assert "You may correct" in room.get("/").text


def test_where_the_token_leads_is_in_this_room() -> None:
    for elsewhere in (
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:x",
        "/\nx",
        "",
    ):
        assert local(elsewhere) == "/"


@pytest.fixture
def abroad(made_ledger: Path) -> Iterator[TestClient]:
    """A room that others can reach."""
    app = application(made_ledger, Door("0.0.0.0", ("desk.example",), TOKEN))
    with TestClient(app, base_url="http://desk.example:8417", follow_redirects=False) as client:
        yield client


def test_from_elsewhere_reading_needs_the_token_too(abroad: TestClient) -> None:
    page = abroad.get("/story/57031e", headers={"accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/token?then=/story/57031e")
    for address in ("/stories.json", "/openapi.json", "/report/1"):
        assert abroad.get(address, headers={"accept": "application/json"}).status_code == 401
    assert abroad.get("/token").status_code == 200
    assert abroad.get("/stories.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert abroad.get("/stories.json", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert abroad.get("/stories.json", headers={"cookie": f"{COOKIE}=wrong"}).status_code == 401
    assert abroad.get(f"/token?key={TOKEN}").status_code == 303
    assert abroad.get("/").status_code == 200


def test_a_room_that_others_reach_answers_to_its_names_and_numbers_alone(abroad: TestClient) -> None:
    held = {"authorization": f"Bearer {TOKEN}"}
    assert abroad.get("/", headers={**held, "host": "evil.example"}).status_code == 421
    assert abroad.get("/", headers={**held, "host": "192.168.0.7:8417"}).status_code == 200


def test_what_is_sent_is_bounded(room: TestClient) -> None:
    ours = {"origin": HERE}
    assert room.post("/token", content=b"x" * (MOST_BODY + 1), headers=ours).status_code == 413
    assert room.get("/search?words=" + "x" * MOST_ADDRESS).status_code == 414
    assert room.get("/search?words=" + "x" * 501).status_code == 422


def test_a_token_that_can_be_guessed_is_refused(made_ledger: Path) -> None:
    with pytest.raises(LedgerError, match="can be guessed"):
        serve(made_ledger, token="short")


def test_an_address_that_cannot_be_listened_on_is_said(made_ledger: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be listened on"):
        serve(made_ledger, host="203.0.113.9", port=0)
