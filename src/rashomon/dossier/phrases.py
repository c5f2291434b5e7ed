"""The short phrases that every view has in common."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.accounts.told import THE_REPORT
from rashomon.dossier.differences import Change, Comparison
from rashomon.dossier.gathered import Telling, Told
from rashomon.dossier.sayings import chain, how_said, unnamed
from rashomon.reading.names.joint import all_of
from rashomon.records import Report, VariationKind, Voice
from rashomon.visible import one_line

NOT_KNOWN = "not known"

#: Over claims that only a model holds for opposed, and why they stand apart; measured by ``python -m bench.parting``.
WORTH_A_LOOK = "Worth a look: claims that may be opposed"
WHY_APART = (
    "Only a small model holds these claims for opposed, and on fresh news it is wrong five times in six: they are for a person to"
    " look at, and no conflicts until one says so."
)

#: Instead of the kind of conflict, which none of them is.
MAY_BE_OPPOSED = "claims that may be opposed"

#: Kinds of attributions, in words.
GIVEN = {"direct": "quoted", "indirect": "retold", "mixed": "quoted in part"}


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "report"), count(2, "story", "stories"), count(1200, "word")
    ('1 report', '2 stories', '1,200 words')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def dates(earliest: str | None, latest: str | None) -> str:
    """One date, two, or that none is known."""
    if earliest is None or latest is None:
        return "dates not known"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def published(report: Report) -> str:
    """A report's date, and where it was read.

    >>> published(Report("1f", "1f00", "mill", "", (), published="2031-04-05", published_from="metadata"))
    '2031-04-05 (from the page’s metadata)'
    """
    if report.published is None:
        return NOT_KNOWN
    came_from = report.published_from
    return one_line(report.published if came_from is None else f"{report.published} ({read_in(came_from)})")


def read_in(place: str) -> str:
    """Where a report's date was read, in words.

    >>> read_in("address")
    'from the page’s address'
    """
    places = {
        "json": "the JSON object",
        "metadata": "the page’s metadata",
        "address": "the page’s address",
        "text": "the text",
        "file name": "the name of its file",
        "decision": "a person’s decision",
    }
    return f"from {places.get(place, place)}"


def outlet(report: Report) -> str:
    """A report's outlet, or else the name of its file and that the outlet is not known."""
    return one_line(report.outlet) if report.outlet else f"{one_line(report.name)} (outlet {NOT_KNOWN})"


def on_its_own_account(name: str) -> str:
    """Whose words it is where a report of an outlet cites nobody.

    >>> on_its_own_account("Oland Herald")
    'Oland Herald, on its own account'
    """
    return f"{name}, on its own account"


def claimant(source: str, report: Report) -> str:
    """Who is cited by a report, as accounts have it (``source``); its outlet, on its own account, where nobody is."""
    return on_its_own_account(outlet(report)) if source == THE_REPORT else one_line(source, 80)


def reports_in(reports: Iterable[Report]) -> str:
    """How many reports these are, in how many outlets."""
    known = [report.outlet for report in reports]
    return reports_carried_by(len(known), len({name for name in known if name}), sum(not n for n in known))


def reports_carried_by(reports: int, known: int, unknown: int) -> str:
    """How many reports there are, in how many known outlets, and of how many no outlet is known.

    >>> reports_carried_by(8, 6, 0), reports_carried_by(8, 5, 2), reports_carried_by(2, 0, 2)
    ('8 reports in 6 outlets', '8 reports: 6 in 5 outlets, 2 of unknown outlet', '2 reports of unknown outlet')
    """
    if not unknown:
        return f"{count(reports, 'report')} in {count(known, 'outlet')}"
    if not known:
        return f"{count(reports, 'report')} of unknown outlet"
    return f"{count(reports, 'report')}: {reports - unknown:,} in {count(known, 'outlet')}, {unknown:,} of unknown outlet"


def independent(low: int, high: int) -> str:
    """How independent a statement or figure is, in a phrase.

    >>> independent(1, 3), independent(1, 1)
    ('1 to 3 independent origins', '1 independent origin')
    """
    origins = str(low) if low == high else f"{low} to {high}"
    return f"{origins} {'independent origin' if high == 1 else 'independent origins'}"


def had_from(kind: str, name: str | None, certain: bool, why: str) -> str:
    """Where a report had a wording from: the origin's kind and name, whether something tells it, and what it rests on.

    >>> had_from("agency", "Harbour Wire", False, "nothing tells where it was said")
    'had from Harbour Wire (agency), not certain: nothing tells where it was said'
    """
    whose = f"{one_line(name, 80)} ({kind})" if name else kind
    return f"had from {whose}{'' if certain else ', not certain'}: {one_line(why, 240)}"


def outlets(reports: Iterable[Report]) -> str:
    """How many outlets these reports are known to be of, and how many reports of none that is known."""
    known = {report.id: report.outlet for report in reports}
    return carried_by(
        len({name for name in known.values() if name}), sum(not name for name in known.values())
    )


def carried_by(known: int, unknown: int) -> str:
    """How many known outlets, and how many reports whose outlet is not known, which may be of any.

    >>> carried_by(5, 0), carried_by(5, 3), carried_by(0, 1)
    ('5 outlets', '5 outlets and 3 reports of unknown outlet', '1 report of unknown outlet')
    """
    if not known and unknown:
        return f"{count(unknown, 'report')} of unknown outlet"
    without = f" and {count(unknown, 'report')} of unknown outlet" if unknown else ""
    return f"{count(known, 'outlet')}{without}"


def title(report: Report) -> str:
    """A report's title, or else its file's name."""
    return one_line(report.title or report.name)


def not_by_itself(number: int) -> str:
    """How many statements a list leaves out, and why.

    >>> not_by_itself(1)
    '1 content that says nothing alone (“it”, “that”, a part of a sentence that is listed whole), not listed'
    """
    said = count(number, "content that says", "contents that say")
    return f"{said} nothing alone (“it”, “that”, a part of a sentence that is listed whole), not listed"


def readers_comments(report: Report) -> str | None:
    """How much of a report is readers' comments, which is all that is shown of them; ``None`` where it has none."""
    number = sum(passage.voice is Voice.COMMENT for passage in report.passages)
    return comments_of(number) if number else None


def comments_of(paragraphs: int) -> str:
    """Readers' comments of so many paragraphs. How many comments that is, nothing tells: a name above one is a paragraph too.

    >>> comments_of(1), comments_of(4)
    ('1 reader’s comment', 'readers’ comments, 4 paragraphs in all')
    """
    return "1 reader’s comment" if paragraphs == 1 else f"readers’ comments, {paragraphs:,} paragraphs in all"


def who(told: Told) -> str:
    """The speaker of a statement; who is not known is told by the words that a report has for them."""
    if told.speaker is not None:
        return one_line(told.speaker.name)
    if told.joint:
        return together(told)
    if told.narrated:
        return "in the reports’ own words"
    return f"{NOT_KNOWN}: “{one_line(told.described, 80)}”" if told.described else NOT_KNOWN


def together(told: Told, besides: str | None = None) -> str:
    """Those who are reported to have said a statement together; with ``besides``, an entity's id, whom that one said it with."""
    others = [one for one in told.joint if one is None or one.id != besides]
    known = [(one.name, None) for one in others if one is not None]
    unknown = [(None, None)] if None in others else []
    named = one_line(all_of([*known, *unknown]), 200)
    return f"together with {named}" if besides else f"{named}, together"


def given(telling: Telling) -> str:
    """How a telling is given: its voice where that is not the body, its kind, by whom, to whom, through what, when.

    ``headline, quoted`` or ``retold by “the ministry” (told), in an open letter, on 2031-04-05``.
    """
    attribution = telling.attribution
    voice = [telling.voice.value] if telling.voice != "body" else []
    if attribution is None:
        return ", ".join([*voice, "the report’s own words"])
    how = GIVEN[attribution.kind.value]
    source = f" “{one_line(telling.source, 80)}”" if telling.source else ""
    cue = f" ({one_line(telling.cue, 60)})" if telling.cue else ""
    parts = [*voice, f"{how}:{source}{cue}" if source or cue else how]
    if telling.wording.part:
        parts.append("only a part of what others have whole")
    if telling.told.before or telling.told.after:
        parts.append(
            "in one sentence with "
            + " and ".join(
                f"“{one_line(rest, 80)}”" for rest in (telling.told.before, telling.told.after) if rest
            )
        )
    if telling.by:
        parts.append(f"within what {one_line(telling.by, 80)} says")
    parts += [f"{word} {one_line(told, 80)}" for word, told in how_said(attribution)]
    notes = filter(None, [unnamed(attribution), chain(attribution, telling.report)])
    return "; ".join([", ".join(parts), *notes])


#: Classes of a wording that its changes do not name themselves.
_CLASSED = (
    VariationKind.REWORDED,
    VariationKind.REORDERED,
    VariationKind.SHORTENED,
    VariationKind.LENGTHENED,
    VariationKind.SPELLING,
)

#: Changes told one by one; where two wordings differ in more places, they are read side by side anyway.
MOST_CHANGES = 3


def difference(comparison: Comparison, number: int) -> str:
    """In a sentence, how a wording differs from wording ``number``: its class, which is that of its sharpest change, and the
    changes, an altered quotation before all else.

    ``altered quotation: where wording 1 has “silence”, this has “violence” (changed inside …); this does not have “today”``
    or ``shortened: this does not have “today”``
    """
    order = list(VariationKind)
    changes = sorted(comparison.changes, key=lambda change: order.index(change.kind))
    if not changes:
        return f"the same words as wording {number}"
    if comparison.kind is VariationKind.PUNCTUATION:
        return f"the same words as wording {number}, punctuated otherwise"
    told = [_change(change, number) for change in changes]
    if len(changes) > MOST_CHANGES:
        told = [_change(change, number) for change in changes if change.kind is VariationKind.ALTERED]
        told.append(f"{comparison.shared:.0%} of the words in common with wording {number}")
    return f"{comparison.kind}: {'; '.join(told)}" if comparison.kind in _CLASSED else "; ".join(told)


def _change(change: Change, number: int) -> str:
    first, second = one_line(change.first, 80), one_line(change.second, 80)
    if change.kind is VariationKind.SPELLING:
        return f"“{first}” of wording {number} is spelt “{second}”"
    if change.kind is VariationKind.REORDERED:
        return f"“{second}” stands in another place"
    if not first:
        told = f"this adds “{second}”"
    elif not second:
        told = f"this does not have “{first}”"
    else:
        told = f"where wording {number} has “{first}”, this has “{second}”"
    return f"altered quotation: {told} ({change.why})" if change.kind is VariationKind.ALTERED else told
