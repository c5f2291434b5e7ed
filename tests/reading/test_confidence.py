"""Chances that hold: logistic functions of the model's log-odds, monotone and within 0 and 1."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rashomon.models import model_path
from rashomon.reading.attributions import Certainty, Found
from rashomon.reading.confidence import FEATURES, OUTCOMES, UNCALIBRATED, Calibration
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
