"""Articles in which an annotator has marked what stands inside contents, and from which no weights have learned.

``dev.jsonl``: 60 articles of PolNeAR's dev compartment that ``bench/nested.py`` measures on with ``--dev`` alone, annotated by
a language model reading, with the outermost attributions' contents marked in the text and the brief of the bench's other
annotators. An earlier annotation of the same articles had not half as many; what it alone has, or held optional where the
later one is sure, is optional. ``news_dev.jsonl``: an eighth of NeUS's contents that were annotated like those of
``training/reader/contents.jsonl``. Thresholds are chosen and chances fitted on both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.records import Span
from training import news
from training.reader.corpus import Gold

POLNEAR = Path(__file__).with_name("dev.jsonl")
NEWS = Path(__file__).with_name("news_dev.jsonl")


@dataclass(frozen=True, slots=True)
class HeldOut:
    """A text; all that is said inside contents in the stretches ``known`` (half-open offsets into it), each with whether it is
    optional: neither right nor wrong to find.
    """

    text: str
    known: tuple[Span, ...]
    inside: tuple[tuple[Gold, bool], ...]


def polnear(shared: Path) -> list[HeldOut]:
    """The articles of PolNeAR; ``shared`` is the folder of the data."""
    out = []
    for name, row in _rows(POLNEAR).items():
        with (shared / "polnear" / "dev" / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        out.append(HeldOut(text, (Span(0, len(text)),), _golds(row)))
    return out


def excerpts(shared: Path) -> list[HeldOut]:
    """The articles of NeUS."""
    texts = news.texts(shared)
    return [
        HeldOut(texts[name], tuple(Span(*piece) for piece in row["contents"]), _golds(row))
        for name, row in _rows(NEWS).items()
    ]


def _rows(file: Path) -> dict[str, dict[str, Any]]:
    return {row["doc"]: row for row in map(json.loads, file.read_text(encoding="utf-8").splitlines())}


def _golds(row: Mapping[str, Any]) -> tuple[tuple[Gold, bool], ...]:
    return tuple((Gold(r["source"], r["cue"], r["content"]), r.get("optional", False)) for r in row["inside"])
