"""A person's decision as a program sends it: one record for every kind, and the one call that records and applies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rashomon.corrections import targets
from rashomon.corrections.imprint import Imprint
from rashomon.corrections.shape import PARTS
from rashomon.ingest import recollate
from rashomon.ledger import Ledger, LedgerError
from rashomon.ledger.decisions.attributions import span_in_report
from rashomon.records import Correction, CorrectionKind, Span

Action = Literal[
    "accept",
    "reject",
    "mend",
    "speaker",
    "unknown",
    "report",
    "remove",
    "merge",
    "split",
    "person",
    "same",
    "apart",
    "undo",
]

NOTHING = "none"
"""How a part is given that is not expressed."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides, who (at most 100 characters) and why (at most 2,000).

    =========  ========================================================================================================
    accept     ``which`` (an attribution, ``REPORT:NUMBER`` from 1 or a correction's target) is right as it stands; accounts part
               in ``which`` (a conflict, ``conflict:ID`` or a correction's target), which is no longer only worth a look
    reject     ``which`` is no attribution, or no conflict
    mend       ``which`` has these ``source``, ``cue`` or ``content``: each a list of ``START-END`` or words of the report; an
               empty list leaves the part, ``["none"]`` says that it is not expressed
    speaker    ``which`` is said by ``name`` (or an entity's id)
    unknown    it is not known who says ``which``
    report     the report ``which`` has this ``outlet``, ``published`` date, ``title`` or ``authors``; ``none`` for not known
    remove     the report ``which`` does not belong in the ledger, and goes with all that was read in it
    merge      the people ``which`` and ``other``, by name or id, are one
    split      the person ``which`` is another in ``reports``
    person     the name ``name`` of report ``which`` is rightly taken for whom it is taken
    same       the statements ``which`` and ``other`` (ids, or ``wording:REPORT:START-END``) are one; stories with ``kind`` story
    apart      what ``reports`` carry of the statement ``which`` (of the story, with ``kind`` story) is another
    undo       the correction ``which`` no longer holds
    =========  ========================================================================================================
    """

    action: Action
    which: str
    who: str
    why: str
    other: str = ""
    name: str = ""
    reports: list[str] = field(default_factory=list)
    source: list[str] = field(default_factory=list)
    cue: list[str] = field(default_factory=list)
    content: list[str] = field(default_factory=list)
    outlet: str = ""
    published: str = ""
    title: str = ""
    authors: list[str] = field(default_factory=list)
    kind: Literal["statement", "story"] = "statement"


def decide(ledger: Ledger, decision: Decision) -> tuple[Correction, ...]:
    """Record a decision; what follows from it for entities, statements and stories follows with :func:`apply`.

    Raises LedgerError, having recorded nothing, for what cannot be decided so.
    """
    d = decision
    for name, value, most in (("who", d.who, 100), ("why", d.why, 2_000)):
        if not 0 < len(value.strip()) <= most:
            raise LedgerError(
                "this decision", f"{name} is empty or too long", f"give {name} in at most {most} characters"
            )
    who, why = d.who.strip(), d.why.strip()
    match d.action:
        case "accept":
            return (ledger.accept(d.which, who=who, why=why),)
        case "reject":
            return (ledger.reject(d.which, who=who, why=why),)
        case "mend":
            given = {part: getattr(d, part) for part in PARTS}
            return (ledger.mend(d.which, parts(ledger, d.which, given), who=who, why=why),)
        case "speaker":
            return (ledger.name_speaker(d.which, d.name, who=who, why=why),)
        case "unknown":
            return (ledger.name_speaker(d.which, None, who=who, why=why),)
        case "report":
            imprint = described(d.outlet, d.published, d.title, d.authors)
            return (ledger.describe(d.which, imprint, who=who, why=why),)
        case "remove":
            return (ledger.take_out(d.which, who=who, why=why),)
        case "merge":
            return (ledger.merge(d.which, d.other, who=who, why=why),)
        case "split":
            return ledger.split(d.which, d.reports, who=who, why=why)
        case "person":
            report = ledger.report(d.which).id
            return (ledger.correct(who, why, CorrectionKind.ACCEPT, targets.of_entity(report, d.name)),)
        case "same":
            if d.kind == "story":
                return (ledger.same_story(d.which, d.other, who=who, why=why),)
            return ledger.same(d.which, d.other, who=who, why=why)
        case "apart":
            apart = ledger.split_story if d.kind == "story" else ledger.split_statement
            return apart(d.which, d.reports, who=who, why=why)
        case "undo":
            return ledger.undo(d.which, who=who, why=why)


def described(outlet: str, published: str, title: str, authors: Sequence[str]) -> Imprint:
    """What is given of a report; what is empty is left out, and ``none`` is not known.

    >>> described("Harn Courier", "", "none", [])
    {'outlet': 'Harn Courier', 'title': None}
    """
    given: dict[str, str | tuple[str, ...] | None] = {
        part: None if value.strip().casefold() == NOTHING else value
        for part, value in (("outlet", outlet), ("published", published), ("title", title))
        if value.strip()
    }
    names = [name for name in authors if name.strip()]
    if names:
        given["authors"] = tuple(n for n in names if n.strip().casefold() != NOTHING)
    return given


def apply(ledger: Ledger) -> tuple[Correction, ...]:
    """Let entities, statements and stories follow the decisions; those that found nothing to apply to are returned."""
    return recollate(ledger)


def parts(ledger: Ledger, which: str, given: Mapping[str, Sequence[str]]) -> dict[str, list[Span]]:
    """The spans of source, cue and content as a person gives them, ``START-END`` or words, for the attribution ``which``; a part
    that is not given, or given as nothing, is left out. Raises LedgerError for words that its report does not have."""
    about = ledger.attribution(which)
    near = targets.reach(about.read.content or about.read.cue or about.read.source).start
    return {
        part: [span_in_report(about.report, words, near) for words in pieces if words != NOTHING]
        for part, pieces in given.items()
        if pieces
    }
