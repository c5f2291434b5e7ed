"""Where a content ends, where the tagger is in doubt: *he saw nothing | in Varn | , but …*.

What a place tells is told by the words on its two sides, by the marks between them, and by how the content began: for each of
these a value is worth what it was worth in annotated contents, as log-odds over the average, and small trees weigh them. They
give the chance that a content that has come so far stops there, and so the odds of one end against another. The tagger was
trained on the same contents and is too sure of them, so that its share is set on articles new to it. All is in
``models/ends.json``, made by ``training/ends/train.py``.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rashomon.models import model_path
from rashomon.models.trees import Trees, from_json
from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.tagging.tokens import CASE_OTHER, Tokens
from rashomon.reading.text.phrases import (
    AUXILIARIES,
    BOUNDS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECTS,
    lowered,
)
from rashomon.reading.text.quotations import Quotation
from rashomon.records import Span

FILE = "ends.json"

VALUES = (
    "next",
    "mark next",
    "last",
    "last next",
    "kinds",
    "first next",
    "cue",
    "cue next",
    "sides next",
)
NUMBERS = (
    "length",
    "sentence",
    "comma",
    "commas",
    "quoted",
    "ahead",
    "capital next",
    "capital",
    "closes",
    "preposition",
    "behind",
    "verbs",
)

AFTER, LAST, DOUBT = 0.4, 0.6, 1.5
"""What the tagger tells of an end: its log-odds that the next word is no content by AFTER, and that the last one is content by
LAST; and how far behind its own choice another end may be in that to be asked about. On PolNeAR dev, with 0.9, 1.2 and 1.5, 106,
144 and 179 contents that an annotator has are asked about, 33, 32 and 32 get their right end and 5, 7 and 8 lose it."""

BETTER = 0.3
"""By how much, in log-odds, another end must be better than the tagger's. On PolNeAR dev, weights from the other half of the
articles: with 0, 0.3, 0.6 and 1 37, 32, 30 and 23 contents got their right end and 11, 8, 7 and 6 lost it."""

REACH = 300
"""Characters behind the tagger's end that a content may go on for."""

FORTH, BACK = 25, 7
"""Words behind the tagger's end, and before it, among which another is looked for. Of the ends on PolNeAR dev that would have
gone back farther three were right, and in four places the tagger's was."""

SURE = 4.0
"""Log-odds of the tagger beyond which it does not matter how sure it is."""

MARKS_BEFORE = 40
"""Quotations before the farthest end that are looked at."""

_FAR = 8.0
"""Log-odds by words beyond which it does not matter how much better an end is."""

_WORD = re.compile(r"\w{1,80}(?:[’'\-.&]\w{1,80}){0,9}")
_ABBREVIATED = frozenset("mr mrs ms dr sen rep gov gen lt col st jr sr prof rev no vs".split())
_LOOSE = frozenset(
    "and or but nor the a an of from with by into than as which who whose whether if because while his their its".split()
)
_KNOWN = BOUNDS | AUXILIARIES | PREPOSITIONS | DETERMINERS | SUBJECTS
_SUFFIXES = ("ing", "ed", "ly", "s", "er", "tion")
_STRAIGHT = str.maketrans("“”«»‘’", '""""\'\'')
_EDGE = " ,.;:—–-”\"’'»"

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Model:
    """Log-odds by feature and value, in the order of VALUES; trees over these and NUMBERS; and the weights of what the words
    tell, of the tagger's own choice, of the log-odds of the word behind to be no content, and of the last word to be content."""

    worth: tuple[Mapping[str, float], ...]
    trees: Trees
    weights: tuple[float, float, float, float]


@cache
def model() -> Model:
    """The packaged weights."""
    row = json.loads(model_path(FILE).read_text(encoding="utf-8"))
    words, own, after, last = row["weights"]
    trees = from_json(row["trees"], (*VALUES, *NUMBERS))
    return Model(tuple(row["worth"][name] for name in VALUES), trees, (words, own, after, last))


class Way:
    """The words of a content and of what stands behind it, up to ``far``; at each of them it may end.

    ``parts`` are the source's and the cue's spans.
    """

    def __init__(self, text: str, start: int, far: int, source: Spans, cue: Spans, pieces: int) -> None:
        self.words = [m.span() for m in _WORD.finditer(text, start, far)]
        self._text = text
        self._cut = bool(self.words) and text[self.words[-1][1] : far + 1].lstrip(" ")[:1].isalnum()
        own = [(a, b, "cue") for a, b in cue] + [(a, b, "source") for a, b in source]
        self._own = min(((a, name) for a, b, name in own if a > start), default=None)
        behind = min(((start - b, name) for a, b, name in own if b <= start), default=(99, "-"))
        self._behind = float(min(behind[0], 60))
        near = behind[1] if behind[0] < 60 else "-"
        self._sides = f"{self._own[1] if self._own else '-'} {near} {pieces}"
        last = [w for a, b in cue for w in _WORD.findall(text[a:b])]
        self._cue = lowered(last[-1]) if last else "-"
        self._looked_at = False

    def may_stop(self, i: int) -> bool:
        """Whether a content may end with word ``i``: not with *and* or *of*, nor where another's source or cue follows without a
        mark between."""
        start, end = self.words[i]
        return not (self._cut and i == len(self.words) - 1) and lowered(self._text[start:end]) not in _LOOSE

    def _look(self) -> None:
        """The words themselves and the marks between them; words to the end of the sentence and to the next comma; commas, marks
        and verbs up to each word."""
        self._looked_at, n = True, len(self.words)
        self._shown = [self._text[a:b] for a, b in self.words]
        self._low = [lowered(w) for w in self._shown]
        self._kinds = [_kind(w, low) for w, low in zip(self._shown, self._low, strict=True)]
        self.marks = [_mark(self._text, a[1], b[0]) for a, b in zip(self.words, self.words[1:], strict=False)]
        self._rest, self._to_comma = [0] * n, [0] * n
        for i in range(n - 2, -1, -1):
            self._rest[i] = 0 if self._stops(i) else self._rest[i + 1] + 1
            self._to_comma[i] = 0 if "," in self.marks[i] else self._to_comma[i + 1] + 1
        self._commas, self._quoted, self._verbs = [0] * n, [0] * n, [0] * n
        commas = quoted = verbs = 0
        for i, low in enumerate(self._low):
            verbs += low in AUXILIARIES or low.endswith("ed")
            self._commas[i], self._quoted[i], self._verbs[i] = commas, quoted % 2, verbs
            if i < n - 1:
                commas += "," in self.marks[i]
                quoted += self.marks[i].count('"')

    def _stops(self, i: int) -> bool:
        """Whether a sentence ends with word ``i``."""
        mark = self.marks[i]
        if "/" in mark:
            return True
        ends = self._shown[i + 1][0].isupper() and any(c in ".?!" for c in mark)
        return ends and not (mark[0] == "." and (self._low[i] in _ABBREVIATED or len(self._low[i]) == 1))

    def described(self, i: int) -> tuple[tuple[str, ...], tuple[float, ...]]:
        """The values and the numbers of an end behind word ``i``, in the order of VALUES and NUMBERS."""
        if not self._looked_at:
            self._look()
        n = len(self.words)
        mark = self.marks[i] if i < n - 1 else "$"
        after, kind = (self._low[i + 1], self._kinds[i + 1]) if i < n - 1 else ("$", "$")
        ahead = 12
        if self._own is not None:
            ahead = sum(b <= self._own[0] for _, b in self.words[i + 1 : i + 13])
            if not ahead:
                after = kind = "=" + self._own[1]
        last, first = self._kinds[i], self._kinds[0]
        values = (
            after,
            f"{mark} {after}",
            self._low[i],
            f"{last} {after}",
            f"{last} {mark} {kind}",
            f"{first} {mark} {after}",
            f"{self._cue} {mark} {min(i, 3)}",
            f"{self._cue} {mark} {kind}",
            f"{self._sides} {mark} {kind}",
        )
        numbers = (
            math.log1p(i),
            math.log1p(self._rest[i]),
            math.log1p(min(self._to_comma[i], self._rest[i])),
            float(self._commas[i]),
            float(self._quoted[i]),
            float(ahead),
            float(i < n - 1 and self._shown[i + 1][0].isupper()),
            float(self._shown[i][0].isupper()),
            float('"' in mark),
            float(self._low[i] in PREPOSITIONS),
            self._behind,
            float(self._verbs[i]),
        )
        return values, numbers


def _kind(word: str, low: str) -> str:
    """A function word itself; of others what they begin or end with."""
    if low in _KNOWN:
        return low
    if word[0].isdigit():
        return "#"
    if word[0].isupper():
        return "A"
    return next((f"-{x}" for x in _SUFFIXES if low.endswith(x) and len(low) > len(x) + 2), "-")


def _mark(text: str, start: int, end: int) -> str:
    """What stands between two words: the first three marks of it, all quotation marks straight, a slash for a new line."""
    between = text[start:end]
    return ("".join(between.split()) + ("/" if "\n" in between else ""))[:3].translate(_STRAIGHT)


def settled(text: str, piece: Span, parts: Sequence[Span]) -> bool:
    """Whether a piece of content ends right before its source or cue."""
    return any(s.start >= piece.end and not text[piece.end : s.start].strip(_EDGE) for s in parts)


def last_letter(text: str, piece: Span) -> int:
    """Where a piece ends without the marks behind its last word."""
    end = piece.end
    while end > piece.start and not text[end - 1].isalnum():
        end -= 1
    return end


def with_likely_ends(
    text: str,
    found: Sequence[Found],
    tokens: Tokens,
    seen: NDArray[np.float32] | None,
    marks: Sequence[Quotation],
) -> list[Found]:
    """The attributions, their contents with other ends where those are likelier; ``seen`` has for each token the tagger's
    probabilities, 0 to 1, that it is of a source, a cue or a content.
    """
    if seen is None or not len(seen) or not found:
        return list(found)
    tagger = Sees(tokens, seen[:, 2])
    starts = sorted({s.start for f in found for s in f.spans})
    out = []
    for f in found:
        content = tuple(_ended(text, f, s, tagger, starts, marks) for s in f.content)
        out.append(
            f
            if content == f.content
            else replace(f, content=content, kind=kind_of(text, content, f.cue, marks))
        )
    return out


def _ended(
    text: str, f: Found, piece: Span, tagger: Sees, starts: Sequence[int], marks: Sequence[Quotation]
) -> Span:
    """A piece of content with its likeliest end."""
    end = last_letter(text, piece)
    far = farthest(text, piece, starts)
    if not tagger.doubts(piece.start, end, far) or settled(text, piece, (*f.source, *f.cue)):
        return piece
    around = range(bisect_left(marks, far, key=lambda q: q.start))[-MARKS_BEFORE:]
    near = [q for q in (marks[n] for n in around) if q.end > piece.start]
    # A content that somebody quoted tells of ends where the quotation does.
    held = [q.end for q in near if q.start < piece.start and any(q.start < c.start < q.end for c in f.cue)]
    way = way_of(text, f, piece, min([far, *held]))
    at = bisect_left(way.words, end, key=lambda word: word[1])
    if at == len(way.words) or way.words[at][1] != end:
        return piece
    quoted = [q for q in near if q.start >= piece.start - 1]
    options = [
        o for o in likely_ends(way, at, tagger) if o.word == at or _whole(text, way.words[o.word][1], quoted)
    ]
    if len(options) < 2:
        return piece
    odds = [weight(o, w, at) for o, w in zip(options, odds_by_words(way, at, options), strict=True)]
    best = max(range(len(odds)), key=odds.__getitem__)
    if odds[best] - next(x for o, x in zip(options, odds, strict=True) if o.word == at) <= BETTER:
        return piece
    new = way.words[options[best].word][1]
    return Span(piece.start, next((q.end for q in quoted if q.start < new < q.end), new))


def farthest(text: str, piece: Span, starts: Sequence[int]) -> int:
    """Up to where a piece may go on: the next of ``starts``, those of all parts of attributions, or the end of its paragraph."""
    following = bisect_left(starts, piece.end)
    far = min(starts[following] if following < len(starts) else len(text), piece.end + REACH)
    line = text.find("\n", piece.end, far)
    return far if line < 0 else line


def way_of(text: str, f: Found, piece: Span, far: int) -> Way:
    """The words of a piece of an attribution's content, and those up to ``far``."""
    source, cue = ([(s.start, s.end) for s in part] for part in (f.source, f.cue))
    return Way(text, piece.start, far, source, cue, len(f.content))


def _whole(text: str, end: int, quoted: Sequence[Quotation]) -> bool:
    """Whether no quotation that has begun in the content goes on behind ``end`` with another word."""
    return not any(q.start < end < q.end and any(map(str.isalnum, text[end : q.end])) for q in quoted)


@dataclass(frozen=True, slots=True)
class End:
    """An end behind a word, by its place in its :class:`Way`; the tagger's log-odds that the next word is no content (``after``)
    and that this one is (``last``), both within SURE.
    """

    word: int
    after: float
    last: float


def weight(end: End, by_words: float, at: int) -> float:
    """What speaks for an end, in log-odds; ``at``: the word behind which the tagger sees it."""
    words, own, after, last = model().weights
    return words * by_words + own * (end.word == at) + after * end.after + last * end.last


def likely_ends(way: Way, at: int, tagger: Sees) -> list[End]:
    """The words near ``at``, and it, behind which the tagger could see the end."""
    first, last = max(0, at - BACK), min(len(way.words), at + FORTH + 1)
    odds = tagger.odds(way.words[first : last + 1])
    ends = [End(first + i, -odds[i + 1], odds[i]) for i in range(last - first)]
    told = [AFTER * e.after + LAST * e.last for e in ends]
    least = told[at - first] - DOUBT
    return [
        e for e, t in zip(ends, told, strict=True) if e.word == at or (t > least and way.may_stop(e.word))
    ]


def odds_by_words(way: Way, at: int, ends: Sequence[End]) -> list[float]:
    """The log-odds of some ends against the one behind word ``at``, by words alone."""
    known = model()
    places = [at, *(e.word for e in ends)]
    first, last = min(places), max(places)
    rows = []
    for i in range(first, last + 1):
        values, numbers = way.described(i)
        rows.append([*(t.get(v, 0.0) for t, v in zip(known.worth, values, strict=True)), *numbers])
    stops = known.trees.odds_of_few(np.array(rows))
    # The logarithms of the chances to stop, and to go on.
    stop, on = -np.logaddexp(0.0, -stops), -np.logaddexp(0.0, stops)
    total = stop + np.concatenate([[0.0], np.cumsum(on)[:-1]])
    return [float(np.clip(total[e.word - first] - total[at - first], -_FAR, _FAR)) for e in ends]


class Sees:
    """What the tagger sees of ends: its log-odds, token by token, that it is of a content."""

    def __init__(self, tokens: Tokens, content: NDArray[np.float32]) -> None:
        chances = np.clip(content.astype(np.float64), 1e-6, 1 - 1e-6)
        self._odds = np.clip(np.log(chances) - np.log1p(-chances), -SURE, SURE)
        self._sums = np.concatenate([[0.0], np.cumsum(self._odds)])
        self._starts, self._ends = tokens.starts, tokens.ends
        lettered = np.flatnonzero(tokens.case != CASE_OTHER)
        if not len(lettered):
            self._stops, self._told = lettered, self._odds[:0]
            return
        goes_on = np.append(np.diff(lettered) == 1, False)
        goes_on[:-1] &= self._ends[lettered[:-1]] == self._starts[lettered[1:]]
        first = lettered[np.append(True, ~goes_on[:-1])]
        final = lettered[~goes_on]
        mean = (self._sums[final + 1] - self._sums[first]) / (final + 1 - first)
        self._stops = self._ends[final]
        self._told = LAST * mean - AFTER * np.append(mean[1:], -SURE)

    def doubts(self, start: int, end: int, far: int) -> bool:
        """Whether another word of ``text[start:far]`` might as well be the last as the one that ends at ``end``."""
        at = int(np.searchsorted(self._stops, end))
        first = max(int(np.searchsorted(self._stops, start, side="right")), at - BACK)
        last = min(int(np.searchsorted(self._stops, far, side="right")), at + FORTH + 1)
        return first <= at < last and int((self._told[first:last] > self._told[at] - DOUBT).sum()) > 1

    def odds(self, words: Spans) -> list[float]:
        """The log-odds of each word, and of nothing, which is no content."""
        firsts = np.searchsorted(self._ends, [a for a, _ in words], side="right")
        lasts = np.searchsorted(self._starts, [b for _, b in words], side="left")
        mean = (self._sums[lasts] - self._sums[firsts]) / np.maximum(lasts - firsts, 1)
        return [*map(float, mean), -SURE]
