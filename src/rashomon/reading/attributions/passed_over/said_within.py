"""Who says a quotation, as words inside its marks or right before it tell, where the tagger gave it to another or to nobody.

Forms handled:

- in the French manner who says it stands between the marks: ``« Three came here, confides Anna Kerr. They left. »``, and so it
  does where a mark was forgotten: ``"We hear them, said Anna Kerr. "Three knocks.``;
- ``“It is late,” he said. “I must go.”``: the second quotation is his too, also where the tagger took a word in it for a cue;
- ``For Anna Kerr, “it lives elsewhere”``, ``In the view of Anna Kerr, it will not``, which the tagger took for nobody's;
- ``Kerr said it was ‘a lie’. ‘I never went,’ he told reporters.``: two sayings that the tagger took for one of *he*.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.who import NAME
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.edges import Holders, holds
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.words_of_speech import ASKING, BESIDE_QUOTATION, PROMISING, SAYING, VOICING, any_of
from rashomon.records import AttributionKind, Span, overlap, text_of

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for an attribution that these words make; set by hand."""

_WHO = (
    rf"(?:(?:(?:the|a|an|his|her|its|their)\s)?(?:[a-z][\w-]{{1,20}}\s){{0,3}}{NAME}"
    r"|(?:the|his|her)\s(?:[\w-]{1,20}\s){0,2}[\w-]{2,20})"
)
_VERBS = SAYING | ASKING | PROMISING | VOICING | BESIDE_QUOTATION | {"confide", "note", "regret"}
_SAYS = any_of([*forms(_VERBS, Form.FINITE), r"sum(?:s|med)\sup"])
_INCISE = re.compile(rf",\s(?P<cue>{_SAYS})\s(?P<source>{_WHO})(?P<end>[.,]|(?=,))\s*")
_FIRST = 400
"""Characters of a quotation in which who says it stands between its marks."""

_ENDS = re.compile(r"[.!?…]\s*[”\"’'»]?\s*\Z")
_SHORT = 20
"""Characters before a quotation in which the sentence before it ends."""
_CUE_ENDS = re.compile(r"[^.!?\n“”\"‘«»]{0,60}\.\s+\Z")
_SAID_BEFORE = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][”\"’']\s))(?P<source>(?:The|A|An|His|Her|Its|Their|[A-ZÀ-Þ])[^.!?\n“”\"‘«»:;]{1,120}?),?\s+"
    r"(?P<cue>(?:has\s|had\s|also\s|later\s)?(?:said|says|told\s(?:[A-Z]\w+|reporters|journalists|the\s\w+)|claimed|claims|insisted|insists|added|adds))"
    r"(?P<that>\s+(?:that\s+)?)\Z"
)
_FOR_WHOM = re.compile(
    rf"(?=For\s|In\sthe\s)(?:^|(?<=[.!?]\s)|(?<=[.!?][”\"’»]\s))(?P<cue>(?P<view>In\sthe\s(?:view|opinion|words|eyes)\sof)|For)\s"
    rf"(?P<source>(?:the\s|a\s)?(?:[\w-]{{2,20}}\s){{0,3}}?{NAME}),\s",
    re.M,
)
_IN_WORDS_OF = re.compile(
    rf"(?P<cue>in\sthe\swords\sof)(?<=\sin\sthe\swords\sof)\s(?P<source>(?:(?:the|a|an|one|his|her|its|their)\s)?(?:[\w-]{{2,20}}\s){{0,3}}?(?:{NAME}|(?!(?:and|are|but|for|that|the|was|who|with)\b)[\w-]{{3,20}}))"
    r"(?:,\s|\s(?=[“\"‘]))"
)
"""In the middle of a sentence; what follows is quoted: *made him, in the words of one critic, “a whisperer”*."""
_LEAST_WORDS = 5
"""Of a quotation that is somebody's view and no title."""
_REST = re.compile(r"[a-z][^.!?\n“”\"«»]{5,300}(?=[.!?])")
_OWN_QUESTION = re.compile(r"[“\"‘'][^\n]{3,300}\?[”\"’']")

_PRONOUN = re.compile(r"(?:he|she|they|it)\Z", re.I)


def with_said_within(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, in their places, with what these forms tell, and behind them those that it makes."""
    out, added = _incised(text, list(found), marks)
    out, more = _parted(text, out, marks)
    out = _without_next_question(text, _going_on(text, out, marks), marks) + added + more
    return out + _seen_so(text, out, marks)


def _seen_so(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """What is said to be so *for* somebody, or *in the view of* somebody, by name, and no attribution has a part of."""
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    out: list[Found] = []
    for m in _IN_WORDS_OF.finditer(text):
        at = bisect_left(marks, m.end(), key=lambda q: q.start)
        q = marks[at] if at < len(marks) and marks[at].start == m.end() else None
        if q is None or not q.closed or q.depth or parts.meeting(Span(m.start(), q.end)):
            continue
        source, cue, content = Span(*m.span("source")), Span(*m.span("cue")), Span(q.start, q.end)
        out.append(Found((source,), (cue,), (content,), AttributionKind.DIRECT, SURE))
    for m in _FOR_WHOM.finditer(text):
        at = bisect_left(marks, m.end(), key=lambda q: q.start)
        q = marks[at] if at < len(marks) and marks[at].start == m.end() else None
        if q is not None and q.closed and len(text[q.start : q.end].split()) >= _LEAST_WORDS and not q.depth:
            content = Span(q.start, q.end)
        elif q is None and m["view"] and (rest := _REST.match(text, m.end())) is not None:
            content = Span(*rest.span())
        else:
            continue
        if not parts.meeting(Span(m.start(), content.end)) and _around(marks, m.start()) is None:
            source, cue = Span(*m.span("source")), Span(*m.span("cue"))
            out.append(Found((source,), (cue,), (content,), kind_of(text, (content,), (cue,), marks), SURE))
    return out


def _around(marks: Sequence[Quotation], at: int) -> Quotation | None:
    """A quotation that a place stands in."""
    n = bisect_left(marks, at, key=lambda q: q.start)
    return next((q for q in marks[max(0, n - 4) : n] if q.start < at < q.end), None)


def _without_next_question(text: str, found: list[Found], marks: Sequence[Quotation]) -> list[Found]:
    """Answers without the next question, which has a paragraph of its own below them: who asked the first asks on."""
    for n, f in enumerate(found):
        if len(f.content) < 2 or not n or not f.cue or f.kind is not AttributionKind.DIRECT:
            continue
        asked = found[n - 1]
        question = text[asked.content[-1].start : asked.content[-1].end].rstrip('"”’»')
        near = 0 <= f.content[0].start - asked.content[-1].end <= _FIRST
        if not near or not question.endswith("?") or asked.source == f.source or not asked.source:
            continue
        kept = tuple(
            s
            for s in f.content
            if s.start < f.cue[0].start or _OWN_QUESTION.fullmatch(_line(text, s)) is None
        )
        if kept and kept != f.content:
            found[n] = replace(f, content=kept, kind=kind_of(text, kept, f.cue, marks))
    return found


def _line(text: str, s: Span) -> str:
    """The paragraph of a stretch, if it is no longer than a question."""
    start, end = text.rfind("\n", 0, s.start) + 1, text.find("\n", s.end)
    end = len(text) if end < 0 else end
    return text[start:end].strip() if end - start <= _FIRST else ""


def _incised(text: str, found: list[Found], marks: Sequence[Quotation]) -> tuple[list[Found], list[Found]]:
    """Quotations between whose marks, guillemets or one that never closes, who says them stands."""
    added: list[Found] = []
    cues, contents = _parts(found)
    for n, q in enumerate(marks):
        if q.depth or (q.closed and q.mark != "«"):
            continue
        m = _INCISE.search(text, q.start, min(q.end, q.start + _FIRST))
        if m is None or "\n" in text[q.start : m.end()] or ". " in text[q.start : m.start()]:
            continue
        source, cue = Span(*m.span("source")), Span(*m.span("cue"))
        if cues.meeting(cue):
            continue
        content = [Span(q.start, m.start() + 1)]
        if q.closed and m.end() < q.end - 1:
            content.append(Span(m.end(), q.end))
        after = marks[n + 1] if n + 1 < len(marks) else None
        if not q.closed and after is not None and not text[m.end() : after.start].strip():
            content.append(Span(after.start, after.end))
        told = set(contents.meeting(Span(q.start, content[-1].end)))
        for i in told:
            kept = tuple(s for s in found[i].content if s.end <= q.start or s.start >= content[-1].end)
            if kept:
                found[i] = replace(found[i], content=kept, kind=kind_of(text, kept, found[i].cue, marks))
        if all(not any(overlap(s, q) for s in found[i].content) for i in told):
            added.append(Found((source,), (cue,), tuple(content), AttributionKind.DIRECT, SURE))
    return found, added


def _parted(text: str, found: list[Found], marks: Sequence[Quotation]) -> tuple[list[Found], list[Found]]:
    """Attributions of *he* that begin in what a sentence before gives somebody by name, without it, and that saying."""
    added: list[Found] = []
    cues, _ = _parts(found)
    for n, f in enumerate(found):
        if len(f.source) != 1 or not f.cue or not f.content:
            continue
        who, first = f.source[0], f.content[0]
        if first.start >= f.cue[0].start or _PRONOUN.fullmatch(text, who.start, who.end) is None:
            continue
        q = _last_before(marks, min(who.start, f.cue[0].start))
        if (
            q is None
            or not first.start < q.start < first.end
            or _ENDS.search(text, max(first.start, q.start - _SHORT), q.start) is None
        ):
            continue
        line = max(text.rfind("\n", 0, first.start) + 1, first.start - 220)
        before = _SAID_BEFORE.search(text[line : first.start])
        if before is None:
            continue
        source, cue = (Span(line + before.start(p), line + before.end(p)) for p in ("source", "cue"))
        if cues.meeting(cue):
            continue
        said = Span(first.start, first.start + len(text[first.start : q.start].rstrip(" .")))
        kept = (Span(q.start, first.end), *f.content[1:])
        found[n] = replace(f, content=kept, kind=kind_of(text, kept, f.cue, marks))
        added.append(Found((source,), (cue,), (said,), kind_of(text, (said,), (cue,), marks), SURE))
    return found, added


def _parts(found: Sequence[Found]) -> tuple[Holders, Holders]:
    """The cues and the contents of attributions, with their numbers."""
    return (
        Holders((s, n) for n, f in enumerate(found) for s in f.cue),
        Holders((s, n) for n, f in enumerate(found) for s in f.content),
    )


def _last_before(marks: Sequence[Quotation], at: int) -> Quotation | None:
    """The outermost quotation that ends last before a place, with nothing but a space or a comma between."""
    n = bisect_left(marks, at, key=lambda q: q.start)
    fits = [q for q in marks[max(0, n - 4) : n] if not q.depth and q.closed and 0 <= at - q.end <= 2]
    return fits[-1] if fits else None


def _going_on(text: str, found: list[Found], marks: Sequence[Quotation]) -> list[Found]:
    """Direct quotations with the one that follows who says them, in the same paragraph, and has no sayer of its own."""
    outer = [q for q in marks if not q.depth]
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    for n, f in enumerate(found):
        if not f.cue or not f.content or not is_speech(text_of(text, f.cue)):
            continue
        end = max(s.end for s in (*f.source, *f.cue))
        q0 = _last_before(outer, min(s.start for s in (*f.source, *f.cue)))
        if q0 is None or f.content[-1].end != q0.end:
            continue
        at = bisect_left(outer, end, key=lambda q: q.start)
        q = outer[at] if at < len(outer) else None
        if q is None or not q.closed or _CUE_ENDS.fullmatch(text, end, q.start) is None:
            continue
        inside = Span(q.start + 1, q.end - 1)
        stands_alone = text[q.end - 2] in ".!?" and text[q.start + 1].isupper()
        if not stands_alone or "\n" in text[q.start : q.end] or q.mark != q0.mark:
            continue
        meeting = {i for i in parts.meeting(Span(q.start, q.end)) if i != n}
        if any(not found[i].cue or not all(holds([inside], c) for c in found[i].cue) for i in meeting):
            continue
        content = (*f.content, Span(q.start, q.end))
        found[n] = replace(f, content=content, kind=kind_of(text, content, f.cue, marks))
    return found
