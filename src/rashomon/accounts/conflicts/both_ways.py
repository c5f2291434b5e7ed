"""One speaker who is reported to say opposite things: that she would resign, and that she would not.

Two sayings of one speaker are set against each other where they are the same words but for a *not*, or one is denied: the same
subject, kind of verb, verb and, but for what only one of them adds, object. So are two that are the same but for a word and its
opposite (*the bridge was safe*, *the bridge was dangerous*), if a day at most lies between their reports: what is shut now may
be open then. Nothing is told where either is under a condition or only possible. Which is right, and whether the speaker has
changed course between the two, is not for us to say.
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
from rashomon.collation.statements.turned import opposite_words
from rashomon.reading.attributions.stance import Stance, stance, with_cue
from rashomon.reading.text.opposites import opposites_of
from rashomon.reading.text.stems import stem
from rashomon.reading.times.days import iso_day
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
    """``plain`` is None where it does not plainly say one thing; ``words`` are its own, ``no`` tells whether it says them."""

    place: int
    span: Span
    attribution: int
    words: str
    plain: Plain | None
    no: bool


_BUT_FOR_A_NOT = "the same words but for a “not”, or a denial"
_OTHERWISE = "the same words but for one and its opposite"


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is said to be so on one side and not so on the other, and what either side is called."""

    sides: tuple[list[_Saying], list[_Saying]]
    called: tuple[str, str] = ("that it is so", "that it is not so")
    why: str = _BUT_FOR_A_NOT


@lru_cache(maxsize=16384)
def read(sentence: str) -> Plain | None:
    """A sentence in parts; None where it does not plainly say one thing or its opposite."""
    words = _held(sentence)
    nots = [n for n, word in enumerate(words) if _NOT.match(word)]
    if not words or len(nots) > 1 or any(_OTHER_NEGATION.match(w) for w in words):
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


def _held(sentence: str) -> list[str]:
    """The words of a sentence, in full; none where what it says is asked, open or under a condition."""
    words = _in_full([m.group().lower().replace("’", "'") for m in _WORD.finditer(sentence)])
    if words[:1] == ["that"]:
        words = words[1:]
    asked = sentence.rstrip("”’\"' ").endswith("?")
    held = _FEWEST <= len(words) <= _MOST and _OPEN.isdisjoint(words) and not asked
    return words if held else []


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
        _conflict(told, wordings, who, matter)
        for who, said in sorted(by_speaker.items())
        for matter in (*_matters(said), *_in_other_words(told, said))
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
            if stood in _SAID:
                no = (plain is not None and plain.negated) != (stood is Stance.DENIED)
                span = Span(sentence.start, sentence.end)
                yield who, _Saying(place, span, index, words, plain, no != (never is not None))


def _matters(said: Sequence[_Saying]) -> list[_Matter]:
    """The sayings of one speaker that are so and not so, those that lead from one to the next together."""
    so: defaultdict[str, list[tuple[_Saying, Plain]]] = defaultdict(list)
    for s in said:
        if s.plain is not None and not s.no:
            so[s.plain.verb].append((s, s.plain))
    matters: list[_Matter] = []
    for no in said:
        if no.plain is None or not no.no:
            continue
        for yes, plain in so[no.plain.verb]:
            alone = (yes.place, yes.attribution) == (no.place, no.attribution)
            if not alone and opposite(plain, no.plain) and not _two_turns(yes.words, no.words):
                _add(matters, _Matter(([yes], [no])))
    return matters


def _add(matters: list[_Matter], found: _Matter) -> None:
    """Put a pair to the matter that either of it stands in; where they stand in two, these become one."""
    ((one,), (other,)) = found.sides
    linked = [m for m in matters if one in m.sides[0] or other in m.sides[1]]
    matter = linked[0] if linked else found
    if not linked:
        matters.append(matter)
    for more in (*linked[1:], found):
        for own, others in zip(matter.sides, more.sides, strict=True):
            own.extend(s for s in others if s not in own)
        if more is not found:
            matters.remove(more)


def _two_turns(one: str, other: str) -> bool:
    """Whether a word and its opposite are in two sayings, so that a *not* in one makes them agree: *would vote against it*,
    *would not vote for it*."""
    words, others = set(_held(one)), set(_held(other))
    return any(opposites_of(word) & (others - words) for word in words - others)


def _in_other_words(told: Told, said: Sequence[_Saying]) -> list[_Matter]:
    """The sayings of one speaker that are the same but for a word and its opposite."""
    having: defaultdict[str, list[_Saying]] = defaultdict(list)
    for s in said:
        for word in () if s.no else dict.fromkeys(_without_no(s.words)):
            having[word].append(s)
    pairs = {
        (said.index(one), said.index(other)): (one, other)
        for word, ones in having.items()
        for against in opposites_of(word)
        for one in ones
        for other in having.get(against, ())
        if one.place < other.place and _within_a_day(told, one, other)
    }
    matters: list[_Matter] = []
    for _, (one, other) in sorted(pairs.items()):
        found = opposite_otherwise(one.words, other.words)
        if found is not None:
            _add(
                matters,
                _Matter(([one], [other]), (f"it says “{found[0]}”", f"it says “{found[1]}”"), _OTHERWISE),
            )
    return matters


def _within_a_day(told: Told, one: _Saying, other: _Saying) -> bool:
    """Whether two reports may be of one day or of two in a row."""
    first, second = (iso_day(told.reports[s.place].published) for s in (one, other))
    return first is None or second is None or abs((first - second).days) <= 1


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


def _without_no(sentence: str) -> list[str]:
    """The words of a sentence, none where any of them says no."""
    words = _held(sentence)
    return [] if any(_NOT.match(w) or _OTHER_NEGATION.match(w) for w in words) else words


def _compared(saying: str, word: str) -> bool:
    """Whether a word is said of something more or less than of something else: *more likely* may be unlikely still."""
    return re.search(rf"\b(?:more|less)\s+{re.escape(word)}\b", saying, re.IGNORECASE) is not None


def opposite_otherwise(one: str, other: str) -> tuple[str, str] | None:
    """The words of opposite meaning by which alone two sayings of one speaker differ, or what only one of them adds.

    >>> opposite_otherwise("the bridge at Harn was safe", "“The bridge is dangerous”")
    ('safe', 'dangerous')
    >>> opposite_otherwise("the bridge at Harn was safe", "the tower at Harn was dangerous")
    >>> opposite_otherwise("it was safe", "it was dangerous")
    >>> opposite_otherwise("a strike at Harn is extremely unlikely", "a strike at Harn is more likely")
    """
    found = opposite_words(one, other)
    sayings = [_without_no(one), _without_no(other)]
    if found is None or not all(sayings) or _compared(one, found[0]) != _compared(other, found[1]):
        return None
    modal, other_modal = map(_modal, sayings)
    pronouns = [next((_SUBJECTS[w] for w in words[:2] if w in _SUBJECTS), "") for words in sayings]
    told, told_otherwise = (
        [stem(w) for w in words if _tells(w) and w != opposed]
        for words, opposed in zip(sayings, found, strict=True)
    )
    alone = pronouns[0] in ("one", "several") and modal == "will"
    if modal != other_modal or pronouns[0] != pronouns[1] or not (alone or told):
        return None
    return found if _same(told, told_otherwise) else None


def _same(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether what one tells the other tells as well, and not of nothing."""
    fewer, more = sorted((set(some), set(others)), key=len)
    return fewer <= more and bool(fewer) == bool(more)


def _conflict(told: Told, wordings: Wordings, who: str, matter: _Matter) -> Conflict:
    sides = matter.sides
    yes, no = sides[0][0], sides[1][0]
    report, reading = told.reports[yes.place], told.readings[yes.place]
    ahead = told_of(report.text, reading.attributions, yes.span, yes.attribution).ahead
    said = with_cue(ahead, line_of(report.text, yes.span))
    words, others = ({stem(w) for w in _held(s.words) if _tells(w)} for s in (yes, no))
    alike = len(words & others) / max(1, len(words | others))
    members = tuple(
        wordings.member(n, s.place, s.span, s.attribution, matter.called[n])
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
        f"{matter.why}; the speaker may have changed course, or a report may have it otherwise than"
        " it was said",
        members,
    )
