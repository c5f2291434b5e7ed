"""The paragraphs of a plain text, whatever its lines are: each a paragraph, or broken where a column was full.

Mail programs, wires and old archives break lines at 60 to 80 characters, and part paragraphs by blank lines or by an indent.
That a text is broken so is told by lines that stop in the middle of a sentence, whose next word would have gone beyond the
column. Where it is, a line goes on in the next if it had no room for its first word; what begins as an entry of a list, a turn
(``KERR: …``), a row of a table, a byline or a headline stays a line of its own, and so does a line that had room, as verses have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n|\r[ \t\xa0]*\r|\r\n[ \t\xa0]*\r\n|\f")
_TAB = 8

_WIDEST, _NARROWEST = 100, 50
"""Columns at which texts are broken: mail and wires at 60 to 80, a few programs beyond. Set by hand."""
_SHARE_FULL = 0.8
"""Of the lines that stop in the middle of a sentence, those that had no room for the next word: a few words are longer than the
column, or were put in later. Set by hand."""
_RAGGED = 0.65
"""Of the column, how far at least a line of a text reaches whose typist broke the lines by eye. Set by hand."""
_RAGGED_LEAST = 4
_LEAST_BESIDE_LONGER = 4
"""Lines that stop in the middle of a sentence, where others are longer than any column: one or two have another cause."""
_LONG_WORD = 20
"""Characters of a word, an address as a rule, before which a line may stop that has room enough for any other."""
_INDENT = 2
_LONGEST_LEADING = 8
_SHORT_MID = 40
_LINES_OF_HEADLINE = 3

_LEADS_ON = re.compile(
    r"\b(?:a|an|and|as|at|but|by|for|from|his|her|in|into|its|of|on|or|that|the|their|to|was|were|which|who|with)$"
)
"""Words behind which nothing ends, whatever the next line begins with."""
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_GAPS = re.compile(r"\S(?: {3,}|\t+)(?=\S)")
_CAPITALS_LABEL = re.compile(
    r"(?:[A-ZÀ-Þ](?:[A-ZÀ-Þ.’' -]{0,40}[A-ZÀ-Þ.])?|Question|Answer)(?: \([^)\n]{1,60}\))?:(?:\s|$)"
)
_NAME_LABEL = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{0,20}){0,3}(?: \([^)\n]{1,60}\))?:(?:\s|$)"
)
_ENTRY = re.compile(r"(?:[-–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_BULLET = re.compile(r"(?:[•·*▪◦‣]|\[[ x*\d]{1,3}\])\s+\S|>")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line less the white space around it: where it stands, from which column to which, and whether it is parted from the
    line above."""

    start: int
    end: int
    indent: int
    edge: int
    parted: bool


def paragraphs(text: str, apart: Callable[[str, bool], bool] | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph of ``text``, without the white space around it, in text order.

    ``apart`` tells of a line, and of whether it is among the first, that it stands alone by its words: site furniture, a byline.

    >>> text = "The mill at Oltra burned to the ground on Monday, the mayor\\nsaid. Nobody was hurt.\\n\\nPolice came."
    >>> [text[start:end] for start, end in paragraphs(text)]  # doctest: +NORMALIZE_WHITESPACE
    ['The mill at Oltra burned to the ground on Monday, the mayor\\nsaid. Nobody was hurt.', 'Police came.']
    """
    lines = _lines(text)
    column = _column(text, lines)
    if column is None:
        yield from ((line.start, line.end) for line in lines)
        return
    first = 0
    for n in range(1, len(lines) + 1):
        if n == len(lines) or not column.joins(first, n - 1, apart):
            yield lines[first].start, lines[n - 1].end
            first = n


def joined(text: str) -> str:
    """The text with a space for each sign of a line end that only fits a column; as long as ``text``."""
    if "\n" not in text and "\r" not in text:
        return text
    out, at = [], 0
    for start, end in paragraphs(text):
        out += [text[at:start], text[start:end].replace("\r", " ").replace("\n", " ")]
        at = end
    return "".join([*out, text[at:]])


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    for match in _LINE.finditer(text):
        whole = match.group()
        words = whole.strip()
        if not words:
            continue
        before = whole[: len(whole) - len(whole.lstrip())]
        start = match.start() + len(before)
        end = start + len(words)
        indent = len(before.expandtabs(_TAB))
        parted = not found or _BLANK_LINE.search(text, found[-1].end, start) is not None
        found.append(_Line(start, end, indent, indent + len(words), parted))
    return found


@dataclass(frozen=True, slots=True)
class _Column:
    """A text that is broken at a column, whether by a program or, ``ragged``, by a typist's eye."""

    text: str
    lines: Sequence[_Line]
    width: int
    ragged: bool

    def joins(self, first: int, n: int, apart: Callable[[str, bool], bool] | None) -> bool:
        """Whether line ``n`` of a paragraph that begins with line ``first`` goes on in the next."""
        line, following = self.lines[n], self.lines[n + 1]
        if following.parted or line.edge > self.width or self._indented_anew(first, n):
            return False
        words, below = (self.text[at.start : at.end] for at in (line, following))
        if (
            _stands_alone(words)
            or _stands_alone(below)
            or _BULLET.match(below)
            or _CAPITALS_LABEL.match(below)
        ):
            return False
        full = self._is_full(line, below)
        mid = full and _ENDS.search(words) is None
        listed = _matches(self.text, self.lines[first], _ENTRY)
        if _ENTRY.match(below) and (listed or not mid):
            return False
        if _NAME_LABEL.match(below) and not mid:
            return False
        if apart is not None and ((not mid or n == 0 or below.startswith("By ")) and apart(below, n < _TOP)):
            return False
        if apart is not None and n == first and apart(words, n < _TOP):
            return False
        if self._is_heading(n, words, below):
            return False
        return full or self._goes_on(line, words, below)

    def _is_full(self, line: _Line, below: str) -> bool:
        word = below.split(maxsplit=1)[0]
        no_address = len(word) <= _LONG_WORD or "/" not in word or line.edge >= _RAGGED * self.width
        return no_address and line.edge + 1 + len(word) > self.width

    def _goes_on(self, line: _Line, words: str, below: str) -> bool:
        """Whether a line that had room goes on in the next by its words."""
        if line.edge < _RAGGED * self.width:
            return False
        if not self.ragged:
            return words[-1].isalnum() and below[0].islower()
        return _ENDS.search(words) is None or line.edge >= (1 + _RAGGED) / 2 * self.width

    def _indented_anew(self, first: int, n: int) -> bool:
        """Whether the line below line ``n`` begins a paragraph by its indent, or a hanging one ends above it."""
        by = self.lines[n + 1].indent - self.lines[n].indent
        if abs(by) < _INDENT:
            return False
        if n > first or by < 0:
            return n > first
        line, third = self.lines[n], self.lines[n + 2 : n + 3]
        if _matches(self.text, line, _ENTRY, _BULLET):
            return False
        # A title such as “Fire: what we know” stands above an indented line too; below that the text goes on at the margin.
        at_margin = any(
            not t.parted
            and t.indent < self.lines[n + 1].indent
            and not _matches(self.text, t, _CAPITALS_LABEL, _NAME_LABEL)
            for t in third
        )
        return at_margin or not _matches(self.text, line, _CAPITALS_LABEL, _NAME_LABEL)

    def _is_heading(self, n: int, words: str, below: str) -> bool:
        """Whether a line is a heading above its text: in capitals, or the first without a final mark, in the words of titles."""
        if words.isupper() and not below.isupper():
            return any(map(str.isalpha, words)) and not below[0].islower()
        if n or _ENDS.search(words) or below[0].islower():
            return False
        alone = any(line.parted for line in self.lines[1 : _LINES_OF_HEADLINE + 1])
        long = [word for word in words.split() if len(word) > 3]
        return not alone and sum(word[0].isupper() for word in long) >= _SHARE_FULL * len(long)


_TOP = 8
"""Lines among which bylines and dates stand."""


def _column(text: str, lines: Sequence[_Line]) -> _Column | None:
    """The column at which a text is broken; ``None`` where its lines are paragraphs."""
    follow = [(a, b) for a, b in pairwise(lines) if not b.parted]
    broken = [
        (a.edge, len(text[b.start : b.end].split(maxsplit=1)[0]))
        for a, b in follow
        if a.edge >= _SHORT_MID
        and (
            (text[b.start].islower() and (text[a.end - 1].isalnum() or text[a.end - 1] in ",-–—"))
            or _LEADS_ON.search(text, max(a.start, a.end - _LONGEST_LEADING), a.end)
        )
        and not _stands_alone(text[a.start : a.end])
    ]
    longer = sum(line.edge > _WIDEST and " " in text[line.start : line.end] for line in lines)
    if not broken or (longer and (len(broken) < _LEAST_BESIDE_LONGER or 2 * longer > len(lines))):
        return None
    widths = sorted({a.edge for a, _ in follow if _NARROWEST <= a.edge <= _WIDEST}, reverse=True)
    full = {width: sum(edge <= width < edge + 1 + word for edge, word in broken) for width in widths}
    best = max(widths, key=lambda width: (full[width], width), default=None)
    if best is not None and full[best] >= _SHARE_FULL * len(broken):
        return _Column(text, lines, best, ragged=False)
    edges = [edge for edge, _ in broken]
    inside = sum(text[a.end - 1].isalnum() for a, _ in follow)
    typed = len(broken) >= _RAGGED_LEAST and 2 * inside >= len(follow)
    if widths and typed and max(edges) <= _WIDEST and min(edges) >= _RAGGED * max(edges):
        return _Column(text, lines, max(edges), ragged=True)
    return None


def _matches(text: str, line: _Line, *patterns: re.Pattern[str]) -> bool:
    return any(pattern.match(text, line.start, line.end) is not None for pattern in patterns)


def _stands_alone(line: str) -> bool:
    """Whether a line is a row of a table, or a rule."""
    cells = len(_GAPS.findall(line)) >= 2 or "\t" in line or line.count("|") >= 2
    return cells or not any(map(str.isalnum, line))
