"""Claims that only a model holds for opposed stand apart wherever conflicts are shown, and are counted nowhere among them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import rashomon
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.dossier import dossier
from rashomon.dossier.phrases import WHY_APART, WORTH_A_LOOK
from rashomon.ingest import News, Summary
from rashomon.ledger import Ledger
from rashomon.ledger.shown import listed
from rashomon.ledger.shown.listed.conflicts import ConflictFilter
from rashomon.ledger.shown.listed.stories import StoryFilter
from rashomon.ledger.shown.takeaway import partings
from rashomon.room.app import application
from rashomon.room.door import Door
from rashomon.terminal.shown import shown
from rashomon.terminal.summary import summary
from tests import partings as pages
from tests.room.conftest import HERE, TOKEN
from tests.terminal.test_views import printed


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    home = tmp_path_factory.mktemp("look")
    done = rashomon.read([pages.write(home / "inbox", "post", "herald")], ledger=home / "l.db")
    return home / "l.db", done


@pytest.fixture(scope="module")
def ledger(read: tuple[Path, Summary]) -> Iterator[Ledger]:
    with Ledger.open(read[0], read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(ledger: Ledger) -> tuple[Conflict, Conflict]:
    sure, unsure = ledger.conflicts()
    return sure, unsure


@pytest.fixture
def room(read: tuple[Path, Summary]) -> Iterator[TestClient]:
    with TestClient(application(read[0], Door(token=TOKEN)), base_url=HERE) as client:
        yield client


def test_it_is_kept_and_stands_last(ledger: Ledger, found: tuple[Conflict, Conflict]) -> None:
    assert [(c.kind, c.unsure) for c in found] == [
        (ConflictKind.FIGURES, False),
        (ConflictKind.OPPOSED, True),
    ]
    assert [p.unsure for p in ledger.conflict_places()] == [False, True]
    assert found[1].score > found[0].score


def test_a_run_tells_it_apart_as_news(
    read: tuple[Path, Summary], found: tuple[Conflict, Conflict], tmp_path: Path
) -> None:
    assert read[1].news == News((found[0].id,), (), (found[1].id,))
    inbox, kept = pages.write(tmp_path / "inbox", "post", "herald"), tmp_path / "l.db"
    rashomon.read([inbox], ledger=kept)
    assert rashomon.read([inbox], ledger=kept).news == News()
    again = rashomon.read([pages.write(inbox, "echo")], ledger=kept)
    assert (len(again.news.conflicts), again.news.worth_a_look) == (1, ())


def test_the_summary_counts_it_among_nothing(read: tuple[Path, Summary], ledger: Ledger) -> None:
    told = printed(summary(read[1], ledger))
    assert "Where the accounts part: 1 conflict\n" in told
    assert f"{WORTH_A_LOOK}: 1 (rashomon show conflicts)" in told
    assert "opposed claims" not in told


def test_the_terminal_shows_it_below_the_conflicts(ledger: Ledger) -> None:
    (story,) = ledger.stories()
    for what, which in (("conflicts", ""), ("story", story.id)):
        told = printed(shown(ledger, what, which))
        assert told.index("how many people killed") < told.index(WORTH_A_LOOK)
        assert told.index(WORTH_A_LOOK) < told.index("claims that may be opposed  the gates")
        assert "opposed claims" not in told
    assert "Where the accounts part: 1 conflict\n" in told


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_dossier_has_it_in_a_section_of_its_own(ledger: Ledger, form: str) -> None:
    (story,) = ledger.stories()
    told = dossier(ledger, story.id, form)
    apart = told.index(WORTH_A_LOOK)
    assert told.index("how many people killed") < apart < told.rindex("claims that may be opposed")
    assert "opposed claims" not in told
    assert WHY_APART in told[apart:]
    if form == "html":
        assert "Where the accounts part (1)" in told
        assert told.count('<h3><span class="tag">') == 2


def test_every_table_says_so(ledger: Ledger, tmp_path: Path) -> None:
    (story,) = ledger.stories()
    rows = [json.loads(row) for row in partings(ledger, "jsonl", story.id).decode().splitlines()]
    assert [(row["kind"], row["unsure"]) for row in rows] == [("figures", 0)] * 2 + [
        ("opposed claims", 1)
    ] * 2
    ledger.export("csv", tmp_path)
    for name in ("conflict", "where_accounts_part"):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8") as file:
            assert {(row["kind"], row["unsure"]) for row in csv.DictReader(file)} == {
                ("figures", "0"),
                ("opposed claims", "1"),
            }


def test_lists_count_it_apart(ledger: Ledger) -> None:
    (entry,) = listed.stories.entries(ledger, StoryFilter())
    assert (entry.conflicts, entry.worth_a_look) == (1, 1)
    assert listed.conflicts.kinds(ledger) == {"figures": 1}
    assert listed.conflicts.count(ledger, ConflictFilter(kind="opposed claims")) == 0
    assert listed.conflicts.count(ledger, ConflictFilter(unsure=True)) == 1
    for conflict, number in (("any", 1), ("opposed claims", 0), ("worth a look", 1)):
        assert listed.stories.count(ledger, StoryFilter(conflict=conflict)) == number


def test_the_pages_of_the_room_have_it_apart(
    room: TestClient, ledger: Ledger, found: tuple[Conflict, Conflict]
) -> None:
    (story,) = ledger.stories()
    data = room.get(f"/story/{story.id}.json").json()["accounts"]
    assert [c["id"] for c in data["conflicts"]] == [found[0].id]
    assert (data["conflicts_in_all"], data["worth_a_look_in_all"]) == (1, 1)
    assert [c["id"] for c in data["worth_a_look"]] == [found[1].id]
    page = room.get(f"/story/{story.id}").text
    assert (
        page.index(f"conflict-{found[0].id}") < page.index(WHY_APART) < page.index(f"conflict-{found[1].id}")
    )
    assert ">1 conflict<" in page
    assert "1 worth a look" in room.get("/").text

    data = room.get("/conflicts.json").json()
    assert (data["stretch"]["total"], data["elsewhere"]) == (1, 1)
    assert [c["id"] for s in data["stories"] for c in s["conflicts"]] == [found[0].id]
    page = room.get("/conflicts").text
    assert f"conflict-{found[1].id}" not in page
    assert "/conflicts?unsure=true" in page
    data = room.get("/conflicts.json?unsure=true").json()
    assert [c["id"] for s in data["stories"] for c in s["conflicts"]] == [found[1].id]
    page = room.get("/conflicts?unsure=true").text
    assert WHY_APART in page
    assert "#worth-a-look" in page

    statement = found[1].members[0].statement
    data = room.get(f"/statement/{statement}.json").json()
    assert (data["conflicts"], [c["id"] for c in data["worth_a_look"]]) == ([], [found[1].id])
    assert WORTH_A_LOOK in room.get(f"/statement/{statement}").text
