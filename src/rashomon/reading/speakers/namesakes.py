"""Where a report has several of one surname: what stands beside *Kerr* or *he* that tells against one of them.

*Judge Anna Kerr sentenced Tom Kerr. Kerr said he was innocent*: she is no *he*, and whom she sentenced may well speak next.
*A young engineer called Kerr … he said*: one of the Kerrs, whoever else is named further up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.reading.names.persons.people import GENDER, Person, bare_name
from rashomon.reading.speakers.antecedent_features import first_name_lean
from rashomon.reading.speakers.antecedents import SURE_LEAN
from rashomon.reading.speakers.scene import Scene
from rashomon.reading.text.conjugation import Form, forms
from rashomon.reading.text.words_of_speech import DENYING, REPORTING, any_of
from rashomon.records import Span

_OF_SELF = re.compile(
    rf"\s+(?:(?:also|later|then|has|had)\s+){{0,2}}{any_of(forms(REPORTING | DENYING, Form.FINITE))}(?:\s+on\s+\w+day)?"
    r"(?:\s+that)?\s+(?P<who>he|she)\b"
)
"""Behind who speaks, *said he*: most speak of themselves so."""
_ACTS_ON = re.compile(
    r"\b(?:sentenc|jail|fin|convict|acquitt|order|bann|charg|sue|accus|arrest|indict|prosecut|fir|dismiss|sack|suspend|expell)ed\b"
)
"""What one does to somebody who is then asked."""
_FAR = 2_000
"""Characters of a paragraph that are looked at."""


def gender_of(person: Person) -> str | None:
    """Somebody's gender by title or kin, else by a given name that all but always goes with one."""
    lean = first_name_lean(person.name)
    return person.gender or (None if abs(lean) < SURE_LEAN else "m" if lean > 0 else "f")


def told_against(scene: Scene, at: Span, person: Person, fits: Sequence[Person]) -> bool:
    """Whether a surname at ``at`` hardly means this one of those who bear it: the words behind tell of the other gender, or this
    one spoke last by acting on another of the name.
    """
    itself = _OF_SELF.match(scene.text, at.end, at.end + 80)
    if itself is not None and gender_of(person) not in (None, GENDER[itself["who"]]):
        return True
    if not scene.spoke or scene.spoke[0][0] != person.name:
        return False
    said = scene.spoke[0][1]
    acts = _ACTS_ON.search(scene.text, said, min(at.start, said + 300))
    others = (m for p in fits if p.name != person.name for m in p.mentions)
    return acts is not None and any(acts.end() <= m.start < at.start for m in others)


def bearers_before(scene: Scene, at: int) -> Sequence[Person]:
    """Those of whom the last name in the narration of a paragraph before an offset may be, where that is a surname of several;
    else nobody.
    """
    start = max(scene.text.rfind("\n", 0, at) + 1, at - _FAR)
    named = [m for m in scene.people_in(Span(start, at)) if not scene.stage.around(Span(m.start, m.end))]
    if not named:
        return []
    fits = scene.persons_by_name.candidates(bare_name(scene.text, named[-1].start, named[-1].end)[0])
    return fits if len(fits) > 1 else []


def of_gender(fits: Sequence[Person], gender: str | None) -> Person | None:
    """The one of several who is of a gender, where all the others are of the other."""
    same = [p for p in fits if gender_of(p) == gender]
    others = [p for p in fits if gender_of(p) not in (None, gender)]
    return same[0] if gender is not None and len(same) == 1 and len(others) == len(fits) - 1 else None
