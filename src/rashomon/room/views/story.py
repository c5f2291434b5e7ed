"""A story: its reports by date, where its accounts part, who said what in which outlet, and its statements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.accounts.saying import Saying, by_voice
from rashomon.dossier.estimates import estimates
from rashomon.dossier.kinship import alike
from rashomon.dossier.order import by_date, importance
from rashomon.dossier.phrases import outlet
from rashomon.ledger.shown import listed, rests_on
from rashomon.ledger.shown.joint import Several
from rashomon.ledger.shown.outline import Outlined, OutlinedWording, names, outline, reports_with_figures
from rashomon.records import Report
from rashomon.room.readers import Desk
from rashomon.room.views.accounts import AccountsView, accounts_view, independence_view
from rashomon.room.views.beside import Beside, UnnamedView, beside_names
from rashomon.room.views.decided import Decided, decided_about_story
from rashomon.room.views.entries import (
    Person,
    ReportEntry,
    StatementEntry,
    Stretch,
    report_entry,
    several,
    statement_entry,
)
from rashomon.room.views.figures import FigureEvent, figure_events
from rashomon.visible import beginning

#: Statements of a story that its page considers, those with the most wordings first: more than any story of a few
#: dozen reports has, and what can be compared word by word in the time a page may take.
MOST_STATEMENTS = 600

#: Reports of a story whose outlets stand in the table of who said what.
MOST_REPORTS = 200

#: Rows of that table, and wordings in one of its cells.
MOST_SPEAKERS, MOST_IN_CELL = 40, 3

#: Characters of a wording in a cell.
SHORT = 160


@dataclass(frozen=True, slots=True)
class CellWording:
    """A wording in the table: the beginning of its words, its statement, its characters in its report, and what else is told,
    about a source without a name too."""

    statement: str
    report: str
    start: int
    end: int
    text: str
    told: Saying
    wordings: int
    unnamed: UnnamedView | None


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """A speaker and what each outlet of the table gives as theirs; ``further`` counts, for each, what is not shown.

    ``person`` is ``None`` for those not known, who are told apart by the words for them, ``described``, alone, and for several
    who say it together (``joint``). ``affiliation`` is what the story's reports tell beside the name.
    """

    person: Person | None
    described: str | None
    also: tuple[str, ...]
    statements: int
    cells: tuple[tuple[CellWording, ...], ...]
    further: tuple[int, ...]
    joint: tuple[Person | None, ...] = ()
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties a report's text to another ``report``: the ``words`` before that one's name."""

    words: str
    report: ReportEntry


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story. ``statements`` are those of ``stretch``, altered quotations first, then the most reported.

    ``outlets`` are known; of ``unknown`` of the reports none is. ``columns`` are the outlets of ``speakers``; ``unnamed`` counts
    the sources without a name. ``tied`` holds, for a report that has taken another's place at its address, that one, else for one
    that carries text of an earlier one the earliest that does.
    ``decided`` is what people decided about its reports. ``considered`` is how many of its statements the page looks at, the most
    reported; ``pointing`` of them say nothing alone ("it", a part of a sentence that is listed whole), and are not listed.
    """

    id: str
    title: str
    earliest: str | None
    latest: str | None
    outlets: int
    unknown: int
    statements_in_all: int
    considered: int
    pointing: int
    reports: tuple[ReportEntry, ...]
    reports_in_all: int
    columns: tuple[str, ...]
    speakers: tuple[SpeakerRow, ...]
    unnamed: tuple[SpeakerRow, ...]
    stretch: Stretch
    statements: tuple[StatementEntry, ...]
    figures: tuple[FigureEvent, ...]
    accounts: AccountsView
    tied: dict[str, Tie]
    decided: tuple[Decided, ...]

    def places(self, rows: Sequence[SpeakerRow], most: int | None) -> list[int]:
        """The columns that a table of these rows shows, in order: all, or of more than ``most`` those with most wordings."""
        every = range(len(self.columns))
        if most is None or len(every) <= most:
            return list(every)
        having = [sum(len(row.cells[c]) + row.further[c] for row in rows) for c in every]
        return sorted(sorted(every, key=lambda c: (-having[c], c))[:most])


#: Statements on a page of a story.
PAGE = 50


def story_view(desk: Desk, story: str, first: int = 0) -> StoryView:
    """A story by its id, with its statements from the ``first`` on. Raises LedgerError where there is none of that id."""
    found = desk.ledger.story(story)
    counting = set(reports_with_figures(desk.ledger, found.id))
    here = found.reports[:MOST_REPORTS]
    desk.shelf.take(here, [report for report in here if report in counting])
    reports = by_date(desk.shelf.report(r) for r in here)
    order = {report.id: place for place, report in enumerate(reports)}
    told = outline(desk.ledger, found.id, MOST_STATEMENTS)
    told.sort(key=lambda t: importance(t, t.id, t.wordings[0].report, t.wordings[0].start, order))
    outlets, unknown = listed.stories.outlets_of(desk.ledger, found.id)
    columns = tuple(dict.fromkeys(outlet(report) for report in reports))
    telling = [t for t in told if not t.pointing]
    shown = [t for t in telling if not t.narrated or len(t.wordings) > 1]
    speakers, unnamed = _voices(telling)
    page = shown[first : first + PAGE]
    accounts = desk.ledger.accounts(found.id)
    independence = {i.subject: independence_view(i) for i in accounts.independence}
    beside = beside_names(desk.ledger, found.id)
    counted = {r.id: (r, desk.shelf.reading(r.id)) for r in reports if r.id in counting}
    return StoryView(
        found.id,
        found.title,
        found.earliest,
        found.latest,
        len(outlets),
        unknown,
        listed.stories.count_statements(desk.ledger, found.id),
        len(told),
        len(told) - len(telling),
        tuple(map(report_entry, reports)),
        len(found.reports),
        columns,
        _rows(desk, speakers, columns, reports, beside),
        _rows(desk, unnamed, columns, reports, beside),
        Stretch(first, len(page), len(shown)),
        tuple(statement_entry(t, independence.get(t.id)) for t in page),
        figure_events(counted.values(), estimates(accounts, counted.get)),
        accounts_view(
            accounts, reports, told, desk.shelf.report, rests_on.members(desk.ledger, found.id), beside
        ),
        {report: tie for report, tie in _tied(desk, found.id) if report in order},
        decided_about_story(desk, found.reports),
    )


def _tied(desk: Desk, story: str) -> Iterator[tuple[str, Tie]]:
    """Copies, then versions, which tell more and so stand over them."""
    for report, (earliest, share) in rests_on.earliest_copies(desk.ledger, story).items():
        yield report, Tie(alike(share), report_entry(desk.shelf.report(earliest)))
    for report, earlier in rests_on.earlier_versions(desk.ledger, story).items():
        yield report, Tie("has taken the place of", report_entry(desk.shelf.report(earlier)))


@dataclass(frozen=True, slots=True)
class _Voice:
    """A statement in the wordings of one voice: its speaker's own, or a source's that is not named, by the words for it."""

    statement: str
    wordings_in_all: int
    speaker: tuple[str, str] | None
    described: str | None
    wordings: tuple[OutlinedWording, ...]
    joint: Several = ()


def _voices(told: Sequence[Outlined]) -> tuple[list[_Voice], list[_Voice]]:
    """What speakers say, alone or together, and what sources say that nobody names."""
    speakers, unnamed = [], []
    for t in told:
        for source, wordings in by_voice(t.wordings, lambda w: w.told, t.speaker is not None):
            if source is None:
                speakers.append(_Voice(t.id, len(t.wordings), t.speaker, None, wordings))
            elif t.joint and all(w.told.joint for w in wordings):
                speakers.append(_Voice(t.id, len(t.wordings), None, source, wordings, t.joint))
            elif any(w.attributed for w in wordings):
                unnamed.append(_Voice(t.id, len(t.wordings), None, source or None, wordings))
    return speakers, unnamed


def _rows(
    desk: Desk, told: Sequence[_Voice], columns: Sequence[str], reports: Sequence[Report], beside: Beside
) -> tuple[SpeakerRow, ...]:
    """A row for each speaker: those in the most outlets first, then those with the most statements."""
    outlets = {report.id: outlet(report) for report in reports}
    said: defaultdict[tuple[str, str], defaultdict[str, list[CellWording]]]
    said = defaultdict(lambda: defaultdict(list))
    statements: Counter[tuple[str, str]] = Counter()
    speakers: dict[tuple[str, str], _Voice] = {}
    for t in told:
        if t.joint:
            key = ("", "\n".join(sorted(one.id if one else "" for one in t.joint)))
        else:
            key = (t.speaker[0], "") if t.speaker else ("", " ".join((t.described or "").casefold().split()))
        statements[key] += 1
        speakers.setdefault(key, t)
        for wording in t.wordings:
            if wording.report in outlets:
                said[key][outlets[wording.report]].append(_cell(t, wording, beside))
    keys = sorted(said, key=lambda key: (-len(said[key]), -statements[key], key))[:MOST_SPEAKERS]
    called = names(desk.ledger, (entity for entity, _ in keys if entity))
    rows = []
    for key in keys:
        t = speakers[key]
        cells = [said[key].get(column, []) for column in columns]
        rows.append(
            SpeakerRow(
                Person(*t.speaker) if t.speaker else None,
                t.described,
                tuple(n for n in called.get(key[0], ()) if n != t.speaker[1]) if t.speaker else (),
                statements[key],
                tuple(tuple(cell[:MOST_IN_CELL]) for cell in cells),
                tuple(max(0, len(cell) - MOST_IN_CELL) for cell in cells),
                several(t.joint),
                beside.affiliation(t.speaker[0]) if t.speaker else "",
            )
        )
    return tuple(rows)


def _cell(told: _Voice, wording: OutlinedWording, beside: Beside) -> CellWording:
    return CellWording(
        told.statement,
        wording.report,
        wording.start,
        wording.end,
        beginning(wording.text, SHORT),
        wording.told,
        told.wordings_in_all,
        None if told.speaker else beside.unnamed(wording.report, wording.start, wording.end),
    )
