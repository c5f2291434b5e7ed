"""Who accuses somebody that denies *any wrongdoing* or *the allegations against him*: what that is only the accusation tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.accounts.conflicts.denials.stretches import Said, Ties, text_of_said
from rashomon.accounts.told import Told, cited_as
from rashomon.reading.names.words.titles import is_title
from rashomon.records import text_of

_ALL_OF_IT = re.compile(
    r"\W*(?:(?:any|all|the|these|those|such|of|having|committed|done|doing|he|she|it|they|that|did|had|has|have)\s+){0,4}?(?:\w+\s+)?"
    r"(?:wrongdoing|misconduct|anything\s+(?:wrong|improper|illegal|criminal)"
    r"|(?:charges|accusations?|allegations?)(?=\W*\Z|\s+(?:of|against|made|leveled|levelled|brought)\b))",
    re.I,
)
_ACCUSING = re.compile(r"\b(?:accus|alleg|indict)\w*|\bcharg(?:e[sd]?|ing)\b", re.I)

#: Sureness of a tie between an accusation and the denial of all of it: the words tell both, and of whom.
ACCUSED = 0.65


def denies_all(denied: str) -> bool:
    """Whether somebody denies whatever they are accused of.

    >>> [denies_all(w) for w in ("any wrongdoing", "all the allegations against her", "that he did anything wrong")]
    [True, True, True]
    >>> denies_all("that the allegations of the board were read"), denies_all("allegations that he took a bribe")
    (False, False)
    """
    return _ALL_OF_IT.match(denied) is not None and not denied.lower().startswith("that the")


def accusations(told: Told, denial: Said, claims: Sequence[Said]) -> Ties:
    """The accusations of a deed in which whoever denies it all is named, the first of each report."""
    if denial.attribution is None:
        return []
    report, reading = told.reports[denial.report], told.readings[denial.report]
    names = re.findall(r"\b[A-Z][\w’'-]+", cited_as(report, reading.attributions[denial.attribution]))
    if not names:
        return []
    accused = re.compile(
        r"\W*(?:(?!(?:of|with|from|in|for|over|by|to|about)\b)[\w.,’'-]+\s+){0,6}?"
        rf"(?:(?P<before>[A-Z][\w’'-]+\.?)\s+)?{re.escape(names[-1])}(?![’']s|s[’'])\b"
        r"[^.;:!?]{0,40}?\s(?:of|with|in|for|over|had|has|was|is|did)\s"
    )
    best: dict[int, tuple[Said, float, str]] = {}
    for s in claims:
        if s.attribution is None or s.who == denial.who or s.report in best:
            continue
        report, a = told.reports[s.report], told.readings[s.report].attributions[s.attribution]
        if not _ACCUSING.search(text_of(report.text, a.cue)):
            continue
        m = accused.match(text_of_said(told, s))
        if m is not None and not _is_another(m["before"], names[:-1]):
            best[s.report] = (s, ACCUSED, "it accuses whoever denies it")
    return list(best.values())


def _is_another(before: str | None, names: Sequence[str]) -> bool:
    """Whether the word before a surname is another's first name: neither a title nor among the names of whoever denies."""
    if before is None or not names:
        return False
    return not is_title(before) and before.rstrip(".") not in names
