"""Who said what in which outlet: the tables of a dossier."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.dossier.gathered import Telling, Told
from rashomon.dossier.phrases import outlet, who
from rashomon.dossier.sayings import affiliations
from rashomon.visible import beginning

#: Wordings in a cell of the table of speakers and outlets; the rest are linked by number.
MOST_IN_CELL = 4

#: Characters of a wording in that table.
SHORT = 160


@dataclass(frozen=True, slots=True)
class Said:
    """A wording in the table of who said what: its beginning, its statement, and where it stands."""

    text: str
    statement: int
    report: int
    start: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one speaker says in one outlet: the first wordings, and the numbers of the further statements."""

    said: tuple[Said, ...]
    further: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A speaker, other names they go by, what the story's reports tell beside the name, and a cell for each outlet."""

    name: str
    also: str
    affiliation: str
    cells: tuple[Cell, ...]


def rows(
    told: Iterable[tuple[int, Told]], columns: Sequence[str], numbers: Mapping[str, int]
) -> tuple[Row, ...]:
    """A row for each speaker: those in the most outlets first, then those with the most statements."""
    said: defaultdict[tuple[str, str], dict[str, list[tuple[int, Telling]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    statements: Counter[tuple[str, str]] = Counter()
    also: dict[tuple[str, str], str] = {}
    affiliation: dict[tuple[str, str], str] = {}
    for number, t in told:
        # Two people of one name are two rows; unknown speakers are told apart by the words for them alone.
        key = (t.speaker.id, t.speaker.name) if t.speaker else ("", who(t))
        statements[key] += 1
        also[key] = ", ".join(n for n in t.speaker.names if n != t.speaker.name) if t.speaker else ""
        beside = [a for a in t.speaker.affiliations if a.report in numbers] if t.speaker else []
        affiliation[key] = "; ".join(words for words, _ in affiliations(beside))
        for telling in t.tellings:
            if telling.report.id in numbers:
                said[key][outlet(telling.report)].append((number, telling))
    order = sorted(said, key=lambda key: (-len(said[key]), -statements[key], key[1], key[0]))
    return tuple(
        Row(
            key[1],
            also[key],
            affiliation[key],
            tuple(_cell(said[key].get(column, []), numbers) for column in columns),
        )
        for key in order
    )


def _cell(tellings: Sequence[tuple[int, Telling]], numbers: Mapping[str, int]) -> Cell:
    shown = tellings[:MOST_IN_CELL]
    return Cell(
        tuple(
            Said(beginning(t.said, SHORT), number, numbers[t.report.id], t.wording.start)
            for number, t in shown
        ),
        tuple(sorted({number for number, _ in tellings[MOST_IN_CELL:]} - {number for number, _ in shown})),
    )
