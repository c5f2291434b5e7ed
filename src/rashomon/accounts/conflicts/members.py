"""The members of a conflict: words of a report, who is cited for them, and the statement that they are a wording of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from rashomon.accounts.records import Conflict, ConflictMember
from rashomon.accounts.told import Told, said_by
from rashomon.records import Span, overlap


class Wordings:
    """Where the wordings of a story's statements stand."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._by_place: defaultdict[tuple[str, int | None], list[tuple[Span, str]]] = defaultdict(list)
        for statement in told.statements:
            for w in told.wordings(statement):
                self._by_place[w.report, w.attribution].append((Span(w.start, w.end), statement.id))

    def statements(self, report: str, attribution: int | None, span: Span) -> Iterator[str]:
        """The statements that words of an attribution (``None``: the report's own) are a wording of, or hold one of."""
        here = self._by_place.get((report, attribution), ())
        return (id_ for at, id_ in here if overlap(at, span))

    def member(
        self, side: int, place: int, span: Span, attribution: int | None, why: str, source: str | None = None
    ) -> ConflictMember:
        """Words of the story's report at a place, on one side; ``source`` is who is cited where no attribution tells."""
        report, reading = self._told.reports[place], self._told.readings[place]
        cited = None if attribution is None else reading.attributions[attribution]
        return ConflictMember(
            side,
            report.id,
            span.start,
            span.end,
            attribution,
            next(self.statements(report.id, attribution, span), None),
            source or said_by(report, cited),
            why,
        )


def share_a_claim(texts: Mapping[str, str], one: Conflict, other: Conflict) -> bool:
    """Whether two denials are set against the same words, of one report or of two that carry them."""

    def claimed(conflict: Conflict) -> set[tuple[str, str]]:
        return {
            (m.source, " ".join(texts[m.report][m.start : m.end].lower().split()))
            for m in conflict.members
            if m.side == 0
        }

    return not claimed(one).isdisjoint(claimed(other))


def joined(one: Conflict, other: Conflict) -> Conflict:
    """Two denials of one statement as one conflict; the same words of a report stand on a side once, for their first reason."""
    members: dict[tuple[int, str, int, int], ConflictMember] = {}
    for m in (*one.members, *other.members):
        members.setdefault((m.side, m.report, m.start, m.end), m)
    return replace(
        one,
        members=tuple(members.values()),
        score=max(one.score, other.score),
        settling=tuple(dict.fromkeys([*one.settling, *other.settling])),
    )
