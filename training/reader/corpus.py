"""PolNeAR (Newell, Margolin and Ruths, LREC 2018) as documents with gold attributions and silver mentions."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.text.quotations import quotations
from rashomon.records import Span

Spans = list[tuple[int, int]]

INSIDE = Path(__file__).with_name("inside.jsonl")
"""What stands inside the contents of PolNeAR's training articles, which its own annotation leaves out: a line a document, read by
:func:`read_marks`.
"""

# The silver annotation's names (Stanford CoreNLP's three- and seven-class models) for our kinds of mention.
MENTION_KINDS = {
    "PERSON": "person",
    "ORGANIZATION": "organisation",
    "LOCATION": "place",
    "DATE": "date",
    "NUMBER": "figure",
    "PERCENT": "figure",
    "MONEY": "figure",
}

_NO_FIGURES = frozenset({"one", "One"})  # mostly a pronoun, which the silver annotation does not tell


@dataclass
class Gold:
    """One attribution; each part a list of (start, end) into the text, empty where not expressed."""

    source: Spans = field(default_factory=list)
    cue: Spans = field(default_factory=list)
    content: Spans = field(default_factory=list)


@dataclass
class Document:
    """A news article: its text as it is in the file, gold attributions, and mentions (kind, start, end).

    ``inner`` holds attributions inside contents; they are all known in the stretches ``inner_known`` and nowhere else. In the
    stretches ``open`` not even ``attributions`` are all known.
    """

    name: str
    text: str
    attributions: list[Gold]
    mentions: list[tuple[str, int, int]]
    inner: list[Gold] = field(default_factory=list)
    inner_known: Spans = field(default_factory=list)
    open: tuple[tuple[int, int], ...] = ()


def read(folder: Path) -> list[Document]:
    """The documents of a compartment (``train`` or ``dev``), by name, each with its first annotator's attributions."""
    texts = {path.stem: _text(path) for path in sorted((folder / "text").glob("*.txt"))}
    mentions = _mentions(folder / "corenlp.jsonl.gz", texts)
    none = Marks([], [], [])
    marks = read_marks(INSIDE)
    first: dict[str, list[Gold]] = {}
    for name, attributions in every_annotator(folder):
        first.setdefault(name, attributions)
    return [
        Document(
            name,
            texts[name],
            attributions,
            mentions.get(name, []),
            marks.get(name, none).inside,
            marks.get(name, none).known,
        )
        for name, attributions in sorted(first.items())
    ]


def every_annotator(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The name of a document of a compartment and the attributions of one annotator, for each of its annotators, by name; most
    have one.
    """
    for path in sorted((folder / "attributions").glob("*.ann")):
        yield path.stem.rpartition("_")[0], _attributions(path)


def as_found(document: Document) -> list[Found]:
    """The document's attributions as the reader would give them, in text order: surely found."""
    marks = quotations(document.text)
    out = []
    for a in document.attributions:
        source, cue, content = (tuple(Span(s, e) for s, e in part) for part in (a.source, a.cue, a.content))
        if source or cue or content:
            kind = kind_of(document.text, content, cue, marks)
            out.append(Found(source, cue, content, kind, Certainty(1, 1, 1)))
    return sorted(out, key=lambda f: min(s.start for s in f.spans))


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _attributions(path: Path) -> list[Gold]:
    spans: dict[str, Spans] = {}
    out: list[Gold] = []
    for line in _text(path).splitlines():
        columns = line.split("\t")
        if line.startswith("T") and len(columns) > 1:
            pieces = [p.split() for p in columns[1].partition(" ")[2].split(";")]
            spans[columns[0]] = [(int(p[0]), int(p[1])) for p in pieces if p]
        elif line.startswith("E") and len(columns) > 1:
            gold = Gold()
            for argument in columns[1].split()[1:]:
                role, _, reference = argument.partition(":")
                part = re.sub(r"\d+$", "", role).lower()
                if part in ("source", "cue", "content") and reference in spans:
                    getattr(gold, part).extend(spans[reference])
            out.append(gold)
    return out


@dataclass
class Marks:
    """What an annotator added to a text: attributions, those ``inside`` their contents, and the stretches where all of these are
    known; as code points of the text.
    """

    attributions: list[Gold]
    inside: list[Gold]
    known: Spans


def read_marks(file: Path) -> dict[str, Marks]:
    """The documents' marks in a file of one JSON object a line (``doc``, ``attributions``, ``inside``, ``known``), by name."""

    def spans(pieces: list[list[int]]) -> Spans:
        return [(start, end) for start, end in pieces]

    def golds(rows: list[dict[str, list[list[int]]]]) -> list[Gold]:
        return [Gold(*(spans(row[part]) for part in ("source", "cue", "content"))) for row in rows]

    out = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        out[row["doc"]] = Marks(golds(row["attributions"]), golds(row["inside"]), spans(row["known"]))
    return out


def _mentions(path: Path, texts: dict[str, str]) -> dict[str, list[tuple[str, int, int]]]:
    out: dict[str, list[tuple[str, int, int]]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = texts.get(row["doc"], "")
            found: list[tuple[str, int, int]] = []
            previous = ""
            for start, end, _, label in row["tokens"]:
                kind = MENTION_KINDS.get(label, "")
                if kind and kind == previous and start - found[-1][2] <= 1:
                    found[-1] = (kind, found[-1][1], end)
                elif kind:
                    found.append((kind, start, end))
                previous = kind
            out[row["doc"]] = [m for m in found if text[m[1] : m[2]] not in _NO_FIGURES]
    return out
