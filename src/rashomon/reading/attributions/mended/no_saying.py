"""What has a cue of saying and is none: *What did the army say?*, *Hald said nothing*, *The quake claimed 214 lives*.

Nobody is reported to have said anything there, so there is nothing to put down.
"""

from __future__ import annotations

import re

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.numbers import WORDS
from rashomon.reading.text.words_of_speech import ASKING, PROMISING, SAYING, any_of
from rashomon.records import text_of

_ASKED_FOR = re.compile(
    r"(?:^|[.!?:“”\"‘—–-]\s*|,\s+|\b(?:and|but|so|or)\s+)(?:[Ww]hat|[Ww]hom?|[Ww]hich|[Hh]ow\s+(?:many|much))\b(?:\s+[\w’'-]{1,30}){0,2}?"
    r"\s+(?:did|does|do|has|had|have|will|would|could|can|should|might)(?:n[’']t)?\s+\Z",
    re.M,
)
"""Before a subject that is asked what it says."""

_BEFORE = 80
"""Characters before a source in which a question begins."""
_BEHIND = 200
"""Characters behind a cue in which it ends."""
_ENDS = re.compile(r"[.!?\n]")

_MERE_NOTHING = re.compile(
    r"(?:(?:(?:almost|absolutely|next\s+to)\s+)?nothing(?:\s+(?:at\s+all|else|further|more|new|publicly|so\s+far|yet))?"
    r"|no\s+more|little(?:\s+(?:else|more))?|not\s+a\s+(?:single\s+)?word)\W*",
    re.I,
)
_NUMBER = rf"(?:\d[\d.,]{{0,12}}|{any_of(WORDS)}(?:-{any_of(WORDS)})?|dozens|hundreds|thousands|many|several)"
_LIVES = re.compile(
    rf"(?:(?:more|fewer)\s+than\s+|at\s+least\s+|(?:about|some|over|nearly)\s+)?(?:(?:the|another|its)\s+)?(?:{_NUMBER}\s+)?(?:of\s+)?"
    r"(?:[\w’'-]{1,30}\s+){0,2}?(?:lives|life|victims)\b(?!\s+(?:was|were|is|are|had|has|have|will|would|could|can|beg[ai]n\w*)\b)",
    re.I,
)
_CLAIM = re.compile(rf"\b{any_of(forms({'claim'}))}\s*\Z", re.I)

_ON = re.compile(r"\b(?:on|via|over)\Z", re.I)
_PLATFORM = re.compile(
    r"(?:the\s+)?(?:Bluesky|Facebook|Instagram|LinkedIn|Mastodon|Reddit|Snapchat|Telegram|Threads|TikTok|Truth\s+Social|Twitter|VK|WeChat|Weibo"
    r"|WhatsApp|YouTube|X|radio|television|TV|social\s+media|the\s+internet|the\s+phone)\W*"
)
"""Where somebody says something, and nothing that is said."""
_HEADING = re.compile(
    r"What\s+(?P<who>they|he|she|people|others|experts|critics|we)(?:[’']re|[’']s|\s+are|\s+is)?\s+(?:saying|hearing|reading|watching|say|says):"
)
"""At the head of a paragraph of a newsletter, what it is about: *What they’re saying: “…,” Kerr writes*."""

_LET = re.compile(
    r"(?:\bLet|(?<![\w’'] )\blet|\b(?:and|but|not|never|[Nn]ever|[Dd]on[’']t|n[’']t)\s+let)\s+\Z"
)
_ORDERED = re.compile(any_of(forms(SAYING | ASKING | PROMISING, Form.BASE)))
"""What somebody may be let or not let say has not been said: *Let nobody say that it was safe*, *Do not let them tell you*;
whom somebody let tell it told it."""


def is_no_saying(text: str, f: Found) -> bool:
    """Whether an attribution is none, by its words and those beside."""
    words = text_of(text, f.cue)
    if not f.cue or not f.content:
        return False
    first = f.content[0]
    if _CLAIM.search(words) and f.cue[-1].end <= first.start:
        lives = _LIVES.match(text, first.start, min(first.end, first.start + 100))
        # "claimed lives" alone may be a saying of lives; a number or an article tells the toll.
        return lives is not None and (" " in lives[0].strip())
    if _ON.search(words) and _PLATFORM.fullmatch(_joined(text, f)) is not None:
        return True  # "Mayor hits back on Mastodon"
    if not is_speech(words):
        return False
    if not f.source and _joined(text, f).lower() == "what":
        return True  # a heading: "What was said"
    if _is_heading(text, f):
        return True
    return _MERE_NOTHING.fullmatch(_joined(text, f)) is not None or _is_asked(text, f) or _is_let(text, f)


def _is_let(text: str, f: Found) -> bool:
    """Whether somebody, but oneself, is to say it or not to say it."""
    if not f.source or f.source[0].end > f.cue[0].start or text[f.source[0].end : f.cue[0].start].strip():
        return False
    at, who = f.source[0].start, text[f.source[0].start : f.source[0].end].lower()
    ordered = _ORDERED.match(text, f.cue[0].start, f.cue[0].end) is not None
    return ordered and who not in ("me", "us") and _LET.search(text, max(0, at - 20), at) is not None


def _is_heading(text: str, f: Found) -> bool:
    """Whether the cue is that of a paragraph’s heading, behind which somebody else speaks."""
    line = text.rfind("\n", 0, f.cue[0].start) + 1
    heading = _HEADING.match(text, line) if f.cue[0].start - line <= _BEFORE else None
    return heading is not None and f.cue[-1].end <= heading.end()


def _joined(text: str, f: Found) -> str:
    return " ".join(text[s.start : min(s.end, s.start + 60)] for s in f.content)


def _is_asked(text: str, f: Found) -> bool:
    """Whether a question asks what the source says: *What did the army say about the dead?*"""
    if not f.source or f.source[0].end > f.cue[0].start or text[f.source[0].end : f.cue[0].start].strip():
        return False
    at = f.source[0].start
    line = max(text.rfind("\n", 0, at) + 1, at - _BEFORE)
    if _ASKED_FOR.search(text, line, at) is None:
        return False
    end = _ENDS.search(text, f.cue[-1].end, f.cue[-1].end + _BEHIND)
    return end is not None and end[0] == "?"
