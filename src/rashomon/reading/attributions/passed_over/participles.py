"""Who says what a participle holds, where that is not the subject of its sentence: *Kerr was criticised for saying …* by whom he
is criticised has said nothing; *she showed a clip of Kerr saying … and lamenting …*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.calendar_words import ANY_MONTH, ANY_WEEKDAY
from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.who import NAME
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Span, overlap

_VERB = r"(?!(?:was|were|is|are|has|have|had|been|be|by|for|of|and|but|that|who|which|he|she|they|it)\b)[\w’'-]{1,30}"
_THE = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_WHO = rf"(?:(?:{_THE}\s+)?(?:{_VERB}\s+){{0,3}}?{NAME}|{_THE}(?:\s+{_VERB}){{1,3}})"
_WHOM = rf"(?:him|her|them|{_WHO})"
_WHEN = (
    rf"(?:(?:(?:on|in|last|this|early|late|earlier|later)\s+){{0,2}}"
    rf"(?:{ANY_WEEKDAY}|{ANY_MONTH}|(?:1[89]|20)\d\d|week|month|year|yesterday|today)\s+)?"
)
_BLAMING = any_of(
    forms(
        """
        accuse admonish applaud arrest attack berate blame blast castigate censure chide commend condemn criticise criticize
        defend denounce dismiss excoriate expel fine fire jail lambast mock praise punish rebuke reprimand ridicule scold
        slam sue suspend
        """.split(),
        Form.FINITE | Form.ING,
    )
)
_FORMS = (
    re.compile(
        rf"(?:^|(?<=[.;:,“\"]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bthat\s))(?P<who>{_WHO}|[Hh]e|[Ss]he|[Tt]hey|who)\s+(?:was|were|is|are|(?:has|have|had)\s+been)\s+"
        rf"(?:\w+ly\s+)?\w{{2,}}(?:ed|en|own)\s+(?:by\s+(?:[\w’'.-]+\s+){{1,6}}?)?{_WHEN}for\s+\Z"
    ),
    re.compile(rf"\b{_BLAMING}\s+(?P<who>{_WHOM})\s+{_WHEN}(?:for|of)\s+\Z"),
    re.compile(
        rf"\b(?:clip|video|footage|recording|audio|tape|film)s?\s+of\s+(?P<who>{_WHO})\s+(?:\w+ly\s+)?\Z"
    ),
)
"""How somebody stands before a participle that is theirs: taken to task for it, or shown at it."""
_GOES_ON = re.compile(r"[\s,”\"’']*\band\s+(?:\w+ly\s+)?")
_BEFORE = 200
"""Characters before a cue in which they stand."""
_ING = re.compile(r"[a-z]+ing\b")


def with_whose_participle(text: str, found: Sequence[Found]) -> list[Found]:
    """The attributions, those whose cue is such a participle with whose it is as their source, and those that go on with *and*
    behind its content too.
    """
    out = list(found)
    ends: dict[int, Span] = {}
    for n in sorted(range(len(out)), key=lambda n: out[n].cue[0].start if out[n].cue else -1):
        f = out[n]
        if not f.cue or _ING.match(text, f.cue[0].start, f.cue[0].end) is None or not _is_free(text, f):
            continue
        cue = f.cue[0]
        who = _whose(text, cue)
        if who is None and is_speech(text[cue.start : cue.end]):
            who = next((w for end, w in ends.items() if _GOES_ON.fullmatch(text, end, cue.start)), None)
        if who is None:
            continue
        if not any(overlap(who, s) for s in (*f.content, *f.cue)):
            out[n] = replace(f, source=(who,))
            ends[f.content[-1].end] = who
    return out


def _is_free(text: str, f: Found) -> bool:
    """Whether no source stands right before the participle: *with Kerr saying that* is his."""
    return all(s.end > f.cue[0].start or text[s.end : f.cue[0].start].strip() for s in f.source)


def _whose(text: str, cue: Span) -> Span | None:
    line = max(text.rfind("\n", 0, cue.start) + 1, cue.start - _BEFORE)
    before = text[line : cue.start]
    m = next((m for form in _FORMS if (m := form.search(before)) is not None), None)
    return None if m is None else Span(line + m.start("who"), line + m.end("who"))
