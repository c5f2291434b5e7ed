"""Quotations that part inside their marks though nothing else made them one statement: nearly all words of a sentence are the
same, in two reports that both cite somebody for it.

Told by the words alone, sentence by sentence, as where a quotation begins and ends is each report's choice. What a report quotes
both ways was said twice, and names in quotation marks (a programme, a book) are nobody's words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rashomon.accounts.conflicts.altered import either, two_unnamed
from rashomon.accounts.conflicts.members import Wordings
from rashomon.accounts.records import Conflict, ConflictKind
from rashomon.accounts.told import Told, digest
from rashomon.collation.wordings.differing import Witness, witness
from rashomon.collation.wordings.translated import translates
from rashomon.collation.wordings.variation import variations
from rashomon.collation.wordings.wordforms import quoted_spans
from rashomon.reading.text.sentences import sentences
from rashomon.reading.text.surface import surface
from rashomon.records import Attribution, Report, Span, Variation, VariationKind, overlap, text_of

_LEAST = 4
"""Words that a sentence in quotation marks must have to be compared."""
_TELLING = 2
"""Words that tell something which both must have: function words are shared by chance."""
_SHARE = 0.6
"""The share of the shorter one's words that the other must have, before the two are set word beside word."""
_COMMON = 40
"""Quotations of a story in which a word may stand that leads from one to the other: others stand everywhere."""
_MARKS = frozenset("“”„«»‟‹›\"‘’'")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A sentence in quotation marks: its report's place in the story, what it is compared by, and who is cited for it."""

    report: int
    at: Span
    words: Witness
    attribution: int

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(w.key for w in self.words.words)


def quoted_apart(told: Told, shown: Sequence[Conflict]) -> tuple[Conflict, ...]:
    """A conflict for each two quotations that part in a word or two; not of those that one of ``shown`` sets apart already."""
    alike: defaultdict[tuple[str, ...], list[_Quoted]] = defaultdict(list)
    for quoted in _all(told):
        alike[quoted.keys].append(quoted)
    members = Wordings(told)
    taken: set[tuple[str, ...]] = set()
    out = []
    for one, other in _near(list(alike)):
        if one in taken or other in taken or not _of_one_saying(told, alike[one], alike[other]):
            continue
        here, there = alike[one][0], alike[other][0]
        found = [
            v
            for v in variations(here.words, there.words)
            if v.kind is VariationKind.ALTERED and not _joined(here, there, v)
        ]
        if not found or _set_apart(told, alike[one], alike[other], shown):
            continue
        taken |= {one, other}
        was, now = (
            " ".join(q.words.text[a:b].split())
            for q, a, b in (
                (here, found[0].other_start, found[0].other_end),
                (there, found[0].start, found[0].end),
            )
        )
        out.append(
            Conflict(
                digest(
                    told.story.id,
                    "quoted apart",
                    *(told.reports[q.report].id for q in (here, there)),
                    here.at.start,
                ),
                told.story.id,
                ConflictKind.ALTERED,
                either(was, now),
                0.8,
                "inside quotation marks that both reports have, most words are the same and these are not",
                tuple(
                    members.member(
                        side,
                        q.report,
                        q.at,
                        q.attribution,
                        found[0].why if side else "the wording compared with",
                    )
                    for side, group in enumerate((alike[one], alike[other]))
                    for q in group
                ),
            )
        )
    return tuple(out)


def _all(told: Told) -> Iterator[_Quoted]:
    """The sentences in quotation marks for which somebody is cited."""
    for place, (report, reading) in enumerate(told.pairs()):
        if report.id in told.superseded:
            continue
        spans = quoted_spans(report)
        for span in spans:
            for s in sentences(surface(report.text), span.start, span.end):
                at = Span(max(s.start, span.start), min(s.end, span.end))
                by = _cited(reading.attributions, at)
                words = witness(report.text, at.start, at.end, spans)
                if by is not None and len(words.words) >= _LEAST and not _a_name(report, words):
                    yield _Quoted(place, at, words, by)


def _cited(attributions: Sequence[Attribution], at: Span) -> int | None:
    """Who is cited for what stands there: of several in each other, the innermost."""
    found = [
        (sum(s.end - s.start for s in a.content), n)
        for n, a in enumerate(attributions)
        if any(overlap(s, at) for s in a.content)
    ]
    return min(found)[1] if found else None


def _a_name(report: Report, words: Witness) -> bool:
    """Whether what stands in quotation marks begins with *The* and is capitalised throughout: a programme, a book."""
    first, *others = words.words
    return first.key == "the" and all(report.text[w.start].isupper() for w in others if w.tells)


def _near(texts: Sequence[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Two texts of which the shorter has most of its words in the other, each pair once, in their order."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for n, keys in enumerate(texts):
        for key in dict.fromkeys(keys):
            having[key].append(n)
    for n, keys in enumerate(texts):
        shared: Counter[int] = Counter()
        for key in dict.fromkeys(keys):
            if len(having[key]) <= _COMMON:
                shared.update(m for m in having[key] if m > n)
        for m in sorted(m for m, count in shared.items() if count >= _TELLING):
            both = set(keys) & set(texts[m])
            if len(both) >= max(_LEAST - 1, _SHARE * min(len(set(keys)), len(set(texts[m])))):
                yield keys, texts[m]


def _of_one_saying(told: Told, one: Sequence[_Quoted], other: Sequence[_Quoted]) -> bool:
    """Whether the words can be of one saying: no report has both, nor are they of two people whom their reports tell apart, nor
    are either translated.
    """
    if {q.report for q in one} & {q.report for q in other}:
        return False
    if any(all(translates(told.reports[q.report]) for q in group) for group in (one, other)):
        return False
    here, there = ({_speaker(told, q) for q in group} - {None} for group in (one, other))
    if not here and not there and _of_two(told, one, other):
        return False
    return not here or not there or bool(here & there)


def _of_two(told: Told, one: Sequence[_Quoted], other: Sequence[_Quoted]) -> bool:
    """Whether nobody is named for either and the words for them are of two: *a fisherman* and *a sailor*, *another protester*."""
    here, there = (
        [text_of(told.reports[q.report].text, _source(told, q)) for q in group] for group in (one, other)
    )
    return two_unnamed(here, there)


def _source(told: Told, quoted: _Quoted) -> Sequence[Span]:
    return told.readings[quoted.report].attributions[quoted.attribution].source


def _speaker(told: Told, quoted: _Quoted) -> str | None:
    return told.speakers.get((told.reports[quoted.report].id, quoted.attribution))


def _joined(one: _Quoted, other: _Quoted, v: Variation) -> bool:
    """Whether a mark of quotation beside the difference tells that the words next to it are of another quotation."""
    return any(
        not _MARKS.isdisjoint(text[max(a - 2, at.start + 1) : a] + text[b : min(b + 2, at.end - 1)])
        for text, at, a, b in (
            (one.words.text, one.at, v.other_start, v.other_end),
            (other.words.text, other.at, v.start, v.end),
        )
    )


def _set_apart(
    told: Told, one: Sequence[_Quoted], other: Sequence[_Quoted], shown: Sequence[Conflict]
) -> bool:
    """Whether a conflict has some of the one and of the other already."""

    def has(conflict: Conflict, group: Sequence[_Quoted]) -> bool:
        return any(
            m.report == told.reports[q.report].id and overlap(m, q.at)
            for m in conflict.members
            for q in group
        )

    return any(has(c, one) and has(c, other) for c in shown)
