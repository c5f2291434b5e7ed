"""How likely two sentences are to make opposed claims on one matter, with a reason.

A logistic function of features that a person can check: likeness of meaning, words in common, a word that only one of
them negates, antonyms, opposite poles of one frame (negotiates or surrenders against fights on; captured against free),
words of disputing, names in common, whether one names the other's speaker. Its weights are learned (``training/opposed``,
card in ``models/opposed.md``); the word lists are ours.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from rashomon.accounts.conflicts.denials.turned_down import plainly
from rashomon.models import model_path
from rashomon.reading.text.numbers import spelt
from rashomon.reading.text.stems import stem

FEATURES = (
    "likeness", "words in common", "share of the shorter", "one negates", "a shared word negated once",
    "likeness where so", "share of the shorter where so", "antonyms", "likeness with antonyms", "opposite poles",
    "likeness with opposite poles", "one disputes", "likeness where one disputes", "names in common",
    "names the other's speaker", "same subject",
)  # fmt: skip
"""What each place of a feature vector holds, in order."""

_NEGATION = re.compile(
    r"^(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|hardly|refus\w*|won't|n't|\w+n't|den(?:y|ies|ied))$"
)
_WORD = re.compile(r"\d[\d,.]*|[^\W\d_]+(?:['’][^\W\d_]+)?")

_DISPUTE = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|disput(?:e|ed|es|ing)|refut(?:e|ed|es|ing)|rebut\w*|debunk\w*|discredit\w*|contradict\w*"
    r"|(?:reject|dismiss)(?:s|ed|es|ing)?(?= (?:\w+ ){0,2}(?:that|it|them|this|claims?|allegations?|accusations?|arguments?"
    r"|reports?|suggestions?|assertions?|charges?|notion|idea|characteri[sz]ation|as)\b)"
    r"|disagree\w*|dissent\w*|untrue|not true|false(?:ly|hoods?)?|fiction|fabricat\w*|baseless|unfounded|hoax|lies|nonsense"
    r"|no evidence|no truth|unrelated)\b",
    re.I,
)

_FUNCTION = frozenset(
    """
    a an the and or of to in on at by for with from as that this these those it its he she they them his her their our we you
    i me my us is are was were be been being has have had do does did will would can could should may might must said say
    says not no who which what when where there here than then so such if into out up about over more most also just any all
    every some each one other another only how him part kind still even ever yet now go going get make made take taken being
    having because while though although after before between very much many few
    """.split()
)

_COMPOUND = re.compile(r"-[^\W\d_]")
_LITTLE_OR = (["little", "or"], ["few", "or"])
_ONLY = frozenset("only just merely simply more less fewer".split())
_OPEN = frozenset(("whether", "if"))
_PAST = frozenset("was were had fell lost left died".split())
_NOBODY = frozenset(("nobody", "nothing", "none", "neither", "nor", "one"))
_GOES_ON = frozenset("from of in at among on with like a an the his her its their my our any".split())
_WILLS = frozenset("want wants wanted wish wishes intend intends intended plan plans planned".split())
_OBLIGED = frozenset(("have", "need"))
_BREAKS = frozenset(("but", "and", "because", "while", "that"))
_OWN = frozenset(("i", "we", "my", "our"))
_SPEAKER = "the speaker"
_REACH = 6
"""Words before *without* among which another that says no turns it round."""

FRAMES: tuple[tuple[str, str, str], ...] = (
    ("to yield or to fight on",
     "negotiat surrender compromis capitul concess talks truce ceasefire yield", "fight. resist. defy. defian"),
    ("who holds it",
     "captur seiz conquer overran overrun occupi fallen cleans retaken liberat",
     "free holdout unconquer bastion stronghold repel"),
    ("dead or alive", "alive surviv unharm", "dead kill died dying dies"),
    ("true or not", "true confirm proof prove evid", "false hoax fabric lie baseless untrue bogus"),
    ("safe or not", "safe secur calm stabl", "danger unsafe unstabl crisi panic threat"),
)  # fmt: skip
"""Frames, each with the beginnings of words for either pole (with a full stop: only a verb's forms). A negated word stands for
the other pole."""

FATE = next(n for n, (name, _, _) in enumerate(FRAMES) if name == "dead or alive")

_BOUND = rf"(?:more|less|fewer|longer|higher|greater)\s+than\s+(?:[$£€]?\d|{spelt(2, 10)}|an?\b)"
_PHRASES = (
    # What would not have been done otherwise was done: of whoever is told it says no to nothing.
    (re.compile(r"\bwould(?:n['’]t|\s+not)\s+(?=have\b[^.;:]*\b(?:if|unless)\b)", re.I), "would "),
    (re.compile(r"\bwould(?:n['’]t|\s+not)\s+(?=(?:\S+\s+){1,12}?if\s+(?:\S+\s+){1,4}?(?:had|were)\b)", re.I), "would "),
    (re.compile(r"\bor\s+(?:none|not)(?:\s+at\s+all)?\b", re.I), ""),
    (re.compile(r"(?:,|\s--?|\s?[—–])\s*(?:and\s+)?not\s+(?:to\s+)?[a-z]+\s+(?:it|them)\b", re.I), ""),
    (re.compile(r"\b(?:even\s+)?(?:worse|better)(?:\s+(?:than\s+that|still|yet))?,|\bwhat\s+is\s+worse\b", re.I), ""),
    (re.compile(rf"\b(?:none|no|not|never|nobody)\b(?=(?:\s+[\w’'-]+){{1,10}}?\s+{_BOUND})", re.I), ""),
    (re.compile(r",\s+(?:and\s+|but\s+)?not\s+(?:an?|the|his|her|their|its|any)\b[^,.;:]*"), ","),
    (re.compile(r"\b(ha(?:s|ve|d)|is|are|was|were) (?:still )?yet to\b", re.I), r"\1 not to"),
    (re.compile(r"\b(?:giv(?:e|es|ing)|gave|given) (?:up|in)\b", re.I), "surrender"),
    (re.compile(r"\b(?:lay|laid|laying) down (?:their |his |its )?(?:arms|weapons)\b", re.I), "surrender"),
    (re.compile(r"\bseiz(?:e|es|ed|ing) (?:up)?on\b", re.I), "cited"),
    (re.compile(r"\b(?:tak(?:e|es|en|ing)|took) (?:full )?(?:control|hold|over)\b|\bin control of\b", re.I), "captured"),
    (re.compile(r"\bstill (?:holds?|held|holding|controls?|controlled|controlling)\b", re.I), "holdout"),
    (re.compile(r"\bunder (?:our|its|their|his|[\w-]{1,30}['’]s|rebel|government|army) control\b", re.I), "holdout"),
    (re.compile(r"\bbeat(?:en|s|ing)? (?:back|off)\b", re.I), "repelled"),
    (re.compile(r"\bin (?:our|its|their|rebel|resistance|opposition|government|army) hands\b", re.I), "holdout"),
    (re.compile(r"\b(?:still|firmly) in the hands of (?=(?:the )?(?:government|army|rebels?|resistance)\b)", re.I), "holdout "),
    (re.compile(r"\bha(?:s|ve|d) taken (?=the (?:town|city|village|bridge|port|capital)\b|[A-Z])"), "captured "),
    (re.compile(r"\blast (?:\w+ ){0,2}standing\b", re.I), "holdout"),
    (re.compile(r"\bsecurity (?=(?:clearanc|council|forc|guard|adviser|servic|official|agenc|chief|law)\w*)", re.I), "guard "),
)  # fmt: skip
"""Words that mean one word of a frame, or none, together: a contrast (*a miller, not a gunman*, *mend, not close it*) says no to
nothing, and who says no to *more than eight years* gives a number."""

ANTONYMS = frozenset(
    frozenset(pair.split("/"))
    for pair in """
    accept/reject accept/refuse admit/deny confirm/deny allow/ban allow/prevent attack/defend better/worse cause/prevent
    great/terrible guilty/innocent hero/traitor honest/dishonest include/exclude increase/cut keep/abandon love/hate
    natural/artificial necessary/unnecessary peaceful/violent pass/fail possible/impossible raise/lower remain/leave
    silence/violence strong/weak trust/distrust voluntary/forced winner/loser likely/unlikely fair/unfair fit/unfit
    qualified/unqualified relevant/irrelevant responsible/irresponsible popular/unpopular lead/trail optimistic/pessimistic
    """.split()
)
"""Pairs of opposites, in their plain forms."""

_OPPOSITES_OF: dict[str, frozenset[str]] = {
    word: frozenset(other for pair in ANTONYMS if word in pair for other in pair - {word})
    for word in frozenset().union(*ANTONYMS)
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence made ready for comparing: stems, which of them are negated, frames' poles, names.

    ``subjects`` are the names that stand last before a negated word or a pole, or the speaker's own for “we”.

    ``capitalised`` are the names with its first word, which is one for certain only where another sentence has it too;
    ``polar`` are its words that have an opposite.
    ``speaker`` are the words of the names of its speaker and of their party; ``disputes`` is its word of disputing, if any.
    """

    words: tuple[str, ...]
    polar: frozenset[str]
    stems: frozenset[str]
    negated: frozenset[str]
    poles: frozenset[tuple[int, int]]
    subjects: frozenset[str]
    names: frozenset[str]
    capitalised: frozenset[str]
    negations: int
    speaker: frozenset[str]
    disputes: str | None


@lru_cache(maxsize=65536)
def claim(sentence: str, speaker: frozenset[str] = frozenset()) -> Claim:
    """What a sentence is compared by; it begins with the words of its cue, where it is somebody's.

    ``speaker`` are the words of the names of its speaker and of their party.
    """
    sentence = plainly(sentence)
    for phrase, word in _PHRASES:
        sentence = phrase.sub(word, sentence)
    matches = list(_WORD.finditer(sentence))
    tokens = [m.group().replace("’", "'") for m in matches]
    # The parts of “free-flowing” are on no pole.
    joined = {
        n
        for n, m in enumerate(matches)
        if _COMPOUND.match(sentence, m.end()) or sentence[: m.start()].endswith("-")
    }
    lower = [t.lower() for t in tokens]
    negated: dict[str, str] = {}
    poles: dict[tuple[int, int], str] = {}
    negations = sum(_negates(lower, n) for n in range(len(lower)))
    ended = max((n for n in range(len(lower)) if _ends(lower, n)), default=-1)
    reach, left, spared, subject, nobody = -1, 0, -1, "", False
    for place, word in enumerate(lower):
        if _negates(lower, place):
            # A negation turns every pole in the next words of its clause ("will not in any way surrender"); of words in general
            # it negates the first with a meaning of its own, and with "no" the second too ("no live rounds").
            several = word == "no" and lower[place + 1 : place + 2] != ["one"]
            reach, left = place + 6, 2 if several else 1
            nobody = False
            # “did not have to kill” negates the having to: of killing it says neither the one nor the other.
            obliged = len(lower) > place + 2 and lower[place + 1] in _OBLIGED and lower[place + 2] == "to"
            if obliged and (word == "not" or word.endswith("n't")):
                reach, left, spared = -1, 0, place + 6
        # “No one from the agency released it” says no to the releasing, not to the agency: the verb is told by its ending.
        if word in _NOBODY and left > 0 and lower[place + 1 : place + 2] and lower[place + 1] in _GOES_ON:
            nobody, left = True, 1
        if _negates(lower, place) or _NEGATION.match(word):
            continue
        if word in _BREAKS:
            reach = spared = -1
        if word in _OWN:
            subject = _SPEAKER
        elif place and tokens[place][0].isupper() and word not in _FUNCTION:
            subject = word
        off = place <= reach or _negated_after(lower, place)
        # Who does “not want to go” will not go.
        wills = word in _WILLS and lower[place + 1 : place + 2] == ["to"]
        says = (
            word not in _FUNCTION and not tokens[place][0].isupper() and (word.endswith("ed") or not nobody)
        )
        if off and left > 0 and says and not wills:
            negated[stem(word)] = subject
            left -= 1
        if place > max(spared, ended) and place not in joined:
            for number, pole in _poles(word):
                poles[number, 1 - pole if off else pole] = subject
    stems = frozenset(stem(t) for t in lower if t not in _FUNCTION and len(t) > 2 and not _NEGATION.match(t))
    names = frozenset(t for n, t in enumerate(tokens) if n and t[0].isupper() and t.lower() not in _FUNCTION)
    disputes = _DISPUTE.search(sentence)
    return Claim(
        tuple(lower),
        frozenset(word for word in lower if word in _OPPOSITES_OF),
        stems,
        frozenset(negated),
        frozenset(poles),
        frozenset(_resolved(v, speaker) for v in (*negated.values(), *poles.values()) if v),
        names,
        names | frozenset(t for t in tokens[:1] if t[0].isupper() and t.lower() not in _FUNCTION),
        negations,
        speaker,
        None if disputes is None else disputes.group().lower(),
    )


def _resolved(subject: str, speaker: frozenset[str]) -> str:
    """A subject's name; for “we” a name of the speaker's."""
    return min((w.lower() for w in speaker), default="") if subject == _SPEAKER else subject


def _negates(words: Sequence[str], place: int) -> bool:
    """Whether a word says no: not in *little or no*, *not only*, *do not know whether*, nor where something was *never before*,
    nor *without* behind another (*cannot pay without a loan*).

    >>> [_negates(w.split(), 1) for w in ("did not go", "or no tax", "do not show whether it", "failed to come")]
    [True, True, False, False]
    >>> _negates("they failed to come".split(), 1), _negates("little or no tax".split(), 2)
    (True, False)
    """
    word, after = words[place], words[place + 1 : place + 12]
    if word.startswith("fail"):
        return after[:1] == ["to"]
    if not _NEGATION.match(word) or (word == "no" and words[max(0, place - 2) : place] in _LITTLE_OR):
        return False
    if (word == "never" and "before" in after) or not _ONLY.isdisjoint(after[:1]):
        return False
    if word == "without" and any(_NEGATION.match(w) for w in words[max(0, place - _REACH) : place]):
        return False
    return _OPEN.isdisjoint(after[:3])


def _ends(words: Sequence[str], place: int) -> bool:
    """Whether a word tells that what stands before it came to an end: *held its stronghold until he was killed*.

    >>> [_ends(w.split(), 1) for w in ("held until he was killed", "fighting until the last man", "held until now")]
    [True, False, False]
    """
    return words[place] == "until" and not _PAST.isdisjoint(words[place + 1 : place + 4])


def _negated_after(words: Sequence[str], place: int) -> bool:
    """``surrender is not …``: a noun at the head of a negated copula."""
    after = words[place + 1 : place + 3]
    return len(after) == 2 and after[0] in ("is", "was", "are", "were") and after[1] in ("not", "no", "never")


@lru_cache(maxsize=65536)
def _poles(word: str) -> tuple[tuple[int, int], ...]:
    """The poles that a word is on: the number of each frame, and 0 for its one pole or 1 for the other."""
    return tuple(
        (number, pole)
        for number, (_, one, other) in enumerate(FRAMES)
        for pole, beginnings in enumerate((one, other))
        if any(of_pole(word, beginning) for beginning in beginnings.split())
    )


def of_pole(word: str, pole: str) -> bool:
    """Whether a word is a form of a pole's: short ones, and those with a full stop, only with a verb's ending, so that ``let`` is
    not in ``letter``, nor ``fight.`` in ``fighter``."""
    if pole.endswith("."):
        pole = pole[:-1]
    elif len(pole) >= 5:
        return word.startswith(pole)
    return word == pole or (word.removeprefix(pole) in _ENDINGS and word.startswith(pole))


_ENDINGS = frozenset("s d ed ing es n ning ned".split())


def features(one: Claim, other: Claim, likeness: float) -> list[float]:
    """The features of a pair, the same in either order; ``likeness`` is the cosine of the sentences' vectors."""
    shared = one.stems & other.stems
    of_shorter = len(shared) / max(1, min(len(one.stems), len(other.stems)))
    once = min(2, len(_negated_once(one, other)))
    antonyms = min(2, len(_opposites(one, other)))
    poles = min(2, len(opposite_poles(one, other)))
    disputed = float((one.disputes is None) != (other.disputes is None))
    named = float(bool(one.names & other.speaker or other.names & one.speaker))
    return [
        likeness,
        len(shared) / max(1, len(one.stems | other.stems)),
        of_shorter,
        float(bool(one.negations) != bool(other.negations)),
        once,
        likeness * once,
        of_shorter * once,
        antonyms,
        likeness * antonyms,
        poles,
        likeness * poles,
        disputed,
        likeness * disputed,
        min(3, len(one.names & other.names)),
        named,
        float(bool(one.subjects & other.subjects)),
    ]


def _opposites(one: Claim, other: Claim) -> list[tuple[str, str]]:
    a, b = one.polar - other.polar, other.polar - one.polar
    return sorted((x, y) for x in a for y in _OPPOSITES_OF[x] & b)


def _negated_once(one: Claim, other: Claim) -> frozenset[str]:
    """The words that both have and only one negates, where the other negates nothing: two that negate may say the same."""
    if bool(one.negations) == bool(other.negations):
        return frozenset()
    return (one.negated | other.negated) & one.stems & other.stems


def opposite_poles(one: Claim, other: Claim) -> list[int]:
    """The frames of which the two hold opposite poles, by their place in ``FRAMES``; one that holds both poles holds none.

    One man is dead and another alive: of that frame both name somebody.
    """
    return sorted(
        n
        for n, pole in one.poles
        if (n, 1 - pole) in other.poles
        and (n, pole) not in other.poles
        and (n, 1 - pole) not in one.poles
        and (n != FATE or one.names & other.capitalised or one.capitalised & other.names)
    )


_REASONS = tuple(
    map(FEATURES.index, ("a shared word negated once", "antonyms", "opposite poles", "one disputes"))
)


def has_reason(row: Sequence[float]) -> bool:
    """Whether anything that a person can point at opposes the two: without it no pair is called opposed."""
    return any(row[n] > 0 for n in _REASONS)


def may_oppose(one: Claim, other: Claim) -> bool:
    """Whether their features would have a reason, told without making them: of a hundred pairs hardly one has."""
    return bool(
        (one.disputes is None) != (other.disputes is None)
        or _negated_once(one, other)
        or (one.poles and other.poles and opposite_poles(one, other))
        or (one.polar and other.polar and _opposites(one, other))
    )


def reason(one: Claim, other: Claim, likeness: float) -> str:
    """What opposes two claims, in words."""
    parts = [FRAMES[n][0] for n in opposite_poles(one, other)]
    parts += [f"“{x}” against “{y}”" for x, y in _opposites(one, other)[:2]]
    once = sorted(_negated_once(one, other))
    if once:
        word = min((w for w in (*one.words, *other.words) if w.startswith(once[0])), default=once[0])
        parts.append(f"only one of them negates “{word}”")
    if (one.disputes is None) != (other.disputes is None):
        parts.append(f"one of them disputes: “{one.disputes or other.disputes}”")
    names = sorted(one.names & other.names)
    if names:
        parts.append(f"both name {', '.join(names[:3])}")
    return "; ".join([*parts, f"likeness of meaning {likeness:.2f}"])


@dataclass(frozen=True, slots=True)
class Opposition:
    """The trained weights: the chance that a pair of claims is opposed, and the threshold that the card states."""

    weights: tuple[float, ...]
    bias: float
    threshold: float

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> Self:
        """The packaged weights."""
        found = json.loads(model_path("opposed.json").read_text(encoding="utf-8"))
        if tuple(found["features"]) != FEATURES:
            raise ValueError(
                "models/opposed.json was made for other features: python -m training.opposed.train"
            )
        return cls(tuple(found["weights"]), found["bias"], found["threshold"])

    def score(self, row: Sequence[float]) -> float:
        """The chance, 0 to 1, that a pair with these features is opposed."""
        total = self.bias + sum(w * x for w, x in zip(self.weights, row, strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
