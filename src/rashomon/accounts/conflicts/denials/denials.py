"""Denials, tied to what they deny.

What is claimed (:mod:`claimed`) and what is denied (:mod:`denied`) are looked for in each report; a denial that points back is
tied to what stands before it (:mod:`pointing_back`), one that names what it denies to whoever else says so (:mod:`by_meaning`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.accounts.conflicts.denials.accused import accusations, denies_all
from rashomon.accounts.conflicts.denials.by_meaning import tied_by_meaning
from rashomon.accounts.conflicts.denials.called_false import called_false, called_so, whole
from rashomon.accounts.conflicts.denials.claimants import one_surname
from rashomon.accounts.conflicts.denials.claimed import claimed_in
from rashomon.accounts.conflicts.denials.denied import denied_in
from rashomon.accounts.conflicts.denials.in_its_own_words import called_false_by_the_report
from rashomon.accounts.conflicts.denials.named_claimant import claims_within
from rashomon.accounts.conflicts.denials.never_came import missed, ties_to_what_came
from rashomon.accounts.conflicts.denials.pointing_back import tied_back
from rashomon.accounts.conflicts.denials.stretches import Said, Ties, entity, text_of_said, vector
from rashomon.accounts.conflicts.denials.took_place import not_held, ties_to_event
from rashomon.accounts.conflicts.members import Wordings, joined, share_a_claim
from rashomon.accounts.conflicts.settling import settling
from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember
from rashomon.accounts.told import Told, digest


def denials(told: Told) -> tuple[Conflict, ...]:
    """The denials of one story that are tied to what they deny."""
    said = [
        [] if report.id in told.superseded else list(claimed_in(told, n))
        for n, report in enumerate(told.reports)
    ]
    claims = [s for group in said for s in group if s.vector is not None]
    found: dict[str, Conflict] = {}
    of_statement: dict[str, str] = {}
    by_denier: defaultdict[str, list[str]] = defaultdict(list)  # also by what is denied, in its words
    wordings, texts = Wordings(told), {report.id: report.text for report in told.reports}
    for n, report in enumerate(told.reports):
        if report.id in told.superseded:
            continue
        for denial, ties, why in _tied(told, n, said[n], claims):
            if ties:
                conflict = _conflict(told, wordings, denial, ties, why)
                statement = conflict.members[0].statement or conflict.id
                one = (denial.who, " ".join(text_of_said(told, denial).lower().split()))
                same = (
                    id_ for of in one for id_ in by_denier[of] if share_a_claim(texts, found[id_], conflict)
                )
                kept = of_statement.setdefault(statement, next(same, conflict.id))
                found[kept] = joined(found[kept], conflict) if kept in found else conflict
                for of in one:
                    by_denier[of].append(kept)
    return tuple(found[id_] for id_ in sorted(found))


def _tied(
    told: Told, n: int, said: Sequence[Said], claims: Sequence[Said]
) -> Iterator[tuple[Said, Ties, str]]:
    """Each denial of a report, what it is tied to, and why it is one."""
    report, reading = told.reports[n], told.readings[n]
    for denial, denied, why in denied_in(told, n):
        ties = (
            tied_back(denial, said, report, reading)
            if denied is None
            else tied_by_meaning(told, denial, denied, claims)
        )
        if not ties and denied is not None and denies_all(text_of_said(told, denial)):
            ties = accusations(told, denial, claims)
        if not ties and denied is not None and (event := not_held(text_of_said(told, denial))) is not None:
            ties = ties_to_event(told, denial, event, claims)
        yield denial, [*_named(told, denial), *ties], why
    for claimed, denying in called_false(report, reading):
        one, other = _whole(told, n, claimed), _whole(told, n, denying)
        yield other, [(one, 0.7, "whoever gives it calls it false")], f"“{text_of_said(told, other)}”"
    for claimed, denying in called_so(report, reading):
        other = _whole(told, n, denying)
        meaning = next((vector(s) for s in reading.sentences if s.attribution == claimed), None)
        if meaning is not None:
            held = replace(other, span=whole(reading.attributions[claimed]))
            yield other, tied_by_meaning(told, held, meaning, claims), f"“{text_of_said(told, other)}”"
    for claimed, at in called_false_by_the_report(report, reading):
        itself = Said(n, at, None, f"report:{report.id}", None)
        why = f"“{' '.join(text_of_said(told, itself).split())}”"
        yield itself, [(_whole(told, n, claimed), 0.7, "the report itself calls it false")], why
    for s in said:
        of = None if s.attribution is None else missed(text_of_said(told, s))
        if of is not None and s.attribution is not None:
            yield s, ties_to_what_came(told, s, of, claims), f"“no {of.noun}”"


def _named(told: Told, denial: Said) -> Ties:
    """What a denial tells itself that another claims: *denied Ann Lee’s claim that …*."""
    if denial.attribution is None:
        return []
    report, reading = told.reports[denial.report], told.readings[denial.report]
    claims = (
        _whole(told, denial.report, n)
        for n in claims_within(report, reading.attributions, denial.attribution)
    )
    return [
        (claim, 0.7, "the denial names whoever claims it")
        for claim in claims
        if claim.who != denial.who and not one_surname(told, claim, denial)
    ]


def _whole(told: Told, n: int, index: int) -> Said:
    """All that an attribution of a report holds."""
    report, a = told.reports[n], told.readings[n].attributions[index]
    return Said(n, whole(a), index, entity(told, report, index, a), None)


def _conflict(
    told: Told, wordings: Wordings, denial: Said, ties: Sequence[tuple[Said, float, str]], why: str
) -> Conflict:
    def member(side: int, s: Said, reason: str) -> ConflictMember:
        return wordings.member(side, s.report, s.span, s.attribution, reason, s.named)

    members = [member(0, s, reason) for s, _, reason in ties] + [member(1, denial, f"a denial: {why}")]
    report = told.reports[denial.report]
    about = " ".join(
        told.reports[ties[0][0].report].text[ties[0][0].span.start : ties[0][0].span.end].split()
    )
    return Conflict(
        digest(told.story.id, "denial", report.id, denial.span.start, denial.span.end),
        told.story.id,
        ConflictKind.DENIAL,
        about[:160],
        max(score for _, score, _ in ties),
        f"{why} tells the denial",
        tuple(members),
        settling=settling(report, denial.span),
    )
