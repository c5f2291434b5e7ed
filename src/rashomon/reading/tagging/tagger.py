"""The trained tagger, run window by window: a report's tokens to spans, states and links."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.models import model_path, session
from rashomon.reading.tagging.decode import MENTIONS, PARTS, TokenSpan, spans
from rashomon.reading.tagging.link import Link, Linker
from rashomon.reading.tagging.tokens import CASES, CLS, QUOTES, SEP, Tokens

OUTPUTS = ("parts", "inner", "mentions", "states")
"""What the graph gives for each token: log-probabilities of the tags of three taggers, and its state."""

BLOCK = 48
"""Windows whose states are held at once, about 9,000 words: a book takes no more memory than a long article. Nothing is linked
across blocks."""


@dataclass(frozen=True, slots=True)
class Level:
    """Sources, cues and contents in order, and what each picked."""

    spans: tuple[TokenSpan, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model saw in some tokens: attributions from outside, those inside their contents, and mentions."""

    outer: Level = Level()
    inner: Level = Level()
    mentions: tuple[TokenSpan, ...] = ()
    inside: NDArray[np.float32] | None = None
    """For each token the probabilities, 0 to 1, that it is of a source, a cue or a content inside some content."""
    around: NDArray[np.float32] | None = None
    """The same as the text has them from outside."""


class Tagger:
    """``reader.onnx`` and ``linker.onnx`` of one folder. Runs on one thread: reports are spread over processes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._session = session(folder / "reader.onnx")
        self._linker = Linker.load(folder / "linker.onnx")

    @classmethod
    def load(cls, folder: Path | None = None) -> Tagger:
        """The packaged model, or the one in ``folder``."""
        return cls(folder or model_path(""))

    @cached_property
    def fingerprint(self) -> str:
        """The first 16 hexadecimal digits of a hash over the model's files."""
        digest = hashlib.sha256()
        for name in ("reader.onnx", "linker.onnx"):
            digest.update((self._folder / name).read_bytes())
        return digest.hexdigest()[:16]

    def tag(self, tokens: Tokens) -> Tagged:
        """Spans and links of the tokens; one window a run, so that a reading depends on its report alone."""
        blocks = [self._tag(part, first) for first, part in _blocks(tokens)]
        return Tagged(
            _together([b.outer for b in blocks]),
            _together([b.inner for b in blocks]),
            tuple(m for b in blocks for m in b.mentions),
            np.concatenate([b.inside for b in blocks if b.inside is not None]) if blocks else None,
            np.concatenate([b.around for b in blocks if b.around is not None]) if blocks else None,
        )

    def _tag(self, tokens: Tokens, at: int) -> Tagged:
        """A block that begins with token ``at`` of its report."""
        rows: list[list[NDArray[np.float32]]] = [[] for _ in OUTPUTS]
        for first, last in tokens.windows:
            feed = {
                "ids": _framed(tokens.ids[first:last], CLS, SEP),
                "case": _framed(tokens.case[first:last], CASES, CASES),
                "quote": _framed(tokens.quote[first:last], QUOTES, QUOTES),
            }
            for row, output in zip(rows, self._session.run(list(OUTPUTS), feed), strict=True):
                row.append(output[0, 1:-1])
        parts, inner, mentions, states = (np.concatenate(row) for row in rows)
        outer = self._level(tokens, states, parts)
        inside, around = _of_parts(inner), _of_parts(parts)
        outside = ~_held(outer.spans, len(tokens))
        inner[outside, 0], inner[outside, 1:] = 0.0, -np.inf
        return Tagged(
            _moved(outer, at),
            _moved(self._level(tokens, states, inner), at),
            tuple(_shifted(spans(mentions, MENTIONS), at)),
            inside,
            around,
        )

    def _level(
        self, tokens: Tokens, states: NDArray[np.float32], log_probabilities: NDArray[np.float32]
    ) -> Level:
        found = spans(log_probabilities, PARTS)
        return Level(tuple(found), tuple(self._linker.links(tokens, states, found)))


def _blocks(tokens: Tokens) -> Iterator[tuple[int, Tokens]]:
    """The tokens BLOCK windows at a time, each with the number of its first token."""
    for i in range(0, len(tokens.windows), BLOCK):
        windows = tokens.windows[i : i + BLOCK]
        first, last = windows[0][0], windows[-1][1]
        ids, starts, ends, case, quote = (
            c[first:last] for c in (tokens.ids, tokens.starts, tokens.ends, tokens.case, tokens.quote)
        )
        yield first, Tokens(ids, starts, ends, case, quote, tuple((a - first, b - first) for a, b in windows))


def _of_parts(log_probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """For each token the probability of each part: that of its first tag and that of its other."""
    chances = np.exp(log_probabilities)
    return np.asarray(chances[:, 1::2] + chances[:, 2::2])


def _moved(level: Level, by: int) -> Level:
    return Level(tuple(_shifted(level.spans, by)), level.links)


def _shifted(found: Sequence[TokenSpan], by: int) -> Sequence[TokenSpan]:
    return [replace(s, first=s.first + by, last=s.last + by) for s in found] if by else found


def _together(levels: Sequence[Level]) -> Level:
    """The levels of consecutive blocks as one: links count from the first block's first span."""
    if len(levels) == 1:
        return levels[0]
    found: list[TokenSpan] = []
    links: list[Link] = []
    for level in levels:
        links += [link if link.to is None else replace(link, to=link.to + len(found)) for link in level.links]
        found += level.spans
    return Level(tuple(found), tuple(links))


def _held(found: Sequence[TokenSpan], length: int) -> NDArray[np.bool_]:
    """Which tokens stand in a content."""
    out = np.zeros(length, dtype=np.bool_)
    for s in found:
        if s.kind == "content":
            out[s.first : s.last] = True
    return out


def _framed(values: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    return np.concatenate([[first], values, [last]])[None].astype(np.int64)
