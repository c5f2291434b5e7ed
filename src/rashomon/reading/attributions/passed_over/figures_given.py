"""Who gives a figure without a verb of saying: ``The Front put the dead at 20``, ``The ministry gave a figure of 301``, ``The
ministry raised the toll to five dead and 83 ill``, ``the organisers spoke of 1,500``.

To put a number at so and so many is to say that it is; the tagger learned of few that do. Only what is counted after a fight or a
disaster is taken: *put the price at 20 crowns* is no saying.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.attributions.attributions import Certainty, Found, innermost, kind_of
from rashomon.reading.names.who import WHO, WORD
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.numbers import VAGUE, WORDS
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Span

SURE = Certainty(0.7, 0.7, 0.7)
"""What is put down for one; set by hand: PolNeAR's 924 articles have one of this form."""

_COUNTED = any_of(
    r"death\s+toll|toll|dead|number|figure|total|count|losses|casualties|wounded|injured|missing|damage|cost|turnout|crowd".split(
        "|"
    )
)
_EXACTLY = (
    r"(?:(?:at\s+least|at\s+most|no\s+(?:fewer|less|more)\s+than|(?:more|fewer|less)\s+than|up\s+to|as\s+many\s+as|about|around"
    r"|some|over|nearly|almost|roughly|just|only|between)\s+)?"
)
_ONE = (
    rf"(?:[$€£]?\d[\d.,]{{0,15}}(?<![.,])%?|{any_of(WORDS)}(?:-{any_of(WORDS)})?)"
    r"(?:\s+(?:hundred|thousand|million|billion|dozen)){0,2}"
)
_NUMBER = rf"{_EXACTLY}(?:{_ONE}(?:(?:\s+(?:and|to|or)\s+|-){_ONE})?|{any_of(VAGUE)})"
_NO_NOUN = r"(?:and|but|while|whereas|on|in|at|after|by|from|as|for|to)\b"
_OF = r"(?:(?:one|two|three)\s+(?:in|out\s+of)\s+)?"
_HOW_MANY = rf"{_OF}[“\"‘']?{_NUMBER}(?:\s+(?!{_NO_NOUN}){WORD}){{0,3}}[”\"’']?(?=[.,;:!?)”\"\n]|\s+{_NO_NOUN}|\s[–—-]|\Z)"
_PUTS = (
    rf"(?P<puts>puts?|set|gave|gives?)\s+(?P<at>(?:the|its|their)\s+(?:{WORD}\s+){{0,3}}?{_COUNTED}\s+(?:(?:of|from|in)\s+(?:{WORD}\s+){{1,5}}?)?"
    rf"(?:at|as)\s+{_HOW_MANY})"
)
_TOLL = (
    r"(?:(?:official|confirmed|overall|provisional)\s+)?"
    r"(?:death\s+toll|toll|number\s+of\s+(?:dead|cases|deaths)|dead|count|casualties)"
)
_RAISES = (
    rf"(?P<raises>raised|raises|lowered|lowers|revised|revises|cut)\s+(?P<to>(?:the|its|their)\s+{_TOLL}"
    rf"(?:\s+(?:of|from|in)\s+(?:{WORD}\s+){{0,4}}?{WORD})?(?:\s+(?:up|down|upwards?|downwards?))?\s+to\s+{_HOW_MANY}"
    rf"(?:\s+and\s+{_NUMBER}\s+{WORD}(?=[.,;:!?\n]|\Z))?)"
)
_GIVES = (
    rf"(?P<gives>(?:gave|gives?|given|issued|published)\s+(?:an?|its|their)\s+(?:{WORD}\s+){{0,2}}?"
    rf"(?:toll|figure|number|total|count|estimate)\s+of|(?:spoke|speaks)\s+of)\s+(?P<of>{_HOW_MANY})"
)
_PARTS = (("puts", "at"), ("raises", "to"), ("gives", "of"))
"""Groups of a clause that are a cue and its content."""
_CLAUSE = re.compile(
    rf"(?P<source>{WHO}),?\s+(?:(?:has|have|had|also|later|now|since)\s+){{0,2}}(?:{_PUTS}|{_RAISES}|{_GIVES})"
)
_BEGINS = re.compile(
    r"(?:^|(?<=[.!?:;“\"\n])\s*|(?<=[.!?][”\"’])\s*|,\s+(?:and|but|while|whereas)\s+)(?=\S)", re.M
)
_TRIGGER = re.compile(
    r"\b(?:(?:puts?|set|gave|gives?|given|issued|published|raise[ds]|lower(?:ed|s)|revise[ds]|cut)\s+(?:the|an?|its|their)"
    r"|(?:spoke|speaks)\s+of)\b"
)
_BEFORE = 160
"""Characters before its verb in which a subject begins."""


def with_figures_given(
    text: str, regions: Sequence[Span], found: Sequence[Found], marks: Sequence[Quotation]
) -> list[Found]:
    """The attributions, and behind them those of figures that are given, where they share nothing with a part of another; each
    inside the innermost attribution whose content has all of it."""
    out = list(found)
    parts = Holders((s, n) for n, f in enumerate(found) for s in f.spans)
    contents = Holders((s, n) for n, f in enumerate(found) for s in f.content)
    for region in regions:
        end = region.start
        for verb in _TRIGGER.finditer(text, region.start, region.end):
            m = _given(text, max(end, verb.start() - _BEFORE), verb.start(), region.end)
            if m is None:
                continue
            end = m.end()
            cue, content = (Span(*m.span(part)) for part in next(ps for ps in _PARTS if m[ps[0]]))
            source = Span(*m.span("source"))
            whole = Span(source.start, content.end)
            around = set(contents.of(whole))
            if set(parts.meeting(whole)) != around:
                continue
            owner = innermost(text, found, around) if around else None
            kind = kind_of(text, (content,), (cue,), marks)
            out.append(Found((source,), (cue,), (content,), kind, SURE, owner))
    return out


def _given(text: str, low: int, verb: int, end: int) -> re.Match[str] | None:
    """The clause whose verb begins at ``verb``, from the nearest place before it where a clause can begin."""
    for begins in reversed([m.end() for m in _BEGINS.finditer(text, low, verb)]):
        m = _CLAUSE.match(text, begins, min(end, begins + 2 * _BEFORE))
        if m is not None and verb in (m.start(cue) for cue, _ in _PARTS):
            return m
    return None
