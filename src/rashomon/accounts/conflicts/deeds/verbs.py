"""Verbs of deeds: their forms, which of them tell one deed, and which nouns stand for a deed done to somebody.

Closed lists: what is not in them is a deed of its own, told by its stem.
"""

from __future__ import annotations

import re

from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.stems import verb_stem

_IRREGULAR = {
    form: verb
    for verb in """
    begin break bring build buy catch choose come drive fall fight find fly give go hear hold keep leave lose make meet pay ring
    run say see sell send shoot show speak stand steal strike take tell write win withdraw
    """.split()
    for form in forms({verb}, Form.PAST | Form.PARTICIPLE)
    if form != verb
}
"""Verbs of deeds, by what they are in the past: *sent*; not *come* and *run*, which may tell a present."""

_ONE_DEED = {
    verb_stem(verb): one
    for one, verbs in {
        "shoot": "shoot fire", "approve": "approve sign", "stop": "stop halt", "inform": "inform notify tell brief",
        "resign": "resign dismiss sack oust", "lock": "lock bolt bar padlock chain", "destroy": "destroy demolish flatten level",
        "leak": "leak seep", "collapse": "collapse",
    }.items()
    for verb in verbs.split()
}  # fmt: skip
"""Verbs that tell one deed, by the one that stands for it."""

_SHORT = 3
"""Letters of a verb that has no ending to cut: *see*, *pay*."""

_GIVES = {
    "passed on": "delivered", "pass on": "deliver", "handed over": "delivered", "hand over": "deliver",
    "handed in": "submitted", "opened fire": "fired", "open fire": "fire", "turned back": "stopped", "turn back": "stop",
    "got hold of": "received", "took delivery of": "received", "turned down": "declined", "turn down": "decline",
    "stepped down": "resigned", "step down": "resign", "stood down": "resigned", "broke down": "collapsed",
    "broken down": "collapsed", "fallen apart": "collapsed", "fell apart": "collapsed", "went off": "sounded",
    "go off": "sound", "having had": "I had received", "having": "I had",
}  # fmt: skip
_PHRASES = re.compile(r"\b(" + "|".join(_GIVES) + r")\b", re.I)
_APART = re.compile(r"\b(pass|hand)(ed|ing)?\s+(it|them|this|that)\s+(on|over|in)\b", re.I)
"""Two words that tell a deed, with or without a pronoun between them."""


_OFFICE = (
    r"(?:captain|chair\w*|chief|coach|commander|director|governor|head|leader|manager|mayor|minister|office|president|principal|rector"
    r"|secretary|trainer)\b"
)
_IS = r"\b(?:is|was|were|are|been|stood|remain(?:s|ed)?)\s{1,4}"
_STILL = r"\b(?:(?:is|are|was|were)\s{1,4}still|still\s{1,4}(?:is|are|was|were)|remain(?:s|ed)?)\s{1,4}"
OTHERWISE = {
    kind: re.compile(words, re.I)
    for kind, words in {
        "resign": rf"{_STILL}(?:(?:the|its|their|in)\s{{1,4}})?{_OFFICE}",
        "lock": rf"{_IS}(?:all\s{{1,4}}|wide\s{{1,4}})?(?:open|unlocked)\b(?!\s{{1,4}}(?:to|until|from)\b)",
        "destroy": rf"\bstill\s{{1,4}}(?:stands?|stood)\b|{_STILL}(?:intact|standing|undamaged)\b",
        "leak": rf"{_IS}(?:(?:completely|perfectly)\s{{1,4}})?(?:dry|tight|watertight)\b",
        "collapse": rf"{_IS}(?:still\s{{1,4}})?continuing\b|{_STILL}(?:going\s{{1,4}}on|under\s{{1,4}}way)\b",
    }.items()
}
"""What tells that a deed was not done without a *no*: who is still the director has not resigned."""


def plainly(words: str) -> str:
    """Words with each deed that is told by two words told by one.

    >>> plainly("they opened fire"), plainly("she never passed it on")
    ('they fired', 'she never delivered it')
    """
    words = _APART.sub(lambda m: f"deliver{(m[2] or '').lower()} {m[3]}", words)
    return _PHRASES.sub(lambda m: _GIVES[m[1].lower()], words)


def verb(word: str) -> str:
    """The verb that a word in lower case is a form of, by its stem: one for *send*, *sends* and *sent*.

    >>> verb("sent") == verb("sends"), verb("paid"), verb("notified") == verb("told")
    (True, 'pay', True)
    """
    word = _IRREGULAR.get(word, word)
    if word.endswith("ied"):
        word = f"{word[:-3]}y"
    stem = verb_stem(word) if len(word) > _SHORT else word
    return _ONE_DEED.get(stem, stem)


def is_past(word: str) -> bool:
    """Whether a word in lower case can be a verb in the past: *sent*, *warned*."""
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 4)


GIVEN = frozenset(
    map(verb, "send submit deliver forward receive reach arrive get give issue file lodge see hand".split())
)
"""What is done to a thing that comes from one to another: the thing is what matters, not which end tells of it."""

ANSWERED = frozenset(map(verb, "reject decline ignore accept refuse".split()))
"""What is done only to a thing that has come: who turned an invitation down had been invited."""

LETTERS = frozenset("memo memorandum email e-mail mail note messag".split())
"""What is written to somebody, by the stems of other words for a letter."""

THINGS = {
    verb(done): thing
    for done, thing in {
        "offer": "offer", "warn": "warning", "call": "call", "telephone": "call", "phone": "call", "ask": "request",
        "request": "request", "invite": "invitation", "write": "letter", "complain": "complaint", "apologise": "apology",
        "apologize": "apology", "threaten": "threat", "demand": "demand", "petition": "petition", "apply": "application",
        "appeal": "appeal",
    }.items()
}  # fmt: skip
"""Verbs by which a thing comes from one to another, and the thing: *wrote to him* is a letter."""
