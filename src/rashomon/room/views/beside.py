"""What is told beside who is cited: whom a speaker is with, and why a source has no name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rashomon.dossier.sayings import affiliations, source_kind
from rashomon.ledger import Ledger
from rashomon.ledger.shown import beside
from rashomon.records import EntityAffiliation


@dataclass(frozen=True, slots=True)
class ExplainedView:
    """A report's words on why a source has no name, at characters ``start`` to ``end`` of it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnnamedView:
    """A source without a name: of what ``kind`` it is, in words, and how the report explains that it is not named."""

    kind: str
    explained: tuple[ExplainedView, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a story's reports tell beside names: affiliations by entity, sources without a name by the place of what they say, and
    the entities cited for the members of conflicts."""

    with_whom: Mapping[str, tuple[EntityAffiliation, ...]] = field(default_factory=dict)
    sources: Mapping[tuple[str, int, int], beside.Unnamed] = field(default_factory=dict)
    cited: Mapping[tuple[str, int, int, str], str] = field(default_factory=dict)

    def affiliation(self, entity: str) -> str:
        """What is told beside an entity's name, the most reported first; empty where nothing is."""
        return "; ".join(words for words, _ in affiliations(self.with_whom.get(entity, ()))[:MOST])

    def of_member(self, report: str, start: int, end: int, source: str) -> str:
        """What is told beside the name of who is cited for a member of a conflict."""
        entity = self.cited.get((report, start, end, source))
        return "" if entity is None else self.affiliation(entity)

    def unnamed(self, report: str, start: int, end: int) -> UnnamedView | None:
        """What is told about a source without a name; ``None`` where it has one, or nothing is told."""
        found = self.sources.get((report, start, end))
        if found is None:
            return None
        words = tuple(ExplainedView(value, at.start, at.end) for value, at in found.explained)
        return UnnamedView(source_kind(found.kind), words)


#: Affiliations named beside a speaker; their page has all.
MOST = 3


def beside_names(ledger: Ledger, story: str) -> Beside:
    """What is told beside the names of a story, by its whole id."""
    return Beside(
        beside.affiliations(ledger, story), beside.unnamed(ledger, story), beside.members(ledger, story)
    )
