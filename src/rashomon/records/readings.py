"""What is read in one report: mentions, attributions and what is told about each, sentences, figures, dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rashomon.records.reports import Span


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
    outlet being one. Where several say it together, ``speaker`` is not known, since nobody says it alone, and ``joint_speakers``
    are each of them in text order; one who is not known (*ten others*) has no name, and the words of the source for evidence.
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
    joint_speakers: tuple[Speaker, ...] = ()


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
    ``thing``, ``percent``, ``date`` (a deadline, as the number 20210831), ``vote`` (one of the two counts of a result),
    ``ordinal`` (14 of *the 14th state to …*), a currency (ISO 4217) or a measure in the singular (``km``, ``hour``);
    ``counted`` are the words for what is counted, which stand before the number where it is another count of them (``30,000
    people marched; police put the number at 6,000``). ``event`` is what happened to it (``killed``, ``wounded``, ``captured``
    …; ``voted for`` of a vote) and ``event_at`` the words for that; ``place`` names where. ``attribution`` is the index of the
    innermost attribution that it stands in, the one cited for it; ``None`` is the report itself. ``implied`` figures have no
    number: ``a gendarme``. ``why`` says how the words were taken.
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

    @property
    def whole_end(self) -> int:
        """Where the number ends together with the words behind it for what is counted."""
        return self.end if self.counted is None else max(self.end, self.counted.end)


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
