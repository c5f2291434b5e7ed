"""Results of votes: two counts of votes, as figures whose unit is ``vote`` and whose event is on which side they were cast.

``passed 222-190``, ``by a vote of 52 to 48``, ``a 5-4 ruling``, ``141 voted in favour and five against``. The first of two counts
is of those for, as results are written, unless *against* stands behind it; where what is voted on was rejected by the larger one,
the words leave open who was for, and the event is ``voted`` alone. Scores of games, years, ages, dates and shares are no votes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.calendar_words import MONTHS, WEEKDAYS
from rashomon.reading.figures.cited import Cited
from rashomon.reading.text.numbers import spelt, value
from rashomon.records import Figure, Span

VOTED, FOR, AGAINST = "voted", "voted for", "voted against"
"""The events of counts of votes: on a side that is not told, and on the two sides."""

_COUNT = rf"(?:\d(?:,\d{{3}}|\d{{0,2}})|\b(?:{spelt(1, 15)})\b)"
_NOT_BEFORE = r"(?<![\w.,/:#$£€-])(?<!\d\s[-–—])"
_PAIR = re.compile(
    rf"{_NOT_BEFORE}(?P<first>{_COUNT})(?:\s?[-–—]\s?|\s+(?:(?P<votes>votes)\s+)?to\s+)(?P<second>{_COUNT})"
    r"(?:[-–]\d{1,3})?(?![\w/:%$]|[.,]\d|[-–][\w])",
    re.I,
)
_SIDES = re.compile(
    rf"{_NOT_BEFORE}(?P<first>{_COUNT})\s+(?:(?!per)[a-z-]+\s+){{0,3}}?(?:in\s+favou?r|for)\b(?:\s+of\s+[a-z]+(?:\s+[a-z]+){{0,3}})?"
    rf",?\s+(?:(?:and|to|with|while|versus)\s+)?(?P<second>{_COUNT})\s+(?:(?!per)[a-z-]+\s+){{0,2}}?(?:against|opposed)\b",
    re.I,
)

_FILLING = (
    r"(?:a|almost|along|an|and|the|in|on|of|by|was|is|were|to|be|final|entirely|early|late|last|largely|lines|mostly|narrowly"
    r"|margin|morning|afternoon|evening|night|week|month|earlier|overwhelming(?:ly)?|party|partisan|party-line|bipartisan|tally|count"
    r"|case|cases|today|tonight|yesterday|this|straight|strict|unanimously|vote|votes|majority|recorded|roll-call"
    rf"|{'|'.join(WEEKDAYS)})"
)
_VOTED = re.compile(
    rf"\b(?P<cue>vot(?:ed|e|es|ing)|ruled|(?<=court\s)rules|ruling(?!,))(?:[\s,(–—-]{{1,4}}{_FILLING}\b){{0,8}}[\s,(:–—-]{{1,4}}$",
    re.I,
)
_VOTE_WAS = re.compile(r"\b(?P<cue>vote)\b[^.;:!?\n\d]{0,60}\s(?:was|stood\s+at|came\s+to)\s+$", re.I)
_PASSED = re.compile(
    r"\b(?P<cue>pass(?:ed|es|ing)|approv(?:ed|es|ing)|adopt(?:ed|s|ing)|reject(?:ed|s|ing)|defeat(?:ed|s|ing)|confirm(?:ed|s|ing)"
    r"|ratif(?:ied|ies|ying)|endors(?:ed|es|ing)|clear(?:ed|s|ing)|advanc(?:ed|es|ing)|acquit(?:ted|s|ting)|convict(?:ed|s|ing)"
    r"|impeach(?:ed|es|ing)|censur(?:ed|es|ing)|upheld|upholds|overr(?:ode|ides|idden|iding)|block(?:ed|s|ing)|fail(?:ed|s|ing))\b"
    r"(?P<gap>(?:[^.;:!?\n]|\.(?=\d)){0,90})$",
    re.I,
)
_PASSED_BY = re.compile(r"pass|clear", re.I)
"""Verbs of a bill behind which stands who voted: *passed the House 222-190*."""
_MAY_BE_LOST = re.compile(r"reject|defeat|fail|block|acquit|convict|impeach|overr|advanc", re.I)
"""Verbs whose result may have the fewer first: those for come first, and they may lose."""
_OF_A_NAME = frozenset({("9", "11"), ("24", "7")})
"""Two numbers that are the name of a day, and of always."""
_DAY_OR_TIME = re.compile(r"\b(?:on|in|at|until|till)\s+$", re.I)
"""Before two numbers that are days or times where no word for a vote stands behind: *voted on 3-4 April*, *at 5 to 8*."""
_MAY_STAND_BEFORE = re.compile(
    rf"{_FILLING}|it|him|her|them|act|agreement|amendment|bill|budget|charter|deal|law|legislation|measure|motion|nomination|nominee"
    r"|ordinance|override|package|plan|proposal|resolution|rules?|treaty|veto",
    re.I,
)
_LAST_WORD = re.compile(r"(?P<word>[\w’'-]+)[\s,(–—-]{0,4}$")
_A_VOTE = re.compile(
    r"\s+(?:(?!of\b|to\b|and\b|or\b|in\b|for\b|on\b)[a-z][\w’'-]*[\s,]+){0,3}?(?P<cue>votes?|decisions?|rulings?|opinion)\b",
    re.I,
)
_BEHIND = re.compile(
    r"\s*(?:[,.;:)”\"–—]|$|\n|\s(?:to|in|on|along|with|for|against|vote|margin|after|and|but|despite|earlier|late|early|last|before"
    rf"|following|today|yesterday|over|by|at|as|a|an|the|when|while|this|{'|'.join(WEEKDAYS)})\b)",
    re.I,
)
_BODY = re.compile(
    r"\b(?:house|senate|senators?|parliament|assembly|council|committee|court|lawmakers|representatives|deputies|MPs|legislators"
    r"|legislature|board|panel|commission|chamber|congress|knesset|duma|bundestag|commons|lords|jury|justices|judges|delegates|diet"
    r"|bill|resolution|amendment|measure|motion|legislation|nominee|nomination|treaty|ordinance|veto)\b",
    re.I,
)
_FAVOUR = re.compile(r"\bfavou?r|\bvot", re.I)
_BALLOT = re.compile(r"\b(?:vot(?:e|es|ed|ing)|ballots?)\b", re.I)
_NOT_CAST = re.compile(
    r"\b(?:letters|e-?mails|comments|speakers|submissions|responses|respondents|replies|petitions|signatures|calls|arguments|messages"
    r"|residents|readers|goals|points|charges)\b",
    re.I,
)
"""What is in favour and against, and is no votes."""
_WRITTEN = re.compile(
    r"\b(?:letters|e-?mails|comments|submissions|responses|petitions|signatures|calls|messages)\b", re.I
)
_OF_MANY = re.compile(
    r"\b(?:polls?|polling|polled|survey\w*|referendum|plebiscite|voters|electorate|electoral)\b", re.I
)
"""Where shares of an electorate are told, which are no counts of votes."""
_A_GAME = re.compile(
    r"\b(?:games?|match|matches|league|playoffs?|season|goals?|innings?|coach|cup|tournament|scor(?:e|ed|es|ing)|championship|odds|team"
    r"|quarterfinals?|semi-?finals?|beat|striker|penalt(?:y|ies)|half-?time|tennis|hockey|football|soccer|baseball|basketball|rugby|cricket"
    r"|boxing|boxers?|bout|knockout)\b",
    re.I,
)
_LISTED = re.compile(r"(?:,|,?\sand)\s", re.I)
"""Between the results of several votes: *voted 3-2, 4-1 and 5-0*."""
_MOST = 12
"""Results of votes that a sentence tells at the most: where there are more, it is a table of numbers."""
_SHARE = re.compile(
    rf"\s*(?:%|per\s?cent|points?\b)|\s+(?:of\s+)?(?:{'|'.join(MONTHS)})\b|\s+margins\b|\s+(?:year|month|week|day|hour|minute|time|mile|people|o['’]clock|[ap]\.?m\b)",
    re.I,
)
"""Behind two numbers that are a share, a ratio, days of a month or how long."""
_OTHERWISE = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|ages?|aged|section|chapter|page|article|title|items?|propositions?|route|from|between|kids|children|teens"
    r"|adolescents)\.?\s+$",
    re.I,
)
_AGAINST = re.compile(r"\s+(?:votes?\s+)?against\b", re.I)
_TURNED_DOWN = re.compile(
    r"\b(?:reject|defeat|block|kill|fail|turn(?:ed|s|ing)?\s+down|vot(?:ed|es|ing)\s+down|fall(?:s|ing)?\s+short|fell\s+short|strike|struck)\w*",
    re.I,
)
_OF_CANDIDATES = re.compile(r"\b(?:elect(?:ed|s|ing)|re-?elect(?:ed|s|ing)|leadership|won\s+by|beat)\b", re.I)
"""Where votes are cast for one or the other of two, and against neither."""
_LEAD, _NEAR, _AROUND = 130, 60, 300
"""Characters before a result in which its verb is looked for; on either side of it, where a rejection is told, and who voted."""


@dataclass(frozen=True, slots=True)
class Vote:
    """A result where it stands: the two counts, the word for the vote, and the sides on which they were cast."""

    span: Span
    first: Span
    second: Span
    cue: Span
    sides: tuple[str, str]


def votes(text: str, sentence: Span) -> list[Vote]:
    """The results of votes in a sentence, in text order.

    >>> text = "The Assembly passed the bill 222-190 after Harn won 3-1."
    >>> [(text[v.first.start : v.second.end], v.sides) for v in votes(text, Span(0, len(text)))]
    [('222-190', ('voted for', 'voted against'))]
    """
    start, end = sentence.start, sentence.end
    found: list[Vote] = []
    if _OF_MANY.search(text, start, end) is not None:
        return found
    for m in _SIDES.finditer(text, start, end):
        if not _are_cast(text, sentence, m):
            continue
        at = Span(m.start(), m.end())
        found.append(Vote(at, Span(*m.span("first")), Span(*m.span("second")), at, (FOR, AGAINST)))
    told = {n for v in found for n in range(v.span.start, v.span.end)}
    for m in _PAIR.finditer(text, start, end):
        at = Span(m.start(), m.end())
        if at.start in told or at.end - 1 in told:
            continue
        cue = _cue(text, sentence, m) or _of_a_list(text, found, m)
        if cue is not None and _counts(m) and not _is_otherwise(text, start, m):
            sides = _sides(text, sentence, m)
            found.append(Vote(at, Span(*m.span("first")), Span(*m.span("second")), cue, sides))
    return sorted(found, key=lambda v: v.span.start) if len(found) <= _MOST else []


def figures_of(text: str, vote: Vote, cited: Cited) -> Iterator[Figure]:
    """The two counts of a result as figures."""
    for at, event in zip((vote.first, vote.second), vote.sides, strict=True):
        number = value(text[at.start : at.end])
        side = {FOR: "of those for", AGAINST: "of those against", VOTED: "of one side, not told which"}[event]
        why = f"the result of a vote: {side}"
        yield Figure(
            at.start, at.end, number, number, number, "vote", None, event, vote.cue, None, cited.at(vote.span), False, why,
        )  # fmt: skip


def _of_a_list(text: str, found: Sequence[Vote], m: re.Match[str]) -> Span | None:
    """The word for the votes whose results are listed: *voted 3-2, 4-1 and 5-0*."""
    if found and _LISTED.fullmatch(text, found[-1].span.end, m.start()) is not None:
        return found[-1].cue
    return None


def _cue(text: str, sentence: Span, m: re.Match[str]) -> Span | None:
    """The word that tells that two numbers are the result of a vote; None where nothing does."""
    low = max(sentence.start, m.start() - _LEAD)
    behind = _A_VOTE.match(text, m.end(), min(sentence.end, m.end() + 60))
    if behind is None and _DAY_OR_TIME.search(text, max(sentence.start, m.start() - 16), m.start()):
        return None
    for pattern in (_VOTED, _VOTE_WAS):
        before = pattern.search(text, low, m.start())
        if before is not None:
            ruled = before["cue"].lower().startswith("rul")
            return None if ruled and _fewer_first(m) else Span(*before.span("cue"))
    if m["votes"]:
        return Span(*m.span("votes"))
    if (m["first"], m["second"]) in _OF_A_NAME or (low < m.start() and text[m.start() - 1] in "-–"):
        return None
    near = max(sentence.start, m.start() - _AROUND), min(sentence.end, m.end() + _AROUND)
    if behind is not None and _is_result_of(text, m, behind, near):
        return Span(*behind.span("cue"))
    passed = _PASSED.search(text, low, m.start())
    if (
        passed is None
        or not _is_right_before(passed)
        or _BEHIND.match(text, m.end(), sentence.end) is None
        or _BODY.search(text, *near) is None
        or _A_GAME.search(text, *near) is not None
        or (_fewer_first(m) and _MAY_BE_LOST.match(passed["cue"]) is None)
    ):
        return None
    return Span(*passed.span("cue"))


def _is_result_of(text: str, m: re.Match[str], behind: re.Match[str], near: tuple[int, int]) -> bool:
    """Whether two numbers before a word for a vote are its result: *10-12 votes* are a range, a bout's *3-2 decision* a score."""
    cue = behind["cue"].lower()
    if cue == "votes":
        return not _fewer_first(m)
    return cue == "vote" or (
        not _fewer_first(m) and _BODY.search(text, *near) is not None and _A_GAME.search(text, *near) is None
    )


def _fewer_first(m: re.Match[str]) -> bool:
    """Whether the lesser number comes first: so no result of what passed is written, but a range, a name or ages are."""
    return (value(m["first"]) or 0) < (value(m["second"]) or 0)


def _are_cast(text: str, sentence: Span, m: re.Match[str]) -> bool:
    """Whether what is for and against is votes: not letters, nor *goals for*, nor what somebody was fined for."""
    near = max(sentence.start, m.start() - _AROUND), min(sentence.end, m.end() + _AROUND)
    if _NOT_CAST.search(m.group()) is not None or _WRITTEN.search(text, near[0], m.start()) is not None:
        return False
    if _FAVOUR.search(m.group()) is not None:
        return True
    voted = _BODY.search(text, *near) is not None or _BALLOT.search(text, *near) is not None
    return voted and _A_GAME.search(text, *near) is None


def _is_right_before(passed: re.Match[str]) -> bool:
    """Whether the word before a result is its verb, what is voted on, who passed it, or tells when: of *for children 5-11* it is
    none.
    """
    last = _LAST_WORD.search(passed["gap"])
    if last is None or _MAY_STAND_BEFORE.fullmatch(last["word"]) is not None:
        return True
    return _PASSED_BY.match(passed["cue"]) is not None and _BODY.fullmatch(last["word"]) is not None


def _counts(m: re.Match[str]) -> bool:
    """Whether both are numbers of votes: none begins with a nought, and somebody voted."""
    told = m["first"], m["second"]
    if any(len(n) > 1 and n[0] == "0" for n in told):
        return False
    numbers = [value(n) for n in told]
    return None not in numbers and any(numbers)


def _is_otherwise(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether a share, an age, days of a month or a time stands there."""
    return (
        _SHARE.match(text, m.end()) is not None
        or _OTHERWISE.search(text, max(start, m.start() - 16), m.start()) is not None
    )


def _sides(text: str, sentence: Span, m: re.Match[str]) -> tuple[str, str]:
    if _AGAINST.match(text, m.end(), sentence.end) is not None:
        return AGAINST, FOR
    first, second = value(m["first"]) or 0, value(m["second"]) or 0
    low, high = max(sentence.start, m.start() - _NEAR), min(sentence.end, m.end() + _NEAR)
    if _OF_CANDIDATES.search(text, low, m.start()) is not None:
        return VOTED, VOTED
    if first > second and _TURNED_DOWN.search(text, low, high) is not None:
        return VOTED, VOTED
    return FOR, AGAINST
