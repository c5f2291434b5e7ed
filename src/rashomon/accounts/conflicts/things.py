"""Figures of what no toll is of, set against each other: cables that were cut, robbers who stole, what the loot is worth.

Without a parser, and told only where the words leave little doubt: the same noun is counted and the same verb stands right beside
it on the same side, or the same is said to be worth a sum; the two sentences have more words than these in common; and neither
report gives what the other gives as well, as whoever gives both tells of two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rashomon.accounts.conflicts.clashes import conflict, stands
from rashomon.accounts.conflicts.sides import Events, Member, estimates_of
from rashomon.accounts.figures.comparable import in_one_place_alone, part
from rashomon.accounts.figures.estimates import meet
from rashomon.accounts.figures.named_days import named_day
from rashomon.accounts.records import Conflict, Estimate
from rashomon.calendar_words import WEEKDAYS
from rashomon.collation.sentences.likeness import FUNCTION_WORDS
from rashomon.reading.figures.asserted import disowned
from rashomon.reading.text.around import sentence_around
from rashomon.reading.text.counted import person
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.stems import stem
from rashomon.records import Figure, Reading, Report, Span

Key = tuple[str, str, str]
"""A verb, with the side on which it stands; the unit; the noun, as stems."""

_IRREGULAR = {
    "made": "make", "making": "make", "stole": "steal", "stolen": "steal", "took": "take", "taken": "take", "broke": "break",
    "broken": "break", "struck": "strike", "cut": "cut", "hit": "hit", "sold": "sell", "bought": "buy", "paid": "pay",
    "lost": "lose", "won": "win", "shot": "shoot", "held": "hold", "drove": "drive", "sank": "sink", "sunk": "sink",
    "built": "build", "found": "find", "wrote": "write", "written": "write", "burst": "burst", "sent": "send", "saw": "see",
    "seen": "see", "laid": "lay",
}  # fmt: skip
"""Verbs in the past that do not end in -ed, of which news counts something."""

_PAST_ONLY = frozenset("stole took broke drove sank wrote saw".split())
"""Of these, the ones that nothing is done to: *robbers stole*, but *men held* by the police."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BESIDE = re.compile(r"\s+(?P<word>[^\W\d_]+)")
_BE = frozenset("was were been being is are be".split())
_HAVE = frozenset("has have had".split())
_NO_VERBS = frozenset(
    """
    including following regarding according during being having concerning involving suspected supposed alleged aged armed
    hundred nothing something anything morning evening building said told asked added called named based used united
    """.split()
)
_SKIPPED = frozenset("also all both who that which already reportedly allegedly now later".split())
_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|his|her|their|its|some|nearly|almost|about|around|over|more|up|off|into|away|out)\b|[$£€\d])",
    re.I,
)
_OFF = re.compile(
    r"\b(?P<word>[^\W\d_]+)\s+(?P<off>off|away)\s+with\s+(?:an?\s+|the\s+)?(?:estimated\s+|some\s+)?$", re.I
)
_BEFORE = re.compile(
    r"\b(?P<word>[^\W\d_]+)\s+(?:an?\s+|the\s+|all\s+|only\s+|just\s+)?(?:estimated\s+)?$", re.I
)
_WORTH_BEFORE = re.compile(
    r"\b(?P<what>[^\W\d_]+(?:\s+and\s+[^\W\d_]+)?)\s+(?:(?:is|are|was|were)\s+)?(?:estimated\s+to\s+be\s+)?"
    r"(?:worth|valued\s+at)\s+(?:an?\s+|some\s+)?(?:estimated\s+)?$",
    re.I,
)
_WORTH_AFTER = re.compile(r"\s+worth\s+of\s+(?P<what>[^\W\d_]+(?:\s+and\s+[^\W\d_]+)?)", re.I)
_CROWD = re.compile(
    r"\s+(?:who\s+)?(?:(?:had|have|has)\s+)?(?:marched|rallied|gathered|protested|demonstrated|attended|assembled|turned\s+out|took\s+part"
    r"|taken\s+part|took\s+to\s+the\s+streets)\b",
    re.I,
)
_OF_A_CROWD: Key = ("they gather", "people", "people")
"""Marchers, protesters and people who turn out are counted as one thing, by whatever name."""

_AGAIN = "~ again"
"""The verb of what is counted a second time in one report, whatever was done: told behind all others."""

_ON_A_DAY = "~ on a day"
"""The verb of what is counted on a day that is named beside it, whatever was done: told behind all but what is counted again."""

_NOT = re.compile(r"\b(?:not|rather\s+than|instead\s+of)\s+$", re.I)
_AROUND = 90
"""Characters beside a figure in which its verb, or what it is worth, is looked for."""

_SENTENCE = 300
"""Characters on either side of a figure of which its sentence is looked at."""

#: Words besides the noun and the verb that two sentences must have in common to be of one thing.
_IN_COMMON = 2

#: From so many on a number is of no two things that are called by the same two words and of which the same is told. Set by hand.
MANY = 100

_OVER_TIME = re.compile(
    r"\b(?:last|past|this|each|every|an?|per)\s+(?:year|month|week|season|decade|day)s?\b|\b(?:past|last)\s+\w+\s+(?:years|months|weeks)\b"
    r"|\bso\s+far\b|\bsince\b|\b(?:in|during)\s+(?:19|20)\d\d\b|\bannual|\byearly\b",
    re.I,
)
"""What tells that a sentence sums up a longer time, in which more such things may be counted than at once."""

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
            if claimed(report, reading, figure) and stands(events, (report.id, index)):
                for key, at in (*_keys(report.text, figure), *_on_a_day(report, reading, figure)):
                    groups[key].setdefault((report.id, index), at)
        for at, again in _counted_again(report, reading):
            for index in again:
                groups[_AGAIN, report.id, str(at.start)].setdefault((report.id, index), at)
    taken: set[Member] = set()
    out = []
    for key, members in sorted(groups.items()):
        if len({report for report, _ in members}) < 2 and not any(_is_again(events, m) for m in members):
            continue
        group = list(estimates_of(events, key, [m for m in members if m not in taken]))
        words = {m: _words(events, m) - {*key, *key[0].split()} for m in members}
        thing = _Thing(
            events if key[0] == _ON_A_DAY else None,
            group,
            words,
            {
                m: (_named_before(events, m) if key[0] == _ON_A_DAY else _doer(events, m, at))
                for m, at in members.items()
            },
            {m: events.figure(m)[2] for m in members},
            {m: _phrase(events, m) for m in members},
        )
        for matter in events.parted(group, thing.one):
            found = [m for side in matter.sides for e in side for m in e.members]
            taken.update(found)
            first = next((m for m in found if not _is_again(events, m)), found[0])
            about = _about(events, first, members[first])
            out.append(conflict(events, key, about, matter, alone=False, may_rise=True))
    return tuple(out)


def _counted_again(report: Report, reading: Reading) -> Iterator[tuple[Span, list[int]]]:
    """The figures of a report that are counts of one thing, and the words of the first: ``The company counted 250.``"""
    by_words: defaultdict[Span, list[int]] = defaultdict(list)
    for index, f in enumerate(reading.figures):
        if f.counted is not None and f.event is None and claimed(report, reading, f):
            by_words[f.counted].append(index)
    for counted, indexes in by_words.items():
        if len(indexes) > 1 and reading.figures[indexes[-1]].start >= counted.end:
            yield Span(reading.figures[indexes[0]].start, counted.end), indexes


def _on_a_day(report: Report, reading: Reading, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """Many that are counted by two words or more on a day that is named beside them: *3,000 new cases on Monday*."""
    if figure.unit == "thing" and (figure.low or 0) >= MANY:
        at = _noun(report.text, figure)
        if at is not None and named_day(report, reading, figure) is not None:
            key = _ON_A_DAY, figure.unit, _stem(report.text[at.start : at.end])
            yield key, Span(figure.start, at.end)


def _is_again(events: Events, member: Member) -> bool:
    """Whether a figure is another count of what its report counted before: ``police put the number at 6,000``."""
    figure = events.figure(member)[2]
    return figure.counted is not None and figure.counted.end <= figure.start


def claimed(report: Report, reading: Reading, figure: Figure) -> bool:
    """Whether a figure is of no toll, is no part of another, and nobody denies it."""
    if (
        figure.implied
        or (figure.event is not None and figure.unit != "thing")
        or part(report, figure, anybody=True)
    ):
        return False
    by = figure.attribution
    denied = by is not None and disowned(report.text, reading.attributions[by].cue)
    return not denied and _NOT.search(report.text, max(0, figure.start - 20), figure.start) is None


class _Thing:
    """What figures of one noun and verb have to have in common to be of one thing."""

    def __init__(
        self,
        of_a_day: Events | None,
        group: Sequence[Estimate],
        words: Mapping[Member, frozenset[str]],
        doers: Mapping[Member, str | None],
        figures: Mapping[Member, Figure],
        phrases: Mapping[Member, str],
    ) -> None:
        self._of_a_day = of_a_day
        self._figures, self._phrases = figures, phrases
        self._words, self._doers = words, doers
        self._of = {m: e for e in group for m in e.members}
        self._given: defaultdict[str, list[Estimate]] = defaultdict(list)
        for (report, _), e in self._of.items():
            self._given[report].append(e)

    def one(self, one: Member, other: Member) -> bool:
        """Whether two figures can be of one thing."""
        if self._counted_again(one, other):
            return True
        if self._of_a_day is not None and not (
            self._of_a_day.one_day(one, other) and self._called_alike(one, other)
        ):
            return False
        words, others = self._words[one], self._words[other]
        if not self._called_alike(one, other) and len(words & others) < max(
            _IN_COMMON, _SHARE * min(len(words), len(others))
        ):
            return False
        doer, another = self._doers[one], self._doers[other]
        if doer is not None and another is not None and (doer != another or not doer):
            return False
        # Whom one report cites for two counts of one thing, part in it.
        return one[0] == other[0] or not (self._gives(one[0], other) or self._gives(other[0], one))

    def _called_alike(self, one: Member, other: Member) -> bool:
        """Whether many are counted by the same two words or more: *1,204 postal ballots*, *1,900 postal ballots*."""
        many = all((self._figures[m].low or 0) >= MANY for m in (one, other))
        return many and " " in self._phrases[one] and self._phrases[one] == self._phrases[other]

    def _counted_again(self, one: Member, other: Member) -> bool:
        """Whether one is another count of what the other counts, as its report tells: ``The company counted 250.``"""
        counted = [self._figures[m].counted for m in (one, other)]
        again = any(self._figures[m].start >= c.end for m, c in zip((one, other), counted, strict=True) if c)
        return one[0] == other[0] and again and counted[0] == counted[1]

    def _gives(self, report: str, member: Member) -> bool:
        """Whether a report gives a figure as well."""
        return any(meet(e, self._of[member]) for e in self._given[report])


def _about(events: Events, member: Member, at: Span) -> str:
    """What figures are of, in the words of one, less its number."""
    report, _, figure = events.figure(member)
    words = f"{report.text[at.start : figure.start]}…{report.text[figure.end : at.end]}"
    many = "how many" if figure.unit in ("people", "thing") else "how much"
    return f"{many}: “{' '.join(words.split())}”"


def _keys(text: str, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """What a figure is of, in each way that its words tell, and those words."""
    if figure.unit in ("people", "thing"):
        at = _noun(text, figure)
        if at is not None:
            noun = _stem(text[at.start : at.end])
            if figure.unit == "people" and (m := _CROWD.match(text, at.end, at.end + 40)) is not None:
                yield _OF_A_CROWD, Span(min(figure.start, at.start), max(figure.end, m.end()))
                return
            for verb, words in _verbs(text, figure, at):
                yield (verb, figure.unit, noun), words
    elif len(figure.unit) == 3 and figure.unit.isupper():
        yield from _sums(text, figure)


def _sums(text: str, figure: Figure) -> Iterator[tuple[Key, Span]]:
    """Who makes off with a sum of money, or what is worth it: what is paid, raised or spent is told of everybody."""
    low = max(0, figure.start - _AROUND)
    if (off := _OFF.search(text, low, figure.start)) is not None:
        yield (
            (f"{_IRREGULAR.get(off['word'].lower(), _stem(off['word']))} off", figure.unit, ""),
            Span(off.start(), figure.end),
        )
    before = _WORTH_BEFORE.search(text, low, figure.start)
    after = _WORTH_AFTER.match(text, figure.end, figure.end + _AROUND)
    worth = before or after
    if worth is not None:
        for word in _WORD.findall(worth["what"]):
            if word.lower() not in FUNCTION_WORDS:
                yield (
                    ("worth", figure.unit, _stem(word)),
                    Span(min(figure.start, worth.start()), max(figure.end, worth.end())),
                )


def _doer(events: Events, member: Member, at: Span) -> str | None:
    """Whose verb it is that a figure stands behind: the name told last before it in its sentence, else the word before it, as a
    stem; empty where nothing tells. None for a figure that is not behind its verb."""
    report, _, figure = events.figure(member)
    if figure.unit not in ("people", "thing") or at.start >= figure.start or _is_again(events, member):
        return None
    before = re.split(r"[.!?]\s|\n", report.text[max(0, at.start - _AROUND) : at.start])[-1]
    words = [
        w for w in _WORD.findall(before) if w.lower() not in FUNCTION_WORDS and not w.lower().endswith("ly")
    ]
    names = [w for w in words if w[0].isupper()]
    return _stem((names or words)[-1]) if words else ""


def _named_before(events: Events, member: Member) -> str | None:
    """The name told last before a figure in its sentence: *Osk recorded 3,000 new cases on Monday*; None where there is none."""
    report, _, figure = events.figure(member)
    before = re.split(r"[.!?]\s|\n", report.text[max(0, figure.start - _AROUND) : figure.start])[-1]
    names = [w for w in _WORD.findall(before) if w[0].isupper() and w.lower() not in FUNCTION_WORDS]
    return next((_stem(w) for w in reversed(names) if w.lower() not in WEEKDAYS), None)


def _noun(text: str, figure: Figure) -> Span | None:
    """The noun that is counted: the last of the words for it that is in the plural, as what follows it there is a verb’s."""
    if figure.counted is None:
        return None
    found = None
    for m in _WORD.finditer(text, figure.counted.start, figure.counted.end):
        if found is not None and _lemma(m.group().lower()):
            break
        if person(m.group()) or (m.group().endswith("s") and not m.group().endswith("ss")):
            found = Span(m.start(), m.end())
    return found


def _phrase(events: Events, member: Member) -> str:
    """The words for what is counted, as far as its noun, folded; empty where there is none, or its sentence tells of a longer
    time.
    """
    report, _, figure = events.figure(member)
    at = _noun(report.text, figure)
    if at is None or figure.counted is None:
        return ""
    low, high = sentence_around(report.text, figure.start, figure.end)
    if _OVER_TIME.search(report.text, low, high) is not None:
        return ""
    return " ".join(report.text[figure.counted.start : at.end].casefold().split())


def _verbs(text: str, figure: Figure, noun: Span) -> Iterator[tuple[str, Span]]:
    """The verbs right beside what is counted, with the side on which it stands, and the words from the one to the other."""
    at, helper = noun.end, ""
    for _ in range(5):
        m = _BESIDE.match(text, at, at + 40)
        if m is None:
            break
        word, at = m["word"].lower(), m.end()
        if word in _BE or word in _HAVE:
            helper = "be" if word in _BE else "have"
        elif word not in _SKIPPED:
            verb, words = _lemma(word), Span(min(figure.start, noun.start), max(figure.end, at))
            if verb and helper == "be" and not word.endswith("ing"):
                yield f"{verb} them", words
            elif verb and (
                helper == "have" or (not helper and (word in _PAST_ONLY or _OBJECT.match(text, at, at + 20)))
            ):
                yield f"they {verb}", words
            break
    if (before := _verb_before(text, figure)) is not None:
        yield f"{before[0]} them", Span(before[1], max(figure.end, noun.end))


def _verb_before(text: str, figure: Figure) -> tuple[str, int] | None:
    """The verb right before a figure, and where it begins."""
    m = _BEFORE.search(text, max(0, figure.start - _AROUND), figure.start)
    verb = None if m is None else _lemma(m["word"].lower())
    return None if m is None or verb is None else (verb, m.start())


def _lemma(word: str) -> str | None:
    """A verb in the past, or with -ing, by its stem; None for what is none."""
    if word in _NO_VERBS or word in FUNCTION_WORDS:
        return None
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return _stem(word) if len(word) > 4 and word.endswith(("ed", "ing")) else None


def _stem(word: str) -> str:
    """A stem by which forms of a verb or a noun meet: *cutting* and *cut*, *stealing* and *steal*."""
    found = stem(word.lower())
    return found[:-1] if len(found) > 3 and found[-1] == found[-2] and found[-1] not in "lsz" else found


def _words(events: Events, member: Member) -> frozenset[str]:
    """Stems of what the sentence of a figure tells besides."""
    report, _, figure = events.figure(member)
    low, high = max(0, figure.start - _SENTENCE), min(len(report.text), figure.end + _SENTENCE)
    near = [s for s in sentences(report.text, low, high) if s.start <= figure.start < s.end]
    own = Span(figure.start, figure.end)
    words = (
        m.group().lower()
        for s in near
        for m in _WORD.finditer(report.text, s.start, s.end)
        if m.end() <= own.start or own.end <= m.start()
    )
    return frozenset(_stem(w) for w in words if w not in FUNCTION_WORDS and len(w) > 2)
