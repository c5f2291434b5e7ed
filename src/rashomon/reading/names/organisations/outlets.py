"""Which names are those of outlets: agencies, broadcasters and newspapers, by list and by the words of their names."""

from __future__ import annotations

import re

from rashomon.reading.names.persons.people import plain
from rashomon.reports.masthead import WORDS

_NAMES = frozenset(
    """
    abc afp agence-france-presse al-arabiya al-jazeera ansa ap associated-press axios bbc bild bloomberg breitbart
    buzzfeed cbc cbs cctv cgtn cnbc cnn corriere-della-sera c-span der-spiegel deutsche-welle die-welt die-zeit dpa dw
    economist efe el-pais euronews figaro financial-times forbes fox fox-news france-24 france-info globo guardian
    haaretz huffington-post huffpost interfax ipso itar-tass itv kyodo la-repubblica la-stampa le-figaro le-monde
    le-parisien le-point liberation msnbc nbc newsmax newsweek new-york-times new-yorker nhk npr ntv pbs politico
    press-association press-trust-of-india pti rai radio-free-europe ria-novosti rfi rt reuters sana sky sky-news
    slate spiegel sputnik tanjug tass telesur time tolo-news tolonews univision upi usa-today vice voa
    voice-of-america vox washington-post wsj wall-street-journal xinhua yahoo yahoo-news yle zdf ard
    """.split()
)
"""Agencies and outlets that are widely cited, as :func:`_key` has them. By hand, from general knowledge."""

_WORDS = re.compile(rf"\b{WORDS}\b")


def is_outlet(name: str, of_report: str | None = None) -> bool:
    """Whether a name, with or without its article, is an outlet's; that of the report is one whatever it is called.

    >>> is_outlet("CNN"), is_outlet("the Washington Post"), is_outlet("Congress")
    (True, True, False)
    """
    key = _key(name)
    if not key:
        return False
    return key in _NAMES or ("-" in key and _WORDS.search(name) is not None) or same_outlet(name, of_report)


def same_outlet(name: str, outlet: str | None) -> bool:
    """Whether a name is the outlet's own, or the end of it: ``the Lantern`` of the Lidva Lantern, or its domain's name.

    >>> same_outlet("the Lantern", "The Lidva Lantern"), same_outlet("CNN", "cnn.com"), same_outlet("Mail", None)
    (True, True, False)
    """
    short, whole = _key(name), _key(outlet or "")
    if not short or not whole:
        return False
    domain = (outlet or "").casefold().split(".")[0]
    return whole == short or whole.endswith("-" + short) or domain == short.replace("-", "")


def _key(name: str) -> str:
    return "-".join(plain(name).split()).removeprefix("the-")
