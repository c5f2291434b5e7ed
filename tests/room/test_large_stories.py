"""A story's page is made from an outline of its statements; of a large story it shows the foremost, and leads to all of it."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi.testclient import TestClient

from rashomon.dossier.gathered import Shelf, leading, tell
from rashomon.ledger import Ledger
from rashomon.ledger.shown.outline import outline
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.room.conftest import HERE, TOKEN


def agrees(ledger: Ledger, story: str) -> int:
    """Assert that a story's outline tells of each statement what its records tell; how many statements have no speaker known."""
    shelf = Shelf(ledger)
    told = [tell(shelf, statement) for statement in ledger.statements(story=story)]
    found = outline(ledger, story, len(told))
    assert [o.id for o in found] == [t.statement.id for t in told]
    for o, t in zip(found, told, strict=True):
        assert o.speaker == (None if t.speaker is None else (t.speaker.id, t.speaker.name))
        assert (o.described, o.narrated, o.pointing, o.altered, o.closeness) == (
            t.described,
            t.narrated,
            t.pointing,
            t.altered,
            t.closeness,
        )
        assert [(w.report, w.outlet, w.start, w.end, w.text, w.told) for w in o.wordings] == [
            (w.report.id, w.report.outlet, w.wording.start, w.wording.end, w.text, w.told) for w in t.tellings
        ]
        shown = leading(t)
        assert (o.leading.report, o.leading.start) == (shown.report.id, shown.wording.start)
    return sum(o.speaker is None for o in found)


def test_an_outline_tells_what_the_records_tell(many: Ledger, made_ledger: Path) -> None:
    for story in list(many.stories())[:6]:
        agrees(many, story.id)
    with Ledger.open(made_ledger, read_only=True) as ledger:
        assert sum(agrees(ledger, story.id) for story in ledger.stories()), "some speaker is not known"


def links(page: str, pattern: str, section: str) -> set[str]:
    """What a section of a page links to."""
    inside = page.split(f'aria-labelledby="{section}"', 1)[1].split(f'aria-labelledby="{section}"')[-1]
    return set(re.findall(pattern, inside.split("</section>")[0]))


def test_a_large_story_shows_the_foremost_and_leads_to_all(many: Ledger) -> None:
    story = next(iter(many.stories()))
    assert len(story.reports) == 74
    app = application(many.path, Door(token=TOKEN))
    with TestClient(app, base_url=HERE) as room:
        first = room.get(f"/story/{story.id}").text
        data = room.get(f"/story/{story.id}.json").json()
        assert len(links(first, r'href="/report/(\w+)"', "reports")) == 40
        assert {r["id"] for r in data["reports"]} == set(story.reports), "data has all"
        for part in ("reports", "who", "timeline", "origins"):
            way = f"/story/{story.id}?whole={part}"
            assert f'href="{way}#{part}"' in first
            more = room.get(way).text
            assert f'href="{way}#{part}"' not in more
            if part in ("reports", "timeline"):
                assert links(more, r'href="/report/(\w+)"', part) == set(story.reports)
        cells = {
            (w["report"], f"{w['start']}-{w['end']}")
            for row in data["speakers"]
            for cell in row["cells"]
            for w in cell
        }
        table = room.get(f"/story/{story.id}?whole=who").text
        assert cells <= set(re.findall(r'href="/report/(\w+)\?at=(\d+-\d+)#at"', table))
        carried = {
            (c["at"]["report"], f"{c['at']['start']}-{c['at']['end']}")
            for origin in data["accounts"]["origins"]
            for c in origin["carriers"]
        }
        table = room.get(f"/story/{story.id}?whole=origins").text
        assert carried <= set(re.findall(r'href="/report/(\w+)\?at=(\d+-\d+)#at"', table))
        assert room.get(f"/story/{story.id}?whole=nothing").status_code == 422
