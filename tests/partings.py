"""Two reports of a story of our own invention that part in a figure, which is sure, and in claims that only a model holds for
opposed; and a third that adds to either."""

from __future__ import annotations

import json
from pathlib import Path

PAGES = {
    "post": (
        "Post",
        "2031-05-03",
        "Gates of Orm mill\n\nSix people were killed when the bridge at Orm fell on Friday.\n\n"
        "Ann Lee, the miller, said the gates of the Orm mill could be opened on Friday before the bridge fell.",
    ),
    "herald": (
        "Herald",
        "2031-05-03",
        "Gates of Orm mill\n\nNine people were killed when the bridge at Orm fell on Friday.\n\n"
        "Tom Brook, the mayor, said the gates of the Orm mill could not be opened on Friday before the bridge fell.",
    ),
    "echo": (
        "Echo",
        "2031-05-04",
        "Gates of Orm mill\n\nTwelve people were killed when the bridge at Orm fell on Friday.",
    ),
}


def write(folder: Path, *names: str) -> Path:
    """Put these pages into a folder, which is made."""
    folder.mkdir(exist_ok=True)
    for name in names:
        outlet, day, text = PAGES[name]
        row = {"text": text, "url": f"https://{name}.example/orm", "outlet": outlet, "published": day}
        (folder / f"{name}.json").write_text(json.dumps(row), encoding="utf-8")
    return folder
