"""Ours and the peers on the same texts, each in a process of its own, and what the yardstick makes of what they found."""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.reader.alone import OURS
from bench.reader.peers import PEERS
from bench.shared import ROOT, shared

ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one system; ``key`` is its name on the command line.

    ``speeds`` are words a second of processor time, one a round; F1 is in percent, ``None`` where nothing was scored.
    ``missing`` are the packages to install where the system is not there; nothing else is known then.
    """

    key: str
    name: str
    versions: str = ""
    speeds: tuple[float, ...] = ()
    megabytes: float = 0.0
    who_said_what: float | None = None
    strict: float | None = None
    missing: str = ""

    @property
    def speed(self) -> float:
        """The fastest round: what else the machine does can only slow a round down."""
        return max(self.speeds)


def polnear_dev() -> Path | None:
    """The folder of PolNeAR's dev articles (Newell, Margolin and Ruths 2018), or ``None``, and why on stderr, without it."""
    try:
        return shared() / "data" / "polnear" / "dev"
    except SystemExit as absent:
        print(f"{absent} Read instead: the bundled example, which this cannot score.", file=sys.stderr)
        return None


def texts(dev: Path | None, articles: int | None) -> dict[str, str]:
    """The first texts by name: PolNeAR's, or those of the bundled example's pages."""
    if dev is None:
        # In another process, since each new one's record of its memory begins with what this one holds.
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            every = pool.submit(_example).result()
    else:
        every = {p.stem: _text(p) for p in sorted((dev / "text").glob("*.txt"))}
    return dict(list(every.items())[:articles])


def compared(
    articles: Mapping[str, str],
    dev: Path | None,
    *,
    rounds: int,
    peer_python: str,
    ours: Sequence[str] = (),
) -> list[Measured]:
    """Ours, then the peers. ``ours`` are options of bench/reader/alone.py for ours.

    Every round runs each system once, so that what else the machine does falls on all of them.
    """
    systems = {OURS: "Rashomon", **{key: peer.name for key, peer in PEERS.items()}}
    runs: dict[str, list[dict[str, Any]]] = {key: [] for key in systems}
    for number in range(1, rounds + 1):
        for key in systems:
            print(f"\rround {number} of {rounds}: {systems[key]:30}", end="", file=sys.stderr, flush=True)
            if key == OURS:
                runs[key].append(_alone(sys.executable, key, articles, *ours))
            else:
                runs[key].append(_alone(peer_python, key, articles))
    print(f"\r{'':60}\r", end="", file=sys.stderr)
    return [_measured(key, name, runs[key], dev) for key, name in systems.items()]


def scored(dev: Path, found: Mapping[str, object], *options: str) -> str:
    """What attribution_score.py prints for the attributions found in these of PolNeAR's dev articles, by name.

    The yardstick counts an article without predictions as one where nothing was found: only these articles' gold is given it.
    """
    with tempfile.TemporaryDirectory() as scratch:
        gold, predictions = Path(scratch) / "gold", Path(scratch) / "predictions.jsonl"
        gold.mkdir()
        for annotated in (dev / "attributions").glob("*.ann"):
            if annotated.stem.rpartition("_")[0] in found:
                shutil.copy(annotated, gold)
        rows = (json.dumps({"doc": name, "attributions": of}) + "\n" for name, of in found.items())
        predictions.write_text("".join(rows), encoding="utf-8")
        score = shared() / "yardstick" / "attribution_score.py"
        where = ["--text", str(dev / "text"), "--gold", str(gold), "--pred", str(predictions)]
        command = [sys.executable, str(score), *where, *options]
        return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def table(systems: Sequence[Measured]) -> str:
    """The systems in Markdown, a line each, and below it how many times spaCy's speed ours has."""
    lines = ["| | who-said-what F1 | strict F1 | words per CPU-second | peak MB |", "|---|--:|--:|--:|--:|"]
    for s in systems:
        if s.missing:
            lines.append(f"| {s.name} | not installed: `pip install {s.missing}` | | | |")
            continue
        scores = " | ".join("–" if f1 is None else f"{f1:.1f}" for f1 in (s.who_said_what, s.strict))
        lines.append(f"| {s.versions} | {scores} | {s.speed:,.0f} | {s.megabytes:.0f} |")
    by_key = {s.key: s for s in systems}
    ours, spacy = by_key[OURS], by_key["spacy"]
    if not spacy.missing:
        rounds = ", ".join(f"{a / b:.2f}" for a, b in zip(ours.speeds, spacy.speeds, strict=True))
        lines += [
            "",
            f"ours / spaCy, words per CPU-second: {ours.speed / spacy.speed:.2f} (by round: {rounds})",
        ]
    return "\n".join(lines)


def _measured(key: str, name: str, runs: Sequence[dict[str, Any]], dev: Path | None) -> Measured:
    last = runs[-1]
    if "missing" in last:
        return Measured(key, name, missing=last["missing"])
    scores = {}
    if dev is not None and (key == OURS or PEERS[key].attributes):
        scores = json.loads(scored(dev, last["found"], "--json"))
    return Measured(
        key,
        name,
        versions=last["versions"],
        speeds=tuple(run["words"] / run["seconds"] for run in runs),
        megabytes=max(run["megabytes"] for run in runs),
        who_said_what=scores["who-said-what"]["f1"] if scores else None,
        strict=scores["strict"]["f1"] if scores else None,
    )


def _alone(python: str, system: str, articles: Mapping[str, str], *options: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as scratch:
        given, result = Path(scratch) / "texts.json", Path(scratch) / "result.json"
        given.write_text(json.dumps(articles), encoding="utf-8")
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
        subprocess.run(
            [python, "-m", "bench.reader.alone", system, str(given), str(result), *options],
            check=True,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": path},
        )
        of: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
        return of


def _text(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _example() -> dict[str, str]:
    from bench.readings import readings

    return {report.name: report.text for report, _ in readings([ROOT / "examples" / "osmer-delta"])}
