"""What somebody says in a story, stretch by stretch: what denials are, and what they are tied to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.told import Told, cited_as
from rashomon.collation.sentences.embed import unpack
from rashomon.records import Attribution, Report, Sentence, Span


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch that somebody says: its report, span, attribution, who, and its meaning.

    ``named`` is who is cited, in words, where no attribution tells.
    """

    report: int
    span: Span
    attribution: int | None
    who: str
    vector: NDArray[np.float32] | None
    named: str | None = None


Ties = list[tuple[Said, float, str]]
"""What a denial is tied to, each with how surely and why."""


def text_of_said(told: Told, said: Said) -> str:
    """The words of a stretch."""
    return told.reports[said.report].text[said.span.start : said.span.end]


def between(told: Told, said: Said, denial: Said) -> str:
    """The text between words and the denial behind them; more than a paragraph where they are not in its report."""
    if said.report != denial.report or said.span.end > denial.span.start:
        return "\n"
    return told.reports[said.report].text[said.span.end : denial.span.start]


def entity(told: Told, report: Report, index: int | None, a: Attribution | None) -> str:
    """Who is cited: the entity, else the words for the source in this report; without an attribution the report itself."""
    if a is None or index is None:
        return f"report:{report.id}"
    return told.speakers.get((report.id, index)) or f"{report.id}:{cited_as(report, a)}"


def vector(sentence: Sentence) -> NDArray[np.float32] | None:
    """A sentence's meaning, where it has one."""
    if not sentence.vector:
        return None
    row: NDArray[np.float32] = unpack([sentence.vector])[0]
    return row


def enclosing(attributions: Sequence[Attribution], index: int) -> set[int]:
    """The attributions that one stands in."""
    around: set[int] = set()
    while (outer := attributions[index].inside) is not None and outer not in around:
        around.add(outer)
        index = outer
    return around
