"""How well the long tail of attributions is read: ``python -m bench.reader.invented [--odd | --even] [--model DIR] [--show]``.

``invented.txt`` has 894 news texts that language models made up for it, without a reader's output in view, with all their
attributions marked by who wrote them: rare cues, nouns as cues, passives, participles, sayings still to come, no source, and
nearly every other attribution inside another's content. Nothing learns from them. It needs no data but its own. What is chosen by
it is chosen on the odd-numbered texts; the even ones are kept aside. PolNeAR's who-said-what, as in :mod:`bench.reader.news`;
attitudes count from outside and not inside, and nothing is marked as disputable, so that the figures stand for a comparison of
readers, not for how well one reads news.

Texts are parted by lines of ``===``; ``[s1 …]``, ``[q1 …]`` and ``[c1 …]`` are the source, the cue and the content of a text's
first attribution, each in one piece or several, and what stands in a content's brackets is inside it.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path

from training.reader.corpus import Gold, Spans

from bench.nested import Marked, Score, compare, marked
from bench.reader.news import tell
from rashomon import attribute
from rashomon.records import Span

TEXTS = Path(__file__).with_name("invented.txt")


@dataclass(frozen=True, slots=True)
class Invented:
    """A text and its attributions, those inside the contents of others apart; offsets count its characters."""

    number: int
    text: str
    outermost: list[Gold]
    inside: list[Gold]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    half = parser.add_mutually_exclusive_group()
    half.add_argument("--odd", action="store_true", help="the odd-numbered texts alone, to choose on")
    half.add_argument("--even", action="store_true", help="the even-numbered texts alone, kept aside")
    parser.add_argument("--show", action="store_true", help="also print what was missed and made up")
    args = parser.parse_args()
    totals = {"outermost": Score(), "inside": Score(), "all": Score()}
    for row in read():
        if (args.odd and row.number % 2 == 0) or (args.even and row.number % 2):
            continue
        report, reading = attribute(row.text, model=args.model)
        outer, inner = (
            [
                m
                for a in reading.attributions
                if (a.inside is not None) is within
                and (m := marked(report.text, (a.source, a.cue, a.content))).content
            ]
            for within in (False, True)
        )
        wanted, within = ([_marked(report.text, g) for g in golds] for golds in (row.outermost, row.inside))
        totals["outermost"] += compare(outer, wanted)
        totals["inside"] += compare(inner, within)
        totals["all"] += compare([*outer, *inner], [*wanted, *within])
    tell(totals, show=args.show)


def _marked(text: str, gold: Gold) -> Marked:
    return marked(text, [[Span(*piece) for piece in part] for part in (gold.source, gold.cue, gold.content)])


_OPENS = re.compile(r"\[([sqc])(\d+)\s?")
_PARTS = {"s": "source", "q": "cue", "c": "content"}


def read(file: Path = TEXTS) -> list[Invented]:
    """The texts of a file, in order.

    Raises ``ValueError`` with the text's number and the place where its marks cannot be understood.
    """
    blocks = re.split(r"^===$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    out = []
    for number, block in enumerate((b.strip("\n") for b in blocks), 1):
        try:
            text, golds = unmarked(block)
        except ValueError as fault:
            raise ValueError(f"text {number}: {fault}") from None
        inside = [any(_stands_in(g, other) for other in golds if other is not g) for g in golds]
        outer, inner = (
            [g for g, i in zip(golds, inside, strict=True) if i is within] for within in (False, True)
        )
        out.append(Invented(number, text, outer, inner))
    return out


def unmarked(block: str) -> tuple[str, list[Gold]]:
    """A text without its marks, and its attributions in the order of their numbers, offsets counting its characters; a comma at
    the end of a source and white space at either end of a part are left out of it.
    """
    text = ""
    open_: list[tuple[str, int, int]] = []
    golds: dict[int, Gold] = {}
    at = 0
    while at < len(block):
        if opens := _OPENS.match(block, at):
            open_.append((_PARTS[opens[1]], int(opens[2]), len(text)))
            at = opens.end()
            continue
        if block[at] == "[" or (block[at] == "]" and not open_):
            raise ValueError(f"a bracket that belongs to no mark: {block[max(0, at - 20) : at + 20]!r}")
        if block[at] == "]":
            part, number, start = open_.pop()
            getattr(golds.setdefault(number, Gold()), part).append(_trimmed(text, start, part))
        else:
            text += block[at]
        at += 1
    if open_:
        raise ValueError(f"{open_[-1][0]} {open_[-1][1]} is not closed")
    for number, gold in golds.items():
        if not gold.cue or not gold.content:
            raise ValueError(f"{number} has no {'content' if gold.cue else 'cue'}")
    return text, [golds[number] for number in sorted(golds)]


def _trimmed(text: str, start: int, part: str) -> tuple[int, int]:
    piece = text[start:]
    end = len(piece.rstrip(" \n,;" if part == "source" else None))
    first = len(piece) - len(piece.lstrip())
    if first >= end:
        raise ValueError(f"an empty {part} before {text[start - 20 : start]!r}")
    return start + first, start + end


def _stands_in(gold: Gold, other: Gold) -> bool:
    """Whether all of an attribution stands in the content of another."""
    pieces: Spans = [*gold.source, *gold.cue, *gold.content]
    return all(any(s <= x and y <= e for s, e in other.content) for x, y in pieces)


if __name__ == "__main__":
    main()
