"""The labels before an interview's turns: which attributions are turns, and for whom initials stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.layout.turns import initials
from rashomon.reading.names.organisations.organisations import Organisation
from rashomon.reading.names.persons.people import Person, plain
from rashomon.reading.names.words.roles import NOUNS
from rashomon.records import MentionKind, Span, Speaker

_MOST = 4
"""Letters of a label that may be initials."""


_LETTERS = (("Q", "A"), ("Question", "Answer"), ("QUESTION", "ANSWER"))
"""What questions and answers are labelled with."""

_OFFICES = NOUNS | frozenset("chair chairperson moderator interviewer clerk foreman interpreter".split())


def is_turn(text: str, f: Found) -> bool:
    """Whether an attribution is a labelled line: ``SALL: …``, ``Q. …``."""
    return (
        len(f.source) == 1
        and len(f.cue) == 1
        and text[f.source[0].start if text[f.cue[0].start] == "." else f.cue[0].start : f.cue[0].end]
        in (":", "Q.", "A.")
        and not text[text.rfind("\n", 0, f.source[0].start) + 1 : f.source[0].start].strip(' \t"“”*_')
    )


def labels(
    text: str,
    found: Sequence[Found],
    persons: Sequence[Person],
    organisations: Sequence[Organisation],
    ours: Sequence[str] = (),
) -> dict[str, Speaker]:
    """Initials that stand before turns, with whom they stand for: the one person, organisation, other label, outlet or author
    (``ours``) of the report that has them. ``HC`` is the Harn Courier.
    """
    turns = [f for f in found if is_turn(text, f)]
    used = [text[f.source[0].start : f.source[0].end] for f in turns]
    told = _in_brackets(text, turns, persons) | _answering(text, turns, used, persons, ours)
    short = {w for w in used if 2 <= len(w) <= _MOST and w.isalpha() and w.isupper()}
    if not short:
        return told
    out: dict[str, dict[str, Speaker]] = {}
    for who in _names(text, turns, persons, organisations, ours):
        if who.name is not None and (letters := initials(who.name)) in short:
            why = f"{letters} are the initials of {who.name}"
            key = plain(who.name).removeprefix("the ")
            out.setdefault(letters, {}).setdefault(key, Speaker(who.name, why, who.kind, who.evidence))
    return told | {
        letters: who for letters, names in out.items() if len(names) == 1 for who in names.values()
    }


def _in_brackets(text: str, turns: Sequence[Found], persons: Sequence[Person]) -> dict[str, Speaker]:
    """Offices before turns whose holder one of them names in brackets: ``THE CHAIR (Dame Ana Reyes): …``."""
    out: dict[str, Speaker] = {}
    for f in turns:
        label, cue = f.source[0], f.cue[0]
        words = text[label.start : label.end]
        within = [p for p in persons for s in p.mentions if label.end < s.start and s.end < cue.start]
        if len(within) == 1 and plain(words).split()[-1] in _OFFICES:
            (p,) = within
            out.setdefault(words, Speaker(p.name, f"named behind “{words}”", MentionKind.PERSON, p.at))
    return out


def _answering(
    text: str, turns: Sequence[Found], used: Sequence[str], persons: Sequence[Person], ours: Sequence[str]
) -> dict[str, Speaker]:
    """Of an interview in questions and answers, who answers: the one person named both in its first line and before its first
    question, or else the one whom its introduction names at all. Nobody where readers sign their questions: what stands above
    a column of letters may be of anybody.
    """
    question, label = next(((q, a) for q, a in _LETTERS if {q, a} == set(used)), (None, None))
    if question is None or label is None:
        return {}
    if len(re.findall(rf"^[^\w\n]*{question}[.:]\s", text, re.M)) > used.count(question):
        return {}
    first = turns[0].source[0].start
    asks = {plain(name) for name in ours}
    before = [
        (p, [s for s in p.mentions if s.start < first])
        for p in persons
        if " " in p.name and plain(p.name) not in asks
    ]
    head = text.find("\n", 0, first)
    among = [p for p, at in before if at and at[0].start < head <= at[-1].start]
    among = among or [p for p, at in before if at]
    if len(among) != 1:
        return {}
    (p,) = among
    return {
        label: Speaker(
            p.name, f"“{label}” for {p.name}, whom the introduction names", MentionKind.PERSON, p.at
        )
    }


def _names(
    text: str,
    turns: Sequence[Found],
    persons: Sequence[Person],
    organisations: Sequence[Organisation],
    ours: Sequence[str],
) -> Iterator[Speaker]:
    for p in persons:
        yield Speaker(p.name, "", MentionKind.PERSON, p.at)
    for o in organisations:
        yield Speaker(o.name, "", o.kind, o.at[0])
    for f in turns:
        at = f.source[0]
        yield Speaker(text[at.start : at.end], "", None, at)
    for name in ours:
        start = text.find(name)
        yield Speaker(name, "", None, Span(start, start + len(name)) if start >= 0 else None)
