"""Where the tagger takes more for a part than belongs to it, or leaves off behind *the ministry declared*: a content with the
verdict on it (*the claim that … was “a fairy tale”*) or the word that joins the next clause (*…, but*), a cue with half of
*last week*, a source that begins in the sentence before.

Of 22,061 attributions in PolNeAR's training and dev articles none ends its content or its cue so, and no source is of two
sentences.

And what somebody is told *not* to have said: of *Five died, not four as the ministry said* the ministry said *four* alone, and of
*She wrote “stay”, not “flee”* she wrote the first alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.calendar_words import ANY_MONTH, ANY_WEEKDAY
from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.who import WHO, WORD
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.phrases import FINITE
from rashomon.reading.text.quotations import DOUBLE, Quotation
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.words_of_speech import (
    CLAIMS,
    DENYING,
    PROMISING,
    SAYING,
    TURNING_DOWN,
    any_of,
    singular_and_plural,
)
from rashomon.records import Span

_JOINS = re.compile(r",\s+(?:but|yet|so|while|whereas|though|although)[\s,]*\Z")
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’' .-]{2,40}(?:[,(][^\n–—]{0,60}?)?\s+[-–—]{1,2}\s+")
"""``HARN, Torvena, 9 October (ANA) —`` at the head of a paragraph."""
_ONESELF = re.compile(r"(?:so|this|that|it)(?P<self>,?\s+(?:himself|herself|itself|themselves))", re.I)
_HALF_A_TIME = re.compile(r"(?:\s+(?:on|in|late|early|earlier))?\s+(?:last|this|next)\Z")
_TIME = re.compile(
    r"\s+(?:week|month|year|night|morning|afternoon|evening|weekend|spring|summer|autumn|fall|winter|decade|century"
    rf"|{ANY_WEEKDAY}|{ANY_MONTH})\b"
)

_CLAIM = re.compile(rf"\b{any_of(singular_and_plural(CLAIMS))}(?:\s+(?:by|from|of))?\Z", re.I)
_CLAIM_ABOUT = re.compile(
    rf"\b{any_of(singular_and_plural(CLAIMS))}\s+(?:about|on|over|concerning|regarding)\Z", re.I
)
_BY = re.compile(rf"(?:\s+(?:by|from|of))?\s+(?P<who>{WHO}),?\s+")
_AMONG = re.compile(rf"\s+among\s+(?P<who>(?:{WORD}\s+){{0,4}}?{WORD})\s+")
"""*Suspicion among the workers that*: only behind a noun."""
_LONGEST_AUTHOR = 80
"""Characters of who makes a claim."""

_IS = r"(?:was|were|is|are|(?:has|have|had)\s+been|remains?|remained|proved|turned\s+out\s+to\s+be)"
_FINITE = re.compile(FINITE, re.I)
_OPEN_VERDICT = re.compile(rf"\s{_IS}\Z", re.I)
_NOT_SO = (
    r"(?:(?:does|do|did)\s+not\s+(?:correspond\s+(?:to|with)|match|reflect)\s+(?:the\s+)?(?:reality|facts|truth|actual\s+\w+)"
    r"|(?:has|have|had)\s+(?:nothing\s+to\s+do\s+with\s+(?:the\s+)?(?:reality|truth|facts)|no\s+basis\b))"
)
"""How ministries say that it is false: *does not correspond to reality*."""
_VERDICT = re.compile(
    rf"\s{_NOT_SO}|\s{_IS}\s+(?:(?:not|never|simply|just|also|either|\w{{2,20}}ly)\s+){{0,2}}(?:(?:an?|the|pure|plain|all)\s+){{0,2}}"
    rf"(?:[“\"‘'«]|(?:false|untrue|true|wrong|incorrect|correct|inaccurate|misleading|baseless|unfounded|groundless|unproven|absurd"
    r"|ridiculous|nonsense|lies?|fabricat\w{2,4}|inventions?|invented|propaganda|slander\w{0,3}|fairy\s+tales?|exaggerated"
    rf"|debunked|{any_of(forms(DENYING | TURNING_DOWN, Form.PARTICIPLE))})\b)",
    re.I,
)
"""What is said of a claim, behind the clause that tells it; in quotation marks it may be any word."""

_DISMISSES = re.compile(
    rf"\b(?:(?:blast|slamm?|derid|denounc|describ|brand|label|ridicul|mock|attack|decri|condemn|scorn)(?:e?[sd]|ed|es|ing)"
    rf"|{any_of(forms(DENYING | TURNING_DOWN))})\b[^.!?;:“”\"\n]{{0,60}}\Z",
    re.I,
)
_CALLS = re.compile(r"\b(?:call|brand|label|dubb?|deem)(?:ed|s|ing)?\s+(?:[^.!?;:,“”\"\n]{0,40}\s)?\Z", re.I)
_QUOTED_WORDS = r"(?:“[^“”\n]{1,80}”?|\"[^\"\n]{1,80}\"?|‘[^‘’\n]{1,80}’?)\s*\Z"
_AS_QUOTED = re.compile(rf"\s+as\s+(?:an?\s+)?{_QUOTED_WORDS}")
_QUOTED_ALONE = re.compile(rf"\s+(?:an?\s+)?{_QUOTED_WORDS}")
"""What somebody calls a claim that is another's, at the end of what the claim was taken to say."""

_ANOTHER_CLAUSE = re.compile(r"\b(?:and|but|or|because|if|when|while|which|who|whose|that)\b", re.I)
_QUESTION = re.compile(r"(?:what|who|whom|whose|how|why|whether|when|where|which)\b")
_LONGEST_CLAIM = 400
"""Characters of a claim in which a verdict on it is looked for."""

_FRAMES = re.compile(r"according\s+to", re.I)
"""A cue that stands before one sentence and tells of no other."""

_WHO_ASIDE = re.compile(r"[Ww]ho,\s")
_ENDS_SAYING = re.compile(
    rf"(?:\w\s+)(?:{any_of(forms(SAYING | PROMISING | DENYING, Form.FINITE))})(?:\s+on\s+\w+day)?\Z"
)
_THAT = re.compile(r",?\s+that\s")

_NOTHING_ABOUT = re.compile(
    r"(?P<nothing>(?:(?:almost|absolutely)\s+)?nothing\s+(?:(?:at\s+all|else|further|more|new)\s+)?(?:about|of|on))\s+",
    re.I,
)


_PRONOUN = re.compile(r"it|he|she|they", re.I)
_VERB = re.compile(
    r"\s(?P<verb>(?!(?:is|was|has|its|his|this|us|as)\b)[a-z]{2,14}(?:s|ed)|said|wrote|ran|began|went on)"
    r"(?=[.,;:\n]|\s+(?:on|in|by)\b)"
)
"""*It* and its verb behind a quotation, of which the tagger may see the first alone as a cue."""

_NOT_AS = re.compile(
    r",\s+(?:not|rather\s+than|instead\s+of)\s+(?P<this>[^,;:.!?\n“”\"]{1,60}?),?\s+as\s+(?:(?:was|were|had\s+been)\s+)?\Z",
    re.I,
)
"""Before a source whose own words are what it is told to have got wrong: *…, not four as | the ministry said*."""

_LONGEST_NOT_AS = 80
_NOT_QUOTED = re.compile(r"[,;]?\s+(?:and\s+)?not\s+\Z", re.I)
_BETWEEN = 12
"""Between two quotations of which the second is what somebody did not say: *“stay”, not “flee”*."""

Spans = tuple[Span, ...]


def within_bounds(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """An attribution without what is not of its parts."""
    if not f.cue or not f.content:
        return f
    f = _with_verb(text, f)
    cue, content = _with_nothing(text, [_without_half_a_time(text, s) for s in f.cue], f.content)
    content = _without_verdict(text, cue[-1], content)
    content = (_without_dateline(text, content[0]), *content[1:])
    content = (*content[:-1], _with_what_is_said(text, _without_joint(text, content[-1])))
    content = _said(text, _what_was_got_wrong(text, f, content), marks)
    content = _in_framed_sentence(text, f, content)
    source = _without_aside(text, _in_one_sentence(text, f)) or _author(text, cue, content)
    if (source, cue, content) == (f.source, f.cue, f.content):
        return f
    return replace(f, source=source, cue=cue, content=content, kind=kind_of(text, content, cue, marks))


def _what_was_got_wrong(text: str, f: Found, content: Spans) -> Spans:
    """What stands behind *not*, where the words before it correct the source: *Five died, not | four | as Kerr said*."""
    first = min((*f.source, *f.cue), key=lambda s: s.start)
    if content[-1].end > first.start:
        return content
    wrong = _NOT_AS.search(text, max(content[-1].start, first.start - _LONGEST_NOT_AS), first.start)
    return content if wrong is None else (Span(*wrong.span("this")),)


def _in_framed_sentence(text: str, f: Found, content: Spans) -> Spans:
    """What *according to* somebody is so, no further than its sentence, which the tagger sees no end of behind an abbreviation:
    *According to two engineers, it cracked at 2 a.m. | The ministry denies this*. A quotation may go on.
    """
    first, cue = content[0], f.cue[-1]
    if len(content) != 1 or first.start < cue.end or _FRAMES.fullmatch(text, cue.start, cue.end) is None:
        return content
    whole = sentences(text, first.start, first.end)
    if len(whole) < 2 or any(mark in text[first.start : first.end] for mark in DOUBLE):
        return content
    return (Span(first.start, whole[0].end),)


def _with_verb(text: str, f: Found) -> Found:
    """A pronoun behind a quotation as its source, and the verb behind that as its cue: *“Give us a week,” | it | ends*."""
    if f.source or len(f.cue) != 1 or f.content[-1].end > f.cue[0].start:
        return f
    (cue,) = f.cue
    verb = _VERB.match(text, cue.end, cue.end + 24)
    if verb is None or _PRONOUN.fullmatch(text, cue.start, cue.end) is None:
        return f
    return replace(f, source=(cue,), cue=(Span(*verb.span("verb")),))


def without_what_was_not_said(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """An attribution without a quotation behind *not* that follows another one: *“stay”*, not *“flee”*; and without the verdict
    on a claim, which may have come back with the likelier end of its content.
    """
    content = _said(text, f.content, marks)
    if f.cue and content:
        content = _without_verdict(text, f.cue[-1], content)
    if content == f.content:
        return f
    return replace(f, content=content, kind=kind_of(text, content, f.cue, marks))


def _said(text: str, content: Spans, marks: Sequence[Quotation]) -> Spans:
    """The pieces up to a quotation behind *not* that follows another one."""
    held = []
    for s in content:
        first, last = (bisect_left(marks, at, key=lambda q: q.start) for at in (s.start, s.end))
        held += [q for q in marks[first:last] if q.end <= s.end]
    for one, other in pairwise(held):
        near = one.end < other.start <= one.end + _BETWEEN
        if near and _NOT_QUOTED.fullmatch(text, one.end, other.start) is not None:
            return tuple(Span(s.start, min(s.end, one.end)) for s in content if s.start < one.end)
    return content


def _without_aside(text: str, source: Spans) -> Spans:
    """*Who* alone, of *one engineer – who, like others, asked not to be named*."""
    if len(source) == 1 and _WHO_ASIDE.match(text, source[0].start, source[0].end) is not None:
        return (Span(source[0].start, source[0].start + len("who")),)
    return source


def _with_what_is_said(text: str, piece: Span) -> Span:
    """A piece that ends in *the ministry declared* goes on with what it declared: *that the works would be started*."""
    if _THAT.match(text, piece.end) is None:
        return piece
    if _ENDS_SAYING.search(text, max(piece.start, piece.end - 120), piece.end) is None:
        return piece
    line = text.find("\n", piece.end)
    end = min(line if line >= 0 else len(text), piece.end + _LONGEST_CLAIM)
    first = sentences(text, piece.start, end)[:1]
    if not first or first[0].end <= piece.end:
        return piece
    return Span(piece.start, first[0].start + len(text[first[0].start : first[0].end].rstrip(" .")))


def _author(text: str, cue: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """Who makes a claim, between its noun and what it says: *the allegation from the Front that …*."""
    first = content[0]
    if not 0 < first.start - cue[-1].end <= _LONGEST_AUTHOR or not text.startswith("that ", first.start):
        return ()
    noun = _CLAIM.search(text, cue[-1].start, cue[-1].end)
    if (among := _AMONG.fullmatch(text, cue[-1].end, first.start)) is not None:
        return (Span(*among.span("who")),)
    who = _BY.fullmatch(text, cue[-1].end, first.start)
    return (Span(*who.span("who")),) if noun is not None and who is not None else ()


def _in_one_sentence(text: str, f: Found) -> tuple[Span, ...]:
    """The source as far as it stands in the sentence nearest to the cue."""
    if len(f.source) != 1:
        return f.source
    (source,) = f.source
    if any(mark in text[source.start : source.end] for mark in DOUBLE):  # a title ends in what it likes
        return f.source
    parts = sentences(text, source.start, source.end)
    if len(parts) < 2:
        return f.source
    if source.start < f.cue[0].start:
        return (parts[-1],)
    first = text[parts[0].start : parts[0].end].rstrip(".!?…")
    return (Span(parts[0].start, parts[0].start + len(first)),)


def _without_half_a_time(text: str, cue: Span) -> Span:
    half = _HALF_A_TIME.search(text, max(cue.start, cue.end - 30), cue.end)
    return Span(cue.start, half.start()) if half is not None and _TIME.match(text, cue.end) else cue


def _without_dateline(text: str, piece: Span) -> Span:
    line = _DATELINE.match(text, piece.start, piece.end)
    first = piece.start == 0 or text[piece.start - 1] == "\n"
    return Span(line.end(), piece.end) if first and line is not None and line.end() < piece.end else piece


def _without_joint(text: str, piece: Span) -> Span:
    joins = _JOINS.search(text, max(piece.start, piece.end - 20), piece.end)
    if joins is not None and joins.start() > piece.start:
        return Span(piece.start, joins.start())
    oneself = _ONESELF.fullmatch(text, piece.start, piece.end)
    return piece if oneself is None else Span(piece.start, oneself.start("self"))


def _without_verdict(text: str, cue: Span, content: Spans) -> Spans:
    """What a claim says, without what is then said of the claim: *the claim by Kerr that it was shut | was false*."""
    if len(content) != 1 or cue.end > content[0].start:
        return content
    (piece,) = content
    end = min(piece.end, piece.start + _LONGEST_CLAIM)
    if _CLAIM_ABOUT.search(text, cue.start, cue.end) is not None:
        verdict = _VERDICT.search(text, piece.start, end)
        if verdict is None or _FINITE.search(text, piece.start, verdict.start()) is not None:
            return content
        return (Span(piece.start, verdict.start()),)
    if _CLAIM.search(text, cue.start, cue.end) is None:
        return content
    if (called := _called(text, cue, piece)) is not None:
        return (Span(piece.start, called),)
    if not text.startswith("that ", piece.start):
        return content
    own = _FINITE.search(
        text, piece.start, end
    )  # without a verb of its own the clause has not ended: "that it was false"
    if own is None:
        return content
    verdict = _VERDICT.search(text, own.end(), end) or _OPEN_VERDICT.search(
        text, max(own.end(), piece.end - 30), piece.end
    )
    if verdict is None or _ANOTHER_CLAUSE.search(text, own.end(), verdict.start()) is not None:
        return content
    return (Span(piece.start, verdict.start()),)


def _called(text: str, cue: Span, piece: Span) -> int | None:
    """Where what somebody else calls a claim begins: *blasted Kerr’s claim that it fell | as “rubbish”*, *called reports of
    cracks | “invented”*.
    """
    low = max(0, cue.start - _LONGEST_AUTHOR)
    lead = text[max(text.rfind("\n", low, cue.start), low) : cue.start]
    verdict = _AS_QUOTED.search(text, piece.start, piece.end) if _DISMISSES.search(lead) else None
    if verdict is None and _CALLS.search(lead):
        verdict = _QUOTED_ALONE.search(text, piece.start, piece.end)
    return verdict.start() if verdict is not None and verdict.start() > piece.start else None


def _with_nothing(text: str, cue: Sequence[Span], content: Spans) -> tuple[Spans, Spans]:
    """Cue and content, *nothing about* with the cue: who says nothing about the dead says nothing, and of the dead."""
    first = content[0]
    nothing = _NOTHING_ABOUT.match(text, first.start, min(first.end, first.start + 80))
    if nothing is None or nothing.end() == first.end or text[cue[-1].end : first.start].strip():
        return (*cue,), content
    if not is_speech(text[cue[-1].start : cue[-1].end]):
        return (*cue,), content
    clause = (
        _FINITE.search(text, nothing.end(), first.end) is not None
    )  # "that nothing of the kind had happened"
    if clause and _QUESTION.match(text, nothing.end()) is None:
        return (*cue,), content
    told = (*cue[:-1], Span(cue[-1].start, nothing.end("nothing")))
    return told, (Span(nothing.end(), first.end), *content[1:])
