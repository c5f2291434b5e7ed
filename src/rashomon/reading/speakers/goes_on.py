"""*“…,” he said* of whoever spoke right before, where the scorer is not sure enough: names within the quotation itself, or one
that the model takes for a person's, have shared the odds with them.

Only of a quotation: in a retold content (*Ms. Varga left early, she said*) the name may be the speaker's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.persons.people import plain
from rashomon.reading.names.words.roles import NOUNS, OF_ANYBODY
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import eligible, of_other_gender
from rashomon.reading.speakers.narration import narration
from rashomon.reading.speakers.scene import Scene
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import AttributionKind, MentionKind, Span, Speaker

_FAR = 900
"""Characters between who spoke and *he* that are looked at: a paragraph with a long quotation."""
_SOMEBODY = re.compile(
    rf"\b(?:the|an?|another|one|his|her|their)\s+(?:[a-z][\w’'-]{{1,20}}\s+){{0,3}}?{any_of(NOUNS | OF_ANYBODY)}\b",
    re.I,
)
"""One person without a name."""


def goes_on(scene: Scene, number: int, asked: Asked, before: Sequence[Speaker]) -> Speaker | None:
    """Who spoke last, in the same paragraph or the one before, if a quotation goes on and nobody else has come up since."""
    f = scene.found[number]
    if asked.gender is None or f.inside is not None or f.kind is not AttributionKind.DIRECT or asked.stranger:
        return None
    last = next((n for n in range(number - 1, -1, -1) if scene.found[n].inside is None), None)
    if last is None or not scene.found[last].source:
        return None
    spoke, said = before[last], scene.found[last].source[0]
    if spoke.name is None or spoke.kind is not MentionKind.PERSON or spoke.name in asked.barred:
        return None
    at = asked.at.start
    if not 0 < at - said.end <= _FAR or scene.stage.paragraph(at) - scene.stage.paragraph(said.start) > 1:
        return None
    meant = next((c for c in eligible(scene.stage, asked) if c.name == spoke.name), None)
    if meant is None or of_other_gender(scene.stage, asked.gender, meant):
        return None
    if any(
        _may_be_another(scene, piece, spoke.name)
        for piece in narration(scene, last, number, Span(said.end, at))
    ):
        return None
    pronoun = plain(scene.words(asked.at))
    why = f"“{pronoun}” for {spoke.name}, who spoke right before, and nobody else is told of since"
    return Speaker(spoke.name, why, MentionKind.PERSON, meant.at)


def _may_be_another(scene: Scene, told: Span, name: str) -> bool:
    """Whether a piece of the narration names a person besides this one, calls one by a noun, or has another pronoun of one."""
    named = scene.stage.named_between(told.start, told.end)
    if any(c.kind is MentionKind.PERSON and c.name != name for c, _ in named):
        return True
    return _SOMEBODY.search(scene.text, told.start, told.end) is not None
