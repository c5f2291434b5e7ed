"""Denials that nobody is told to have made: *should reject the claim*, *has yet to deny it*, *if she denies it*."""

from __future__ import annotations

import re

from rashomon.accounts.unsaid import unsaid
from rashomon.reading.text.around import sentence_around
from rashomon.records import Attribution

_VERB = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying)|reject|dismiss|disput|refut|rebut|debunk|push|brush|knock|shoot|shot|bat|swat|call|false|wrong"
    r"|incorrect|erroneous|mistaken|untruth|claim|say|tell)\w*",
    re.I,
)
_ONLY_MAY = re.compile(
    r"\b(?:should|could|may|might|must|ought\s+to|allegedly|reportedly|supposedly)\s+(?:be\s+|have\s+)?(?:\w+ly\s+)?\Z",
    re.I,
)
_SUPPOSED = re.compile(r"\b(?:if|unless|whether)\s+[^,;:.!?\n“”\"]{0,60}\Z", re.I)
_NOBODY = re.compile(
    r"\b(?:nobody|no[ -]one|none)\s+(?:\w+\s+){1,3}(?:that\s+)?(?:the\s+|these\s+|those\s+)?\Z", re.I
)
"""Before what is called false: that nobody does."""
_BACK = 80
"""Characters before a verb, or what calls something false, in which what makes it only a possible one may stand."""


def not_yet(text: str, a: Attribution) -> bool:
    """Whether a cue tells of a denial that may be made, or was not made, and not of one that was."""
    return unsaid(text, a) or any(
        verb is not None
        and (
            _ONLY_MAY.search(text, max(0, verb.start() - _BACK), verb.start()) is not None
            or supposed(text, verb.start())
        )
        for c in a.cue
        for verb in [_VERB.search(text, c.start, c.end)]
    )


def supposed(text: str, at: int) -> bool:
    """Whether what stands at a place of a text is only supposed there: *if the claims are false*, *nobody says it was a lie*.

    >>> text = "She asked whether he denies it. He denies it. If so, he is lying."
    >>> [supposed(text, text.index(w)) for w in ("denies it. He", "denies it. If", "is lying")]
    [True, False, False]
    """
    low, _ = sentence_around(text, at, at)
    low = max(low, at - _BACK)
    return any(words.search(text, low, at) is not None for words in (_SUPPOSED, _NOBODY))
