"""Interviews whose turns no label tells: a paragraph asks, and those up to the next that asks answer.

Only where nothing else can be meant, since an essay may ask its readers, and what a page asks and answers is often the outlet's
own. Two forms are read:

- questions that nothing sets apart: what stands above tells that somebody was asked or spoken to, every question says *you*, and
  all but few answers *I* or *we*; or it tells of an interview and names the one person who is asked, none of whose answers names
  them, and a third of the answers say *I* or *we*;
- questions that are set apart, in bold, as headings or by a *Q.*: what stands above tells of it too, or names one person, and
  questions say *you* and answers *I*. A line set apart among them that asks nothing (*The council was not told.*) is asked too.

What is answered is a quotation of the one person whom headline and introduction name, else of somebody not known; what is asked,
and what introduces it, is the outlet's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.reading.attributions.layout.in_full import Given
from rashomon.reading.attributions.layout.turns import Turn, runs_of
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.quotations import MARKS
from rashomon.records import Mention, MentionKind, Passage, Span, Voice

LEAST = 3
"""Questions at least; set by hand: of PolNeAR's 924 training and dev articles one is taken for such an interview, and is one."""
_FIRST_PERSON = 2 / 3
_WORDS_OF_QUESTION = 40
_MOST_ANSWERS = 4
"""Paragraphs of an answer."""

_ASKED = re.compile(
    r"\b(?:interview\w*|in\s+conversation|Q\s?&\s?A"
    r"|questions\s+(?:for|to|with)|(?:minutes|hour|lunch|tea|coffee)\s+with|we\s+(?:asked|met)|asked\s+(?:him|her|them)"
    r"|answer(?:s|ed)\s+(?:our|some|ten|five|a\s+few))\b",
    re.I,
)
_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)?\b(?!\s+(?:by\s+(?:\w+\s+){0,2}?(?:police|prosecut\w+|detect\w+|investig\w+|officers?|inspectors?)\b"
    r"|last\b|years?\b|in\s+\d))|in\s+conversation|questions\s+(?:for|to|with)|(?:minutes|hour|lunch|tea|coffee)\s+with|we\s+met"
    r"|answer(?:s|ed)\s+(?:our|some|ten|five|a\s+few)\s+questions)\b",
    re.I,
)
"""What tells of an interview more surely: *Q&A* and *we asked* stand above what an outlet answers itself too. Whoever was
*interviewed by police*, or *in an interview last year*, need not answer here."""
_OF_READERS = re.compile(r"\b(?:your|readers[’']?)\s+questions\b|\bquestions,?\s+answered\b", re.I)
_SPOKEN_TO = re.compile(
    r"\b(?:spoke|speaks|talked|talks|chatted|sat\s+down|caught\s+up|met)\s+(?:to|with)\b", re.I
)
_SEVERAL = re.compile(
    r"(?:\b[a-z]{2,}s|(?:^|[.!?][”\"]?\s|\n)[A-ZÀ-Þ][a-z]{2,}s|\b(?:[Pp]eople|[Mm]en|[Ww]omen|[Tt]hey|[Ww]e\s+all))\s+(?:(?:have|had|often|still)\s+)?\Z"
)
"""Who speaks to the writer are several: *Voters spoke to us* begins an essay."""
_BEFORE = 60
_ABOVE = 1500
"""Characters above the first answer in which an interview is told to be one."""

_PARAGRAPH = re.compile(r"\S[^\n]*(?<=\S)")
_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_I = re.compile(r"\b(?:I|we|my|our|me|us)\b(?<!\bUS)")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_MINE = re.compile(r"\b(?:I|[Mm]y|me)\b")
_ANSWERS = re.compile(
    r"(?:Yes|No|Not|Well|Because|Look|Oh|Absolutely|Of\s+course|Exactly|Never|Perhaps|Sure|Certainly|Definitely)\b"
)
_SET_APART = re.compile(
    r"(?P<mark>\*\*|__)(?P<bold>[^\n*]{3,600}?)(?P=mark)|Q(?:uestion)?[.:][ \t]+(?P<asked>\S[^\n]{2,600})"
)
"""A line that is a question by its marks: ``**Who stole it?**``, ``Q. Who stole it?``."""
_WE = re.compile(r"\b(?:we|our|us)\b(?<!\bUS)", re.I)
_QUOTED = re.compile(r"[“\"«„][^”\"»“\n]{0,1500}[”\"»“]")
_OF_AN_ASKER = re.compile(r"\b(?:by|with\s+our\s+\w+)\s+\Z", re.I)
_OWNS = re.compile(r"[’']s?\s+\w")
"""Behind a name: *Ann Lee’s great-niece* is somebody else."""
_ABOUT_IT = re.compile(
    r"[\W_]*(?:(?:this|the)\s+(?:interview|conversation|transcript)\b|interview(?:ed)?\s+by\b|\w+\s+was\s+(?:talking|speaking)\s+to\b)",
    re.I,
)
"""Of the interview, not in it: *This interview has been shortened.*"""
_SHARE_SET_APART = 2 / 3
"""Of the lines set apart at least that many ask: else they are subheadings."""
_OWN_SHARE = 1 / 3
"""Of the answers, where what stands above tells of an interview and whose it is."""
_HALF = 1 / 2
_MOST_SET_APART = 12
"""Paragraphs of an answer between two questions that are set apart."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph of headline or body, and whether it is set apart as questions are."""

    at: Span
    apart: bool


def unlabelled_interviews(
    text: str, passages: Sequence[Passage], turns: Sequence[Turn], mentions: Sequence[Mention] = ()
) -> list[Given]:
    """The answers of bodies that are such interviews, in text order; none where the report has turns by labels."""
    posts = runs_of(passages, Voice.EMBEDDED)
    if any(not any(start <= t.whole.start < end for start, end in posts) for t in turns):
        return []
    if out := _asked_apart(text, passages, mentions):
        return out
    for start, end in runs_of(passages, Voice.BODY):
        answers = list(_answers(text, start, end))
        if len(answers) < LEAST:
            continue
        at = answers[0][0].start
        own = sum(any(_I.search(text, a.start, a.end) for a in answer) for answer in answers)
        if own >= _FIRST_PERSON * len(answers) and _is_told(text, at):
            first = _first_asked(text, start, end)
            theirs = not _is_the_writer_s(text, passages, first)
            out += _given(text, answers, _whom(text, passages, mentions, first) if theirs else None)
    return out or _of_one_named(text, passages, mentions)


def _given(text: str, answers: Sequence[Sequence[Span]], who: Span | None) -> list[Given]:
    contents = [tuple(answer) for answer in answers]
    return [Given(who, None, c, Span(c[0].start, c[-1].end)) for c in contents]


def _first_asked(text: str, start: int, end: int) -> int:
    """Where the first question of a body begins."""
    return next((m.start() for m in _PARAGRAPH.finditer(text, start, end) if text[m.end() - 1] == "?"), end)


def _asked_apart(text: str, passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Given]:
    """The answers to questions that are set apart, if these are an interview's."""
    paragraphs = list(_paragraphs(text, passages))
    asked = [n for n, p in enumerate(paragraphs) if p.apart]
    asking = [
        n for n in asked if text[paragraphs[n].at.start : paragraphs[n].at.end].rstrip("*_ ").endswith("?")
    ]
    if len(asking) < LEAST or len(asking) < _SHARE_SET_APART * len(asked):
        return []
    answers: list[list[Span]] = []
    for n, following in zip(asked, [*asked[1:], len(paragraphs)], strict=True):
        answer = [p.at for p in paragraphs[n + 1 : following]]
        if not 0 < len(answer) <= _MOST_SET_APART and following < len(paragraphs):
            return []
        answers.append(answer)
    answers[-1] = _last_answer(text, answers[-1])
    if not answers[-1]:
        asked, answers = asked[:-1], answers[:-1]
    questions = [paragraphs[n].at for n in asked]
    if len(answers) < LEAST or any(_WE.search(text, q.start, q.end) for q in questions):
        return []
    first = questions[0].start
    who = _whom(text, passages, mentions, first)
    if who is not None and _is_the_writer_s(text, passages, first):
        return []
    of_one = sum(_says(_MINE, text, answer) for answer in answers)
    to_you = sum(_YOU.search(text, q.start, q.end) is not None for q in questions)
    sure = who is not None and of_one >= _HALF * len(answers) and to_you >= _OWN_SHARE * len(questions)
    if not (sure or (_is_interview(text, first) and _are_answers(text, answers, who))):
        return []
    if _OF_READERS.search(text, max(0, first - _ABOVE), first) or (who and _names(text, who, answers)):
        return []
    return _given(text, answers, who)


def _paragraphs(text: str, passages: Sequence[Passage]) -> Iterator[_Paragraph]:
    """The paragraphs of the body with the headings in it, in text order; what stands above the body's first is left out."""
    begun = False
    for p in passages:
        begun = begun or p.voice is Voice.BODY
        if not begun or p.voice not in (Voice.BODY, Voice.HEADLINE):
            continue
        for m in _PARAGRAPH.finditer(text, p.start, p.end):
            apart = p.voice is Voice.HEADLINE or _SET_APART.fullmatch(text, m.start(), m.end()) is not None
            yield _Paragraph(Span(*m.span()), apart)


def _last_answer(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The first paragraph below the last question, and those below it in which somebody speaks of himself: behind an interview
    there is often more.
    """
    out: list[Span] = []
    for p in paragraphs[:_MOST_SET_APART]:
        if _ABOUT_IT.match(text, p.start, p.end) or (out and not _says(_OWN, text, [p])):
            break
        out.append(p)
    return out


def _of_one_named(text: str, passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Given]:
    """The answers to questions that nothing sets apart, of one who is named where an interview is told of."""
    for start, end in runs_of(passages, Voice.BODY):
        answers = list(_answers(text, start, end, of_you=False))
        first = _first_asked(text, start, end)
        if len(answers) < LEAST or not _is_interview(text, first):
            continue
        who = _whom(text, passages, mentions, first)
        if who is not None and _are_answers(text, answers, who) and not _names(text, who, answers):
            return _given(text, answers, who)
    return []


def _whom(text: str, passages: Sequence[Passage], mentions: Sequence[Mention], end: int) -> Span | None:
    """The one person whom the headline names, or else the introduction, which ends where the first question begins."""
    title = next((p for p in passages if p.voice is Voice.HEADLINE and p.start < end), None)
    above = [
        m
        for m in mentions
        if m.kind is MentionKind.PERSON
        and m.end <= end
        and any(p.start <= m.start < p.end and p.voice in (Voice.HEADLINE, Voice.BODY) for p in passages)
        and _OF_AN_ASKER.search(text, max(0, m.start - _BEFORE), m.start) is None
        and _OWNS.match(text, m.end) is None
    ]
    surnames: dict[str, list[Mention]] = {}
    for m in above:
        if words := plain(text[m.start : m.end]).split():
            surnames.setdefault(words[-1], []).append(m)
    headed = {
        name for name, at in surnames.items() if title is not None and any(m.start < title.end for m in at)
    }
    one = headed if len(headed) == 1 else set(surnames)
    if len(one) != 1:
        return None
    fullest = max(surnames[one.pop()], key=lambda m: (len(text[m.start : m.end].split()), -m.start))
    return Span(fullest.start, fullest.end)


def _is_the_writer_s(text: str, passages: Sequence[Passage], end: int) -> bool:
    """Whether the introduction is in the words of one who says *I*, and tells of no interview: so may be what follows."""
    above = [Span(p.start, min(p.end, end)) for p in passages if p.voice is Voice.BODY and p.start < end]
    return _says(_MINE, text, above) and not _is_interview(text, end)


def _names(text: str, who: Span, answers: Sequence[Sequence[Span]]) -> bool:
    """Whether an answer names whoever is to give it: then it tells of them."""
    surname = plain(text[who.start : who.end]).split()[-1]
    return any(surname in plain(text[a.start : a.end]).split() for answer in answers for a in answer)


def _says(own: re.Pattern[str], text: str, answer: Sequence[Span]) -> bool:
    """Whether a word for oneself stands in it, outside of what is quoted there."""
    return any(own.search(_QUOTED.sub("", text[a.start : a.end])) is not None for a in answer)


def _are_answers(text: str, answers: Sequence[Sequence[Span]], who: Span | None) -> bool:
    """Whether enough of them say *I* or *we*, or begin as answers do."""
    own = sum(_says(_OWN, text, answer) for answer in answers)
    begun = sum(_ANSWERS.match(text, a[0].start) is not None or _says(_OWN, text, a) for a in answers)
    return own > 0 and begun >= (_OWN_SHARE if who is not None else _HALF) * len(answers)


def _is_interview(text: str, end: int) -> bool:
    start = max(0, end - _ABOVE)
    return _INTERVIEW.search(text, start, end) is not None


def _is_told(text: str, end: int) -> bool:
    """Whether what stands above the first answer tells that somebody was asked, or that one person was spoken to."""
    start = max(0, end - _ABOVE)
    return _ASKED.search(text, start, end) is not None or any(
        _SEVERAL.search(text, max(start, m.start() - _BEFORE), m.start()) is None
        for m in _SPOKEN_TO.finditer(text, start, end)
    )


def _answers(text: str, start: int, end: int, *, of_you: bool = True) -> Iterator[list[Span]]:
    """The answers, if every question from the first on is answered; of the last one paragraph. With ``of_you`` only what is asked
    of *you* is a question.
    """
    found: list[list[Span]] = []
    asked = False
    for m in _PARAGRAPH.finditer(text, start, end):
        paragraph = Span(*m.span())
        if text[paragraph.end - 1] == "?" and _asks(text, paragraph, of_you):
            if asked and not found[-1]:
                return
            asked = True
            found.append([])
        elif asked:
            found[-1].append(paragraph)
    if not found or not found[-1]:
        return
    found[-1] = found[-1][:1]
    if all(len(answer) <= _MOST_ANSWERS for answer in found):
        yield from found


def _asks(text: str, paragraph: Span, of_you: bool) -> bool:
    words = text[paragraph.start : paragraph.end]
    return (
        len(words.split()) <= _WORDS_OF_QUESTION
        and (not of_you or _YOU.search(words) is not None)
        and not any(mark in words for mark in MARKS)
        and _I.search(words) is None
    )
