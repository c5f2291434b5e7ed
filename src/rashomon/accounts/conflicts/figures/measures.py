"""Shares and sums set against each other: turnout, somebody's share of the vote, what a thing cost, what damage is put at, how
many people were on board.

Told only where the words right beside a figure say whose share or sum it is. A poll's, a projection's or a part of the
count's is none of these, nor is one of another year or hour.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.accounts.conflicts.figures.disagreement import conflict
from rashomon.accounts.conflicts.figures.sides import Events, Member, estimates_of
from rashomon.accounts.conflicts.figures.still_given import stands
from rashomon.accounts.figures.parts import counts_by_itself
from rashomon.accounts.records import Conflict
from rashomon.reading.figures.of_whom import coin
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.titles import TITLES
from rashomon.records import Figure


@dataclass(frozen=True, slots=True, order=True)
class _Of:
    """Whose share or sum it is: what is told of it, in words of a person's, its unit, and the name or noun, folded."""

    about: str
    unit: str
    whose: str


_ROUGHLY = (
    r"(?:(?:only|just|about|around|nearly|almost|some|at|over|more\s+than|at\s+least|an?|estimated)\s+){0,2}"
)
_IS = r"(?:was|is|were|are|has\s+been|stood\s+at|stands\s+at|reached|of|at)"

_TURNOUT = re.compile(rf"\bturn-?out\s+{_IS}\s+{_ROUGHLY}$", re.I)
_TURNOUT_OF = re.compile(r"\s+turn-?out\b(?!\s+(?:in|at|among|by|for)\b)", re.I)
_OF_SOME = re.compile(r"[\s,]+(?:among|in|at|by|for|with)\b", re.I)
"""Behind a turnout that is of some of the voters, of one place or of one hour."""

_NAME = r"[A-ZÀ-Þ][\w’-]{1,30}"
_WON = re.compile(
    rf"(?:(?P<given>{_NAME}|[A-Z]\.)\s+)?(?P<who>{_NAME})\s+(?:(?:has|had|have)\s+)?(?:won|got|received|took|taken|gained|polled|secured)\s+{_ROUGHLY}$"
)
_OF_THE_VOTE = re.compile(
    r"\s+of\s+(?:the|all)\s+(?:votes?|ballots)\b(?!\s+(?:in|at|among|from|there|here)\b)", re.I
)

_COST = re.compile(
    rf"\b[Tt]h(?:e|is)\s+(?P<what>[a-z][\w-]+)\s+(?:(?:has|had)\s+)?cost\s+"
    rf"(?:(?!{_ROUGHLY}$)(?:the\s+)?(?P<whom>[\w’-]+)\s+)?{_ROUGHLY}$"
)
_IN_PART = re.compile(
    r"\s+(?:to|an?|per|each|apiece|every|in|for|more|less|extra)\b|\s+(?:dai|week|month|year)ly\b", re.I
)
"""Behind a sum what it was spent on, how often, or where: *to repair*, *a day*."""
_DAMAGE = re.compile(
    rf"\b(?:(?:put|puts|estimated|estimates)\s+(?:the|its)\s+(?:total\s+|overall\s+)?damage\s+at"
    rf"|(?:(?:^|[.;,]\s)(?:Total\s+|Overall\s+)?|\b(?:the|that|total|overall)\s+)damage\s+(?:was|is|has\s+been)\s+(?:put|estimated)\s+at)\s+{_ROUGHLY}$",
    re.I,
)
_ABOARD = re.compile(r"(?:\s+(?:who\s+)?were)?\s+(?:on\s+board|aboard)\b", re.I)
_WERE_ABOARD = re.compile(r"\s+were\s", re.I)
_ALL_ABOARD = re.compile(
    rf"\b(?:(?:[Tt]he\s+(?P<name>[A-ZÀ-Þ][\w’'-]*)\s+)?(?:(?i:was|were|is|are)\s+)?(?i:had|has|having|carried|carries|carrying)"
    rf"|(?i:with|all|the|there\s+(?:were|are|was)))\s+(?i:{_ROUGHLY})$"
)
"""Before all who were on board: of those who were *treated* or *saved* there may be more. The ship by its name, if told so."""
_PEOPLE = re.compile(r"(?:people|persons|souls)", re.I)
_ROOM = re.compile(
    r"\b(?:capacity|licen[cs]ed|designed|built|certified|allowed|permitted|maximum|room\s+for|of\s+the|other|another|remaining|still)\b",
    re.I,
)
"""What tells that so many might be on board, or only a part of those who were."""
_ON_WHAT = (
    ("at sea", re.compile(r"\b(?:boat|craft|ship|vessel)s?\b", re.I),
     re.compile(r"\b(?P<noun>barge|dinghy|ferry|fishing|freighter|liner|lifeboat|raft|tanker|trawler|tug|yacht)\b", re.I)),
    ("in the air", re.compile(r"\b(?:aircraft|flight)\b", re.I),
     re.compile(r"\b(?P<noun>airliner|helicopter|jet|plane)\b", re.I)),
    ("on land", re.compile(r"(?!)"), re.compile(r"\b(?P<noun>bus|train|coach|tram|truck)\b", re.I)),
)  # fmt: skip
"""On what people were, by words for any of its kind, and by nouns of which two are two: a ferry is no trawler."""
_ALSO_CALLED = {"airliner": "plane", "jet": "plane"}

_DISASTER = re.compile(
    r"\b(?P<noun>fire|blaze|flood(?:s|ing)?|(?:earth)?quake|storm|hurricane|cyclone|typhoon|tornado|explosion|blast|spill|leak|landslide"
    r"|eruption|riots?|outage|blackout)\b",
    re.I,
)
_ONE_DISASTER = {
    "blaze": "fire", "floods": "flood", "flooding": "flood", "earthquake": "quake", "hurricane": "storm", "cyclone": "storm",
    "typhoon": "storm", "blast": "explosion", "leak": "spill", "riots": "riot", "blackout": "outage",
}  # fmt: skip
_LONG_AGO = re.compile(
    r"\b(?:in|of|since)\s+(?:1[89]|20)\d\d\b|\b(?:ago|previous\w*|earlier|last\s+(?:year|time|month))\b", re.I
)
"""What tells in its sentence that damage was done by another disaster than the story's."""

_NO_NOUN = frozenset("which that it one move latter former whole rest first second total combined".split())

_UNSETTLED = re.compile(
    r"\b(?:polls?|polled|survey\w*|project(?:s|ed|ions?)|forecast\w*|predict\w*|expect\w*|partial|preliminary|early\s+(?:results|returns)"
    r"|so\s+far|counted|precincts|noon|midday|midnight|o[’']clock|a\.m|p\.m|first\s+round|runoff|run-off|ago|previous\w*|earlier|primar(?:y|ies)"
    r"|caucus\w*|last\s+(?:time|year|election)|usual\w*|average|compared|would|will|could|may|might|if|in\s+(?:19|20)\d\d"
    r"|among|when|general\s+election)\b"
    r"|\b(?:in|at|across)\s+(?:the\s+)?(?-i:[A-ZÀ-Þ])",
    re.I,
)
"""What tells in its sentence that a share is not the count's, or one of another day."""

_AROUND = 90
"""Characters before a figure in which it is told whose it is."""

_SENTENCE = 240
"""Characters on either side of a figure in which its sentence is looked at."""


def measures(events: Events) -> tuple[Conflict, ...]:
    """A conflict for each share or sum, at one place and time, of which the figures do not all meet."""
    groups: defaultdict[_Of, list[Member]] = defaultdict(list)
    of_which: defaultdict[_Of, set[str]] = defaultdict(set)
    for report, reading in events.told.pairs():
        for index, figure in enumerate(reading.figures):
            if counts_by_itself(report, reading, figure) and stands(events, (report.id, index)):
                for of, which in _of(report.text, figure):
                    groups[of].append((report.id, index))
                    of_which[of] |= {which} - {""}
    return tuple(
        conflict(events, key, of.about, matter, alone=len(matters) == 1, may_rise=True)
        for of, members in sorted(groups.items())
        if len(members) > 1 and not _several(of_which[of])
        for key in ((of.about, of.unit, of.whose),)
        for matters in (events.parted(list(estimates_of(events, key, members))),)
        for matter in matters
    )


def _of(text: str, figure: Figure) -> Iterator[tuple[_Of, str]]:
    """Whose share or sum a figure is, where the words beside it tell, and which it is of those that are called so: the given name
    of whose share it is, or whom it cost so much; empty where that is not told.
    """
    before = text[max(0, figure.start - _AROUND) : figure.start]
    if figure.unit == "percent":
        if _UNSETTLED.search(_sentence(text, figure)):
            return
        behind = _behind(text, figure)
        if (_TURNOUT.search(before) and not _OF_SOME.match(behind)) or _TURNOUT_OF.match(behind):
            yield _Of("turnout", "percent", ""), ""
        elif (won := _WON.search(before)) and _OF_THE_VOTE.match(behind):
            given = plain(won["given"] or "")
            which = "" if given in TITLES else given
            yield _Of(f"{won['who']}’s share of the vote", "percent", won["who"].casefold()), which
        return
    if figure.unit == "people":
        words = figure.counted
        sentence = _sentence(text, figure)
        whole = words is None or _PEOPLE.fullmatch(text, words.start, words.end) is not None
        behind = _behind(text, figure)
        told = _ALL_ABOARD.search(before)
        if (
            whole
            and _ABOARD.match(behind)
            and (told or _WERE_ABOARD.match(behind))
            and not (_ROOM.search(sentence) or _UNSETTLED.search(sentence))
        ):
            on = told["name"] if told and told["name"] else _on_what(sentence)
            yield _Of("how many people were on board", "people", ""), on
        return
    money = figure.unit if len(figure.unit) == 3 and figure.unit.isupper() else coin(text, figure.counted)
    if money is None:
        return
    if _DAMAGE.search(before):
        sentence = _sentence(text, figure)
        if not _LONG_AGO.search(sentence):
            yield _Of("what the damage is put at", money, ""), _disaster(sentence)
    elif (cost := _COST.search(before)) is not None:
        end = max(figure.whole_end, figure.counted.end if figure.counted else 0)
        what = cost["what"]
        if what not in _NO_NOUN and not _IN_PART.match(text, end):
            yield _Of(f"what the {what} cost", money, what), (cost["whom"] or "").casefold()


def _on_what(sentence: str) -> str:
    """On what people are told to have been: its kind, and the noun for it where that is of one sort (``at sea:ferry``)."""
    for kind, any_of_it, nouns in _ON_WHAT:
        if (m := nouns.search(sentence)) is not None:
            noun = m["noun"].lower()
            return f"{kind}:{_ALSO_CALLED.get(noun, noun)}"
        if any_of_it.search(sentence) is not None:
            return kind
    return ""


def _disaster(sentence: str) -> str:
    """The disaster that a sentence names, by one noun for all of its kind."""
    m = _DISASTER.search(sentence)
    return "" if m is None else _ONE_DISASTER.get(m["noun"].lower(), m["noun"].lower())


def _several(which: set[str]) -> bool:
    """Whether two of those that are called so cannot be one: two ships by name, a ferry and a trawler, a plane and a boat."""
    nouns = {w.partition(":")[2] for w in which} - {""}
    return len({w.partition(":")[0] for w in which}) > 1 or len(nouns) > 1


def _behind(text: str, figure: Figure) -> str:
    """What stands right behind a figure and what it counts."""
    return text[figure.whole_end : figure.whole_end + 40]


def _sentence(text: str, figure: Figure) -> str:
    """The sentence of a figure, by full stops and lines."""
    low, high = max(0, figure.start - _SENTENCE), figure.whole_end + _SENTENCE
    before = re.split(r"[.!?]\s|\n", text[low : figure.start])[-1]
    return before + re.split(r"[.!?;](?:\s|$)|\n", text[figure.start : high])[0]
