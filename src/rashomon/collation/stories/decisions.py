"""People's decisions about which reports are one story, applied over what the machine made of their words.

A decision points at reports, never at a story's id: ``story:REPORT`` is the story that the report is in.

- **merge**: the stories of ``target`` and ``new`` are one.
- **split**: ``target`` is not in the story of ``old``; it stands with ``new`` instead, by itself where ``new`` is ``target``.

Decisions are replayed in order of time, so that a later one goes over an earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.replayed import Replayed
from rashomon.collation.stories.stories import in_order, in_order_of_time, opening_of, story_id, title_of
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
    replayed = Replayed(story.reports for story in stories)
    stranded = []
    for c in wanted:
        one, old, new = (
            at if at in replayed.where else None for at in map(targets.story, (c.target, c.old, c.new))
        )
        if one is None or new is None:
            stranded.append(c)
        elif c.kind is CorrectionKind.MERGE:
            replayed.merge(one, new)
        else:
            replayed.split(one, old, new)
    by_id = {report.id: report for report in reports}
    untouched = {frozenset(story.reports): story for story in stories}
    told = [
        untouched.get(frozenset(group)) or _story(n, group, stories, by_id)
        for n, group in replayed.members.items()
        if group
    ]
    return Decided(tuple(sorted(told, key=in_order_of_time)), tuple(stranded))


def _story(n: int, group: Iterable[str], machine: Sequence[Story], by_id: Mapping[str, Report]) -> Story:
    """A story that people have made, under the title of the machine's that it grew from while one of its reports bears it."""
    reports = sorted((by_id[id_] for id_ in group), key=in_order)
    titles = [t for report in reports if (t := title_of(report))] or [
        opening_of(report) for report in reports
    ]
    before = machine[n].title if n < len(machine) else None
    dates = sorted(report.published for report in reports if report.published)
    return Story(
        # As the machine makes it: the earliest report is in no other story.
        id=story_id(reports[0].id),
        title=before if before in titles else titles[0],
        reports=tuple(report.id for report in reports),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
    )
