"""People's decisions about which reports are one story, applied over what the machine made of their words.

A decision points at reports, never at a story's id: ``story:REPORT`` is the story that the report is in.

- **merge**: the stories of ``target`` and ``new`` are one.
- **split**: ``target`` is not in the story of ``old``; it stands with ``new`` instead, by itself where ``new`` is ``target``.

Decisions are replayed in order of time, so that a later one goes over an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from rashomon.collation.stories import in_order, in_order_of_time, story_id, title_of
from rashomon.corrections import targets
from rashomon.corrections.standing import when
from rashomon.records import Correction, CorrectionKind, Report, Story


@dataclass(frozen=True, slots=True)
class Decided:
    """Stories after the decisions, and the decisions whose reports are not there."""

    stories: tuple[Story, ...]
    stranded: tuple[Correction, ...]


def deciding(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that are about stories, in order of time."""
    return [
        c
        for c in sorted(corrections, key=when)
        if c.kind in (CorrectionKind.MERGE, CorrectionKind.SPLIT) and targets.story(c.target)
    ]


def pointed_at(corrections: Iterable[Correction]) -> set[str]:
    """The reports that decisions about stories point at, which may not be there."""
    ends = (targets.story(at) for c in deciding(corrections) for at in (c.target, c.old, c.new))
    return {report for report in ends if report}


def decide_stories(
    stories: Sequence[Story], reports: Iterable[Report], corrections: Iterable[Correction]
) -> Decided:
    """Merge and split the machine's stories; corrections about anything else are none of its business."""
    wanted = deciding(corrections)
    if not wanted:
        return Decided(tuple(stories), ())
    members: dict[int, set[str]] = {n: set(story.reports) for n, story in enumerate(stories)}
    where = {report: n for n, group in members.items() for report in group}
    fresh = count(len(stories))
    stranded = []
    for c in wanted:
        one, other = targets.story(c.target), targets.story(c.new)
        if one not in where or other not in where:
            stranded.append(c)
        elif c.kind is CorrectionKind.MERGE:
            if where[one] != where[other]:
                moved = members.pop(where[other])
                members[where[one]] |= moved
                where |= dict.fromkeys(moved, where[one])
        elif (old := targets.story(c.old)) not in where or where[old] == where[one]:
            members[where[one]].discard(one)
            where[one] = where[other] if other != one else next(fresh)
            members.setdefault(where[one], set()).add(one)
    by_id = {report.id: report for report in reports}
    untouched = {frozenset(story.reports): story for story in stories}
    told = [
        untouched.get(frozenset(group)) or _story(n, group, stories, by_id)
        for n, group in members.items()
        if group
    ]
    return Decided(tuple(sorted(told, key=in_order_of_time)), tuple(stranded))


def _story(n: int, group: Iterable[str], machine: Sequence[Story], by_id: Mapping[str, Report]) -> Story:
    """A story that people have made, under the title of the machine's that it grew from while one of its reports bears it."""
    reports = sorted((by_id[id_] for id_ in group), key=in_order)
    titles = [title for report in reports if (title := title_of(report))]
    before = machine[n].title if n < len(machine) else None
    dates = sorted(report.published for report in reports if report.published)
    return Story(
        # As the machine makes it: the earliest report is in no other story.
        id=story_id(reports[0].id),
        title=before if before in titles else next(iter(titles), reports[0].name),
        reports=tuple(report.id for report in reports),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
    )
