"""What several say together is on the page of each, with whom, and nobody is shown as its lone speaker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

import rashomon
from rashomon.dossier.gathered import Shelf, gather, tell
from rashomon.dossier.view import view
from rashomon.ingest import recollate
from rashomon.ledger import Ledger
from rashomon.ledger.shown.listed.stories import citing
from rashomon.room.app import application
from rashomon.room.door import Door
from rashomon.terminal.person import person_page
from rashomon.terminal.statement import statement_page
from tests.room.conftest import HERE, TOKEN
from tests.terminal.test_views import printed

BRIDGE = "We will not open the bridge before the engineers have finished their work"
REPORTS = {
    "lantern": """Torvena and Orsk agree

HARN, 4 April 2031 — President Anna Lindt and Prime Minister Karl Voss said in a joint statement that the old bridge at Harn \
would stay closed until the summer.

Torvena and Orsk said that they would share the cost of the repairs. Lindt said that she would visit the bridge on Sunday. “The \
road to Harn is safe,” Voss and his lawyer told reporters.
""",
    "mail": f"""Bridge

HARN, 5 April 2031 — “{BRIDGE},” Anna Lindt and Karl Voss wrote in a letter to the Harbour Mail.
""",
    "beacon": f"""Bridge at Harn to stay closed

HARN, 6 April 2031 — “{BRIDGE},” President Anna Lindt said on Friday. Karl Voss, the prime minister, said nothing of the cost.
""",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("together")
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    rashomon.read([folder], ledger=folder / "x.db")
    return folder / "x.db"


@pytest.fixture(scope="module")
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def room(path: Path) -> Iterator[TestClient]:
    with TestClient(application(path, Door(token=TOKEN)), base_url=HERE) as client:
        yield client


def ids(ledger: Ledger) -> dict[str, str]:
    return {entity.name: entity.id for entity in ledger.entities()}


def of_words(ledger: Ledger, words: str) -> str:
    (found,) = {hit.id for hit in ledger.search(words, kind="statement")}
    return found


def lines(page: str, path: str) -> list[str]:
    found = html.fromstring(page).xpath(path)
    assert isinstance(found, list)
    return [" ".join(e.text_content().split()) for e in found if isinstance(e, html.HtmlElement)]


def test_a_person_has_what_they_said_with_others_and_with_whom(ledger: Ledger, room: TestClient) -> None:
    who = ids(ledger)
    page = room.get(f"/person/{who['Karl Voss']}").text
    said = lines(page, "//li[@class='statement']")
    closed = next(s for s in said if "stay closed until the summer" in s)
    assert "together with Anna Lindt" in closed
    safe = next(s for s in said if "The road to Harn is safe" in s)
    assert "together with others" in safe
    assert f"{BRIDGE}" in " ".join(said)
    assert lines(page, "//p[@class='sizes']")[0].startswith(f"{len(said)} statements")
    assert (
        f"""<span class="flag">together with <a class="person" href="/person/{who["Anna Lindt"]}">""" in page
    )
    visit = next(
        s
        for s in lines(room.get(f"/person/{who['Anna Lindt']}").text, "//li[@class='statement']")
        if "visit" in s
    )
    assert "together" not in visit
    listed = {entry["name"]: entry["statements"] for entry in room.get("/people.json").json()["people"]}
    assert listed["Karl Voss"] == len(said)
    assert listed["Torvena"] == listed["Orsk"] > 0


def test_a_statement_names_all_of_them_and_a_wording_by_one_alone_stays_theirs(
    ledger: Ledger, room: TestClient
) -> None:
    who = ids(ledger)
    of_both = room.get(f"/statement/{of_words(ledger, 'stay closed until the summer')}").text
    (sizes,) = lines(of_both, "//p[@class='sizes']")
    assert sizes.startswith("Anna Lindt and Karl Voss, together")
    found = room.get(f"/statement/{of_words(ledger, BRIDGE)}.json").json()
    assert found["speaker"]["name"] == "Anna Lindt"  # the Beacon has her say it alone
    assert [one["id"] for one in found["joint"]] == [who["Anna Lindt"], who["Karl Voss"]]
    assert {w["report"]["name"]: (w["told"]["named"], w["told"]["joint"]) for w in found["wordings"]} == {
        "beacon": (True, ""),
        "mail": (False, "Anna Lindt and Karl Voss"),
    }
    (letter,) = (w["origin"] for w in found["wordings"] if w["report"]["name"] == "mail")
    assert (letter["kind"], letter["name"]) == ("own publication", "Anna Lindt and Karl Voss")
    linked = room.get(f"/statement/{of_words(ledger, 'stay closed until the summer')}.jsonld").json()
    assert [one["name"] for one in linked["creator"]] == ["Anna Lindt", "Karl Voss"]


def test_story_report_and_search_name_them(ledger: Ledger, room: TestClient) -> None:
    who = ids(ledger)
    (story,) = ledger.stories()
    rows = lines(room.get(f"/story/{story.id}").text, "//table[@class='matrix']/tbody/tr/th")
    assert any(row.startswith("Anna Lindt and Karl Voss, together") for row in rows)
    assert any(row.startswith("Torvena and Orsk, together") for row in rows)
    (lantern,) = (r.id for r in ledger.reports() if r.name == "lantern")
    notes = lines(room.get(f"/report/{lantern}").text, "//li[@data-note]")
    assert any("Karl Voss and others, together," in n for n in notes)
    assert any("speaker Anna Lindt and Karl Voss" in n for n in notes)  # the chain
    assert not any("speaker not known" in n for n in notes)
    found = room.get("/search", params={"words": "summer"}).text
    assert "Anna Lindt and Karl Voss" in " ".join(lines(found, "//main"))
    cited = {(c.outlet, c.name): c.times for c in citing(ledger, story.id)}
    assert cited["mail", "Anna Lindt"] == cited["mail", "Karl Voss"] == 1
    assert cited["lantern", "Orsk"] == cited["lantern", "Torvena"] > 0
    of_voss = room.get("/search.json", params={"words": "summer", "speaker": who["Karl Voss"]}).json()
    assert [hit["kind"] for hit in of_voss["found"]] == ["statement"]
    assert {v["value"] for v in of_voss["facets"]["speakers"]} == {who["Anna Lindt"], who["Karl Voss"]}
    (stories,) = room.get("/stories.json", params={"person": who["Orsk"]}).json()["stories"]
    assert stories["id"] == story.id


def test_dossier_terminal_and_tables_name_them(ledger: Ledger, room: TestClient) -> None:
    (story,) = ledger.stories()
    shown = view(gather(ledger, story.id), {})
    assert {"Anna Lindt and Karl Voss, together", "Torvena and Orsk, together"} <= {
        r.name for r in shown.speakers
    }
    assert not any("Lindt" in row.name for row in shown.not_known)
    text = printed(person_page("voss", ledger.person("voss"), Shelf(ledger)))
    assert "together with Anna Lindt" in " ".join(text.split())
    assert "together with others" in " ".join(text.split())
    bridge = ledger.statement(of_words(ledger, "stay closed until the summer"))
    assert printed(statement_page(tell(Shelf(ledger), bridge))).startswith(
        "Anna Lindt and Karl Voss, together"
    )
    who = ids(ledger)
    table = room.get(f"/person/{who['Karl Voss']}/wordings.jsonl").text.splitlines()
    rows = [json.loads(row) for row in table]
    assert {row["joint_speakers"] for row in rows if "summer" in row["text"]} == {"Anna Lindt; Karl Voss"}


def test_what_is_kept_comes_back_and_holds_and_a_person_may_say_who_it_was(
    tmp_path: Path, path: Path
) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(path.read_bytes())
    with Ledger.open(copy) as ledger:
        assert not ledger.verify()
        (lantern,) = (r.id for r in ledger.reports() if r.name == "lantern")
        reading = ledger.reading(lantern)
        number, safe = next(
            (n, a)
            for n, a in enumerate(reading.attributions)
            if len(a.joint_speakers) == 2 and a.joint_speakers[1].name is None
        )
        assert [one.name for one in safe.joint_speakers] == ["Karl Voss", None]
        before = len(ledger.person("voss")[0].statements)
        ledger.name_speaker(f"{lantern}:{number + 1}", "Pia Holm", who="Mira", why="she was there")
        a = ledger.reading(lantern).attributions[number]
        assert (a.speaker.name, a.joint_speakers, a.chain[0].name) == ("Pia Holm", (), "Pia Holm")
        recollate(ledger)
        assert len(ledger.person("voss")[0].statements) == before - 1
        assert not ledger.verify()
        ledger._connection.execute("UPDATE joint_speaker SET text = 'x' WHERE ordinal = 0")
        assert {f.table for f in ledger.verify()} == {"joint_speaker"}
