"""A statement with all its wordings, the words marked in which they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.accounts.records import Independence
from rashomon.accounts.saying import Saying
from rashomon.dossier.differences import Piece
from rashomon.dossier.gathered import Compared, Telling, Told, compared, sharpest_first
from rashomon.dossier.phrases import (
    count,
    difference,
    given,
    had_from,
    independent,
    outlet,
    outlets,
    published,
    who,
)
from rashomon.ledger.shown.rests_on import HadFrom
from rashomon.terminal.screen import heading, indented, line, short, words
from rashomon.terminal.synopsis import synopsis

#: How a word is marked that the other wording does not have: brackets, since colour and weight do not survive
#: a pipe or reach every reader.
OPENING, CLOSING = "[", "]"


def statement_page(
    told: Told,
    independence: Iterable[tuple[Independence, str]] = (),
    origins: Mapping[tuple[str, int, int], HadFrom] | None = None,
) -> RenderableType:
    """A statement: who said it, how independent its reports are in each story, by its title, then each wording with its
    report, place, how it is given, where the report had it from (``origins``, by report and characters), and its differences.
    """
    reports = [telling.report for telling in told.tellings]
    views: list[RenderableType] = [
        heading(who(told)),
        line(f"statement {short(told.statement.id)}: {count(len(reports), 'wording')} in {outlets(reports)}"),
    ]
    views += [
        line(f"in “{title}”: {count(i.reports, 'report')}, {independent(i.low, i.high)}; {'; '.join(i.why)}")
        for i, title in independence
    ]
    if told.altered:
        views.append(
            line("A quotation is altered: where most words are the same, one inside quotation marks is not.")
        )
    elif told.closeness is not None:
        views.append(line("Quotation marks hold different words in different reports."))
    texts = compared(told)
    if len(reports) > 1:
        others = {text.comparison.against + 1 for text in texts if text.comparison}
        other = f"wording {others.pop()}" if len(others) == 1 else "the wording compared with"
        views.append(line(f"{OPENING}Bracketed{CLOSING} words are not in {other}.", style="dim"))
    order = sharpest_first(texts)
    if columns := synopsis(told, order):
        views += [Text(), *columns]
    for number in order:
        views += [Text(), *_telling(number + 1, told.tellings[number], texts[number], origins or {})]
    return Group(*views)


def bracketed(pieces: tuple[Piece, ...]) -> Text:
    """A wording with the stretches marked that differ."""
    text = Text()
    for piece in pieces:
        shown = words(piece.text)
        text.append_text(
            Text.assemble(OPENING, (shown.plain, "bold underline"), CLOSING) if piece.differs else shown
        )
    return text


def ahead(told: Saying) -> Text:
    """The cue that has to stand before the words, with its colon; nothing where they are what was said."""
    return Text.assemble(line(f"{told.ahead}:"), " ") if told.ahead else Text()


def _telling(
    number: int, telling: Telling, text: Compared, origins: Mapping[tuple[str, int, int], HadFrom]
) -> list[RenderableType]:
    report, wording = telling.report, telling.wording
    o = origins.get((report.id, wording.start, wording.end))
    notes = [
        given(telling),
        *([had_from(o.kind, o.name, o.certain, o.why)] if o else []),
        f"report {short(report.id)}, characters {wording.start} to {wording.end}",
        f"together because: {wording.why}",
    ]
    if text.comparison is not None:
        notes.insert(0, difference(text.comparison, text.comparison.against + 1))
    if telling.attribution is not None:
        notes.append(f"speaker: {telling.attribution.speaker.why}")
    return [
        Text.assemble(f"{number}  ", (outlet(report), "bold"), f", {published(report)}"),
        indented(
            Text.assemble(ahead(telling.told), bracketed(text.pieces)),
            *(line(note, style="dim") for note in notes),
        ),
    ]
