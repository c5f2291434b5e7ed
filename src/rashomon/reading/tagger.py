"""The trained tagger, run window by window: a report's tokens to spans, states and links."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rashomon.models import model_path, session
from rashomon.reading.decode import MENTIONS, PARTS, TokenSpan, spans, tag_count
from rashomon.reading.link import Link, Linker
from rashomon.reading.tokens import CASES, CLS, QUOTES, SEP, Tokens


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the model saw in some tokens: part spans in order, with their links, and mention spans."""

    parts: tuple[TokenSpan, ...]
    links: tuple[Link, ...]
    mentions: tuple[TokenSpan, ...]


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
        if not len(tokens):
            return Tagged((), (), ())
        rows: list[list[NDArray[np.float32]]] = [[], [], []]
        for first, last in tokens.windows:
            feed = {
                "ids": _framed(tokens.ids[first:last], CLS, SEP),
                "case": _framed(tokens.case[first:last], CASES, CASES),
                "quote": _framed(tokens.quote[first:last], QUOTES, QUOTES),
            }
            for row, output in zip(
                rows, self._session.run(["parts", "mentions", "states"], feed), strict=True
            ):
                row.append(output[0, 1:-1])
        parts, mentions, states = (np.concatenate(row) for row in rows)
        assert parts.shape[1] == tag_count(PARTS)
        found = spans(parts, PARTS)
        links = self._linker.links(tokens, states, found)
        return Tagged(tuple(found), tuple(links), tuple(spans(mentions, MENTIONS)))


def _framed(values: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    return np.concatenate([[first], values, [last]])[None].astype(np.int64)
