"""One person without a name, who has come up since somebody was named: *A diver came up. “It is black,” he said.*"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.names.persons.people import GENDER
from rashomon.reading.names.words.roles import NOUNS, OF_ANYBODY
from rashomon.reading.speakers.antecedent_features import first_name_lean
from rashomon.reading.speakers.antecedents import SURE_LEAN
from rashomon.reading.speakers.candidates import Stage
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import AttributionKind, MentionKind, Span

NEAR_SENTENCES = 320
"""Characters of two or three sentences."""

_THINGS = """
    anger answer anchor banner barrier beer behavior behaviour border bunker camper cancer career center centre chamber
    chapter checklist cluster color colour computer consumer container cooler corner corridor counter cover cracker decor
    detector dinner disaster door drawer elevator error factor favor favour fever filter finger fist flavor flavour flier
    floor flower flyer folder freighter generator hammer harbor harbour helicopter horror humor humour indicator indoor
    interior labor labour ladder layer leather letter lever list liquor locker manner marker matter meter mirror mist motor
    murder newsletter number offer order outdoor paper pepper pier pillar poster powder power prayer primer quarter razor
    reactor reader register reminder river rubber rumor rumour scooter sector sensor server shelter shower shutter silver
    slipper soccer spider sticker summer supper sweater tanker temper tenor terror theater tiger timber tower tractor
    trailer transfer trigger tumor tumour twist vector water weather whisker whisper winter wonder wrist
    after another bigger bitter broader clever closer deeper earlier either ever fewer former further greater harsher higher
    however inferior inner interior junior larger later lesser longer lower major minor neither never newer older other outer
    over poor poorer prior proper rather richer senior sheer shorter similar slower smaller sober softer stronger superior
    tender tougher under upper whether wider younger
""".split()
"""Nouns that end as those of persons do, and are of none, and words that are no nouns."""
_DOER = rf"(?!{any_of(_THINGS)}\b)[a-z]{{2,}}(?:er|or|ist|ian|eer|man|woman)"
"""*Diver*, *cellist*: a noun of who does something, by its ending."""
_NOUN = rf"(?:{any_of(NOUNS | OF_ANYBODY)}|{_DOER})"
_ADJECTIVE = r"(?!(?:about|after|and|at|by|for|from|had|has|in|is|of|on|or|over|that|the|to|was|which|with)\b)[a-z][\w’'-]{1,20}"
_BEGINS_WITH_SOMEBODY = re.compile(
    rf"(?:An?|One|Another)\s+(?:{_ADJECTIVE}\s+){{0,3}}?{_NOUN}\b(?![’'-])"
    r"[^.!?;:\n“”\"]{1,80}?\s(?P<whose>his|her)\s"
)
"""A sentence that begins with such a one, as far as a possessive."""
_SENTENCE_OF_SOMEBODY = re.compile(
    rf"(?:\A|\n|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))(?:An?|One|Another)\s+(?:{_ADJECTIVE}\s+){{0,3}}?"
    rf"{_NOUN}\b(?![’'-])(?!\s+[A-ZÀ-Þ])(?!,\s+[A-ZÀ-Þ])[^.!?\n“”\"]{{1,200}}[.!?]\s+\Z"
)
"""The sentence before a quotation, if it begins with such a one."""
_TO_WHOM = re.compile(r"\s(?:him|asked)\b")
"""In such a sentence somebody told of before, who may be *he* behind it: *A waiter brought him tea. He said so.*"""


def beside_somebody(stage: Stage, f: Found) -> Iterable[str]:
    """Of *she* behind *A reporter was fired over her story on President Orr* those whose gender nothing tells: the sentence has
    somebody without a name who is *her* before it names anybody.
    """
    gender = GENDER.get(words(stage, f.source[0])) if f.source else None
    if gender is None:
        return
    at = f.source[0].start
    start = sentence_around(stage.text, at, at)[0]
    somebody = _BEGINS_WITH_SOMEBODY.match(stage.text, start, at)
    if somebody is None or GENDER.get(somebody["whose"].lower()) != gender:
        return
    if any(True for _ in stage.named_between(start, somebody.end())):
        return
    for c in stage.candidates:
        told = c.gender or stage.called(c) or abs(first_name_lean(c.name)) >= SURE_LEAN
        if c.kind is MentionKind.PERSON and not told:
            yield c.name


def after_somebody(stage: Stage, f: Found) -> Iterable[str]:
    """Of *“I was stuck,” he said* and of *He said so* behind *A driver came up.* those whom that sentence does not name."""
    if not f.source or not f.content or words(stage, f.source[0]) not in GENDER:
        return
    source = f.source[0].start
    quoted = f.kind is AttributionKind.DIRECT and f.content[0].start < source
    if not quoted and not stage.text[source].isupper():
        return
    first = f.content[0].start if quoted else source
    somebody = _SENTENCE_OF_SOMEBODY.search(stage.text[max(0, first - NEAR_SENTENCES) : first])
    if somebody is None or (not quoted and _TO_WHOM.search(somebody.group())):
        return
    start = max(0, first - NEAR_SENTENCES) + somebody.start()
    for c in stage.candidates:
        last = stage.last_mention(c, first)
        if last is None or last.start < start:
            yield c.name


def words(stage: Stage, span: Span) -> str:
    """The words of a span in small letters."""
    return stage.text[span.start : span.end].lower()
