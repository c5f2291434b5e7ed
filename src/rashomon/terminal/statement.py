"""A statement with all its wordings, the words marked in which they differ."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.dossier.differences import Piece
from rashomon.dossier.gathered import Compared, Telling, Told, base, compared
from rashomon.dossier.phrases import count, difference, given, outlet, outlets, published, who
from rashomon.terminal.screen import heading, indented, line, short, words

#: How a word is marked that the other wording does not have: brackets, since colour and weight do not survive
#: a pipe or reach every reader.
OPENING, CLOSING = "[", "]"


def statement_page(told: Told) -> RenderableType:
    """A statement: who said it, then each wording with its report, place, how it is given, and its differences."""
    reports = [telling.report for telling in told.tellings]
    views: list[RenderableType] = [
        heading(who(told)),
        line(
            f"statement {short(told.statement.id)}: {count(len(reports), 'wording')}"
            f" in {count(outlets(reports), 'outlet')}"
        ),
    ]
    if told.closeness is not None:
        views.append(line("Quotation marks hold different words in different reports."))
    against = base(told) + 1
    if len(reports) > 1:
        views.append(line(f"{OPENING}Bracketed{CLOSING} words are not in wording {against}.", style="dim"))
    for number, (telling, text) in enumerate(zip(told.tellings, compared(told), strict=True), 1):
        views += [Text(), *_telling(number, telling, text, against)]
    return Group(*views)


def marked(pieces: tuple[Piece, ...]) -> Text:
    """A wording with the stretches marked that differ."""
    text = Text()
    for piece in pieces:
        shown = words(piece.text)
        text.append_text(
            Text.assemble(OPENING, (shown.plain, "bold underline"), CLOSING) if piece.differs else shown
        )
    return text


def _telling(number: int, telling: Telling, text: Compared, against: int) -> list[RenderableType]:
    report, wording = telling.report, telling.wording
    notes = [
        given(telling),
        f"report {short(report.id)}, characters {wording.start} to {wording.end}",
        f"together because: {wording.why}",
    ]
    if text.comparison is not None:
        notes.insert(0, difference(text.comparison, against))
    if telling.attribution is not None:
        notes.append(f"speaker: {telling.attribution.speaker.why}")
    return [
        Text.assemble(f"{number}  ", (outlet(report), "bold"), f", {published(report)}"),
        indented(marked(text.pieces), *(line(note, style="dim") for note in notes)),
    ]
