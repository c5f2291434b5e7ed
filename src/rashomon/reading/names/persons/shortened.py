"""Which full names a name may be a shorter form of: its surname, its first name, or the same but for initials.

Full names are looked up by the words that a short one leaves of them, never gone through one by one: a page may hold thousands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rashomon.reading.names.words.titles import SUFFIXES

Words = tuple[str, ...]
"""The words of a name, folded (:func:`rashomon.reading.names.persons.people.plain`)."""

_LONGEST = 8
"""Words of a surname of several words, at most. Set by hand."""
_SHORT_WORD = 3
"""Letters with which a surname of several words begins, at most: *de Gaulle*, *van der Berg*."""
_WITH_ARTICLE = re.compile(r"(?:al|el|ul|ad|an|ar|as|at|az)-(?=[a-z]{4})")
"""The article that an Arabic surname is written with or without: *Karim al-Sharan* is *Mr Sharan*."""


class FullNames:
    """Names in full, each once, in the order in which they were added."""

    def __init__(self) -> None:
        self._by_short: defaultdict[Words, list[Words]] = defaultdict(list)
        self._known: set[Words] = set()

    def add(self, full: Words) -> None:
        """Let a name be found by what it may be shortened to."""
        if full and full not in self._known:
            self._known.add(full)
            for short in {full, *_short_forms(full)}:
                self._by_short[short].append(full)

    def of(self, short: Words) -> Sequence[Words]:
        """The names that it may be a shorter form of, itself among them."""
        return self._by_short.get(short, ())


def _short_forms(full: Words) -> Iterator[Words]:
    yield full[:1]
    yield full[-1:]
    yield (_WITH_ARTICLE.sub("", full[-1]),)
    for first in range(max(0, len(full) - _LONGEST), len(full) - 1):
        if len(full[first]) <= _SHORT_WORD or full[-1] in SUFFIXES:
            # A surname of several words: de Gaulle, van der Berg; or the younger's: Orr Jr.
            yield full[first:]
    without_initials = tuple(w for w in full if len(w) > 1)
    if len(without_initials) > 1:
        yield without_initials
