"""Claims of which one tells that something was done and another that it was not, whoever is right.

Told by the deeds (:mod:`.deed`) of two sentences of different voices: the same deed, one of them not done, and enough of what
either names in common, whoever says it among that. A deed of another day, place or number is another deed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.accounts.conflicts.deeds.deed import SPEAKER, Deed, deeds
from rashomon.accounts.conflicts.denials.claimed import claimed_in, within_a_denial
from rashomon.accounts.conflicts.denials.named_otherwise import elsewhere, named_otherwise
from rashomon.accounts.conflicts.denials.never_came import telling
from rashomon.accounts.conflicts.denials.not_yet import not_yet
from rashomon.accounts.conflicts.denials.stretches import Said, entity
from rashomon.accounts.conflicts.members import Wordings
from rashomon.accounts.parties import Parties, Voice, one_side
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.saying import told_of
from rashomon.accounts.told import Told, digest
from rashomon.calendar_words import ANY_MONTH
from rashomon.reading.attributions.denying import denies
from rashomon.reading.attributions.stance import Stance, stance, with_cue
from rashomon.records import Span, line_of, text_of

#: What has to be in common: who does it, a word of what it is done to, and a word of the rest of the sentences count one each.
_ENOUGH = 2

#: The part of the words of what was not done that the other has to have: *did not send the police a warning*.
_SHARE = 0.5

#: Sureness of a conflict by rule: the words tell it.
_BY_RULE = 0.7

_ANOTHER = re.compile(
    r"\b(?:another|second|third|fourth|new|other|further|earlier|previous|additional|next)\b", re.I
)
"""Words for a thing of several: *the second letter*."""

_BEFORE = re.compile(rf"\bhad\b|\b(?:{ANY_MONTH})\b")
"""In what is told on a later day: that it had been done before."""

_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class _Told:
    """A deed as it is told: where, by which voice, the words for that voice, and all telling words of the sentence with these."""

    said: Said
    words: str
    deed: Deed
    voice: Voice
    speaker: frozenset[str]
    beside: frozenset[str]


def done_or_not(told: Told) -> tuple[Conflict, ...]:
    """A conflict for each deed that one voice tells was done and another that it was not."""
    by_kind: defaultdict[str, list[_Told]] = defaultdict(list)
    for d in _all(told):
        by_kind[d.deed.kind].append(d)
    wordings = Wordings(told)
    matters: list[tuple[list[_Told], list[_Told]]] = []
    for _, found in sorted(by_kind.items()):
        for no in (d for d in found if d.deed.no):
            for yes in (d for d in found if not d.deed.no):
                if _parted(told, yes, no):
                    _put(matters, yes, no)
    return tuple(_conflict(told, wordings, sides) for sides in matters)


def _put(matters: list[tuple[list[_Told], list[_Told]]], yes: _Told, no: _Told) -> None:
    for sides in matters:
        if any(no.said.span == x.said.span and no.said.report == x.said.report for x in sides[1]):
            if all((yes.said.report, yes.said.span) != (x.said.report, x.said.span) for x in sides[0]):
                sides[0].append(yes)
            return
        if any(yes.said.span == x.said.span and yes.said.report == x.said.report for x in sides[0]):
            sides[1].append(no)
            return
    matters.append(([yes], [no]))


def _all(told: Told) -> Iterator[_Told]:
    parties = Parties(told)
    called = _called(told)
    for n, (report, reading) in enumerate(told.pairs()):
        if report.id in told.superseded:
            continue
        for said, denied in (
            *((s, False) for s in claimed_in(told, n)),
            *((s, True) for s in _denied(told, n)),
        ):
            words = line_of(report.text, said.span)
            a = None if said.attribution is None else reading.attributions[said.attribution]
            if a is not None and said.attribution is not None and not denied:
                stood = stance(report.text, reading.attributions, said.attribution).stance
                if stood is not Stance.SAID:
                    continue
            voice = parties.voice(report, a, said.attribution)
            by = (
                ""
                if a is None
                else f"{text_of(report.text, a.source)} {a.speaker.name or ''} {' '.join(voice.words)}"
            )
            speaker = telling(by) | called[voice.who]
            for deed in deeds(words):
                if denied and deed.no:
                    continue
                yield _Told(
                    said, words, replace(deed, no=deed.no or denied), voice, speaker, telling(words) | speaker
                )


def _called(told: Told) -> Mapping[str, frozenset[str]]:
    """The telling words for each speaker who is known, in all reports of the story: *league secretary Amo Dree*."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for report, reading in told.pairs():
        for index, a in enumerate(reading.attributions):
            who = told.speakers.get((report.id, index))
            if who is not None:
                found[who] |= telling(text_of(report.text, a.source))
    return found


def _denied(told: Told, n: int) -> Iterator[Said]:
    """What somebody denies in a report: *that he was ever given a watch*."""
    report, reading = told.reports[n], told.readings[n]
    for index, a in enumerate(reading.attributions):
        if (
            a.content
            and denies(report.text, a.cue)
            and not not_yet(report.text, a)
            and not within_a_denial(report, reading, index)
        ):
            span = Span(a.content[0].start, a.content[-1].end)
            yield Said(n, span, index, entity(told, report, index, a), None)


def _parted(told: Told, yes: _Told, no: _Told) -> bool:
    """Whether what one tells was done is what another tells was not."""
    if one_side(yes.voice, no.voice) or yes.deed.will != no.deed.will:
        return False
    if yes.said.attribution is None and no.said.attribution is None:
        return False
    if elsewhere(no.words, yes.words) or named_otherwise(no.words, yes.words):
        return False
    if yes.deed.when and no.deed.when and yes.deed.when.isdisjoint(no.deed.when):
        return False
    numbers = set(_NUMBER.findall(no.words))
    if numbers and not numbers & set(_NUMBER.findall(yes.words)):
        return False
    if bool(_ANOTHER.search(yes.words)) != bool(_ANOTHER.search(no.words)):
        return False
    if _later(told, yes, no) and (no.deed.lately or no.deed.will or not _BEFORE.search(yes.words)):
        return False
    return _in_common(yes, no)


def _later(told: Told, yes: _Told, no: _Told) -> bool:
    """Whether what was done is told on a later day than what was not, and so can have been done since."""
    one, other = (told.reports[d.said.report].published for d in (yes, no))
    return one is not None and other is not None and one[:10] > other[:10]


def _in_common(yes: _Told, no: _Told) -> bool:
    of_yes, of_no = _with_speaker(yes, yes.deed.to), _with_speaker(no, no.deed.to)
    if no.deed.given:
        return _one_thing(yes, no)
    if no.deed.still:
        of_yes |= _with_speaker(yes, yes.deed.by)
        return not (of_yes & _with_speaker(no, no.deed.by)) <= {SPEAKER}
    if no.deed.nobody:
        named = of_yes | _with_speaker(yes, yes.deed.by)
        return no.deed.to <= named | no.speaker and len(named & (no.deed.to | no.speaker)) >= _ENOUGH
    by_yes, by_no = _with_speaker(yes, yes.deed.by), _with_speaker(no, no.deed.by)
    same = by_yes & by_no
    if by_yes and by_no and not same:
        return False
    shared = of_yes & of_no
    to = no.deed.to - {SPEAKER}
    if to and len(to & of_yes) < _SHARE * len(to) and not no.deed.of_any:
        return False
    if not (same or shared):
        return False
    if not to and not no.deed.of_any and yes.deed.to - {SPEAKER} and not same:
        return False
    rest = (yes.beside & no.beside) - same - shared - {no.deed.kind}
    return bool(same) + len(shared) + bool(rest) >= _ENOUGH


def _one_thing(yes: _Told, no: _Told) -> bool:
    """Whether a thing that came and one that did not are one, and come from or to somebody that both name, or who says so."""
    if (yes.deed.to & no.deed.to) <= {SPEAKER}:
        return False
    for one, other in ((yes.deed.sender, no.deed.sender), (yes.deed.receiver, no.deed.receiver)):
        here, there = _with_speaker(yes, one), _with_speaker(no, other)
        if here and there and here.isdisjoint(there):
            return False
    of_yes, of_no = _with_speaker(yes, yes.deed.to), _with_speaker(no, no.deed.to)
    shared = of_yes & (of_no | no.speaker) | of_no & yes.speaker
    return len(shared) >= _ENOUGH


def _with_speaker(d: _Told, words: frozenset[str]) -> frozenset[str]:
    """Words of a deed with those for whoever says it in the place of a pronoun."""
    return words - {SPEAKER} | d.speaker if SPEAKER in words else words


def _about(told: Told, no: _Told) -> str:
    """What was not done, in its words, behind the cue where somebody denies it."""
    report, reading = told.reports[no.said.report], told.readings[no.said.report]
    ahead = told_of(report.text, reading.attributions, no.said.span, no.said.attribution).ahead
    return with_cue(ahead, no.words.lstrip(" ;,"))[:160]


def _conflict(told: Told, wordings: Wordings, sides: tuple[list[_Told], list[_Told]]) -> Conflict:
    members = tuple(
        wordings.member(side, d.said.report, d.said.span, d.said.attribution, why)
        for side, group, why in ((0, sides[0], "that it was done"), (1, sides[1], "that it was not"))
        for d in group
    )
    no = sides[1][0]
    first = [(m.report, m.start, m.end) for m in (members[0], members[len(sides[0])])]
    return Conflict(
        digest(told.story.id, "done or not", first),
        told.story.id,
        ConflictKind.OPPOSED,
        _about(told, no),
        _BY_RULE,
        "one tells that something was done, the other that it was not",
        members,
    )
