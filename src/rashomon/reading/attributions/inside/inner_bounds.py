"""How far what is said inside a content goes: with the marks that it stands in, and no further than its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.text.edges import holds
from rashomon.reading.text.quotations import MARKS, Quotation
from rashomon.reading.text.sentences import sentences
from rashomon.records import AttributionKind, Span


def as_marked(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, those inside a content as the marks in it have them: with the closing mark, which the content around was
    read without, and without the sentences behind it, which are of whoever speaks around.

    *He said: ‘The fire will reach you.’ You forgot.*
    """
    begun = {q.start: q for q in marks if q.depth and q.closed}
    out = []
    for f in found:
        if f.inside is not None:
            around = found[f.inside].content
            content = tuple(
                _with_closing_mark(text, _in_its_marks(text, s, begun.get(s.start)), around, marks)
                for s in f.content
            )
            if content != f.content:
                f = replace(f, content=content, kind=kind_of(text, content, f.cue, marks))
        out.append(f)
    return out


def _in_its_marks(text: str, piece: Span, quotation: Quotation | None) -> Span:
    """A piece that begins with a quotation of whole sentences, without what stands behind it."""
    if quotation is None or piece.end <= quotation.end or text[quotation.end - 2] not in ".!?…":
        return piece
    return Span(piece.start, quotation.end)


def _with_closing_mark(text: str, piece: Span, around: Sequence[Span], marks: Sequence[Quotation]) -> Span:
    """A piece with the closing mark right behind it of the last quotation that begins in it."""
    n = bisect_left(marks, piece.end, key=lambda q: q.start) - 1
    if n < 0 or not marks[n].closed or marks[n].start < piece.start or marks[n].end <= piece.end:
        return piece
    closed = Span(piece.start, marks[n].end)
    left = any(map(str.isalnum, text[piece.end : closed.end]))
    return piece if left or not holds(around, closed) else closed


def in_their_sentence(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, those inside a content that are not quoted whole without what goes beyond the sentence of their cue:
    in *“The mayor says nine. I do not know who is right,” he said* the second sentence is his.

    Outermost ones stay: what follows there is hardly ever the report's own, and mostly a quotation of the same speaker. What
    stood inside the part that is left out stands inside the speaker around.
    """
    starts = [q.start for q in marks]
    out = list(found)
    for n, f in enumerate(found):
        if f.inside is None or f.kind is AttributionKind.DIRECT or not f.cue:
            continue
        cue = Span(f.cue[0].start, f.cue[-1].end)
        kept = tuple(_in_sentence(text, s, cue, marks, starts) for s in f.content)
        if kept != f.content:
            out[n] = replace(f, content=kept, kind=kind_of(text, kept, f.cue, marks))
    for n, f in enumerate(out):
        outer = out[f.inside] if f.inside is not None else None
        if outer is not None and not all(holds(outer.content, s) for s in f.spans):
            out[n] = replace(f, inside=outer.inside)
    return out


def _in_sentence(
    text: str, piece: Span, cue: Span, marks: Sequence[Quotation], starts: Sequence[int]
) -> Span:
    """A piece of content up to the end of its first sentence, or from the start of its last where the cue comes after it.

    A sentence that begins with a quotation mark, or ends inside a quotation, goes on with the one before.
    """
    ends = []
    for s, after in pairwise(sentences(text, piece.start, piece.end)):
        quoted = marks[bisect_left(starts, piece.start) : bisect_left(starts, s.end)]
        if text[after.start - 1] not in MARKS and not any(q.end > s.end for q in quoted):
            stop = text[s.end - 1] == "."  # the sentence's, as elsewhere no part of what is retold
            ends.append((s.end - stop, after.start))
    if not ends:
        return piece
    return Span(piece.start, ends[0][0]) if cue.start <= piece.start else Span(ends[-1][1], piece.end)
