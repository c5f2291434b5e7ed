"""Whom a pronoun, or a surname that several people bear, refers to: a trained scorer over what the text around it tells.

For each person or organisation named so far it weighs how far back and how often the name stands, whether it began a sentence,
who spoke last, what stands in quotations, and gender and number where the text tells them; a softmax over them and over *nobody*
gives a probability (mention-ranking, Denis and Baldridge 2008). Weights by kind of word are in ``models/antecedents.json``,
made by ``training/speakers/train.py``. Below LEAST the answer is *not known*.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.names.organisations.companies import ends_as_a_company
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.bodies import ANY, GROUPS, LED, PAPERS
from rashomon.reading.names.words.kin import KIN
from rashomon.reading.names.words.roles import REFERRING
from rashomon.reading.speakers.antecedent_features import (
    FEATURES,
    PREPOSITION,
    Asked,
    features,
    first_name_lean,
    model,
)
from rashomon.reading.speakers.candidates import Candidate, Stage
from rashomon.reading.speakers.offices_held import standing
from rashomon.reading.text.possessives import SIGN, without_possessive
from rashomon.records import MentionKind

KINDS = {
    "he": "singular", "she": "singular", "him": "singular", "his": "singular", "her": "singular",
    "himself": "singular", "herself": "singular",
    "they": "plural", "them": "plural", "their": "plural", "it": "thing", "its": "thing",
    "who": "relative", "whom": "relative", "whose": "relative", "which": "relative", "that": "relative",
}  # fmt: skip
"""Pronouns that the scorer answers for, and the kind whose weights it uses. A shared surname is of the kind ``name``."""

OF_PERSONS = frozenset({"singular", "role"})
OF_GROUPS = frozenset({"plural", "thing", "group"})

LEAST = {"name": 0.67, "role": 0.5, "group": 0.5, "relative": 0.45}
LEAST_OF_OTHERS = 0.62
LEAST_INSIDE = 0.6
LEAST_OF_KIN = 0.95
LEAST_OF_DEAD = 0.95
"""The least probability of an answer, by kind of word. Two bearers of a name of whom nothing else is told get half each; a father
and a daughter, whom a report of either names often, need more than that; inside somebody's words, who speaks is out, and others
may be meant whom the report never names. Whom a report calls dead says little: *she* who tells of a killing is a witness, not
whom she saw killed."""

SURE_LEAN = 0.8
"""How far a first name leans, of 1, before the other gender is out of the question: *John*, *Jennifer*, but no *Robin*."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A candidate, its probability, and in words what spoke most for it."""

    candidate: Candidate
    chance: float
    why: str


_ENDS = r"(?:$|\s*,|\s(?:for|of|in|at|from|with|who)\b)"
_ONE = re.compile(rf"(?:an?|one|another)\s+(?:[\w’'-]+\s+)*?[\w-]*[^s\W]{_ENDS}", re.I)
_OF_ANOTHER = re.compile(
    rf"(?:(?:the\s+)?(?:[\w’'-]+\s+){{0,4}}?[\w-]+{SIGN}|its|their)\s+(?:[\w-]+\s+){{0,3}}?"
    rf"(?:{'|'.join(sorted(REFERRING))}){_ENDS}",
    re.I,
)


_OF_MINE = re.compile(r"(?:my|our)\s+(?:[a-z][\w-]{1,20}\s+){0,2}[a-z][\w’'-]*[a-rt-z]", re.I)
"""*My landlord*, of whom who writes tells."""
_TOP = 1_000
"""Characters in which a report's dateline stands."""


def one_stranger(words: str) -> bool:
    """Whether a source that names nobody is one person: ``a spokesman for the court``, ``the rebels’ commander``, not
    ``officials``.
    """
    return (_ONE.match(words) or _OF_ANOTHER.match(words) or _OF_MINE.fullmatch(words)) is not None


def eligible(stage: Stage, asked: Asked) -> list[Candidate]:
    """Who may be meant: named before, of a fitting kind and gender."""
    out = []
    for c in stage.candidates:
        if c.name in asked.out:
            continue
        if asked.among is not None:
            if c.name not in asked.among:
                continue
        elif stage.last_mention(c, asked.at.start) is None:
            continue
        person = c.kind is MentionKind.PERSON
        if (person and asked.kind in OF_GROUPS) or (not person and asked.kind in OF_PERSONS):
            continue
        if person and asked.among is None and stage.is_a_place(c):
            continue
        if asked.noun and not _described(stage, asked, c):
            continue
        if asked.gender and c.gender and asked.gender != c.gender:
            continue
        if asked.noun in ANY and not person and _no_group(stage, asked, c):
            continue
        if asked.kind == "relative" and not person and _under_preposition(stage, asked, c):
            continue
        if asked.kind == "singular" and c.name == asked.around:
            continue
        out.append(c)
    return _in_that_standing(stage, asked, out) if asked.kind == "role" and asked.noun else out


def _in_that_standing(stage: Stage, asked: Asked, among: Sequence[Candidate]) -> list[Candidate]:
    """Those who hold an office as a description says it: never a vice president for *the president*, and the former one only
    where nobody is it now.
    """
    asks = standing(asked.words)
    as_told = [(c, stage.held(c, asked.noun)) for c in among]
    fitting = [(c, ways) for c, ways in as_told if not ways or any(under == asks[1] for _, under in ways)]
    exact = any(asks in ways for _, ways in fitting)
    return [c for c, ways in fitting if not ways or not exact or asks in ways]


def of_other_gender(stage: Stage, gender: str | None, c: Candidate) -> bool:
    """Whether a first name that all but always goes with the other, or the report's own *he* or *she*, tells against a gender.

    Such a one is no answer, and yet is weighed: that it is nobody else who is left does not make them likelier.
    """
    if gender is None or c.gender is not None or c.kind is not MentionKind.PERSON:
        return False
    lean = first_name_lean(c.name) or stage.given_alone(c)
    if abs(lean) >= SURE_LEAN:
        return (lean > 0) != (gender == "m")
    return stage.called(c) not in (None, gender)


def initials_between(stage: Stage, asked: Asked, name: str) -> bool:
    """Whether the paragraph has named a body by its initials, which may be *the party* as well, and not the one of this name."""
    here = stage.paragraph(asked.at.start)
    named = {
        c.name
        for c in stage.candidates
        if (last := stage.last_mention(c, asked.at.start)) is not None and stage.paragraph(last.start) == here
    }
    return name not in named and any(n.isupper() and " " not in n for n in named)


_STATE = frozenset(
    """
    ministry ministries government court courts parliament senate congress police army navy military department university
    hospital council nations un eu fbi cia assembly cabinet treasury embassy inspectorate chamber committee commission
    """.split()
)
"""Words of names that *the company* and *the group* do not mean: what is of a state, or is called by its own noun."""
_PLACES_OWN = frozenset(
    "city town country nation state village county region province district club team body".split()
)
"""Owners that point back, besides bodies of people: *the city's mayor*."""
_POINTING_BACK = _PLACES_OWN | GROUPS | LED
_STATES_ARE = frozenset("group movement company firm".split())
_COMPANY = frozenset({"company", "firm"})
_NO_COMPANY = PAPERS | frozenset(
    """
    union unions federation association confederation guild party front alliance coalition movement agency authority board office
    league society institute newspaper paper
    """.split()
)
"""Words of names that *the company* does not mean: a union, a newspaper."""
_IN = re.compile(r"\b(?:in|near)\s+\Z")
_THE_UNION = re.compile(r"\b[Tt]he\s+union\b")
_DATELINE = re.compile(r"(?:^|\n)[A-ZÀ-Þ][^()\n]{1,60}\((?P<agency>[^()\n]{2,40})\)\s*[-–—:]")


_SIDES = frozenset(
    "opposition government rebel resistance union party army police church student coalition militia campaign".split()
)
"""Words before a role that tell whose it is: nobody is meant beside whom they do not stand."""


def _no_group(stage: Stage, asked: Asked, c: Candidate) -> bool:
    """Whether an organisation cannot be meant by *the company*, *the group*: the agency of the dateline, a body of the state."""
    words = set(plain(c.name).split())
    if asked.noun in _STATES_ARE and _STATE & words:
        return True
    if asked.noun in _COMPANY and _stands_as_a_place(stage, c):
        return True
    if asked.noun in _COMPANY and _NO_COMPANY & words and not _is_called(stage, asked, c):
        return True
    line = _DATELINE.search(stage.text, 0, _TOP)
    return line is not None and any(line.start("agency") <= m.start < line.end("agency") for m in c.mentions)


def _stands_as_a_place(stage: Stage, c: Candidate) -> bool:
    """Whether a name of one word stands somewhere behind *in* or *near*, as towns do: of *ill in Harn … The company* not Harn."""
    return " " not in c.name and any(_IN.search(stage.text, max(0, m.start - 8), m.start) for m in c.mentions)


def _is_called(stage: Stage, asked: Asked, c: Candidate) -> bool:
    """Whether a candidate is a company by its last word (*Tarn Foods*), or the noun stands beside its name."""
    last = c.name.split()[1:][-1:] or [""]
    beside = any(asked.noun in phrase.heads for phrase in stage.told_beside(c, asked.at))
    return ends_as_a_company(last[0]) or beside or asked.noun in c.all_titles


def _may_be_a_union(stage: Stage, asked: Asked, c: Candidate, among: Sequence[Candidate]) -> bool:
    """Whether *the company* would be initials of which nothing tells what they are, where a company is named as one or *the
    union* is told of: *Tarn Foods said …, according to the WPU. The company put it at ten.*
    """
    if asked.noun not in _COMPANY or not (c.name.isupper() and " " not in c.name):
        return False
    if _is_called(stage, asked, c):
        return False
    return any(_is_called(stage, asked, o) for o in among) or (
        "U" in c.name and _THE_UNION.search(stage.text) is not None
    )


def _under_preposition(stage: Stage, asked: Asked, c: Candidate) -> bool:
    """Whether an organisation before *who* stands under a preposition: *a nurse of the Lidva clinic, who asked*."""
    last = stage.last_mention(c, asked.at.start)
    return (
        last is not None
        and stage.text[asked.at.start : asked.at.end].lower() in ("who", "whom", "whose")
        and PREPOSITION.search(stage.text[max(0, last.start - 40) : last.start]) is not None
    )


def _described(stage: Stage, asked: Asked, c: Candidate) -> bool:
    """Whether the noun of a description, and each of its proper words, stand beside the candidate or in its name."""
    phrases = list(stage.told_beside(c, asked.at))
    name = frozenset(plain(c.name).split())
    beside = name.union(*(phrase.words for phrase in phrases))
    if not asked.proper <= beside:
        return False
    owners = {without_possessive(word) for word in asked.words if word.endswith(("'s", "s'"))}
    if asked.kind == "role" and not owners <= beside | _POINTING_BACK:
        return False  # "the beer distributor's president" presides over no think tank
    if asked.kind == "role" and not asked.words & _SIDES <= beside:
        return False  # "the opposition leader" does not lead the union
    return (
        asked.noun in ANY
        or asked.noun in c.all_titles
        or asked.noun in name
        or any(asked.noun in phrase.heads for phrase in phrases)
    )


def _last_named(stage: Stage, asked: Asked, c: Candidate) -> int:
    mention = stage.last_mention(c, asked.at.start)
    return mention.start if mention else -1


def answer(stage: Stage, asked: Asked) -> Answer | None:
    """The likeliest of who may be meant; ``None`` where nobody is likely enough."""
    among = eligible(stage, asked)
    if not among:
        return None
    weigh = model()[asked.kind]
    rows = features(stage, asked, among)
    scores = [math.fsum(weigh[k] * v for k, v in row.items()) for row in rows]
    nobody = weigh["nobody"] + weigh["stranger"] * asked.stranger if asked.among is None else -math.inf
    top = max([*scores, nobody])
    odds = [math.exp(s - top) for s in scores]
    total = math.fsum(odds) + math.exp(nobody - top)
    best = max(range(len(among)), key=lambda i: odds[i])
    chance = odds[best] / total
    if asked.stranger and asked.spoke and _last_named(stage, asked, among[best]) < asked.spoke[0][1]:
        return None
    if among[best].name in asked.barred or of_other_gender(stage, asked.gender, among[best]):
        return None
    if asked.kind == "group" and initials_between(stage, asked, among[best].name):
        return None
    if _may_be_a_union(stage, asked, among[best], among):
        return None
    kin = asked.kind == "name" and any(not c.titles.isdisjoint(KIN) for c in among)
    least = LEAST_OF_KIN if kin else LEAST_INSIDE if asked.around else LEAST.get(asked.kind, LEAST_OF_OTHERS)
    if among[best].dead and asked.kind == "singular":
        least = max(least, LEAST_OF_DEAD)
    if chance < least:
        return None
    spoke_for = sorted((weigh[k] * v, k) for k, v in rows[best].items() if FEATURES[k] and weigh[k] * v > 0.2)
    reasons = [FEATURES[k] for _, k in spoke_for[::-1][:2]] or ["fits best"]
    return Answer(among[best], chance, " and ".join(reasons))
