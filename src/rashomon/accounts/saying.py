"""How a wording is listed: whose words it is, its stance and cue, the rest of a sentence that its cue divides, and the other of
its quotation marks.

Every list of what people said goes by this, in the room, the dossier and the terminal, so that none of them shows another's
words under a name, what somebody denies or would not confirm as what they say, or half a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.collation.sentences.likeness import profile
from rashomon.reading.attributions.stance import NOT_HELD, Stance, Stood, stance, with_cue
from rashomon.reading.names.joint import together
from rashomon.reading.text.sentences import sentences
from rashomon.records import Attribution, Span, overlap

#: Characters between two contents of one attribution, and of a sentence on either side of it, that are looked at: a frame
#: (“, said the ministry's spokesman on Monday,”) is shorter, and so is nearly every sentence.
_FRAME, _SENTENCE = 240, 600

#: Longer words than these say something by themselves.
_LONG = 40

_EDGES = ' \t\r\n\u00a0,;:–—-"“”„«»‹›‘’'


@dataclass(frozen=True, slots=True)
class Saying:
    """What is told about a wording where it is listed.

    ``named`` where its report gives a name to whoever says it; ``joint`` are those who say it together, by their names, empty
    where they are not several; ``source`` is the report's words for them, empty where there are none. ``stance`` is what they do
    with it by their ``cue`` (see :mod:`rashomon.reading.attributions.stance`), ``None`` in the report's own words. ``before``
    and ``after`` are the other parts of a sentence that the words of the attribution divide (“The delta,” *he said,* “would
    have flooded”); ``lesser`` where another part is the longest of them. ``marks`` are the quotation marks right before and
    right behind the words, where these hold only the other of a pair (the sea is “calm*”*): a wording ends before a mark.
    """

    named: bool = False
    source: str = ""
    stance: Stance | None = None
    cue: str = ""
    before: str = ""
    after: str = ""
    lesser: bool = False
    marks: tuple[str, str] = ("", "")
    joint: str = ""

    @property
    def ahead(self) -> str:
        """The cue that has to stand before the words, empty where they are what was said."""
        return "" if self.stance in (None, Stance.SAID) else self.cue

    @property
    def held(self) -> bool:
        """Whether somebody stands by the words, as the report tells it: not what is denied, not said or taken back."""
        return self.stance not in NOT_HELD

    def whole(self, words: str) -> str:
        """A wording's words with all that belongs to them.

        >>> Saying(stance=Stance.DENIED, cue="denied", after="had been shut").whole("The sluice")
        'denied: The sluice … had been shut'
        """
        words = words.join(self.marks)
        return with_cue(self.ahead, " … ".join(part for part in (self.before, words, self.after) if part))


def saying(
    text: str,
    wording: Span,
    name: str | None,
    source: str,
    stood: Stood,
    content: Sequence[Span],
    joint: str = "",
) -> Saying:
    """What is told about a wording of a report's text by its attribution: the speaker's ``name``, the words of its ``source``,
    how it is ``stood`` to, the spans of its ``content``, and the names of those who say it together."""
    before, after, lesser = divided(text, content, wording) if len(content) > 1 else ("", "", False)
    opening, closing = _lacking(text[wording.start : wording.end])
    # Of a straight mark nothing tells whether it opens or closes but where its other one stands.
    if opening and text[max(0, wording.start - 1) : wording.start] != opening:
        opening = ""
    if closing and text[wording.end : wording.end + 1] != closing:
        closing = ""
    return Saying(
        name is not None, source, stood.stance, stood.cue, before, after, lesser, (opening, closing), joint
    )


def told_of(text: str, attributions: Sequence[Attribution], words: Span, at: int | None) -> Saying:
    """What is told about words of a report's text that stand in one of its attributions, or in none."""
    if at is None:
        return Saying()
    a = attributions[at]
    source = " … ".join(text[s.start : s.end] for s in a.source)
    several = together(text, a.joint_speakers)
    return saying(text, words, a.speaker.name, source, stance(text, attributions, at), a.content, several)


def _lacking(words: str) -> tuple[str, str]:
    """The mark that would open a quotation which only closes in these words, and the one that would close what only opens."""
    opening = closing = ""
    for one, other in ("“”", "«»", "‹›"):
        opening = one if words.find(other) != -1 and one not in words.partition(other)[0] else opening
        closing = other if words.rfind(one) != -1 and other not in words.rpartition(one)[2] else closing
    if words.count('"') % 2:
        opening, closing = opening or '"', closing or '"'
    return opening, closing


def divided(text: str, content: Sequence[Span], wording: Span) -> tuple[str, str, bool]:
    """The other parts of a wording's sentence, before it and after it, where its attribution's words stand between them;
    and whether one of them is longer.

    >>> text = '“The delta,” he said on Monday, “would have flooded. Twice.”'
    >>> divided(text, [Span(0, 12), Span(32, 60)], Span(1, 10))
    ('', 'would have flooded.', True)
    >>> divided(text, [Span(0, 12), Span(32, 60)], Span(53, 59))
    ('', '', False)
    """
    at = next((n for n, c in enumerate(content) if c.start <= wording.start and wording.end <= c.end), None)
    if at is None:
        return "", "", False
    first = last = at
    while first and _framed(text, content[first - 1], content[first]):
        first -= 1
    while last + 1 < len(content) and _framed(text, content[last], content[last + 1]):
        last += 1
    low = max(content[first].start, wording.start - _SENTENCE)
    high = min(content[last].end, wording.end + _SENTENCE)
    whole = next((s for s in sentences(text, low, high) if overlap(s, wording)), None)
    if whole is None:
        return "", "", False
    parts = [(max(c.start, whole.start), min(c.end, whole.end)) for c in content]
    before, after = (
        " … ".join(filter(None, (text[a:b].strip(_EDGES) for a, b in side if a < b)))
        for side in (parts[:at], parts[at + 1 :])
    )
    longest = max((b - a for n, (a, b) in enumerate(parts) if n != at), default=0)
    return before, after, longest > wording.end - wording.start


def _framed(text: str, one: Span, other: Span) -> bool:
    """Whether what stands between two contents may be a frame within a sentence: words on the same line, not many."""
    between = text[one.end : other.start]
    return len(between) <= _FRAME and "\n" not in between


def pointing(wordings: Iterable[tuple[str, Saying]]) -> bool:
    """Whether none of a statement's wordings, each with its words, says anything by itself: “it”, “that”, or the lesser part of
    a sentence that is listed with its other part."""
    return not any(not s.lesser and (len(words) > _LONG or profile(words).content) for words, s in wordings)


T = TypeVar("T")


def own(wordings: Sequence[T], told: Callable[[T], Saying]) -> tuple[T, ...]:
    """Those of a known speaker's wordings that a report gives as theirs, by name; all of them where none does.

    In the others somebody whom no report names says the same words, or nobody is named at all.
    """
    return tuple(w for w in wordings if told(w).named) or tuple(wordings)


def by_voice(
    wordings: Sequence[T], told: Callable[[T], Saying], known: bool
) -> list[tuple[str | None, tuple[T, ...]]]:
    """A statement's wordings by whose they are: first its speaker's own, if that is ``known``, with ``None``, then the others, by
    the words for their source."""
    mine = own(wordings, told) if known else ()
    found: dict[str | None, list[T]] = {None: list(mine)} if mine else {}
    for w in () if mine and len(mine) == len(wordings) else wordings:
        if not (mine and told(w).named):
            found.setdefault(told(w).source, []).append(w)
    return [(whose, tuple(of)) for whose, of in found.items()]
