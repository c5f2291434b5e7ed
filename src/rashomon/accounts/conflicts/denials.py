"""Denials, tied to what they deny.

A denial names what it denies (``denied that live rounds were used``): that is tied to whoever else says so in the story,
by likeness of meaning. Or it points back (``denied it``, ``disputed the account``, ``I deny that``): that is tied to what
stands before it in the report, said by another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.conflicts.accused import accusations, denies_all
from rashomon.accounts.conflicts.called_false import called_false, calls_it_false, whole
from rashomon.accounts.conflicts.claimants import (
    asks,
    contradicts,
    doubts_too,
    judges,
    one_surname,
    says_nothing,
)
from rashomon.accounts.conflicts.in_its_own_words import called_false_by_the_report
from rashomon.accounts.conflicts.members import Wordings, joined, share_a_claim
from rashomon.accounts.conflicts.named_claimant import claims_within
from rashomon.accounts.conflicts.never_came import missed, ties_to_what_came
from rashomon.accounts.conflicts.not_yet import not_yet, supposed
from rashomon.accounts.conflicts.same_matter import (
    accuses_denier,
    admits,
    answered,
    same_matter,
    says_all,
)
from rashomon.accounts.conflicts.settling import settling
from rashomon.accounts.conflicts.stretches import Said, Ties, between, text_of_said
from rashomon.accounts.conflicts.turned_down import is_withheld
from rashomon.accounts.figures.comparable import contests_another_count
from rashomon.accounts.records import Conflict, ConflictKind, ConflictMember
from rashomon.accounts.told import Told, called, cited_as, digest, known, plain, said_by
from rashomon.accounts.unsaid import leads_up, unsaid
from rashomon.collation.sentences.embed import unpack
from rashomon.collation.statements.claims import says_no
from rashomon.reading.attributions.denying import denies, withholds
from rashomon.records import Attribution, Reading, Report, Sentence, Span, overlap, text_of

_IN_CONTENT = re.compile(
    r"\b(?:there (?:is|was) no truth (?:in|to)|(?:that|this|it) (?:is|was) (?:simply |absolutely |completely )?"
    r"(?:false|untrue|not true|a lie|wrong|nonsense)(?!\s+(?:that|to)\b)|(?:is|are|were|was) (?:baseless|unfounded|fabricated)"
    r"|(?:allegations?|accusations?|claims?|reports?|charges?|stor(?:y|ies)) [“\"‘']?(?:is|are|was|were)"
    r"(?:n['’]t| not| (?:\w+ly )?un) ?true"
    r"|(?:allegations?|accusations?|claims?|reports?|charges?|stor(?:y|ies)) (?:is|are|was|were) (?:\w+ly )?"
    r"[“\"‘']?(?:false|a hoax|a lie|lies)"
    r"|i deny (?:that|it|this)|never happened|nothing of the (?:kind|sort)"
    r"|no such (?:thing|\w+ (?:was|were|had been|has been))"
    r"|(?:made|gave|given|issued|signed|reached|held) no such [a-z]+)\b",
    re.I,
)
_BACK = re.compile(
    r"^\W*(?:it|that|this|them|those|so|which|something(?: that| which)?"
    r"|an? (?:charge|claim|allegation|accusation|assertion|account)"
    r"|(?:that )?(?:any )?such an? [\w-]+(?: (?:had|has|have|was|were|ever|been|taken|took|place|made|given|sent|held|happened))*"
    r"|(?:(?:his|her|their|its|[\w’'-]{1,40}['’]s?) version of (?:events|things|what happened))"
    r"|(?:the|that|this|those|these) (?:[\w’'-]+ )?(?:accounts?|claims?|reports?|allegations?"
    r"|accusations?|charges?|figures?|counts?|tolls?|numbers?|assertions?|suggestions?|arguments?|notion|idea|story|version)"
    r"(?: (?:in|at|on|during|as)\b[^.]*)?)\W*$",
    re.I,
)
"""What is denied, where it only points back: ``that argument in a ruling on Monday``, not ``the claim that …``."""

_BESIDE = re.compile(r"\W*(?:which|something(?: that| which)?|an? \w+)\W*", re.I)
"""What points at the words right before alone: *that it burned, which she denies*; *…, a charge he denies*."""

_OF_CLAIMS_TOLD = re.compile(r"\b(?:allegation|accusation|claim|charge|report)s?\W*\Z", re.I)

_AFTER = re.compile(
    r"\b(?<!\bcould )(?<!\bcan )(?<!\bmay )(?<!\bmight )(?:den(?:ied|ies|y)|disput(?:ed|es)|rejected|refuted)\s+"
    r"(?:(?:it|this|them)(?!\s+(?:an?|the|any|all|some|their|his|her|its|\w+ing|access|entry)\b)"
    r"|that(?=\W*(?:$|[.,;:!?”\"]|(?:and|but|on|in|at|when|as)\b))"
    r"|(?:the|this|that|these|those|all|any)\s+(?:[\w’'-]+\s+)?"
    r"(?:accounts?|claims?|reports?|allegations?|accusations?|charges?|figures?|assertions?))\b"
    r"|\b(?:an? |the )?(?:assertion|claim|allegation|accusation|account|charge|figure)\s+(?:(?:that|which)\s+)?"
    r"(?P<denier>(?:the\s+)?[\w’' -]{2,40}?)\s+(?:has |have )?(?:denied|denies|disputed|disputes|rejected|rejects)\b",
    re.I,
)
"""What the report itself tells of a denial that points back; whoever can *deny them permits* withholds something."""

_SUBJECT = re.compile(
    r"(?P<denier>(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+)?\b[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}"
    r"|\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?:[\w’'-]+\s+)?[\w’'-]+?)(?:\s+(?:has|have|had|also|later))*\s*$"
)
"""Who stands right before the verb by which the report itself tells of a denial."""

_EARLIER = re.compile(r"\b(?:had|earlier|previously|before|at first|initially|until now)\b", re.I)

_OF_NUMBER = re.compile(r"\b(?:figures?|counts?|tolls?|numbers?)\W*$", re.I)
"""What is denied is a number: whoever gave one last gave it."""

_ASKED = re.compile(r"\b(?:not (?:to )?be (?:identified|named|quoted)|anonymity|declined to)\b", re.I)

_GIVES_IN_FULL = re.compile(
    r"\W*(?:(?:in|the)\s+)?(?:full|complete|entire)\s+(?:text|transcript|statement|letter|speech|remarks|interview)\b|\W*(?:read|watch|listen)\b[^.]{0,20}:",
    re.I,
)
"""A headline that only says what follows: ``Full text: the letter of …``."""

_DOUBTS = re.compile(r"\b(?:doubt(?:s|ed|ing)?|question(?:s|ed|ing)?)\b", re.I)
"""Cues of who does not believe what they are cited for: it is no claim of theirs."""

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

_LEADS = 40
"""Characters between a cue and what is told in it, in which a verb of denying may lead to that."""

#: Cosine of what is denied and what another says from which they are taken for the same matter. Set on the development
#: articles of PolNeAR: of the ties above it that were read, four in five were of one matter.
ALIKE = 0.55

#: Cosine from which a claim that names whoever denies, and tells of the same deed, is of the matter: that both are told is the
#: evidence, this only keeps out what is of another day altogether. Set on stories of our own.
NEAR = 0.3

#: Characters before a denial that points back in which what it points at is looked for: a paragraph or two.
BACK = 700


def denials(told: Told) -> tuple[Conflict, ...]:
    """The denials of one story that are tied to what they deny."""
    said = [
        [] if report.id in told.superseded else list(_said(told, n)) for n, report in enumerate(told.reports)
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
    for denial, denied, why in _denials(told, n, report, reading, said):
        ties = (
            _back(denial, said, report, reading) if denied is None else _alike(told, denial, denied, claims)
        )
        if not ties and denied is not None and denies_all(text_of_said(told, denial)):
            ties = accusations(told, denial, claims)
        yield denial, [*_named(told, denial), *ties], why
    for claimed, denying in called_false(report, reading):
        one, other = _whole(told, n, claimed), _whole(told, n, denying)
        yield other, [(one, 0.7, "whoever gives it calls it false")], f"“{text_of_said(told, other)}”"
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
    return Said(n, whole(a), index, _entity(told, report, index, a), None)


def _said(told: Told, n: int) -> Iterator[Said]:
    report, reading = told.reports[n], told.readings[n]
    for sentence in reading.sentences:
        a = sentence.attribution
        attribution = None if a is None else reading.attributions[a]
        words = report.text[sentence.start : sentence.end]
        if attribution is not None and (
            denies(report.text, attribution.cue)
            or _disputes_behind(report.text, attribution)
            or unsaid(report.text, attribution)
            or judges(report, attribution)
            or withholds(report.text, attribution.cue)
            or any(_DOUBTS.search(report.text, c.start, c.end) for c in attribution.cue)
        ):
            continue
        if words.rstrip("”’\"'").endswith("?") or _GIVES_IN_FULL.match(words):
            continue
        if (
            says_nothing(words)
            or leads_up(reading, sentence)
            or _ASKED.search(words)
            or _within_a_denial(report, reading, a)
        ):
            continue
        who = _entity(told, report, a, attribution)
        yield Said(n, Span(sentence.start, sentence.end), a, who, _vector(sentence))


def _disputes_behind(text: str, a: Attribution) -> bool:
    """Whether what was posted or said disputes it: *posted a video that disputed the effectiveness of masks*."""
    end, start = (a.cue[-1].end, a.content[0].start) if a.cue and a.content else (0, 0)
    return 0 < start - end <= _LEADS and denies(text, [Span(end, start)])


def _within_a_denial(report: Report, reading: Reading, index: int | None) -> bool:
    """Whether words stand in what somebody denies: *allegations that it fired* in ``denied allegations that it fired``."""
    around = () if index is None else _around(reading.attributions, index)
    return any(denies(report.text, reading.attributions[n].cue) for n in around)


def _denials(
    told: Told, n: int, report: Report, reading: Reading, said: Sequence[Said]
) -> Iterator[tuple[Said, NDArray[np.float32] | None, str]]:
    """Each denial with the meaning of what it denies, ``None`` where it points back, and why it is one."""
    text = report.text
    for index, a in enumerate(reading.attributions):
        if not a.content or not_yet(text, a):
            continue
        who = _entity(told, report, index, a)
        content = Span(a.content[0].start, a.content[-1].end)
        words = text[content.start : content.end]
        if calls_it_false(text, a):
            yield Said(n, content, index, who, None), None, f"“{text_of(text, a.cue)} {words}”"
        elif denies(text, a.cue) and not is_withheld(words):
            cue = text_of(text, a.cue)
            here = [s for s in reading.sentences if s.attribution == index]
            vector = _vector(here[0]) if here and not _BACK.match(words) else None
            yield Said(n, content, index, who, None), vector, f"“{cue}”"
        elif (m := _IN_CONTENT.search(words)) is not None and not supposed(text, content.start + m.start()):
            yield Said(n, content, index, who, None), None, f"“{' '.join(m.group().split())}”"
    for sentence in reading.sentences:
        m = _AFTER.search(text, sentence.start, sentence.end) if sentence.attribution is None else None
        if m is not None:
            at = Span(m.start(), m.end())
            who, named = _denier(told, report, reading, sentence, m)
            yield Said(n, at, None, who, None, named), None, f"“{' '.join(m.group().split())}”"


def _denier(
    told: Told, report: Report, reading: Reading, sentence: Sentence, m: re.Match[str]
) -> tuple[str, str | None]:
    """Who a denial that the report tells of is by, and that in words; a source of the report's in the same words is the same."""
    found = m if m["denier"] else _SUBJECT.search(report.text[sentence.start : m.start()])
    if found is None:
        return f"words:{m.group()}", None
    words = " ".join(found["denier"].split())
    index = called(report, reading.attributions, words)
    if index is not None:
        a = reading.attributions[index]
        return _entity(told, report, index, a), said_by(report, a)
    return f"words:{plain(words)}", known(f"“{words}”")


def _back(
    denial: Said, said: Sequence[Said], report: Report, reading: Reading
) -> list[tuple[Said, float, str]]:
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
    if not before:
        return []
    last = max(before, key=lambda s: (s.span.end, s.span.start))
    if _is_ones_own(denial, last, said, report, reading):
        return []
    if last.attribution is not None and asks(report, reading.attributions[last.attribution]):
        return []
    # “You are said to have ordered it.”: whoever gives another's words as far as the full stop only passes them on.
    within = [
        s
        for s in before
        if s.attribution is not None
        and last.attribution in _around(reading.attributions, s.attribution)
        and last.span.start <= s.span.start
        and not any(map(str.isalnum, report.text[s.span.end : last.span.end]))
        # Whom “you said” is put to denies having said it.
        and cited_as(report, reading.attributions[s.attribution]).lower() != "“you”"
    ]
    last = min(within, key=lambda s: s.span.end - s.span.start, default=last)
    return [(last, 0.7, "it stands before the denial, which points back")]


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


def _around(attributions: Sequence[Attribution], index: int) -> set[int]:
    """The attributions that one stands in."""
    around: set[int] = set()
    while (outer := attributions[index].inside) is not None and outer not in around:
        around.add(outer)
        index = outer
    return around


def _alike(
    told: Told, denial: Said, denied: NDArray[np.float32], claims: Sequence[Said]
) -> list[tuple[Said, float, str]]:
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
    """Whether a claim can say what is denied: it says no only where that does, gives no other number, and names whom it is denied
    of.
    """
    readings = told.readings
    if contests_another_count(readings[denial.report], denial.span, readings[claim.report], claim.span):
        return False
    denied, claimed = (told.reports[s.report].text[s.span.start : s.span.end] for s in (denial, claim))
    if says_no(claimed) and not says_no(denied):
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


def _entity(told: Told, report: Report, index: int | None, a: Attribution | None) -> str:
    if a is None or index is None:
        return f"report:{report.id}"
    return told.speakers.get((report.id, index)) or f"{report.id}:{cited_as(report, a)}"


def _vector(sentence: Sentence) -> NDArray[np.float32] | None:
    if not sentence.vector:
        return None
    row: NDArray[np.float32] = unpack([sentence.vector])[0]
    return row
