"""Results of one vote set against each other: *passed 222-190*, *passed 220-190*.

One matter has many votes: in committee and in the chamber, in two chambers, on amendments, on the way and at the end. Told only
where neither report gives another result that could be the same vote, nearly as many voted, both name the same steps on the way
and, where both tell, the same chamber, court or committee, whose it is, the day, the bill and what it was to do, and what they
tell besides has words in common. Sides are told apart by which has more
votes, as *rejected 222-190* and *rejected 190-222* are one result.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from rashomon.accounts.conflicts.figures.disagreement import conflict
from rashomon.accounts.conflicts.figures.sides import Events, Member, estimates_of
from rashomon.accounts.conflicts.figures.still_given import stands
from rashomon.accounts.conflicts.figures.things import MANY
from rashomon.accounts.figures.earlier_events import earlier
from rashomon.accounts.figures.setting import one_time
from rashomon.accounts.records import Conflict
from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.stems import stem
from rashomon.records import Figure

_CHAMBERS = tuple(
    re.compile(rf"\b(?:{words})\b", re.I)
    for words in (
        "house|representatives|lower\\s+house", "senat(?:e|ors?)|upper\\s+house", "committees?|panels?|subcommittees?|boards?",
        "courts?|justices|judges?", "councils?|councill?ors", "assembly|parliament|deputies|MPs|commons", "lords",
        "juror?s?|jury", "delegates|conference|union|members|workers",
    )
)  # fmt: skip
"""Who votes: of two reports that both name any of these, one is named by both."""

_STEP = re.compile(
    r"\b(?:(?P<step>abuse|articles?|begin|cloture|committee|filibuster|first|fast-track|obstruction|preliminary|reading|repeal|rule|second"
    r"|stay|substitute|test|third|two-thirds|veto|witness)(?:s|es)?"
    r"|(?P<stem>adjourn|advanc|amend|debat|discharg|motion|nominat|open|overr[io]d|postpon|procedur|proceed|recommit|reconsider|remand"
    r"|subpoena|suspend|tabl)\w*)\b",
    re.I,
)
"""What tells one vote of those on the same matter from another."""
_OTHER_TIME = re.compile(
    r"\b(?:earlier|previous(?:ly)?|last\s+(?:year|month|week|session|time)|in\s+(?:19|20)\d\d|ago|had|would|could|might|expected"
    r"|predict(?:s|ed|ing)?|forecast(?:s|ed)?|(?:may|shall|should|will|to)\s+(?:pass|vote))\b",
    re.I,
)
"""What tells in its sentence that a result is of another time than the report's, or of a vote still to come."""
_BILL = re.compile(
    r"(?<![\w-])(?P<of>[^\W\d_][\w-]{1,40})\s+(?:act|agreement|bill|budget|deal|drafts?|law|legislation|measure"
    r"|nominee|package|plan|proposal|resolution|treaty"
    r"|bans?|orders?|rules?|tax(?:es)?)\b",
    re.I,
)
_WHICH_BODY = re.compile(r"(?<![\w-])(?P<of>[^\W\d_][\w-]{2,40})\s+(?:courts?|committees?|panels?)\b", re.I)
_WHOSE_BODY = re.compile(
    r"(?<![\w-])(?P<of>[A-ZÀ-Þ][\w.’'-]{1,40})\s+(?:[Ss]enat(?:e|ors?)|[Hh]ouse|[Aa]ssembly|[Pp]arliament|[Cc]ouncil|[Bb]oard"
    r"|[Cc]ommission|[Ll]egislature|[Cc]ongress|[Dd]elegates|[Jj]ur(?:y|ors)|[Jj]udges|[Ll]awmakers|[Dd]eputies|[Dd]raft)\b"
    r"|\bin\s+(?P<in>[A-ZÀ-Þ][\w’'-]{1,40})"
)
_ANY_BODY = frozenset(
    """
    an city country country's country’s county democratic divided federal full highest house lower monday's monday’s nation's
    nation’s national republican senate state the top town upper
    """.split()
)
"""What stands before a court or committee and does not tell which: two reports that tell which tell of one."""
_TO = re.compile(r"(?:\s+(?:on\s+)?\w{3,12})?\s+to\s+(?P<verb>[a-z]{3,20})\b")
"""Behind a result what was voted for: of *to strip it* and *to keep it* there are two votes."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAID_OF_ANY = frozenset(
    stem(w)
    for w in """
    abstained against approved assembly backed bill chamber committee council court democrats deputies favor favour house
    lawmakers legislation lines margin measure members monday motion opposed parliament party passed president rejected
    republicans resolution senate senators support thursday tuesday wednesday friday saturday sunday vote voted votes voting
    """.split()
)
"""Words, as stems, that may stand beside the result of any vote."""

_IN_COMMON = 2
_SHARE = 0.3
"""Words that what is told beside two results has in common at the least (one where both have a number of hundreds of votes), and
which part of those of the shorter. Set by hand."""
_OFF, _PART_OFF = 6, 0.05
"""By how many votes, or which part of them, two reports of one vote may differ in how many voted. Set by hand."""
_MOST = 60
"""Results that a report gives at the most, to be set against others: one with more is a list of votes. Set by hand."""


@dataclass(frozen=True, slots=True)
class _Result:
    """The result of a vote: its counts as members and numbers, the larger one first, and what is told beside it.

    That is its words, who voted, which court or committee, whose or where, on which weekday, which step it was, what the bills
    are called, and what it was to do.
    """

    counts: tuple[Member, Member]
    numbers: tuple[float, float]
    words: frozenset[str]
    chambers: frozenset[int]
    bodies: frozenset[str]
    whose: frozenset[str]
    days: frozenset[str]
    step: frozenset[str]
    bills: frozenset[str]
    to: frozenset[str]


def votes(events: Events) -> tuple[Conflict, ...]:
    """A conflict for each vote of which the reports do not give one result."""
    by_report: dict[str, list[_Result]] = defaultdict(list)
    for result in _results(events):
        by_report[result.counts[0][0]].append(result)
    by_report = {report: results for report, results in by_report.items() if len(results) <= _MOST}
    of = {m: r for results in by_report.values() for r in results for m in r.counts}
    pairs = _Pairs(events, by_report, of)
    out = []
    told: set[frozenset[str]] = set()
    for side, name in ((0, "more"), (1, "fewer")):
        members = [r.counts[side] for results in by_report.values() for r in results]
        group = list(estimates_of(events, ("vote", "thing", name), members))
        for matter in events.parted(group, pairs.one, anywhere=True):
            found = [m for s in matter.sides for e in s for m in e.members]
            reports = frozenset(report for report, _ in found)
            if any(reports <= before for before in told):
                continue
            told.add(reports)
            key = ("vote", name, *map(str, min(found)))
            out.append(conflict(events, key, _about(found, of), matter, alone=True, may_rise=False))
    return tuple(out)


def _about(members: Sequence[Member], of: Mapping[Member, _Result]) -> str:
    """How the vote ended, as the reports give it."""
    given = dict.fromkeys(f"{of[m].numbers[0]:,.0f} to {of[m].numbers[1]:,.0f}" for m in members)
    return f"how the vote ended: {' or '.join(given)}"


def _results(events: Events) -> Iterator[_Result]:
    """The results that reports give on a vote that has been held, in text order."""
    past: frozenset[Member] | None = None
    for report, reading in events.told.pairs():
        counts = [(n, f) for n, f in enumerate(reading.figures) if f.unit == "vote"]
        for (n, f), (k, g) in zip(counts[::2], counts[1::2], strict=False):
            past = earlier(events.told) if past is None else past
            low, high = sentence_around(report.text, f.start, g.end)
            one, other = (report.id, n), (report.id, k)
            if one in past or not stands(events, one) or _OTHER_TIME.search(report.text, low, high):
                continue
            more = (one, other) if (f.best or 0) >= (g.best or 0) else (other, one)
            numbers = sorted((_number(f), _number(g)), reverse=True)
            before, _ = sentence_around(report.text, max(0, low - 2), max(0, low - 2))
            to = _TO.match(report.text, g.end, high)
            yield _Result(
                more,
                (numbers[0], numbers[1]),
                _words(report.text[before:high]),
                frozenset(c for c, words in enumerate(_CHAMBERS) if words.search(report.text, low, high)),
                frozenset(_named(m["of"] for m in _WHICH_BODY.finditer(report.text, low, high))),
                frozenset(_named(m["of"] or m["in"] for m in _WHOSE_BODY.finditer(report.text, low, high))),
                frozenset(
                    w for m in _WORD.finditer(report.text, low, high) if (w := m.group().lower()) in WEEKDAYS
                ),
                frozenset((m["step"] or m["stem"]).lower() for m in _STEP.finditer(report.text, low, high)),
                frozenset(
                    word
                    for m in _BILL.finditer(report.text, low, high)
                    if (word := stem(m["of"].lower())) not in _SAID_OF_ANY
                    and m["of"].lower() not in FUNCTION_WORDS
                ),
                frozenset({stem(to["verb"])} if to else ()),
            )


def _named(words: Iterable[str]) -> Iterator[str]:
    """Those of the words before a court, a chamber or a committee that tell which it is, folded."""
    for word in words:
        lower = word.lower()
        if not (lower in _ANY_BODY or lower in FUNCTION_WORDS or lower in WEEKDAYS or lower in MONTHS):
            yield lower


def _number(figure: Figure) -> float:
    return figure.best or 0


def _words(text: str) -> frozenset[str]:
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(stem(w) for w in words if w not in FUNCTION_WORDS) - _SAID_OF_ANY


class _Pairs:
    """Which results can be of one vote."""

    def __init__(
        self, events: Events, by_report: Mapping[str, Sequence[_Result]], of: Mapping[Member, _Result]
    ) -> None:
        self._events, self._by_report, self._of = events, by_report, of

    def one(self, one: Member, other: Member) -> bool:
        """Whether two counts are of results of one vote, which no other result in either report can be of."""
        a, b = self._of[one], self._of[other]
        return (
            one[0] != other[0]
            and self._alike(a, b)
            and sum(self._near(a, x) for x in self._by_report[other[0]]) == 1
            and sum(self._near(b, x) for x in self._by_report[one[0]]) == 1
        )

    def _near(self, a: _Result, b: _Result) -> bool:
        """Whether nearly as many voted, on either side."""
        off = max(_OFF, _PART_OFF * max(sum(a.numbers), sum(b.numbers)))
        if max(*a.numbers, *b.numbers) < 2 * _OFF:
            off = 1
        return all(abs(x - y) <= off for x, y in zip(a.numbers, b.numbers, strict=True))

    def _alike(self, a: _Result, b: _Result) -> bool:
        if not self._near(a, b) or a.step != b.step:
            return False
        told: Sequence[tuple[Set[object], Set[object]]] = (
            (a.chambers, b.chambers),
            (a.bodies, b.bodies),
            (a.whose, b.whose),
            (a.days, b.days),
            (a.bills, b.bills),
            (a.to, b.to),
        )
        if any(x and y and not x & y for x, y in told):
            return False
        same = max((x for x, y in zip(a.numbers, b.numbers, strict=True) if x == y), default=0)
        least = 1 if same >= MANY else _IN_COMMON
        if len(a.words & b.words) < max(least, _SHARE * min(len(a.words), len(b.words))):
            return False
        return one_time(*(self._events.setting(r.counts[0]) for r in (a, b)))
