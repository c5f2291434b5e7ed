"""On which side a speaker stands, as the story's reports tell beside the name: so that two voices of one party do not oppose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.accounts.told import Told, plain
from rashomon.records import Attribution, Reading, Report, text_of


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: ``who`` is the same for one speaker, ``words`` are the words of the names of speaker and party."""

    who: str
    words: frozenset[str]
    parties: frozenset[str]


class Parties:
    """The voices of one story; ``None`` for an attribution's index is the report's own."""

    def __init__(self, told: Told) -> None:
        self._told = told
        sides: defaultdict[str, set[str]] = defaultdict(set)
        for report, reading in told.pairs():
            entity = _entities(told, report, reading)
            for told_of in reading.affiliations:
                of = entity.get(plain(told_of.name))
                if of is not None:
                    sides[of] |= {name for name in (told_of.side, told_of.organisation) if name}
        self._sides: Mapping[str, set[str]] = sides

    def voice(self, report: Report, attribution: Attribution | None, index: int | None) -> Voice:
        """The voice of an attribution, the report's own where there is none."""
        if attribution is None or index is None:
            return Voice(f"report:{report.id}", frozenset(), frozenset())
        entity = self._told.speakers.get((report.id, index))
        name = attribution.speaker.name or ""
        words = text_of(report.text, attribution.source)
        who = entity or f"{report.id}:{plain(name or words)}"
        sides = self._sides.get(who, set()) | ({name} if name else set())
        if entity is not None and (full := self._told.names.get(entity)):
            sides = sides | {full}
        named = {w for side in sides for w in side.split() if w[:1].isupper()}
        return Voice(who, frozenset(named), frozenset(map(plain, sides)))


def one_side(a: Voice, b: Voice) -> bool:
    """Whether two voices are one speaker's, or of one party as far as the reports tell."""
    return a.who == b.who or bool(a.parties & b.parties)


def _entities(told: Told, report: Report, reading: Reading) -> dict[str, str]:
    found = {}
    for index, attribution in enumerate(reading.attributions):
        entity = told.speakers.get((report.id, index))
        if entity is not None and attribution.speaker.name:
            found[plain(attribution.speaker.name)] = entity
    return found
