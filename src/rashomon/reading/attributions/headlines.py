"""Who says what a headline says, where its form tells: ``No more money for ports – Dovic``, ``Dovic on ports: ‘Not a crown’``,
``Vane to Ramm: We will not pay``.

The tagger learned American headlines (``Dovic: No more money``); these forms are those of other papers. A name behind a dash or
a colon may be an outlet's as well, so it counts only where it is a word for who tells news (*minister*, *UN report*) or the
surname of somebody whom the report names in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.names.roles import NOUNS
from rashomon.reading.names.who import NO_NAMES, PEOPLE
from rashomon.reading.text.quotations import MARKS, Quotation
from rashomon.records import Passage, Span, Voice, overlap

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for one; set by hand: there is no annotated corpus with such headlines."""

_TELLING = (
    NOUNS
    | (PEOPLE - {"others"})
    | frozenset(
        """
    army charity court government hospital inquiry magazine media military ministry newspaper poll report reports research source
    state-media study survey think-tank union watchdog
    """.split()
    )
)
"""The last word, in small letters, of who tells news in a headline without a name."""

_LAST = re.compile(
    r"(?P<content>\S[^\n]{8,220}?)(?P<cue>:| [–—-])[^\S\n]+(?P<source>[^\s:–—‘“'\"«][^\n:–—‘“\"«]{1,45}?)[^\S\n]*"
)
_FIRST = re.compile(
    r"(?P<source>[^\s:–—‘“'\"«][^\n:–—‘“\"«]{1,45}?)(?:[^\S\n]on[^\S\n][^\n:–—‘“\"«]{2,80}?)?(?P<cue>:| [–—-])[^\S\n]+"
    r"(?P<content>[‘“'\"«][^\n]{4,220}?[’”'\"»])[^\S\n]*"
)
_TO = re.compile(
    r"(?P<source>[^\s:–—‘“'\"«][^\n:–—‘“\"«]{1,45}?)[^\S\n]to[^\S\n](?P<to>[^\s:–—‘“'\"«][^\n:–—‘“\"«]{1,45}?)(?P<cue>:)[^\S\n]+"
    r"(?P<content>\S[^\n]{4,220}?)[^\S\n]*"
)
"""Where both who speaks and to whom are such, no more is needed: *Road to Ruin: …*, *Vane to resign: sources* are none."""


def within_headlines(
    text: str, found: Sequence[Found], passages: Sequence[Passage], marks: Sequence[Quotation]
) -> list[Found]:
    """The attributions, those with a cue in a headline without what the body tells in its own words."""
    return [_within_headline(text, f, passages, marks) for f in found]


def _within_headline(text: str, f: Found, passages: Sequence[Passage], marks: Sequence[Quotation]) -> Found:
    """What a headline says that somebody says, without what the body tells in its own words: *Boss lied, report finds*.

    Quotations stay: *Captain speaks:* may lead to them.
    """
    if not f.cue or len(f.content) < 2:
        return f
    line = next(
        (p for p in passages if p.voice is Voice.HEADLINE and p.start <= f.cue[0].start < p.end), None
    )
    if line is None:
        return f
    kept = tuple(s for s in f.content if s.start < line.end or text[s.start] in MARKS)
    if kept == f.content or not any(s.start < line.end for s in kept):
        return f
    return replace(f, content=kept, kind=kind_of(text, kept, f.cue, marks))


def with_headlines(
    text: str, found: Sequence[Found], passages: Sequence[Passage], marks: Sequence[Quotation]
) -> list[Found]:
    """The attributions, and behind them those of headlines of which none touches a part; one whose cue is the form's, and
    whose source was not seen, has it from there.
    """
    out = list(found)
    bodies = [Span(p.start, p.end) for p in passages if p.voice is Voice.BODY]
    for p in passages:
        if p.voice is not Voice.HEADLINE:
            continue
        here = [n for n, f in enumerate(found) if any(overlap(s, p) for s in f.spans)]
        for source, cue, content in _told(text, p, bodies):
            touching = [
                n for n in here if any(overlap(s, part) for s in found[n].spans for part in (source, content))
            ]
            told = Found((source,), (cue,), (content,), kind_of(text, (content,), (cue,), marks), SURE)
            if not touching:
                out.append(told)
                break
            if len(touching) == 1 and not found[touching[0]].source and found[touching[0]].cue == (cue,):
                out[touching[0]] = replace(told, inside=found[touching[0]].inside)
                break
    return out


def _told(text: str, headline: Passage, bodies: Sequence[Span]) -> Iterator[tuple[Span, Span, Span]]:
    """Source, cue and content of a headline by its forms, the quotation behind a name first."""
    for form in (_TO, _FIRST, _LAST):
        m = form.fullmatch(text, headline.start, headline.end)
        if m is None or (form is _TO and not _tells(text, m["to"], bodies)):
            continue
        if _tells(text, m["source"], bodies):
            yield Span(*m.span("source")), Span(m.end("cue") - 1, m.end("cue")), Span(*m.span("content"))


def _tells(text: str, source: str, bodies: Sequence[Span]) -> bool:
    """Whether a source, as a headline has it, tells news or is somebody whom the report names in full."""
    words = source.removeprefix("the ").removeprefix("The ").split()
    if not words or len(words) > 5:
        return False
    if "to" in words or not NO_NAMES.isdisjoint(words):
        return False  # "Two sisters, one farm: the inheritance goes to court"
    if words[-1].lower() in _TELLING:
        return True
    if not all(w[0].isupper() for w in words):
        return False
    in_full = re.compile(rf"\b[A-ZÀ-Þ][\w’'-]+\s+{re.escape(words[-1])}\b")
    return any(in_full.search(text, s.start, s.end) for s in bodies)
