"""Copies brought up to date: what is new is compared with whom it meets, and the families that this reaches are made anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rashomon.collation.copies.compared import own_words
from rashomon.collation.copies.families import families, family_id
from rashomon.collation.copies.shingles import number, winnowed
from rashomon.collation.copies.versions import by_version, place
from rashomon.ledger.collating.comparing import Comparing, Reports, drop_passages
from rashomon.ledger.collating.shingles import Shingled, load_shingles, meet
from rashomon.ledger.collating.versions import collate_versions, page_in_order
from rashomon.ledger.tables.copies import add_families, add_passages, copy_rows
from rashomon.ledger.tables.load import load_reports
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.records.copies import CopiedPassage


def collate_copies(connection: sqlite3.Connection, due: Collection[str]) -> set[str]:
    """Bring copies and versions up to date; the reports that are now of another family, or of one where they were of none.

    ``due`` are the reports that were added, read anew, mended or dropped since the last time; all, where nothing is kept of it.
    """
    was = _begin(connection)
    comparing = Comparing(connection)
    numbers = {number(report) for report in due}
    gone = load_shingles(connection, sorted(numbers))
    addresses = _addresses(connection, numbers)
    seeds = comparing.forget(numbers)
    for column in ("report", "other"):
        delete(connection, "copied_passage", column, sorted(due))
    new = list(_shingled(connection, sorted(due)))
    addresses |= {one.address for one in new if one.address is not None}

    passages, moved = comparing.compare_all(meet(connection, gone, new), numbers)
    reached = _reached(connection, seeds | moved | {one.number for one in new})
    was |= family_of(connection, reached.values())
    _collate_families(connection, comparing, reached, due)
    now = family_of(connection, reached.values())
    _collate_passages(connection, comparing, reached, (was, now), passages)
    collate_versions(connection, addresses, {one.report for one in new})
    return {report for report in was.keys() | now.keys() if was.get(report) != now.get(report)}


def family_of(connection: sqlite3.Connection, reports: Iterable[str]) -> dict[str, str]:
    """The family of each of these reports that is a copy of others."""
    return dict(rows_of(connection, "SELECT report, family FROM copy WHERE report IN ({})", sorted(reports)))


def _begin(connection: sqlite3.Connection) -> dict[str, str]:
    """Where nothing is kept, delete what was made of it; the families that were."""
    if connection.execute("SELECT 1 FROM shingled_report LIMIT 1").fetchone():
        return {}
    was = dict(connection.execute("SELECT report, family FROM copy").fetchall())
    for table in ("family", "copied_passage", "version"):
        connection.execute(f"DELETE FROM {table}")
    return was


def _addresses(connection: sqlite3.Connection, numbers: Iterable[int]) -> set[str]:
    query = "SELECT address FROM shingled_report WHERE number IN ({}) AND address IS NOT NULL"
    return {row[0] for row in rows_of(connection, query, sorted(numbers))}


def _shingled(connection: sqlite3.Connection, due: Sequence[str]) -> Iterator[Shingled]:
    """The reports that are there, with what each is found and compared by."""
    for report in load_reports(connection, due):
        address = place(report.address) if report.address else None
        words = own_words(report)
        yield Shingled(number(report.id), report.id, address or None, words, winnowed(words))


def _reached(connection: sqlite3.Connection, seeds: Collection[int]) -> dict[int, str]:
    """The reports, by number, that lead from these from one text to the next."""
    reached, open_ = set(seeds), set(seeds)
    while open_:
        met: set[int] = set()
        for one, other in (("one", "other"), ("other", "one")):
            query = f"SELECT {other} FROM compared_pair WHERE {one} IN ({{}}) AND met AND share > 0"
            met |= {row[0] for row in rows_of(connection, query, sorted(open_))}
        open_ = met - reached
        reached |= open_
    query = "SELECT number, report FROM shingled_report WHERE number IN ({})"
    return dict(rows_of(connection, query, sorted(reached)))


def _collate_families(
    connection: sqlite3.Connection, comparing: Comparing, reached: dict[int, str], due: Collection[str]
) -> None:
    """Make the families of these reports anew, and write those that differ; ``due`` may have led one that is no more."""
    ids = sorted(reached.values())
    rows = rows_of(connection, "SELECT id, published, name FROM report WHERE id IN ({})", ids)
    known = {report: (published, name) for report, published, name in rows}
    query = "SELECT report, address FROM shingled_report WHERE number IN ({})"
    pages = dict(rows_of(connection, query, sorted(reached)))
    found = families(
        comparing.links(reached),
        known,
        comparing.share,
        lambda reports: by_version(reports, pages, lambda page: page_in_order(connection, page)),
    )
    now = {family.id: copy_rows(family) for family in found}
    held = {row[0] for row in rows_of(connection, "SELECT family FROM copy WHERE report IN ({})", ids)}
    before: dict[str, list[tuple[object, ...]]] = {id_: [] for id_ in held | set(map(family_id, due))}
    query = (
        "SELECT family, ordinal, report, share, why FROM copy WHERE family IN ({}) ORDER BY family, ordinal"
    )
    for row in rows_of(connection, query, sorted(before)):
        before[row[0]].append(row)
    other = {id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)}
    delete(connection, "family", "id", sorted(other))
    add_families(connection, (family for family in found if family.id in other))


def _collate_passages(
    connection: sqlite3.Connection,
    comparing: Comparing,
    reached: Mapping[int, str],
    families_of: tuple[Mapping[str, str], Mapping[str, str]],
    fresh: Mapping[Reports, tuple[CopiedPassage, ...]],
) -> None:
    """Tell the passages of those that were compared now, and of those that have parted; no longer, of those now of one family.

    ``families_of`` are those of the reports ``reached``, before and now.
    """
    told = dict(fresh)
    query = "SELECT one, other FROM compared_pair WHERE one IN ({}) AND met AND told > 0"
    for one, other in rows_of(connection, query, sorted(reached)):
        if other in reached:
            a, b = sorted((reached[one], reached[other]))
            before, now = (a in home and home[a] == home.get(b) for home in families_of)
            if (a, b) in fresh or before == now:
                continue
            if now:
                drop_passages(connection, (a, b))
            else:
                told[a, b] = comparing.compare((a, b)).passages
    home = family_of(connection, {report for pair in told for report in pair})
    add_passages(
        connection,
        (p for (a, b), found in told.items() if a not in home or home[a] != home.get(b) for p in found),
    )
