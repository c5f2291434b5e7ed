"""A real browser on a real room: Debian's Chromium, driven by Playwright, and a server on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from rashomon.room.app import application
from rashomon.room.door import Door

#: What a browser does at its start that has nothing to do with our pages.
QUIET = [
    "--no-sandbox",  # as root there is no other way, and it opens nothing but our own pages
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Watch:
    """What a page must not do: errors in its console, and requests that leave the room."""

    home: str
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        context.on("request", lambda r: None if r.url.startswith(self.home) else self.elsewhere.append(r.url))
        context.on(
            "console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None
        )
        context.on("weberror", lambda e: self.errors.append(str(e.error)))


def chromium() -> str:
    """The browser of this machine. Skips where there is none, which CI must not."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    if os.environ.get("CI"):
        pytest.fail("CI needs a browser: apt-get install chromium")
    pytest.skip("no browser here: apt-get install chromium")


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=QUIET)
        yield opened
        opened.close()


@contextmanager
def served(ledger: Path, door: Door) -> Iterator[str]:
    """A room at a free port until the block ends; gives its address, without a slash at its end."""
    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(application(ledger, door), log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def page(opened: Browser, home: str, **options: object) -> Iterator[tuple[Page, Watch]]:
    """A page of its own, and what it did."""
    context = opened.new_context(base_url=home, **options)  # type: ignore[arg-type]
    watch = Watch(home)
    watch.over(context)
    yield context.new_page(), watch
    context.close()
