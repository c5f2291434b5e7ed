"""ClaimDiff's pairs, read with care: weakening has a direction, and both directions of most pairs are there."""

from __future__ import annotations

import hashlib
import json

from bench.shared import shared


def claimdiff(half: str) -> list[tuple[str, str, int]]:
    """The pairs of one half of the topics (``dev``, ``test``), each unordered pair once.

    The label is 1 where one claim weakens the other, in either direction; opposition has no direction. Halves are of topics, by
    their SHA-256, so that no claim stands in both.
    """
    found: dict[tuple[str, str], int] = {}
    path = shared() / "data/claims/claimdiff-weak-train.json"
    for row in json.loads(path.read_text(encoding="utf-8"))["data"]:
        of = "dev" if hashlib.sha256(row["topic"].encode()).digest()[0] % 2 else "test"
        if of == half:
            one, other = sorted((row["claim_a"], row["claim_b"]))
            found[one, other] = max(found.get((one, other), 0), row["relation"])
    return [(a, b, label) for (a, b), label in sorted(found.items())]
