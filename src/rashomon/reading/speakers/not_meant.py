"""Whom a pronoun or a description cannot mean, whatever speaks for them: a name that would be false is worse than none.

*He said that Kerr had asked him* is not said by Kerr, *the officer told Mr. Kerr* neither, and after *Kerr asked her* it is not
Kerr who answered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.names.persons.people import GENDER, plain
from rashomon.reading.names.words.kin import KIN
from rashomon.reading.names.words.roles import NOUNS, OF_ANYBODY
from rashomon.reading.names.words.titles import TITLES
from rashomon.reading.speakers.candidates import Stage
from rashomon.reading.speakers.somebody import NEAR_SENTENCES, after_somebody, beside_somebody, words
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import AttributionKind, MentionKind, Span, Speaker

_OF_ONESELF = re.compile(r"\b(?:I|I['’]m|am|name is|this is|is)[,\s]+(?:[A-Z][\w.]*\s+)?\Z")
"""Before one's own name: *I, Ana Kerr*, *my name is Ana Kerr*, *this is Ana Kerr*."""

_ANSWERING = re.compile(r"\b(?:respond|repl[yi]|answer)\w*\b", re.I)
_ASKING = re.compile(r"\b(?:ask|question|quiz)\w*\b", re.I)
_ASKED_IN_IT = re.compile(r"\b(?:asked|asks)\b[^.!?;“”\"\n]{0,60}[,:]\s*[“\"‘']?\s*\Z", re.I)
_ASKED_BEFORE = re.compile(
    r"(?:\A|\n|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))(?P<who>[^.!?\n“”\"]{2,120}?)\s(?:asked|asks|questioned|pressed|challenged)\s"
    r"(?P<whom>him|her|[A-ZÀ-Þ][\w.’'-]+(?:\s[A-ZÀ-Þ][\w.’'-]+)?)\b(?!\s+(?:to|for)\b|\s[A-ZÀ-Þ])[^.!?\n“”\"]{0,160}[.?]\s+\Z"
)
"""A sentence right before a quotation in which somebody is asked."""
_BEING_ASKED = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Qq]uizzed)\b(?:\s+(?!by\b)[\w’'-]{1,30}){0,4}\s+by\s+(?P<whom>[^.!?;\n“”\"]{2,80}?)"
    r"(?=\s+(?:if|whether|why|how|what|when|where|who|which|about|to|on|in|at|during|for|over)\b|,\s+(?:he|she|they)\b)"
    r"[^.!?;\n“”\"]{0,200}\Z"
)
"""Before the answer in the same sentence, by whom was asked."""
_LONGEST_PARAGRAPH = 5_000
"""Characters of a paragraph in which marks are counted."""

_PRONOUNS = frozenset({"he", "she", "they", "it"})

_SOMEBODY = re.compile(
    r"\b(?:the|an?|another|one|his|her|my|our|their)\s+(?:[a-z][\w’'-]{1,20}\s+){0,3}?"
    rf"(?P<noun>{any_of(NOUNS | OF_ANYBODY)})\b(?![’'-])(?!\s+[A-ZÀ-Þ])(?!,\s+[A-ZÀ-Þ])",
)
"""One person without a name."""
_WORDS = r"(?:[\w’'-]{1,20}\s+)"
_OF_SOMEBODY = re.compile(
    rf"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er)\s+{_WORDS}{{0,3}}?(?P<one>{any_of(NOUNS | OF_ANYBODY)})"
    rf"\s+(?:for|of|to|with)\s.{{1,80}}"
    rf"|(?:\S+\s+){{0,4}}?\S+[’']s?\s+{_WORDS}{{0,3}}?(?P<two>{any_of(NOUNS | OF_ANYBODY)})"
)
"""One person without a name, and whose: *a lawyer for Kerr*, *Oran Kerr’s brother*."""
_LONGEST_SOURCE = 160
"""Characters of one."""
_GENDER_OF = {
    **KIN,
    "man": "m",
    "boy": "m",
    "nephew": "m",
    "widower": "m",
    "woman": "f",
    "girl": "f",
    "niece": "f",
}
_FEW = 4
"""How many attributions before an outer one are looked at for what its speaker has said."""

_TOLD_POLICE = re.compile(
    r"\b(?:told|tells)\s+(?:the\s+|local\s+|state\s+)?(?:police|officers|investigators|detectives|deputies|paramedics)\b",
    re.I,
)
_OF_THE_LAW = frozenset(
    """
    attorney barrister chief commissioner constable counsel detective inspector judge lawyer magistrate officer prosecutor
    sergeant sheriff solicitor spokesman spokesperson spokeswoman superintendent
    """.split()
)
"""Who does not speak for himself to the police."""
_OF_THE_POLICE = frozenset("constable deputy officer sergeant".split())
"""Who may speak for himself to investigators: *The officer told investigators that he feared for his life*."""
_DEAR = re.compile(r"\bDear\s+(?:[A-Z]\w*\.?\s+)?\Z")
_BODY_BEHIND = re.compile(
    r"\s+(?:re-?election\s+|presidential\s+|transition\s+|legal\s+)?(?:administration|aides?|allies|cabinet|camp|campaign|family|foundation"
    r"|government|loyalists|officials|regime|supporters|team|transition)\b"
)
"""Behind a name that only tells whose body somebody is of: *Kerr campaign officials*."""

_TWO = re.compile(r"(?:The\s(?:two|pair|couple|three|rivals)|Both(?:\s(?:men|women|of\sthem))?)\b")
_TO_ONE = re.compile(r"\s+(?:the\s+|his\s+|her\s+|their\s+)?((?:[A-Za-z.]+\s+){0,2})\Z")


def not_meant(stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]) -> frozenset[str]:
    """The names that the source of an attribution does not mean; ``before`` are the speakers of those before it."""
    f = found[number]
    out = {*_of_content(stage, found, number), *_told(stage, f), *_far_from_quotation(stage, found, number)}
    out |= set(_behind_somebody(stage, found, number, before)) | set(
        _whose_it_is(stage, found, number, before)
    )
    out |= set(_called_otherwise(stage, found, number, before)) | set(_of_the_two(stage, f))
    out |= {
        *_by_whom_asked(stage, f),
        *_whose_body_it_is(stage, f),
        *_of_the_law(stage, f),
        *_who_is_written_to(stage, f),
    }
    out |= {*beside_somebody(stage, f), *after_somebody(stage, f)}
    out |= set(_who_asks_before(stage, f))
    if any(_ANSWERING.search(stage.text, cue.start, cue.end) for cue in f.cue):
        out |= set(_asker(stage, found, number, before))
    return frozenset(out)


def _of_content(stage: Stage, found: Sequence[Found], number: int) -> Iterable[str]:
    """Persons whom the content names, not in what it tells of another's words: of oneself one says *he* or *I*."""
    for piece in found[number].content:
        for c, m in stage.named_between(piece.start, piece.end):
            if (
                c.kind is MentionKind.PERSON
                and number in (around := stage.around(m))
                and not any(found[i].inside == number for i in around)
                and not _of_oneself(stage.text, m)
                and not _speaks_of_oneself(stage, found[number], piece, m)
            ):
                yield c.name


def _speaks_of_oneself(stage: Stage, f: Found, piece: Span, m: Span) -> bool:
    """Whether a name with which what is retold begins is who says so behind it: *Ms. Varga left early, she said*."""
    if not f.source or words(stage, f.source[0]) not in GENDER or f.kind is not AttributionKind.INDIRECT:
        return False
    lead = stage.text[piece.start : m.start].split()
    behind = stage.text[piece.end : f.source[0].start].strip() if piece.end <= f.source[0].start else None
    return behind == "," and all(plain(word) in TITLES for word in lead)


def _of_oneself(text: str, mention: Span) -> bool:
    return _OF_ONESELF.search(text, max(0, mention.start - 40), mention.start) is not None


def _told(stage: Stage, f: Found) -> Iterable[str]:
    """Who stands right behind the cue, to whom it is said: *told Mr. Kerr*."""
    if not f.source:
        return
    for cue in f.cue:
        if cue.start < f.source[0].start:
            continue
        for c, m in stage.named_between(cue.end, cue.end + 41):
            between = _TO_ONE.match(stage.text[cue.end : m.start])
            if between and all(plain(word) in TITLES for word in between.group(1).split()):
                yield c.name


def _whose_body_it_is(stage: Stage, f: Found) -> Iterable[str]:
    """Of *he* those who have been named only before a body that is theirs: *Kerr campaign officials*."""
    if not f.source or words(stage, f.source[0]) not in GENDER:
        return
    at = f.source[0].start
    for c in stage.candidates:
        if c.kind is MentionKind.PERSON and stage.times_named(c, at):
            named = (m for m in c.mentions if m.start < at)
            if all(_BODY_BEHIND.match(stage.text, m.end, m.end + 40) for m in named):
                yield c.name


def _who_is_written_to(stage: Stage, f: Found) -> Iterable[str]:
    """Of *he* those who have been named only as whom a letter is to: *Dear Ana, My landlord is mad. He says so*."""
    if not f.source or words(stage, f.source[0]) not in GENDER:
        return
    at = f.source[0].start
    for c in stage.candidates:
        if stage.times_named(c, at):
            named = (m for m in c.mentions if m.start < at)
            if all(_DEAR.search(stage.text, max(0, m.start - 24), m.start) for m in named):
                yield c.name


def _of_the_law(stage: Stage, f: Found) -> Iterable[str]:
    """Of *he* who told the police something lawyers, officers and who else speaks for others."""
    if not f.source or words(stage, f.source[0]) not in GENDER or not f.cue:
        return
    told = _TOLD_POLICE.search(stage.text, f.cue[0].start, f.cue[-1].end + 40)
    if told is None or told.start() >= f.cue[-1].end:
        return
    among_them = _OF_THE_POLICE if "investigators" in told.group().lower() else frozenset[str]()
    for c in stage.candidates:
        beside = {noun for phrase in stage.beside(c) for noun in phrase.heads}
        if not (_OF_THE_LAW - among_them).isdisjoint(c.all_titles | beside):
            yield c.name


def _far_from_quotation(stage: Stage, found: Sequence[Found], number: int) -> Iterable[str]:
    """Inside a quotation those whom its paragraph has not named: *he* is whom the speaker has in view, named or not."""
    f = found[number]
    if f.inside is None or not f.source or words(stage, f.source[0]) not in _PRONOUNS:
        return
    outer, at = found[f.inside], f.source[0].start
    if not _quoted(stage, outer, at):
        return
    for c in stage.candidates:
        last = stage.last_mention(c, at)
        if last is None or stage.paragraph(last.start) != stage.paragraph(at):
            yield c.name


def _quoted(stage: Stage, outer: Found, at: int) -> bool:
    """Whether a place in a content is quoted: in all of a direct one, else behind a quotation mark that its paragraph has not
    closed before it.
    """
    if outer.kind is AttributionKind.DIRECT:
        return True
    piece = next((s for s in outer.content if s.start <= at < s.end), None)
    if piece is None:
        return False
    low = max(piece.start, stage.text.rfind("\n", piece.start, at) + 1)
    if at - low > _LONGEST_PARAGRAPH:
        return False
    before = stage.text[low:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _behind_somebody(
    stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]
) -> Iterable[str]:
    """Of *he* within what somebody says those who are named before the last whom they speak of without a name: *Kerr said the
    driver was tired. “He told me so.”*
    """
    f = found[number]
    gender = GENDER.get(words(stage, f.source[0])) if f.source else None
    if f.inside is None or gender is None or f.inside >= len(before):
        return
    at, who = f.source[0].start, before[f.inside].name
    if not _quoted(stage, found[f.inside], at):
        return  # retold, "the inmate" may be whom the report has named
    start = max(stage.text.rfind("\n", 0, at) + 1, at - NEAR_SENTENCES)
    level = found[f.inside].inside
    told = [found[f.inside]]
    for n in range(f.inside - 1, max(-1, f.inside - _FEW), -1):
        if found[n].inside == level:
            told += [found[n]] if who is not None and before[n].name == who else []
    last = None
    for piece in (s for g in told for s in g.content if s.end > start and s.start < at):
        for m in _SOMEBODY.finditer(stage.text, max(start, piece.start), min(piece.end, at)):
            if _GENDER_OF.get(m["noun"].lower(), gender) == gender and (
                last is None or m.start() > last.start()
            ):
                last = m
    if last is None:
        return
    noun = plain(last["noun"])
    for c in stage.candidates:
        named = stage.last_mention(c, at)
        if named is None or named.start > last.start():
            continue
        if noun not in c.all_titles and not any(noun in phrase.heads for phrase in stage.beside(c)):
            yield c.name


def _whose_it_is(
    stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]
) -> Iterable[str]:
    """Of *he* behind *Kerr’s lawyer said it was late* or *a friend of Kerr said so* Kerr: it is the lawyer, who has no name, that
    goes on.
    """
    f = found[number]
    gender = GENDER.get(words(stage, f.source[0])) if f.source else None
    last = next((n for n in range(number - 1, -1, -1) if found[n].inside == f.inside), None)
    if gender is None or last is None or before[last].name is not None or len(found[last].source) != 1:
        return
    (source,) = found[last].source
    whose = _OF_SOMEBODY.fullmatch(stage.text, source.start, min(source.end, source.start + _LONGEST_SOURCE))
    if whose is None or _GENDER_OF.get((whose["one"] or whose["two"]).lower(), gender) != gender:
        return
    told = (source, *found[last].content)
    for c in stage.candidates:
        named = stage.last_mention(c, f.source[0].start)
        if named is None or not any(s.start <= named.start < s.end for s in told):
            continue
        if any(source.start <= m.start < source.end for m in c.mentions):
            yield c.name


def _of_the_two(stage: Stage, f: Found) -> Iterable[str]:
    """Of *he* behind *The two will meet* anybody whom the paragraph has not named: it is one of two told of before."""
    if not f.source or words(stage, f.source[0]) not in _PRONOUNS:
        return
    at = f.source[0].start
    start = stage.text.rfind("\n", 0, at) + 1
    if _TWO.match(stage.text, start, at) is None:
        return
    for c in stage.candidates:
        last = stage.last_mention(c, at)
        if last is None or last.start < start:
            yield c.name


def _called_otherwise(
    stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]
) -> Iterable[str]:
    """Of *she* those whom a *he* before it is led to, and the other way round."""
    f = found[number]
    gender = GENDER.get(words(stage, f.source[0])) if f.source else None
    if gender is None:
        return
    (others,) = (numbers for told, numbers in stage.pronouns.items() if told != gender)
    for n in others[: bisect_left(others, number)]:
        if name := before[n].name:
            yield name


def _by_whom_asked(stage: Stage, f: Found) -> Iterable[str]:
    """Who asked, of *Asked by Kerr whether it was shut, he said no*."""
    if not f.source:
        return
    at = f.source[0].start
    start = max(stage.text.rfind("\n", 0, at) + 1, at - NEAR_SENTENCES)
    asked = next(iter(_BEING_ASKED.finditer(stage.text, start, at)), None)
    if asked is None:
        return
    for c in stage.candidates:
        last = stage.last_mention(c, at)
        if last is not None and asked.start("whom") <= last.start < asked.end("whom"):
            yield c.name


def _who_asks_before(stage: Stage, f: Found) -> Iterable[str]:
    """Of *“No,” he said* behind *Lind asked Kerr about it.* Lind, who is the subject of that sentence."""
    if not f.source or not f.content or words(stage, f.source[0]) not in GENDER:
        return
    at = f.content[0].start
    if f.kind is not AttributionKind.DIRECT or at > f.source[0].start:
        return
    low = max(0, at - NEAR_SENTENCES)
    asked = _ASKED_BEFORE.search(stage.text[low:at])
    if asked is None:
        return
    whom = {c.name for c, _ in stage.named_between(low + asked.start("whom"), low + asked.end("whom"))}
    for c, _ in stage.named_between(low + asked.start("who"), low + asked.start("whom")):
        if c.name not in whom:
            yield c.name


def _asker(stage: Stage, found: Sequence[Found], number: int, before: Sequence[Speaker]) -> Iterable[str]:
    """Who asked what is answered: the speaker of a question right before, or who is told to ask in the same sentence."""
    f = found[number]
    for g, speaker in zip(reversed(found[:number]), reversed(before[:number]), strict=True):
        if g.inside != f.inside:
            continue
        near = min(s.start for s in f.spans) - max(s.end for s in g.spans) <= NEAR_SENTENCES
        if near and speaker.name and any(_ASKING.search(stage.text, c.start, c.end) for c in g.cue):
            yield speaker.name
        break
    start = min((s.start for s in f.content), default=0)
    lead = stage.text[max(0, start - 160) : start]
    if (asked := _ASKED_IN_IT.search(lead)) is not None:
        at = start - len(lead) + asked.start()
        for c in stage.candidates:
            if (last := stage.last_mention(c, at)) is not None and at - last.end <= 3:
                yield c.name
