"""Attributions inside contents that words propose and a small scorer keeps: what the tagger passes over there.

The tagger learned from few of them, and decides by the least sure of an attribution's words. Here every cue that is known to be
one now and then is asked for (:mod:`.inner_candidates`), and what the tagger sees of its source and content
counts even where it would not have marked them (:mod:`.inner_chances`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.reading.attributions.attributions import Certainty, Found, innermost, kind_of
from rashomon.reading.attributions.inside.inner_candidates import Candidate, candidates
from rashomon.reading.attributions.inside.inner_chances import Seen, described, likeliest, model
from rashomon.reading.attributions.inside.worded import SAME
from rashomon.reading.names.persons.people import plain
from rashomon.reading.tagging.tokens import ELISION, Tokens
from rashomon.reading.text.edges import Holders, Letters, letters
from rashomon.reading.text.phrases import PREPOSITIONS
from rashomon.reading.text.quotations import Quotation
from rashomon.records import Span, overlap, shared

LEAST = 0.4
"""The least chance of what is kept. Set on what ``python -m bench.nested --dev`` reads, as the tagger's own in :mod:`..nesting`:
with 0.2 there, and 0.3, 0.35 and 0.4 here, F1 is 52.8, 52.7 and 53.5. The chance is the confidence: logistic regression on the
candidates of the same articles, all there are."""

LEAST_OF_MOST = 0.5
"""The same for what is most of what the outer speaker says. Set on the 60 articles of PolNeAR among these, with weights of
before: with 0.3, 0.5 and 2, for none of it, 45, 45 and 41 of a hundred are found, and 41, 33 and 33 of those found are wrong."""

FEWEST = 18
"""Letters of a content that is looked into."""

FAR = -7.0
"""Log-odds by words below which nothing the tagger sees makes a candidate likely."""

EDGE, BEFORE = 12, 8
"""Letters of what the tagger is asked about at either end of a content, and right before it or its source. Set by hand."""

CLOSING = 2
"""Characters of a closing mark and of the comma before it, which a content may leave out."""

_PRONOUNS = ("he", "she", "it", "they", "you")
_MERE = frozenset(
    "this that it so no yes them him her what something things anything nothing these those which".split()
)
_ONESELF = re.compile(r"\s(?:himself|herself|itself|themselves)$")
_NOT_THEY = re.compile(r"\b(?:not|nor|than)\s+\Z")
"""Before whom a source would name: *Kerr and not* Marn *asked for it*."""
_NOBODY = ("nobody", "no one", "none of", "neither")


class Sight:
    """What one run of the tagger saw at one of its levels, to be asked about any stretch of the text."""

    def __init__(self, tokens: Tokens, inside: NDArray[np.float32] | None) -> None:
        # Lists, since a candidate asks for one place at a time.
        self._starts, self._ends = tokens.starts.tolist(), tokens.ends.tolist()
        if inside is None or len(inside) != len(tokens):
            inside = np.full((len(tokens), 3), np.nan, dtype=np.float32)
        values = np.where((tokens.ids == ELISION)[:, None], np.nan, inside).astype(np.float64)
        unknown = np.isnan(values[:, 0])
        self._unknown = [0, *np.cumsum(unknown).tolist()]
        self._sums = [[0.0, *sums] for sums in np.cumsum(np.nan_to_num(values), axis=0).T.tolist()]

    def mean(self, span: Span, part: int) -> float | None:
        """The mean probability of part 0 (source), 1 (cue) or 2 (content) over the tokens of a span; ``None`` where it was not
        read in this run."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        if last <= first or self._unknown[last] > self._unknown[first]:
            return None
        sums: list[float] = self._sums[part]
        return (sums[last] - sums[first]) / (last - first)

    def of(self, c: Candidate) -> Seen | None:
        """What was seen of a candidate; a source that is not there is as likely as that none stands before the cue."""
        contents = [self.mean(s, 2) for s in c.content]
        if c.source is not None:
            source = self.mean(c.source, 0)
        else:
            before = self.mean(Span(max(0, c.cue.start - 60), c.cue.start), 0) if c.cue.start else 0.0
            source = None if before is None else 1 - before
        known = [x for x in contents if x is not None]
        if source is None or len(known) < len(contents):
            return None
        first, last = c.content[0], c.content[-1]
        begins = Span(first.start, min(first.end, first.start + EDGE))
        ends = Span(max(last.start, last.end - EDGE), last.end)
        return Seen(
            source,
            sum(known) / len(known),
            self.mean(Span(max(0, first.start - BEFORE), first.start), 2) or 0.0,
            self.mean(begins, 2) or 0.0,
            self.mean(ends, 2) or 0.0,
            self.mean(Span(last.end + 1, last.end + EDGE), 2) or 0.0,
            self.mean(Span(max(0, c.source.start - BEFORE), c.source.start), 0) or 0.0 if c.source else 0.0,
        )


def weighed(
    text: str, holders: Sequence[Span], marks: Sequence[Quotation], sights: Sequence[Sight]
) -> list[tuple[Candidate, float, Seen | None]]:
    """The candidates in some pieces of content, each with its log-odds by words and what the tagger sees of it: in the run over
    the whole text, inside, or where that left it out, in one over the content, around."""
    known = model()
    found, rows = [], []
    lettered = Letters(text)
    for holder in holders:
        size = lettered.of([holder])
        if size < FEWEST:
            continue
        for c in candidates(text, holder, ends_within(marks, holder), known.cues):
            own = lettered.of(c.content)
            if own < SAME * size and not cuts_a_quotation(marks, c.content):
                found.append(c)
                rows.append(known.row(*described(text, holder, size, own, c), c.word))
    odds = known.trees.odds_of_few(np.array(rows)) if rows else np.zeros(0)
    return [(c, float(o), _first(sights, c)) for c, o in zip(found, odds, strict=True) if o > FAR]


def cuts_a_quotation(marks: Sequence[Quotation], content: Sequence[Span]) -> bool:
    """Whether a content stops within a quotation that begins in it: *you say you ‘accept* of *‘accept the blame’*; ``marks`` in
    text order.
    """
    for s in content:
        first = bisect_right(marks, s.start, key=lambda q: q.start)
        last = bisect_left(marks, s.end, key=lambda q: q.start)
        if any(q.closed and s.end < q.end - CLOSING for q in marks[first:last]):
            return True
    return False


def _first(sights: Sequence[Sight], c: Candidate) -> Seen | None:
    """What was seen in the first run that read all of a candidate."""
    return next((seen for seen in (sight.of(c) for sight in sights) if seen is not None), None)


def ends_within(marks: Sequence[Quotation], holder: Span) -> dict[int, int]:
    """Where the quotations end that begin in a piece of content, by where they do; ``marks`` in text order."""
    first = bisect_left(marks, holder.start, key=lambda q: q.start)
    last = bisect_left(marks, holder.end, key=lambda q: q.start)
    return {q.start: q.end for q in marks[first:last]}


def told_inside(
    text: str, found: Sequence[Found], marks: Sequence[Quotation], sights: Sequence[Sight]
) -> list[Found]:
    """What is likely enough inside the contents of ``found`` and is none of them, each with the number of the innermost
    attribution that holds it."""
    contents = Holders((s, i) for i, f in enumerate(found) for s in f.content)
    holders = sorted({s for f in found if f.inside is None for s in f.content})
    every = weighed(text, holders, marks, sights)
    # Without its subject a cue would be nobody's; where the subject is the speaker, or nobody, nobody else says anything.
    own = {c.cue.start for c, _, _ in every if _own(text, c)}
    of = [
        (model().chance(words, seen), c)
        for c, words, seen in every
        if c.cue.start not in own and not is_mere(text, c.content)
    ]
    out = []
    known = Holders((s, i) for i, f in enumerate(found) for s in (*f.cue, *f.content))
    for chance, c in likeliest(of, LEAST):
        source = () if c.source is None else (c.source,)
        owners = contents.of_all((*source, c.cue, *c.content))
        near = {i for s in (c.cue, *c.content) for i in known.meeting(s)}
        if not owners or any(_same(text, c, found[i]) for i in near - owners):
            continue
        owner = innermost(text, found, owners)
        if chance < LEAST_OF_MOST and _same(text, c, found[owner]):
            continue
        if letters(text, c.content) < SAME * letters(text, found[owner].content):
            kind = kind_of(text, c.content, (c.cue,), marks)
            certainty = Certainty(chance, chance, chance)
            out.append(Found(source, (c.cue,), c.content, kind, certainty, owner, chance))
    return out


def _own(text: str, c: Candidate) -> bool:
    """Whether it is the speaker who says something, or nobody: *I said*, *what he called*, *nobody said*."""
    source = plain(_words(text, c.source))
    return bool(
        source in ("i", "we")
        or source.startswith((*_NOBODY, "i'", "we'"))
        or (c.source is not None and _NOT_THEY.search(text[max(0, c.source.start - 8) : c.source.start]))
        or (c.pattern.startswith("what") and source in _PRONOUNS)
    )


def is_mere(text: str, content: Sequence[Span]) -> bool:
    """Whether a content tells nothing: *said so*, *may not quote it*, or a piece of it does: *all* it *is charged* with."""
    pieces = [plain(_words(text, s)) for s in content]
    return any(piece in PREPOSITIONS for piece in pieces) or _ONESELF.sub("", " ".join(pieces)) in _MERE


def _words(text: str, span: Span | None) -> str:
    return "" if span is None else text[span.start : span.end]


def _same(text: str, c: Candidate, f: Found) -> bool:
    """Whether a candidate is an attribution that was found already: by its cue, or by most of its content."""
    if any(overlap(c.cue, s) for s in f.cue):
        return True
    both = letters(text, [shared(a, b) for a in c.content for b in f.content if overlap(a, b)])
    return both > 0.5 * (letters(text, c.content) + letters(text, f.content) - both)
