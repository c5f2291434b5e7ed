"""How well reports of the same events are grouped: B-cubed F1 (Bagga and Baldwin 1998) on ECB+ and NeuS, one setting for both.

    nice python -m bench.collation.stories [--peers] [--subsets] [--kept FOLDER]

ECB+ has 33 topics of two look-alike events each; NeuS (validation part) three outlets’ titles and excerpts a story. Titles and
dates are not given, nor statements. The weights learned from the same ECB+ topics: what they reach on topics that they did not
learn from is printed by ``python -m training.stories.train`` and told in the model's card. Nothing was learned or chosen on NeuS
validation. ``--peers`` groups the same texts by TF-IDF (scikit-learn), and by its mean with all-MiniLM-L6-v2, each at the
threshold that is best for each set; ``--subsets`` draws 2 to 60 stories at a time, as small ledgers hold.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections import defaultdict
from collections.abc import Hashable, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.collation.corpora import ecb, neus
from rashomon import pipeline
from rashomon.collation.sentences.embed import unpack
from rashomon.collation.stories.linkage import linked
from rashomon.collation.stories.stories import stories
from rashomon.records import Passage, Reading, Report, Voice


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


Told = tuple[str, Report, Reading]
"""A report with the group that it is of, and its reading."""


def told(name: str, texts: Sequence[tuple[str, str]], folder: Path | None) -> list[Told]:
    """Texts read as the product reads them; titles and dates are unknown. Readings are kept in ``folder``, if there is one."""
    kept = folder / f"{name}.pickle" if folder else None
    if kept and kept.exists():
        read: list[Told] = pickle.loads(kept.read_bytes())
        return read
    found = []
    for k, (group, text) in enumerate(texts):
        report = Report(f"{k:05d}", "", str(k), text, (Passage(Voice.BODY, 0, len(text)),))
        found.append((group, report, pipeline.read_report(report)))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps(found))
    return found


def score(items: Sequence[Told]) -> float:
    """B-cubed F1, in percent, of our stories."""
    found = stories([report for _, report, _ in items], [reading for *_, reading in items], ())
    group = {report: story.id for story in found for report in story.reports}
    return 100 * b_cubed([gold for gold, *_ in items], [group[report.id] for _, report, _ in items])


def baseline(items: Sequence[Told], with_meaning: bool) -> tuple[float, float]:
    """B-cubed F1 of TF-IDF cosines, or of their mean with those of mean sentence vectors, with average linkage at the threshold
    that is best for these very texts; and that threshold."""
    words = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(
        r.text for _, r, _ in items
    )
    similar = (words @ words.T).toarray()
    if with_meaning:
        means = np.stack(
            [unpack([s.vector for s in reading.sentences]).mean(axis=0) for *_, reading in items]
        )
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        similar = (similar + means @ means.T) / 2
    likeness = {
        (int(a), int(b)): float(similar[a, b]) for a, b in zip(*np.nonzero(np.triu(similar, 1)), strict=True)
    }
    gold, best = [group for group, *_ in items], (0.0, 0.0)
    for least in (0.04 * k for k in range(2, 20)):
        home = {k: n for n, group in enumerate(linked(len(items), likeness, least)) for k in group}
        best = max(best, (100 * b_cubed(gold, [home[k] for k in range(len(items))]), least))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--subsets", action="store_true", help="also on small draws of stories")
    parser.add_argument("--peers", action="store_true", help="also TF-IDF, alone and with meaning")
    parser.add_argument("--kept", type=Path, help="folder where readings are kept between runs")
    args = parser.parse_args()
    for name, texts in (("ECB+", ecb()), ("NeuS", neus())):
        items = told(name, texts, args.kept)
        groups = sorted({group for group, *_ in items})
        print(
            f"{name}: {len(items)} reports, {len(groups)} stories, B-cubed F1 {score(items):.1f}", flush=True
        )
        if args.peers:
            for peer, with_meaning in (("TF-IDF", False), ("TF-IDF and MiniLM", True)):
                best, least = baseline(items, with_meaning)
                print(f"  {peer}, average linkage at its best threshold, {least:.2f}: {best:.1f}", flush=True)
        if args.subsets:
            for count in (2, 4, 10, 30, 60):
                dice = random.Random(count)
                draws = [set(dice.sample(groups, count)) for _ in range(12)]
                mean = sum(score([item for item in items if item[0] in draw]) for draw in draws) / len(draws)
                print(f"  {count} stories: {mean:.1f}")


if __name__ == "__main__":
    main()
