"""What claims nothing: contents that nobody has said (``refused to pledge to …``, ``if it was found to have …``), and a report's
own words that only lead up to what somebody says.
"""

from __future__ import annotations

import re

from rashomon.records import Attribution, Reading, Sentence

_NOT = re.compile(
    r"(?:\b(?:not|never|cannot)|n[’']t|\b(?:refus|declin|fail)\w*\s+to)\s+(?:\w+ly\s+)?"
    r"(?:pledg|promis|mention|say\b|said\b|tell|told\b|confirm|acknowledg|admit|announc|claim|disclos|reveal|state\b|stated\b"
    r"|deny|denied|disput|discuss|comment)",
    re.I,
)
"""Not *did not think that it was*, which says that it was not."""

_IF = re.compile(r"\b(?:if|unless|whether)\s[^.,;:!?“”\"\n]*$", re.I)

#: Characters before a cue in which its *not*, or its *if*, may stand.
_NOT_BEFORE, _IF_BEFORE = 20, 60


def unsaid(text: str, attribution: Attribution) -> bool:
    """Whether a cue tells what somebody did not say, or only what might be said: as a claim it is nobody's."""
    if not attribution.cue:
        return False
    start, end = attribution.cue[0].start, attribution.cue[-1].end
    if _NOT.search(text, max(0, start - _NOT_BEFORE), end):
        return True
    behind = attribution.content[0].start >= start if attribution.content else False
    # “The lamp was out, she would say if asked” and “if he is late, she said, …” are another matter.
    return behind and _IF.search(text, max(0, start - _IF_BEFORE), start) is not None


def leads_up(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence is the report's own and has a cue in it: ``Lee told this newspaper``."""
    return sentence.attribution is None and any(
        sentence.start <= c.start < sentence.end for a in reading.attributions for c in a.cue
    )
