"""Where the reader misses: recall on PolNeAR dev by kind of cue and of content: ``python -m bench.reader.by_kind``.

An attribution counts as found as in the yardstick's who-said-what: one to one, the contents' letters overlapping by a Jaccard
of 0.5 or more, and the sources' too, or both without one. Cues are counted by how often their words are cues in train.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from training.reader import corpus

from bench.matching import ALIKE, letters, likeness, matched
from bench.readings import readings
from bench.shared import shared
from rashomon.reading.attributions.attributions import kind_of
from rashomon.reading.text.quotations import quotations
from rashomon.records import Span


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    args = parser.parse_args()
    polnear = shared() / "data" / "polnear"
    seen = Counter(_words(d.text, a.cue) for d in corpus.read(polnear / "train") for a in d.attributions)
    gold = {d.name: d for d in corpus.read(polnear / "dev")}
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for report, reading in readings([polnear / "dev" / "text"], args.model):
        text, marks = report.text, quotations(report.text)
        document = gold[report.name]
        found_there = [(letters(text, a.content), letters(text, a.source)) for a in reading.attributions]
        wanted = [
            (letters(text, _spans(a.content)), letters(text, _spans(a.source))) for a in document.attributions
        ]
        match = matched([content for content, _ in found_there], [content for content, _ in wanted])
        hit = {j for i, j in match.items() if likeness(found_there[i][1], wanted[j][1]) >= ALIKE}
        for i, a in enumerate(document.attributions):
            if not wanted[i][0]:
                continue
            times = seen[_words(text, a.cue)]
            kind = kind_of(text, _spans(a.content), _spans(a.cue), marks)
            groups = [
                f"cue: {_often(times)}",
                f"content: {kind.value}",
                "source: " + ("expressed" if a.source else "none"),
                "all",
            ]
            there.update(groups)
            found.update(groups if i in hit else [])
    for name in sorted(there):
        print(f"{name:24}{there[name]:6}{100 * found[name] / there[name]:8.1f}")


def _often(times: int) -> str:
    least = next((n for n in (100, 10, 1) if times >= n), 0)
    return {100: "100 or more", 10: "10-99", 1: "1-9", 0: "never seen"}[least]


def _words(text: str, spans: list[tuple[int, int]]) -> str:
    return " ".join(" ".join(text[s:e].lower().split()) for s, e in spans)


def _spans(pieces: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(s, e) for s, e in pieces)


if __name__ == "__main__":
    main()
