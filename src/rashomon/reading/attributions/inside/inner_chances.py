"""How likely a candidate for an attribution inside a content is one, by what its words tell and what the tagger sees there.

What words tell is looked up: for each of its features a candidate has a value (its cue, its cue and what it takes, the word
before), and each value is worth what it was worth in the annotated contents, as log-odds over the average; small trees weigh
them. No part of that has seen the tagger, which was trained on the same articles and is too sure of them; its share is set on
articles new to it, and with it the chances. All is in ``models/inside.json``, made by ``training/inside/train.py``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from rashomon.models import model_path
from rashomon.models.trees import Trees
from rashomon.reading.attributions.inside.inner_candidates import Candidate
from rashomon.reading.text.edges import Holders
from rashomon.reading.text.phrases import OPENING, lowered
from rashomon.reading.text.stems import verb_stem
from rashomon.records import Span, overlap

FILE = "inside.json"

NUMBERS = ("length", "share", "source", "holder", "from", "negated", "modal", "quoted", "around", "capital")

IN_WORDS = "_’'"
REACH = 30
"""Characters before a candidate in which the word before it stands."""
_WORD_AFTER = re.compile(r"\W{0,4}([\w’']*)")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the tagger's inner level sees in a candidate: the mean probabilities, 0 to 1, that its source and its content are
    such; that what stands right before and behind the content is content too, and its first and last letters; and that what
    stands right before the source is a source."""

    source: float
    content: float
    before: float = 0.0
    first: float = 0.0
    last: float = 0.0
    behind: float = 0.0
    further: float = 0.0

    def values(self) -> tuple[float, ...]:
        """All of them, as the weights have them."""
        return (self.source, self.content, self.before, self.first, self.last, self.behind, self.further)


@dataclass(frozen=True, slots=True)
class Model:
    """Cues with their log-odds; log-odds by feature and value; trees over these, NUMBERS and the cue's; then the bias and weights
    with which the trees' log-odds (``alone``), or they and what the tagger sees (``seen``), give log-odds."""

    cues: Mapping[str, float]
    worth: Mapping[str, Mapping[str, float]]
    trees: Trees
    alone: tuple[float, float]
    seen: tuple[float, ...]

    def row(self, values: Mapping[str, str], numbers: Mapping[str, float], cue: str) -> list[float]:
        """A candidate as the trees' features."""
        return [
            *[table.get(values[name], 0.0) for name, table in self.worth.items()],
            *[numbers[name] for name in NUMBERS],
            self.cues.get(cue, 0.0),
        ]

    def chance(self, words: float, seen: Seen | None) -> float:
        """The chance, 0 to 1, that source and content are right, from log-odds by words and what the tagger sees."""
        if seen is None:
            odds = self.alone[0] + self.alone[1] * words
        else:
            bias, by_words, *weights = self.seen
            odds = bias + by_words * words + sum(w * v for w, v in zip(weights, seen.values(), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


@cache
def model() -> Model:
    """The packaged weights."""
    row = json.loads(model_path(FILE).read_text(encoding="utf-8"))
    kept, alone, seen = row["trees"], row["alone"], row["seen"]
    trees = Trees(
        kept["base"],
        np.array(kept["asked"], dtype=np.int64),
        np.array(kept["borders"]),
        np.array(kept["leaves"]),
    )
    return Model(row["cues"], row["worth"], trees, (alone[0], alone[1]), tuple(seen))


def described(
    text: str, holder: Span, size: int, own: int, c: Candidate
) -> tuple[dict[str, str], dict[str, float]]:
    """A candidate's values by feature, and its numbers by name; ``size``: the letters of ``holder``, the piece of content that it
    stands in, ``own``: those of its own content."""
    first = min(s.start for s in (c.cue, c.content[0], *([c.source] if c.source else [])))
    last = c.content[-1]
    words = text[last.start : last.end].split()
    owner = text[c.source.start : c.source.end].split() if c.source else []
    ends = last.end >= holder.end - 2
    after = _WORD_AFTER.match(text, last.end, last.end + 24)
    told, family = c.told, c.pattern[:4]
    kind = told.get("noun", "") + "_" + told.get("kind", c.pattern)
    cut = told.get("cut", "")
    mark = "." if ends else _mark(text[last.end : last.end + 1])
    subject = lowered(owner[-1]) if owner else "-"
    suffix = next((x for x in ("ing", "ed", "s") if c.word.endswith(x)), "")
    next_word = "$" if ends or after is None else after[1].lower()
    takes = f"{c.pattern}|{c.takes}"
    stood = kind.rpartition("_")[0] or kind
    root = verb_stem(c.word)
    values = {
        "word": c.word,
        "stem": root,
        "takes": takes,
        "word takes": f"{c.word}|{family}|{c.takes}",
        "word kind": f"{c.word}|{stood}",
        "stem takes": f"{root}|{family}|{c.takes}",
        "stem kind": f"{root}|{stood}",
        "kind": f"{kind}|{c.pattern}|{suffix}",
        "aux": family + told.get("aux", ""),
        "before": lowered(_word_before(text, max(holder.start, first - REACH), first)) or "^",
        "left": told.get("left", told.get("before", "")),
        "subject": subject,
        "word subject": f"{c.word}|{subject}",
        "begins": f"{c.takes}|{lowered(words[0]) if words else ''}",
        "cut": f"{cut}|{takes}",
        "stops": f"{cut}|{mark}",
        "next": next_word,
        "next cut": f"{cut}|{next_word}",
        "first": told.get("first", ""),
    }
    numbers = {
        "length": math.log1p(len(words)),
        "share": own / max(size, 1),
        "source": math.log1p(len(owner)),
        "holder": math.log1p(min(size, 800)),
        "from": math.log1p(min(first - holder.start, 500)),
        "negated": float(told.get("aux", "0000")[1] == "1"),
        "modal": float(told.get("aux", "0000")[0] == "1"),
        "quoted": float(text[last.start] in OPENING),
        "around": float(text[holder.start] in OPENING),
        "capital": float(text[last.start].isupper()),
    }
    return values, numbers


def _word_before(text: str, low: int, at: int) -> str:
    """The word, or the mark, that stands last in ``text[low:at]``; empty where none does."""
    end = low + len(text[low:at].rstrip())
    start = end
    while start > low and (text[start - 1].isalnum() or text[start - 1] in IN_WORDS):
        start -= 1
    return text[max(low, min(start, end - 1)) : end]


def _mark(character: str) -> str:
    if character.isspace():
        return " "
    return "a" if character.isalnum() or not character else character


def likeliest(of: Sequence[tuple[float, Candidate]], least: float) -> list[tuple[float, Candidate]]:
    """The candidates with at least so much of a chance, the likeliest for each cue, none for two contents of which one is hardly
    more than the other."""
    enough = [row for row in of if row[0] >= least]
    in_order = sorted(enough, key=lambda row: (-row[0], row[1].cue, row[1].content))
    parts = Holders((s, n) for n, (_, c) in enumerate(in_order) for s in (c.cue, *c.content))
    taken: dict[int, tuple[float, Candidate]] = {}
    for n, (chance, c) in enumerate(in_order):
        near = {m for s in (c.cue, *c.content) for m in parts.meeting(s) if m in taken}
        if not any(_one(c, taken[m][1]) for m in near):
            taken[n] = chance, c
    return list(taken.values())


def _one(a: Candidate, b: Candidate) -> bool:
    """Whether two are one, or cross: cues that touch, or contents that share without one being in the other with its cue."""
    if overlap(a.cue, b.cue):
        return True
    for x in a.content:
        for y in b.content:
            if overlap(x, y):
                a_in_b = (
                    y.start <= a.cue.start and a.cue.end <= y.end and y.start <= x.start and x.end <= y.end
                )
                b_in_a = (
                    x.start <= b.cue.start and b.cue.end <= x.end and x.start <= y.start and y.end <= x.end
                )
                if not a_in_b and not b_in_a:
                    return True
    return False
