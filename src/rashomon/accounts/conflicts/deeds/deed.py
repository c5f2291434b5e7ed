"""What a clause tells was done or was not: by whom, to what, and by which verb.

Without a parser: a deed is told where a *no* stands right before a verb, or before what it is done to, or where a verb stands in
the past behind its subject. What is only possible, asked for, to come under a condition, or denied in part, is no deed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.accounts.conflicts.deeds.verbs import (
    ANSWERED,
    GIVEN,
    LETTERS,
    OTHERWISE,
    THINGS,
    is_past,
    plainly,
    verb,
)
from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.stems import stem

_WORD = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CLAUSE = re.compile(
    r"[;:—–]|,\s+(?=(?:and|but|or|who|which|while|when|where|because|as|let)\b)|\s(?=(?:but|while|although|though|because|when|after|before"
    r"|who|which)\s)|\s(?=and\s+(?:had|has|have|was|were|is|did|would|will|that)\b)",
    re.I,
)

_BE = frozenset("is are was were be been being".split())
_AUX = _BE | frozenset("has have had do does did will would shall having".split())
_WILL = frozenset("will would shall won't wouldn't".split())
_NOT = frozenset("not never".split())
_IN_FULL = {
    "won't": "will", "wouldn't": "would", "isn't": "is", "wasn't": "was", "weren't": "were", "aren't": "are", "hasn't": "has",
    "haven't": "have", "hadn't": "had", "didn't": "did",
}  # fmt: skip
_ADVERBS = frozenset(
    """
    ever even once also already again actually simply personally been being be have had has so far since still then
    yet recently finally formally officially publicly deliberately itself himself herself themselves
    """.split()
)
_NOBODY = frozenset("nobody none nothing neither".split())
_ANY = frozenset(
    """
    any anyone anybody anything anywhere single slightest whatsoever at all one such kind sort
    """.split()
)
_POINTS = frozenset("it them this that these those him her so us me you".split())
_IN_PART = frozenset(
    """
    only just merely simply necessarily yet all always every everyone everything both enough immediately fully
    entirely completely directly alone until longer more less know knew think thought believe believed want wanted
    expect expected intend intended mean meant seem seemed appear appeared say said sure clear aware
    """.split()
)
"""Words right behind a *not* by which it denies a part, a wish or a thought."""

_PARTS = frozenset("all every everyone everything everybody both only".split())
"""Words behind a negated verb by which a part is denied; not in *at all*."""

_OPEN = frozenset(
    """
    if unless whether may might could can cannot can't couldn't should must ought perhaps maybe possibly allegedly
    reportedly until without suppose supposedly would've hope hoped
    """.split()
)
"""Words under which nothing is told to have been done or not."""

_BEFORE_A_NOUN = frozenset(
    """
    a an the his her its their our my your this that these those no any some every each to of in for with by from on
    about
    """.split()
)
"""Words right before which no verb stands that tells a deed."""

_DATES = frozenset((*MONTHS, *WEEKDAYS))
_OF_ANYBODY = _DATES | frozenset(
    """
    said say told tell people person official officials spokesman spokeswoman last week month year yesterday today tonight
    morning evening night day days time times noon midnight again twice three two ever much many
    """.split()
)
"""Words that many a deed has."""

_LIGHT = frozenset(map(verb, "use be have do go come keep begin seem say add".split()))
"""Verbs, by :func:`.verbs.verb`, that tell too little of a deed."""

_GETS = frozenset("receiv get see hear".split())
_MEANS = frozenset("courier post mail email e-mail letter phon telephon fax messenger registere hand".split())
"""Words behind a *by* for how a thing is sent."""

_REACHES = frozenset("reach arriv".split())
"""Verbs whose subject gets a thing, or is the thing."""

_OUTCOMES = frozenset(map(stem, "accord agreement compromise deal decision settlement truce verdict".split()))
"""What is reached by several and comes from nobody: *no agreement was reached with the union*."""

_PRONOUNS = frozenset("he she it they we i who".split())
_OWN = frozenset("his her its their our my".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """What is told to have been done, or not (``no``).

    ``kind`` is the verb, or that a thing comes from one to another (``given``); ``by`` are the words for whoever does it, as
    stems (``SPEAKER`` among them is whoever says it), ``to`` the others of the clause. ``of_any`` tells that it is done to
    no more than *any*, ``will`` that it is to come, ``lately`` that it can have been done since (*has not resigned*), ``still``
    that it is told by what is so instead (*is still its director*; ``by`` are then the words before that). ``when`` are the
    months and days of the week of the clause, ``sender`` and ``receiver`` of a thing those of whom the verb tells.
    ``nobody`` tells that it was done to nobody, by whomever (*nobody has been dismissed*).
    """

    kind: str
    no: bool
    by: frozenset[str]
    to: frozenset[str]
    given: bool = False
    of_any: bool = False
    will: bool = False
    lately: bool = False
    still: bool = False
    when: frozenset[str] = frozenset()
    sender: frozenset[str] = frozenset()
    receiver: frozenset[str] = frozenset()
    nobody: bool = False


_COME = frozenset(map(stem, THINGS.values()))

SPEAKER = "~ the speaker"
"""Among the words of a deed: whoever says it."""


@lru_cache(maxsize=16384)
def deeds(sentence: str) -> tuple[Deed, ...]:
    """The deeds that a sentence tells.

    >>> [(d.kind, d.no) for d in deeds("the league had sent no answer, and never signed the contract")]
    [('given', True), ('approve', True)]
    >>> deeds("it might have sent the letter"), deeds("they did not only fire at the gate")
    ((), ())
    """
    if sentence.rstrip("”’\"' ").endswith("?"):
        return ()
    sentence = plainly(sentence.replace("’", "'"))
    return tuple(d for clause in _CLAUSE.split(sentence) if clause for d in _of_clause(clause))


def _of_clause(clause: str) -> Iterator[Deed]:
    found = [m.group() for m in _WORD.finditer(clause)]
    words = ["~" if w == "May" else w.lower() for w in found]
    if not _OPEN.isdisjoint(words) or len(words) > 40:
        return
    nots = [n for n, w in enumerate(words) if w in _NOT or w.endswith("n't")]
    nos = [
        n
        for n, w in enumerate(words)
        if w == "no" or (w == "not" and words[n + 1 : n + 2] in (["one"], ["a"]))
    ]
    nobody = [n for n, w in enumerate(words) if w in _NOBODY or words[n : n + 2] == ["no", "one"]]
    negations = sorted({*nots, *nos, *nobody})
    if len(negations) > 1:
        return
    if not negations:
        yield from _otherwise(clause)
        deed = _told(words, False, 0)
    elif nobody:
        deed = _of_nobody(words, nobody[0])
    elif nos:
        deed = _of_none(words, nos[0])
    else:
        deed = _negated(words, nots[0])
    if deed is not None:
        yield deed


def _otherwise(clause: str) -> Iterator[Deed]:
    """What has not been done, as it is still otherwise: *Lee is still its director*, *the bridge still stands*."""
    for kind, words in OTHERWISE.items():
        if (m := words.search(clause)) is not None:
            before = [w.group().lower() for w in _WORD.finditer(clause, 0, m.start())]
            yield Deed(kind, True, _stems(before), frozenset(), lately=kind != "lock", still=True)


def _negated(words: Sequence[str], at: int) -> Deed | None:
    """*did not report it*, *was never asked*."""
    behind = at + 1
    if words[behind : behind + 1] and words[behind] in _IN_PART:
        return None
    while behind < len(words) and words[behind] in _ADVERBS:
        behind += 1
    if behind >= len(words) or words[behind] in _IN_PART or words[behind] in FUNCTION_WORDS:
        return None
    first = at
    while first and words[first - 1] in _AUX:
        first -= 1
    if any(w in _PARTS and words[n : n + 1] != ["at"] for n, w in enumerate(words[behind:], behind - 1)):
        return None
    group = [*words[first:at], *words[at:behind]]
    if words[at].endswith("n't"):
        group.append(_IN_FULL.get(words[at], words[at]))
    if words[at] != "never" and not any(w in _AUX or w.endswith("n't") for w in group):
        return None
    return _deed(words, first, behind, group, True)


def _of_none(words: Sequence[str], at: int) -> Deed | None:
    """*no request had reached it*, *sent no answer*."""
    if (
        at
        and words[at - 1] not in FUNCTION_WORDS
        and (is_past(words[at - 1]) or words[at - 1] in ("see", "receive", "get"))
    ):
        first = at - 1
        while first and words[first - 1] in _AUX:
            first -= 1
        return _deed([*words[:at], *words[at + 1 :]], first, at - 1, words[first : at - 1], True)
    if at > 1:
        return None
    rest = words[at + 1 :]
    if rest[:1] in (["one"], ["a"]):
        rest = rest[1:]
    if rest[:1] == ["single"]:
        rest = rest[1:]
    return _told(rest, True, 0)


def _of_nobody(words: Sequence[str], at: int) -> Deed | None:
    """*nobody had told them*, *nothing arrived*."""
    if at:
        return None
    return _told([*words[at + (2 if words[at] == "no" else 1) :]], True, 0, nobody=True)


def _told(words: Sequence[str], no: bool, start: int, nobody: bool = False) -> Deed | None:
    """The first verb in the past of some words that stands behind a subject, as a deed."""
    for n in range(start, len(words)):
        word = words[n]
        before = words[n - 1] if n else ""
        if word in FUNCTION_WORDS or word in _ADVERBS or before in _BEFORE_A_NOUN:
            continue
        first = n
        while first and (words[first - 1] in _AUX or words[first - 1] in _ADVERBS):
            first -= 1
        group = words[first:n]
        helped = any(w in _AUX for w in group)
        will = not _WILL.isdisjoint(group)
        if not (is_past(word) or (helped and (will or "did" in group))):
            continue
        if not n and not nobody:
            continue
        if helped and not will and "did" not in group and not is_past(word):
            continue
        return _deed(words, first, n, group, no, nobody)
    return None


def _deed(
    words: Sequence[str], first: int, at: int, group: Sequence[str], no: bool, nobody: bool = False
) -> Deed | None:
    subject, behind = words[:first], words[at + 1 :]
    kind = verb(words[at])
    passive = any(w in _BE for w in group) and is_past(words[at])
    if kind in _LIGHT:
        return None
    by, to = _stems(subject), _stems(behind, own=False)
    if passive:
        agent = [n for n, w in enumerate(behind) if w == "by"]
        done_by = _stems(behind[agent[0] + 1 :]) if agent else frozenset()
        by, to = done_by, by | _stems(behind[: agent[0]] if agent else behind, own=False)
    if (first and words[first - 1] == "to") or not {"do", "does", "don't", "doesn't"}.isdisjoint(group):
        return None
    if not nobody and not to and not _POINTS.isdisjoint(behind[:2]):
        return None
    nouns = by | to
    reached = kind in _REACHES and not _OUTCOMES.isdisjoint(nouns)
    given = not reached and (
        kind in GIVEN or kind in THINGS or (not no and kind in ANSWERED and not _COME.isdisjoint(nouns))
    )
    any_ = no and not _ANY.isdisjoint(behind[:3])
    will = not _WILL.isdisjoint(group)
    when = frozenset(words) & _DATES
    lately = not {"has", "have", "had"}.isdisjoint(group) and "never" not in group
    if given:
        thing = THINGS.get(kind)
        of = to if thing is None else to | {stem(thing)}
        ends = _ends(kind, subject, behind, passive)
        of = by | of
        of = of if of.isdisjoint(LETTERS) else of | {"letter"}
        return Deed("given", no, frozenset(), of, True, any_, will, lately, False, when, *ends)
    if reached:
        kind = "reach an agreement"
    return Deed(kind, no, by, to, False, any_, will, lately, False, when, nobody=nobody and passive)


def _ends(
    kind: str, subject: Sequence[str], behind: Sequence[str], passive: bool
) -> tuple[frozenset[str], frozenset[str]]:
    """From whom a thing comes and to whom, as far as the verb and a *from* or *to* tell."""
    first, to = _stems(subject), _behind(behind, "to")
    if kind in _GETS | ANSWERED:
        return (_behind(behind, "by"), frozenset()) if passive else (_behind(behind, "from"), first)
    if kind in _REACHES:
        return frozenset(), _stems(behind[:3], own=False) if kind == verb("reach") else to
    if passive:
        thing = kind not in THINGS and not any(
            w in _ANY or w in ("a", "an", "the", "no", "its", "his", "their") for w in behind[:1]
        )
        return _behind(behind, "by"), to if thing else first
    return first, to


def _behind(words: Sequence[str], word: str) -> frozenset[str]:
    """The telling words right behind one."""
    found = _stems(words[words.index(word) + 1 :][:3], own=False) if word in words else frozenset()
    return found if found.isdisjoint(_MEANS) else frozenset()


def _stems(words: Sequence[str], own: bool = True) -> frozenset[str]:
    """The words that tell something, as stems; of a subject (``own``) for a pronoun, or what is its own, the speaker."""
    out = set()
    for word in words:
        if own and word in _PRONOUNS | _OWN:
            out.add(SPEAKER)
        word = word.removesuffix("'s").removesuffix("s'") if "'" in word else word
        if word in FUNCTION_WORDS or word in _OF_ANYBODY or word in _ANY or word in _ADVERBS or len(word) < 3:
            continue
        out.add(stem(word))
    return frozenset(out)
