"""The variations of a statement's wordings as they are shown: words marked where they stand, changes with their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rashomon.collation.wordings.differing import witness
from rashomon.collation.wordings.variation import shared, sharpest
from rashomon.records import Span, Variation, VariationKind, Wording

#: Kinds whose words are marked: what is only punctuated otherwise has the same words.
MARKED = frozenset(VariationKind) - {VariationKind.PUNCTUATION}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording; ``differs`` where the other wording does not have it so."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in a wording (``second``) in the place of what the other has (``first``); either may be empty."""

    kind: VariationKind
    first: str
    second: str
    why: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A wording beside the one it is compared with, the wording ``against`` of its statement, counted from 0.

    ``kind`` is the sharpest of the changes' kinds, ``None`` where there are none; ``shared`` the share of words in common, 0
    to 1 (Dice's coefficient); ``altered`` whether a word is changed inside quotation marks that both have.
    """

    against: int
    changes: tuple[Change, ...]
    kind: VariationKind | None
    shared: float
    altered: bool


def comparison(wordings: Sequence[Wording], texts: Sequence[str], number: int) -> Comparison | None:
    """How wording ``number`` of a statement compares; ``None`` where it is compared with nothing.

    ``texts`` are those of the wordings, not of their reports.
    """
    wording = wordings[number]
    if wording.against is None or wording.against >= len(wordings):
        return None
    other, text, other_text = wordings[wording.against], texts[number], texts[wording.against]
    kind = sharpest(wording.variations)
    return Comparison(
        wording.against,
        tuple(
            Change(
                v.kind,
                other_text[v.other_start - other.start : v.other_end - other.start],
                text[v.start - wording.start : v.end - wording.start],
                v.why,
            )
            for v in wording.variations
        ),
        kind,
        shared(witness(text, 0, len(text)), witness(other_text, 0, len(other_text))),
        kind is VariationKind.ALTERED,
    )


def marked(wordings: Sequence[Wording], texts: Sequence[str], number: int) -> tuple[Piece, ...]:
    """Wording ``number`` in pieces, marked where it differs.

    The one that the others are compared with is marked where there is one other only, and it is plain what they are not in.
    """
    wording = wordings[number]
    if wording.against is not None:
        return _pieces(texts[number], wording.start, _spans(wording.variations))
    if len(wordings) == 2 and wordings[1 - number].against == number:
        found = wordings[1 - number].variations
        spans = [Span(v.other_start, v.other_end) for v in found if v.kind in MARKED]
        return _pieces(texts[number], wording.start, sorted(spans))
    return _pieces(texts[number], wording.start, ())


def _spans(variations: Iterable[Variation]) -> list[Span]:
    return [Span(v.start, v.end) for v in variations if v.kind in MARKED]


def _pieces(text: str, start: int, differing: Iterable[Span]) -> tuple[Piece, ...]:
    pieces, reached = [], 0
    for span in differing:
        low, high = span.start - start, span.end - start
        if low < high:
            pieces += [Piece(text[reached:low], False), Piece(text[low:high], True)]
            reached = high
    pieces.append(Piece(text[reached:], False))
    return tuple(piece for piece in pieces if piece.text)
