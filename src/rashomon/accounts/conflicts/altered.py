"""Quotations altered inside their quotation marks: a conflict of each statement that has such a variation."""

from __future__ import annotations

from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember
from rashomon.accounts.told import Told, digest, said_by
from rashomon.records import Reading, Report, Statement, VariationKind, Wording


def altered(told: Told) -> tuple[Conflict, ...]:
    """Statements of which two wordings part inside quotation marks; side 0 has the words compared with, side 1 the others."""
    by_id = told.by_id()
    out = []
    for statement in told.statements:
        found = [
            (w, statement.wordings[w.against], v)
            for w in told.wordings(statement)
            if w.against is not None and statement.wordings[w.against].report in by_id
            for v in w.variations
            if v.kind is VariationKind.ALTERED
        ]
        if not found:
            continue
        _, first, place = found[0]
        w = found[0][0]
        was = by_id[first.report][0].text[place.other_start : place.other_end]
        now = by_id[w.report][0].text[place.start : place.end]
        members: list[ConflictMember] = []
        for wording, against, variation in found:
            members += [
                _member(0, against, statement, by_id, "the wording compared with"),
                _member(1, wording, statement, by_id, variation.why),
            ]
        out.append(
            Conflict(
                digest(told.story.id, "altered", statement.id),
                told.story.id,
                ConflictKind.ALTERED,
                either(" ".join(was.split()), " ".join(now.split())),
                0.9,
                "inside quotation marks that both reports have, most words are the same and these are not",
                tuple(dict.fromkeys(members)),
            )
        )
    return tuple(out)


def either(was: str, now: str) -> str:
    """The words that two quotations part in; one of them may have none there.

    >>> either("silence", "violence"), either("is dangerous and", "")
    ('“silence” or “violence”', 'with or without “is dangerous and”')
    """
    return f"“{was}” or “{now}”" if was and now else f"with or without “{was or now}”"


def _member(
    side: int, w: Wording, statement: Statement, by_id: dict[str, tuple[Report, Reading]], why: str
) -> ConflictMember:
    report, reading = by_id[w.report]
    source = said_by(report, None if w.attribution is None else reading.attributions[w.attribution])
    return ConflictMember(side, w.report, w.start, w.end, w.attribution, statement.id, source, why)
