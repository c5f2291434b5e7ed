"""A figure on its way: its number, what it counts, the event it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.reading.figures.events import Bound
from rashomon.reading.text.counted import Counted
from rashomon.reading.text.numbers import Number
from rashomon.records import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A figure on its way: its number, what it counts, the whole expression, the event it belongs to."""

    number: Number
    counted: Counted | None
    whole: Span
    bound: Bound | None
    implied: bool = False


def is_measure(what: Counted | None) -> bool:
    """Whether neither people nor things are counted, but money, hours, shares."""
    return what is not None and what.unit not in ("people", "thing")
