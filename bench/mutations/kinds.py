"""The ways in which a text comes out wrong, each a pure function of the text and a random generator.

Quotation marks are double ones, curly, straight, low, guillemets, and two single marks that stand for one, as in ``''``.
Single quotation marks are left as they are: nothing tells them from apostrophes for certain.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from bench.mutations.moving import Edit, Mutated, mutated

Kind = Callable[[str, random.Random], Mutated]

# Rates per place, set by judgement: harsh, yet such as a text is still read with by a person.
DROPPED = 0.3  # of the quotation marks, in an unbalanced text
BROKEN_AT_SENTENCES = 0.5  # of the sentence ends within paragraphs
BROKEN_WITHIN = 0.04  # of the spaces: one in 25 words
NOISE = 0.015  # of the characters: what scanners of newsprint leave is 1 to 2 in 100
HYPHENATED = 0.3  # of the lines that end in a word that can be broken
SPACES_ESCAPED = 0.02  # of the spaces, beside every no-break space

_MARK = re.compile(r"``|''|[“”„‟«»\"]")
_OPENING, _CLOSING = frozenset(("``", "“", "„", "‟", "«")), frozenset(("”", "»"))
_APOSTROPHE = re.compile(r"(?<!['‘’])['’](?!['‘’])")
_PARAGRAPH_END = re.compile(r"\s*\n\s*")
# Three small letters before the stop leave out "Mr.", "Gov." and "U.S.", and some short words with them.
_SENTENCE_END = re.compile(r"(?:(?<=[a-z]{3}[.!?…])|(?<=[a-z]{3}[.!?…][\"”»])) +(?=[A-Z\"“«])")
_INNER_SPACE = re.compile(r"(?<=[\w,]) (?=\w)")
_ENTITIES = {
    "&": "amp",
    '"': "quot",
    "“": "ldquo",
    "”": "rdquo",
    "‘": "lsquo",
    "’": "rsquo",
    "—": "mdash",
    "\xa0": "nbsp",
}


def stripped(text: str, rng: random.Random) -> Mutated:
    """Without its quotation marks: ``“Yes,” she said.`` → ``Yes, she said.``"""
    return mutated(text, [Edit(*m.span(), "") for m in _MARK.finditer(text)])


def doubled(text: str, rng: random.Random) -> Mutated:
    """Every quotation mark written twice, or as two single ones: ``““Yes,””`` or ``‘‘Yes,’’``; one way a text."""
    singles = {True: {True: "''", False: "''"}, False: {True: "‘‘", False: "’’"}}
    twice = rng.random() < 0.5
    return mutated(
        text,
        [
            Edit(*m.span(), m[0] * 2 if twice else singles[m[0] == '"'][_opens(text, m)])
            for m in _MARK.finditer(text)
        ],
    )


def unbalanced(text: str, rng: random.Random) -> Mutated:
    """Each quotation mark lost with the chance ``DROPPED``: ``“Yes, she said.``"""
    return mutated(text, [Edit(*m.span(), "") for m in _MARK.finditer(text) if rng.random() < DROPPED])


def swapped(text: str, rng: random.Random) -> Mutated:
    """Curly marks and apostrophes made straight and straight ones curly: ``“It’s”`` ↔ ``"It's"``."""
    marks = [
        Edit(*m.span(), ("“" if _opens(text, m) else "”") if m[0] in ('"', "''", "``") else '"')
        for m in _MARK.finditer(text)
    ]
    return mutated(
        text, marks + [Edit(*m.span(), "’" if m[0] == "'" else "'") for m in _APOSTROPHE.finditer(text)]
    )


def guillemets(text: str, rng: random.Random) -> Mutated:
    """Every quotation mark a guillemet: ``«Yes»``, ``»Yes«`` or, with narrow no-break spaces, ``« Yes »``; one way a text."""
    opening, closing = rng.choice([("«", "»"), ("»", "«"), ("«\u202f", "\u202f»")])
    return mutated(
        text, [Edit(*m.span(), opening if _opens(text, m) else closing) for m in _MARK.finditer(text)]
    )


def joined(text: str, rng: random.Random) -> Mutated:
    """All paragraphs joined into one by spaces."""
    return mutated(text, [Edit(*m.span(), " ") for m in _PARAGRAPH_END.finditer(text.rstrip())])


def broken_at_sentences(text: str, rng: random.Random) -> Mutated:
    """A new paragraph at sentence ends, by chance."""
    places = _SENTENCE_END.finditer(text)
    return mutated(text, [Edit(*m.span(), "\n\n") for m in places if rng.random() < BROKEN_AT_SENTENCES])


def broken_within(text: str, rng: random.Random) -> Mutated:
    """A new paragraph in mid-sentence, by chance."""
    places = _INNER_SPACE.finditer(text)
    return mutated(text, [Edit(*m.span(), "\n\n") for m in places if rng.random() < BROKEN_WITHIN])


def capitals(text: str, rng: random.Random) -> Mutated:
    """All capitals, letter by letter: ``Straße`` → ``STRASSE``."""
    return mutated(text, [Edit(i, i + 1, c.upper()) for i, c in enumerate(text) if c != c.upper()])


def lower_case(text: str, rng: random.Random) -> Mutated:
    """All lower case, letter by letter, so that a final sigma is like any other."""
    return mutated(text, [Edit(i, i + 1, c.lower()) for i, c in enumerate(text) if c != c.lower()])


def scanned(text: str, rng: random.Random) -> Mutated:
    """As a scanner reads a printed page: lines of a column's width, some words broken at their ends, letters mistaken.

    ``rn`` → ``m``, ``m`` → ``rn``, ``l`` → ``1``, ``o`` → ``0``, spaces lost and doubled: as many of each, where there are
    as many, and ``NOISE`` of the characters in all. What is done at the ends of lines comes on top of that.
    """
    edits = list(_lines(text, rng.randint(55, 80), rng))
    taken = {i for e in edits for i in range(e.start - 1, e.end + 1)}
    mistakes = (("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), (" ", ""), (" ", "  "))
    for old, new in mistakes:
        places = [m.start() for m in re.finditer(old, text)]
        places = [i for i in places if taken.isdisjoint(range(i, i + len(old)))]
        for i in rng.sample(places, min(len(places), round(len(text) * NOISE / len(mistakes)))):
            edits.append(Edit(i, i + len(old), new))
            taken.update(range(i, i + len(old)))
    return mutated(text, edits)


def escaped(text: str, rng: random.Random) -> Mutated:
    """Signs left as HTML writes them: ``&quot;``, ``&#34;``, ``&#x22;`` or, escaped twice, ``&amp;quot;``; one way a text."""
    way = rng.choice(["named", "decimal", "hexadecimal", "named twice"])
    edits = []
    for i, c in enumerate(text):
        if c in _ENTITIES:
            edits.append(Edit(i, i + 1, _entity(c, way)))
        elif c == " " and rng.random() < SPACES_ESCAPED:
            edits.append(Edit(i, i + 1, _entity("\xa0", way)))
    return mutated(text, edits)


KINDS: dict[str, Kind] = {
    "quotation marks stripped": stripped,
    "quotation marks doubled": doubled,
    "quotation marks unbalanced": unbalanced,
    "curly for straight, straight for curly": swapped,
    "guillemets": guillemets,
    "paragraphs joined": joined,
    "paragraphs broken at sentence ends": broken_at_sentences,
    "paragraphs broken in mid-sentence": broken_within,
    "all capitals": capitals,
    "all lower case": lower_case,
    "scanned (OCR)": scanned,
    "HTML entities left in": escaped,
}


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a quotation mark opens: by its form, or, where straight, by nothing or an opening sign before it."""
    if mark[0] in _OPENING or mark[0] in _CLOSING:
        return mark[0] in _OPENING
    before = text[max(0, mark.start() - 1) : mark.start()]
    return not before or before.isspace() or before in "([—–‘“«"


def _lines(text: str, width: int, rng: random.Random) -> Iterator[Edit]:
    """Breaks that make lines of ``width`` characters at most where words allow, by chance with a word broken at the end."""
    line = 0
    words = list(re.finditer(r"\S+", text))
    for before, word in pairwise(words):
        between = text[before.end() : word.start()]
        if "\n" in between:
            line = word.start()
        elif word.end() - line > width:
            room = line + width - 1 - word.start()
            if word[0].isalpha() and 3 <= room <= len(word[0]) - 3 and rng.random() < HYPHENATED:
                line = word.start() + room
                yield Edit(line, line, "-\n")
            else:
                line = word.start()
                yield Edit(before.end(), word.start(), "\n")


def _entity(character: str, way: str) -> str:
    match way:
        case "decimal":
            return f"&#{ord(character)};"
        case "hexadecimal":
            return f"&#x{ord(character):x};"
        case "named":
            return f"&{_ENTITIES[character]};"
    return f"&amp;{_ENTITIES[character]};"
