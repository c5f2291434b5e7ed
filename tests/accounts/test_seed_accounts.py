"""The accounts of the seed story, where the shared data are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench import seed_accounts

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[2].parent / "shared"))

pytestmark = pytest.mark.skipif(not (SHARED / "seed-story").is_dir(), reason=f"no seed story in {SHARED}")


def test_the_figure_the_contested_matters_and_the_letter() -> None:
    story = seed_accounts.seed_story()
    assert seed_accounts.sources_of(story, "killed", 300) == [("nobody named", "“Reports”")]
    assert [about for about, conflict, _, _ in seed_accounts.matters(story) if conflict is None] == []
    letters = seed_accounts.letters(story, "Ahmad Massoud")
    assert len(letters) >= 4
    assert all((low, high) == (1, 1) for _, low, high in letters)
    assert seed_accounts.publications(story, "Ahmad Massoud") == 1
