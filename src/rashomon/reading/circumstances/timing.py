"""When things were said and when they happen: the times of a report, each seen from where it stands.

In the report's own words a time is seen from the report's date, or the day of its dateline where the two are near; inside a
quotation from the date of saying, where the words around it tell that. Which time is the date of saying is decided by where it
stands in the attribution's own sentence. What a report says that somebody said was said by then.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rashomon.reading.circumstances.clauses import in_another_clause, is_an_aside, stands_apart
from rashomon.reading.circumstances.frames import Parts, outwards
from rashomon.reading.circumstances.other_days import is_of_something_else
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.edges import Holders
from rashomon.reading.times.dates import Time, resolve
from rashomon.reading.times.days import Days, as_edtf, published
from rashomon.reading.times.seen import Seen
from rashomon.reading.times.spotting import Found, spot
from rashomon.reading.times.tense import Tense
from rashomon.records import AttributionKind, DateExpression, Sentence, Span
from rashomon.reports.published import dateline

_FIRST = 40
"""Characters of a sentence in whose beginning a time goes for the whole of it: ``Meanwhile, on Monday, …``."""

_OTHER_CLAUSE = re.compile(
    r"\b(?:and|but|who|whom|which|when|where|while|because|if|although|as|so)\b|[;:]", re.I
)
_OF_THING = re.compile(r"\s*[’']s?\b|-")
_DATED = re.compile(
    r"\b(?:article|bulletin|communiqu[eé]|editorial|e-?mail|filing|letter|memo|message|note|petition|post|release|speech"
    r"|statement|tweet) (?:of|dated|from) (?:the )?$",
    re.I,
)
"""What leads to the day of saying where a source is itself what was written or spoken: ``its bulletin of 14 April``."""

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

_FAR = 600
"""Characters back, at most, to the time that *the next day* follows: a paragraph or two. Set by hand on the development half."""

_NOW = re.compile(
    r"\b(?:says?|tells?|den(?:y|ies)|claims?|insists?|adds?|argues?|writes?|warns?|calls?|maintains?)\b", re.I
)

_PARTS_OF_DAY = frozenset("night morning afternoon evening".split())

_LONG = 366

_NEAR = timedelta(days=7)
"""How far, at most, a dateline's day is from the report's date: a page that is written on, or comes out later. Set by hand."""

_SHORT = 31
"""Days of the longest time of saying that is cut at the report's day; that of a year stays what the words say."""

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

_TOLD_OF_THING = re.compile(
    r"(?<!said)(?<!says)(?<!told)\s(?:that|which|who)\s+(?:had\s+|has\s+|have\s+)?(?:\w+ed|left|killed|hit|shook|struck|took|began|fell|came"
    r"|broke|shot|led)\s[^,;:“”\"]*$",
    re.I,
)
"""Before a time of a thing that a clause of its own tells of: *news of the raid that left 12 dead on Friday*."""

_TO_COME = re.compile(
    r"(?:\b(?:will|shall|(?:would|may|might|could)(?!\s+not)|(?:due|set|going|scheduled|expected|likely|plan\w*|intend\w*|hop\w+|about|is|are"
    r"|was|were)\s+to)|[’']ll)\s+(?:(?:also|then|not|\w+ly|be|have)\s+)*$",
    re.I,
)
_A_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Timing:
    """The times of a report; ``said`` has for each attribution the index of the one that tells when it was said."""

    dates: tuple[DateExpression, ...]
    said: tuple[int | None, ...]
    said_on: tuple[str | None, ...]
    _things: frozenset[int]

    def happened(self, sentence: Sentence) -> int | None:
        """Which time tells when what a sentence says happens: of those that are no date of saying, the narrowest.

        *Before Monday*, *since 2009*, *Monday's debate* and a dateline's day tell no day on which it happens.
        """
        first = bisect_left(self.dates, sentence.start, key=lambda d: d.start)
        if first == len(self.dates) or self.dates[first].start >= sentence.end:
            return None
        said = set(self.said)
        fit = []
        for n in range(first, len(self.dates)):
            d = self.dates[n]
            if d.end > sentence.end:
                break
            if d.earliest is not None and d.relation is None and n not in said and n not in self._things:
                fit.append((_length(d), n))
        return min(fit)[1] if fit else None


def timing(text: str, regions: Sequence[Span], found: Sequence[Parts], report_date: str | None) -> Timing:
    """The times in the given stretches of a text; ``report_date`` is when it was published, as far as it is known."""
    spots = spot(text, regions)
    contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
    owners = [_innermost(contents, s, found) for s in spots]
    said = _said(text, spots, owners, found)
    resolver = _Resolver(text, spots, owners, found, said, report_date)
    times = resolver.all()
    dates = tuple(
        DateExpression(
            t.start,
            t.end,
            t.days.earliest.isoformat() if t.days else None,
            t.days.latest.isoformat() if t.days else None,
            t.why,
            t.relation,
        )
        for t in times
    )
    said_on = tuple(
        None if n is None else _known(times[n] if _is_to_come(text, f) else resolver.by_then(n))
        for n, f in zip(said, found, strict=True)
    )
    # Who says it now did not say it in the 1990s.
    now = [
        n is not None and _over_years(times[n]) and _says_now(text, f)
        for n, f in zip(said, found, strict=True)
    ]
    said_on = tuple(None if is_now else day for day, is_now in zip(said_on, now, strict=True))
    said = [None if is_now else n for n, is_now in zip(said, now, strict=True)]
    things = frozenset(
        n
        for n, t in enumerate(times)
        if _OF_THING.match(text, t.end)
        or _dates_the_report(text, spots[n])
        or stands_apart(text, spots[n].start, spots[n].end)
        or _TOLD_OF_THING.search(text[sentence_around(text, t.start, t.end)[0] + 1 : t.start])
    )
    return Timing(dates, tuple(said), said_on, things)


def _is_to_come(text: str, f: Parts) -> bool:
    """Whether a saying is announced: ``will say``, ``is expected to tell``."""
    frame = f.cue or f.source
    if not frame:
        return False
    first = frame[0]
    space = re.search(r"[\s,]", text[first.start : first.end])
    return bool(
        _TO_COME.search(text, max(0, first.start - 40), first.start)
        or (space and _TO_COME.match(text, first.start, first.start + space.end()))
    )


def _over_years(time: Time) -> bool:
    return time.days is not None and time.days.length > _LONG


def _says_now(text: str, f: Parts) -> bool:
    """Whether a cue is in the present: ``says``, ``denies``."""
    return any(_NOW.search(text, c.start, c.end) for c in f.cue)


def _known(time: Time) -> str | None:
    return as_edtf(time.days) if time.days is not None else time.partial


def _length(d: DateExpression) -> int:
    return (date.fromisoformat(d.latest or "") - date.fromisoformat(d.earliest or "")).days


def _innermost(contents: Holders, spot: Found, found: Sequence[Parts]) -> int | None:
    """The innermost attribution in whose content an expression stands."""
    holding = contents.of(Span(spot.start, spot.end))
    return max(holding, key=lambda i: sum(1 for _ in outwards(i, found)), default=None)


def _said(
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
            dated = _DATED.search(text, max(begin, s.start - 30), s.start)
            if dated is not None and _is_shown(text, f, dated.start()):
                continue
            if dated is None and (
                any(_in(s, span) for span in f.source)
                or _OF_ANOTHER.search(text, max(begin, s.start - 40), s.start)
            ):
                continue
            if (
                _OF_THING.match(text, s.end)
                or _dates_the_report(text, s)
                or stands_apart(text, s.start, s.end)
            ):
                continue
            if between[n] is not None and between[n] != f.source:
                continue
            starts_at = min([first, *(a.start for a in f.source)])
            if in_another_clause(text, begin, Span(s.start, s.end), starts_at):
                continue
            leads = s.start - begin <= _FIRST and s.end <= min([first, *(a.start for a in f.source)])
            if (
                leads
                and _says_now(text, f)
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
        out.append(min(fits)[1] if fits else None)
    return out


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
    return any(_SHOWS.match(text, c.start, c.end) for c in f.cue if c.start < at)


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


def _dates_the_report(text: str, spot: Found) -> bool:
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
    return _OTHER_CLAUSE.search(between) is not None or _TOLD_OF_THING.search(f" {between}") is not None


class _Resolver:
    """Resolves each expression once, those first that others are seen from."""

    def __init__(
        self,
        text: str,
        spots: Sequence[Found],
        owners: Sequence[int | None],
        found: Sequence[Parts],
        said: Sequence[int | None],
        report_date: str | None,
    ) -> None:
        self._text, self._spots, self._owners, self._found, self._said = text, spots, owners, found, said
        date_of_report = published(report_date)
        words = f"the report’s date, {report_date}" if date_of_report else "the report’s date"
        self._report = Seen(date_of_report, words)
        self._done: dict[int, Time] = {}
        self._open: set[int] = set()
        written = self._dateline()
        if written is not None:
            self._report = Seen(written, f"the dateline’s date, {written.earliest.isoformat()}")
        known = [d.latest for d in (date_of_report, written) if d is not None]
        self._last = max(known, default=None)
        self._past = {
            n for n, f in zip(said, found, strict=True) if n is not None and not _is_to_come(text, f)
        }

    def all(self) -> list[Time]:
        """Every expression, in order."""
        return [self._time(n) for n in range(len(self._spots))]

    def by_then(self, n: int) -> Time:
        """An expression that tells when something was said, as far as the report's day."""
        time, last = self._time(n), self._last
        if time.days is None or last is None or time.days.latest <= last:
            return time
        if time.days.earliest > last:
            told = _A_YEAR.search(self._text, time.start, time.end)
            return time if told else replace(time, days=None, partial=self._spots[n].partial)
        if time.days.length > _SHORT:
            return time
        return replace(time, days=Days(time.days.earliest, last))

    def _dateline(self) -> Days | None:
        """The day of the report's dateline, where it is near the report's date or that is not known."""
        base = self._report.base
        number = next((n for n, s in enumerate(self._spots) if _dates_the_report(self._text, s)), None)
        if number is None:
            return None
        for which in (
            None,
            Tense.PAST,
            Tense.FUTURE,
        ):  # no verb tells its year: it is the one near the report's date
            time = resolve(self._text, self._spots[number], replace(self._report, tense=which))
            days = time.days
            if days is None or not days.one:
                continue
            if base is None or base.earliest - _NEAR <= days.earliest <= base.latest + _NEAR:
                self._done[number] = time
                return days
        return None

    def _time(self, n: int) -> Time:
        if n not in self._done:
            self._open.add(n)
            seen = self._seen(n)
            time = resolve(self._text, self._spots[n], seen)
            after = self._last is not None and time.days is not None and time.days.earliest > self._last
            if after and n in self._past and self._spots[n].form in ("weekday", "unit"):
                # Said, so not after the report: the last such day, week or weekend.
                time = resolve(self._text, self._spots[n], replace(seen, tense=Tense.PAST))
            self._done[n] = time
        return self._done[n]

    def _same_part_of_day(self, n: int, near: Sequence[int]) -> int | None:
        """The time told last of a night, where *that night* stands: *Sunday night*, not the *Monday* on which that was said."""
        spot = self._spots[n]
        unit = (spot.match.groupdict().get("unit") or "").lower() if spot.form == "anaphora" else ""
        if unit not in _PARTS_OF_DAY:
            return None
        told = ((m, self._spots[m]) for m in near)
        return next((m for m, s in told if unit in self._text[s.start : s.end + len(unit) + 1].lower()), None)

    def _seen(self, n: int) -> Seen:
        base, words, anchor = self._report.base, self._report.base_words, None
        owner = self._owners[n]
        for outer in () if owner is None else (owner, *outwards(owner, self._found)):
            told = self._said[outer]
            if told is not None and (days := self._time(told).days) is not None and days.length <= _LONG:
                if self._found[outer].kind is not AttributionKind.INDIRECT and days.one:
                    base, words = days, f"the day it was said, {days.earliest.isoformat()}"
                anchor = days
                break
        # The time told before in the same voice, else in any.
        start = self._spots[n].start
        near = [m for m in range(n - 1, -1, -1) if start - self._spots[m].end <= _FAR]
        before = self._same_part_of_day(n, near)
        if before is None:
            before = next(
                (m for m in near if self._owners[m] == owner), None if anchor else next(iter(near), None)
            )
        if before is not None and (before in self._done or before not in self._open):
            anchor = self._time(before).days or anchor
        return Seen(base, words, anchor)
