"""Who cannot mean themselves behind an accusation: whoever has just accused another does not deny it, and who prosecutes does
not plead.

*The sheriff, Oran Kerr, said Orr was drunk. He denied it*: the scorer leads *he* to who spoke last, and it is Orr who denies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.speakers.candidates import Candidate, Stage
from rashomon.reading.text.conjugation import forms
from rashomon.reading.text.words_of_speech import DENYING, TURNING_DOWN, any_of
from rashomon.records import MentionKind, Span, Speaker, text_of

_DENIES = re.compile(rf"\b{any_of(forms(DENYING | TURNING_DOWN))}\b", re.I)
_PLEADS = re.compile(r"\b(?:plead(?:ed|s|ing)?|pled)\b", re.I)
_POINTS_BACK = re.compile(r"(?:it|this|that)(?:\s+all)?\W*", re.I)
_POINTS_BACK_BY_NOUN = re.compile(
    r"(?:(?:the|that|this|those|these|all|both|any)\s+){0,2}(?:charge|accusation|allegation|wrongdoing)s?"
    r"(?:\s+(?:against|made\s+against)\s+(?:him|her))?\W*",
    re.I,
)
_ACCUSES = re.compile(r"\b(?:accus(?:e|es|ed|ing)|alleg(?:e|es|ed|ing)|blam(?:e|es|ed|ing))\b", re.I)
_ASKS = re.compile(r"\b(?:ask|question|wonder)\w*\b", re.I)
_OF_AN_ACCUSER = re.compile(
    r"\b(?:lie[sd]?|lying|liars?|wrong|mistaken|mis(?:led|taken|leading)|invent\w*|fabricat\w*|accus\w*|alleg\w*|claim\w*|charg\w*|sued"
    r"|blam\w*)\b",
    re.I,
)
"""What is said of somebody who has accused: that *Orr lied* may be said by whom Orr accused, who then denies what he said."""

_GOVERNS = re.compile(r"\b(?:for|of|from|by|with|to|against|about|behind|like|and|or)\b|[.;:!?]", re.I)
_AND = re.compile(r",?\s+(?:and|or|&)\s+(?:\w+\s+){0,3}|,\s+", re.I)
_MOST_BEFORE = 5
"""Words before a name with which a content begins."""

_PROSECUTES = frozenset(
    "prosecutor judge magistrate attorney lawyer solicitor barrister counsel sheriff detective".split()
)
_NEAR = 320
"""Characters between an accusation and its denial: two or three sentences."""
_BESIDE = 3
"""How many attributions before and behind one may have the same source: *He pleaded not guilty and said he would appeal*."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """Who cannot be meant behind an accusation (``by``), and whom it names: one of these is meant if anybody is (``of``; ``None``
    where it may be anybody else). Without ``sure`` who accused may yet answer somebody else, and nobody is led to instead.
    """

    by: frozenset[str]
    of: frozenset[str] | None
    sure: bool


def accusation(
    stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]
) -> Accusation | None:
    """The accusation that an attribution answers, or another of the same source: *He denied it and said he would appeal*.

    ``before`` are the speakers of the attributions before it.
    """
    f = found[number]
    if not f.source:
        return None
    for n in range(max(0, number - _BESIDE), min(len(found), number + _BESIDE + 1)):
        if found[n].source == f.source and found[n].inside == f.inside:
            told = _answered(stage, found, n, before[: min(n, number)])
            if told is not None:
                return told
    return None


def _answered(
    stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]
) -> Accusation | None:
    f = found[number]
    cue, content = text_of(stage.text, f.cue), text_of(stage.text, f.content)
    if _PLEADS.search(cue):
        office = {c.name for c in stage.candidates if c.kind is MentionKind.PERSON and _prosecutes(stage, c)}
        return Accusation(frozenset(office), None, True)
    by_noun = _POINTS_BACK_BY_NOUN.fullmatch(content) is not None
    if not _DENIES.search(cue) or not (by_noun or _POINTS_BACK.fullmatch(content)):
        return None
    last = next(
        (
            n
            for n in range(len(before) - 1, -1, -1)
            if found[n].inside == f.inside and found[n].source != f.source
        ),
        None,
    )
    if last is None or (name := before[last].name) is None or not found[last].source:
        return None
    g = found[last]
    if min(s.start for s in f.spans) - max(s.end for s in g.spans) > _NEAR:
        return None
    said = text_of(stage.text, g.cue)
    if _DENIES.search(said) or _ASKS.search(said):
        return None
    accuses = _ACCUSES.search(said) is not None
    told = text_of(stage.text, g.content)
    others = frozenset(c.name for s in g.content for c in _leading(stage, s) if c.name != name)
    if not accuses and (not others or _OF_AN_ACCUSER.search(told)):
        return None
    return Accusation(frozenset({name}), others, accuses or not by_noun)


def _leading(stage: Stage, content: Span) -> Iterator[Candidate]:
    """Those with whom a content begins, of whom it then tells something: *that the clerk, Tom Orr, and Otto Lind were drunk*."""
    end = content.start
    for c, m in stage.named_between(content.start, content.end):
        lead = stage.text[end : m.start]
        if end > content.start and _AND.fullmatch(lead) is None:
            return
        if len(lead.split()) > _MOST_BEFORE or (end == content.start and _GOVERNS.search(lead) is not None):
            return
        if stage.text[m.end : m.end + 1] in ("'", "’") or stage.text[m.end - 2 : m.end] in ("'s", "’s"):
            return
        yield c
        end = m.end


def _prosecutes(stage: Stage, c: Candidate) -> bool:
    """Whether somebody is given an office whose holder charges, tries or defends another."""
    return not _PROSECUTES.isdisjoint(c.all_titles) or any(p.heads & _PROSECUTES for p in stage.beside(c))
