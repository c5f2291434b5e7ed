"""Where the data and yardsticks are that do not travel with the project."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def shared() -> Path:
    """The folder of shared data: ``$RASHOMON_SHARED``, or ``../shared`` beside the checkout; exits in words without it."""
    folder = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        raise SystemExit(f"{folder}: no such folder. Set RASHOMON_SHARED to where data/ and yardstick/ are.")
    return folder
