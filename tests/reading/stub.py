"""A tagger that says what it is told, so that what is made of its words can be tested without a model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.tagging.decode import TokenSpan
from rashomon.reading.tagging.link import Link
from rashomon.reading.tagging.tagger import Level, Tagged, Tagger
from rashomon.reading.tagging.tokens import ELISION, Tokens


@dataclass
class Told:
    """One attribution by its strings; parts not in the tokens at hand are left out."""

    source: str
    cue: str
    content: list[str]
    score: float = 0.9
    inner: bool = False


@dataclass
class StubTagger:
    """Finds the strings it was given wherever the tokens reach. The words of ``hints`` may be cues inside contents; ``None``: it
    does not tell.
    """

    text: str
    told: list[Told]
    hints: tuple[str, ...] | None = None
    seen: list[list[str]] = field(default_factory=list)

    def tag(self, tokens: Tokens) -> Tagged:
        self.seen.append([self.text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)])
        outer, inner = ([t for t in self.told if t.inner is inner] for inner in (False, True))
        return Tagged(self._level(tokens, outer), self._level(tokens, inner), inside=self._inside())

    def _inside(self) -> NDArray[np.float32] | None:
        if self.hints is None:
            return None
        cues = [float(word in self.hints) for word in self.seen[-1]]
        return np.array([[0.0, cue, 0.0] for cue in cues], dtype=np.float32)

    def _level(self, tokens: Tokens, told: list[Told]) -> Level:
        parts: list[TokenSpan] = []
        links: list[Link] = []
        for t in told:
            source = self._span(tokens, "source", t.source, t.score)
            cue = self._span(tokens, "cue", t.cue, t.score)
            contents = [s for c in t.content if (s := self._span(tokens, "content", c, t.score))]
            if not t.cue:  # a content that no cue claims
                parts += contents
                links += [Link(None, 0.9)] * len(contents)
            if not cue or not contents:
                continue
            at = None
            if source:
                at = len(parts)
                parts.append(source)
                links.append(Link(None, 1.0))
            parts.append(cue)
            links.append(Link(at, 1.0))
            to = len(parts) - 1
            for c in contents:
                parts.append(c)
                links.append(Link(to, 1.0))
        return Level(tuple(parts), tuple(links))

    def _span(self, tokens: Tokens, kind: str, words: str, score: float) -> TokenSpan | None:
        at = self.text.find(words) if words else -1
        if at < 0:
            return None
        end = at + len(words)
        first = int(np.searchsorted(tokens.ends, at, side="right"))
        last = int(np.searchsorted(tokens.starts, end, side="left"))
        covered = first < last and tokens.starts[first] <= at and tokens.ends[last - 1] >= end
        left_out = last - first == 1 and tokens.ids[first] == ELISION
        return TokenSpan(kind, first, last, score) if covered and not left_out else None


def tagger(text: str, *told: Told, hints: tuple[str, ...] | None = None) -> Tagger:
    """The stub where a Tagger is asked for."""
    return cast(Tagger, StubTagger(text, list(told), hints))
