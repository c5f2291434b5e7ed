"""What took place, as one says, and as another denies did not: *she met the envoys*, *denied the meeting took place*.

The noun alone says too little to be found by its meaning. The noun and its verb are one event; the two are of one matter where
the claim stands right before the denial, or names whoever denies it, and neither tells of another place, day or name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from rashomon.accounts.conflicts.denials.named_otherwise import elsewhere, named_otherwise
from rashomon.accounts.conflicts.denials.never_came import telling
from rashomon.accounts.conflicts.denials.stretches import Said, Ties, between, text_of_said
from rashomon.accounts.told import Told
from rashomon.collation.statements.claims import says_no
from rashomon.records import text_of

_HELD = (
    r"\b(?:attended|had|held|hosted|took\s{1,4}part\s{1,4}in)\s{1,4}(?:an?|the|two|three|several)\s{1,4}"
    r"(?:[\w-]{1,20}\s{1,4}){0,2}?"
)
_OF_A_MEASURE = (
    r"(?!\s{1,4}(?:[\w’'-]{1,20}\s{1,4}){0,4}?"
    r"(?:conditions?|criteria|criterion|deadlines?|demands?|needs?|goals?|targets?|standards?|resistance|opposition|requirements?)\b)"
)
_TO_THE_PRESS = r"(?!\s{1,4}(?:the\s{1,4})?(?:reporters?|journalists?|press|media|crowds?|supporters?|audiences?|nation)\b)"
"""Whom one speaks to in public, which is no conversation that anybody denies."""
_IN_WORDS = (
    r"(?!\s{1,4}(?:[\w’'-]{1,20}\s{1,4}){0,4}?"
    r"(?:bills?|budgets?|critics|criticism|decisions?|ideas?|laws?|plans?|polic(?:y|ies)|proposals?|records?|remarks?|rulings?|speech|views?)\b)"
)
"""What is attacked in words alone."""
_EVENTS = {
    "meeting": rf"\bmet\b{_OF_A_MEASURE}|{_HELD}meetings?\b",
    "talks": r"\b(?:held|had|began|opened)\s{1,4}(?:[\w-]{1,20}\s{1,4})?talks\b"
    r"|\b(?:was|were|been)\s{1,4}in\s{1,4}talks\b|\bnegotiated\b",
    "conversation": rf"\b(?:spoke|spoken|talked)\s{{1,4}}(?:by\s{{1,4}}phone\s{{1,4}})?(?:to|with)\b{_TO_THE_PRESS}"
    rf"|{_HELD}conversations?\b",
    "visit": r"\bvisited\b(?!\s{1,4}(?:[\w’'-]{1,20}\s{1,4}){0,2}?(?:web\s?sites?|pages?)\b)"
    r"|\b(?:made|paid)\s{1,4}(?:an?|the)\s{1,4}(?:[\w-]{1,20}\s{1,4}){0,2}?visit\b",
    "attack": rf"\battacked\b{_IN_WORDS}",
    "assault": r"\bassaulted\b",
    "raid": r"\braided\b",
}
"""Nouns of what takes place, each with the words by which it is told that it did."""

_TOOK_PLACE = r"(?:t(?:ook|aken)\s{1,4}place|happened|occurred|(?:been|was|were)\s{1,4}(?:ever\s{1,4})?held)"
_NOT_HELD = re.compile(
    rf"\W{{0,4}}(?:that\s{{1,4}})?(?:the|any|this|that|these|such)\s{{1,4}}(?:(?:an?|such|[\w-]{{1,20}})\s{{1,4}}){{0,2}}?(?P<noun>{'|'.join(_EVENTS)})s?"
    rf"(?:\s{{1,4}}(?:with|between|at|in|of)\s{{1,4}}(?P<matter>[^,.;:!?\n]{{1,60}}?))?\s{{1,4}}(?:(?:had|has|have)\s{{1,4}})?(?:(?:ever|even)\s{{1,4}})?{_TOOK_PLACE}\b",
    re.I,
)

_CAPITALISED = re.compile(r"\b[A-Z][^\W\d_]+")
_OF_OFFICES = frozenset(
    "Chief Deputy Defence Defense Foreign General President Prime Secretary Senate State".split()
)

#: Characters between a claim and the denial of its event behind it: a sentence at the most.
_RIGHT_BEHIND = 160

#: Sureness of a tie between what took place and its denial: the words tell it, as of a denial that points back.
TOOK_PLACE = 0.7


@dataclass(frozen=True, slots=True)
class Event:
    """What is denied to have taken place: its ``noun``, and the telling words behind it, with whom or where."""

    noun: str
    matter: frozenset[str] = frozenset()


def not_held(denied: str) -> Event | None:
    """What somebody denies took place; None where they deny something else.

    >>> not_held("the meeting took place"), not_held("that any attack had happened"), not_held("the meeting was brief")
    (Event(noun='meeting', matter=frozenset()), Event(noun='attack', matter=frozenset()), None)
    """
    m = _NOT_HELD.match(denied)
    return None if m is None else Event(m["noun"].lower(), telling(m["matter"] or ""))


def took_place(denied: str, event: Event, claimed: str, gap: str, denier: Set[str]) -> bool:
    """Whether a claim tells that what another denies took place, with ``gap`` between the two; ``denier`` are their names.

    >>> took_place("the meeting took place", Event("meeting"), "she met the Lidva envoys", "\\n", {"Lidva"})
    True
    >>> took_place("the meeting took place", Event("meeting"), "she met the Osk envoys", "\\n", {"Lidva"})
    False
    >>> took_place("the meeting took place on Monday", Event("meeting"), "she met Lidva on Tuesday", "\\n", {"Lidva"})
    False
    >>> took_place("the meeting took place", Event("meeting"), "Lidva met every condition", "\\n", {"Lidva"})
    False
    """
    if re.search(_EVENTS[event.noun], claimed, re.I) is None or says_no(claimed):
        return False
    if event.matter and event.matter.isdisjoint(telling(claimed)):
        return False
    if elsewhere(denied, claimed) or named_otherwise(denied, claimed):
        return False
    return (len(gap) <= _RIGHT_BEHIND and "\n" not in gap) or not _names(claimed).isdisjoint(denier)


def _names(words: str) -> frozenset[str]:
    """The words with a capital that tell who it is: *Lidva* of *the Lidva Foreign Minister*."""
    return frozenset(w for w in _CAPITALISED.findall(words) if telling(w)) - _OF_OFFICES


def ties_to_event(told: Told, denial: Said, event: Event, claims: Sequence[Said]) -> Ties:
    """Who else tells that what somebody denies took place, a sentence a report."""
    if denial.attribution is None:
        return []
    report, reading = told.reports[denial.report], told.readings[denial.report]
    a = reading.attributions[denial.attribution]
    denied = text_of_said(told, denial)
    denier = _names(f"{text_of(report.text, a.source)} {a.speaker.name or ''}")
    best: dict[int, tuple[Said, float, str]] = {}
    for s in claims:
        if (
            s.attribution is not None
            and s.who != denial.who
            and took_place(denied, event, text_of_said(told, s), between(told, s, denial), denier)
        ):
            best.setdefault(s.report, (s, TOOK_PLACE, f"it tells of the {event.noun}"))
    return list(best.values())
