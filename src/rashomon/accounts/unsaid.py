"""What claims nothing: contents that nobody has said (``refused to pledge to …``, ``if it was found to have …``), and a report's
own words that only lead up to what somebody says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from rashomon.reading.attributions.stance import Stance, stood
from rashomon.records import Attribution, Reading, Sentence

_ATTITUDE = re.compile(
    r"\b(?:think|thought|believ|want|expect|accept|agree|support|recommend|know|knew)\w*", re.I
)
"""Who *does not think that it was* says that it was not: as a claim that is theirs."""


def unsaid(text: str, attribution: Attribution) -> bool:
    """Whether a cue tells what somebody did not say, or only what might be said: as a claim it is nobody's."""
    stance, cue = stood(text, attribution.cue, attribution.content, attribution.source)
    return stance in (Stance.NOT_SAID, Stance.TAKEN_BACK) and not _ATTITUDE.search(cue)


def cue_starts(reading: Reading) -> list[int]:
    """Where a reading's cues begin, in order: what :func:`leads_up` asks, once a report."""
    return sorted(cue.start for attribution in reading.attributions for cue in attribution.cue)


def leads_up(starts: Sequence[int], sentence: Sentence) -> bool:
    """Whether a sentence is the report's own and has a cue in it; cues begin at ``starts``: ``Lee told this newspaper``."""
    after = bisect_left(starts, sentence.start)
    return sentence.attribution is None and after < len(starts) and starts[after] < sentence.end
