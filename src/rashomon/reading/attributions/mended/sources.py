"""Whose words they are, where the words beside tell it and the tagger took others, or only a part, for the source.

Each rule was looked for in PolNeAR's training articles; where a figure stands beside it, that is how often the annotators agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.capitals import DOTTED
from rashomon.reading.attributions.attributions import Found, kind_of
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.persons.writers import may_write
from rashomon.reading.names.who import CAPITALS, NAME, NO_NAMES
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.quotations import Quotation
from rashomon.reading.text.words_of_speech import AS_SAYING, DENYING, TURNING_DOWN, any_of
from rashomon.records import Span, overlap

_QUOTED_AS = re.compile(rf"(?P<cue>(?:\w+ ){{0,3}}(?:quoted|cited)\s+{AS_SAYING})\s+")
_INVERTED = re.compile(
    rf"\s+(?P<who>{NAME})(?:\s+(?:un)?to\s+(?:the\s+)?(?:{NAME}|[a-z]{{2,20}}))?,\s+(?=[“\"])"
)
"""Who says it and to whom, between a verb that begins the sentence and what is quoted: *Then said Hezek to Isar, “…”*."""

_INVERTED_WITHIN = 160
"""Characters behind the verb in which they stand."""

_VERB_FIRST = re.compile(
    r"(?:\A|\n|[.!?…][”\"’'»)]?\s+)(?P<lead>(?:Then|So|And|But|Thus|Thereupon|Now)\s+)\Z"
)
_WHO_BEHIND = 8
"""Words of who is named behind a colon, at most; set by hand."""

_LOOSE = r"(?:in|at|of|on|from|for|with|by|and|the|an?)"
_LOOSE_END = re.compile(rf"(?:\s+{_LOOSE})+\Z", re.I)
_ARTICLE = re.compile(r"the|an?", re.I)
_TITLE = re.compile(r"(?:.*\s)?(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|St)", re.S)
_ITS_NAME = re.compile(rf"\.\s?{CAPITALS}")
_OWNED = re.compile(r"[’']s\s+(?P<noun>(?:[\w-]+\s+){0,3}[\w-]+)\s*")
_LOOSE_CUE = re.compile(r"(?:\s+(?:in|at|on|by|from|after|during))?\s+(?:the|an?)\Z")
_NAME_GOES_ON = re.compile(rf"\s+(?:the\s+)?{CAPITALS}")
_ADJECTIVES = frozenset(
    """
    local recent new latest early earlier initial previous prior fresh further published unconfirmed conflicting numerous various
    multiple partisan bipartisan
    """.split()
)
"""What stands before nouns only; words that may stand for people (*local* no, *others* yes) are none."""

_QUANTITIES = frozenset("several many some few most more other".split())
_OF_PARTIES = frozenset("republican democratic conservative liberal labour socialist communist".split())
_BEFORE_NOUNS = _ADJECTIVES | _QUANTITIES | _OF_PARTIES
_VERBS_IN_S = frozenset("is was has does says as this us always perhaps sometimes".split())
_NOUN = re.compile(r"\s+(?P<noun>[a-z]{2,}s|people|police|women|men)\s+")
_SUBJECT = re.compile(r"\b(?:he|she|they|I|we|you|who|which|it|He|She|They|We|You)\s+\Z")
_OWNER = re.compile(r"\b(?:his|her|its|their|my|our|your|His|Her|Its|Their|My|Our)\s+\Z")
_OF_NOBODY = re.compile(
    r"(?:\w+ly\s+)?(?:appears?|appeared|became|becomes?|emerge[sd]?|follow(?:s|ed)|gave|gives|is|looked|looks|seem(?:s|ed)?|transpire[sd]?|turn(?:s|ed)"
    r"|was)\b",
    re.I,
)
"""Behind an *it* that is nobody: *it became clear that*, *it looked as if*."""

_ALLEGED = re.compile(r"\w+ed|own", re.I)
"""A cue before what is said to be somebody's: *his alleged crimes* are nobody's word."""

_NO_NAME = """
    A After Amid An And As At Before But By Following For From If In It On Or That The There These This Those What When While With
"""
"""Words that have a capital for beginning a sentence or a headline."""

_SPEAKING_SUBJECT = re.compile(
    r"(?:\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Ss]ome|[Mm]any|[Ss]everal|[Oo]ther|[Aa]ll)(?:\s+[\w’'-]+){1,3}(?<!\sand)(?<!\sbut)(?<!\sor)(?<!\sof)(?<!\sin)(?<!\son)(?<!\sto)(?<!\sfor)"
    rf"|\b(?!(?:{'|'.join(_NO_NAME.split())})\b){DOTTED}(?:\s+{DOTTED})*)\s+\Z"
)
_NOBODY_ACTS = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being)\b(?!\s+(?:\w+ly\s+)?\w+ing\b)|\b(?:seem|appear)\w*|\w+edly\b|^(?:to|\w+ing)\b"
)
_BY_WHOM = re.compile(
    r"\s+by\s+(?P<who>(?:(?:the|an?|his|her|its|their|two|three|several|some)\s+)?(?!(?:e-?mail|phone|telephone|letter|post|text"
    r"|message|video|fax|then|now|name)\b)(?:[\w’'-]{1,30}\s+){0,4}?[\w’'-]{1,30})"
    r"(?=\s+(?:whether|if|how|why|what|when|where|who|which|about|to|that|not|on|in|at|during|after|as)\b|[,.;:]|\Z)"
)
_IS_ASKED = re.compile(r"\b(?:asked|pressed|questioned|told|urged|warned|accused|ordered)\Z", re.I)
_IS_TURNED_DOWN = re.compile(
    rf"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?{any_of(forms(DENYING | TURNING_DOWN, Form.PARTICIPLE))}\Z",
    re.I,
)
_TOLD = re.compile(
    r"(?:(?:ever|never|not|even|also)\s+){0,2}(?:told|asked|informed|warned|notified|advised|briefed|assured|reminded)",
    re.I,
)
_WAS = re.compile(r"\b(?:[Ww]as|[Ww]ere|[Ii]s|[Aa]re)\s+\Z")
_IS_TOLD = re.compile(
    r"(?:(?:is|are|was|were|(?:has|have|had)\s+been|being)\s+(?:(?:not|never|also|then|repeatedly|only|first)\s+)?)"
    r"(?:told|asked|informed|warned|notified|advised|briefed|assured|reminded)(?:\s+(?:again|repeatedly|later))?",
    re.I,
)
"""A cue that makes its subject whoever hears it: *Kerr | is asked | whether*."""
_FROM = re.compile(
    r"(?:posted|shared|read|released|published|quoted|received|got|forwarded|played|showed)(?:\s+(?:out|aloud))?\s+(?:an?|the|this)\s+(?:\w+\s+)?"
    r"(?:e-?mail|letter|message|note|recording|reply|statement|text|voicemail)\s+from\s+(?P<who>(?:[\w’'.-]+\s+){0,5}?[\w’'.-]+):",
    re.I,
)
"""What somebody shows of another's words, which a colon leads to."""

_COLON_APART = 3
_NO_ONE = re.compile(r"\b(?:votes?|margin|majority|\d+)\Z")
"""*Rejected by a vote* tells of no one."""

_ASKS_NOT_TO_BE_NAMED = re.compile(
    r"(?:An?|One|The|Two|Three|Several|Some)\s+[^.!?\n“”\"]{3,120}\b(?:anonymity|(?:asked|asking|declined|refused|requested)\s+(?:not\s+)?to\s+be"
    r"\s+(?:named|identified|quoted)|(?:not\s+authori[sz]ed|unauthori[sz]ed)\s+to)\b[^.!?\n“”\"]*"
)
"""Who speaks without a name: words that are hardly what somebody says."""


def told_behind_colon(text: str, f: Found) -> bool:
    """Whether what stands behind a colon was taken for who says what stands before it, and tells something itself:
    *Two sisters, one farm: the inheritance goes to court*.
    """
    if len(f.source) != 1 or not f.cue or text[f.cue[-1].start : f.cue[-1].end].strip() != ":":
        return False
    words = text[f.source[0].start : f.source[0].end].split()
    return f.source[0].start >= f.cue[-1].end and (len(words) > _WHO_BEHIND or not NO_NAMES.isdisjoint(words))


def with_unnamed(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """With who asks not to be named, right before the cue, as the source, where it was taken for a piece of the content."""
    if len(f.content) < 2 or not f.cue or any(s.start < f.cue[0].start for s in f.source):
        return f
    who, content = f.content[0], f.content[1:]
    apart = text[who.end : f.cue[0].start]
    if (
        who.end > f.cue[0].start
        or apart.strip(" ,")
        or not _ASKS_NOT_TO_BE_NAMED.fullmatch(text, who.start, who.end)
    ):
        return f
    return replace(f, source=(who,), content=content, kind=kind_of(text, content, f.cue, marks))


def with_asker(text: str, f: Found) -> Found:
    """``Aar, asked by reporters whether …``: it is the reporters who ask; ``was dismissed by Koll``: Koll does so."""
    passive = (_IS_ASKED, _IS_TURNED_DOWN)
    if not f.cue or not any(words.search(text, f.cue[-1].start, f.cue[-1].end) for words in passive):
        return f
    by = _BY_WHOM.match(text, f.cue[-1].end, f.cue[-1].end + 160)
    if by is None:
        return f
    who = Span(*by.span("who"))
    if _NO_ONE.search(text, who.start, who.end) or any(overlap(s, who) for s in (*f.content, *f.source)):
        return f
    return replace(f, source=(who,))


def without_told(text: str, f: Found) -> Found:
    """*At no time was the ministry told that*, *Kerr is asked whether*: who is told something has not told it."""
    if len(f.source) != 1 or not f.cue:
        return f
    (source,) = f.source
    directly = source.end <= f.cue[0].start and not text[source.end : f.cue[0].start].strip(" ,")
    if directly and _IS_TOLD.fullmatch(text, f.cue[0].start, f.cue[-1].end) is not None:
        return replace(f, source=())
    if _TOLD.fullmatch(text, f.cue[0].start, f.cue[0].end) is None:
        return f
    lead = text[max(0, source.start - 12) : source.start]
    return replace(f, source=()) if directly and _WAS.search(lead) is not None else f


def as_sent(text: str, f: Found) -> Found:
    """*He posted a note from his doctor: “…”*: the doctor wrote it, whoever shows it."""
    m = _FROM.match(text, f.cue[0].start, f.cue[-1].end + 80) if f.cue else None
    if m is None or not may_write(m["who"]):
        return f
    if not f.content or not 0 <= f.content[0].start - m.end() <= _COLON_APART:
        return f
    return replace(f, source=(Span(*m.span("who")),))


def as_quoted(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """``Marn was quoted as saying that …``, by nobody: Marn says so, though the passive makes Marn a piece of content."""
    if f.source or len(f.content) < 2:
        return f
    who, said, *more = f.content
    (cue,) = f.cue
    words = _QUOTED_AS.match(text, cue.start, said.end)
    follows = who.end <= cue.start and not text[who.end : cue.start].strip(" ,")
    if words is None or not follows or words.end() < said.start:
        return f
    content = (Span(words.end(), said.end), *more)
    quoted = (Span(cue.start, words.end("cue")),)
    return replace(f, source=(who,), cue=quoted, content=content, kind=kind_of(text, content, quoted, marks))


def with_verb_first(text: str, f: Found, marks: Sequence[Quotation]) -> Found:
    """*Then said Hezek to Isar, “…”*: it is Hezek who says so, though *Then* stands where a subject does."""
    if len(f.cue) != 1 or not is_speech(text[f.cue[0].start : f.cue[0].end]):
        return f
    (cue,) = f.cue
    who = _INVERTED.match(text, cue.end, cue.end + _INVERTED_WITHIN)
    if who is None or _VERB_FIRST.search(text, max(0, cue.start - 20), cue.start) is None:
        return f
    content = tuple(Span(max(s.start, who.end()), s.end) for s in f.content if s.end > who.end())
    if not content:
        return f
    source = (Span(*who.span("who")),)
    return replace(f, source=source, content=content, kind=kind_of(text, content, f.cue, marks))


def without_loose_ends(text: str, f: Found) -> Found:
    """A source cut off within a name goes on to the name's end (*Dan Marn at* the Osmer Post). Where else one ends in an article
    or a preposition it ends before that (*Marn in* 2015), and so does a cue (*said at the* time). In training 9 of 18,347 sources
    and 1 of 19,833 cues end so.
    """
    source = []
    for s in f.source:
        loose = _LOOSE_END.search(text, s.start, s.end) or _ARTICLE.fullmatch(text, s.start, s.end)
        cut = _TITLE.fullmatch(text, max(s.start, s.end - 40), s.end)
        if loose is not None or cut is not None:
            rest = (_NAME_GOES_ON if loose else _ITS_NAME).match(text, s.end)
            free = rest is not None and not any(overlap(c, Span(*rest.span())) for c in (*f.cue, *f.content))
            end = s.end if loose is None else loose.start()
            s = Span(s.start, rest.end() if rest is not None and free else end)
        if s.end > s.start:
            source.append(s)
    cue = []
    for s in f.cue:
        loose = _LOOSE_CUE.search(text, s.start, s.end)
        cue.append(s if loose is None else Span(s.start, loose.start()))
    parts = tuple(source), tuple(cue)
    return f if parts == (f.source, f.cue) else replace(f, source=parts[0], cue=parts[1])


def with_owned(text: str, f: Found) -> Found:
    """A source that is only the owner of who speaks (*Marn*’s office said) with what is owned, up to the cue or a mark."""
    if len(f.source) != 1 or not f.cue:
        return f
    (source,) = f.source
    cue = f.cue[0].start
    if cue > source.end:
        owned = _OWNED.fullmatch(text, source.end, cue)
    else:
        owned = _OWNED.match(text, source.end)
        owned = (
            owned if owned is not None and text[owned.end() : owned.end() + 1] in tuple(",.;:!?") else None
        )
    if owned is None or any(overlap(s, Span(*owned.span())) for s in (*f.cue, *f.content)):
        return f
    return replace(f, source=(Span(source.start, owned.end("noun")),))


def with_noun(text: str, f: Found) -> Found:
    """A source that is only what stands before a noun goes on to that noun (*Republican* voters could have seen it). Where the
    cue is the noun (*local* tips, *several* reports of) it is no source.
    """
    if len(f.source) != 1 or not f.cue:
        return f
    (source,), cue = f.source, f.cue[0]
    word = plain(text[source.start : source.end])
    between = text[source.end : cue.start] if cue.start > source.end else ""
    if " " in word or not between:
        return f
    first = re.match(r"\w*", text[cue.start : cue.start + 40])
    plural = first is not None and first[0].endswith("s") and first[0] not in _VERBS_IN_S
    if between.isspace() and (word in _ADJECTIVES or (word in _QUANTITIES and plural)):
        return replace(f, source=())
    noun = _NOUN.fullmatch(between) if word in _BEFORE_NOUNS else None
    if noun is None or noun["noun"] in _VERBS_IN_S:
        return f
    return replace(f, source=(Span(source.start, source.end + noun.end("noun")),))


_NO_SUBJECT = re.compile(
    r"\b(?:no\s+one|nobody|none|neither|no)(?:\s+(?!(?:is|was|were|are|has|had|have|been|be|that|who|whom|which|and|or|but|if|doubt|wonder"
    r"|matter|longer|to)\b)[\w’'-]{1,30}){0,4}\s+\Z",
    re.I,
)
"""Those who did not speak: *no monitors had asked for access* tells of nobody who asked."""


def with_subject(text: str, f: Found) -> Found:
    """With the pronoun, or for speech the name or group, that stands right before a cue that somebody must be the subject of
    (*she said*) or that is somebody's (*its promise*).
    """
    if f.source or not f.cue:
        return f
    (cue, *_) = f.cue
    words = text[cue.start : cue.end]
    line = max(text.rfind("\n", 0, cue.start) + 1, cue.start - 80)
    subject = None if _ALLEGED.fullmatch(words) else _OWNER.search(text, line, cue.start)
    if subject is None and _NOBODY_ACTS.search(plain(words)):
        return f
    subject = subject or _SUBJECT.search(text, line, cue.start)
    if subject is not None and subject.group().strip() == "it" and _OF_NOBODY.match(words):
        return f
    if subject is None and words[0].islower() and is_speech(words):
        subject = _NO_SUBJECT.search(text, line, cue.start) or _SPEAKING_SUBJECT.search(text, line, cue.start)
    if subject is None:
        return f
    source = Span(subject.start(), subject.start() + len(subject[0].rstrip()))
    if any(overlap(s, source) for s in f.content):
        return f
    return replace(f, source=(source,))
