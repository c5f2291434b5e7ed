"""Pairs of reports compared word by word, and what came of it, kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from functools import lru_cache

from rashomon.collation.copies.compared import Compared, Places, Texts, compared, places, texts
from rashomon.collation.copies.shingles import number
from rashomon.ledger.collating.shingles import Meetings, Pair, unpacked
from rashomon.ledger.tables.load import load_reports
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.records.copies import CopiedPassage

TEXTS = 40_000
"""Texts kept at hand, and places of their words, of some 6 and 9 KB each where a report has 500 words."""

Reports = tuple[str, str]
"""Two reports, the lesser id first."""


class Comparing:
    """Compares reports of a ledger, and keeps in it what they have in common."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._texts = lru_cache(maxsize=TEXTS)(self._load_texts)
        self._places = lru_cache(maxsize=TEXTS)(self._load_places)
        self._shares: dict[Reports, float] = {}

    def compare(self, reports: Reports) -> Compared:
        """What two reports have in common."""
        one, other = (self._texts(report) for report in reports)
        return compared(one, other, self._places)

    def compare_all(
        self, meetings: Meetings, new: Collection[int]
    ) -> tuple[dict[Reports, tuple[CopiedPassage, ...]], set[int]]:
        """Compare those that have come to meet, and keep what they have in common.

        The passages of each two that have any, and the reports whose links to others of one text are not what they were. ``new``
        are the reports of which anything is new.
        """
        passages: dict[Reports, tuple[CopiedPassage, ...]] = {}
        moved: set[int] = set()
        for pair in meetings.met:
            if not (pair[0] in new or pair[1] in new) and self._met(pair):
                continue
            reports = self.reports(pair)
            found = self.compare(reports)
            if found.share or found.passages:
                self._keep(pair, True, found)
            if found.share:
                moved.update(pair)
            if found.passages:
                passages[reports] = found.passages
        for pair in meetings.parted:
            moved |= self._part(pair)
        return passages, moved

    def share(self, one: str, other: str) -> float:
        """The part of the shorter of two texts that both have, 0 where they are not one text."""
        reports = one, other
        if reports not in self._shares:
            found = self.compare(reports)
            a, b = sorted(map(number, reports))
            self._keep((a, b), False, found)
            self._shares[reports] = found.share
        return self._shares[reports]

    def links(self, reached: dict[int, str]) -> dict[Reports, float]:
        """The shares of those of these reports, by number, that meet and are one text."""
        found = {}
        query = "SELECT one, other, met, share FROM compared_pair WHERE one IN ({})"
        for one, other, met, share in rows_of(self._connection, query, sorted(reached)):
            if other in reached:
                a, b = sorted((reached[one], reached[other]))
                self._shares[a, b] = share
                if met and share:
                    found[a, b] = share
        return found

    def forget(self, numbers: Iterable[int]) -> set[int]:
        """Forget what came of comparing these reports; those that met them as one text."""
        some = sorted(numbers)
        met: set[int] = set()
        for one, other in (("one", "other"), ("other", "one")):
            query = f"SELECT {other} FROM compared_pair WHERE {one} IN ({{}}) AND met AND share > 0"
            met |= {row[0] for row in rows_of(self._connection, query, some)}
        for column in ("one", "other"):
            delete(self._connection, "compared_pair", column, some)
        return met

    def reports(self, pair: Pair) -> Reports:
        """Two reports by their numbers."""
        query = "SELECT report FROM shingled_report WHERE number = ?"
        one, other = sorted(str(self._connection.execute(query, (n,)).fetchone()[0]) for n in pair)
        return one, other

    def _load_texts(self, report: str) -> Texts:
        query = "SELECT s.words, r.outlet FROM shingled_report AS s JOIN report AS r ON r.id = s.report WHERE s.number = ?"
        words, outlet = self._connection.execute(query, (number(report),)).fetchone()
        return texts(report, unpacked(words), outlet)

    def _load_places(self, report: str) -> Places:
        return places(next(load_reports(self._connection, [report])))

    def _met(self, pair: Pair) -> bool:
        query = "SELECT 1 FROM compared_pair WHERE one = ? AND other = ? AND met"
        return self._connection.execute(query, pair).fetchone() is not None

    def _keep(self, pair: Pair, met: bool, found: Compared) -> None:
        row = (*pair, int(met), found.share, len(found.passages))
        self._connection.execute("INSERT OR REPLACE INTO compared_pair VALUES (?, ?, ?, ?, ?)", row)

    def _part(self, pair: Pair) -> set[int]:
        """Two reports no longer meet: the two, where they are one text."""
        row = self._connection.execute(
            "UPDATE compared_pair SET met = 0 WHERE one = ? AND other = ? AND met RETURNING share, told", pair
        ).fetchone()
        if row is None:
            return set()
        if row[1]:
            drop_passages(self._connection, self.reports(pair))
        return set(pair) if row[0] else set()


def drop_passages(connection: sqlite3.Connection, reports: Reports) -> None:
    """Delete the copied passages of two reports."""
    connection.execute("DELETE FROM copied_passage WHERE report = ? AND other = ?", reports)
