"""Words that report speech, as against belief, wish or feeling.

PolNeAR's attributions hold attitudes too (*fears that*, *wants to*, *plans to*). Inside what somebody says, those are the
speaker's picture of others, not statements that travelled: only speech makes an attribution there.
"""

from __future__ import annotations

import re

from rashomon.reading.names.people import plain
from rashomon.reading.text.quotations import DOUBLE

VERBS = """
    accus add admit admitt advis affirm agree alleg announc answer appeal argu ask assert assur boast brief call chant
    cit claim comment complain concede conclud condemn confess confirm convey counter criticiz criticis declar declin
    demand denie deny denounc describ dictat disclos dismiss disput elaborat emphasiz estimat explain forbade hint
    inform insist instruct joke lament mention mutter notif objected observ order phras pledg point post praise predict
    preach print proclaim promis propos protest publish put question quot read recall recommend recount refer refus
    reiterat reject relat remark remind repeat replie reply report request respond retort reveal said say shout sign
    speak spoke spell stat stress suggest swear swore talk taught tell testif threaten told tweet urg utter vow warn
    whisper wrote write written
"""
"""Beginnings of verbs; a word of the cue that begins so is taken for speech."""

NOUNS = """
    according account address allegation announcement answer article assertion briefing charge claim comment complaint
    declaration denial interview letter message order phrase pledge poem promise proverb quotation quote remark reply report
    request response saying sentence slogan speech statement story testimony threat tweet vow warning word words
"""
"""Nouns of saying; a cue that holds one is taken for speech."""

_SPEECH = re.compile(rf"\b(?:(?:{'|'.join(VERBS.split())})\w*|(?:{'|'.join(NOUNS.split())}))\b")
_NOT_SPEECH = re.compile(r"\b(?:want|hope|wish|fear|believ|think|thought|plan|intend|feel|felt)\w*\b")

_DOCUMENT = re.compile(
    r"\b(?:report|letter|statement|e-?mail|document|memo|poll|survey|study|studies|review|filing|lawsuit|article|analysis|figure"
    r"|data|statistic|record|research|evidence|investigation|inquiry|footage|video|tape)s?\b"
)
_SHOWS = re.compile(r"\b(?:show|shows|showed|showing|shown|found|finds|find|indicat\w+|conclud\w+)\b")


def is_speech(cue: str, source: str = "") -> bool:
    """Whether a cue reports speech: ``had told``, ``according to``, ``:``; not ``wants``, ``is afraid of``.

    A document speaks where it shows or finds: ``source`` are the words of the source, as :func:`plain` has them.
    """
    words = plain(cue)
    if _SHOWS.search(words) and _DOCUMENT.search(source):
        return True
    return not words or (_SPEECH.search(words) is not None and _NOT_SPEECH.search(words) is None)


def is_document(word: str) -> bool:
    """Whether a word, as :func:`plain` has it, is a noun for a document: ``poll``, ``reports``."""
    return _DOCUMENT.fullmatch(word) is not None


def speaks(words: str) -> bool:
    """Whether there is a word of speech or a quotation mark somewhere in some words."""
    return any(mark in words for mark in DOUBLE) or _SPEECH.search(plain(words)) is not None
