"""*It* right behind what a body has said: ``Avel Marine said that it had lost two ships. It denied that …``

The scorer has met hardly an *it* that means anybody (96 sources in the training articles, nearly all nobody), so this goes by
words alone: the body spoke in the sentence before, and nothing else that could speak is named between. A quotation may go on in
the next paragraph: ``“We are sorry,” it said.``
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.attributions.attributions import Found
from rashomon.reading.names.words.bodies import GROUPS, LED, OWNED
from rashomon.reading.speakers.narration import narration
from rashomon.reading.speakers.scene import Scene
from rashomon.reading.text.words_of_speech import any_of
from rashomon.records import AttributionKind, Mention, MentionKind, Span, Speaker

_NO_BODY = re.compile(
    r"\s+(?:(?:is|was|[’']s)\b(?!\s+(?:(?:not|also|now|still)\s+)?\w+ing\b)"
    r"|(?:(?:has|had|have|will|would|could|may|might|should|must|can|does|did)\s+)?(?:(?:not|also|now|since|already|later)\s+)?"
    r"(?:be|been|seem\w*|appear\w*|emerge\w*|transpire\w*|follow\w*|turn\w*|happen\w*|remain\w*|took|takes?|came|comes?)\b)",
    re.I,
)
"""Behind an *it* that stands for a clause: *it was reported*, *it has emerged*."""
_BODY = any_of(
    GROUPS
    | LED
    | OWNED
    | frozenset(
        """
        report study survey poll inquiry inquest statement letter document review audit ruling article guild charity team panel
        website
        """.split()
    )
)
_MAY_SPEAK = re.compile(
    rf"\b(?:an?|the|its|their|his|her|another|this|that|one)\s+(?:[\w’'-]+\s+){{0,3}}?{_BODY}\b(?!\s+of\b)",
    re.I,
)
"""What may say something too, without a name."""
_PLACED = re.compile(r"\b(?:in|at|near|from|off|to|around|outside)\s+(?:the\s+)?\Z", re.I)
_FAR = 400
"""Characters between a body and *it* that are looked at."""


def it_again(scene: Scene, number: int, source: Span, before: Sequence[Speaker]) -> Speaker | None:
    """The body that spoke last, in the sentence before, and in the same paragraph unless a quotation goes on in the next;
    ``None`` where another may be meant.
    """
    f = scene.found[number]
    quoted = _goes_on_quoted(scene, f, source)
    inside = scene.stage.sentence(source.start) == scene.stage.sentence(max(0, source.start - 2))
    if inside and source.start and not quoted:
        return None  # "and it said": may be anything
    if _NO_BODY.match(scene.text, source.end, source.end + 60) is not None:
        return None
    last = _last(scene.found, number, f.inside)
    if last is None or not scene.found[last].source:
        return None
    spoke, said = before[last], scene.found[last].source[0]
    if spoke.name is None or spoke.kind is MentionKind.PERSON or not 0 < source.start - said.end <= _FAR:
        return None
    at = f.content[0].start if quoted else source.start
    near = scene.stage.sentence(at) - scene.stage.sentence(said.start) <= 1
    if not near or scene.stage.paragraph(at) - scene.stage.paragraph(said.start) > quoted:
        return None
    for told in narration(scene, last, number, Span(said.end, source.start)):
        if any(_may_speak(scene.text, m) for m in scene.mentions_in(told)):
            return None
        if _MAY_SPEAK.search(scene.text, told.start, told.end) is not None:
            return None
    return Speaker(spoke.name, f"“it” for {spoke.name}, who spoke in the sentence before", spoke.kind, said)


def _goes_on_quoted(scene: Scene, f: Found, source: Span) -> bool:
    """Whether *it said* stands right behind a quotation that begins a paragraph, or a sentence behind another."""
    if f.kind is not AttributionKind.DIRECT or not f.content or f.content[0].start > source.start:
        return False
    return not scene.text[f.content[0].end : source.start].strip(" ,")


def _may_speak(text: str, m: Mention) -> bool:
    """Whether a name may be of what says something: a body, or a country that is not told as a place (*in Harn*)."""
    if m.kind is MentionKind.PLACE:
        return _PLACED.search(text, max(0, m.start - 12), m.start) is None
    return m.kind is MentionKind.ORGANISATION


def _last(found: Sequence[Found], number: int, inside: int | None) -> int | None:
    """The attribution before at the same level."""
    return next((n for n in range(number - 1, -1, -1) if found[n].inside == inside), None)
