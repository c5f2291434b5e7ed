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
    Sentence,
    Span,
    Speaker,
    Voice,
)

PERSON, BODY = MentionKind.PERSON, MentionKind.ORGANISATION

Made = tuple[Report, Reading]


def telling(
    report: str, text: str, speakers: Sequence[str], others: Sequence[str] = (), quoted: Sequence[str] = ()
) -> Made:
    """A report in which ``speakers`` speak and ``others`` are named; a name in ``<>`` is an organisation's.

    Each part of ``quoted`` is a sentence of the speaker in its place.
    """
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
    places = [text.index(words) for words in quoted]
    sentences = tuple(
        Sentence(at, at + len(words), i) for i, (at, words) in enumerate(zip(places, quoted, strict=True))
    )
    return Report(report, report, report, text, whole), Reading(
        report, "model", tuple(mentions), tuple(said), sentences
    )
