"""Through which channel a statement came, to whom, and on which day, where the words around it say so.

Only what stands in the attribution's own sentence counts; everything else is *not known*. A day of the week or a date without
a year becomes a date only where the report's own date is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.attributions import Found
from rashomon.reading.people import bare_name, plain
from rashomon.records import Mention, MentionKind, Speaker

CHANNELS: tuple[tuple[str, str], ...] = (
    ("tweet", r"tweet\w*|\bon twitter\b|\bviral (?:post|tweet)"),
    ("telephone", r"(?:on|over|by) the (?:tele)?phone|(?:tele)?phone call|phoned"),
    ("letter", r"(?:open )?letter\b"),
    ("interview", r"interview\w*"),
    ("press conference", r"(?:press|news) (?:conference|briefing)|told reporters|briefing\b"),
    ("statement", r"(?:in|issued|released) an? (?:\w+ ){0,2}statement|news release|press release"),
    ("speech", r"in an? (?:\w+ ){0,2}(?:speech|address)\b|rally\b"),
    ("post", r"(?:facebook|telegram|instagram|social media|online) (?:post|page|channel)|\bposted\b"),
    ("e-mail", r"\be-?mail\w*"),
    ("text message", r"text(?:ed| message)"),
    ("message", r"in (?:a|this|the) (?:\w+ ){0,2}message"),
    ("radio", r"on (?:the )?radio|radio interview"),
    ("television", r"on (?:state )?(?:tv|television)|televised"),
)
"""Channels by the words that tell them, the more particular first."""

_ADDRESSED = re.compile(r"\b(?:told|tells|telling|tell|assured|informed|warned|asked|reminded)\b$", re.I)
_TO = re.compile(r"\b(?:letter|message|speaking|spoke|said|wrote|writing|statement|e-?mail) to\s+", re.I)
_THROUGH = re.compile(
    r"\bthrough (?:the )?((?:[\w’'-]+ ){0,3}?)([A-ZÀ-Þ][\wÀ-ÿ’'-]*(?: (?:[A-ZÀ-Þ][\wÀ-ÿ’'-]*|du|de|of|the))*)"
)
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s|\n")


def frame(text: str, found: Found) -> str:
    """The words of the sentence that the source and the cue stand in, the content left out."""
    spans = (*found.source, *found.cue)
    if not spans:
        return ""
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    ends_before = [m.end() for m in _SENTENCE_END.finditer(text, max(0, start - 400), start)]
    start = ends_before[-1] if ends_before else max(0, start - 400)
    stop = _SENTENCE_END.search(text, end)
    end = stop.start() if stop else len(text)
    words, at = [], start
    for s in sorted(found.content):
        words.append(text[at : max(at, min(s.start, end))])
        at = max(at, s.end)
    words.append(text[at : max(at, end)])
    return " … ".join(words)


def channel(words: str) -> str | None:
    """The channel that an attribution's own words tell of."""
    for name, pattern in CHANNELS:
        if re.search(pattern, words, re.I):
            return name
    if (m := _THROUGH.search(words)) is not None:
        return m.group(2)
    return None


def addressee(text: str, found: Found, mentions: Sequence[Mention], outer: Speaker | None) -> str | None:
    """Whom a statement was said to: the name after ``told``, or after ``in a letter to``."""
    if not found.cue:
        return None
    cue = found.cue[-1]
    if _ADDRESSED.search(text[cue.start : cue.end]):
        after = re.match(r"\s+(me|us)\b", text[cue.end : cue.end + 6])
        if after:
            return outer.name if outer and outer.name else None
        return _name_at(text, cue.end, mentions)
    stop = min((s.start for s in found.content if s.start >= cue.end), default=cue.end + 60)
    where = text[cue.start : min(stop, cue.end + 60)].split("\n")[0]
    if (m := _TO.search(where)) is not None:
        return _name_at(text, cue.start + m.end() - 1, mentions)
    return None


def _name_at(text: str, at: int, mentions: Sequence[Mention]) -> str | None:
    for m in mentions:
        if (
            m.kind is not MentionKind.DATE
            and m.start >= at
            and not re.search(r"[,.;:“\"]", text[at : m.start])
        ):
            between = text[at : m.start].split()
            if len(between) <= 2 and all(w.lower() in ("the", "a") or w[0].isupper() for w in between):
                return bare_name(text, m.start, m.end)[0] or None
    following = re.match(r"\s+(?:the )?([A-ZÀ-Þ][\wÀ-ÿ’'-]*(?: [A-ZÀ-Þ][\wÀ-ÿ’'-]*)*)", text[at : at + 60])
    return following.group(1) if following and plain(following.group(1)) not in _DAYS else None
