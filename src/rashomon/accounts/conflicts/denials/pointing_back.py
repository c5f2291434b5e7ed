"""Denials that point back (*denied it*, *…, which she denies*), tied to what stands last before them, said by another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.accounts.conflicts.denials.claimants import asks
from rashomon.accounts.conflicts.denials.named_claimant import claimant_in_full, may_be
from rashomon.accounts.conflicts.denials.stretches import Said, Ties, enclosing
from rashomon.accounts.conflicts.denials.turned_down import is_claim_for
from rashomon.accounts.told import cited_as
from rashomon.records import Reading, Report, text_of

_BESIDE = re.compile(r"\W*(?:which|something(?: that| which)?|an? \w+)\W*", re.I)
"""What points at the words right before alone: *that it burned, which she denies*; *…, a charge he denies*."""

_OF_CLAIMS_TOLD = re.compile(r"\b(?:allegation|accusation|claim|charge|report)s?\W*\Z", re.I)

_ASKED_BETWEEN = re.compile(r"\?[”\"’')]*\s+[^\w\n]*\Z")
"""A question right before a denial is what it points at: *Who is to blame? That is disputed.*"""

_EARLIER = re.compile(r"\b(?:had|earlier|previously|before|at first|initially|until now)\b", re.I)

_OF_NUMBER = re.compile(r"\b(?:figures?|counts?|tolls?|numbers?)\W*$", re.I)
"""What is denied is a number: whoever gave one last gave it."""

_OF_A_CLAIM = re.compile(r"\bclaims?\W*\Z", re.I)

_CLAIMS = re.compile(r"\b(?:accus|alleg|assert|charg|claim|contend|insist|maintain)\w*", re.I)
"""Cues of what may be called a claim where somebody says several things."""

#: Characters between what somebody says and a denial of *her claim* that means it, whatever else she said: a sentence at most.
_RIGHT_BEHIND = 160

#: Characters before a denial that points back in which what it points at is looked for: a paragraph or two.
BACK = 700


def tied_back(denial: Said, said: Sequence[Said], report: Report, reading: Reading) -> Ties:
    """What stands last before a denial in its report, said by another; of voices inside each other the innermost."""
    before = [
        s
        for s in said
        if s.span.end <= denial.span.start
        and denial.span.start - s.span.end <= BACK
        and s.attribution is not None
        and s.attribution != denial.attribution
        and s.who != denial.who
    ]
    if _OF_NUMBER.search(report.text, denial.span.start, denial.span.end):
        before = [s for s in before if _gives_number(reading, s)]
    if _BESIDE.fullmatch(report.text, denial.span.start, denial.span.end):
        before = [s for s in before if _is_right_before(report.text, s, denial)]
    if (name := claimant_in_full(report.text[denial.span.start : denial.span.end])) is not None:
        before = _the_claim([s for s in before if _is_by(name, s, report, reading)], denial, report, reading)
    if not before or _ASKED_BETWEEN.search(report.text, max(s.span.end for s in before), denial.span.start):
        return []
    last = max(before, key=lambda s: (s.span.end, s.span.start))
    if _is_for_money(denial, last, report, reading):
        return []
    if _is_ones_own(denial, last, said, report, reading):
        return []
    if last.attribution is not None and asks(report, reading.attributions[last.attribution]):
        return []
    # “You are said to have ordered it.”: whoever gives another's words as far as the full stop only passes them on.
    within = [
        s
        for s in before
        if s.attribution is not None
        and last.attribution in enclosing(reading.attributions, s.attribution)
        and last.span.start <= s.span.start
        and not any(map(str.isalnum, report.text[s.span.end : last.span.end]))
        # Whom “you said” is put to denies having said it.
        and cited_as(report, reading.attributions[s.attribution]).lower() != "“you”"
    ]
    last = min(within, key=lambda s: s.span.end - s.span.start, default=last)
    return [(last, 0.7, "it stands before the denial, which points back")]


def _is_for_money(denial: Said, last: Said, report: Report, reading: Reading) -> bool:
    """Whether the claim that is denied is one that somebody made for money: *the insurer denied her claim*."""
    if not _OF_A_CLAIM.search(report.text, denial.span.start, denial.span.end):
        return False
    source = () if denial.attribution is None else reading.attributions[denial.attribution].source
    denier = denial.named or text_of(report.text, source)
    return is_claim_for(denier, report.text[last.span.start : denial.span.end])


def _the_claim(theirs: Sequence[Said], denial: Said, report: Report, reading: Reading) -> list[Said]:
    """What *Ann Lee’s claim* points at, of all that she says before: what she is said to claim, else the one thing that she says,
    else what stands right before it; of several none, as nothing tells which of them is denied."""
    held = [
        s
        for s in theirs
        if s.attribution is not None
        and _CLAIMS.search(text_of(report.text, reading.attributions[s.attribution].cue))
    ]
    found = held or list(theirs)
    if len({s.attribution for s in found}) > 1:
        found = [
            s
            for s in found
            if denial.span.start - s.span.end <= _RIGHT_BEHIND
            and "\n" not in report.text[s.span.end : denial.span.start]
        ]
    return found


def _is_by(name: str, said: Said, report: Report, reading: Reading) -> bool:
    """Whether somebody of a name is cited: what *Ann Lee’s claim* points at is hers."""
    if said.attribution is None:
        return False
    return may_be(name, cited_as(report, reading.attributions[said.attribution]))


def _is_right_before(text: str, said: Said, denial: Said) -> bool:
    """Whether words end at a denial, and not with what it is of: *will probe the allegations, which he denies*."""
    behind = any(map(str.isalnum, text[said.span.end : denial.span.start]))
    return (
        not behind
        and _OF_CLAIMS_TOLD.search(text, max(said.span.start, said.span.end - 24), said.span.end) is None
    )


def _is_ones_own(denial: Said, last: Said, said: Sequence[Said], report: Report, reading: Reading) -> bool:
    """Whether what an earlier denial points back to is what the denier has said since: *Orr admits it. He had denied it.*"""
    if denial.attribution is None:
        return False
    earlier = _EARLIER.search(text_of(report.text, reading.attributions[denial.attribution].cue)) is not None
    return earlier and any(
        s.who == denial.who and s.attribution != denial.attribution and last.span.end <= s.span.start
        for s in said
        if s.span.end <= denial.span.start
    )


def _gives_number(reading: Reading, said: Said) -> bool:
    return any(said.span.start <= f.start < said.span.end and not f.implied for f in reading.figures)
