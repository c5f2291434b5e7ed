"""Speech that a dash opens, a paragraph each, as in translated copy: ``— Eleven, he said. Nine came back.``

Such a paragraph is all somebody's words but for who says them. Where nobody is told to say it the speaker is not known: that two
take turns does not tell which of them begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.attributions.in_full import Given
from rashomon.reading.attributions.turns import Turn, runs_of
from rashomon.reading.names.who import WHO
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.words_of_speech import (
    ASKING,
    BESIDE_QUOTATION,
    SAYING,
    VOICING,
    Form,
    any_of,
    forms,
)
from rashomon.records import Passage, Span, Voice

LEAST = 3
"""Paragraphs of a dialogue at least; of them one has to ask and one to tell who says it, as no list of dashes does. Set by hand:
none of PolNeAR's training and dev articles has such a dialogue or is taken for one.
"""

_LINE = re.compile(r"^[^\S\n]*[—–][^\S\n]+(?P<said>\S[^\n]{0,1500})$", re.M)
_VERB = any_of(forms(SAYING | ASKING | VOICING | BESIDE_QUOTATION, Form.FINITE))
_TOLD = re.compile(
    rf"(?<=[,?!…])\s+(?:[—–]\s+)?(?:(?P<who>(?:we|I|{WHO}))\s+(?:\w+ly\s+)?(?P<says>{_VERB})|(?P<asks>{_VERB})\s+(?P<whom>{WHO}))\b"
    r"(?P<more>[^.,;:!?\n“”\"]{0,60}(?:,\s(?:the|an?|his|her|our|who)\s[^.,;:!?\n“”\"]{2,40}(?=\.))?)(?:[.,](?:\s+(?:[—–]\s+)?|$)|\s*$)"
)
"""Who says it, between what they say."""


def dash_dialogue(text: str, passages: Sequence[Passage], turns: Sequence[Turn]) -> list[Given]:
    """The paragraphs of bodies that are such dialogues, in text order; none of a transcript's turns."""
    out: list[Given] = []
    taken = Holders((t.whole, n) for n, t in enumerate(turns))
    for start, end in runs_of(passages, Voice.BODY):
        lines = [m for m in _LINE.finditer(text, start, end) if not set(taken.meeting(Span(*m.span())))]
        if len(lines) < LEAST:
            continue
        given = [_given(text, Span(*m.span("said"))) for m in lines]
        asks = any("?" in text[s.start : s.end] for g in given for s in g.content)
        if asks and any(g.cue is not None for g in given):
            out += given
    return out


def _given(text: str, line: Span) -> Given:
    """A paragraph with its sayer, as far as it tells one, and what is said before and behind that."""
    told = _TOLD.search(text, line.start, line.end)
    end = line.start + len(text[line.start : line.end].rstrip())
    if told is None:
        return Given(None, None, (Span(line.start, end),), Span(line.start, end))
    who, says = ("who", "says") if told["who"] else ("whom", "asks")
    pieces = (Span(line.start, told.start()), Span(told.end(), end))
    content = tuple(s for s in pieces if s.start < s.end)
    return Given(Span(*told.span(who)), Span(*told.span(says)), content, Span(line.start, end))
