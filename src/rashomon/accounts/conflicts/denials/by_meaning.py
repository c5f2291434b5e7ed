"""Denials that name what they deny (*denied that live rounds were used*), tied to whoever else in the story says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.conflicts.denials.another_count import contests_another_count
from rashomon.accounts.conflicts.denials.claimants import contradicts, doubts_too, one_surname
from rashomon.accounts.conflicts.denials.named_otherwise import named_otherwise
from rashomon.accounts.conflicts.denials.same_matter import (
    accuses_denier,
    admits,
    answered,
    same_matter,
    says_all,
)
from rashomon.accounts.conflicts.denials.stretches import Said, Ties, between, text_of_said
from rashomon.accounts.told import Told, cited_as
from rashomon.collation.statements.claims import says_no
from rashomon.records import overlap, text_of

_OF_ONESELF = re.compile(
    r"^\W*(?:(?:any|all|having|his|her|their|its|direct|criminal|personal)\s+)*(?:\w+\s+){0,1}?(?:involvement|wrongdoing|role|part|knowledge"
    r"|responsibility|complicity|guilt|misconduct|collusion|links?|ties|connections?)\b",
    re.I,
)
"""What somebody denies of themselves: ``any involvement in …``. Whoever claims it names them, and accuses them."""

_ACCUSES = re.compile(
    r"\b(?:accus|alleg|charg|suspect|blam|involv|implicat|guilt|respons|complicit|collu|role|behind|order|knew|conspir|admit|confess"
    r"|part|commit)\w*",
    re.I,
)

#: Cosine of what is denied and what another says from which they are taken for the same matter. Set on the development
#: articles of PolNeAR: of the ties above it that were read, four in five were of one matter.
ALIKE = 0.55

#: Cosine from which a claim that names whoever denies, and tells of the same deed, is of the matter: that both are told is the
#: evidence, this only keeps out what is of another day altogether. Set on stories of our own.
NEAR = 0.3


def tied_by_meaning(told: Told, denial: Said, denied: NDArray[np.float32], claims: Sequence[Said]) -> Ties:
    """Whoever else says what is denied, the likest first, a sentence a report."""
    scored = []
    words, denier = text_of_said(told, denial), _denier_names(told, denial)
    for s in claims:
        if (
            s.vector is None
            or s.who == denial.who
            or one_surname(told, s, denial)
            or (s.report == denial.report and overlap(s.span, denial.span))
        ):
            continue
        alike, cited = float(denied @ s.vector), s.attribution is not None
        if alike >= ALIKE and same_matter(words, text_of_said(told, s), alike, cited):
            why = f"of one meaning with what is denied (cosine {alike:.2f})"
        elif alike >= NEAR and cited and accuses_denier(words, text_of_said(told, s), denier):
            why = f"it tells of the same deed, and names whoever denies it (cosine {alike:.2f})"
        elif alike >= NEAR and cited and says_all(words, text_of_said(told, s)):
            why = f"it has every word of what is denied (cosine {alike:.2f})"
        elif alike >= NEAR and cited and admits(words, text_of_said(told, s), _cue(told, s)):
            why = f"it admits what is denied, in words of it (cosine {alike:.2f})"
        elif alike >= NEAR and cited and answered(words, text_of_said(told, s), between(told, s, denial)):
            why = f"it tells of the same deed, right before the denial (cosine {alike:.2f})"
        else:
            continue
        if _asserts(told, denial, s):
            scored.append((alike, s, why))
    best: dict[int, tuple[Said, float, str]] = {}
    for alike, s, why in sorted(scored, key=lambda x: (-x[0], x[1].report, x[1].span)):
        best.setdefault(s.report, (s, round(alike, 3), why))
    return list(best.values())


def _cue(told: Told, said: Said) -> str:
    reading = told.readings[said.report]
    cue = () if said.attribution is None else reading.attributions[said.attribution].cue
    return text_of(told.reports[said.report].text, cue)


def _denier_names(told: Told, denial: Said) -> frozenset[str]:
    """The names in the words for whoever denies: of ``the Front’s spokesman, Amir Dolen`` also the Front’s."""
    if denial.attribution is None:
        return frozenset()
    report, reading = told.reports[denial.report], told.readings[denial.report]
    a = reading.attributions[denial.attribution]
    words = " ".join([*(report.text[s.start : s.end] for s in a.source), a.speaker.name or ""])
    return frozenset(w for w in re.findall(r"[^\W\d_]+", words) if w[0].isupper() and len(w) > 2) - {"The"}


def _asserts(told: Told, denial: Said, claim: Said) -> bool:
    """Whether a claim can say what is denied: it says no only where that does, gives no other number, tells of nobody else by
    name, and names whom it is denied of.
    """
    readings = told.readings
    if contests_another_count(readings[denial.report], denial.span, readings[claim.report], claim.span):
        return False
    denied, claimed = (told.reports[s.report].text[s.span.start : s.span.end] for s in (denial, claim))
    if (says_no(claimed) and not says_no(denied)) or named_otherwise(denied, claimed):
        return False
    if (contradicts(claimed) and not contradicts(denied)) or doubts_too(denied, claimed):
        return False
    if _OF_ONESELF.match(denied) is None or denial.attribution is None:
        return True
    report, reading = told.reports[denial.report], told.readings[denial.report]
    denier = cited_as(report, reading.attributions[denial.attribution])
    names = {word.lower() for word in re.findall(r"[^\W\d_]+", denier) if word[0].isupper()}
    named = not names or not names.isdisjoint(word.lower() for word in re.findall(r"[^\W\d_]+", claimed))
    return named and _ACCUSES.search(claimed) is not None
