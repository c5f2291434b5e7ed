"""Small trees for pairs of reports or of sentences, by gradient boosting (scikit-learn's, by histograms; Ke et al. 2017)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from rashomon.models.trees import Trees

TREES, DEPTH, LEAVES = 100, 4, 8
RATE, SMALLEST, RIDGE = 0.06, 50, 5.0
"""Share of each tree that counts, pairs that a leaf has at least, and its ridge. Set by hand."""


def grown(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weights: NDArray[np.float64],
    *,
    trees: int = TREES,
    depth: int = DEPTH,
    most_leaves: int = LEAVES,
    smallest: int = SMALLEST,
    rising: Sequence[int] | None = None,
) -> Trees:
    """Trees that tell ``y`` (n, 0 or 1) from ``x`` (n, features; NaN is not known), each row counting by its weight.

    ``rising`` says of each feature whether more of it may only raise the odds (1), only lower them (-1), or either (0).
    """
    boosted = HistGradientBoostingClassifier(
        max_iter=trees,
        learning_rate=RATE,
        max_depth=depth,
        max_leaf_nodes=most_leaves,
        min_samples_leaf=smallest,
        l2_regularization=RIDGE,
        early_stopping=False,
        random_state=1,
        monotonic_cst=None if rising is None else list(rising),
    ).fit(x, y, sample_weight=weights)
    nodes, leaves = 2**depth - 1, 2**depth
    asked = np.zeros((trees, nodes), dtype=np.int64)
    borders, values = np.zeros((trees, nodes)), np.zeros((trees, leaves))
    for number, (tree,) in enumerate(boosted._predictors):
        _laid_out(tree.nodes, 0, 0, asked[number], borders[number], values[number])
    return Trees(round(float(boosted._baseline_prediction.item()), 5), asked, borders, values)


def _laid_out(
    tree: NDArray[np.void],
    node: int,
    at: int,
    asked: NDArray[np.int64],
    borders: NDArray[np.float64],
    values: NDArray[np.float64],
) -> None:
    """One tree's nodes where they stand in a whole tree; a leaf that came early stands at all its places below."""
    here = tree[node]
    if at >= len(asked):
        values[at - len(asked)] = round(float(here["value"]), 5)
        return
    if not here["is_leaf"]:
        asked[at], borders[at] = here["feature_idx"], round(float(here["num_threshold"]), 7)
    for child, side in ((2 * at + 1, "left"), (2 * at + 2, "right")):
        _laid_out(tree, node if here["is_leaf"] else int(here[side]), child, asked, borders, values)
