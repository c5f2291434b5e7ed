"""Where the reader misses: recall on PolNeAR dev by kind of cue and of content: ``python -m bench.reader.by_kind``.

An attribution counts as found as in the yardstick's who-said-what: one to one, the contents' letters overlapping by a Jaccard
of 0.5 or more, and the sources' too, or both without one. Cues are counted by how often their words are cues in train.

With ``--annotators``, what people find of what other people found: each annotator of the sixteen training articles that five or
six annotated, held against each of the others. Cues are counted in the other articles.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

from training.reader import corpus
from training.reader.corpus import Gold

from bench.matching import ALIKE, Letters, letters, likeness, matched
from bench.readings import readings
from bench.shared import shared
from rashomon.reading.attributions.attributions import kind_of
from rashomon.reading.text.quotations import quotations
from rashomon.records import Span


@dataclass
class Recall:
    """How many of each kind there are, and how many of them were found; ``seen`` counts the cues of the training articles."""

    seen: Counter[str]
    there: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    def add(self, text: str, wanted: Sequence[Gold], others: Sequence[tuple[Letters, Letters]]) -> None:
        """Hold what was found in a text, as letters of contents and of sources, against what is wanted there."""
        marks = quotations(text)
        gold = [(letters(text, _spans(a.content)), letters(text, _spans(a.source))) for a in wanted]
        match = matched([content for content, _ in others], [content for content, _ in gold])
        hit = {j for i, j in match.items() if likeness(others[i][1], gold[j][1]) >= ALIKE}
        for i, a in enumerate(wanted):
            if not gold[i][0]:
                continue
            kind = kind_of(text, _spans(a.content), _spans(a.cue), marks)
            groups = [
                f"cue: {_often(self.seen[_words(text, a.cue)])}",
                f"content: {kind.value}",
                "source: " + ("expressed" if a.source else "none"),
                "all",
            ]
            self.there.update(groups)
            self.found.update(groups if i in hit else [])

    def rows(self) -> Iterator[str]:
        """A line for each kind: its name, how many there are, the percentage found."""
        for name in sorted(self.there):
            yield f"{name:24}{self.there[name]:6}{100 * self.found[name] / self.there[name]:8.1f}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument(
        "--annotators", action="store_true", help="hold people against people instead of the reader"
    )
    args = parser.parse_args()
    polnear = shared() / "data" / "polnear"
    print(*(people(polnear) if args.annotators else reader(polnear, args.model)).rows(), sep="\n")


def reader(polnear: Path, model: Path | None) -> Recall:
    """What the reader finds of dev."""
    out = Recall(_cues(corpus.read(polnear / "train")))
    gold = {d.name: d for d in corpus.read(polnear / "dev")}
    for report, reading in readings([polnear / "dev" / "text"], model):
        text = report.text
        found = [(letters(text, a.content), letters(text, a.source)) for a in reading.attributions]
        out.add(text, gold[report.name].attributions, found)
    return out


def people(polnear: Path) -> Recall:
    """What annotators find of each other's."""
    articles = {d.name: d for d in corpus.read(polnear / "train")}
    of: dict[str, list[list[Gold]]] = defaultdict(list)
    for name, attributions in corpus.every_annotator(polnear / "train"):
        of[name].append(attributions)
    several = {name: each for name, each in of.items() if len(each) > 1}
    out = Recall(_cues(d for name, d in articles.items() if name not in several))
    for name, each in several.items():
        text = articles[name].text
        for wanted, other in permutations(each, 2):
            found = [(letters(text, _spans(a.content)), letters(text, _spans(a.source))) for a in other]
            out.add(text, wanted, [row for row in found if row[0]])
    return out


def _cues(documents: Iterable[corpus.Document]) -> Counter[str]:
    return Counter(_words(d.text, a.cue) for d in documents for a in d.attributions)


def _often(times: int) -> str:
    least = next((n for n in (100, 10, 1) if times >= n), 0)
    return {100: "100 or more", 10: "10-99", 1: "1-9", 0: "never seen"}[least]


def _words(text: str, spans: list[tuple[int, int]]) -> str:
    return " ".join(" ".join(text[s:e].lower().split()) for s, e in spans)


def _spans(pieces: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(s, e) for s, e in pieces)


if __name__ == "__main__":
    main()
