"""What the accounts of one story are made from: its reports, readings and statements, and what is known about them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rashomon.records import Attribution, Reading, Report, Statement, Story, Wording

NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Told:
    """One story with everything that its accounts are a function of.

    ``reports`` stand in order of date (unknown last), ``readings`` beside them; ``statements`` are those with a wording in
    one of them. ``speakers`` gives the entity of (report, attribution), ``names`` the names of entities. ``families`` gives
    the family of a report that is a copy of others, ``owners`` that of an outlet by its plain name (one owner, one feed).
    """

    story: Story
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    speakers: Mapping[tuple[str, int], str | None] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)

    def pairs(self) -> Iterable[tuple[Report, Reading]]:
        """Each report with its reading."""
        return zip(self.reports, self.readings, strict=True)

    def wordings(self, statement: Statement) -> list[Wording]:
        """The statement's wordings in this story's reports."""
        here = {r.id for r in self.reports}
        return [w for w in statement.wordings if w.report in here]


def outlet_of(report: Report) -> str:
    """What tells a report's outlet: its name, else the report itself."""
    return report.outlet or report.id


def label(report: Report) -> str:
    """A report's outlet for people, else its short name."""
    return report.outlet or report.name


def plain(name: str) -> str:
    """A name's words in lower case, without an article.

    >>> plain("The  Harbour Mail")
    'harbour mail'
    """
    words = name.lower().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def digest(*values: object) -> str:
    """12 hexadecimal digits that stand for these values, the same on every machine."""
    return hashlib.sha256(json.dumps(values).encode()).hexdigest()[:12]


def said_by(report: Report, attribution: Attribution | None) -> str:
    """Who is cited, in words: the speaker's name, else the words for the source, else that nobody is."""
    if attribution is None:
        return "the report itself"
    if attribution.speaker.name:
        return attribution.speaker.name
    words = " ".join(" … ".join(report.text[s.start : s.end] for s in attribution.source).split())
    return f"“{words}”" if words else NOT_KNOWN


def outermost(reading: Reading, index: int) -> int:
    """The attribution whose content holds all the others that this one stands in; itself where it stands in none."""
    seen = {index}
    while (outer := reading.attributions[index].inside) is not None and outer not in seen:
        seen.add(outer)
        index = outer
    return index
