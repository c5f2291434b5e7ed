"""Turns below names: the transcript of a call, a hearing or a debate in which who speaks stands in a line of its own.

Nothing but the layout tells it, and headings and captions are set like that too. So only where what stands above the first turn
tells of such a text, two names or more stand above turns more than once, and most turns say *I*, *we* or *you*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rashomon.capitals import DOTTED, WORD
from rashomon.records import Span

_TURNS = 4
"""Turns at least, as of labelled ones. Set by hand."""
_SPEAKERS = 2
"""Names at least that stand above more than one turn."""
_OWN_WORDS = 1 / 2
"""The part of turns, at least, in which somebody speaks of himself or to another: an operator's and a clerk's need not."""
_WORDS_OF_TURN = 5
"""On average; of headings with a line below them the lines are shorter."""
_WORDS_OF_HEADING = 10

_IS_TOLD = re.compile(
    r"\b(?:transcripts?|(?:earnings|conference)\s+call|participants|proceedings|hearing|testimony|debate|hansard|town\s+hall|round\s?table"
    r"|question[\s-]and[\s-]answers?|Q\s?&\s?A|interview)\b",
    re.I,
)
_NAME = re.compile(
    rf"[^\S\n]*(?P<name>Operator|Moderator|Chair(?:man|woman|person)?|Clerk|(?:{DOTTED}[ ]){{1,4}}{WORD}"
    r"(?:,?[ ](?:Jr|Sr|I{2,3}|M\.?D|Ph\.?D)\.?)?)(?P<role>[ ]?(?:--|[-–—,])[ ]?[A-ZÀ-Þ][^\n.!?“”\"]{1,80})?[^\S\n]*"
)
"""A line that is a name, and perhaps a role: ``Ana Kerr``, ``Ana Kerr -- Chief Executive``, ``Operator``."""
_NAMELESS = frozenset("Operator Moderator Chair Chairman Chairwoman Chairperson Clerk".split())
_LINE = re.compile(r"\S[^\n]*(?<=\S)")
_ENDED = re.compile(r"[.!?…][”\"’')\]]*\Z")
_BRACKETED = re.compile(r"[\[(].*[\])]\Z")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Yy]ou|[Yy]our)\b(?<!\bUS)")


@dataclass(frozen=True, slots=True)
class Below:
    """A turn below a name: the name, what is said, and all of it."""

    name: Span
    content: Span
    whole: Span


def below_names(text: str, runs: Sequence[tuple[int, int]]) -> list[Below]:
    """The turns below names in stretches of body, in text order; none where they are no such text."""
    found = [turn for start, end in runs for turn in _turns(text, start, end)]
    counts = Counter(text[t.name.start : t.name.end] for t in found)
    again = {name for name, n in counts.items() if n > 1 and name not in _NAMELESS}
    if len(again) < _SPEAKERS or _IS_TOLD.search(text, 0, found[0].whole.start) is None:
        return []
    once = {name for name, n in counts.items() if n == 1 and _is_named_besides(text, name)}
    kept = [t for t in found if text[t.name.start : t.name.end] in again | once | _NAMELESS]
    said = [text[t.content.start : t.content.end] for t in kept]
    own = sum(_OWN.search(words) is not None for words in said)
    words = sum(len(words.split()) for words in said)
    if len(kept) < _TURNS or words < _WORDS_OF_TURN * len(kept) or own < _OWN_WORDS * len(kept):
        return []
    return kept


def _is_named_besides(text: str, name: str) -> bool:
    """Whether who stands above one turn alone is named elsewhere: in the list of who takes part, or by the others."""
    return text.count(name.rpartition(" ")[2]) > 1


def _turns(text: str, start: int, end: int) -> Iterator[Below]:
    """What may be turns of one stretch: each name's, up to the next name or a heading; of the last one paragraph."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text, start, end)]
    names = {n: m for n, s in enumerate(lines) if (m := _NAME.fullmatch(text, s.start, s.end)) is not None}
    at = sorted(names)
    for first, next_ in zip_longest(at, at[1:]):
        above = names.get(first - 1)
        if above is not None and not above["role"] and names[first]["name"] not in _NAMELESS:
            continue  # "Ana Lind", and below it "Harn Securities": which of the two speaks, nothing tells
        below = lines[first + 1 : next_]
        if below and not _is_said(text, below[0]):
            below = below[1:]  # a role, in a line below the name
        said: list[Span] = []
        for line in below:
            if _BRACKETED.fullmatch(text, line.start, line.end):
                continue
            if not _is_said(text, line):
                break
            said.append(line)
            if next_ is None:
                break
        if said:
            name = Span(*names[first].span("name"))
            content = Span(said[0].start, said[-1].end)
            yield Below(name, content, Span(lines[first].start, content.end))


def _is_said(text: str, line: Span) -> bool:
    """Whether a line is said, and no heading: it ends as a sentence does, or is long."""
    words = text[line.start : line.end]
    return _ENDED.search(words) is not None or len(words.split()) > _WORDS_OF_HEADING
