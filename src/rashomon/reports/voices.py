"""The passages of a plain text, by voice, where only the words tell.

A line that looks like site furniture, a caption, a byline or an embedded post is told by word lists and forms
(furniture.json, :func:`voice_by_words`); a reader's comments at the end by their manner
(:mod:`.boundary`); the headline by its place and shape. All else is the body.
"""

from __future__ import annotations

import re

from rashomon.calendar_words import ANY_SHORT_MONTH, ANY_WEEKDAY
from rashomon.records import Passage, Voice
from rashomon.reports.boundary import comments_from, packaged_model
from rashomon.reports.furniture import is_furniture, opens_links, starts_comments
from rashomon.reports.masthead import begins_with_masthead, begins_with_section, outlet_of
from rashomon.reports.posts import posts
from rashomon.reports.published import in_words
from rashomon.reports.wrapped import paragraphs

_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_FULL_STOP = re.compile(r"\.[\"'”’»)\]]*$")
_SENTENCE_WITHIN = re.compile(
    r"(?<![A-Z])(?<!Mr)(?<!Dr)(?<!St)(?<!vs)(?<!Sen)(?<!Gov)(?<!Rep)(?<!Gen)[.!?][\"”’]? +[A-Z“\"]"
)
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")

_CREDITED = r"(?:getty.{0,20}|reuters|ap|afp|epa|shutterstock)"
_CAPTION = re.compile(
    r"(?:file |stock )?(?:photo|photograph|picture|image|illustration|graphic|video|map)s?"
    r"(?: (?:by|via|from|courtesy of|credit))? ?[:|/] ?.{0,280}"
    r"|(?:photo|photograph|picture|image|illustration|graphic)s? (?:by|via|courtesy of) .{2,80}"
    r"|(?:photo |image |picture )?credits? ?: ?.{1,80}"
    r"|.{10,280}[(\[](?:file |ap |afp |epa )?(?:photo|image|picture|photograph|illustration)s?\b.{0,80}[)\]]\.?"
    rf"|.{{10,280}}[(\[].{{2,40}}/ ?{_CREDITED}[)\]]\.?"
    r"|.{10,280}(?:/getty images|/reuters/file|/ap photo|[,.] file photo|\bAP Photo/.{2,40})\.?",
    re.IGNORECASE,
)
_NAMES = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|al|bin|de|del|der|di|la|van|von|and|&|with),?){0,11}"
_BYLINE = re.compile(
    rf"(?i:by|written by|reported by|posted by|reporting by|edited by|translated by|words by|story by):? {_NAMES}"
    r"(?: ?[,|–—•·-]+ ?.{1,80})?\.?"
)
_DATELINE_WORDS = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|date|filed)(?: on| at)?:? )?(?P<rest>.{4,70})",
    re.IGNORECASE,
)
_AROUND_DATE = re.compile(
    rf"\b{ANY_WEEKDAY}\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|\b(?:{ANY_SHORT_MONTH})[a-z]*\b"
    r"|\b(?:at|on|am|pm|a\.m\.?|p\.m\.?|gmt|utc|bst|est|edt|et|pst|cet|ist|local time|updated|published|last)\b|[\W\d_]",
    re.IGNORECASE,
)
_POST = re.compile(
    r".*(?:pic\.twitter\.com/\w+|<tweet\b.*"
    r"|[—–-] ?.{1,60} \(@\w{1,20}\),? (?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4}))\W*",
    re.DOTALL,
)
_IN_POSTS = ("(@", "pic.twitter.com/", "<tweet")
"""What a line has that the pattern of a post fits: without any of these it is not tried at every place."""
_POST_SIGNATURE = re.compile(r"[—–-] ?.{1,60} \(@\w{1,20}\).{0,40}")

_TOP = 8  # paragraphs in which bylines and dates are looked for: a headline, a standfirst and some lines of credits
_HEADLINE_LONGEST = 200  # characters; of the first lines of PolNeAR's 924 articles the longest has 141


def passages(text: str) -> tuple[Passage, ...]:
    """The passages of ``text``: one a paragraph, without the white space around it, in text order.

    A paragraph is a line, or, where lines are broken to fit a column, all that it goes on in (:mod:`.wrapped`). As in::

        Mill burns in Oltra                          headline
        By Ann Lee                                   byline
        The mill burned down on Monday, …            body
        Photo: Bob Ray                               caption
        Related articles                             furniture
        2 Comments                                   furniture
        I saw it and was so scared!! Thank you all   comment
    """
    places = list(paragraphs(text, _is_apart))
    lines = [" ".join(text[start:end].splitlines()) for start, end in places]
    voices = [voice_by_words(line, at_top=i < _TOP) for i, line in enumerate(lines)]
    if len(lines) > 2 and voices[0] is None and (begins_with_masthead(lines) or begins_with_section(lines)):
        voices[0] = Voice.BYLINE
    for i in posts(lines):
        voices[i] = Voice.EMBEDDED
    for i in range(1, len(lines)):  # a post's own words stand in the line above its signature
        if voices[i] == Voice.EMBEDDED and voices[i - 1] is None and _POST_SIGNATURE.fullmatch(lines[i]):
            voices[i - 1] = Voice.EMBEDDED
    _mark_links(lines, voices)
    untold = [i for i, voice in enumerate(voices) if voice is None]
    headline = _headline(lines, untold)
    own = [i for i in untold if i != headline]
    announced = _announced(lines, voices, untold)
    begin = comments_from([lines[i] for i in untold], announced, packaged_model())
    comments = frozenset(untold[begin:] if begin is not None else ())
    for i in own:
        voices[i] = Voice.COMMENT if i in comments else Voice.BODY
    if headline is not None:
        voices[headline] = Voice.HEADLINE
    return tuple(Passage(voice or Voice.BODY, *place) for voice, place in zip(voices, places, strict=True))


def voice_by_words(line: str, *, at_top: bool) -> Voice | None:
    """The voice that a line's own words tell, ``None`` where they tell nothing; bylines and dates only ``at_top``.

    "Back to top" → furniture; "Photo: Bob Ray" → caption; "By Ann Lee, staff writer" and "April 5, 2031 10:15 am" → byline;
    "So sad today — Mayor Lee (@mayorlee) April 5, 2031" → embedded post.
    """
    if is_furniture(line):
        return Voice.FURNITURE
    if len(line) <= 300 and _CAPTION.fullmatch(line):
        return Voice.CAPTION
    if at_top and is_byline(line):
        return Voice.BYLINE
    if len(line) <= 1000 and any(hint in line for hint in _IN_POSTS) and _POST.fullmatch(line):
        return Voice.EMBEDDED
    return None


def is_byline(line: str) -> bool:
    """Whether a line gives authors or a date, an outlet before it, and nothing else: "By Ann Lee", "Published 5 April 2031,
    10:15 GMT", "Tessera Weekly, 16 April 2031"."""
    if len(line) > 150:
        return False
    if _BYLINE.fullmatch(line) or outlet_of(line) is not None:
        return True
    dated = _DATELINE_WORDS.fullmatch(line)
    return bool(dated and in_words(line) and not _AROUND_DATE.sub("", dated["rest"]))


def _mark_links(lines: list[str], voices: list[Voice | None]) -> None:
    """Mark as furniture the links under "Related articles" and the like: lines without a full stop, to the next other."""
    under = False
    for i, line in enumerate(lines):
        if voices[i] == Voice.FURNITURE:
            under = opens_links(line) or (under and not starts_comments(line))
        elif under and voices[i] is None and len(line) <= _HEADLINE_LONGEST and not _STOP.search(line):
            voices[i] = Voice.FURNITURE
        else:
            under = False


def _is_apart(line: str, at_top: bool) -> bool:
    """Whether a line's own words tell that no other goes on in it."""
    return voice_by_words(line, at_top=at_top) in (Voice.FURNITURE, Voice.BYLINE)


def _headline(lines: list[str], untold: list[int]) -> int | None:
    """The index of the headline: the first line whose words tell nothing else, if a line below it is longer and it has no
    final full stop, or is one short sentence (PolNeAR's headlines end in full stops), and does not lead into the next."""
    if len(untold) < 2:
        return None
    first, second = (lines[i] for i in untold[:2])
    words = _WORD.findall(first)
    if not 2 <= len(words) <= 30 or len(first) > _HEADLINE_LONGEST or first.endswith((":", ",", ";")):
        return None
    if _opens_quotation(first):
        return None
    if not _FULL_STOP.search(first):
        return untold[0]
    alone = not _SENTENCE_WITHIN.search(first)
    # Half again as long: with a full stop, nothing but its shortness tells a headline from a first paragraph.
    return untold[0] if alone and len(words) <= 20 and 2 * len(second) >= 3 * len(first) else None


def _opens_quotation(line: str) -> bool:
    return line.count("“") > line.count("”")


def _announced(lines: list[str], voices: list[Voice | None], untold: list[int]) -> list[bool]:
    """For each line of ``untold``, whether furniture that starts comments stands between it and the one before."""
    before = [-1, *untold]
    return [
        any(voices[j] == Voice.FURNITURE and starts_comments(lines[j]) for j in range(last + 1, i))
        for last, i in zip(before, untold, strict=False)
    ]
