"""Versions brought up to date: the pages at whose address anything is new are compared anew, where a neighbour in time is new."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import pairwise

from rashomon.collation.copies.shingles import number
from rashomon.collation.copies.versions import in_order, revisions
from rashomon.ledger.tables.copies import add_versions
from rashomon.ledger.tables.load import load_readings, load_reports
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.records.copies import Version

_AT_ONCE = 100
"""Pairs of versions that are compared at once, so that few texts are held."""


def page_in_order(connection: sqlite3.Connection, reports: Collection[str]) -> list[str]:
    """The reports of one page, the first version first."""
    seen = rows_of(
        connection,
        "SELECT (SELECT min(captured_at) FROM sighting WHERE capture = r.capture), r.published, r.id, r.text"
        " FROM report AS r WHERE r.id IN ({})",
        sorted(reports),
    )
    return in_order((captured, published, report, text) for captured, published, report, text in seen)


def collate_versions(
    connection: sqlite3.Connection, addresses: Collection[str], changed: Collection[str]
) -> None:
    """Bring the versions of the pages at these addresses up to date; ``changed`` are the reports of which anything is new."""
    some = sorted(addresses)
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for address, report in rows_of(
        connection, "SELECT address, report FROM shingled_report WHERE address IN ({})", some
    ):
        pages[address].append(report)
    several = {address: page for address, page in pages.items() if len(page) > 1}
    told = rows_of(connection, "SELECT report, earlier FROM version WHERE address IN ({})", some)
    stand = {(earlier, later) for later, earlier in told}
    follow = {
        (earlier, later): address
        for address, page in sorted(several.items())
        for earlier, later in pairwise(page_in_order(connection, page))
    }
    fresh = [p for p in follow if p not in stand or p[0] in changed or p[1] in changed]
    outdated = (stand - follow.keys()) | (stand & set(fresh))
    delete(connection, "version", "report", sorted(later for _, later in outdated))
    for start in range(0, len(fresh), _AT_ONCE):
        pairs = fresh[start : start + _AT_ONCE]
        ids = sorted({report for pair in pairs for report in pair})
        reports = {report.id: report for report in load_reports(connection, ids)}
        readings = {reading.report: reading for reading in load_readings(connection, ids)}
        found = (
            (pair, revisions(reports[pair[0]], readings[pair[0]], reports[pair[1]], readings[pair[1]]))
            for pair in pairs
        )
        add_versions(
            connection,
            [Version(follow[pair], pair[1], pair[0], changes) for pair, changes in found if changes],
        )


def of_the_pages_of(connection: sqlite3.Connection, reports: Iterable[str]) -> set[str]:
    """The reports that stand at one address with any of these: of which versions one of these is new, or goes."""
    query = "SELECT address FROM shingled_report WHERE number IN ({}) AND address IS NOT NULL"
    addresses = {row[0] for row in rows_of(connection, query, sorted(map(number, reports)))}
    query = "SELECT report FROM shingled_report WHERE address IN ({})"
    return {row[0] for row in rows_of(connection, query, sorted(addresses))}


def superseded(connection: sqlite3.Connection, reports: Iterable[str]) -> set[str]:
    """Those of these reports that a later version of their page has taken the place of."""
    rows = rows_of(connection, "SELECT earlier FROM version WHERE earlier IN ({})", sorted(reports))
    return {row[0] for row in rows}
