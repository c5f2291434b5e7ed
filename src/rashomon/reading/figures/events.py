"""What happened to those who are counted: killed, wounded, captured and the like, and which number it belongs to.

English without a parser: a number belongs to the nearest word for such an event that can grammatically have it, after it
(``four people were killed``), before it (``killing 13 troops``), or within what is counted (``nine bodies``). A verb in
the active voice after a number has that number as its agent (``two gunmen killed three``), and does not count it; nor
does a participle that another clause between them has (``two officers told her that her son had been killed``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.reading.figures.no_events import is_none
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.numbers import spelt
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import Span

EVENTS: tuple[tuple[str, str, str], ...] = (
    # kind, how it is built (passive: a participle; active: takes an object; state: says it of what stands beside), words
    ("killed", "participle", r"killed|slain|murdered|massacred|assassinated|executed|shot dead|gunned down|beheaded"),
    ("killed", "active", r"killing|kills?|murdering|massacring|executing|(?:claim(?:ed|ing|s)|t(?:ook|aking)) the lives"),
    ("killed", "state", r"dead|died|dies|die|dying|perished|lost their lives|los(?:t|ing) (?:his|her) life"),
    # An army that lost nine soldiers has them dead; a team that lost nine men has them hurt, so what is counted decides.
    ("killed", "active",
     r"los(?:t|ing)(?=\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+)?[\w,-]+\s+(?:of\s+(?:its|their)\s+)?(?:\w+\s+)?(?:soldiers?"
     r"|fighters?|troops|rebels?|militants|insurgents|gunmen|policemen|servicemen|men)\b)"),
    ("killed", "state",
     r"fell(?=\s*(?:[.,;”\"]|$|in\s+(?:the\s+)?(?:battle|fighting|clash(?:es)?|combat|action|assault|attack|storming)\b))"),
    ("killed", "noun", r"death toll|deaths?|fatalit(?:y|ies)|bodies|corpses|toll|lives lost"),
    ("wounded", "participle", r"wounded|injured|hurt|harmed|maimed"),
    ("wounded", "active", r"wounding|injuring|wounds?(?= \w)|maiming"),
    ("wounded", "noun", r"injuries|casualties"),
    ("captured", "participle",
     r"captured|detained|arrested|apprehended|imprisoned|jailed|rounded up|taken into custody|taken prisoner|remanded"),
    ("captured", "active", r"capturing|detaining|arresting|apprehending|captures?|detains?|arrests?(?= (?:of )?\w)"),
    ("captured", "noun", r"detainees|prisoners|arrests|detentions"),
    ("abducted", "participle", r"abducted|kidnapped|taken hostage|held hostage"),
    ("abducted", "active", r"abducting|kidnapping"),
    ("abducted", "state", r"hostage"),
    ("abducted", "noun", r"hostages|captives"),
    ("displaced", "participle", r"displaced|evacuated|uprooted|driven from their homes|made homeless"),
    ("displaced", "active", r"displacing|evacuating|uprooting"),
    ("displaced", "state",
     r"(?:fled|flee|fleeing)(?!\s+(?:from\s+)?(?:the|an?|his|her|their|its)\s+(?:\w+\s+)?(?:theat|cinema|build|scene|room|store|shop|bar"
     r"|club|school|office|mall|hall|stadium|court|plane|bus|train|car|vehicle|party|concert|screening|march|rally))|homeless"),
    ("missing", "state", r"missing|unaccounted for"),
    ("surrendered", "state", r"surrendered|defected|laid down their arms"),
    ("freed", "participle", r"freed|released|rescued|set free"),
    ("freed", "active", r"freeing|releas(?:es|ing)|rescu(?:es|ing)|free(?= \d)|sets?(?:ting)? free"),
    ("sent", "participle", r"sent|deployed|dispatched"),
    ("sent", "active", r"sending|deploying|dispatching|deploys?"),
    ("seized", "participle", r"seized|confiscated"),
    ("seized", "active", r"seizing|confiscating"),
    ("destroyed", "participle", r"destroyed|demolished|burned down|razed"),
    ("destroyed", "active", r"destroying|demolishing"),
)  # fmt: skip
_TRIGGER = re.compile(
    r"\b(?:" + "|".join(f"(?P<e{n}>{words})" for n, (_, _, words) in enumerate(EVENTS)) + r")\b", re.I
)

HINTS = (
    *"""
    kill slain murder massacr assassinat execut shot gunned behead lives dead died dies dying perished life death lost losing
    fatalit bodies corpses toll wound injur hurt harmed maim casualties captur detain detent arrest apprehend prison
    jailed rounded custody remanded abduct kidnap hostage captives displac evacuat uproot homes homeless fled flee
    missing unaccounted surrendered defected arms free releas rescu sent sending deploy dispatch seiz confiscat
    destroy demolish burned razed
    """.split(),
    " die",  # not that of *soldiers*
    " fell",
)
"""A piece of each of these: where none stands the events are not looked for, which takes twenty times as long."""

_BE = r"(?:was|were|been|being|be|is|are|get|gets|got|getting)"
_PASSIVE = re.compile(
    rf"\b{_BE}(?:\s+(?:also|all|later|reportedly|allegedly|initially|either|both|then|since|reported|confirmed|found|known|\w+ly))*\s+$",
    re.I,
)
_ENDS_BY_ITSELF = re.compile(
    r"\s*(?:$|[.,;:)”\"]|\n|(?:in|by|on|when|during|and|at|after|as|near|over|since|following|last|this|overnight|while|or|"
    r"from|yesterday|today|before|early|late|between|across|inside|outside|for|to|with|so|were|was|there|here|along)\b)",
    re.I,
)  # fmt: skip
_OBJECT_NEXT = re.compile(
    r"\s+(?:of\s+|off\s+|down\s+)?(?:another\s+|the\s+|his\s+|their\s+|also\s+|what\s+\w+\s+said\s+was\s+|and\s+\w+ing\s+"
    r"|(?:and|or)\s+(?:wound|injur|captur|detain|kill|arrest)\w+\s+|up\s+to\s+|over\s+|a\s+further\s+|a\s+total\s+of\s+)*$"
    r"|\s*$",
    re.I,
)
_NUMBER_NEXT = re.compile(
    r"(?:\s+(?:people|civilians|persons|there|the|has|have|had|so|far|now|also|yet|again|that|day|sunday|in|for|\w+ day))*"
    r"\s*(?:,|:|\bof\b|\bat\b|\bto\b|\bis\b|\bwas\b|\bas\b|\bare\b|\bwere\b|\bstood\b|\breached\b|\brose\b|\brisen\b|\bclimbed\b"
    r"|\bstands\b|\bput\b|\brises\b|\breaches\b|\bhits?\b|\bexceeds?\b|\bexceeded\b|\bpassed\b)+(?:\s*(?:from\s+(?:[a-z]+\s+){0,3}?[\w,-]+\s+to|at|to|from|by|a)\b)*\s*$",
    re.I,
)
_NUMBER_OF = re.compile(r"\bnumber of (?:[\w’'-]+ ){0,5}$", re.I)
_GROWN = re.compile(
    r"(?:\s+(?:from|in|of|for|after|since|among|across|on|when|as|by|near|during)\s+[^.;:!?\d]{2,60}?)?\s*,?\s+(?:(?:has|had|have|now|since|later)\s+)*"
    r"(?:rose|risen|stood|stands|climbed|jumped|was|is|reached|reaches|hit|passed|exceeded|increased|grew|grown|fell|fallen|topped|tops|surpass(?:es|ed)|cross(?:es|ed)|numbers?"
    r"|numbered)(?:\s+(?:up|further|again|now|sharply|still|officially|already|put|given|\w+ day))*(?:\s+(?:at|to|by|as))?\s*",
    re.I,
)
"""Between a toll and its number: *the death toll from the quake rose to 214*."""

_RAISES = re.compile(
    r"\b(?:bring(?:s|ing)?|brought|tak(?:es?|ing)|took|push(?:es|ed|ing)?|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?)\s+"
    r"(?:the|its|their)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_RAISED = re.compile(
    r"(?:\s+(?:from|in|of|for|after|since|among|across|on)\s+[^.;:!?\d]{2,60}?)?\s+(?:up\s+)?to\s+(?:at\s+least\s+)?",
    re.I,
)
"""*bringing the death toll from the quake to 214*: before the toll, and between it and its number."""

_PAID = re.compile(r"\s+(?:for|on|across)\b")
"""Behind a bare *toll* that is money: *raised the toll on the bridge to 12 crowns*."""

_OTHER_TOLL = re.compile(r"\b(?:cases|infections|tests|vaccinations)\b", re.I)
"""Of what a bare *toll* is told that is no toll of the dead."""

_WITH_OTHERS = re.compile(
    r"\s+(?:(?!(?:in|on|at|by|during|when|was|were|who|that|which|after|while|for|to|from|has|have|had|is|are|but)\b)"
    r"[\w’'.-]+,?\s+){1,9}?(?:and|along with|as well as|together with|plus)\s+(?:at least\s+)?$",
    re.I,
)
_SAID_OF = re.compile(
    r"\s+(?:(?:who|that|which|also|later|reportedly|allegedly|have|has|had|may|might|there|were|was|are|is|still|remain(?:ed)?"
    r"|\w+ly|counted|confirmed|on \w+|in \w+|at \w+|so|far|now|been|(?:known|confirmed|reported)\s+to\s+have|reported|feared"
    r"|believed|presumed|left|of|them|the)\s+)*$",
    re.I,
)
_THE_DEAD = re.compile(r"\b(?:the|our|their|all)\s+$", re.I)
"""Before *dead* where it is who died: *lit 500 candles honouring the dead*."""

_WISHED = re.compile(
    r"\b(?:to|will|would|could|should|might|may|can|must|not|n['’]t|attempt\w* at|plot\w* to)\s+$", re.I
)
_BASE_FORM = re.compile(r"(?:kill|capture|detain|arrest|wound|deploy|free)$", re.I)

_TELLING = any_of(forms({"announce", "confirm", "report", "say", "tell"}, Form.BASE | Form.FINITE))
_ASIDE = re.compile(rf",\s(?:(?!that\b)[^,])*\b{_TELLING}\b(?:(?!that\b)[^,])*,", re.I)
"""``, police said on Sunday,`` between a number and its event."""
_OWN_CLAUSE = re.compile(
    r"\b(?:said(?! to\b)|says?|saying|told(?! to\b)|tells?|telling|explained|announced|insisted|argued|recalled"
    r"|testified|wrote|thinks?|thought|knew|knows?|nobody|no one|none|whether|because)\b"
    r"|\bthat\b(?!\s+(?:\w+ly\s+)?(?:was|were|had|has|have|are|is|would|will|came|\w+ed)\b)"
    r"|\b(?:when|after|before|while|if|as|but)\s+(?:(?!(?:they|he|she|it|being)\b)[\w’']+\s+){1,6}$"
    r"|(?<!who )(?<!that )(?<!which )(?<!who had )(?<!that had )\b(?:\w{2,}ed|saw|heard|felt)\s+"
    r"(?:the|an?|his|her|their|its|him|them)\b",
    re.I,
)
"""What a clause of its own between a number and a participle is told by: a word of telling or knowing, ``that``, a
conjunction with its subject, or a verb with an object."""
_SAME_SUBJECT = re.compile(
    rf"\b(?:and|but|or|then),?\s+(?:\w+ly\s+|then\s+|also\s+)?(?:(?:has|have|had)\s+)?{_BE}\b[\w ]*$", re.I
)
"""``… and was detained``: whoever the number counts goes on as the subject."""
_OF_WHICH = re.compile(r"\s+of\s+(?:the|those|these|their|his|her|its|our)\s+$", re.I)

_HELD = re.compile(
    "hostages|captives|prisoners|detainees|abducted|captured|detained|imprisoned|jailed|kidnapped", re.I
)
"""What people are called to whom an event has happened, whatever else happens to them: *released 11 captured soldiers*."""

_AMONG_THEM = re.compile(r",?\s+(?:among\s+(?:them|whom)|including)\s+(?:at\s+least\s+)?$", re.I)

_PART_OF = re.compile(r"\s+of\s+(?:the|those|these|their|his|her|its|our)\s+(?:[\w’'-]+\s+){0,2}", re.I)
_OWNED = re.compile(r"['’]s?\s+$")

_EARLIER_ONES = re.compile(r"\b(?:prior|previous|past|earlier|former)\s", re.I)
"""``four prior arrests`` are of other days."""

_ONE_ALONE = re.compile(r"\b(?:was|is|has\s+been)\b", re.I)
_NUMBER_OF_ONE = re.compile(r"(?:.*\s)?(?:one|an?|1|no)$", re.I | re.S)
_MADE_UP_OF = re.compile(r"\bof\s+$", re.I)

_MADE_OF = re.compile(
    r",\s+(?:including\b|among\s+(?:them|whom)\b|(?:most|many|some|half|all|several|\w+|\d+)\s+of\s+(?:them|whom)\b"
    rf"|(?:an?|{spelt(1, 10)}|\d+)\s+(?:[\w’'-]+\s+){{1,3}}and\s+(?:an?|{spelt(1, 10)}|\d+)\s)"
    r"[^,.;:!?\n”“\"]{2,80},(?=\s)",
    re.I,
)
"""What a number is made up of, told between it and its event: ``28 people, including nine children, were killed``."""

_BESIDE = re.compile(r"^[^.;:!?\n”“\"]{0,60}$")

#: How many characters more a toll may stand from its number, which has the event between them: *the death toll from the shelling
#: of the market on Tuesday rose to 14*. What may stand there is told word by word, so that this is only a bound.
_OF_ITS_EVENT = 40

_BACK = 160
"""Characters of a sentence before a toll in which what it is of may be told."""

#: The furthest that an event's word stands from its number, in characters: a clause in newspaper English. Beyond it,
#: on the development half of the press releases, what was bound was wrong more often than right.
REACH = 60


@dataclass(frozen=True, slots=True)
class Event:
    """A word for an event: its kind, how it is built, and where it stands."""

    kind: str
    form: str
    span: Span


@dataclass(frozen=True, slots=True)
class Bound:
    """The event that a number belongs to, and why."""

    event: Event
    why: str


def events(text: str, start: int, end: int) -> list[Event]:
    """The words for events in ``text[start:end]``, in order."""
    words = text[start:end].casefold()
    if not any(hint in words for hint in HINTS):
        return []
    out = []
    for m in _TRIGGER.finditer(text, start, end):
        kind, form, _ = EVENTS[int((m.lastgroup or "e0")[1:])]
        if is_none(text, start, m, form):
            continue
        out.append(Event(kind, form, Span(m.start(), m.end())))
    return out


def bind(
    text: str, whole: Span, number: Span, among: Sequence[Event], others: Sequence[Span], end: int
) -> Bound | None:
    """The event that the number belongs to, whose expression with what it counts is ``whole``; None where none does.

    ``among`` are the events of its sentence, which ends at ``end``; ``others`` the other numbers' expressions there.
    """
    for e in among:
        if whole.start <= e.span.start and e.span.end <= whole.end:
            if _HELD.fullmatch(text, e.span.start, e.span.end):
                # Hostages who are killed or freed: what is said of them goes before what they are.
                rest = [o for o in among if o is not e]
                said = _told_of(text, whole, number, rest, others, end) or _among_them(text, number, rest)
                return said or Bound(e, "the event stands in what is counted")
            if _EARLIER_ONES.search(text, number.end, e.span.start):
                return None
            if not _PART_OF.fullmatch(text, number.end, e.span.start):
                return Bound(e, "the event stands in what is counted")
            # "Three of the wounded had died": what is said of them goes before what they are a part of.
            return _told_of(text, whole, number, among, others, end) or Bound(
                e, "it is a part of those to whom the event happened"
            )
    return _told_of(text, whole, number, among, others, end) or _among_them(text, number, among)


def _among_them(text: str, number: Span, among: Sequence[Event]) -> Bound | None:
    """The event of those whom a number is a part of: ``19 people were killed, among them eight hostages``."""
    behind = _AMONG_THEM.search(text, max(0, number.start - REACH), number.start)
    last = (
        None if behind is None else next((e for e in reversed(among) if e.span.end <= behind.start()), None)
    )
    if behind is None or last is None or text[last.span.end : behind.start()].strip():
        return None
    return Bound(last, "it is a part of those to whom the event happened")


def _told_of(
    text: str, whole: Span, number: Span, among: Sequence[Event], others: Sequence[Span], end: int
) -> Bound | None:
    """The event that is told of a number, before it or after it."""
    if any(
        o.start < number.start and (number.start < o.end or _OF_WHICH.fullmatch(text, o.end, number.start))
        for o in others
    ):
        return None  # ``two of the three victims died``: three are those that two are of
    before = _bound_before(text, number, among, others)
    if before is not None and text[before.event.span.end : number.start].strip() != ",":
        return before
    # Behind a comma the number may be the subject of another event: "of the wounded, two were freed".
    return _bound_after(text, whole, number, among, others, end) or before


def _bound_before(text: str, number: Span, among: Sequence[Event], others: Sequence[Span]) -> Bound | None:
    """By an event before the number, the nearest first: ``killing 13 troops``, ``the death toll stood at 13``."""
    for e in reversed(among):
        counted = (
            e.form == "noun" or _NUMBER_OF.search(text, max(0, e.span.start - 50), e.span.start) is not None
        )
        reach = REACH + _OF_ITS_EVENT if counted else REACH
        if not (number.start - reach <= e.span.start and e.span.end <= number.start):
            continue
        gap = text[e.span.end : number.start]
        if not _clear(others, e.span.end, number.start):
            break
        if e.form == "active" and _BASE_FORM.match(text, e.span.start, e.span.end) and _wished(text, e):
            continue
        if e.form in ("participle", "active") and (_OBJECT_NEXT.match(gap) or _WITH_OTHERS.match(gap)):
            if e.form == "participle" and _PASSIVE.search(text[max(0, e.span.start - 40) : e.span.start]):
                continue
            return Bound(e, "it is the object of the event")
        if (
            (e.form in ("noun", "state", "participle") and _NUMBER_NEXT.match(gap))
            or (counted and _GROWN.fullmatch(gap))
            or _is_raised(text, e, gap)
        ):
            if _is_other_toll(text, e) or (gap.strip() == "," and _has_its_number(text, e, others)):
                continue
            if _is_ones_death(text, e):
                continue  # "in addition to Oulik's death, two were detained"
            return Bound(e, "the number of the event is given")
    return None


def _has_its_number(text: str, event: Event, others: Sequence[Span]) -> bool:
    """Whether an event has a number right before it, so that the one behind a comma is another's: *two dead, 31 ill*."""
    return any(
        o.start < event.span.start and not text[min(o.end, event.span.start) : event.span.start].strip()
        for o in others
        if o.start < event.span.start <= o.end + 2
    )


def _is_raised(text: str, event: Event, gap: str) -> bool:
    """Whether a toll is brought to the number behind it: ``bringing the death toll from the quake to 214``."""
    before = text[max(0, event.span.start - 40) : event.span.start]
    paid = text[event.span.start : event.span.end].lower() == "toll" and _PAID.match(gap) is not None
    return not paid and event.form == "noun" and bool(_RAISES.search(before) and _RAISED.fullmatch(gap))


def _is_other_toll(text: str, event: Event) -> bool:
    """Whether a bare toll is of cases, told before it: ``six million cases, weeks after the toll reached five``."""
    if text[event.span.start : event.span.end].lower() != "toll":
        return False
    low = max(0, event.span.start - _BACK)
    low = max(low, text.rfind(". ", low, event.span.start), text.rfind("\n", low, event.span.start))
    return _OTHER_TOLL.search(text, low, event.span.start) is not None


def _bound_after(
    text: str, whole: Span, number: Span, among: Sequence[Event], others: Sequence[Span], end: int
) -> Bound | None:
    """By an event after what is counted, the nearest first: ``four people were killed``, ``13 dead``."""
    made_of = _MADE_OF.match(text, whole.end, end)
    start = made_of.end() if made_of else whole.end
    for e in among:
        if not start <= e.span.start <= start + REACH:
            continue
        gap = text[start : e.span.start]
        if not _BESIDE.match(gap) or not _clear(others, start, e.span.start):
            break
        if e.form == "participle":
            if _is_of_another(text, whole, number, gap):
                break
            bare = not gap.strip() and _ENDS_BY_ITSELF.match(text, e.span.end, end)
            if not bare and (not _PASSIVE.search(gap) or _own_clause(gap)):
                break
            return Bound(e, "the event is said of it")
        if (e.form == "state" and _SAID_OF.match(gap) and not _THE_DEAD.search(gap)) or (
            e.form == "noun" and not gap.strip()
        ):
            return Bound(e, "the event is said of it")
    return None


def _clear(others: Sequence[Span], start: int, end: int) -> bool:
    """Whether no other number's expression stands between two offsets."""
    return not any(start <= o.start and o.end <= end for o in others)


def _is_of_another(text: str, whole: Span, number: Span, gap: str) -> bool:
    """Whether *was* before a participle has another subject: ``a man suspected of shooting three people was arrested``.

    ``A crew of five was rescued`` counts them.
    """
    passive = _PASSIVE.search(gap)
    return (
        number != whole
        and passive is not None
        and _ONE_ALONE.match(passive.group()) is not None
        and _NUMBER_OF_ONE.fullmatch(text, number.start, number.end) is None
        and _MADE_UP_OF.search(text, max(0, number.start - 8), number.start) is None
        and _SAME_SUBJECT.search(gap) is None
    )


def _own_clause(gap: str) -> bool:
    """Whether the participle that ``gap`` ends before has a subject of its own there."""
    return bool(_OWN_CLAUSE.search(_ASIDE.sub(" ", gap)) and not _SAME_SUBJECT.search(gap))


def _is_ones_death(text: str, e: Event) -> bool:
    """Whether the event is the death of somebody who is named by it: ``Oulik's death``."""
    owned = _OWNED.search(text, max(0, e.span.start - 4), e.span.start)
    return owned is not None and text[e.span.start : e.span.end].lower() == "death"


def _wished(text: str, e: Event) -> bool:
    """Whether the event is only meant, as in ``a raid to capture a leader``."""
    return bool(_WISHED.search(text, max(0, e.span.start - 16), e.span.start))
