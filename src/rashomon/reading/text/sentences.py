"""Where the sentences of a text are.

Own code, because what a reading needs is not what segmenters give: the sentences *inside* a long quotation (sentencex
and pySBD keep a quotation whole), exact offsets, and a break between two quotations set side by side. The rule
for abbreviations follows Punkt (Kiss and Strunk 2006): one that may also end a sentence does so only before
a word that often begins one.

A sentence ends

- at ``.``, ``!``, ``?``, ``…`` and the marks of other scripts, with the quotation marks and brackets that close after
  them: ``“Go!” They went.`` has two, ``“Go!” he said.`` one;
- at a closing quotation mark that an opening one follows: ``…my word,” “We are ready…``;
- at an empty line, and at the end of a line, unless the line was broken only to fit a column (:func:`_line_breaks`).

It does not end after a title (``Gen. Smith``), an initial (``J. K. Smith``), inside a number (``3.5``), an address
(``example.org``), an abbreviation (``U.S. troops``, ``s.a.w.s.``) or an omission (``the bill ... Congress passed``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rashomon.records import Span

NEVER_END = frozenset(
    """
    adj adm amb asst atty brig bros capt cmdr col const comdr cpl det dist dr fr gen gov hon insp lt maj messrs mlle mme
    mr mrs ms mt mx pfc pres prof pvt rep reps rev sen sens sgt spc st supt e.g i.e cf vs viz approx ca
    """.split()
)
"""Abbreviations that never end a sentence: a name, a number or an example follows."""

BEFORE_NUMBERS = frozenset(
    """
    no nos vol fig art op pp p sec jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
"""Words and abbreviations that do not end a sentence before a digit: ``No. 10``, ``Aug. 16``."""

MAY_END = frozenset(
    """
    inc ltd co corp cos llc plc jr sr esq etc al dept univ assn est ave blvd rd ph.d m.d ala ariz ark
    calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo
    """.split()
)
"""Abbreviations inside a sentence or at its end: ``Acme Inc. said``, ``… of Acme Inc. The firm …``."""

STARTERS = frozenset(
    """
    a after all although an and another as asked at because before both but by despite during each earlier
    even every few first for from he her here his how however i if in it its last later many meanwhile
    more most my no not now of on once one or our several she since so some still such than that the their
    then there these they this those though through today two under until we what when where whether which
    while who why with yet you your it's he's she's they're we're i'm that's there's
    """.split()
)
"""Words that often begin a sentence, and rarely follow an abbreviation inside one."""

_OPENING = "“„‟«‹‘‚‛([{\"'`¿¡"
_CLOSING = "”’»›)]}\"'"
_CANDIDATE = re.compile(
    rf"""
    (?P<mark>[.!?…؟۔।]+(?:[ \u00a0]\.){{0,3}}|[。！？]+) (?P<close>[{re.escape(_CLOSING)}。]*) (?P<gap>\s*)
    | (?P<quote>[”»›] | (?<=[,;:.!?…—–-])["’']) (?P<between>\s+) (?=[“„«‹‘"](?=\S))
    """,
    re.VERBOSE,
)
_FIRST_OF_CANDIDATE = re.compile("[.!?…؟۔।。！？”»›\"’']")
"""What a candidate begins with: to look for these alone, and to match only there, takes a third of the time."""
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+(?:\.[^\W\d_]+)*$")
_WORD_AFTER = re.compile(rf"[{re.escape(_OPENING)}\s—–-]*(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?|\S)?")
_EMPTY_LINE = re.compile(r"\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+|\u2029|\f")
_LINE_END = re.compile(r"\r?\n|\r|\u2028|\x85|\v")
_BREAK = re.compile(r"[\n\r\u2028\u2029\x85\v\f]")
"""What either of the two has."""

LONGEST_KEPT = 4_000
"""Characters of a stretch whose sentences are remembered, at most."""

_WIDTHS = range(40, 121)
"""Lengths a hard-wrapped line may have: mail and agency wires wrap at 60 to 80 columns, few programs outside these."""
_OPENS = re.compile(
    r"[^\S\n]*(?:[A-ZÀ-Þ](?:[A-ZÀ-Þ.’' -]{0,40}[A-ZÀ-Þ])?(?: \([^)\n]{1,60}\))?:[^\S\n]|[•*][^\S\n])"
)
"""How a turn or a list's entry begins: a label in capitals (``Q:``, ``KOLL (laughing):``), a bullet."""


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, in order, without overlap.

    Spans count code points of ``text``, less the white space and quotation marks at their edges; closing
    punctuation belongs to the sentence. What holds no letter or digit (``* * *``) is no sentence.

    >>> text = '“Surrender? Never.” “We are ready,” says Gen. A. Amani of the U.S. mission.'
    >>> [text[s.start : s.end] for s in sentences(text, 0, len(text))]
    ['Surrender?', 'Never.', 'We are ready,” says Gen. A. Amani of the U.S. mission.']
    """
    part = text[start:end]
    return [
        Span(start + at + first, start + at + last)
        for at, to in unbroken(part)
        for first, last in (_within if to - at <= LONGEST_KEPT else _cut)(part[at:to])
    ]


def _cut(line: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of one stretch start and end in it."""
    ends = [*_ends(line, 0, len(line)), len(line)]
    found = (_trimmed(line, a, b) for a, b in zip([0, *ends], ends, strict=False))
    return tuple(edges for edges in found if edges is not None)


_within = lru_cache(maxsize=1024)(_cut)
"""The same, remembered: a reading asks for the sentences of a paragraph for several reasons."""


def unbroken(text: str) -> Iterator[tuple[int, int]]:
    """Stretches (start, end) that no sentence reaches beyond: lines, with those that were only wrapped joined."""
    if _BREAK.search(text) is None:
        if text.strip():
            yield 0, len(text)
        return
    at = 0
    for gap in _EMPTY_LINE.finditer(text):
        yield from _line_breaks(text, at, gap.start())
        at = gap.end()
    yield from _line_breaks(text, at, len(text))


def _line_breaks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a block without empty lines at the line ends that mean something.

    A line end is mere wrapping throughout a block of three lines or more that was filled to a column: no line but the
    last could have taken the first word of the next; but never before a label or bullet where the block begins with one.
    Elsewhere it is where a line of 40 characters or more stops without a final mark, could not have taken the next word
    either (or stops at a comma or dash), and the next goes on in lower case. A headline above a sentence that opens with a
    small letter is not: it is shorter than the lines around it.
    """
    edges = [start]
    if _BREAK.search(text, start, end) is not None:
        for line_end in _LINE_END.finditer(text, start, end):
            edges += [line_end.start(), line_end.end()]
    edges.append(end)
    lines = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]
    if len(lines) < 2:
        yield from lines
        return
    width = max(b - a for a, b in lines)
    full = [b - a + 1 + len(text[c:d].split()[0]) > width for (a, b), (c, d) in pairwise(lines)]
    filled = len(lines) > 2 and width in _WIDTHS and all(full)
    listed = _OPENS.match(text, *lines[0]) is not None
    at = lines[0][0]
    for ((a, b), (c, d)), no_room in zip(pairwise(lines), full, strict=True):
        last, first = text[a:b].rstrip()[-1], text[c:d].lstrip()[0]
        goes_on = b - a >= _WIDTHS.start and ((last.isalnum() and no_room) or last in ",-–—")
        if (listed and _OPENS.match(text, c, d)) or not (filled or (goes_on and first.islower())):
            yield at, b
            at = c
    yield at, lines[-1][1]


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """The places inside one stretch where a sentence ends, each behind its closing marks."""
    at = start
    while (first := _FIRST_OF_CANDIDATE.search(text, at, end)) is not None:
        found = _CANDIDATE.match(text, first.start(), end)
        if found is None:
            at = first.end()
            continue
        at = found.end()
        if at >= end:
            return
        if found["quote"]:
            yield found.end("quote")
        elif _ends_here(text, start, end, found):
            yield found.end("close")


def _ends_here(text: str, start: int, end: int, found: re.Match[str]) -> bool:
    mark, close, gap = found["mark"], found["close"], found["gap"]
    if mark[0] in "。！？":
        return True
    low = max(start, found.start() - 40)
    before = _WORD_BEFORE.search(text, max(low, text.rfind(" ", low, found.start()) + 1), found.start())
    word = before.group() if before else ""
    after = _WORD_AFTER.match(text, found.end(), end)
    following = (after["word"] or "") if after else ""
    if not following:
        return False
    if not gap:
        return _space_is_missing(text, start, end, found, word)
    if following[0].islower():
        # A name may begin in lower case: “… left. iPhone sales …”, “… left. al-Amani said …”.
        rest = text[after.start("word") : end] if after else ""
        return mark == "." and bool(re.match(r"[a-z]{1,2}[A-Z]|(?:al|el|ash|an|ar)-[A-Z]", rest))
    opens = "“" in text[found.end() : after.start("word")] if after else False
    starts = opens or following.lower().replace("’", "'") in STARTERS
    if len(mark) > 1 or mark == "…":
        if "!" in mark or "?" in mark:
            return True
        # With a space before it, an ellipsis is an omission inside a sentence more often than its end.
        return starts or not text[found.start() - 1 : found.start()].isspace()
    if mark != "." or close:
        return True
    lower = word.lower()
    if lower in NEVER_END or (lower in BEFORE_NUMBERS and following[0].isdigit()):
        return False
    if lower in MAY_END or "." in word or (len(word) == 1 and word.isupper()):
        return starts
    return True


def _space_is_missing(text: str, start: int, end: int, found: re.Match[str], word: str) -> bool:
    """Whether two sentences run together, as pages lose their spaces: ``… at dawn.However, …``, ``… dawn.”“We …``."""
    if text[found.end() : found.end() + 1] in tuple("“„«‹"):
        return True
    if len(word) < 2 or "." in word or not word[-1].islower():
        return False
    token_start = (
        max(text.rfind(" ", start, found.start()), text.rfind("\n", start, found.start()), start - 1) + 1
    )
    if re.search(r"[/@#_\\]|www", text[token_start : found.start()]):
        return False
    return bool(re.compile(r"[A-Z][a-z]*['’]?[a-z]*(?:[\s,;:]|$)").match(text, found.end(), end))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch less white space and quotation marks at its edges; ``None`` if nothing readable is left."""
    while start < end and (text[start].isspace() or text[start] in "“”„‟«»‹›\"‘‚‛`'"):
        start += 1
    while start < end and (
        text[end - 1].isspace()
        or text[end - 1] in '“”„‟«»‹›"‘‚‛`'
        # After a letter it is an apostrophe: “the soldiers’”.
        or (text[end - 1] in "’'" and not (end - 2 >= start and text[end - 2].isalnum()))
    ):
        end -= 1
    return (start, end) if any(map(str.isalnum, text[start:end])) else None
