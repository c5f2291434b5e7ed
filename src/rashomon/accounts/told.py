"""What the accounts of one story are made from: its reports, readings and statements, and what is known about them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.reading.figures.cited import whose
from rashomon.reading.names.joint import together
from rashomon.records import Attribution, Figure, Reading, Report, Statement, Story, Wording, line_of, text_of

NOT_KNOWN = "not known"
THE_REPORT = "the report itself"

_PRONOUNS = frozenset(
    """
    i you he she it we they who which that this these those one both some others his her hers its our their me him us them
    """.split()
)
"""Words for a source that name nobody."""


@dataclass(frozen=True, slots=True)
class Told:
    """One story with everything that its accounts are a function of.

    ``reports`` stand in order of date (unknown last), ``readings`` beside them; ``statements`` are those with a wording in
    one of them. ``speakers`` gives the entity of (report, attribution), ``names`` the names of entities. ``families`` gives
    the family of a report that is a copy of others, ``owners`` that of an outlet by its plain name (one owner, one feed).
    ``superseded`` are the reports that a later version of their page has taken the place of. ``named`` gives the entity that a
    report means by a name (by report and :func:`rashomon.collation.entities.entities.name_key`).
    """

    story: Story
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    speakers: Mapping[tuple[str, int], str | None] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    superseded: frozenset[str] = frozenset()
    named: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def pairs(self) -> Iterable[tuple[Report, Reading]]:
        """Each report with its reading."""
        return zip(self.reports, self.readings, strict=True)

    def by_id(self) -> dict[str, tuple[Report, Reading]]:
        """Each report with its reading, by the report's id."""
        return {report.id: (report, reading) for report, reading in self.pairs()}

    def unit(self, report: Report) -> str:
        """What counts as one outlet: a declared family, else the outlet."""
        name = plain(outlet_of(report))
        return self.owners.get(name, name)

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


def cited_as(report: Report, attribution: Attribution) -> str:
    """Who is cited, as the report has it: the speaker's name, else the words for the source, else that nobody is."""
    if attribution.speaker.name:
        return attribution.speaker.name
    words = " ".join(" … ".join(report.text[s.start : s.end] for s in attribution.source).split())
    return f"“{words}”" if words else NOT_KNOWN


def said_by(report: Report, attribution: Attribution | None) -> str:
    """Who is cited, in words for people; of a pronoun that nothing leads to a name, that it is not known who that is; of several,
    that they say it together."""
    if attribution is not None and (several := together(report.text, attribution.joint_speakers)):
        return f"{several}, together"
    return THE_REPORT if attribution is None else known(cited_as(report, attribution))


def known(who: str) -> str:
    """Words for somebody as they are; behind *not known*, where they are a pronoun alone.

    >>> known("“The keeper”"), known("“She”"), known("Ann Lee")
    ('“The keeper”', 'not known: “She”', 'Ann Lee')
    """
    return f"{NOT_KNOWN}: {who}" if who.startswith("“") and who[1:-1].lower() in _PRONOUNS else who


def given_by(report: Report, attributions: Sequence[Attribution], figure: Figure) -> str:
    """Who gives a figure, in words for people: whoever is cited for it, or is told to give it, else the report itself."""
    if figure.attribution is not None:
        return said_by(report, attributions[figure.attribution])
    giver = giver_of(report, figure)
    if giver is None:
        return THE_REPORT
    index = called(report, attributions, giver)
    return known(f"“{giver}”") if index is None else said_by(report, attributions[index])


def giver_of(report: Report, figure: Figure) -> str | None:
    """The words for whoever the report says gives a figure that no attribution holds: ``the Assembly’s figure of eleven``."""
    at = whose(report.text, figure)
    return None if at is None else line_of(report.text, at)


def called(report: Report, attributions: Sequence[Attribution], who: str) -> int | None:
    """The first attribution of a report to somebody of these words, its source's or its speaker's name; a pronoun is nobody's."""
    for index, a in enumerate(attributions):
        source = text_of(report.text, a.source)
        if plain(who) in (plain(source), plain(a.speaker.name or "")) and plain(who) not in _PRONOUNS:
            return index
    return None


def outermost(reading: Reading, index: int) -> int:
    """The attribution whose content holds all the others that this one stands in; itself where it stands in none."""
    seen = {index}
    while (outer := reading.attributions[index].inside) is not None and outer not in seen:
        seen.add(outer)
        index = outer
    return index
