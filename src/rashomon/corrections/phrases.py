"""A correction in words, as far as a line holds it: for lists of decisions, wherever they are shown."""

from __future__ import annotations

from rashomon.corrections import imprint, shape, targets
from rashomon.records import Correction, CorrectionKind
from rashomon.visible import beginning

MOST_WORDS = 80
"""Characters shown of what a decision is about."""


def in_words(correction: Correction) -> str:
    """What a decision is about, and what it puts in its place, as far as a line holds it."""
    if (report := targets.report(correction.target)) is not None:
        return _described(correction, report)
    old, new = shape.loaded(correction.old), shape.loaded(correction.new)
    place = targets.place(correction.target)
    if place is None or place.kind != targets.ATTRIBUTION:
        return _across(correction)
    said = " … ".join(words for _, words in shape.quoted(old, "content") or ())
    about = f"report {place.report[:8]}: “{_cut(said)}”" if said else correction.target
    named = shape.speaker(new)
    if named is not None:
        was = (shape.speaker(old) or (None, None))[0]
        return f"{about}, speaker {named[0] or 'not known'}, was {was or 'not known'}"
    parts = [
        f"{part} “{_cut(' … '.join(words for _, words in quoted))}”" if quoted else f"no {part}"
        for part in shape.PARTS
        if (quoted := shape.quoted(new, part)) is not None
    ]
    return ", ".join([about, *parts])


def _described(c: Correction, report: str) -> str:
    """A decision about a report itself: that it is out, or each part and what it was."""
    if c.kind is CorrectionKind.REJECT:
        title = imprint.loaded(c.old).get("title")
        return f"report {report[:8]}{f' {_part(title)}' if title else ''} does not belong in this ledger"
    was = imprint.loaded(c.old)
    parts = [
        f"{part} {_part(now)}, was {_part(was.get(part))}" for part, now in imprint.loaded(c.new).items()
    ]
    return "; ".join([f"report {report[:8]}: {parts[0]}", *parts[1:]]) if parts else c.target


def _part(value: str | tuple[str, ...] | None) -> str:
    words = value if isinstance(value, str) else " and ".join(value or ())
    return f"“{_cut(words)}”" if words else "not known"


def _across(c: Correction) -> str:
    """A decision about people, statements or stories, or another decision."""
    here, was, now, parting = _meant(c.target), _meant(c.old), _meant(c.new), _parting(c)
    match c.kind:
        case CorrectionKind.MERGE if here and now:
            titles = f" ({_cut(c.old)})" if c.old and not was else ""
            return f"{here} and {now} are one{titles}"
        case CorrectionKind.SPLIT if here and was:
            return f"{here} is not the same as {was}"
        case CorrectionKind.ACCEPT if parting:
            return f"{parting}: accounts part there"
        case CorrectionKind.REJECT if parting:
            return f"{parting}: accounts do not part there"
        case CorrectionKind.ACCEPT if here:
            return f"{here} is the one that it is taken for"
    return c.target if c.old is None else f"{c.target} ({_cut(c.old)})"


def _meant(target: str | None) -> str | None:
    """What a target of people, statements or stories points at; ``None`` where it is none of these."""
    if (named := targets.entity(target)) is not None:
        return f"“{_cut(named[1])}” of report {named[0][:8]}"
    if (report := targets.story(target)) is not None:
        return f"the story of report {report[:8]}"
    if (at := targets.place(target)) is not None and at.kind == targets.WORDING:
        return f"what report {at.report[:8]} has at characters {at.span.start} to {at.span.end}"
    return None


def _parting(c: Correction) -> str | None:
    """What a decision about a conflict is about: its kind, what that was about, and the reports on its sides."""
    at = targets.conflict(c.target)
    if at is None:
        return None
    reports = dict.fromkeys(report[:8] for report, _ in at.members)
    return f"{at.kind} “{_cut(c.old or '')}” of {', '.join(list(reports)[:4])}"


def _cut(words: str) -> str:
    one = " ".join(words.split())
    return beginning(one, MOST_WORDS)
