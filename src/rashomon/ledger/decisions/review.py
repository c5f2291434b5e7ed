"""The review queue: what is worth a person's look, most useful first, each with its reason.

How useful a look is, is how many wordings are expected to be wrong: the doubt (0 to 1) times the wordings that depend on what is
doubted. Of each kind the :data:`POOL` most doubtful are weighed, so that a ledger of any size answers at once. What somebody has
decided about is not listed again.

==============  ==================================================================================================
attribution     the least sure by ``confidence``, or by half the doubt about the edges of a part (``attribution_part``)
speaker         nobody is known though the words fit several, or a name was chosen among several by a trained scorer
altered         quotation marks hold other words than in another report
link            two wordings were taken for one statement, not far above the threshold
person          names were taken for one person though little but the names tells
conflict        a model alone holds claims for opposed (:attr:`~rashomon.accounts.records.Conflict.unsure`)
stranded        a correction finds nothing to apply to any more
==============  ==================================================================================================
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rashomon.corrections import targets
from rashomon.ledger.decisions.mending import stranded
from rashomon.ledger.shown.sayings import together_in

POOL = 200
"""Of a kind, so many are weighed."""

UNDECIDED, ALTERED, BY_NAME = 0.5, 0.5, 0.3
"""Doubt where nothing measured tells it: who of several speaks; whether a change inside quotation marks is the report's or the
reading's; whether one name is one person. Set by hand, so that each kind has entries among the first on the example."""


EDGES = 0.5
"""How much of a wrong wording one is whose source, cue or content begins or ends at the wrong word. Set by hand: what is said is
still there, but collated with other words beside it."""


UNSURE = 0.3
"""Doubt of claims that a model alone holds for opposed. Set by hand: though most of these are wrong, they stand apart from what
is told as a conflict, so that little rests on them."""


class ReviewKind(StrEnum):
    """What is doubted."""

    ATTRIBUTION = "attribution"
    SPEAKER = "speaker"
    ALTERED = "altered"
    LINK = "link"
    PERSON = "person"
    CONFLICT = "conflict"
    STRANDED = "stranded"


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """Something to look at: characters ``start`` to ``end`` (``text``) of a report, and why.

    ``attribution`` is its index in the report's reading, ``statement`` and ``entity`` are ids, ``correction`` that of a stranded
    one, ``conflict`` that of claims that may be opposed: where they apply. ``speaker`` is the name that stands. ``doubt`` is 0 to
    1, ``wordings`` how many depend on it.
    """

    kind: ReviewKind
    report: str
    start: int
    end: int
    text: str
    why: str
    doubt: float
    wordings: int
    attribution: int | None = None
    speaker: str | None = None
    statement: str | None = None
    entity: str | None = None
    correction: str | None = None
    conflict: str | None = None

    @property
    def useful(self) -> float:
        """How many wordings are expected to be wrong."""
        return self.doubt * self.wordings


def review(connection: sqlite3.Connection, kind: ReviewKind | None, limit: int) -> tuple[ReviewItem, ...]:
    """The first ``limit`` things to look at, most useful first: of a kind, or of all, an attribution but once."""
    found: dict[object, ReviewItem] = {}
    for name, items in _KINDS.items():
        if kind in (None, name):
            for item in items(connection):
                key = (item.report, item.attribution) if item.attribution is not None else item
                known = found.get(key)
                if known is None or known.useful < item.useful:
                    found[key] = item
    order = sorted(found.values(), key=lambda i: (-round(i.useful, 6), i.report, i.start, i.end, i.kind))
    return tuple(order[:limit])


_UNDECIDED = "NOT EXISTS (SELECT 1 FROM mended AS m WHERE m.report = a.report AND m.attribution = a.ordinal)"
_SHARED = (
    "EXISTS (SELECT 1 FROM wording AS w JOIN comparison AS c ON c.statement = w.statement"
    " WHERE w.report = a.report AND w.attribution = a.ordinal)"
)
_PART = (
    "(SELECT part FROM attribution_part AS p WHERE p.report = a.report AND p.attribution = a.ordinal"
    " ORDER BY p.confidence LIMIT 1)"
)
_LEAST = "(SELECT min(confidence) FROM attribution_part AS p WHERE p.report = a.report AND p.attribution = a.ordinal)"


def _attributions(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    for condition in ("1", _SHARED):
        rows = connection.execute(
            f"SELECT a.report, a.ordinal, a.speaker_name, a.confidence, {_PART}, {_LEAST} FROM attribution AS a"
            f" WHERE {_UNDECIDED} AND {condition} ORDER BY a.confidence LIMIT ?",
            (POOL,),
        ).fetchall()
        for report, ordinal, name, confidence, part, least in rows:
            if least is not None and least < confidence:
                why = f"who says what is right with a chance of {confidence:.0%}, its {part} to the word with {least:.0%}"
            else:
                why = f"who says what is right with a chance of {confidence:.0%}"
            doubt = max(1 - confidence, EDGES * (1 - least) if least is not None else 0.0)
            yield from _of_attribution(connection, ReviewKind.ATTRIBUTION, report, ordinal, name, why, doubt)


def _speakers(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    rows = connection.execute(
        "SELECT a.report, a.ordinal, a.speaker_name, a.speaker_why, NULL FROM attribution AS a WHERE a.speaker_name IS NULL"
        " AND (instr(a.speaker_why, ' may be ') OR instr(a.speaker_why, 'no one named before it stands out'))"
        f" AND {_UNDECIDED} ORDER BY a.confidence DESC LIMIT ?",
        (POOL,),
    ).fetchall()
    rows += connection.execute(
        "SELECT a.report, a.ordinal, a.speaker_name, a.speaker_why, substr(a.speaker_why, -4, 2) FROM attribution AS a"
        f" WHERE a.speaker_why GLOB '*([0-9][0-9]%)' AND {_UNDECIDED} ORDER BY substr(a.speaker_why, -4, 2) LIMIT ?",
        (POOL,),
    ).fetchall()
    for report, ordinal, name, why, chance in rows:
        doubt = UNDECIDED if chance is None else 1 - int(chance) / 100
        words = f"{'speaker not known' if name is None else f'{name} speaks'}: {why}"
        yield from _of_attribution(connection, ReviewKind.SPEAKER, report, ordinal, name, words, doubt)


def _altered(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    rows = connection.execute(
        "SELECT w.report, w.attribution, w.statement, w.start, w.stop, w.text, e.name, v.text, v.against_text,"
        " (SELECT count(*) FROM wording WHERE statement = w.statement)"
        " FROM comparison AS c JOIN wording AS w ON w.statement = c.statement AND w.ordinal = c.wording"
        " JOIN variation AS v ON v.statement = c.statement AND v.wording = c.wording AND v.kind = c.kind"
        " JOIN statement AS s ON s.id = c.statement LEFT JOIN entity AS e ON e.id = s.speaker"
        " JOIN attribution AS a ON a.report = w.report AND a.ordinal = w.attribution"
        f" WHERE c.kind = 'altered quotation' AND {_UNDECIDED} GROUP BY c.statement, c.wording ORDER BY 10 DESC LIMIT ?",
        (POOL,),
    ).fetchall()
    for report, ordinal, statement, start, stop, text, name, here, there, wordings in rows:
        why = f"inside quotation marks it has “{here or 'nothing'}” where another report has “{there or 'nothing'}”"
        yield ReviewItem(
            ReviewKind.ALTERED, report, start, stop, text, why, ALTERED, wordings, ordinal, name, statement
        )


def _links(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    decided = {
        place
        for target, old, new in connection.execute(
            "SELECT target, old, new FROM correction WHERE substr(target, 1, 8) = 'wording:'"
        )
        for place in (target, old, new)
    }
    rows = connection.execute(
        "SELECT w.report, w.statement, w.start, w.stop, w.text, e.name, w.score, w.why,"
        " (SELECT count(*) FROM wording WHERE statement = w.statement)"
        " FROM wording AS w JOIN statement AS s ON s.id = w.statement LEFT JOIN entity AS e ON e.id = s.speaker"
        " WHERE w.ordinal > 0 ORDER BY w.score LIMIT ?",
        (POOL,),
    ).fetchall()
    for report, statement, start, stop, text, name, score, why, wordings in rows:
        if targets.of_wording(report, start, stop) not in decided:
            words = f"it is one statement with the other wordings with a chance of {score:.0%}: {why}"
            yield ReviewItem(
                ReviewKind.LINK, report, start, stop, text, words, 1 - score, wordings, None, name, statement
            )


def _people(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    decided = {target for (target,) in connection.execute("SELECT target FROM correction")}
    rows = connection.execute(
        "SELECT v.entity, e.name, v.report, v.name, v.start, v.stop, v.why,"
        " (SELECT count(*) FROM statement AS s JOIN wording AS w ON w.statement = s.id"
        "  WHERE s.speaker = v.entity AND w.report = v.report)"
        " FROM entity_evidence AS v JOIN entity AS e ON e.id = v.entity"
        " WHERE (instr(v.why, 'only the name') OR instr(v.why, 'nothing else tells') OR instr(v.why, 'sound alike'))"
        " AND EXISTS (SELECT 1 FROM entity_evidence AS o WHERE o.entity = v.entity AND o.report <> v.report)"
        " ORDER BY v.entity LIMIT ?",
        (POOL,),
    ).fetchall()
    for entity, name, report, form, start, stop, why, wordings in rows:
        if targets.of_entity(report, form) not in decided and wordings:
            words = f"“{form}” is taken for {name} of other reports: {why}"
            yield ReviewItem(
                ReviewKind.PERSON,
                report,
                start,
                stop,
                form,
                words,
                BY_NAME,
                wordings,
                speaker=name,
                entity=entity,
            )


def _conflicts(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    rows = connection.execute(
        "SELECT id, why, (SELECT count(*) FROM conflict_member WHERE conflict = id) FROM conflict WHERE unsure"
        " ORDER BY score DESC, id LIMIT ?",
        (POOL,),
    ).fetchall()
    for id_, why, wordings in rows:
        sides: dict[int, tuple[str, int, int, str, str]] = {}
        for side, *member in connection.execute(
            "SELECT side, report, start, stop, text, source FROM conflict_member WHERE conflict = ? ORDER BY ordinal",
            (id_,),
        ):
            sides.setdefault(side, (member[0], member[1], member[2], member[3], member[4]))
        (report, start, stop, text, source), *others = (sides[side] for side in sorted(sides))
        against = "; ".join(f"{cited}: “{words}”" for *_, words, cited in others)
        told = f"{source} may be opposed by {against}: {why}"
        yield ReviewItem(ReviewKind.CONFLICT, report, start, stop, text, told, UNSURE, wordings, conflict=id_)


def _stranded(connection: sqlite3.Connection) -> Iterator[ReviewItem]:
    for c, why in stranded(connection):
        at = targets.place(c.target)
        parting = targets.conflict(c.target)
        report = at.report if at else parting.members[0][0] if parting else c.target.split(":")[1]
        row = connection.execute("SELECT length(text) FROM report WHERE id = ?", (report,)).fetchone()
        start, end = (at.span.start, at.span.end) if at and row and at.span.end <= row[0] else (0, 0)
        words = f"{c.kind.value} by {c.who} on {c.decided_at[:10]} has no effect: {why}"
        yield ReviewItem(ReviewKind.STRANDED, report, start, end, c.why, words, 1.0, 1, correction=c.id)


def _of_attribution(
    connection: sqlite3.Connection,
    kind: ReviewKind,
    report: str,
    ordinal: int,
    name: str | None,
    why: str,
    doubt: float,
) -> Iterator[ReviewItem]:
    """An attribution with its content, and the wordings of the statements that it is one of."""
    spans = connection.execute(
        "SELECT start, stop, text FROM attribution_span WHERE report = ? AND attribution = ? AND part = 'content'"
        " ORDER BY ordinal",
        (report, ordinal),
    ).fetchall()
    if not spans:
        return
    name = name or together_in(connection, [(report, ordinal)]).get((report, ordinal))
    statement, wordings = connection.execute(
        "SELECT w.statement, (SELECT count(*) FROM wording AS o WHERE o.statement = w.statement) FROM wording AS w"
        " WHERE w.report = ? AND w.attribution = ? ORDER BY 2 DESC, 1 LIMIT 1",
        (report, ordinal),
    ).fetchone() or (None, 1)
    yield ReviewItem(
        kind,
        report,
        spans[0][0],
        spans[-1][1],
        " … ".join(text for _, _, text in spans),
        why,
        round(doubt, 4),
        wordings,
        ordinal,
        name,
        statement,
    )


_KINDS: dict[ReviewKind, Callable[[sqlite3.Connection], Iterator[ReviewItem]]] = {
    ReviewKind.ATTRIBUTION: _attributions,
    ReviewKind.SPEAKER: _speakers,
    ReviewKind.ALTERED: _altered,
    ReviewKind.LINK: _links,
    ReviewKind.PERSON: _people,
    ReviewKind.CONFLICT: _conflicts,
    ReviewKind.STRANDED: _stranded,
}
