"""How well reports of the same events are grouped: B-cubed F1 (Bagga and Baldwin 1998) on ECB+ and NeuS, one setting for both.

    nice python -m bench.collation.stories

ECB+ has 33 topics of two look-alike events each; NeuS (validation part) three outlets’ titles and excerpts a story. No dates or
statements are given to the grouping here: words alone. ``--subsets`` also draws 2 to 60 stories at a time, as small ledgers hold.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Hashable, Sequence

from lxml import etree

from bench.shared import shared
from rashomon.collation.stories import stories
from rashomon.records import Passage, Report, Voice


def ecb() -> list[tuple[str, str]]:
    """Event group and text of every document; a first line that is an address is left out."""
    found = []
    for path in sorted((shared() / "data" / "ecbplus").glob("*/*.xml")):
        lines: dict[str, list[str]] = defaultdict(list)
        for token in etree.parse(str(path)).iter("token"):
            lines[str(token.get("sentence"))].append(token.text or "")
        texts = [" ".join(words) for words in lines.values()]
        group = path.parent.name + ("plus" if "ecbplus" in path.name else "")
        found.append((group, "\n".join(texts[texts[0].startswith("http") :])))
    return found


def neus() -> list[tuple[str, str]]:
    """Story and text (title and excerpt) of every report."""
    found = []
    lines = (shared() / "data" / "stories" / "neus-val.source").read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        for part in line.split("[SEP]"):
            if told := re.match(r"\s*TITLE=> (.*?) ARTICLE=> (.*)", part.strip(), re.DOTALL):
                found.append((str(number), f"{told[1]}\n{told[2]}"))
    return found


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Harmonic mean of the mean share of a report's group that belongs with it, and of what belongs with it that is there."""
    together: dict[tuple[int, Hashable], set[int]] = defaultdict(set)
    for k, pair in enumerate(zip(gold, found, strict=True)):
        for side, group in enumerate(pair):
            together[side, group].add(k)
    shares = [
        (together[0, a] & together[1, b], together[0, a], together[1, b])
        for a, b in zip(gold, found, strict=True)
    ]
    precision = sum(len(both) / len(got) for both, _, got in shares) / len(gold)
    recall = sum(len(both) / len(wanted) for both, wanted, _ in shares) / len(gold)
    return 2 * precision * recall / (precision + recall)


def score(texts: Sequence[tuple[str, str]]) -> float:
    reports = [
        Report(f"{k:05d}", "", str(k), text, (Passage(Voice.BODY, 0, len(text)),))
        for k, (_, text) in enumerate(texts)
    ]
    group = {report: story.id for story in stories(reports, (), ()) for report in story.reports}
    return 100 * b_cubed([gold for gold, _ in texts], [group[report.id] for report in reports])


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--subsets", action="store_true", help="also on small draws of stories")
    args = parser.parse_args()
    for name, texts in (("ECB+", ecb()), ("NeuS", neus())):
        print(
            f"{name}: {len(texts)} reports, {len({g for g, _ in texts})} stories, B-cubed F1 {score(texts):.1f}"
        )
        if args.subsets:
            groups = sorted({group for group, _ in texts})
            for count in (2, 4, 10, 30, 60):
                dice = random.Random(count)
                draws = [set(dice.sample(groups, count)) for _ in range(12)]
                mean = sum(score([t for t in texts if t[0] in draw]) for draw in draws) / len(draws)
                print(f"  {count} stories: {mean:.1f}")


if __name__ == "__main__":
    main()
