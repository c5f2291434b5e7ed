"""Figures in press releases, against their coding by hand: ``python -m bench.figures [--split dev] [--errors 20]``.

The least number of people killed and captured in each of 362 releases (shared/data/figures), as ``rashomon`` adds up its
figures (accounts/figures/tolls.py) and as a plain baseline does that takes the number next to a verb. The split is by the
SHA-256 of the release: rules were written on the development half, the test half was run for the figures we state.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

import rashomon
from bench.shared import shared
from rashomon.accounts.figures.tolls import toll
from rashomon.records import Reading, Report

KINDS = ("killed", "captured")
_MARK = "PRESS RELEASE TEXT:"
_VERBS = {
    "killed": r"kill(?:ed|ing|s)?|dead|died|deaths?",
    "captured": r"captur(?:ed|ing|es)|detain(?:ed|ing|s)|arrest(?:ed|ing|s)",
}
_WORDS = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"(\d+|{'|'.join(_WORDS)}|an?)"


@dataclass(frozen=True)
class Release:
    """A release and how many people were at the least killed and captured in it, as coded by hand."""

    text: str
    coded: dict[str, int]


def releases(split: str) -> Iterator[Release]:
    """Those of one half, or of ``all``."""
    for line in (
        (shared() / "data/figures/isaf-press-releases.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        turns = {turn["from"]: turn["value"] for turn in json.loads(line)["conversations"]}
        text = turns["human"].removeprefix(_MARK).strip()
        half = "dev" if hashlib.sha256(text.encode()).digest()[0] % 2 else "test"
        if split in (half, "all"):
            coded = json.loads(turns["gpt"])
            yield Release(text, {kind: coded[f"min_{kind}"] for kind in KINDS})


def baseline(text: str, kind: str) -> int:
    """The number nearest to each verb of the kind, after it or before, the largest of them: no grammar, no repeats."""
    verb = _VERBS[kind]
    found = [
        *re.findall(rf"\b(?:{verb})\s+(?:\w+\s+){{0,2}}?{_NUMBER}\b", text, re.I),
        *re.findall(rf"\b{_NUMBER}\s+(?:\w+\s+){{0,4}}?(?:{verb})\b", text, re.I),
    ]
    return max((_value(word.lower()) for word in found), default=0)


def _value(word: str) -> int:
    if word in _WORDS:
        return _WORDS.index(word) + 1
    return 1 if word in ("a", "an") else int(word)


def ours(report: Report, reading: Reading, kind: str) -> int:
    """The low end of the report's toll."""
    return round(toll(report, reading.figures, kind).low)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--split", choices=("dev", "test", "all"), default="test")
    parser.add_argument("--errors", type=int, default=0, help="print so many releases that come out wrong")
    args = parser.parse_args()
    right: dict[str, list[tuple[bool, ...]]] = {"rashomon": [], "number and verb": [], "always none": []}
    nonzero: dict[str, list[bool]] = {"rashomon": [], "number and verb": []}
    shown = 0
    for release in releases(args.split):
        report, reading = rashomon.attribute(release.text)
        got = {
            "rashomon": {kind: ours(report, reading, kind) for kind in KINDS},
            "number and verb": {kind: baseline(release.text, kind) for kind in KINDS},
            "always none": dict.fromkeys(KINDS, 0),
        }
        for name, values in got.items():
            right[name].append(tuple(values[k] == release.coded[k] for k in KINDS))
        for name, marks in nonzero.items():
            marks += [got[name][k] == release.coded[k] for k in KINDS if release.coded[k]]
        if got["rashomon"] != release.coded and shown < args.errors:
            shown += 1
            print(f"---- coded {release.coded}, ours {got['rashomon']}\n{release.text}")
            for f in reading.figures:
                if f.event in KINDS and f.unit == "people":
                    end = f.whole_end
                    print(f"   > {f.event} {f.low} “{report.text[f.start : end]}” {f.why}")
    print(f"{len(right['rashomon'])} releases, {args.split}; exact match of the least number, in percent")
    print(f"{'':18}{'killed':>8}{'captured':>10}{'both':>8}{'not none':>10}")
    for name, rows in right.items():
        n = len(rows)
        shares = [100 * sum(r[k] for r in rows) / n for k in range(2)] + [100 * sum(all(r) for r in rows) / n]
        of = nonzero.get(name)
        told = f"{100 * sum(of) / len(of):10.1f}" if of else f"{0:10.1f}"
        print(f"{name:18}{shares[0]:8.1f}{shares[1]:10.1f}{shares[2]:8.1f}{told}")


if __name__ == "__main__":
    main()
