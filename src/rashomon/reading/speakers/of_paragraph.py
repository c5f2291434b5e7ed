"""*He* is hardly somebody whom his paragraph does not name, where it begins a sentence with another: *Kalas left at noon. He told
them so* of a report in which his lawyer spoke last.
"""

from __future__ import annotations

from rashomon.reading.names.people import plain
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import eligible, of_other_gender
from rashomon.reading.speakers.scene import Scene
from rashomon.records import MentionKind, Speaker

_FAR = 2_000
"""Characters of a paragraph that are looked at."""


def of_paragraph(scene: Scene, asked: Asked, meant: Speaker) -> Speaker:
    """Whom a pronoun is led to, or the one person who begins a sentence before it in the narration of a paragraph that does not
    name ``meant``; nobody where there are several.

    Of 220 training articles of PolNeAR five have such a pronoun; all five mean who begins the sentence.
    """
    source = asked.at
    start = max(scene.text.rfind("\n", 0, source.start) + 1, source.start - _FAR)
    here = [(c, m) for c, m in scene.stage.named_between(start, source.start) if c.kind is MentionKind.PERSON]
    if any(c.name == meant.name for c, _ in here):
        return meant
    told = {
        c.name: c
        for c, m in here
        if c.name not in asked.barred | asked.out
        and scene.stage.begins(m)
        and not scene.stage.quoted(m)
        and not of_other_gender(scene.stage, asked.gender, c)
    }
    if not told:
        return meant
    pronoun = plain(scene.words(source))
    one = next(iter(told.values())) if len(told) == 1 else None
    if one is None or all(c.name != one.name for c in eligible(scene.stage, asked)):
        return Speaker(None, f"“{pronoun}”: {meant.name} is not named in its paragraph, and others are")
    why = f"“{pronoun}” for {one.name}, who begins a sentence of its paragraph, which does not name {meant.name}"
    return Speaker(one.name, why, MentionKind.PERSON, one.at)
