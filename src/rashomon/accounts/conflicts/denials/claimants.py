"""Who can have claimed what somebody denies: not who only asks for something, who may be the denier, or who contradicts it."""

from __future__ import annotations

import re

from rashomon.accounts.conflicts.denials.stretches import Said
from rashomon.accounts.told import Told, cited_as
from rashomon.records import Attribution, Report, text_of

_CONTRADICTS = re.compile(
    r"\b(?:contradict|debunk|refut|rebut|disprov|discredit|belie[sd])\w*\b"
    r"|\b(?:is|are|was|were)\s+(?:all\s+)?[“\"‘']?(?:an?\s+)?[“\"‘']?(?:hoax|fake\s+news)\b"
    r"|\b(?:fail(?:s|ed|ing)?\s+to\s+(?:establish|prove|show)"
    r"|unlikely|wrong\s+to\s+(?:call|claim|say|suggest))\b",
    re.I,
)
"""In a claim that speaks against what is denied as the denial does."""

_A_PRONOUN = re.compile(
    r"\W*(?:he|she|it|they|him|her|them|himself|herself|itself|themselves|who|this|that)\W*", re.I
)
"""Words that claim nothing alone."""

_ASKS = re.compile(
    r"\b(?:ask|order|urg|command|instruct|direct|request|beg|invit|call(?:s|ed|ing)?\s+(?:on|for)|demand)\w*",
    re.I,
)
_TELLS = re.compile(r"\b(?:told|tell(?:s|ing)?|insist\w*|advis\w*)\b", re.I)
"""What is asked or claimed, as the content tells: *told Kerr to go to the mill*, *told Kerr that Orr went to the mill*."""
_BE_DONE = r"be\s+(?:[\w-]+(?:ed|en|t)|put|set|cut|let)\b"
_TO_DO = re.compile(rf"(?:[\w’'.-]+\s+){{0,6}}?(?:to\s+[a-z]|{_BE_DONE})")
_TOLD_TO_DO = re.compile(
    rf"(?:(?:the|an?|his|her|its|their)\s+)?(?:[\w’'.-]+\s+)?to\s+[a-z]|(?:[\w’'.-]+\s+){{0,6}}?{_BE_DONE}"
)
_MODAL = re.compile(r"\b(?:will|would|should|could|can|may|might|must|to|that)\s+be\b", re.I)
"""Who asks or orders that something be done claims nothing that could be denied."""


_TAKES_IT_SO = re.compile(
    r"\b(?:(?:criticism|praise|review|support|calls?|called|calling)\s+(?:of|for)"
    r"|(?:comment|remark)s?\s+(?:on|about)"
    r"|(?:address|introduc|offer|unveil)\w*)\W*\Z",
    re.I,
)


def judges(report: Report, a: Attribution) -> bool:
    """Whether somebody only asks or judges: *mounting criticism of*, *called for*, *offer a bill*."""
    return bool(
        a.content and _TAKES_IT_SO.search(report.text, max(0, a.content[0].start - 24), a.content[0].start)
    )


def says_nothing(words: str) -> bool:
    """Whether words are a pronoun alone: *Reagan pardoned him* says nothing that another *him* is denied."""
    return _A_PRONOUN.fullmatch(words) is not None


def contradicts(words: str) -> bool:
    """Whether words tell that something is contradicted: *a video contradicts her account*."""
    return _CONTRADICTS.search(words) is not None


_OF_A_QUALITY = re.compile(
    r"\W*(?:(?:the|its|their|his|her)\s+)?(?:accuracy|authenticity|credibility|effectiveness|efficacy|existence|importance|integrity|legality"
    r"|legitimacy|necessity|need|reality|reliability|safety|seriousness|severity|truth|usefulness|validity|value)\s+(?:of|for)\b|\W*whether\b",
    re.I,
)
_SAYS_NOT = re.compile(
    r"n['’]t\b|\b(?:not(?!\s+(?:only|just|merely)\b)|no(?!\s+(?:danger|doubt|harm|problem|question|reason|risk)s?\b)|never|cannot|hardly|useless|worthless|pointless|false|fake|doubtful|illegal|illegitimate|ineffective|ineffectual"
    r"|inaccurate|inauthentic|invalid|unsafe|unreliable|untrue|unreal|unnecessary|unimportant)\b",
    re.I,
)


def doubts_too(denied: str, claimed: str) -> bool:
    """Whether who claims something doubts what is disputed, too: *masks don’t work*, beside *disputed the value of masks*."""
    quality = _OF_A_QUALITY.match(denied) is not None and _SAYS_NOT.search(denied) is None
    return quality and _SAYS_NOT.search(claimed) is not None


def asks(report: Report, a: Attribution) -> bool:
    """Whether somebody only asks or orders: *ordered the bureau to stand down*, *insisted that his name be kept secret*."""
    words = text_of(report.text, a.content)
    return _MODAL.search(words) is None and any(
        any(cue.search(report.text, c.start, c.end) for c in a.cue) and to_do.match(words) is not None
        for cue, to_do in ((_ASKS, _TO_DO), (_TELLS, _TOLD_TO_DO))
    )


def one_surname(told: Told, claim: Said, denial: Said) -> bool:
    """Whether both are called by one surname, and of one it is not known whose it is: they may be one, who denies no own word."""
    if claim.attribution is None or denial.attribution is None:
        return False
    cited = []
    for s in (claim, denial):
        report, a = told.reports[s.report], told.readings[s.report].attributions[s.attribution or 0]
        names = re.findall(r"[A-Z][\w’'-]+", cited_as(report, a))
        cited.append(
            (names[-1] if names else None, told.speakers.get((report.id, s.attribution or 0)) is not None)
        )
    (one, known_one), (other, known_other) = cited
    return one is not None and one == other and not (known_one and known_other)
