"""Files in, ledger out: reads what is new, skips what is known, notes what cannot be read, and collates."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from rashomon import __version__, pipeline
from rashomon.captures.folder import JSON, captures, count, each_path, is_there
from rashomon.corrections.imprint import about_reports, taken_out
from rashomon.engines import engine
from rashomon.ledger import ConflictPlaces, Ledger
from rashomon.ledger.tables.write import storable
from rashomon.records import NOTED, Capture, Correction, Problem


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: items done in ``stage`` (``reading`` or ``collating``), the last one's name, problems so far.

    ``total`` is ``None`` where it is not known.
    """

    stage: str
    done: int
    total: int | None
    item: str
    problems: int


@dataclass(frozen=True, slots=True)
class News:
    """What a run changed in what the ledger tells: ids of ``conflicts`` that are new or have other members than before, the
    surest first, and pages read in a later version (the later report, the one it took the place of).

    ``worth_a_look`` has the ids of claims that only a model holds for opposed, where these are new: they are no conflicts.
    """

    conflicts: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    worth_a_look: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did: reports read, captures already known, items that failed, words read, seconds taken.

    ``problems`` tell why those failed, and what is to be noted of others (:attr:`rashomon.records.Problem.noted`).
    ``still_unread`` of the ``known`` could not be read before and still cannot: their problems stand in the ledger.
    ``stranded`` are people's decisions whose names are no longer found in their reports: kept, and without effect.
    ``news`` is what changed in what the ledger tells.
    """

    read: int
    known: int
    failed: int
    problems: tuple[Problem, ...]
    words: int
    seconds: float
    stranded: tuple[Correction, ...] = ()
    news: News = News()
    still_unread: int = 0


def read(
    paths: Iterable[str | Path] | str | Path,
    *,
    ledger: str | Path | Ledger = "rashomon.db",
    workers: int = 1,
    model: Path | None = None,
    families: Mapping[str, str] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Read files and folders (``-`` is standard input; one alone, or a list) into a ledger, made where there is none.

    Each report is committed as it is read, so a run that is stopped or killed has lost nothing: the next one goes on from
    there. Captures the ledger knows are not read again; readings by another model are replaced. With ``workers`` of two
    or more, reports are read in so many processes, and the rows are the same. ``families`` (outlet to family: one owner or
    one feed) are kept in the ledger in the place of those declared before. Raises LedgerError, in words, where
    the ledger cannot be written; what cannot be read is a Problem in the summary and in the ledger. Where there is no ledger and
    none of the paths is there, none is made.
    """
    given = each_path(paths)
    with ExitStack() as stack:
        if not isinstance(ledger, Ledger) and not Path(ledger).exists() and not any(map(is_there, given)):
            missing = tuple(found for found in captures(given) if isinstance(found, Problem))
            return Summary(0, 0, len(missing), missing, 0, 0.0)
        if not isinstance(ledger, Ledger):
            ledger = stack.enter_context(Ledger.open(ledger))
        if families is not None:
            ledger.declare_families(families)
        return _Run(ledger, given, workers, model, progress or (lambda _: None)).go()


class _Run:
    """One call of :func:`read`."""

    def __init__(
        self,
        ledger: Ledger,
        paths: list[str | Path],
        workers: int,
        model: Path | None,
        progress: Callable[[Progress], None],
    ) -> None:
        self._ledger, self._paths, self._workers = ledger, paths, workers
        self._model, self._progress = model, progress
        self._done = self._read = self._known = self._words = self._still_unread = 0
        self._problems: list[Problem] = []
        self._again: list[Capture] = []
        self._total = count(paths)

    def go(self) -> Summary:
        began = time.monotonic()
        partings, replaced = self._ledger.conflict_places(), self._replaced()
        fingerprint = pipeline.fingerprint(self._model)
        self._ledger.add_run(code=__version__, reader=fingerprint)
        self._ledger.forget_problems(str(Path(path)) for path in self._paths)
        decided = about_reports(self._ledger.corrections())
        task = partial(pipeline.read_capture, model=self._model, corrections=decided)
        results = engine(min(self._workers, self._total)).map(task, self._new(fingerprint))
        for result in results:
            if isinstance(result, pipeline.Unread):
                self._ledger.add_problem(result.problem, result.capture, fingerprint=fingerprint)
                self._problems.append(result.problem)
            else:
                notes = (*result.notes, *self._changed(result))
                with self._ledger.transaction():
                    self._ledger.add(result.capture, result.report, result.reading)
                    for note in notes:
                        self._ledger.add_problem(note, fingerprint=fingerprint)
                self._problems += notes
                self._read += 1
                self._words += len(result.report.text.split())
            self._step(result.capture.path)
        self._tell_again(fingerprint)
        stranded = recollate(
            self._ledger,
            reader=fingerprint,
            progress=lambda step: self._progress(replace(step, problems=len(self._problems))),
        )
        return Summary(
            self._read,
            self._known,
            sum(not problem.noted for problem in self._problems),
            tuple(self._problems),
            self._words,
            time.monotonic() - began,
            stranded,
            self._news(partings, replaced),
            self._still_unread,
        )

    def _changed(self, found: pipeline.Read) -> Iterator[Problem]:
        """A note on a file that holds other bytes than it did. Where a page tells its address, its versions are told instead.

        A line of a .jsonl file or an object of a list may have moved.
        """
        capture = found.capture
        named = found.report.address or capture.media_type == JSON or capture.path == "stdin"
        if not named and self._ledger.held_otherwise(capture.path, capture.sha256):
            yield Problem(
                capture.path,
                NOTED,
                "the file has changed since it was read; what it held before stays in the ledger, as a report of its own",
                "to have one take the place of the other give both the page's address: as JSON with text and url",
                capture.sha256,
            )

    def _tell_again(self, fingerprint: str) -> None:
        """What keeps bytes from being read holds wherever they are found: it is told of each place, once."""
        wrong: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in self._ledger.problems() if self._again else ():
            if problem.sha256 is not None and not problem.noted:
                wrong[problem.sha256].append(problem)
        for capture in self._again:
            problems = wrong[capture.sha256]
            if any(problem.item == storable(capture.path) for problem in problems):
                self._still_unread += 1
            elif problems:
                same = replace(problems[0], item=capture.path)
                self._ledger.add_problem(same, fingerprint=fingerprint)
                self._problems.append(same)
                self._known -= 1

    def _replaced(self) -> list[tuple[str, str]]:
        return [(version.report, version.earlier) for version in self._ledger.versions()]

    def _news(self, partings: Iterable[ConflictPlaces], replaced: Iterable[tuple[str, str]]) -> News:
        """What is told now and was not told before. A conflict's id goes with its story, which may grow; its members are it.

        A conflict is news too where the same words were only worth a look before.
        """
        before, now, versions = list(partings), self._ledger.conflict_places(), set(replaced)
        told, surely = {p.places for p in before}, {p.places for p in before if not p.unsure}
        return News(
            tuple(p.conflict for p in now if not p.unsure and p.places not in surely),
            tuple(page for page in self._replaced() if page not in versions),
            tuple(p.conflict for p in now if p.unsure and p.places not in told),
        )

    def _new(self, fingerprint: str) -> Iterator[Capture]:
        """The captures to read; problems and known captures are noted on the way."""
        known, in_doubt = self._ledger.known(fingerprint), self._ledger.unread(fingerprint)
        out = taken_out(self._ledger.corrections())
        for item in captures(self._paths):
            if isinstance(item, Problem):
                self._ledger.add_problem(item)
                self._problems.append(item)
                self._step(item.item)
            elif (decision := out.get(item.sha256[:16])) is not None:
                self._ledger.note_taken_out(item, decision)
                self._known += 1
                self._step(item.path)
            elif item.sha256 in known:
                self._ledger.add_sighting(item)
                self._known += 1
                if item.sha256 in in_doubt:
                    self._again.append(replace(item, content=b""))
                self._step(item.path)
            else:
                known.add(item.sha256)
                in_doubt.add(item.sha256)  # it may not have been read yet when it is met again
                yield item

    def _step(self, item: str) -> None:
        self._done += 1
        self._progress(Progress("reading", self._done, self._total, item, len(self._problems)))


def recollate(
    ledger: Ledger, *, reader: str | None = None, progress: Callable[[Progress], None] | None = None
) -> tuple[Correction, ...]:
    """Entities, statements and stories brought up to date with the readings and people's decisions, if they are not.

    ``reader`` is the fingerprint of the readings, by default that of the last run. The decisions returned are those that found
    nobody to apply to. Raises LedgerError where the ledger cannot be written.
    """
    runs = ledger.runs()
    reader = reader or (runs[-1].reader if runs else "")
    tell = progress or (lambda _: None)
    ids, corrections, owners = ledger.report_ids(), ledger.corrections(), ledger.families()
    wanted = pipeline.collation_fingerprint(ids, reader, corrections, owners)
    if ledger.collation_fingerprint() == wanted:
        return ()
    tell(Progress("collating", 0, None, f"{len(ids)} reports", 0))
    stranded = ledger.collate(f"{pipeline.VERSION} {reader}", wanted)
    done = ledger.counts().statements
    tell(Progress("collating", done, done, f"{done} statements", 0))
    return stranded
