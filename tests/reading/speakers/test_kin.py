"""Who is whose parent, as the report says it."""

from __future__ import annotations

from rashomon.reading.names.persons.people import people
from rashomon.reading.speakers.kin import parents
from tests.reading.names.persons.test_people import mentions


def test_whose_child_somebody_is() -> None:
    text = "Ilona Varesh, the daughter of Tomas Varesh, spoke. Ivo Marn’s father, Jan Marn, did not."
    everyone = people(text, mentions(text, "Ilona Varesh", "Tomas Varesh", "Ivo Marn", "Jan Marn"))
    assert {child: p.name for child, p in parents(text, everyone).items()} == {
        "Ilona Varesh": "Tomas Varesh",
        "Ivo Marn": "Jan Marn",
    }
