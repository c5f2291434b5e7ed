"""Who is cited for what stands at a place of a report."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.records import Attribution, Span


def cited(span: Span, attributions: Sequence[Attribution]) -> int | None:
    """The attribution with the least content of those whose content holds the span: who is cited for it."""
    holding = [
        (sum(c.end - c.start for c in a.content), n)
        for n, a in enumerate(attributions)
        if any(c.start <= span.start and span.end <= c.end for c in a.content)
    ]
    return min(holding)[1] if holding else None
