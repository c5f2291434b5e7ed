"""How far a run is: a bar on a terminal, and elsewhere a line now and then."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bar

from rashomon.dossier.phrases import count
from rashomon.terminal.screen import line

if TYPE_CHECKING:
    from rashomon.ingest import Progress

#: Seconds between two lines in a log: seldom enough for an hour's run to fit on a few screens.
EVERY = 10.0

#: Characters of an item's name beside the bar.
ITEM = 40


class Meter:
    """Shows the progress that :func:`rashomon.read` reports; use it in a ``with`` statement.

    ``clock`` gives seconds and is there for tests.
    """

    def __init__(self, console: Console, clock: Callable[[], float] = time.monotonic) -> None:
        self._console, self._clock = console, clock
        self._bar: Bar | None = None
        self._task: TaskID | None = None
        self._stage = ""
        self._told = float("-inf")
        self._done = 0

    def __enter__(self) -> Self:
        if self._console.is_terminal:
            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.fields[stage]}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                TextColumn("{task.fields[item]}", markup=False),
                console=self._console,
                transient=True,
            )
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Take the bar away; again does no harm."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def show(self, progress: Progress) -> None:
        """Show how far the run is."""
        if progress.stage == "reading":
            self._done = progress.done
        if self._bar is not None:
            self._draw(self._bar, progress)
        else:
            self._tell(progress)

    def kept(self) -> str:
        """In a sentence, what a run that is stopped now has done."""
        return f"What was done is kept ({count(self._done, 'item')} looked at)."

    def _draw(self, bar: Bar, progress: Progress) -> None:
        if progress.stage != self._stage or self._task is None:
            if self._task is not None:
                bar.remove_task(self._task)
            self._task = bar.add_task("", total=progress.total, stage=progress.stage, item="")
            self._stage = progress.stage
        item = line(progress.item, ITEM).plain
        if progress.problems:
            item = f"{count(progress.problems, 'problem')}  {item}"
        bar.update(self._task, completed=progress.done, total=progress.total, item=item)

    def _tell(self, progress: Progress) -> None:
        last = progress.done == progress.total
        now = self._clock()
        if progress.stage == self._stage and now - self._told < EVERY and not last:
            return
        self._stage, self._told = progress.stage, now
        of = "" if progress.total is None else f" {progress.done:,} of {progress.total:,}"
        problems = f", {count(progress.problems, 'problem')}" if progress.problems else ""
        self._console.print(line(f"{progress.stage}{of}{problems}: {progress.item}"), soft_wrap=True)
