"""Whether who denies a number of people contests the number that somebody else gives."""

from __future__ import annotations

from rashomon.records import Reading, Span


def contests_another_count(denying: Reading, denied: Span, claiming: Reading, claimed: Span) -> bool:
    """Whether what is denied counts people and what is claimed does not give that number: who denies that 50 died contests no 31.

    A number that only a range or a word like *dozens* tells may be any. What befell the people is not asked: a figure that
    whoever is cited does not stand for has no event.
    """
    contested, given = _counts_of_people(denying, denied), _counts_of_people(claiming, claimed)
    return bool(contested) and None not in contested | given and contested.isdisjoint(given)


def _counts_of_people(reading: Reading, at: Span) -> frozenset[float | None]:
    return frozenset(f.best for f in reading.figures if f.unit == "people" and at.start <= f.start < at.end)
