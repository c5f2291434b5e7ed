"""The seed story's accounts against its gold: ``python -m bench.seed_accounts``.

Prints whom the figure 300 is had from, which contested matters of gold.json are found and with how many of their spans, and of
how many origins the letter is that two reports carry.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.shared import shared
from rashomon import pipeline
from rashomon.accounts.records import Accounts, Conflict, OriginKind
from rashomon.captures.folder import captures
from rashomon.records import Capture, Report, Statement


@dataclass(frozen=True)
class SeedStory:
    """The two reports as read, their statements and accounts, and the gold."""

    reports: tuple[Report, ...]
    statements: tuple[Statement, ...]
    accounts: tuple[Accounts, ...]
    gold: dict[str, Any]


def seed_story() -> SeedStory:
    """Read the two reports and collate them."""
    folder = shared() / "seed-story"
    read = [
        pipeline.read_capture(c) for c in captures(sorted(folder.glob("0*.txt"))) if isinstance(c, Capture)
    ]
    done = [r for r in read if isinstance(r, pipeline.Read)]
    collated = pipeline.collate([r.report for r in done], [r.reading for r in done])
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return SeedStory(tuple(r.report for r in done), collated.statements, collated.accounts, gold)


def sources_of(story: SeedStory, event: str, number: float) -> list[tuple[str, str]]:
    """Kind and name of every origin of the estimates of an event with this number."""
    found = []
    for accounts in story.accounts:
        ids = {e.id for e in accounts.estimates if e.event == event and e.best == number}
        origins = {o.id: o for o in accounts.origins}
        carried = [origins[c.origin] for c in accounts.carryings if c.subject in ids]
        found += [(o.kind.value, o.name or "") for o in carried]
    return found


def matters(story: SeedStory) -> Iterator[tuple[str, Conflict | None, int, int]]:
    """Each contested matter of the gold with the conflict that has most of it on two sides, and how many of how many spans."""
    names = {report.name: report.id for report in story.reports}
    by_id = {a["id"]: a for a in story.gold["attributions"]}
    conflicts = [c for accounts in story.accounts for c in accounts.conflicts]

    def spans(item: str | dict[str, Any]) -> tuple[str, list[list[int]]]:
        told = by_id[item] if isinstance(item, str) else item
        return names[told["doc"].removesuffix(".txt")], told["content"] if isinstance(item, str) else [
            told["span"]
        ]

    for matter in story.gold["contested"]:
        claims, against = [[spans(item) for item in matter[side]] for side in ("claims", "against")]
        best: tuple[int, Conflict | None] = (0, None)
        for conflict in conflicts:
            for one, other in ((0, 1), (1, 0)):
                n, m = _covered(conflict, one, claims), _covered(conflict, other, against)
                if n and m and n + m > best[0]:
                    best = (n + m, conflict)
        yield matter["about"], best[1], best[0], len(claims) + len(against)


def _covered(conflict: Conflict, side: int, wanted: Sequence[tuple[str, list[list[int]]]]) -> int:
    """How many of these spans a member of this side touches."""
    return sum(
        any(
            m.side == side and m.report == report and m.start < end and start < m.end
            for m in conflict.members
            for start, end in spans
        )
        for report, spans in wanted
    )


def letters(story: SeedStory, speaker: str) -> list[tuple[int, int, int]]:
    """Reports, least and most origins of each statement in two reports that a publication of the speaker's holds."""
    found = []
    for accounts in story.accounts:
        own = {o.id for o in accounts.origins if o.kind is OriginKind.PUBLICATION and o.name == speaker}
        subjects = {c.subject for c in accounts.carryings if c.origin in own}
        found += [
            (i.reports, i.low, i.high)
            for i in accounts.independence
            if i.subject in subjects and i.reports > 1
        ]
    return found


def publications(story: SeedStory, speaker: str) -> int:
    """How many publications of the speaker's two reports have statements from."""
    found = 0
    for accounts in story.accounts:
        own = {o.id for o in accounts.origins if o.kind is OriginKind.PUBLICATION and o.name == speaker}
        found += sum(len({c.report for c in accounts.carryings if c.origin == o}) > 1 for o in own)
    return found


def main() -> None:
    story = seed_story()
    print(
        "300 killed, had from:",
        "; ".join(f"{kind}: {name}" for kind, name in sources_of(story, "killed", 300)),
    )
    for about, conflict, covered, of in matters(story):
        told = (
            "not found"
            if conflict is None
            else f"found, {covered} of {of} spans: {conflict.about} ({conflict.score})"
        )
        print(f"contested: {about}: {told}")
    letter = letters(story, "Ahmad Massoud")
    one = sum(low == high == 1 for _, low, high in letter)
    print(f"statements of Massoud’s letter in two reports: {len(letter)}, of one origin: {one}")
    print(f"publications of Massoud’s in two reports: {publications(story, 'Ahmad Massoud')}")


if __name__ == "__main__":
    main()
