"""Accounts of made-up stories: every wording has an origin, a changed word is a conflict, a report leaves something out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rashomon.accounts.records import (
    Accounts,
    Carrying,
    Conflict,
    ConflictKind,
    ConflictMember,
    Independence,
    Omission,
    Origin,
    OriginKind,
    TimelineEntry,
)
from rashomon.records import Statement, Story

#: What one story's page can have of these; a story of 200 reports would have thousands.
MOST_CONFLICTS, MOST_OMISSIONS = 30, 200


def accounts(
    stories: Iterable[Story],
    statements: Mapping[str, list[Statement]],
    titles: Mapping[str, int],
    people: list[str],
) -> Iterator[Accounts]:
    """The accounts of each story: ``statements`` are those first told in a report, by the report's id, ``titles`` the lengths
    of the reports' headlines."""
    for story in stories:
        said = [s for report in story.reports for s in statements.get(report, ())]
        origins: dict[str, Origin] = {}
        carryings = []
        for s in said:
            assert s.speaker is not None
            name = people[int(s.speaker, 16)]
            id_ = _id(story.id, name)
            origins.setdefault(id_, Origin(id_, story.id, OriginKind.SPEAKER, name))
            carryings += [
                Carrying(
                    s.id,
                    w.report,
                    w.start,
                    w.end,
                    id_,
                    n % 3 > 0,
                    f"{name} is quoted, and nothing tells where it was said",
                )
                for n, w in enumerate(s.wordings)
            ]
        yield Accounts(
            story.id,
            tuple(origins.values()),
            (),
            tuple(carryings),
            tuple(_independence(story, s) for s in said),
            tuple(_conflicts(story, said, people))[:MOST_CONFLICTS],
            _timeline(story, titles),
            tuple(_omissions(story, said))[:MOST_OMISSIONS],
        )


def by_first_report(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Statements by the report of their first wording."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for s in statements:
        found[s.wordings[0].report].append(s)
    return found


def _id(*parts: str) -> str:
    return hashlib.sha256("/".join(parts).encode()).hexdigest()[:12]


def _independence(story: Story, s: Statement) -> Independence:
    reports = len({w.report for w in s.wordings})
    why = ("they have it from one place: the speaker",) if reports > 1 else ()
    return Independence(s.id, story.id, reports, reports, 1, reports, why)


def _conflicts(story: Story, said: Iterable[Statement], people: list[str]) -> Iterator[Conflict]:
    for s in said:
        changed = [w for w in s.wordings if w.variations]
        if changed and s.speaker is not None:
            name = people[int(s.speaker, 16)]
            members = tuple(
                ConflictMember(
                    side,
                    w.report,
                    w.start,
                    w.end,
                    w.attribution,
                    s.id,
                    name,
                    "changed inside quotation marks",
                )
                for side, w in enumerate((s.wordings[0], changed[0]))
            )
            yield Conflict(
                _id(story.id, s.id),
                story.id,
                ConflictKind.ALTERED,
                "one word or another",
                0.9,
                "inside quotation marks that both reports have, most words are the same and these are not",
                members,
            )


def _timeline(story: Story, titles: Mapping[str, int]) -> tuple[TimelineEntry, ...]:
    day = story.earliest or "2015-01-01"
    return tuple(
        TimelineEntry(
            story.id, day, day, "published", r, r, 0, titles[r], "the report’s date, from its metadata"
        )
        for r in story.reports
    )


def _omissions(story: Story, said: Iterable[Statement]) -> Iterator[Omission]:
    everywhere = [s for s in said if len({w.report for w in s.wordings}) > len(story.reports) / 2]
    for s in everywhere:
        carried = {w.report for w in s.wordings}
        for report in story.reports:
            if report not in carried:
                yield Omission(story.id, report, s.id, len(carried), len(story.reports) - 1)
