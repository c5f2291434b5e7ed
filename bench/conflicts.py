"""Opposed claims and denials: precision, recall, their trade-off: ``python -m bench.conflicts [--plot FILE] [--polnear]``.

On ClaimDiff (shared/data/claims): pairs of claims of two outlets on one story, labelled whether one weakens the other, in either
direction, each unordered pair once. Its topics are split by SHA-256: the development half chooses the threshold at which at
least 80% of what is called opposed is labelled so, if there is one; the test half is what is printed, beside a baseline of cosine
with a negation in one claim only. With ``--polnear`` the 50 surest conflicts of PolNeAR's development articles, denials and
opposed claims, also those too unsure for a ledger to show (what it shows as worth a look is told apart), with their judgement by
a language model reading, not blind (``bench/conflicts_judged.json``: by document and characters); those not judged are printed to
be read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.claims import claimdiff
from bench.shared import shared
from rashomon import pipeline
from rashomon.accounts.conflicts.deeds.done_or_not import done_or_not
from rashomon.accounts.conflicts.denials.denials import denials
from rashomon.accounts.conflicts.opposed import opposed
from rashomon.accounts.conflicts.opposition import Opposition, claim, features, has_reason
from rashomon.accounts.records import Conflict
from rashomon.accounts.story import tied_by
from rashomon.accounts.told import Told
from rashomon.captures.folder import captures
from rashomon.collation.entities.entities import entities
from rashomon.collation.sentences.embed import Embedder
from rashomon.records import Capture, Report

JUDGED = Path(__file__).with_name("conflicts_judged.json")
FLOOR = 0.8
_Scores = NDArray[np.float64]


def scores(half: str) -> tuple[_Scores, _Scores, NDArray[np.int64]]:
    """Ours, the baseline's, and the labels of one half's pairs."""
    pairs = claimdiff(half)
    embedder, model = Embedder.load(), Opposition.load()
    one, other = embedder.embed([a for a, _, _ in pairs]), embedder.embed([b for _, b, _ in pairs])
    ours, plain = [], []
    for (a, b, _), likeness in zip(pairs, (one * other).sum(axis=1).tolist(), strict=True):
        row = features(claim(a), claim(b), likeness)
        ours.append(model.score(row) if has_reason(row) else 0.0)
        plain.append(likeness * (1 + row[3]) / 2)
    return np.array(ours), np.array(plain), np.array([label for _, _, label in pairs])


def trade_off(values: _Scores, labels: NDArray[np.int64]) -> list[tuple[float, float, float]]:
    """Threshold, precision and recall, for each pair called opposed from the surest on."""
    order = np.argsort(-values, kind="stable")
    right = np.cumsum(labels[order])
    called = np.arange(1, len(order) + 1)
    return [
        (float(t), float(p), float(r))
        for t, p, r in zip(values[order], right / called, right / max(1, labels.sum()), strict=True)
    ]


def chosen(curve: list[tuple[float, float, float]], fewest: int = 5) -> float | None:
    """The lowest threshold that keeps the precision, over so many pairs at the least; None where there is none."""
    good = [t for n, (t, p, _) in enumerate(curve, 1) if p >= FLOOR and n >= fewest]
    return min(good, default=None)


def at(curve: list[tuple[float, float, float]], threshold: float) -> tuple[int, float, float]:
    """Pairs called, precision and recall at a threshold."""
    called = [row for row in curve if row[0] >= threshold]
    return (len(called), called[-1][1], called[-1][2]) if called else (0, float("nan"), 0.0)


def on_claimdiff(plot: Path | None) -> None:
    """Print both halves' figures, and draw the trade-off."""
    dev, test = scores("dev"), scores("test")
    print(
        f"ClaimDiff, unordered pairs: dev {len(dev[2])}, test {len(test[2])}; weakening {test[2].mean():.1%} of test"
    )
    for name, place in (("rashomon", 0), ("cosine and negation", 1)):
        found, values = trade_off(dev[place], dev[2]), trade_off(test[place], test[2])  # type: ignore[arg-type]
        threshold = chosen(found)
        average = sum(
            p * (r - q) for (_, p, r), (_, _, q) in zip(values, [(0.0, 0.0, 0.0), *values], strict=False)
        )
        if threshold is None:
            told = f"no threshold reaches {FLOOR:.0%} on dev; best over five pairs {max(p for _, p, _ in found[4:]):.0%}"
        else:
            called, precision, recall = at(values, threshold)
            told = f"threshold {threshold:.3f} from dev: {called} called, precision {precision:.0%}, recall {recall:.1%}"
        print(f"{name:22}average precision {average:.1%}; {told}")
    model = Opposition.load()
    called, precision, recall = at(trade_off(test[0], test[2]), model.threshold)
    told = f"{called} called, precision {precision:.0%}, recall {recall:.1%}" if called else "none called"
    print(f"at the packaged threshold {model.threshold}: {told}")
    if plot:
        draw(
            {"rashomon": trade_off(test[0], test[2]), "cosine and negation": trade_off(test[1], test[2])},
            plot,
        )


def draw(curves: dict[str, list[tuple[float, float, float]]], to: Path) -> None:
    """Precision over recall as an SVG."""
    lines = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 400" font-family="sans-serif" font-size="12">',
             '<rect width="520" height="400" fill="white"/><path d="M60 20V340H480" fill="none" stroke="black"/>',
             '<text x="230" y="375">recall</text><text x="14" y="180" transform="rotate(-90 14 180)">precision</text>',
             f'<path d="M60 {340 - 320 * FLOOR}H480" stroke="grey" stroke-dasharray="4"/>']  # fmt: skip
    lines += [f'<text x="{55 + 420 * k / 5:.0f}" y="356">{20 * k}%</text>' for k in range(6)]
    lines += [f'<text x="28" y="{344 - 320 * k / 5:.0f}">{20 * k}%</text>' for k in range(6)]
    for n, (name, curve) in enumerate(curves.items()):
        points = " ".join(f"{60 + 420 * r:.1f},{340 - 320 * p:.1f}" for _, p, r in curve)
        colour, dash = ("#1b5e9b", "") if n == 0 else ("#b35900", ' stroke-dasharray="6 3"')
        lines += [f'<polyline points="{points}" fill="none" stroke="{colour}"{dash}/>',
                  f'<text x="330" y="{40 + 18 * n}" fill="{colour}">{name}{" (dashed)" if n else ""}</text>']  # fmt: skip
    to.write_text("\n".join([*lines, "</svg>"]) + "\n", encoding="utf-8")


def polnear() -> list[tuple[Conflict, dict[str, Report], bool]]:
    """The conflicts of the development articles, the surest first: denials and opposed claims, however unsure.

    With each the reports, by id, and whether a ledger shows it.
    """
    folder = shared() / "data/polnear/dev/text"
    read = [pipeline.read_capture(c) for c in captures([folder]) if isinstance(c, Capture)]
    done = {r.report.id: r for r in read if isinstance(r, pipeline.Read)}
    reports, readings = [r.report for r in done.values()], [r.reading for r in done.values()]
    who = entities(readings, reports, ())
    names = {e.id: e.name for e in who.entities}
    found: list[tuple[Conflict, bool]] = []
    for story in pipeline.collate(reports, readings).stories:
        own = sorted(
            (done[id_] for id_ in story.reports), key=lambda r: (r.report.published or "~", r.report.id)
        )
        of, read_in = tuple(r.report for r in own), tuple(r.reading for r in own)
        told = Told(story, of, read_in, (), who.speakers, names)
        denied, shown = denials(told), {c.id for c in opposed(told)}
        denied += tuple(c for c in done_or_not(told) if not tied_by(denied, c))
        found += [(c, True) for c in denied]
        found += [(c, c.id in shown) for c in opposed(told, least=0.1) if not tied_by(denied, c)]
    by_id = {r.id: r for r in reports}
    return [(c, by_id, shows) for c, shows in sorted(found, key=lambda x: (-x[0].score, x[0].id))]


def key(conflict: Conflict, reports: dict[str, Report]) -> str:
    """The conflict by the documents and characters of its first and last member."""
    first, last = conflict.members[0], conflict.members[-1]
    return " ".join(f"{reports[m.report].name}:{m.start}-{m.end}" for m in (first, last))


def on_polnear(most: int) -> None:
    """Print the judgement of the surest conflicts, and those without one in full."""
    judged = json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else {}
    marks: dict[str, list[str]] = {"denial": [], "opposed claims": []}
    shown: list[str] = []
    looks: list[str] = []
    for n, (conflict, reports, shows) in enumerate(polnear()[:most], 1):
        mark = judged.get(key(conflict, reports))
        marks[conflict.kind.value].append(mark or "not judged")
        if shows:
            (looks if conflict.unsure else shown).append(mark or "not judged")
        if mark is None:
            print(f"--- {n} {conflict.kind.value} {conflict.score} {conflict.why}\n{key(conflict, reports)}")
            for m in conflict.members:
                print(f"  {m.side} {m.source}: {reports[m.report].text[m.start : m.end]}")
    for kind, found in marks.items():
        counts = ", ".join(
            f"{m} {found.count(m)}" for m in ("conflict", "no conflict", "not judged") if m in found
        )
        print(f"PolNeAR dev, of the {most} surest, {kind}: {len(found)} ({counts})")
    print(f"of them the ledger shows {len(shown)} as conflicts, {shown.count('conflict')} of them conflicts")
    print(f"and {len(looks)} apart, as worth a look, {looks.count('conflict')} of them conflicts")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--plot", type=Path, help="an SVG file to draw the trade-off into")
    parser.add_argument(
        "--polnear", action="store_true", help="the 50 surest conflicts of PolNeAR dev instead"
    )
    args = parser.parse_args()
    if args.polnear:
        on_polnear(50)
    else:
        on_claimdiff(args.plot)


if __name__ == "__main__":
    main()
