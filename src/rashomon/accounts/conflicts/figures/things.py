"""Figures of what no toll is of, set against each other: cables that were cut, robbers who stole, what the loot is worth.

Without a parser, and told only where the words leave little doubt: the same noun is counted and the same verb stands right beside
it on the same side, or the same is said to be worth a sum; the two sentences have more words than these in common; and neither
report gives what the other gives as well, as whoever gives both tells of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.accounts.conflicts.figures.disagreement import conflict
from rashomon.accounts.conflicts.figures.light_verbs import (
    THERE_WERE,
    Matter,
    besides_light_verbs,
    counts_there_were,
    matter_of,
    one_matter,
)
from rashomon.accounts.conflicts.figures.noun_and_verb import (
    Key,
    counted_noun,
    counted_phrase,
    doer,
    is_another_count,
    keys,
    named_before,
    stem_of,
    told_besides,
)
from rashomon.accounts.conflicts.figures.sides import Events, Member, estimates_of
from rashomon.accounts.conflicts.figures.still_given import stands
from rashomon.accounts.figures.estimates import meet
from rashomon.accounts.figures.named_days import named_day
from rashomon.accounts.figures.parts import counts_by_itself, in_one_place_alone
from rashomon.accounts.records import Conflict, Estimate
from rashomon.records import Figure, Reading, Report, Span

_AGAIN = "~ again"
"""The verb of what is counted a second time in one report, whatever was done: told behind all others."""

_ON_A_DAY = "~ on a day"
"""The verb of what is counted on a day that is named beside it, whatever was done: told behind all but what is counted again.
Whether two are of one day, :class:`.sides.Events` asks of all figures."""

#: Words besides the noun and the verb that two sentences must have in common to be of one thing.
_IN_COMMON = 2

#: From so many on a number is of no two things that are called by the same two words and of which the same is told. Set by hand.
MANY = 100

#: The part of the shorter sentence's words that the other has to have too. Over the training articles of PolNeAR, taken for one
#: story, which they are not, what is set against each other without it is of different things.
_SHARE = 0.4


def things(events: Events) -> tuple[Conflict, ...]:
    """A conflict for each thing that is counted or worth a sum, at one place and time, of which the figures do not all meet."""
    told = events.told
    groups: defaultdict[Key, dict[Member, Span]] = defaultdict(dict)
    for report, reading in told.pairs():
        for index, figure in enumerate(reading.figures):
            if in_one_place_alone(report, figure):
                continue
            if counts_by_itself(report, reading, figure) and stands(events, (report.id, index)):
                for key, at in (
                    *keys(report.text, figure),
                    *_on_a_day(report, reading, figure),
                    *counts_there_were(report.text, figure),
                ):
                    groups[key].setdefault((report.id, index), at)
        for at, again in _counted_again(report, reading):
            for index in again:
                groups[_AGAIN, report.id, str(at.start)].setdefault((report.id, index), at)
    taken: set[Member] = set()
    out = []
    for key, members in sorted(groups.items()):
        if len({report for report, _ in members}) < 2 and not any(
            is_another_count(events.figure(m)[2]) for m in members
        ):
            continue
        group = list(estimates_of(events, key, [m for m in members if m not in taken]))
        thing = _Thing(group, {m: _given(events, key, m, at) for m, at in members.items()})
        for matter in events.parted(group, thing.one):
            found = [m for side in matter.sides for e in side for m in e.members]
            taken.update(found)
            first = next((m for m in found if not is_another_count(events.figure(m)[2])), found[0])
            about = _about(events, first, members[first])
            out.append(conflict(events, key, about, matter, alone=False, may_rise=True))
    return tuple(out)


def _counted_again(report: Report, reading: Reading) -> Iterator[tuple[Span, list[int]]]:
    """The figures of a report that are counts of one thing, and the words of the first: ``The company counted 250.``"""
    by_words: defaultdict[Span, list[int]] = defaultdict(list)
    for index, f in enumerate(reading.figures):
        if f.counted is not None and f.event is None and counts_by_itself(report, reading, f):
            by_words[f.counted].append(index)
    for counted, indexes in by_words.items():
        if len(indexes) > 1 and reading.figures[indexes[-1]].start >= counted.end:
            yield Span(reading.figures[indexes[0]].start, counted.end), indexes


def _on_a_day(report: Report, reading: Reading, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """Many that are counted by two words or more on a day that is named beside them: *3,000 new cases on Monday*."""
    if figure.unit == "thing" and (figure.low or 0) >= MANY:
        at = counted_noun(report.text, figure)
        if at is not None and named_day(report, reading, figure) is not None:
            key = _ON_A_DAY, figure.unit, stem_of(report.text[at.start : at.end])
            yield key, Span(figure.start, at.end)


@dataclass(frozen=True, slots=True)
class _Given:
    """A figure as its report gives it: what its sentence tells besides, who did it, the words for what is counted, and, beside a
    light verb, what that is of."""

    figure: Figure
    besides: frozenset[str]
    doer: str | None
    phrase: str
    matter: Matter | None = None


def _given(events: Events, key: Key, member: Member, at: Span) -> _Given:
    """A figure as given; of what is counted on a day only what it is called tells, whatever the sentence says besides."""
    text, figure = events.figure(member)[0].text, events.figure(member)[2]
    phrase = counted_phrase(text, figure)
    if key[0] == _ON_A_DAY:
        return _Given(figure, frozenset(), named_before(text, figure), phrase)
    besides = told_besides(text, figure) - {*key, *key[0].split()}
    if key[0] == THERE_WERE:
        matter = matter_of(text, figure, at)
        besides = besides_light_verbs(besides) - matter.kinds
        return _Given(figure, besides, doer(text, figure, at), "", matter)
    return _Given(figure, besides, doer(text, figure, at), phrase)


class _Thing:
    """What figures of one noun and verb have to have in common to be of one thing."""

    def __init__(self, group: Sequence[Estimate], given: Mapping[Member, _Given]) -> None:
        self._given = given
        self._of = {m: e for e in group for m in e.members}
        self._by_report: defaultdict[str, list[Estimate]] = defaultdict(list)
        for (report, _), e in self._of.items():
            self._by_report[report].append(e)

    def one(self, one: Member, other: Member) -> bool:
        """Whether two figures can be of one thing."""
        a, b = self._given[one], self._given[other]
        if one[0] == other[0] and _counted_twice(a.figure, b.figure):
            return True
        if not (_called_alike(a, b) or _told_alike(a, b)):
            return False
        if a.matter is not None and b.matter is not None and not one_matter(a.matter, b.matter):
            return False
        if a.doer is not None and b.doer is not None and (a.doer != b.doer or not a.doer):
            return False
        # Whom one report cites for two counts of one thing, part in it.
        return one[0] == other[0] or not (self._gives(one[0], other) or self._gives(other[0], one))

    def _gives(self, report: str, member: Member) -> bool:
        """Whether a report gives a figure as well."""
        return any(meet(e, self._of[member]) for e in self._by_report[report])


def _called_alike(one: _Given, other: _Given) -> bool:
    """Whether many are counted by the same two words or more: *1,204 postal ballots*, *1,900 postal ballots*."""
    many = all((given.figure.low or 0) >= MANY for given in (one, other))
    return many and " " in one.phrase and one.phrase == other.phrase


def _told_alike(one: _Given, other: _Given) -> bool:
    """Whether two sentences have words enough in common, besides the noun and the verb."""
    least = max(_IN_COMMON, _SHARE * min(len(one.besides), len(other.besides)))
    return len(one.besides & other.besides) >= least


def _counted_twice(one: Figure, other: Figure) -> bool:
    """Whether one is another count of what the other counts, as their report tells: ``The company counted 250.``"""
    again = any(f.counted is not None and f.start >= f.counted.end for f in (one, other))
    return again and one.counted == other.counted


def _about(events: Events, member: Member, at: Span) -> str:
    """What figures are of, in the words of one, less its number."""
    report, _, figure = events.figure(member)
    words = f"{report.text[at.start : figure.start]}…{report.text[figure.end : at.end]}"
    many = "how many" if figure.unit in ("people", "thing") else "how much"
    return f"{many}: “{' '.join(words.split())}”"
