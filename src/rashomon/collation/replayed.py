"""People's merges and splits replayed over the machine's groups, whatever is in them: bearers of names, reports of stories."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import count
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Replayed(Generic[T]):
    """Groups by number, the machine's first and in their order: ``members`` of each, and ``where`` each of them is now."""

    def __init__(self, machine: Iterable[Iterable[T]]) -> None:
        self.members = {n: set(group) for n, group in enumerate(machine)}
        self.where = {one: n for n, group in self.members.items() for one in group}
        self._fresh = count(len(self.members))

    def merge(self, one: T, other: T) -> bool:
        """Put everybody who is with ``other`` into the group of ``one``; False where they were together already."""
        into, out = self.where[one], self.where[other]
        if into == out:
            return False
        moved = self.members.pop(out)
        self.members[into] |= moved
        self.where |= dict.fromkeys(moved, into)
        return True

    def split(self, one: T, old: T | None, new: T) -> bool:
        """Let ``one`` stand with ``new``, or by itself where ``new`` is ``one``; False where it is with ``old`` no more."""
        if old is not None and self.where[old] != self.where[one]:
            return False
        self.members[self.where[one]].discard(one)
        self.where[one] = self.where[new] if new != one else next(self._fresh)
        self.members.setdefault(self.where[one], set()).add(one)
        return True
