"""How well attributions inside attributions are found: ``python -m bench.nested [--model DIR] [--show] [--dev | --second]``.

``"He told me: 'come back'", she said`` holds *he, told, 'come back'* inside what she said. Measured are those the reader
marks so (``inside`` is not ``None``), at any depth, as precision, recall and F1, on two sets and on both together:

- *PolNeAR*: 24 articles of its dev compartment, which itself annotates the outermost attributions only. The inner ones were
  added in ``nested_gold.json``, offsets alone, by one annotator, a language model, reading each article with PolNeAR's own
  marks in view, no reader's; conventions stand in the file. Of them count those that communicate something; beliefs
  and wishes, speakers who quote themselves, and what two careful people would dispute are flagged, and a prediction like
  one of these is dropped. Skipped where the shared data are not there.
- *example*: the bundled invented story, whose gold has them all (``examples/gold.json``). Its letter-writer's own "I ask", "I
  say" are not in it by convention, and are dropped, as is what stands in readers' comments.

``--second`` holds two more annotators (``nested_second.jsonl``) against the gold in a reader's place: language models, with the
outermost attributions' contents marked in the articles and the same brief, who saw neither the gold nor each other's marks.

A prediction counts as in the yardstick's who-said-what (attribution_score.py): one to one, the contents' letters overlap by a
Jaccard of 0.5 or more and so do the sources', or both have none. One that the reader found, but not as nested, is missed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.examples import golden
from training.inside import held_out as held
from training.inside.held_out import HeldOut
from training.reader.corpus import Gold

import rashomon
from bench.matching import ALIKE, Letters, letters, likeness, matched
from bench.readings import readings
from bench.shared import ROOT, shared
from rashomon.records import Reading, Report, Span, Voice

GOLD = ROOT / "bench" / "nested_gold.json"
SECOND = ROOT / "bench" / "nested_second.jsonl"
FLAGS = ("attitude", "self", "arguable")


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as offsets of the letters and digits of its parts; ``optional``: neither right nor wrong to find."""

    source: Letters
    content: Letters
    words: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """Attributions found, missed and made up, each in words; ``optional`` counts the predictions that were dropped."""

    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    made_up: tuple[str, ...] = ()
    optional: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.found + other.found,
            self.missed + other.missed,
            self.made_up + other.made_up,
            self.optional + other.optional,
        )

    def row(self) -> str:
        """Gold and predicted attributions, precision, recall and F1 in percent."""
        right, wanted = len(self.found), len(self.found) + len(self.missed)
        predicted = right + len(self.made_up)
        figures = (right / (predicted or 1), right / (wanted or 1), 2 * right / ((predicted + wanted) or 1))
        return f"{wanted:6}{predicted:11}{self.optional:9}" + "".join(f"{100 * f:8.1f}" for f in figures)


def compare(predicted: Sequence[Marked], wanted: Sequence[Marked]) -> Score:
    """Match one report's predictions with its gold, the likest contents first, and drop what is like an optional one.

    As in the yardstick, a pair of like contents and unlike sources is an attribution missed and another made up.
    """
    match = matched([p.content for p in predicted], [w.content for w in wanted])
    right = {
        j
        for i, j in match.items()
        if not wanted[j].optional and likeness(predicted[i].source, wanted[j].source) >= ALIKE
    }
    dropped = {i for i, j in match.items() if wanted[j].optional} | {
        i
        for i, p in enumerate(predicted)
        if i not in match and any(w.optional and likeness(p.content, w.content) >= ALIKE for w in wanted)
    }
    return Score(
        tuple(wanted[j].words for j in sorted(right)),
        tuple(w.words for j, w in enumerate(wanted) if j not in right and not w.optional),
        tuple(p.words for i, p in enumerate(predicted) if i not in dropped and match.get(i) not in right),
        len(dropped),
    )


def marked(text: str, parts: Sequence[Sequence[Span]], *, optional: bool = False) -> Marked:
    """Source, cue and content as sets of letters, and as words for ``--show``."""
    source, _, content = parts
    words = " | ".join(" … ".join(" ".join(text[s.start : s.end].split()) for s in part) for part in parts)
    return Marked(letters(text, source), letters(text, content), words, optional)


def of_row(text: str, row: dict[str, Any]) -> Marked:
    """An annotator's attribution, its parts as lists of offsets; optional with any of :data:`FLAGS`."""
    parts = [[Span(*piece) for piece in row[part]] for part in ("source", "cue", "content")]
    return marked(text, parts, optional=any(row.get(flag, False) for flag in FLAGS))


def found(report: Report, reading: Reading) -> list[Marked]:
    """What the reader takes to stand inside the content of another, contents without a letter left out."""
    inner = (a for a in reading.attributions if a.inside is not None)
    rows = [marked(report.text, (a.source, a.cue, a.content)) for a in inner]
    return [row for row in rows if row.content]


Found = Callable[[Report, Reading], list[Marked]]
"""What a reader, or an annotator in its place, has found inside contents."""


def annotators() -> dict[str, Found]:
    """The other annotators, by name; what they hold optional they have not found."""
    rows = [json.loads(line) for line in SECOND.read_text(encoding="utf-8").splitlines()]

    def found_by(name: str) -> Found:
        own = {row["doc"]: row["inside"] for row in rows if row["annotator"] == name}
        return lambda report, _: [of_row(report.text, a) for a in own[report.name] if not a.get("optional")]

    return {name: found_by(name) for name in sorted({row["annotator"] for row in rows})}


def polnear(data: Path, model: Path | None, found: Found = found) -> Score:
    """Score the articles of :data:`GOLD`; ``data`` is the folder of shared data."""
    gold: dict[str, list[dict[str, Any]]] = {
        d["doc"]: d["attributions"] for d in json.loads(GOLD.read_text(encoding="utf-8"))["documents"]
    }
    folder = data / "data" / "polnear" / "dev" / "text"
    total = Score()
    for report, reading in readings([folder / f"{name}.txt" for name in gold], model):
        wanted = [of_row(report.text, row) for row in gold[report.name]]
        total += compare(found(report, reading), wanted)
    return total


def example(model: Path | None, found: Found = found) -> Score:
    """Score the bundled story."""
    gold = golden.load()
    total = Score()
    for report, reading in readings([golden.STORY], model):
        known = gold.attributions_of(report.name)
        wanted = [_of_example(report.text, a) for a in known if a.inside is not None]
        letter = [
            _of_example(report.text, a).content
            for a in known
            if a.speaker == "Ilona Varesh" and "letter" in (a.channel or "")
        ]
        comments = [Span(p.start, p.end) for p in report.passages if p.voice is Voice.COMMENT]
        commented = letters(report.text, comments)
        predicted = [
            row
            for row in found(report, reading)
            if not row.content <= commented
            and not (row.words.startswith("I |") and any(row.content <= part for part in letter))
        ]
        total += compare(predicted, wanted)
    return total


def held_out(articles: Sequence[HeldOut], model: Path | None) -> Score:
    """Score articles that thresholds are chosen on; only what stands in their annotated stretches counts."""
    total = Score()
    for article in articles:
        report, reading = rashomon.attribute(article.text, model=model)
        known = letters(report.text, article.known)
        predicted = [row for row in found(report, reading) if row.content <= known]
        total += compare(
            predicted, [_of_gold(report.text, gold, optional) for gold, optional in article.inside]
        )
    return total


def _of_gold(text: str, gold: Gold, optional: bool) -> Marked:
    parts = [[Span(*piece) for piece in part] for part in (gold.source, gold.cue, gold.content)]
    return marked(text, parts, optional=optional)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument(
        "--show",
        action="store_true",
        help="also print what was missed, made up and found: source | cue | content",
    )
    other = parser.add_mutually_exclusive_group()
    other.add_argument(
        "--dev", action="store_true", help="score what thresholds are chosen on (training/inside) instead"
    )
    other.add_argument(
        "--second", action="store_true", help="hold two more annotators against the gold, not a reader"
    )
    args = parser.parse_args()
    if args.second:
        _tell({name: polnear(shared(), None, of) + example(None, of) for name, of in annotators().items()})
        return
    sets: dict[str, Score] = {}
    try:
        data = shared()
    except SystemExit as absent:
        print(f"PolNeAR is left out: {absent}")
    else:
        if args.dev:
            sets["PolNeAR"] = held_out(held.polnear(data / "data"), args.model)
            sets["NeUS"] = held_out(held.excerpts(data / "data"), args.model)
        else:
            sets["PolNeAR"] = polnear(data, args.model)
    if not args.dev:
        sets["example"] = example(args.model)
    if len(sets) > 1:
        sets["together"] = sum(sets.values(), Score())
    _tell(sets)
    for name in ("PolNeAR", "example", "NeUS") if args.show else ():
        if (of := sets.get(name)) is None:
            continue
        for heading, rows in (("missed", of.missed), ("made up", of.made_up), ("found", of.found)):
            print(f"\n{name}, {heading}:", *rows, sep="\n  ")


def _tell(sets: Mapping[str, Score]) -> None:
    print(f"{'':10}{'gold':>6}{'predicted':>11}{'dropped':>9}{'P':>8}{'R':>8}{'F1':>8}")
    for name, score in sets.items():
        print(f"{name:10}{score.row()}")


def _of_example(text: str, gold: golden.GoldAttribution) -> Marked:
    try:
        parts = [golden.spans(text, part, gold.within) for part in (gold.source, gold.cue, gold.content)]
    except LookupError:
        # The page's text lacks it: nothing can match what stands nowhere, and it counts as missed.
        return Marked(frozenset(), frozenset({-1}), f"{gold.id}, not in the text of the report")
    return marked(text, parts)


if __name__ == "__main__":
    main()
