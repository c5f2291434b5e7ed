"""Stories brought up to date: what ties lead to from where they have changed is grouped anew, and written where it differs."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from rashomon.collation.stories.decisions import decide_stories, pointed_at
from rashomon.collation.stories.likeness import model
from rashomon.collation.stories.linkage import Pair, linked
from rashomon.collation.stories.stories import in_order_of_time, story_id, tell
from rashomon.ledger.collating.story_pairs import renew_pairs
from rashomon.ledger.collating.story_profiles import add_profiles, drop_profiles, in_order
from rashomon.ledger.tables.collate import write_stories
from rashomon.ledger.tables.load import load_reports, load_stories
from rashomon.ledger.tables.rows import delete, parts, rows_of
from rashomon.ledger.tables.tallies import tally
from rashomon.records import Correction, Report, Story

_NEW = 1_000
"""New reports that are compared with the others at a time, to bound memory."""
_ROUNDED = 1e-9
"""By how much a mean may come out larger than the largest of what it is of."""


def collate_stories(
    connection: sqlite3.Connection,
    due: Collection[str],
    touched: Collection[str],
    corrections: Sequence[Correction],
    reaching: Sequence[Correction],
) -> tuple[set[str], tuple[Correction, ...]]:
    """Tell the stories anew that have changed: those in which anything is new, and the decisions whose reports are not there.

    ``due`` are the reports that are new, read anew or gone, ``touched`` those of which anything else is new as well.
    ``corrections`` are those that stand, ``reaching`` those whose effects must be looked at, as they stand or stood.
    """
    changed = _regroup(connection, due, touched)
    stories, stranded = _told(connection, changed, corrections, reaching)
    members = {report for story in stories for report in story.reports}
    now = {story.id: story for story in stories}
    held = {
        row[0]
        for row in rows_of(connection, "SELECT story FROM story_report WHERE report IN ({})", sorted(members))
    }
    # A story whose only report is gone is known by that report alone.
    begun = map(story_id, due)
    held |= {row[0] for row in rows_of(connection, "SELECT id FROM story WHERE id IN ({})", sorted(begun))}
    before = {story.id: story for story in load_stories(connection, sorted(held))}
    other = {id_ for id_ in before.keys() | now.keys() if before.get(id_) != now.get(id_)}
    other |= _left_by_reports(connection, held)
    moved = {report for id_ in other & now.keys() for report in now[id_].reports}
    delete(connection, "story", "id", sorted(other & held))
    write_stories(connection, [now[id_] for id_ in sorted(other & now.keys())])
    carried = rows_of(connection, "SELECT story FROM story_report WHERE report IN ({})", sorted(touched))
    renewed = other | {row[0] for row in carried}
    tally(connection, "story", renewed)
    first = rows_of(
        connection, "SELECT statement FROM wording WHERE ordinal = 0 AND report IN ({})", sorted(moved)
    )
    tally(connection, "statement", {row[0] for row in first})
    return renewed - (other - now.keys()), stranded


def _left_by_reports(connection: sqlite3.Connection, stories: Collection[str]) -> set[str]:
    """Stories that counted more reports than they still hold: one that is taken away takes its row along."""
    query = (
        "SELECT y.story FROM story_tally AS y WHERE y.story IN ({})"
        " AND y.reports > (SELECT count(*) FROM story_report WHERE story = y.story)"
    )
    return {row[0] for row in rows_of(connection, query, sorted(stories))}


def _regroup(connection: sqlite3.Connection, due: Collection[str], touched: Collection[str]) -> set[int]:
    """Bring profiles, pairs and groups up to date; the labels of the groups that are not what they were."""
    dropped = drop_profiles(connection, due)
    query = "SELECT coalesce(published, '~'), id FROM report WHERE id IN ({})"
    new = [report for _, report in sorted(rows_of(connection, query, sorted(due)))]
    reached, loose = set(dropped.partners), dropped.partners
    for some in parts(new, _NEW):
        keys = add_profiles(connection, some)
        reached |= keys.keys() | renew_pairs(connection, keys, loose, some)
        loose = frozenset()
    reached |= renew_pairs(connection, {}, loose, sorted(set(touched) - set(new)))
    ties = _ties(connection, reached)
    # A report keeps its group's label while it stands in no other group.
    query = "SELECT number FROM story_profile WHERE story IN ({})"
    reached |= {row[0] for row in rows_of(connection, query, sorted(dropped.stories))}
    order = list(in_order(connection, {*reached, *(number for pair in ties for number in pair)}))
    of = dict(rows_of(connection, "SELECT number, story FROM story_profile WHERE number IN ({})", order))
    sizes = Counter(of.values())
    changed = set()
    for group in _linked(order, ties):
        labels = {of[number] for number in group}
        if None in labels or labels & dropped.stories or len(labels) > 1 or sizes[of[group[0]]] != len(group):
            changed.add(group[0])
            connection.executemany(
                "UPDATE story_profile SET story = ? WHERE number = ?",
                ((group[0], number) for number in group),
            )
    return changed


def _linked(order: Sequence[int], ties: Mapping[Pair, float]) -> list[list[int]]:
    """Groups of these profiles, each in order."""
    place = {number: at for at, number in enumerate(order)}
    likeness = {}
    for (one, other), chance in ties.items():
        a, b = sorted((place[one], place[other]))
        likeness[a, b] = chance
    return [[order[k] for k in group] for group in linked(len(order), likeness, model().least)]


def _ties(connection: sqlite3.Connection, seeds: Collection[int]) -> dict[Pair, float]:
    """The ties, with their chances, among these profiles and all that chains of joining ties lead to from them.

    A tie joins that is at least as likely as two groups must be on average to become one: weaker ones count in the mean, but
    bring no two groups together where nothing else does, so that none is followed. They lead through a fifth of all reports.
    """
    least = model().least - _ROUNDED
    ties: dict[Pair, float] = {}
    reached, front = set(seeds), set(seeds)
    while front:
        found: set[int] = set()
        for end in ("one", "other"):
            query = f"SELECT one, other, chance FROM story_pair WHERE {end} IN ({{}}) AND chance > 0"
            for one, other, chance in rows_of(connection, query, sorted(front)):
                ties[one, other] = chance
                if chance >= least:
                    found |= {one, other}
        front = found - reached
        reached |= front
    return {pair: chance for pair, chance in ties.items() if reached.issuperset(pair)}


def _told(
    connection: sqlite3.Connection,
    labels: Collection[int],
    corrections: Sequence[Correction],
    reaching: Sequence[Correction],
) -> tuple[tuple[Story, ...], tuple[Correction, ...]]:
    """The groups of these labels as stories, with those that decisions point into, and the decisions that found no report."""
    pointed = pointed_at(reaching)
    query = "SELECT DISTINCT story FROM story_profile WHERE report IN ({})"
    wanted = {*labels, *(row[0] for row in rows_of(connection, query, sorted(pointed)))}
    groups: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    query = "SELECT story, published, report FROM story_profile WHERE story IN ({})"
    for label, *placed in rows_of(connection, query, sorted(wanted)):
        groups[label].append((placed[0], placed[1]))
    stories: list[Story] = []
    held: list[Report] = []
    for some in parts([[report for _, report in sorted(group)] for group in groups.values()], 100):
        reports = {r.id: r for r in load_reports(connection, [report for group in some for report in group])}
        stories += (tell([reports[report] for report in group]) for group in some)
        if pointed:
            held += reports.values()
    decided = decide_stories(sorted(stories, key=in_order_of_time), held, corrections)
    return decided.stories, decided.stranded
