"""Write docs/screenshots/*.png from the bundled example: ``python docs/make_screenshots.py``.

It needs Chromium, Playwright and Pillow.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from playwright.sync_api import Browser  # noqa: E402
from tests.room.browsing import browser, page, served  # noqa: E402
from tests.room.test_browser import addresses  # noqa: E402

import rashomon  # noqa: E402
from rashomon.room.door import Door  # noqa: E402

FOLDER = Path(__file__).parent / "screenshots"

#: Colours of a picture: what a page of text needs, at a third of the bytes.
COLOURS = 64

#: File, page, width, height, whether in the dark, and what stands at the top (an element's id; nothing is the top of the page).
SHOTS = [
    ("stories", "stories", 1180, 560, False, ""),
    ("story", "story", 1180, 900, False, ""),
    ("conflicts", "story", 1180, 900, False, "conflicts"),
    ("figures", "story", 1180, 640, False, "figures"),
    ("origins", "story", 1180, 700, False, "origins"),
    ("report", "report", 1180, 1000, False, ""),
    ("statement", "statement", 1180, 900, False, ""),
    ("person", "person", 1180, 820, False, ""),
    ("search", "search", 1180, 700, False, ""),
    ("report-dark", "report", 1180, 900, True, ""),
    ("report-phone", "report", 390, 844, False, "a1"),
]


def shoot(opened: Browser, home: str, pages: dict[str, str]) -> None:
    for name, kind, width, height, dark, top in SHOTS:
        size = {"width": width, "height": height}
        scheme = "dark" if dark else "light"
        with page(opened, home, viewport=size, color_scheme=scheme, reduced_motion="reduce") as (tab, _):
            tab.goto(pages[kind])
            if top:
                tab.evaluate(
                    "id => scrollTo(0, document.getElementById(id).getBoundingClientRect().top - 70)", top
                )
            path = FOLDER / f"{name}.png"
            tab.screenshot(path=str(path))
            with Image.open(path) as taken:
                few = taken.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
            few.save(path, optimize=True)
            print(f"{path.name} {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser() as opened:
        ledger = Path(folder) / "osmer-delta.db"
        # As anybody reads it: the pictures name no folder of this machine.
        os.chdir(ROOT)
        rashomon.read([Path("examples") / "osmer-delta"], ledger=ledger)
        with served(ledger, Door()) as home:
            shoot(opened, home, addresses(ledger))
