"""How alike two sentences are, and why: a short list of features, each with its weight.

Log-linear scores, each the log-odds that two sentences say the same thing: :func:`whole` for two sentences by themselves
(:mod:`in_texts` for those of two texts), :func:`fragment` for a piece of one (a headline's half of a quotation) and the sentence
it came from. Vectors see that words mean the same, words see what vectors confuse; either alone does worse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

Matrix = NDArray[np.float32]

FUNCTION_WORDS = frozenset(
    """
    a about after all also an and any are as at be been before being between both but by can could did do does doing
    down during each for from had has have having he her his how i if in into is it its just may me might more most
    must my no nor not of off on only or other our out over own same she should so some such than that the their them
    then there these they this those through to too under up us very was we were what when where which while who whom
    whose why will with would you your
    """.split()
)

NEGATIONS = frozenset(
    "cannot denied denies deny neither never no nobody none nor not nothing nowhere refuse refused refuses without".split()
)

WORD = re.compile(r"[^\W_]+(?:[.,:]\d+)*(?:['’](?!s\b)[^\W\d_]+)?")
_OF_A_NAME = re.compile(r"[^\W\d_][-–]\Z")
"""What stands before a number that counts nothing: "Covid-19"."""
_ENDINGS = ("'s", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly")

# Fitted by bench/collation/fit.py: logistic regression on sentence pairs of three pairs of translations (their
# neighbours in the text as the unlike ones) and on MRPC, seeds 2 and 3 of the yardstick's making.
WHOLE = {
    "meaning": 7.52,  # cosine of the vectors
    "letters": 4.84,  # 1 - edit distance of the sorted words
    "length": -4.14,  # absolute log ratio of the lengths (Gale and Church 1993)
    "figures differ": -1.01,  # both give figures, none in common
    "figures in one": -1.21,  # only one gives a figure
    "negation": -0.61,  # one is negated, the other not
    "words": 5.15,  # weight of the words in common, of the heavier one's
    "weight": -1.86,  # what there is to say: the more, the more of it must agree
    "names": -0.34,  # both give names, none in common
}
WHOLE_BASE = -7.33

# Fitted likewise, on pieces of 4 words or more cut from one translation against the other's whole sentences.
FRAGMENT = {
    "meaning": 3.49,
    "words": 3.45,  # weight of the piece's content words that the whole has
    "figures": -1.10,  # the piece gives a figure that the whole has not
    "negation": -0.24,
    "shared": 1.56,  # weight of those words, up to 20, in tens
}
FRAGMENT_BASE = -5.99
TELLING_WORDS, TELLING_CONTENT = 5, 3
"""Words, and content words among them, that a sentence must have to be matched by itself: fewer are said by everyone
("the only solution"), or only name someone ("Republican nominee Amani"). Set by hand, by reading matches over 300 articles."""
FRAGMENT_LENGTH = 0.75
"""A fragment is at most this part of the sentence it is a fragment of, in characters: as it was cut for fitting."""

REFUSED = -50.0
"""Log-odds of what cannot be."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a sentence is compared by. ``weights`` maps each word's stem to how much it tells."""

    length: int
    weights: dict[str, float]
    content: frozenset[str]
    letters: str
    figures: frozenset[str]
    names: frozenset[str]
    negated: bool


@lru_cache(maxsize=500_000)
def stem(word: str) -> str:
    """The word less a common English ending, in small letters: ``Afghans’`` → ``afghan``, ``resisting`` → ``resist``."""
    word = word.lower().replace("’", "'")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def profile(text: str) -> Profile:
    """Read a sentence once, for any number of comparisons.

    A function word weighs 1, any other 3 and 0.7 for each letter up to nine: long words are rare words. (Set by hand;
    weights by rank in the vocabulary gave the same F1 on the dev translations.)
    """
    found = list(WORD.finditer(text))
    words = [m.group() for m in found]
    stems = [stem(word) for word in words]
    weights: dict[str, float] = {}
    content = set()
    for word, its_stem in zip(words, stems, strict=True):
        if word.lower() in FUNCTION_WORDS:
            weights.setdefault(its_stem, 1.0)
        else:
            content.add(its_stem)
            weights[its_stem] = max(weights.get(its_stem, 0.0), 3 + 0.7 * min(len(word), 9))
    return Profile(
        length=len(text),
        weights=weights,
        content=frozenset(content),
        letters=" ".join(sorted(stems)),
        figures=frozenset(
            m.group().replace(",", "")
            for m in found
            if m.group()[0].isdigit() and not _OF_A_NAME.search(text, 0, m.start())
        ),
        names=frozenset(
            s
            for word, s in zip(words[1:], stems[1:], strict=True)
            if word[0].isupper() and word.lower() not in FUNCTION_WORDS
        ),
        negated=any(word.lower() in NEGATIONS or word.lower().endswith(("n't", "n’t")) for word in words),
    )


def telling(sentence: Profile) -> bool:
    """Whether a sentence says enough to be matched wherever it stands.

    >>> telling(profile("We will never give up.")), telling(profile("We march on the harbour at dawn."))
    (False, True)
    """
    return enough(len(sentence.weights), len(sentence.content))


def enough(words: int, content: int) -> bool:
    """The same by numbers: different words, by their stems, and content words among them."""
    return words >= TELLING_WORDS and content >= TELLING_CONTENT


def whole(a: Sequence[Profile], b: Sequence[Profile], cosines: Matrix) -> Matrix:
    """Log-odds that sentences say the same, for the ``n`` pairs of ``a`` and ``b``: ``(n,)``, as ``cosines``."""
    return weighed(features_of(a, b, cosines, paired=True), WHOLE, WHOLE_BASE)


def weighed(features: Mapping[str, Matrix], weights: Mapping[str, float], base: float) -> Matrix:
    """The sum of the features, each times its weight, and the base."""
    score = np.full(features["meaning"].shape, base, dtype=np.float32)
    for name, weight in weights.items():
        score += np.float32(weight) * features[name]
    return score


def features_of(
    a: Sequence[Profile], b: Sequence[Profile], cosines: Matrix, paired: bool
) -> dict[str, Matrix]:
    """What :data:`WHOLE` weighs, and a little more, for pairs (n,) or for each with each (len(a), len(b))."""
    shared, weight_a, weight_b = _shared(a, b, paired)
    left, right = (weight_a, weight_b) if paired else (weight_a[:, None], weight_b[None, :])
    length = np.log(np.array([p.length + 5 for p in a]))
    other_length = np.log(np.array([p.length + 5 for p in b]))
    letters = (
        np.array([fuzz.ratio(x.letters, y.letters) for x, y in zip(a, b, strict=True)])
        if paired
        else process.cdist([p.letters for p in a], [p.letters for p in b], scorer=fuzz.ratio)
    )
    figures_a, figures_b = ([bool(p.figures) for p in side] for side in (a, b))
    common_figures = _common([p.figures for p in a], [p.figures for p in b], paired)
    names_a, names_b = ([bool(p.names) for p in side] for side in (a, b))
    common_names = _common([p.names for p in a], [p.content for p in b], paired)
    common_names |= _common([p.content for p in a], [p.names for p in b], paired)
    features: dict[str, NDArray[Any]] = {
        "meaning": cosines,
        "letters": letters / 100,
        "length": np.abs(_each(np.subtract, length, other_length, paired)),
        "figures differ": np.logical_and(
            _each(np.logical_and, figures_a, figures_b, paired), ~common_figures
        ),
        "figures in one": _each(np.logical_xor, figures_a, figures_b, paired),
        "negation": _each(np.logical_xor, [p.negated for p in a], [p.negated for p in b], paired),
        "words": shared / np.maximum(np.maximum(left, right), 1e-6),
        "weight": np.sqrt(np.minimum(left, right)) / 10,
        "names": np.logical_and(_each(np.logical_and, names_a, names_b, paired), ~common_names),
    }
    return {name: value.astype(np.float32) for name, value in features.items()}


def fragment(piece: Profile, sentence: Profile, cosine: float) -> float:
    """Log-odds that ``piece`` is a piece of what ``sentence`` says; :data:`REFUSED` where it is none.

    >>> sentence = profile("My comrades and I are ready to march at dawn, on Tuesday.")
    >>> fragment(profile("We are ready to march at dawn,"), sentence, 0.8) > 0
    True
    >>> fragment(profile("We are ready,"), sentence, 0.8) == REFUSED
    True
    """
    if not telling(piece) or piece.length > FRAGMENT_LENGTH * sentence.length:
        return REFUSED
    features = _fragment_features(piece, sentence, cosine)
    return FRAGMENT_BASE + sum(FRAGMENT[name] * value for name, value in features.items())


def _fragment_features(piece: Profile, sentence: Profile, cosine: float) -> dict[str, float]:
    total = sum(piece.weights[word] for word in piece.content)
    shared = sum(piece.weights[word] for word in piece.content & sentence.weights.keys())
    return {
        "meaning": cosine,
        "words": shared / total,
        "figures": bool(piece.figures - sentence.figures),
        "negation": piece.negated != sentence.negated,
        "shared": min(shared, 20) / 10,
    }


def _each(
    operation: np.ufunc,
    a: Sequence[object] | NDArray[np.float64],
    b: Sequence[object] | NDArray[np.float64],
    paired: bool,
) -> NDArray[np.float64]:
    x, y = np.asarray(a), np.asarray(b)
    result: NDArray[np.float64] = operation(x, y) if paired else operation.outer(x, y)
    return result


def _common(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]], paired: bool) -> NDArray[np.bool_]:
    if paired:
        return np.array([not x.isdisjoint(y) for x, y in zip(a, b, strict=True)], dtype=bool)
    return np.array([[not x.isdisjoint(y) for y in b] for x in a], dtype=bool).reshape(len(a), len(b))


def _shared(
    a: Sequence[Profile], b: Sequence[Profile], paired: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Weight of the words in common, and of either side's words."""
    weight_a, weight_b = (np.array([sum(p.weights.values()) for p in side]) for side in (a, b))
    if paired:
        pairs = zip(a, b, strict=True)
        common = [
            sum(max(x.weights[w], y.weights[w]) for w in x.weights.keys() & y.weights.keys())
            for x, y in pairs
        ]
        return np.array(common), weight_a, weight_b
    numbers = {word: k for k, word in enumerate(dict.fromkeys(w for p in (*a, *b) for w in p.weights))}
    matrices = []
    for side in (a, b):
        matrix = np.zeros((len(side), len(numbers)), dtype=np.float32)
        for row, p in zip(matrix, side, strict=True):
            row[[numbers[w] for w in p.weights]] = list(p.weights.values())
        matrices.append(matrix)
    x, y = matrices
    # Both sides weigh a word alike but for its ending, so the mean stands for the greater.
    shared = ((x > 0).astype(np.float32) @ y.T + x @ (y > 0).astype(np.float32).T) / 2
    return shared, weight_a, weight_b
