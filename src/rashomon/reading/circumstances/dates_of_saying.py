"""Which time tells when something was said: by where it stands in the attribution's own sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from rashomon.reading.circumstances.clauses import in_another_clause, is_an_aside, stands_apart
from rashomon.reading.circumstances.frames import Parts, outwards
from rashomon.reading.circumstances.other_days import is_of_something_else
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.edges import Holders
from rashomon.reading.times.spotting import Found
from rashomon.records import Span
from rashomon.reports.published import dateline

_FIRST = 40
"""Characters of a sentence in whose beginning a time goes for the whole of it: ``Meanwhile, on Monday, …``."""

_OTHER_CLAUSE = re.compile(
    r"\b(?:and|but|who|whom|which|when|where|while|because|if|although|as|so)\b|[;:]", re.I
)
OF_THING = re.compile(r"\s*[’']s?\b|-")
_DATED = re.compile(
    r"\b(?:article|bulletin|communiqu[eé]|editorial|e-?mail|filing|letter|memo|message|note|petition|post|release|speech"
    r"|statement|tweet)(?: (?:of|dated|from)| (?:of|from|by) [^.;:!?\n“”\"]{2,80}?,? dated) (?:the )?$",
    re.I,
)
"""What leads to the day of saying where a source is itself what was written or spoken: ``its bulletin of 14 April``."""
_REACH_OF_DATED = 110

_NOW = re.compile(
    r"\b(?:says?|tells?|den(?:y|ies)|claims?|insists?|adds?|argues?|writes?|warns?|calls?|maintains?)\b", re.I
)

_OF_ANOTHER = re.compile(
    r"\b(?!(?:day|days|evening|morning|afternoon|night|eve|week|weekend|month|end|start|beginning|middle|close|hours|course"
    r"|as|early|late|out|because|ahead|instead)\b)[\w’'-]+ of (?:the )?$",
    re.I,
)
"""What makes a time that of another thing, which may be long past: ``his remarks of last year``."""

_SHOWS = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:published|publishes|released|releases|produced|produces|showed|shows|shown|obtained|leaked|disclosed"
    r"|circulated|posted|unearthed|found|saw|seen|cited|cites|quoted|quotes)\b",
    re.I,
)
"""Cues of who brings to light what others, or they themselves, wrote on another day."""

_OWN_STATEMENT = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:publish|releas|post|circulat)\w+\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:statement|communiqu[eé]|press\s+release)\b[^.;:“”\"]{0,40}\b(?:saying|say|said|that|in\s+which)\b",
    re.I,
)
"""Of these, who says something by it: *released a statement dated 3 May saying*."""

_HAPPENED = re.compile(
    r"\s(?:was|were|had|went|took|came|left|made|fell|won|lost|began|broke|hit|held|met|saw|shot|struck|\w{2,}ed)\s[^;:“”\"]{0,150}?,\s+(?:and|but|yet)\s+\Z"
)
"""Between a time and who says it: a clause of its own, in the past, of what happened then."""

_CLAUSE = 200
"""Characters before who says it in which that clause stands."""

_IN_CLAUSE = re.compile(
    r"\b(?:that|which|who|whose)\s+(?:(?:was|were|is|are|has|have|had|been|first|also)\s+)*+"
    r"(?!(?:came|come|appeared|aired|broadcast|circulated|issued|made|posted|published|released|sent|shared|shown|taken|went)\b)\w+",
    re.I,
)
"""A clause about what the saying stood in, before a time (``a warning that echoed one last year``), unless it came out then."""

_WAS_DONE = re.compile(
    r"\W*(?:Born|(?!(?:Asked|Approached|Challenged|Contacted|Indeed|Interviewed|Pressed|Questioned|Quoted|Reached)\b)[A-Z]\w+ed)\s"
)
"""At the head of a sentence, what was done with who speaks: *Born in Harn in 1940, Kerr liked to say*, *Freed on Monday*."""

_FELT = re.compile(
    r"\b(?:fear|ang(?:er|ry)|hope|expect|appear|seem|believ|belief|worr|concern|outrage|thought|likely|unrest|calls?\s+for)\w*",
    re.I,
)
"""Cues that without a source tell what is felt or looks so: their time is that of what is told."""

_THE_PAGE = re.compile(
    r"(?:this|(?:an?|the|our)\s+(?:earlier|previous|original|first)\s+version\s+of\s+(?:this|the))\s+(?:article|report|story|page|post)\b",
    re.I,
)
"""A page as the source of what it said before: the day beside it is that of its correction."""

TOLD_OF_THING = re.compile(
    r"(?<!said)(?<!says)(?<!told)\s(?:that|which|who)\s+(?:had\s+|has\s+|have\s+)?(?:\w+ed|left|killed|hit|shook|struck|took|began|fell|came"
    r"|broke|shot|led)\s[^,;:“”\"]*$",
    re.I,
)
"""Before a time of a thing that a clause of its own tells of: *news of the raid that left 12 dead on Friday*."""


_LINE = re.compile(r"\S[^\n]{0,300}")
_IN_FOOT = re.compile(r"\W*(?:(?:[A-ZÀ-Þ][\w’'-]{1,30},?\s+){1,4})?(?:(?:dated|issued|on|this)\s*)?\W*")
"""What may stand beside the day of a signature: a place."""
_FOOT = 5
"""Lines of a signature."""
_LONGEST_LINE = 120


def innermost(contents: Holders, spot: Found, found: Sequence[Parts]) -> int | None:
    """The innermost attribution in whose content an expression stands."""
    holding = contents.of(Span(spot.start, spot.end))
    return max(holding, key=lambda i: sum(1 for _ in outwards(i, found)), default=None)


def dates_of_saying(
    text: str, spots: Sequence[Found], owners: Sequence[int | None], found: Sequence[Parts]
) -> list[int | None]:
    """For each attribution the expression that tells when it was said: the nearest to its cue that is about the saying."""
    starts = [s.start for s in spots]
    cues = sorted({s for f in found for s in f.cue})
    whose = {s: f.source for f in found for s in f.cue}
    between = _between_source_and_cue(spots, starts, found)
    out: list[int | None] = []
    for f in found:
        frame = f.cue or f.source
        if not frame or not spots or _says_nothing(text, f):
            out.append(None)
            continue
        first, last = frame[0].start, frame[-1].end
        begin, end = sentence_around(text, first, last)
        near = cues[bisect_left(cues, Span(begin, begin)) : bisect_left(cues, Span(end, end))]
        others = [c for c in near if c not in f.cue and whose[c] != f.source]
        fits = []
        for n in range(bisect_left(starts, begin), bisect_left(starts, end)):
            s = spots[n]
            if owners[n] != f.inside or s.relation is not None or any(_in(s, span) for span in f.content):
                continue
            dated = _DATED.search(text, max(begin, s.start - _REACH_OF_DATED), s.start)
            if dated is not None and _is_shown(text, f, dated.start()):
                continue
            if dated is None and (
                any(_in(s, span) for span in f.source)
                or _OF_ANOTHER.search(text, max(begin, s.start - 40), s.start)
            ):
                continue
            if OF_THING.match(text, s.end) or dates_the_report(text, s) or stands_apart(text, s.start, s.end):
                continue
            if between[n] is not None and between[n] != f.source:
                continue
            starts_at = min([first, *(a.start for a in f.source)])
            if in_another_clause(text, begin, Span(s.start, s.end), starts_at):
                continue
            leads = s.start - begin <= _FIRST and s.end <= min([first, *(a.start for a in f.source)])
            if (
                leads
                and says_now(text, f)
                and _HAPPENED.search(text, max(s.end, starts_at - _CLAUSE), starts_at) is not None
            ):
                continue  # "On Monday the wall fell, and Kerr says so"
            if leads and (_IN_CLAUSE.search(text, begin, s.start) or _WAS_DONE.match(text, begin, s.start)):
                continue
            if not leads and _parted(text, s, first, last, f, cues):
                continue
            if is_of_something_else(text, begin, Span(s.start, s.end), s.form, f, others):
                continue
            fits.append((_gap(s, first, last, f.content), n))
        out.append(min(fits)[1] if fits else _signed_on(text, spots, starts, f))
    return out


def _signed_on(text: str, spots: Sequence[Found], starts: Sequence[int], f: Parts) -> int | None:
    """The day of a signature, for a text without a cue that stands below its author's name, or above it: ``Orsk, 5 May 2031`` in
    a line of its own below its last words.
    """
    if f.cue or not f.content or f.inside is not None:
        return None
    low, high = sorted((f.source[0], f.content[0]))
    at = f.content[-1].end
    if "\n" not in text[low.end : high.start] or text[at : at + 1] not in ("\n", "\r"):
        return None
    for line in islice(_LINE.finditer(text, at), _FOOT):
        for n in range(bisect_left(starts, line.start()), bisect_left(starts, line.end())):
            s = spots[n]
            if s.relation is None and _IN_FOOT.fullmatch(
                text[line.start() : s.start] + text[s.end : line.end()]
            ):
                return n
        if line.end() - line.start() > _LONGEST_LINE or text[line.end() - 1] in ".!?":
            return None
    return None


def _says_nothing(text: str, f: Parts) -> bool:
    """Whether nobody says anything by a cue without a source: ``fears of …``, ``it appears that``; or a page tells what it said
    once, of which it tells no day."""
    if any(_THE_PAGE.match(text, s.start, s.end) for s in f.source):
        return True
    if is_an_aside(text, f):
        return True
    return not f.source and any(_FELT.search(text, c.start, c.end) for c in f.cue)


def _is_shown(text: str, f: Parts, at: int) -> bool:
    """Whether a letter with a date, whose noun stands at ``at``, is what is shown: ``published a letter dated 3 May``."""
    if any(c.start <= at < c.end for c in f.content):
        return True
    return any(
        _SHOWS.match(text, c.start, c.end) and not (_OWN_STATEMENT.match(text, c.start, c.end) and at < c.end)
        for c in f.cue
        if c.start < at
    )


def _between_source_and_cue(
    spots: Sequence[Found], starts: Sequence[int], found: Sequence[Parts]
) -> list[Sequence[Span] | None]:
    """For each expression the source between which and its cue it stands: *the ministry on Thursday announced*."""
    out: list[Sequence[Span] | None] = [None] * len(spots)
    for f in found:
        if not f.source or not f.cue or not 0 <= f.cue[0].start - f.source[-1].end <= _FIRST:
            continue
        for n in range(bisect_left(starts, f.source[-1].end), bisect_left(starts, f.cue[0].start)):
            if spots[n].end <= f.cue[0].start:
                out[n] = f.source
    return out


def dates_the_report(text: str, spot: Found) -> bool:
    """Whether an expression is the date of a dateline: ``HARN, April 13 (MPA) -``."""
    at = dateline(text, text.rfind("\n", 0, spot.start) + 1)
    return at is not None and spot.start <= at[0] and at[1] == spot.end


def _in(spot: Found, span: Span) -> bool:
    return span.start <= spot.start and spot.end <= span.end


def _gap(spot: Found, first: int, last: int, content: Sequence[Span]) -> int:
    """Characters between an expression and a cue, the content between them left out."""
    low, high = (spot.end, first) if spot.end <= first else (last, spot.start)
    return high - low - sum(max(0, min(high, c.end) - max(low, c.start)) for c in content)


def _parted(text: str, spot: Found, first: int, last: int, f: Parts, cues: Sequence[Span]) -> bool:
    """Whether another clause or another's cue stands between an expression and the cue."""
    low, high = (spot.end, first) if spot.end <= first else (last, spot.start)
    if any(low <= c.start and c.end <= high for c in cues if c not in f.cue):
        return True
    if f.source and f.source[-1].end <= spot.start and spot.end <= first:
        low = f.source[-1].end  # "Sall, who was arrested on Monday, said"
    between = text[low:high]
    for c in sorted((*f.content, *f.source), reverse=True):
        if low <= c.start and c.end <= high:
            between = between[: c.start - low] + between[c.end - low :]
    return _OTHER_CLAUSE.search(between) is not None or TOLD_OF_THING.search(f" {between}") is not None


def says_now(text: str, f: Parts) -> bool:
    """Whether a cue is in the present: ``says``, ``denies``."""
    return any(_NOW.search(text, c.start, c.end) for c in f.cue)
