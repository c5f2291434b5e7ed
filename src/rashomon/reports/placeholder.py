"""Pages that hold no report, only a request to the browser that fetched them: for scripts, for cookies, for a check."""

from __future__ import annotations

import re

_LONGEST = 1500
"""Characters of such a page. What is longer has something else to say."""
_WORDS_BESIDE = 12
"""Words beside the request that are no report yet: a site's name, a title. Set by hand."""

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_SCRIPTS = re.compile(
    r"\b(?:enable|activate|allow|turn(?:ed)? on|switch(?:ed)? on|requires?|needs?|without|support)\b.{0,60}"
    r"\b(?:java ?script|cookies)\b"
    r"|\b(?:java ?script|cookies)\b.{0,60}"
    r"\b(?:disabled|enabled?|required|needed|turned o(?:n|ff)|switched o(?:n|ff)|support(?:ed)?)\b",
    re.IGNORECASE,
)
_TO_READER = re.compile(
    r"^\W*(?:enable|activate|allow|turn on|switch on|java ?script)\b"
    r"|\b(?:please|you|your|this (?:page|site|website|app|application))\b",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"\bchecking (?:your browser|if the site connection is secure)|\bverify(?:ing)? (?:that )?you are (?:a )?human\b"
    r"|\b(?:are you|you are not|i'm not|you're not) a robot\b|\bcomplete the security check\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\byour browser\b|\bray id\b|\bcloudflare\b|\b(?:reload|refresh) (?:the|this) page\b|\bredirect|\bad ?block"
    r"|\bjust a moment\b|\bhow to enable\b|\bloading\b",
    re.IGNORECASE,
)


def asks_only(text: str) -> bool:
    """Whether a page's text asks for scripts, cookies or a human at the browser, and says next to nothing else.

    >>> asks_only("Lantern Post\\n\\nPlease enable JavaScript to continue."), asks_only("Just a moment... Checking your browser.")
    (True, True)
    >>> asks_only("Court rules on scripts\\n\\nThe site must not require JavaScript, the Lidva court ruled on Monday.")
    False
    """
    if len(text) > _LONGEST:
        return False
    asked, beside = False, 0
    for sentence in filter(str.strip, _SENTENCE.split(text)):
        if (_SCRIPTS.search(sentence) and _TO_READER.search(sentence)) or _CHECK.search(sentence):
            asked = True
        elif not _BESIDE.search(sentence):
            beside += len(sentence.split())
    return asked and beside <= _WORDS_BESIDE
