"""Sources with the name that stands behind their role, and without the day that stands behind their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.roles import REFERRING
from rashomon.reading.text.quotations import Quotation
from rashomon.records import Span, overlap

_ACCORDING = re.compile(r"\baccording\s+to\Z", re.I)
_APPOSED = re.compile(
    r"(?P<name>(?:[A-ZÀ-Þ][\w.’'-]{1,30}\s+){1,4}[A-ZÀ-Þ][\w’'-]{1,30}),\s+(?!(?:who|whose|which|an?|the|his|her|its|their|and|was|is|\d)\b)(?=\S)"
)
_NAME_BEHIND = re.compile(
    r"\s+(?P<name>(?:[A-ZÀ-Þ][\w’'-]{1,30}\s+){1,3}[A-ZÀ-Þ][\w’'-]{1,30})(?=[,.;]|\s+(?:who|as|at|in|on|from|of|during|after|when)\b)"
)
_DAY_BEHIND = re.compile(r",?\s+(?:(?:late|early)\s+)?(?:today|yesterday|tonight)\Z")


def with_apposed(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """``According to the head of the fleet, Captain Marn, all is lost``: the name is no part of what Marn says."""
    if len(f.source) != 1 or not f.cue or not f.content:
        return f
    (who,), first = f.source, f.content[0]
    if (
        not _ACCORDING.search(text, f.cue[0].start, f.cue[0].end)
        or text[who.end : first.start].strip(" ") != ","
    ):
        return f
    noun = plain(re.split(r"\s(?:of|for|in|at|from)\s", text[who.start : who.end])[0]).split()[-1:]
    name = _APPOSED.match(text, first.start, first.end)
    if name is None or not REFERRING & set(noun):
        return f
    source = Span(who.start, name.end("name"))
    content = (Span(name.end(), first.end), *f.content[1:])
    return replace(f, source=(source,), content=content, kind=kind_of(text, content, f.cue, marks))


def with_name_behind(text: str, f: Found) -> Found:
    """A quotation's cue with the name right behind it: ``“Nobody wants this,” said`` Ines Prada, a crane driver."""
    if f.source or len(f.cue) != 1 or not is_speech(text[f.cue[0].start : f.cue[0].end]):
        return f
    cue = f.cue[0]
    quoted = any(s.end <= cue.start <= s.end + 2 and text[s.end - 1] in "\"”’'»" for s in f.content)
    name = _NAME_BEHIND.match(text, cue.end) if quoted else None
    if name is None or any(overlap(s, Span(cue.end, name.end("name"))) for s in f.content):
        return f
    return replace(f, source=(Span(*name.span("name")),))


def without_day(text: str, f: Found) -> Found:
    """A source without the day behind it: *the Ministry of Defence* today *denied*."""
    source = tuple(
        Span(s.start, day.start())
        if (day := _DAY_BEHIND.search(text, max(s.start + 1, s.end - 40), s.end)) is not None
        else s
        for s in f.source
    )
    return f if source == f.source else replace(f, source=source)
