"""What the tagger now and then gets wrong although the words beside tell: the order in which that is mended."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.attributions.mended.apposed import with_apposed, with_name_behind, without_day
from rashomon.reading.attributions.mended.contents import (
    as_its_marks,
    completed,
    introduced,
    unsaid_before,
    without_narration,
    without_question,
)
from rashomon.reading.attributions.mended.sources import (
    as_quoted,
    as_sent,
    told_behind_colon,
    with_asker,
    with_noun,
    with_owned,
    with_subject,
    with_unnamed,
    with_verb_first,
    without_loose_ends,
    without_told,
)
from rashomon.reading.text.quotations import Quotation


def repaired(text: str, found: Sequence[Found], marks: Sequence[Quotation]) -> list[Found]:
    """The attributions with their sources, cues and contents as the words beside tell them."""
    out = []
    for f in found:
        f = with_verb_first(text, f, marks)
        f = as_sent(text, f)
        f = as_its_marks(text, f, marks)
        f = with_unnamed(text, f, marks)
        f = as_quoted(text, f, marks)
        f = introduced(text, f, marks)
        f = with_apposed(text, f, marks)
        f = without_day(text, f)
        f = without_question(text, f)
        f = with_owned(text, f)
        f = without_loose_ends(text, f)
        f = with_noun(text, f)
        f = without_narration(text, f, marks)
        if unsaid_before(text, f) or told_behind_colon(text, f):
            continue
        f = with_subject(text, f)
        f = with_name_behind(text, f)
        f = without_told(text, f)
        f = with_asker(text, f)
        out.append(f)
    return completed(text, out, marks)
