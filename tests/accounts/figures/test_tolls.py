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
        # Told of somebody, not what the report is about; a part of those counted before; as few as several.
        ("Guards killed a raider. He was linked to a recent ambush that killed four sailors.", 1),
        ("Guards killed nine raiders in the attack that killed two sailors.", 11),
        ("Guards detained nine raiders. Two of the detainees are leaders.", 9),
        ("Twelve raiders were killed, including two captains.", 12),
        ("Twelve raiders were detained, among them two captains.", 12),
        ("Guards detained a number of raiders.", 3),
    ],
)
def test_each_lot_of_people_is_counted_once(text: str, low: int) -> None:
    report = Report("a" * 16, "a" * 64, "r", text, (Passage(Voice.BODY, 0, len(text)),))
    found = figures(report, Reading(report.id, "made", (), (), ()))
    kind = "killed" if "killed" in text else "captured"
    total = toll(report, found, kind)
    assert total.low == low, [f.why for f in total.counted]
    assert total.best is None or total.best >= total.low
