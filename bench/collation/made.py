"""The yardstick's pairs of texts: made once per language and seed, read as sentences, vectors and gold pairs."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.shared import shared
from rashomon.collation.sentences.embed import Embedder
from rashomon.reading.text.sentences import sentences

LANGUAGES = ("de", "ru", "cs")
"""Source languages of the translations."""
DEV, CHECK = (2, 3), (1, 4, 5, 6)
"""Seeds the settings were chosen on, and seeds to check them on."""

Line = tuple[int, int]


@dataclass(frozen=True)
class Side:
    """One text: its sentences, the line each stands in, and their vectors."""

    sentences: list[str]
    lines: list[Line]
    vectors: NDArray[np.float32]


@dataclass(frozen=True)
class Texts:
    """A pair of texts and the pairs of lines that say the same."""

    name: str
    a: Side
    b: Side
    gold: frozenset[tuple[Line, Line]]


def make(language: str, seed: int, work: Path) -> Path:
    """The folder of one making by ``collation_score.py``, made if it is not there."""
    folder = work / f"{language}-{seed}"
    if not folder.is_dir():
        texts = shared() / "data" / "translations"
        names = [str(texts / f"newstest2021.{language}-en.{side}.en") for side in "AB"]
        command = [sys.executable, str(shared() / "yardstick" / "collation_score.py"), "make"]
        command += ["--a", names[0], "--b", names[1], "--to", str(folder), "--seed", str(seed)]
        subprocess.run(command, check=True)
    return folder


def texts(folder: Path) -> list[Texts]:
    """Every pair of a folder."""
    found = []
    for gold in sorted(folder.glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        a, b = (_side((folder / f"{name}-{side}.txt").read_text(encoding="utf-8")) for side in "ab")
        pairs = json.loads(gold.read_text(encoding="utf-8"))["pairs"]
        found.append(Texts(name, a, b, frozenset((tuple(x), tuple(y)) for x, y in pairs)))
    return found


def _side(text: str) -> Side:
    ends = [0]
    for line in text.split("\n"):
        ends.append(ends[-1] + len(line) + 1)
    spans = sentences(text, 0, len(text))
    said = [text[s.start : s.end] for s in spans]
    at = [max(k for k, end in enumerate(ends) if end <= s.start) for s in spans]
    lines = [(ends[k], ends[k + 1] - 1) for k in at]
    return Side(said, lines, np.array([vector(s) for s in said]))


@cache
def vector(sentence: str) -> NDArray[np.float32]:
    return np.asarray(_embedder().embed([sentence])[0], dtype=np.float32)


@cache
def _embedder() -> Embedder:
    return Embedder.load()
