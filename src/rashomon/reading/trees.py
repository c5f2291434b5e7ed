"""Small trees by gradient boosting, as models keep them: arrays, asked for many rows at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees of one depth, each asking of one feature, a column of a row, at every node whether it is above a ``border``.

    ``asked`` and ``borders`` are (trees, nodes), a node's children being at 2n + 1 (not above) and 2n + 2; ``leaves`` (trees,
    leaves) are the log-odds that each tree adds to ``base``.
    """

    base: float
    asked: NDArray[np.int64]
    borders: NDArray[np.float64]
    leaves: NDArray[np.float64]

    def odds(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
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

    def odds_of_few(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """The same for some hundreds of rows, all trees at once."""
        every, here = np.arange(len(self.borders)), np.arange(len(rows))[:, None]
        nodes = self.borders.shape[1]
        at = np.zeros((len(rows), len(every)), dtype=np.int64)
        for _ in range(nodes.bit_length()):
            at = 2 * at + 1 + (rows[here, self.asked[every, at]] > self.borders[every, at])
        return np.asarray(self.base + self.leaves[every, at - nodes].sum(axis=1))
