"""The models that ship with the package: data files, their cards, and the way to find them."""

from __future__ import annotations

from pathlib import Path


def model_path(name: str) -> Path:
    """The path of a packaged model file or folder, such as ``tokenizer.json``."""
    return Path(__file__).parent / name
