"""Through which channel a statement came, where the words around it say so: ``in a letter``, ``on the phone``, ``tweeting``,
``told CNN``, ``through her lawyer``.

Only what stands in the attribution's own sentence counts, and ``this message`` where a message was told of before; everything
else is *not known*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.calendar_words import ANY_WEEKDAY
from rashomon.reading.circumstances.frames import Frame, Parts
from rashomon.reading.names.organisations.outlets import is_outlet, same_outlet
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.words_of_speech import ALSO_NOUNS, SAYING, any_of
from rashomon.records import Circumstance, CircumstanceKind, Span, overlap

_WORDS: tuple[tuple[str, str], ...] = (
    ("tweet", r"tweets?"),
    ("telephone", r"(?:tele)?phone(?: call)?|calls?(?!\s+(?:for|on|to (?:arms|action))\b)"),
    ("press conference", r"(?:press|news) (?:conference|briefing)s?|briefings?"),
    ("press release", r"(?:press|news) releases?"),
    ("interview", r"interviews?"),
    ("letter", r"letters?"),
    ("e-mail", r"e-?mails?"),
    ("text message", r"(?<!full )(?<!prepared )(?<!written )text(?: message)?s?"),
    ("speech", r"speech(?:es)?|address|rally|sermon|remarks"),
    ("video", r"video(?: message| statement| address)?s?|clip"),
    ("post", r"(?:(?:blog|facebook|telegram|instagram|social media|online) )?post(?:ing)?s?"),
    ("statement", r"(?:written |joint )?statements?|communiqu[eé]"),
    ("memo", r"memo(?:randum)?s?"),
    ("note", r"notes?"),
    ("bulletin", r"bulletins?"),
    ("petition", r"petitions?"),
    (
        "filing",
        r"(?:financial|regulatory|securities|exchange|SEC|tax|corporate) filings?"
        r"|filings?(?= (?:with|to) the (?!(?:\w+ ){0,2}?[Cc]ourt))",
    ),
    (
        "court filing",
        r"(?:court|legal) (?:papers|documents|briefs?)|filings?|lawsuits?|complaints?|affidavits?",
    ),
    ("testimony", r"testimony|(?<!\bon )(?<!\bupon )hearings?"),
    ("book", r"(?<!\baddress )(?<!\bthe )books|(?<!\baddress )book|memoirs?"),
    ("article", r"op-ed|columns?|essays?|editorials?"),
    ("debate", r"debates?"),
    ("message", r"messages?"),
)
"""Channels by their nouns, the more particular first."""

_WRITTEN = frozenset(
    "tweet letter e-mail statement memo note bulletin petition message video post".split()
) | {"press release", "text message", "court filing"}
"""Of these, what can itself be the source: ``the letter says``."""

_GIVEN = tuple(
    (n, words)
    for n, (name, words) in enumerate(_WORDS)
    if name in (_WRITTEN | {"speech", "testimony"}) - {"text message"}
)
_KINDS = r"(?:(?:full|complete|open|joint|public|written|final|following|signed|unsigned|short|brief|whole)\s+){0,2}"
DOCUMENTS = rf"{_KINDS}(?:{'|'.join(words for _, words in _GIVEN)})"
"""Nouns for what can be given in full, with what may stand before them."""

_DOCUMENT = re.compile(rf"{_KINDS}(?:{'|'.join(f'(?P<c{n}>{words})' for n, words in _GIVEN)})", re.I)
"""A cue that is nothing but a document: *the **open letter** of the mothers*."""

_DET = r"(?:(?:an?|the|this|that|his|her|their|its|another|one|my|our)\s+)?"
_SOME = (
    r"(?:(?!(?:before|after|to|until|till|since|ahead|about|against|following|between|up|lead-up|run-up)\b"
    r"|\w+ing\s+(?:that|the|an?|his|her|their|its)\b|(?:surveillance|security|dashcam|bodycam|cctv)\b)"
    r"[\w’'-]+\s+){0,3}?"
)
"""Words before a channel's noun; *in the week before the debate* tells of none."""

_ENDS = (
    r"\b(?!-(?!link\b|call\b|conference\b))(?!\s+(?:writer|box|bank|office|book|list|label|bar|board)s?\b)"
)
"""The end of a channel's noun: *post-debate* is no post."""

_IN = re.compile(
    r"\b(?:(?:in|by(?!\s+\S+\s+(?:recorded|taken|shot|filmed)\b)|via|through|from|during|at|over|on|issued|released|published|posted|sent)\s+"
    + _DET
    + _SOME
    + r"|told\s+(?:an?|the)\s+(?:\w+\s+)?)(?:"
    + "|".join(f"(?P<c{n}>{words})" for n, (_, words) in enumerate(_WORDS))
    + rf"){_ENDS}",
    re.I,
)
_VERBS: tuple[tuple[str, str], ...] = (
    ("tweet", r"(?:re)?tweet(?:s|ed|ing)?|(?:on|took to|takes to) twitter"),
    (
        "telephone",
        r"(?:tele)?phoned|called to say|by (?:tele)?phone|on the (?:tele)?phone|over the (?:tele)?phone",
    ),
    ("e-mail", r"e-?mailed|by e-?mail"),
    ("text message", r"texted"),
    (
        "post",
        r"posted(?!\s*:|\s+\d)(?!(?-i:(?<=Posted))\s+(?:on\s+|at\s+)?(?-i:[A-Z]|\d))|(?<!viral )on (?:facebook|instagram|telegram"
        r"|tiktok|mastodon|snapchat|truth social|social media"
        r"|(?-i:X)(?!-|[’']|\s+(?-i:[A-Z])))",
    ),
    ("radio", r"on (?:the |state |local |national )?radio"),
    ("television", r"on (?:state |national |live |local )?(?:tv|television)|televised"),
    ("interview", r"interviewed"),
)
_DONE = re.compile(
    r"\b(?:" + "|".join(f"(?P<c{n}>{words})" for n, (_, words) in enumerate(_VERBS)) + r")\b", re.I
)
_WORD = r"[A-ZÀ-Þ](?:[\w&’'-]|\.(?=\w))*"
_NAME = rf"{_WORD}(?:\s+(?:(?:du|de|of|the|la|le)\s+)*{_WORD})*"
SIGNS: dict[re.Pattern[str], Sequence[str]] = {
    _IN: (
        "tweet phone call conference briefing release interview letter mail text speech address rally sermon remarks video clip"
        " post statement communiqu memo note bulletin petition filing papers document brief lawsuit complaint affidavit testimony"
        " hearing book op-ed column essay editorial debate message"
    ).split(),
    _DONE: (
        *"tweet twitter phone called mail texted posted facebook instagram telegram tiktok mastodon snapchat social".split(),
        *("on x", "radio", "tv", "televis", "interviewed"),
    ),
}
"""What stands wherever one of these matches: in most sentences nothing does."""
_MEDIUM = (
    r"(?:media|newspaper|paper|magazine|weekly|daily|outlet|channel|network|agency|broadcaster|station|web ?site|site|review"
    r"|journal|blog|platform|service)"
)
_THROUGH = re.compile(
    r"through(?<=\bthrough)\s+(?:(?P<whose>(?:his|her|their|its|an?)\s+(?:[a-z-]+\s+)?"
    r"(?:lawyers?|attorneys?|solicitors?|spokes\w+|publicists?|representatives?|agents?|interpreters?|translators?"
    r"|famil(?:y|ies)|aides?|friends?|colleagues?|relatives?|assistants?|intermediar(?:y|ies)|counsel))\b"
    rf"|(?:the\s+)?(?:[\w’'-]+\s+){{0,2}}?{_MEDIUM}\s+(?P<medium>{_NAME})|(?:the\s+)?(?P<name>{_NAME}))"
)
_ON_AIR = re.compile(rf"\b(?:on|in|with|for|to|told)\s+(?:the\s+)?(?P<name>{_NAME})")
_OF_NETWORK = re.compile(rf"\s+affiliates?(?:\s+(?:station\s+)?(?P<name>{_NAME}))?")
_WEEKDAY_LAST = re.compile(rf"\s+{ANY_WEEKDAY}$")

_SOURCE = re.compile(
    rf"^(?:{_DET}|[\w’'. -]{{1,40}}[’']s?\s+)(?:(?:[a-z-]+\s+){{0,2}}?)(?:"
    + "|".join(f"(?P<c{n}>{words})" for n, (name, words) in enumerate(_WORDS) if name in _WRITTEN)
    + rf"){_ENDS}",
    re.I,
)
KNOWN = frozenset(name for name, _ in (*_WORDS, *_VERBS)) | {"meeting"}
"""Every channel that is a kind of channel. Any other is whom or what a statement came through, as the text names it."""

_THIS = re.compile(r"\b(?:this|that|the|same|his|her|their)\s+(?:same\s+)?$", re.I)
_NAMED_POST = re.compile(r"(?:^|\s)Post$")
"""A paper's name: *The Post has learned*, *in the Lidva Post*."""

_HANDLE = re.compile(r"@\w")


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel with the characters that tell it; ``noun`` is its kind where a noun tells it: ``this message``."""

    value: str
    at: Span
    why: str
    noun: str | None = None

    def circumstance(self) -> Circumstance:
        return Circumstance(CircumstanceKind.CHANNEL, self.value, self.at.start, self.at.end, self.why)


def channel(text: str, f: Parts, frame: Frame | None, outlet: str | None = None) -> Channel | None:
    """The channel that an attribution's own words tell of; ``outlet`` is the report's own."""
    for span in f.source:  # "Ms Varesh, through her lawyer,"
        if (m := _THROUGH.search(text, span.start, span.end)) and (found := _through(m, 0, outlet)):
            return found
    if frame is None:
        return None
    if (m := frame.near(_THROUGH)) and (found := _through(m, frame.start, outlet)):
        noun = frame.near(_IN)
        return found if noun is None else replace(found, noun=_which(noun, _WORDS))
    low = frame.words.lower()
    fits = [
        (m, names)
        for pattern, names in ((_DONE, _VERBS), (_IN, _WORDS))
        if any(sign in low for sign in SIGNS[pattern])
        and (m := frame.near(pattern))
        and not _NAMED_POST.search(m.group())
        and not _of_another_clause(text, frame.span(m), f)
    ]
    if fits:
        m, names = min(fits, key=lambda fit: _gap(frame.span(fit[0]), frame.cue))
        words = " ".join(m.group().split())
        return Channel(_which(m, names), frame.span(m), f"“{words}” beside the cue", noun=_which(m, names))
    for span in f.source[:1]:
        words = text[span.start : span.end]
        m = _SOURCE.search(words)
        if m is not None and not _NAMED_POST.search(m.group()) and not is_outlet(words, outlet):
            name = _which(m, _WORDS)
            at = Span(span.start + m.start(), span.start + m.end())
            return Channel(name, at, "its source is one", noun=name)
        if not f.cue and _HANDLE.search(text, span.start, span.end):
            return Channel("post", span, "its author stands with a handle")
    for span in f.cue[:1]:
        if (m := _DOCUMENT.fullmatch(text, span.start, span.end)) is not None and not _notes(text, f):
            name = _which(m, _WORDS)
            return Channel(name, span, "its cue is one", noun=name)
    for m in _ON_AIR.finditer(frame.words):
        name, at = m.group("name"), frame.span(m, "name")
        if (own := _OF_NETWORK.match(frame.words, m.end("name"))) is not None:
            # "told CNN affiliate WDIV": a station of its own, whose name may be given.
            if own["name"] is None:
                continue
            name, at = own["name"], frame.span(own, "name")
        elif (weekday := _WEEKDAY_LAST.search(name)) is not None:
            name, at = name[: weekday.start()], Span(at.start, at.start + weekday.start())
        if same_outlet(name, outlet) or _told_by_others(frame, m):
            continue  # "told this paper" is no channel but the report itself
        if (own is not None or is_outlet(name)) and frame.near(re.compile(re.escape(m.group()))) is not None:
            return Channel(" ".join(name.split()), at, "told to or in an outlet")
    return None


_PARTS_BEFORE = re.compile(r"\b(?:who|whom|which|and|but)\b|[;—]|,[^,]*,")
_PARTS_BEHIND = re.compile(
    r"[;—]|\s--|\b(?:who|which)\b|,\s+(?:will|would|is|are|was|were|has|had|then|and|but)\b|\b(?:will|would|was|were|to)\s+(?:be|take|air|run)\b"
)


def _told_by_others(frame: Frame, m: re.Match[str]) -> bool:
    """Whether an outlet stands where somebody else tells it something, or in another clause: *it will take place on CNN*."""
    at = frame.span(m)
    if any(at.start <= c.start and c.end <= at.end for c in frame.others):
        return True
    if at.end <= frame.cue.start:
        return _PARTS_BEFORE.search(frame.words, m.end(), frame.cue.start - frame.start) is not None
    return _PARTS_BEHIND.search(frame.words, frame.cue.end - frame.start, m.start()) is not None


_CAUGHT = re.compile(r"\b(?:captured|caught|filmed|recorded|seen|shown)\s+$", re.I)
"""Before *on video*, where something was done that was seen there."""

_HANDLED = re.compile(
    r"\b(?:fact-check|delet|remov|flagg|block|hid|shar|circulat|label)\w*\s+(?:(?:one|some|two|several)\s+of\s+)?(?:his|her|its|their|the)\s+(?:\w+\s+)?$",
    re.I,
)
_AND_THEN = re.compile(r"\band\s+(?:then|later|afterwards)\b")
_SAYS = re.compile(rf"\b{any_of(forms(SAYING - ALSO_NOUNS, Form.FINITE))}\b", re.I)
_RELATIVE = re.compile(r"(?:who|whom|which|that)", re.I)
_HANGS_ON = re.compile(
    r"\b(?:[Ww]ho|[Ww]hom|[Aa]fter|[Bb]efore|[Ww]hile|[Ww]hen|[Bb]ecause)\s+(?:[Tt]he\s+)?$"
)


def _of_another_clause(text: str, at: Span, f: Parts) -> bool:
    """Whether a channel stands before who says it, in a clause that theirs hangs on: *shown on air after police said*; or is what
    something was seen on, what others handle, or one for what was done before: *held a call and then released the papers*.
    """
    own = any(overlap(at, c) for c in f.cue)  # "one of his tweets on the vote"
    if not own and (
        _CAUGHT.search(text, max(0, at.start - 20), at.start)
        or _HANDLED.search(text, max(0, at.start - 48), at.start)
    ):
        return True
    then = _AND_THEN.search(text, at.end, f.cue[0].start) if f.cue and at.end <= f.cue[0].start else None
    if then is not None and not _both_said(text, at, f.cue[0]):
        return True
    if f.source and at.end <= f.source[0].start and _RELATIVE.fullmatch(text, *_bounds(f.source[0])):
        return True
    begins = min((s.start for s in (*f.source, *f.cue)), default=at.start)
    return at.end <= begins and _HANGS_ON.search(text, at.end, begins) is not None


def _both_said(text: str, at: Span, cue: Span) -> bool:
    """Whether one thing was said there and the other then: *said at a hearing that it fell, and then added that it rained*."""
    said = _SAYS.search(text, max(0, at.start - 40), at.start)
    return said is not None and _SAYS.search(text, cue.start, cue.end) is not None


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _notes(text: str, f: Parts) -> bool:
    """Whether a cue *notes* is what somebody does: *she notes that*, not *Kerr’s notes*."""
    words = text[f.cue[0].start : f.cue[0].end].lower()
    last = max((s.end for s in f.source if s.end <= f.cue[0].start), default=None)
    return (
        words in ("note", "notes")
        and last is not None
        and not re.search(r"[’']s?\Z", text[max(0, last - 2) : last])
    )


def same_as_before(
    text: str, frame: Frame | None, found: Channel | None, before: Sequence[Channel]
) -> Channel | None:
    """``in this message`` is the message that was told of before: its channel, the last of the kind in ``before``."""
    if frame is None or found is None or found.noun is None:
        return found
    if _THIS.search(text[found.at.start : found.at.end].rsplit(" ", 1)[0] + " ") is None:
        return found
    for known in reversed(before):
        if known.noun == found.noun:
            why = f"“{' '.join(text[found.at.start : found.at.end].split())}” is the one told of before: {known.value}"
            return Channel(known.value, found.at, why, found.noun)
    return found


def _through(m: re.Match[str], start: int, outlet: str | None) -> Channel | None:
    """Through whom; a bare name only where it is an outlet's: much else is gone *through*."""
    group = next(g for g in ("whose", "medium", "name") if m.group(g))
    if group == "name" and not is_outlet(m.group(group), outlet):
        return None
    at = Span(start + m.start(group), start + m.end(group))
    return Channel(" ".join(m.group(group).split()), at, "through whom or what it came")


def _which(m: re.Match[str], names: Sequence[tuple[str, str]]) -> str:
    return next(names[int(k[1:])][0] for k, v in m.groupdict().items() if v is not None and k.startswith("c"))


def _gap(at: Span, cue: Span) -> int:
    return max(cue.start - at.end, at.start - cue.end, 0)


_HOW = (("phone", "telephone"), ("mail", "e-mail"), ("letter", "letter"))
_SPOKE = re.compile(
    r"\b(?:spoke|spoken|talked|speaking|talking|corresponded|met)\b[^.!?\n]{0,60}?\b(?P<how>"
    r"(?:on|over|by) (?:the )?(?:tele)?phone|by e-?mail|in person|by letter)\b",
    re.I,
)


def told_before(text: str, f: Parts, outer: Parts | None, speaker: str | None) -> Channel | None:
    """``I just spoke to X on the phone. He told me: …``: the channel that is told just before of a talk with the speaker."""
    if outer is None or speaker is None or not f.cue:
        return None
    start = next((s.start for s in outer.content if s.start <= f.cue[0].start < s.end), None)
    if start is None:
        return None
    last = None
    for m in _SPOKE.finditer(text, max(start, f.cue[0].start - 300), f.cue[0].start):
        if speaker.split()[-1] in m.group():
            last = m
    if last is None:
        return None
    how = last.group("how").lower()
    name = next((name for word, name in _HOW if word in how), "meeting")
    return Channel(name, Span(*last.span("how")), f"told just before of a talk with {speaker}")
