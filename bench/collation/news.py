"""Which statements of real news are brought together: ``python -m bench.collation.news [--of excerpts] [--show]``.

``news_gold.jsonl``: of ECB+'s events the contents of attributions (document and characters of
:func:`training.news.event_texts`), and which of them are wordings of one utterance (``same``, in groups), which are a part
of another (``part``, in pairs), and which only look so (``like``, in pairs). By one annotator, a language model, reading each
event's attributions in one list, no collation in view; what is not listed is different. Groups and parts count by
all their pairs, so that a few large groups weigh most; many contents are acts ("was charged with") rather than utterances.

All articles are read and collated together, as one ledger would hold them. Two contents are together where one or more
statements have wordings in both (a wording is in a content that has most of its letters) that make most of one of them; what
only overlaps, as two long quotations with a sentence in common, is neither right nor wrong. Printed are recall of pairs ``same``
and ``part``, in all and of those that the reader found both of; how many of ``like`` are brought together; and of the pairs
of gold contents of an event that are brought together, how many are ``same`` or ``part``. What counts as together was settled
after a first look: over passages as ``rashomon collate`` finds them, overlaps counted, it was 73.6% of 1,222 and 76.5%.

The scorer of pairs (``models/sayings.md``) learned from the topics of odd numbers: ``--topics even`` counts only the others.

``--of excerpts`` takes the stories of NeUS that :mod:`bench.excerpts` keeps to measure on instead, all in one ledger, of these
those to look at last; ``--choose`` the others, on which settings are chosen; ``--learn`` those from which rules may be learned,
1,825 of them, in whose ledger names are as common as in a newsroom's. There a content is a sentence, and pairs are of two
reports.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from pathlib import Path

from bench import excerpts
from bench.matching import Letters, letters
from bench.shared import shared
from rashomon import pipeline
from rashomon.records import Capture, Problem, Report, Span
from rashomon.reports.extract import extract
from training import news

GOLD = Path(__file__).with_name("news_gold.jsonl")

MOST = 0.6

Content = tuple[str, tuple[tuple[int, int], ...]]
"""A content of the gold: its document, and the characters of its pieces."""

Pair = frozenset[Content]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--of", choices=("ecb", "excerpts"), default="ecb", help="the corpus")
    parser.add_argument("--show", action="store_true", help="also print what was missed and what is wrong")
    parser.add_argument(
        "--topics", choices=("all", "odd", "even"), default="all", help="topics of ECB+ counted, by number"
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--choose", action="store_true", help="of the excerpts those to choose settings on")
    which.add_argument("--learn", action="store_true", help="of the excerpts those to learn from")
    args = parser.parse_args()
    if args.of == "excerpts":
        split = "choose" if args.choose else "learn" if args.learn else "test"
        stories = list(excerpts.stories(split))
        reports = {report.name: report for story in stories for report in story.reports()}
        events = [_of_story(story) for story in stories]
    else:
        events, reports = _of_ecb(args.topics)
    measure(events, reports, args.show)


@dataclass(frozen=True)
class Event:
    """The contents of one event's reports, and which of them are one utterance: groups of them by their places.

    ``same`` are wordings of one utterance, ``part`` parts of one another, ``like`` look so and are not, ``open`` are neither
    right nor wrong. ``within``: pairs of one report count too.
    """

    contents: tuple[Content, ...]
    same: tuple[tuple[int, ...], ...]
    part: tuple[tuple[int, ...], ...]
    like: tuple[tuple[int, ...], ...] = ()
    open: tuple[tuple[int, ...], ...] = ()
    within: bool = True


def _of_ecb(topics: str) -> tuple[list[Event], dict[str, Report]]:
    """The events of some topics, and the reports of all."""
    texts = news.event_texts(shared() / "data" / "ecbplus")
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    documents = sorted({doc for row in rows for doc, _ in row["contents"]})
    events = [
        Event(
            tuple((doc, tuple((s, e) for s, e in pieces)) for doc, pieces in row["contents"]),
            same=_groups(row["same"]),
            part=_groups(row["part"]),
            like=_groups(row["like"]),
        )
        for row in rows
        if topics == "all" or (topic(row["event"]) % 2 == 1) == (topics == "odd")
    ]
    return events, {doc: _report(doc, texts[doc]) for doc in documents}


def _groups(listed: list[list[int]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(group) for group in listed)


def _of_story(story: excerpts.Excerpts) -> Event:
    names = [report.name for report in story.reports()]
    at = {content: n for n, content in enumerate(story.contents)}
    told: dict[str, list[tuple[int, ...]]] = {"same": [], "part": [], "open": []}
    for pair, kind in story.labels(nested=True).items():
        told[kind].append(tuple(sorted(at[content] for content in pair)))
    return Event(
        tuple((names[k], ((start, end),)) for k, start, end in story.contents),
        tuple(told["same"]),
        tuple(told["part"]),
        open=tuple(told["open"]),
        within=False,
    )


def measure(events: Iterable[Event], reports: dict[str, Report], show: bool) -> None:
    """Print what is found of the gold, and how much of what is brought together is right."""
    texts = {doc: report.text for doc, report in reports.items()}
    wordings = _wordings(reports)
    right: dict[str, list[Pair]] = {"same": [], "part": [], "like": []}
    undecided: set[Pair] = set()
    together: list[Pair] = []
    overlapping: list[Pair] = []
    read: set[Content] = set()
    for event in events:
        found = {c: _in(texts[c[0]], c, wordings.get(c[0], [])) for c in event.contents}
        read |= {c for c, covered in found.items() if covered}
        for one, other in itertools.combinations(event.contents, 2):
            if one[0] == other[0] and not event.within:
                continue
            if common := found[one].keys() & found[other].keys():
                most = max(_covered(texts, c, found[c], common) for c in (one, other))
                (together if most >= MOST else overlapping).append(frozenset((one, other)))
        for kind, groups in (("same", event.same), ("part", event.part), ("like", event.like)):
            right[kind] += _pairs(event, groups)
        undecided |= {*_pairs(event, event.open)}
    made = set(together)
    for kind, pairs in right.items():
        if not pairs:
            continue
        some = [p for p in pairs if p <= read]
        print(
            f"{kind:5} {len(pairs):5} pairs, together {_share(pairs, made)}; read {len(some)}, of these {_share(some, made)}"
        )
    gold = {*right["same"], *right["part"]}
    decided = [p for p in made if p in gold or p not in undecided]
    print(
        f"together {len(made)} pairs, of {len(decided)} decided same or part {_share(decided, gold)};"
        f" {len(overlapping)} only overlap"
    )
    if show:
        for heading, pairs in (
            ("missed", [p for p in right["same"] if p <= read and p not in made]),
            ("wrong", sorted({*decided} - gold, key=sorted)),
        ):
            print(f"\n{heading}:")
            for pair in pairs:
                print("", *(_words(texts, c) for c in sorted(pair)), sep="\n  ")


def _pairs(event: Event, groups: Iterable[tuple[int, ...]]) -> list[Pair]:
    """The pairs of contents that stand in one group."""
    return [
        frozenset((event.contents[i], event.contents[j]))
        for group in groups
        for i, j in itertools.combinations(group, 2)
    ]


def topic(event: str) -> int:
    """The number of an event's topic."""
    return int(event[: next(n for n, letter in enumerate(event) if not letter.isdigit())])


def _share(pairs: list[Pair], among: set[Pair]) -> str:
    return f"{sum(p in among for p in pairs) / max(1, len(pairs)):.1%}"


def _wordings(reports: dict[str, Report]) -> dict[str, list[tuple[str, Letters]]]:
    """For each document the wordings of the ledger's statements in it: the statement's id, and its letters."""
    readings = [pipeline.read_report(r) for r in reports.values()]
    named = {report.id: name for name, report in reports.items()}
    out: dict[str, list[tuple[str, Letters]]] = defaultdict(list)
    for statement in pipeline.collate(list(reports.values()), readings).statements:
        for w in statement.wordings:
            name = named[w.report]
            out[name].append((statement.id, letters(reports[name].text, [Span(w.start, w.end)])))
    return out


def _report(name: str, text: str) -> Report:
    content = text.encode()
    report = extract(
        Capture(hashlib.sha256(name.encode() + content).hexdigest(), content, "text/plain", f"{name}.txt")
    )
    if isinstance(report, Problem) or report.text != text:
        raise SystemExit(f"{name} is not read as it is")
    return report


def _in(text: str, content: Content, wordings: list[tuple[str, Letters]]) -> dict[str, Letters]:
    """The statements with a wording in the content: which of its letters they are."""
    own = letters(text, (Span(start, end) for start, end in content[1]))
    out: dict[str, Letters] = {}
    for id_, w in wordings:
        if w and len(own & w) >= MOST * len(w):
            out[id_] = out.get(id_, frozenset()) | (own & w)
    return out


def _covered(texts: dict[str, str], content: Content, found: dict[str, Letters], common: Set[str]) -> float:
    own = letters(texts[content[0]], (Span(start, end) for start, end in content[1]))
    return len(frozenset().union(*(found[id_] for id_ in common))) / len(own)


def _words(texts: dict[str, str], content: Content) -> str:
    doc, pieces = content
    return f"{doc}: " + " … ".join(" ".join(texts[doc][s:e].split()) for s, e in pieces)


if __name__ == "__main__":
    main()
