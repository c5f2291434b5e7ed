"""A story's accounts: where they part, when things were said, where each report had them from, what an outlet left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.accounts.conflicts.shared import shared
from rashomon.accounts.records import (
    Accounts,
    Conflict,
    ConflictMember,
    Independence,
    OriginKind,
    TimelineEntry,
)
from rashomon.accounts.saying import Saying
from rashomon.dossier.accounts import sentence
from rashomon.dossier.phrases import outlet
from rashomon.ledger.shown.outline import Outlined
from rashomon.records import Report
from rashomon.room.views.beside import Beside, UnnamedView
from rashomon.room.views.entries import IndependenceView, Person
from rashomon.visible import beginning

#: Conflicts of a story that its page shows, the surest first; members of one side; entries of a timeline; origins; statements
#: left out by one outlet. The dossier and the tables have the rest.
MOST_CONFLICTS, MOST_MEMBERS, MOST_ENTRIES, MOST_ORIGINS, MOST_LEFT_OUT = 40, 12, 200, 24, 12

#: Characters of a passage in a list; its report has the rest.
SHORT = 320


@dataclass(frozen=True, slots=True)
class Standing:
    """Words where they stand: characters ``start`` to ``end`` of ``report``; ``text`` is the beginning of them."""

    text: str
    report: str
    outlet: str
    published: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MemberView:
    """Words on one side of a conflict, who is cited for them, their statement if any, and why they are on this side.

    ``sentence`` is the sentence that they stand in, or as much of it as is shown; empty where it has nothing more.
    ``told`` is what else is told about them, their stance and cue before all; ``affiliation`` is what the story's reports tell
    beside the name of who is cited, ``unnamed`` what one tells about a source without a name.
    """

    at: Standing
    sentence: str
    told: Saying
    source: str
    affiliation: str
    unnamed: UnnamedView | None
    statement: str | None
    why: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a conflict: ``letter`` names it, ``further`` counts the members that are not shown."""

    letter: str
    members: tuple[MemberView, ...]
    further: int


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A place where accounts part. ``shared`` is what the sides have in common, in phrases. ``rising`` marks figures
    of which the later one may only be later; ``settling`` is where reports say what would settle it. ``unsure`` are claims that
    only a model holds for opposed: worth a look, and no conflict. ``decided`` says who accepted it, when and why; empty where
    nobody has."""

    id: str
    kind: str
    about: str
    why: str
    shared: tuple[str, ...]
    rising: bool
    sides: tuple[SideView, ...]
    settling: tuple[Standing, ...]
    unsure: bool
    decided: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """Something on the timeline: ``kind`` is ``published`` (``at`` then has the report's title), ``said`` or ``dated``.

    ``earliest`` and ``latest`` are ISO dates; ``statement`` is that of what was said or is dated, ``speaker`` whoever this
    wording is given as theirs by name, else ``described`` the words for them, and ``told`` what else is told about it."""

    earliest: str
    latest: str
    kind: str
    at: Standing
    statement: str | None
    speaker: Person | None
    described: str | None
    told: Saying
    why: str


@dataclass(frozen=True, slots=True)
class CarrierView:
    """A report that had something from an origin: how many ``passages``, the first of them, whether something tells that it is
    this origin (``certain``), and what that rests on."""

    at: Standing
    passages: int
    certain: bool
    why: str


@dataclass(frozen=True, slots=True)
class OriginView:
    """Where reports had things from: its kind, whose it is (``name``), and the reports that had them, in order of date."""

    id: str
    kind: str
    name: str
    passages: int
    carriers: tuple[CarrierView, ...]


@dataclass(frozen=True, slots=True)
class LeftOutEntry:
    """A statement that ``carried`` of ``others`` other outlets carry, and what else is ``told`` about the wording shown."""

    statement: str
    at: Standing
    told: Saying
    speaker: Person | None
    carried: int
    others: int


@dataclass(frozen=True, slots=True)
class LeftOutView:
    """A report and what most others carry and it does not; ``further`` counts what is not shown."""

    report: str
    outlet: str
    entries: tuple[LeftOutEntry, ...]
    further: int


@dataclass(frozen=True, slots=True)
class AccountsView:
    """A story's accounts. ``worth_a_look`` are claims that only a model holds for opposed, which are never among the
    ``conflicts`` nor counted with them. ``origins`` are those that are somebody's, the most carried first; ``nobody`` counts the
    passages for which nobody is named or that reports give as their own."""

    conflicts: tuple[ConflictView, ...]
    conflicts_in_all: int
    timeline: tuple[EntryView, ...]
    timeline_in_all: int
    origins: tuple[OriginView, ...]
    origins_in_all: int
    nobody: int
    left_out: tuple[LeftOutView, ...]
    worth_a_look: tuple[ConflictView, ...]
    worth_a_look_in_all: int


def accounts_view(
    accounts: Accounts,
    reports: Sequence[Report],
    told: Sequence[Outlined],
    find: Callable[[str], Report],
    members: Mapping[tuple[str, int, int], Saying],
    beside: Beside,
) -> AccountsView:
    """The accounts of a story, of those of its reports and statements that its page shows; ``find`` gives any report, by id.

    ``members`` tells how the conflicts' members are told, by report and characters, ``beside`` what stands beside names.
    """
    by_id = {report.id: report for report in reports}
    said = {t.id: t for t in told}
    timeline = [e for e in accounts.timeline if e.report in by_id]
    origins, origins_in_all, nobody = _origins(accounts, by_id)
    sure = [c for c in accounts.conflicts if not c.unsure]
    unsure = [c for c in accounts.conflicts if c.unsure]
    return AccountsView(
        tuple(conflict_view(c, by_id, members, beside) for c in sure[:MOST_CONFLICTS]),
        len(sure),
        tuple(_entry(e, by_id[e.report], said.get(e.subject)) for e in timeline[:MOST_ENTRIES]),
        len(timeline),
        origins,
        origins_in_all,
        nobody,
        _left_out(accounts, by_id, said, find),
        tuple(conflict_view(c, by_id, members, beside) for c in unsure[:MOST_CONFLICTS]),
        len(unsure),
    )


def independence_view(found: Independence) -> IndependenceView:
    """How independent a statement is within its story."""
    return IndependenceView(found.reports, found.outlets, found.low, found.high, found.why)


def standing(report: Report, start: int, end: int) -> Standing:
    """Characters of a report as a list shows them."""
    text = report.text[start:end]
    short = beginning(text, SHORT)
    return Standing(short, report.id, outlet(report), report.published, start, end)


def _entry(e: TimelineEntry, report: Report, said: Outlined | None) -> EntryView:
    """An entry of the timeline. One statement may be another's words elsewhere: here it is this wording's speaker that counts."""
    place = (e.report, e.start, e.end)
    told = next(
        (w.told for w in said.wordings if (w.report, w.start, w.end) == place) if said else iter(()), Saying()
    )
    at = standing(report, e.start, e.end)
    if e.kind == "published" and report.title:
        at = replace(at, text=report.title)
    return EntryView(
        e.earliest,
        e.latest,
        e.kind,
        at,
        None if e.kind == "published" else e.subject,
        _speaker(said) if told.named else None,
        None if told.named else told.source or None,
        told,
        e.why,
    )


def conflict_view(
    found: Conflict,
    by_id: Mapping[str, Report],
    members: Mapping[tuple[str, int, int], Saying],
    beside: Beside,
) -> ConflictView:
    """A conflict with its members that stand in one of these reports; ``members`` tells how they are told, ``beside`` what stands
    beside the names of those who are cited."""
    sides: defaultdict[int, list[ConflictMember]] = defaultdict(list)
    for m in found.members:
        if m.report in by_id:
            sides[m.side].append(m)
    return ConflictView(
        found.id,
        found.kind.value,
        found.about,
        found.why,
        shared(found, by_id),
        found.rising,
        tuple(
            SideView(
                chr(ord("A") + side % 26),
                tuple(_member(m, by_id[m.report], members, beside) for m in sides[side][:MOST_MEMBERS]),
                max(0, len(sides[side]) - MOST_MEMBERS),
            )
            for side in sorted(sides)
        ),
        tuple(
            standing(by_id[report], start, end) for report, start, end in found.settling if report in by_id
        ),
        found.unsure,
        found.decided,
    )


def _member(
    m: ConflictMember, report: Report, members: Mapping[tuple[str, int, int], Saying], beside: Beside
) -> MemberView:
    return MemberView(
        standing(report, m.start, m.end),
        sentence(report, m.start, m.end),
        members.get((m.report, m.start, m.end), Saying()),
        m.source,
        beside.of_member(m.report, m.start, m.end, m.source),
        beside.unnamed(m.report, m.start, m.end),
        m.statement,
        m.why,
    )


def _origins(accounts: Accounts, by_id: Mapping[str, Report]) -> tuple[tuple[OriginView, ...], int, int]:
    """The most carried origins that are somebody's, how many there are, and how many passages have no such origin."""
    carried: defaultdict[str, defaultdict[str, list[tuple[int, int, bool, str]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for c in accounts.carryings:
        if c.report in by_id:
            carried[c.origin][c.report].append((c.start, c.end, c.certain, c.why))
    named, nobody = [], 0
    for origin in accounts.origins:
        by_report = carried[origin.id]
        passages = sum(map(len, by_report.values()))
        if origin.kind in (OriginKind.UNNAMED, OriginKind.OWN) or origin.name is None:
            nobody += passages
            continue
        named.append((-len(by_report), -passages, origin.name, origin.id, origin.kind.value))
    named.sort()
    return (
        tuple(
            OriginView(id_, kind, name, -passages, _carriers(carried[id_], by_id))
            for _, passages, name, id_, kind in named[:MOST_ORIGINS]
        ),
        len(named),
        nobody,
    )


def _carriers(
    by_report: Mapping[str, list[tuple[int, int, bool, str]]], by_id: Mapping[str, Report]
) -> tuple[CarrierView, ...]:
    """The reports that had something from an origin, in order of date."""
    found = []
    for report in by_id:
        if places := by_report.get(report):
            # What certainly is from there tells more than what may be.
            start, end, certain, why = min(places, key=lambda p: (not p[2], p[0]))
            found.append(CarrierView(standing(by_id[report], start, end), len(places), certain, why))
    return tuple(found)


def _left_out(
    accounts: Accounts,
    by_id: Mapping[str, Report],
    said: Mapping[str, Outlined],
    find: Callable[[str], Report],
) -> tuple[LeftOutView, ...]:
    by_report: defaultdict[str, list[LeftOutEntry]] = defaultdict(list)
    for o in accounts.omissions:
        t = said.get(o.statement)
        if o.report in by_id and t is not None:
            shown = t.leading
            at = standing(find(shown.report), shown.start, shown.end)
            by_report[o.report].append(
                LeftOutEntry(o.statement, at, shown.told, _speaker(t), o.carried, o.others)
            )
    return tuple(
        LeftOutView(
            id_,
            outlet(report),
            tuple(by_report[id_][:MOST_LEFT_OUT]),
            max(0, len(by_report[id_]) - MOST_LEFT_OUT),
        )
        for id_, report in by_id.items()
        if id_ in by_report
    )


def _speaker(said: Outlined | None) -> Person | None:
    return None if said is None or said.speaker is None else Person(*said.speaker)
