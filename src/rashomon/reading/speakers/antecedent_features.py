"""What speaks for and against each of those whom a pronoun, or a name that several bear, may refer to, and how much it counts."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.models import model_path
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.given_names import FEMALE_NAMES, MALE_NAMES
from rashomon.reading.speakers.candidates import Candidate, Stage
from rashomon.records import MentionKind, Span

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

_NOTHING = re.compile(r"[ \n,—–)’'\"”-]*")
"""Between a name and the word that is *right before*: spaces and marks."""


PREPOSITION = re.compile(
    r"\b(?:for|of|from|by|with|to|against|on|at|in|about|behind|near|like|than|between)\s+(?:\w+\.?\s+){0,2}$",
    re.I,
)


GIVEN = 0.9
"""How far a name leans that is given to one gender alone: as far as those that the training articles call so ten times."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that refers to somebody: where it stands, its kind (of KINDS' values, or ``name``), and what is known of them.

    Of a description (``the Republican nominee``; kinds ``role`` and ``group``) ``noun`` is the last word and ``words`` are
    the others, of which those with a capital, the ``proper``, must stand beside a name. ``spoke`` are the names of who spoke
    before, last first, each with the place of its source; ``stranger`` tells that the last was one person without a name;
    ``around`` is who is quoted around the word; ``among`` the names that may be meant, ``None`` for all; ``barred`` those that
    cannot be, and yet are weighed; ``out`` those that are not even weighed.
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
    barred: frozenset[str] = frozenset()
    out: frozenset[str] = frozenset()


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
        "after a preposition": float(PREPOSITION.search(before) is not None),
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
    fitting = [phrase.words for phrase in stage.told_beside(c, asked.at) if asked.noun in phrase.heads]
    shared = max((len(asked.words & w) for w in fitting), default=0)
    return {
        "role beside": float(bool(fitting) or asked.noun in c.all_titles),
        "words beside": shared / len(asked.words) if asked.words else 0.0,
        "in its name": float(asked.noun in plain(c.name).split()),
    }


def _first_name_fits(c: Candidate, gender: str | None) -> float:
    """From -1 to 1, how much oftener bearers of the first name are called by this gender than by the other.

    Who bears a name that the training articles have not met is no less likely for it: that a name of the list fits speaks for
    nobody, only that it does not fit speaks against.
    """
    if gender is None or c.gender is not None:
        return 0.0
    towards = 1 if gender == "m" else -1
    lean = towards * first_name_lean(c.name)
    return lean if lean < 0 else towards * _met_lean(c.name)


def first_name_lean(name: str) -> float:
    """From -1 (she) to 1 (he), how bearers of the first name are called: in the training articles and, where these have too few
    of them, as the name is given (:mod:`rashomon.reading.names.words.given_names`); 0 of a single name or one not met.
    """
    words = plain(name).split()
    if len(words) < 2:
        return 0.0
    given = GIVEN * ((words[0] in MALE_NAMES) - (words[0] in FEMALE_NAMES))
    return max(_met_lean(name), given, key=abs)


def _met_lean(name: str) -> float:
    """How the training articles call bearers of the first name; 0 of a single name or one not met."""
    words = plain(name).split()
    return model()["first names"].get(words[0], 0.0) if len(words) > 1 else 0.0


@cache
def model() -> Mapping[str, Mapping[str, float]]:
    """For each kind of word the weight of each feature, of ``nobody`` and of a ``stranger`` who spoke last for nobody; and how
    ``first names`` lean, -1 (she) to 1 (he).
    """
    loaded: dict[str, dict[str, float]] = json.loads(
        model_path("antecedents.json").read_text(encoding="utf-8")
    )
    return loaded
