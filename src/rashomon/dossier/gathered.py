"""What a statement or a story needs to be shown, gathered from the ledger: reports, readings and names beside ids."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rashomon.dossier.differences import Comparison, Piece, compare
from rashomon.ledger import Ledger
from rashomon.records import (
    Attribution,
    AttributionKind,
    Entity,
    Problem,
    Reading,
    Report,
    Span,
    Statement,
    Story,
    Voice,
    Wording,
)

#: Reports kept at hand, with their readings: more than any story of the size that people read has.
AT_HAND = 500

#: Wordings of one statement compared each with each, which takes half a second for so many of 20 words.
MOST_COMPARED = 60


class Shelf:
    """Reports, readings and entities of a ledger, by id, the latest ones kept at hand."""

    def __init__(self, ledger: Ledger) -> None:
        self.report = lru_cache(maxsize=AT_HAND)(ledger.report)
        self.reading = lru_cache(maxsize=AT_HAND)(ledger.reading)
        self.entity = lru_cache(maxsize=AT_HAND)(ledger.entity)


@dataclass(frozen=True, slots=True)
class Telling:
    """A wording where it stands: its report, the attribution it stands in, and the passage's voice.

    ``source`` and ``cue`` are their words in the report, empty where not expressed; ``by`` names whoever's words
    this telling stands inside ("Tasch said the colonel told him …"), ``None`` where it stands in nobody's.
    """

    wording: Wording
    report: Report
    text: str
    attribution: Attribution | None
    voice: Voice
    source: str
    cue: str
    by: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with its speaker and its tellings.

    ``described`` is the source's words where the speaker is not known. ``closeness`` is how alike the most
    alike of its differing quotations are (see :func:`closeness`), ``None`` where quotations agree.
    """

    statement: Statement
    speaker: Entity | None
    described: str | None
    tellings: tuple[Telling, ...]
    closeness: float | None

    @property
    def narrated(self) -> bool:
        """Whether no report attributes it: it is in the reports' own words."""
        return self.speaker is None and all(t.attribution is None for t in self.tellings)

    @property
    def reports(self) -> int:
        """How many reports carry it."""
        return len({t.report.id for t in self.tellings})


@dataclass(frozen=True, slots=True)
class Gathered:
    """A story with its reports in order of date, what is said in them, and what the ledger could not read.

    Statements stand with those whose quotations differ first, the most alike first among them; then those
    that most reports carry; then in the order of the reports.
    """

    story: Story
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Told, ...]
    problems: tuple[Problem, ...]


def gather(ledger: Ledger, story: str) -> Gathered:
    """Everything about a story, by its id. Raises LedgerError where there is none of that id."""
    shelf, found = Shelf(ledger), ledger.story(story)
    reports = sorted((shelf.report(r) for r in found.reports), key=lambda r: (r.published or "~", r.id))
    order = {report.id: place for place, report in enumerate(reports)}
    told = [tell(shelf, statement) for statement in ledger.statements(story=found.id)]
    told.sort(key=lambda t: _importance(t, order))
    return Gathered(
        found,
        tuple(reports),
        tuple(shelf.reading(r.id) for r in reports),
        tuple(told),
        tuple(ledger.problems()),
    )


def tell(shelf: Shelf, statement: Statement) -> Told:
    """A statement with what is needed to show it."""
    tellings = tuple(_telling(shelf, wording) for wording in statement.wordings)
    speaker = None if statement.speaker is None else shelf.entity(statement.speaker)
    words = next((t.source for t in tellings if t.source), None)
    return Told(statement, speaker, None if speaker else words, tellings, closeness(tellings))


@dataclass(frozen=True, slots=True)
class Compared:
    """A telling's words, those marked that differ, and its comparison with the base (``None`` for that itself)."""

    pieces: tuple[Piece, ...]
    comparison: Comparison | None


def compared(told: Told) -> tuple[Compared, ...]:
    """Each telling compared with the base (see :func:`base`).

    The base has words marked only where there is one other telling, and it is plain what they are not in.
    """
    place = base(told)
    text = told.tellings[place].text
    found = [None if at == place else compare(text, t.text) for at, t in enumerate(told.tellings)]
    others = [comparison for comparison in found if comparison is not None]
    own = others[0].first if len(others) == 1 else (Piece(text, False),)
    return tuple(Compared(own if c is None else c.second, c) for c in found)


def base(told: Told) -> int:
    """The place of the telling that the others are compared with: the one with most in common with them.

    A quotation goes before anything retold, and of two that are level the longer, then the earlier. So a word
    changed in one report stands out against the others, whichever of them has a translation of its own.
    """
    texts = [telling.text for telling in told.tellings]
    alike = [0.0] * len(texts)
    for (i, first), (j, second) in combinations(list(enumerate(texts[:MOST_COMPARED])), 2):
        shared = compare(first, second).shared
        alike[i] += shared
        alike[j] += shared
    return max(
        range(len(texts)),
        key=lambda at: (is_quoted(told.tellings[at]), round(alike[at], 6), len(texts[at]), -at),
    )


def closeness(tellings: Iterable[Telling]) -> float | None:
    """The share of words in common of the two quotations that differ least, ``None`` where none differ.

    Quotations are tellings of which every word stands in quotation marks. Where all but a word or two are
    alike, either report may have changed what was said; where little is alike, there may be two translations.
    Which, is not decided here: the number only puts the telling cases first.
    """
    texts = sorted({telling.text for telling in tellings if is_quoted(telling)})[:MOST_COMPARED]
    found = (compare(first, second) for first, second in combinations(texts, 2))
    return max((c.shared for c in found if c.altered), default=None)


def is_quoted(telling: Telling) -> bool:
    return telling.attribution is not None and telling.attribution.kind is AttributionKind.DIRECT


def _telling(shelf: Shelf, wording: Wording) -> Telling:
    report = shelf.report(wording.report)
    text = report.text[wording.start : wording.end]
    voice = _voice(report, wording.start)
    if wording.attribution is None:
        return Telling(wording, report, text, None, voice, "", "", None)
    attributions = shelf.reading(report.id).attributions
    attribution = attributions[wording.attribution]
    outer = None if attribution.inside is None else attributions[attribution.inside]
    return Telling(
        wording,
        report,
        text,
        attribution,
        voice,
        words_at(report, attribution.source),
        words_at(report, attribution.cue),
        None if outer is None else outer.speaker.name or words_at(report, outer.source) or None,
    )


def words_at(report: Report, spans: Iterable[Span]) -> str:
    """The words of a part; ``…`` stands between the spans of a discontinuous one."""
    return " … ".join(report.text[span.start : span.end] for span in spans)


def _voice(report: Report, at: int) -> Voice:
    place = bisect_right(report.passages, at, key=lambda p: p.start) - 1
    inside = place >= 0 and at < report.passages[place].end
    return report.passages[place].voice if inside else Voice.BODY


def _importance(told: Told, order: dict[str, int]) -> tuple[float, int, int, int, str]:
    first = told.tellings[0]
    return (
        1.0 if told.closeness is None else -told.closeness,
        -told.reports,
        order.get(first.report.id, len(order)),
        first.wording.start,
        told.statement.id,
    )
