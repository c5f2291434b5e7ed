"""All attributions of a text, those inside contents included, each with the one it stands inside.

The tagger reads on two levels at once: what a text says from outside, and what stands inside the contents that it finds there
("He told me: …" in a philosopher's statement). A content with a word of speech in it, and the middle of a long quotation, which
the windows leave out, is read again as a text of its own, to any depth.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.reading.attributions.attributions import Certainty, Found, assemble
from rashomon.reading.attributions.inside.inner_bounds import as_marked, in_their_sentence
from rashomon.reading.attributions.inside.told_inside import Sight, cuts_a_quotation, is_mere, told_inside
from rashomon.reading.attributions.inside.worded import SAME, worded
from rashomon.reading.attributions.layout.communiques import communiques
from rashomon.reading.attributions.layout.dash_dialogue import dash_dialogue
from rashomon.reading.attributions.layout.in_full import GIVEN, given_in_full
from rashomon.reading.attributions.layout.point_by_point import point_by_point
from rashomon.reading.attributions.layout.stated_below import stated_below
from rashomon.reading.attributions.layout.turns import Turn
from rashomon.reading.attributions.layout.unlabelled_interviews import unlabelled_interviews
from rashomon.reading.attributions.mended.astray import in_reach
from rashomon.reading.attributions.mended.content_ends import with_likely_ends
from rashomon.reading.attributions.mended.next_voice import without_next_voice
from rashomon.reading.attributions.mended.no_saying import is_no_saying
from rashomon.reading.attributions.mended.overreach import within_bounds, without_what_was_not_said
from rashomon.reading.attributions.mended.repairs import repaired
from rashomon.reading.attributions.mended.said_by_others import without_pieces_of_others
from rashomon.reading.attributions.mended.sources import with_subject
from rashomon.reading.attributions.mended.told_besides import apart_from_besides
from rashomon.reading.attributions.passed_over.behind_colon import with_behind_colon
from rashomon.reading.attributions.passed_over.figures_given import with_figures_given
from rashomon.reading.attributions.passed_over.findings import with_findings
from rashomon.reading.attributions.passed_over.headlines import with_headlines, within_headlines
from rashomon.reading.attributions.passed_over.participles import with_whose_participle
from rashomon.reading.attributions.passed_over.passives import with_passives
from rashomon.reading.attributions.passed_over.quoted_by import with_quoted
from rashomon.reading.attributions.passed_over.quoted_in import with_quoted_in
from rashomon.reading.attributions.passed_over.said_within import with_said_within
from rashomon.reading.attributions.passed_over.stands_alone import standing_alone
from rashomon.reading.attributions.passed_over.unclaimed import with_unclaimed
from rashomon.reading.attributions.speech import is_telling, speaks
from rashomon.reading.names.persons.people import plain
from rashomon.reading.tagging.decode import PARTS, characters
from rashomon.reading.tagging.tagger import Tagged, Tagger
from rashomon.reading.tagging.tokens import ELISION, Tokens, tokenise
from rashomon.reading.text.edges import Holders, Stretches, bare, holds, letters
from rashomon.reading.text.quotations import Quotation, quotations
from rashomon.records import AttributionKind, Mention, MentionKind, Passage, Span, text_of

# What must be found inside a content to count; marks inside marks are evidence of their own. PolNeAR annotates nothing there: its
# dev articles tell what reading inside costs (bench/reader, with and without --flat), bench/nested.py what it finds. Set with the
# least chance in told_inside.py on what `python -m bench.nested --dev` reads, 457 attributions, and on the odd texts of
# `python -m bench.reader.invented`: with 0.4 there and 0.3 and 0.2 here F1 is 51.8 (P 72.0, R 40.5) and 54.2 (72.5, 43.3), on the
# odd texts, with the rules of the day before, 57.3 and 58.1.
LEAST = 0.2
LEAST_QUOTED = 0.1

# A content of fewer words is not read again.
DEEPER_WORDS = 7

# Nor is one in which the run that found it gives no word so much of a chance to be a cue inside. Of 2,179 contents in PolNeAR's
# dev, 80 of its training articles and the held-out news 276 had something inside by being read again: all 276 have such a word,
# as have 814 of all, with 43% of the words. By `python -m bench.nested --dev`, with the reader of that day, F1 was 55.8 without
# it, 56.9 with it, and 57.6 where contents of seven words are read, not of ten.
HINT = 0.1

_CUE = PARTS.index("cue")


@dataclass(slots=True)
class _Seen:
    """What one run of the tagger gave: attributions from outside, each with those inside it; mentions; what it did not see; and
    its tokens with all that it saw of them."""

    outer: list[Found]
    inner: list[list[Found]]
    mentions: list[Mention]
    folds: list[Span]
    tokens: Tokens
    tagged: Tagged

    def hints_at_a_cue(self, content: Span) -> bool:
        """Whether the run saw a word in a content that may be the cue of an attribution inside it."""
        first, last = self.tokens.covering(content.start, content.end)
        inside = self.tagged.inside
        return inside is None or bool(first < last and inside[first:last, _CUE].max() >= HINT)


def find(
    text: str,
    regions: Sequence[Span],
    turns: Sequence[Turn],
    tagger: Tagger,
    passages: Sequence[Passage] = (),
) -> tuple[tuple[Found, ...], tuple[Mention, ...]]:
    """The attributions and mentions in the given stretches of ``text``, in text order, an outer one before its inner ones.

    Turns and posts within the stretches are attributions by their layout, and so is what bodies among ``passages`` give in full
    without a cue; the tagger reads around and inside them.
    """
    found = [
        Found(
            (t.source,), (t.cue,) if t.cue else (), (t.content,), AttributionKind.DIRECT, Certainty(1, 1, 1)
        )
        for t in turns
    ]
    seen = _read(text, list(_without(regions, turns)), tagger)
    sights, mentions = [Sight(seen.tokens, seen.tagged.inside)], list(seen.mentions)
    marks = [q for r in regions for q in quotations(text, r.start, r.end)]
    again: list[tuple[Span, int | None]] = [(t.whole, i) for i, t in enumerate(turns)]
    given = [
        *given_in_full(text, passages, marks, [*found, *seen.outer]),
        *dash_dialogue(text, passages, turns),
        *unlabelled_interviews(text, passages, turns, seen.mentions),
    ]
    if not given and not turns:
        given += communiques(text, passages)
    given += stated_below(text, passages, [*found, *seen.outer], given)
    for g in given:
        again += [(bare(text, s), len(found)) for s in g.content]
        source, cue = ((s,) if s is not None else () for s in (g.source, g.cue))
        found.append(Found(source, cue, g.content, AttributionKind.DIRECT, GIVEN))
    seen = _outside(seen, [g.whole for g in given])
    again += _add(text, seen, [], found, marks)
    while again:
        again = list(_apart(again))
        seen = _read(text, [s for s, _ in again], tagger, strangers=True)
        sights.append(Sight(seen.tokens, seen.tagged.around))
        known = {i for m in mentions for i in range(m.start, m.end)}
        mentions += [m for m in seen.mentions if known.isdisjoint(range(m.start, m.end))]
        again = _add(text, seen, again, found, marks)
    found = within_headlines(text, found, passages, marks)
    found = in_their_sentence(text, as_marked(text, found, marks), marks)
    found = with_quoted_in(text, with_quoted(text, with_unclaimed(text, found, marks), marks), marks)
    found = with_headlines(text, found, passages, marks)
    found = with_passives(text, regions, with_figures_given(text, regions, found, marks), marks)
    found = with_behind_colon(text, with_findings(text, regions, found, marks), marks)
    found += point_by_point(text, passages, found, mentions, marks)
    found += standing_alone(text, passages, found, mentions, marks)
    found += _sayings(text, worded(text, found, marks), marks)
    found += _sayings(text, [with_subject(text, f) for f in told_inside(text, found, marks, sights)], marks)
    found = with_whose_participle(text, found)
    return _in_order(found), tuple(sorted(mentions, key=lambda m: (m.start, m.end)))


def _outside(seen: _Seen, given: Sequence[Span]) -> _Seen:
    """What was seen less what stands in a document that is given in full, which is read again, or says no more than that."""
    if not given:
        return seen
    documents = Holders((g, n) for n, g in enumerate(given))
    kept = [
        n
        for n, f in enumerate(seen.outer)
        if next(documents.of(f.cue[0]), None) is None and not documents.of_all(f.content)
    ]
    folds = [s for s in seen.folds if next(documents.of(s), None) is None]
    return _Seen(
        [seen.outer[n] for n in kept],
        [seen.inner[n] for n in kept],
        seen.mentions,
        folds,
        seen.tokens,
        seen.tagged,
    )


def _without(regions: Sequence[Span], turns: Sequence[Turn]) -> Iterator[Span]:
    """The regions less the turns in them, both in text order; a turn may go through several, as a post of some paragraphs."""
    first = 0
    for r in regions:
        at = r.start
        while first < len(turns) and turns[first].whole.end <= at:
            first += 1
        n = first
        while n < len(turns) and turns[n].whole.start < r.end:
            if turns[n].whole.start > at:
                yield Span(at, turns[n].whole.start)
            at = max(at, turns[n].whole.end)
            n += 1
        if at < r.end:
            yield Span(at, r.end)


def _apart(regions: Sequence[tuple[Span, int | None]]) -> Iterator[tuple[Span, int | None]]:
    """The regions in order, less those that overlap one before: nothing is read twice."""
    end = 0
    for region, owner in sorted(regions, key=lambda r: (r[0].start, -r[0].end)):
        if region.start >= end:
            yield region, owner
            end = region.end


def _read(text: str, regions: Sequence[Span], tagger: Tagger, *, strangers: bool = False) -> _Seen:
    """One run of the tagger over stretches of text, which see nothing of each other where they are ``strangers``."""
    marks = tuple(q for r in regions for q in quotations(text, r.start, r.end))
    tokens = tokenise(text, regions, marks=marks, strangers=strangers)
    tagged = tagger.tag(tokens)
    every = _mended(text, assemble(text, tokens, tagged.outer, marks), marks)
    every = with_likely_ends(text, every, tokens, tagged.around, marks)
    every = [without_what_was_not_said(text, f, marks) for f in every]
    every = [g for g in (in_reach(text, f, marks) for f in every) if g is not None]
    every = without_next_voice(text, without_pieces_of_others(text, every, marks), marks)
    every = with_said_within(text, every, marks)
    # One whose cue stands inside a quotation that another holds was seen from outside by mistake.
    contents = Holders((s, i) for i, f in enumerate(every) for s in f.content)
    flat = [all(i == n for i in contents.of(f.cue[0])) for n, f in enumerate(every)]
    outer = [f for f, out in zip(every, flat, strict=True) if out]
    deeper = [f for f, out in zip(every, flat, strict=True) if not out]
    deeper += _mended(text, assemble(text, tokens, tagged.inner, marks), marks)
    # None is kept that is another, seen twice: by its cue, or by a content that crosses.
    inner: list[list[Found]] = [[] for _ in outer]
    kept = [(Stretches(), Stretches()) for _ in outer]
    contents = Holders((s, i) for i, f in enumerate(outer) for s in f.content)
    for f in sorted(deeper, key=lambda f: -f.certainty.whole):
        owner = _owner(contents, f)
        if owner is None:
            continue
        cues, said = kept[owner]
        if not any(map(cues.meets, f.cue)) and not any(map(said.meets, f.content)):
            inner[owner].append(f)
            cues.add(f.cue)
            said.add(f.content)
    folds = [Span(int(tokens.starts[i]), int(tokens.ends[i])) for i in (tokens.ids == ELISION).nonzero()[0]]
    return _Seen(outer, inner, list(_mentions(text, tokens, tagged)), folds, tokens, tagged)


def _mended(text: str, found: Iterable[Found], marks: Sequence[Quotation]) -> list[Found]:
    """What the tagger saw, with its parts as the words beside tell them, less what is no saying."""
    kept = [g for g in (in_reach(text, f, marks) for f in found) if g is not None]
    mended = repaired(text, [within_bounds(text, f, marks) for f in kept], marks)
    return _sayings(text, [apart_from_besides(text, f, marks) for f in mended], marks)


def _sayings(text: str, found: Iterable[Found], marks: Sequence[Quotation]) -> list[Found]:
    """What was found, each within its bounds, less what is no saying."""
    return [f for f in (within_bounds(text, f, marks) for f in found) if not is_no_saying(text, f)]


def _owner(contents: Holders, f: Found) -> int | None:
    """The number of the attribution, or region, in whose content all of ``f`` stands."""
    return min(contents.of_all(f.spans), default=None)


def _add(
    text: str,
    seen: _Seen,
    regions: Sequence[tuple[Span, int | None]],
    found: list[Found],
    marks: Sequence[Quotation],
) -> list[tuple[Span, int | None]]:
    """Put what was seen to what was found, inside the owner of its region if that has one.

    Returns what is still to be read, each stretch with the attribution whose content it is.
    """

    def worth_reading(content: Span) -> bool:
        return may_hold_more(text, content) and seen.hints_at_a_cue(content)

    again: list[tuple[Span, int | None]] = []
    folds = list(seen.folds)
    read = Holders((s, -1 if i is None else i) for s, i in regions)
    for f, inner in zip(seen.outer, seen.inner, strict=True):
        owner = _owner(read, f)
        if regions and owner is None:
            continue  # its parts stand in several regions, which have nothing to do with each other
        if owner is not None and owner >= 0:
            if not _counts_inside(text, f, found[owner], marks):
                continue
            f = replace(f, inside=owner)
        at = len(found)
        found.append(f)
        unread = [s for s in f.content if any(holds([s], fold) for fold in folds) or worth_reading(s)]
        folds = [fold for fold in folds if not holds(unread, fold)]
        again += [(bare(text, s), at) for s in unread]
        for g in inner:
            if any(holds(unread, s) for s in g.cue) or not _counts_inside(text, g, f, marks):
                continue
            found.append(replace(g, inside=at))
            again += [(bare(text, s), len(found) - 1) for s in g.content if worth_reading(s)]
    for fold in folds:
        owner = next(read.of(fold), -1)
        again.append((fold, owner if owner >= 0 else None))
    return again


def may_hold_more(text: str, content: Span) -> bool:
    """Whether a piece of content is read again: long enough, with a word of speech or a quotation mark in it."""
    words = text[content.start : content.end]
    return len(words.split()) >= DEEPER_WORDS and speaks(words)


def _counts_inside(text: str, f: Found, outer: Found, marks: Sequence[Quotation]) -> bool:
    """Whether it is in the outer content, and reports surely enough what somebody else said."""
    if not all(holds(outer.content, s) for s in f.spans):
        return False
    source = plain(text_of(text, f.source))
    cue = text_of(text, f.cue)
    least = LEAST_QUOTED if f.kind is AttributionKind.DIRECT else LEAST
    return (
        f.certainty.whole >= least
        and source not in ("i", "we")
        and not source.startswith(("nobody", "no one", "none of", "neither"))
        and is_telling(cue, source)
        and not is_mere(text, f.content)
        and not cuts_a_quotation(marks, f.content)
        and letters(text, f.content) < SAME * letters(text, outer.content)
    )


def _in_order(found: Sequence[Found]) -> tuple[Found, ...]:
    def place(f: Found) -> tuple[int, int]:
        """Where its words begin; of what no cue introduces that is its content, whose source may stand far above."""
        spans = f.content if f.content and not f.cue else f.spans
        return min(s.start for s in spans), -max(s.end for s in f.spans)

    def placed(i: int) -> tuple[int, int, int, int]:
        """Where it stands, but never before what it stands in, of which its cue may be outside: *quoted Quell as saying*."""
        (first, last), depth = place(found[i]), 0
        while (outer := found[i].inside) is not None:
            first, last = max((first, last), place(found[outer]))
            i, depth = outer, depth + 1
        return first, last, depth, i

    order = sorted(range(len(found)), key=placed)
    new = {old: i for i, old in enumerate(order)}
    return tuple(
        replace(found[i], inside=new[j] if (j := found[i].inside) is not None else None) for i in order
    )


def _mentions(text: str, tokens: Tokens, tagged: Tagged) -> Iterable[Mention]:
    for m in tagged.mentions:
        span = characters(text, tokens, m)
        yield Mention(MentionKind(m.kind), span.start, span.end, round(m.score, 4))
