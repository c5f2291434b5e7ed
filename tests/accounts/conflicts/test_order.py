"""In which order the sides of a conflict stand."""

from __future__ import annotations

from rashomon.accounts.story import accounts
from tests.accounts.telling import report, told


def test_sides_stand_by_the_day_of_their_first_report_and_unknown_days_last() -> None:
    nine = report("Gull", "Nine sailors were killed.", published="2031-04-07")
    eleven = report("Tern", "Eleven sailors were killed.", published="2031-04-05")
    again = report("Skua", "Nine sailors were killed, it is told.", published="2031-04-06")
    four = report("Auk", "Four sailors were killed.", published=None)
    (conflict,) = accounts(told([nine, eleven, again, four])).conflicts
    outlets = {r.id: r.outlet for r, _ in (nine, eleven, again, four)}
    assert [(m.side, outlets[m.report]) for m in conflict.members] == [
        (0, "Tern"),
        (1, "Skua"),
        (1, "Gull"),
        (2, "Auk"),
    ]
