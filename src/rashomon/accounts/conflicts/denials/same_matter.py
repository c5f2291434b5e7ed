"""Whether a claim is of what somebody denies, by the words of both: likeness of meaning alone also ties what is merely near.

Of the ties by likeness on five topics of ECB+, seventeen lines of NeuS's training part and three stories of our own, read by a
language model: of a report's own words hardly one says what is denied, unless it has all its words; what others are cited
for nearly always does, unless the same people do something else.
"""

from __future__ import annotations

import re
from collections.abc import Set

from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.stems import stem

#: Cosine from which what others are cited for is of the matter though it has none of its words but names: *had drunk*, *he
#: drank*. Set on the ties told of above, of which those below it with no word in common were of other matters.
_WITHOUT_WORDS = 0.65

#: Likewise where it has less than half of its words, and not the deed.
_WITH_FEW = 0.6
_HALF = 0.5

#: Likewise where it has but one of four words or more: *the virus came from a lab*, *the source of the virus has to be found*.
#: Set on NeuS stories of the learning part.
_WITH_ONE = 0.7

#: The most telling words of a claim that is of the one word which is denied: *charged with arson*.
_AS_SHORT = 3

#: The part of the telling words of what is denied that a report's own words have to have, to say it.
_OWN_SHARE = 0.75

#: Likewise from the cosine that follows: *paid $750 in taxes*, and a headline of it. Set on NeuS stories of the learning part.
_OWN_SHARE_ALIKE = 0.5
_OWN_ALIKE = 0.72

#: The fewest telling words that what is denied has to have, to be said by a report's own words.
_FEWEST = 2

#: The fewest longer words by whose capitals a headline is told.
_HEADLINE = 3

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OF_REPORTS = re.compile(
    r"\W*(?:(?:the|any|all|an?|these|those|earlier|recent|multiple|media)\s+){0,2}(?:\w+\s+)?"
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?)"
    r"(?:\s+(?:\w+\s+)?that\b(?:\s+(?:said|says|claimed|claims|alleged|alleges)\b)?"
    r"|(?=\s+(?:he|she|it|they|the|his|her|its|their)\s)|\s+(?:saying|claiming|alleging|suggesting)\b)",
    re.I,
)
_DEED = re.compile(
    r"\b(?:had|has|have|was|were|is|are|been|ever|never)\s+(?:\w+ly\s+)?(?:been\s+)?(?P<done>[a-z]+ed)\b|^\W*(?P<doing>[a-z]+ing)\b"
)
_BY_DOING = re.compile(r"\W*[a-z]+ing\b")
_AS_VERB = re.compile(
    r"(?:^|\b(?:was|were|is|are|been|being|be|kept|began|started|of|for|by|after|before|while|admit\w*|den(?:y|ied|ies)))\s+$",
    re.I,
)
"""What stands before a word in -ing that is a verb: *was shooting*, *accused of shooting*; not *the fatal shooting*."""

_LIKE = {
    "missing": "lost", "disappeared": "lost", "disappear": "lost", "vanished": "lost",
    "screamed": "shouted", "scream": "shout", "screaming": "shouting", "yelled": "shouted", "yelling": "shouting",
}  # fmt: skip
"""Words that tell one deed, by the one that stands for it: *boxes have disappeared*, *no box was lost*."""

_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?$", re.I)
_BY_WHOM = 48
"""Characters behind a passive in which it is told by whom."""

_ADMITS = re.compile(r"\b(?:admit|acknowledg|conced|confess)\w*\b", re.I)

#: Characters between a claim and the denial that answers it: who denies it, with their office.
_RIGHT_BEHIND = 80

_OF_ONESELF = re.compile(
    r"^\W*(?:that\s+)?(?:(?:any|all|some|one|none)\s+of\s+)?(?:he|she|it|they|his|her|its|their|[a-z]+ing)\b",
    re.I,
)
_NOT_HELD = re.compile(
    r"\b(?:despite|contrary\s+to|amid)\s+(?:\w+\s+){0,2}(?:reports?|claims?|rumou?rs?|suggestions?|allegations?)\b",
    re.I,
)


_IDENTITY = re.compile(
    r"\W*(?:(?:the\s+)?(?:claims?|suggestions?|reports?|rumou?rs?)\s+)?(?:that\s+)?(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)\s+"
    r"(?:is|was|were|had\s+been|has\s+been)\s+[“\"‘']?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)\b"
)
"""What is denied, where it is that somebody is somebody: *that he was Deep Well*."""
_IS = (
    r"\b(?:is|was|were|be|been|being|as|him(?:self)?|her(?:self)?|call(?:ed|s)|named?)\W+(?:the\s+)?[“\"‘']?"
)


def _identifies(denied: str, claimed: str) -> bool:
    """Whether a claim says that somebody is whom another denies to be: *knew that Deep Well was ill* does not.

    >>> [_identifies("that he was Deep Well", c) for c in ("unmasked himself as Deep Well", "that Deep Well was ill")]
    [True, False]
    """
    m = _IDENTITY.match(denied)
    return m is None or re.search(_IS + re.escape(m["name"]), claimed) is not None


def same_matter(denied: str, claimed: str, alike: float, cited: bool) -> bool:
    """Whether a claim may say what is denied, ``alike`` by meaning; ``cited`` where it is not the report’s own.

    >>> same_matter("that the ferry was overloaded", "23 dead as overloaded ferry sinks", 0.6, cited=False)
    True
    >>> same_matter("that the ferry was overloaded", "Ferry capsizes off Port Ellery", 0.6, cited=False)
    False
    >>> same_matter("that its men had shelled the market", "the men still patrolled the market", 0.7, cited=True)
    False
    >>> same_matter("that the pilot had been overtired", "that the pilot had given the wrong order", 0.63, cited=True)
    False
    >>> same_matter("that Koll had left the valley", "Koll had taken up an offer of safe passage", 0.6, cited=True)
    False
    """
    if _NOT_HELD.search(claimed) or not _tells_who(denied, claimed) or not _identifies(denied, claimed):
        return False
    words, given = _words(denied), _words(claimed)
    shared = words & given
    if not cited:
        share = _OWN_SHARE_ALIKE if alike >= _OWN_ALIKE and len(shared) > _FEWEST else _OWN_SHARE
        return len(words) >= _FEWEST and len(shared) >= share * len(words)
    if shared <= _names(denied):
        return alike >= _WITHOUT_WORDS
    if len(words) == 1:
        return len(given) <= _AS_SHORT
    # Who has all the words but for the deed tells what the same people did besides.
    doing = deed(denied)
    # What one denies to have been doing is told by that doing, not by whatever else is told of the day.
    by_doing = doing is not None and _BY_DOING.match(denied) is not None
    if by_doing and alike < _WITHOUT_WORDS and not tells_of(doing or "", claimed):
        return False
    rest = words - {doing}
    few = len(rest) < _FEWEST and alike >= _WITHOUT_WORDS
    if doing is not None and doing not in given and rest and rest <= given and not few:
        return False
    of_two = len(shared) > 1 or len(words) <= _AS_SHORT or alike >= _WITH_ONE
    return (alike >= _WITH_FEW and of_two) or doing in given or len(shared) >= _HALF * len(words)


def says_all(denied: str, claimed: str) -> bool:
    """Whether a claim has every telling word of what is denied, which are two or more besides names; of what one
    denies to have done oneself the words alone do not tell who did it.

    >>> says_all("that any box had been lost", "that three boxes of ballots had disappeared in Harn")
    True
    >>> says_all("that any box had been lost", "that three boxes of ballots were burnt")
    False
    """
    words = _words(denied) - _names(denied)
    if _OF_ONESELF.match(denied) is not None or _NOT_HELD.search(claimed) is not None:
        return False
    return len(words) >= _FEWEST and words <= _words(claimed)


def _tells_who(denied: str, claimed: str) -> bool:
    """Whether a claim may tell who did what somebody denies to have done: *they were killed* does not, *killed by them* does.

    >>> [_tells_who("that its men had killed any hostage", c) for c in ("19 hostages were killed", "it killed 19 hostages")]
    [False, True]
    """
    active = _DEED.search(_plainly(denied))
    if (
        active is None
        or active["done"] is None
        or "been " in active.group()
        or _OF_ONESELF.match(denied) is None
    ):
        return True
    doing = _stem(active["done"])
    told = [m for m in _WORD.finditer(claimed) if _stem(m.group().lower()) == doing]
    return not told or any(
        _PASSIVE.search(claimed, max(0, m.start() - 24), m.start()) is None
        or re.search(r"\bby\b", claimed[m.end() : m.end() + _BY_WHOM]) is not None
        for m in told
    )


def accuses_denier(denied: str, claimed: str, denier: Set[str]) -> bool:
    """Whether a claim tells of the deed that somebody denies of themselves, and names them by one of ``denier``'s names.

    >>> accuses_denier("that its fighters had shelled the market", "the shells had been fired by the Front", {"Front"})
    True
    >>> accuses_denier("that its fighters had shelled the market", "Front fighters patrolled the market", {"Front"})
    False
    """
    doing = deed(denied)
    if doing is None or _OF_ONESELF.match(denied) is None or _NOT_HELD.search(claimed):
        return False
    names = {m.group() for m in _WORD.finditer(claimed)}
    return tells_of(doing, claimed) and not denier.isdisjoint(names)


def admits(denied: str, claimed: str, cue: str) -> bool:
    """Whether somebody admits what is denied: by the cue, and by two telling words or more of what is denied, half of them.

    >>> admits("that the board had seen the letter", "that the board received a letter of his", "admitted")
    True
    >>> admits("that the board had seen the letter", "that the board received a letter of his", "said")
    False
    """
    words = _words(denied)
    shared = (words & _words(claimed)) - _names(denied)
    few = len(shared) < _FEWEST or len(shared) < _HALF * len(words)
    return _ADMITS.search(cue) is not None and not few and _NOT_HELD.search(claimed) is None


def answered(denied: str, claimed: str, between: str) -> bool:
    """Whether a denial follows right upon a claim of its deed, with ``between`` the two: who answers denies what was just told.

    >>> answered("that she had praised it", "the envoys had praised the vote", ". Ms. Moll denied ")
    True
    >>> answered("that she had praised it", "the envoys had praised the vote", ".\\n\\nMs. Moll denied ")
    False
    """
    doing = deed(denied)
    near = len(between) <= _RIGHT_BEHIND and "\n" not in between
    return near and doing is not None and tells_of(doing, claimed) and _NOT_HELD.search(claimed) is None


def tells_of(doing: str, claimed: str) -> bool:
    """Whether a deed, as a stem, is told by a verb, or a noun other than in -ing: *the shooting* tells not who shot at whom.

    >>> tells_of("shoot", "the shooting began"), tells_of("shoot", "she was shooting"), tells_of("shell", "shells hit it")
    (False, True, True)
    """
    return any(
        _stem(m.group().lower()) == doing
        and (not m.group().endswith("ing") or _AS_VERB.search(claimed, max(0, m.start() - 16), m.start()))
        for m in _WORD.finditer(claimed)
    )


def deed(denied: str) -> str | None:
    """What is denied to have been done, as a stem, where a verb of regular form tells it.

    >>> deed("that its fighters had shelled the market"), deed("bombing a clinic"), deed("that he drank")
    ('shell', 'bomb', None)
    """
    m = _DEED.search(_plainly(denied))
    return None if m is None else _stem(m["done"] or m["doing"])


def _plainly(denied: str) -> str:
    """What is denied less *reports that*."""
    m = _OF_REPORTS.match(denied)
    return denied[m.end() :] if m else denied


def _names(text: str) -> set[str]:
    """Stems of the words with a capital: whom it is of, and nothing of what they do; none where all words have one."""
    long = [word for word in _WORD.findall(_plainly(text)) if len(word) > 3]
    if len(long) >= _HEADLINE and all(word[0].isupper() for word in long):
        return set()
    return {_stem(m.group().lower()) for m in _WORD.finditer(_plainly(text)) if m.group()[0].isupper()}


def _words(text: str) -> set[str]:
    """The telling words, as stems."""
    found = (m.group().lower() for m in _WORD.finditer(_plainly(text)))
    return {_stem(word) for word in found if word not in FUNCTION_WORDS and len(word) > 2}


def _stem(word: str) -> str:
    found = stem(_LIKE.get(word, word).replace("’", "'"))
    return found[:-1] if found.endswith(("xe", "che", "she", "sse")) else found
