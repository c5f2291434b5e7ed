"""Generated reports fit a ledger, are the same for one seed, and collated bit by bit give what they give at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from bench.collation.generated import Source, reports
from bench.collation.incremental import add, collate

from rashomon.ledger import Ledger

TEXTS = [
    f"The {thing} of {place} was {what} before the morning of the {when} day"
    for thing in ("harbour", "granary", "viaduct", "quarry")
    for place in ("Lisse", "Orrel", "Tarn")
    for what in ("flooded", "reopened", "sold")
    for when in ("first", "ninth")
]


def source() -> Source:
    rows = np.random.default_rng(1).normal(size=(len(TEXTS), 384)).astype(np.float32)
    return Source(TEXTS, (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16))


def test_generated_reports_added_bit_by_bit_are_collated_as_at_once(tmp_path: Path) -> None:
    made = list(reports(source(), 60, 1))
    assert made == list(reports(source(), 60, 1))
    found = []
    for name, steps in (("once", [60]), ("steps", [40, 57, 60])):
        with Ledger.open(tmp_path / f"{name}.db") as ledger:
            done = 0
            for step in steps:
                add(ledger, made[done:step])
                collate(ledger)
                done = step
            assert not ledger.verify()
            assert ledger.counts().reports == 60
            found.append((sorted(ledger.statements(), key=lambda s: s.id), list(ledger.entities())))
    assert found[0] == found[1]
    assert any(len(statement.wordings) > 1 for statement in found[0][0])
