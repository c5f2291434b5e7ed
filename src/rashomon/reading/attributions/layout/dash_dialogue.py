"""Speech that a dash opens, a paragraph each, as in translated copy: ``— Eleven, he said. Nine came back.``

Such a paragraph is all somebody's words but for who says them. Where nobody is told to say it the speaker is not known: that two
take turns does not tell which of them begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.reading.attributions.layout.in_full import Given
from rashomon.reading.attributions.layout.turns import Turn, runs_of
from rashomon.reading.names.who import WHO
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.words_of_speech import ASKING, BESIDE_QUOTATION, SAYING, VOICING, any_of
from rashomon.records import Passage, Span, Voice

LEAST = 3
"""Paragraphs of a dialogue at least; of them one has to ask and one to tell who says it, as no list of dashes does. Set by hand:
none of PolNeAR's training and dev articles has such a dialogue or is taken for one.
"""

PAIRS = 2
"""Questions with their answers that are an interview, though nobody is told to say anything. Set by hand."""
_YOU = re.compile(r"\b(?:you|your)\b", re.I)
_I = re.compile(r"\b(?:I|we|my|our|me|us)\b(?<!\bUS)", re.I)
_LINE = re.compile(r"^[^\S\n]*[—–][^\S\n]+(?P<said>\S[^\n]{0,1500})$", re.M)
_VERB = any_of(forms(SAYING | ASKING | VOICING | BESIDE_QUOTATION, Form.FINITE))
_TOLD = re.compile(
    rf"(?<=[,?!…])\s+(?:[—–]\s+)?(?:(?P<who>(?:we|I|{WHO}))\s+(?:\w+ly\s+)?(?P<says>{_VERB})|(?P<asks>{_VERB})\s+(?P<whom>{WHO}))\b"
    r"(?P<more>[^.,;:!?\n“”\"]{0,60}(?:,\s(?:the|an?|his|her|our|who)\s[^.,;:!?\n“”\"]{2,40}(?=\.))?)(?:[.,](?:\s+(?:[—–]\s+)?|$)|\s*$)"
)
"""Who says it, between what they say."""
_SAYS_MORE = re.compile(r"\s+(?!(?:\w+ly|after|before|as|when|with|from|and|while|quietly|again|aloud)\b)\w")
"""Behind a verb after a question, what is said there: *How many died? The ministry said 12* tells no sayer of the question."""
_TO_WHOM = re.compile(r"(?:ask|tell)s?|asked|told", re.I)
_GOES_ON = re.compile(r"\?[^?]*\w[^?]*$")
"""A paragraph that asks and answers itself, as those of *What we know* do; of a dialogue most leave it to the next."""


def dash_dialogue(text: str, passages: Sequence[Passage], turns: Sequence[Turn]) -> list[Given]:
    """The paragraphs of bodies that are such dialogues, in text order; none of a transcript's turns."""
    out: list[Given] = []
    taken = Holders((t.whole, n) for n, t in enumerate(turns))
    for start, end in runs_of(passages, Voice.BODY):
        lines = [m for m in _LINE.finditer(text, start, end) if not set(taken.meeting(Span(*m.span())))]
        if len(lines) < LEAST:
            continue
        given = [_given(text, Span(*m.span("said"))) for m in lines]
        asking = [
            words for g in given if "?" in (words := " ".join(text[s.start : s.end] for s in g.content))
        ]
        answered = sum(_GOES_ON.search(words) is not None for words in asking)
        if 2 * answered < len(asking) and (
            any(g.cue is not None for g in given) or _is_interview(text, lines)
        ):
            out += given
    return out


def _is_interview(text: str, lines: Sequence[re.Match[str]]) -> bool:
    """Whether every question has its answer right below, and two or more of each are of *you* and of *I*."""
    pairs = [
        (a["said"], b["said"])
        for a, b in pairwise(lines)
        if a["said"].rstrip().endswith("?") and not text[a.end() : b.start()].strip()
    ]
    asked = sum(m["said"].rstrip().endswith("?") for m in lines)
    of_you = sum(_YOU.search(question) is not None for question, _ in pairs)
    of_me = sum(_I.search(answer) is not None for _, answer in pairs)
    return asked == len(pairs) and min(of_you, of_me) >= PAIRS


def _given(text: str, line: Span) -> Given:
    """A paragraph with its sayer, as far as it tells one, and what is said before and behind that."""
    told = _TOLD.search(text, line.start, line.end)
    if told is not None and told["who"] and text[told.start() - 1] != "," and _says_more(told):
        told = None
    end = line.start + len(text[line.start : line.end].rstrip())
    if told is None:
        return Given(None, None, (Span(line.start, end),), Span(line.start, end))
    who, says = ("who", "says") if told["who"] else ("whom", "asks")
    pieces = (Span(line.start, told.start()), Span(told.end(), end))
    content = tuple(s for s in pieces if s.start < s.end)
    return Given(Span(*told.span(who)), Span(*told.span(says)), content, Span(line.start, end))


def _says_more(told: re.Match[str]) -> bool:
    """Whether words stand behind the verb that it says: not whom somebody asks or tells."""
    return _TO_WHOM.fullmatch(told["says"]) is None and _SAYS_MORE.match(told["more"]) is not None
