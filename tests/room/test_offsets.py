"""What the browser marks and selects is what the ledger says, for emoji, combining marks, astral and acting characters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from rashomon.ledger import Ledger
from rashomon.records import Span
from rashomon.room.door import Door
from rashomon.visible import ACTING
from tests.ledger.making import Item, items
from tests.room.browsing import browser, page, served

# For each piece of the text: where it says it begins, its characters (null for one that is shown as its code point or left
# out), and its classes.
PIECES = """() => [...document.querySelectorAll('article.text [data-start], details.apart [data-start]')].map(piece => {
    const characters = (node) => node.nodeType === Node.TEXT_NODE ? [...node.data]
        : node.dataset?.chars !== undefined ? Array(Number(node.dataset.chars)).fill(null)
        : [...node.childNodes].flatMap(characters);
    return [Number(piece.dataset.start), characters(piece), piece.className.split(/\\s+/)];
})"""

# Selects from the start of one piece to the end of another, as a person does, and asks what was selected.
SELECTED = """async ([first, last]) => {
    const { selected } = await import('/static/selection.js');
    const text = document.querySelector('article.text');
    const pieces = [...text.querySelectorAll('[data-start]')];
    const range = document.createRange();
    range.setStart(pieces[first], 0);
    range.setEnd(pieces[last], pieces[last].childNodes.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return selected(text);
}"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Page, Path]]:
    path = tmp_path_factory.mktemp("offsets") / "made.db"
    Ledger.open(path).close()
    with ExitStack() as stack:
        opened = stack.enter_context(browser())
        home = stack.enter_context(served(path, Door()))
        found, _ = stack.enter_context(page(opened, home))
        yield found, path


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items(), st.data())
def test_what_is_marked_is_what_the_ledger_says(
    tab: tuple[Page, Path], item: Item, data: st.DataObject
) -> None:
    shown, path = tab
    capture, report, reading = item
    with Ledger.open(path) as ledger:
        ledger.add(capture, report, reading)
        # Hypothesis may draw one report twice, with another reading: the first one stands.
        reading = ledger.reading(report.id)
    shown.goto(f"/report/{report.id}")
    pieces = shown.evaluate(PIECES)
    for start, characters, _ in pieces:
        there = report.text[start : start + len(characters)]
        assert all(
            seen == c or (seen is None and ACTING.match(c)) for seen, c in zip(characters, there, strict=True)
        )
    pieces = [(start, len(characters), names) for start, characters, names in pieces]
    covered = {at for start, length, _ in pieces for at in range(start, start + length)}
    assert covered >= {at for at, c in enumerate(report.text) if not c.isspace()}
    for part in ("source", "cue", "content"):
        marked = {
            at for start, length, names in pieces if part in names for at in range(start, start + length)
        }
        wanted = {
            at
            for a in reading.attributions
            for span in getattr(a, part)
            for at in range(span.start, span.end)
        }
        assert marked == wanted & covered, part
    text = [p for p in pieces if any(start <= p[0] < end for start, end in _read(report.id, shown))]
    if text:
        first = data.draw(st.integers(0, len(text) - 1))
        last = data.draw(st.integers(first, len(text) - 1))
        chosen = shown.evaluate(SELECTED, [first, last])
        assert chosen == {"start": text[first][0], "end": text[last][0] + text[last][1]}


def _read(report: str, shown: Page) -> list[tuple[int, int]]:
    """Where the passages stand that are not kept apart."""
    view = shown.request.get(f"/report/{report}.json").json()
    return [
        (paragraph["start"], paragraph["end"])
        for passage in view["passages"]
        if not passage["apart"]
        for paragraph in passage["paragraphs"]
    ]


def test_a_selection_is_offered_as_an_address_of_its_characters(tab: tuple[Page, Path]) -> None:
    from tests.dossier import made

    shown, path = tab
    item = made.item("wide", [(made.GULL[1].passages[1].voice, "👩‍🚀 é “Wir 𝕭leiben”, she said. 🇺🇦 End")], [])
    with Ledger.open(path) as ledger:
        ledger.add(*item)
    text = item[1].text
    shown.goto(f"/report/{item[1].id}")
    span = Span(text.index("𝕭"), text.index("𝕭") + len("𝕭leiben"))
    shown.evaluate(
        """() => {
            const node = document.querySelector('article.text [data-start]').firstChild;
            const at = node.data.indexOf('𝕭');
            getSelection().setBaseAndExtent(node, at, node, at + '𝕭leiben'.length);
        }"""
    )
    link = shown.locator(".selection a")
    assert link.get_attribute("href") == f"/report/{item[1].id}?at={span.start}-{span.end}#at"
    link.click()
    assert shown.locator(".asked").all_inner_texts() == ["𝕭leiben"]
