"""How well the links of chains are found: ``python -m bench.chains [--model DIR] [--show]``.

A saying inside another passed through hands: *"He told me on the phone: 'come back'", she said*. Measured are the 50 attributions
inside attributions of ``nested_gold.json`` (24 articles of PolNeAR's dev compartment, offsets alone). To each that counts there,
the same annotator added its links, reading the article, before any chain had been scored: *addressee* and *channel* of the saying
and of those around it, every *reporter*, and every *outlet* named between. An addressee counts also where its words stand first
in the content ("urging employees to …") or are a pronoun; a reporter is the source of what it stands inside. A link is
right where one of its kind overlaps it by half of their letters (Jaccard), one to one. Two runs:

- *as read*: links of what the reader finds nested and matches (as in ``bench.nested``); a saying missed misses all its links, and
  one made up makes up all its links. Those flagged optional in the gold are dropped, with their links.
- *nesting given*: the gold's nested attributions put into the place of the reader's own, each inside the smallest content that
  holds it, so that what is measured is the links alone.

*Hands* counts the sayings whose number of hands is exactly right, this outlet's included; in the second run, of all 50.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.matching import ALIKE, letters, likeness, matched
from bench.nested import FLAGS, GOLD
from bench.readings import readings
from bench.shared import shared
from rashomon.reading.attributions.attributions import Certainty, Found, kind_of
from rashomon.reading.circumstances.circumstances import with_circumstances
from rashomon.reading.circumstances.timing import timing
from rashomon.reading.names.persons.people import people
from rashomon.reading.speakers.speakers import speakers
from rashomon.reading.text.pieces import regions_of
from rashomon.reading.text.quotations import quotations
from rashomon.reading.text.surface import surface
from rashomon.records import Attribution, Reading, Report, Span

KINDS = ("speaker", "addressee", "channel", "reporter", "outlet")


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A link by its characters; ``optional``: neither right nor wrong to find."""

    kind: str
    at: Span
    optional: bool = False


@dataclass(frozen=True, slots=True)
class GoldSaying:
    """A nested attribution with its links and hands; ``optional`` ones have no links."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    links: tuple[GoldLink, ...]
    hands: int
    optional: bool


@dataclass(slots=True)
class Tally:
    """Links right, predicted and wanted by kind; sayings whose hands are right, and all of them; what went wrong in words."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    hands: int = 0
    sayings: int = 0
    words: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[str]:
        for kind in (*KINDS, "all"):
            of = [kind] if kind != "all" else list(KINDS)
            right, predicted, wanted = (
                sum(c[k] for k in of) for c in (self.right, self.predicted, self.wanted)
            )
            p, r = 100 * right / (predicted or 1), 100 * right / (wanted or 1)
            yield f"  {kind:12}{wanted:6}{predicted:11}{right:7}{p:8.1f}{r:8.1f}"
        yield f"  hands exactly right: {self.hands} of {self.sayings}"


def gold() -> dict[str, tuple[GoldSaying, ...]]:
    """The annotated sayings by document."""
    documents = json.loads(GOLD.read_text(encoding="utf-8"))["documents"]
    return {d["doc"]: tuple(_saying(row) for row in d["attributions"]) for d in documents}


def _saying(row: dict[str, Any]) -> GoldSaying:
    source, cue, content = (
        tuple(Span(*piece) for piece in row[part]) for part in ("source", "cue", "content")
    )
    links = [
        GoldLink(link["kind"], Span(*link["at"]), link.get("optional", False))
        for link in row.get("links", ())
    ]
    if source:
        links.insert(0, GoldLink("speaker", source[0]))
    return GoldSaying(
        source, cue, content, tuple(links), row.get("hands", 1), any(row.get(flag, False) for flag in FLAGS)
    )


def compare(text: str, wanted: Sequence[GoldLink], a: Attribution | None, tally: Tally) -> None:
    """Add the links of one saying: ``a`` is what was found of it."""
    found = [k for k in a.chain if k.start is not None and k.end is not None] if a is not None else []
    tally.wanted.update(w.kind for w in wanted if not w.optional)
    for kind in KINDS:
        have = [letters(text, [Span(k.start or 0, k.end or 0)]) for k in found if k.kind.value == kind]
        want = [w for w in wanted if w.kind == kind]
        match = matched(have, [letters(text, [w.at]) for w in want])
        tally.right[kind] += sum(not want[j].optional for j in match.values())
        tally.predicted[kind] += len(have) - sum(want[j].optional for j in match.values())
        for j, w in enumerate(want):
            if j not in match.values() and not w.optional:
                tally.words.append(f"missed {kind}: {text[w.at.start : w.at.end]!r}")
        tally.words += [
            f"made up {kind}: {text[k.start : k.end]!r}"
            for i, k in enumerate(k for k in found if k.kind.value == kind)
            if i not in match
        ]


def as_read(report: Report, reading: Reading, wanted: Sequence[GoldSaying], tally: Tally) -> None:
    """Add what the reader found nested in a report."""
    inner = [a for a in reading.attributions if a.inside is not None]
    have = [letters(report.text, a.content) for a in inner]
    match = matched(have, [letters(report.text, w.content) for w in wanted])
    for j, w in enumerate(wanted):
        if w.optional:
            continue
        found = next((inner[i] for i, k in match.items() if k == j), None)
        compare(report.text, w.links, found, tally)
        tally.sayings += found is not None
        tally.hands += found is not None and found.hands == w.hands
    flagged = [letters(report.text, w.content) for w in wanted if w.optional]
    for i, a in enumerate(inner):
        if i not in match and not any(likeness(have[i], f) >= ALIKE for f in flagged):
            compare(report.text, (), a, tally)


def with_nesting(report: Report, reading: Reading, wanted: Sequence[GoldSaying], tally: Tally) -> None:
    """Add the links that are found where the gold's nesting is given."""
    text, regions = surface(report.text), regions_of(report)
    marks = [q for r in regions for q in quotations(text, r.start, r.end)]
    outer = [a for a in reading.attributions if a.inside is None]
    parts = [(a.source, a.cue, a.content) for a in outer]
    parts += [(w.source, w.cue, w.content) for w in wanted if not w.optional]
    order = sorted(range(len(parts)), key=lambda i: (_place(parts[i]), i))
    found = [
        Found(*parts[i], kind_of(text, parts[i][2], parts[i][1], marks), Certainty(1, 1, 1)) for i in order
    ]
    nested = [
        Found(
            f.source,
            f.cue,
            f.content,
            f.kind,
            f.certainty,
            _around(n, found) if order[n] >= len(outer) else None,
        )
        for n, f in enumerate(found)
    ]
    who = speakers(text, reading.mentions, nested)
    times = timing(text, regions, nested, report.published)
    bare = [
        Attribution(f.source, f.cue, f.content, f.kind, 1.0, s, f.inside)
        for f, s in zip(nested, who, strict=True)
    ]
    told = with_circumstances(text, bare, people(text, reading.mentions), times, report.outlet)
    counted = [w for w in wanted if not w.optional]
    for number, a in zip(order, told, strict=True):
        if number >= len(outer):
            w = counted[number - len(outer)]
            compare(report.text, w.links, a, tally)
            tally.sayings += 1
            tally.hands += a.hands == w.hands


def _place(parts: tuple[tuple[Span, ...], ...]) -> tuple[int, int]:
    spans = [s for part in parts for s in part]
    return min(s.start for s in spans), -max(s.end for s in spans)


def _around(number: int, found: Sequence[Found]) -> int | None:
    """The attribution with the smallest content that overlaps all of a nested one's content, or most of it."""
    mine = {i for s in found[number].content for i in range(s.start, s.end)}
    holding = []
    for n, f in enumerate(found):
        theirs = {i for s in f.content for i in range(s.start, s.end)}
        if n != number and len(mine & theirs) >= 0.8 * len(mine) and len(theirs) > len(mine):
            holding.append((len(theirs), n))
    return min(holding)[1] if holding else None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--show", action="store_true", help="also print what was missed and made up")
    args = parser.parse_args()
    known = gold()
    folder = shared() / "data" / "polnear" / "dev" / "text"
    runs = {"as read": Tally(), "nesting given": Tally()}
    for report, reading in readings([folder / f"{name}.txt" for name in known], args.model):
        as_read(report, reading, known[report.name], runs["as read"])
        with_nesting(report, reading, known[report.name], runs["nesting given"])
    for name, tally in runs.items():
        print(f"{name:14}{'gold':>6}{'predicted':>11}{'right':>7}{'P':>8}{'R':>8}")
        print(*tally.rows(), sep="\n")
        if args.show:
            print(*tally.words, sep="\n")


if __name__ == "__main__":
    main()
