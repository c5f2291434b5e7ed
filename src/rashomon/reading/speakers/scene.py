"""What the rules for speakers look at: a report's text with the people, organisations and attributions in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.names.organisations.organisations import Organisation, OrganisationsByName
from rashomon.reading.names.persons.by_name import PersonsByName
from rashomon.reading.names.persons.people import Person
from rashomon.reading.speakers.by_noun import Nouns
from rashomon.reading.speakers.candidates import Stage
from rashomon.records import Mention, MentionKind, Span, Speaker, line_of

_NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules look at: the report's text, people, organisations and attributions.

    ``turns`` are those attributions that are labelled lines, ``labels`` the initials that stand for somebody before an
    interview's turns. ``parents`` tells, once it is asked, who is named as whose father or mother. ``spoke`` are the names of the
    two who spoke before, last first, each with the place of its source; ``None`` while only what the source itself tells is
    asked, and a surname of several people names nobody.
    """

    text: str
    persons: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    persons_by_name: PersonsByName
    organisations_by_name: OrganisationsByName
    mentions: tuple[Mention, ...]
    found: tuple[Found, ...]
    turns: tuple[Found, ...]
    stage: Stage
    nouns: Nouns
    abbreviations: dict[str, tuple[str, Span]]
    labels: Mapping[str, Speaker]
    bodies: Mapping[int, Speaker]
    parents: Callable[[], Mapping[str, Person]]
    spoke: tuple[tuple[str | None, int], ...] | None = None

    def words(self, span: Span) -> str:
        """The words of a span, a space between each."""
        return line_of(self.text, span)

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """Mentions that begin in a span."""
        first, last = (bisect_left(self.mentions, at, key=lambda m: m.start) for at in (span.start, span.end))
        return self.mentions[first:last]

    def people_in(self, span: Span) -> Sequence[Mention]:
        """Mentions of persons that begin in a span."""
        return [m for m in self.mentions_in(span) if m.kind is MentionKind.PERSON]

    def names_in(self, span: Span) -> list[Span]:
        """The persons and organisations that mentions within a span name, a person rather than an organisation over it."""
        return [Span(m.start, m.end) for m in self.mentions_in(span) if m.kind in _NAMES]

    def same_paragraph(self, a: Span, b: Span) -> bool:
        """Whether two spans begin in one paragraph."""
        return self.stage.paragraph(a.start) == self.stage.paragraph(b.start)
