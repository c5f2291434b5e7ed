"""A document's contents as texts of their own, as the reader reads them again to find what is said inside what is said."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from rashomon.reading.attributions.nesting import may_hold_more
from rashomon.reading.text.edges import bare
from rashomon.records import Span
from training.reader.corpus import Document, Gold, Marks, Spans, read_marks
from training.reader.edits import moved

CONTENTS = Path(__file__).with_name("contents.jsonl")
"""Contents that the reader found in news of which nobody has annotated the attributions, and what stands inside them, by an
annotator: a language model reading (:func:`read_marks`; an *attribution* there is a content and no more).
"""


def with_contents(document: Document) -> Document | None:
    """An article of which nobody has annotated the attributions, with the contents that were read for its attributions;
    ``None`` where none were.
    """
    marks = read_alone().get(document.name)
    if marks is None:
        return None
    return replace(document, attributions=marks.attributions, inner=marks.inside, inner_known=marks.known)


def with_insides(document: Document) -> Document:
    """The same article with what stands inside the contents that were read, and nothing else."""
    read = with_contents(document)
    return document if read is None else replace(read, attributions=document.attributions)


@cache
def read_alone() -> dict[str, Marks]:
    """The contents of ``contents.jsonl``, by the names of their articles."""
    return read_marks(CONTENTS)


def alone(document: Document) -> Document | None:
    """The contents that the reader would read again, a paragraph each, their inner attributions as outer ones; ``None`` where
    an annotator has read none of them. What they did not tell, and what stands inside inner contents, is left open.
    """
    text = ""
    out = Document(f"{document.name}, contents", "", [], [])
    open_: Spans = []
    seen: set[Span] = set()
    for start, end in sorted({piece for a in document.attributions for piece in a.content}):
        content = bare(document.text, Span(start, end))
        known = [(max(s, content.start), min(e, content.end)) for s, e in document.inner_known]
        known = sorted((s, e) for s, e in known if s < e)
        if content in seen or not known or not may_hold_more(document.text, content):
            continue
        golds = [
            g for g in document.inner if any(s < content.end and content.start < e for s, e in _spans(g))
        ]
        if any(s < content.start or content.end < e for g in golds for s, e in _spans(g)):
            continue
        seen.add(content)
        by = len(text) - content.start
        out.attributions += [moved(g, by) for g in golds if not any(_inside(g, other) for other in golds)]
        out.mentions += [
            (k, s + by, e + by) for k, s, e in document.mentions if content.start <= s and e <= content.end
        ]
        edges = [content.start, *(at for piece in known for at in piece), content.end]
        open_ += ((s + by, e + by) for s, e in zip(edges[::2], edges[1::2], strict=True) if s < e)
        text += document.text[content.start : content.end] + "\n\n"
    return replace(out, text=text, open=tuple(open_)) if text else None


def _spans(gold: Gold) -> list[tuple[int, int]]:
    return [*gold.source, *gold.cue, *gold.content]


def _inside(gold: Gold, other: Gold) -> bool:
    """Whether all of it stands in the content of another."""
    return gold is not other and all(
        any(s <= x and y <= e for s, e in other.content) for x, y in _spans(gold)
    )
