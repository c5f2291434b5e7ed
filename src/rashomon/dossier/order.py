"""In which order reports and statements stand, wherever they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from rashomon.records import EntityEvidence, Report


class Listed(Protocol):
    """A statement as far as its place in a list goes by it."""

    @property
    def altered(self) -> bool: ...
    @property
    def closeness(self) -> float | None: ...
    @property
    def reports(self) -> int: ...


def by_date(reports: Iterable[Report]) -> list[Report]:
    """Reports in order of date, those without one last."""
    return sorted(reports, key=lambda r: (r.published or "~", r.id))


def importance(
    said: Listed, id_: str, report: str, start: int, places: Mapping[str, int]
) -> tuple[bool, float, int, int, int, str]:
    """What statements are sorted by: altered quotations stand first, then those whose quotations differ otherwise, the most alike
    first; then those that most reports carry; then in the order of the reports (``places``) and of their text.

    The first wording stands at ``start`` of ``report``.
    """
    return (
        not said.altered,
        1.0 if said.closeness is None else -said.closeness,
        -said.reports,
        places.get(report, len(places)),
        start,
        id_,
    )


def each_name_first(evidence: Iterable[EntityEvidence]) -> list[EntityEvidence]:
    """The evidence for an entity's names: each name's first, so that all are accounted for, then the rest."""
    seen: set[str] = set()
    first: list[EntityEvidence] = []
    rest: list[EntityEvidence] = []
    for e in evidence:
        (rest if e.name in seen else first).append(e)
        seen.add(e.name)
    return first + rest
