"""What a story's reports tell beside who is cited: how they explain that a source has no name, and whom a speaker is with."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rashomon.ledger.store import Ledger
from rashomon.records import CircumstanceKind, EntityAffiliation, SourceKind, Span


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What kind of source it is that has no name, and the report's words on why it has none, with their characters."""

    kind: SourceKind
    explained: tuple[tuple[str, Span], ...]


def unnamed(ledger: Ledger, story: str) -> dict[tuple[str, int, int], Unnamed]:
    """Of a story's wordings (by report and characters) whose source nobody names: what is told about it."""
    kinds: dict[tuple[str, int, int], str] = {}
    words: defaultdict[tuple[str, int, int], dict[tuple[str, Span], None]] = defaultdict(dict)
    with ledger.at_one_moment() as connection:
        for report, start, stop, kind, value, first, end in connection.execute(
            "SELECT w.report, w.start, w.stop, c.source_kind, t.value, t.start, t.stop FROM story_report AS s"
            " CROSS JOIN wording AS w ON w.report = s.report"
            " JOIN chain AS c ON c.report = w.report AND c.attribution = w.attribution AND c.source_kind IS NOT NULL"
            " LEFT JOIN circumstance AS t ON t.report = w.report AND t.attribution = w.attribution AND t.kind IN (?, ?)"
            " WHERE s.story = ? ORDER BY w.report, w.start, t.ordinal",
            (CircumstanceKind.ANONYMITY.value, CircumstanceKind.REASON.value, story),
        ):
            kinds[report, start, stop] = kind
            if value is not None:
                words[report, start, stop][value, Span(first, end)] = None
    return {place: Unnamed(SourceKind(kind), tuple(words[place])) for place, kind in kinds.items()}


def affiliations(ledger: Ledger, story: str) -> dict[str, tuple[EntityAffiliation, ...]]:
    """What a story's reports tell beside the names of those who speak in it, by the entity's id."""
    found: defaultdict[str, list[EntityAffiliation]] = defaultdict(list)
    with ledger.at_one_moment() as connection:
        for entity, *told in connection.execute(
            "SELECT a.entity, a.report, a.role, a.organisation, a.side, a.party, a.start, a.stop, a.why FROM story_report AS s"
            " CROSS JOIN entity_affiliation AS a ON a.report = s.report WHERE s.story = ? ORDER BY a.entity, a.ordinal",
            (story,),
        ):
            found[entity].append(EntityAffiliation(*told))
    return {entity: tuple(every) for entity, every in found.items()}


def members(ledger: Ledger, story: str) -> dict[tuple[str, int, int, str], str]:
    """Who is cited for the members of a story's conflicts, by report, characters and the name that they are cited by: the id of
    the entity, where the report's name leads to one."""
    with ledger.at_one_moment() as connection:
        return {
            (report, start, stop, source): entity
            for report, start, stop, source, entity in connection.execute(
                "SELECT m.report, m.start, m.stop, m.source, v.entity FROM conflict AS c"
                " JOIN conflict_member AS m ON m.conflict = c.id"
                " JOIN attribution AS a ON a.report = m.report AND a.ordinal = m.attribution"
                " JOIN entity_evidence AS v ON v.report = a.report AND v.name = a.speaker_name"
                " JOIN entity AS e ON e.id = v.entity"
                " WHERE c.story = ? AND m.source IN (a.speaker_name, e.name)",
                (story,),
            )
        }
