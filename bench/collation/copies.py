"""Copies found among look-alikes: precision and recall of pairs by degree of change, beside MinHash-LSH (datasketch).

    nice python -m bench.collation.copies [--seed 1]

Families are made from PolNeAR's training articles: of each of 60 articles four copies, each cut to 40 to 100% from its end,
with its sentences' order changed in two places, another first line, and so many of its words changed (replaced, left out or put
in, one to four at a place, by words of other articles). The look-alikes are the other articles, on the same campaign by the
same outlets; of articles that share a twentieth of their 5-word shingles only one is used. Another run of passages copies 3
sentences of one article into another, changed likewise. Constants were set on even seeds; odd ones are reported. MinHash
(128 permutations) has the shingle length and threshold that do best on seed 2, over all degrees: chosen anew by ``--choose``.
"Others" are further passages that it tells: articles share boilerplate, and sentences that agencies wrote.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from datasketch import MinHash, MinHashLSH

from bench.shared import shared
from rashomon.collation.copies.copies import copies
from rashomon.records import Passage, Report, Voice

DEGREES = (5, 10, 20, 30, 40, 50, 60)
ARTICLES, COPIES = 60, 4
PEER = (1, 0.3)
"""Shingle length and threshold of the peer, as chosen on seed 2."""

Pairs = set[tuple[int, int]]


def articles() -> list[str]:
    """Articles of 150 words or more, no two of which are near-copies."""
    folder = shared() / "data" / "polnear" / "train" / "text"
    kept: list[tuple[str, set[tuple[str, ...]]]] = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        runs = shingles(text, 5)
        if len(runs) > 150 and all(
            len(runs & other) < 0.05 * min(len(runs), len(other)) for _, other in kept
        ):
            kept.append((text, runs))
    return [text for text, _ in kept]


def shingles(text: str, size: int) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[k:] for k in range(size)), strict=False))


def sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.!?”\"])\s+|\n+", text) if s.strip()]


def changed(text: str, degree: int, dice: random.Random, stock: Sequence[str]) -> str:
    """The text with ``degree`` percent of its words changed."""
    words = text.split(" ")
    left = round(len(words) * degree / 100)
    touched = [False] * len(words)
    while left > 0:
        at, size = dice.randrange(len(words)), min(left, dice.randint(1, 4))
        way = dice.choice(("replace", "leave out", "put in"))
        for k in range(at, min(at + size, len(words))):
            if touched[k]:
                continue
            touched[k] = True
            left -= 1
            new = dice.choice(stock)
            words[k] = {"replace": new, "leave out": "", "put in": f"{words[k]} {new}"}[way]
        if all(touched):
            break
    return " ".join(word for word in words if word)


def copy(text: str, degree: int, dice: random.Random, stock: Sequence[str]) -> str:
    told = sentences(text)[1:]
    told = told[: max(4, round(len(told) * dice.uniform(0.4, 1.0)))]
    for _ in range(2):
        moved = told.pop(dice.randrange(len(told)))
        told.insert(dice.randrange(len(told) + 1), moved)
    headline = " ".join(dice.choice(stock) for _ in range(8))
    return f"{headline}\n" + "\n".join(changed(sentence, degree, dice, stock) for sentence in told)


def made(texts: Sequence[str], degree: int, seed: int) -> tuple[list[str], Pairs]:
    """Texts, and the pairs of them that are copies."""
    dice = random.Random(f"{seed} {degree}")
    chosen = dice.sample(range(len(texts)), ARTICLES)
    stock = [word for text in texts[::7] for word in text.split()]
    everything, pairs = list(texts), Pairs()
    for at in chosen:
        family = [at]
        for _ in range(COPIES):
            family.append(len(everything))
            everything.append(copy(texts[at], degree, dice, stock))
        pairs.update(combinations(family, 2))
    return everything, pairs


def reports(texts: Sequence[str]) -> list[Report]:
    return [
        Report(f"{k:05d}", "", str(k), text, (Passage(Voice.BODY, 0, len(text)),))
        for k, text in enumerate(texts)
    ]


def ours(texts: Sequence[str]) -> Pairs:
    return {
        pair
        for family in copies(reports(texts)).families
        for pair in combinations(sorted(int(member.report) for member in family.copies), 2)
    }


def minhash(texts: Sequence[str], size: int, threshold: float) -> Pairs:
    index = MinHashLSH(threshold=threshold, num_perm=128)
    hashes = []
    for k, text in enumerate(texts):
        found = MinHash(num_perm=128)
        found.update_batch([" ".join(run).encode() for run in shingles(text, size)])
        index.insert(k, found)
        hashes.append(found)
    near = ((k, other) for k, found in enumerate(hashes) for other in index.query(found) if k < other)
    return {(k, other) for k, other in near if hashes[k].jaccard(hashes[other]) >= threshold}


def score(found: Pairs, gold: Pairs) -> tuple[float, float]:
    right = len(found & gold)
    return 100 * right / max(1, len(found)), 100 * right / len(gold)


def passages(texts: Sequence[str], degree: int, seed: int) -> tuple[float, int]:
    """Of 60 copied passages of 3 sentences without quotation marks the share that is told; and how many others are told."""
    dice = random.Random(f"passages {seed} {degree}")
    stock = [word for text in texts[::7] for word in text.split()]
    everything = list(texts)
    gold: dict[tuple[int, int], tuple[int, int]] = {}
    for source in dice.sample(range(len(texts)), len(texts)):
        other = dice.choice([k for k in range(len(texts)) if k != source])
        told, own = sentences(texts[source]), sentences(texts[other])
        windows = [told[k : k + 3] for k in range(len(told) - 3)]
        plain = [w for w in windows if not re.search('["“”]', " ".join(w)) and len(" ".join(w).split()) >= 30]
        if not plain or len(gold) == ARTICLES:
            continue
        taken = "\n".join(changed(s, degree, dice, stock) for s in dice.choice(plain))
        place = dice.randrange(len(own))
        before = "\n".join(own[:place]) + "\n"
        gold[source, len(everything)] = (len(before), len(before) + len(taken))
        everything.append(before + taken + "\n" + "\n".join(own[place:]))
    right, others = set(), 0
    for p in copies(reports(everything)).passages:
        low, high = gold.get((int(p.report), int(p.other)), (0, 0))
        if min(p.other_span.end, high) > max(p.other_span.start, low):
            right.add((p.report, p.other))
        else:
            others += 1
    return 100 * len(right) / len(gold), others


def choose(texts: Sequence[str]) -> Iterator[str]:
    best = (0.0, PEER)
    for size in (1, 2, 3):
        for threshold in (0.1, 0.2, 0.3, 0.4, 0.5):
            total = 0.0
            for degree in DEGREES:
                precision, recall = score(
                    minhash(made(texts, degree, 2)[0], size, threshold), made(texts, degree, 2)[1]
                )
                total += 2 * precision * recall / max(1e-9, precision + recall)
            best = max(best, (total / len(DEGREES), (size, threshold)))
            yield f"shingles of {size}, threshold {threshold}: mean F1 {total / len(DEGREES):.1f}"
    yield f"best: {best[1]}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--choose", action="store_true", help="choose the peer's setting on seed 2")
    args = parser.parse_args()
    texts = articles()
    print(f"{len(texts)} articles, {ARTICLES} of them with {COPIES} copies each")
    if args.choose:
        for line in choose(texts):
            print(line, flush=True)
        return
    rules: dict[str, Callable[[Sequence[str]], Pairs]] = {
        "ours": ours,
        "MinHash": lambda t: minhash(t, *PEER),
    }
    print(
        "words changed   " + "".join(f"{rule + ' P / R':>18}" for rule in rules) + f"{'passages P / R':>18}"
    )
    for degree in DEGREES:
        everything, gold = made(texts, degree, args.seed)
        cells = [score(rule(everything), gold) for rule in rules.values()]
        told, others = passages(texts, degree, args.seed)
        line = f"{degree:>12}%   " + "".join(f"{p:>9.1f} /{r:>6.1f} " for p, r in cells)
        print(f"{line}{told:>17.1f}%{others:>9}", flush=True)


if __name__ == "__main__":
    main()
