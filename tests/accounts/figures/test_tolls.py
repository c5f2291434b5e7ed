"""A report's toll: figures added up, repeats left out."""

from __future__ import annotations

import pytest

from rashomon.accounts.figures.tolls import toll
from rashomon.reading.figures.figures import figures
from rashomon.records import Passage, Reading, Report, Voice


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Guards killed two raiders and a sailor.", 3),
        ("Guards detained two suspects. The two suspects were detained near the mill.", 2),
        ("More than 10 raiders were detained. Guards detained 11 raiders after a search.", 11),
        ("Guards detained a smuggler leader. Two additional suspects were detained.", 3),
        ("Guards detained one suspect. More than 125 suspects were detained this year.", 1),
        ("Nobody was there.", 0),
    ],
)
def test_each_lot_of_people_is_counted_once(text: str, low: int) -> None:
    report = Report("a" * 16, "a" * 64, "r", text, (Passage(Voice.BODY, 0, len(text)),))
    found = figures(report, Reading(report.id, "made", (), (), ()))
    kind = "killed" if "killed" in text else "captured"
    total = toll(report, found, kind)
    assert total.low == low, [f.why for f in total.counted]
    assert total.best is None or total.best >= total.low
