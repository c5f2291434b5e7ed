"""Versions: the same address captured twice with another text, and what was added, removed and changed, sentence by sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from rashomon.collation.wordings.differing import Witness, witness
from rashomon.collation.wordings.rewritten import changes
from rashomon.collation.wordings.variation import shared, sharpest, variations
from rashomon.collation.wordings.wordforms import quoted_spans
from rashomon.records import OWN_VOICES, Reading, Report, Sentence, Span, Variation
from rashomon.records.copies import Revision, RevisionKind, Version
from rashomon.reports.published import in_words

CHANGED = 0.5
"""Share of words in common from which a sentence that stands in the place of another is that one, changed. Set by hand."""

_ENDED = re.compile(r"[.!?…:][\"'”’»)]*\s*\Z|\n")
_UPDATED = re.compile(
    r"^[^\S\n]{0,8}(?:this (?:article|page|report|story) was )?(?:last )?(?:updated|modified|corrected|amended)"
    r"(?: (?:on|at))?:?\s(?P<when>[^\n]{6,60})$",
    re.IGNORECASE | re.MULTILINE,
)
TELLS_OF_EARLIER = re.compile(
    r"\b(?:an?|the|our|its|this)\s+(?:earlier|previous|original|first)\s+(?:version|edition)\b"
    r"|\b(?:earlier|previous)\s+versions\s+of\s+th(?:is|e)\b|\bearlier\s+we\s+(?:said|reported|wrote)\b",
    re.IGNORECASE,
)
"""Words by which a page tells what it said before."""

_TRACKING = re.compile(r"utm_.*|fbclid|gclid|mc_[ce]id|igshid", re.IGNORECASE)


def versions(
    reports: Iterable[Report], readings: Iterable[Reading], captured: Mapping[str, str | None]
) -> tuple[Version, ...]:
    """Each report that has taken the place of another at its address, beside the one before it.

    ``captured`` has the instant (ISO 8601) at which a report's capture was made, by the report's id. Versions stand in
    order of that, then of the published date, unknown last, then of id. Captures that differ in no sentence of the report's own
    voices are not told. Given in order of address.
    """
    by_id = {reading.report: reading for reading in readings}
    at: defaultdict[str, list[Report]] = defaultdict(list)
    for report in reports:
        if report.address and (address := place(report.address)):
            at[address].append(report)
    found = []
    for address, group in sorted(at.items()):
        page = {r.id: r for r in group}
        ordered = in_order((captured.get(r.id), r.published, r.id, r.text) for r in group)
        for earlier, later in pairwise(page[id_] for id_ in ordered):
            told = revisions(earlier, by_id[earlier.id], later, by_id[later.id])
            if told:
                found.append(Version(address, later.id, earlier.id, told))
    return tuple(found)


def in_order(page: Iterable[tuple[str | None, str | None, str, str]]) -> list[str]:
    """The reports of one page, the first version first; of each is given when it was captured, its date, its id and its text.

    Where the page tells a day of each, and of one that it was updated, those days decide, as a file's time may be anything; then
    whose text tells what an earlier version said comes behind those that do not; else the instants of capture, and then
    the dates, unknown last.
    """
    versions_ = list(page)
    told = {id_: updated(text) for _, _, id_, text in versions_}
    days = {id_: told[id_] or published for _, published, id_, _ in versions_}
    telling = any(told.values()) and all(
        day is not None and len(day) == len("2031-04-05") for day in days.values()
    )
    mended = {id_: TELLS_OF_EARLIER.search(text) is not None for _, _, id_, text in versions_}
    return [
        id_
        for _, published, id_, _ in sorted(
            versions_,
            key=lambda v: (
                days[v[2]] or "" if telling else "",
                mended[v[2]],
                v[0] or "~",
                v[1] or "~",
                v[2],
            ),
        )
    ]


def by_version(
    reports: list[str], pages: Mapping[str, str | None], in_order_: Callable[[list[str]], list[str]]
) -> list[str]:
    """The reports, of which those of one page have changed places so that they stand in the order of its versions.

    ``pages`` has the page of each, if any, and ``in_order_`` puts the reports of one page in order.
    """
    found = list(reports)
    together: defaultdict[str, list[int]] = defaultdict(list)
    for at, report in enumerate(reports):
        if (page := pages.get(report)) is not None:
            together[page].append(at)
    for places in together.values():
        if len(places) > 1:
            for at, report in zip(places, in_order_([reports[at] for at in places]), strict=True):
                found[at] = report
    return found


def updated(text: str) -> str | None:
    """The day on which a report's text says that it was updated or corrected, the last that it gives.

    >>> updated("Ferry cut loose\\nUpdated: 6 April 2031, 10:30\\nThe ferry was cut loose."), updated("Updated rules apply.")
    ('2031-04-06', None)
    """
    days = (in_words(match["when"]) for match in _UPDATED.finditer(text))
    return max((day for day in days if day is not None), default=None)


def place(address: str) -> str | None:
    """What two addresses of one page have in common; ``None`` for what is no address on the web.

    >>> place("http://www.lantern.example/mill/?utm_source=post#top") == place("https://Lantern.example/mill")
    True
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # a malformed IPv6 host
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    asked = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k)))
    return f"{parts.hostname.removeprefix('www.')}{parts.path.rstrip('/')}" + (f"?{asked}" if asked else "")


def revisions(earlier: Report, read: Reading, later: Report, reread: Reading) -> tuple[Revision, ...]:
    """What changed from one version to the next, in order of the later text; case and punctuation make no difference."""
    old, new = _sentences(earlier, read), _sentences(later, reread)
    before, after = _witnesses(earlier, old), _witnesses(later, new)
    keys, other_keys = ([tuple(word.key for word in w.words) for w in side] for side in (before, after))
    found: list[Revision] = []
    for tag, a, b, c, d in SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = _pairs(before[a:b], after[c:d])
        for i, j in pairs:
            one = None if i is None else old[a + i]
            two = None if j is None else new[c + j]
            differing = () if i is None or j is None else variations(before[a + i], after[c + j])
            if one is None or two is None or differing:
                found.append(_revision(one, two, _end(old, a), _end(new, c), differing, earlier, later))
    return tuple(sorted(found, key=lambda r: (r.later, r.earlier)))


def _sentences(report: Report, reading: Reading) -> list[Sentence]:
    own = [p for p in report.passages if p.voice in OWN_VOICES]
    kept = [s for s in reading.sentences if any(p.start <= s.start and s.end <= p.end for p in own)]
    # What is said inside a content is part of the outer speaker's sentence and a sentence of its own; and where content and
    # cue share a sentence, it stands in pieces.
    whole: list[Sentence] = []
    for sentence in sorted(kept, key=lambda s: (s.start, -s.end)):
        if not whole or not _goes_on(report.text, whole[-1], sentence):
            whole.append(sentence)
        elif sentence.end > whole[-1].end:
            said = (a for a in (whole[-1].attribution, sentence.attribution) if a is not None)
            whole[-1] = Sentence(whole[-1].start, sentence.end, next(said, None))
    return whole


def _goes_on(text: str, first: Sentence, second: Sentence) -> bool:
    """Whether the second is a part of the first, or of the same sentence of the text."""
    if second.start < first.end:
        return True
    return _ENDED.search(text, first.start, second.start) is None


def _witnesses(report: Report, sentences: Sequence[Sentence]) -> list[Witness]:
    quoted = quoted_spans(report)
    return [witness(report.text, s.start, s.end, quoted) for s in sentences]


def _pairs(old: Sequence[Witness], new: Sequence[Witness]) -> list[tuple[int | None, int | None]]:
    """Sentences of which the second is the first one changed, the most alike first, in order; and those without a partner."""
    alike = sorted(
        (
            (-share, i, j)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
            if (share := shared(one, other)) >= CHANGED
        )
    )
    partner: dict[int, int] = {}
    for _, i, j in alike:
        if i not in partner and j not in partner.values():
            partner[i] = j
    pairs: list[tuple[int | None, int | None]] = [(i, partner.get(i)) for i in range(len(old))]
    return pairs + [(None, j) for j in range(len(new)) if j not in partner.values()]


def _end(sentences: Sequence[Sentence], before: int) -> Span:
    """The place after the sentence before, which holds nothing."""
    at = sentences[before - 1].end if before else 0
    return Span(at, at)


def _revision(
    one: Sentence | None,
    two: Sentence | None,
    before: Span,
    after: Span,
    differing: Sequence[Variation],
    earlier: Report,
    later: Report,
) -> Revision:
    told = two or one
    assert told is not None
    said = " of what somebody is reported to have said" if told.attribution is not None else ""
    old = before if one is None else Span(one.start, one.end)
    new = after if two is None else Span(two.start, two.end)
    if one is None:
        return Revision(
            RevisionKind.ADDED, old, new, told.attribution, None, f"a sentence{said}, not there before"
        )
    if two is None:
        return Revision(
            RevisionKind.REMOVED, old, new, told.attribution, None, f"a sentence{said}, no longer there"
        )
    became = changes(differing, earlier.text, later.text)
    return Revision(
        RevisionKind.CHANGED, old, new, told.attribution, sharpest(differing), f"a sentence{said}: {became}"
    )
