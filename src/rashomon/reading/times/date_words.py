"""The words that tell a time in English, as regular expressions: what :mod:`.dates` looks for.

Months and weekdays count only with a capital; everything else in any case. Every pattern is tried only in sentences that hold
a word of its kind (:data:`TRIGGERS`).
"""

from __future__ import annotations

import re

from rashomon.calendar_words import ANY_WEEKDAY, MONTHS, SHORT_MONTHS, WEEKDAYS
from rashomon.reading.text.numbers import ONES, TENS, WORDS

NUMBERS = {**WORDS, "a": 1, "an": 1}

A_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|(?-i:Mar|MAR|March|MARCH)|apr(?:il)?|(?-i:May|MAY)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
"""A month, whole or cut, for patterns that heed no case and stand beside a day: *12 marines* and *12 may* are no days."""

MONTH = (
    r"(?:January|Jan\b\.?|February|Feb\b\.?|March|Mar\b\.?|April|Apr\b\.?|May|June|Jun\b\.?|July|Jul\b\.?|August"
    r"|Aug\b\.?"
    r"|September|Sept?\b\.?|October|Oct\b\.?|November|Nov\b\.?|December|Dec\b\.?)"
)
YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d|\.\d)"
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
PART = (
    r"(?i:(?P<part>early(?: in)?|mid|late(?: in)?|(?:the )?(?:very )?(?:beginning|start|middle"
    r"|end) of(?: the month of)?)[- ]\s*)"
)
UNIT = r"(?P<unit>(?:day|week|month|year|decade|weekend)s?|centur(?:y|ies)|hours?|minutes?)"
NUMBER = (
    rf"(?P<number>\d{{1,3}}|(?:{'|'.join(TENS)})(?:-(?:{'|'.join(ONES[1:10])}))?"
    rf"|(?:{'|'.join(ONES[1:])})|an?(?: full| whole)?)"
)
VAGUE = (
    r"(?P<vague>(?:a )?(?:few|couple(?: of)?|dozen|number of)|several|many|some|half an?|a quarter|(?:one"
    r"|two|three)[- ]and[- ]a[- ]half)"
)
SEASON = r"(?P<season>spring|summer|fall|autumn|winter)"
TIME_OF_DAY = (
    r"(?:\s+(?:early |late )?(?:morning|afternoon|evening|night)|\s+at (?:dawn|noon|dusk|midnight))?"
)
_S = r"\s+"

PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, kind, re.compile(pattern.replace(" ", _S)))
    for name, kind, pattern in (
        # April 12 and 13; January 1 to September 26, 2031; the night of 12-13 April
        (
            "days",
            "month",
            rf"(?:(?i:the night of|from"
            rf"|between) )?\b(?P<month>{MONTH}) (?P<day>{DAY})(?:,? (?P<year>{YEAR}))?"
            rf"(?:\s?[–-]\s?| (?:to|and|until"
            rf"|through) )(?:(?P<month2>{MONTH}) )?(?P<day2>{DAY})(?:,? (?P<year2>{YEAR}))?"
            rf"(?!\s+(?!(?:in|at|on|when|after|before|as|the|they|he|she|said|alone)\b)[a-z])",
        ),
        (
            "days",
            "month",
            rf"(?:(?i:the night of|from|between) )?\b(?P<day>{DAY})(?: (?P<month>{MONTH}))?(?:\s?[–-]\s?"
            rf"| (?:to|and|until|through) )"
            rf"(?P<day2>{DAY}) (?P<month2>{MONTH})(?: (?P<year2>{YEAR}))?(?P<year>)",
        ),
        # 12 April 2031; April 12th, 2031; Saturday, April 12; the 12th of April
        (
            "day",
            "month",
            rf"(?:(?:{ANY_WEEKDAY}|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat"
            rf"|Sun)\.?,? )?\b(?:(?i:the) )?(?P<day>{DAY}) (?:of )?"
            rf"(?P<month>{MONTH})(?!\w)(?:,? (?P<year>{YEAR})|,? (?:of )?(?P<which>(?i:this|last"
            rf"|next)) year)?",
        ),
        (
            "day",
            "month",
            rf"(?:(?:{ANY_WEEKDAY}|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat"
            rf"|Sun)\.?,? )?\b(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})"
            rf"(?!\w)(?:,? (?P<year>{YEAR})|,? (?:of )?(?P<which>(?i:this|last|next)) year)?",
        ),
        ("iso", "year", r"(?<![\w-])(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"),
        # early August; mid-2031; March of next year; May 2019
        (
            "month",
            "month",
            rf"(?:\b{PART})?\b(?P<month>{MONTH})(?!\w)(?:,? (?:of )?(?P<year>{YEAR})"
            rf"|,? (?:of )?(?P<which>(?i:this|last|next)) year)",
        ),
        ("month", "month", rf"\b{PART}(?P<month>{MONTH})(?!\w)(?P<year>)(?P<which>)"),
        (
            "month",
            "month",
            rf"\b(?:(?P<prep>(?i:in|since|by|until|till|before|after|during|from|to|of|through|throughout"
            rf"|for|between|and|last|this|next|that)) )"
            rf"?(?P<month>{MONTH})(?!\w)(?P<year>)",
        ),
        # the first quarter of 2031
        (
            "quarter",
            "quarter",
            rf"(?i:(?:the )?(?P<nth>first|second|third|fourth|last) quarter of (?:(?P<year>{YEAR})"
            rf"|(?P<which>this|last|next) year))",
        ),
        # the early 1990s; the 90's
        (
            "decade",
            "figure",
            r"(?i:(?:\bthe )?(?:(?P<part>early|mid"
            r"|late)[- ])?(?:\bthe )?)(?P<decade>(?:1[5-9]|20)\d0)[’']?s\b",
        ),
        (
            "decade",
            "figure",
            r"(?i:\bthe (?:(?P<part>early|mid|late)[- ])?)(?P<decade>[’']?\d0)[’']?s\b",
        ),
        ("century", "century", r"(?i:(?:\bthe )?(?P<century>\d{1,2})(?:st|nd|rd|th)[- ]"
            r"(?-i:century|CENTURY|Century(?!\s+[A-Z])))"),
        # the spring of 1998; last summer; late this winter; in the fall
        (
            "season",
            "season",
            rf"(?i:(?:\b(?P<part>early|mid|late)[- ])?(?:(?P<which>this past|this coming|last|this|next"
            rf"|the past|the last|the coming|that) |the |in )?"
            rf"\b{SEASON}(?: (?:of |in )?(?P<year>{YEAR})| of (?P<whose>this|last|next) year)?)\b",
        ),
        # the day before yesterday; tomorrow night; a year ago today
        (
            "deictic",
            "deictic",
            rf"(?i:\b(?:(?P<two>the day (?:before yesterday|after tomorrow))"
            rf"|(?:(?P<number>one|a) (?P<unit>week|month|year) ago )?(?:earlier |later |late "
            rf"|early )?(?P<word>yesterday|today|tomorrow|tonight)"
            rf"|(?P<last>last (?:night|evening))|(?:early |late |earlier |later )?(?P<this>this (?:morning"
            rf"|afternoon|evening)))){TIME_OF_DAY}\b",
        ),
        # the past two weeks; the next decade; these last few days
        (
            "span",
            "unit",
            rf"(?i:\b(?:(?:over|in|during|within|for|across) )?(?:the|this|these|his|her|its"
            rf"|their) (?P<way>past|last|previous|next|coming|following) "
            rf"(?:(?:{VAGUE}|{NUMBER}) )?{UNIT}\b)",
        ),
        # on Monday; late last Friday night; Monday of next week; a Tuesday; Sundays
        (
            "weekday",
            "weekday",
            rf"(?:\b(?P<how>(?i:this past|this coming|last|next|this|a|an|one|every|each|some|that"
            rf"|the following|the next|the previous|the same|the)) )?"
            rf"(?:(?i:early|late|earlier"
            rf"|later) (?:on )?)?\b(?P<weekday>{ANY_WEEKDAY})(?P<plural>s?)(?!\w){TIME_OF_DAY}"
            rf"(?:,? (?:of )?(?P<which>last|next|this) week)?",
        ),
        # earlier this week; the end of last month; next weekend
        (
            "unit",
            "unit",
            r"(?i:\b(?:(?P<part>early|mid|late|earlier|later|(?:the )?(?:beginning|start|middle|end) of"
            r"|midway through)[- ](?:in |on )?)?"
            r"(?P<which>this|last|next|the current|this past|this coming) (?P<unit>week|month|year|weekend"
            r"|decade|century)(?! (?:ago|before))\b)",
        ),
        (
            "unit",
            "unit",
            r"(?i:\b(?P<part>(?:the )?(?:beginning|start|middle|end) of) (?P<which>the) (?P<unit>week"
            r"|month|year|decade|century)\b)",
        ),
        ("unit", "unit", r"(?i:\b(?:over|at|during) (?P<which>the) (?P<unit>weekend)\b(?P<part>))"),
        # two days ago; a week later; twenty-two years before; three days from now
        (
            "shift",
            "unit",
            rf"(?i:\b(?:(?P<more>more than|over|less than|at least|almost|nearly|about|around"
            rf"|some) )?(?:{VAGUE}|{NUMBER})[- ]{UNIT}"
            r" (?P<way>ago|earlier|later|afterwards?|before|after|prior to|prior|following|ahead of"
            r"|previously|hence|from now|from today)\b)",
        ),
        (
            "in",
            "unit",
            rf"(?i:\b(?P<in>in|within) (?:(?:about|around|just) )?{NUMBER} {UNIT}(?:[’']? time)?(?! (?:ago"
            rf"|of|earlier|later|after|before)))",
        ),
        # the eve of; the day after; the night before
        (
            "eve",
            "unit",
            r"(?i:\b(?:on )?(?:(?:the )?(?P<eve>eve) of|the (?P<unit>day|night|morning|evening|week|month"
            r"|year) (?P<way>before|after|following|preceding|prior to)))\b",
        ),
        # the next day; that year; the same month
        (
            "anaphora",
            "unit",
            r"(?i:\b(?:(?:on|in|at|by) )?(?:(?P<which>the next|the following|the previous|the preceding"
            r"|that same|the same|that) (?P<unit>day|week|month|year|night|morning|afternoon|evening"
            r"|weekend)))\b",
        ),
        # from 1995 to 1997; 1994-98; in 1961; the 2012 election
        (
            "years",
            "figure",
            rf"(?<![\w$€£.,-])(?:(?i:from|between) )?(?P<first>{YEAR})(?:\s?[–-]\s?| (?:to|and|until"
            rf"|through) )(?P<last>{YEAR}|\d\d(?!\d|[.,]\d))(?![\w-])",
        ),
        (
            "year",
            "figure",
            rf"(?<![\w$€£.,#/-])(?:{PART})?(?P<year>{YEAR})(?![\w%/-]|[’']s?\d)(?! (?:people|men|women"
            rf"|troops|soldiers|dead|votes|dollars|euros|miles|km|kilomet|meters|metres|feet|years"
            rf"|fighters|civilians|prisoners|homes|jobs))",
        ),
        # the other day; in recent weeks; years ago
        (
            "vague",
            "vague",
            r"(?i:\b(?:the other (?:day|week|night|evening)|(?:in|over|during) (?:(?:the )?(?:recent"
            r"|coming|last few|past few) )"
            r"(?:days?|weeks?|months?|years?|decades?)|(?<!\w\s)(?:days|weeks|months|years|decades"
            r"|centuries|long) (?:ago|earlier|later|before)))\b",
        ),
    )
)  # fmt: skip
"""Name of the form, the kind of word that it cannot be without, and its pattern; the more particular first."""

HINTS: dict[str, tuple[str, ...]] = {
    "shift": ("ago", "earlier", "later", "after", "before", "prior", "following", "ahead", "previously", "hence", "now", "today"),
    "decade": ("0s", "0's", "0’s"),
    "vague": ("other", "recent", "coming", "few", "ago", "earlier", "later", "before"),
}  # fmt: skip
"""For the forms whose patterns take longest: one of these must stand in the sentence, in small letters."""

_UNITS = """
    day week month year decade weekend days weeks months years decades weekends eve
"""

TRIGGERS: dict[str, str] = {
    **dict.fromkeys((*SHORT_MONTHS, "sept", *MONTHS), "month"),
    **{word + s: "weekday" for word in WEEKDAYS for s in ("", "s")},
    **dict.fromkeys(("yesterday", "today", "tomorrow", "tonight"), "deictic"),
    **dict.fromkeys(_UNITS.split(), "unit"),
    **dict.fromkeys(("night", "morning", "afternoon", "evening"), "night"),
    "century": "century",
    "centuries": "century",
    "quarter": "quarter",
    **dict.fromkeys(("spring", "summer", "fall", "autumn", "winter"), "season"),
}
"""Words that may tell a time, each with its kind; figures of four digits, and of two with an s, are of kind ``figure``."""

ALSO: dict[str, tuple[str, ...]] = {
    "unit": ("unit", "vague"),
    "night": ("unit", "vague", "deictic"),
    "deictic": ("deictic", "unit"),
    "month": ("month", "figure"),
    "century": ("century", "unit", "vague"),
    "either": ("season", "unit", "vague"),
    "figure": ("figure", "year"),
}
"""Kinds of pattern that a word's kind calls for, where these are more than one."""
