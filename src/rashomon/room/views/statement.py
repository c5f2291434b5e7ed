"""A statement with all its wordings, compared word by word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.accounts.saying import Saying
from rashomon.dossier.columns import Cell, columns, tell_apart
from rashomon.dossier.differences import Comparison, Piece
from rashomon.dossier.gathered import Compared, Telling, base, compared, leading, sharpest_first, tell
from rashomon.dossier.phrases import difference, given
from rashomon.ledger.shown import rests_on
from rashomon.records import Span
from rashomon.room.readers import Desk
from rashomon.room.views.accounts import independence_view
from rashomon.room.views.decided import Decided, decided_about_statement
from rashomon.room.views.entries import IndependenceView, Person, ReportEntry, report_entry, several

#: Wordings on a statement's page; they are compared with one another, which takes time.
MOST_WORDINGS = 200


@dataclass(frozen=True, slots=True)
class VariationView:
    """A place where a wording differs from the one that it is compared with: its ``kind``, the words there (``text``, characters
    ``start`` to ``end`` of the wording's report) and in the other wording (``other``), and what the kind rests on."""

    kind: str
    start: int
    end: int
    text: str
    other: str
    why: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where a report had a wording from: the origin's kind and name (``None`` is not known); not ``certain`` where nothing tells,
    so that it may be another."""

    kind: str
    name: str | None
    certain: bool
    why: str


@dataclass(frozen=True, slots=True)
class InStory:
    """A statement in one story: how independent its reports are there."""

    story: str
    title: str
    independence: IndependenceView


@dataclass(frozen=True, slots=True)
class PartingView:
    """A conflict in which a statement stands; ``unsure`` where it is only worth a look."""

    id: str
    story: str
    kind: str
    about: str
    why: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class WordingView:
    """A wording where it stands: characters ``start`` to ``end`` of ``report``, cut into ``pieces`` that differ from the
    wording that it is compared with, or do not.

    ``number`` counts the wordings from 1 in order of their reports' dates, and ``against`` is that of the wording that it is
    compared with, ``None`` for the one that leads all comparisons. ``before`` and ``after`` are the words around it.
    ``altered`` where a word is changed inside quotation marks that both have. ``kind`` is ``direct``,
    ``indirect`` or ``mixed``, ``None`` for the report's own words; ``given`` says it in words. ``shared`` is the
    share of words in common, 0 to 1. ``attribution`` is the index of its attribution in the report's reading, and ``told`` what
    is told about it in lists.
    """

    number: int
    report: ReportEntry
    start: int
    end: int
    text: str
    before: str
    after: str
    pieces: tuple[Piece, ...]
    against: int | None
    variations: tuple[VariationView, ...]
    altered: bool
    shared: float | None
    difference: str | None
    kind: str | None
    given: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    channel: str | None
    addressee: str | None
    said_on: str | None
    speaker_why: str | None
    score: float
    why: str
    origin: OriginView | None
    attribution: int | None
    told: Saying


@dataclass(frozen=True, slots=True)
class ColumnsRow:
    """Wording ``number`` set in columns: the cue before it, if need be, and a cell for each column."""

    number: int
    ahead: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement. ``wordings`` stand with altered quotations first; ``base`` is the number of the one that leads all
    comparisons, ``listed`` that of the one by which the statement is listed, the speaker's own.
    ``stories`` tell how independent its reports are, ``conflicts`` where accounts part about it, ``worth_a_look`` where
    only a model holds claims for opposed.
    ``outlets`` are known; of ``unknown`` of the reports none is. ``decided`` is
    what people decided about what is the same, ``joint`` those who are reported to have said it together. ``columns`` are the
    wordings word below word, the one that leads all comparisons first; none where they do not differ, or are too many or too
    long to be set so."""

    id: str
    speaker: Person | None
    described: str | None
    narrated: bool
    base: int
    listed: int
    wordings: tuple[WordingView, ...]
    wordings_in_all: int
    outlets: int
    unknown: int
    stories: tuple[InStory, ...]
    conflicts: tuple[PartingView, ...]
    decided: tuple[Decided, ...]
    joint: tuple[Person | None, ...] = ()
    columns: tuple[ColumnsRow, ...] = ()
    worth_a_look: tuple[PartingView, ...] = ()


#: Characters of context on either side of a wording.
CONTEXT = 120


def statement_view(desk: Desk, statement: str) -> StatementView:
    """A statement by its id. Raises LedgerError where there is none of that id."""
    found = desk.ledger.statement(statement)
    told = tell(desk.shelf, found, MOST_WORDINGS)
    against = base(told)
    words = compared(told)
    origins = rests_on.had_from(desk.ledger, found.id)
    views = [
        _wording(place, telling, pair, origins)
        for place, (telling, pair) in enumerate(zip(told.tellings, words, strict=True), 1)
    ]
    rows = columns(told, sharpest_first(words))
    partings = [
        PartingView(p.conflict, p.story, p.kind, p.about, p.why, p.unsure)
        for p in rests_on.partings(desk.ledger, found.id)
    ]
    views.sort(key=lambda w: (not w.altered, w.number != against + 1, w.number))
    return StatementView(
        found.id,
        None if told.speaker is None else Person(told.speaker.id, told.speaker.name),
        told.described,
        told.narrated,
        against + 1,
        told.tellings.index(leading(told)) + 1,
        tuple(views),
        len(found.wordings),
        len({t.report.outlet for t in told.tellings if t.report.outlet}),
        len({t.report.id for t in told.tellings if not t.report.outlet}),
        tuple(
            InStory(i.story, title, independence_view(i))
            for i, title in rests_on.independence(desk.ledger, found.id)
        ),
        tuple(p for p in partings if not p.unsure),
        decided_about_statement(desk, found.wordings),
        several(told.joint),
        tuple(ColumnsRow(row.at + 1, row.ahead, row.cells) for row in rows if tell_apart(rows)),
        tuple(p for p in partings if p.unsure),
    )


def _wording(
    number: int,
    telling: Telling,
    words: Compared,
    origins: Mapping[tuple[str, int, int], rests_on.HadFrom],
) -> WordingView:
    attribution, comparison = telling.attribution, words.comparison
    text, start, end = telling.report.text, telling.wording.start, telling.wording.end
    origin = origins.get((telling.report.id, start, end))
    return WordingView(
        number,
        report_entry(telling.report),
        start,
        end,
        telling.text,
        _before(text, start),
        _after(text, end),
        words.pieces,
        None if comparison is None else comparison.against + 1,
        () if comparison is None else _variations(telling, comparison),
        comparison is not None and comparison.altered,
        None if comparison is None else comparison.shared,
        None if comparison is None else difference(comparison, comparison.against + 1),
        None if attribution is None else attribution.kind.value,
        given(telling),
        () if attribution is None else attribution.source,
        () if attribution is None else attribution.cue,
        None if attribution is None else attribution.channel,
        None if attribution is None else attribution.addressee,
        None if attribution is None else attribution.said_on,
        None if attribution is None else attribution.speaker.why,
        telling.wording.score,
        telling.wording.why,
        None if origin is None else OriginView(origin.kind, origin.name, origin.certain, origin.why),
        telling.wording.attribution,
        telling.told,
    )


def _variations(telling: Telling, comparison: Comparison) -> tuple[VariationView, ...]:
    changes = zip(comparison.changes, telling.wording.variations, strict=True)
    return tuple(
        VariationView(change.kind.value, at.start, at.end, change.second, change.first, change.why)
        for change, at in changes
    )


def _before(text: str, start: int) -> str:
    """Whole words of the same line before a place."""
    words = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    cut = start - len(words)
    return words if cut == 0 or text[cut - 1].isspace() else words.partition(" ")[2]


def _after(text: str, end: int) -> str:
    """Whole words of the same line after a place."""
    words = text[end : end + CONTEXT].partition("\n")[0]
    cut = end + len(words)
    return words if cut == len(text) or text[cut].isspace() else words.rpartition(" ")[0]
