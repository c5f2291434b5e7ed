"""Whom a paragraph tells of before *he*, which may be another than the scorer finds likeliest.

*He* is hardly somebody whom his paragraph does not name, where it begins a sentence with another: *Kalas left at noon. He told
them so* of a report in which his lawyer spoke last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.persons.people import GENDER, plain
from rashomon.reading.speakers.antecedent_features import Asked
from rashomon.reading.speakers.antecedents import eligible, of_other_gender
from rashomon.reading.speakers.scene import Scene
from rashomon.reading.text.around import sentence_around
from rashomon.records import AttributionKind, MentionKind, Span, Speaker

_SENTENCE_BEFORE = re.compile(
    r"(?:\A|\n|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))(?P<sentence>[^.!?\n“”\"]{5,250}[.!?])\s+\Z"
)
"""The sentence of the report's own right before a quotation."""
_BACK = 300
"""Characters before a quotation in which it begins."""
_LEADS = re.compile(
    r"[\s“\"]*(?:(?!(?:after|although|as|at|because|before|by|during|for|from|I|if|in|like|of|on|since|that|though|to|under|unlike|we|when"
    r"|where|while|with)\b)[\w’'.-]+,?\s+){0,4}",
    re.I,
)
"""What stands before the subject of a sentence and makes no clause of its own: a title, *His opponent,*."""
_ASKS = re.compile(
    r",?\s+(?:\w+ly\s+|then\s+|also\s+)?(?:ask|question|press|quizz?|interview|challeng|confront)(?:e?[sd]|es|ed)?\b"
)
"""Behind the name of somebody whom another may answer: *Lind asked about it. “No,” he said.*"""
_PASSIVE_OR_BEFORE = re.compile(
    r",?\s+(?:had|(?:(?:has|have)\s+been|was|were|is|are)\s+(?:\w+ly\s+)?(?!(?:asked|pressed|questioned)\b)\w+(?:ed|en|ght|ld|lt|nt|ot|own))\b"
)
"""Behind the name of somebody to whom something was done, of which others speak, or who had gone before."""
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
    surname = (meant.name or "").rpartition(" ")[2]
    paragraph = scene.text[start : source.start]
    if any(c.name == meant.name for c, _ in here) or re.search(rf"\b{re.escape(surname)}\b", paragraph):
        return meant  # "Mrs. Marn" too, where there are two of that name
    told = {
        c.name: c
        for c, m in here
        if c.name not in asked.barred | asked.out
        and _is_subject(scene, m)
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


def of_sentence_before(scene: Scene, number: int, asked: Asked) -> Speaker | None:
    """Who begins the sentence right before a quotation of *he*, if it names nobody else: *Brell laughs. “Ask him,” he says.*

    In 220 training articles of PolNeAR 22 quotations stand behind a sentence whose first words name one person alone (*Footage of
    Kerr* too, which is left out here). The scorer leads 18 of them to that person, one to another and three to nobody: these
    four, read by hand, are that person's; the 18 were not looked at.
    """
    f, source = scene.found[number], asked.at
    if f.kind is not AttributionKind.DIRECT or not f.content or f.content[0].end > source.start:
        return None
    at = f.content[0].start
    before = _SENTENCE_BEFORE.search(scene.text[max(0, at - _BACK) : at])
    if before is None:
        return None
    here = [
        (c, m)
        for c, m in scene.stage.named_between(max(0, at - _BACK) + before.start("sentence"), at)
        if c.kind is MentionKind.PERSON
    ]
    if not here:
        return None
    one, first = here[0]
    if any(c.name != one.name and not _is_whose(scene.text, first, m) for c, m in here):
        return None
    if _PASSIVE_OR_BEFORE.match(scene.text, first.end) or _is_told_of(scene, asked, f.content):
        return None
    if " " not in one.name and not (one.gender or one.all_titles):
        return None  # "Millennials love it."
    owns = scene.text[first.end : first.end + 2] in ("’s", "'s") or _ASKS.match(scene.text, first.end)
    if (
        owns
        or not _is_subject(scene, first)
        or one.name in asked.barred | asked.out
        or of_other_gender(scene.stage, asked.gender, one)
        or all(c.name != one.name for c in eligible(scene.stage, asked))
    ):
        return None
    why = f"“{plain(scene.words(source))}” for {one.name}, who begins the sentence before the quotation"
    return Speaker(one.name, why, MentionKind.PERSON, one.at)


def _is_whose(text: str, first: Span, other: Span) -> bool:
    """Whether another is named only as whose the first is: *Lund, | Kerr*’s *lawyer, is coming down the steps*."""
    between, behind = text[first.end : other.start], text[other.start : other.end + 2]
    return between.strip() == "," and (behind.endswith(("’s", "'s")) or behind[:-2].endswith(("’s", "'s")))


def _is_told_of(scene: Scene, asked: Asked, content: Sequence[Span]) -> bool:
    """Whether what is said begins with another *he*, of whom the sentence before tells: *“He ran well,” he said.*"""
    first = re.match(r"\W*(\w+)", scene.text[content[0].start : content[0].end])
    return first is not None and GENDER.get(first[1].lower()) == asked.gender


def _is_subject(scene: Scene, mention: Span) -> bool:
    """Whether a name begins its sentence as the subject: of *When I mention Brell he laughs* Brell is not."""
    start = sentence_around(scene.text, mention.start, mention.end)[0]
    return scene.stage.begins(mention) and _LEADS.fullmatch(scene.text, start, mention.start) is not None
