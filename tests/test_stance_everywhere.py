"""Every surface of a ledger: none prints what somebody denied, would not confirm or took back without the cue that says so."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html
from rich.console import Console, RenderableType

from rashomon.accounts.records import (
    Accounts,
    Conflict,
    ConflictKind,
    ConflictMember,
    Omission,
    TimelineEntry,
)
from rashomon.collation.wordings.variation import varied
from rashomon.dossier.gathered import Shelf
from rashomon.ingest import Summary
from rashomon.ledger import Ledger
from rashomon.records import Entity, EntityEvidence, MentionKind, Statement, Story, Voice
from rashomon.room.app import application
from rashomon.room.door import Door
from rashomon.terminal.attributions import attributions_line, listing
from rashomon.terminal.found import found
from rashomon.terminal.shown import shown
from rashomon.terminal.stories import stories
from rashomon.terminal.summary import summary
from tests.dossier.made import DIRECT, INDIRECT, Item, Said, item, span_of, wording

TOLLAN = "Bram Tollan"
HERE, STORY, PERSON = "http://localhost:8417", "57a2ce", "b7a3"

#: What is not said, by statement: its words, the cue that has to stand before them, and the stance.
NOT_SAID = {
    "d1": ("opening the sluice by night", "denied", "denied"),
    "d2": ("that the wardens had been paid", "would not confirm", "not said"),
    "d3": ("that the ledgers were burnt", "retracted her claim", "taken back"),
    "d4": ("“a boat at the weir”", "never said there was", "not said"),
}
SAID = "that the weir stays shut"


def bodied(name: str, outlet: str, published: str) -> Item:
    """A report in which Tollan says one thing, and does not say four."""
    sentences = [
        "Bram Tollan denied opening the sluice by night.",
        "Bram Tollan would not confirm that the wardens had been paid.",
        "Bram Tollan retracted her claim that the ledgers were burnt.",
        "Bram Tollan never said there was “a boat at the weir”.",
        "Bram Tollan said that the weir stays shut.",
    ]
    said = [
        Said("Bram Tollan", "denied", NOT_SAID["d1"][0], INDIRECT, TOLLAN),
        # The tagger leaves out what turns the cue round.
        Said("Bram Tollan", "confirm", NOT_SAID["d2"][0], INDIRECT, TOLLAN),
        Said("Bram Tollan", "retracted her claim", NOT_SAID["d3"][0], INDIRECT, TOLLAN),
        Said("Bram Tollan", "said there was", NOT_SAID["d4"][0], DIRECT, TOLLAN),
        Said("Bram Tollan", "said that", SAID, INDIRECT, TOLLAN),
    ]
    said[-1] = replace(said[-1], cue="said")
    made = item(
        name,
        [(Voice.BODY, sentence) for sentence in sentences],
        said,
        outlet=outlet,
        published=published,
        title=f"The weir, by {outlet}",
    )
    capture, report, reading = made
    cue = report.text.index("said that the weir")
    dated = [replace(a, said_on="2031-05-01") for a in reading.attributions]
    dated[-1] = replace(dated[-1], cue=(replace(dated[-1].cue[0], start=cue, end=cue + 4),))
    return capture, report, replace(reading, attributions=tuple(dated))


HERON = bodied("heron", "Heron", "2031-05-02")
EGRET = bodied("egret", "Egret", "2031-05-03")
OTHER = item("other", [(Voice.BODY, "Nothing new.")], [], outlet="Teal", published="2031-05-04")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("stance") / "made.db"
    place = span_of(HERON[1].text, TOLLAN)[0]
    tollan = Entity(
        PERSON,
        TOLLAN,
        MentionKind.PERSON,
        (TOLLAN,),
        (EntityEvidence(HERON[1].id, TOLLAN, place.start, place.end, "named"),),
    )
    said = [
        Statement(id_, tollan.id, (wording(HERON, words), wording(EGRET, words)))
        for id_, words in [*((i, w) for i, (w, _, _) in NOT_SAID.items()), ("e1", SAID)]
    ]
    items = [HERON, EGRET, OTHER]
    reports = [made[1] for made in items]
    story = Story(STORY, "The weir", tuple(r.id for r in reports), "2031-05-02", "2031-05-04")
    firsts = [(s.id, s.wordings[0]) for s in said]
    accounts = Accounts(
        STORY,
        conflicts=(
            Conflict(
                "c0",
                STORY,
                ConflictKind.OPPOSED,
                "the weir",
                0.9,
                "made up",
                tuple(
                    ConflictMember(
                        n % 2, w.report, w.start, w.end, w.attribution, id_, TOLLAN, "it stands here"
                    )
                    for n, (id_, w) in enumerate(firsts)
                ),
            ),
        ),
        timeline=tuple(
            TimelineEntry(STORY, "2031-05-01", "2031-05-01", "said", id_, w.report, w.start, w.end, "a date")
            for id_, w in firsts
        ),
        omissions=tuple(Omission(STORY, OTHER[1].id, s.id, 2, 2) for s in said),
    )
    with Ledger.open(made) as ledger:
        for capture, report, reading in items:
            ledger.add(capture, report, reading)
        ledger.replace_collation([tollan], varied(said, reports), [story], "made", accounts=[accounts])
    return made


def behind_their_cues(text: str, *, at_least: int = 1) -> None:
    """Assert that a text has what is not said, and only ever right behind its cue."""
    line = " ".join(re.sub(r"[⟦⟧\[\]“”\"*\\]", " ", text).split())
    places = 0
    for words, cue, _ in NOT_SAID.values():
        for m in re.finditer(re.escape(words.strip("“”")), line):
            places += 1
            before = line[max(0, m.start() - 60) : m.start()].rstrip(": ")
            assert before.endswith(cue), line[max(0, m.start() - 90) : m.end()]
    assert places >= at_least


def words_of(page: str) -> str:
    root = html.fromstring(page)
    for apart in root.iter("script", "style"):
        apart.text = ""
    return " ".join(map(str, root.itertext()))


def printed(view: RenderableType) -> str:
    out = io.StringIO()
    Console(file=out, width=2000, highlight=False, markup=False, emoji=False).print(view)
    return out.getvalue()


def test_the_terminal(path: Path) -> None:
    with Ledger.open(path, read_only=True) as ledger:
        for what, which in [
            ("story", STORY),
            ("person", "Tollan"),
            ("conflicts", STORY),
            ("report", HERON[1].id),
            *(("statement", id_) for id_ in NOT_SAID),
        ]:
            behind_their_cues(printed(shown(ledger, what, which)))
        for words in ("sluice", "wardens", "ledgers", "boat"):
            hits = list(ledger.search(words, kind="statement", limit=9))
            behind_their_cues(printed(found(words, hits, ledger)))
        behind_their_cues(printed(summary(Summary(3, 0, 0, (), 61, 1.0), ledger)))
        printed(stories(ledger.stories(), Shelf(ledger)))
        behind_their_cues(printed(listing(HERON[1], HERON[2])), at_least=4)
        given = json.loads(attributions_line(HERON[1], HERON[2]))["attributions"]
        assert [a["stance"] for a in given] == [*(stance for _, _, stance in NOT_SAID.values()), "said"]


@pytest.fixture(scope="module")
def room(path: Path) -> Iterator[TestClient]:
    with TestClient(application(path, Door(token="a token")), base_url=HERE) as client:
        yield client


PAGES = [
    f"/story/{STORY}",
    f"/person/{PERSON}",
    f"/report/{HERON[1].id}",
    f"/report/{OTHER[1].id}",
    *(f"/statement/{id_}" for id_ in NOT_SAID),
    *(f"/search?kind=statement&words={words}" for words in ("sluice", "wardens", "ledgers", "boat")),
    f"/story/{STORY}/dossier.html",
]


@pytest.mark.parametrize("page", PAGES)
def test_the_rooms_pages_and_the_dossier(room: TestClient, page: str) -> None:
    behind_their_cues(words_of(room.get(page).text))


def test_the_dossier_in_markdown(room: TestClient) -> None:
    behind_their_cues(room.get(f"/story/{STORY}/dossier.md").text, at_least=16)


def bare(value: object, told: dict[str, object] | None = None) -> Iterator[str]:
    """The words of JSON that are of something not said, where no object around them has its cue and stance."""
    if isinstance(value, dict):
        mine = value if "stance" in value else value.get("told")
        for inner in value.values():
            yield from bare(inner, mine if isinstance(mine, dict) else told)
    elif isinstance(value, list):
        for inner in value:
            yield from bare(inner, told)
    elif isinstance(value, str):
        for words, cue, stance in NOT_SAID.values():
            plain = words.strip("“”")
            if plain in value and f"{cue} {plain}" not in value:
                right = told is not None and (told["stance"], told.get("cue")) == (stance, cue)
                if not right:
                    yield value


@pytest.mark.parametrize(
    "page",
    [
        f"/story/{STORY}.json",
        f"/person/{PERSON}.json",
        f"/report/{OTHER[1].id}.json",
        *(f"/statement/{id_}.json" for id_ in NOT_SAID),
        "/search.json?kind=statement&words=sluice",
    ],
)
def test_json_has_the_stance_and_the_cue_of_everything(room: TestClient, page: str) -> None:
    answer = room.get(page)
    assert any(words.strip("“”") in answer.text for words, _, _ in NOT_SAID.values())
    assert list(bare(answer.json())) == []


def test_the_margin_of_a_report_tells_the_stance(room: TestClient) -> None:
    notes = room.get(f"/report/{HERON[1].id}.json").json()["notes"]
    assert [(n["stance"], n["told_by"]) for n in notes] == [
        *((stance, cue) for _, cue, stance in NOT_SAID.values()),
        ("said", "said"),
    ]


@pytest.mark.parametrize("statement", NOT_SAID)
def test_in_linked_data_nobody_is_quoted_with_it(room: TestClient, statement: str) -> None:
    data = room.get(f"/statement/{statement}.jsonld").json()
    words, cue, stance = NOT_SAID[statement]
    assert "Quotation" not in json.dumps(data)
    assert "creator" not in data
    assert data["text"] == f"{cue}: {words.strip('“”')}" or data["text"] == f"{cue}: {words}"
    assert {(w["rashomon:stance"], w["rashomon:cue"]) for w in data["appearance"]} == {(stance, cue)}


def test_what_is_only_retold_is_a_claim_of_whoever_makes_it(room: TestClient) -> None:
    data = room.get("/statement/e1.jsonld").json()
    assert (data["@type"], data["creator"]["name"], data["text"]) == ("Claim", TOLLAN, SAID)


@pytest.mark.parametrize("table", ["wordings", "conflicts"])
def test_tables_to_take_away_have_the_stance_and_the_cue(room: TestClient, table: str) -> None:
    rows = list(
        csv.DictReader(io.StringIO(room.get(f"/story/{STORY}/{table}.csv").content.decode("utf-8-sig")))
    )
    by_words = {row["text"]: (row["cue"], row["stance"]) for row in rows}
    assert by_words == {
        **{words: (cue, stance) for words, cue, stance in NOT_SAID.values()},
        SAID: ("said", "said"),
    }
