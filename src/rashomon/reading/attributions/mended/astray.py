"""Parts that the tagger fetched from where they cannot stand: a source or a *that* from the sentence after the cue's, who is
alleged to have done something as who alleges it, what happened meanwhile (*…, he said, as the rain fell*), *this* with what it
points to.

Of 19,868 attributions in PolNeAR's training articles none has a source behind its cue in a later sentence, or a content that
begins with *that* there; none of the 14 with *allegedly* or *reportedly* alone as their cue has a source; in none does a content
before the cue go on behind it with *, as* and a clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.attributions.denying import denies
from rashomon.reading.names.who import NAME, WORD
from rashomon.reading.text.quotations import DOUBLE, Quotation, near
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.words_of_speech import CLAIMS, any_of, singular_and_plural
from rashomon.records import AttributionKind, Span

_SAYS_NOBODY = re.compile(r"(?:allegedly|reportedly|supposedly|purportedly)", re.I)
_TO_PRESS = re.compile(
    rf"\s+(?:the\s+)?(?:journalists|reporters|correspondents|newsmen|media|press)\s+(?P<who>(?:the\s+)?(?:{WORD}\s+){{0,4}}?{NAME})(?=[.,;]|\s*\n|\Z)"
)
"""Behind a cue to whom it is said, and then by whom, as translated agencies have it: *told the journalists Minister Dron*."""
_MEANWHILE = re.compile(
    rf"as\s+(?!(?:if|though|well|to|of|for|a|an|it|expected|usual|planned|per)\b)(?:{WORD}\s+){{1,8}}?\w+(?:ed|s|t|d|m|l|n|w)\b",
    re.I,
)
_REASON = re.compile(
    rf"as\s+(?:(?!(?:who|which|that|while|when|if|because|and|but)\b){WORD}\s+){{1,6}}?(?:(?:is|are|has|have|will|can|may|must|cannot|does|do"
    r"|would|could|might|should)\b|(?:was|were)\s+(?:not|no|too|so|never|still|already|only)\b|(?:had|did)\s+(?:not|no|never)\b"
    r"|(?<=\bthere )(?:was|were)\b|\w+n[’']t\b)",
    re.I,
)
"""A clause of what is so, or will be: why, and not what happened meanwhile. Behind a verb in the past alone."""
_PAST = re.compile(r"(?:\w+ed|said|told|wrote|put|spoke|went)\b", re.I)
_WHAT_CAN_BE = any_of(singular_and_plural(CLAIMS | {"suggestion", "idea", "notion", "belief", "prospect"}))
_SUBJECT_THAT = re.compile(
    rf"\b{_WHAT_CAN_BE}\s+(?P<that>that\s+[^.!?;\n]{{5,240}}?),?(?:\s+(?:was|were|is|are|has\s+been|have\s+been))?\s+\Z",
    re.I,
)
_THIS = re.compile(r"(?:this|that|it|both|all\s+of\s+it)\b\s*(?=:)", re.I)
_CLAUSE_ASIDE = re.compile(
    r"\b(?:who|which)(?P<verb>\s+(?:had|has|have|was|were|is|are|would|will|could|can|may|might)(?:\s+(?:not|never|been|also)){0,2})?,?\s*\Z"
)
"""Before an aside in a clause about somebody: *a man who had, neighbours said, “threatened it for years” set fire to it*."""
_QUOTED_ALONE = re.compile(r"[“\"‘'][^”\"’'\n]{2,300}[”\"’']")
_AND_ASKS = re.compile(r"(?P<who>\bwho)\s[^.!?;,\n“”\"]{3,120}\band\s+\Z")
_LOOSE_AND = re.compile(r"\sand\Z")
_OWN_SENTENCE = re.compile(r"\s+[^“”\"]{10,800}[.!?]\s+")
"""What stands between two quotations, if it is a sentence at least in which nobody is quoted."""
_SENTENCE_END = re.compile(r"[^.!?“”\"]{0,200}[.!?]")
_FAR = 400
"""Characters between cue and part within which a sentence's end is looked for."""


def in_reach(text: str, f: Found, marks: Sequence[Quotation]) -> Found | None:
    """An attribution without what cannot be of it; ``None`` where no content is left."""
    if not f.cue or not f.content:
        return f
    whole = f.content
    words = text[f.cue[0].start : f.cue[-1].end]
    if f.source and _SAYS_NOBODY.fullmatch(words):
        f = replace(f, source=())
    if f.source and f.source[0].start >= f.cue[-1].end and _ends_between(text, f.cue[-1], f.source[0]):
        behind = _TO_PRESS.match(text, f.cue[-1].end, f.source[0].start)
        f = replace(f, source=(Span(*behind.span("who")),) if behind is not None else ())
    f = _without_loose_source(text, _without_press(text, f))
    f = replace(f, content=tuple(s for s in f.content if not _cut_off(text, s, f, marks)))
    if not f.content:
        return None
    content = _without_this(text, f) or _within_clause(text, _without_meanwhile(text, f), f)
    first = content[0]
    if (
        first.start >= f.cue[-1].end
        and text.startswith("that ", first.start)
        and _ends_between(text, f.cue[-1], first)
    ):
        line = max(text.rfind("\n", 0, f.cue[0].start) + 1, f.cue[0].start - 300)
        sentence = sentences(text, line, f.cue[0].start)[-1:]
        before = _SUBJECT_THAT.search(text, sentence[0].start, f.cue[0].start) if sentence else None
        content = (Span(*before.span("that")),) if before is not None else content[1:]
    elif content == whole:
        return f
    return replace(f, content=content, kind=kind_of(text, content, f.cue, marks)) if content else None


def _cut_off(text: str, s: Span, f: Found, marks: Sequence[Quotation]) -> bool:
    """Whether a piece is a quotation that the end of the text cuts off, behind another quotation and a sentence of the report's
    own: whoever says it stands where nothing is left, as in an excerpt. Behind a retold content it may give the words for that.
    """
    if f.kind is not AttributionKind.DIRECT:
        return False
    q = next((q for q in near(marks, s.start, s.start + 1) if q.start == s.start), None)
    if q is None or q.closed or text[q.end :].strip():
        return False
    before = max((p.end for p in f.spans if p.end <= s.start), default=s.start)
    if text[before - 1 : before] not in ("”", '"') and (end := _SENTENCE_END.match(text, before, s.start)):
        before = end.end()
    return _OWN_SENTENCE.fullmatch(text, before, s.start) is not None


def _without_press(text: str, f: Found) -> Found:
    """Who tells the press, without the press: of *told the journalists Minister Dron* it is Minister Dron."""
    if len(f.source) != 1 or f.source[0].start < f.cue[-1].end:
        return f
    told = _TO_PRESS.match(text, f.cue[-1].end)
    if told is None or told.end() != f.source[0].end or told.start("who") <= f.source[0].start:
        return f
    return replace(f, source=(Span(*told.span("who")),))


def _ends_between(text: str, cue: Span, part: Span) -> bool:
    """Whether the cue's sentence ends before the part begins."""
    if part.start - cue.end > _FAR:
        return True
    return any(cue.end <= s.start <= part.start for s in sentences(text, cue.start, part.end)[1:])


def _without_meanwhile(text: str, f: Found) -> tuple[Span, ...]:
    """The content without what happened while it was said, behind a content before the cue: *…, he said, as both left*. Why it is
    so stays: *…, he said, as the river is too low*.
    """
    last = max(s.end for s in (*f.source, *f.cue))
    past = _PAST.search(text, f.cue[0].start, f.cue[-1].end) is not None
    if f.content[0].end > f.cue[0].start:
        return f.content

    def told(s: Span) -> bool:
        return (
            s.start >= last
            and text[last : s.start].strip() == ","
            and _MEANWHILE.match(text, s.start, s.end) is not None
            and not (past and _REASON.match(text, s.start, s.end))
            and not any(mark in text[s.start : s.end] for mark in DOUBLE)
        )

    return tuple(s for s in f.content if not told(s))


def _within_clause(text: str, content: tuple[Span, ...], f: Found) -> tuple[Span, ...]:
    """The content of an aside in a clause about somebody, without what is told around the clause: of *a man who had, neighbours
    said, “threatened it for years” set fire to the mill* the neighbours say no more than what he had.
    """
    first, last = f.cue[0].start, max(s.end for s in (*f.source, *f.cue))
    aside = min(first, *(s.start for s in f.source)) if f.source else first
    before = [s for s in content if s.end <= aside]
    after = [s for s in content if s.start >= last]
    if (
        not before
        or len(after) != 1
        or len(before) + 1 != len(content)
        or text[last : after[0].start].strip() != ","
    ):
        return content
    end = aside
    while end > before[-1].start and text[end - 1] in " ,":
        end -= 1
    clause = _CLAUSE_ASIDE.search(text, max(0, end - 60), end)
    quoted = _QUOTED_ALONE.match(text, after[0].start, after[0].end)
    if clause is None or quoted is None or text[end:aside].strip() != ",":
        return content
    own = Span(after[0].start, quoted.end())
    if clause["verb"] is None:
        return (own,)
    verb = clause.start("verb") + len(clause["verb"]) - len(clause["verb"].lstrip())
    return (Span(verb, end), own)


def _without_loose_source(text: str, f: Found) -> Found:
    """A source that ends in *and* is half a clause: of *a cook, who saw it and asked not to be named* it is *who* that asks."""
    if (
        len(f.source) != 1
        or f.source[0].end > f.cue[0].start
        or text[f.source[0].end : f.cue[0].start].strip()
    ):
        return f
    (source,) = f.source
    if _LOOSE_AND.search(text, source.start, source.end) is None:
        return f
    line = max(text.rfind("\n", 0, source.start) + 1, source.start - 150)
    who = _AND_ASKS.search(text, line, f.cue[0].start)
    if who is None or who.start() >= source.start:
        return f
    return replace(f, source=(Span(*who.span("who")),))


def _without_this(text: str, f: Found) -> tuple[Span, ...]:
    """*This* alone, if the content begins with it, of *Hydra denies this: its director says that …*; who says this: says more."""
    if not denies(text, f.cue):
        return ()
    first = f.content[0]
    this = _THIS.match(text, first.start, first.end) if f.cue[-1].end <= first.start else None
    return (Span(first.start, first.start + len(this[0].rstrip())),) if this is not None else ()
