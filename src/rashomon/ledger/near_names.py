"""Names of a ledger that are nearly the one asked for, where nobody bears that: a slip of the pen, or another spelling."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from rapidfuzz import fuzz, process

from rashomon.ledger.tables.write import folded

LEAST = 75.0
"""Least likeness of letters (rapidfuzz's ratio, 0 to 100) of a word of the name and a word of another: *Varsh* and *Varesh* have
91, *Tarn* and *Tasch* 44. Set by hand."""

_MOST_WORDS = 6


def near_names(connection: sqlite3.Connection, name: str, most: int = 3) -> tuple[str, ...]:
    """The names whose words are likest to those of ``name``, each of its words to one of theirs; the likest first."""
    asked = list(dict.fromkeys(folded(name.encode("utf-8", "replace").decode()).split()))
    if not 0 < len(asked) <= _MOST_WORDS:
        return ()
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for entity, words in connection.execute("SELECT entity, folded FROM entity_name"):
        for word in words.split():
            bearers[word].add(entity)
    likeness: defaultdict[str, dict[str, float]] = defaultdict(dict)
    choices = list(bearers)
    for word in asked:
        for other, ratio, _ in process.extract(
            word, choices, scorer=fuzz.ratio, score_cutoff=LEAST, limit=None
        ):
            for entity in bearers[other]:
                likeness[entity][word] = max(ratio, likeness[entity].get(word, 0.0))
    alike = {entity: sum(of.values()) for entity, of in likeness.items() if len(of) == len(asked)}
    nearest = sorted(alike, key=lambda entity: (-alike[entity], entity))[:most]
    names = dict(
        connection.execute(
            f"SELECT id, name FROM entity WHERE id IN ({', '.join('?' * len(nearest))})", nearest
        ).fetchall()
    )
    return tuple(dict.fromkeys(str(names[entity]) for entity in nearest))
