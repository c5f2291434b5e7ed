"""What several pages list in the same way: reports, statements, people, and where one is in a long list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.accounts.saying import Saying
from rashomon.ledger.shown.joint import Known
from rashomon.ledger.shown.listed import PAGE
from rashomon.ledger.shown.outline import Outlined
from rashomon.records import Entity, Report
from rashomon.visible import web_link


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report as listed. ``link`` is its address where that is http or https, and may be made a link."""

    id: str
    name: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    published_from: str | None
    language: str | None
    address: str | None
    link: str | None
    capture: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body by id, with the name to show."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class IndependenceView:
    """How many reports, outlets and independent origins (``low`` to ``high``) a statement has within a story, and why: a line for
    each merge and each doubt."""

    reports: int
    outlets: int
    low: int
    high: int
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A statement as listed, by its telling wording: the one that has most in common with the others, of those given as its
    speaker's. ``told`` is what else is told about that.

    ``described`` is the words for a speaker who is not known; ``narrated`` where no report attributes it.
    ``differs`` where quotation marks hold different words in different reports, ``altered`` where a word is changed inside
    quotation marks that two of them have. ``text`` is characters ``start`` to ``end`` of ``report``. Of ``unknown`` of its
    reports no outlet is known. ``independence`` is how many independent origins it has in the story that is shown. ``joint`` are
    those who are reported to have said it together.
    """

    id: str
    speaker: Person | None
    described: str | None
    narrated: bool
    text: str
    report: str
    start: int
    end: int
    wordings: int
    reports: int
    outlets: tuple[str, ...]
    unknown: int
    differs: bool
    altered: bool
    told: Saying
    independence: IndependenceView | None = None
    joint: tuple[Person | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which part of a long list a page shows, of ``page`` entries at most: ``first`` counts from 0; ``more`` where the list goes
    on."""

    first: int
    shown: int
    total: int
    page: int = PAGE

    @property
    def more(self) -> int | None:
        """Where the next page begins; ``None`` at the end."""
        return self.first + self.shown if self.first + self.shown < self.total else None

    @property
    def before(self) -> int | None:
        """Where the page before begins; ``None`` at the beginning."""
        return max(0, self.first - self.page) if self.first else None


def several(joint: Iterable[Known | Entity | None]) -> tuple[Person | None, ...]:
    """Those who say something together, ``None`` behind them for all who are not known."""
    every = list(joint)
    known = tuple(Person(one.id, one.name) for one in every if one is not None)
    return (*known, None) if None in every else known


def report_entry(report: Report) -> ReportEntry:
    """A report as listed."""
    return ReportEntry(
        report.id,
        report.name,
        report.title,
        report.outlet,
        report.authors,
        report.published,
        report.published_from,
        report.language,
        report.address,
        web_link(report.address),
        report.capture,
    )


def statement_entry(said: Outlined, independence: IndependenceView | None = None) -> StatementEntry:
    """A statement as listed."""
    shown = said.leading
    return StatementEntry(
        said.id,
        None if said.speaker is None else Person(*said.speaker),
        said.described,
        said.narrated,
        shown.text,
        shown.report,
        shown.start,
        shown.end,
        len(said.wordings),
        said.reports,
        tuple(dict.fromkeys(w.outlet for w in said.wordings if w.outlet)),
        len({w.report for w in said.wordings if not w.outlet}),
        said.closeness is not None,
        said.altered,
        shown.told,
        independence,
        several(said.joint),
    )
