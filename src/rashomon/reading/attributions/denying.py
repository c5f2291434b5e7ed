"""Whether an attribution denies what it holds, so that nothing takes what somebody denies for what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.words_of_speech import (
    CLAIMS,
    COUNTS,
    DENYING,
    TURNING_DOWN,
    any_of,
    beginnings,
    singular_and_plural,
)
from rashomon.records import Span, text_of

_VERB = rf"\b{any_of(forms(DENYING))}\b"
_CUE = re.compile(_VERB, re.I)
_ACTIVE = re.compile(r"(?<!\bbeen )(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bare )(?<!\bbe )" + _VERB, re.I)
WITHHOLDS = re.compile(r"\b(?:could|can|may|might|would|to)\s+(?:\w+ly\s+)?deny\b", re.I)
"""``could deny them`` tells what may be withheld, not what is denied."""

_FOR_THE_ASKING = (
    r"(?:motions?|requests?|appeals?|applications?|petitions?|bids?|permits?|permission|visas?|bail|bond|parole|access|entry"
    r"|asylum|licen[cs]es?|injunctions?|treatment|boarding|admission|tenure)"
)
_WITHHELD = re.compile(
    r"\s*(?!that\b|(?!boarding)\w+ing\b)(?:(?:[\w’'-]+|[“\"])\s+){0,4}?"
    rf"{_FOR_THE_ASKING}\b(?!\s+(?:was|were|is|are|had|has|have|came|ever)\b)",
    re.I,
)
"""What is asked for and not granted: ``denied a motion``, ``denied her entry``; not ``denied that the motion was read``."""

_NOT_GRANTED = re.compile(
    rf"\b{_FOR_THE_ASKING}(?:\s+(?:for|to|by|from|of)\s+[^,.;:!?\n“”\"]{{2,60}})?,?\s+(?:(?:has|have|had|could|would|will|may|might)\s+)?"
    r"(?:be|been|was|were|is|are)\s+(?:\w+ly\s+)?\Z",
    re.I,
)
"""Before a verb, what was asked for: *his visa was denied by the embassy*."""

_BEING = re.compile(r"\b(?:been|was|were|is|are|be|being)\s+(?:\w+ly\s+)?\Z", re.I)
_SOMETHING = re.compile(r"\s+(?!(?:by|in|on|as|at|and|when|after|that)\b)\w")
"""``had been denied a permit``: what befell somebody."""

_LEAVES = re.compile(
    rf"(?:\b(?:not|never|nor)|n[’']t)\s+(?:\w+ly\s+)?{any_of(forms(DENYING, ~Form.THIRD))}\b",
    re.I,
)
"""``did not deny``, ``neither confirmed nor denied``: what they hold is left standing."""

_HELD = CLAIMS | COUNTS | {"argument", "theory", "contention", "insistence", "narrative", "notion"}
"""Nouns for what others hold."""

_SOME = r"(?:(?:[\w’'-]|(?<=[A-Z][rs])\.)+\s+)"
_NO_PLAN = "".join(
    rf"(?<!\b{noun} )" for noun in ("resolution", "proposal", "measure", "offer", "plan", "bill", "deal")
)
"""*Rejected a resolution that …* turns down what was put forward, and no claim."""

_OF_CLAIMS = re.compile(
    rf"(?<!\bnot )(?<!\bnever )(?<!\bseemed to )(?<!\bseems to )(?<!\bappeared to )\b"
    rf"(?:(?:{any_of(beginnings(TURNING_DOWN))}(?!als?\b)\w*"
    rf"|brush(?:ed)? aside|push(?:e[sd]|ing)? back (?:on|against))\s+"
    rf"(?:{_SOME}{{0,6}}?{any_of(singular_and_plural(_HELD))}|{_SOME}{{0,3}}?(?:{_NO_PLAN}that|it|them))\b"
    rf"|(?:knock|shoot|shot|bat|swat)(?:s|ted|ed|ting|ing)? down\s+{_SOME}{{0,6}}?{any_of(singular_and_plural(_HELD))}\b"
    r"|call(?:s|ed|ing)?\s+(?:\w+\s+){0,4}?[“\"‘']?"
    r"(?:false|untrue|lies?|baseless|unfounded|nonsense|fabricat\w+|propaganda|slander\w*)\b)",
    re.I,
)
"""Words that turn down what is claimed: ``rejected reports that …``, ``called the figure false``; not ``called it a wound``."""

#: Characters before a cue in which a word may stand that turns it round.
_BEFORE = 12

#: Characters behind a cue in which stands what it turns down.
_BEHIND = 64


def denies(text: str, cue: Sequence[Span]) -> bool:
    """Whether a cue of a report's text denies what it holds: ``denied that …``, ``rejected claims that …``."""
    if withholds(text, cue):
        return False
    words = text_of(text, cue)
    # The word that turns a cue round may stand before it, or be a part of it.
    if (
        _CUE.search(words)
        and not WITHHOLDS.search(words)
        and not any(_LEAVES.search(text, max(0, c.start - _BEFORE), c.end) for c in cue)
    ):
        return True
    return any(
        m.start() < c.end
        for c in cue
        for m in _OF_CLAIMS.finditer(text, c.start, min(c.end + _BEHIND, len(text)))
    )


def withholds(text: str, cue: Sequence[Span]) -> bool:
    """Whether a cue tells what somebody does not get: ``denied the motion``, ``had been denied a permit``, ``a visa was denied``.

    >>> text = "The court denied her motion. Kerr had been denied bail. Kerr had denied that bail was set."
    >>> [withholds(text, [Span(at, at + 6)]) for at in (10, 43, 65)]
    [True, True, False]
    >>> withholds("Kerr is denying recent reports.", [Span(5, 15)])
    False
    >>> text = "Her visa was denied by the embassy. That her visa had lapsed was denied by the embassy."
    >>> [withholds(text, [Span(at, at + 6)]) for at in (13, 65)]
    [True, False]
    """
    for c in cue:
        verb = _CUE.search(text, c.start, c.end)
        if verb is None or not verb.group().lower().startswith("den"):
            continue
        passive = verb.group().lower() == "denied" and _BEING.search(
            text[max(0, verb.start() - 24) : verb.start()]
        )
        if passive and (
            _SOMETHING.match(text, verb.end())
            or _NOT_GRANTED.search(text, max(0, verb.start() - 120), verb.start())
        ):
            return True
        if _WITHHELD.match(text, verb.end(), verb.end() + 80):
            return True
    return False


def has_not_said(cue: str) -> bool:
    """Whether whoever speaks by a cue of these words has not said what stands as its content, whether they deny it or let it be.

    >>> has_not_said("denied"), has_not_said("would neither confirm nor deny"), has_not_said("had been denied")
    (True, True, False)
    """
    return _ACTIVE.search(cue) is not None
