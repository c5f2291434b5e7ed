"""Where the wordings of a statement differ, word by word, and how: as the apparatus of a critical edition would print it.

Each wording is compared with one other: the one at the root, which has most in common with all, or the root of the other
translation that it is of. A place where they differ is *reworded*, *reordered*, *shortened* or *lengthened*, only *spelt* or
*punctuated* otherwise, or, the sharpest finding, an *altered quotation*: a word changed inside quotation marks, where most of
the words around it are the same. Two translations of one letter differ inside their quotation marks everywhere; they are
reworded, and so is what differs from words that a report says are translated (:mod:`.translated`). Which of two reports altered
it, is not decided here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, NEGATIONS
from rashomon.collation.wordings.differing import Unit, Witness, differing, witness
from rashomon.collation.wordings.hedges import HEDGES, weighs
from rashomon.collation.wordings.translated import translates
from rashomon.collation.wordings.wordforms import quoted_spans, spelt_alike, spelt_out
from rashomon.records import Report, Span, Statement, Variation, VariationKind, Wording

_SAYING = frozenset("say says said saying".split())

# Set on the even lines of the translations (bench/collation/variation.py): of lines by two translators some are called
# altered although nobody altered them, and of lines with one word changed some are missed.
MOSTLY_THE_SAME = 0.75
"""Share of words in common, within what two wordings both have, from which a difference in one place inside quotation marks is
taken for a word changed and not for another translation."""
NEARLY_ALL_THE_SAME = 0.9
"""The share from which differences in several places are taken so."""
MOST_ALTERED = 3
"""Places in which such a quotation may differ; with more of them it is another translation. Set by hand, as the data have one
changed word a line."""
LEAST_THE_SAME = 3
"""Words that must be the same for that: fewer are shared by chance."""

FAMILY = 0.6
"""Share of the shorter wording's words from which two wordings are of one translation, and compared with each other."""
MOST_COMPARED = 60
"""Wordings of one statement that are compared each with each; further ones are compared with these."""

SMALL = frozenset("a an the that".split())
"""Words whose change alters no quotation."""

_OPENLY = re.compile(r"…|\.\s?\.\s?\.|[\[\]()]")
_MARKS = re.compile("[“”„«»‟‹›‘’‚\"']|\\s")


def varied(statements: Iterable[Statement], reports: Iterable[Report]) -> tuple[Statement, ...]:
    """The statements with the variations of each of their wordings. ``reports`` must hold those of all the wordings."""
    by_id = {report.id: report for report in reports}
    quoted: dict[str, tuple[Span, ...]] = {}
    found = []
    for statement in statements:
        if len(statement.wordings) > 1:
            for w in statement.wordings:
                if w.report not in quoted:
                    quoted[w.report] = quoted_spans(by_id[w.report])
            witnesses = [
                witness(by_id[w.report].text, w.start, w.end, quoted[w.report]) for w in statement.wordings
            ]
            own = [translates(by_id[w.report]) for w in statement.wordings]
            statement = replace(statement, wordings=_varied(statement.wordings, witnesses, own))
        found.append(statement)
    return tuple(found)


def _varied(
    wordings: Sequence[Wording], witnesses: Sequence[Witness], translated: Sequence[bool]
) -> tuple[Wording, ...]:
    out = []
    for at, (wording, other) in enumerate(zip(wordings, compared_with(witnesses), strict=True)):
        found = () if other is None else variations(witnesses[other], witnesses[at])
        if other is not None and (translated[at] or translated[other]):
            found = tuple(map(_of_translations, found))
        out.append(replace(wording, against=other, variations=found))
    return tuple(out)


def _of_translations(v: Variation) -> Variation:
    """What may be another translation, as a report says that it gives one, is no altered quotation."""
    if v.kind is not VariationKind.ALTERED:
        return v
    return replace(v, kind=VariationKind.REWORDED, why=f"{v.why}; a report says that it gives a translation")


def compared_with(witnesses: Sequence[Witness]) -> list[int | None]:
    """Which wording each is compared with; ``None`` for the root, which leads to all of them.

    The root is quoted whole rather than retold, and of those the one with most words in common with all, the longest, the first.
    Wordings that share :data:`FAMILY` of their words with it are compared with it; of the rest again the most central is
    compared with the root and the others of its family with it. So a word changed in one report stands out against
    the others, whichever of several translations they have.
    """
    counts = [Counter(word.key for word in w.words) for w in witnesses]
    first = range(min(len(witnesses), MOST_COMPARED))
    common = [[0.0] * len(first) for _ in first]
    for i in first:
        for j in range(i):
            common[i][j] = common[j][i] = _dice(counts[i], counts[j])
    found: list[int | None] = [None] * len(witnesses)
    left, roots = list(first), list[int]()
    while left:
        root = max(
            left,
            key=lambda at: (
                witnesses[at].quoted,
                round(sum(common[at][other] for other in left), 6),
                len(witnesses[at].words),
                -at,
            ),
        )
        found[root] = roots[0] if roots else None
        roots.append(root)
        family = [at for at in left if at != root and _within(counts[at], counts[root]) >= FAMILY]
        for at in family:
            found[at] = root
        left = [at for at in left if at != root and at not in set(family)]
    for at in range(len(first), len(witnesses)):
        found[at] = max(roots, key=lambda root: (_within(counts[at], counts[root]), -root))
    return found


def variations(base: Witness, other: Witness) -> tuple[Variation, ...]:
    """Where ``other`` differs from ``base``, in order of its characters; nothing where their words and punctuation agree.

    ``start`` and ``end`` of a variation are characters of ``other``'s text, ``other_start`` and ``other_end`` of ``base``'s.
    Punctuation is told only where no word differs.
    """
    units, same = differing(base, other)
    if not units:
        return tuple(_punctuation(base, other, same))
    judge = _Judge(base, other, units, same)
    found = [judge.variation(unit) for unit in units]
    return tuple(sorted(found, key=lambda v: (v.start, v.end, v.other_start, v.other_end)))


def sharpest(found: Iterable[Variation]) -> VariationKind | None:
    """The kind that tells most of these variations; ``None`` where there are none and the wordings agree."""
    order = list(VariationKind)
    return min((variation.kind for variation in found), key=order.index, default=None)


def shared(base: Witness, other: Witness) -> float:
    """The share of words in common, 0 to 1 (Dice's coefficient)."""
    return _dice(Counter(w.key for w in base.words), Counter(w.key for w in other.words))


class _Judge:
    """Says of each unit of two aligned wordings what kind of variation it is, and why."""

    def __init__(
        self, base: Witness, other: Witness, units: Sequence[Unit], pairs: Sequence[tuple[int, int]]
    ) -> None:
        self._base, self._other, self._units, self._pairs = base, other, units, pairs
        self._same = same = len(pairs)
        # What only lengthens a wording at an end tells nothing of how alike they are where both have words; but
        # where words have moved there is no telling what only lengthens it.
        moved = any(u.moved for u in units)
        within = [u for u in units if not u.moved and (moved or not (self._at_end(u) and u.one_sided))]
        differing = sum(u.b - u.a + u.d - u.c for u in within if self._spelling(u) is False)
        self._share = 2 * same / (2 * same + differing) if same else 0.0
        self._places = sum(
            self._in_quotation(u) and not self._small(u) for u in within if not self._spelling(u)
        )

    def variation(self, unit: Unit) -> Variation:
        kind, why = self._kind(unit)
        return Variation(
            kind,
            *_span(self._other, unit.c, unit.d),
            *_span(self._base, unit.a, unit.b),
            why,
        )

    def _kind(self, unit: Unit) -> tuple[VariationKind, str]:
        if unit.moved:
            return VariationKind.REORDERED, "the same words in another place"
        if self._spelling(unit):
            return VariationKind.SPELLING, "the same word spelt otherwise"
        left_out, put_in = unit.c == unit.d, unit.a == unit.b
        if (left_out or put_in) and self._elsewhere(unit):
            return VariationKind.REORDERED, "the same word in another place"
        openly = self._openly(unit)
        if not openly and (limit := self._limit(unit)):
            return VariationKind.ALTERED, limit
        if self._at_end(unit) and unit.one_sided:
            end = "begins" if 0 in (unit.a, unit.c) else "ends"
            if left_out:
                return VariationKind.SHORTENED, f"it {end} {'later' if end == 'begins' else 'earlier'}"
            return VariationKind.LENGTHENED, f"it {end} {'earlier' if end == 'begins' else 'later'}"
        if self._in_quotation(unit) and not openly and not self._small(unit):
            told = f"{self._share:.0%} of the words that both have are the same"
            if self._same < LEAST_THE_SAME:
                why = f"inside quotation marks in both, but only {self._same} words are the same"
            elif not self._one_text():
                where = "1 place" if self._places == 1 else f"{self._places} places"
                why = f"inside quotation marks in both, in {where}; {told}: perhaps two translations"
            elif self._of_a_saying(unit):
                why = "inside quotation marks in both, but only one of them tells what was said or not said"
            else:
                change = "left out" if left_out else "put in" if put_in else "changed"
                return VariationKind.ALTERED, f"{change} inside quotation marks that both have; {told}"
        elif openly:
            why = "the report shows that it changed the words (… or brackets)"
        elif self._in_quotation(unit):
            why = "inside quotation marks in both, but only small words"
        else:
            why = "not inside quotation marks in both"
        if left_out:
            return VariationKind.SHORTENED, f"left out within; {why}"
        if put_in:
            return VariationKind.LENGTHENED, f"put in within; {why}"
        return VariationKind.REWORDED, why

    def _of_a_saying(self, unit: Unit) -> bool:
        """Whether only one side tells of a saying before the words: *I never said it was so*, *it is so*."""
        told = (
            not _SAYING.isdisjoint(w.key for w in words)
            for words in (self._base.words[: unit.a], self._other.words[: unit.c])
        )
        return len(set(told)) > 1

    def _elsewhere(self, unit: Unit) -> bool:
        """Whether a small word that one side lacks here stands in another place there: *see how it is*, *how it is, see*.

        A negation or hedge says something else where it stands.
        """
        one, other = self._keys(unit)
        words = one or other
        if not FUNCTION_WORDS.issuperset(words) or not (HEDGES | NEGATIONS).isdisjoint(words):
            return False
        return any(self._keys(u) == (other, one) for u in self._units)

    def _limit(self, unit: Unit) -> str | None:
        """Why a hedge or negation that one side lacks alters a quotation, however short that is; ``None`` where it does not.

        Both quotations must have most other words in common, three of them or one that tells. The word may be left out at an edge
        as well: “almost certainly” and “certainly”.
        """
        if not weighs(*self._keys(unit)):
            return None
        homes = self._home(self._base, unit.a, unit.b), self._home(self._other, unit.c, unit.d)
        here = [
            (i, j)
            for i, j in self._pairs
            if (self._base.words[i].quotation, self._other.words[j].quotation) == homes
        ]
        enough = len(here) >= LEAST_THE_SAME or any(self._base.words[i].tells for i, _ in here)
        if None in homes or not enough:
            return None
        beside = {(unit.a - 1, unit.c - 1), (unit.b, unit.d)}
        if beside.isdisjoint(here):
            return None
        elsewhere = [
            u
            for u in self._units
            if u != unit
            and not self._spelling(u)
            and not self._small(u)
            and (self._home(self._base, u.a, u.b), self._home(self._other, u.c, u.d)) == homes
            and not (self._at_end(u) and u.one_sided)
        ]
        differing = sum(u.b - u.a + u.d - u.c for u in elsewhere)
        share = 2 * len(here) / (2 * len(here) + differing)
        if not _of_one_text(share, len(elsewhere) + 1):
            return None
        one, other = self._keys(unit)
        lost = len(spelt_out(other)) < len(spelt_out(one))
        words, which = (" ".join(one), "left out") if lost else (" ".join(other), "put in")
        return (
            f"“{words}” {which} inside quotation marks, of which {share:.0%} of the other words are the same"
        )

    @staticmethod
    def _home(side: Witness, first: int, last: int) -> int | None:
        """The quotation that words stand in; of none, that of the words on either side or, at its edge, on one."""
        beside = side.words[first:last] if first < last else side.words[max(first - 1, 0) : last + 1]
        homes = {word.quotation for word in beside} - ({None} if first == last else set())
        return homes.pop() if len(homes) == 1 else None

    def _one_text(self) -> bool:
        """Whether so much is the same that both are one translation."""
        return _of_one_text(self._share, self._places)

    def _at_end(self, unit: Unit) -> bool:
        return (
            unit.a == 0 or unit.c == 0 or unit.b == len(self._base.words) or unit.d == len(self._other.words)
        )

    def _spelling(self, unit: Unit) -> bool:
        one, other = self._keys(unit)
        return spelt_alike(one, other)

    def _small(self, unit: Unit) -> bool:
        one, other = self._keys(unit)
        return SMALL.issuperset(one) and SMALL.issuperset(other)

    def _keys(self, unit: Unit) -> tuple[list[str], list[str]]:
        return (
            [w.key for w in self._base.words[unit.a : unit.b]],
            [w.key for w in self._other.words[unit.c : unit.d]],
        )

    def _in_quotation(self, unit: Unit) -> bool:
        """Whether one quotation of either report holds the words, and those beside them where there are none."""
        return _one_quotation(self._base, unit.a, unit.b) and _one_quotation(self._other, unit.c, unit.d)

    def _openly(self, unit: Unit) -> bool:
        return _owned(self._base, unit.a, unit.b) or _owned(self._other, unit.c, unit.d)


def _of_one_text(share: float, places: int) -> bool:
    """Whether two quotations that differ in so many places, with such a share of words in common, are one translation."""
    if places > 1:
        return places <= MOST_ALTERED and share >= NEARLY_ALL_THE_SAME
    return share >= MOSTLY_THE_SAME


def _span(witness: Witness, first: int, last: int) -> tuple[int, int]:
    """Characters of words ``first:last``; of none, the place after the word before, which holds nothing."""
    if first < last:
        return witness.words[first].start, witness.words[last - 1].end
    place = (
        witness.words[first - 1].end if first else witness.words[0].start if witness.words else witness.start
    )
    return place, place


def _one_quotation(witness: Witness, first: int, last: int) -> bool:
    """Whether the words stand in one quotation; where there are none, the words on either side."""
    beside = witness.words[first:last] if first < last else witness.words[max(first - 1, 0) : last + 1]
    homes = {word.quotation for word in beside}
    return len(homes) == 1 and None not in homes


def _owned(witness: Witness, first: int, last: int) -> bool:
    """Whether the wording says itself that it leaves out or puts in words here."""
    low = witness.words[first - 1].end if first else witness.start
    high = witness.words[last].start if last < len(witness.words) else witness.end
    return _OPENLY.search(witness.text, low, high) is not None


def _punctuation(base: Witness, other: Witness, same: Sequence[tuple[int, int]]) -> Iterable[Variation]:
    for (i, j), (k, m) in pairwise(same):
        one = Span(base.words[i].end, base.words[k].start)
        two = Span(other.words[j].end, other.words[m].start)
        if _marks(base.text[one.start : one.end]) != _marks(other.text[two.start : two.end]):
            why = "the words are the same, the punctuation is not"
            yield Variation(VariationKind.PUNCTUATION, two.start, two.end, one.start, one.end, why)


def _marks(gap: str) -> str:
    """The punctuation between two words; which quotation marks a house uses, and where a space stands, is no matter."""
    return _MARKS.sub("", gap).replace("—", "–").replace("...", "…")


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def _within(one: Counter[str], other: Counter[str]) -> float:
    """Share of the shorter one's words that the other has."""
    least = min(one.total(), other.total())
    return (one & other).total() / least if least else 1.0
