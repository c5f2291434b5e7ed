"""What one says to have sent, filed or told, and another never to have had: *she had warned the company*, *it received no such
warning*; and what one says two are doing together, and another that there is none of: *is in talks*, *there were no talks*.

The noun and its verb are one deed. The two are of one matter where the words tell: *no such warning*, said right behind the
claim, or what both name, as who was warned, by whom, or where it was filed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from rashomon.accounts.conflicts.denials.stretches import Said, Ties, between, text_of_said
from rashomon.accounts.told import Told
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.stems import stem
from rashomon.records import text_of

_DEEDS = {
    "warning": "warned", "complaint": "complained", "report": "reported", "request": "requested|asked", "threat": "threatened",
    "appeal": "appealed", "offer": "offered", "demand": "demanded", "invitation": "invited", "apology": "apologi[sz]ed",
    "application": "applied", "letter": "written|wrote", "petition": "petitioned", "notice": "notified", "lawsuit": "sued",
}  # fmt: skip
"""Nouns of what comes from one to another, each with its verb in the past."""

_IN_TALKS = (
    r"\b(?:is|are|was|were|been)\s+(?:still\s+|now\s+|already\s+)?in\s+talks\b|\b(?:held|holding|began|opened)\s+(?:secret\s+)?talks\b"
    r"|\btalks\b[^.;:!?\n]{0,40}?\s(?:had|have|has)\s+(?:already\s+)?(?:begun|started|opened|been\s+held|taken\s+place)\b"
    r"|\bha(?:d|ve|s)\s+negotiated\b|\b(?:is|are|was|were)\s+negotiating\b"
)
_AGREED = (
    r"\b(?:struck|signed|reached|made)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:deal|agreement)\b"
    r"|\b(?:deal|agreement)\b[^.;:!?\n]{0,40}?\s(?:had|has)\s+been\s+(?:struck|signed|reached|agreed)\b"
)
_TOGETHER = {
    "talks": _IN_TALKS, "negotiations": _IN_TALKS, "deal": _AGREED, "agreement": _AGREED,
    "meeting": r"\bha(?:d|ve|s)\s+met\b|\bheld\s+a\s+(?:[\w-]+\s+){0,2}?meeting\b",
}  # fmt: skip
"""What two do together, each with the words by which it is told."""

_NONE_OF = re.compile(
    rf"\bthere\s+(?:were|was|are|is|ha(?:ve|s|d)\s+been)\s+no\s+(?P<such>such\s+)?(?P<noun>{'|'.join(_TOGETHER)})\b(?!\s+(?:on|about|to|in)\b)",
    re.I,
)
_NOUN = rf"(?P<noun>{'|'.join(_DEEDS)})s?\b"
_GIVEN = "filed|lodged|sent|made|given|gave|issued|submitted|brought|delivered|handed|written|wrote"
_MISSED = re.compile(
    rf"\b(?:received|got|gotten|seen)\s+no\s+(?P<such>such\s+)?{_NOUN}"
    rf"|\bnever\s+(?:received|got|saw)\s+(?:any|an?)\s+(?P<such_a>such\s+)?{_NOUN.replace('noun', 'noun_a')}"
    rf"|\bno\s+(?P<such_b>such\s+)?{_NOUN.replace('noun', 'noun_b')}\s+(?:had|has|was|were|have)\s+"
    rf"(?:(?:yet|ever)\s+)?(?:been\s+)?(?:{_GIVEN}|received|reached|come|arrived)\b",
    re.I,
)
_NOT = re.compile(r"\b(?:no|not|never|nobody|none|nor|neither|without)\b|n['’]t\b", re.I)
_OF_WHAT = re.compile(
    r"\s+(?:from|with|between|for|of|about|on|over|against|that|to|regarding|concerning)\s+(?P<what>[^,.;:!?\n]{1,80})",
    re.I,
)
_HAD = re.compile(r"\bhad\s", re.I)
_WORD = re.compile(r"[^\W\d_]+")

_OF_ANYBODY = frozenset(
    """
    said says company spokesman spokeswoman spokesperson official officials minister ministry government monday tuesday wednesday
    thursday friday saturday sunday office filed lodged sent made received yet noon
    """.split()
)
"""Words that many a matter has."""

#: Characters between a claim and *no such warning* behind it: a sentence at the most.
_RIGHT_BEHIND = 160


#: Sureness of a tie between what was sent and what never came: the words tell it, as of a denial that points back.
NEVER_CAME = 0.7


@dataclass(frozen=True, slots=True)
class Missed:
    """What somebody says never to have had: its ``noun``, whether it is one *such* as is told before, and the words behind
    it that tell from whom or of what it never came (``matter``).
    """

    noun: str
    such: bool
    matter: frozenset[str] = frozenset()


def missed(words: str) -> Missed | None:
    """What a saying says never to have come; None where it says nothing of the kind.

    >>> missed("it had received no such warning"), missed("No complaint had been filed by noon")
    (Missed(noun='warning', such=True, matter=frozenset()), Missed(noun='complaint', such=False, matter=frozenset()))
    >>> missed("it had no warning signs"), missed("it received a warning")
    (None, None)
    >>> missed("She had received no warning from the union").matter
    frozenset({'union'})
    """
    if (none := _NONE_OF.search(words)) is not None:
        return Missed(none["noun"].lower(), True, _matter(words, none.end()))
    m = _MISSED.search(words)
    if m is None:
        return None
    noun = m["noun"] or m["noun_a"] or m["noun_b"]
    return Missed(noun.lower(), bool(m["such"] or m["such_a"] or m["such_b"]), _matter(words, m.end()))


def _matter(words: str, at: int) -> frozenset[str]:
    """The telling words right behind a noun, of whom or of what it is."""
    of = _OF_WHAT.match(words, at)
    return frozenset() if of is None else telling(of["what"])


def came(of: Missed, claimed: str, gap: str, beside: Set[str], *, later: bool = False) -> bool:
    """Whether a claim tells that what another never had was sent, with ``gap`` between the two, where it stands before in
    one report. Of a ``later`` report it has to have been before.

    ``beside`` are the telling words (:func:`telling`) of who has never had it and of what they say.

    >>> warning = Missed("warning", True)
    >>> came(warning, "the union had warned the company in May", ", she said. Harn Ltd said ", frozenset())
    True
    >>> came(warning, "the union had warned the company in May", "\\n", frozenset({"harn"}))
    False
    >>> came(warning, "the union had warned Harn Ltd in May", "\\n", frozenset({"harn"}))
    True
    """
    noun = of.noun
    told = re.search(
        _TOGETHER[noun]
        if noun in _TOGETHER
        else rf"\b(?:had|has|have)\s+(?:\w+ly\s+|already\s+|twice\s+)?(?:{_DEEDS[noun]})\b"
        rf"|\b(?:{_GIVEN})\s+(?:an?|the|his|her|its|their|two|three|several)\s+(?:[\w-]+\s+){{0,2}}?{noun}",
        claimed,
        re.I,
    )
    if told is None or _NOT.search(claimed) is not None or (later and not _HAD.search(claimed)):
        return False
    if of.matter and of.matter.isdisjoint(telling(claimed)):
        return False
    right_before = len(gap) <= _RIGHT_BEHIND and "\n" not in gap
    return (of.such and right_before) or not (telling(claimed) - {stem(noun)}).isdisjoint(beside)


def ties_to_what_came(told: Told, denial: Said, of: Missed, claims: Sequence[Said]) -> Ties:
    """Who else tells that what somebody has never had was sent, a sentence a report."""
    report, reading = told.reports[denial.report], told.readings[denial.report]
    a = reading.attributions[denial.attribution or 0]
    beside = telling(f"{text_of_said(told, denial)} {text_of(report.text, a.source)} {a.speaker.name or ''}")
    best: dict[int, tuple[Said, float, str]] = {}
    for s in claims:
        gap = between(told, s, denial)
        later = _later(told.reports[s.report].published, report.published)
        if (
            s.attribution is not None
            and s.who != denial.who
            and came(of, text_of_said(told, s), gap, beside, later=later)
        ):
            best.setdefault(s.report, (s, NEVER_CAME, f"it tells of the {of.noun}"))
    return list(best.values())


def _later(one: str | None, other: str | None) -> bool:
    """Whether one report is of a later day than the other, as far as both are dated."""
    return one is not None and other is not None and one[:10] > other[:10]


def telling(words: str) -> frozenset[str]:
    """The words that tell something, as stems."""
    found = (m.group().lower() for m in _WORD.finditer(words))
    return frozenset(
        stem(w) for w in found if w not in FUNCTION_WORDS and w not in _OF_ANYBODY and len(w) > 2
    )
