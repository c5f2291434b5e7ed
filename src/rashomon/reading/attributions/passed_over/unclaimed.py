"""Quotations of which the tagger saw no cue, or is not sure of it, though the words right behind leave no doubt:
``“Eleven days,” sighed one docker.``

A quotation that ends in a comma, a question or an exclamation goes on with who said it, whatever the verb: *sighed*, *quipped*,
*thundered*. PolNeAR's training articles know hundreds of verbs, news knows more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.attributions.mended.said_by_others import apart
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.who import WHO
from rashomon.reading.names.words.titles import SHORT_TITLES
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.edges import Holders, holds
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.words_of_speech import ASKING, BESIDE_QUOTATION, REPORTING, SAYING, VOICING, any_of
from rashomon.records import AttributionKind, Span, overlap

SURE = Certainty(0.8, 0.8, 0.8)
"""What is put down for one at least: on PolNeAR dev the tagger passes none over; all 12 of which it was less sure are right."""

_MARKS = "\"'”’»“«"
_GOES_ON = ",?!—–…"

_ADVERB = r"(?:\w+ly\s+)?"
_VERB = rf"(?:\w{{2,}}ed|{any_of([*forms(REPORTING, Form.FINITE), 'sang', 'spat', 'went', 'ran', 'began', 'came', 'quoth'])})"
_SAYING = any_of(forms(SAYING | ASKING | VOICING | {"laugh", "sigh"}, Form.FINITE))
_END = (
    r"(?=\s*(?:[.,;:!?—–(“\"]|$|\n)|\s+(?:about|after|again|and|as|at|before|by|during|for|from|in|of|on|over|to|when|where|while"
    r"|who|whose|with)\b)"
)
_MANNER = re.compile(any_of(forms(BESIDE_QUOTATION, Form.PAST)))
_TIME = re.compile(
    r"\b(?:year|month|week|day|decade|century|night|season|spring|summer|autumn|fall|winter)s?$", re.I
)
_VERB_FIRST = re.compile(rf"\s+{_ADVERB}(?P<cue>{_VERB})\s+(?P<source>{WHO}){_END}")
_WHO_FIRST = re.compile(rf"\s+(?P<source>{WHO})\s+{_ADVERB}(?P<cue>{_SAYING}){_END}")

_DOTTED = any_of(t.capitalize() for t in SHORT_TITLES)
_SAID_FIRST = re.compile(rf"\s+{_ADVERB}(?P<cue>{_SAYING})\s+(?P<source>{WHO}){_END}")
_LEAST_WORDS = 2
"""Of a quotation whose comma stands outside its marks, as in German print: *„Nobody came“, added the baker*."""

_APPOSED = re.compile(
    rf"\s+(?P<source>(?:(?:one|two|three|some)\s+of\s+)?{WHO},\s+(?:[^.!?“”\"\n]|\b{_DOTTED}\.){{3,80}}?,)\s+{_ADVERB}(?P<cue>{_SAYING}){_END}"
)
"""Who says it, and who that is, between commas: *one of the men, called Guard 2 in the papers, says*."""


def with_unclaimed(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions, in their places, and behind them those of closed quotations that touch no part of any; one that has
    such a quotation as its content is as sure at least, and has the source and cue that the words tell where it lacks them.
    """
    out = list(found)
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    parents = {f.inside for f in found}
    end = 0
    for q in sorted(marks, key=lambda q: (q.start, -q.end)):
        if q.start < end:
            continue  # a quotation inside one
        end = q.end
        last = text[q.start : q.end].rstrip(_MARKS)[-1:]
        if not q.closed or not last or "\n" in text[q.start : q.end]:
            continue
        m = _said_behind_comma(text, q)
        if last in _GOES_ON:
            m = _said_behind(text, q.end, after_comma=last == ",")
        if m is None:
            continue
        source, cue, content = Span(*m.span("source")), Span(*m.span("cue")), Span(q.start, q.end)
        told = Found((source,), (cue,), (content,), AttributionKind.DIRECT, SURE)
        touched = set(parts.meeting(Span(q.start, m.end())))
        if not touched:
            out.append(told)
        elif all(found[n].inside is None and holds([content], s) for n in touched for s in found[n].spans):
            # What is said within was seen, and not who says it all.
            for n in touched:
                out[n] = replace(out[n], inside=len(out))
            out.append(told)
        elif len(touched) == 1:
            (n,) = touched
            if found[n].content == (content,):
                out[n] = _surer(found[n], told)
            elif (whole := _with_who(text, found[n], told, marks)) is not None:
                out[n] = whole
            elif content in found[n].content:
                out[n], own = _of_pieces(text, out[n], told, marks)
                out += own
            elif n not in parents and holds(found[n].content, Span(q.start, m.end())):
                out.append(replace(told, inside=n))
    return out


def _said_behind(text: str, at: int, *, after_comma: bool) -> re.Match[str] | None:
    """Who says what ends at ``at``. Behind a question or a call, which a title may be too, only a verb that is known will do
    (*“Who Goes There?” opened the season*), and nothing is said by a time (*“Low Water,” released the same year*).
    """
    m = _VERB_FIRST.match(text, at)
    known = m is not None and (after_comma or is_speech(m["cue"]) or _MANNER.fullmatch(m["cue"]))
    if m is not None and known and not _TIME.search(m["source"]):
        return m
    return _WHO_FIRST.match(text, at) or _APPOSED.match(text, at)


def _said_behind_comma(text: str, q: Quotation) -> re.Match[str] | None:
    """Who says a quotation behind which, outside its marks, a comma stands: a known verb alone tells."""
    if text[q.end : q.end + 1] != "," or len(text[q.start : q.end].split()) < _LEAST_WORDS:
        return None
    m = _SAID_FIRST.match(text, q.end + 1)
    return None if m is None or _TIME.search(m["source"]) else m


def _with_who(text: str, f: Found, told: Found, marks: Sequence[Quotation]) -> Found | None:
    """An attribution that has no source and took who says it for a piece of what is said, with both in their places."""
    (quoted,), (source,) = told.content, told.source
    if f.source or not any(overlap(s, told.cue[0]) for s in f.cue):
        return None
    if not any(s.start == quoted.start and source.start < s.end <= told.cue[0].start for s in f.content):
        return None
    content = tuple(quoted if s.start == quoted.start else s for s in f.content)
    return _surer(replace(f, content=content, kind=kind_of(text, content, f.cue, marks)), told)


def _of_pieces(text: str, f: Found, told: Found, marks: Sequence[Quotation]) -> tuple[Found, list[Found]]:
    """An attribution one of whose pieces is such a quotation, and that quotation's own, if it is not of that attribution.

    The words behind tell nothing of the other pieces: of a quotation in two (*“We,” sighed Koll, “stay”*) source and cue are
    surer. Where the cue stands in another sentence (*“Eleven days,” sighed Koll. She said: “No.”*) the piece is by another cue.
    """
    (piece,) = told.content
    if any(overlap(s, told.cue[0]) for s in f.cue):
        return replace(
            _surer(f, told), certainty=replace(_surer(f, told).certainty, content=f.certainty.content)
        ), []
    if any(overlap(s, part) for s in f.spans for part in (*told.source, *told.cue)) or not apart(
        text, f, piece
    ):
        return f, []
    rest = tuple(s for s in f.content if s != piece)
    return replace(f, content=rest, kind=kind_of(text, rest, f.cue, marks)), [replace(told, inside=f.inside)]


def _surer(f: Found, told: Found) -> Found:
    """An attribution with what the words behind its quotation tell; the tagger's source and cue, often longer, stay."""
    source = f.source if any(overlap(s, told.source[0]) for s in f.source) else told.source
    cue = f.cue if any(overlap(s, told.cue[0]) for s in f.cue) else told.cue
    of = f.certainty
    certainty = Certainty(max(of.source, SURE.source), max(of.cue, SURE.cue), max(of.content, SURE.content))
    return replace(f, source=source, cue=cue, certainty=certainty)
