"""What an attribution has its speaker do with its content: say it, deny it, not say it, take it back, ask, or something else.

The one place that tells this. It goes by the words of the cue and those of the frame beside it, negation included, so that
nobody is told to have said what a report says they “would not confirm”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rashomon.reading.attributions.denying import WITHHOLDS, denies, has_not_said, withholds
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.words_of_speech import (
    ASKING,
    DENYING,
    RETRACTING,
    SAYING,
    TURNING_DOWN,
    any_of,
    beginnings,
)
from rashomon.records import Attribution, Span, text_of


class Stance(StrEnum):
    """``said``: the content is what was said, by a plain verb of saying. ``denied``: denied or turned down. ``not said``: what
    somebody did not, would not or could not say, or might. ``taken back``: retracted. ``asked``: a question, or asked for.
    ``other``: any other cue, such as *attacked*, *wants* or *was convicted of*, which has to be read with its content."""

    SAID = "said"
    DENIED = "denied"
    NOT_SAID = "not said"
    TAKEN_BACK = "taken back"
    ASKED = "asked"
    OTHER = "other"


NOT_HELD = frozenset({Stance.DENIED, Stance.NOT_SAID, Stance.TAKEN_BACK})
"""By these nobody holds the content: it is no support of it."""


class Stood(NamedTuple):
    """A stance, and the words that tell it: the cue with what turns it round (“would not confirm”); empty where none do."""

    stance: Stance
    cue: str


#: Characters before a cue, between it and its content, and of a source, that are looked at; of what is shown of a cue.
_BEFORE, _BETWEEN, _WHO, _SHOWN = 80, 40, 40, 80

_AUX = r"(?:(?:would|could|should|will|can|may|might|must|shall|did|does|do|is|are|was|were|am|has|have|had)\s+)?"
_NO = r"(?:not|never|cannot|no longer|neither|nor)"
_REFUSES = (
    r"(?:declin|refus|fail|neglect|omitt?|hesitat)\w*\s+to|st?opp\w*\s+short\s+of|(?:fall|fell)\w*\s+short\s+of|without"
    r"|(?:yet|unable|unwilling|reluctant)\s+to"
)
_LINK = r"(?:(?:\w+ly|yet|even|ever|so\s+far|been|be|have|to|either|in\s+any\s+way)\s+){0,3}"

_TURNED = re.compile(rf"\b({_AUX}(?:{_NO}|{_REFUSES})\s+{_LINK}|\w+n[’']t\s+{_LINK})$", re.I)
"""Words right before a cue that turn it round: ``would not``, ``has declined to``, ``isn’t``."""

_NEITHER = re.compile(r"\b(neither\b[^.;:]*\bnor\b[^,.;:]*)$", re.I)
_NOBODY = re.compile(r"(?:[Nn]obody|[Nn]one|[Nn]either|[Nn]o[ -]one)\b|[Nn]o\s+(?!doubt|wonder)[a-z]")

_GOVERNED = (
    r"((?:{})\s+(?:(?:having|ever|that|he|she|it|they|had|has|have|for|his|her|their|its|\w+ly)\s+){{0,4}})$"
)
_DENIES_SAYING = re.compile(r"\b" + _GOVERNED.format(r"den(?:y|ies|ied|ying)"), re.I)
_RETRACT = any_of(beginnings(RETRACTING))
_RETRACTS = (
    rf"(?:{_RETRACT}|repent|apologi[sz])\w*|t(?:ake|akes|ook|aken|aking)\s+back|walk(?:s|ed|ing)?\s+back"
)
_RETRACTS_SAYING = re.compile(r"\b" + _GOVERNED.format(_RETRACTS), re.I)
_TAKES_BACK = re.compile(
    rf"\b(?:{_RETRACT}\w*"
    r"|t(?:ake|akes|ook|aken|aking)\s+(?:\w+\s+){0,3}back|walk(?:s|ed|ing)?\s+(?:\w+\s+){0,3}back"
    r"|withdr[ae]w\w*\s+(?:\w+\s+){0,2}(?:statement|claim|remark|allegation|accusation|comment|words)s?"
    r"|apologi[sz]\w*\s+for\s+(?:\w+\s+){0,3}(?:said|saying|claim|claiming|suggesting|alleging|stating|writing|statement|remarks?))",
    re.I,
)

_IF = re.compile(r"\b((?:if|unless|whether)\s+(?:[\w’'.-]+\s+){0,3})$", re.I)
_MODAL = r"(?:will|would|could|might|may|can|should|shall|must|’ll|'ll|going\s+to|to)"
_MAY = re.compile(rf"\b((?:\w+\s+)?(?<!\bon\s){_MODAL}\s+(?:\w+ly\s+|also\s+|be\s+|have\s+)*)$", re.I)
"""Words right before a cue of what is only to come, or possible: ``is expected to``, ``might``."""

_TO_COME = re.compile(rf"\b{_MODAL}\s+(?:\w+\s+)?$", re.I)

_QUESTION = re.compile(
    r"((?:did|does|do|has|have|had|will|would|could|can|should)(?:n[’']t)?\s+(?:[\w’'.-]{1,30}\s+){1,6})\Z",
    re.I,
)
"""All that stands before a cue in its sentence where that asks whether somebody says something: ``Did the army say that …?``"""

_IDIOMS = re.compile(
    r"\bnot\s+(?:only|just|merely|simply)\b|\bno\s+doubt\b"
    r"|(?:\bnot|n[’']t)\s+(?:mince|hold\s+back|hide|hesitate|shy|stop|tire|help)\w*|\bnever\s+(?:tire|stop)\w*",
    re.I,
)
"""A *not* that does not turn round what is said."""

_NEGATED = re.compile(
    rf"\b{_NO}\b|\w+n[’']t\b|\b(?:{_REFUSES})|\b(?:declin|refus)\w*|\b(?:avoid|dodg|evad|deflect|withh[eo]ld)\w*"
    r"|\bfailed\b|\bhardly\b|\bsilent\b|\bcoy\b|\bno\s+(?:comment|word|details?|evidence|proof|indication|sign|mention|reason)\b"
    r"|\bnothing\s+(?:\w+\s+)?(?:about|of|on)\b",
    re.I,
)
_NO_PROOF = re.compile(
    r"\s*\b(?:almost\s+)?no\s+(?:comment|word|details?|evidence|proof|indication|sign|mention|reason)\b", re.I
)

_CLAUSE = re.compile(r"[,;]\s+|\s+but\s+|\s+and\s+instead\s+", re.I)

_TURNS_DOWN = re.compile(
    rf"\b{any_of(beginnings(TURNING_DOWN))}\w*|\bveto\w*|\bdenials?\b|\b(?:brush\w*\s+(?:aside|off)|rul(?:e[sd]?|ing)\s+out"
    r"|(?:strik(?:e|es|ing)|struck|sh(?:oot|oots|ooting|ot)|turn\w*|vot(?:e[sd]?|ing))\s+down|vot(?:e[sd]?|ing)\s+against"
    r"|(?:thr(?:ow|ows|ew|own|owing)|toss(?:es|ed|ing)?)\s+out)\b|\btoss(?:es|ed)\b",
    re.I,
)
_DENIED_TO = re.compile(
    rf"\b(?:been|was|were|is|are|being)\s+(?:\w+ly\s+)?{any_of(forms(DENYING | TURNING_DOWN, Form.PARTICIPLE))}\b",
    re.I,
)
"""The passive: whoever *had been denied* bail denies nothing."""

_ASKS = re.compile(rf"\b{any_of(forms(ASKING))}\b", re.I)

_PLAIN = re.compile(
    rf"""\b(?:
        {any_of(forms(SAYING))}
        |according\s+to|per|put\s+it|in\s+the\s+words|point(?:s|ed|ing)?\s+out
        |statement|message|words|letter|announcement|assertion|declaration
    )\b""",
    re.I | re.X,
)
"""Plain verbs of saying, and what is as plain."""

_HEDGED = re.compile(
    r"\b(?:allegedly|reportedly|supposedly|purportedly|apparently|(?:seem|appear)\w*|ever|almost|nearly|tr(?:y|ies|ied|ying))\b",
    re.I,
)
_PASSIVE = re.compile(
    r"(?:\b(?:was|were|is|are|been|being|be|am)|[’']s|[’']re)\s+(?:(?:\w+ly|also|first|once|now|then|since)\s+)*"
    r"(?!said\s+to\b)(?:\w+ed|told|said|found|known|heard|given|shown|written)\b",
    re.I,
)
_OF_TOPIC = re.compile(
    r"\b(?:about|of|against|for|over|at|upon)\W*$|^(?!.*\b(?:sa[iy]|t[eo]l|wr|post|announc|report)).*\bon\W*$",
    re.I,
)
"""``talked about``, ``claims of``: what follows is what it was about."""

_DOING = re.compile(r"\b(?!(?:saying|telling|writing|reading)\b)\w+ing\W*$", re.I)
"""``released a statement attacking``: what follows is what was done to it."""

_TO_DO = re.compile(r"[\s,:;“”\"'‘’]*to\s+(?!be\b|have\b)\w")
"""``told them to leave``: what follows is to be done. A letter that begins *To our neighbours* is written."""

_SENTENCE = re.compile(r"[.!?…][”\"’']?\s|[\n“”\";:]")
_EDGES = " \t\r\n,:;—–-“”\"'"


def stance(text: str, attributions: Sequence[Attribution], at: int) -> Stood:
    """The stance of one of a report's attributions, by its own cue and those that it stands inside."""
    a = attributions[at]
    own, seen = stood(text, a.cue, a.content, a.source), {at}
    while a.inside is not None and a.inside not in seen:
        seen.add(a.inside)
        a = attributions[a.inside]
        own = inherited(stood(text, a.cue, a.content, a.source), own)
    return own


def inherited(outer: Stood, inner: Stood) -> Stood:
    """The stance of what stands inside another's content: what *they denied that the mayor said* nobody says that he said.

    >>> inherited(Stood(Stance.DENIED, "denied"), Stood(Stance.SAID, "said"))
    Stood(stance=<Stance.NOT_SAID: 'not said'>, cue='denied … said')
    """
    if outer.stance not in (Stance.DENIED, Stance.NOT_SAID) or inner.stance in NOT_HELD:
        return inner
    return Stood(Stance.NOT_SAID, f"{outer.cue} … {inner.cue}".rstrip(" …")[:_SHOWN])


def stood(text: str, cue: Sequence[Span], content: Sequence[Span], source: Sequence[Span]) -> Stood:
    """The stance by the spans of cue, content and source in a report's text.

    >>> text = "Kerr would not confirm that the sluice was shut."
    >>> stood(text, [Span(15, 22)], [Span(23, 47)], [Span(0, 4)])
    Stood(stance=<Stance.NOT_SAID: 'not said'>, cue='would not confirm')
    """
    words = _line(text_of(text, cue))
    if not words:
        return Stood(Stance.SAID, "")
    before = _before(text, cue[0].start, content)
    if withholds(text, cue):
        return Stood(Stance.OTHER, words)
    behind = bool(content) and content[0].start >= cue[-1].end
    if (
        behind
        and "?" in text[content[-1].end - 1 : content[-1].end + 1]
        and (m := _QUESTION.fullmatch(before.lstrip()))
    ):
        return Stood(Stance.NOT_SAID, _line(m[1] + words))
    between = text[cue[-1].end : content[0].start] if behind else ""
    between = between if len(between) <= _BETWEEN and "\n" not in between else ""
    who = text[source[0].start : source[0].end] if source and source[0].start < cue[0].start else ""
    to_do = behind and _TO_DO.match(text, content[0].start, content[0].end) is not None
    return _judged(words, before, between, who[:_WHO], denies(text, cue), behind, to_do)


@lru_cache(maxsize=1 << 14)
def _judged(
    words: str, before: str, between: str, who: str, turned_down: bool, behind: bool, to_do: bool
) -> Stood:
    """The stance by the words of a cue and those about it. Kept, as a page that lists a thousand sayings is asked for again.

    ``who`` is the source before the cue, ``turned_down`` whether the cue denies, ``behind`` whether the content follows, and
    ``to_do`` whether that is to be done.
    """
    before, own = _IDIOMS.sub(" ", before), of_words(words)
    if m := _NEITHER.search(before) or _TURNED.search(before):
        # “Neither the mayor nor the office said”; but “nor denied” in a cue of its own is told by its own words.
        return Stood(Stance.NOT_SAID, _line(m[1] + words))
    if _NOBODY.match(who) and own is not Stance.NOT_SAID:
        return Stood(Stance.NOT_SAID, _line(f"{who} {words}"))
    if own is Stance.NOT_SAID:
        return Stood(own, words)
    if m := _NO_PROOF.match(between):
        return Stood(Stance.NOT_SAID, _line(words + " " + m[0]))
    if m := _DENIES_SAYING.search(before):
        return Stood(Stance.DENIED, _line(m[1] + words))
    if m := _RETRACTS_SAYING.search(before):
        return Stood(Stance.TAKEN_BACK, _line(m[1] + words))
    if turned_down and not _DENIED_TO.search(words):
        return Stood(Stance.DENIED, words)
    if own in NOT_HELD:
        return Stood(own, words)
    if behind and (m := _IF.search(before)):
        return Stood(Stance.NOT_SAID, _line(m[1] + words))
    if m := _MAY.search(before):
        return Stood(Stance.OTHER, _line(m[1] + words))
    if own is Stance.SAID and to_do:
        return Stood(Stance.OTHER, words)
    return Stood(own, words)


def of_words(words: str) -> Stance:
    """The stance by the words of a cue alone.

    >>> [str(of_words(w)) for w in ("said on Friday", "declined to say", "rejected", "wants", "has asked", "was told", ":")]
    ['said', 'not said', 'denied', 'other', 'asked', 'other', 'said']
    """
    if not any(map(str.isalnum, words)):
        return Stance.SAID
    # Of “would not say, adding”, the last clause is that which has the content.
    last = _CLAUSE.split(_IDIOMS.sub(" ", words))[-1]
    if _NEGATED.search(last):
        return Stance.NOT_SAID
    if _TAKES_BACK.search(words):
        return Stance.TAKEN_BACK
    if _DENIED_TO.search(words) or WITHHOLDS.search(words):
        return Stance.OTHER
    if has_not_said(words) or _TURNS_DOWN.search(last):
        return Stance.DENIED
    if _PASSIVE.search(last) and not last.endswith("saying"):
        return Stance.OTHER
    if _ASKS.search(last):
        return Stance.ASKED
    plain = _PLAIN.search(last)
    if plain is None or _HEDGED.search(last) or _OF_TOPIC.search(last):
        return Stance.OTHER
    to_come, doing = _TO_COME.search(last[: plain.start()]), _DOING.search(last, plain.end())
    return Stance.OTHER if to_come or doing else Stance.SAID


def with_cue(cue: str, words: str) -> str:
    """What is told of somebody, behind the cue without which it would read as what they say.

    >>> with_cue("denied", "that the sluice was shut"), with_cue("", "We shall stay")
    ('denied: that the sluice was shut', 'We shall stay')
    """
    return f"{cue}: {words}" if cue else words


def _before(text: str, at: int, content: Sequence[Span]) -> str:
    """The words before a cue in its own sentence, outside quotation marks and its own content."""
    low = max([max(0, at - _BEFORE), *(c.end for c in content if c.end <= at)])
    frame = text[low:at]
    return frame[max((m.end() for m in _SENTENCE.finditer(frame)), default=0) :]


def _line(words: str) -> str:
    short = " ".join(words.split()).strip(_EDGES)
    return short if len(short) <= _SHOWN else short[: _SHOWN - 1].rstrip() + "…"
