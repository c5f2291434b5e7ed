"""What a statement or a story needs to be shown, gathered from the ledger: reports, readings and names beside ids."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rashomon.accounts import saying
from rashomon.accounts.records import Accounts
from rashomon.accounts.saying import Saying
from rashomon.collation.wordings.closeness import Quotation, closeness
from rashomon.collation.wordings.variation import sharpest
from rashomon.dossier.differences import Comparison, Piece, comparison, marked
from rashomon.dossier.order import by_date, importance
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
    VariationKind,
    Voice,
    Wording,
)

#: Reports kept at hand, with their readings: more than any story of the size that people read has.
AT_HAND = 500


class Shelf:
    """Reports, readings and entities of a ledger, by id, the latest ones kept at hand."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._reports: dict[str, Report] = {}
        self._readings: dict[str, Reading] = {}
        self._report = lru_cache(maxsize=AT_HAND)(ledger.report)
        self._reading = lru_cache(maxsize=AT_HAND)(ledger.reading)
        self.entity = lru_cache(maxsize=AT_HAND)(ledger.entity)

    def take(self, reports: Sequence[str], read: Sequence[str]) -> None:
        """Take these reports, and the readings of those ``read``, by their whole ids, all at once: a tenth of the work of one by
        one."""
        self._reports |= {report.id: report for report in self._ledger.reports(reports)}
        self._readings |= {reading.report: reading for reading in self._ledger.readings(read)}

    def report(self, id_: str) -> Report:
        """A report, by its id."""
        return self._reports.get(id_) or self._report(id_)

    def reading(self, id_: str) -> Reading:
        """What was read in a report, by its id."""
        return self._readings.get(id_) or self._reading(id_)


@dataclass(frozen=True, slots=True)
class Telling:
    """A wording where it stands: its report, the attribution it stands in, and the passage's voice.

    ``cue`` are its words in the report, empty where not expressed; ``by`` names whoever's words this telling stands inside
    ("Tasch said the colonel told him …"), ``None`` where it stands in nobody's. ``told`` is how it is listed.
    """

    wording: Wording
    report: Report
    text: str
    attribution: Attribution | None
    voice: Voice
    cue: str
    by: str | None
    told: Saying

    @property
    def source(self) -> str:
        """The words for the source in the report, empty where not expressed."""
        return self.told.source

    @property
    def said(self) -> str:
        """The words with all that belongs to them: the cue without which they would read as said (*denied: that the sluice was
        shut*), the other parts of a divided sentence."""
        return self.told.whole(self.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with its speaker and its tellings.

    ``described`` is the source's words in the telling that leads, where the speaker is not known. ``closeness`` is how alike
    the most alike of its differing quotations are (:mod:`rashomon.collation.wordings.closeness`), ``None`` where they agree.
    ``joint`` are those who are reported to have said it together, ``None`` for one who is not known.
    """

    statement: Statement
    speaker: Entity | None
    described: str | None
    tellings: tuple[Telling, ...]
    closeness: float | None
    joint: tuple[Entity | None, ...] = ()

    @property
    def altered(self) -> bool:
        """Whether a word is changed inside quotation marks that two of its wordings have."""
        return any(v.kind is VariationKind.ALTERED for t in self.tellings for v in t.wording.variations)

    @property
    def pointing(self) -> bool:
        """Whether no wording says anything by itself: "it", "that", the lesser part of a divided sentence."""
        return saying.pointing((t.text, t.told) for t in self.tellings)

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

    Statements stand in order of :func:`.order.importance`.
    """

    story: Story
    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Told, ...]
    problems: tuple[Problem, ...]
    accounts: Accounts


def gather(ledger: Ledger, story: str) -> Gathered:
    """Everything about a story, by its id. Raises LedgerError where there is none of that id."""
    shelf, found = Shelf(ledger), ledger.story(story)
    reports = by_date(shelf.report(r) for r in found.reports)
    order = {report.id: place for place, report in enumerate(reports)}
    told = [tell(shelf, statement) for statement in ledger.statements(story=found.id)]
    told.sort(
        key=lambda t: importance(
            t, t.statement.id, t.tellings[0].report.id, t.tellings[0].wording.start, order
        )
    )
    return Gathered(
        found,
        tuple(reports),
        tuple(shelf.reading(r.id) for r in reports),
        tuple(told),
        _problems(ledger, reports),
        ledger.accounts(found.id),
    )


def _problems(ledger: Ledger, reports: Sequence[Report]) -> tuple[Problem, ...]:
    """What could not be read, which may belong to any story, and notes on these reports."""
    captures = {report.capture for report in reports}
    return tuple(p for p in ledger.problems() if not p.noted or p.sha256 in captures)


def tell(shelf: Shelf, statement: Statement, most: int | None = None) -> Told:
    """A statement with what is needed to show it; of very many wordings, the first ``most``."""
    tellings = tuple(
        telling(
            w,
            shelf.report(w.report),
            () if w.attribution is None else shelf.reading(w.report).attributions,
        )
        for w in statement.wordings[:most]
    )
    speaker = None if statement.speaker is None else shelf.entity(statement.speaker)
    joint = tuple(None if one is None else shelf.entity(one) for one in statement.joint_speakers)
    told = Told(statement, speaker, None, tellings, closeness([_quotation(t) for t in tellings]), joint)
    # The words beside whose source they stand are those that lead, never another wording's.
    words = tellings[base(told)].source if tellings else ""
    return told if speaker or not words else replace(told, described=words)


@dataclass(frozen=True, slots=True)
class Compared:
    """A telling's words, those marked that differ, and how it compares (``None`` for the one that leads all comparisons)."""

    pieces: tuple[Piece, ...]
    comparison: Comparison | None


def compared(told: Told) -> tuple[Compared, ...]:
    """Each telling as it compares with the one that its wording is compared with, by
    :mod:`rashomon.collation.wordings.variation`."""
    wordings, texts = [t.wording for t in told.tellings], [t.text for t in told.tellings]
    return tuple(
        Compared(marked(wordings, texts, at), comparison(wordings, texts, at)) for at in range(len(texts))
    )


def sharpest_first(texts: Sequence[Compared]) -> list[int]:
    """The places of wordings in the order to compare them in: the one that leads all comparisons, altered quotations, the
    others."""

    def rank(at: int) -> int:
        compared_with = texts[at].comparison
        return 0 if compared_with is None else 1 if compared_with.altered else 2

    return sorted(range(len(texts)), key=lambda at: (rank(at), at))


def by_voice(told: Told) -> Iterator[Told]:
    """A statement in its speaker's own wordings, and apart from these those of sources that nobody names, by their words."""
    for source, tellings in saying.by_voice(told.tellings, lambda t: t.told, told.speaker is not None):
        if source is None:
            yield replace(told, tellings=tellings)
        else:
            together = told.joint if all(t.told.joint for t in tellings) else ()
            yield replace(told, speaker=None, described=source or None, tellings=tellings, joint=together)


def own(told: Told) -> Told:
    """A statement in the wordings that are given as its speaker's, by name: the others are of sources that nobody names."""
    return told if told.speaker is None else next(by_voice(told))


def jointly(told: Told) -> Told:
    """A statement in the wordings that are given as said by several together; all of them where none is."""
    tellings = tuple(t for t in told.tellings if t.told.joint) or told.tellings
    return replace(told, speaker=None, tellings=tellings)


def base(told: Told) -> int:
    """The place of the telling that leads all comparisons; the first one where none have been made."""
    return next((at for at, t in enumerate(told.tellings) if t.wording.against is None), 0)


def leading(told: Told) -> Telling:
    """The telling in which a statement is listed: that which leads all comparisons, of those given as its speaker's."""
    mine = own(told)
    return mine.tellings[base(mine)]


def earliest(told: Told) -> Telling:
    """Of the tellings given as its speaker's the first by date that says something by itself."""
    mine = own(told)
    return next((t for t in mine.tellings if not saying.pointing([(t.text, t.told)])), leading(told))


def _quotation(telling: Telling) -> Quotation:
    whole = telling.attribution is not None and telling.attribution.kind is AttributionKind.DIRECT
    return Quotation(telling.text, whole, telling.wording.against, sharpest(telling.wording.variations))


def telling(wording: Wording, report: Report, attributions: Sequence[Attribution]) -> Telling:
    """A wording where it stands in its report, which has these attributions."""
    text = report.text[wording.start : wording.end]
    voice = _voice(report, wording.start)
    if wording.attribution is None:
        return Telling(wording, report, text, None, voice, "", None, Saying())
    attribution = attributions[wording.attribution]
    outer = None if attribution.inside is None else attributions[attribution.inside]
    cue = words_at(report, attribution.cue)
    return Telling(
        wording,
        report,
        text,
        attribution,
        voice,
        cue,
        None if outer is None else outer.speaker.name or words_at(report, outer.source) or None,
        saying.told_of(report.text, attributions, Span(wording.start, wording.end), wording.attribution),
    )


def words_at(report: Report, spans: Iterable[Span]) -> str:
    """The words of a part; ``…`` stands between the spans of a discontinuous one."""
    return " … ".join(report.text[span.start : span.end] for span in spans)


def _voice(report: Report, at: int) -> Voice:
    place = bisect_right(report.passages, at, key=lambda p: p.start) - 1
    inside = place >= 0 and at < report.passages[place].end
    return report.passages[place].voice if inside else Voice.BODY
