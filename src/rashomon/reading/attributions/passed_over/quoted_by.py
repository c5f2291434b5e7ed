"""Who is quoted and who quotes them: ``“…,” Quell was quoted as saying by the agency ANA``, ``ANA quoted Quell as saying …``.

The tagger gives one attribution, of either of the two. Both are: what the one says stands inside what the other tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.capitals import DOTTED
from rashomon.capitals import WORD as CAPITALISED
from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.names.who import WHO, WORD
from rashomon.reading.text.edges import Holders, bare
from rashomon.reading.text.quotations import DOUBLE, Quotation
from rashomon.reading.text.words_of_speech import AS_SAYING, QUOTES, SAYINGS, any_of
from rashomon.records import Span, overlap

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for the one that the tagger did not give; set by hand."""

_QUOTED = re.compile(rf"\b{QUOTES}\b")
_RECORDS = r"(?:quote|cite|record(?:s|ed)?|show(?:s|ed)?)"
_RECORDED = re.compile(rf"\b{_RECORDS}\b")
"""What minutes do: only with *as saying* is it quoting."""
_WHOM_AS_SAYING = re.compile(
    rf"(?:^|(?<=[.;:!?,”\"]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s))(?P<teller>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+"
    rf"|(?=[A-ZÀ-Þ]))(?:{WORD}\s+){{0,6}}?{WORD})\s+(?P<verb>{_RECORDS}|{QUOTES})\s+(?P<who>[^.;:!?\n“”\"]{{2,100}}?),?\s+"
    r"(?P<as>as\s+(?:having\s+)?)\Z",
    re.M,
)
"""Before *saying*, who quotes whom: *the minutes record the minister, Ann Kerr, as*."""
_SAYING = re.compile(rf"(?:as\s+)?(?:having\s+said|{any_of(SAYINGS)})")
_AS_SAYING = re.compile(rf"\b(?:{AS_SAYING}|as\s+having\s+said)\b")
_BY = re.compile(
    rf"\s+by\s+(?P<who>(?:the\s+|a\s+|an\s+)?(?:[\w’'-]+\s+){{0,3}}?{DOTTED}(?:\s+(?:of\s+|for\s+)?{CAPITALISED}){{0,5}}"
    r"(?:\s+(?:news\s+)?(?:agency|television|radio|newspaper|daily|website))?)"
)
_BEFORE_CUE = re.compile(rf"(?:^|[\s”\"’'»])(?P<who>{WHO})\s+\Z")
_BY_WHOM = re.compile(r"\s+by\b")
_TOLD_WHOM = re.compile(rf"(?:{WORD}\s+){{1,5}}?(?=that\b|[“\"])")
"""Behind *telling*, before what is told: *reporters*."""
_REACH = 100
"""Characters before a cue in which its subject begins."""
_REACH_OF_TELLER = 220
"""Characters before *saying* in which who quotes begins."""
_MOST_WORDS = 15
"""Of who is quoted; more are hardly a name with its apposition."""


def with_quoted(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions in their places, those who are quoted inside who quotes them, and behind them what was lacking."""
    out = _whom_as_saying(text, found, marks)
    parents = {f.inside for f in out}
    for n, f in enumerate(list(out)):
        if len(f.cue) != 1 or not f.source:
            continue
        quotes = _QUOTED.search(text, f.cue[0].start, f.cue[0].end) is not None
        if not quotes and _RECORDED.search(text, f.cue[0].start, f.cue[0].end) is None:
            continue
        if n not in parents and (said := _said(text, f)) is not None:
            source, cue, content = said
            kind = kind_of(text, (content,), (cue,), marks)
            out.append(Found((source,), (cue,), (content,), kind, SURE, n))
        elif quotes and (teller := _teller(text, f)) is not None:
            told = tuple(sorted((*f.content, *f.source)))
            out.append(Found((teller,), f.cue, told, kind_of(text, told, f.cue, marks), SURE, f.inside))
            out[n] = replace(f, cue=_last_of(text, f.cue[0]), inside=len(out) - 1)
    return out


def _whom_as_saying(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, each of *the minutes record Kerr as saying that …* with its own source, what Kerr says inside what the
    minutes tell, who are put behind the others where the tagger gave only what she says.
    """
    out = list(found)
    cues = Holders((c, i) for i, f in enumerate(found) for c in f.cue)
    for n, f in enumerate(found):
        if len(f.cue) != 1 or not f.content or f.content[0].start < f.cue[0].end:
            continue
        cue = f.cue[0]
        if _SAYING.fullmatch(text, cue.start, cue.end) is None:
            continue
        first = cue.end - len(
            text[cue.start : cue.end].removeprefix("as").lstrip().removeprefix("having").lstrip()
        )
        line = max(text.rfind("\n", 0, cue.start) + 1, first - _REACH_OF_TELLER)
        m = _WHOM_AS_SAYING.search(text, line, first)
        if m is None or m["who"].startswith("by "):  # "Kerr was quoted by the agency as saying"
            continue
        who, verb = Span(*m.span("who")), Span(*m.span("verb"))
        out[n] = f = replace(f, source=(who,), cue=(Span(m.start("as"), cue.end),))
        teller = next((i for i in cues.meeting(verb) if i != n), None)
        if teller is None:
            told = (Span(who.start, max(s.end for s in f.content)),)
            kind = kind_of(text, told, (verb,), marks)
            out.append(Found((Span(*m.span("teller")),), (verb,), told, kind, SURE, f.inside))
            out[n] = replace(f, inside=len(out) - 1)
        elif f.inside is None and out[teller].inside is None:
            out[n] = replace(f, inside=teller)
    return out


def _said(text: str, f: Found) -> tuple[Span, Span, Span] | None:
    """Who is quoted, *as saying*, and what they say, where the source is who quotes them."""
    first, last = min(s.start for s in f.spans), max(s.end for s in f.spans)
    says = _AS_SAYING.search(text, first, min(last + 40, len(text)))
    if says is None:
        return None
    cue = Span(*says.span())
    pieces = [p for s in f.content for cut in _without(text, s, cue) for p in _parted(text, cut)]
    if len(pieces) == 1 and (subject := _subject(text, f)) is not None:
        pieces.append(subject)
    if len(pieces) != 2:
        return None
    quoted = [p for p in pieces if text[p.start] in DOUBLE or text[p.start] == "'"]
    content = quoted[0] if len(quoted) == 1 else max(pieces, key=lambda p: p.start)
    (who,) = (bare(text, p) for p in pieces if p != content)
    clear = not overlap(who, cue) and not overlap(content, cue)
    return (
        (who, cue, content) if clear and 0 < len(text[who.start : who.end].split()) <= _MOST_WORDS else None
    )


def _without(text: str, piece: Span, cue: Span) -> list[Span]:
    """What stands in a piece before *as saying* and behind it."""
    if not piece.start < cue.start < piece.end:
        return [piece]
    at = cue.end + len(text[cue.end : piece.end]) - len(text[cue.end : piece.end].lstrip(" :,"))
    if (whom := _TOLD_WHOM.match(text, at, piece.end)) is not None and text.endswith("telling", 0, cue.end):
        at = whom.end()
    return [Span(piece.start, cue.start), *([Span(at, piece.end)] if at < piece.end else [])]


def _subject(text: str, f: Found) -> Span | None:
    """Who is quoted, right before *was quoted by*: of *“…,” she was quoted by the agency as saying* it is she."""
    start = max(text.rfind("\n", 0, f.cue[0].start) + 1, f.cue[0].start - _REACH)
    m = _BEFORE_CUE.search(text, start, f.cue[0].start)
    if m is None or _BY_WHOM.match(text, f.cue[0].end) is None:
        return None
    who = Span(*m.span("who"))
    return None if any(overlap(s, who) for s in f.spans) else who


def _parted(text: str, piece: Span) -> list[Span]:
    """A piece that is a quotation and who it is of, *“No,” Tomas Quell*, as the two."""
    m = re.match(r"[“\"«„][^”\"»“\n]*[,?!][”\"»“]", text[piece.start : piece.end])
    behind = Span(piece.start + m.end(), piece.end) if m is not None else None
    if behind is None or not text[behind.start : behind.end].strip(" ,"):
        return [piece]
    return [Span(piece.start, behind.start), behind]


def _teller(text: str, f: Found) -> Span | None:
    """Who quotes the source: the name behind *by* right after the saying."""
    m = _BY.match(text, f.cue[0].end)
    if m is None or any(overlap(s, Span(*m.span())) for s in f.spans):
        return None
    return Span(*m.span("who"))


def _last_of(text: str, cue: Span) -> tuple[Span, ...]:
    says = _AS_SAYING.search(text, cue.start, cue.end)
    return (Span(*says.span()),) if says is not None else (cue,)
