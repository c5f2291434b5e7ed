"""Times beside a saying that are those of something else: of a thing, a name, a comparison, a clause about somebody else.

English without a parser, by what stands right before and behind the time and between it and the cue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.circumstances.frames import Parts
from rashomon.records import Span

_ITS = re.compile(r"\b(?:the|an?|his|her|its|their|our|this|that)\s+$", re.I)
_WHAT_HOLDS_WORDS = re.compile(
    r"\s+(?:[\w’'.-]+\s+){0,3}?(?:address|article|book|briefing|conference|debate|document|edition|editorial|e-?mail|essay|filing|hearing"
    r"|interview|issue|letter|manifesto|memo|memoir|paper|poll|post|rally|release|report|review|ruling|speech|statement|study|survey"
    r"|testimony|tweet|video)s?\b",
    re.I,
)
_YEAR_LED = re.compile(
    r"(?:\b(?:in|of|by|during|since|until|till|from|to|through|before|after|around|circa|between|and|year|early|mid|late)[\s-]+|\()$",
    re.I,
)

_IN_A_NAME = re.compile(r"(?:[’']s\s+[“\"‘']?|[“\"‘'](?:[A-Z]\w*\s+){0,2}|\b[A-Z]{2,5}\s+)$")
"""Before the name of a programme: *told NBC’s “This Week”*, *told “ABC This Morning”*."""

_NAME = re.compile(r"[A-Z]\w*\s+[A-Z]\w*|Today|Tonight")

_COMPARED = re.compile(
    r"\b(?:than|compared\s+(?:to|with)|(?:change|climb|decline|decrease|down|drop|fall|gain|increase|jump|rise|surge|up)\w*\b[^.;:]{0,40}?\bfrom)\s+"
    r"(?:(?:about|some|nearly|roughly|the|an?)\s+)?(?:[$£€]?\d[\d.,]*%?\s+(?:[\w-]+\s+){0,3}?)?(?:on\s+|in\s+)?$",
    re.I,
)

_TO_BE_DONE = re.compile(
    r"(?:\b(?:to|will|would|shall)\s+be\s+(?P<done>\w+)"
    r"|\b(?:plan(?:s|ned)?|intend(?:s|ed)?|hop(?:es|ed)|expect(?:s|ed)?|want(?:s|ed)?|aim(?:s|ed)?|promis(?:es|ed)|vow(?:s|ed)?|agree[sd]?"
    r"|set|due|slated|scheduled)\s+to\s+(?:be\s+)?\w+"
    r"|\b(?:planned|scheduled|set|slated|due|expected)\s+for)\s+(?:on\s+|late\s+|early\s+)*$",
    re.I,
)
"""Before a time at which something is only to be: *rules, to be announced Monday*, *planned for Monday*."""

_EVENTS = (
    r"(?:accident|arrest|attack|blast|bombing|collision|crash|death|defeat|dismissal|earthquake|election|explosion|fire|flood|killing|massacre"
    r"|murder|quake|raid|resignation|riot|shooting|storm)s?"
)
_FOLLOWING = re.compile(
    rf"[\s“\"]*(?:Following|After|Since|Before)\s+(?:[\w’'.-]+\s+){{0,5}}?{_EVENTS}\s+(?:of\s+(?:[\w’'.-]+\s+){{1,4}})?(?:on\s+|in\s+)?$"
)
"""At the head of a sentence, before the time of an event upon which somebody spoke, at once or days later."""

_RIGHT_ON = re.compile(r"\s+(?:(?:on|late|early)\s+)*")

_CAME_OUT = (
    r"(?:addressed|addressing|adopted|aired|announced|answering|appearing|approached|asked|based|broadcast|challenged"
    r"|circulated|contacted|dated|delivered|disclosed|filed|interviewed|issued|leaked|made|mailed|posted|presented"
    r"|pressed|printed|published|questioned|quoted|reached|recorded|released|revealed|sent|shared|shown|signed"
    r"|speaking|sworn|taken|talking|televised|testifying|unsealed|unveiled|uploaded|visiting|writing)"
)
"""What is done when the words are said, or come out."""

_PARTICIPLE = re.compile(
    rf",\s+(?:\w+ly\s+)?(?!{_CAME_OUT}\b)\w{{2,}}ed\s+(?:in|on|by|at|from|for|during|after|last|this)\b"
)
_NEW_SUBJECT = re.compile(
    r"(?:,|\buntil|\bafter|\bbefore)\s+(?:he|she|it|they|we)\s+(?:\w+ly\s+)?"
    r"(?:was|were|is|are|had|has|have|began|broke|came|fell|gave|held|led|left|lost|made|met|ran|saw|shot|sold|took"
    r"|went|won|(?!added|asked)\w{2,}ed)\b"
)
_NEXT_SUBJECT = re.compile(
    r"\b(?:after|since|until)\s+(?:(?!(?:an?\s+)?\w+ing\b)[\w.’'-]+,?\s+){1,8}?"
    r"(?:was|were|had|has|have|began|broke|came|fell|gave|held|led|left|lost|made|met|ran|saw|shot|sold|took|went|won|(?!added|asked)\w{2,}ed)\b"
)
"""A clause of what was before, with a subject of its own: *lashed out after the club began to check it on Monday*."""


_HANGS = re.compile(r"\b(?:after|before|since|until|while|despite)\s+(?:[\w-]+\s+)?$|\bfor\s+$")
"""Right before a cue in a clause of what was before: *flew on Tuesday after drawing …*, *suspended on Tuesday for saying*."""

_GERUND = re.compile(r"\w{2,}ing\b")
_HELD_BY = re.compile(r"\b(?:over|about|of|on|despite|against|by|for|from)\s+(?:the\s+)?$", re.I)
_RELATIVE = re.compile(r"(?:who|whom|which|that)", re.I)
_HEARD = re.compile(
    r"[\s,]*(?:(?!(?:after|and|because|before|but|since|that|until|when|where|which|while|who)\b)[\w’'.-]+\s+){0,6}?"
    r"(?:heard\s+from|(?:spoke|talked|met)\s+(?:to|with)|met|interviewed|questioned|reached|called|telephoned|visited)"
    r"\s+(?:[\w’'.-]+\s+){0,6}?[\w’'.-]+,?\s*"
)
"""Before *who*, how somebody came to be heard, which was when they spoke: *On Friday they heard from Kerr, who said so*."""
_BEFORE_THAT = re.compile(r"(?:had|has|have)\b", re.I)
_WHAT = re.compile(r"what\b", re.I)
_BEGINS = re.compile(r"[\s“\"]*(?:(?:on|in|late|early|earlier)\s+)*", re.I)
"""Before a time that begins its sentence."""
_LATER = re.compile(r"\b(?:later|afterwards|subsequently|eventually)\b|;", re.I)

_NOUN = re.compile(
    r"(?:[\w-]+\s+){0,2}(?:accusations?|allegations?|concerns?|criticisms?|demands?|news|outcry|outrage|proposals?|requests?|rumou?rs?"
    r"|speculation|suspicions?|worries)(?:\s+(?:of|about|over|that|for|from|against|on))?",
    re.I,
)
_OWNER = re.compile(r"(?:[’'](?:[sS])?|\b(?:his|its|theirs))\Z", re.I)
_REPORTS = re.compile(r"(?:claims?|reports?|warnings?)(?:\s+(?:of|about|that))?", re.I)
_BESIDE = re.compile(r"[\s,]*(?:(?:on|in|of|at|late|early|last)\s+)?")


def is_of_something_else(
    text: str, begin: int, spot: Span, form: str, f: Parts, cues: Sequence[Span]
) -> bool:
    """Whether a time (its ``form`` as the grammar of times names it) in the sentence from ``begin`` is that of something else.

    ``cues`` are those of other sayings that other people are cited for.
    """
    frame = f.cue or f.source
    first, last = frame[0].start, frame[-1].end
    return (
        _of_a_thing(text, begin, spot, form)
        or _to_be_done(text, begin, spot, f)
        or any(c.start <= spot.start and spot.end <= c.end for c in cues)
        or any(_RIGHT_ON.fullmatch(text, c.end, spot.start) for c in cues)
        or _of_a_clause(text, begin, spot, f, first, last)
        or _far_from_a_noun(text, spot, f, first, last)
    )


def _of_a_thing(text: str, begin: int, spot: Span, form: str) -> bool:
    """Whether a time belongs to a noun, a name or a comparison: *the 2012 games*, *“This Week”*, *up from last year*."""
    ahead = text[max(begin, spot.start - 80) : spot.start]
    if form in ("year", "month") and text[spot.end - 1].isdigit():
        its = _ITS.search(ahead) is not None
        if its and not _WHAT_HOLDS_WORDS.match(text, spot.end, spot.end + 60):
            return True
        if not its and form == "year" and text[spot.start].isdigit() and _YEAR_LED.search(ahead) is None:
            return True
    if (
        form in ("unit", "deictic")
        and _NAME.fullmatch(text, spot.start, spot.end)
        and _IN_A_NAME.search(ahead)
    ):
        return True
    return _COMPARED.search(ahead) is not None


def _to_be_done(text: str, begin: int, spot: Span, f: Parts) -> bool:
    """Whether a time is that of what is only to be done then, or of an event that leads up to the saying."""
    if _FOLLOWING.fullmatch(text, begin, spot.start) is not None:
        return True
    m = _TO_BE_DONE.search(text, max(begin, spot.start - 60), spot.start)
    if m is None:
        return False
    # "It is to be announced on Monday": of a saying that is itself to come it is the day.
    done = m.start("done")
    return m["done"] is None or not any(c.start <= done < c.end for c in f.cue)


def _of_a_clause(text: str, begin: int, spot: Span, f: Parts, first: int, last: int) -> bool:
    """Whether a time stands in a clause about somebody else, or what the saying stands in hangs on the time's clause."""
    source = f.source[0] if f.source else None
    who = source if source and _RELATIVE.fullmatch(text, source.start, source.end) else None
    if who and spot.end <= who.start and not _is_heard(text, spot, who, first):
        return True
    if who and spot.start >= last and "," in _without(text, last, spot.start, f):
        return True
    if f.content and spot.end <= f.content[0].start < first and _WHAT.match(text, f.content[0].start, first):
        return True
    if spot.end <= first:
        between = text[spot.end : first]
        if _HANGS.search(between) and (not between.rstrip().endswith("for") or _GERUND.match(text, first)):
            return True
        if source is not None and source.end <= spot.start:
            aside = text[source.end : spot.start]
            return (
                _PARTICIPLE.search(aside) is not None
                or _NEW_SUBJECT.search(f", {aside.lstrip(', ')}") is not None
            )
        begins = _BEGINS.fullmatch(text, begin, spot.start) is not None
        if begins and source is not None and not text[spot.end : source.start].strip(" ,"):
            return False  # "On Monday a court later found"
        if _LATER.search(text, spot.end, last) and not (source is not None and source.start < spot.start):
            return True
        held = source is not None and spot.end <= source.start and source.end <= first <= source.end + 2
        return (
            held
            and source is not None
            and _GERUND.match(text, first) is not None
            and _HELD_BY.search(text, max(begin, source.start - 20), source.start) is not None
        )
    aside = _without(text, last, spot.start, f)
    return any(p.search(aside) is not None for p in (_PARTICIPLE, _NEW_SUBJECT, _NEXT_SUBJECT))


def _is_heard(text: str, spot: Span, who: Span, first: int) -> bool:
    """Whether the clause of a time before *who* tells how they came to be heard, and they said it then, not before that."""
    heard = _HEARD.fullmatch(text, spot.end, who.start) is not None
    return heard and _BEFORE_THAT.match(text, first) is None


def _far_from_a_noun(text: str, spot: Span, f: Parts, first: int, last: int) -> bool:
    """Whether a cue is a noun (*a proposal to …*), or a verb of nobody's, and the time stands elsewhere than right beside it."""
    if len(f.cue) != 1:
        return False
    if _NOUN.fullmatch(text, first, last) is None and (
        f.source or _REPORTS.fullmatch(text, first, last) is None
    ):
        return not f.source and _GERUND.fullmatch(text, first, last) is not None
    if f.source and _OWNER.search(text, max(0, f.source[-1].end - 6), f.source[-1].end) is None:
        return False  # "the villagers demand"
    low, high = (spot.end, first) if spot.end <= first else (last, spot.start)
    return _BESIDE.fullmatch(text, low, high) is None


def _without(text: str, start: int, end: int, f: Parts) -> str:
    """The words from ``start`` to ``end`` without what is said and who says it."""
    out, at = [], start
    for s in sorted((*f.content, *f.source)):
        if s.end > start and s.start < end:
            out.append(text[at : max(at, s.start)])
            at = max(at, s.end)
    out.append(text[at:end])
    return "".join(out)
