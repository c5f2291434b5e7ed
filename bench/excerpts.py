"""Stories of NeUS read for what is one utterance and where accounts part: the gold that collation and conflicts are held against.

``excerpts_gold.jsonl``, a line for each story of ``neus-train.source`` (:func:`bench.collation.corpora.neus`: title and beginning
of two or three outlets' reports of one matter, 7,300 of them in 2,435 stories), annotated by two language models, each reading
every story whole. ``contents`` are the sentences of contents that the reader of the day found; ``same`` pairs are wordings of one
utterance, of ``part`` one tells a part of the other, ``open`` ones have something in common or were seen differently:
neither right nor wrong. What is not listed is different. ``parted`` are stretches of two accounts that cannot both hold, or of
which one denies or opposes the other, with how many of the two hold that for plain to every reader; the others for disputable.

Stories whose number divides by four are kept to measure on: nothing learns from them. Those of odd quarters are for choosing
settings on, those of even quarters are looked at last.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.collation.corpora import neus
from rashomon.records import Passage, Report, Voice

GOLD = Path(__file__).with_name("excerpts_gold.jsonl")

Stretch = tuple[int, int, int]
"""The report's place in its story, and the characters of its text."""

Pair = frozenset[Stretch]


@dataclass(frozen=True)
class Parted:
    """Where two accounts part: the kind, how many annotators hold it for plain (0 to 2), and the two stretches."""

    kind: str
    plain: int
    one: Stretch
    other: Stretch


@dataclass(frozen=True)
class Excerpts:
    """A story: its number, its reports' texts, and what was marked in them."""

    number: int
    texts: tuple[str, ...]
    contents: tuple[Stretch, ...]
    same: tuple[tuple[int, int], ...]
    part: tuple[tuple[int, int], ...]
    open: tuple[tuple[int, int], ...]
    parted: tuple[Parted, ...]

    @property
    def split(self) -> str:
        """What the story serves for: ``learn``, ``choose`` or ``test``."""
        return "learn" if self.number % 4 else "choose" if self.number % 8 else "test"

    def reports(self) -> list[Report]:
        """Its reports: the title as a headline, the rest as the outlet's own voice."""
        return [_report(f"neus-train {self.number}.{k}", text) for k, text in enumerate(self.texts)]

    def labels(self, nested: bool = False) -> dict[Pair, str]:
        """Of pairs of contents of two reports that are not simply different: ``same``, ``part`` or ``open``.

        With ``nested`` what holds a content, or stands in one, is open beside what is one utterance with that: the same words
        were marked once.
        """
        found: dict[Pair, str] = {}
        for kind, pairs in (("open", self.open), ("part", self.part), ("same", self.same)):
            for one, other in ((self.contents[i], self.contents[j]) for i, j in pairs):
                if one[0] != other[0]:
                    found[frozenset((one, other))] = kind
        if nested:
            for pair in list(found):
                one, other = pair
                for near in (c for c in self.contents if _nested(c, one)):
                    found.setdefault(frozenset((near, other)), "open")
                for near in (c for c in self.contents if _nested(c, other)):
                    found.setdefault(frozenset((one, near)), "open")
        return found


def _nested(one: Stretch, other: Stretch) -> bool:
    """Whether one content stands in the other."""
    return (
        one != other
        and one[0] == other[0]
        and (one[1] <= other[1] <= other[2] <= one[2] or other[1] <= one[1] <= one[2] <= other[2])
    )


def stories(*splits: str) -> Iterator[Excerpts]:
    """The stories of these splits (all where none is named), in order."""
    texts: dict[int, list[str]] = defaultdict(list)
    for number, text in neus("train"):
        texts[int(number)].append(text)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        story = Excerpts(
            row["story"],
            tuple(texts[row["story"]]),
            tuple((k, start, end) for k, start, end in row["contents"]),
            tuple((i, j) for i, j in row.get("same", ())),
            tuple((i, j) for i, j in row.get("part", ())),
            tuple((i, j) for i, j in row.get("open", ())),
            tuple(
                Parted(kind, plain, tuple(one), tuple(other))
                for kind, plain, one, other in row.get("parted", ())
            ),
        )
        if not splits or story.split in splits:
            yield story


def _report(name: str, text: str) -> Report:
    id_ = hashlib.sha256((name + text).encode()).hexdigest()[:16]
    title = text.index("\n")
    passages = (Passage(Voice.HEADLINE, 0, title), Passage(Voice.BODY, title + 1, len(text)))
    return Report(id_, id_, name, text, passages)
