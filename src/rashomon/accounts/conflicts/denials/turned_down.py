"""What is turned down, which disputes nothing: an offer or a request that somebody does not grant, an idea that somebody will not
follow. It is set against nothing, and who *rejected the idea of going* says what who *has no plans to go* says."""

from __future__ import annotations

import re

from rashomon.reading.text.words_of_speech import CLAIMS, any_of, singular_and_plural

_ASKED_FOR = (
    r"(?:offers?|requests?|bids?|motions?|appeals?|applications?|petitions?|proposals?|clearances?|permits?|permission|visas?|bail"
    r"|parole|asylum|licen[cs]es?|access|entry|funding|coverage|leave|promotions?|lawsuits?|(?:unanimous\s+)?consent)\b"
    r"(?=\W*\Z|[,.;:!?)”\"]|\s+(?:after|again|and|as|at|because|before|by|earlier|for|from|in|into|last|of|on|or|over|this|to|until"
    r"|when|with|without|yesterday)\b)"
)
"""What somebody asks for or offers, and no other noun behind it: *bail*, not *bail fraud*."""
_NO_PART = rf"(?!(?:about|at|by|for|from|in|of|on|over|to|with|{any_of(singular_and_plural(CLAIMS))})\b)"
"""*Involvement in the bid* and *claims of access* are no bid and no access."""
_LED_TO = rf"(?!(?:that|any|having)\b|\w+ing\b)(?:{_NO_PART}[\w’'.-]+\s+){{0,4}}?"
_WITHHELD = re.compile(rf"\W*{_LED_TO}{_ASKED_FOR}", re.I)
_WHOM = re.compile(r"\W*(?:him|her|me|us|you)\W*", re.I)
"""Whom something is denied: *the board denied him*."""
_DENY = re.compile(rf"\bden(?:y|ies|ied|ying)\s+(?={_LED_TO}{_ASKED_FOR})", re.I)
_WILL_NOT = re.compile(
    r"\b(?:(?:reject|dismiss)(?:s|ed|es|ing)?\s+(?:(?:the|any)\s+)?(?:idea|notion|possibility|prospect)\s+of"
    r"|rul(?:e|es|ed|ing)\s+out|oppos(?:es?|ed|ing)|(?:is|are|was|were)\s+opposed\s+to|decid(?:es?|ed|ing)\s+against"
    r"|object(?:s|ed|ing)?\s+to)\s+(?!(?:any|every|no|some)thing\b|(?:building|funding|housing|spending)\b)"
    r"(?=\w+ing\b(?!\s+as\b))",
    re.I,
)


_MONEY = (
    r"(?:benefits?|bonus(?:es)?|compensation|cover(?:age)?|damages?|disability|expenses?|insurance|loss(?:es)?|payments?|payouts?|pensions?"
    r"|refunds?|reimbursement|relief|repairs?)"
)
_A_CLAIM_FOR = re.compile(
    rf"\b(?:{_MONEY}|asylum|warranty|workers[’']?)\s{{1,4}}claims?\b"
    rf"|\bclaims?\s{{1,4}}(?:for|to)\s{{1,4}}(?:[\w’'$£€.,-]{{1,20}}\s{{1,4}}){{0,4}}?(?:{_MONEY}|asylum|the\s{{1,4}}throne)\b"
    r"|\b(?:bring|brought|fil(?:e|ed|es|ing)|lodg(?:e|ed|es|ing)|pay|paid|paying|submit(?:s|ted|ting)?)\s{1,4}(?:out\s{1,4}on\s{1,4})?"
    r"(?:an?|any|the|his|her|its|their|no)\s{1,4}(?:[\w’'-]{1,20}\s{1,4}){0,2}?claims?\b",
    re.I,
)
_INSURER = re.compile(
    r"\b(?:insurers?|reinsurers?|insurance|assurance|underwriters?|(?:claims?|loss)\s{1,4}adjusters?)\b", re.I
)


def is_claim_for(denier: str, words: str) -> bool:
    """Whether a claim that is denied is one for money or the like, by who denies it or by the words that it stands in.

    >>> is_claim_for("Her insurer", "Ann Lee’s claim"), is_claim_for("Bo Reyes", "Ann Lee’s claim")
    (True, False)
    >>> is_claim_for("The town", "she had filed a claim. The town rejected the claim")
    True
    """
    return _INSURER.search(denier) is not None or _A_CLAIM_FOR.search(words) is not None


def is_withheld(denied: str) -> bool:
    """Whether what is denied is something asked for or offered, and no claim.

    >>> is_withheld("a Koll offer to plead guilty"), is_withheld("that an offer was made"), is_withheld("an offer was made")
    (True, False, False)
    >>> is_withheld("involvement in the bid"), is_withheld("claims of access to it"), is_withheld("bail fraud")
    (False, False, False)
    >>> is_withheld("the Guild's lawsuit to stop the sale"), is_withheld("that a lawsuit was filed")
    (True, False)
    >>> is_withheld("him"), is_withheld("them"), is_withheld("her words")
    (True, False, False)
    """
    return _WITHHELD.match(denied) is not None or _WHOM.fullmatch(denied) is not None


def plainly(sentence: str) -> str:
    """A sentence with *withheld* and *not* for what turns a thing down, so that words of disputing are left where one disputes.

    >>> plainly("Harn denied embassy requests to fly it"), plainly("Harn denied that requests came")
    ('Harn withheld embassy requests to fly it', 'Harn denied that requests came')
    >>> plainly("Kerr rejected the idea of naming an envoy"), plainly("Kerr rejected the idea that he had lied")
    ('Kerr not naming an envoy', 'Kerr rejected the idea that he had lied')
    >>> plainly("Kerr is opposing naming an envoy"), plainly("Kerr opposes the envoy")
    ('Kerr is not naming an envoy', 'Kerr opposes the envoy')
    """
    return _WILL_NOT.sub("not ", _DENY.sub("withheld ", sentence))
