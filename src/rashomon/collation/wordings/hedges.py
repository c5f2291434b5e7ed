"""Words that turn what they stand beside round, or say how sure or how much it is: left out of a quotation, they alter it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rashomon.collation.sentences.likeness import NEGATIONS
from rashomon.collation.wordings.wordforms import spelt_out

HEDGES = frozenset(
    """
    almost nearly virtually practically perhaps maybe possibly probably likely unlikely allegedly reportedly apparently supposedly
    presumably partly largely mostly mainly somewhat roughly approximately some few most only hardly barely scarcely rarely seldom
    """.split()
)
"""Words that limit what is said. Set by hand."""

BOUNDS = frozenset(
    tuple(words.split())
    for words in (
        "at least", "at most", "up to", "more than", "less than", "fewer than", "as many as", "kind of", "sort of",
        "no longer", "not yet", "so far",
    )
)  # fmt: skip

_BESIDE = frozenset("do does did very".split())
"""Words that come and go with them: *we do not want* and *we want*."""


def weighs(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether of two stretches of words, as keys, one has a hedge or negation that the other lacks, and nothing else differs.

    >>> weighs(["almost"], []), weighs(["do", "not"], []), weighs(["can't"], ["can"]), weighs([], ["as", "many", "as"])
    (True, True, True, True)
    >>> weighs(["almost"], ["quite"]), weighs(["old"], []), weighs(["don't"], ["do", "not"])
    (False, False, False)
    """
    first, second = Counter(spelt_out(one)), Counter(spelt_out(other))
    more, fewer = first - second, second - first
    if bool(more) == bool(fewer):
        return False
    words = more or fewer
    if not (one and other) and tuple(spelt_out(one or other)) in BOUNDS:
        return True
    limiting = {word for word in words if word in HEDGES or word in NEGATIONS}
    return bool(limiting) and all(word in limiting or word in _BESIDE for word in words)
