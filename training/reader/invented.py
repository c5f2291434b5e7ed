"""News texts that were made up to learn from, with their attributions marked in them (``invented.txt``).

A language model wrote them for cues that are rare in PolNeAR and for what stands inside contents: nouns, passives, participles,
sayings still to come. Texts are parted by lines of ``===``; ``[s1 …]``, ``[q1 …]`` and ``[c1 …]`` are the source, the cue and the
content of a text's first attribution, each in one piece or several, and what stands in a content's brackets is inside it.
"""

from __future__ import annotations

import re
from pathlib import Path

from training.reader.corpus import Document, Gold, Spans

TEXTS = Path(__file__).with_name("invented.txt")

_OPENS = re.compile(r"\[([sqc])(\d+)\s?")
_PARTS = {"s": "source", "q": "cue", "c": "content"}


def read(file: Path = TEXTS) -> list[Document]:
    """The documents of a file, in order, named by their number; all that stands inside their contents is known.

    Raises ``ValueError`` with the text's number and the place where its marks cannot be understood.
    """
    blocks = re.split(r"^===$", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    out = []
    for number, block in enumerate((b.strip("\n") for b in blocks), 1):
        try:
            text, golds = marked(block)
        except ValueError as fault:
            raise ValueError(f"text {number}: {fault}") from None
        inside = [any(stands_in(g, other) for other in golds if other is not g) for g in golds]
        outer = [g for g, within in zip(golds, inside, strict=True) if not within]
        inner = [g for g, within in zip(golds, inside, strict=True) if within]
        known = sorted(piece for g in outer for piece in g.content)
        out.append(Document(f"invented {number}", text, outer, [], inner, known))
    return out


def marked(block: str) -> tuple[str, list[Gold]]:
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


def stands_in(gold: Gold, other: Gold) -> bool:
    """Whether all of an attribution stands in the content of another."""
    pieces: Spans = [*gold.source, *gold.cue, *gold.content]
    return all(any(s <= x and y <= e for s, e in other.content) for x, y in pieces)
