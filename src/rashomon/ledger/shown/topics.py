"""What somebody speaks of: the words that stand in more of their statements than in those of all others."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log

from rashomon.collation.sentences.likeness import FUNCTION_WORDS, NEGATIONS, WORD, stem
from rashomon.ledger.store import Ledger

#: Statements of somebody that are looked at, the most reported first, and others' that they are held against: reading and
#: counting so many takes some tens of milliseconds.
MOST_STATEMENTS, MOST_OTHERS = 600, 600

#: Topics that are told.
MOST_TOPICS = 12

#: Log-likelihood at which a word is a topic: what chance alone reaches once in twenty (chi-squared, one degree of freedom).
LEAST = 3.84

#: Words of speaking, and those that say little alone, which are nobody's topic.
_OF_NOTHING = (
    FUNCTION_WORDS
    | NEGATIONS
    | frozenset(
        """
    according added ask asked come going here know like made make many much now one only said say saying says take tell
    tells that's think told two want well
    """.split()
    )
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A word in its most frequent form, and the ids of the statements that have it in any form, the most reported first.

    ``weight`` is its log-likelihood ratio (Dunning 1993) between these statements and those of all others.
    """

    word: str
    weight: float
    statements: tuple[str, ...]


def topics(ledger: Ledger, person: str) -> tuple[Topic, ...]:
    """What an entity's statements are about, the most telling first; each topic is in two of them or more."""
    with ledger.at_one_moment() as connection:
        own = connection.execute(
            "SELECT y.statement, w.text FROM (SELECT statement, wordings, day, report, start FROM statement_tally"
            " WHERE speaker = ? ORDER BY wordings DESC, day, report, start LIMIT ?) AS y"
            " JOIN wording AS w ON w.statement = y.statement AND w.ordinal = 0"
            " ORDER BY y.wordings DESC, y.day, y.report, y.start",
            (person, MOST_STATEMENTS),
        ).fetchall()
        mine = {statement for statement, _ in own}
        others = [_words(text) for statement, text in _of_all(connection) if statement not in mine]
    having: defaultdict[str, list[str]] = defaultdict(list)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for statement, text in own:
        for word, form in _words(text).items():
            having[word].append(statement)
            forms[word].append(form)
    elsewhere = Counter(chain.from_iterable(others))
    weighed = {
        word: _keyness(len(statements), len(own), elsewhere[word], len(others))
        for word, statements in having.items()
        if len(statements) > 1
    }
    telling = [
        Topic(_most_frequent(forms[word]), weight, tuple(having[word]))
        for word, weight in weighed.items()
        if weight >= LEAST
    ]
    telling.sort(key=lambda t: (-t.weight, t.word))
    return tuple(telling[:MOST_TOPICS])


def _most_frequent(forms: list[str]) -> str:
    counted = Counter(forms)
    return min(counted, key=lambda form: (-counted[form], form))


def _of_all(connection: sqlite3.Connection) -> Iterable[tuple[str, str]]:
    """Wordings (statement and text), evenly from the whole ledger."""
    last = connection.execute("SELECT coalesce(max(rowid), 0) FROM wording").fetchone()[0]
    step = max(1, last // MOST_OTHERS)
    numbers = ",".join(str(number) for number in range(1, last + 1, step))
    return connection.execute(f"SELECT statement, text FROM wording WHERE rowid IN ({numbers})")


@lru_cache(maxsize=4_000)  # others' statements are the same for every person
def _words(text: str) -> dict[str, str]:
    """The words of a statement that may be a topic, by their stem, each as it is written there (in lower case)."""
    found = {}
    for word in WORD.findall(text.casefold().replace("’", "'")):
        if base := _base(word):
            found[base] = word
    return found


@lru_cache(maxsize=50_000)
def _base(word: str) -> str:
    """The stem of a word that may be a topic; nothing for any other."""
    return "" if len(word) < 4 or word[0].isdigit() or word in _OF_NOTHING else stem(word)


def _keyness(here: int, of_here: int, there: int, of_there: int) -> float:
    """Dunning's log-likelihood ratio for a word in ``here`` of ``of_here`` statements and ``there`` of ``of_there`` others.

    Nought for one that is not the more frequent here.

    >>> round(_keyness(10, 20, 5, 1000), 1), _keyness(1, 100, 50, 100)
    (65.7, 0.0)
    """
    if not of_there or here * of_there <= there * of_here:
        return 0.0
    share = (here + there) / (of_here + of_there)
    terms = (
        (here, of_here * share),
        (of_here - here, of_here * (1 - share)),
        (there, of_there * share),
        (of_there - there, of_there * (1 - share)),
    )
    return 2 * sum(seen * log(seen / expected) for seen, expected in terms if seen and expected)
