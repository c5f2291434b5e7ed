"""How alike the quotations of one statement are that differ: altered ones are nearly the same, two translations are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.collation.wordings.differing import Witness, witness
from rashomon.collation.wordings.variation import shared
from rashomon.records import VariationKind

_OTHER_WORDS = (VariationKind.ALTERED, VariationKind.REWORDED, VariationKind.REORDERED)
"""Kinds of variation in which quotations have other words."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A wording's words, whether every word of them stands in quotation marks (``whole``), the place of the wording that it is
    compared with, and the sharpest difference from that."""

    text: str
    whole: bool
    against: int | None
    kind: VariationKind | None


def closeness(quotations: Sequence[Quotation]) -> float | None:
    """The share of words in common of the two quotations that differ least, ``None`` where none differ.

    Where all but a word or two are alike, one of the reports has altered what was said; where little is alike, there may be
    two translations.
    """
    witnesses: dict[int, Witness] = {}

    def words(at: int) -> Witness:
        if at not in witnesses:
            witnesses[at] = witness(quotations[at].text, 0, len(quotations[at].text))
        return witnesses[at]

    return max(
        (
            shared(words(at), words(q.against))
            for at, q in enumerate(quotations)
            if q.against is not None and q.against < len(quotations) and q.kind in _OTHER_WORDS
            if q.whole and quotations[q.against].whole
        ),
        default=None,
    )
