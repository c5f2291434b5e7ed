"""Correcting in a real browser: a wrong speaker is mended everywhere, spans by selecting text, all of it by keyboard, undo."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import rashomon
from rashomon.room.door import Door
from tests.examples import golden
from tests.room.browsing import browser, page, served
from tests.room.conftest import TOKEN

WRONG = "I can only count what is carried through my door"
WHO, NAME = "Mira", "Ruvin Sall"


@dataclass
class Room:
    """A room on the example that may be written to, and its ledger."""

    home: str
    browser: Browser
    path: Path


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    path = tmp_path_factory.mktemp("correcting") / "example.db"
    with browser() as opened:
        rashomon.read([golden.STORY], ledger=path)
        with served(path, Door(token=TOKEN)) as home:
            yield Room(home, opened, path)


def enter(tab: Page) -> None:
    tab.goto(f"/token?key={TOKEN}")


def settled(tab: Page) -> None:
    """Look again until people, statements and stories follow from what was decided."""
    for _ in range(120):
        if not tab.locator(".behind").count():
            return
        tab.wait_for_timeout(500)
        tab.reload()
    raise AssertionError("nothing follows")


def about(path: Path, words: str) -> tuple[str, int]:
    """The report and the number, from 1, of the one attribution with these words as its content."""
    with rashomon.Ledger.open(path, read_only=True) as ledger:
        found = [
            (report.id, number)
            for report in ledger.reports()
            for number, a in enumerate(ledger.reading(report.id).attributions, 1)
            if any(words in report.text[s.start : s.end] for s in a.content)
        ]
    assert found
    return found[0]


def test_a_wrong_speaker_is_mended_on_every_page_in_the_export_and_after_reading_again(
    room: Room, tmp_path: Path
) -> None:
    report, number = about(room.path, WRONG)
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto(f"/report/{report}")
        note = tab.locator(f"#n{number - 1}")
        was = note.locator(".person").inner_text()
        assert was != NAME
        note.get_by_text("why").click()
        note.get_by_role("link", name="Correct this").click()
        look = tab.locator("#look1")
        look.get_by_label("Who decides").fill(WHO)
        look.get_by_label("Why").fill("he says so in the next sentence")
        look.get_by_label("Speaker", exact=True).fill(NAME)
        look.get_by_role("button", name="Name", exact=True).click()
        expect(tab.get_by_role("status")).to_contain_text(f"speaker {NAME}, was {was}")

        def mended_everywhere() -> None:
            settled(tab)
            tab.goto(f"/report/{report}")
            note = tab.locator(f"#n{number - 1}")
            expect(note.locator(".person")).to_have_text(NAME)
            expect(note.locator(".decided").first).to_have_text("corrected by a person")
            note.get_by_text("why").click()
            expect(note).to_contain_text(f"as {WHO} decided on")
            expect(note).to_contain_text(f"it was “{was}”")
            note.get_by_role("link", name="Statement").click()
            expect(tab.locator(".sizes").first).to_contain_text(NAME)
            tab.get_by_text("why").first.click()
            expect(tab.get_by_text(f"as {WHO} decided on").first).to_be_visible()
            tab.locator(".sizes").get_by_role("link", name=NAME).click()
            expect(tab.locator("main")).to_contain_text(WRONG)
            tab.goto(f"/search?words={WRONG.replace(' ', '+')}")
            expect(tab.locator("main")).to_contain_text(NAME)
            tab.goto("/")
            tab.locator(".list h2 a").first.click()
            with rashomon.Ledger.open(room.path, read_only=True) as ledger:
                ledger.export("csv", tmp_path)
                assert ledger.verify() == ()
            for row in csv.DictReader((tmp_path / "attribution.csv").open(encoding="utf-8")):
                if (row["report"], row["ordinal"]) == (report, str(number - 1)):
                    assert row["speaker_name"] == NAME
                    assert f"as {WHO} decided on" in row["speaker_why"]
            with (tmp_path / "correction.csv").open(encoding="utf-8", newline="") as file:
                assert [row["who"] for row in csv.DictReader(file)] == [WHO]

        mended_everywhere()
        rashomon.read([golden.STORY], ledger=room.path)
        with rashomon.Ledger.open(room.path) as ledger:
            capture = ledger.capture(ledger.report(report).capture)
            ledger.add(
                capture, ledger.report(report), ledger.machine_reading(report), fingerprint="another reader"
            )
        rashomon.read([golden.STORY], ledger=room.path)
        mended_everywhere()
        tab.goto("/review")
        tab.locator(".decisions").get_by_role("button", name="Undo").first.click()
        expect(tab.get_by_role("status")).to_contain_text("Recorded")
        tab.goto(f"/report/{report}")
        expect(tab.locator(f"#n{number - 1} .person")).to_have_text(was)
        assert watch.errors == []
        assert watch.elsewhere == []


def test_the_queue_is_worked_with_the_keyboard_alone(room: Room) -> None:
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto("/review?kind=attribution")
        expect(tab.locator("#look1 a.item")).to_be_focused()
        tab.locator("#who1").focus()
        tab.keyboard.type("Tam")
        tab.locator("#look1 a.item").focus()
        first, second = (tab.locator(f"#look{n} a.item").get_attribute("href") for n in (1, 2))
        tab.keyboard.press("j")
        expect(tab.locator("#look2 a.item")).to_be_focused()
        tab.keyboard.press("k")
        tab.keyboard.press("a")
        expect(tab.get_by_role("status")).to_contain_text("Recorded")
        expect(tab.locator("#look1 a.item")).to_have_attribute("href", str(second))
        expect(tab.locator("#look1 a.item")).to_be_focused()
        tab.keyboard.press("s")
        expect(tab.locator("#name1")).to_be_focused()
        tab.keyboard.type("Radek Stahn")
        assert tab.locator("#who1").input_value() == "Tam"
        tab.keyboard.press("Enter")
        expect(tab.get_by_role("status")).to_contain_text("speaker Radek Stahn")
        expect(tab.locator("#look1 a.item")).to_be_focused()
        tab.keyboard.press("u")
        expect(tab.get_by_role("status")).to_contain_text("(mend attribution:")
        expect(tab.locator("#look1 a.item")).to_be_focused()
        tab.keyboard.press("x")
        expect(tab.locator(".decisions li").first).to_contain_text("reject")
        expect(tab.locator("#look1 a.item")).to_be_focused()
        tab.keyboard.press("u")
        expect(tab.get_by_role("status")).to_contain_text("(reject attribution:")
        with rashomon.Ledger.open(room.path, read_only=True) as ledger:
            kinds = [c.kind.value for c in ledger.corrections()][-5:]
        assert kinds == ["accept", "mend", "undo", "reject", "undo"]
        assert first is not None and watch.errors == []


def test_spans_are_mended_by_selecting_words(room: Room) -> None:
    report, number = about(room.path, "answer force with silence")
    with page(room.browser, room.home) as (tab, _):
        enter(tab)
        tab.goto(f"/review?attribution={report}:{number}")
        tab.locator("#who1").fill("Tam")
        tab.locator("#look1 a.item").focus()
        span = tab.evaluate(
            """() => {
              const piece = [...document.querySelectorAll('#look1 .context span.content')]
                .find((span) => span.textContent.includes('answer force'));
              const node = piece.firstChild, at = node.data.indexOf('answer force');
              getSelection().setBaseAndExtent(node, at, node, at + 'answer force'.length);
              return Number(piece.dataset.start) + [...node.data.slice(0, at)].length;
            }"""
        )
        tab.keyboard.press("3")
        place = f"{span}-{span + len('answer force')}"
        expect(tab.locator("#content1")).to_have_value(place)
        tab.locator("#look1").get_by_role("button", name="Mend", exact=True).click()
        expect(tab.get_by_role("status")).to_contain_text("content “answer force”")
    with rashomon.Ledger.open(room.path, read_only=True) as ledger:
        a = ledger.reading(report).attributions[number - 1]
        text = ledger.report(report).text
        assert [text[s.start : s.end] for s in a.content] == ["answer force"]
        assert ledger.verify() == ()


def test_people_are_made_one_and_two_on_their_page(room: Room) -> None:
    with rashomon.Ledger.open(room.path, read_only=True) as ledger:
        ilona, tomas = (ledger.person(name)[0].entity for name in ("Ilona Varesh", "Tomas Varesh"))
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto(f"/person/{tomas.id}")
        tab.get_by_text("This is one person with another").click()
        merging = tab.locator("details[open] form")
        merging.get_by_label("A name, or the id").fill(f"{room.home}/person/{ilona.id}?by=story")
        merging.get_by_label("Who decides").fill("Ines")
        merging.get_by_label("Why").fill("to see them side by side")
        merging.get_by_role("button", name="One person").click()
        settled(tab)
        tab.get_by_role("link", name="See it", exact=True).click()
        expect(tab.locator("#names ~ details summary")).to_contain_text("Tomas Varesh")
        expect(tab.locator("#names ~ details")).to_contain_text("Ilona Varesh")
        expect(tab.locator(".decided")).to_have_text("Corrected by people: 1 decision")
        expect(tab.locator(".decisions")).to_contain_text("to see them side by side")
        tab.get_by_text("In some reports this is another person").click()
        splitting = tab.locator("details[open] form")
        told = splitting.get_by_role("checkbox").count()
        assert told > 1
        splitting.get_by_role("checkbox").first.check()
        splitting.get_by_label("Why").fill("another one there")
        splitting.get_by_role("button", name="Another person there").click()
        settled(tab)
        expect(tab.get_by_role("status")).to_contain_text("is not the same as")
        for _ in range(2):  # the split, then the merge
            tab.goto("/person/" + ilona.id)
            tab.locator(".decisions").get_by_role("button", name="Undo").first.click()
            settled(tab)
        assert watch.errors == []
    with rashomon.Ledger.open(room.path, read_only=True) as ledger:
        assert {ledger.person(n)[0].entity.id for n in ("Ilona Varesh", "Tomas Varesh")} == {
            ilona.id,
            tomas.id,
        }


def test_a_statement_is_made_two_and_one_on_its_page(room: Room) -> None:
    with rashomon.Ledger.open(room.path, read_only=True) as ledger:
        statement = next(ledger.statements())
    many = len(statement.wordings)
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto(f"/statement/{statement.id}")
        tab.get_by_text("In some reports this is another statement").click()
        form = tab.locator("details[open] form")
        form.get_by_role("checkbox").last.check()
        form.get_by_label("Who decides").fill("Ines")
        form.get_by_label("Why").fill("said at another time")
        form.get_by_role("button", name="Another statement there").click()
        settled(tab)
        tab.get_by_role("link", name="See it", exact=True).click()
        expect(tab.locator(".sizes").first).to_contain_text("1 wording in ")
        apart = tab.url
        tab.goto(f"/statement/{statement.id}")
        expect(tab.locator(".sizes").first).to_contain_text(f"{many - 1} wordings")
        expect(tab.locator("main")).to_contain_text("as Ines decided on")
        tab.get_by_text("This is one statement with another").click()
        form = tab.locator("details[open] form")
        form.get_by_label("The id or address").fill(apart)
        form.get_by_label("Why").fill("it is the same after all")
        form.get_by_role("button", name="One statement").click()
        settled(tab)
        tab.get_by_role("link", name="See it", exact=True).click()
        expect(tab.locator(".sizes").first).to_contain_text(f"{many} wordings")
        assert watch.errors == []


def test_a_story_is_made_two_and_one_on_its_page(room: Room) -> None:
    with rashomon.Ledger.open(room.path, read_only=True) as ledger:
        story = next(ledger.stories())
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto(f"/story/{story.id}")
        tab.get_by_text("Some of these reports tell another story").click()
        form = tab.locator("details[open] form")
        form.get_by_role("checkbox").last.check()
        form.get_by_label("Who decides").fill("Ines")
        form.get_by_label("Why").fill("another morning")
        form.get_by_role("button", name="Another story").click()
        settled(tab)
        tab.get_by_role("link", name="See it", exact=True).click()
        expect(tab.locator(".sizes").first).to_contain_text("1 report of unknown outlet")
        expect(tab.locator(".decisions")).to_contain_text("another morning")
        apart = tab.url
        tab.goto(f"/story/{story.id}")
        expect(tab.locator(".sizes").first).to_contain_text(f"{len(story.reports) - 1} reports")
        tab.locator(".decisions").get_by_role("button", name="Undo").first.click()
        settled(tab)
        tab.goto(f"/story/{story.id}")
        expect(tab.locator(".sizes").first).to_contain_text(f"{len(story.reports)} reports")
        assert apart != tab.url and watch.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_review_page_can_be_used_by_all(room: Room, scheme: str) -> None:
    with page(room.browser, room.home, color_scheme=scheme) as (tab, watch):
        enter(tab)
        tab.goto("/review")
        serious = [
            f"{v['id']}: {v['nodes'][0]['html'][:200]}"
            for v in Axe().run(tab).response["violations"]
            if v["impact"] in ("serious", "critical")
        ]
        assert serious == []
        assert watch.errors == []
    with page(room.browser, room.home, viewport={"width": 360, "height": 740}) as (tab, _):
        enter(tab)
        tab.goto("/review")
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360


def test_decisions_are_made_without_script(room: Room) -> None:
    with page(room.browser, room.home, java_script_enabled=False) as (tab, _):
        enter(tab)
        tab.goto("/review?kind=attribution")
        tab.locator("#who1").fill("Ines")
        tab.locator("#look1").get_by_role("button", name="Accept").click()
        expect(tab.get_by_text("Recorded as correction")).to_be_visible()
        tab.get_by_role("status").get_by_role("button", name="Undo").click()
        expect(tab.locator(".decisions li").first).to_contain_text("undo")


def test_claims_that_may_be_opposed_are_decided_beside_their_sides(room: Room) -> None:
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto("/conflicts?unsure=true")
        tab.get_by_role("link", name="Decide: claims that may be opposed").click()
        look = tab.locator("#look1")
        expect(look.locator(".side")).to_have_count(2)
        serious = [
            f"{v['id']}: {v['nodes'][0]['html'][:200]}"
            for v in Axe().run(tab).response["violations"]
            if v["impact"] in ("serious", "critical")
        ]
        assert serious == []
        assert watch.errors == []
        look.get_by_label("Who decides").fill(WHO)
        look.get_by_label("Why").fill("one of them was in the boat")
        look.get_by_role("button", name="Accounts part here").click()
        expect(tab.get_by_role("status")).to_contain_text("accounts part there")
        settled(tab)
        tab.goto("/conflicts?kind=opposed+claims")
        expect(tab.locator(".conflicts > li")).to_have_count(1)
        expect(tab.locator(".conflicts > li")).to_contain_text(f"Accepted, as {WHO} decided on")
        tab.get_by_role("link", name="Correct this: opposed claims").click()
        look.get_by_label("Who decides").fill(WHO)
        look.get_by_label("Why").fill("two different boats")
        look.get_by_role("button", name="They do not").click()
        settled(tab)
        tab.goto("/conflicts?kind=opposed+claims")
        expect(tab.locator(".conflicts > li")).to_have_count(0)
        tab.goto("/review#decided")
        tab.locator(".decisions").get_by_role("button", name="Undo reject: opposed claims").first.click()
        settled(tab)
        tab.goto("/conflicts?kind=opposed+claims")
        expect(tab.locator(".conflicts > li")).to_have_count(1)


def test_a_report_is_taken_out_and_had_back(room: Room) -> None:
    with rashomon.Ledger.open(room.path, read_only=True) as ledger:
        report = next(r for r in ledger.reports() if "Quellmar" in r.text)
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto(f"/report/{report.id}")
        tab.get_by_text("This report does not belong in this ledger").click()
        form = tab.locator("form.decide", has=tab.get_by_role("button", name="Take it out"))
        form.get_by_label("Who decides").fill(WHO)
        form.get_by_label("Why").fill("another story")
        form.get_by_role("button", name="Take it out").click()
        expect(tab.locator(".done")).to_contain_text("does not belong in this ledger")
        settled(tab)
        answer = tab.request.get(f"{room.home}/report/{report.id}")
        assert answer.status == 404
        tab.goto("/problems")
        expect(tab.locator(".problems")).to_contain_text("another story")
        tab.goto("/review")
        tab.locator(".decisions li", has_text="does not belong").get_by_role(
            "button", name="Undo"
        ).first.click()
        settled(tab)
        tab.goto(f"/report/{report.id}")
        expect(tab.locator("h1")).to_contain_text(report.title or report.name)
        assert watch.errors == []


def test_what_a_report_is(room: Room) -> None:
    report, _ = about(room.path, WRONG)
    with page(room.browser, room.home) as (tab, watch):
        enter(tab)
        tab.goto(f"/report/{report}")
        was = tab.locator(".sizes b").inner_text()
        tab.get_by_text("Its outlet, its date, its title or its authors are others").click()
        assert tab.get_by_label("Outlet").input_value() == was
        tab.get_by_label("Outlet").fill("Harn Evening Mail")
        form = tab.locator("form.decide", has=tab.get_by_label("Outlet"))
        form.get_by_label("Who decides").fill(WHO)
        form.get_by_label("Why").fill("the masthead")
        form.get_by_role("button", name="Correct").click()
        expect(tab.locator(".done")).to_contain_text("Harn Evening Mail")
        settled(tab)
        tab.goto(f"/report/{report}")
        expect(tab.locator(".sizes b")).to_have_text("Harn Evening Mail")
        expect(tab.locator(".decisions")).to_contain_text("the masthead")
        assert not Axe().run(tab).response["violations"]
        tab.locator(".decisions").get_by_role("button", name="Undo").click()
        settled(tab)
        tab.goto(f"/report/{report}")
        expect(tab.locator(".sizes b")).to_have_text(was)
        assert watch.errors == []
