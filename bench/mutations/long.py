"""A text as long as a book: whether its time stays in proportion to its length, and how much memory it takes."""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from bench.mutations.articles import Article
from bench.mutations.kinds import KINDS
from bench.mutations.reading import Outcome, read

PART = 10  # the long text is compared with a part of a tenth of its words

WAYS = (None, "paragraphs joined", "quotation marks unbalanced", "scanned (OCR)")
"""The mutations in which a search for an end could run to the end of the text; ``None`` is the text as it is."""


@dataclass(frozen=True, slots=True)
class LongRead:
    """A long text read once, in a process of its own; ``megabytes`` is the most memory that process held."""

    way: str | None
    words: int
    megabytes: float
    outcome: Outcome

    @property
    def seconds(self) -> float:
        """Seconds of processor time per 10,000 words."""
        return 10_000 * self.outcome.seconds / self.words

    @property
    def found(self) -> float:
        """Attributions per 1,000 words: a reader that loses its way in a long text finds fewer."""
        return 1_000 * len(self.outcome.found) / self.words


def long_text(articles: Sequence[Article], words: int) -> str:
    """Articles after one another, from the first again after the last, until there are as many words."""
    pieces: list[str] = []
    for article in cycle(articles):
        pieces.append(article.text.strip())
        words -= len(article.text.split())
        if words <= 0:
            return "\n\n".join(pieces)
    raise ValueError("no articles")


def long_reads(
    articles: Sequence[Article], words: int, model: Path | None
) -> Iterator[tuple[LongRead, LongRead]]:
    """For each of ``WAYS`` the part, then the whole."""
    whole = long_text(articles, words)
    part = long_text(articles, words // PART)
    for way in WAYS:
        yield _read_alone(part, way, model), _read_alone(whole, way, model)


def _read_alone(text: str, way: str | None, model: Path | None) -> LongRead:
    words = len(text.split())
    if way is not None:
        text = KINDS[way](text, random.Random(way)).text
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        try:
            outcome, megabytes = pool.submit(_read_and_weigh, text, model).result()
        except BrokenProcessPool:
            outcome, megabytes = Outcome((), 0.0, crash="the process was killed, as for want of memory"), 0.0
    return LongRead(way, words, megabytes, outcome)


def _read_and_weigh(text: str, model: Path | None) -> tuple[Outcome, float]:
    read("“Ready,” she said.", model)
    outcome = read(text, model)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return outcome, most / (1e6 if sys.platform == "darwin" else 1e6 / 1024)
