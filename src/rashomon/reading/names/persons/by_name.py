"""The persons of a report by their names, full or short: looked up by the words of a name, so that a page of thousands of names
costs what it is long.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rashomon.reading.names.persons.people import Person, words_of
from rashomon.reading.names.persons.shortened import FullNames, Words
from rashomon.records import Span

_LONGEST_INITIALS = 5
"""Letters of a word in capitals that may be an agency's: *ANA* is no short form of *Ana Kerr*, *KERR* may be of a headline."""


class PersonsByName:
    """Persons, looked up by name and by where they are named. Each name is answered once and remembered."""

    def __init__(self, persons: Iterable[Person]) -> None:
        self._exact: defaultdict[Words, list[Person]] = defaultdict(list)
        self._bearers: defaultdict[Words, list[tuple[int, Person]]] = defaultdict(list)
        self._surnames: Counter[Words] = Counter()
        self._full = FullNames()
        self._ends: defaultdict[int, list[tuple[Span, Person]]] = defaultdict(list)
        self._answered: dict[str, Sequence[Person]] = {}
        for number, person in enumerate(persons):
            words = words_of(person.name)
            for each in {words, *person.called}:
                self._exact[each].append(person)
            self._bearers[words].append((number, person))
            self._surnames[words[-1:]] += 1
            self._full.add(words)
            for span in person.mentions:
                self._ends[span.end].append((span, person))

    def candidates(self, name: str) -> Sequence[Person]:
        """The persons whom a name, full or short, may mean, in order."""
        if name not in self._answered:
            self._answered[name] = self._looked_up(name)
        return self._answered[name]

    def named_to(self, end: int) -> Sequence[tuple[Span, Person]]:
        """The persons with a mention that ends there, and the mention."""
        return self._ends.get(end, ())

    def _looked_up(self, name: str) -> Sequence[Person]:
        words = words_of(name)
        exact = self._exact.get(words, [])
        if exact and not (len(words) == 1 and self._is_surname_of_others(words, exact)):
            return exact
        initials = name.isupper() and " " not in name and len(name) <= _LONGEST_INITIALS
        found = [each for full in self._full.of(words) for each in self._bearers[full]]
        return [
            person
            for _, person in sorted(found, key=lambda each: each[0])
            if not (initials and not person.name.isupper() and words != words_of(person.name)[-1:])
        ]

    def _is_surname_of_others(self, word: Words, exact: Sequence[Person]) -> bool:
        """Whether the name is the surname of somebody who is named in full as well."""
        own = sum(words_of(person.name)[-1:] == word for person in exact)
        return self._surnames[word] > own


def candidates(name: str, among: Iterable[Person]) -> Sequence[Person]:
    """The persons whom a name, full or short, may mean: for one name alone, since it goes through all of them."""
    return PersonsByName(among).candidates(name)
