"""Copies of one text, passages in common and the versions of a page, as a report's page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from rashomon.ledger import Ledger
from rashomon.records import Report, Span, Story, VariationKind, Voice
from rashomon.records.copies import CopiedPassage, Copy, Family, Revision, RevisionKind, Version
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.dossier.made import Said, item
from tests.room.conftest import HERE, TOKEN

SAID = "“We will mend the lamp <b>soon</b>,” said Ann Lee."
MENDED = "“We will mend the horn <b>soon</b>,” said Ann Lee."
LAST = "The pier is shut."
EARLIER = item(
    "first",
    [(Voice.BODY, f"{SAID} {LAST}")],
    [Said("Ann Lee", "said", SAID[:37])],
    outlet="Gull",
    published="2031-04-05",
)
LATER = item(
    "second",
    [(Voice.BODY, MENDED)],
    [Said("Ann Lee", "said", MENDED[:37])],
    outlet="Gull",
    published="2031-04-06",
)
COPY = item("third", [(Voice.BODY, f"{SAID} {LAST} So it is.")], [], outlet="Tide", published="2031-04-07")


def at(report: Report, words: str) -> Span:
    return Span(report.text.index(words), report.text.index(words) + len(words))


@pytest.fixture
def room(tmp_path: Path) -> Iterator[TestClient]:
    earlier, later, copy = (made[1] for made in (EARLIER, LATER, COPY))
    end = Span(len(later.text), len(later.text))
    version = Version(
        "gull.example/lamp",
        later.id,
        earlier.id,
        (
            Revision(
                RevisionKind.REMOVED, at(earlier, LAST), end, None, None, "it is not in the later version"
            ),
            Revision(
                RevisionKind.CHANGED,
                at(earlier, SAID),
                at(later, MENDED),
                0,
                VariationKind.ALTERED,
                "one word is another",
            ),
        ),
    )
    family = Family("fa", (Copy(earlier.id, 1.0, "the earliest"), Copy(copy.id, 0.97, "97% of the words")))
    passage = CopiedPassage(later.id, at(later, "said Ann Lee."), copy.id, at(copy, "said Ann Lee."), 3)
    with Ledger.open(tmp_path / "made.db") as ledger:
        for made in (EARLIER, LATER, COPY):
            ledger.add(*made)
        story = Story("57", "The lamp", (earlier.id, later.id, copy.id), "2031-04-06", "2031-04-07")
        ledger.replace_collation([], [], [story], "made")
        ledger.replace_copies([family], [passage], [version])
    with TestClient(application(tmp_path / "made.db", Door(token=TOKEN)), base_url=HERE) as client:
        yield client


def test_versions_are_compared_word_by_word_what_was_said_first(room: TestClient) -> None:
    kin = room.get(f"/report/{LATER[1].id}.json").json()["kinship"]
    (version,) = kin["versions"]
    assert [(r["kind"], r["said"]) for r in version["revisions"]] == [("changed", True), ("removed", False)]
    changed, removed = version["revisions"]
    assert [p["text"] for p in changed["earlier"] if p["differs"]] == ["lamp"]
    assert [p["text"] for p in changed["later"] if p["differs"]] == ["horn"]
    assert "".join(p["text"] for p in changed["earlier"]) == SAID
    assert removed["later"] == []
    for report in (EARLIER, LATER):
        page = room.get(f"/report/{report[1].id}").text
        assert "<mark>horn</mark>" in page
        assert "&lt;b&gt;soon" in page
        span = at(EARLIER[1], LAST)
        assert f"/report/{EARLIER[1].id}?at={span.start}-{span.end}#at" in page


def test_a_copy_is_told_on_both_reports_and_on_the_story(room: TestClient) -> None:
    (copy,) = room.get(f"/report/{COPY[1].id}.json").json()["kinship"]["copies"]
    assert (copy["report"], copy["earliest"]) == (EARLIER[1].id, True)
    (copy,) = room.get(f"/report/{EARLIER[1].id}.json").json()["kinship"]["copies"]
    assert (copy["outlet"], copy["earliest"]) == ("Tide", False)
    story = room.get("/story/57.json").json()
    assert {report: (tie["words"], tie["report"]["id"]) for report, tie in story["tied"].items()} == {
        COPY[1].id: ("one text with", EARLIER[1].id),
        LATER[1].id: ("has taken the place of", EARLIER[1].id),
    }
    page = " ".join(room.get("/story/57").text.split())
    assert f'one text with <a href="/report/{EARLIER[1].id}">' in page
    assert f'has taken the place of <a href="/report/{EARLIER[1].id}">' in page
    page = room.get(f"/report/{EARLIER[1].id}").text
    assert page.index("Versions of this page") < page.index("Its text elsewhere")


def test_a_passage_in_common_leads_to_both_places(room: TestClient) -> None:
    for one, other in ((LATER, COPY), (COPY, LATER)):
        (passage,) = room.get(f"/report/{one[1].id}.json").json()["kinship"]["passages"]
        here, there = at(one[1], "said Ann Lee."), at(other[1], "said Ann Lee.")
        assert (passage["start"], passage["end"], passage["words"]) == (here.start, here.end, 3)
        assert (passage["report"], passage["other_start"], passage["other_end"]) == (
            other[1].id,
            there.start,
            there.end,
        )
