"""The wordings of the shared seed story: one letter in two translations, and the headlines that are taken from it."""

from __future__ import annotations

import json
import os
from itertools import combinations
from pathlib import Path

import pytest

import rashomon

SHARED = Path(os.environ.get("RASHOMON_SHARED", Path(__file__).parents[2].parent / "shared"))
STORY = SHARED / "seed-story"


@pytest.mark.skipif(not STORY.is_dir(), reason="needs ../shared/seed-story")
def test_every_pair_of_wordings_is_brought_together() -> None:
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted(STORY.glob("0*.txt"))}
    found = rashomon.collate(texts)
    names = {report.id: report.name for report in found.reports}

    def together(a: tuple[str, int, int], b: tuple[str, int, int]) -> bool:
        return any(
            all(
                any(names[w.report] == n and w.start < e and s < w.end for w in st.wordings)
                for n, s, e in (a, b)
            )
            for st in found.statements
        )

    for variant in json.loads((STORY / "gold.json").read_text(encoding="utf-8"))["variants"]:
        wordings = [(w["doc"].removesuffix(".txt"), *w["span"]) for w in variant["wordings"]]
        for a, b in combinations(wordings, 2):
            assert together(a, b), (variant["id"], a, b)
