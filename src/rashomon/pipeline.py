"""The order of the stages, and nothing else: captures → reports → readings → entities → statements → stories → accounts.

Every stage is a pure function over records. This module knows neither where it runs nor where its results go.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from rashomon.accounts.decisions import NOWHERE, decide_conflicts, deciding
from rashomon.accounts.decisions import stranded as stranded_conflicts
from rashomon.accounts.later_versions import Later
from rashomon.accounts.records import Accounts
from rashomon.accounts.story import accounts
from rashomon.accounts.told import Told, plain
from rashomon.collation.copies.copies import Copies, copies
from rashomon.collation.copies.versions import versions
from rashomon.collation.entities.entities import entities
from rashomon.collation.sentences.embed import Embedder, pack
from rashomon.collation.statements import constraints
from rashomon.collation.statements.match import collate_reports, statements
from rashomon.collation.stories.decisions import decide_stories
from rashomon.collation.stories.stories import stories
from rashomon.collation.wordings.variation import varied
from rashomon.corrections.imprint import as_decided
from rashomon.corrections.standing import standing
from rashomon.corrections.targets import decides
from rashomon.models import model_path
from rashomon.reading.reader import Reader
from rashomon.records import Capture, Correction, Entity, Problem, Reading, Report, Statement, Story
from rashomon.records.copies import Version
from rashomon.reports.extract import extract
from rashomon.reports.notes import notes

VERSION = "31"
"""Changes with every change of code above the reader that changes what a capture or a ledger gives."""


@dataclass(frozen=True, slots=True)
class Read:
    """A capture that could be read: its report and its reading, sentences with vectors; ``notes`` are problems with it."""

    capture: Capture
    report: Report
    reading: Reading
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A capture that could not be read, and why."""

    capture: Capture
    problem: Problem


@dataclass(frozen=True, slots=True)
class Collated:
    """What many readings give together. ``stranded`` are the decisions that found nothing to apply to."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    stories: tuple[Story, ...]
    stranded: tuple[Correction, ...] = ()
    accounts: tuple[Accounts, ...] = ()


def read_capture(
    capture: Capture, model: Path | None = None, corrections: Sequence[Correction] = ()
) -> Read | Unread:
    """One capture to its reading: the unit of work that engines spread. ``model`` is a folder, the package's by default; what
    ``corrections`` decide about the report itself is applied before it is read."""
    report = extract(capture)
    if isinstance(report, Problem):
        return Unread(capture, report)
    report = as_decided(report, corrections)
    return Read(capture, report, read_report(report, model), notes(capture, report))


def attributions(report: Report, model: Path | None = None) -> Reading:
    """One report to its reading, sentences without vectors: what needs no collation."""
    return _reader(model).read(report)


def read_report(report: Report, model: Path | None = None) -> Reading:
    """One report to its reading, sentences with vectors."""
    return replace(with_vectors(report, attributions(report, model)), model=fingerprint(model))


def with_vectors(report: Report, reading: Reading) -> Reading:
    """The reading with a vector for every sentence that has none."""
    bare = [n for n, s in enumerate(reading.sentences) if not s.vector]
    spans = [reading.sentences[n] for n in bare]
    vectors = dict(
        zip(bare, pack(_embedder().embed([report.text[s.start : s.end] for s in spans])), strict=True)
    )
    return replace(
        reading,
        sentences=tuple(replace(s, vector=vectors.get(n, s.vector)) for n, s in enumerate(reading.sentences)),
    )


def collate(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    corrections: Sequence[Correction] = (),
    owners: Mapping[str, str] | None = None,
    families: Mapping[str, str] | None = None,
    superseded: Collection[str] = (),
) -> Collated:
    """Entities, statements and stories of all readings, whatever order they come in; people's decisions are applied.

    ``owners`` gives the declared family of outlets, by their names, ``families`` that of reports that are copies of one text;
    ``superseded`` are the reports that a later version of their page has taken the place of.
    """
    decided = standing(corrections)
    who = entities(readings, reports, decided)
    said = varied(statements(reports, readings, who.speakers, decided, who.named), reports)
    told = decide_stories(stories(reports, readings, said), reports, decided)
    stranded = (*who.stranded, *constraints.stranded(readings, decided), *told.stranded)
    names = {e.id: e.name for e in who.entities}
    parted = story_accounts(
        told.stories,
        reports,
        readings,
        said,
        who.speakers,
        names,
        owners or {},
        families,
        superseded,
        who.named,
        decided,
    )
    held = (d.correction for a in parted for d in a.decided)
    stranded += stranded_conflicts(decided, held, lambda _: (c for a in parted for c in a.conflicts))
    return Collated(who.entities, said, told.stories, stranded, parted)


def story_accounts(
    grouped: Iterable[Story],
    reports: Iterable[Report],
    readings: Iterable[Reading],
    said: Iterable[Statement],
    speakers: Mapping[tuple[str, int], str | None],
    names: Mapping[str, str],
    owners: Mapping[str, str],
    families: Mapping[str, str] | None = None,
    superseded: Collection[str] = (),
    named: Mapping[tuple[str, str], str] | None = None,
    corrections: Sequence[Correction] = (),
    later: Later = NOWHERE,
) -> tuple[Accounts, ...]:
    """The accounts of these stories, each a function of its own reports and their statements.

    ``speakers`` leads from attributions to entities, ``names`` from entities to their names. ``families`` gives the family of
    reports that are copies of one text, ``superseded`` are those that a later version of their page has taken the place of,
    ``named`` whom reports mean by names, ``corrections`` people's decisions that stand, ``later`` where the words that they are
    about stand in later versions.
    """
    report, reading = {r.id: r for r in reports}, {r.report: r for r in readings}
    carried: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in said:
        for id_ in {w.report for w in statement.wordings}:
            carried[id_].append(statement)
    about = [
        (c, {report for at in place.members for report, _ in (at, *later.get(at, ()))})
        for c, place in deciding(corrections)
    ]
    out = []
    for story in grouped:
        own = sorted((report[id_] for id_ in story.reports), key=lambda r: (r.published or "~", r.id))
        of_story = {s.id: s for r in own for s in carried[r.id]}
        told = Told(
            story,
            tuple(own),
            tuple(reading[r.id] for r in own),
            tuple(of_story[id_] for id_ in sorted(of_story)),
            speakers,
            names,
            families or {},
            {plain(outlet): family for outlet, family in owners.items()},
            frozenset(superseded) & frozenset(story.reports),
            named or {},
        )
        here = [c for c, reports in about if not reports.isdisjoint(story.reports)]
        out.append(decide_conflicts(accounts(told), here, later))
    return tuple(out)


def copied(
    reports: Sequence[Report], readings: Sequence[Reading], captured: Mapping[str, str | None]
) -> tuple[Copies, tuple[Version, ...]]:
    """Families and copied passages of all reports, and the versions of their pages, whatever order they come in.

    ``captured`` has the instant of each report's capture, by the report's id.
    """
    return copies(reports, captured), versions(reports, readings, captured)


def alike(reports: Sequence[Report], readings: Sequence[Reading]) -> tuple[Statement, ...]:
    """The passages, narration too, in which a few reports say the same thing: statements of two wordings or more."""
    speakers = entities(readings, reports).speakers
    return varied(collate_reports(reports, readings, speakers, _embedder().embed), reports)


@lru_cache(maxsize=4)
def fingerprint(model: Path | None = None) -> str:
    """What a capture's reading depends on besides its bytes: models and code, in 24 characters at the most."""
    sentences = hashlib.sha256(model_path("sentences.onnx").read_bytes()).hexdigest()[:6]
    return f"{_reader(model).fingerprint}.{sentences}.{VERSION}"


def collation_fingerprint(
    reports: Sequence[str],
    model: str,
    corrections: Iterable[Correction] = (),
    owners: Mapping[str, str] | None = None,
) -> str:
    """What a collation depends on: the reports' ids, the readings' fingerprint, people's decisions and declarations, the code."""
    decided = sorted(c.id for c in standing(corrections) if decides(c))
    declared = [f"{outlet}\0{family}" for outlet, family in sorted((owners or {}).items())]
    digest = hashlib.sha256("\n".join([VERSION, model, *sorted(reports), *decided, *declared]).encode())
    return digest.hexdigest()[:24]


@lru_cache(maxsize=2)
def _reader(model: Path | None) -> Reader:
    return Reader.load(model)


@lru_cache(maxsize=1)
def _embedder() -> Embedder:
    return Embedder.load()
