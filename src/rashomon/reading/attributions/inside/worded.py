"""Sayings inside a content that the tagger passed over and the words alone tell: a name or pronoun, a verb of speech, and a
quotation, a clause with *that* or, behind a name and a colon, the rest of the sentence.

PolNeAR annotates nothing inside a content, so the tagger has hardly seen such sayings; ``Colonel Stahn told me on Sunday, in
these words: “Not one cartridge was issued.”`` needs no model. Only verbs of speech are taken, and *I* and *we* never: who quotes
themselves is one speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rashomon.capitals import WORD
from rashomon.reading.attributions.attributions import Certainty, Found, innermost, kind_of
from rashomon.reading.names.who import NAME, WHO
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.edges import Holders, bare, letters
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.words_of_speech import (
    ALSO_NOUNS,
    AS_SAYING,
    ASKING,
    DENYING,
    PROMISING,
    QUOTES,
    SAYING,
    VOICING,
    any_of,
)
from rashomon.records import Span, text_of

SURE = Certainty(0.6, 0.6, 0.6)
"""What is put down for a saying found by its words: of those on bench/nested.py's two sets about as many are right."""

SAME = 0.95
"""An inner content with more than this share of the outer one's letters is the outer one."""

_REACH = 220
"""Characters before a quotation in which its source and verb are looked for."""

_MOST_WORDS = 15
"""Of who is quoted; more are hardly a name with its apposition."""

_SOURCE = rf"(?:{WHO}|[Ii]t\b|who\b)"
_VERBS = (SAYING | ASKING | DENYING | PROMISING | VOICING) - {"recall"}
"""*She recalls him being “confused”* quotes nobody’s saying."""

_NO_PLURAL = [*forms(_VERBS, Form.PAST), *forms(_VERBS - ALSO_NOUNS | {"claim"}, Form.THIRD)]
"""What follows whose it is may be a noun (*his remarks “of hope”*), which this leaves out."""
_SAYS = (
    r"(?:(?:had|has|have|would|will|is|are|was|were)\s+(?:\w+\s+)?(?:reported\s+to\s+have\s+)?)?"
    rf"{any_of([*_NO_PLURAL, *forms({'say', 'tell', 'write'}, Form.BASE)])}"
)
_TO = (
    r"(?:\s+(?:me|us|him|her|them|you|everyone|everybody|(?:the|a|an|his|her|my|our|their)\s+(?:\w+\s+)?\w+"
    rf"|{WORD}))?"
)
_BEFORE_QUOTATION = re.compile(
    rf"(?:^|(?<=[\s(“\"‘']))(?P<source>{_SOURCE})\s+(?P<cue>{_SAYS})\b{_TO}[^.!?;:“”\"‘«»\n]{{0,60}}?[,:]?\s*$"
)
_THAT = re.compile(
    rf"(?:^|(?<=[\s(“\"‘']))(?P<source>{_SOURCE})\s+(?P<cue>{_SAYS})\b{_TO}(?:\s+(?:on|in|at|last|this)\s+[\w\s]{{2,25}}?)?\s+"
    r"(?P<content>that\s+[^.!?;“”\"«»\n]{8,400}?)(?=[.!?;”\"»\n]|,\s+(?:and|but|so|which|who|because|while)\b|$)"
)
_COLON = re.compile(
    rf"(?:^|(?<=[\s(“\"‘']))(?P<source>{NAME})\s+(?P<cue>{_SAYS})\b{_TO}[^.!?;:“”\"‘«»\n]{{0,60}}?:\s+"
    rf"(?P<content>{WORD}(?:\s+(?![\w’'-]+:)[\w’',-]+){{3,60}})(?=[.!?])"
)
"""``as General Maro said after the war: We lost a battle but not a war.``"""

_BY_SIGN = (("that", _THAT), (":", _COLON))
"""What each of these forms cannot be without: most contents have neither."""

_QUOTED = re.compile(rf"\b{QUOTES}\b")
_AS_SAYING = re.compile(
    rf"(?P<cue>\b{AS_SAYING}(?:(?<=telling)(?:\s+(?:\w+\s+)?(?:[A-ZÀ-Þ]\w+|\w+s|him|her|them|it))?)?):?\s+(?P<content>\S)"
)
_UNREAL = re.compile(
    r"\b(?:if|whether|unless|when(?:ever)?|nobody|no one|not|never|would|could|should|might|may|can|let|until"
    r"|any(?:one|body)|every(?:one|body)|those|people who)\b",
    re.I,
)
"""Words in the source, or right before it, with which nothing was said."""


def worded(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The sayings inside contents for which no cue was found, each with the number of the innermost attribution that holds it."""
    contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
    cues = {at for f in found for s in f.cue for at in range(s.start, s.end)}
    inner = {at for f in found if f.inside is not None for s in f.content for at in range(s.start, s.end)}
    out = []
    for source, cue, content in _candidates(text, found, marks):
        owners = contents.of_all((source, cue, content))
        if not owners or not cues.isdisjoint(range(cue.start, cue.end)):
            continue
        if not inner.isdisjoint(range(content.start, content.end)):
            continue
        owner = innermost(text, found, owners)
        if letters(text, [content]) >= SAME * letters(text, found[owner].content):
            continue
        cues |= set(range(cue.start, cue.end))
        inner |= set(range(content.start, content.end))
        kind = kind_of(text, (content,), (cue,), marks)
        out.append(Found((source,), (cue,), (content,), kind, SURE, owner))
    return out


def _candidates(
    text: str, found: Sequence[Found], marks: Sequence[Quotation]
) -> Iterator[tuple[Span, Span, Span]]:
    """Source, cue and content of everything in a content that reads like a saying."""
    ordered = sorted(marks, key=lambda q: q.start)
    starts = [q.start for q in ordered]
    for f in found:
        yield from _quoted_as_saying(text, f)
    for s in sorted({s for f in found for s in f.content}):
        for q in ordered[bisect_left(starts, s.start + 1) : bisect_left(starts, s.end)]:
            low = max(s.start, q.start - _REACH)
            m = _BEFORE_QUOTATION.search(text[low : q.start]) if q.end <= s.end else None
            if m is not None and _real(text, low + m.start("source"), m["source"]):
                source, cue = (Span(low + m.start(part), low + m.end(part)) for part in ("source", "cue"))
                yield source, cue, Span(q.start, q.end)
        words = text[s.start : s.end]
        forms_here = [form for sign, form in _BY_SIGN if sign in words]
        for m in (m for form in forms_here for m in form.finditer(text, s.start, s.end)):
            if _real(text, m.start("source"), m["source"]):
                yield Span(*m.span("source")), Span(*m.span("cue")), Span(*m.span("content"))


def _quoted_as_saying(text: str, f: Found) -> Iterator[tuple[Span, Span, Span]]:
    """``The minister was quoted by the Post as saying that …``, ``the Post quoted the minister as saying that …``: what they said
    in what the Post said.
    """
    cue = text_of(text, f.cue)
    if _QUOTED.search(cue) is None:
        return
    for n, piece in enumerate(f.content):
        says = _AS_SAYING.search(text, piece.start, piece.end)
        if says is None:
            continue
        in_piece = Span(piece.start, says.start())  # of the active; the passive has them in the piece before
        who = bare(text, f.content[n - 1] if n and in_piece.start == in_piece.end else in_piece)
        if who.start < who.end and len(text[who.start : who.end].split()) <= _MOST_WORDS:
            yield who, Span(*says.span("cue")), Span(says.start("content"), piece.end)


def _real(text: str, start: int, source: str) -> bool:
    if source in ("I", "We"):
        return False
    return _UNREAL.search(source) is None and _UNREAL.search(text[max(0, start - 14) : start]) is None
