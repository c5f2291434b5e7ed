"""Whether sources lead to the right speaker: ``python -m bench.speakers [--model DIR] [--show]``.

Measured on the pronouns (``he``), short names (``Mr. Clarke``) and descriptions (``the senator``) that are sources in 20
PolNeAR dev articles, each with who is meant. That gold, ``speakers_gold.json``, holds offsets only. It was written before any
tuning by one annotator, a language model, by reading the articles, no resolver's answer in view; conventions stand in the file.

Three figures, each by kind of source and together:

- *given the attributions*: PolNeAR's own attributions go to :func:`rashomon.reading.speakers.speakers`, with the reader's
  mentions, so that what the reader did not find does not blur the figure;
- *end to end*: the article goes to :func:`rashomon.attribute`; of the attributions found, the one whose source overlaps the
  gold one most answers. Sources that none overlaps are counted apart;
- *nearest name*, a baseline over the same mentions: for a pronoun the last person before it named in two words or more; for
  a short name the last longer name before it that ends with it; for a description the last name before it of any kind.

A person's name is right with the gold surname and nothing that contradicts the rest; ``in full`` counts those that are more
than the bare surname. An organisation's is right if it is the gold one, or one holds the other as whole words. Case, accents,
titles and punctuation do not count. Where the article does not tell who is meant, only *not known* is right. Of two who are meant
together, both are given as *not known* with their names for evidence, and that is right.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.reader import corpus

from bench.shared import ROOT, shared
from rashomon import attribute
from rashomon.reading.names.persons.people import bare_name, plain
from rashomon.reading.names.words.titles import TITLES
from rashomon.reading.speakers.speakers import speakers
from rashomon.records import Attribution, Mention, MentionKind, Span, Speaker

GOLD = ROOT / "bench" / "speakers_gold.json"
KINDS = ("pronoun", "short name", "description")
NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
NOBODY = Speaker(None, "no such name before it")


@dataclass(frozen=True)
class Source:
    """A source of the gold. ``who`` holds names any of which is right, and is empty where the article does not tell."""

    doc: str
    text: str
    span: Span
    kind: str
    who: tuple[str, ...]
    several: bool
    group: bool

    @property
    def words(self) -> str:
        return self.text[self.span.start : self.span.end]


@dataclass(frozen=True)
class Answers:
    """What each way says of one source; ``reader`` is ``None`` where the reader found no such source."""

    source: Source
    given: Speaker
    reader: Speaker | None
    nearest: Speaker


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--show", action="store_true", help="print every wrong answer with its surroundings")
    args = parser.parse_args()
    dev = {d.name: d for d in corpus.read(shared() / "data" / "polnear" / "dev")}
    answers: list[Answers] = []
    for entry in json.loads(GOLD.read_text(encoding="utf-8"))["documents"]:
        if entry["doc"] not in dev:
            raise SystemExit(f"{entry['doc']}: no such article in {shared() / 'data' / 'polnear' / 'dev'}.")
        answers += _answers(dev[entry["doc"]], entry["sources"], args.model)
    if args.show:
        for a in answers:
            _show(a)
    _table(answers)


def _answers(document: corpus.Document, rows: Sequence[dict[str, Any]], model: Path | None) -> list[Answers]:
    text = document.text
    report, reading = attribute(text, name=document.name, model=model)
    if report.text != text:
        raise SystemExit(
            f"{document.name}: the reader changes this text, so the gold's offsets do not fit it."
        )
    found = corpus.as_found(document)
    given = speakers(text, reading.mentions, found)
    out = []
    for row in rows:
        source = _source(document, row)
        at = next((i for i, f in enumerate(found) if source.span in f.source), None)
        if at is None:
            raise SystemExit(f"{document.name}: no attribution of PolNeAR has the source at {source.span}.")
        read = max(reading.attributions, key=lambda a: _overlap(a, source.span), default=None)
        heard = read.speaker if read is not None and _overlap(read, source.span) > (0, 0) else None
        out.append(Answers(source, given[at], heard, _nearest(source, reading.mentions)))
    return out


def _source(document: corpus.Document, row: dict[str, Any]) -> Source:
    return Source(
        doc=document.name,
        text=document.text,
        span=Span(*row["span"]),
        kind=row["kind"],
        who=tuple(document.text[s:e] for s, e in row["who"] or ()),
        several=row.get("several", False),
        group=row.get("group", False),
    )


def _overlap(a: Attribution, span: Span) -> tuple[int, int]:
    """Characters that the source shares with the span; of equals the shorter source, then the first, is best."""
    shared_ = sum(max(0, min(s.end, span.end) - max(s.start, span.start)) for s in a.source)
    return (shared_, -sum(s.end - s.start for s in a.source)) if shared_ else (0, 0)


def _nearest(source: Source, mentions: Sequence[Mention]) -> Speaker:
    """The baseline's answer."""
    before = [m for m in mentions if m.end <= source.span.start and m.kind in NAMES]
    named = [(bare_name(source.text, m.start, m.end)[0], m.kind) for m in reversed(before)]
    if source.kind == "pronoun":
        named = [(n, kind) for n, kind in named if kind is MentionKind.PERSON and len(_bare(n)) >= 2]
    elif source.kind == "short name":
        inside = [m for m in mentions if source.span.start <= m.start and m.end <= source.span.end]
        at = Span(inside[0].start, inside[0].end) if inside else source.span
        short = _bare(source.text[at.start : at.end])
        named = [(n, kind) for n, kind in named if len(_bare(n)) > len(short) and _ends(_bare(n), short)]
    return Speaker(named[0][0], "nearest name", named[0][1]) if named else NOBODY


def _ends(name: Sequence[str], short: Sequence[str]) -> bool:
    return bool(short) and list(name[-len(short) :]) == list(short)


def _bare(name: str) -> list[str]:
    """The words of a name without titles, article, possessive, case, accents and punctuation."""
    words = [w.removesuffix("'s").strip("'") for w in plain(name).split()]
    while len(words) > 1 and (words[0] in TITLES or words[0] == "the"):
        words.pop(0)
    return words


def right(speaker: Speaker, source: Source) -> bool:
    """Whether this is who is meant; of two together, one or both."""
    both = speaker.evidence if source.several else None
    if (speaker.name is None and both is None) or not source.who:
        return speaker.name is None and not source.who
    name = speaker.name or (source.text[both.start : both.end] if both is not None else "")
    names = name.split(" and ") if source.several else [name]
    if source.group:
        return all(any(_same_group(_bare(n), _bare(g)) for g in source.who) for n in names)
    return all(any(_same_person(_bare(n), _bare(g)) for g in source.who) for n in names)


def _same_person(name: Sequence[str], gold: Sequence[str]) -> bool:
    """The same surname, and each word of the shorter name, or its initial, in the longer."""
    short, long = sorted((name, gold), key=len)
    return (
        bool(short)
        and short[-1] == long[-1]
        and all(any(w == v or (w[0] == v[0] and 1 in (len(w), len(v))) for v in long) for w in short)
    )


def _same_group(name: Sequence[str], gold: Sequence[str]) -> bool:
    """One holds the other; but a candidate is not the campaign that bears their name."""
    a, b = f" {' '.join(name)} ", f" {' '.join(gold)} "
    return bool(a.strip()) and ("campaign" in name) == ("campaign" in gold) and (a in b or b in a)


def _in_full(speaker: Speaker, source: Source) -> bool:
    """Right, and not by one word of a name of which the article gives more."""
    one_word = any(len(_bare(g)) == 1 for g in source.who)
    return right(speaker, source) and (speaker.name is None or one_word or len(_bare(speaker.name)) > 1)


def _show(a: Answers) -> None:
    """Each wrong answer, the source between bars in its surroundings."""
    s, text = a.source, a.source.text
    before = " ".join(text[max(0, s.span.start - 300) : s.span.start].split())
    after = " ".join(text[s.span.end : s.span.end + 80].split())
    ways = (("given", a.given), ("end to end", a.reader), ("nearest", a.nearest))
    wrong = [(way, got) for way, got in ways if got is not None and not right(got, s)]
    if not wrong:
        return
    print(f"{s.doc} {s.span.start}: {s.kind}, {' or '.join(s.who) or 'not known'} is meant")
    for way, got in wrong:
        print(f"  {way}: {got.name or 'not known'} ({got.why})")
    print(f"  … {before} |{s.words}| {after} …\n")


def _table(answers: Sequence[Answers]) -> None:
    print(
        f"{'':14}{'sources':>8}{'unknown':>9}{'given the attributions':>25}{'in full':>9}"
        f"{'end to end':>17}{'not found':>11}{'nearest name':>19}"
    )
    rows = [(kind, [a for a in answers if a.source.kind == kind]) for kind in KINDS]
    rows.append(("pronoun, short", [a for a in answers if a.source.kind != "description"]))
    for name, some in [*rows, ("all", list(answers))]:
        heard = [(a.reader, a.source) for a in some if a.reader is not None]
        given = sum(right(a.given, a.source) for a in some)
        full = sum(_in_full(a.given, a.source) for a in some)
        nearest = sum(right(a.nearest, a.source) for a in some)
        print(
            f"{name:14}{len(some):8}{sum(not a.source.who for a in some):9}{_share(given, len(some)):>25}{full:9}"
            f"{_share(sum(right(r, s) for r, s in heard), len(heard)):>17}{len(some) - len(heard):11}"
            f"{_share(nearest, len(some)):>19}"
        )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {100 * part / whole if whole else 0:5.1f}%"


if __name__ == "__main__":
    main()
