"""From the tagger's spans and links to attributions, those inside contents included.

The tagger gives one label a token, so it reads what a text says from outside; what stands inside a content ("He told me: …" in
a philosopher's statement) is found by reading the contents again, as a text of their own, to any depth. Where the
tagger and the quotation marks disagree about where a quotation ends, the marks are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.decode import TokenSpan
from rashomon.reading.people import plain
from rashomon.reading.quotations import DOUBLE, MARKS, Quotation, quotations
from rashomon.reading.speech import is_speech
from rashomon.reading.tagger import Tagged, Tagger
from rashomon.reading.tokens import ELISION, Tokens, tokenise
from rashomon.reading.turns import Turn
from rashomon.records import AttributionKind, Mention, MentionKind, Span

# What must be found inside a content to count: PolNeAR annotates nothing there, so its dev articles tell what reading inside
# costs (less than a point of who-said-what F1 with these), and the bundled example what it finds. A content of fewer words
# is not read again; marks inside marks are evidence of their own.
INNER_WORDS = 10
INNER_SCORE = 0.7
INNER_SCORE_QUOTED = 0.2

# How much of a quotation's letters a content must hold to be taken for the whole of it. Anything from 0.3 to 0.8 gives the same
# who-said-what F1 on PolNeAR dev within 0.1; quotations that the tagger loses track of, as in letters, are what it is for.
SNAP = 0.5

_NOUN_BY = re.compile(
    r"(?P<cue>(?:\b[a-z]+ )?\b(?!the\b|an?\b|made\b|told\b|said\b)[a-z]{4,})\s+(?:by|from|of)\s+"
    r"(?P<source>(?:the\s+)?[A-ZÀ-Þ][\w’'-]*(?:\s+[A-ZÀ-Þ][\w’'-]*)*)\s+\Z"
)


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution before its speaker is known; fields as in :class:`rashomon.records.Attribution`."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    confidence: float
    inside: int | None = None


def find(
    text: str, regions: Sequence[Span], turns: Sequence[Turn], tagger: Tagger
) -> tuple[tuple[Found, ...], tuple[Mention, ...]]:
    """The attributions and mentions in the given stretches of ``text``, in text order, an outer one before its inner ones.

    Turns and posts within the stretches are attributions by their layout; the tagger reads around and inside them.
    """
    marks = tuple(q for r in regions for q in quotations(text, r.start, r.end))
    tokens = tokenise(text, list(_without(regions, turns)))
    tagged = tagger.tag(tokens)
    found = _assemble(text, tokens, tagged, marks)
    found += [
        Found((t.source,), (t.cue,) if t.cue else (), (t.content,), AttributionKind.DIRECT, 1.0)
        for t in turns
    ]
    mentions = list(_mentions(text, tokens, tagged))
    level = list(range(len(found)))
    while level:
        inner = _inside(text, found, level, tagger)
        level = list(range(len(found), len(found) + len(inner)))
        found += inner
    unread = [t.whole for t in turns]
    for i in (tokens.ids == ELISION).nonzero()[0]:
        unread.append(Span(int(tokens.starts[i]), int(tokens.ends[i])))
    if unread:
        mentions += _read_mentions(text, sorted(unread), tagger)
    return _in_order(found), tuple(sorted(mentions, key=lambda m: (m.start, m.end)))


def _without(regions: Sequence[Span], turns: Sequence[Turn]) -> Iterator[Span]:
    """The regions less the turns in them."""
    for r in regions:
        at = r.start
        for t in turns:
            if r.start <= t.whole.start < r.end:
                if t.whole.start > at:
                    yield Span(at, t.whole.start)
                at = t.whole.end
        if at < r.end:
            yield Span(at, r.end)


def _read_mentions(text: str, regions: Sequence[Span], tagger: Tagger) -> list[Mention]:
    tokens = tokenise(text, regions, fold=False)
    return list(_mentions(text, tokens, tagger.tag(tokens)))


def _assemble(text: str, tokens: Tokens, tagged: Tagged, marks: Sequence[Quotation]) -> list[Found]:
    """One attribution for each cue that has content, by the cue's place.

    One whose cue stands inside a quotation that another holds from outside is left to the reading of that content.
    """
    contents: dict[int, list[int]] = {}
    for i, (span, link) in enumerate(zip(tagged.parts, tagged.links, strict=True)):
        if span.kind == "content" and link.to is not None:
            contents.setdefault(link.to, []).append(i)
    out = []
    for at, pieces in sorted(contents.items()):
        link = tagged.links[at]
        source = link.to
        parts = [tagged.parts[i] for i in (at, *pieces, *([source] if source is not None else []))]
        confidence = min(p.score for p in parts) * link.score
        for i in pieces:
            confidence *= tagged.links[i].score
        cue = _characters(text, tokens, tagged.parts[at])
        around = [q for q in marks if not (q.start < cue.start and cue.end < q.end)]
        spans = _joined(
            text, [_snapped(text, _characters(text, tokens, tagged.parts[i]), around) for i in pieces]
        )
        out.append(
            Found(
                source=(_characters(text, tokens, tagged.parts[source]),) if source is not None else (),
                cue=(cue,),
                content=spans,
                kind=kind_of(text, spans, marks),
                confidence=round(confidence, 4),
            )
        )
    out += _by_nouns(text, tokens, tagged, marks)
    return [f for f in out if _says(text, f) and not any(g is not f and _holds(g, f.cue[0]) for g in out)]


def _by_nouns(text: str, tokens: Tokens, tagged: Tagged, marks: Sequence[Quotation]) -> Iterator[Found]:
    """Contents that no cue claimed, where a noun and its author stand right before: ``a warning by the Assembly that …``."""
    for span, link in zip(tagged.parts, tagged.links, strict=True):
        if span.kind != "content" or link.to is not None:
            continue
        content = _characters(text, tokens, span)
        line = text.rfind("\n", 0, content.start) + 1
        before = _NOUN_BY.search(text, line, content.start)
        if before is None or not text[content.start :].lower().startswith("that "):
            continue
        yield Found(
            source=(Span(*before.span("source")),),
            cue=(Span(*before.span("cue")),),
            content=(content,),
            kind=kind_of(text, (content,), marks),
            confidence=round(span.score * link.score, 4),
        )


def _says(text: str, f: Found) -> bool:
    """Whether the content is more than an article that the tagger cut off."""
    return plain(" ".join(text[s.start : s.end] for s in f.content)) not in ("", "a", "an", "the")


def _holds(f: Found, cue: Span) -> bool:
    return any(s.start <= cue.start and cue.end <= s.end for s in f.content)


def _characters(text: str, tokens: Tokens, span: TokenSpan) -> Span:
    """The characters of a span of tokens, grown to whole words."""
    start, end = int(tokens.starts[span.first]), int(tokens.ends[span.last - 1])
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _letters(text: str, start: int, end: int) -> int:
    return sum(c.isalnum() for c in text[start:end])


def _snapped(text: str, span: Span, marks: Sequence[Quotation]) -> Span:
    """The span grown to the edges of the quotations that it begins with, or holds most of."""
    start, end = span.start, span.end
    for q in marks:
        if q.mark not in DOUBLE or q.end <= span.start or q.start >= span.end:
            continue
        inside = _letters(text, max(q.start, span.start), min(q.end, span.end))
        begins = abs(span.start - q.start) <= 1
        if begins or inside >= SNAP * _letters(text, q.start, q.end):
            start, end = min(start, q.start), max(end, q.end)
    return Span(start, end)


def _joined(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in order, those with no letter between them made one."""
    out: list[Span] = []
    for s in sorted(spans):
        if out and not any(c.isalnum() for c in text[out[-1].end : s.start]):
            out[-1] = Span(out[-1].start, max(out[-1].end, s.end))
        else:
            out.append(s)
    return tuple(out)


def kind_of(text: str, content: Sequence[Span], marks: Sequence[Quotation]) -> AttributionKind:
    """Direct if all letters of the content stand in quotation marks, indirect if none do, else mixed."""
    letters = quoted = 0
    for s in content:
        for i in range(s.start, s.end):
            if text[i].isalnum():
                letters += 1
                quoted += any(q.start <= i < q.end for q in marks)
    if not quoted:
        return AttributionKind.INDIRECT
    return AttributionKind.DIRECT if quoted >= letters - 1 else AttributionKind.MIXED


def _inside(text: str, found: Sequence[Found], level: Sequence[int], tagger: Tagger) -> list[Found]:
    """What the contents of the attributions at ``level`` hold, each read with its fellows but linked only within itself."""
    owners: list[tuple[Span, int]] = []
    for i in level:
        for s in found[i].content:
            bare = _bare(text, s)
            if len(text[bare.start : bare.end].split()) >= INNER_WORDS:
                owners.append((bare, i))
    if not owners:
        return []
    owners.sort()
    regions = [s for s, _ in owners]
    tokens = tokenise(text, regions)
    inner_marks = [q for r in regions for q in quotations(text, r.start, r.end)]
    out = []
    for f in _assemble(text, tokens, tagger.tag(tokens), inner_marks):
        owner = next((i for s, i in owners if _within(f, s)), None)
        least = INNER_SCORE_QUOTED if f.kind is AttributionKind.DIRECT else INNER_SCORE
        if owner is not None and f.confidence >= least and _by_another(text, f):
            outer_letters = sum(_letters(text, s.start, s.end) for s in found[owner].content)
            own_letters = sum(_letters(text, s.start, s.end) for s in f.content)
            if own_letters < 0.95 * outer_letters:
                out.append(replace(f, inside=owner))
    return out


def _by_another(text: str, f: Found) -> bool:
    """Whether it reports what somebody said, other than the speaker of what it stands in."""
    source = " ".join(text[s.start : s.end] for s in f.source)
    return plain(source) not in ("i", "we") and is_speech(" ".join(text[s.start : s.end] for s in f.cue))


def _within(f: Found, region: Span) -> bool:
    return all(region.start <= s.start and s.end <= region.end for s in (*f.source, *f.cue, *f.content))


def _bare(text: str, span: Span) -> Span:
    """The span without the white space and quotation marks around it."""
    start, end = span.start, span.end
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _in_order(found: Sequence[Found]) -> tuple[Found, ...]:
    def place(f: Found) -> tuple[int, int]:
        spans = (*f.source, *f.cue, *f.content)
        return min(s.start for s in spans), -max(s.end for s in spans)

    order = sorted(range(len(found)), key=lambda i: (place(found[i]), i))
    new = {old: i for i, old in enumerate(order)}
    return tuple(
        replace(found[i], inside=new[j] if (j := found[i].inside) is not None else None) for i in order
    )


def _mentions(text: str, tokens: Tokens, tagged: Tagged) -> Iterator[Mention]:
    for m in tagged.mentions:
        span = _characters(text, tokens, m)
        yield Mention(MentionKind(m.kind), span.start, span.end, round(m.score, 4))
