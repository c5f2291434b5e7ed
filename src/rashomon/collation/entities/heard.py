"""What one report gives to its speakers' names, apart from its text: all that entities are made from."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.collation.entities.bearers import Told
from rashomon.records import Affiliation, MentionKind


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution whose source has a name: ``start`` to ``end`` is what the name rests on.

    ``place`` is that of the name among those who say it together, ``None`` where nobody else does. ``words`` stands for its
    sentences that are long enough to be told by their words (:mod:`.same_words`).
    """

    attribution: int
    name: str
    kind: MentionKind | None
    start: int
    end: int
    why: str
    words: tuple[str, ...] = ()
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What one report gives to its speakers' names: who is named as speaking (``said``), and what is told about names.

    A function of the report and its reading; ``unnamed`` are the attributions whose speaker is not known, and
    ``affiliations`` those that are told beside names that speak.
    """

    report: str
    said: tuple[Said, ...]
    told: Told
    unnamed: tuple[int, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
