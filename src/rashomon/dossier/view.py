"""What a dossier's templates are given: the documented context of both, in strings and numbers.

Numbers count from 1: R1 is a report, S1 a statement, in the order of the dossier. Strings are as captured;
``write`` makes every one of them harmless where it is printed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon import __version__
from rashomon.accounts.records import Accounts
from rashomon.dossier.accounts import AccountsView, accounts_view
from rashomon.dossier.columns import Row as Columns
from rashomon.dossier.columns import columns, tell_apart
from rashomon.dossier.differences import Piece
from rashomon.dossier.estimates import EstimateView, estimates
from rashomon.dossier.figures import FigureView, figures
from rashomon.dossier.gathered import Compared, Gathered, Told, base, by_voice, compared, sharpest_first
from rashomon.dossier.marking import Block, Place, blocks
from rashomon.dossier.phrases import (
    NOT_KNOWN,
    count,
    dates,
    difference,
    given,
    had_from,
    outlet,
    outlets,
    published,
    readers_comments,
    reports_in,
    title,
    who,
)
from rashomon.dossier.pointed import pointed
from rashomon.dossier.table import Row, rows
from rashomon.records import Problem, Report, Span
from rashomon.visible import one_line, web_link

#: Characters of a wording that stands in full. A longer "sentence" is a page without full stops.
FULL = 3_000


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as listed and, in ``blocks``, as marked. ``link`` is its address where that is http or https, ``kin`` are
    sentences on what ties its text to others."""

    number: int
    id: str
    title: str
    outlet: str
    authors: str
    published: str
    address: str
    link: str | None
    capture: str
    language: str | None
    blocks: tuple[Block, ...]
    comments: str | None
    kin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TellingView:
    """A wording of a statement. ``had_from`` is where its report had it from, as far as the story tells. ``report`` is ``None``
    where its report is of another story, and not shown here."""

    number: int
    outlet: str
    published: str
    language: str | None
    ahead: str
    pieces: tuple[Piece, ...]
    cut: int
    given: str
    had_from: str | None
    difference: str | None
    report: int | None
    start: int
    end: int
    why: str
    speaker_why: str | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its wordings; ``base`` is the number of the one that leads all comparisons. ``columns`` has them word
    below word, that one first, where quotations differ and they are not too many or too long."""

    number: int
    id: str
    who: str
    carried: str
    base: int
    tellings: tuple[TellingView, ...]
    columns: tuple[Columns, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A whole dossier. ``columns`` are the outlets of ``speakers`` and ``not_known`` (rows by the words for them).
    ``anchors`` are the places in the texts, by report and first character, that a link can lead to."""

    title: str
    story: str
    dates: str
    sizes: str
    version: str
    model: str
    reports: tuple[ReportView, ...]
    columns: tuple[str, ...]
    speakers: tuple[Row, ...]
    not_known: tuple[Row, ...]
    altered: tuple[StatementView, ...]
    figures: tuple[FigureView, ...]
    estimates: tuple[EstimateView, ...]
    accounts: AccountsView
    differing: tuple[StatementView, ...]
    shared: tuple[StatementView, ...]
    single: tuple[StatementView, ...]
    problems: tuple[Problem, ...]
    anchors: frozenset[tuple[int, int]]


def view(gathered: Gathered, kin: Mapping[str, Sequence[str]]) -> View:
    """A story, as its dossier shows it; ``kin`` ties reports' texts to others in sentences, by the report's id."""
    story, reports, told = gathered.story, gathered.reports, gathered.statements
    numbers = {report.id: number for number, report in enumerate(reports, 1)}
    sources = _sources(gathered.accounts)
    statements = [_statement(number, t, numbers, sources) for number, t in enumerate(told, 1)]
    pairs = list(zip(told, statements, strict=True))
    altered = [s for t, s in pairs if t.altered]
    differing = [s for t, s in pairs if t.closeness is not None and not t.altered]
    rest = [(t, s) for t, s in pairs if t.closeness is None and not t.altered]
    outlet_columns = tuple(dict.fromkeys(outlet(report) for report in reports))
    by_speaker = [(n, part) for n, t in enumerate(told, 1) if not t.pointing for part in by_voice(t)]
    read = {r.id: (r, reading) for r, reading in zip(reports, gathered.readings, strict=True)}
    models = sorted({reading.model for reading in gathered.readings})
    figure_views = figures(reports, gathered.readings, numbers)
    account_views = accounts_view(gathered.accounts, reports, gathered.readings, told)
    report_views = _reports(gathered, numbers, kin, pointed(account_views, figure_views))
    return View(
        title=story.title,
        story=story.id,
        dates=dates(story.earliest, story.latest),
        sizes=f"{reports_in(reports)};"
        f" {count(len(told), 'statement')} in {count(sum(len(t.tellings) for t in told), 'wording')}",
        version=__version__,
        model=", ".join(models),
        reports=report_views,
        columns=outlet_columns,
        speakers=rows([(n, t) for n, t in by_speaker if t.speaker or t.joint], outlet_columns, numbers),
        not_known=rows(
            [(n, t) for n, t in by_speaker if not (t.speaker or t.joint)], outlet_columns, numbers
        ),
        altered=tuple(altered),
        figures=figure_views,
        estimates=estimates(gathered.accounts, read.get),
        accounts=account_views,
        differing=tuple(differing),
        shared=tuple(s for _, s in rest if len(s.tellings) > 1),
        single=tuple(s for _, s in rest if len(s.tellings) == 1),
        problems=gathered.problems,
        anchors=frozenset(
            (r.number, piece.start)
            for r in report_views
            for b in r.blocks
            for piece in b.pieces
            if piece.anchor
        ),
    )


def _reports(
    gathered: Gathered,
    numbers: Mapping[str, int],
    kin: Mapping[str, Sequence[str]],
    pointed: Mapping[int, Sequence[Span]],
) -> tuple[ReportView, ...]:
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for number, told in enumerate(gathered.statements, 1):
        for telling in told.tellings:
            places[telling.report.id].append(Place(telling.wording.start, telling.wording.end, number))
    return tuple(
        ReportView(
            number=numbers[report.id],
            id=report.id,
            title=title(report),
            outlet=outlet(report),
            authors=", ".join(report.authors) or NOT_KNOWN,
            published=published(report),
            address=report.address or NOT_KNOWN,
            link=web_link(report.address),
            capture=report.capture,
            language=_language(report),
            blocks=blocks(report, reading, places[report.id], pointed.get(numbers[report.id], ())),
            comments=readers_comments(report),
            kin=tuple(kin.get(report.id, ())),
        )
        for report, reading in zip(gathered.reports, gathered.readings, strict=True)
    )


def _sources(accounts: Accounts) -> dict[tuple[str, str, int], str]:
    """Where reports had wordings from, in words, by statement, report and the wording's first character."""
    origins = {o.id: o for o in accounts.origins}
    return {
        (c.subject, c.report, c.start): had_from(o.kind.value, o.name, c.certain, c.why)
        for c in accounts.carryings
        if (o := origins.get(c.origin))
    }


def _statement(
    number: int, told: Told, numbers: Mapping[str, int], sources: Mapping[tuple[str, str, int], str]
) -> StatementView:
    against = base(told) + 1
    tellings = []
    texts = compared(told)
    for place, (telling, words) in enumerate(zip(told.tellings, texts, strict=True), 1):
        pieces, cut = _cut(words.pieces)
        attribution = telling.attribution
        tellings.append(
            TellingView(
                number=place,
                outlet=outlet(telling.report),
                published=telling.report.published or f"date {NOT_KNOWN}",
                language=_language(telling.report),
                ahead=one_line(telling.told.ahead),
                pieces=pieces,
                cut=cut,
                given=given(telling),
                had_from=sources.get((told.statement.id, telling.report.id, telling.wording.start)),
                difference=_difference(words),
                report=numbers.get(telling.report.id),
                start=telling.wording.start,
                end=telling.wording.end,
                why=telling.wording.why,
                speaker_why=None if attribution is None else attribution.speaker.why,
            )
        )
    carried = f"{count(len(tellings), 'wording')} in {outlets(t.report for t in told.tellings)}"
    set_out = columns(told, sharpest_first(texts)) if told.altered or told.closeness is not None else ()
    return StatementView(
        number,
        told.statement.id,
        who(told),
        carried,
        against,
        tuple(tellings),
        set_out if tell_apart(set_out) else (),
    )


def _difference(words: Compared) -> str | None:
    return None if words.comparison is None else difference(words.comparison, words.comparison.against + 1)


def _cut(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], int]:
    """The first FULL characters of the pieces, and how many characters are left out."""
    kept, length = [], 0
    for piece in pieces:
        kept.append(Piece(piece.text[: max(0, FULL - length)], piece.differs))
        length += len(piece.text)
    return tuple(piece for piece in kept if piece.text), max(0, length - FULL)


_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def _language(report: Report) -> str | None:
    """The report's language where it is written as BCP 47 has it: a page can be wrong about that too."""
    return report.language if report.language and _LANGUAGE.fullmatch(report.language) else None
