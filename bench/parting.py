"""Where the accounts of real stories part, shown against marked: ``python -m bench.parting [--choose | --learn] [--show]``.

The stories of NeUS that :mod:`bench.excerpts` keeps to be looked at last (``--choose``: those to choose settings on; ``--learn``:
those to learn from), each as a ledger of its own. A conflict shown is right where its members stand on both stretches of a pair
that one of the two annotators holds for plain, or elsewhere in their sentences (*denied* or what is denied); where only a
disputable pair, it is neither right nor wrong. What a ledger shows as a conflict and what it shows apart, as worth a look
(``Conflict.unsure``), are told apart and together. Each annotator overlooks half of what the other sees, so that the
share that is right is a lower bound. Recall is of the pairs that both hold for plain.
``--show`` prints what is neither right nor disputable, and what is missed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bench import excerpts
from bench.excerpts import Excerpts, Parted, Stretch
from rashomon import pipeline
from rashomon.accounts.records import Conflict
from rashomon.collation.entities.entities import entities
from rashomon.reading.text.sentences import sentences
from rashomon.records import Story

BOTH = 2
"""Annotators of a story."""

UNSURE = ", worth a look"
"""Behind the kind of what is no conflict."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--choose", action="store_true", help="the stories to choose settings on")
    parser.add_argument("--learn", action="store_true", help="the stories to learn from")
    parser.add_argument("--show", action="store_true", help="also print what is wrong and what is missed")
    args = parser.parse_args()
    split = "choose" if args.choose else "learn" if args.learn else "test"
    shown: Counter[tuple[str, str]] = Counter()
    marked: Counter[str] = Counter()
    found: Counter[str] = Counter()
    surely: Counter[str] = Counter()
    for story in excerpts.stories(split):
        conflicts = list(_conflicts(story))
        parted = in_sentences(story.parted, story.texts)
        for conflict, members in conflicts:
            verdict = judged(members, parted)
            kind = f"{conflict.kind.value}{UNSURE if conflict.unsure else ''}"
            shown[kind, verdict] += 1
            if args.show and verdict == "wrong":
                print(f"--- {story.number} {kind} {conflict.score} {conflict.why}")
                print(*(f"  {_words(story, m)}" for m in members), sep="\n")
        for pair in parted:
            if pair.plain == BOTH:
                hit = any(on(members, pair) for _, members in conflicts)
                marked[pair.kind] += 1
                found[pair.kind] += hit
                surely[pair.kind] += any(on(members, pair) for c, members in conflicts if not c.unsure)
                if args.show and not hit:
                    print(f"--- {story.number} missed, {pair.kind}")
                    print(f"  {_words(story, pair.one)}\n  {_words(story, pair.other)}")
    for kind in sorted({kind for kind, _ in shown}):
        counts = {v: shown[kind, v] for v in ("right", "disputable", "wrong")}
        print(f"shown, {kind:30}" + ", ".join(f"{n} {verdict}" for verdict, n in counts.items()))
    for kind, n in sorted(marked.items()):
        print(f"marked plain, {kind:10} {n:4}, found {found[kind]}, as conflicts {surely[kind]}")
    sure = Counter({key: n for key, n in shown.items() if not key[0].endswith(UNSURE)})
    _total(f"{split}, conflicts", sure, marked, surely)
    _total(f"{split}, worth a look", shown - sure, marked, found - surely)
    _total(f"{split}, all", shown, marked, found)


def _total(what: str, shown: Counter[tuple[str, str]], marked: Counter[str], found: Counter[str]) -> None:
    total = {v: sum(n for (_, w), n in shown.items() if w == v) for v in ("right", "disputable", "wrong")}
    share = total["right"] / max(1, total["right"] + total["wrong"])
    print(
        f"{what}: shown {sum(total.values())}, right {total['right']}, disputable {total['disputable']}: {share:.1%}"
        f" of the decided; of {sum(marked.values())} marked plain {sum(found.values()) / max(1, sum(marked.values())):.1%}"
    )


def _conflicts(story: Excerpts) -> Iterator[tuple[Conflict, list[Stretch]]]:
    """The conflicts that a ledger of the story alone would show, with their members' places in the story."""
    reports = story.reports()
    place = {report.id: k for k, report in enumerate(reports)}
    readings = [pipeline.read_report(report) for report in reports]
    who = entities(readings, reports, ())
    whole = Story("", "", tuple(report.id for report in reports), None, None)
    (accounts,) = pipeline.story_accounts(
        [whole],
        reports,
        readings,
        pipeline.collate(reports, readings).statements,
        who.speakers,
        {e.id: e.name for e in who.entities},
        {},
    )
    for conflict in accounts.conflicts:
        yield conflict, [(place[m.report], m.start, m.end) for m in conflict.members]


def judged(members: list[Stretch], parted: Sequence[Parted]) -> str:
    """Whether members part where the gold has it: ``right``, ``disputable`` or ``wrong``."""
    hits = [pair.plain for pair in parted if on(members, pair)]
    return "right" if any(hits) else "disputable" if hits else "wrong"


def on(members: list[Stretch], pair: Parted) -> bool:
    """Whether one of the members stands on the one stretch, and another on the other."""
    one = {n for n, m in enumerate(members) if _meets(m, pair.one)}
    other = {n for n, m in enumerate(members) if _meets(m, pair.other)}
    return any(a != b for a in one for b in other)


def in_sentences(parted: Iterable[Parted], texts: Sequence[str]) -> list[Parted]:
    """The pairs with each stretch grown to the sentences that it stands in."""
    cut = [sentences(text, 0, len(text)) for text in texts]

    def grown(stretch: Stretch) -> Stretch:
        place, start, end = stretch
        held = [s for s in cut[place] if s.start < end and start < s.end]
        return place, min((start, *(s.start for s in held))), max((end, *(s.end for s in held)))

    return [replace(pair, one=grown(pair.one), other=grown(pair.other)) for pair in parted]


def _meets(one: Stretch, other: Stretch) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _words(story: Excerpts, stretch: Stretch) -> str:
    place, start, end = stretch
    return f"{place}: " + " ".join(story.texts[place][start:end].split())


if __name__ == "__main__":
    main()
