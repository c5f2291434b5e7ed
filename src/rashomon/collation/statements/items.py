"""The sentences that take part in a collation, each with what it is compared by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.entities.entities import name_key
from rashomon.collation.sentences.embed import WIDTH, unpack
from rashomon.collation.sentences.likeness import Profile, profile
from rashomon.collation.statements.described import Description, described
from rashomon.collation.statements.spoken_for import bodies_spoken_for, same_body
from rashomon.reading.attributions.speech import is_speech
from rashomon.reading.attributions.stance import Stance, of_words
from rashomon.reading.names.persons.people import plain
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.surface import surface
from rashomon.records import (
    Attribution,
    AttributionKind,
    MentionKind,
    Reading,
    Report,
    Sentence,
    SourceKind,
    Span,
    Voice,
    overlap,
    text_of,
)

Speakers = Mapping[tuple[str, int], str | None]
"""Entity id of each attribution's speaker, by report id and index of the attribution."""

Named = Mapping[tuple[str, str], str]
"""The entity that each report means by a name, by report id and name (:func:`rashomon.collation.entities.entities.name_key`)."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Sentences to rows of unit length: :meth:`rashomon.collation.sentences.embed.Embedder.embed`."""

COLLATED_VOICES = frozenset({Voice.BODY, Voice.HEADLINE, Voice.EMBEDDED})
"""The voices of the report itself; comments, captions, bylines and furniture are never collated."""

QUOTATION_MARKS = frozenset('“”„‟«»‹›"‘’')


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence that takes part, and the core of it that one attribution gives to a speaker (or all of it).

    What it is compared by is read from its words when it is needed: of a million sentences, few come to be compared.
    """

    report: str
    start: int
    end: int
    core: Span
    text: str
    attribution: int | None
    speaker: str | None
    voice: Voice  # one of the collated
    quoted: bool  # its core stands at a quotation mark
    spoken: bool  # quoted, or reported as speech: not what somebody wants, fears or supports
    core_text: str
    source: str = ""  # the words of the source, and the speaker's name where the report gives one
    kind: SourceKind | None = None  # what the source is, where it has no name
    stance: Stance = Stance.SAID  # by the words of the cue
    joint: tuple[str | None, ...] = ()  # who say it together, None for one who is not known
    cue: str = ""  # these words
    retold: bool = False  # by an attribution without quotation marks
    name: str = ""  # the speaker's, as the report has it in full
    body: bool = False  # it is no person's
    side: str = ""  # the body for which the speaker speaks, as the report calls it

    @property
    def denied(self) -> bool:
        """Whether it is what somebody denies."""
        return self.stance is Stance.DENIED

    @property
    def unsaid(self) -> bool:
        """Whether somebody has not said it, or no longer does, and nothing else of it either."""
        return self.stance in (Stance.NOT_SAID, Stance.TAKEN_BACK)

    @property
    def description(self) -> Description | None:
        """Whom the source describes, where the speaker is not known and may not be anybody."""
        return described(self.source, self.kind) if self.speaker is None and not self.joint else None

    @property
    def speakers(self) -> frozenset[str]:
        """Those who are known to say it, alone or together."""
        several = (who for who in self.joint if who is not None)
        return frozenset(several) if self.speaker is None else frozenset((self.speaker,))

    @property
    def profile(self) -> Profile:
        """What the sentence is compared by."""
        return _profile(self.text)

    @property
    def core_profile(self) -> Profile:
        """What its core is compared by."""
        return _profile(self.core_text)


@lru_cache(maxsize=50_000)
def _profile(text: str) -> Profile:
    return profile(text)


@dataclass(frozen=True, slots=True)
class Items:
    """Items in order of report and place, and the vectors (n, 384) of the items and of their cores."""

    items: Sequence[Item]
    vectors: NDArray[np.float32]
    cores: NDArray[np.float32]

    def of(self, places: Sequence[int]) -> Items:
        """Some of them, in this order."""
        rows = list(places)
        vectors = self.vectors[rows]
        cores = vectors if self.cores is self.vectors else self.cores[rows]
        return Items([self.items[k] for k in rows], vectors, cores)


def joined(parts: Iterable[Items], most: int | None = None) -> Items:
    """The items of several reports, given in order of report, as one: ``most`` at most, or else they are counted first."""
    if most is None:
        parts = list(parts)
        most = sum(len(part.items) for part in parts)
    items: list[Item] = []
    # Filled as they come: a million rows are 1.4 GiB, which need not be held twice.
    vectors = np.empty((most, WIDTH), dtype=np.float32)
    cores = vectors
    for part in parts:
        rows = slice(len(items), len(items) + len(part.items))
        if part.cores is not part.vectors and cores is vectors:
            cores = vectors.copy()
        vectors[rows] = part.vectors
        if cores is not vectors:
            cores[rows] = part.cores
        items += part.items
    own = vectors[: len(items)]
    return Items(items, own, own if cores is vectors else cores[: len(items)])


def said_inside(one: Item, other: Item) -> bool:
    """Whether one is said inside the other: a part of it, never a second wording."""
    return one.report == other.report and overlap(one, other)


def echoes(one: Item, other: Item) -> bool:
    """Whether one stands where a report has what its text says again: in a headline, or in a post embedded in the text.

    The sentences of one post are as different as those of a text.
    """
    return Voice.HEADLINE in (one.voice, other.voice) or one.voice is not other.voice


def differ(speaker: str | None, other: str | None) -> bool:
    """Whether both speakers are known and not the same."""
    return speaker is not None and other is not None and speaker != other


def speaks_for(one: Item, other: Item) -> bool:
    """Whether one speaker is a body, and the other speaks for it: a spokesman by name."""
    return any(
        who.side != "" and whom.body and same_body(who.side, whom.name)
        for who, whom in ((one, other), (other, one))
    )


def other_speaker(one: Item, other: Item) -> bool:
    """Whether both speakers are known, and neither is the other nor speaks for the other."""
    return differ(one.speaker, other.speaker) and not speaks_for(one, other)


def other_speakers(one: Item, other: Item) -> bool:
    """Whether the speakers of both are known, and nobody who says the one says the other: who of several says it alone elsewhere
    may have said it together with them, and so may they with others who are not known."""
    if speaks_for(one, other):
        return False
    ones, others = one.speakers, other.speakers
    if not ones or not others or None in one.joint or None in other.joint:
        return False
    return ones.isdisjoint(others)


def lone_voice(item: Item) -> str | None:
    """The only speaker whose sentences may be one with this: ``None`` for who is not known, and who speaks for another too."""
    return None if item.side else item.speaker


def by_one_speaker(one: Item, other: Item) -> bool:
    """Whether both speakers are known and the same."""
    return one.speaker is not None and one.speaker == other.speaker


def words_tell(one: Item, other: Item) -> bool:
    """Whether words alone tell if two sentences are one saying: they are one known speaker's, or not both retold."""
    return by_one_speaker(one, other) or not (one.retold and other.retold)


def both_quoted(one: Item, other: Item) -> bool:
    """Whether both stand at quotation marks, or inside them: then their words tell whether they are one."""
    return (one.quoted or not one.retold) and (other.quoted or not other.retold)


BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.PLACE})
"""What a speaker is whose name is no person's."""


def told_by(text: str, attribution: Attribution | None) -> tuple[str, SourceKind | None, Stance, str]:
    """What an item tells of its source: ``source``, ``kind``, ``stance`` and ``cue``."""
    if attribution is None:
        return "", None, Stance.SAID, ""
    words = [text[s.start : s.end] for s in attribution.source]
    cue = text_of(text, attribution.cue)
    source = " ".join([*words, *([attribution.speaker.name] if attribution.speaker.name else [])])
    return source, attribution.source_kind, of_words(cue), cue


def joint_speakers(report: str, attribution: Attribution | None, named: Named) -> tuple[str | None, ...]:
    """The entities that say an attribution's content together, ``None`` for one who is not known."""
    several = attribution.joint_speakers if attribution else ()
    return tuple(named.get((report, name_key(one.name))) if one.name else None for one in several)


def said(report: Report, reading: Reading, speakers: Speakers, named: Named | None = None) -> Items:
    """The sentences of a report that someone is reported to have said, in order of place: what a ledger collates."""
    return _items(report, reading, speakers, False, None, named or {})


def every(report: Report, reading: Reading, speakers: Speakers, embed: Embed | None) -> Items:
    """All sentences in a report's own voices, narration too; one that an attribution cuts is compared whole.

    With ``embed`` such a one gets a vector of its own, otherwise the mean of its pieces' vectors.
    """
    return _items(report, reading, speakers, True, embed)


def _items(
    report: Report,
    reading: Reading,
    speakers: Speakers,
    narration: bool,
    embed: Embed | None,
    named: Named | None = None,
) -> Items:
    items: list[Item] = []
    vectors: list[NDArray[np.float32]] = []
    cores: list[NDArray[np.float32]] = []
    pieces = sorted(reading.sentences, key=lambda s: (s.start, s.end))
    known = unpack([piece.vector for piece in pieces])
    beside = [p for p in report.passages if p.voice in (Voice.HEADLINE, Voice.EMBEDDED)]
    spoken_for = bodies_spoken_for(reading)
    for span, parts in _whole(report, pieces) if narration else _attributed(pieces):
        of_someone = [k for k in parts if pieces[k].attribution is not None]
        core = pieces[of_someone[0]] if len(of_someone) == 1 else None
        speaker = None
        if core is not None and core.attribution is not None:
            speaker = speakers.get((report.id, core.attribution))
        edges = Span(core.start, core.end) if core else span
        around = report.text[max(0, edges.start - 1) : edges.start] + report.text[edges.end : edges.end + 1]
        quoted = any(mark in QUOTATION_MARKS for mark in around)
        of = reading.attributions[core.attribution] if core and core.attribution is not None else None
        source, kind, stance, cue = told_by(report.text, of)
        text = report.text[span.start : span.end]
        same = core is None or (core.start, core.end) == (span.start, span.end)
        items.append(
            Item(
                report=report.id,
                start=span.start,
                end=span.end,
                core=edges,
                text=text,
                attribution=core.attribution if core else None,
                speaker=speaker,
                voice=next((p.voice for p in beside if p.start <= span.start < p.end), Voice.BODY),
                quoted=quoted,
                spoken=quoted or is_speech(cue),
                core_text=text if same else report.text[edges.start : edges.end],
                source=source,
                kind=kind,
                stance=stance,
                joint=joint_speakers(report.id, of, named or {}),
                cue=cue,
                retold=of is not None and of.kind is AttributionKind.INDIRECT,
                name=(of.speaker.name or "") if of is not None else "",
                body=of is not None and of.speaker.kind in BODIES,
                side=spoken_for.get(plain(of.speaker.name or ""), "") if of is not None else "",
            )
        )
        if embed and len(parts) > 1:
            vectors.append(embed([text])[0])
        else:
            vectors.append(known[parts[0]] if len(parts) == 1 else _mean(pieces, parts, known))
        cores.append(known[of_someone[0]] if core else vectors[-1])
    empty = np.zeros((0, WIDTH), dtype=np.float32)
    own = np.array(vectors) if vectors else empty
    # Where nothing is put together, a sentence and its core are one, and so are their vectors.
    return Items(items, own, np.array(cores) if narration and cores else own)


def _mean(
    pieces: Sequence[Sentence], parts: Sequence[int], known: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The mean of some pieces' vectors, weighed by their lengths, of unit length."""
    lengths = np.array([pieces[k].end - pieces[k].start for k in parts], dtype=np.float32)
    mean = lengths @ known[list(parts)]
    return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-6), dtype=np.float32)


def attributed(reading: Reading) -> list[int]:
    """The sentences of a reading that someone is reported to have said, by index, in order of place: those of :func:`said`."""
    pieces = reading.sentences
    order = sorted(range(len(pieces)), key=lambda k: (pieces[k].start, pieces[k].end))
    return [k for k in order if pieces[k].attribution is not None]


def _attributed(pieces: Sequence[Sentence]) -> Iterator[tuple[Span, list[int]]]:
    """The sentences that someone is reported to have said, each by itself."""
    for k, piece in enumerate(pieces):
        if piece.attribution is not None:
            yield Span(piece.start, piece.end), [k]


def _whole(report: Report, pieces: Sequence[Sentence]) -> Iterator[tuple[Span, list[int]]]:
    """The sentences as they stand in the report's own voices, and which of the reading's pieces make up each.

    One report's reading may cut where another's does not ("He said | that the road is closed"); texts compare whole.
    """
    starts = [piece.start for piece in pieces]
    for passage in sorted(report.passages, key=lambda p: p.start):
        if passage.voice in COLLATED_VOICES:
            for span in sentences(surface(report.text), passage.start, passage.end):
                first = bisect_right(starts, span.start) - 1
                last = bisect_right(starts, span.end - 1)
                parts = [k for k in range(max(first, 0), last) if overlap(pieces[k], span)]
                if parts:
                    yield span, parts
