"""Altered quotations told from other translations: what is called altered of lines with one word changed, and of others.

Lines of the translations in ../shared, all of each taken as standing inside quotation marks:

- *two translators*: the same line by two translators. Nobody altered it; what is called altered is wrong.
- *one word changed*: a line, and the same with one of its content words replaced by one of another line.
- *cut and changed*: the same, of which only a stretch of 5 words or more is quoted, the changed word within it.
- *only cut*, *only punctuated otherwise*: what is called altered is wrong.

Beside ours, two simpler rules on the same pairs: any difference inside quotation marks is an alteration; and a likeness of
letters (rapidfuzz's ratio) of 80 or more without being equal. The constants of collation/wordings/variation.py were set on the
even lines; the odd ones are reported. Run: python -m bench.collation.variation [--even]
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from bench.shared import shared
from rashomon.collation.wordings.differing import witness
from rashomon.collation.wordings.variation import variations
from rashomon.collation.wordings.wordforms import words
from rashomon.records import Span, Variation, VariationKind

Pair = tuple[str, str]
KINDS = ("two translators", "one word changed", "cut and changed", "only cut", "only punctuated otherwise")
ALTERED = (1, 2)
"""The kinds, by place, that are altered."""


def lines(odd: bool) -> Iterator[Pair]:
    """The odd or the even lines of each language by both translators."""
    folder = shared() / "data" / "translations"
    for language in ("cs", "de", "ru"):
        sides = [
            (folder / f"newstest2021.{language}-en.{side}.en").read_text(encoding="utf-8").splitlines()
            for side in "AB"
        ]
        yield from list(zip(*sides, strict=True))[int(odd) :: 2]


def made(pairs: list[Pair], seed: int = 1) -> dict[str, list[Pair]]:
    """Pairs of wordings of each kind, from those lines that have 6 words or more."""
    dice = random.Random(seed)
    found: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    stock = [line[w.start : w.end] for line, _ in pairs for w in words(line, 0, len(line)) if w.tells]
    for one, other in pairs:
        own = words(one, 0, len(one))
        if len(own) < 6:
            continue
        found[KINDS[0]].append((one, other))
        first = dice.randrange(len(own) - 4)
        last = dice.randrange(first + 5, len(own) + 1)
        low, high = own[first].start, own[last - 1].end
        for kind, start, end, among in (
            (KINDS[1], 0, len(one), own),
            (KINDS[2], low, high, own[first:last]),
        ):
            telling = [w for w in among if w.tells]
            if telling:
                old = dice.choice(telling)
                new = next(w for w in iter(lambda: dice.choice(stock), "") if w.casefold() != old.key)
                found[kind].append((one, one[start : old.start] + new + one[old.end : end]))
        found[KINDS[3]].append((one, one[low:high]))
        at = dice.choice(own[:-1]).end
        found[KINDS[4]].append((one, one[:at] + "," + one[at:].lstrip(",")))
    return found


def ours(one: str, other: str) -> bool:
    """Whether a variation of the two is an altered quotation."""
    return any(v.kind is VariationKind.ALTERED for v in compared(one, other))


def compared(one: str, other: str) -> tuple[Variation, ...]:
    a, b = (witness(text, 0, len(text), [Span(0, len(text))]) for text in (one, other))
    return variations(a, b)


def any_difference(one: str, other: str) -> bool:
    """Whether any word differs."""
    return [w.key for w in words(one, 0, len(one))] != [w.key for w in words(other, 0, len(other))]


def near(one: str, other: str) -> bool:
    """Whether any word differs and the letters are alike."""
    return any_difference(one, other) and fuzz.ratio(one, other) >= 80


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--even", action="store_true", help="the lines that the constants were set on")
    pairs = made(list(lines(not parser.parse_args().even)))
    rules: dict[str, Callable[[str, str], bool]] = {
        "ours": ours,
        "any difference": any_difference,
        "letters alike": near,
    }
    print(f"{'called altered, of':<28}{'pairs':>7}" + "".join(f"{rule:>16}" for rule in rules))
    for place, kind in enumerate(KINDS):
        shares = [
            100 * sum(rule(*pair) for pair in pairs[kind]) / len(pairs[kind]) for rule in rules.values()
        ]
        wanted = "(should be)" if place in ALTERED else ""
        print(f"{kind:<28}{len(pairs[kind]):>7}" + "".join(f"{share:>15.1f}%" for share in shares), wanted)


if __name__ == "__main__":
    main()
