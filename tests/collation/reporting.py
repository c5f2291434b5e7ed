"""Reports of our own invention that name people, with readings as if a reader had found the names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.records import (
    Attribution,
    AttributionKind,
    Mention,
    MentionKind,
    Passage,
    Reading,
    Report,
    Span,
    Speaker,
    Voice,
)

PERSON, BODY = MentionKind.PERSON, MentionKind.ORGANISATION

Made = tuple[Report, Reading]


def telling(report: str, text: str, speakers: Sequence[str], others: Sequence[str] = ()) -> Made:
    """A report in which ``speakers`` speak and ``others`` are named; a name in ``<>`` is an organisation's."""
    mentions, said = [], []
    for name in (*speakers, *others):
        kind = BODY if name.startswith("<") else PERSON
        found = list(re.finditer(re.escape(name.strip("<>")), text))
        assert found, f"{name} is not in: {text}"
        mentions += [Mention(kind, m.start(), m.end(), 1.0) for m in found]
        if name in speakers:
            at = Span(*found[0].span())
            speaker = Speaker(name.strip("<>"), "named in the source", kind, at)
            said.append(Attribution((at,), (), (), AttributionKind.INDIRECT, 1.0, speaker))
    mentions.sort(key=lambda m: m.start)
    whole = (Passage(Voice.BODY, 0, len(text)),)
    return Report(report, report, report, text, whole), Reading(
        report, "model", tuple(mentions), tuple(said), ()
    )
