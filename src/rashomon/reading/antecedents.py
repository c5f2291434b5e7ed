"""Whom a pronoun, or a surname that several people bear, refers to: a trained scorer over what the text around it tells.

For each person or organisation named so far it weighs how far back and how often the name stands, whether it began a sentence,
who spoke last, what stands in quotations, and gender and number where the text tells them; a softmax over them and over *nobody*
gives a probability (mention-ranking, Denis and Baldridge 2008). Weights by kind of word are in ``models/antecedents.json``,
made by ``training/speakers/train.py``. Below LEAST the answer is *not known*.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.models import model_path
from rashomon.reading.attributions import Found
from rashomon.reading.bodies import ANY
from rashomon.reading.edges import Holders
from rashomon.reading.organisations import Organisation
from rashomon.reading.people import KIN, Person, plain
from rashomon.reading.sentences import sentences
from rashomon.records import MentionKind, Span

KINDS = {
    "he": "singular", "she": "singular", "him": "singular", "his": "singular", "her": "singular",
    "himself": "singular", "herself": "singular",
    "they": "plural", "them": "plural", "their": "plural", "it": "thing", "its": "thing",
    "who": "relative", "whom": "relative", "whose": "relative", "which": "relative", "that": "relative",
}  # fmt: skip
"""Pronouns that the scorer answers for, and the kind whose weights it uses. A shared surname is of the kind ``name``."""

OF_PERSONS = frozenset({"singular", "role"})
OF_GROUPS = frozenset({"plural", "thing", "group"})

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}

LEAST = {"name": 0.67, "role": 0.5, "group": 0.5, "relative": 0.45}
LEAST_OF_OTHERS = 0.62
LEAST_INSIDE = 0.4
LEAST_OF_KIN = 0.95
"""The least probability of an answer, by kind of word. Two bearers of a name of whom nothing else is told get half each; a father
and a daughter, whom a report of either names often, need more than that; inside somebody's words, who speaks is out."""

FEATURES = {
    "same sentence": "stands in the same sentence",
    "sentence before": "stands in the sentence before",
    "two sentences before": "stands two sentences before",
    "farther": "stands farther back",
    "much farther": "stands much farther back",
    "named last": "was named last",
    "named last but one": "was named last but one",
    "began a sentence": "began a sentence",
    "began the last sentence": "began the sentence before",
    "right before": "stands right before",
    "owns": "is named as an owner",
    "after a preposition": "stands after a preposition",
    "same paragraph": "stands in the same paragraph",
    "spoke last": "spoke last",
    "spoke last but one": "spoke last but one",
    "spoke in the same sentence": "speaks in the same sentence",
    "quoted only": "was named in a quotation",
    "often": "is named often",
    "most often": "is named most often",
    "headline": "is named in the first sentence",
    "gender fits": "is of the gender",
    "first name fits": "bears a first name that fits",
    "person": "",
    "organisation": "",
    "dead": "is said to have died",
    "title fits": "bears the title",
    "role beside": "is given that role",
    "words beside": "has the same words beside the name",
    "in its name": "has the word in its name",
}
"""What is weighed, with the words that tell it as a reason (none where it is no reason by itself)."""

NAMES = tuple(FEATURES)

_APPOSITION = re.compile(r",\s+[^,.;\n]{3,60}|\s+(?:is|was)\s+(?:the|an?)\s+[^,.;\n]{3,40}")
_PLACED = re.compile(r"\b(?:in|at|near|from)\s+(?:the\s+)?\Z", re.I)
_NOTHING = re.compile(r"[ \n,—–)’'\"”-]*")
"""Between a name and the word that is *right before*: spaces and marks."""

_AFTER_HEADS = frozenset("of for from in at on to with by who whose which that said says".split())
_TITLES_IN_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel", "capt": "captain",
    "dr": "doctor", "prof": "professor", "adm": "admiral", "cmdr": "commander", "pres": "president",
}  # fmt: skip

_PREPOSITION = re.compile(
    r"\b(?:for|of|from|by|with|to|against|on|at|in|about|behind|near|like|than|between)\s+(?:\w+\.?\s+){0,2}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person or organisation of the report, and every place where it is named, in text order."""

    name: str
    kind: MentionKind
    at: Span
    mentions: tuple[Span, ...]
    gender: str | None = None
    titles: frozenset[str] = frozenset()
    dead: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A candidate, its probability, and in words what spoke most for it."""

    candidate: Candidate
    chance: float
    why: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words right beside a name: those that may be its noun (``heads``), and all of them."""

    heads: frozenset[str]
    words: frozenset[str]


class Stage:
    """A report as the scorer sees it: candidates, sentences, and which mentions stand in somebody's words."""

    def __init__(
        self, text: str, persons: Sequence[Person], things: Sequence[Organisation], found: Sequence[Found]
    ) -> None:
        self.text = text
        self.candidates = [
            Candidate(p.name, MentionKind.PERSON, p.at, p.mentions, p.gender, p.titles, p.dead)
            for p in persons
        ] + [
            Candidate(o.name, o.kind, o.at[0], tuple(sorted(o.at)))
            for o in things
            if o.kind is MentionKind.ORGANISATION
        ]
        self._sentences = [s.start for s in sentences(text, 0, len(text))] or [0]
        self._paragraphs = [0] + [m.end() for m in re.finditer(r"\n+", text)]
        self.contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
        self._quoted = {m: bool(self.around(m)) for c in self.candidates for m in c.mentions}
        self._beside: dict[int, tuple[Phrase, ...]] = {}
        self._starts = {id(c): [m.start for m in c.mentions] for c in self.candidates}
        self._places = {
            id(c)
            for c in self.candidates
            if " " not in c.name
            and all(_PLACED.search(text, max(0, m.start - 8), m.start) for m in c.mentions)
        }

    def sentence(self, at: int) -> int:
        """The number of the sentence at an offset."""
        return max(0, bisect_right(self._sentences, at) - 1)

    def paragraph(self, at: int) -> int:
        """The number of the paragraph at an offset."""
        return bisect_right(self._paragraphs, at)

    def around(self, span: Span) -> frozenset[int]:
        """The attributions in whose content a span stands."""
        return frozenset(self.contents.of(span))

    def last_mention(self, c: Candidate, before: int) -> Span | None:
        """Where it was named last before an offset."""
        n = bisect_right(self._starts[id(c)], before - 1)
        return c.mentions[n - 1] if n else None

    def times_named(self, c: Candidate, before: int) -> int:
        """How often it was named before an offset."""
        return bisect_right(self._starts[id(c)], before - 1)

    def begins(self, mention: Span) -> bool:
        """Whether a name stands first in its sentence, a title and a word or two before it let through."""
        start = self._sentences[self.sentence(mention.start)]
        return len(self.text[start : mention.start].split()) <= 3

    def beside(self, c: Candidate) -> Sequence[Phrase]:
        """The phrases right before its mentions, and the appositions after them."""
        if id(c) not in self._beside:
            phrases: set[Phrase] = set()
            for m in c.mentions:
                clause = re.split(r"[.!?\n,]", self.text[max(0, m.start - 50) : m.start])[-1]
                before = plain(clause).split()[-4:]
                phrases.add(Phrase(frozenset(before[-1:]), frozenset(before)))
                if (after := _APPOSITION.match(self.text[m.end : m.end + 80])) is not None:
                    words = plain(after.group()).split()
                    heads = words[: next((n for n, w in enumerate(words) if w in _AFTER_HEADS), None)]
                    phrases.add(Phrase(frozenset(heads), frozenset(words)))
            self._beside[id(c)] = tuple(p for p in phrases if p.heads)
        return self._beside[id(c)]

    def is_a_place(self, c: Candidate) -> bool:
        """Whether the name, one word, stands only after *in*, *at*, *near* or *from*, though the model calls it a person."""
        return id(c) in self._places

    def quoted(self, mention: Span) -> bool:
        """Whether it stands in somebody's words."""
        return self._quoted.get(mention, False)


_ONE = re.compile(
    r"(?:an?|one|another)\s+(?:[\w’'-]+\s+)*?[\w-]*[^s\W](?:$|\s*,|\s(?:for|of|in|at|from|with|who)\b)",
    re.I,
)


def one_stranger(words: str) -> bool:
    """Whether a source that names nobody brings in one person: ``a spokesman for the court``, not ``officials``."""
    return _ONE.match(words) is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that refers to somebody: where it stands, its kind (of KINDS' values, or ``name``), and what is known of them.

    Of a description (``the Republican nominee``; kinds ``role`` and ``group``) ``noun`` is the last word and ``words`` are
    the others, of which those with a capital, the ``proper``, must stand beside a name. ``spoke`` are the names of who spoke
    before, last first, each with the place of its source; ``stranger`` tells that the last was one person without a name;
    ``around`` is who is quoted around the word; ``among`` the names that may be meant, ``None`` for all.
    """

    at: Span
    kind: str
    gender: str | None = None
    titles: frozenset[str] = frozenset()
    noun: str = ""
    words: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    spoke: tuple[tuple[str | None, int], ...] = ()
    stranger: bool = False
    around: str | None = None
    among: frozenset[str] | None = None


def eligible(stage: Stage, asked: Asked) -> list[Candidate]:
    """Who may be meant: named before, of a fitting kind and gender."""
    out = []
    for c in stage.candidates:
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
        if asked.kind == "singular" and c.name == asked.around:
            continue
        out.append(c)
    return out


def _described(stage: Stage, asked: Asked, c: Candidate) -> bool:
    """Whether the noun of a description, and each of its proper words, stand beside the candidate or in its name."""
    phrases = stage.beside(c)
    name = frozenset(plain(c.name).split())
    if not asked.proper <= name.union(*(phrase.words for phrase in phrases)):
        return False
    return asked.noun in ANY | _titles(c) | name or any(asked.noun in phrase.heads for phrase in phrases)


def features(stage: Stage, asked: Asked, among: Sequence[Candidate]) -> list[dict[str, float]]:
    """What speaks for and against each, by name of feature; those not given are 0."""
    last = [stage.last_mention(c, asked.at.start) for c in among]
    order = sorted(range(len(among)), key=lambda i: -(m.start if (m := last[i]) else -1))
    rank = {i: n for n, i in enumerate(order)}
    counts = [stage.times_named(c, asked.at.start) for c in among]
    most = max(counts, default=0)
    inside = bool(stage.around(asked.at))
    out = []
    for i, c in enumerate(among):
        f = _of_bearer(stage, asked, c) | _of_speaking(stage, asked, c)
        if (mention := last[i]) is not None:
            f |= _of_mention(stage, asked, mention, inside)
            f["named last"] = float(rank[i] == 0)
            f["named last but one"] = float(rank[i] == 1)
        f["often"] = math.log1p(counts[i]) / 3
        f["most often"] = float(counts[i] == most)
        if asked.noun:
            f |= _of_description(stage, asked, c)
        out.append(f)
    return out


def _of_mention(stage: Stage, asked: Asked, mention: Span, inside: bool) -> dict[str, float]:
    """Where a candidate was named last; ``inside``: the word that is asked about stands in somebody's words."""
    text, at = stage.text, asked.at.start
    gap = stage.sentence(at) - stage.sentence(mention.start)
    distance = ("same sentence", "sentence before", "two sentences before")
    begins = stage.begins(mention)
    owns = text[mention.end : mention.end + 1] in ("'", "’") or text[mention.end - 2 : mention.end] in (
        "'s",
        "’s",
    )
    before = text[max(0, mention.start - 40) : mention.start]
    return {
        distance[gap] if gap < 3 else "farther" if gap < 6 else "much farther": 1.0,
        "began a sentence": float(begins),
        "began the last sentence": float(gap <= 1 and begins),
        "right before": float(_NOTHING.fullmatch(text, min(mention.end, at), at) is not None),
        "owns": float(owns),
        "after a preposition": float(_PREPOSITION.search(before) is not None),
        "same paragraph": float(stage.paragraph(mention.start) == stage.paragraph(at)),
        "quoted only": float(stage.quoted(mention) and not inside),
    }


def _of_speaking(stage: Stage, asked: Asked, c: Candidate) -> dict[str, float]:
    """Whether a candidate was one of the two who spoke last."""
    f: dict[str, float] = {}
    here = stage.sentence(asked.at.start)
    for n, (name, place) in enumerate(asked.spoke[:2]):
        if name == c.name:
            f["spoke last but one" if n else "spoke last"] = 1.0
            if stage.sentence(place) == here:
                f["spoke in the same sentence"] = 1.0
    return f


def _of_bearer(stage: Stage, asked: Asked, c: Candidate) -> dict[str, float]:
    """Who a candidate is."""
    return {
        "headline": float(stage.sentence(c.mentions[0].start) <= 1),
        "gender fits": float(bool(asked.gender) and asked.gender == c.gender),
        "first name fits": _first_name_fits(c, asked.gender),
        "person": float(c.kind is MentionKind.PERSON),
        "organisation": float(c.kind is not MentionKind.PERSON),
        "dead": float(c.dead),
        "title fits": float(bool(asked.titles & c.titles)),
    }


def _of_description(stage: Stage, asked: Asked, c: Candidate) -> dict[str, float]:
    """How well a description fits the words beside a candidate's name."""
    fitting = [phrase.words for phrase in stage.beside(c) if asked.noun in phrase.heads]
    shared = max((len(asked.words & w) for w in fitting), default=0)
    return {
        "role beside": float(bool(fitting) or asked.noun in _titles(c)),
        "words beside": shared / len(asked.words) if asked.words else 0.0,
        "in its name": float(asked.noun in plain(c.name).split()),
    }


def _titles(c: Candidate) -> frozenset[str]:
    return c.titles | {_TITLES_IN_FULL.get(title, title) for title in c.titles}


def _first_name_fits(c: Candidate, gender: str | None) -> float:
    """From -1 to 1, how much oftener the training articles call bearers of the first name by this gender than by the other."""
    words = plain(c.name).split()
    if gender is None or c.gender is not None or len(words) < 2:
        return 0.0
    lean = model()["first names"].get(words[0], 0.0)
    return lean if gender == "m" else -lean


@cache
def model() -> Mapping[str, Mapping[str, float]]:
    """For each kind of word the weight of each feature, of ``nobody`` and of a ``stranger`` who spoke last for nobody; and how
    ``first names`` lean, -1 (she) to 1 (he).
    """
    loaded: dict[str, dict[str, float]] = json.loads(
        model_path("antecedents.json").read_text(encoding="utf-8")
    )
    return loaded


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
    kin = asked.kind == "name" and any(not c.titles.isdisjoint(KIN) for c in among)
    least = LEAST_OF_KIN if kin else LEAST_INSIDE if asked.around else LEAST.get(asked.kind, LEAST_OF_OTHERS)
    if chance < least:
        return None
    spoke_for = sorted((weigh[k] * v, k) for k, v in rows[best].items() if FEATURES[k] and weigh[k] * v > 0.2)
    reasons = [FEATURES[k] for _, k in spoke_for[::-1][:2]] or ["fits best"]
    return Answer(among[best], chance, " and ".join(reasons))
