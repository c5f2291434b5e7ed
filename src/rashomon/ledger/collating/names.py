"""Entities brought up to date: the names that a change reaches are resolved anew, with all reports that bear them."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.collation.entities import decisions, same_words
from rashomon.collation.entities.entities import (
    Around,
    Entities,
    around,
    bare_name,
    given_name,
    most_common,
    name_key,
    persons,
    resolved,
    shown,
    ties,
)
from rashomon.collation.entities.heard import Heard, Said
from rashomon.corrections import targets
from rashomon.ledger.collating.heard import load_heard, write_heard
from rashomon.ledger.tables.rows import delete, rows_of
from rashomon.records import Correction, Entity, Reading

_MEETS = {"of": "bare", "bare": "of", "initials": "short", "short": "initials"}

Row = tuple[str, str, int, str | None, str | None, str]
"""A row of ``heard_name``."""


@dataclass(frozen=True, slots=True)
class Names:
    """What became of the names that a change reached.

    ``entities`` are those of these names (``keys``) now, and ``before`` the ids that they had. ``speakers`` leads from each
    attribution of the changed reports to its entity, ``others`` from those of other reports that have another one than
    before. ``named`` leads to the entities of names (by report and key) in the changed reports, ``joint`` to those of names among
    several who say something together, by report, attribution and place, in other reports, where it is another one than before.
    ``moved`` holds reports, but for the changed ones, in which somebody is no longer one with those he was one with,
    or newly one with others; in the rest of them only an id is new.
    """

    keys: frozenset[str]
    entities: Sequence[Entity]
    before: frozenset[str]
    speakers: Mapping[tuple[str, int], str | None]
    others: Mapping[tuple[str, int], str]
    moved: frozenset[str]
    stranded: tuple[Correction, ...]
    named: Mapping[tuple[str, str], str]
    joint: Mapping[tuple[str, int, int], str]


@dataclass(frozen=True, slots=True)
class _Borne:
    """By report and key, what is said under these names, and the rows of ``heard_name``, less their entities."""

    said: Mapping[tuple[str, str], Sequence[Said]]
    named: Sequence[tuple[str, str, int, str | None, str | None]]


def collate_names(
    connection: sqlite3.Connection,
    changed: Mapping[str, Heard],
    gone: Collection[str],
    reports: tuple[int, int],
    corrections: Sequence[Correction],
    decided: Iterable[Correction],
    whole: bool,
) -> Names:
    """Resolve the names that ``changed`` and ``gone`` reports reach, and keep what is found for the next time.

    ``reports`` counts the ledger's reports at the last collation and now; ``corrections`` are those that stand, ``decided``
    those that stood before too, and ``whole`` says that nothing is known from before.
    """
    dropped = [*changed, *gone]
    before = _rows(connection, "report", dropped)
    company = {key for (key,) in rows_of(connection, "SELECT key FROM company WHERE report IN ({})", dropped)}
    explained = _explained_by(connection, dropped)
    company |= {key for h in changed.values() for key in h.told.company}
    most = tuple(most_common(n) for n in reports)
    was_common = _common(connection, company, most[0])
    _replace(connection, changed, dropped)
    if whole:
        every = [changed[report] for report in sorted(changed)]
        keys = {name_key(s.name) for h in every for s in h.said}
        found = resolved(every, around(every), corrections, keys)
        return _kept(connection, changed, _borne(every, keys), keys, before, found)
    reached = {row[1] for row in before} | {name_key(s.name) for h in changed.values() for s in h.said}
    reached |= explained | _explained_by(connection, changed)
    turned = was_common ^ _common(connection, company, most[1])
    turned |= _turned_by_size(connection, company, most[0], most[1])
    reached |= _speaking_in(connection, changed, _keeping(connection, turned))
    reached |= _speaking_in(connection, changed, _decided_in(decided))
    while True:
        keys = _closure(connection, reached)
        rows = [*before, *_rows(connection, "key", keys)]
        heard = _bearing(connection, changed, {row[0] for row in rows} - set(gone), keys)
        borne = _borne(heard, keys)
        further = _doubtful(connection, rows, borne, keys) - keys
        if not further:
            break
        reached = keys | further
    by_name: dict[str, set[str]] = defaultdict(set)
    for short, long in rows_of(
        connection, "SELECT short, long FROM name_explained WHERE key IN ({})", sorted(keys)
    ):
        by_name[short].add(long)
    held = {key for h in heard for key in h.told.company}
    bare = {letters for row in rows if (letters := row[4])}
    bare |= {letters for h in heard for s in h.said if (letters := bare_name(s.name))}
    given = frozenset(letters for letters in bare if _given(connection, letters, keys))
    around_ = Around(frozenset(_common(connection, held, most[1])), by_name, given)
    found = resolved(heard, around_, corrections, keys)
    return _kept(connection, changed, borne, keys, rows, found)


def _rows(connection: sqlite3.Connection, column: str, values: Collection[str]) -> list[Row]:
    query = f"SELECT report, key, person, given, bare, entity FROM heard_name WHERE {column} IN ({{}})"
    return list(rows_of(connection, query, sorted(values)))


def _replace(connection: sqlite3.Connection, changed: Mapping[str, Heard], dropped: Collection[str]) -> None:
    """Put what reports give in the place of what they gave; who bears which name stays until that is resolved."""
    for table in ("heard_report", "name_explained", "company"):
        delete(connection, table, "report", dropped)
    write_heard(connection, changed.values())
    connection.executemany(
        "INSERT INTO company VALUES (?, ?)",
        sorted((key, h.report) for h in changed.values() for key in h.told.company),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO name_explained VALUES (?, ?, ?, ?)",
        (
            (h.report, short, name_key(short), name_key(long))
            for h in changed.values()
            for short, long in sorted(h.told.short.items())
        ),
    )
    names = {s.name for h in changed.values() for s in h.said}
    signs = {
        (sign, key) for name in names for key in (name_key(name),) for n in (name, key) for sign in ties(n)
    }
    signs |= {(sign, key) for h in changed.values() for sign, key in _word_signs(h)}
    connection.executemany("INSERT OR IGNORE INTO name_tie VALUES (?, ?)", sorted(signs))


def _word_signs(h: Heard) -> Iterator[tuple[str, str]]:
    """Where the names of two words or more in a report meet by what they are quoted in, and their keys."""
    said: dict[str, list[Said]] = defaultdict(list)
    for s in h.said:
        said[name_key(s.name)].append(s)
    for key, own in said.items():
        for form in {s.name for s in own}:
            yield from ((sign, key) for s in own for sign in same_words.signs(form, s.words))


def _explained_by(connection: sqlite3.Connection, reports: Iterable[str]) -> set[str]:
    query = "SELECT key, long FROM name_explained WHERE report IN ({})"
    return {key for row in rows_of(connection, query, reports) for key in row}


def _common(connection: sqlite3.Connection, keys: Iterable[str], most: int) -> set[str]:
    """Those of these names that more than ``most`` reports hold."""
    query = "SELECT count(*) FROM (SELECT 1 FROM company WHERE key = ? LIMIT ?)"
    return {key for key in keys if connection.execute(query, (key, most + 1)).fetchone()[0] > most}


def _turned_by_size(connection: sqlite3.Connection, known: set[str], before: int, now: int) -> set[str]:
    """Names besides those ``known`` that have become too common, or are no longer, because the ledger's size has changed."""
    if before == now:
        return set()
    low, high = sorted((before, now))
    query = "SELECT key FROM company GROUP BY key HAVING count(*) > ? AND count(*) <= ?"
    return {key for (key,) in connection.execute(query, (low, high))} - known


def _keeping(connection: sqlite3.Connection, company: Iterable[str]) -> set[str]:
    return {row[0] for row in rows_of(connection, "SELECT report FROM company WHERE key IN ({})", company)}


def _decided_in(corrections: Iterable[Correction]) -> set[str]:
    """The reports that decisions about entities point at; all of them, since one may hang on another."""
    every = (at for c in corrections if decisions.decides(c) for at in (c.target, c.old, c.new))
    return {named[0] for at in every if (named := targets.entity(at))}


def _speaking_in(
    connection: sqlite3.Connection, changed: Mapping[str, Heard], reports: Iterable[str]
) -> set[str]:
    """The names that speak in these reports."""
    reports = set(reports)
    found = {row[1] for row in _rows(connection, "report", reports - changed.keys())}
    return found | {name_key(s.name) for r in reports & changed.keys() for s in changed[r].said}


def _closure(connection: sqlite3.Connection, reached: Iterable[str]) -> set[str]:
    """These names and all that a chain of common signs, or of abbreviations explained, leads to."""
    keys, open_ = set(reached), set(reached)
    seen: set[str] = set()
    while open_:
        signs = {
            _met_under(sign)
            for (sign,) in rows_of(connection, "SELECT sign FROM name_tie WHERE key IN ({})", sorted(open_))
        } - seen
        seen |= signs
        met = {
            key
            for (key,) in rows_of(connection, "SELECT key FROM name_tie WHERE sign IN ({})", sorted(signs))
        }
        for one, other in (("key", "long"), ("long", "key")):
            query = f"SELECT {other} FROM name_explained WHERE {one} IN ({{}})"
            met |= {key for (key,) in rows_of(connection, query, sorted(open_))}
        open_ = met - keys
        keys |= open_
    return keys


def _met_under(sign: str) -> str:
    """A surname meets the surname alone, initials an abbreviation; any other sign, itself."""
    kind, _, word = sign.partition(" ")
    return f"{_MEETS.get(kind, kind)} {word}"


def _bearing(
    connection: sqlite3.Connection, changed: Mapping[str, Heard], reports: set[str], keys: set[str]
) -> list[Heard]:
    """What all reports that bear one of the names give, in order of report."""
    found = {h.report: h for h in load_heard(connection, sorted(reports - changed.keys()))}
    found |= {r: h for r, h in changed.items() if any(name_key(s.name) in keys for s in h.said)}
    return [found[report] for report in sorted(found)]


def _doubtful(connection: sqlite3.Connection, rows: Iterable[Row], borne: _Borne, keys: set[str]) -> set[str]:
    """Bare surnames that have become given names of somebody too, or are no longer."""
    before = {(report, key): (person, given) for report, key, person, given, _, _ in rows}
    now = {(report, key): (person, given) for report, key, person, given, _ in borne.named}
    letters = {
        given
        for at in before.keys() | now.keys()
        if before.get(at) != now.get(at)
        for _, given in (before.get(at, (0, None)), now.get(at, (0, None)))
        if given
    }
    there = {given for person, given in now.values() if person}
    turned = set()
    for word in letters:
        was = connection.execute(
            "SELECT 1 FROM heard_name WHERE given = ? AND person = 1", (word,)
        ).fetchone()
        if (was is not None) != (word in there or _given(connection, word, keys)):
            turned.add(word)
    return {
        key for (key,) in rows_of(connection, "SELECT key FROM heard_name WHERE bare IN ({})", sorted(turned))
    }


def _given(connection: sqlite3.Connection, letters: str, keys: set[str]) -> bool:
    """Whether a person has this given name, names of these keys apart."""
    rows = connection.execute(
        "SELECT DISTINCT key FROM heard_name WHERE given = ? AND person = 1", (letters,)
    )
    return any(key not in keys for (key,) in rows)


def _by_report(heard: Iterable[Heard], keys: Collection[str] | None) -> dict[tuple[str, str], list[Said]]:
    found: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for h in heard:
        for s in h.said:
            key = name_key(s.name)
            if keys is None or key in keys:
                found[h.report, key].append(s)
    return found


def _borne(heard: Iterable[Heard], keys: Collection[str]) -> _Borne:
    said = _by_report(heard, keys)
    people = persons(said)
    named = []
    for (report, key), members in said.items():
        name = shown(s.name for s in members)
        named.append((report, key, int(people[report, key]), given_name(name), bare_name(name)))
    return _Borne(said, named)


def _kept(
    connection: sqlite3.Connection,
    changed: Mapping[str, Heard],
    borne: _Borne,
    keys: set[str],
    rows: Iterable[Row],
    found: Entities,
) -> Names:
    """Keep who is meant by which name, and tell what has become of those of before."""
    rows = list(rows)
    was = {(report, key): (person, given, bare, entity) for report, key, person, given, bare, entity in rows}
    said = borne.said
    now = {
        (report, key): (person, given, bare, found.named[report, key])
        for report, key, person, given, bare in borne.named
    }
    connection.executemany(
        "DELETE FROM heard_name WHERE report = ? AND key = ?", [at for at in was if at not in now]
    )
    connection.executemany(
        "INSERT OR REPLACE INTO heard_name VALUES (?, ?, ?, ?, ?, ?)",
        sorted((*at, *row) for at, row in now.items() if was.get(at) != row),
    )
    stayed = Counter((was[at][3], now[at][3]) for at in was.keys() & now.keys() if at[0] not in changed)
    led, taken = {}, set()
    for (old, new), _ in sorted(stayed.items(), key=lambda item: (-item[1], item[0])):
        if old not in led and new not in taken:
            led[old] = new
            taken.add(new)
    moved = {
        at[0] for at in was.keys() & now.keys() if at[0] not in changed and led.get(was[at][3]) != now[at][3]
    }
    renewed = [
        (at[0], s, now[at][3])
        for at in was.keys() & now.keys()
        if at[0] not in changed and was[at][3] != now[at][3]
        for s in said[at]
    ]
    return Names(
        frozenset(keys),
        found.entities,
        frozenset(row[5] for row in rows),
        found.speakers,
        {(report, s.attribution): entity for report, s, entity in renewed if s.place is None},
        frozenset(moved),
        found.stranded,
        found.named,
        {(report, s.attribution, s.place): entity for report, s, entity in renewed if s.place is not None},
    )


def named_in(connection: sqlite3.Connection, reports: Collection[str]) -> dict[tuple[str, str], str]:
    """The entity that each of these reports means by a name, by its key, as the last collation has it."""
    return {(report, key): id_ for report, key, _, _, _, id_ in _rows(connection, "report", set(reports))}


def speakers_in(
    readings: Collection[Reading], named: Mapping[tuple[str, str], str]
) -> dict[tuple[str, int], str | None]:
    """The entity of each attribution of these readings, of which :func:`named_in` has told whom they name."""
    return {
        (reading.report, n): named.get((reading.report, name_key(a.speaker.name or "")))
        for reading in readings
        for n, a in enumerate(reading.attributions)
    }
