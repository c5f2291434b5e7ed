"""The invented matters: every pair is of sentences that there are, and is of one kind."""

from __future__ import annotations

import json

import numpy as np
import pytest
from bench.matters import MATTERS, average_precision


def test_every_pair_is_of_two_sentences_and_of_one_kind() -> None:
    for number, line in enumerate(MATTERS.read_text(encoding="utf-8").splitlines(), 1):
        matter = json.loads(line)
        size = len(matter["sentences"])
        told: dict[tuple[int, int], str] = {}
        for kind in ("same", "part", "fact", "stand", "open"):
            for one, other in matter.get(kind, ()):
                assert 0 <= one < other < size, (number, kind, one, other)
                before = told.setdefault((one, other), kind)
                assert before == kind or {before, kind} == {"fact", "stand"}, (number, one, other)


def test_average_precision_is_the_mean_of_the_precisions_where_one_is_right() -> None:
    right = np.array([True, False, True, False])
    assert average_precision(np.array([0.9, 0.8, 0.7, 0.1]), right) == pytest.approx((1 + 2 / 3) / 2)
