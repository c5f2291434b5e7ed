"""Who speaks by the layout alone: turns of a transcript, and posts with their author's line.

No tagger is needed for ``TASCH: Four. We said four on Sunday.``, and none should cut such a turn at its first full stop.
Forms handled:

- turns: ``NAME: …``, ``Q: …`` / ``A: …``, ``Jane Doe (by phone): …``, ``JANE DOE, CORRESPONDENT: …``, ``**Jane Doe:** …`` at the
  head of a line, if the report has four or more, of two or more speakers, one of them more than once (or the outlet, or a name
  whose initials are a label too); paragraphs without a label go on with the turn before them up to the next, where somebody
  speaks of himself in them, or a quotation mark opens each (``"NAME: …``);
- columns of letters: ``Q. …? – Worried, Harn`` / ``A. …``, by turns, two of each or more; whoever signs a question asks it;
  records of courts, in which counsel interrupt (``MR. LIND: …``);
- turns below the names of who speaks, in a line each, of a call, a hearing or a debate (``name_lines.py``);
- lists: ``“…” ― Name, role``, a line each or the name on the next, two or more (one, if the dash is ``―``);
- portraits: ``Name, 34, role`` in a line, their words in quotation marks in the next, two or more;
- posts: passages of the voice *embedded post* with a line such as ``— Jane Doe (@jane) April 13, 2025``, or the author's lines
  above the words and the time under them, or ``@jane: …``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.capitals import DOTTED, WORD
from rashomon.reading.attributions.layout.name_lines import below_names
from rashomon.reading.names.organisations.outlets import same_outlet
from rashomon.records import Passage, Span, Voice, overlap
from rashomon.reports.posts import ONE_LINE, TIME

MOST_WORDS_OF_LABEL = 5  # as of "Acting Mayor Jan B. Kerr"
TURNS = 4  # fewer labelled lines are as likely a list: of PolNeAR's 840 training articles, 4 have as many, 3 are interviews
LEAST_OF_COURT = 2
"""Answers right behind questions in the record of a court, which others interrupt, and where a question may ask nothing."""
WORDS_OF_TURN = 5  # on average; "Clinton: 1,712" in a table of delegates is no speech

_LABEL = re.compile(
    rf"^[^\S\n]*(?P<mark>[\"“”]?)(?P<bold>\*\*|__)?(?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'-]+){{0,{MOST_WORDS_OF_LABEL - 1}}})"
    r"(?: \([^)\n]{1,60}\))?(?P<role>, [A-ZÀ-Þ][^\na-z:“”\"]{1,80}?)?(?: \([^)\n]{1,60}\))?(?(bold)(?:\*\*|__)?)"
    r"[ \t]?(?P<cue>:)(?(bold)(?:\*\*|__)?)[ \t]+(?=\S)",
    re.MULTILINE,
)
_LETTER = re.compile(
    r"^[^\S\n]*(?P<label>[QA])(?P<cue>\.)[ \t]+(?P<content>\S[^\n]{0,3000}?)"
    r"(?:[ \t]+[—–][ \t]*(?P<signed>[A-ZÀ-Þ][^\n?!“”\"]{2,60}))?[^\S\n]*$",
    re.MULTILINE,
)
_OF_COURT = re.compile(r"(?:THE\s+(?:COURT|WITNESS|JUDGE|CLERK)|MRS?\.|MS\.|BY\s+MR)(?=\s|$)")
_A_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*)+")
"""Who signs, if that is a name: *Mr D. Hope, Fern Hill*, not *Sleepless, Cray*."""
_GOES_ON = re.compile(r"[^\S\n]*\n\s*(?P<paragraph>[\"“”][^\W\d_][^\n]+)")
_LISTED = re.compile(
    r"^[^\S\n]*(?:[\d•*-]+[.)]?[ \t]+)?(?P<content>[\"“”«„][^\n]{3,1600}?[\"”»“])[^\S\n]{0,20}\n{0,2}[^\S\n]{0,20}"
    rf"(?P<dash>[―—–]|--|-)[^\S\n]{{0,20}}(?P<name>@\w{{2,30}}|{DOTTED}(?:[ ,]+[\w.’'@-]+){{0,11}})[^\S\n]*$",
    re.MULTILINE,
)
_PORTRAIT = re.compile(
    rf"^[^\S\n]*(?P<name>(?:{DOTTED}[ ]){{1,3}}{WORD}),[ ](?:\d{{1,3}}|[^\n.!?,“”\"]{{2,40}})"
    r"(?:,[ ][^\n.!?“”\"]{2,60})?:?[^\S\n]*"
    r"\n{1,2}[^\S\n]*(?P<content>[\"“”«„‘'][^\n]{3,1600}?[\"”»“’'])[^\S\n]*$",
    re.MULTILINE,
)
"""A line with a name and an age or a role, and the line below all in quotation marks."""
_LINE = re.compile(r"\S[^\n]*(?<=\S)")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Yy]ou|[Yy]our)\b(?<!\bUS)")
_NO_ANSWER = re.compile(
    r"^[\W_]*[\[(“\"„«]|[”\"]\s+(?:[\w’'-]+\s+){1,3}(?:said|says|add(?:s|ed)|told|ask(?:s|ed)|recall(?:s|ed))\b|[\w,;:-]$"
)
_FULL_STOP = re.compile(r"(?<=\w{3})\.$")
_AUTHOR = re.compile(
    r"^\W{0,3}(?P<name>[^\n@(]{2,60}?)\s*\(?(?P<handle>@[\w.]+(?:@[\w.-]+)?)\)?[^\n]{0,60}$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn, a line of a list or a post: its source, its cue (a turn's colon, a list's dash), its content, and all of it."""

    source: Span
    cue: Span | None
    content: Span
    whole: Span


def turns(text: str, passages: Sequence[Passage], outlet: str | None = None) -> tuple[Turn, ...]:
    """The turns of transcripts and the lists in body passages, and the posts, in text order. ``outlet`` is the report's own."""
    spoken = _transcript(text, passages, outlet) or _column(text, passages) or _below_names(text, passages)
    listed = [t for t in _listed(text, passages) if not any(overlap(t.whole, s.whole) for s in spoken)]
    return tuple(sorted([*spoken, *listed, *_posts(text, passages)], key=lambda t: t.whole.start))


def _below_names(text: str, passages: Sequence[Passage]) -> list[Turn]:
    """The turns of a transcript in which each stands below the name of who speaks."""
    found = below_names(text, runs_of(passages, Voice.BODY))
    return [Turn(t.name, None, t.content, t.whole) for t in found]


def _listed(text: str, passages: Sequence[Passage]) -> list[Turn]:
    """Quotations with a name behind a dash: two or more, or one whose dash is the bar that nothing else is set with."""
    found = []
    bars = 0
    for start, end in runs_of(passages, Voice.BODY):
        for m in _LISTED.finditer(text, start, end):
            # A full stop is the line's, but not that of "Tomas Kerr Jr."
            stop = _FULL_STOP.search(m.group("name")) is not None
            name = Span(m.start("name"), m.end("name") - stop)
            found.append(Turn(name, Span(*m.span("dash")), Span(*m.span("content")), Span(*m.span())))
            bars += m.group("dash") == "―"
    portraits = [
        Turn(Span(*m.span("name")), None, Span(*m.span("content")), Span(*m.span()))
        for start, end in runs_of(passages, Voice.BODY)
        for m in _PORTRAIT.finditer(text, start, end)
    ]
    return (found if len(found) > 1 or bars else []) + (portraits if len(portraits) > 1 else [])


def _column(text: str, passages: Sequence[Passage]) -> list[Turn]:
    """Questions and answers by turns, each labelled with a letter and a full stop, if all questions ask something."""
    lines = [m for start, end in runs_of(passages, Voice.BODY) for m in _LETTER.finditer(text, start, end)]
    asked = [m for m in lines if m["label"] == "Q"]
    by_turns = all(m["label"] == "QA"[n % 2] for n, m in enumerate(lines))
    out: list[Turn] = []
    if len(lines) < TURNS or not by_turns or not all("?" in m["content"] for m in asked):
        answered = sum(a["label"] + b["label"] == "QA" for a, b in pairwise(lines))
        if answered < LEAST_OF_COURT or not asked or 4 * answered < 3 * len(asked):
            return []
        out = _interrupting(text, passages)
        if not out:
            return []
    for m in lines:
        content, whole = Span(*m.span("content")), Span(m.start(), m.end())
        name = _A_NAME.match(m["signed"] or "") if m["label"] == "Q" else None
        if name is not None:
            out.append(Turn(Span(*m.span("signed")), None, content, whole))
            continue
        end = m.end("signed") if m["signed"] and m["label"] == "A" else content.end
        out.append(Turn(Span(*m.span("label")), Span(*m.span("cue")), Span(content.start, end), whole))
    return out


def _interrupting(text: str, passages: Sequence[Passage]) -> list[Turn]:
    """What counsel and the court say between questions and answers: ``MR. LIND: …``, ``THE COURT: …``."""
    out = []
    for first, last in runs_of(passages, Voice.BODY):
        for m in _LABEL.finditer(text, first, last):
            stop = text.find("\n", m.end(), last)
            end = stop if stop >= 0 else last
            if _OF_COURT.match(m["name"]):
                name, cue = Span(*m.span("name")), Span(*m.span("cue"))
                out.append(Turn(name, cue, _stripped(text, m.end(), end), Span(m.start(), end)))
    return out


def _transcript(text: str, passages: Sequence[Passage], outlet: str | None) -> list[Turn]:
    """The labelled turns, if there are enough for a transcript."""
    found: list[Turn] = []
    names: list[str] = []
    for first, last in runs_of(passages, Voice.BODY):
        for m in _LABEL.finditer(text, first, last):
            name = m.group("name")
            if not (name.isupper() or (not m["role"] and all(w[0].isupper() for w in name.split()))):
                continue
            stop = text.find("\n", m.end(), last)
            end = stop if stop >= 0 else last
            while m.group("mark") and (more := _GOES_ON.match(text, end, last)) is not None:
                if _LABEL.match(text, more.start("paragraph"), last):
                    break
                end = more.end()
            end = _stripped(text, m.end(), end).end
            source, cue = Span(*m.span("name")), Span(*m.span("cue"))
            found.append(Turn(source, cue, Span(m.end(), end), Span(m.start(), end)))
            names.append(name)
    counts = Counter(names)
    # A label counts if it stands alone more than once, is in capitals like the others, or is who asks: the outlet, or what
    # the capitals of a later label stand for (*Harn Courier*, then *HC*).
    capitals = {n for n in names if n.isupper()}
    kept = [
        t
        for t, n in zip(found, names, strict=True)
        if counts[n] > 1 or n in capitals or initials(n) in capitals or same_outlet(n, outlet)
    ]
    speakers = {text[t.source.start : t.source.end] for t in kept}
    words = sum(len(text[t.content.start : t.content.end].split()) for t in kept)
    if (
        len(kept) < TURNS
        or len(speakers) < 2
        or max(counts.values()) < 2
        or words < WORDS_OF_TURN * len(kept)
    ):
        return []
    return _going_on(text, kept)


def _going_on(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """The turns, each with the paragraphs without a label between it and the next in which somebody speaks of himself or to
    another: an answer has often several. What stands in brackets, a heading, what is quoted
    and what tells of whoever speaks by name are none of it.
    """
    out = []
    for n, t in enumerate(turns):
        end = t.whole.end
        last = turns[n + 1].whole.start if n + 1 < len(turns) else end
        _, _, surname = text[t.source.start : t.source.end].rpartition(" ")
        for m in _LINE.finditer(text, end, last):
            if (
                _OWN.search(m.group()) is None
                or _NO_ANSWER.search(m.group())
                or (len(surname) > 1 and surname.lower() in m.group().lower())
                or _LABEL.match(text, m.start())
            ):
                break
            end = m.end()
        out.append(
            t
            if end == t.whole.end
            else replace(t, content=Span(t.content.start, end), whole=Span(t.whole.start, end))
        )
    return out


def initials(name: str) -> str | None:
    """The first letters of a name of several words in capitals, ``None`` of any other.

    >>> initials("The Harn Courier"), initials("Ana Reyes"), initials("Harn")
    ('HC', 'AR', None)
    """
    words = re.sub(r"^the\s+", "", name, flags=re.I).split()
    letters = "".join(w[0] for w in words if w[0].isupper())
    return letters if len(letters) > 1 else None


def _posts(text: str, passages: Sequence[Passage]) -> list[Turn]:
    """The posts that name their author, each with the longer of what stands above the author's line and below it."""
    found: list[Turn] = []
    for start, end in (s for run in runs_of(passages, Voice.EMBEDDED) for s in _one_by_one(text, *run)):
        if (line := ONE_LINE.fullmatch(text, start, end)) is not None:
            handle, cue, words = (Span(*line.span(part)) for part in ("handle", "cue", "words"))
            found.append(Turn(handle, cue, words, Span(start, end)))
            continue
        lines = list(_AUTHOR.finditer(text, start, end))
        if not lines:
            continue
        author = lines[-1]  # an earlier such line answers someone
        source = Span(author.start("name"), author.end("handle"))
        if text[source.end : source.end + 1] == ")":
            source = Span(source.start, source.end + 1)
        sent = text.rfind("\n", start, end) + 1  # a line under the post
        last = sent if sent > author.end() and TIME.fullmatch(text, sent, end) else end
        before, after = _stripped(text, start, author.start()), _stripped(text, author.end(), last)
        content = max(before, after, key=lambda s: s.end - s.start)
        if content.end > content.start:
            found.append(Turn(source, None, content, _stripped(text, start, end)))
    return found


def _one_by_one(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of posts cut behind each line that tells when one was sent, and around those that are a line."""
    first = start
    for line in _LINE.finditer(text, start, end):
        alone = ONE_LINE.fullmatch(line.group()) is not None
        if alone and first < line.start():
            yield first, line.start()
            first = line.start()
        if alone or TIME.fullmatch(line.group()):
            yield first, line.end()
            first = line.end()
    if text[first:end].strip():
        yield first, end


def runs_of(passages: Sequence[Passage], voice: Voice) -> list[tuple[int, int]]:
    """Passages of a voice that follow each other, as one stretch."""
    out: list[tuple[int, int]] = []
    last = -2
    for i, p in enumerate(passages):
        if p.voice is not voice:
            continue
        if i == last + 1:
            out[-1] = (out[-1][0], p.end)
        else:
            out.append((p.start, p.end))
        last = i
    return out


def _stripped(text: str, start: int, end: int) -> Span:
    part = text[start:end]
    left = len(part) - len(part.lstrip())
    return Span(start + left, start + max(left, len(part.rstrip())))
