"""``The shepherd said``, of *Ann Coll, 34, shepherd*: a person by the noun that the report itself has beside their name.

Nouns for offices are the scorer's (:mod:`.antecedents`); this takes any other noun, but only of one person, and only
where the report knows no other such: no *a shepherd*, no *shepherds*, no second name beside the noun.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from rashomon.reading.attributions.speech import is_document
from rashomon.reading.names.persons.people import Person
from rashomon.reading.names.words.bodies import GROUPS, LED, OWNED
from rashomon.records import Span

_THE = re.compile(r"[Tt]he\s+(?P<noun>[a-z][a-z-]{3,19})")
_NO_PART = (
    r"(?!(?:and|are|as|at|but|by|for|from|had|has|her|his|in|into|is|its|like|nor|not|of|on|or|said|says|than|that|the|their|to|told"
    r"|unlike|was|were|which|who|whom|whose|will|with|without|would)\b)"
)
_MORE = rf"(?:{_NO_PART}[a-z-]{{2,20}}\s+){{0,2}}?"
_OF = rf"(?:\s+(?:at|for|from|in|of|on|with)\s+(?:(?:an?|the)\s+)?(?:{_NO_PART}[\w’'-]{{1,30}}\s*){{1,4}}?)?"
_BEHIND = re.compile(
    rf"(?:,\s+(?:aged\s+)?(?P<age>\d{{1,3}}))?,\s+(?:(?:an?|the)\s+)?{_MORE}(?P<noun>[a-z][a-z-]{{3,19}})\b"
    rf"(?=(?(age)\s+and\b|(?!))|\s+who\b|{_OF}(?:[.;]|,(?!\s+(?:and|or)\b)|\Z))"
)
"""An apposition: *Ann Coll, a hill shepherd from Orr,*; not *Ann Coll, the shepherd and a cook*, nor *a driver from Orr was*."""
_BEFORE = re.compile(
    rf"(?P<told>\b[\w’'-]{{1,20}}\s+)?\b(?:an?|the)\s+{_MORE}(?P<noun>[a-z][a-z-]{{3,19}})\s+\Z", re.I
)
_TELLS = re.compile(
    r"(?:ask|assur|inform|left|persuad|promis|remind|show|teach|taught|tell|told|warn|after|as|before|if|when|while)\w*\s+",
    re.I,
)
"""Before *the shepherd Ann Coll had gone* what makes two of them."""
_LEADS = re.compile(
    r"(?:[^\w]*)(?:according|after|as|before|by|despite|for|from|if|in|like|on|since|to|unlike|until|when|while|with)\b[^,.!?\n]*\Z",
    re.I,
)
"""Before a name at a sentence's head, what the sentence's subject stands behind: *According to Ann Coll, a driver fled*."""
_NOBODY = GROUPS | LED | OWNED | {"interview"}
"""What stands between commas behind a name too, and is not who bears it."""
_OTHER = re.compile(r"\b(?:an?|another|one|other)\s+(?=(?P<words>[a-z-]+(?:\s+[a-z-]+){0,2}))")
_WORD = re.compile(r"[a-z-]+")
_SENTENCE = 160
"""Characters before a name in which its sentence begins."""
_BESIDE = 80
"""Characters beside a name in which its apposition tells the noun."""
_REACH = 2
"""Paragraphs back to where the person was named last; set by hand."""


class Nouns:
    """The nouns beside the names of a report's persons, looked for once.

    >>> text = "Ann Coll, 34, shepherd, came. The wolf ran. “No,” the shepherd said."
    >>> coll = Person("Ann Coll", Span(0, 8), (Span(0, 8),), frozenset())
    >>> nouns = Nouns(text, [coll])
    >>> nouns.borne_by_one(Span(50, 62)) == coll, nouns.borne_by_one(Span(30, 38))
    (True, None)
    """

    def __init__(self, text: str, persons: Sequence[Person]) -> None:
        self._text, self._persons = text, persons

    def borne_by_one(self, source: Span) -> Person | None:
        """Whom ``the <noun>`` means."""
        text = self._text
        the = _THE.fullmatch(text, source.start, source.end)
        noun = "" if the is None else the["noun"]
        if not noun or noun in _NOBODY or is_document(noun):
            return None
        fits = {n for n, at in self._beside.get(noun, ()) if at.start < source.start}
        if len(fits) != 1 or not self._plurals.isdisjoint((f"{noun}s", f"{noun}es")):
            return None
        (n,) = fits
        own = [at for _, at in self._beside[noun]]
        if any(not any(a.start <= at < a.end for a in own) for at in self._others.get(noun, ())):
            return None
        person = self._persons[n]
        last = bisect_left(self._ends[n], source.start + 1) - 1
        near = last >= 0 and text.count("\n\n", self._ends[n][last], source.start) <= _REACH
        return person if near else None

    @cached_property
    def _beside(self) -> dict[str, list[tuple[int, Span]]]:
        """By noun, the persons who have it beside a name, and from where to where both stand."""
        text, out = self._text, defaultdict(list)
        for n, person in enumerate(self._persons):
            for m in person.mentions:
                before = _BEFORE.search(text, max(0, m.start - _BESIDE), m.start)
                if before is not None and _TELLS.fullmatch(before["told"] or "") is None:
                    out[before["noun"]].append((n, Span(before.start(), m.end)))
                behind = _BEHIND.match(text, m.end, m.end + _BESIDE)
                if behind is not None and not self._leads(m):
                    out[behind["noun"]].append((n, Span(m.start, behind.end("noun"))))
        return out

    def _leads(self, name: Span) -> bool:
        """Whether a name closes what stands before its sentence's subject."""
        low = max(0, name.start - _SENTENCE)
        head = re.split(r"[.!?]\s+|\n|[“”\"]", self._text[low : name.start])[-1]
        return _LEADS.match(head) is not None

    @cached_property
    def _others(self) -> dict[str, list[int]]:
        """By word, where it stands behind *a*, *another*, *one*."""
        out = defaultdict(list)
        for m in _OTHER.finditer(self._text):
            for word in _WORD.finditer(self._text, *m.span("words")):
                out[word.group()].append(word.start())
        return out

    @cached_property
    def _plurals(self) -> frozenset[str]:
        return frozenset(w for w in _WORD.findall(self._text) if w.endswith("s"))

    @cached_property
    def _ends(self) -> list[list[int]]:
        return [sorted(m.end for m in p.mentions) for p in self._persons]
