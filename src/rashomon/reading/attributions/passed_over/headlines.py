"""Who says what a headline says, where its form tells: ``No more money for ports – Dovic``, ``Dovic on ports: ‘Not a crown’``,
``Vane to Ramm: We will not pay``; and which of two sayings is whose: ``Lind leads, poll finds; Haak: ‘I’ve seen worse’``.

The tagger learned American headlines (``Dovic: No more money``); these forms are those of other papers. A name behind a dash or
a colon may be an outlet's as well, so it counts only where it is a word for who tells news (*minister*, *UN report*) or the
surname of somebody whom the report names in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of, left_of
from rashomon.reading.names.who import NO_NAMES, PEOPLE
from rashomon.reading.names.words.roles import NOUNS
from rashomon.reading.text.quotations import MARKS, Quotation, near
from rashomon.records import Passage, Span, Voice, overlap

_DIVIDES = re.compile(r"(?P<mark>;|\s[—–-])\s+")
_OTHER = re.compile(
    r"(?!(?i:analysis|comment|exclusive|explain\w+|factbox|full|gallery|how|in|key|latest|letters|live|obituary|opinion|photos|pictures|podcast"
    r"|profile|review|the\slatest|timeline|updates?|video|watch|what|why)\b)"
    r"(?P<source>[a-z][a-z-]+(?:\s[a-z][a-z-]+)?|(?:[A-ZÀ-Þ][\w’'-]+\s?){1,3}?)(?P<cue>:)\s+(?P<content>\S.*)"
)
"""Behind a divider who says something else: *operator: we acted on nine*."""
_IN_OWN_WORDS = re.compile(r"[“\"‘]|.*\b(?:[Ww]e|I|us|[Oo]urs?|[Mm]y|me)\b")
"""What somebody says of themselves, or in quotation marks: what *toll: 14* and *Harn: a city divided* are not."""
_WHILE = re.compile(r"\s+as\s")

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


_PRESENT = re.compile(r"[a-z]{2,}s\b")
_WORD = re.compile(r"[^\W_]+")
_AGAIN = 3
"""Words of a headline's quotation, at least, that its body has again."""
_ON_MATTER = re.compile(r"(?P<who>[^\s:][^\n:]{1,45}?)\s+on\s+\S[^\n:]{1,80}")


def within_headlines(
    text: str, found: Sequence[Found], passages: Sequence[Passage], marks: Sequence[Quotation]
) -> list[Found]:
    """The attributions, those with a cue in a headline without what the body tells in its own words, and without what another
    half of the headline tells.
    """
    lines = [p for p in passages if p.voice is Voice.HEADLINE]
    bodies = [Span(p.start, p.end) for p in passages if p.voice is Voice.BODY]
    out: list[Found | None] = []
    sources = {f.source[0].start: f for f in found if f.source and f.cue}
    for f in found:
        line = next((p for p in lines if f.cue and p.start <= f.cue[0].start < p.end), None)
        kept = f if line is None else _within_half(text, f, line, marks)
        if line is not None and kept is not None:
            kept = _without_matter(text, _within_headline(text, kept, line, marks), bodies)
            kept = None if _is_about(text, kept, sources) else _without_scene(text, kept, found, bodies)
        out.append(kept)
    return left_of(found, out)


def _is_about(text: str, f: Found, sources: Mapping[int, Found]) -> bool:
    """Whether a name before a colon is whom the headline is about, and behind it a word for them says something: *Mara Lind:
    Singer says tour is off*. ``sources`` are the attributions by where their sources begin.
    """
    if len(f.source) != 1 or text[f.cue[0].start : f.cue[-1].end] != ":" or f.source[0].end > f.cue[0].start:
        return False
    told = sources.get(f.content[0].start)
    if told is None or told.cue[0].start < told.source[0].end:
        return False
    *_, noun = text[told.source[0].start : told.source[0].end].lower().replace("-", " ").split() or [""]
    present = _PRESENT.match(text, told.cue[0].start, told.cue[-1].end) is not None
    return noun in NOUNS and present and not text[told.source[0].end : told.cue[0].start].strip()


def _without_scene(text: str, f: Found, found: Sequence[Found], bodies: Sequence[Span]) -> Found:
    """A headline's quotation without the place before its colon as its source, where the body has somebody else say it: *Orrin:
    ‘Nobody came for us’*, of the fall of the Orrin Bridge.
    """
    if len(f.source) != 1 or text[f.cue[0].start : f.cue[-1].end] != ":" or f.source[0].end > f.cue[0].start:
        return f
    place = text[f.source[0].start : f.source[0].end].strip()
    said = _WORD.findall(text[f.content[0].start : f.content[-1].end].lower())
    if text[f.content[0].start] not in MARKS or len(said) < _AGAIN or _tells(text, place, bodies):
        return f
    named = re.compile(rf"\b{re.escape(place)}\b(?P<more>\s+[A-ZÀ-Þ])?")
    stands = [m["more"] is not None for s in bodies for m in named.finditer(text, s.start, s.end)]
    if not stands or not all(stands):
        return f
    again = f" {' '.join(said)} "
    for g in found:
        if g is f or not g.source or not any(b.start <= g.cue[0].start < b.end for b in bodies if g.cue):
            continue
        if any(again in f" {' '.join(_WORD.findall(text[c.start : c.end].lower()))} " for c in g.content):
            who = {text[s.start : s.end] for s in g.source}
            return f if any(place in words for words in who) else replace(f, source=())
    return f


def _without_matter(text: str, f: Found, bodies: Sequence[Span]) -> Found:
    """The source before a colon without the matter it speaks on: *Minister on Voltra: ‘Somebody should go’*."""
    if len(f.source) != 1 or text[f.cue[0].start : f.cue[-1].end] != ":":
        return f
    (source,) = f.source
    m = _ON_MATTER.fullmatch(text, source.start, source.end)
    if m is None or not _tells(text, m["who"], bodies):
        return f
    return replace(f, source=(Span(*m.span("who")),))


def _within_half(text: str, f: Found, line: Passage, marks: Sequence[Quotation]) -> Found | None:
    """An attribution without what stands beyond a semicolon, or a dash that somebody else’s words stand behind, and what
    happened meanwhile: *denies ‘panic’ as town waits*. Nothing is left of one whose whole content stands there.
    """
    half = next((h for h in _halves(text, line, marks) if h.start <= f.cue[0].start < h.end), None)
    if half is None:
        return f

    def cut(s: Span) -> Span:
        if s.start >= line.end or s.end <= line.start:
            return s
        return _bare(text, Span(max(s.start, half.start), min(s.end, half.end)))

    source = tuple(c for c in map(cut, f.source) if c.start < c.end)
    content = tuple(c for c in map(cut, f.content) if c.start < c.end)
    if content and f.cue[-1].end <= content[0].start < line.end:
        first = content[0]
        quoted = (q.end for q in near(marks, first.start, first.end) if q.closed)
        end = next((end for end in quoted if _WHILE.match(text, end, first.end)), None)
        if end is not None:
            content = (Span(first.start, end), *content[1:])
    if (source, content) == (f.source, f.content):
        return f
    return (
        replace(f, source=source, content=content, kind=kind_of(text, content, f.cue, marks))
        if content
        else None
    )


def _halves(text: str, line: Passage, marks: Sequence[Quotation]) -> list[Span]:
    """The parts of a headline that a semicolon divides, or a dash that somebody’s words stand behind."""
    out, start = [], line.start
    for m in _DIVIDES.finditer(text, line.start, line.end):
        if any(q.start < m.start() < q.end for q in marks):
            continue
        led = ": " in text[start : m.start()]  # "Kerr: It is late; we go on"
        if (m["mark"] == ";" and not led) or _OTHER.fullmatch(text, m.end(), line.end):
            out.append(Span(start, m.start()))
            start = m.end()
    return [*out, Span(start, line.end)]


def _bare(text: str, s: Span) -> Span:
    """A stretch without the marks and spaces at its end that divide it from the next."""
    return Span(s.start, max(s.start, s.start + len(text[s.start : s.end].rstrip(" ,;—–-"))))


def _within_headline(text: str, f: Found, line: Passage, marks: Sequence[Quotation]) -> Found:
    """What a headline says that somebody says, without what the body tells in its own words: *Boss lied, report finds*.

    Quotations stay: *Captain speaks:* may lead to them.
    """
    if len(f.content) < 2:
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
        halves = _halves(text, p, marks)
        told_by = [(h, t) for n, h in enumerate(halves) for t in _told(text, h, bodies, other=n > 0)]
        done: set[Span] = set()
        for half, (source, cue, content) in told_by:
            if half in done:
                continue
            touching = [
                n for n in here if any(overlap(s, part) for s in found[n].spans for part in (source, content))
            ]
            told = Found((source,), (cue,), (content,), kind_of(text, (content,), (cue,), marks), SURE)
            if not touching:
                out.append(told)
                done.add(half)
            elif len(touching) == 1 and not found[touching[0]].source and found[touching[0]].cue == (cue,):
                out[touching[0]] = replace(told, inside=found[touching[0]].inside)
                done.add(half)
    return out


def _told(
    text: str, headline: Span, bodies: Sequence[Span], *, other: bool
) -> Iterator[tuple[Span, Span, Span]]:
    """Source, cue and content of a headline, or of a half of it, by its forms, the quotation behind a name first. In an ``other``
    half whatever stands before a colon tells what is behind it, if it is quoted or told by oneself.
    """
    for form in (_TO, _FIRST, _LAST, *([_OTHER] if other else [])):
        m = form.fullmatch(text, headline.start, headline.end)
        if m is None or (form is _TO and not _tells(text, m["to"], bodies)):
            continue
        own = form is _OTHER and _IN_OWN_WORDS.match(m["content"]) is not None
        if own or _tells(text, m["source"], bodies):
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
    in_full = re.compile(
        rf"\b(?!(?:The|An?|This|That|In|At|On|For|From|When|After|Since)\s)[A-ZÀ-Þ][\w’'-]+\s+{re.escape(words[-1])}\b"
    )
    return any(in_full.search(text, s.start, s.end) for s in bodies)
