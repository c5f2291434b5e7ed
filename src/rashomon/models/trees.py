"""Small trees, grown in training (scikit-learn's histogram boosting) and read here with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]


@dataclass(frozen=True)
class Trees:
    """Trees of one depth, each asking of one of some features at every node whether it is above a ``border``.

    ``asked``, places in a row, and ``borders`` are (trees, nodes), a node's children being at 2n + 1 (not above) and 2n + 2;
    ``leaves`` (trees, leaves) are the log-odds that each tree adds to ``base``.
    """

    base: float
    asked: NDArray[np.int64]
    borders: Rows
    leaves: Rows

    def odds(self, rows: Rows) -> Rows:
        """The log-odds of rows of features, each summed by itself."""
        nodes = self.borders.shape[1]
        out = np.full(len(rows), self.base)
        for asked, borders, leaves in zip(self.asked, self.borders, self.leaves, strict=True):
            at = np.zeros(len(rows), dtype=np.int64)
            while len(at) and at[0] < nodes:
                above = np.take_along_axis(rows, asked[at][:, None], axis=1)[:, 0] > borders[at]
                at = 2 * at + 1 + above
            out += leaves[at - nodes]
        return out

    def odds_of(self, row: Sequence[float]) -> float:
        """The log-odds of one row: the same number, many times faster than a matrix of one."""
        out = self.base
        for asked, borders, leaves in self._listed:
            at, nodes = 0, len(borders)
            while at < nodes:
                at = 2 * at + 1 + (row[asked[at]] > borders[at])
            out += leaves[at - nodes]
        return out

    def odds_of_few(self, rows: Rows) -> Rows:
        """The same for some hundreds of rows, all trees at once."""
        trees, nodes = self.borders.shape
        # Places in the matrices as if they were one row: so many at once are several times faster to take.
        tree, row = np.arange(trees) * nodes, (np.arange(len(rows)) * rows.shape[1])[:, None]
        at = np.zeros((len(rows), trees), dtype=np.int64)
        for _ in range(nodes.bit_length()):
            node = tree + at
            at = 2 * at + 1 + (rows.take(row + self.asked.take(node)) > self.borders.take(node))
        leaf = np.arange(trees) * self.leaves.shape[1] + at - nodes
        return np.asarray(self.base + self.leaves.take(leaf).sum(axis=1))

    @cached_property
    def _listed(self) -> list[tuple[list[int], list[float], list[float]]]:
        return list(zip(self.asked.tolist(), self.borders.tolist(), self.leaves.tolist(), strict=True))


def from_json(kept: dict[str, Any], features: Sequence[str]) -> Trees:
    """Trees as a model file has them: ``base``, ``asked`` (features by name), ``borders`` and ``leaves``."""
    asked = [[features.index(name) for name in tree] for tree in kept["asked"]]
    return Trees(
        kept["base"], np.array(asked, dtype=np.int64), np.array(kept["borders"]), np.array(kept["leaves"])
    )


def to_json(trees: Trees, features: Sequence[str]) -> dict[str, Any]:
    """What :func:`from_json` reads."""
    return {
        "base": trees.base,
        "asked": [[features[k] for k in tree] for tree in trees.asked.tolist()],
        "borders": trees.borders.tolist(),
        "leaves": trees.leaves.tolist(),
    }
