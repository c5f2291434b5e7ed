"""What somebody says in a story, stretch by stretch: what denials are, and what they are tied to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.told import Told
from rashomon.records import Span


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
    return told.reports[said.report].text[said.span.start : said.span.end]


def between(told: Told, said: Said, denial: Said) -> str:
    """The text between words and the denial behind them; more than a paragraph where they are not in its report."""
    if said.report != denial.report or said.span.end > denial.span.start:
        return "\n"
    return told.reports[said.report].text[said.span.end : denial.span.start]
