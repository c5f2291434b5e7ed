"""A report's text cut where its attributions begin and end, so that each can be marked where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rashomon.records import VOICES_APART, Passage, Reading, Report, Span, Voice

#: A text longer than this is shown only around what is marked: ten times a long magazine article (10,000
#: words), so that nothing that people wrote as one report is cut.
LONGEST = 600_000

#: Characters shown on either side of what is marked in a text that is cut.
AROUND = 1_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording of statement ``number`` stands in a report."""

    start: int
    end: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is alike throughout: which parts of attributions it is in.

    ``start`` and ``end`` are its characters in the report. ``anchor`` is set where a wording begins here or something else that
    is pointed at, ``ends`` are the numbers of the statements whose wordings end with it. Where ``left_out``, the text is empty
    and not shown.
    """

    start: int
    end: int
    text: str
    source: bool = False
    cue: bool = False
    content: bool = False
    anchor: bool = False
    ends: tuple[int, ...] = ()
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A passage in pieces."""

    voice: Voice
    pieces: tuple[Piece, ...]


def blocks(
    report: Report, reading: Reading, places: Sequence[Place], pointed: Sequence[Span] = ()
) -> tuple[Block, ...]:
    """The passages of a report that are shown, each cut into pieces; together they give its text unchanged.

    ``pointed`` are other characters that something points at: a figure, a side of a conflict.

    Takes time in proportion to the text and the number of spans, however they nest or overlap.
    """
    parts = _parts(reading)
    anchors = {place.start for place in places} | {span.start for span in pointed}
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for place in places:
        ends[place.end].append(place.number)
    shown = [p for p in report.passages if p.voice not in VOICES_APART]
    marks = (
        [Span(p.start, p.end) for p in places] + [*pointed] + [s for spans in parts.values() for s in spans]
    )
    kept = _kept(shown, marks) if len(report.text) > LONGEST else None
    cuts = anchors | ends.keys() | {at for mark in marks for at in (mark.start, mark.end)}
    cuts |= {at for span in kept or () for at in (span.start, span.end)}
    cuts |= {at for passage in shown for at in (passage.start, passage.end)}
    order = sorted(cuts)
    covered = {part: _covered(order, spans) for part, spans in parts.items()}
    visible = None if kept is None else _covered(order, kept)
    found: defaultdict[int, list[Piece]] = defaultdict(list)
    passage = 0
    for start, end in pairwise(order):
        while passage < len(shown) and shown[passage].end <= start:
            passage += 1
        if passage < len(shown) and shown[passage].start <= start:
            left_out = visible is not None and start not in visible
            found[passage].append(
                Piece(
                    start,
                    end,
                    "" if left_out else report.text[start:end],
                    start in covered["source"],
                    start in covered["cue"],
                    start in covered["content"],
                    start in anchors,
                    tuple(sorted(set(ends.get(end, ())))),
                    left_out,
                )
            )
    return tuple(Block(shown[at].voice, tuple(pieces)) for at, pieces in sorted(found.items()))


def _parts(reading: Reading) -> dict[str, list[Span]]:
    return {
        "source": [span for a in reading.attributions for span in a.source],
        "cue": [span for a in reading.attributions for span in a.cue],
        "content": [span for a in reading.attributions for span in a.content],
    }


def _covered(cuts: Iterable[int], spans: Iterable[Span]) -> set[int]:
    """Those of the sorted ``cuts`` after which the text is in one of the spans, whose edges are all among them."""
    steps: defaultdict[int, int] = defaultdict(int)
    for span in spans:
        steps[span.start] += 1
        steps[span.end] -= 1
    covered, depth = set(), 0
    for cut in cuts:
        depth += steps.get(cut, 0)
        if depth:
            covered.add(cut)
    return covered


def _kept(shown: Sequence[Passage], marks: Iterable[Span]) -> list[Span]:
    """The stretches around the marks, and the beginning of each passage, joined where they meet."""
    wanted = [Span(max(0, m.start - AROUND), m.end + AROUND) for m in marks]
    wanted += [Span(p.start, p.start + AROUND) for p in shown]
    joined: list[Span] = []
    for span in sorted(wanted):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
