"""One speaker who is reported to say opposite things: that she would resign, and that she would not.

Two sayings of one speaker are set against each other where they are the same words but for a *not*, or one is denied: the same
subject, kind of verb, verb and, but for what only one of them adds, object. Nothing is told where either is under a condition or
only possible. Which is right, and whether the speaker has changed course between the two, is not for us to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.accounts.conflicts.members import Wordings
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.saying import told_of
from rashomon.accounts.told import Told, digest
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.attributions.stance import Stance, stance, with_cue
from rashomon.reading.text.stems import stem
from rashomon.records import Span, line_of

_WORD = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOT = re.compile(r"(?:not|never|cannot|\w+n't)$")
_OTHER_NEGATION = re.compile(
    r"(?:no|none|nobody|nothing|nowhere|neither|nor|without|hardly|barely|scarcely|refus\w*|den(?:y|ies|ied|ying)|fail\w*|stop\w*)$"
)
_OPEN = frozenset(
    "if unless until till before whether except may might could perhaps maybe possibly when whenever while".split()
)
"""Words under which two that differ by a *not* may both be so: ``would not resign before Monday``."""

_NOT_MUCH = frozenset(
    "only just merely simply necessarily yet always all every enough necessary alone more less".split()
)
"""Words behind a *not* that deny a part: ``not only``, ``not yet``."""

_WILL = frozenset("will would shall won't wouldn't shan't going".split())
_CAN = frozenset("can can't cannot able couldn't".split())
_OUGHT = frozenset("should must ought need shouldn't mustn't needn't".split())
_BEING = frozenset("is are was were am be been has have had do does did".split())
_SUBJECTS = {
    **dict.fromkeys(("i", "he", "she"), "one"),
    **dict.fromkeys(("we", "they"), "several"),
    **dict.fromkeys(("it", "this", "that", "there"), "it"),
    **dict.fromkeys(("you", "who", "which", "what"), "another"),
}
"""Pronouns by whom they can stand for: the speaker is *I* in a quotation and *she* outside one."""

_NEVER_SAID = re.compile(
    r"\W*(?:that\s+)?(?:I|we|he|she|they)\s+(?:(?:have|had|has)\s+)?(?:never|not)\s+(?:once\s+)?(?:said|claimed)\s+(?:that\s+)?",
    re.I,
)
"""Who says never to have said a thing; what follows is what they may be reported to have said."""

_SHORT = {"ll": "will", "d": "would", "m": "am", "re": "are", "ve": "have"}
"""Verbs as they are written on a pronoun."""

_PARTICIPLES = frozenset(
    "better had gone done made said told left lost held paid sent kept met heard read put cut let sold won come become".split()
)
"""Words behind *she’d* that make it *she had*."""

_SAID = frozenset({Stance.SAID, Stance.DENIED})

#: Of so many words a saying has to be, and the most of which one is looked at: a sentence of news is shorter.
_FEWEST, _MOST = 3, 60


@dataclass(frozen=True, slots=True)
class Plain:
    """A saying in parts: who or what it is said of, the kind of verb, what follows, all less function words, as stems.

    ``pronoun`` is whom a pronoun for a subject can stand for, ``negated`` whether a *not* is said to the verb.
    """

    words: tuple[str, ...]
    before: tuple[str, ...]
    verb: str
    after: tuple[str, ...]
    modal: str
    pronoun: str
    negated: bool


@dataclass(frozen=True, slots=True)
class _Saying:
    place: int
    span: Span
    attribution: int
    plain: Plain
    no: bool


@lru_cache(maxsize=16384)
def read(sentence: str) -> Plain | None:
    """A sentence in parts; None where it does not plainly say one thing or its opposite."""
    words = _in_full([m.group().lower().replace("’", "'") for m in _WORD.finditer(sentence)])
    if words[:1] == ["that"]:
        words = words[1:]
    if (
        not _FEWEST <= len(words) <= _MOST
        or not _OPEN.isdisjoint(words)
        or sentence.rstrip("”’\"' ").endswith("?")
    ):
        return None
    nots = [n for n, word in enumerate(words) if _NOT.match(word)]
    if len(nots) > 1 or any(_OTHER_NEGATION.match(w) for w in words):
        return None
    telling = [n for n, word in enumerate(words) if _tells(word)]
    pronouns = [n for n, word in enumerate(words) if word in _SUBJECTS]
    if nots:
        at = nots[0]
        if not _NOT_MUCH.isdisjoint(words[at + 1 : at + 3]):
            return None
    else:
        # The first word that tells behind the subject: a pronoun at the head, else the word before a verb’s helper.
        helper = next((n for n, word in enumerate(words) if n and (_modal([word]) or word in _BEING)), None)
        at = pronouns[0] if pronouns[:1] and pronouns[0] <= 1 else helper if helper is not None else -1
        if at < 0:
            return None
    verb = next((n for n in telling if n > at), None)
    if verb is None or verb - at > 4:
        return None
    subject = [n for n in pronouns if n < at or (n == at and not nots)]
    return Plain(
        tuple(stem(words[n]) for n in telling),
        tuple(stem(words[n]) for n in telling if n < verb),
        stem(words[verb]),
        tuple(stem(words[n]) for n in telling if n > verb),
        _modal(words[:verb]),
        _SUBJECTS[words[subject[-1]]] if subject else "",
        bool(nots),
    )


def _in_full(words: Sequence[str]) -> list[str]:
    """The words with pronouns and their verbs apart; *she’d resign* is *would*, *she’d resigned* is *had*.

    >>> _in_full("i'll go".split()), _in_full("she'd not go".split()), _in_full("she'd resigned".split())
    (['i', 'will', 'go'], ['she', 'would', 'not', 'go'], ['she', 'had', 'resigned'])
    """
    out: list[str] = []
    for n, word in enumerate(words):
        pronoun, mark, short = word.partition("'")
        if not mark or pronoun not in _SUBJECTS or short not in _SHORT:
            out.append(word)
            continue
        behind = next((w for w in words[n + 1 : n + 3] if w not in ("not", "never")), "")
        had = short == "d" and (behind in _PARTICIPLES or behind.endswith(("ed", "en", "wn")))
        out += [pronoun, "had" if had else _SHORT[short]]
    return out


def _tells(word: str) -> bool:
    known = word in FUNCTION_WORDS or word in _WILL or word in _CAN or word in _OUGHT or word in _SUBJECTS
    return not known and not _NOT.match(word) and len(word) > 1


def _modal(words: Sequence[str]) -> str:
    for name, of in (("will", _WILL), ("can", _CAN), ("ought", _OUGHT)):
        if not of.isdisjoint(words):
            return name
    return ""


def both_ways(told: Told) -> tuple[Conflict, ...]:
    """What speakers of a story are reported to say, and to say the opposite of: a conflict for each matter of one speaker."""
    by_speaker: defaultdict[str, list[_Saying]] = defaultdict(list)
    for who, saying in _sayings(told):
        by_speaker[who].append(saying)
    wordings = Wordings(told)
    return tuple(
        _conflict(told, wordings, who, sides)
        for who, said in sorted(by_speaker.items())
        for sides in _matters(said)
    )


def _sayings(told: Told) -> Iterator[tuple[str, _Saying]]:
    for place, (report, reading) in enumerate(told.pairs()):
        if report.id in told.superseded:
            continue
        for sentence in reading.sentences:
            index = sentence.attribution
            who = None if index is None else told.speakers.get((report.id, index))
            if index is None or who is None:
                continue
            stood = stance(report.text, reading.attributions, index).stance
            words = report.text[sentence.start : sentence.end]
            never = _NEVER_SAID.match(words)
            plain = read(words[never.end() :] if never else words) if stood in _SAID else None
            if plain is not None:
                span = Span(sentence.start, sentence.end)
                no = plain.negated != (stood is Stance.DENIED)
                yield who, _Saying(place, span, index, plain, no != (never is not None))


def _matters(said: Sequence[_Saying]) -> list[tuple[list[_Saying], list[_Saying]]]:
    """The sayings of one speaker that are so and not so, those that lead from one to the next together."""
    so: defaultdict[str, list[_Saying]] = defaultdict(list)
    for s in said:
        if not s.no:
            so[s.plain.verb].append(s)
    matters: list[tuple[list[_Saying], list[_Saying]]] = []
    for no in (s for s in said if s.no):
        for yes in so[no.plain.verb]:
            if (yes.place, yes.attribution) == (no.place, no.attribution) or not opposite(
                yes.plain, no.plain
            ):
                continue
            linked = [m for m in matters if yes in m[0] or no in m[1]]
            sides = linked[0] if linked else ([], [])
            if not linked:
                matters.append(sides)
            for other in linked[1:]:
                # A pair that stands in two matters makes them one.
                for own, more in zip(sides, other, strict=True):
                    own.extend(s for s in more if s not in own)
                matters.remove(other)
            for s, side in zip((yes, no), sides, strict=True):
                if s not in side:
                    side.append(s)
    return matters


def opposite(one: Plain, other: Plain) -> bool:
    """Whether two sayings of which one is denied or negated are otherwise the same.

    >>> a, b, c = map(read, ("she would resign over the mill", "I will not resign over it", "I won’t resign over the mill"))
    >>> opposite(a, b), opposite(a, c)
    (False, True)
    """
    if one.verb != other.verb or one.modal != other.modal or one.pronoun != other.pronoun:
        return False
    # “It was true” may be of anything; “I will resign” is of whoever says it.
    alone = one.pronoun in ("one", "several") and one.modal == "will"
    if not alone and set(one.words) & set(other.words) == {one.verb}:
        return False
    return _same(one.before, other.before) and _same(one.after, other.after)


def _same(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether what one tells the other tells as well, and not of nothing."""
    fewer, more = sorted((set(some), set(others)), key=len)
    return fewer <= more and bool(fewer) == bool(more)


def _conflict(
    told: Told, wordings: Wordings, who: str, sides: tuple[list[_Saying], list[_Saying]]
) -> Conflict:
    yes, no = sides[0][0], sides[1][0]
    report, reading = told.reports[yes.place], told.readings[yes.place]
    ahead = told_of(report.text, reading.attributions, yes.span, yes.attribution).ahead
    said = with_cue(ahead, line_of(report.text, yes.span))
    alike = len(set(yes.plain.words) & set(no.plain.words)) / max(1, len({*yes.plain.words, *no.plain.words}))
    members = tuple(
        wordings.member(n, s.place, s.span, s.attribution, "that it is so" if n == 0 else "that it is not so")
        for n, side in enumerate(sides)
        for s in side
    )
    first = [(m.report, m.start, m.end) for m in (members[0], members[len(sides[0])])]
    return Conflict(
        digest(told.story.id, "both ways", first),
        told.story.id,
        ConflictKind.BOTH_WAYS,
        f"{told.names.get(who, who)} is reported to say this and its opposite: {said}"[:160],
        round(alike, 3),
        "the same words but for a “not”, or a denial; the speaker may have changed course, or a report may have it otherwise than"
        " it was said",
        members,
    )
