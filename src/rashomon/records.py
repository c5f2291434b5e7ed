"""Every noun of Rashomon as a frozen record.

Records carry no behaviour and import nothing but the standard library, so that any stage, engine or
ledger may hold them. Offsets always count Unicode code points of ``Report.text`` and are half-open:
``text[start:end]``. ``None`` means *not known*; an empty tuple means *not expressed*.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Voice(StrEnum):
    """Whose voice a passage is in."""

    HEADLINE = "headline"
    BYLINE = "byline"
    BODY = "body"
    EMBEDDED = "embedded post"
    CAPTION = "caption"
    COMMENT = "comment"
    FURNITURE = "furniture"


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    DATE = "date"
    FIGURE = "figure"


class AttributionKind(StrEnum):
    """How a content is given: quoted whole, retold, or partly quoted."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (half-open) of a report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as received; never altered.

    ``sha256`` is the hexadecimal digest of ``content``. ``media_type`` says how to read the bytes
    (``text/plain``, ``text/html`` or ``application/json``: one JSON object of a .json or .jsonl file).
    ``path`` is where the bytes were found, for people; ``address`` is the page's own address, if known.
    ``captured_at`` is an ISO 8601 instant in UTC: for a file, when it was last changed.
    """

    sha256: str
    content: bytes
    media_type: str
    path: str
    address: str | None = None
    captured_at: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report in one voice; passages do not overlap and stand in text order."""

    voice: Voice
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """The readable text of one capture.

    ``id`` is the first 16 hexadecimal digits of the capture's SHA-256. ``name`` is a short label for people
    and for the ``doc`` field of exports (the file's stem). ``published`` is an ISO 8601 date (or the part of one
    that is known: ``2031``, ``2031-04``) and ``published_from`` says where it was read (``json``,
    ``metadata``, ``address``, ``dateline``, ``text``).
    """

    id: str
    capture: str
    name: str
    text: str
    passages: tuple[Passage, ...]
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_from: str | None = None
    language: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, organisation, place or date, or gives a figure; ``score`` is the model's probability (that of
    the source, where only its last word tells that it names an organisation).
    """

    kind: MentionKind
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source leads to within its report.

    ``name`` is the fullest name the report gives, without title or role; ``None`` is *not known*. ``why`` says in words
    what led there (or why nothing did), ``evidence`` is the span of the name that it rests on.
    """

    name: str | None
    why: str
    kind: MentionKind | None = None
    evidence: Span | None = None


class Relation(StrEnum):
    """How what happened stands to the time that is named, where it is not then."""

    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a report that tell a time, and the days that they lead to.

    ``earliest`` and ``latest`` are ISO days, both included; both ``None`` where it cannot be decided. ``why`` says in words
    what led there (or why nothing did). The days are those that the words name: in ``before Monday`` they are Monday,
    and ``relation`` is *before*.
    """

    start: int
    end: int
    earliest: str | None
    latest: str | None
    why: str
    relation: Relation | None = None


class SourceKind(StrEnum):
    """What kind of source it is that has no name: a speaker who is not known is still one of these."""

    NOT_EXPRESSED = "not expressed"
    REPORTS = "reports"
    DOCUMENT = "document"
    SPOKESPERSON = "spokesperson"
    OFFICIAL = "official"
    CLOSE = "close to"
    EXPERT = "expert"
    WITNESS = "witness"
    SOURCES = "sources"
    PEOPLE = "people"


class CircumstanceKind(StrEnum):
    """What is told about a saying, besides who says what."""

    CHANNEL = "channel"
    ADDRESSEE = "addressee"
    DATE = "date"
    ANONYMITY = "anonymity"
    REASON = "reason for anonymity"


@dataclass(frozen=True, slots=True)
class Circumstance:
    """One thing that the text tells about a saying, and the characters that tell it.

    ``value`` is the channel, the addressee's name or description, the date of saying (as ``Attribution.said_on``), or the
    words by which a report explains that a source is not named. ``why`` says what ties it to the attribution.
    """

    kind: CircumstanceKind
    value: str
    start: int
    end: int
    why: str


class LinkKind(StrEnum):
    """A link's place in a chain: who said it, to whom, through what, who tells of it, who publishes that."""

    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    CHANNEL = "channel"
    REPORTER = "reporter"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the chain by which a saying came into a report: ``Massoud``, to ``Lévy``, on the ``telephone``, as ``Lévy``
    reports, as this outlet reports.

    ``name`` is ``None`` where it is not known; ``start`` and ``end`` are its characters, ``None`` for this outlet and for what
    is not expressed. ``hand`` tells whether the saying passed through this link after it was said: those who report it and
    the outlets that carried it do, its speaker does not.
    """

    kind: LinkKind
    name: str | None
    start: int | None
    end: int | None
    hand: bool = False


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What a report tells beside a name: the role, with whom, and on which side.

    ``name`` is the person's fullest name in the report. ``role`` (``spokesman``, ``head of foreign relations``) and
    ``organisation`` (the fullest name that the report gives it) are ``None`` where the text does not say; ``side`` is the party
    or body for which they speak, as far as the report tells. ``start`` and ``end`` are the characters of role and
    organisation.
    """

    name: str
    role: str | None
    organisation: str | None
    side: str | None
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class PartConfidence:
    """The chance, 0 to 1, that each part of an attribution is right: an annotator would mark the same, or nothing either."""

    source: float
    cue: float
    content: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content spans (PolNeAR's terms, Newell, Margolin and Ruths 2018).

    Each part is a tuple of spans in text order; several spans are one discontinuous part; an empty tuple is a
    part that is not expressed. ``inside`` is the index, within the same reading, of the attribution whose content
    this one stands in. ``confidence`` is the chance that the attribution is right, 0 to 1, and ``part_confidence`` that of
    each part. ``said_on`` is the date of saying as far as it is known: an ISO day, month or year, ``first/last`` for other
    intervals, ``XXXX-08-16`` for a day of an unknown year (all of them ISO 8601-2, 2019); ``said_date`` is the index, within
    the same reading, of the date expression that it comes from. ``source_kind`` tells unnamed sources apart and is
    ``None`` where the speaker is known or named otherwise (*she*, a surname that several bear). ``circumstances`` hold
    the words behind channel, addressee and date, and how the report explains that a source is not named. ``chain`` is how the
    saying came into the report, its speaker first; ``hands`` counts those through whom it passed, this
    outlet being one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    confidence: float
    speaker: Speaker
    inside: int | None = None
    channel: str | None = None
    addressee: str | None = None
    said_on: str | None = None
    part_confidence: PartConfidence | None = None
    said_date: int | None = None
    source_kind: SourceKind | None = None
    circumstances: tuple[Circumstance, ...] = ()
    chain: tuple[Link, ...] = ()
    hands: int = 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, less the white space and quotation marks around it: the unit that is matched.

    ``attribution`` is the index of the attribution whose content it stands in, ``None`` for the report's own narration;
    what is said inside a content is part of the outer speaker's sentence and a sentence of the inner one as well.
    ``vector`` is its meaning as 384 float16 numbers of unit length, little-endian; empty where not computed. ``happened`` is the
    index of the date expression that tells when what it says happens or happened, ``None`` where the sentence does not say.
    """

    start: int
    end: int
    attribution: int | None = None
    vector: bytes = b""
    happened: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, at characters ``start`` to ``end`` (the number with its qualifying words): ``low``, ``best`` and ``high``.

    An end that the words leave open is ``None``, and so is a best where only a range is given. ``unit`` is ``people``,
    ``thing``, ``percent``, ``date`` (a deadline, as the number 20210831), a currency (ISO 4217) or a measure in the singular
    (``km``, ``hour``); ``counted`` are the words for what is counted. ``event`` is what happened to it (``killed``,
    ``wounded``, ``captured`` …) and ``event_at`` the words for that; ``place`` names where. ``attribution`` is the index of
    the innermost attribution that it stands in, the one cited for it; ``None`` is the report itself. ``implied`` figures have
    no number: ``a gendarme``. ``why`` says how the words were taken.
    """

    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    unit: str
    counted: Span | None = None
    event: str | None = None
    event_at: Span | None = None
    place: Span | None = None
    attribution: int | None = None
    implied: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in one report: a function of the report and the model, nothing else.

    Indices into ``attributions`` and ``dates`` count from 0; ``dates`` stand in text order, as do ``affiliations``.
    """

    report: str
    model: str
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityEvidence:
    """One report's name for an entity, and why it was taken for the same one."""

    report: str
    name: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class EntityAffiliation:
    """What one report tells beside an entity's name: fields as in :class:`Affiliation`.

    ``party`` is the id of the entity that ``side`` is, where that speaks in the ledger too, so that a claim can be read as a
    party's own; ``None`` is *not known*.
    """

    report: str
    role: str | None
    organisation: str | None
    side: str | None
    party: str | None
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what sources refer to, across reports. ``names`` holds every form met, the fullest first."""

    id: str
    name: str
    kind: MentionKind | None
    names: tuple[str, ...]
    evidence: tuple[EntityEvidence, ...]
    affiliations: tuple[EntityAffiliation, ...] = ()


class VariationKind(StrEnum):
    """How a wording differs in one place from the one it is compared with, the sharpest first."""

    ALTERED = "altered quotation"
    REWORDED = "reworded"
    REORDERED = "reordered"
    SHORTENED = "shortened"
    LENGTHENED = "lengthened"
    SPELLING = "spelling"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Variation:
    """One place in which a wording differs from the wording it is compared with (``Wording.against``).

    ``start`` and ``end`` are characters of the wording's report, ``other_start`` and ``other_end`` of the other one's; a span
    without characters marks the place where words are missing. ``why`` says in words what the kind rests on.
    """

    kind: VariationKind
    start: int
    end: int
    other_start: int
    other_end: int
    why: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One report's version of a statement. ``attribution`` is an index into that report's reading.

    ``why`` says what ties this wording to the statement, in words; ``score`` is 0 to 1 (1 for the first wording).
    ``against`` is the index, in the statement, of the wording that this one is compared with word by word, ``None`` for the
    one at the root of all comparisons; ``variations`` are the places where the two differ, in order of ``start``.
    ``part`` tells that it is only a part of what another wording has whole, as a headline cuts a quotation.
    """

    report: str
    start: int
    end: int
    attribution: int | None
    score: float
    why: str
    against: int | None = None
    variations: tuple[Variation, ...] = ()
    part: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A thing said once by someone, however often it is reported.

    ``id`` derives from its first wording, ``speaker`` is an entity's id or ``None`` where unknown. Wordings stand in order of
    report date (unknown last), then report id and place.
    """

    id: str
    speaker: str | None
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The reports about the same events. ``earliest`` and ``latest`` are ISO dates of its reports, where known."""

    id: str
    title: str
    reports: tuple[str, ...]
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read: the item, the stage it failed in, the fault, and what mends it."""

    item: str
    stage: str
    fault: str
    mend: str
    sha256: str | None = None


class CorrectionKind(StrEnum):
    """What a person decided about a machine reading."""

    ACCEPT = "accept"
    REJECT = "reject"
    MEND = "mend"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's decision, kept beside the machine's reading and never over it.

    ``decided_at`` is an ISO 8601 instant in UTC. ``target`` says what it is about: a kind of record, a colon, and its report
    and characters (``attribution:9a3b…:120-188``, ``entity:9a3b…:Jan Kerr``; see :mod:`rashomon.corrections.targets`),
    so that it can be found again after another reading. ``old`` is what the machine had read, as the person saw it; ``new``
    is what stands in its place. An undo's target is another correction (``correction:1f0c…``), which then no longer holds.
    """

    id: str
    who: str
    decided_at: str
    why: str
    kind: CorrectionKind
    target: str
    old: str | None = None
    new: str | None = None
