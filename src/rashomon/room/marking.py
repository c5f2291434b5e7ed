"""A report's text cut into passages, paragraphs and pieces, each piece alike throughout: what a page marks, and where."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.records import VOICES_APART, Passage, Reading, Report, Span, Voice, overlap

#: A paragraph longer than this is shown only around what is marked in it: no sentence that people wrote is so long, and
#: a browser lays out a line of ten megabytes in minutes.
LONGEST = 20_000

#: Characters shown on either side of what is marked in a paragraph that is cut.
AROUND = 500

_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` of the report, alike throughout: which parts of which attributions they are in.

    ``source``, ``cue`` and ``content`` hold the attributions' numbers (their places in the reading), outermost first. ``begins``
    and ``ends`` are those whose content begins before, or ends after, this piece. ``asked`` is set inside the characters that
    the address asks for. Where ``left_out``, the text is empty and not shown.
    """

    start: int
    end: int
    text: str
    source: tuple[int, ...] = ()
    cue: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    asked: bool = False
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a passage in pieces, and the attributions explained beside it: those whose first mark stands here."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MarkedPassage:
    """A passage in paragraphs. ``apart`` where it is a reader's comment or site furniture."""

    voice: Voice
    apart: bool
    paragraphs: tuple[Paragraph, ...]


def marked(report: Report, reading: Reading, asked: Span | None = None) -> tuple[MarkedPassage, ...]:
    """The passages of a report with its attributions marked. What stands in no passage is shown as body text."""
    marks = _Marks(reading, asked)
    return tuple(
        MarkedPassage(
            passage.voice,
            passage.voice in VOICES_APART,
            tuple(
                _paragraph(report.text, start, end, marks) for start, end in _paragraphs(report.text, passage)
            ),
        )
        for passage in _covering(report)
    )


def _covering(report: Report) -> Iterator[Passage]:
    """The report's passages, and as body text whatever but white space lies between them."""
    reached = 0
    for passage in (*report.passages, None):
        start = passage.start if passage else len(report.text)
        if report.text[reached:start].strip():
            yield Passage(Voice.BODY, reached, start)
        if passage:
            yield passage
            reached = passage.end


def _paragraphs(text: str, passage: Passage) -> Iterator[tuple[int, int]]:
    for line in _PARAGRAPH.finditer(text, passage.start, passage.end):
        if not line[0].isspace():
            yield line.span()


class _Marks:
    """Every span of a reading by where it begins, and how deep each attribution stands inside others."""

    def __init__(self, reading: Reading, asked: Span | None) -> None:
        self.spans: list[tuple[Span, str, int]] = []
        self.depth = [depth(reading, n) for n in range(len(reading.attributions))]
        self.first: dict[int, int] = {}
        for number, attribution in enumerate(reading.attributions):
            for part in ("source", "cue", "content"):
                spans: Sequence[Span] = getattr(attribution, part)
                self.spans += [(span, part, number) for span in spans if span.start < span.end]
            starts = [s.start for s in (*attribution.content, *attribution.source, *attribution.cue)]
            if starts:
                self.first[number] = min(starts)
        if asked is not None:
            self.spans.append((asked, "asked", -1))
        self.spans.sort(key=lambda mark: (mark[0].start, mark[0].end))

    def touching(self, start: int, end: int) -> list[tuple[Span, str, int]]:
        # Attributions of one report are some dozens; a report of thousands is a table, and rare.
        asked = Span(start, end)
        return [mark for mark in self.spans if overlap(mark[0], asked)]


def depth(reading: Reading, number: int) -> int:
    """How many attributions an attribution stands inside."""
    deep, seen, inside = 0, {number}, reading.attributions[number].inside
    while inside is not None and inside not in seen:
        seen.add(inside)
        deep, inside = deep + 1, reading.attributions[inside].inside
    return deep


def _paragraph(text: str, start: int, end: int, marks: _Marks) -> Paragraph:
    touching = marks.touching(start, end)
    edges = {start, end}
    at: dict[str, defaultdict[int, list[int]]] = {"begin": defaultdict(list), "end": defaultdict(list)}
    for span, part, number in touching:
        edges |= {max(start, span.start), min(end, span.end)}
        if part == "content":
            at["begin"][max(start, span.start)].append(number)
            at["end"][min(end, span.end)].append(number)
    kept = _kept(start, end, touching)
    edges |= {edge for span in kept or () for edge in (span.start, span.end)}
    opening, closing = defaultdict(list), defaultdict(list)
    for mark in touching:
        opening[max(start, mark[0].start)].append(mark)
        closing[min(end, mark[0].end)].append(mark)
    pieces, over = [], list[tuple[Span, str, int]]()
    for a, b in pairwise(sorted(edges)):
        over = [mark for mark in over if mark not in closing.get(a, ())] + opening.get(a, [])
        shown = kept is None or any(span.start <= a and b <= span.end for span in kept)
        inside = {
            part: tuple(sorted({n for _, p, n in over if p == part}, key=lambda n: (marks.depth[n], n)))
            for part in ("source", "cue", "content")
        }
        pieces.append(
            Piece(
                a,
                b,
                text[a:b] if shown else "",
                inside["source"],
                inside["cue"],
                inside["content"],
                tuple(sorted(set(at["begin"].get(a, ())), key=lambda n: (marks.depth[n], n))),
                tuple(sorted(set(at["end"].get(b, ())), key=lambda n: (-marks.depth[n], n))),
                any(p == "asked" for _, p, _ in over),
                not shown,
            )
        )
    here = {n for _, _, n in touching if start <= marks.first.get(n, -1) < end}
    notes = sorted((n for n in here if n >= 0), key=lambda n: (marks.first[n], marks.depth[n], n))
    return Paragraph(start, end, tuple(pieces), tuple(notes))


def _kept(start: int, end: int, marks: Sequence[tuple[Span, str, int]]) -> list[Span] | None:
    """Of a paragraph that is too long, the stretches around its marks and its beginning; ``None`` for any other."""
    if end - start <= LONGEST:
        return None
    # The edges of a mark, and not what lies between them: a mark may be as long as its paragraph.
    edges = {start} | {edge for span, _, _ in marks for edge in (max(start, span.start), min(end, span.end))}
    joined: list[Span] = []
    for edge in sorted(edges):
        low, high = max(start, edge - AROUND), min(end, edge + AROUND)
        if joined and low <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, high)
        else:
            joined.append(Span(low, high))
    return joined
