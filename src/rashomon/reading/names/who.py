"""Who may be who speaks, as words alone have it: parts of regular expressions for a pronoun, a name, a description, and people
without an article.

They take what stands beside a verb of saying for its subject; what the subject of any sentence may be is asked of
:class:`rashomon.reading.text.phrases.Sentence`.
"""

from __future__ import annotations

from rashomon.reading.names.words.titles import SHORT_TITLES
from rashomon.reading.text.phrases import DETERMINERS
from rashomon.reading.text.words_of_speech import any_of

WORD = r"[\w’'-]{1,30}"
"""A word, or a name’s."""

PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey)"

_SHORT = rf"(?:{any_of(t.capitalize() for t in SHORT_TITLES)}|[A-ZÀ-Þ])\."
_OF_NAMES = r"(?:(?:de|du|la|van|von|der|al|of|the)\s+){0,2}"
CAPITALS = r"[A-ZÀ-Þ][\w’'-]{0,30}(?:\s+[A-ZÀ-Þ][\w’'-]{0,30}){0,12}"
"""Words with capitals and nothing between."""

NAME = rf"(?:{_SHORT}\s*){{0,3}}[A-ZÀ-Þ][\w’'-]{{0,30}}(?:\s+{_OF_NAMES}(?:{_SHORT}|[A-ZÀ-Þ][\w’'-]{{0,30}})){{0,5}}"
"""Words with capitals: *Kerr*, *Gen. A. B. Kerr of the Osmer Guild*."""

NOBODY_IN_PARTICULAR = frozenset("no each every any such more this all".split())
"""Of the words before nouns those with which nobody says anything, or not the one who is meant (*this week Kerr said*)."""

_DETERMINER = any_of(f"[{d[0].upper()}{d[0]}]{d[1:]}" for d in DETERMINERS - NOBODY_IN_PARTICULAR)
_NO_SUBJECT = rf"(?!(?:he|she|they|it|we|who|which|that)\b){WORD}"
DESCRIBED = rf"{_DETERMINER}\s+(?:{_NO_SUBJECT}\s+){{0,4}}?{_NO_SUBJECT}"
"""*the old keeper*, *two of his aides*: as few words as the rest of the expression lets it."""

PEOPLE = frozenset(
    """
    activists analysts authorities charities critics doctors experts insiders investigators medics monitors observers officials
    opponents others police prosecutors rebels rescuers researchers residents scientists sources supporters survivors villagers
    witnesses
    """.split()
)
"""Those of whom many speak at once, without an article: *residents said*."""

OWNED = rf"{NAME}(?:[’']s?\s+(?:{WORD}\s+){{0,2}}?{WORD})?"
"""A name, or what is somebody’s: *Kerr’s office*."""

WHO = rf"(?:{PRONOUN}|{DESCRIBED}|{OWNED}|{any_of(PEOPLE | {p.capitalize() for p in PEOPLE})})"

NO_NAMES = frozenset(
    "is are was were has have had will would goes go gets wins loses faces begins ends may could must can".split()
)
"""Words of a sentence, which stand in nobody's name: *the inheritance goes to court*."""
