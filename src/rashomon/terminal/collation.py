"""What ``rashomon collate`` prints: wordings side by side, or a line of JSON a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.collation.wordings.variation import sharpest
from rashomon.dossier.differences import marked
from rashomon.dossier.phrases import count
from rashomon.records import Report, Statement, VariationKind, Wording
from rashomon.terminal.attributions import as_json
from rashomon.terminal.screen import line
from rashomon.terminal.statement import CLOSING, OPENING, bracketed

#: Texts that stand in columns; the wordings of more stand one below the other, or no line would hold a phrase.
MOST_COLUMNS = 3


def side_by_side(reports: Sequence[Report], statements: Sequence[Statement]) -> RenderableType:
    """Each statement's wordings beside one another, in text order of the first; brackets mark what differs.

    An altered quotation is named above its words.
    """
    if not statements:
        return line("Nothing is said in more than one wording.")
    texts = {report.id: report for report in reports}
    order = {report.id: place for place, report in enumerate(reports)}
    placed = sorted(statements, key=lambda s: min((order[w.report], w.start) for w in s.wordings))
    views = [_statement(statement, texts, order) for statement in placed]
    told = count(len(views), "statement")
    closing = (
        f"{told} in two wordings or more; {OPENING}bracketed{CLOSING} words are not in the other wording."
    )
    return Group(*(part for view in views for part in (view, Text())), line(closing, style="dim"))


def statement_lines(reports: Sequence[Report], statements: Iterable[Statement]) -> Iterator[str]:
    """A line of JSON a statement: its ``wordings``, each with ``doc``, ``start``, ``end``, ``text``, ``score``, ``why``; a
    part of what others have whole has ``part`` as well.
    """
    texts = {report.id: report for report in reports}
    for statement in statements:
        yield as_json(
            {
                "statement": statement.id,
                "wordings": [_wording(texts[w.report], w) for w in statement.wordings],
            }
        )


def _head(report: Report, wording: Wording) -> Text:
    kind = sharpest(wording.variations)
    altered = f": {kind.value}" if kind is VariationKind.ALTERED else ""
    return line(f"{report.name} {wording.start}–{wording.end}{altered}", style="dim")


def _wording(report: Report, wording: Wording) -> dict[str, object]:
    return {
        "doc": report.name,
        "start": wording.start,
        "end": wording.end,
        "text": report.text[wording.start : wording.end],
        "score": round(wording.score, 4),
        "why": wording.why,
        **({"part": True} if wording.part else {}),
    }


def _statement(
    statement: Statement, reports: Mapping[str, Report], order: Mapping[str, int]
) -> RenderableType:
    wordings = statement.wordings
    texts = [reports[w.report].text[w.start : w.end] for w in wordings]
    places = sorted(range(len(wordings)), key=lambda at: (order[wordings[at].report], wordings[at].start))
    cells = [bracketed(marked(wordings, texts, at)) for at in places]
    heads = [_head(reports[wordings[at].report], wordings[at]) for at in places]
    if len(cells) > MOST_COLUMNS:
        return Group(*(Text.assemble(head, "\n  ", cell) for head, cell in zip(heads, cells, strict=True)))
    table = Table(box=None, expand=True, pad_edge=False, padding=(0, 2, 0, 0))
    for head in heads:
        table.add_column(head, ratio=1, overflow="fold")
    table.add_row(*cells)
    return table
