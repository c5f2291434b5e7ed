"""Items that are one by way of others: a union-find (Galler and Fischer 1964) whose classes are known by their lowest item."""

from __future__ import annotations

from typing import Generic, TypeVar

Item = TypeVar("Item", int, str)


class Classes(Generic[Item]):
    """Classes of items, each item alone until joined; which one stands for a class does not depend on the order of joins.

    >>> classes = Classes[int]()
    >>> classes.join(3, 1)
    >>> classes.join(3, 2)
    >>> [classes.of(item) for item in range(5)]
    [0, 1, 1, 1, 4]
    """

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def of(self, item: Item) -> Item:
        """The lowest item of the class."""
        lowest = item
        while (parent := self._parent.get(lowest, lowest)) != lowest:
            lowest = parent
        while item != lowest:  # the next look-up is a step
            self._parent[item], item = lowest, self._parent[item]
        return lowest

    def join(self, one: Item, other: Item) -> None:
        """Make two classes one."""
        a, b = self.of(one), self.of(other)
        if a != b:
            self._parent[max(a, b)] = min(a, b)
