"""Copies and versions, as methods of the ledger."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.ledger import lookup
from rashomon.ledger.connected import Connected
from rashomon.ledger.tables import copies
from rashomon.records.copies import CopiedPassage, Family, Version


class Copied(Connected):
    """The part of :class:`.store.Ledger` that tells which reports carry one text."""

    def replace_copies(
        self,
        families: Iterable[Family],
        passages: Iterable[CopiedPassage],
        versions: Iterable[Version],
    ) -> None:
        """Put these in the place of every family, copied passage and version of before.

        Raises ValueError where a span does not fit its report.
        """
        with self.transaction():
            copies.write_copies(self._connection, families, passages, versions)

    def captured(self) -> dict[str, str | None]:
        """When each report's capture was made (ISO 8601 instant, ``None`` where not known), by the report's id."""
        with self.at_one_moment():
            rows = self._connection.execute(
                "SELECT id, min(captured_at) FROM report JOIN sighting USING (capture) GROUP BY id"
            )
            return dict(rows.fetchall())

    def copies(self, *, report: str | None = None) -> tuple[Family, ...]:
        """Reports that carry one text: every family, or the one that a report is of, if any."""
        with self.at_one_moment():
            return tuple(copies.load_families(self._connection, self._id_or_none(report)))

    def copied_passages(self, *, report: str | None = None) -> tuple[CopiedPassage, ...]:
        """Passages that reports share that are otherwise different texts: all, or those of one report."""
        with self.at_one_moment():
            return tuple(copies.load_passages(self._connection, self._id_or_none(report)))

    def versions(self, *, report: str | None = None) -> tuple[Version, ...]:
        """Reports that took another's place at its address: all, or those that a report is the later or the earlier of."""
        with self.at_one_moment():
            return tuple(copies.load_versions(self._connection, self._id_or_none(report)))

    def _id_or_none(self, report: str | None) -> str | None:
        return None if report is None else lookup.resolve(self._connection, "report", report)
