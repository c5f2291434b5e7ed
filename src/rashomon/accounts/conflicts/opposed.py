"""Opposed claims on one matter by different sides.

Pairs of sentences are weighed by the trained model of :mod:`.opposition`. On the two frames of war (who
holds it; to yield or to fight on) a rule suffices, since the poles exclude each other: both name the same, or one names the
other's speaker or party; of who holds it, only where what is taken has that name (:mod:`.holding`). Pairs on
one frame that share a sentence or a speaker are one matter, with a side for each pole.

What the model alone finds is mostly wrong on fresh news, and is marked as unsure. A matter is sure where the rule holds for any
pair of it, not for its first alone: its sides are those of one frame, so that one pair of which each excludes the other parts
them, whichever the model's score has put first. Both of that pair must still stand on their sides once nobody opposes themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rashomon.accounts.conflicts.denials.another_count import contests_another_count
from rashomon.accounts.conflicts.holding import HOLDS, answers, part, takes
from rashomon.accounts.conflicts.members import Wordings
from rashomon.accounts.conflicts.opposition import (
    FRAMES,
    Claim,
    Opposition,
    claim,
    features,
    may_oppose,
    opposite_poles,
    reason,
)
from rashomon.accounts.conflicts.then_and_now import then_and_now
from rashomon.accounts.parties import Parties, Voice, one_side
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.saying import told_of
from rashomon.accounts.told import Told, digest
from rashomon.accounts.unsaid import cue_starts, leads_up, unsaid
from rashomon.collation.sentences.embed import unpack
from rashomon.reading.attributions.denying import denies, withholds
from rashomon.reading.attributions.stance import with_cue
from rashomon.reading.text.edges import letters
from rashomon.records import Attribution, Reading, Report, Sentence, Span, line_of, overlap, shared, text_of

#: Sentences with fewer words than this claim nothing that can be set against another.
FEWEST_WORDS = 5

#: The part of a sentence's letters that somebody else is told to say in it, from which the claim is theirs.
MOSTLY = 0.5

#: Cosine below which no pair is looked at: below it, sentences of one story are on different matters. Of the opposed pairs
#: that were found by hand in PolNeAR's training articles, none lay below it.
LEAST = 0.25

#: Characters between a claim and the one that answers it: the full stop, and who says it.
_RIGHT_BEHIND = 80

#: The most conflicts of this kind for a story, those found by rule first, then the surest: beyond a page nobody reads on.
MOST = 20

#: Frames on which a rule suffices, by their place in FRAMES, and the score that it gives. A guess: the corpora that there are
#: have no wars between parties to measure it on.
_OF_WAR = frozenset((0, 1))
_BY_RULE = 0.6


_ASKED_ABOUT = re.compile(r"\b(?:asked|questioned|pressed|quizzed)\s+(?:about|on|over|whether|if)\b", re.I)
"""What somebody is asked about is claimed by nobody."""


_PROPOSES = re.compile(r"\b(?:suggest|propos|recommend)\w*\b", re.I)
_TO_BE_DONE = re.compile(
    r"(?:that\s+)?(?:(?:the|an?|his|her|its|their)\s+[\w’'-]+(?<!s)|[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3})\s+(?:not\s+)?"
    r"(?!(?:is|was|are|were|has|had|have|will|would|could|should|can|may|might|must|did|does|do|not|of|in|on|at|for|to|from|by|and|or|with|won"
    r"|lost|went|came|made|took|got|knew|saw|told|gave|left|held|stood|sent|paid|met|ran|fell|broke|hid|stole|shot|beat|became|began|bought"
    r"|brought|built|caught|chose|cut|drank|drew|drove|felt|fled|flew|forgot|fought|found|grew|heard|hit|hurt|kept|let|meant|put|read|rose|said"
    r"|sank|set|sold|spent|spoke|struck|thought|threw|wore|wrote)\b)"
    r"[a-z]+(?<!ed)(?<!ing)(?<!s)\b"
)
"""What is only proposed: *suggested Kerr name an envoy* is no claim, *suggested Kerr named one* is."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A sentence of a story: its report's place in the story, its characters, its attribution, its voice and claim.

    ``statements`` are those that it is a wording of, or holds one of.
    """

    place: int
    span: Span
    attribution: int | None
    voice: Voice
    claim: Claim
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sayings that may be opposed: their features, the cosine of their vectors, whether one follows right upon the other."""

    one: Voiced
    other: Voiced
    row: tuple[float, ...]
    likeness: float
    follows: bool = False


def pairs(told: Told) -> Iterator[Pair]:
    """Pairs of sayings of different sides for which a person could be given a reason; questions claim nothing.

    A report's own words are a side too, against what somebody is cited for.
    """
    found = list(_voiced(told))
    if len(found) < 2:
        return
    sayings = [saying for saying, _ in found]
    vectors = unpack([sentence.vector for _, sentence in found])
    likeness = vectors @ vectors.T
    near = likeness >= LEAST
    for i in range(len(sayings) - 1):
        # Who answers that a place is taken may say little: *its troops still held both*.
        one, other = sayings[i : i + 2]
        near[i, i + 1] |= HOLDS in opposite_poles(one.claim, other.claim) and _follows(told, one, other)
    for i, j in np.argwhere(np.triu(near, 1)).tolist():
        one, other = sayings[i], sayings[j]
        if (
            may_oppose(one.claim, other.claim)
            and _different_sides(one, other)
            and not _disputes_another_count(told, one, other)
            and not then_and_now(one.claim, other.claim)
        ):
            alike = float(likeness[i, j])
            row = tuple(features(one.claim, other.claim, alike))
            yield Pair(one, other, row, alike, _follows(told, one, other))


def _follows(told: Told, one: Voiced, other: Voiced) -> bool:
    """Whether the second stands right behind the first, in its paragraph, with no more between than who says it."""
    if one.place != other.place:
        return False
    first, second = sorted((one.span, other.span))
    between = told.reports[one.place].text[first.end : second.start]
    return len(between) <= _RIGHT_BEHIND and "\n" not in between


def _disputes_another_count(told: Told, one: Voiced, other: Voiced) -> bool:
    """Whether one disputes a number that the other does not give."""
    if (one.claim.disputes is None) == (other.claim.disputes is None):
        return False
    denial, claimed = (other, one) if one.claim.disputes is None else (one, other)
    readings = told.readings
    return contests_another_count(readings[denial.place], denial.span, readings[claimed.place], claimed.span)


def opposed(told: Told, least: float | None = None) -> tuple[Conflict, ...]:
    """The matters on which sides oppose each other, from the model's threshold (or a score of ``least``) on: those that the rule
    parts first, then what the model alone finds, of either the best score first."""
    model = Opposition.load()
    found = list(pairs(told))
    ruled = [_by_rule(pair) for pair in found]
    scored = [(model.score(pair.row), pair) for pair in found]
    called = [score >= (model.threshold if least is None else least) for score, _ in scored]
    sure = [x for x, calls in zip(scored, called, strict=True) if calls]
    sure += [
        (_BY_RULE, pair) for pair, calls, rule in zip(found, called, ruled, strict=True) if rule and not calls
    ]
    sure.sort(key=lambda x: (-x[0], x[1].one.place, x[1].one.span, x[1].other.place, x[1].other.span))
    matters: list[_Matter] = []
    for score, pair in sure:
        frame = min(opposite_poles(pair.one.claim, pair.other.claim), default=None)
        matter = next((m for m in matters if m.takes(pair, frame)), None)
        if matter is None:
            matter = _Matter(frame, score, pair)
            matters.append(matter)
        matter.add(pair)
    for matter in matters:
        # What the same voices say on the same frame belongs to the matter, though it names nobody.
        if matter.frame in _OF_WAR:
            for pair in found:
                if matter.frame not in opposite_poles(pair.one.claim, pair.other.claim):
                    continue
                if matter.voices(pair) and (matter.frame != HOLDS or takes(_turned(pair)[0])):
                    matter.add(pair)
    wordings = Wordings(told)
    whole = [matter for matter in matters if matter.parts_voices()]
    by_rule = [pair for pair, rule in zip(found, ruled, strict=True) if rule]
    for matter in whole:
        matter.unsure = not any(matter.parted_by(pair) for pair in by_rule)
    whole.sort(key=lambda matter: matter.unsure)
    return tuple(_conflict(told, wordings, matter) for matter in whole[:MOST])


def _by_rule(pair: Pair) -> bool:
    one, other = pair.one.claim, pair.other.claim
    poles = _OF_WAR & set(opposite_poles(one, other))
    if poles == {HOLDS}:
        return part(*_turned(pair)) or (pair.follows and answers(*_turned(pair)))
    if (
        poles
        and _WAR.isdisjoint(one.words)
        and _WAR.isdisjoint(other.words)
        and _only_talk(one)
        and _only_talk(other)
    ):
        return False  # a studio that has not begun negotiations with a director fights nobody
    # Who holds it is for anybody to tell; to yield or not is a side's own stand, which a report cannot take.
    if pair.one.attribution is None or pair.other.attribution is None:
        return False
    return bool(
        poles
        and (
            one.names & other.capitalised | one.capitalised & other.names
            or one.capitalised & other.speaker
            or other.capitalised & one.speaker
        )
    )


_WAR = frozenset(
    """
    armed arms army attack battle besieged bombs ceasefire combat enemy fighters fighting force forces front guerrillas gunmen
    hostages insurgents militants military militia peace rebels resistance siege soldiers taliban truce troops war weapons
    """.split()
)
"""Words of which one stands in the claims of a war's sides on talks."""


def _only_talk(claim: Claim) -> bool:
    """Whether a claim is on its pole by talks alone: ``didn't kick off negotiations``."""
    return any(w.startswith(("negotiat", "talk")) for w in claim.words) and not any(
        w.startswith(("surrender", "capitul", "yield", "resist", "defy", "defian", "fight"))
        for w in claim.words
    )


def _turned(pair: Pair) -> tuple[Claim, Claim]:
    """Of two that part over who holds a place, first the claim by which it is taken."""
    one, other = pair.one.claim, pair.other.claim
    return (one, other) if (HOLDS, 0) in one.poles else (other, one)


class _Matter:
    """Pairs on one frame, or around one sentence, that share sentences or speakers: two sides."""

    def __init__(self, frame: int | None, score: float, first: Pair) -> None:
        self.frame, self.score, self.first = frame, score, first
        self.unsure = True
        self.sides: tuple[list[tuple[Voiced, str]], list[tuple[Voiced, str]]] = ([], [])

    def takes(self, pair: Pair, frame: int | None) -> bool:
        if frame is None and self.frame is None:
            return self._repeats(pair)
        if frame is None or frame != self.frame:
            return False
        turned = self._turned(pair)
        return self.voices(pair) or any(
            s == x for s, side in zip(turned, self.sides, strict=True) for x, _ in side
        )

    def _repeats(self, pair: Pair) -> bool:
        """Whether a pair has one of the matter's sayings, and of the voice set against it another that negates the same words."""
        for x, side, against in zip(self._turned(pair), self.sides, reversed(self.sides), strict=True):
            y = pair.other if x is pair.one else pair.one
            if any(x == s for s, _ in side) and any(
                y.voice.who == s.voice.who and y.claim.negated and y.claim.negated == s.claim.negated
                for s, _ in against
            ):
                return True
        return False

    def voices(self, pair: Pair) -> bool:
        """Whether both are of voices that stand on these sides already."""
        turned = zip(self._turned(pair), self.sides, strict=True)
        return all(any(s.voice.who == x.voice.who for x, _ in side) for s, side in turned)

    def add(self, pair: Pair) -> None:
        why = reason(pair.one.claim, pair.other.claim, pair.likeness)
        for saying, side in zip(self._turned(pair), self.sides, strict=True):
            if all(saying != x for x, _ in side):
                side.append((saying, why))

    def parts_voices(self) -> bool:
        """Leave whoever stands on both sides on the one where more of their words stand; whether both sides are left.

        Nobody opposes themselves: who regrets that others yield has not yielded.
        """
        counts = [Counter(s.voice.who for s, _ in side) for side in self.sides]
        for place, side in enumerate(self.sides):
            ours, theirs = counts[place], counts[1 - place]
            side[:] = [(s, why) for s, why in side if not 0 < theirs[s.voice.who] >= ours[s.voice.who]]
        return all(self.sides)

    def parted_by(self, pair: Pair) -> bool:
        """Whether a pair on the matter's frame stands on its two sides, as they are left."""
        poles = _OF_WAR & set(opposite_poles(pair.one.claim, pair.other.claim))
        return self.frame in poles and all(
            any(s == x for x, _ in side) for s, side in zip(self._turned(pair), self.sides, strict=True)
        )

    def _turned(self, pair: Pair) -> tuple[Voiced, Voiced]:
        if self.frame is None:
            # Without a frame a side is whoever stands on it.
            one, other = pair.one.voice.who, pair.other.voice.who
            first, second = ({s.voice.who for s, _ in side} for side in self.sides)
            turned = other in first or one in second
            return (
                (pair.other, pair.one)
                if turned and not (one in first or other in second)
                else (pair.one, pair.other)
            )
        return (pair.one, pair.other) if (self.frame, 0) in pair.one.claim.poles else (pair.other, pair.one)


def _voiced(told: Told) -> Iterator[tuple[Voiced, Sentence]]:
    parties = Parties(told)
    wordings = Wordings(told)
    seen: set[str] = set()
    for place, (report, reading) in enumerate(told.pairs()):
        if report.id in told.superseded:
            continue
        starts = cue_starts(reading)
        for sentence in reading.sentences:
            if leads_up(starts, sentence):
                continue
            words = report.text[sentence.start : sentence.end]
            plain = " ".join(words.lower().split())
            if not sentence.vector or len(plain.split()) < FEWEST_WORDS or plain.endswith("?"):
                continue
            # The same words in a copy say nothing new.
            if plain in seen:
                continue
            seen.add(plain)
            index = _whose(report, reading, sentence)
            a = None if index is None else reading.attributions[index]
            if a is not None and any(_ASKED_ABOUT.search(report.text, c.start, c.end) for c in a.cue):
                continue
            if a is not None and _is_proposed(report.text, a):
                continue
            # What somebody denies is set against what it denies by its denial alone.
            if a is not None and (unsaid(report.text, a) or denies(report.text, a.cue)):
                continue
            voice = parties.voice(report, a, index)
            span = Span(sentence.start, sentence.end)
            own = a is None or withholds(report.text, a.cue)  # "denied them a permit" stands in the sentence
            cue = "" if a is None or own else _subject(report.text, a, span) + _cue(report.text, a) + " "
            said = frozenset(wordings.statements(report.id, index, span))
            yield Voiced(place, span, index, voice, claim(cue + words, voice.words), said), sentence


def _whose(report: Report, reading: Reading, sentence: Sentence) -> int | None:
    """The attribution that a sentence's claim is of: of *The Guard says that it has changed*, in a letter, the Guard's."""
    index = sentence.attribution
    span = Span(sentence.start, sentence.end)
    size = letters(report.text, [span])
    while index is not None:
        inner = (
            n
            for n, a in enumerate(reading.attributions)
            if a.inside == index
            and letters(report.text, [shared(s, span) for s in a.content if overlap(s, span)]) > MOSTLY * size
        )
        if (deeper := next(inner, None)) is None:
            break
        index = deeper
    return index


def _is_proposed(text: str, a: Attribution) -> bool:
    """Whether the content is what somebody proposes that somebody do."""
    proposes = any(_PROPOSES.search(text, c.start, c.end) for c in a.cue)
    return proposes and _TO_BE_DONE.match(text_of(text, a.content)) is not None


def _cue(text: str, a: Attribution) -> str:
    return " ".join(text[c.start : c.end] for c in a.cue)


def _subject(text: str, a: Attribution, span: Span) -> str:
    """Of whom an infinitive is told, in a piece of the content before its cue: *No one* of ``No one is believed to be hurt``."""
    first, *behind = a.content or (Span(0, 0),)
    apart = a.cue and behind and first.end <= a.cue[0].start and text.startswith("to ", behind[0].start)
    return text[first.start : first.end] + " " if apart and behind[0].start <= span.start else ""


def _different_sides(one: Voiced, other: Voiced) -> bool:
    if (one.attribution is None and other.attribution is None) or one_side(one.voice, other.voice):
        return False
    # What is one statement in two wordings is not set against itself: how they differ is told with its wordings.
    if one.statements & other.statements:
        return False
    # What stands inside another's words is given by them, not set against them.
    inside = overlap(one.span, other.span)
    return one.place != other.place or not inside


def _conflict(told: Told, wordings: Wordings, matter: _Matter) -> Conflict:
    members = tuple(
        wordings.member(n, s.place, s.span, s.attribution, why)
        for n, side in enumerate(matter.sides)
        for s, why in side
    )
    key = [(m.report, m.start, m.end) for m in members[:1]] + [
        (m.report, m.start, m.end) for m in members if m.side == 1
    ][:1]
    return Conflict(
        digest(told.story.id, "opposed", key),
        told.story.id,
        ConflictKind.OPPOSED,
        _about(told, matter),
        round(matter.score, 3),
        reason(matter.first.one.claim, matter.first.other.claim, matter.first.likeness),
        members,
        unsure=matter.unsure,
    )


def _about(told: Told, matter: _Matter) -> str:
    """The frame and whom both sides name, else the first claim."""
    one, other = matter.first.one, matter.first.other
    if matter.frame is not None:
        named = " ".join(sorted(one.claim.names & other.claim.names)[:3])
        return FRAMES[matter.frame][0] + (f" ({named})" if named else "")
    report, reading = told.reports[one.place], told.readings[one.place]
    words = line_of(report.text, one.span)
    ahead = told_of(report.text, reading.attributions, one.span, one.attribution).ahead
    return with_cue(ahead, words)[:160]
