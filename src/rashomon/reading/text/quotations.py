"""Quotation marks as structure: which stretch of text stands inside which pair of marks.

A window of text cannot know that it stands inside a letter whose opening mark is thirty paragraphs back. This module reads
the marks of a whole report once, so that the reader and the statements know. Forms handled:

- curly, low and straight double marks and guillemets: ``“…”``, ``„…“``, ``„…”``, ``"…"``, ``«…»``;
- single marks, told from apostrophes: ``‘don’t’``, ``'yes'``;
- marks inside marks: ``“He told me: “I am ready.” That was all.”``;
- one pair around many paragraphs (a letter), and paragraphs that each open anew but close only once;
- marks of two kinds in one pair: ``"…”``, ``“…"``;
- guillemets that point inwards, where a text has them so: ``»…«``;
- a mark that never closes: the quotation then ends with its paragraph, and in a very long one after some sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

OPENING = {"“": "”", "„": "“", "«": "»", "‘": "’"}
CLOSING = {"”": "“", "»": "«", "’": "‘"}
MARKS = "“”„«»\"‘’'"
DOUBLE = '“„«"'

# A pair of marks may hold a letter or a speech; past this many characters a mark that seems to pair is taken for a slip.
# An open letter of 2,000 words is let through; PolNeAR's training articles hold 23 quotations over several paragraphs, the
# longest real one of 1,294 characters.
LONGEST = 12_000

# A mark that never closes holds no more of its paragraph than this, to the end of a sentence: of PolNeAR's training articles, the
# paragraphs are shorter, and a longer one is mostly a text whose paragraphs were lost.
UNCLOSED = 1_200

DEEPEST = 40
"""Quotations open in each other from which on no mark opens another: a line of marks is no text."""

_MIXED = frozenset({('"', "”"), ("“", '"'), ("“", "“"), ("„", "”")})

_SENTENCE_END = re.compile(r"[.!?…]['’”»]*\s")
_IN_SENTENCE = re.compile(r"\w[ \xa0][“„«\"‘']\s?[a-zà-þ]")
_INWARDS = re.compile(r"(?:^|(?<=[\s(]))»(?=\w)|(?<=[\w.,!?])«(?=[\s.,;:)]|$)")
_OUTWARDS = re.compile(r"(?:^|(?<=[\s(]))«(?=\s?\w)|(?<=[\w.,!?\s])»(?=[\s.,;:)]|$)")
_TURNED = str.maketrans("«»", "»«")
_MARK = re.compile(f"[{MARKS}]")
_PARAGRAPH = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: ``text[start:end]`` holds the marks, as far as they are there.

    ``mark`` is the opening mark, as if it pointed outwards (``«`` also of ``»…«``), ``depth`` counts the quotations it stands
    in, ``closed`` tells whether its closing mark was found, ``continues`` whether its mark stands at the head of a
    paragraph right after one that left the same kind of mark open: either the convention for quotations of several
    paragraphs, or a slip of the paragraph before.
    """

    start: int
    end: int
    mark: str
    depth: int
    closed: bool
    continues: bool = False
    back: int = field(default=0, compare=False)
    """How many places before it, among the quotations of its text in order, stands the one right around it; 0: none is."""


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    depth: int
    continues: bool


def near(marks: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Of all quotations of some stretches, in text order, those that share a character with ``text[start:end]``."""
    first = bisect_left(marks, start, key=lambda q: q.start)
    around: list[Quotation] = []
    at = first - 1  # what begins before and ends behind ``start`` is this one or stands around it
    while at >= 0:
        if marks[at].end > start:
            around.append(marks[at])
        at = at - marks[at].back if marks[at].back else -1
    return [*reversed(around), *marks[first : bisect_left(marks, end, key=lambda q: q.start)]]


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """The quotations of ``text[start:end]``, by start (an outer one before its inner ones)."""
    return _quotations(text, start, len(text) if end is None else end)


@lru_cache(maxsize=8)
def _quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """The same, remembered: a report's few stretches are asked for again while it is read."""
    if _MARK.search(text, start, end) is None:
        return ()
    own = text[start:end]
    if "»" in own and len(_INWARDS.findall(own)) > len(_OUTWARDS.findall(own)):
        text = text.translate(_TURNED)
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text, start, end)]
    found: list[Quotation] = []
    stack: list[_Open] = []
    left_open: set[str] = set()
    for number, (first, last) in enumerate(paragraphs):
        head = first + len(text[first:last]) - len(text[first:last].lstrip())
        for match in _MARK.finditer(text, first, last):
            at, mark = match.start(), match.group()
            role = _role(text, at, mark, stack, start, end)
            if role == "open" and len(stack) < DEEPEST:
                continues = at == head and mark in left_open
                if at == head and any(o.mark == mark for o in stack):
                    continue  # a mark repeated at the head of a paragraph of a quotation that is still open
                lost = _ended_by(mark, stack)
                found += [_unclosed(text, o, at) for o in lost]
                del stack[len(stack) - len(lost) :]
                stack.append(_Open(at, mark, len(stack), continues))
            elif role == "close":
                level = max(i for i, o in enumerate(stack) if _closes(mark, o.mark))
                lost = [o for o in stack[level + 1 :] if o.mark in DOUBLE]
                found += [_unclosed(text, o, at) for o in lost]
                o = stack[level]
                found.append(Quotation(o.start, at + 1, o.mark, o.depth, True, o.continues))
                del stack[level:]
        doubles = [o for o in stack if o.mark in DOUBLE]
        keep = _still_open(text, doubles, paragraphs[number + 1 :], end)
        left_open = {o.mark for o in doubles[len(keep) :]}
        found += [_unclosed(text, o, last) for o in doubles[len(keep) :]]
        stack = keep
    found += [_unclosed(text, o, end) for o in stack]
    return tuple(_nested(sorted(found, key=lambda q: (q.start, -q.end))))


def _nested(found: list[Quotation]) -> Iterator[Quotation]:
    """The quotations with none crossing another, where one that never closed was cut off, and what stands around each told."""
    around: list[tuple[int, Quotation]] = []
    for i, q in enumerate(found):
        if not q.closed:
            begun = bisect_left(found, q.end, lo=i + 1, key=lambda r: r.start)
            crossing = [r.start for r in found[i + 1 : begun] if q.start < r.start and q.end < r.end]
            q = replace(q, end=min([q.end, *crossing]))
        around = [(n, r) for n, r in around if q.end <= r.end]
        q = replace(q, depth=len(around), back=i - around[-1][0] if around else 0)
        around.append((i, q))
        yield q


def _ended_by(mark: str, stack: list[_Open]) -> list[_Open]:
    """The quotations that never closed, as an opening mark tells: a straight one, which cannot nest, or a third curly one."""
    same = [i for i, o in enumerate(stack) if o.mark == mark and mark in DOUBLE]
    most = 0 if mark == '"' else 1
    return stack[same[most] :] if len(same) > most else []


def _unclosed(text: str, o: _Open, end: int) -> Quotation:
    """A quotation whose mark never closed, up to ``end`` or the last sentence that is not too far. One that begins in the middle
    of a sentence (*said it was "doing all it could*) ends with it.
    """
    if _IN_SENTENCE.match(text, max(0, o.start - 2)) and (stop := _SENTENCE_END.search(text, o.start, end)):
        return Quotation(o.start, stop.end() - 1, o.mark, o.depth, False, o.continues)
    if end - o.start > UNCLOSED:
        stops = [m.end() - 1 for m in _SENTENCE_END.finditer(text, o.start, o.start + UNCLOSED)]
        end = stops[-1] if stops else o.start + UNCLOSED
    return Quotation(o.start, end, o.mark, o.depth, False, o.continues)


def _closes(mark: str, opened: str) -> bool:
    """Whether the mark may close what that one opened; texts put together by hand mix straight and curly ones: ``"mixed”``."""
    return OPENING.get(opened, opened) == mark or (opened, mark) in _MIXED


def _role(text: str, at: int, mark: str, stack: list[_Open], start: int, end: int) -> str:
    """``open``, ``close`` or ``none`` for the mark at ``text[at]``."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    is_open = any(_closes(mark, o.mark) for o in stack)
    opens_by_place = not before.isalnum() and before not in ".,;:!?…)" and not after.isspace()
    if mark in "’'":
        if before.isalnum() and after.isalnum():
            return "none"  # an apostrophe: don’t
        if is_open and not before.isspace() and not after.isalnum():
            return "close"
        if mark == "'" and opens_by_place and after.isalpha() and not is_open:
            return "open"
        return "none"
    if mark == "‘":
        return "open" if opens_by_place else "none"
    if mark == '"':
        if is_open and (not opens_by_place or after in ".,;:!?)"):
            return "close"
        return "open" if opens_by_place else "close" if is_open else "none"
    if mark in CLOSING:
        return "close" if is_open else "none"
    if mark == "“" and is_open and any(o.mark == "„" for o in stack):
        return "close"
    turned = (
        mark == "“" and (before.isalnum() or before in ".,!?") and (after.isspace() or after in ".,;:!?)")
    )
    if turned and any(o.mark == "“" for o in stack):
        return "close"  # a slip: “abhorrent“ in a tweet
    return "open"


def _still_open(text: str, left: list[_Open], rest: list[tuple[int, int]], end: int) -> list[_Open]:
    """Of the quotations that a paragraph left open, those that the rest of the text closes; inside another only with it."""
    return list(takewhile(lambda o: _closes_later(text, o, rest, end), left))


def _closes_later(text: str, opened: _Open, rest: list[tuple[int, int]], end: int) -> bool:
    """Whether the next mark of its kind closes what a paragraph left open."""
    closing = OPENING.get(opened.mark, opened.mark)
    for first, last in rest:
        if last - opened.start > LONGEST:
            return False
        for match in _MARK.finditer(text, first, last):
            at, mark = match.start(), match.group()
            if (mark == closing or (opened.mark, mark) == ("„", "”")) and mark != opened.mark:
                return True
            if mark == opened.mark:
                return mark == '"' and _role(text, at, mark, [opened], 0, end) == "close"
    return False
