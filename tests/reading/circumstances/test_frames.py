"""The words around a saying, however many sayings share its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.reading.circumstances.frames import HIDDEN, Frames
from rashomon.records import AttributionKind, Span
from tests.reading.saying import read

ONE = "Ann said it fell and "


@dataclass(frozen=True)
class _Told:
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: int | None
    kind: AttributionKind = AttributionKind.INDIRECT


class _Counted(tuple[Span, ...]):
    """Spans that note how often one of them is looked at."""

    looked = 0

    def __iter__(self) -> Iterator[Span]:
        for span in super().__iter__():
            _Counted.looked += 1
            yield span


def test_a_frame_is_the_sentence_less_what_is_said_in_it_and_by_others() -> None:
    text, found = read("It rained. [s0:Ann] [c0:said] [x0:it fell], and [s1:Bo] [c1:wrote] [x1:it stood].")
    frame = Frames(text, found).of(0)
    assert frame is not None
    words = f"{HIDDEN * 3} said {HIDDEN * 7}, and {HIDDEN * 2} {HIDDEN * 5} {HIDDEN * 8}."
    assert (frame.start, frame.words) == (text.index("Ann"), words)


def test_of_an_endless_sentence_told_in_pieces_each_is_looked_at_a_few_times_however_many_they_are() -> None:
    assert _looked_at(400) <= 2 * _looked_at(200)


def _looked_at(sayings: int) -> int:
    """How many pieces of the outer content are looked at to tell the frames of the sayings inside it."""
    pieces = _Counted(Span(n * len(ONE), (n + 1) * len(ONE) - 4) for n in range(sayings))
    inner = [
        _Told(
            (Span(p.start, p.start + 3),),
            (Span(p.start + 4, p.start + 8),),
            (Span(p.start + 9, p.start + 16),),
            0,
        )
        for p in pieces
    ]
    frames = Frames(ONE * sayings, [_Told((), (), pieces, None), *inner])
    _Counted.looked = 0
    for n in range(sayings):
        assert frames.of(n + 1) is not None
    return _Counted.looked
