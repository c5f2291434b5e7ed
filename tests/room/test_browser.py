"""The room in a real browser, on the bundled example: every page, by pointer, by keyboard, on a phone, without script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

import rashomon
from rashomon.room.door import Door
from tests.examples import golden
from tests.room.browsing import browser, page, served
from tests.room.conftest import TOKEN


@dataclass
class Room:
    """A room on the example, open in a browser. ``pages`` are addresses of one page of each kind."""

    home: str
    browser: Browser
    pages: dict[str, str]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("browser") / "example.db"
    with browser() as opened:
        rashomon.read([golden.STORY], ledger=path)
        with served(path, Door(token=TOKEN)) as home:
            yield Room(home, opened, addresses(path))


def addresses(path: Path) -> dict[str, str]:
    with rashomon.Ledger.open(path, read_only=True) as ledger:
        story = next(ledger.stories())
        reports = {r.name: r for r in ledger.reports()}
        report = reports["brennick-courier"]
        statement = next(ledger.statements())
        (said, *_) = ledger.person("Ilona Varesh")
    first = statement.wordings[0]
    return {
        "stories": "/",
        "story": f"/story/{story.id}",
        "conflicts": "/conflicts",
        "conflicts, nothing": "/conflicts?words=nonesuch",
        "report": f"/report/{report.id}",
        "report with hands": f"/report/{reports['continental-observer'].id}",
        "characters": f"/report/{first.report}?at={first.start}-{first.end}#at",
        "statement": f"/statement/{statement.id}",
        "people": "/people",
        "person": f"/person/{said.entity.id}",
        "person by story": f"/person/{said.entity.id}?by=story",
        "person by topic": f"/person/{said.entity.id}?by=topic",
        "search": "/search?words=silence",
        "search by meaning": "/search?words=how+many+people+died&by=meaning",
        "search, nothing": "/search?words=nonesuch",
        "capture": f"/capture/{report.capture}",
        "problems": "/problems",
        "token": "/token",
        "not there": "/story/ffffffffffff",
    }


KINDS = [
    "stories",
    "story",
    "conflicts",
    "conflicts, nothing",
    "report",
    "report with hands",
    "characters",
    "statement",
    "people",
    "person",
    "person by story",
    "person by topic",
    "search",
    "search by meaning",
    "search, nothing",
    "capture",
    "problems",
    "token",
    "not there",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_clean_and_can_be_used_by_all(room: Room, kind: str, scheme: str) -> None:
    with page(room.browser, room.home, color_scheme=scheme) as (tab, watch):
        tab.goto(room.pages[kind])
        found = Axe().run(tab).response["violations"]
        serious = {
            f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:200]}"
            for v in found
            if v["impact"] in ("moderate", "serious", "critical")
        }
        assert serious == set()
        assert watch.elsewhere == []
        # A page that is not there is an error of the network, as the browser sees it.
        assert [e for e in watch.errors if kind != "not there" or "404" not in e] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_fits_a_phone(room: Room, kind: str) -> None:
    with page(room.browser, room.home, viewport={"width": 360, "height": 740}) as (tab, _):
        tab.goto(room.pages[kind])
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_word_of_the_bar_is_broken_on_the_narrowest_phone(room: Room) -> None:
    with page(room.browser, room.home, viewport={"width": 320, "height": 640}) as (tab, _):
        tab.goto("/")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320
        links = tab.locator(".bar nav a").all()
        assert len(links) >= 5
        for link in links:
            assert link.evaluate("a => a.getClientRects().length") == 1
            assert link.evaluate("a => a.offsetHeight < 2 * parseFloat(getComputedStyle(a).lineHeight)")


def test_the_altered_quotation_is_three_clicks_from_the_front_page(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/")
        tab.get_by_role("link", name="Four dead as Torvenan gendarmes").click()
        said = re.compile("^If you come, we will answer force with silence")
        tab.locator(".statements").get_by_role("link", name=said).click()
        altered = tab.locator("li.altered", has_text="violence").first
        expect(altered.locator("mark")).to_have_text(["violence"])
        altered.get_by_role("link", name="in the report").click()
        expect(tab.locator(".asked").first).to_be_in_viewport()
        assert (
            "".join(tab.locator(".asked").all_inner_texts())
            == "If you come, we will answer force with violence."
        )


def test_figures_of_one_event_stand_on_one_scale(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["story"])
        killed = tab.get_by_role("region", name="Figures: killed")
        expect(killed.get_by_role("row", name="no fewer than nine")).to_contain_text("9 or more")
        assert killed.locator("svg circle").count() >= 3


def test_what_reports_give_alike_stands_with_its_independent_origins(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["story"])
        nine = tab.get_by_role("region", name="Alike: killed").get_by_role(
            "row", name=re.compile("^9 or more")
        )
        expect(nine.get_by_role("cell", name="4 reports")).to_be_visible()
        expect(nine).to_contain_text("Emese Korvat")
        reason = nine.get_by_text("have it from one place: Emese Korvat")
        expect(reason).to_be_hidden()
        nine.get_by_text("why", exact=True).click()
        expect(reason).to_be_visible()


def test_all_conflicts_stand_on_one_page_and_lead_to_their_story(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/")
        tab.get_by_role("navigation", name="Rooms").get_by_role("link", name="Conflicts").click()
        form = tab.get_by_role("form", name="Narrow the list")
        form.get_by_label("Kind").select_option("altered quotation")
        form.get_by_role("button").click()
        (altered,) = tab.locator(".conflicts > li").all()
        expect(altered).to_contain_text("silence")
        expect(altered.get_by_role("region", name="Side B")).to_contain_text("violence")
        tab.get_by_role("heading", level=2).get_by_role("link").click()
        tab.wait_for_url("**/story/*#conflicts")


def test_anonymity_stands_explained_wherever_an_unnamed_source_does(room: Room) -> None:
    why = "on condition that they not be identified"
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/conflicts?words=planning")
        side = tab.get_by_role("region", name="Side A").or_(tab.get_by_role("region", name="Side B"))
        expect(side.filter(has_text="with knowledge of the planning").first).to_contain_text(
            "somebody close to it, not named"
        )
        tab.goto(room.pages["story"] + "?whole=unnamed#unnamed")
        sources = tab.get_by_role("region", name="Sources without a name")
        sources.get_by_role("link", name=why).first.click()
        expect(tab.locator(".asked").first).to_be_in_viewport()
        assert "".join(tab.locator(".asked").all_inner_texts()) == why
        note = tab.locator(".notes > li", has_text="somebody close to it, not named").first
        expect(note.get_by_role("link", name=why)).to_be_visible()


def test_each_hand_of_a_chain_leads_to_its_words(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["report with hands"])
        note = tab.locator(".notes > li", has_text="2 hands").first
        expect(note).to_contain_text("speaker The officer → addressee Ruvin Sall → reporter Ruvin Sall")
        note.get_by_role("link", name="The officer").click()
        expect(tab.locator(".asked").first).to_be_in_viewport()
        assert "".join(tab.locator(".asked").all_inner_texts()) == "The officer"


def test_a_partys_claim_can_be_read_as_its_own(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/conflicts?words=gunmen")
        expect(tab.get_by_role("region", name="Side A").first).to_contain_text("spokesman, Interior Ministry")
        tab.goto(room.pages["story"])
        said = tab.get_by_role("region", name="Who said what").get_by_role(
            "row", name=re.compile("^Joren Tasch")
        )
        expect(said.get_by_role("rowheader")).to_contain_text("spokesman, Interior Ministry")


def test_a_bare_number_in_a_conflict_has_its_sentence(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/conflicts?kind=figures&words=Korvat")
        counted = tab.locator(".conflicts li", has=tab.get_by_role("link", name="no fewer than nine")).last
        expect(counted).to_contain_text("in: Emese Korvat, who runs the clinic at Lidva, puts the figure at")


def test_an_altered_word_stands_below_the_word_it_replaces(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["statement"])
        rows = tab.get_by_role("region", name="Word by word").get_by_role("row").all()
        cells = [row.get_by_role("cell").all_inner_texts() for row in rows]
        at = cells[0].index("silence")
        assert {row[at] for row in cells} == {"silence", "violence"}
        (altered,) = (row for row, words in zip(rows, cells, strict=True) if words[at] == "violence")
        expect(altered.locator("mark")).to_have_text(["violence"])


def test_a_figure_can_be_read_on_a_phone(room: Room) -> None:
    with page(room.browser, room.home, viewport={"width": 360, "height": 740}) as (tab, _):
        tab.goto(room.pages["story"])
        for cell in tab.locator(".figures tbody tr:first-child > *:visible").all():
            box = cell.bounding_box()
            assert box is not None
            assert box["width"] > 50


def test_what_an_outlet_left_out_can_be_taken_away(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["story"])
        way = tab.locator(".take").get_by_role("link", name="JSONL").nth(3).get_attribute("href")
        assert way == f"{room.pages['story']}/left-out.jsonl"
        rows = [json.loads(row) for row in tab.request.get(way).text().splitlines()]
        assert [(row["outlet"], row["speaker"], row["carried"]) for row in rows] == [
            ("Tessera Weekly", "Ilona Varesh", 5)
        ]


def test_figures_can_be_taken_away_with_their_origins(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        lines = tab.request.get(f"{room.pages['story']}/figures.jsonl").text().splitlines()
        killed = [row for row in map(json.loads, lines) if row["event"] == "killed"]
        nine = [row for row in killed if row["low"] == 9]
        assert {(row["best"], row["high"], row["reports"]) for row in nine} == {(9, None, 4)}
        assert {(row["origins_low"], row["origins_high"], row["origin"]) for row in nine} == {
            (1, 1, "Emese Korvat")
        }
        assert all("Emese Korvat" in row["origins_why"] for row in nine)


def test_all_that_a_cell_leaves_out_is_a_click_away(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["story"])
        said = tab.get_by_role("region", name="Who said what").get_by_role(
            "row", name=re.compile("^Ilona Varesh")
        )
        said.get_by_role("link", name=re.compile("more wordings, with all that Ilona Varesh")).first.click()
        tab.wait_for_url("**/person/*by=story#said")


def test_where_accounts_part_both_sides_lead_to_their_characters(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/?conflict=figures")
        tab.get_by_role("link", name=re.compile("conflicts$")).first.click()
        killed = tab.locator(".conflicts > li", has_text="how many people killed")
        expect(killed.get_by_role("region", name="Side A")).to_contain_text("Interior Ministry")
        counted = killed.get_by_role("region", name="Side B").get_by_role("link", name="no fewer than nine")
        counted.click()
        assert "".join(tab.locator(".asked").all_inner_texts()) == "no fewer than nine"


def test_conflicts_and_origins_can_be_taken_away(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        lines = tab.request.get(f"{room.pages['story']}/conflicts.jsonl").text().splitlines()
        parted = [row for row in map(json.loads, lines) if row["kind"] == "altered quotation"]
        assert [(row["side"], row["text"].split()[-1]) for row in parted] == [
            (1, "silence."),
            (2, "violence."),
        ]
        lines = tab.request.get(f"{room.pages['statement']}/wordings.jsonl").text().splitlines()
        assert {(row["origin"], row["origin_kind"]) for row in map(json.loads, lines)} == {
            ("Ilona Varesh", "own publication"),
        }


def test_an_origin_leads_from_the_picture_to_the_words_that_tell_it(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["story"])
        origins = tab.get_by_role("region", name="Where the reports had it from").first
        assert origins.locator("svg .flow").count() > 5
        origins.locator("svg .from a", has_text=re.compile("Ilona Varesh ?own publication")).click()
        row = origins.get_by_role("row", name=re.compile("Ilona Varesh own publication"))
        expect(row).to_be_visible()
        row.get_by_role("link", name="The Brennick Courier").click()
        assert "violence" in "".join(tab.locator(".asked").all_inner_texts())


def test_a_statement_says_how_many_origins_it_has_and_why(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["statement"])
        expect(tab.get_by_text(re.compile(r"^1 independent origin\b"))).to_be_visible()
        tab.get_by_text("what this count rests on").click()
        expect(tab.get_by_text("have it from one place: own publication of Ilona Varesh")).to_be_visible()
        expect(tab.locator("#w1")).to_contain_text("Had from: Ilona Varesh (own publication)")


def test_a_statement_is_found_with_the_keyboard_alone(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/")
        tab.keyboard.press("Tab")
        expect(tab.get_by_role("link", name="To the content")).to_be_focused()
        tab.keyboard.press("/")
        tab.keyboard.type("answer force")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/search?words=answer+force")
        tab.keyboard.press("j")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/statement/*")
        tab.keyboard.press("j")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/report/*")
        expect(tab.locator(".asked").first).to_be_in_viewport()
        tab.keyboard.press("j")
        assert tab.evaluate("document.activeElement.className") == "number"


def test_what_is_meant_is_found_without_its_words(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto("/search")
        tab.get_by_label("Words, or").fill("number of casualties")
        tab.get_by_label("by meaning").check()
        tab.get_by_role("form", name="Search again").get_by_role("button", name="Find").click()
        expect(tab.locator(".found .said").first).to_contain_text(re.compile("dead|died|killed"))


def test_everything_is_there_without_script(room: Room) -> None:
    with page(room.browser, room.home, java_script_enabled=False) as (tab, _):
        tab.goto("/")
        tab.get_by_label("Words").fill("sluice")
        tab.get_by_role("button", name="Show").click()
        tab.get_by_role("link", name="Four dead as Torvenan gendarmes").click()
        tab.get_by_role("searchbox").fill("silence")
        tab.get_by_role("button", name="Find").click()
        expect(tab.locator(".found mark").first).to_have_text("silence")
        tab.goto(room.pages["report"])
        tab.get_by_text("why").first.click()
        expect(tab.get_by_text("Chance that this is read right").first).to_be_visible()


def test_a_note_lights_its_words(room: Room) -> None:
    with page(room.browser, room.home) as (tab, _):
        tab.goto(room.pages["report"])
        tab.locator("[data-note='0']").hover()
        assert tab.locator("article .lit:not(li)").count() > 0


def test_the_token_is_given_in_the_page(room: Room) -> None:
    with page(room.browser, room.home) as (tab, watch):
        tab.goto(room.pages["story"])
        tab.get_by_role("link", name="Enter the token").click()
        tab.get_by_label("Token").fill(TOKEN)
        tab.get_by_role("button", name="Enter").click()
        tab.wait_for_url(f"**{room.pages['story']}")
        expect(tab.get_by_text("You may correct what was read")).to_be_visible()
        assert watch.errors == []


def test_a_captured_page_is_framed_without_script_or_network(room: Room) -> None:
    with page(room.browser, room.home) as (tab, watch):
        tab.goto(room.pages["capture"])
        tab.get_by_role("link", name="in a frame").click()
        frame = tab.frame_locator("iframe")
        expect(frame.get_by_text("The ministry's spokesman, Joren Tasch,")).to_be_visible()
        assert watch.elsewhere == []
