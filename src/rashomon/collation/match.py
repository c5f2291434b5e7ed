"""Statements: sentences of many reports that say the same thing, brought together.

Three ways lead from one sentence to another, each said in ``Wording.why``: their likeness alone (:mod:`likeness`), their
place between other matches (:mod:`align`), and one being a fragment of the other, as headlines cut quotations. What they
lead to is grouped by its weakest link (:mod:`groups`), as far as people have not decided (:mod:`constraints`). In the ledger,
speakers that are known must be the same, and unknown fits anyone; where a few texts are compared, a difference of speakers
only counts against a match.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.collation.align import ANCHOR, Pair, align
from rashomon.collation.constraints import Constraints, constraints, nearest
from rashomon.collation.embed import WIDTH, unpack
from rashomon.collation.groups import Link, groups
from rashomon.collation.likeness import REFUSED, Profile, fragment, profile, telling, whole
from rashomon.reading.sentences import sentences
from rashomon.reading.speech import is_speech
from rashomon.records import Correction, Reading, Report, Sentence, Span, Statement, Voice, Wording

Speakers = Mapping[tuple[str, int], str | None]
"""Entity id of each attribution's speaker, by report id and index of the attribution."""

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Sentences to rows of unit length: :meth:`rashomon.collation.embed.Embedder.embed`."""

COLLATED_VOICES = frozenset({Voice.BODY, Voice.HEADLINE, Voice.EMBEDDED})
"""The voices of the report itself; comments, captions, bylines and furniture are never collated."""

QUOTATION_MARKS = frozenset('“”„‟«»‹›"‘’')

COSINE = 0.6
"""Least cosine of sentences compared in full across all reports; what lies below it reaches no threshold by likeness."""
STRONG = 3.0
"""Log-odds by which two sentences of two reports match wherever they stand."""
STRONG_WITHIN = 5.0
"""The same within one report, where a speaker's sentences resemble each other without being one."""
FRAGMENT_LEAST = 2.0
"""Log-odds a fragment needs: nine in ten such matches were right on the dev translations' fragments."""
OTHER_SPEAKER = -1.0
"""Added in a comparison of texts where both speakers are known and differ: one of the two may be misread, or misquoted."""
COMPANY = 3
"""Matches of telling sentences that two reports must share for a short one ("Our land is iron.") to match among them."""
WEAKEST = -1.0
"""Log-odds below which two sentences without a link of their own keep their groups apart."""
KINDRED = 2
"""Sentences on either side that two reports of a ledger must share to be aligned: a single one says nothing of order.
Of the 839 training articles of PolNeAR, 138 pairs share two; 2,105 share one, as a rule a politician's standing phrase."""
_AMONG = "like none of the others by itself; one with them by a person's decision"
_BLOCK = 512
"""Rows of the similarity matrix held at a time: 30,000 sentences need 60 MB."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A sentence that takes part, and the core of it that one attribution gives to a speaker (or all of it)."""

    report: str
    start: int
    end: int
    core: Span
    attribution: int | None
    speaker: str | None
    headline: bool
    quoted: bool  # its core stands at a quotation mark
    spoken: bool  # quoted, or reported as speech: not what somebody wants, fears or supports
    profile: Profile
    core_profile: Profile


def statements(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    speakers: Speakers,
    corrections: Iterable[Correction] = (),
) -> tuple[Statement, ...]:
    """What was said, for the ledger: every sentence with an attribution is a wording of exactly one statement.

    Many statements have one wording. ``readings`` need vectors. ``corrections`` may hold any; those about wordings are obeyed.
    The result does not depend on the order of its input, and is ordered by its first wordings.
    """
    return _statements(reports, readings, speakers, False, None, corrections)


def collate_reports(
    reports: Sequence[Report], readings: Sequence[Reading], speakers: Speakers, embed: Embed | None = None
) -> tuple[Statement, ...]:
    """Where texts say the same thing, narration included: the statements of two wordings or more.

    Sentences in the report's own voices take part (:data:`COLLATED_VOICES`), whether anyone is quoted in them or not.
    A sentence that an attribution cuts in pieces is compared whole: with ``embed`` by a vector of its own, otherwise by
    the mean of its pieces' vectors (F1 on the translations is some 0.3 points lower then).
    """
    every = _statements(reports, readings, speakers, True, embed)
    return tuple(statement for statement in every if len(statement.wordings) > 1)


def _statements(
    reports: Sequence[Report],
    readings: Sequence[Reading],
    speakers: Speakers,
    narration: bool,
    embed: Embed | None = None,
    corrections: Iterable[Correction] = (),
) -> tuple[Statement, ...]:
    by_id = {report.id: report for report in reports}
    items, vectors, cores = _items(by_id, readings, speakers, narration, embed)
    other_speaker = OTHER_SPEAKER if narration else REFUSED
    names = {report.id: report.name for report in reports}
    matcher = _Matcher(items, vectors, cores, names, other_speaker, own_words=not narration)
    links = matcher.links()
    decided = _decided(items, corrections)
    found = groups([None if narration else item.speaker for item in items], links, matcher.bearable, decided)
    order = {
        key: place for place, key in enumerate(sorted(by_id, key=lambda k: (by_id[k].published or "~", k)))
    }
    told = [_statement(group, items, links, order, decided) for group in found]
    return tuple(sorted(told, key=lambda s: (order[s.wordings[0].report], s.wordings[0].start)))


def _decided(items: Sequence[_Item], corrections: Iterable[Correction]) -> Constraints:
    spans: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for k, item in enumerate(items):
        spans[item.report].append((item.start, item.end, k))
    return constraints(lambda report, start, end: nearest(spans.get(report, ()), start, end), corrections)


def _items(
    reports: Mapping[str, Report],
    readings: Sequence[Reading],
    speakers: Speakers,
    narration: bool,
    embed: Embed | None,
) -> tuple[list[_Item], NDArray[np.float32], NDArray[np.float32]]:
    """Items in order of report and place, with the vectors of the items and of their cores."""
    items: list[_Item] = []
    vectors: list[NDArray[np.float32]] = []
    cores: list[NDArray[np.float32]] = []
    for reading in sorted(readings, key=lambda r: r.report):
        report = reports[reading.report]
        pieces = sorted(reading.sentences, key=lambda s: (s.start, s.end))
        known = unpack([piece.vector for piece in pieces])
        headlines = [p for p in report.passages if p.voice is Voice.HEADLINE]
        for span, parts in _whole(report, pieces) if narration else _attributed(pieces):
            said = [k for k in parts if pieces[k].attribution is not None]
            core = pieces[said[0]] if len(said) == 1 else None
            speaker = None
            if core is not None and core.attribution is not None:
                speaker = speakers.get((report.id, core.attribution))
            edges = Span(core.start, core.end) if core else span
            around = (
                report.text[max(0, edges.start - 1) : edges.start] + report.text[edges.end : edges.end + 1]
            )
            quoted = any(mark in QUOTATION_MARKS for mark in around)
            cue = reading.attributions[core.attribution].cue if core and core.attribution is not None else ()
            whole_profile = profile(report.text[span.start : span.end])
            items.append(
                _Item(
                    report=report.id,
                    start=span.start,
                    end=span.end,
                    core=edges,
                    attribution=core.attribution if core else None,
                    speaker=speaker,
                    headline=any(p.start <= span.start < p.end for p in headlines),
                    quoted=quoted,
                    spoken=quoted or is_speech(" ".join(report.text[c.start : c.end] for c in cue)),
                    profile=whole_profile,
                    core_profile=profile(report.text[core.start : core.end]) if core else whole_profile,
                )
            )
            if embed and len(parts) > 1:
                vectors.append(embed([report.text[span.start : span.end]])[0])
            else:
                lengths = np.array([pieces[k].end - pieces[k].start for k in parts], dtype=np.float32)
                mean = lengths @ known[parts]
                vectors.append(mean / max(float(np.linalg.norm(mean)), 1e-6))
            cores.append(known[said[0]] if core else vectors[-1])
    empty = np.zeros((0, WIDTH), dtype=np.float32)
    return items, np.array(vectors) if vectors else empty, np.array(cores) if cores else empty


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
            for span in sentences(report.text, passage.start, passage.end):
                first = bisect_right(starts, span.start) - 1
                last = bisect_right(starts, span.end - 1)
                parts = [
                    k
                    for k in range(max(first, 0), last)
                    if pieces[k].end > span.start and pieces[k].start < span.end
                ]
                if parts:
                    yield span, parts


def _statement(
    group: Sequence[int],
    items: Sequence[_Item],
    links: Mapping[tuple[int, int], Link],
    order: Mapping[str, int],
    decided: Constraints,
) -> Statement:
    """One group as a statement; each wording after the first says what ties it to the others, and what people decided."""
    group = sorted(group, key=lambda k: (order[items[k].report], items[k].start))
    said_same = {k: f"the same, {tie.why}" for tie in decided.same for k in (tie.a, tie.b) if k in group}
    said_apart = {k: tie for tie in decided.apart for k in (tie.a, tie.b) if k in group}
    wordings = []
    for place, k in enumerate(group):
        ties = [links.get((min(k, other), max(k, other))) for other in group]
        strongest = max((tie for tie in ties if tie), key=lambda tie: (tie.odds, tie.why), default=None)
        item = items[k]
        # What was said stands without the frame around it: less "…, says Massoud".
        framed = 2 * (item.core.end - item.core.start) >= item.end - item.start
        span = item.core if framed or (strongest and strongest.fragment) else Span(item.start, item.end)
        score = 1.0
        why = "the first wording" if place == 0 else strongest.why if strongest else _AMONG
        if place and strongest and k not in said_same:
            score = round(1 / (1 + math.exp(-strongest.odds)), 4)
        if k in said_same and place:
            why = said_same[k]
        if tie := said_apart.get(k):
            there = items[tie.b if tie.a == k else tie.a].report
            why += f"; not the same as in report {there[:8]}, {tie.why}"
        wordings.append(Wording(item.report, span.start, span.end, item.attribution, score, why))
    first = wordings[0]
    digest = hashlib.sha256(f"{first.report}:{first.start}:{first.end}".encode()).hexdigest()[:12]
    known = {items[k].speaker for k in group} - {None}
    return Statement(digest, known.pop() if len(known) == 1 else None, tuple(wordings))


class _Matcher:
    """Finds the links between items: sentences sorted by report and place, with their vectors."""

    def __init__(
        self,
        items: Sequence[_Item],
        vectors: NDArray[np.float32],
        cores: NDArray[np.float32],
        names: Mapping[str, str],
        other_speaker: float,
        own_words: bool,
    ) -> None:
        self._items = items
        self._vectors = vectors
        self._cores = cores
        self._names = names
        self._other_speaker = other_speaker
        self._own_words = own_words  # only what somebody says, in a ledger of many reports; no narration
        self._halves: set[tuple[int, int]] = set()
        self._of: dict[str, list[int]] = defaultdict(list)
        for k, item in enumerate(items):
            self._of[item.report].append(k)

    def links(self) -> dict[tuple[int, int], Link]:
        """Every link, keyed by (lower, higher) index of the items."""
        links: dict[tuple[int, int], Link] = {}
        shared: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        alike: list[tuple[Link, int, int]] = []
        items = self._items
        for a, b, cosine, odds in self._candidates():
            one, other = items[a], items[b]
            within = one.report == other.report
            enough = telling(one.profile) and telling(other.profile)
            if _overlap(one, other):
                continue
            if self._own_words and not (one.spoken and other.spoken):
                continue
            if not within and odds >= ANCHOR and (enough or not self._own_words):
                shared[one.report, other.report].append((a, b))
            if within and not (one.headline or other.headline or (one.quoted and other.quoted)):
                continue  # what a report says twice without quoting is its style, not a second wording
            if enough and odds >= (STRONG_WITHIN if within else STRONG):
                alike.append((Link(odds, self._why(a, b, cosine)), a, b))
        alike += self._fragments()
        for pair in sorted(shared):
            if self._own_words and min(len(set(side)) for side in zip(*shared[pair], strict=True)) < KINDRED:
                continue
            aligned = [
                (found, self._of[pair[0]][found.a], self._of[pair[1]][found.b])
                for found in self._aligned(*pair)
            ]
            by_themselves = [telling(items[a].profile) and telling(items[b].profile) for _, a, b in aligned]
            for (found, a, b), itself in zip(aligned, by_themselves, strict=True):
                if self._own_words and not (items[a].profile.content and items[b].profile.content):
                    continue  # "it", "that": a place in the order, but nothing said
                if itself or sum(by_themselves) >= COMPANY:
                    cosine = float(self._vectors[a] @ self._vectors[b])
                    order = "stands in the same order among other matches: " if found.by_order else ""
                    links[a, b] = Link(_log_odds(found.score), order + self._why(a, b, cosine))
        # In another report a sentence goes with one; only a headline repeats what a text says again.
        taken = {(k, items[other].report) for pair in links for k, other in (pair, pair[::-1])}
        for link, a, b in sorted(alike, key=lambda found: (-found[0].odds, found[1:])):
            one, other = items[a], items[b]
            if all(
                item.headline or (k, there.report) not in taken
                for k, item, there in ((a, one, other), (b, other, one))
            ):
                links.setdefault((a, b), link)
                taken |= {(a, other.report), (b, one.report)}
        return links

    def bearable(self, a: int, b: int) -> bool:
        """Whether two items without a link of their own may stand in one group."""
        one, other = self._items[a], self._items[b]
        if _overlap(one, other):
            return False
        if (a, b) in self._halves:
            return True
        cosine = np.array([self._vectors[a] @ self._vectors[b]], dtype=np.float32)
        if whole([one.profile], [other.profile], cosine)[0] >= WEAKEST:
            return True
        piece, sentence = sorted((one.core_profile, other.core_profile), key=lambda p: p.length)
        return fragment(piece, sentence, float(self._cores[a] @ self._cores[b])) >= WEAKEST

    def _aligned(self, report: str, other: str) -> list[Pair]:
        rows, columns = self._of[report], self._of[other]
        handicap = np.array(
            [
                [
                    self._other_speaker if _differ(self._items[a].speaker, self._items[b].speaker) else 0.0
                    for b in columns
                ]
                for a in rows
            ]
        )
        pairs = align(
            [self._items[k].profile for k in rows],
            [self._items[k].profile for k in columns],
            self._vectors[rows],
            self._vectors[columns],
            handicap,
        )
        # The two halves of a sentence that the other report has whole may stand in one group, unlike as they are.
        for side, places in (("a", rows), ("b", columns)):
            partners = defaultdict(list)
            for pair in pairs:
                if pair.merged:
                    partners[pair.b if side == "a" else pair.a].append(pair.a if side == "a" else pair.b)
            for halves in partners.values():
                if len(halves) == 2:
                    self._halves.add((places[min(halves)], places[max(halves)]))
        return pairs

    def _candidates(self) -> Iterator[tuple[int, int, float, float]]:
        """Pairs (lower, higher index) of near vectors, with cosine and log-odds by likeness; speakers counted in."""
        for a, b, near, handicap in self._near(self._vectors):
            one, other = ([self._items[k].profile for k in side] for side in (a, b))
            odds = handicap + whole(one, other, near)
            yield from zip(a.tolist(), b.tolist(), near.tolist(), odds.tolist(), strict=True)

    def _fragments(self) -> Iterator[tuple[Link, int, int]]:
        """Links from a headline, or a thing quoted, to a longer sentence that it is a fragment of."""
        for indices, others, near, handicap in self._near(self._cores):
            for a, b, cosine, less in zip(
                indices.tolist(), others.tolist(), near.tolist(), handicap.tolist(), strict=True
            ):
                piece, sentence = (self._items[k] for k in (a, b))
                if piece.core_profile.length > sentence.core_profile.length:
                    piece, sentence = sentence, piece
                said = piece.quoted or (piece.headline and piece.attribution is not None)
                if said and not _overlap(piece, sentence):
                    odds = less + fragment(piece.core_profile, sentence.core_profile, cosine)
                    if odds >= FRAGMENT_LEAST:
                        yield Link(odds, f"a fragment: {self._why(a, b, cosine)}", fragment=True), a, b

    def _near(
        self, vectors: NDArray[np.float32]
    ) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float32], NDArray[np.float32]]]:
        """Pairs of near vectors, a block of rows at a time: lower indices, higher indices, cosines, speakers' handicaps."""
        items = self._items
        numbers = {speaker: k for k, speaker in enumerate(sorted({i.speaker for i in items if i.speaker}))}
        speakers = np.array([-1 if i.speaker is None else numbers[i.speaker] for i in items])
        for start in range(0, len(items), _BLOCK):
            cosines = vectors[start : start + _BLOCK] @ vectors[start:].T
            rows, columns = np.nonzero(cosines >= COSINE)
            a, b = rows + start, columns + start
            differ = (speakers[a] != speakers[b]) & (speakers[a] >= 0) & (speakers[b] >= 0)
            keep = (a < b) & ~(differ & (self._other_speaker <= REFUSED))
            handicap = np.where(differ[keep], np.float32(self._other_speaker), np.float32(0))
            yield a[keep], b[keep], cosines[rows[keep], columns[keep]], handicap

    def _why(self, a: int, b: int, cosine: float) -> str:
        one, other = self._items[a].profile, self._items[b].profile
        shared = len(one.weights.keys() & other.weights.keys())
        least = min(len(one.weights), len(other.weights))
        names = " and ".join(sorted({self._names[self._items[a].report], self._names[self._items[b].report]}))
        return f"{shared} of {least} words in common, cosine {cosine:.2f} ({names})"


def _overlap(one: _Item, other: _Item) -> bool:
    """Whether one is said inside the other: a part of it, never a second wording."""
    return one.report == other.report and one.start < other.end and other.start < one.end


def _differ(speaker: str | None, other: str | None) -> bool:
    return speaker is not None and other is not None and speaker != other


def _log_odds(probability: float) -> float:
    probability = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(probability / (1 - probability))
