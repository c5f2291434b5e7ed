"""What ties the sentences of two reports, or of one, to each other: a function of these two reports alone.

Three ways lead from one sentence to another, each said in ``Link.why``: their likeness alone (:mod:`..sentences.likeness`; in a
ledger with who said them, :mod:`saying_likeness`), their place between other matches (:mod:`align`), and one being a part of the
other, as headlines cut quotations. Since nothing else is looked at, links are the same whatever else a ledger holds and in
whichever order its reports came.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from rashomon.collation.sentences.likeness import REFUSED, fragment, telling, whole
from rashomon.collation.statements.align import ANCHOR, Pair, align
from rashomon.collation.statements.apart import apart
from rashomon.collation.statements.groups import Link
from rashomon.collation.statements.items import Item, Items, echoes, said_inside, words_tell
from rashomon.collation.statements.saying_likeness import likely, model, who
from rashomon.collation.statements.weighing import (
    FRAGMENT_LEAST,
    FRAGMENT_WITHIN,
    Candidates,
    Rules,
    by_speakers,
    shorter_first,
)
from rashomon.records import Voice

STRONG = 1.75
"""Log-odds by which two sentences of two reports match wherever they stand. Set with
:data:`~.weighing.SAME_SPEAKER` on three tenths of the crowd (bench/collation/crowd.py): the most pairs found while 98 in 100
are right."""

STRONG_WITHIN = 5.0
"""The same within one report, where a speaker's sentences resemble each other without being one."""

COMPANY = 2
"""Matches of telling sentences that two reports must share for a short one ("Our land is iron.") to match among them."""

SHORT = 1.75
"""Log-odds from which a short sentence directly beside a telling match tells that two reports share more than one ("He is in
hospital."); 1 to 4 give the same in the crowd within 0.1."""

EASED = 2.0
"""The log-odds, as :data:`~.groups.WEAKEST` counts them, of two sentences that are just likely enough to be one saying: such a
pair may stand in one group without a link. Set on ECB+'s odd topics by trees that had not seen them; at 3, 1.2 points more of the
pairs are found there, and precision is 0.3 points lower."""

IN_PLACE = -2.5
"""Log-odds to be one saying that two sentences need, of which their place among others tells, where both are retold and not one
known speaker's. Set likewise: precision rises by 1.3 points, and a fifth of a point of the pairs is lost."""

KINDRED = 2
"""Sentences on either side that two reports of a ledger must share to be aligned: a single one says nothing of order.
Of the 839 training articles of PolNeAR, 138 pairs share two; 2,105 share one, as a rule a politician's standing phrase."""


@dataclass(slots=True)
class Links:
    """Links by (lower, higher) index, and pairs of neighbours that a third sentence holds as one: (one, other, that third)."""

    links: dict[tuple[int, int], Link] = field(default_factory=dict)
    halves: set[tuple[int, int, int]] = field(default_factory=set)


def tie(
    items: Items,
    places: tuple[Sequence[int], Sequence[int]],
    found: Candidates,
    names: Callable[[str], str],
    rules: Rules,
) -> Links:
    """The links between the items of two reports, or within one: ``places`` are theirs, in order (the same twice for one).

    ``found`` are the candidates among them, ``names`` gives a report's name.
    """
    out = Links()
    here = items.items
    alike: list[tuple[Link, int, int]] = []
    shared: list[tuple[int, int]] = []
    own = rules.own_words
    within = places[0] is places[1] or list(places[0]) == list(places[1])

    telling_ones = {
        (a, b)
        for a, b, odds in zip(found.a.tolist(), found.b.tolist(), found.odds.tolist(), strict=True)
        if odds >= ANCHOR and telling(here[a].profile) and telling(here[b].profile)
    }

    def why(a: int, b: int, cosine: float) -> str:
        one, other = here[a].profile, here[b].profile
        common = len(one.weights.keys() & other.weights.keys())
        least = min(len(one.weights), len(other.weights))
        both = " and ".join(sorted({names(here[a].report), names(here[b].report)}))
        return f"{common} of {least} words in common, cosine {cosine:.2f} ({both})"

    for a, b, odds, part, saying in zip(
        *(column.tolist() for column in (found.a, found.b, found.odds, found.parts, found.sayings)),
        strict=True,
    ):
        one, other = here[a], here[b]
        if said_inside(one, other):
            continue
        piece = a if shorter_first(one, other)[0] is one else b
        if part >= FRAGMENT_LEAST if not within else echoes(one, other) and part >= FRAGMENT_WITHIN:
            cosine = float(items.cores[a] @ items.cores[b])
            alike.append((Link(part, f"a part of it: {why(a, b, cosine)}", piece), a, b))
        enough = telling(one.profile) and telling(other.profile)
        strong = _strong(one, other, odds, saying) if own and not within and enough else None
        if strong is not None:
            by_likeness = why(a, b, float(items.vectors[a] @ items.vectors[b]))
            alike.append((Link(strong, f"{by_likeness}, {who(one, other)}"), a, b))
        if (odds < ANCHOR and part > REFUSED) or (own and not (one.spoken and other.spoken)):
            continue  # a part alone
        if not within and (enough or not own or (odds >= SHORT and stands_beside((a, b), telling_ones))):
            shared.append((a, b))
        if within and not (echoes(one, other) or (one.quoted and other.quoted)):
            continue  # what a report says twice without quoting is its style, not a second wording
        if enough and (within or not own) and odds >= (STRONG_WITHIN if within else STRONG):
            alike.append((Link(odds, why(a, b, float(items.vectors[a] @ items.vectors[b]))), a, b))
    least = KINDRED if own else 1
    if shared and min(len(set(side)) for side in zip(*shared, strict=True)) >= least:
        _align(items, places, why, rules, out)
    _add_one_each(here, alike, out)
    return out


def _strong(one: Item, other: Item, odds: float, saying: float) -> float | None:
    """The log-odds by which telling sentences of two of a ledger's reports match wherever they stand; ``None`` if they do not.

    Of quotations the words tell; of what both retell, who is said to have said it tells too.
    """
    heard = one.spoken and other.spoken
    if heard and odds >= STRONG and words_tell(one, other):
        return odds
    return max(odds, saying) if saying >= model().least else None


def _add_one_each(here: Sequence[Item], alike: Sequence[tuple[Link, int, int]], out: Links) -> None:
    """Add links by likeness alone, the surest first: in another report a sentence goes with one.

    Only headlines and embedded posts have what a text says again.
    """
    taken = {(k, here[other].report) for pair in out.links for k, other in (pair, pair[::-1])}
    for link, a, b in sorted(alike, key=lambda item: (-item[0].odds, item[1:], item[0].why)):
        one, other = here[a], here[b]
        if all(
            item.voice is Voice.HEADLINE
            or (item.voice is Voice.EMBEDDED and echoes(item, there))
            or (k, there.report) not in taken
            for k, item, there in ((a, one, other), (b, other, one))
        ):
            out.links.setdefault((a, b), link)
            taken |= {(a, other.report), (b, one.report)}


def told_twice(here: Sequence[Item], links: Collection[tuple[int, int]]) -> set[tuple[int, int]]:
    """Links within a report between two sentences that another report has both of, as two: what was said twice is two statements.

    In the same words, or where one is a headline's or an embedded post's, they stay one.
    """
    partners: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    within: list[tuple[int, int]] = []
    for a, b in links:
        one, other = here[a], here[b]
        if one.report != other.report:
            partners[a][other.report].add(b)
            partners[b][one.report].add(a)
        elif not echoes(one, other) and one.profile.letters != other.profile.letters:
            within.append((a, b))
    return {
        (a, b)
        for a, b in within
        if any(
            partners[a][there].isdisjoint(partners[b][there])
            for there in partners[a].keys() & partners[b].keys()
        )
    }


def alike(items: Items, halves: set[tuple[int, int]], a: int, b: int, own: bool = True) -> float:
    """The log-odds that two items without a link of their own are one statement, as whole or as part; ``own`` in a ledger.

    Two sentences of one report are two statements, but for a headline or an embedded post, and for two that a third report has as
    one (``halves``).
    """
    one, other = items.items[a], items.items[b]
    if said_inside(one, other):
        return REFUSED
    if (a, b) in halves:
        return _log_odds(1.0)
    if one.report == other.report and not echoes(one, other):
        return REFUSED
    cosine = float(items.vectors[a] @ items.vectors[b])
    if own and one.report != other.report and not words_tell(one, other):
        wholes = likely(one, other, cosine) - model().least + EASED
    else:
        wholes = float(whole([one.profile], [other.profile], np.array([cosine], dtype=np.float32))[0])
    piece, sentence = sorted((one.core_profile, other.core_profile), key=lambda p: p.length)
    return max(wholes, fragment(piece, sentence, float(items.cores[a] @ items.cores[b])))


def _align(
    items: Items,
    places: tuple[Sequence[int], Sequence[int]],
    why: Callable[[int, int, float], str],
    rules: Rules,
    out: Links,
) -> None:
    """Add the links that two reports in order give."""
    here = items.items
    rows, columns = places

    def handicap(one: Item, other: Item) -> float:
        barred = rules.own_words and apart(one, other)
        return rules.other_speaker if barred else by_speakers(one, other, rules)

    pairs = align(
        [here[k].profile for k in rows],
        [here[k].profile for k in columns],
        items.vectors[list(rows)],
        items.vectors[list(columns)],
        np.array([[handicap(here[a], here[b]) for b in columns] for a in rows]),
    )
    _note_halves(pairs, rows, columns, out)
    aligned = [(found, rows[found.a], columns[found.b]) for found in pairs]
    by_themselves = [telling(here[a].profile) and telling(here[b].profile) for _, a, b in aligned]
    telling_ones = {(a, b) for (_, a, b), itself in zip(aligned, by_themselves, strict=True) if itself}
    for (found, a, b), itself in zip(aligned, by_themselves, strict=True):
        if rules.own_words and not (here[a].profile.content and here[b].profile.content):
            continue  # "it", "that": a place in the order, but nothing said
        if rules.own_words and apart(here[a], here[b]):
            continue
        cosine = float(items.vectors[a] @ items.vectors[b])
        retold = not words_tell(here[a], here[b])
        if rules.own_words and retold and likely(here[a], here[b], cosine) < IN_PLACE:
            continue
        if itself or sum(by_themselves) >= COMPANY or stands_beside((a, b), telling_ones):
            order = "stands in the same order among other matches: " if found.by_order else ""
            out.links[a, b] = Link(_log_odds(found.score), order + why(a, b, cosine))


def stands_beside(pair: tuple[int, int], others: Set[tuple[int, int]]) -> bool:
    """Whether the two stand directly behind two others that are a pair, or directly before."""
    a, b = pair
    return (a - 1, b - 1) in others or (a + 1, b + 1) in others


def _note_halves(pairs: Sequence[Pair], rows: Sequence[int], columns: Sequence[int], out: Links) -> None:
    """The two halves of a sentence that the other report has whole may stand in one group, unlike as they are."""
    for side, places, others in (("a", rows, columns), ("b", columns, rows)):
        partners = defaultdict(list)
        for pair in pairs:
            if pair.merged:
                partners[pair.b if side == "a" else pair.a].append(pair.a if side == "a" else pair.b)
        for third, halves in partners.items():
            if len(halves) == 2:
                out.halves.add((places[min(halves)], places[max(halves)], others[third]))


def _log_odds(probability: float) -> float:
    probability = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(probability / (1 - probability))
