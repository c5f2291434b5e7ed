"""The articles that are mutated, and how what is found in them is scored."""

from __future__ import annotations

import importlib.util
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.readings import readings
from bench.shared import ROOT, shared

Parts = dict[str, list[tuple[int, int]]]
"""One attribution: the spans of its source, cue and content, as the yardstick takes them."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text and, by offsets into it, what people annotated in it."""

    name: str
    text: str
    gold: tuple[Parts, ...] = ()


class Tally:
    """attribution_score.py's who-said-what, added up over texts; ``yardstick`` is that module."""

    def __init__(self, yardstick: Any) -> None:
        self._yardstick = yardstick
        self._by_measure: Any = defaultdict(yardstick.Tally)

    def add(self, text: str, found: Sequence[Parts], gold: Sequence[Parts]) -> None:
        """Count what was found in a text against its gold, both by offsets into it."""
        self._yardstick.score_doc(text, found, gold, self._by_measure)

    @property
    def f1(self) -> float:
        """In percent, not rounded; 0 where there was nothing to find."""
        tally = self._by_measure["who-said-what"]
        return float(200 * tally.tp / max(tally.pred + tally.gold, 1))


def articles() -> tuple[list[Article], Any]:
    """PolNeAR's dev articles and the yardstick; without the shared folder the bundled example's texts, and ``None``.

    PolNeAR is Newell, Margolin and Ruths 2018; the first annotator's file is the gold, as the yardstick has it.
    """
    try:
        folder = shared()
    except SystemExit as absent:
        print(f"{absent} Read instead: the bundled example, which this cannot score.", file=sys.stderr)
        return _example(), None
    yardstick = _module(folder / "yardstick" / "attribution_score.py")
    dev = folder / "data" / "polnear" / "dev"
    return [
        Article(
            name, yardstick.read_text(dev / "text" / f"{name}.txt"), tuple(yardstick.read_ann(annotated[0]))
        )
        for name, annotated in sorted(yardstick.gold_files(dev / "attributions").items())
    ], yardstick


def _example() -> list[Article]:
    return [Article(report.name, report.text) for report, _ in readings([ROOT / "examples" / "osmer-delta"])]


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
