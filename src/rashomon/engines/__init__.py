"""Where the work runs. An engine changes nothing in the result: the same rows, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from rashomon.engines.inline import Inline
from rashomon.engines.pool import Pool

__all__ = ["Engine", "Inline", "Pool", "engine"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Maps a function over items and yields the results in the items' order, as they come."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """``function`` of each item; it must be importable, and its arguments and results picklable."""
        ...


def engine(workers: int) -> Engine:
    """The engine for so many processes: this one alone for 1, a pool for more."""
    return Inline() if workers <= 1 else Pool(workers)
