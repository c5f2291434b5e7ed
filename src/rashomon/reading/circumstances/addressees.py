"""To whom something was said: after ``told`` or ``in a letter to``, before a passive cue, or first in what was asked."""

from __future__ import annotations

import re

from rashomon.calendar_words import ANY_WEEKDAY, SHORT_MONTHS
from rashomon.reading.circumstances.clauses import is_an_aside
from rashomon.reading.circumstances.frames import HIDDEN, Frame, Parts
from rashomon.reading.names.persons.by_name import PersonsByName
from rashomon.reading.names.persons.people import bare_name
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.counted import person
from rashomon.reading.text.possessives import without_possessive
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Circumstance, CircumstanceKind, Span, Speaker, line_of

_ADDRESSING = frozenset(
    """
    tell assure inform warn remind notify brief ask beg implore urge order instruct advise admonish promise teach persuade
    interrupt scold thank
    """.split()
)
"""Verbs whose object is to whom it is said."""

_NOUNS_TOO = frozenset("ask order promise".split())
"""Of those the ones that as they stand are nouns, or what others are asked: *an order to the fleet*, *to ask*."""

_SAYS_TO = [*forms(_ADDRESSING - _NOUNS_TOO), *forms(_NOUNS_TOO, ~Form.BASE)]
_TELLS = re.compile(rf"\b(?:{any_of(_SAYS_TO)}|{any_of(forms({'call'}))} (?:up)?on)\b", re.I)
"""Cues, or the verbs that they begin with, whose object is the addressee."""

_BIDDING = frozenset("tell ask beg implore urge order instruct advise warn invite encourage forbid".split())
_ALLOWING = frozenset("allow command direct".split())
"""What others do who neither bid nor say anything: *a direct flight*, *to allow*."""

_ASKS = re.compile(
    rf"\b(?:{any_of([*forms(_BIDDING), *forms(_ALLOWING, Form.FINITE)])}"
    rf"|{any_of(forms({'call'}))} (?:up)?on|{any_of(forms({'appeal'}))} to)$",
    re.I,
)
"""Cues in whose content the addressee may stand first: ``urged | employees to report``."""

_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be|got)\s+(?:\w+ly\s+)?"
    rf"{any_of(forms(_ADDRESSING | {'invite'}, Form.PARTICIPLE))}$",
    re.I,
)
_WITH = re.compile(
    r"\b(?:(?:(?:open )?letter|message|e-?mail|statement|text|memo|note|petition|appeal|submission|speech|address|remarks"
    r"|call|testimony)s?\s+(?:\w+\s+)?to|(?:interview|conversation|meeting|call)s?\s+with"
    r"|(?:speaking|spoke|speaks|talking|talked|said|says|saying|wrote|writes|writing|written|conveyed|conveying|explained"
    r"|explaining|complained|confessed|admitted|suggested|insisted|boasted|lied|replied|appealed|tweeted|testified"
    r"|announced|declared|sent|addressed)\s+(?:directly\s+)?to|testif\w+\s+before)\s+",
    re.I,
)
_WHAT_FOR = (
    r"(?<!minister )(?<!secretary )(?<!candidate )(?<!office )(?<!lawyer )(?<!lawyers )(?<!attorney )(?<!attorneys )"
    r"(?<!spokesman )(?<!spokeswoman )(?<!ambassador )(?<!envoy )(?<!agency )(?<!committee )(?<!commission )(?<!commissioner )"
    r"(?<!centre )(?<!center )(?<!council )"
    r"(?<!campaign )(?<!society )(?<!institute )\b[Ff]or\b"
)
"""What is asked for, behind who is asked: *asked the Guild for a day*; *the minister for trade* is somebody."""

_FOR = re.compile(_WHAT_FOR)
_TO_BEFORE_COLON = re.compile(r"[^\S\n]+to[^\S\n]+(?P<who>(?:the\s+)?[A-ZÀ-Þ][^\n:,;]*)")
_END = re.compile(
    rf"(?!(?<=\d),\d{{3}}\b)[,;:“”\"«»()—–{HIDDEN}\n]|\.(?=[\s”\"]|$)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bSen\.)(?<!\bRep\.)(?<!\bGen\.)"
    r"(?<!\bGov\.)(?<!\bMsgr\.)(?<!\bRev\.)(?<!\bFr\.)(?<!\bProf\.)(?<!\bSgt\.)(?<!\bLt\.)(?<!\bCol\.)(?<!\bCapt\.)(?<!\bMaj\.)(?<!\bAdm\.)"
    r"(?<!\b[A-Z]\.)|\s--?\s|\b(?:that|whether|if|how|what|why|when|where|after|before|during|while|as|because|who|which"
    r"|About|That|After|Before|Over|about|on|at|in|by|via|through|from|to|then|last"
    r"|recently|an? (?:couple|few|(?:half )?(?:day|hour|week|month|year))"
    r"|this (?:week|weekend|month|year|morning|summer|spring|fall|autumn|winter)"
    r"|yesterday|today|tonight|earlier|later|ahead|said|says|told|was|were|is|are|has|had|would|will|not|urging|saying|asking"
    rf"|against|never|always|flatly|bluntly|repeatedly|twice|again|immediately|privately|publicly|(?:right|straight)\s+away|{ANY_WEEKDAY})\b"
    r"|\b(?:released|published|obtained|dated|signed|leaked|posted)\s+(?:by|to|on|in)\b|\bdated\b(?=\s+[A-Z\d])|\bbriefed\b"
    rf"|\b(?:late|early)\b(?=\s*(?:$|[{HIDDEN},]|(?:on|in|this|that|{ANY_WEEKDAY})\b))|\bback\b(?=\s+(?:in|on|then)\b)"
    rf"|{_WHAT_FOR}(?=\s*(?:$|[a-z$£€\d]))"
    rf"|\band\s+(?=[a-z]+(?:ed|ing)(?:\s*$|\s*[{HIDDEN},:“\"]|\s+(?:to|that|the|an?|his|her|their|its|him|them|it|not|for|on|in)\b)"
    r"|(?:to|that|then|not|will|would|has|had|was|were|is|wrote|said|says|told|gave|went|left|made)\b)"
)
_WHEN = "|".join(
    (*(m.capitalize() for m in SHORT_MONTHS), "Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
)
_ALSO = re.compile(
    r"(?:[oO]n|[aA]t|[iI]n) (?:the (?!(?:[a-z]+ )?(?:steps|stairs|doorstep|quay|quayside|pavement|sidewalk|phone|line|street)\b)"
    r"(?!(?:interview|letter|statement|message|speech|video|report|meeting|top|end|start|beginning"
    r"|outset|close|time|same|first|next|last|week|weekend|eve|sidelines|event)\b)[a-z]+"
    rf"|(?!{_WHEN})[A-ZÀ-Þ]\w+(?:[ ](?!{_WHEN})[A-ZÀ-Þ]\w+){{0,2}})(?=[\s,.]|$)"
)
_ORDERS = re.compile(r"(?:order|direct|command|allow)\w*$", re.I)
_ORDERED = re.compile(r"\b(?:ordered|directed|commanded|allowed)\b", re.I)
"""In the passive of things too: *the storming had been ordered* by nobody's telling it."""

_A_THING = re.compile(r"an?\s+(?=[^,]*?(?P<last>[\w-]+)$)")
"""*ordered a strike* on nobody in particular, *ordered a guard to go*."""

_PLAIN_THINGS = re.compile(
    r"(?:(?:the|all|some|any|more|new|his|her|its|their)\s+)*(?:\w+\s+)?(?:arms|banners|cuts|flags|inquiries|investigations|probes|raids|reviews|strikes|supplies"
    r"|tests|vaccines|weapons)(?=\s*(?:$|,|\s(?:against|around|at|by|for|from|in|into|near|of|on|over|to|with)\b))",
    re.I,
)
_TO_BE_DONE = re.compile(r"\s*to\s+be\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|put|set|cut)\b")
"""Behind what is ordered to be done, which is told nothing: *ordered all Marnish flags to be lowered*."""

_MADE_ONE = re.compile(r"(?:re)?(?:confirm|nominat|appoint|elect)(?:ed)?", re.I)
"""Who is *confirmed to the court* is told nothing by it, nor is the court."""

_ANSWERED = re.compile(r"\s+(?:were|was|went|seeking|rang|had|has|have|could|did)\b|\s+for comment\b", re.I)
"""Behind *calls to the office*: who did not answer is told nothing."""

_THINGS = re.compile(
    r"\b(?:requests?|questions?|comments?|reports?|stor(?:y|ies)|truth|lies?|claims?|criticism|charges|allegations?|concerns?)\b"
)
"""What is told or answered, and is nobody."""

_OCCASION = re.compile(
    r"(?:an?|the|his|her|its|their|this|that|[\w’'-]{1,20}['’]s)\s+(?:\w+\s+)?(?:news|press)?\s*(?:conference|briefing)",
    re.I,
)
"""What is told a news conference is said there, to whoever comes."""

_IN = re.compile(r"\s(?:in|at|near|from|of)\s+\Z")
"""Before a place that was taken for a person: *supporters in Harn*."""

_THIS_PAPER = re.compile(r"this (?:newspaper|paper|magazine|reporter|outlet|website)\b")
_NOT_TO = re.compile(
    r"\b(?:point|respon|refer|call|react|object|attribut|link|compar|turn|took|agree|admit|amount|according)\w*",
    re.I,
)
"""Cues after which *to* leads to no addressee."""

_PRONOUNS = frozenset("him her them you us me".split())
_NOBODY = frozenset(
    """
    once twice thrice repeatedly himself herself themselves itself it this not so then again further more all day for
    nothing something anything everything applause cheers laughter boos jeers silence gasps
    """.split()
)
_A_VERB = re.compile(
    r"[a-z]+(?<!s)(?<!police)(?<!parliament)(?<!media)(?<!congress)(?<!people)(?<!men)(?<!them)"
)
"""One word behind *to* that says what is done, not to whom: *was not eager to learn*."""

_DONE = re.compile(rf"{_A_VERB.pattern}\s+(?:the|an?|his|her|its|their|that|how|why|whether)\b")
"""Behind *testimony to* what it is for: *to illustrate the abuse*."""

_LET_IN = re.compile(
    r"\b(?:was|were|been|be|being|is|are|and|got)\s+(?:\w+ly\s+)?(?:admitted|sent|addressed)\s+(?:directly\s+)?to\s+\Z",
    re.I,
)

_AND_THEN = re.compile(r"\band\s+(?:then|later|afterwards)\b")
_TALK = re.compile(r"(?:meeting|conversation|call|talk)", re.I)
_AFTER_IT = re.compile(
    r"\b(?:after|before|following|since|ahead of)\s+(?:(?:an?|the|his|her|its|their)\s+)?(?:[\w-]+\s+){0,2}\Z",
    re.I,
)
"""Before a talk that was over, or to come: *after meeting with the union, Kerr decided*."""

_NO_FIRST = re.compile(
    r"(?:against|of|over|with|without|into|under|toward|towards|to|not|never|be|been|being|know|and|or|but|if|than)\b",
    re.I,
)
"""What no addressee begins with: *warned against hackers*, *asked not to be named*."""

_NO_NOUN = re.compile(
    r"\w+ly|again|back|before|first|instead|later|once|only|simply|straight|then|too|twice", re.I
)
"""What may follow *her* where she is the one addressed: *told her bluntly*. Before any other word it is *her readers*."""

_HOW = re.compile(r"(?!family|assembly|ally\b)[a-z]+ly")
"""A word alone that says how: *never asked directly*."""

MOST_WORDS = 9
"""Words of an addressee at most: what is longer is a clause that the patterns did not see end. By hand on the example."""


def addressee(
    text: str, f: Parts, frame: Frame | None, persons: PersonsByName, outer: Speaker | None
) -> tuple[str | None, Circumstance] | None:
    """The name of whom something was said to, with the words that tell it; ``None`` for the name of ``him``, ``her``, ``them``.

    ``outer`` is the speaker of the attribution that it stands inside: *me*.
    """
    if frame is None or not f.cue or is_an_aside(text, f):
        return None
    at, why = _object(text, f, frame)
    if at is None:
        return None
    words = line_of(text, at)
    low = words.lower()
    if low in ("me", "us"):
        name = outer.name if outer is not None else None
        why = f"“{words}” inside what {name} said" if name else f"“{words}”, whose speaker is not known"
    elif low in _PRONOUNS:
        name, why = None, f"“{words}”, {why}"
    else:
        name = _named(text, at, persons, words)
    return name, Circumstance(CircumstanceKind.ADDRESSEE, name or words, at.start, at.end, why)


def _object(text: str, f: Parts, frame: Frame) -> tuple[Span | None, str]:
    cue = f.cue[-1]
    words = text[cue.start : cue.end]
    if _PASSIVE.search(words):
        before = f.content[0] if f.content and f.content[0].end <= f.cue[0].start else None
        fits = before is not None and _short(text, before) and _somebody(text, before)
        if fits and before is not None and _ORDERED.search(words) is not None:
            whom = text[before.start : before.end]
            fits = person(whom) or any(w[0].isupper() for w in re.sub(r"^(?:The|An?)\s", "", whom).split())
        return (before if fits else None), "who was told"
    if (told := _in_headline(text, f)) is not None:
        return told, "between who speaks and the colon"
    inner = _WITH.search(words)
    if inner is not None and cue.start + inner.end() < cue.end:  # "wrote in a letter to Levy" as one cue
        return _phrase(text, cue.start + inner.end(), frame.start + len(frame.words), frame), "after the cue"
    tells = _TELLS.search(words)
    if tells:
        after = min((s.start for s in f.content if s.start >= cue.end), default=len(text))
        if (found := _phrase(text, cue.start + tells.end(), after, frame)) is not None:
            if _ORDERS.search(tells.group()) and not _person_told(text, found):
                return None, ""
            return found, f"after “{tells.group()}”"
    if _ASKS.search(words) and (found := _asked(text, f, cue)) is not None:
        return found, "who is asked, first in the content"
    to = words.rstrip().lower().endswith(" to") or text[cue.end : cue.end + 4].lstrip().startswith("to ")
    made_one = not f.source and _MADE_ONE.fullmatch(words.strip()) is not None
    if to and tells is None and not made_one and _NOT_TO.search(words) is None:
        start = (
            cue.end if words.rstrip().lower().endswith(" to") else cue.end + text[cue.end :].index("to ") + 2
        )
        after = min((s.start for s in f.content if s.start >= cue.end), default=len(text))
        found = _phrase(text, start, after, frame) if start < after else None
        if found is not None and (
            text[found.start : found.end].lower() in _PRONOUNS
            or not _A_VERB.fullmatch(text, found.start, found.end)
        ):
            return found, "after the cue"
    if (m := frame.near(_WITH)) is not None:
        ends = frame.start + len(frame.words)
        before_cue = frame.span(m).end <= f.cue[0].start
        found = _phrase(text, frame.span(m).end, f.cue[0].start if before_cue else ends, frame)
        if before_cue and _AND_THEN.search(text, frame.span(m).end, f.cue[0].start):
            return None, ""  # "held a call with reporters and then released the papers"
        if _LET_IN.search(frame.words, 0, m.end()):
            return None, ""  # "was admitted to the hospital, where doctors said"
        if found and m.group().rstrip().lower().endswith(" to") and _DONE.match(text, found.start, found.end):
            return None, ""
        if _TALK.match(m.group()) and _AFTER_IT.search(frame.words, 0, m.start()):
            return None, ""
        if m.group().lower().startswith("call") and found and _ANSWERED.match(text, found.end):
            return None, ""
        return found, f"after “{' '.join(m.group().split())}”"
    return None, ""


def _in_headline(text: str, f: Parts) -> Span | None:
    """Ramm of *Vane to Ramm: We will not pay*."""
    if not f.source or text[f.cue[0].start : f.cue[0].end] != ":" or f.cue[0].start - f.source[-1].end > 60:
        return None
    m = _TO_BEFORE_COLON.fullmatch(text, f.source[-1].end, f.cue[0].start)
    return None if m is None else Span(*m.span("who"))


def _person_told(text: str, span: Span) -> bool:
    """Whether an object of *ordered* can be told: people, or words that are no thing of which there is one."""
    words = text[span.start : span.end]
    head = re.split(r"\s(?:at|in|on)\s", words)[0]  # "flags at half-staff" are no staff
    if person(head) or words.lower() in _PRONOUNS or any(w[0].isupper() for w in words.split()):
        return True
    # "order flags at half-staff" is told nobody; "ordered employees to stay" is.
    return _A_THING.match(words) is None and _PLAIN_THINGS.match(words) is None


def _phrase(text: str, start: int, end: int, frame: Frame) -> Span | None:
    """The noun phrase that begins a stretch: up to a mark, a preposition or a verb."""
    while start < end and text[start] in " \n":
        start += 1
    stretch = text[start : min(end, start + 120, frame.start + len(frame.words))]
    hidden = frame.words[start - frame.start : start - frame.start + len(stretch)]
    stretch = "".join(c if h != HIDDEN else h for c, h in zip(stretch, hidden, strict=False))
    stop = _END.search(stretch)
    stop_at = stop.start() if stop else len(stretch)
    if stop is not None and stop_at and (also := _ALSO.match(stretch, stop_at)):
        stop_at = also.end()
    span = _trimmed(text, Span(start, start + stop_at))
    words = text[span.start : span.end]
    if (
        not words
        or (words.split()[0].lower() in _NOBODY and not _THIS_PAPER.match(words))
        or not _somebody(text, span)
    ):
        return None
    span = _alone(text, span)
    return span if _short(text, span) else None


def _alone(text: str, span: Span) -> Span:
    """The pronoun that a phrase begins with, without what says how they were told; *her readers* stay whole."""
    first, *rest = text[span.start : span.end].split()
    owns = first.lower() == "her" and bool(rest) and not _NO_NOUN.fullmatch(rest[0])
    return Span(span.start, span.start + len(first)) if first.lower() in _PRONOUNS and not owns else span


def _somebody(text: str, span: Span) -> bool:
    """Whether words can be somebody’s: neither a preposition with what it governs nor something that is told."""
    words = text[span.start : span.end]
    alone = _HOW.fullmatch(words) is not None
    if alone or _OCCASION.fullmatch(words) is not None:
        return False
    return _THINGS.search(words) is None and _NO_FIRST.match(words) is None


def _asked(text: str, f: Parts, cue: Span) -> Span | None:
    """``employees`` of *employees to report gross violations*."""
    first = next((s for s in f.content if s.start >= cue.end), None)
    if first is None:
        return None
    m = re.match(r"((?:[\w’'.-]+\s+){1,6}?)(?:not\s+)?to\s+[a-z]", text[first.start : first.end])
    if m is None or re.match(
        r"(?:that|whether|for|if|what|how|why|when|where|who|whom|which)\b", m.group(1), re.I
    ):
        return None
    wanted = _FOR.search(m.group(1))  # "asked the Guild for a day to think"
    end = m.end(1) if wanted is None else wanted.start()
    asked = _alone(text, _trimmed(text, Span(first.start, first.start + end)))
    orders = _ORDERS.match(text, cue.start, cue.end) is not None
    if orders and (_TO_BE_DONE.match(text, asked.end, asked.end + 40) or not _person_told(text, asked)):
        return None  # "ordered an inquiry to find the leak"
    return asked if _NO_FIRST.match(text, asked.start) is None else None


def _short(text: str, span: Span | None) -> bool:
    return span is not None and 0 < len(text[span.start : span.end].split()) <= MOST_WORDS


def _trimmed(text: str, span: Span) -> Span:
    part = text[span.start : span.end].rstrip()
    return Span(span.start, span.start + len(re.sub(r"\s+(?:of|for|and|the)$", "", part)))


def _named(text: str, at: Span, persons: PersonsByName, words: str) -> str | None:
    """The fullest name of the person meant, else the words as they stand, less their article where they are a name."""
    last = [
        p.name
        for s, p in persons.named_to(at.end)
        if at.start <= s.start and not _IN.search(text, at.start, s.start)
    ]
    if last:  # "CNN’s Wolf Blitzer"
        return last[0]
    fits = persons.candidates(bare_name(text, at.start, at.end)[0])
    if len(fits) == 1:
        return fits[0].name
    rest = without_possessive(re.sub(r"^the\s+", "", words))
    return rest if all(w[0].isupper() or w in ("of", "for", "the", "and") for w in rest.split()) else words
