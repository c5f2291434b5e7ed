"""Every noun of Rashomon as a frozen record.

Records carry no behaviour and import nothing but the standard library, so that any stage, engine or
ledger may hold them. Offsets always count Unicode code points of ``Report.text`` and are half-open:
``text[start:end]``. What stands in some of them, and which characters two share, is asked of :func:`text_of`,
:func:`line_of`, :func:`overlap` and :func:`shared` everywhere. ``None`` means *not known*; an empty tuple means *not expressed*.

Copies and versions are in :mod:`.copies`, what stories rest on in :mod:`rashomon.accounts.records`.
"""

from __future__ import annotations

from rashomon.records.collated import (
    Entity,
    EntityAffiliation,
    EntityEvidence,
    Statement,
    Story,
    Variation,
    VariationKind,
    Wording,
)
from rashomon.records.corrections import Correction, CorrectionKind
from rashomon.records.readings import (
    Affiliation,
    Attribution,
    AttributionKind,
    Circumstance,
    CircumstanceKind,
    DateExpression,
    Figure,
    Link,
    LinkKind,
    Mention,
    MentionKind,
    PartConfidence,
    Reading,
    Relation,
    Sentence,
    SourceKind,
    Speaker,
)
from rashomon.records.reports import (
    NOTED,
    OWN_VOICES,
    VOICES_APART,
    Capture,
    Passage,
    Problem,
    Report,
    Span,
    Stretch,
    Voice,
    line_of,
    overlap,
    shared,
    text_of,
)

__all__ = [
    "NOTED",
    "OWN_VOICES",
    "VOICES_APART",
    "Affiliation",
    "Attribution",
    "AttributionKind",
    "Capture",
    "Circumstance",
    "CircumstanceKind",
    "Correction",
    "CorrectionKind",
    "DateExpression",
    "Entity",
    "EntityAffiliation",
    "EntityEvidence",
    "Figure",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "PartConfidence",
    "Passage",
    "Problem",
    "Reading",
    "Relation",
    "Report",
    "Sentence",
    "SourceKind",
    "Span",
    "Speaker",
    "Statement",
    "Story",
    "Stretch",
    "Variation",
    "VariationKind",
    "Voice",
    "Wording",
    "line_of",
    "overlap",
    "shared",
    "text_of",
]
