"""Captures that attack whoever looks at them, read in full and shown in a real browser: nothing of them runs or breaks a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser

import rashomon
from rashomon.room.app import application
from rashomon.room.door import Door
from tests.room.browsing import browser, page, served
from tests.room.conftest import HERE, TOKEN

BIDI = "‮" + "⁦abc⁩" + "‏"
HIDDEN = "​‌﻿­\U000e0041"
RTL = "اسماعيل بن يعقوب"
SVG = "<svg onload=\"window.owned='svg'\"><script>window.owned='svg script'</script></svg>"
ATTACKS = {
    "script": "<script>window.owned='script'</script>",
    "handler": "<img src=x onerror=\"window.owned='handler'\">",
    "closing": "</title></style></textarea><script>window.owned='closing'</script>",
    "address": "javascript:window.owned='address'",
    "data": "data:text/html,<script>window.owned='data'</script>",
    "svg": SVG,
    "css": "<style>*{display:none!important}body{background:url(http://evil.example/css)}</style>",
    "attribute": '" onmouseover="window.owned=\'attribute\'" autofocus onfocus="window.owned=\'focus\'" x="',
    "template": "{{ 7*7 }}{% raw %}${window.owned=1}",
    "bidi": BIDI,
    "hidden": f"in{HIDDEN}visible",
}
LONG = "A" * 10_000_000


def pages(folder: Path) -> Path:
    """A folder of captures in which every attack stands in every place a capture has."""
    folder.mkdir()
    for name, attack in ATTACKS.items():
        escaped = (
            attack.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        )
        (folder / f"{name}.html").write_text(
            f'<html lang=en><head><title>Harbour {escaped}</title><meta name=author content="{escaped}">'
            f'<meta property=og:site_name content="Herald {escaped}"><link rel=canonical href="{escaped}">'
            f"{attack}</head><body {escaped[:40]}><article><h1>Harbour {escaped}</h1>{attack}"
            f"<p>The ferry of {RTL} stays in harbour, said Captain Ana Rusk {escaped} on Monday, and the crowd agreed.</p>"
            f"<p>“We wait for the ice {escaped} to thaw,” said {RTL} {escaped}. He said the port would open in spring.</p>"
            f'<p><a href="{escaped}">{escaped}</a><iframe src="{escaped}"></iframe></p></article></body></html>',
            encoding="utf-8",
        )
    plain = "\n".join(
        f"“We will hold the line {attack} today,” said {RTL} {attack}." for attack in ATTACKS.values()
    )
    (folder / "plain.txt").write_text(f"Harbour {SVG}\n\n{plain}\n", encoding="utf-8")
    (folder / "long.txt").write_text(
        f"Harbour news\n\n“We wait,” said Ana Rusk.\n\n{LONG}\n", encoding="utf-8"
    )
    (folder / "<script>window.owned='name'<script>.txt").write_text("“Here,” said Ana Rusk of the port.\n")
    return folder


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "hostile.db"
    done = rashomon.read([pages(folder / "pages")], ledger=path)
    assert done.read >= len(ATTACKS)
    # What people write is as little to be trusted as what was captured.
    with rashomon.Ledger.open(path) as kept:
        for n, report in enumerate(kept.reports()):
            if kept.reading(report.id).attributions:
                attack = list(ATTACKS.values())[n % len(ATTACKS)]
                kept.name_speaker(f"{report.id}:1", f"{RTL} {attack}"[:190], who=attack, why=attack)
        rashomon.ingest.recollate(kept)
        assert kept.verify() == ()
    return path


@pytest.fixture(scope="module")
def room(ledger: Path) -> Iterator[tuple[Browser, str]]:
    with browser() as opened, served(ledger, Door(token=TOKEN)) as home:
        yield opened, home


def addresses(path: Path) -> list[str]:
    with rashomon.Ledger.open(path, read_only=True) as kept:
        out = [
            "/",
            "/conflicts",
            "/people",
            "/search?words=ferry",
            "/search?words=%22%3E%3Cscript%3E",
            "/review",
            "/problems",
        ]
        out += [f"/report/{report.id}" for report in kept.reports()]
        out += [f"/capture/{report.capture}" for report in kept.reports()]
        out += [f"/story/{story.id}" for story in kept.stories()][:4]
        out += [f"/statement/{statement.id}" for statement in kept.statements()][:12]
        return out + [f"/person/{entity.id}" for entity in kept.entities()][:12]


def test_nothing_captured_runs_or_breaks_a_page(room: tuple[Browser, str], ledger: Path) -> None:
    opened, home = room
    with page(opened, home, viewport={"width": 1000, "height": 800}) as (tab, watch):
        tab.on("dialog", lambda dialog: watch.errors.append(f"dialog: {dialog.message}"))
        tab.goto(f"/token?key={TOKEN}")
        for address in addresses(ledger):
            tab.goto(address)
            state = tab.evaluate(
                """() => ({
                    owned: window.owned ?? null,
                    wide: document.documentElement.scrollWidth > innerWidth,
                    shown: getComputedStyle(document.querySelector('h1')).display !== 'none',
                    scripts: [...document.scripts].filter((s) => !s.src.startsWith(location.origin + '/static/')).length,
                    handlers: [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])
                        .filter((a) => a.name.startsWith('on')).length,
                    foreign: [...document.querySelectorAll('a[href], img[src], iframe[src], link[href], form[action]')]
                        .map((e) => e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action'))
                        .filter((a) => /^\\s*(javascript|data|vbscript):/i.test(a)),
                })"""
            )
            assert state == {
                "owned": None,
                "wide": False,
                "shown": True,
                "scripts": 0,
                "handlers": 0,
                "foreign": [],
            }, address
        assert watch.errors == []
        assert watch.elsewhere == []


def test_a_captured_page_in_its_frame_can_do_nothing(room: tuple[Browser, str], ledger: Path) -> None:
    opened, home = room
    with rashomon.Ledger.open(ledger, read_only=True) as kept:
        captures = [kept.capture(r.capture) for r in kept.reports()]
    with page(opened, home) as (tab, watch):
        for capture in (c for c in captures if c.media_type == "text/html"):
            tab.goto(f"/capture/{capture.sha256}?framed=true")
            tab.wait_for_load_state("load")
            (frame,) = tab.frames[1:]
            assert frame.url.endswith("/framed")
            assert frame.evaluate("window.origin") == "null"
            assert frame.evaluate("window.owned ?? null") is None
            assert tab.evaluate("window.owned ?? null") is None
        assert watch.elsewhere == []


def test_what_reorders_or_hides_is_shown_as_its_code_point(ledger: Path) -> None:
    with TestClient(application(ledger, Door(token=TOKEN)), base_url=HERE) as client:
        for address in addresses(ledger):
            text = client.get(address).text
            assert not re.search("[‪-‮⁦-⁩​﻿\U000e0041]", text), address
            assert len(text) < 2_000_000, address


def test_a_right_to_left_name_keeps_to_its_place(room: tuple[Browser, str], ledger: Path) -> None:
    opened, home = room
    with page(opened, home) as (tab, _):
        tab.goto("/people")
        names = tab.locator("bdi", has_text="اسماعيل")
        assert names.count()
        for n in range(names.count()):
            assert names.nth(n).evaluate("e => getComputedStyle(e).unicodeBidi") == "isolate"


@pytest.mark.parametrize("elsewhere", ["http://evil.example/", "http://127.0.0.1:1/"])
def test_another_site_cannot_decide_for_who_holds_the_token(
    room: tuple[Browser, str], ledger: Path, elsewhere: str
) -> None:
    """The second one is of the same site as the room, so that the browser sends its cookies along."""
    opened, home = room
    with rashomon.Ledger.open(ledger, read_only=True) as kept:
        before = kept.corrections()
        report = next(r.id for r in kept.reports() if kept.reading(r.id).attributions)
    fields = {"action": "reject", "which": f"{report}:1", "who": "evil", "why": "x", "form": "0" * 64}
    inputs = "".join(f'<input name="{name}" value="{value}">' for name, value in fields.items())
    attack = f'<form method="post" action="{home}/review">{inputs}<button>go</button></form>'
    with page(opened, home) as (tab, _):
        tab.goto(f"/token?key={TOKEN}")
        tab.route(f"{elsewhere}**", lambda route: route.fulfill(body=attack, content_type="text/html"))
        tab.goto(elsewhere)
        sent = tab.evaluate(
            """async ([address, body]) => {
                try {
                    const answer = await fetch(address, {method: 'POST', mode: 'no-cors', credentials: 'include', body});
                    return answer.type;
                } catch (error) { return 'refused'; }
            }""",
            [f"{home}/corrections", json.dumps(fields)],
        )
        assert sent in ("opaque", "refused")
        with tab.expect_navigation() as refused:
            tab.get_by_role("button", name="go").click()
        assert refused.value is not None and refused.value.status in (401, 403)
    with rashomon.Ledger.open(ledger, read_only=True) as kept:
        assert kept.corrections() == before
