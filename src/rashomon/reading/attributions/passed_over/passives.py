"""Several who took one thing each in their way: ``The promise was welcomed by the families, praised by the mayor and called “hot
air” by the union``; and who turned down a claim: ``The suggestion that it was shut was dismissed by Kerr``.

The tagger sees one of a row, and gives the next one's words to who stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.calendar_words import ANY_MONTH, ANY_WEEKDAY
from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.attributions.denying import withholds
from rashomon.reading.names.who import NAME, WORD
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.phrases import FINITE
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.words_of_speech import (
    CLAIMS,
    DENYING,
    RECEIVING,
    TURNING_DOWN,
    any_of,
    singular_and_plural,
)
from rashomon.records import Span, overlap

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for one; set by hand: PolNeAR's annotators mark few of a row."""

_IS = r"(?:was|were|has\s+been|have\s+been|had\s+been|is\s+being)"
_TAKEN = any_of(forms(RECEIVING | DENYING | TURNING_DOWN, Form.PARTICIPLE))
_CALLED = r"(?:called|branded|dubbed|termed|labell?ed|described\s+as|denounced\s+as|dismissed\s+as|hailed\s+as|praised\s+as)"
_QUOTED = r"[“\"‘][^”\"’\n]{2,120}[”\"’]"
_NO_WHO = (
    r"(?!(?:(?:an?\s+)?(?:[\w-]+\s+){0,2}(?:votes?|margin|majority)|voters|\w+ing|(?:(?:the|an?|this|next|last|mid)\s*)?(?:time|then|now"
    r"|dawn|noon|midday|midnight|morning|evening|night|week|month|year|end|email|letter|phone|post|law|rules?|applause|cheers|jeers|boos"
    rf"|laughter|silence|gunfire|fire|mistake|accident|default|{ANY_MONTH})|{ANY_WEEKDAY}|\d[\w.,:]*)\b)"
)
"""Behind *by* who does nothing: by when, by what, by how many."""
_WHO = (
    rf"{_NO_WHO}(?:(?:the|an?|his|her|its|their|some|many|several|two|three|both)\s+)?(?:(?!(?:and|or|but|by)\b){WORD}\s+){{0,6}}?"
    rf"(?:{NAME}|(?!(?:and|or|but|by)\b){WORD})"
)
_END = r"(?=[.,;]|\s+(?:and|but|on|in|at|as|after|who|which|while|yesterday|today|last)\b)"
_ONE = rf"(?P<cue>{_TAKEN}|{_CALLED}\s+(?P<words>{_QUOTED}))\s+by\s+(?P<who>{_WHO}){_END}"
_EACH = re.compile(rf"(?:,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+){_ONE}")
_FIRST = re.compile(rf"(?P<is>{_IS})\s+(?:\w+ly\s+)?{_ONE}")
_SUBJECT = re.compile(
    r"(?:(?<=[.!?”\"]\s)|^)(?P<what>(?:The|An?|His|Her|Its|Their|This|That)\s[^.,;:!?\n“”\"]{3,160})\Z", re.M
)
_CLAIM = re.compile(
    rf"\b{any_of(singular_and_plural(CLAIMS | {'suggestion', 'idea', 'notion'}))}\s+(?P<that>that\s+[^.;:!?\n“”\"]{{5,240}})\Z",
    re.I,
)
_FINITE = re.compile(FINITE)
_CLAUSES = re.compile(
    r"\b(?:and|but|or|because|if|when|while|which|who|whose|that|after|before|since|says?|said|tells?|told|shows?|showed|finds?|found"
    r"|knows?|knew|thinks?|thought|believed?|hopes?|hoped|feels?|felt)\b"
)
"""What makes a second clause: *The minister told them the promise* is no subject, *that it was lawful and the bill* no claim."""
_BEFORE = 300
"""Characters before the verb in which its sentence begins."""


def with_passives(
    text: str, regions: Sequence[Span], found: Sequence[Found], marks: Sequence[Quotation]
) -> list[Found]:
    """The attributions, those of a row with who stands behind *by*, and behind them the others of the row, and claims that are
    turned down, where they share nothing with a part of another.
    """
    out = list(found)
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    contents = Holders((s, n) for n, f in enumerate(found) for s in f.content)
    for region in regions:
        for first in _FIRST.finditer(text, region.start, region.end):
            if withholds(text, [Span(*first.span("cue"))]):
                continue  # "the visa was denied by the embassy and rejected by the court": nothing was said
            row = [first, *_rest(text, first.end(), region.end)]
            what, claim = _what(text, max(region.start, first.start() - _BEFORE), first.start())
            if len(row) == 1 and not claim:
                continue
            seen = [_seen(out, parts, m) for m in row]
            for m, n in zip(row, seen, strict=True):
                who = Span(*m.span("who"))
                if n is not None and not any(overlap(s, who) for s in out[n].spans):
                    out[n] = replace(out[n], source=(who,))
            for m, n in zip(row, seen, strict=True):
                who, cue = Span(*m.span("who")), _cue(text, m)
                content = Span(*m.span("words")) if m["words"] else what
                if n is not None or content is None or set(contents.of(cue)) or _taken(out, parts, who):
                    continue
                kind = kind_of(text, (content,), (cue,), marks)
                out.append(Found((who,), (cue,), (content,), kind, SURE))
    return out


def _cue(text: str, m: re.Match[str]) -> Span:
    """The verb, without the words that it calls something."""
    end = m.start("words") if m["words"] else m.end("cue")
    return Span(m.start("cue"), m.start("cue") + len(text[m.start("cue") : end].rstrip()))


def _seen(out: Sequence[Found], parts: Holders, m: re.Match[str]) -> int | None:
    """The attribution that has one's verb for its cue."""
    verb = Span(*m.span("cue"))
    return next((n for n in parts.meeting(verb) if any(overlap(s, verb) for s in out[n].cue)), None)


def _taken(out: Sequence[Found], parts: Holders, who: Span) -> bool:
    """Whether a stretch is of a part of another attribution, as it is told by now."""
    return any(overlap(s, who) for n in parts.meeting(who) for s in out[n].spans)


def _rest(text: str, at: int, end: int) -> list[re.Match[str]]:
    """What follows in the row."""
    out = []
    while (m := _EACH.match(text, at, end)) is not None:
        out.append(m)
        at = m.end()
    return out


def _what(text: str, low: int, at: int) -> tuple[Span | None, bool]:
    """What was taken so, before the verb that begins at ``at``, and whether it is a claim, of which that is what it says."""
    end = low + len(text[low:at].rstrip())
    if (claim := _CLAIM.search(text, low, end)) is not None:
        # Without a verb the clause has not ended: "the claim that the bill | was rejected by the guild".
        own = _FINITE.search(text, claim.start("that"), end)
        whole = own is not None and _CLAUSES.search(text, own.end(), end) is None
        return (Span(*claim.span("that")), True) if whole else (None, False)
    subject = _SUBJECT.search(text, low, end)
    if (
        subject is None
        or _CLAUSES.search(text, *subject.span("what"))
        or _FINITE.search(text, *subject.span("what"))
    ):
        return None, False
    return Span(*subject.span("what")), False
