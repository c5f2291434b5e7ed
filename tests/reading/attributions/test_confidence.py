"""Chances that hold: logistic functions of the model's log-odds, monotone and within 0 and 1."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rashomon.models import model_path
from rashomon.reading.attributions.attributions import Certainty, Found
from rashomon.reading.attributions.confidence import (
    FEATURES,
    LEAST,
    OUTCOMES,
    UNCALIBRATED,
    Calibration,
    likely,
)
from rashomon.records import AttributionKind, Span

chances = st.floats(0, 1)


def found(source: float, cue: float, content: float) -> Found:
    certainty = Certainty(source, cue, content)
    return Found((Span(0, 1),), (Span(2, 3),), (Span(4, 5),), AttributionKind.DIRECT, certainty)


def test_without_a_calibration_the_model_speaks() -> None:
    f = found(0.9, 0.5, 0.75)
    assert UNCALIBRATED.whole(f) == 0.5
    assert UNCALIBRATED.parts(f).content == 0.75


@given(chances, chances, chances)
def test_the_packaged_calibration_stays_within_bounds(source: float, cue: float, content: float) -> None:
    calibration = Calibration.load(model_path(""))
    f = found(source, cue, content)
    parts = calibration.parts(f)
    assert all(0 <= p <= 1 for p in (calibration.whole(f), parts.source, parts.cue, parts.content))


def test_surer_parts_make_a_surer_attribution() -> None:
    calibration = Calibration.load(model_path(""))
    assert calibration.whole(found(0.99, 0.99, 0.99)) > calibration.whole(found(0.6, 0.6, 0.6))


def test_weights_are_read_in_the_order_of_the_features(tmp_path: Path) -> None:
    rows = {o: [0.0] * len(FEATURES) for o in OUTCOMES}
    rows["cue"][FEATURES.index("direct")] = 100.0
    (tmp_path / "confidence.json").write_text(json.dumps(rows))
    parts = Calibration.load(tmp_path).parts(found(0.1, 0.1, 0.1))
    assert (parts.source, parts.cue) == (0.5, 1.0)


def test_what_is_hardly_right_is_left_out_and_what_stands_inside_it_stands_by_itself() -> None:
    sure, doubtful = found(0.9, 0.9, 0.9), found(0.9, LEAST / 2, 0.9)
    every = [
        doubtful,
        replace(sure, inside=0),
        replace(doubtful, inside=0),
        sure,
        replace(doubtful, inside=3),
        replace(sure, inside=1),
    ]
    assert likely(every, UNCALIBRATED) == (sure, sure, replace(doubtful, inside=1), replace(sure, inside=0))


@given(st.lists(st.tuples(chances, st.integers(-5, 5)), max_size=12))
def test_what_is_left_stands_inside_what_is_left(rows: list[tuple[float, int]]) -> None:
    every = [
        replace(found(chance, 1, 1), inside=i + back if back < 0 <= i + back else None)
        for i, (chance, back) in enumerate(rows)
    ]
    kept = likely(every, UNCALIBRATED)
    assert all(f.inside is None or f.inside < i for i, f in enumerate(kept))
    assert all(f.inside is not None or f.certainty.whole >= LEAST for f in kept)
    assert [f.certainty for f in every if f.certainty.whole >= LEAST] == [
        f.certainty for f in kept if f.certainty.whole >= LEAST
    ]
